package mcp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"sayso/internal/kg"
)

// cited is a statement as the API gives it.
func cited(n int) map[string]any {
	return map[string]any{"id": fmt.Sprint("st_", n), "modality": "ASSERTED", "date": "2024-05-01", "quote": map[string]any{"exact": fmt.Sprint("quote ", n), "start": n, "end": n + 7},
		"source": []any{map[string]any{"text": "a harbour pilot"}}, "via": []any{map[string]any{"name": "Selm Courier"}},
		"article": map[string]any{"id": "art_1", "title": "Quay shut", "publishedAt": "2024-05-01", "publisher": map[string]any{"name": "Dorn Gazette"}}}
}

// fake answers as the API does: thirty rows, thirty statements, an article of 9000 letters.
func fake(_ context.Context, document string, variables map[string]any, out any) error {
	var data map[string]any
	switch document {
	case "ask":
		if variables["question"] == "?" {
			return kg.Errorf(kg.Invalid, "ask a question such as: who banned Norlin?")
		}
		if variables["question"] == "broken" {
			return errors.New("dial tcp 127.0.0.1:7687: refused")
		}
		if variables["question"] == "who left Norlin?" {
			data = map[string]any{"ask": map[string]any{"interpretation": map[string]any{"text": "Who left Norlin.", "confidence": 0.9, "search": "left OR Norlin"},
				"absence": map[string]any{"kind": "NO_STATEMENT"}}}
			break
		}
		data = map[string]any{"ask": map[string]any{"interpretation": map[string]any{"text": "Who banned Norlin.", "confidence": 0.9, "search": "banned OR Norlin"},
			"rows": rows(30), "leftOut": []any{map[string]any{"modality": "HEDGED", "count": 2, "status": "CURRENT"}}}}
	case "nearest":
		if variables["query"] != "left OR Norlin" {
			return errors.New("nothing is searched for where there are facts")
		}
		article := map[string]any{"id": "art_2", "title": "Norlin", "publisher": map[string]any{"name": "Dorn Gazette"}}
		data = map[string]any{"search": map[string]any{"edges": []any{
			map[string]any{"passage": map[string]any{"text": "All left Norlin.", "start": 4, "end": 20}, "node": article},
			map[string]any{"passage": nil, "node": article}}}}
	case "who_did":
		data = map[string]any{"whoDid": map[string]any{"predicates": []any{map[string]any{"id": "BANNED"}}, "rows": rows(2),
			"absence": map[string]any{"kind": "NO_STATEMENT", "coveredUntil": "2024"}}}
	case "statements":
		data = map[string]any{"statements": listed(variables)}
	case "find_quote":
		data = map[string]any{"findQuote": []any{map[string]any{"similarity": 0.9, "text": "quote 1", "start": 1, "end": 8, "article": cited(1)["article"], "statement": cited(1),
			"differences": []any{map[string]any{"kind": "CHANGED", "given": map[string]any{"text": "a"}, "found": map[string]any{"text": "b"}}}}}}
	case "article":
		if variables["id"] != "art_1" {
			data = map[string]any{"node": nil}
			break
		}
		data = map[string]any{"node": map[string]any{"id": "art_1", "title": "Quay shut", "text": strings.Repeat("я", 9000)}}
	}
	text, err := json.Marshal(data)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, out)
}

func rows(n int) []any {
	var out []any
	for i := range n {
		out = append(out, map[string]any{"actor": map[string]any{"name": fmt.Sprint("Actor ", i)}, "target": map[string]any{"name": "Norlin"}, "predicate": "BANNED",
			"status": "LIFTED_MEASURES_ON", "firstOn": "2024", "origins": 1, "evidence": []any{cited(i)}})
	}
	return out
}

func listed(variables map[string]any) map[string]any {
	start := 0
	if after, ok := variables["after"].(string); ok {
		_, _ = fmt.Sscan(after, &start)
	}
	var edges []any
	for i := start; i < 30; i++ {
		edges = append(edges, map[string]any{"cursor": fmt.Sprint(i + 1), "node": cited(i)})
	}
	return map[string]any{"totalCount": 30, "pageInfo": map[string]any{"hasNextPage": false}, "edges": edges}
}

// connected is a client of the official SDK with our server at the other end.
func connected(t *testing.T) *sdk.ClientSession {
	t.Helper()
	ctx := context.Background()
	here, there := sdk.NewInMemoryTransports()
	server := New("test", fake, Documents{"ask", "nearest", "who_did", "statements", "article", "find_quote"})
	if _, err := server.Connect(ctx, there, nil); err != nil {
		t.Fatal(err)
	}
	session, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(ctx, here, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = session.Close() })
	return session
}

