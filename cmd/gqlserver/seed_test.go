package main

import (
	"encoding/json"
	"os"
	"sort"
	"strings"
	"testing"
)

// seedFile is an article that is not part of the project; the test runs where it lies beside the checkout.
const seedFile = "../../../shared/eval/seed/article.txt"

// TestSeedArticle ingests a live-update page of a daily paper that nobody here wrote.
func TestSeedArticle(t *testing.T) {
	text, err := os.ReadFile(seedFile)
	if err != nil {
		t.Skipf("SKIPPED: no article at %s", seedFile)
	}
	s := start(t, false)
	query, variables := ingestOne(map[string]any{"text": string(text)})
	var done struct {
		Ingest struct {
			Results []struct{ Error *struct{ Message string } }
		}
	}
	s.ask(query, variables, &done)
	if e := done.Ingest.Results[0].Error; e != nil {
		t.Fatal(e.Message)
	}
	for _, target := range []string{"Donetsk", "Luhansk"} {
		var who, refused struct{ WhoDid answerRows }
		s.ask(`query($t: String) { whoDid(predicate: "recognized", target: $t) { `+rowFields+` } }`, map[string]any{"t": target}, &who)
		if got := who.WhoDid.actorsOf(target); got != "North Korea, Russia, Syria" || len(who.WhoDid.Rows) != 3 {
			t.Errorf("who recognized %s: %s", target, got)
		}
		for _, r := range who.WhoDid.Rows {
			if len(r.Evidence) == 0 {
				t.Errorf("%s has no evidence", r.Actor.Name)
			}
			for _, e := range r.Evidence {
				e.cited(t)
			}
		}
		s.ask(`query($t: String) { whoDid(predicate: "refused", target: $t) { `+rowFields+` } }`, map[string]any{"t": target}, &refused)
		if len(refused.WhoDid.Rows) > 0 {
			t.Errorf("who refused %s: %s", target, refused.WhoDid.actorsOf(target))
		}
	}
	s.says(t, "Denis Pushilin", "bilateral cooperation", "Korean Central News Agency")
	s.says(t, "Valeriy Zaluzhnyi", "cause for concern", "")
	before := s.counts()
	s.ask(query, variables, &done)
	if after := s.counts(); after != before {
		t.Errorf("ingesting again changed %+v to %+v", before, after)
	}
}

// says fails unless the speaker has a statement with the words, come through the channel.
func (s started) says(t *testing.T, speaker, words, via string) {
	t.Helper()
	var data struct {
		Statements struct {
			Nodes []struct {
				Quote struct{ Exact string }
				Via   []struct{ Name string }
			}
		}
	}
	s.ask(`query($s: String!) { statements(where: {speaker: {name: {eq: $s}}}) { nodes { quote { exact } via { name } } } }`, map[string]any{"s": speaker}, &data)
	for _, n := range data.Statements.Nodes {
		var names []string
		for _, v := range n.Via {
			names = append(names, v.Name)
		}
		sort.Strings(names)
		if strings.Contains(n.Quote.Exact, words) && strings.Join(names, ", ") == via {
			return
		}
	}
	found, _ := json.Marshal(data)
	t.Errorf("%s does not say %q via %q: %s", speaker, words, via, found)
}
