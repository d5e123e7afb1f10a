package ask

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sayso/internal/kg"
	"sayso/internal/read/score"
)

// TestConstructions asks with the words of each construction that the reader knows ("Did Portugal open fire on
// Bunagana?") and keeps in a file how many of these questions ask for its predicate.
func TestConstructions(t *testing.T) {
	a := asker(t)
	meant := map[string][]kg.PredicateID{}
	for _, p := range a.vocabulary.All() {
		for _, phrase := range p.VerbPhrases {
			if !slices.Contains(meant[phrase], p.ID) {
				meant[phrase] = append(meant[phrase], p.ID)
			}
		}
	}
	var all, right, unsure, refused int
	var wrong []string
	for phrase, ids := range meant {
		all++
		q, err := a.Interpret("Did Portugal "+phrase+" Bunagana?", testNow)
		switch {
		case err != nil:
			refused++
		case q.Confidence < Sure:
			unsure++
		case slices.ContainsFunc(q.Predicates, func(id kg.PredicateID) bool { return slices.Contains(ids, id) }):
			right++
		default:
			wrong = append(wrong, phrase)
		}
	}
	slices.Sort(wrong)
	score.Ledger{
		Path: "testdata/scores/constructions.txt", Tolerance: 1, Regenerate: "make score",
	}.Keep(t, fmt.Sprintf("# share of the reader's verb constructions that a question may use, in percent; those that lead to "+
		"another predicate, whose synonyms they are, by name\n"+
		"constructions R %5.1f  (%d of %d; %d unsure, %d refused, %d as another)\n# as another: %s\n",
		100*float64(right)/float64(all), right, all, unsure, refused, len(wrong), strings.Join(wrong, ", ")), *update)
}
