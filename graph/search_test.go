package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"sayso/graph"
	"sayso/graph/goldentest"
	"sayso/internal/ask"
	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo/managed/managedtest"
)

type searched struct {
	Data struct {
		Search struct {
			TotalCount int
			Edges      []struct {
				Cursor     string
				Score      float64
				Node       struct{ Name string }
				Highlights []struct{ Field, Text string }
			}
		}
	}
	Errors []struct {
		Message    string
		Extensions struct{ Code string }
	}
}

func searchFor(t *testing.T, h http.Handler, query, args string) searched {
	t.Helper()
	variables, _ := json.Marshal(map[string]any{"q": query})
	_, text := post(h, `query($q: String!) { search(query: $q`+args+`) { totalCount edges { cursor score node { ... on Actor { name } } highlights { field text } } } }`, variables)
	var s searched
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return s
}

// TestSearchHostile: whatever is typed, Lucene's and Cypher's signs mean nothing: an answer, or a refusal of a query without words.
func TestSearchHostile(t *testing.T) {
	h := newHandler(t, openGraph(t))
	for _, q := range []string{`Borland"`, `"`, `\`, `Borland\`, `Borland AND`, `OR OR OR`, `NOT`, `(Borland`, `Borland)`, `[* TO *]`, `{a TO b}`, `name:Borland`, `*:*`, `*Borland`, `?orland`,
		`/.*/`, `Borland^1000`, `Borland~`, `Borland~5`, `+-!(){}[]^"~*?:\/&&||`, `Borland && Arland`, `a\"b`, `"Borland\" OR name:*"`, `'}) DETACH DELETE n //`, "Borland\x00", "界🙂", `_exists_:name`, `\u0042orland`} {
		s := searchFor(t, h, q, "")
		if len(s.Errors) > 0 && s.Errors[0].Extensions.Code != "INVALID_INPUT" {
			t.Errorf("%q: %+v", q, s.Errors)
		}
		_, text := post(h, fmt.Sprintf(`{ suggest(prefix: %q) { name } findQuote(text: %q) { text } }`, strings.ReplaceAll(q, "\x00", ""), strings.ReplaceAll(q, "\x00", "")), nil)
		if code, _ := firstError(t, text); code != "" && code != "INVALID_INPUT" {
			t.Errorf("%q: %s", q, text)
		}
	}
	for _, all := range []string{`*:*`, `[* TO *]`, `_exists_:name`, `/B.*/`} {
		if s := searchFor(t, h, all, ""); s.Data.Search.TotalCount > 0 {
			t.Errorf("%q found %d things", all, s.Data.Search.TotalCount)
		}
	}
}

// TestSearchPages: pages of one give what one page gives, forwards and backwards, and no other query takes their cursors.
func TestSearchPages(t *testing.T) {
	h := newHandler(t, openGraph(t))
	whole := searchFor(t, h, "borland", ", first: 100").Data.Search
	if len(whole.Edges) < 10 || whole.TotalCount != len(whole.Edges) {
		t.Fatalf("%d of %d", len(whole.Edges), whole.TotalCount)
	}
	var all, walked, back []string
	for i, e := range whole.Edges {
		all = append(all, e.Cursor)
		if i > 0 && e.Score > whole.Edges[i-1].Score {
			t.Errorf("score %f stands behind %f", e.Score, whole.Edges[i-1].Score)
		}
	}
	after, before := "", ""
	for range all {
		s := searchFor(t, h, "borland", ", first: 1"+after).Data.Search
		walked = append(walked, s.Edges[0].Cursor)
		after = fmt.Sprintf(", after: %q", s.Edges[0].Cursor)
		s = searchFor(t, h, "borland", ", last: 1"+before).Data.Search
		back = append([]string{s.Edges[0].Cursor}, back...)
		before = fmt.Sprintf(", before: %q", s.Edges[0].Cursor)
	}
	if !slices.Equal(all, walked) || !slices.Equal(all, back) {
		t.Errorf("pages of one differ: %v, %v, %v", all, walked, back)
	}
	if s := searchFor(t, h, "arland", after); len(s.Errors) == 0 {
		t.Error("a cursor of another query was taken")
	}
}

