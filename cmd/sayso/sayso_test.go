package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"sayso": main})
}

// TestScripts runs the client as its users do. $SERVER is a small server that knows one answer and refuses articles with the word
// "refuse"; $DOWN is an address where nobody answers.
func TestScripts(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(fakeServer))
	t.Cleanup(server.Close) // the scripts run in parallel, after this function
	testscript.Run(t, testscript.Params{Dir: "testdata", Setup: func(e *testscript.Env) error {
		e.Setenv("SERVER", server.URL)
		e.Setenv("DOWN", "http://127.0.0.1:1")
		e.Setenv("HOME", e.WorkDir)
		return nil
	}})
}

const fakeAnswer = `{"data":{"ask":{"interpretation":{"question":"q","kind":"WHO_DID","text":"Who recognized Borland.","confidence":0.95,"alternatives":[],"predicates":[{"id":"RECOGNIZED","label":"recognized"}],"predicate":{"id":"RECOGNIZED","label":"recognized"},"target":{"name":"Borland"},"asOf":null},
"target":[{"id":"ent_b","name":"Borland","kind":"state"}],"rows":[
{"actor":{"id":"ent_a","name":"Arland"},"predicate":"RECOGNIZED","target":{"id":"ent_b","name":"Borland"},"status":"WITHDREW_RECOGNITION","firstOn":"2020-01-06","lastOn":"2021-03-01","origins":2,
"evidence":[{"quote":{"exact":"Arland\n recognized Borland"},"speaker":{"name":"Ann Lee"},"via":[{"name":"The Paper"}],"article":{"title":"First","url":"https://example.org/1","publishedAt":"2020-01-06","publisher":{"name":"Wire"}}}]},
{"actor":{"id":"ent_c","name":"Cesland"},"predicate":"RECOGNIZED","target":{"id":"ent_b","name":"Borland"},"status":"RECOGNIZED","firstOn":null,"lastOn":null,"origins":1,
"evidence":[{"quote":{"exact":"Cesland recognized it"},"speaker":null,"via":[],"article":{"title":null,"url":null,"publishedAt":null,"publisher":null}}]}],
"leftOut":[{"modality":"HEDGED","negated":false,"status":"CURRENT","count":2},{"modality":"ASSERTED","negated":true,"status":"CURRENT","count":1}],"graphql":"{ x }","cypher":"RETURN 1"}}}`

const fakeCompletion = `{"choices": [{"message": {"content": "{\"mentions\": [{\"text\": \"Canada\", \"type\": \"PLACE\", \"entity\": \"Canada\"}, {\"text\": \"Atlantis\", \"type\": \"PLACE\", \"entity\": \"Atlantis\"}], \"statements\": [], \"claims\": []}"}, "finish_reason": "stop"}]}`

func fakeServer(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	var request struct {
		Query     string
		Variables struct {
			Question string
			Query    string
			Articles []struct{ Text string }
			After    *string
		}
	}
	_ = json.Unmarshal(body, &request)
	switch {
	case strings.HasSuffix(r.URL.Path, "/chat/completions"):
		_, _ = io.WriteString(w, fakeCompletion)
	case strings.Contains(request.Variables.Question, "why"):
		_, _ = io.WriteString(w, `{"errors":[{"message":"this question cannot be read","extensions":{"code":"INVALID_INPUT"}}],"data":null}`)
	case strings.Contains(request.Variables.Question, "perform"):
		_, _ = io.WriteString(w, `{"errors":[{"message":"this question cannot be read","extensions":{"code":"INVALID_INPUT","search":"Ann OR perform"}}],"data":null}`)
	case request.Variables.Query == "Ann OR perform":
		_, _ = io.WriteString(w, `{"data":{"search":{"edges":[{"passage":null,"node":{"title":"Ann performs","url":null,"publishedAt":null,"publisher":null}},{"passage":{"text":"Ann sang."},"node":{"title":"Second","url":null,"publishedAt":null,"publisher":{"name":"The Paper"}}}]}}}`)
	case strings.Contains(request.Query, "ask("):
		_, _ = io.WriteString(w, fakeAnswer)
	case strings.Contains(request.Query, "reread(") && request.Variables.After == nil:
		_, _ = io.WriteString(w, `{"data":{"reread":{"results":[{"article":{"id":"art_x"},"isNew":false,"leftOut":[],"added":{"statements":1}}]}}}`)
	case strings.Contains(request.Query, "reread("):
		_, _ = io.WriteString(w, `{"data":{"reread":{"results":[]}}}`)
	case len(request.Variables.Articles) > 0 && strings.Contains(request.Variables.Articles[0].Text, "partly"):
		_, _ = io.WriteString(w, `{"data":{"ingest":{"results":[{"article":{"id":"art_x"},"isNew":true,"leftOut":[{"what":"statement 3","reason":"it has no content","words":"so"}],"added":{}}]}}}`)
	case len(request.Variables.Articles) > 0 && strings.Contains(request.Variables.Articles[0].Text, "unread"):
		_, _ = io.WriteString(w, `{"data":{"ingest":{"results":[{"article":{"id":"art_x"},"isNew":true,"unreadReason":"its language is ru","leftOut":[],"added":{}}]}}}`)
	case len(request.Variables.Articles) > 0 && strings.Contains(request.Variables.Articles[0].Text, "refuse"):
		_, _ = io.WriteString(w, `{"data":{"ingest":{"results":[{"article":null,"isNew":false,"added":{},"error":{"code":"INVALID_INPUT","message":"no, thank you"}}]}}}`)
	case len(request.Variables.Articles) > 0:
		_, _ = io.WriteString(w, `{"data":{"ingest":{"results":[{"article":{"id":"art_x"},"isNew":true,"added":{"articles":1,"statements":3,"claims":2,"entities":4,"mentions":5}}]}}}`)
	default:
		_, _ = io.WriteString(w, `<html>not GraphQL</html>`)
	}
}

// TestNearest: a question that cannot be read fails, and the sentences with most of its words are shown all the same, but
// for programs.
func TestNearest(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(fakeServer))
	defer server.Close()
	for _, c := range []struct {
		more []string
		want bool
	}{{nil, true}, {[]string{"--json"}, false}} {
		var out, errors strings.Builder
		args := append([]string{"ask", "--server", server.URL, "did Ann perform"}, c.more...)
		if code := run(args, terminal{context.Background(), nil, &out, &errors}); code == 0 {
			t.Error("a question that was not read ended well")
		}
		shown := !strings.Contains(out.String(), "Ann performs") && strings.Contains(out.String(), "“Ann sang.”\n    The Paper · Second")
		if shown != c.want || !strings.Contains(errors.String(), "cannot be read") {
			t.Errorf("%v: %s%s", c.more, out.String(), errors.String())
		}
	}
}

// TestReadOfNothing: a reading has lists, never null, so that its readers need no special case.
func TestReadOfNothing(t *testing.T) {
	path := t.TempDir() + "/empty.txt"
	if err := os.WriteFile(path, []byte("\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if code := run([]string{"read", "--json", path}, terminal{context.Background(), nil, &out, io.Discard}); code != 0 {
		t.Fatal(code)
	}
	if strings.Contains(out.String(), "null") || !strings.Contains(out.String(), `"statements":[]`) {
		t.Error(out.String())
	}
}
