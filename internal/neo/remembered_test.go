package neo

import (
	"context"
	"fmt"
	"reflect"
	"testing"

	"sayso/internal/cypher"
)

// TestRememberedKinds: of a parameter only its kind is remembered.
func TestRememberedKinds(t *testing.T) {
	r := newRemembered()
	r.note(cypher.Query{Name: "q", Text: "RETURN $a", Params: map[string]any{
		"a": "a secret source", "b": int64(1977), "c": 0.25, "d": []any{"another", "more"}, "e": []string{"name"},
		"f": map[string]any{"secret": "word"}, "g": nil, "h": true, "i": []any{}, "j": []string{}, "k": []any{[]any{int64(7)}},
		"l": 12,
	}})
	got, _ := r.kept.Peek("RETURN $a")
	want := map[string]any{"a": "none", "b": int64(1), "c": 1.5, "d": []any{"none"}, "e": []any{"none"},
		"f": map[string]any{}, "g": nil, "h": true, "i": []any{}, "j": []any{}, "k": []any{[]any{int64(1)}}, "l": int64(1)}
	if !reflect.DeepEqual(got.Params, want) {
		t.Errorf("remembered are %#v, wanted %#v", got.Params, want)
	}
}

// TestRememberedLatest: the latest stand first, each text once, and no more than the bound.
func TestRememberedLatest(t *testing.T) {
	s := &Store{remembered: newRemembered()}
	for i := range mostRemembered + 5 {
		s.remembered.note(cypher.Query{Text: fmt.Sprint(i)})
	}
	s.remembered.note(cypher.Query{Text: "7"})
	got := Remembered(s)
	if len(got) != mostRemembered || got[0].Text != "7" || got[1].Text != fmt.Sprint(mostRemembered+4) {
		t.Errorf("%d are remembered, the first %q and %q", len(got), got[0].Text, got[1].Text)
	}
}

// TestRepeat: a remembered read is planned once, whatever it finds and however it fails; it may not write.
func TestRepeat(t *testing.T) {
	ctx := context.Background()
	s, _ := curated(t)
	before := trace(t, s)
	for _, text := range []string{"MATCH (c:Claim {id: $id}) RETURN c", "RETURN date($id)", "no Cypher", "CREATE (:Left)"} {
		q := cypher.Query{Name: "test", Text: text, Params: map[string]any{"id": nobody}}
		Repeat(ctx, s, q)
		if !s.planning.knows(text) {
			t.Errorf("%s was not sent", text)
		}
		Repeat(ctx, s, q)
	}
	if n := len(Remembered(s)); n != 4 {
		t.Errorf("%d reads are remembered for the next start, wanted 4", n)
	}
	if after := trace(t, s); after != before {
		t.Errorf("repeating changed %+v to %+v", before, after)
	}
	left, err := s.Query(ctx, cypher.Query{Name: "left", Text: "MATCH (n:Left) RETURN count(n)"})
	if err != nil || left != int64(0) {
		t.Errorf("a read wrote %v nodes, %v", left, err)
	}
}
