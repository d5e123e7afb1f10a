package openai

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"sayso/internal/kg"
	"sayso/internal/read"
	"sayso/internal/read/vocabulary"
)

const text = "“We recognize Borland,” Ann Lee told The Paper on Monday. Arland has not recognized Borland.\n\nBorland thanked Ann Lee."

const goodAnswer = `{"mentions": [{"text": "Borland", "type": "PLACE", "entity": "Borland"}, {"text": "Ann Lee", "type": "PERSON", "entity": "Ann Lee"},
{"text": "Borland", "type": "PLACE", "entity": "Borland"}, {"text": "Atlantis", "type": "PLACE", "entity": "Atlantis"}],
"statements": [{"source": "Ann Lee", "cue": "told", "content": ["“We recognize Borland,”"], "kind": "SPEECH", "speaker": "Ann Lee", "via": ["The Paper", "The Moon"], "quotes": ["We recognize Borland,"], "modality": "ASSERTED"},
 {"source": "Ann Lee", "cue": "said", "content": ["We will never recognize Borland"], "kind": "SPEECH", "speaker": "Ann Lee", "via": [], "quotes": [], "modality": "ASSERTED"},
 {"source": "", "cue": "", "content": ["Borland thanked Ann Lee"], "kind": "SPEECH", "speaker": "Bob Roe", "via": [], "quotes": [], "modality": "ASSERTED"}],
"claims": [{"subject": "Arland", "predicate": "RECOGNIZED", "object": "Borland", "negated": true, "modality": "ASSERTED", "evidence": "Arland has not recognized Borland", "quantity": null, "unit": "", "role": "", "date": "", "statement": null},
 {"subject": "Ann Lee", "predicate": "RECOGNIZED", "object": "Borland", "negated": false, "modality": "ASSERTED", "evidence": "We recognize Borland", "quantity": null, "unit": "", "role": "", "date": "", "statement": 0},
 {"subject": "Arland", "predicate": "ADORED", "object": "Borland", "negated": false, "modality": "ASSERTED", "evidence": "Borland", "quantity": null, "unit": "", "role": "", "date": "", "statement": null},
 {"subject": "Arland", "predicate": "RECOGNIZED", "object": "Borland", "negated": false, "modality": "ASSERTED", "evidence": "Arland recognized Borland", "quantity": null, "unit": "", "role": "", "date": "", "statement": null},
 {"subject": "Arland", "predicate": "RECOGNIZED", "object": "Borland", "negated": false, "modality": "ASSERTED", "evidence": "Borland", "quantity": null, "unit": "", "role": "", "date": "", "statement": 1}]}`

// completion wraps a model's words as the endpoint does.
func completion(content, finish string, tokens int) string {
	data, _ := json.Marshal(map[string]any{"choices": []any{map[string]any{"message": map[string]any{"content": content}, "finish_reason": finish}},
		"usage": map[string]any{"total_tokens": tokens}})
	return string(data)
}

// reader reads through a server that answers with each of the replies in turn, the last one for ever.
func reader(t *testing.T, o Options, replies ...func(http.ResponseWriter, *http.Request)) (*Reader, *atomic.Int32) {
	t.Helper()
	var calls atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n := int(calls.Add(1)) - 1
		replies[min(n, len(replies)-1)](w, r)
	}))
	t.Cleanup(server.Close)
	o.BaseURL, o.Model = server.URL+"/v1", "test-model"
	if o.Sleep == nil {
		o.Sleep = func(context.Context, time.Duration) error { return nil }
	}
	r, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return r, &calls
}

func say(status int, body string) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

var good = say(200, completion(goodAnswer, "stop", 500))

func TestReadBelievesOnlyTheText(t *testing.T) {
	var sent string
	r, _ := reader(t, Options{APIKey: "key-1"}, func(w http.ResponseWriter, q *http.Request) {
		body, _ := io.ReadAll(q.Body)
		sent = q.URL.Path + q.Header.Get("Authorization") + string(body)
		good(w, q)
	})
	got, err := r.Read(context.Background(), read.Text{Doc: "a", Text: text, PublishedAt: "2022-08-17"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"/v1/chat/completions", "Bearer key-1", "json_schema", "RECOGNIZED: ", "Published on 2022-08-17"} {
		if !strings.Contains(sent, want) {
			t.Errorf("the request lacks %q", want)
		}
	}
	if len(got.Mentions) != 3 || len(got.Statements) != 1 || len(got.Claims) != 2 || got.Dropped != 6 {
		t.Fatalf("%d mentions, %d statements, %d claims, %d dropped: %+v", len(got.Mentions), len(got.Statements), len(got.Claims), got.Dropped, got)
	}
	runes := kg.NewRunes(text)
	st := got.Statements[0]
	if quote, _ := runes.Slice(st.Quotes[0][0], st.Quotes[0][1]); quote != "We recognize Borland," || strings.Join(st.Via, "|") != "The Paper" {
		t.Errorf("%+v", st)
	}
	if first, third := got.Mentions[0].Span, got.Mentions[2].Span; first == third {
		t.Error("the same name twice was found in one place")
	}
	if got.Claims[1].Statement == nil || *got.Claims[1].Statement != 0 || st.Claims[0] != 1 || got.Reader != "openai:test-model/1" {
		t.Errorf("%+v", got.Claims)
	}
}

func TestReadTriesAgain(t *testing.T) {
	for name, bad := range map[string]func(http.ResponseWriter, *http.Request){
		"500": say(500, "oops"), "429": say(429, `{"error": {"message": "slow down"}}`), "no completion": say(200, "<html>"), "no choices": say(200, `{"choices": []}`),
		"no JSON inside": say(200, completion("Sure! Here is", "stop", 5)),
		"cut off": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "999")
			_, _ = io.WriteString(w, "{")
		},
	} {
		r, calls := reader(t, Options{}, bad, bad, good)
		got, err := r.Read(context.Background(), read.Text{Text: text})
		if err != nil || calls.Load() != 3 || len(got.Statements) != 1 {
			t.Errorf("%s: %d calls, %v", name, calls.Load(), err)
		}
	}
}