// call calls a tool and decodes what it gives.
func call[T any](t *testing.T, session *sdk.ClientSession, name string, arguments map[string]any) (out T, failure string) {
	t.Helper()
	result, err := session.CallTool(context.Background(), &sdk.CallToolParams{Name: name, Arguments: arguments})
	if err != nil {
		return out, err.Error()
	}
	if result.IsError {
		return out, result.Content[0].(*sdk.TextContent).Text
	}
	text, err := json.Marshal(result.StructuredContent)
	if err == nil {
		err = json.Unmarshal(text, &out)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out, ""
}

// TestTools: task tools only, all of them read-only, each with schemas for what goes in and comes out.
func TestTools(t *testing.T) {
	list, err := connected(t).ListTools(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, tool := range list.Tools {
		names = append(names, tool.Name)
		if !tool.Annotations.ReadOnlyHint || tool.InputSchema == nil || tool.OutputSchema == nil || len(tool.Description) < 40 {
			t.Errorf("%+v", tool)
		}
	}
	if got := strings.Join(names, " "); got != "article ask find_quote statements who_did" {
		t.Error(got)
	}
}

// TestNearest: where nothing answers a question, what has most of its words is given, and said to be no answer.
func TestNearest(t *testing.T) {
	out, failure := call[FactsOut](t, connected(t), "ask", map[string]any{"question": "who left Norlin?"})
	if failure != "" || out.Total != 0 || len(out.Nearest) != 1 {
		t.Fatalf("%s %+v", failure, out)
	}
	if c := out.Nearest[0]; c.Quote != "All left Norlin." || c.Start != 4 || c.End != 20 || c.ArticleID != "art_2" || c.Outlet != "Dorn Gazette" || c.SaidBy != "see the article" {
		t.Errorf("%+v", c)
	}
}

// TestBudgets: each answer keeps within its tokens, and the cursors lead through everything once.
func TestBudgets(t *testing.T) {
	session := connected(t)
	seen := map[string]bool{}
	arguments := map[string]any{"question": "who banned Norlin?", "max_tokens": 500}
	for {
		out, failure := call[FactsOut](t, session, "ask", arguments)
		if failure != "" || len(out.Facts) == 0 || out.Total != 30 || out.Understood == "" || out.LeftOut != "2 hedged" {
			t.Fatalf("%s %+v", failure, out)
		}
		for _, f := range out.Facts {
			if seen[f.Text] || len(f.Citations) == 0 || f.Citations[0].SaidBy != "a harbour pilot" || f.Citations[0].Outlet != "Dorn Gazette" {
				t.Errorf("%+v", f)
			}
			seen[f.Text] = true
		}
		if text, _ := json.Marshal(out.Facts); len(text) > 500*bytesPerToken {
			t.Errorf("%d bytes for 500 tokens", len(text))
		}
		if out.Next == "" {
			break
		}
		arguments["cursor"] = out.Next
	}
	if len(seen) != 30 || !seen["Actor 3 banned Norlin; its latest position: lifted measures on"] {
		t.Errorf("%d facts: %v", len(seen), seen)
	}
	quotes, cursor := 0, ""
	for {
		out, failure := call[StatementsOut](t, session, "statements", map[string]any{"speaker": "Voss", "cursor": cursor, "max_tokens": 300})
		if failure != "" || len(out.Statements) == 0 {
			t.Fatal(failure)
		}
		quotes += len(out.Statements)
		if cursor = out.Next; cursor == "" {
			break
		}
	}
	if quotes != 30 {
		t.Errorf("%d statements", quotes)
	}
	text, cursor := "", ""
	for {
		out, failure := call[ArticleOut](t, session, "article", map[string]any{"id": "art_1", "cursor": cursor, "max_tokens": 1000})
		if failure != "" || out.Start != len([]rune(text)) || out.Length != 9000 {
			t.Fatal(failure, out.Start)
		}
		text += out.Text
		if cursor = out.Next; cursor == "" {
			break
		}
	}
	if text != strings.Repeat("я", 9000) {
		t.Errorf("%d letters", len([]rune(text)))
	}
}

// TestAdvice: what goes wrong is told so that an agent can mend it, and nothing of the inside.
func TestAdvice(t *testing.T) {
	session := connected(t)
	for _, c := range []struct {
		tool      string
		arguments map[string]any
		want      string
	}{
		{"ask", map[string]any{"question": "?"}, "INVALID_INPUT: ask a question such as"},
		{"ask", map[string]any{"question": "broken"}, "try again"},
		{"ask", map[string]any{}, "question"},
		{"ask", map[string]any{"question": "who?", "cursor": "nonsense"}, "as next"},
		{"article", map[string]any{"id": "art_9"}, "NOT_FOUND"},
	} {
		_, failure := call[FactsOut](t, session, c.tool, c.arguments)
		if !strings.Contains(failure, c.want) || strings.Contains(failure, "7687") {
			t.Errorf("%s %v: %q", c.tool, c.arguments, failure)
		}
	}
	who, failure := call[FactsOut](t, session, "who_did", map[string]any{"predicate": "banned", "target": "Norlin"})
	if failure != "" || len(who.Facts) != 2 || who.Absence != "no statement, as far as articles up to 2024" {
		t.Errorf("%s %+v", failure, who)
	}
	found, failure := call[FindQuoteOut](t, session, "find_quote", map[string]any{"text": "quote 1"})
	if failure != "" || found.Matches[0].Differences[0] != `CHANGED: "a" → "b"` || found.Matches[0].SaidBy != "a harbour pilot" {
		t.Errorf("%s %+v", failure, found)
	}
}
