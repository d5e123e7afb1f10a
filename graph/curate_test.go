package graph_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"sayso/graph"
	"sayso/graph/goldentest"
	"sayso/internal/ask"
	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo"
)

// curating serves a graph in which people may decide.
func curating(t testing.TB, store *neo.Store) http.Handler {
	t.Helper()
	v, err := kg.NewVocabulary(kgtest.Predicates())
	if err != nil {
		t.Fatal(err)
	}
	h, err := graph.Handler(graph.Options{Store: store, Ingester: goldentest.Refusing{}, Asker: ask.New(v), Vocabulary: v, Curator: store, Feed: store, Now: testNow})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// send posts a query and reads the answer's data; an error in the answer fails the test unless code names it.
func send(t *testing.T, h http.Handler, code, query string, args ...any) map[string]any {
	t.Helper()
	_, body := post(h, fmt.Sprintf(query, args...), nil)
	var answer struct {
		Data   map[string]any
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	got := ""
	if len(answer.Errors) > 0 {
		got = answer.Errors[0].Extensions.Code
	}
	if got != code {
		t.Fatalf("%s\ngave the code %q, want %q: %s", query, got, code, body)
	}
	return answer.Data
}

// at walks into an answer.
func at(v any, path ...any) any {
	for _, step := range path {
		switch step := step.(type) {
		case string:
			m, _ := v.(map[string]any)
			v = m[step]
		case int:
			l, _ := v.([]any)
			if step >= len(l) {
				return nil
			}
			v = l[step]
		}
	}
	return v
}

func place(name string) string { return kg.EntityID(kg.Place, name) }

const who = `{ whoDid(predicate: "recognized", target: "Borland") { rows { actor { id name } articles } leftOut { status count } } }`

// actors lists the names in the rows of who.
func actors(t *testing.T, h http.Handler) string {
	t.Helper()
	rows, _ := at(send(t, h, "", who), "whoDid", "rows").([]any)
	var names []string
	for _, r := range rows {
		names = append(names, fmt.Sprint(at(r, "actor", "name")))
	}
	return strings.Join(names, " ")
}

// TestJudgeWithForce: a person and a place become one only with force.
func TestJudgeWithForce(t *testing.T) {
	store := openGraph(t)
	person := kg.NewEntity(kg.Person, "Arland")
	text := "Arland met nobody."
	if _, err := store.Save(t.Context(), kg.Record{Article: kg.Article{ID: kg.ArticleID(text), OriginID: kg.ArticleID(text), Text: text}, Entities: []kg.Entity{person}}); err != nil {
		t.Fatal(err)
	}
	h := curating(t, store)
	refused := `mutation { judge(left: %q, right: %q, verdict: SAME, reason: "one", by: "me") { id } }`
	send(t, h, "CONFLICT", refused, person.ID, place("Arland"))
	send(t, h, "", strings.Replace(refused, "by:", "force: true, by:", 1), person.ID, place("Arland"))
}

func TestJudgeThroughTheAPI(t *testing.T) {
	h := curating(t, openGraph(t))
	before := actors(t, h)
	judged := send(t, h, "", `mutation { judge(left: %q, right: %q, verdict: SAME, reason: "one country", by: "me") {
		id verdict status by reason score automatic leftName rightName actors { name } history { nodes { kind by } } } }`, place("Arland"), place("Forland"))
	if at(judged, "judge", "verdict") != "SAME" || at(judged, "judge", "history", "nodes", 0, "kind") != "ACTORS_JUDGED" {
		t.Errorf("judged: %v", judged)
	}
	merged := actors(t, h)
	if len(strings.Fields(merged)) != len(strings.Fields(before))-1 {
		t.Errorf("merged, who recognized is %q, before %q", merged, before)
	}
	for _, id := range []string{place("Arland"), place("Forland")} {
		found := send(t, h, "", `{ actor(id: %q) { name aliases } node(id: %[1]q) { ... on Place { name } } history(id: %[1]q) { nodes { kind } } }`, id)
		if at(found, "actor", "name") == nil || at(found, "actor", "name") != at(found, "node", "name") || len(at(found, "actor", "aliases").([]any)) == 0 ||
			at(found, "history", "nodes", 0, "kind") != "ACTORS_JUDGED" {
			t.Errorf("%s is %v", id, found)
		}
	}
	send(t, h, "CONFLICT", `mutation { judge(left: %q, right: %q, verdict: DIFFERENT, reason: "x", by: "you") { id }
		again: undo(judgement: %q, reason: "mistaken", by: "me") { status } twice: undo(judgement: %[3]q, reason: "mistaken", by: "me") { status } }`,
		place("Arland"), place("Borland"), at(judged, "judge", "id"))
	if after := actors(t, h); after != before {
		t.Errorf("undone, who recognized is %q, before %q", after, before)
	}
	send(t, h, "NOT_FOUND", `mutation { undo(judgement: "ju_x", reason: "x", by: "me") { id } }`)
	send(t, h, "INVALID_INPUT", `mutation { judge(left: %q, right: %q, verdict: SPLIT, reason: "x", by: "me") { id } }`, place("Arland"), place("Borland"))
	waiting := send(t, h, "", `{ judgements(where: {status: {eq: ACTIVE}, verdict: {eq: DIFFERENT}}, orderBy: [{score: DESC}]) { totalCount nodes { leftName rightName } } }`)
	if at(waiting, "judgements", "totalCount") != 1.0 {
		t.Errorf("judgements: %v", waiting)
	}
}

// TestOverruled: a doubt waits until somebody decides, and waits again when the decision is taken back.
func TestOverruled(t *testing.T) {
	store := openGraph(t)
	h := curating(t, store)
	left, right := place("Arland"), place("Borland")
	// It is the latest of all, and a person's counts more all the same.
	doubt := kg.Judgement{Left: left, Right: right, Verdict: kg.Unsure, Score: 0.6, By: "linker", Automatic: true, At: "2999-01-01"}
	if _, err := store.Judge(t.Context(), doubt); err != nil {
		t.Fatal(err)
	}
	waiting := func() string {
		found := send(t, h, "", `{ judgements(where: {status: {eq: ACTIVE}, verdict: {eq: UNSURE},
			overruled: {eq: false}}) { nodes { by overruled } } }`)
		nodes, _ := at(found, "judgements", "nodes").([]any)
		var by []string
		for _, n := range nodes {
			by = append(by, fmt.Sprint(at(n, "by"), at(n, "overruled")))
		}
		return strings.Join(by, " ")
	}
	judge := func(verdict, by string) any {
		judged := send(t, h, "", `mutation { judge(left: %q, right: %q, verdict: %s, reason: "x", by: %q) { id } }`, right, left, verdict, by)
		return at(judged, "judge", "id")
	}
	for _, step := range []struct {
		name, want string
		do         func()
	}{
		{"the linker doubts", "linkerfalse", func() {}},
		{"a person doubts too", "mefalse", func() { judge("UNSURE", "me") }},
		{"somebody parts another pair", "mefalse", func() {
			send(t, h, "", `mutation { judge(left: %q, right: %q, verdict: DIFFERENT, reason: "x", by: "you") { id } }`,
				left, place("Forland"))
		}},
		{"somebody decides, and takes it back", "mefalse", func() {
			id := judge("DIFFERENT", "you")
			if got := waiting(); got != "" {
				t.Errorf("decided, there waits %q", got)
			}
			send(t, h, "", `mutation { undo(judgement: %q, reason: "x", by: "you") { status } }`, id)
		}},
	} {
		step.do()
		if got := waiting(); got != step.want {
			t.Errorf("%s: there waits %q, want %q", step.name, got, step.want)
		}
	}
}

func TestSplitThroughTheAPI(t *testing.T) {
	h := curating(t, openGraph(t))
	before := actors(t, h)
	third := kgtest.Recognitions()[1].Article.ID
	split := send(t, h, "", `mutation { split(actor: %q, articles: [%q], name: "Arland (province)", reason: "the province is meant", by: "me") { id right verdict } }`, place("Arland"), third)
	if got := actors(t, h); !strings.Contains(got, "Arland (province)") {
		t.Errorf("split, who recognized is %q", got)
	}
	send(t, h, "", `mutation { undo(judgement: %q, reason: "it was the country", by: "me") { status } }`, at(split, "split", "id"))
	if got := actors(t, h); got != before {
		t.Errorf("undone, who recognized is %q, before %q", got, before)
	}
}

func TestStatementsThroughTheAPI(t *testing.T) {
	h := curating(t, openGraph(t))
	first := kgtest.Recognitions()[0]
	st := first.Statements[0].ID
	version := at(send(t, h, "", `{ node(id: %q) { ... on Statement { version review } } }`, st), "node", "version")
	reviewed := send(t, h, "", `mutation { review(statement: %q, review: REJECTED, reason: "misread", by: "me", version: %v) { review status version history { nodes { kind by reason before after } } } }`, st, version)
	if at(reviewed, "review", "status") != "RETRACTED" || at(reviewed, "review", "version") != 2.0 || at(reviewed, "review", "history", "nodes", 0, "by") != "me" {
		t.Errorf("reviewed: %v", reviewed)
	}
	send(t, h, "CONFLICT", `mutation { review(statement: %q, review: ACCEPTED, reason: "x", by: "me", version: 1) { id } }`, st)
	send(t, h, "", `mutation { review(statement: %q, review: ACCEPTED, reason: "it is right after all", by: "me") { status } }`, st)
	added := send(t, h, "", `mutation { addStatement(reason: "missed", by: "me", statement: {article: %q, exact: "Cesland recognized Borland too", speaker: %q,
		claims: [{predicate: RECOGNIZED, subjectId: %q, objectId: %q}]}) { id form quote { exact start end status } speaker { name } extractor review
		asserts { modality rules claim { text } } article { id } } }`, first.Article.ID, place("Arland"), place("Cesland"), place("Borland"))
	if at(added, "addStatement", "asserts", 0, "claim", "text") != "Cesland recognized Borland" || len(at(added, "addStatement", "asserts", 0, "rules").([]any)) != 0 || at(added, "addStatement", "extractor") != "by hand: me" {
		t.Errorf("added: %v", added)
	}
	corrected := send(t, h, "", `mutation { correct(statement: %q, reason: "it was hedged", by: "me", correction: {article: %q, exact: "Reportedly Cesland recognized Borland too",
		modality: HEDGED}) { id modality corrects { id status correctedBy { modality } } } }`, at(added, "addStatement", "id"), first.Article.ID)
	if at(corrected, "correct", "corrects", "status") != "CORRECTED" || at(corrected, "correct", "corrects", "correctedBy", "modality") != "HEDGED" {
		t.Errorf("corrected: %v", corrected)
	}
	retracted := send(t, h, "", `mutation { retract(statement: %q, reason: "withdrawn", by: "me") { status } }`, at(corrected, "correct", "id"))
	if at(retracted, "retract", "status") != "RETRACTED" {
		t.Errorf("retracted: %v", retracted)
	}
	send(t, h, "QUOTE_NOT_FOUND", `mutation { addStatement(reason: "x", by: "me", statement: {article: %q, exact: "Cesland conquered Borland"}) { id } }`, first.Article.ID)
}

func TestOpinionsAndWordsThroughTheAPI(t *testing.T) {
	h := curating(t, openGraph(t))
	st := kgtest.Recognitions()[0].Statements[0].ID
	send(t, h, "", `mutation { rateSource(source: %q, reliability: "C", reason: "state agency", by: "me") { grade of by }
		rateStatement(statement: %q, credibility: 2, reason: "two sources", by: "me") { grade } }`, place("Arland"), st)
	rated := send(t, h, "", `{ actor(id: %q) { ratings { grade by reason } } node(id: %q) { ... on Statement { ratings { grade } } } }`, place("Arland"), st)
	if at(rated, "actor", "ratings", 0, "grade") != "C" || at(rated, "node", "ratings", 0, "grade") != "2" {
		t.Errorf("rated: %v", rated)
	}
	send(t, h, "INVALID_INPUT", `mutation { rateStatement(statement: %q, credibility: 9, reason: "x", by: "me") { id } }`, st)
	send(t, h, "INVALID_INPUT", `{ whoDid(predicate: "gave its blessing to", target: "Borland") { rows { articles } } }`)
	send(t, h, "", `mutation { changePredicate(predicate: {id: RECOGNIZED, synonyms: ["gave its blessing to"]}, reason: "idiom", by: "me") { id synonyms } }`)
	blessed := send(t, h, "", `{ whoDid(predicate: "gave its blessing to", target: "Borland") { rows { articles } } }`)
	if len(at(blessed, "whoDid", "rows").([]any)) == 0 {
		t.Errorf("the new words lead to nothing: %v", blessed)
	}
	feed := send(t, h, "", `{ changes(orderBy: [{seq: ASC}], first: 100) { nodes { seq kind at by articles { title } statements { quote { exact } } actors { name } ratings { grade } predicates { id } } } }`)
	nodes := at(feed, "changes", "nodes").([]any)
	for i, n := range nodes {
		if at(n, "seq") != float64(i+1) {
			t.Errorf("change %d is %v", i, n)
		}
	}
	if last := nodes[len(nodes)-1]; at(last, "kind") != "VOCABULARY_CHANGED" || at(last, "predicates", 0, "id") != "RECOGNIZED" {
		t.Errorf("the last change is %v", last)
	}
}
