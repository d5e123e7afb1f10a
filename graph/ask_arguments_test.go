package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAskWithin: what is set beside a question wins over its words, stands in the query that the answer gives, and that query gives the same rows; a reading and a
// sense are picked by what the alternatives say.
func TestAskWithin(t *testing.T) {
	h := newHandler(t, openGraph(t))
	actors := func(data any, path ...any) (out []string) {
		for i := 0; ; i++ {
			name := at(data, append(path, "rows", i, "actor", "name")...)
			if name == nil {
				return out
			}
			out = append(out, name.(string))
		}
	}
	const fields = `{ graphql interpretation { text kind confidence alternatives { text reading actorId targetId } } rows { actor { name } } }`
	for within, want := range map[string][]string{
		"":                          {"Forland", "Arland"},
		`, includeNonFactual: true`: {"Forland", "Arland", "Cesland"},
		`, asOf: "2019-12"`:         {"Forland"},
		`, since: "2020-06"`:        {"Arland"},
		`, knownAt: "2019"`:         nil,
		`, speaker: "Nobody Known"`: nil,
	} {
		data := send(t, h, "", `{ ask(question: "Who recognized Borland?"%s) %s }`, within, fields)
		if diff := cmp.Diff(want, actors(data, "ask")); diff != "" {
			t.Errorf("within %s: %s", within, diff)
		}
		again := send(t, h, "", "%s", at(data, "ask", "graphql"))
		if diff := cmp.Diff(want, actors(again, "whoDid")); diff != "" {
			t.Errorf("within %s, by the answer's GraphQL: %s", within, diff)
		}
	}
	data := send(t, h, "", `{ ask(question: "What happened between Arland and Twin since 2018?", since: "2019") %s }`, fields)
	if text := at(data, "ask", "interpretation", "text").(string); !strings.Contains(text, "2019") || strings.Contains(text, "2018") {
		t.Errorf("the text is %q", text)
	}
	if whole := send(t, h, "", `{ ask(question: "How are Arland and Twin connected?") { senses { actor { id } } rows { actor { id } } } }`); at(whole, "ask", "senses") != nil {
		t.Errorf("an answer about two names has senses: %v", whole)
	}
	for i, picked := 0, 0; picked < 2; i++ {
		alternative := at(data, "ask", "interpretation", "alternatives", i)
		if alternative == nil {
			t.Fatalf("%d alternatives are senses: %v", picked, data)
		}
		if id := at(alternative, "targetId"); id != nil {
			picked++
			one := send(t, h, "", `{ ask(question: "What happened between Arland and Twin since 2018?", reading: %v, targetId: %q) { graphql } }`, at(alternative, "reading"), id)
			if text := at(one, "ask", "graphql").(string); !strings.Contains(text, fmt.Sprintf("bId: %q", id)) {
				t.Errorf("the sense %v gives %s", id, text)
			}
		}
	}
	for wrong, part := range map[string]string{
		`question: "Who recognized Borland?", reading: 40`:     "reading is 40",
		`question: "Who recognized Borland?", reading: -1`:     "reading is -1",
		`question: "Who recognized Borland?", actorId: "x"`:    "names nobody who did it",
		`question: "Who recognized Borland?", asOf: "someday"`: "is not a date",
	} {
		_, answer := post(h, `{ ask(`+wrong+`) { graphql } }`, nil)
		if code, message := firstError(t, answer); code != "INVALID_INPUT" || !strings.Contains(message, part) {
			t.Errorf("%s gave %s %q", wrong, code, message)
		}
	}
}
