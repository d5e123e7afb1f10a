package main

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/internal/kg"
	"sayso/internal/neo/managed/managedtest"
)

const (
	askCited  = `{ quote { exact start end } speaker { name } article { title url publishedAt text publisher { name } } }`
	askClaims = `{ nodes { text quantity statements(first: 5) { nodes ` + askCited + ` } } }`
	askRows   = `{ actor { name } status firstOn lastOn origins articles evidence ` + askCited + ` }`
)

// family is a question of one family about the sample, the field that answers it with what is selected of it, and words of its answer.
type family struct {
	kind, question, field, selection string
	root                             string   // where the posted query gives the same: root field, or root field and child
	says                             []string // in the answer
}

var families = []family{
	{"WHO_DID", "Who recognized Donetsk?", "rows", askRows, "whoDid.rows", []string{"Russia", "Syria", "North Korea"}},
	{"WHO_DID", "Did Syria recognize Luhansk?", "rows", askRows, "whatDid.rows", []string{"Syria"}},
	{"WHO_DID", "Which countries have not recognized Donetsk?", "claims", askClaims, "claims", []string{"China"}},
	{"WHO_DID", "Who recognized Donetsk as known in March 2022?", "rows", askRows, "whoDid.rows", []string{"Russia"}},
	{"WHO_DID", "Who is the president of Syria?", "rows", askRows, "whoDid.rows", []string{"Assad"}},
	{"WHO_SAID", `Who said "fruitful cooperation"?`, "statements", `{ nodes ` + askCited + ` }`, "statements", []string{"Pushilin"}},
	{"WHAT_DID", "What did Ukraine do to Syria?", "rows", askRows, "whatDid.rows", []string{"BROKE_TIES_WITH"}},
	{"WHAT_SAID", "What did Pushilin say about North Korea?", "statements", `{ nodes ` + askCited + ` }`, "statements", []string{"fruitful cooperation"}},
	{"WHO_SAID", "Who said something about Ukraine?", "statements", `{ nodes ` + askCited + ` }`, "statements", []string{"Zelenskyy"}},
	{"WHO_DENIED", "What did Russia deny?", "claims", askClaims, "claims", []string{"its soldiers fight in eastern Ukraine"}},
	{"WHO_DENIED", "What did Russia deny, as reported by the Sayso Sample Desk?", "claims", askClaims, "claims", []string{"its soldiers fight in eastern Ukraine"}},
	{"WHO_BLAMES", "Who accused Russia?", "rows", askRows, "whoDid.rows", []string{"Ukraine"}},
	{"HOW_MANY", "How many soldiers did Ukraine lose according to Sergei Shoigu?", "figures", askClaims, "claims", []string{"61207"}},
	{"WHEN", "When did North Korea recognize Donetsk?", "rows", askRows, "whatDid.rows", []string{"2022-07-13"}},
	{"POSITION", "How did Russia's position on Donetsk change?", "timeline", `{ reversals entries { date predicate modality reversal statements ` + askCited + ` } }`, "timeline", []string{"RECOGNIZED"}},
	{"WHO_IS", "Who is Denis Pushilin?", "claims", askClaims, "claims", []string{"separatist administration"}},
	{"CONNECTION", "How are Syria and North Korea connected?", "path", `{ paths { length hops { from { name } to { name } evidence ` + askCited + ` } } }`, "path", []string{"Donetsk"}},
	{"CONNECTION", "What happened between Ukraine and Syria?", "rows", askRows, "between.rows", []string{"BROKE_TIES_WITH"}},
	{"DISPUTES", "What is disputed about Russia?", "disputes", `{ nodes { kind sides { claim { text } evidence ` + askCited + ` } } }`, "disputes", nil},
}

// TestAskFamilies asks at least one question of each family about the sample: it is answered with citations that stand in their articles,
// the GraphQL that comes with the answer gives the same, and the Cypher runs.
func TestAskFamilies(t *testing.T) {
	s := start(t, true)
	cypher := cypherRunner(t)
	for _, f := range families {
		t.Run(f.question, func(t *testing.T) { s.family(t, f, cypher) })
	}
}

func (s started) family(t *testing.T, f family, cypher func(*testing.T, string)) {
	var data struct{ Ask map[string]any }
	s.ask(`query($q: String!) { ask(question: $q) { interpretation { kind text confidence alternatives { text graphql } } `+f.field+` `+f.selection+` graphql cypher } }`,
		map[string]any{"q": f.question}, &data)
	in, _ := data.Ask["interpretation"].(map[string]any)
	if in["kind"] != f.kind || in["text"] == "" {
		t.Errorf("understood as %v", in)
	}
	answer := data.Ask[f.field]
	text, _ := json.Marshal(answer)
	graphql, _ := data.Ask["graphql"].(string)
	again := s.posted(t, graphql, f)
	if diff := cmp.Diff(answer, project(again, answer)); diff != "" {
		t.Errorf("posting %s gives something else (-ask +posted):\n%s", graphql, diff)
	}
	for _, want := range f.says {
		if !strings.Contains(string(text)+marshal(again), want) {
			t.Errorf("the answer does not say %q: %.600s", want, text)
		}
	}
	if n := citations(t, answer); n == 0 && f.says != nil {
		t.Errorf("the answer cites nothing: %.600s", text)
	}
	alternatives, _ := in["alternatives"].([]any)
	for _, a := range alternatives {
		other, _ := a.(map[string]any)
		query, _ := other["graphql"].(string)
		if r := s.query(query, nil); len(r.Errors) > 0 {
			t.Errorf("the alternative %v: %s", other, r.Errors[0].Message)
		}
	}
	line, _ := data.Ask["cypher"].(string)
	cypher(t, line)
}