// TestSearchSounds: a name is found under its spelling in another script, behind names that have the word itself.
func TestSearchSounds(t *testing.T) {
	store := openGraph(t)
	at := managedtest.Start(t)
	runCypher(t, at, `MATCH (e:Entity) WHERE e.name IN ['Borland', 'Erland'] MERGE (k:Sound {key: 'pl:' + toLower(e.name)}) MERGE (e)-[:SOUNDS]->(k)
MERGE (m:Merged {id: 'ent_hidden'}) MERGE (m)-[:SOUNDS]->(:Sound {key: 'pl:hidden'}) WITH m MATCH (e:Entity {name: 'Erland'}) MERGE (m)-[:MERGED_INTO]->(e)`)
	v, err := kg.NewVocabulary(kgtest.Predicates())
	if err != nil {
		t.Fatal(err)
	}
	sounds := func(_ kg.EntityType, names ...string) []string {
		var keys []string
		for _, n := range names {
			if key, ok := map[string]string{"Борланд": "pl:borland", "Borland": "pl:borland", "Скритий": "pl:hidden"}[n]; ok {
				keys = append(keys, key)
			}
		}
		return keys
	}
	h, err := graph.Handler(graph.Options{Store: store, Ingester: goldentest.Refusing{}, Asker: ask.New(v), Vocabulary: v, Now: testNow, Sounds: sounds})
	if err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{"Борланд": "Borland", "Скритий": "Erland"} {
		edges := searchFor(t, h, query, "").Data.Search.Edges
		if len(edges) != 1 || edges[0].Node.Name != want || edges[0].Score < 0.25 || edges[0].Score >= 0.5 {
			t.Errorf("%s: %+v", query, edges)
		}
	}
	edges := searchFor(t, h, "Борланд", "").Data.Search.Edges
	if len(edges) != 1 || len(edges[0].Highlights) != 1 || edges[0].Highlights[0].Text != "Borland" || edges[0].Highlights[0].Field != "name" {
		t.Errorf("highlights: %+v", edges)
	}
	if edges := searchFor(t, h, "Borland", ", types: [Place]").Data.Search.Edges; len(edges) == 0 || edges[0].Node.Name != "Borland" || edges[0].Score < 0.5 {
		t.Errorf("the word itself comes first: %+v", edges)
	}
}

// TestSearchAsTyped: names are found as people type them: without apostrophes, with blanks, behind a title, and in another script while being typed.
func TestSearchAsTyped(t *testing.T) {
	store := openGraph(t)
	runCypher(t, managedtest.Start(t), `UNWIND [['Maeve O’Neill', 'x'], ['Lena Dangelo', 'x'], ['Chamber of Forland', 'x'], ['Ruhollah Rahimi', 'pe:=rhlrhm'], ['President Palace Museum', 'x']] AS row
CREATE (e:Entity:Person {id: 'ent_' + row[0], type: 'Person', name: row[0], aliases: []}) MERGE (k:Sound {key: row[1]}) MERGE (e)-[:SOUNDS]->(k)`)
	v, err := kg.NewVocabulary(kgtest.Predicates())
	if err != nil {
		t.Fatal(err)
	}
	sounds := func(_ kg.EntityType, names ...string) []string {
		return map[string][]string{"روح الله": {"pe:=rhl"}}[names[0]]
	}
	h, err := graph.Handler(graph.Options{Store: store, Ingester: goldentest.Refusing{}, Asker: ask.New(v), Vocabulary: v, Now: testNow, Sounds: sounds})
	if err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{"oneill": "Maeve O’Neill", "O Neill": "Maeve O’Neill", "o'neill": "Maeve O’Neill", "Sen. O’Neill": "Maeve O’Neill",
		"D'Angelo": "Lena Dangelo", "D Angelo": "Lena Dangelo", "President of the Chamber": "Chamber of Forland", "president palace": "President Palace Museum"} {
		if edges := searchFor(t, h, query, ", types: [Person]").Data.Search.Edges; len(edges) == 0 || edges[0].Node.Name != want {
			t.Errorf("search %s: %+v, want %s", query, edges, want)
		}
	}
	for prefix, want := range map[string]string{"onei": "Maeve O’Neill", "o nei": "Maeve O’Neill", "d'ang": "Lena Dangelo", "روح الله": "Ruhollah Rahimi"} {
		_, text := post(h, fmt.Sprintf(`{ suggest(prefix: %q, types: [Person]) { name } }`, prefix), nil)
		if !strings.Contains(text, want) {
			t.Errorf("suggest %s: %s, want %s", prefix, text, want)
		}
	}
}

// TestFindQuoteInOneArticle: where several articles have the words, or nearly so, only the one asked for is looked at; one that is not there has none.
func TestFindQuoteInOneArticle(t *testing.T) {
	store := openGraph(t)
	for _, title := range []string{"Morning", "Evening"} {
		record := kgtest.Record("Varland recognized Borland at last. "+title+" edition.", title, "2021-05-01",
			kgtest.Said{Sentence: "Varland recognized Borland at last", Subject: "Varland", Predicate: "RECOGNIZED", Object: "Borland"})
		if _, err := store.Save(context.Background(), record); err != nil {
			t.Fatal(err)
		}
	}
	h := newHandler(t, store)
	id := at(send(t, h, "", `{ articles(where: {title: {eq: "Evening"}}) { nodes { id } } }`), "articles", "nodes", 0, "id")
	for text, similar := range map[string]bool{"Varland recognized Borland at last": true, "Varland had recognised Borland at last": false} {
		got := send(t, h, "", `query { all: findQuote(text: %q) { article { title } } one: findQuote(text: %q, article: %q) { exact article { title } } none: findQuote(text: %q, article: "art_none") { exact } }`, text, text, id, text)
		if at(got, "all", 1) == nil || at(got, "one", 0, "article", "title") != "Evening" || at(got, "one", 0, "exact") != similar || at(got, "one", 1) != nil || at(got, "none", 0) != nil {
			t.Errorf("%s: %v", text, got)
		}
	}
}
