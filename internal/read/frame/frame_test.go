package frame_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
	"sayso/internal/read/frame"
)

func TestPlaces(t *testing.T) {
	f := &frame.Frame{Roles: map[frame.Role][]int{}}
	f.Fill(frame.Agent, []int{2, 4})
	f.Fill(frame.Object, nil)
	f.Fill("with", []int{7})
	if d := cmp.Diff(map[frame.Role][]int{frame.Agent: {2, 4}, "with": {7}}, f.Roles); d != "" {
		t.Errorf("a place without noun phrases is not there: %s", d)
	}
	if f.Object() != -1 || len(f.Agents()) != 2 || f.Behind("with")[0] != 7 || f.Behind("from") != nil {
		t.Errorf("%+v", f)
	}
	if f.Fill(frame.Object, []int{9}); f.Object() != 9 {
		t.Errorf("object %d", f.Object())
	}
}

// TestSoften: the first modality that a clause gets beside "asserted" stays.
func TestSoften(t *testing.T) {
	c := frame.Commitment{Modality: kg.Asserted}
	c.Soften(kg.Hedged)
	c.Soften(kg.Future)
	if c.Modality != kg.Hedged {
		t.Errorf("modality %s", c.Modality)
	}
}