func marshal(v any) string {
	out, _ := json.Marshal(v)
	return string(out)
}

// posted asks the GraphQL of an answer and gives the part that answers the question.
func (s started) posted(t *testing.T, graphql string, f family) any {
	t.Helper()
	a := s.query(graphql, nil)
	if len(a.Errors) > 0 {
		t.Fatalf("%s: %s", graphql, a.Errors[0].Message)
	}
	var data map[string]any
	if err := json.Unmarshal(a.Data, &data); err != nil {
		t.Fatal(err)
	}
	var at any = data
	for _, key := range strings.Split(f.root, ".") {
		object, _ := at.(map[string]any)
		at = object[key]
	}
	return at
}

// project takes from a wider answer what a narrower one has: the same keys, and not more of a list. Texts of articles are not asked for again.
func project(wide, narrow any) any {
	switch n := narrow.(type) {
	case map[string]any:
		w, _ := wide.(map[string]any)
		out := map[string]any{}
		for key, v := range n {
			if key == "text" && len(marshal(v)) > 400 || key == "text" && w[key] == nil {
				out[key] = v
				continue
			}
			out[key] = project(w[key], v)
		}
		return out
	case []any:
		w, _ := wide.([]any)
		out := []any{}
		for i, v := range w {
			if i < len(n) {
				v = project(v, n[i])
			}
			out = append(out, v)
		}
		return out
	}
	return wide
}

// citations counts the statements of an answer, and fails where a quote does not stand at its offsets.
func citations(t *testing.T, v any) int {
	t.Helper()
	n := 0
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			n += citations(t, item)
		}
	case map[string]any:
		if _, cited := v["quote"]; cited {
			var e evidence
			if err := json.Unmarshal([]byte(marshal(v)), &e); err != nil {
				t.Fatal(err)
			}
			if at, ok := kg.NewRunes(e.Article.Text).Slice(e.Quote.Start, e.Quote.End); !ok || at != e.Quote.Exact || e.Article.URL == "" {
				t.Errorf("the quote %q is not at %d–%d of %q", e.Quote.Exact, e.Quote.Start, e.Quote.End, e.Article.URL)
			}
			return 1
		}
		for _, item := range v {
			n += citations(t, item)
		}
	}
	return n
}

// cypherRunner gives what runs the Cypher of an answer as Neo4j Browser does: the :params line first, then the query with them.
func cypherRunner(t *testing.T) func(*testing.T, string) {
	t.Helper()
	at := managedtest.Start(t)
	driver, err := neo4j.NewDriverWithContext(at.URI, neo4j.BasicAuth(at.User, at.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = driver.Close(context.Background()) })
	return func(t *testing.T, text string) {
		t.Helper()
		line, query, found := strings.Cut(text, "\n")
		params, isParams := strings.CutPrefix(line, ":params ")
		if !found || !isParams {
			t.Fatalf("no :params line: %.200s", text)
		}
		set, err := neo4j.ExecuteQuery(context.Background(), driver, "RETURN "+params+" AS params", nil, neo4j.EagerResultTransformer)
		if err != nil {
			t.Fatalf("%s: %v", params, err)
		}
		values, _ := set.Records[0].Values[0].(map[string]any)
		result, err := neo4j.ExecuteQuery(context.Background(), driver, query, values, neo4j.EagerResultTransformer)
		if err != nil || len(result.Records) != 1 {
			t.Errorf("%s: %v", query, err)
		}
	}
}

var docExample = regexp.MustCompile("(?s)```console\n\\$ sayso ask \"([^\n]*)\"\n(.*?)```")

// TestAskingDoc: the examples of docs/asking.md are what the client prints about the sample. -update writes them anew.
func TestAskingDoc(t *testing.T) {
	s := start(t, true)
	const path = "../../docs/asking.md"
	doc, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	client := t.TempDir() + "/sayso"
	if out, err := exec.Command("go", "build", "-o", client, "../sayso").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	examples := 0
	now := docExample.ReplaceAllStringFunc(string(doc), func(block string) string {
		examples++
		m := docExample.FindStringSubmatch(block)
		out, err := exec.Command(client, "ask", "--server", s.base, m[1]).CombinedOutput()
		if err != nil && !strings.Contains(string(out), "cannot be read") {
			t.Errorf("%s: %v %s", m[1], err, out)
		}
		if string(out) != m[2] && !*update {
			t.Errorf("%s\nprints\n%s\nthe page shows\n%s", m[1], out, m[2])
		}
		return "```console\n$ sayso ask \"" + m[1] + "\"\n" + string(out) + "```"
	})
	if examples < len(families) {
		t.Errorf("the page has %d examples", examples)
	}
	if *update {
		if err := os.WriteFile(path, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