func TestReadGivesUp(t *testing.T) {
	hang := func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body) // until then the server does not see its client leave
		<-r.Context().Done()
	}
	for name, c := range map[string]struct {
		o     Options
		reply func(http.ResponseWriter, *http.Request)
		calls int32
		code  kg.Code
		word  string
	}{
		"wrong key":      {Options{APIKey: "key-1"}, say(401, `{"error": {"message": "bad key-1"}}`), 1, kg.Invalid, "SAYSO_OPENAI_KEY"},
		"no such model":  {Options{}, say(404, ""), 1, kg.Invalid, "test-model"},
		"no structure":   {Options{}, say(400, `{"error": {"message": "unknown field response_format"}}`), 1, kg.Invalid, "structured output"},
		"always broken":  {Options{Retries: 2}, say(503, ""), 3, kg.Unavailable, "busy or broken"},
		"no retries":     {Options{Retries: -1}, say(503, ""), 1, kg.Unavailable, "busy or broken"},
		"refusal":        {Options{}, say(200, `{"choices": [{"message": {"refusal": "I would rather not"}}]}`), 1, kg.Invalid, "rather not"},
		"out of room":    {Options{}, say(200, completion(`{"mentions": [`, "length", 5)), 1, kg.TooLarge, "room"},
		"requests spent": {Options{MaxRequests: 2, Retries: 9}, say(500, ""), 2, kg.TooLarge, "budget"},
		"tokens spent":   {Options{MaxTokens: 10, Retries: 9}, say(200, completion("x", "stop", 11)), 1, kg.TooLarge, "budget"},
		"hangs":          {Options{Timeout: 20 * time.Millisecond, Retries: 1}, hang, 2, kg.Unavailable, "cannot be reached"},
	} {
		r, calls := reader(t, c.o, c.reply)
		_, err := r.Read(context.Background(), read.Text{Text: text})
		if kg.CodeOf(err) != c.code || !strings.Contains(fmt.Sprint(err), c.word) || calls.Load() != c.calls {
			t.Errorf("%s: %d calls, %v", name, calls.Load(), err)
		}
		if strings.Contains(fmt.Sprint(err), "key-1") {
			t.Errorf("%s: the error tells the key: %v", name, err)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	var waited []time.Duration
	busy := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "7")
		w.WriteHeader(429)
	}
	r, _ := reader(t, Options{Sleep: func(_ context.Context, d time.Duration) error { waited = append(waited, d); return nil }}, busy, good)
	if _, err := r.Read(context.Background(), read.Text{Text: text}); err != nil || len(waited) != 1 || waited[0] != 7*time.Second {
		t.Errorf("waited %v, %v", waited, err)
	}
}

func TestLongArticlesComeInParts(t *testing.T) {
	empty := say(200, completion(`{"mentions": [], "statements": [], "claims": []}`, "stop", 1))
	r, calls := reader(t, Options{}, empty)
	long := strings.Repeat(strings.Repeat("word ", 200)+"\n", 30) // 30,030 code points
	if _, err := r.Read(context.Background(), read.Text{Text: long}); err != nil || calls.Load() != 3 {
		t.Errorf("%d calls, %v", calls.Load(), err)
	}
	covered := 0
	for _, p := range parts([]rune(long)) {
		covered += p[1] - p[0]
	}
	if covered != len(long) {
		t.Errorf("%d of %d code points are covered", covered, len(long))
	}
}

func TestNew(t *testing.T) {
	for _, o := range []Options{{}, {BaseURL: "localhost", Model: "m"}, {BaseURL: "ftp://x", Model: "m"}, {BaseURL: "http://x/v1"}} {
		if _, err := New(o); kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%+v: %v", o, err)
		}
	}
}

// FuzzTake: whatever a model answers, every span lies inside the text and holds what was asked for.
func FuzzTake(f *testing.F) {
	f.Add(goodAnswer, text)
	f.Add(`{"claims": [{"evidence": "a", "predicate": "MET_WITH", "modality": "ASSERTED", "statement": -1}]}`, "a")
	words, err := vocabulary.Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, model, article string) {
		var got answer
		if json.Unmarshal([]byte(model), &got) != nil {
			return
		}
		var r kg.Reading
		runes := []rune(article)
		anchoring{text: runes, from: 0, to: len(runes), words: words}.take(got, &r)
		check := func(s kg.Span) {
			if s[0] < 0 || s[1] <= s[0] || s[1] > len(runes) {
				t.Fatalf("span %v of %d", s, len(runes))
			}
		}
		for _, m := range r.Mentions {
			check(m.Span)
		}
		for _, s := range r.Statements {
			for _, c := range append(append(s.Content, s.Quotes...), append(s.Source, s.Cue...)...) {
				check(c)
			}
		}
		for _, c := range r.Claims {
			check(c.Evidence)
			if c.Statement != nil && (*c.Statement < 0 || *c.Statement >= len(r.Statements)) {
				t.Fatalf("claim in statement %d of %d", *c.Statement, len(r.Statements))
			}
		}
	})
}
