package main

import (
	"strings"
	"testing"

	"sayso/internal/kgtest"
)

const injection = `x'}) MATCH (n) DETACH DELETE n // "}) MATCH (m) DETACH DELETE m RETURN 1 //`

// ingestOne is an ingest of one article with the given fields.
func ingestOne(fields map[string]any) (string, map[string]any) {
	return `mutation($a: [ArticleInput!]!) { ingest(articles: $a) { results { article { id } error { code message } } } }`,
		map[string]any{"a": []any{fields}}
}

// hostile is one bad input: it must give an error of the code, and the graph must stay as it is.
type hostile struct {
	query     string
	variables map[string]any
	code      string
}

func hostileInputs() map[string]hostile {
	all := map[string]hostile{
		"forged cursor":            {`{ claims(after: "AAAA") { totalCount } }`, nil, "INVALID_INPUT"},
		"Cypher as a cursor":       {`query($c: String) { statements(after: $c) { totalCount } }`, map[string]any{"c": injection}, "INVALID_INPUT"},
		"cursor of another list":   {`{ claims(after: "krIhmFReeyJtIjoiVHEzTlB3IiwidiI6WyJSRUZVU0VEX1JFQ09HTklUSU9OIl19") { totalCount } }`, nil, "INVALID_INPUT"},
		"unknown predicate":        {`{ whoDid(predicate: "defenestrated", target: "Borland") { rows { status } } }`, nil, "INVALID_INPUT"},
		"Cypher as a predicate":    {`query($p: String!) { whoDid(predicate: $p, target: "Borland") { rows { status } } }`, map[string]any{"p": injection}, "INVALID_INPUT"},
		"unknown predicate id":     {`{ claims(where: {predicate: {eq: DEFENESTRATED}}) { totalCount } }`, nil, "INVALID_INPUT"},
		"number as predicate id":   {`{ claims(where: {predicate: {eq: 7}}) { totalCount } }`, nil, "INVALID_INPUT"},
		"no target":                {`{ whoDid(predicate: "recognized") { rows { status } } }`, nil, "INVALID_INPUT"},
		"bad date in a filter":     {`{ claims(where: {firstOn: {lt: "31.12.2022"}}) { totalCount } }`, nil, "INVALID_INPUT"},
		"object as a date":         {`{ claims(where: {firstOn: {lt: {year: 2022}}}) { totalCount } }`, nil, "INVALID_INPUT"},
		"page below nothing":       {`{ claims(first: -1) { totalCount } }`, nil, "INVALID_INPUT"},
		"page beyond measure":      {`{ claims(first: 2147483647) { nodes { id } } }`, nil, "QUERY_TOO_COSTLY"},
		"first and last":           {`{ claims(first: 1, last: 1) { totalCount } }`, nil, "INVALID_INPUT"},
		"two ways to order":        {`{ claims(orderBy: [{firstOn: ASC, lastOn: ASC}]) { totalCount } }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		"Cypher as a direction":    {"query($o: [ClaimOrder!]) { claims(orderBy: $o) { totalCount } }", map[string]any{"o": []any{map[string]any{"firstOn": injection}}}, "GRAPHQL_VALIDATION_FAILED"},
		"Cypher as a field":        {"{ claims(where: {`" + injection + "`: 1}) { totalCount } }", nil, "GRAPHQL_PARSE_FAILED"},
		"filter that never ends":   {"{ claims(where: " + strings.Repeat("{not: ", 60) + "{negated: {eq: true}}" + strings.Repeat("}", 60) + ") { totalCount } }", nil, "INVALID_INPUT"},
		"question of no words":     {`{ ask(question: "???") { graphql } }`, nil, "INVALID_INPUT"},
		"question without end":     {`query($q: String!) { ask(question: $q) { graphql } }`, map[string]any{"q": strings.Repeat("who ", 10_000)}, "INVALID_INPUT"},
		"actor of two kinds":       {`{ actor(id: "ent_x", name: "X") { name } }`, nil, "INVALID_INPUT"},
		"too many ids":             {`query($i: [ID!]!) { nodes(ids: $i) { id } }`, map[string]any{"i": make([]int, 500)}, "INVALID_INPUT"},
		"mutation that is unknown": {`mutation { deleteEverything }`, nil, "GRAPHQL_VALIDATION_FAILED"},
	}
	for name, c := range map[string]struct {
		fields map[string]any
		code   string
	}{
		"empty article":       {map[string]any{"text": "  \n "}, "INVALID_INPUT"},
		"no article":          {map[string]any{"title": "x"}, "INVALID_INPUT"},
		"binary":              {map[string]any{"text": "\x7fELF\x01\x01\x00\x00\x00"}, "INVALID_INPUT"},
		"wrong encoding":      {map[string]any{"text": strings.Repeat("caf\uFFFD ", 40)}, "INVALID_INPUT"},
		"huge":                {map[string]any{"text": strings.Repeat("All work and no play. ", 250_000)}, "TOO_LARGE"},
		"broken HTML":         {map[string]any{"html": "<html><body><div><p <p <p"}, "INVALID_INPUT"},
		"text and HTML":       {map[string]any{"text": "A said B.", "html": "<p>A said B.</p>"}, "INVALID_INPUT"},
		"bad date":            {map[string]any{"text": "A said B.", "publishedAt": "2022-13-01"}, "INVALID_INPUT"},
		"bad retrieval":       {map[string]any{"text": "A said B.", "retrievedAt": "now'; DROP"}, "INVALID_INPUT"},
		"endless URL":         {map[string]any{"text": "A said B.", "url": "https://example.org/" + strings.Repeat("x", 5000)}, "INVALID_INPUT"},
		"reading of nonsense": {map[string]any{"text": "A said B.", "reading": "nonsense"}, "INVALID_INPUT"},
	} {
		query, variables := ingestOne(c.fields)
		all[name] = hostile{query, variables, c.code}
	}
	return all
}

// TestHostileReadings: of a reading that comes with its article, what cannot be so is left out and named; the article is stored.
func TestHostileReadings(t *testing.T) {
	s := start(t, false)
	for name, c := range map[string]struct {
		text    string
		reading map[string]any
	}{
		"elsewhere": {"A said B.", map[string]any{"mentions": []any{map[string]any{"span": []int{0, 99}, "type": "PERSON", "entity": "A"}}}},
		"a lie":     {"A said C.", map[string]any{"claims": []any{map[string]any{"subject": "A", "predicate": injection, "object": "C", "evidence": []int{0, 8}}}}},
	} {
		before := s.counts()
		var data struct {
			Ingest struct {
				Results []struct {
					IsNew   bool
					LeftOut []struct{ What, Reason string }
				}
			}
		}
		s.ask(`mutation($a: [ArticleInput!]!) { ingest(articles: $a) { results { isNew leftOut { what reason } } } }`,
			map[string]any{"a": []any{map[string]any{"text": c.text, "reading": c.reading}}}, &data)
		if r := data.Ingest.Results[0]; !r.IsNew || len(r.LeftOut) != 1 || len(r.LeftOut[0].Reason) < 10 {
			t.Errorf("a reading of %s: %+v", name, r)
		}
		before.Articles++
		if after := s.counts(); after != before {
			t.Errorf("a reading of %s left %+v, want %+v", name, after, before)
		}
	}
}

// TestHostileInputs: each bad input gets a clear error, none leaves a trace.
func TestHostileInputs(t *testing.T) {
	s := start(t, false)
	for _, r := range kgtest.Recognitions() {
		if _, err := s.store.Save(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	before := s.counts()
	for name, h := range hostileInputs() {
		code, message := s.complaint(h)
		if code != h.code || len(message) < 15 {
			t.Errorf("%s: code %q, message %q; want %s", name, code, message, h.code)
		}
		if strings.Contains(message, "MATCH (n:") || strings.Contains(message, "Neo.Client") {
			t.Errorf("%s: the message tells internals: %s", name, message)
		}
		if after := s.counts(); after != before {
			t.Fatalf("%s changed the graph from %+v to %+v", name, before, after)
		}
	}
	for _, body := range []string{"", "{", "null", "[]", "\x00\x01", `{"query": 7}`, `{"query": "{ __typename }", "variables": []}`} {
		if a := s.post([]byte(body)); len(a.Errors) == 0 || a.Errors[0].Message == "" {
			t.Errorf("the body %q gave no error", body)
		}
	}
}

// complaint gives the code and message that an input met: of the request, or of the one article in it.
func (s started) complaint(h hostile) (code, message string) {
	a := s.query(h.query, h.variables)
	if len(a.Errors) > 0 {
		return a.Errors[0].Extensions.Code, a.Errors[0].Message
	}
	var data struct {
		Ingest struct {
			Results []struct {
				Error *struct{ Code, Message string }
			}
		}
	}
	s.ask(h.query, h.variables, &data)
	for _, r := range data.Ingest.Results {
		if r.Error != nil {
			return r.Error.Code, r.Error.Message
		}
	}
	return "", ""
}

// TestCypherInStrings: strings that are Cypher are only strings, wherever they stand.
func TestCypherInStrings(t *testing.T) {
	s := start(t, false)
	for _, r := range kgtest.Recognitions() {
		if _, err := s.store.Save(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	before := s.counts()
	for _, query := range []string{
		`query($x: String!, $i: ID!) { actors(where: {or: [{name: {eq: $x}}, {name: {contains: $x}}, {called: $x}, {kind: {in: [$x]}}, {id: {eq: $i}}]}) { totalCount } }`,
		`query($x: String!, $i: ID!) { statements(where: {quote: {exact: {contains: $x}}, speaker: {name: {startsWith: $x}}, extractor: {ne: $x}, id: {in: [$i]}}) { totalCount } }`,
		`query($x: String!, $i: ID!) { node(id: $i) { id } nodes(ids: [$i]) { id } actor(name: $x) { name } whoDid(predicate: "recognized", target: $x) { rows { status } } byId: whoDid(predicate: "recognized", targetId: $i) { rows { status } } }`,
	} {
		if a := s.query(query, map[string]any{"x": injection, "i": injection}); len(a.Errors) > 0 {
			t.Errorf("%s: %s", query, a.Errors[0].Message)
		}
	}
	query, variables := ingestOne(map[string]any{"text": "Borland recognized " + injection + ", Ann Lee said.", "title": injection, "url": injection, "publisher": injection})
	s.query(query, variables)
	after := s.counts()
	if after.Statements < before.Statements || after.Articles < before.Articles || after.Entities < before.Entities {
		t.Errorf("the graph shrank from %+v to %+v", before, after)
	}
}
