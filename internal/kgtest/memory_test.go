package kgtest

import (
	"testing"

	"sayso/internal/kg"
)

func TestMemory(t *testing.T) {
	TestStore(t, func(*testing.T) kg.Store { return &Memory{} })
}

func TestSourcesInMemory(t *testing.T) { TestSourceKeeper(t, &Sources{}) }

func TestStandingInMemory(t *testing.T) { TestStandingKeeper(t, &Standing{}) }
