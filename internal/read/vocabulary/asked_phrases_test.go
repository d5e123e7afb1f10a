package vocabulary

import (
	"strings"
	"testing"

	"sayso/internal/kg"
)

// TestAskedPhrases: a phrase that is sure means one predicate only, and each is written once, in lower case but for
// names, with at most one place for the object.
func TestAskedPhrases(t *testing.T) {
	entries, err := Entries()
	if err != nil {
		t.Fatal(err)
	}
	sure := map[string]kg.PredicateID{}
	all := 0
	for _, e := range entries {
		seen := map[string]bool{}
		for i, phrase := range append(append([]string{}, e.Asking.Phrases...), e.Asking.UnsurePhrases...) {
			all++
			if seen[phrase] || strings.Join(strings.Fields(phrase), " ") != phrase || strings.Count(phrase, "…") > 1 {
				t.Errorf("%s: %q stands twice, or is badly written", e.ID, phrase)
			}
			seen[phrase] = true
			if i >= len(e.Asking.Phrases) {
				continue
			}
			if other, ok := sure[phrase]; ok {
				t.Errorf("%q is sure for %s and %s", phrase, other, e.ID)
			}
			sure[phrase] = e.ID
		}
	}
	if all < 1000 {
		t.Errorf("only %d phrases were found", all)
	}
	if err := addPhrases(entries, []byte("NO_SUCH: {sure: [x]}")); err == nil || !strings.Contains(err.Error(), "NO_SUCH") {
		t.Errorf("a predicate that is not there gives %v", err)
	}
}
