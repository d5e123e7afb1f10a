package graph_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"testing"
)

// rowFields are what the questions of TestRowsFromEdges ask of each row.
const rowFields = `rows { actor { id } target { id } status firstOn lastOn origins evidence(first: 3) { id } }`

// TestRowsFromEdges: rows that are made of the claims that the edges between actors name are those that are made of all
// claims. A question that also asks what was left out has all claims read.
func TestRowsFromEdges(t *testing.T) {
	h := newHandler(t, openGraph(t))
	ids := actorIDs(t, h)
	var questions []string
	for _, id := range ids {
		questions = append(questions, fmt.Sprintf(`whatDid(actorId: %q, first: %%d)`, id))
		for _, words := range []string{"recognized", "met with", "was recognized by"} {
			questions = append(questions, fmt.Sprintf(`whoDid(predicate: %q, targetId: %q, first: %%d)`, words, id),
				fmt.Sprintf(`whatDid(predicate: %q, actorId: %q, first: %%d)`, words, id))
		}
		for _, other := range ids[:3] {
			questions = append(questions, fmt.Sprintf(`between(aId: %q, bId: %q, first: %%d)`, id, other))
		}
	}
	questions = append(questions, `whoDid(predicate: "recognized", target: "twin", first: %d)`)
	found := 0
	for _, q := range questions {
		for _, first := range []int{1, 100} {
			asked := fmt.Sprintf(q, first)
			few, all := rowsOf(t, h, asked, ""), rowsOf(t, h, asked, " leftOut { count }")
			if few != all {
				t.Errorf("%s\nfrom the edges %s\nfrom all claims %s", asked, few, all)
			}
			if few != "[]" {
				found++
			}
		}
	}
	if found < 20 {
		t.Errorf("only %d of the questions have rows", found)
	}
}

func rowsOf(t *testing.T, h http.Handler, asked, more string) string {
	t.Helper()
	_, body := post(h, `{ answer: `+asked+` { `+rowFields+more+` } }`, nil)
	var read struct {
		Data struct {
			Answer struct{ Rows json.RawMessage }
		}
		Errors []struct{ Message string }
	}
	if err := json.Unmarshal([]byte(body), &read); err != nil || len(read.Errors) > 0 {
		t.Fatalf("%s: %v, %s", asked, err, body)
	}
	return string(read.Data.Answer.Rows)
}

func actorIDs(t *testing.T, h http.Handler) []string {
	t.Helper()
	var read struct {
		Data struct {
			Actors struct{ Nodes []struct{ ID string } }
		}
	}
	_, body := post(h, `{ actors(first: 500) { nodes { id } } }`, nil)
	if err := json.Unmarshal([]byte(body), &read); err != nil || len(read.Data.Actors.Nodes) < 3 {
		t.Fatalf("%v: %s", err, body)
	}
	var out []string
	for _, n := range read.Data.Actors.Nodes {
		out = append(out, n.ID)
	}
	return out
}
