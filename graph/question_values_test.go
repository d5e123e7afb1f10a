package graph_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"sayso/graph"
	"sayso/internal/compile"
)

// textStore keeps the texts it is given.
type textStore struct{ texts []string }

func (s *textStore) Query(_ context.Context, q compile.Query) (any, error) {
	s.texts = append(s.texts, q.Text)
	return nil, nil
}

// TestQuestionsKeepValuesOut: whatever a request names travels as a parameter; the Cypher is the same for every value.
func TestQuestionsKeepValuesOut(t *testing.T) {
	for name, query := range map[string]string{
		"whoDid":     `query($v: String) { whoDid(predicate: "met", target: $v) { target { id } rows { evidence { id } } leftOut { count } absence { kind statements { id } } } }`,
		"byId":       `query($v: ID) { whoDid(predicate: "met", targetId: $v) { rows { status } absence { kind } } }`,
		"whatDid":    `query($v: String) { whatDid(actor: $v, target: $v) { rows { status } absence { kind } } }`,
		"between":    `query($v: String) { between(a: $v, b: $v) { rows { status } statements { id } absence { kind } } }`,
		"timeline":   `query($v: String) { timeline(actor: $v, target: $v) { reversals entries { supersedes { id } } } }`,
		"activity":   `query($v: String) { activity(by: DAY, where: {speaker: {called: $v}, cue: {some: {contains: $v}}, asserts: {some: {text: {eq: $v}}}}) { undated } }`,
		"neighbours": `query($v: String) { neighbours(actor: $v, where: {text: {contains: $v}}) { totalCount edges { claimCount } } }`,
		"path":       `query($v: String) { path(from: $v, to: $v, where: {text: {eq: $v}}) { paths { length } } }`,
		"disputes":   `query($v: String) { disputes(target: $v) { totalCount nodes { kind } } }`,
		"actors":     `query($v: String) { actors(where: {calledLike: $v, aliases: {none: {eq: $v}}, description: {endsWith: $v}}) { totalCount } }`,
	} {
		store := &textStore{}
		h := limited(t, graph.Options{Store: store})
		for _, value := range []string{"zebra", "`zebra'}) DETACH DELETE (zebra) //", `zebra"] \u0027 $p0`} {
			variables, _ := json.Marshal(map[string]any{"v": value})
			post(h, query, variables)
		}
		if len(store.texts) != 3 {
			t.Errorf("%s: %d of 3 requests reached the graph", name, len(store.texts))
			continue
		}
		for _, text := range store.texts {
			if strings.Contains(text, "zebra") || text != store.texts[0] {
				t.Errorf("%s: the text depends on the value:\n%s", name, text)
			}
		}
	}
}
