package kg

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestReadingKeepsItsPlaces: an item that is not of the form keeps its place, so that the claims of those behind it
// still find them.
func TestReadingKeepsItsPlaces(t *testing.T) {
	const text = "Ann said no. Bob said yes."
	var r Reading
	err := json.Unmarshal(
		[]byte(`{"mentions": [{"span": "all", "type": "PERSON"}, {"span": [13, 16], "type": "PERSON", "entity": "Bob"}],
		"statements": [{"content": [[9, 11]], "speaker": 7}, {"content": [[22, 25]], "speaker": "Bob"}],
		"claims": [{"subject": "Ann", "predicate": "DENIED", "evidence": [9, 11], "statement": 0}, {"subject": "Bob", "predicate": "CONFIRMED", "evidence": [22, 25], "statement": 1},
			{"subject": "Bob", "predicate": "CONFIRMED", "evidence": [22, 25], "negated": "yes"}, 5]}`),
		&r,
	)
	if err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(r) // as the client sends it on
	if err != nil || json.Unmarshal(again, &r) != nil {
		t.Fatal(err)
	}
	got, left := r.Sift(NewRunes(text), nil)
	if len(got.Mentions) != 1 || len(got.Statements) != 1 || len(got.Claims) != 1 || *got.Claims[0].Statement != 0 ||
		got.Statements[0].Claims[0] != 0 {
		t.Errorf("%+v", got)
	}
	want := []struct{ what, reason, words string }{
		{"mention 0", `"span" is a string where a list is wanted`, ""},
		{"statement 0", `"speaker" is a number`, "no"},
		{
			"claim 0",
			"statement 0, which is left out",
			"no",
		},
		{"claim 2", `"negated" is a string where true or false is wanted`, "yes"},
		{"claim 3", "is a number where an object is wanted", ""},
	}
	if len(left) != len(want) {
		t.Fatalf("%+v", left)
	}
	for i, w := range want {
		if left[i].What != w.what || !strings.Contains(left[i].Reason, w.reason) || left[i].Words != w.words {
			t.Errorf("%+v, want %v", left[i], w)
		}
	}
}
