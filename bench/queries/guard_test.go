package main

import (
	"slices"
	"testing"
)

// TestFallen: a shape has fallen only when it is slower in every round, and one that nobody measured before is told.
func TestFallen(t *testing.T) {
	committed := map[string]float64{"same": 2, "one slow round": 2, "slower": 2}
	got := fallen(map[string][]float64{
		"same": {1.9, 2.1}, "one slow round": {2.2, 9}, "slower": {3.1, 3.2}, "new": {1, 1},
	}, committed)
	if want := []string{"new", "slower"}; !slices.Equal(got, want) {
		t.Errorf("fallen %v, want %v", got, want)
	}
}
