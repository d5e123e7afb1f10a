package framing_test

import (
	"testing"

	"sayso/internal/read/stagetest"
)

// TestExamples runs testdata/*.txtar.
func TestExamples(t *testing.T) { stagetest.Run(t) }
