package match

import (
	"testing"

	"sayso/internal/read/vocabulary"
)

// TestNeedsAreKnown: what the vocabulary lets a pattern ask for is what the matcher knows, and nothing else.
func TestNeedsAreKnown(t *testing.T) {
	known := map[string]bool{"none": true}
	for n := range needs {
		known[n] = true
	}
	for _, n := range vocabulary.Needs() {
		if !known[n] {
			t.Errorf("the vocabulary allows %q, which no rule of the matcher knows", n)
		}
		delete(known, n)
	}
	for n := range known {
		t.Errorf("the vocabulary does not allow %q", n)
	}
}
