package neo

import (
	"testing"

	"sayso/internal/kgtest"
)

func TestSourceKeeper(t *testing.T) { kgtest.TestSourceKeeper(t, open(t)) }

func TestStandingKeeper(t *testing.T) { kgtest.TestStandingKeeper(t, open(t)) }
