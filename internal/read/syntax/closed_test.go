package syntax

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/nlp"
)

func TestClose(t *testing.T) {
	original := []rune("é [Jane] Roe [t]hey")
	text := []rune("é  Jane  Roe  t hey")
	c := Close(text, original)
	if got := string(c.Text); got != "é Jane Roe they" {
		t.Fatalf("closed to %q", got)
	}
	if got, want := c.Span(nlp.Span{Start: 2, End: 12}), (nlp.Span{Start: 2, End: 10}); got != want {
		t.Errorf("the name is at %v, not %v", got, want)
	}
	tokens := []nlp.Token{{Start: 2, End: 6}, {Start: 7, End: 10}, {Start: 11, End: 15}}
	c.Spread(tokens)
	want := []nlp.Token{{Start: 3, End: 7}, {Start: 9, End: 12}, {Start: 14, End: 19}}
	if diff := cmp.Diff(want, tokens); diff != "" {
		t.Error(diff)
	}
	for i, t2 := range []string{"Jane", "Roe", "t hey"} {
		if got := string(text[tokens[i].Start:tokens[i].End]); got != t2 {
			t.Errorf("token %d is %q", i, got)
		}
	}
}

func TestCloseNothing(t *testing.T) {
	text := []rune("no (brackets) here")
	c := Close(text, text)
	tokens := []nlp.Token{{Start: 3, End: 4}}
	c.Spread(tokens)
	if string(c.Text) != string(text) || c.Span(nlp.Span{Start: 1, End: 2}).Start != 1 || tokens[0].Start != 3 {
		t.Errorf("%q, %v", string(c.Text), tokens)
	}
}
