package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// queueing is a server with a queue that is full at first and has two dead letters.
type queueing struct {
	mu      sync.Mutex
	full    int // requests that are refused before one is accepted
	asked   []string
	letters []string
}

func (q *queueing) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	q.mu.Lock()
	defer q.mu.Unlock()
	body, _ := io.ReadAll(r.Body)
	var request struct {
		Query     string
		Variables map[string]any
	}
	_ = json.Unmarshal(body, &request)
	q.asked = append(q.asked, fmt.Sprint(request.Variables))
	switch id := fmt.Sprint(request.Variables["id"]); {
	case strings.Contains(request.Query, "enqueue(") && q.full > 0:
		q.full--
		fmt.Fprint(w, `{"data": {"enqueue": {"results": [{"error": {"code": "UNAVAILABLE", "message": "the queue is full"}, "retryAfterSeconds": 1}]}}}`)
	case strings.Contains(request.Query, "enqueue("):
		fmt.Fprint(w, `{"data": {"enqueue": {"results": [{"queued": {"id": "art_1", "state": "QUEUED"}, "wasWaiting": false}]}}}`)
	case strings.Contains(request.Query, "removeDeadLetter"), strings.Contains(request.Query, "retryDeadLetter"):
		q.letters = append(q.letters, id)
		fmt.Fprint(w, `{"data": {}}`)
	case strings.Contains(request.Query, "queuedArticles"):
		fmt.Fprint(w, `{"data": {"queuedArticles": [{"id": "art_1", "state": "FAILED", "lane": "PEOPLE", "since": "2026-01-01T00:00:00Z", "title": "News", "failures": [{"cause": "TIMEOUT", "count": 5}], "deaths": 2, "fault": "too long"}],
  "deadLetter": {"id": "art_1", "text": "What was written."}}}`)
	case strings.Contains(request.Query, "deadLetters(") && request.Variables["after"] == nil:
		fmt.Fprint(w, `{"data": {"deadLetters": [{"id": "art_1", "title": "News", "failedAt": "2026-01-01T00:00:00Z", "failures": [{"cause": "TIMEOUT", "count": 5}], "fault": "too long"}, {"id": "art_2", "fault": "no words"}]}}`)
	default:
		fmt.Fprint(w, `{"data": {"queue": {"lanes": [{"lane": "PEOPLE", "articles": 7, "mostArticles": 9, "oldestAt": "2026-01-01T00:00:00Z"}], "deadLetters": 2, "workers": 1, "damaged": ["/data/queue/damaged/x"], "trouble": "the graph is away"}}}`)
	}
}

// TestQueueCommands: what the commands print, and what they ask the server to do.
func TestQueueCommands(t *testing.T) {
	q := &queueing{full: 1}
	server := httptest.NewServer(q)
	defer server.Close()
	for line, want := range map[string][]string{
		"ingest --queue --behind -":      {"art_1  standard input", "1 accepted, 0 waiting already, 0 refused"},
		"queue":                          {"people  7", "2 dead letters", "damaged: /data/queue/damaged/x", "the graph is away"},
		"queue list":                     {"art_1  News  (5 TIMEOUT, since 2026-01-01", "too long", "art_2  art_2"},
		"queue list --json":              {`"id":"art_2"`, `"fault":"no words"`},
		"queue show art_1":               {"state     failed", "failures  5 TIMEOUT", "deaths    2", "What was written."},
		"queue retry --all":              {"art_1 waits to be read again", "art_2 waits"},
		"queue remove art_2":             {"art_2 is thrown away"},
		"queue remove":                   {"name dead letters"},
		"queue remove --all art_1":       {"name dead letters"},
		"ingest --queue --dry-run -":     {"leave out --dry-run"},
		"ingest --behind -":              {"give --queue too"},
		"ingest --queue /no/such/file":   {"no such file"},
		"ingest --queue --reread -":      {"leave out --dry-run and --reread"},
		"ingest --queue --patience 0s -": {"accepted"},
	} {
		var out bytes.Buffer
		run(append(strings.Fields(line), "--server", server.URL), terminal{ctx: t.Context(), in: strings.NewReader("Arland said no."), out: &out, err: &out})
		for _, text := range want {
			if !strings.Contains(out.String(), text) {
				t.Errorf("%s: no %q in\n%s", line, text, out.String())
			}
		}
	}
	if asked := strings.Join(q.asked, "\n"); !strings.Contains(asked, "lane:FEEDS") || !strings.Contains(asked, "lane:PEOPLE") {
		t.Error(asked)
	}
	if len(q.letters) != 3 {
		t.Errorf("asked for %v", q.letters)
	}
}

// TestQueueFull: an article that a full queue refuses is sent again when the server says so, until the patience is over.
func TestQueueFull(t *testing.T) {
	for patience, want := range map[string]string{"1m": "1 accepted", "0s": "1 refused"} {
		q := &queueing{full: 1}
		server := httptest.NewServer(q)
		var out bytes.Buffer
		run([]string{"ingest", "--queue", "--patience", patience, "-", "--server", server.URL}, terminal{ctx: t.Context(), in: strings.NewReader("Arland said no."), out: &out, err: &out})
		server.Close()
		if !strings.Contains(out.String(), want) || patience == "1m" && !strings.Contains(out.String(), "the queue is full; sent again in 1 s") {
			t.Errorf("with a patience of %s: %s", patience, out.String())
		}
	}
}
