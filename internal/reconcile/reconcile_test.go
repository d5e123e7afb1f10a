package reconcile

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// known are the actors of a small graph: namesakes, other scripts, a bare surname, a town and its newspaper.
var known = []actor{
	{Type: "Person", ID: "ent_1", Name: "Irena Halász", Aliases: []string{"Halász"}},
	{Type: "Person", ID: "ent_2", Name: "Marek Halász", Aliases: []string{"Halász"}},
	{Type: "Person", ID: "ent_3", Name: "Тимур Жолдасов", Description: "harbour master"},
	{Type: "Organization", ID: "ent_4", Name: "Selm Courier", Kind: "outlet"},
	{Type: "Place", ID: "ent_5", Name: "Selm", Kind: "settlement", WikidataID: "Q999"},
	{Type: "Organization", ID: "ent_6", Name: "Selm", Kind: "football club"},
}

// fake answers as the API does, with all that are of the types asked for and in the order given.
func fake(_ context.Context, document string, variables map[string]any, out any) error {
	var data any
	switch document {
	case "candidates":
		kinds, _ := variables["types"].([]string)
		edges := []any{}
		for _, a := range known {
			if slices.Contains(kinds, a.Type) {
				edges = append(edges, map[string]any{"score": 0.4, "node": a})
			}
		}
		data = map[string]any{"search": map[string]any{"edges": edges}}
	case "quotes":
		data = map[string]any{"findQuote": []any{
			map[string]any{"similarity": 1, "exact": true, "statement": map[string]any{"id": "st_1", "quote": map[string]any{"exact": "Nothing was paid"}, "speaker": map[string]any{"name": "Irena Halász"}}, "article": map[string]any{"title": "Quay shut"}},
			map[string]any{"similarity": 0.6, "article": map[string]any{}}}}
	case "things":
		nodes := []any{}
		for _, id := range variables["ids"].([]string) {
			at := slices.IndexFunc(known, func(a actor) bool { return a.ID == id })
			if at < 0 {
				nodes = append(nodes, nil)
				continue
			}
			one := map[string]any{"totalCount": 3, "nodes": []any{map[string]any{"quote": map[string]any{"exact": "<b>Nothing</b> was paid"}, "date": "2024-05"}}}
			nodes = append(nodes, map[string]any{"__typename": known[at].Type, "id": id, "name": known[at].Name, "aliases": known[at].Aliases, "kind": known[at].Kind,
				"statements": one, "subjectOf": map[string]any{"totalCount": 1}, "objectOf": map[string]any{"totalCount": 0}, "articles": map[string]any{"totalCount": 2}})
		}
		data = map[string]any{"nodes": nodes}
	case "suggest":
		data = map[string]any{"suggest": []any{map[string]any{"name": "Halász", "node": map[string]any{"__typename": "Person", "id": "ent_1", "canonical": "Irena Halász"}}}}
	}
	text, err := json.Marshal(data)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, out)
}

func serve(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(Handler("/reconcile", fake, Documents{"candidates", "quotes", "things", "suggest"}))
	t.Cleanup(server.Close)
	return server.URL + "/reconcile"
}

// TestMatches: a name that is somebody's is taken without a look, one that may be two people's, a bare surname and a mere likeness are not.
func TestMatches(t *testing.T) {
	s := &service{fake, Documents{"candidates", "quotes", "things", "suggest"}}
	for _, c := range []struct {
		q     query
		id    string
		match bool
	}{
		{query{name: "irena halasz"}, "ent_1", true},
		{query{name: "Halász, Irena"}, "ent_1", true},
		{query{name: "Irina Halasz"}, "ent_1", false},
		{query{name: "Halasz", kind: "Person"}, "ent_1", false},
		{query{name: "Timur Zholdasov"}, "ent_3", true},
		{query{name: "Selm", kind: "Place"}, "ent_5", true},
		{query{name: "Selm"}, "ent_5", false},
		{query{name: "Selm", properties: map[string]string{"kind": "football club"}}, "ent_6", true},
		{query{name: "whatever", properties: map[string]string{"wikidataId": "Q999"}}, "ent_5", true},
		{query{name: "Nothing was paid", kind: "Quote"}, "st_1", true},
	} {
		c.q.limit = usualLimit
		found, err := s.candidates(context.Background(), c.q)
		if err != nil || len(found) == 0 || found[0].ID != c.id || found[0].Match != c.match {
			t.Errorf("%+v: %+v %v", c.q, found, err)
		}
		for i, f := range found {
			if f.Score < 0 || f.Score > 100 || i > 0 && (f.Match || f.Score > found[i-1].Score) {
				t.Errorf("%+v: %+v", c.q, found)
			}
		}
	}
	if found, err := s.candidates(context.Background(), query{name: " ", limit: 5}); err != nil || len(found) != 0 {
		t.Errorf("no name: %+v %v", found, err)
	}
}

// exchanges are a request of each kind, with the schema of its answer.
func exchanges(t *testing.T, root string) map[string]*http.Request {
	t.Helper()
	request := func(method, path, kind, body string) *http.Request {
		r, err := http.NewRequestWithContext(t.Context(), method, root+path, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", kind)
		return r
	}
	form := func(key, value string) *http.Request {
		return request(http.MethodPost, "", "application/x-www-form-urlencoded", url.Values{key: {value}}.Encode())
	}
	get := func(path string) *http.Request { return request(http.MethodGet, path, "", "") }
	post := func(path, body string) *http.Request { return request(http.MethodPost, path, "application/json", body) }
	const extend = `{"ids": ["ent_1", "ent_9"], "properties": [{"id": "alias", "settings": {"limit": "1"}}, {"id": "statements"}, {"id": "lastQuote"}, {"id": "nonsense"}]}`
	return map[string]*http.Request{
		"0.2/manifest":                               get(""),
		"0.2/reconciliation-result-batch":            form("queries", `{"q0": {"query": "Irena Halasz", "type": ["Person"], "limit": 2, "properties": [{"pid": "kind", "v": {"id": "x"}}]}, "q1": {"query": "Nothing", "type": "Quote"}}`),
		"0.2/data-extension-response":                form("extend", extend),
		"0.2/data-extension-property-proposal":       get("/properties?type=Person&limit=4"),
		"0.2/suggest-entities-response":              get("/suggest/entity?prefix=Hal"),
		"0.2/suggest-types-response":                 get("/suggest/type?prefix=pers"),
		"0.2/suggest-properties-response":            get("/suggest/property?prefix=wiki"),
		"1.0-draft/manifest":                         get("/1.0"),
		"1.0-draft/reconciliation-result-batch":      post("/1.0/match", `{"queries": [{"type": "Person", "conditions": [{"matchType": "name", "propertyValue": "Irena Halasz"}]}, {"conditions": [{"matchType": "property", "propertyId": "kind", "propertyValue": ["x"]}]}]}`),
		"1.0-draft/data-extension-response":          post("/1.0/extend", extend),
		"1.0-draft/data-extension-property-proposal": get("/1.0/extend/propose?type=Quote"),
		"1.0-draft/suggest-entities-response":        get("/1.0/suggest/entity?prefix=Hal"),
		"1.0-draft/suggest-types-response":           get("/1.0/suggest/type?prefix=pers"),
		"1.0-draft/suggest-properties-response":      get("/1.0/suggest/property?prefix=wiki"),
	}
}

// TestSpecification holds every answer against the schemas of the specification, whose folder with 0.2/schemas and 1.0-draft/schemas
// SAYSO_RECONCILIATION_SPECS names; they are not ours to keep here.
func TestSpecification(t *testing.T) {
	specs := os.Getenv("SAYSO_RECONCILIATION_SPECS")
	if specs == "" {
		t.Skip("SAYSO_RECONCILIATION_SPECS names no folder with the specification's schemas")
	}
	compiler := jsonschema.NewCompiler()
	files, err := filepath.Glob(filepath.Join(specs, "*", "schemas", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s holds no schemas: %v", specs, err)
	}
	for _, file := range files { // they refer to each other by their addresses, which nothing here may fetch
		addSchema(t, compiler, file)
	}
	for name, request := range exchanges(t, serve(t)) {
		version, schema, _ := strings.Cut(name, "/")
		compiled, err := compiler.Compile(filepath.Join(specs, version, "schemas", schema+".json"))
		if err != nil {
			t.Fatal(err)
		}
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		body, err := jsonschema.UnmarshalJSON(response.Body)
		response.Body.Close()
		if err == nil {
			err = compiled.Validate(body)
		}
		if err != nil || response.StatusCode != http.StatusOK {
			t.Errorf("%s: %d %v", name, response.StatusCode, err)
		}
	}
}

func addSchema(t *testing.T, compiler *jsonschema.Compiler, file string) {
	t.Helper()
	text, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer text.Close()
	schema, err := jsonschema.UnmarshalJSON(text)
	if err != nil {
		t.Fatal(err)
	}
	if object, ok := schema.(map[string]any); ok {
		if id, ok := object["$id"].(string); ok {
			var twice *jsonschema.ResourceExistsError // one schema of 0.2 has the address of the draft's
			if err := compiler.AddResource(id, schema); err != nil && !errors.As(err, &twice) {
				t.Fatal(err)
			}
		}
	}
}

// TestAnswers: what is in the answers of both versions is the same, missing things have empty cells, and the card shows words as words.
func TestAnswers(t *testing.T) {
	root := serve(t)
	bodies := map[string]string{}
	for name, request := range exchanges(t, root) {
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(response.Body)
		response.Body.Close()
		bodies[name] = string(text)
	}
	for name, wants := range map[string][]string{
		"0.2/manifest":                          {`"versions":["0.2"]`, `/reconcile/preview?id={{id}}`, `/actor/{{id}}`},
		"0.2/reconciliation-result-batch":       {`"q0":{"result":[{"id":"ent_1"`, `"q1":{"result":[{"id":"st_1"`},
		"1.0-draft/reconciliation-result-batch": {`{"results":[{"candidates":[{"id":"ent_1"`, `{"candidates":[]}`},
		"0.2/data-extension-response":           {`"ent_9":{"alias":[]`, `"statements":[{"float":3}]`, `"alias":[{"str":"Halász"}]`},
		"1.0-draft/data-extension-response":     {`{"id":"ent_9","properties":[{"id":"alias","values":[]}`},
	} {
		for _, want := range wants {
			if !strings.Contains(bodies[name], want) {
				t.Errorf("%s lacks %s: %s", name, want, bodies[name])
			}
		}
	}
	response, err := http.Get(root + "/preview?id=ent_1")
	if err != nil {
		t.Fatal(err)
	}
	card, _ := io.ReadAll(response.Body)
	response.Body.Close()
	if !bytes.Contains(card, []byte("&lt;b&gt;Nothing")) || !bytes.Contains(card, []byte("<h1>Irena Halász</h1>")) {
		t.Errorf("the card: %s", card)
	}
	for path, want := range map[string]int{"?queries={": 400, "?extend=[": 400, "/preview?id=ent_9": 404, "/1.0/match": 405} {
		response, err := http.Get(root + path)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != want {
			t.Errorf("%s: %d", path, response.StatusCode)
		}
	}
}
