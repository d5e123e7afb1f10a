package graph_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"sayso/internal/kg"
	"sayso/internal/neo"
)

// changeCount is how many changes the feed's test writes: 10,000 with SAYSO_SLOW_TESTS, fewer without.
func changeCount(t *testing.T) int {
	if os.Getenv("SAYSO_SLOW_TESTS") != "" {
		return 10_000
	}
	t.Log("600 changes; set SAYSO_SLOW_TESTS=1 for 10,000")
	return 600
}

// wsMessage is a message of graphql-transport-ws. https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
type wsMessage struct {
	ID      string          `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// subscribe opens a subscription over WebSocket and gives what comes until take says to stop.
func subscribe(ctx context.Context, url, query string, take func(data json.RawMessage) bool) error {
	c, answer, err := websocket.Dial(ctx, "ws"+strings.TrimPrefix(url, "http"), &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		return err
	}
	defer func() { _ = c.CloseNow() }()
	if answer.Body != nil {
		defer func() { _ = answer.Body.Close() }()
	}
	if err := wsjson.Write(ctx, c, wsMessage{Type: "connection_init"}); err != nil {
		return err
	}
	payload, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		return err
	}
	for {
		var m wsMessage
		if err := wsjson.Read(ctx, c, &m); err != nil {
			return err
		}
		switch m.Type {
		case "connection_ack":
			if err := wsjson.Write(ctx, c, wsMessage{ID: "1", Type: "subscribe", Payload: payload}); err != nil {
				return err
			}
		case "next":
			var answer struct{ Data, Errors json.RawMessage }
			if err := json.Unmarshal(m.Payload, &answer); err != nil || answer.Errors != nil {
				return fmt.Errorf("%s: %w", m.Payload, err)
			}
			if !take(answer.Data) {
				return nil
			}
		case "error", "complete":
			return fmt.Errorf("%s: %s", m.Type, m.Payload)
		}
	}
}

// note writes n changes from several writers at once.
func note(ctx context.Context, t *testing.T, store *neo.Store, n int) {
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := w; i < n; i += 4 {
				if err := store.Note(ctx, kg.Change{Kind: kg.IngestProgress, Job: fmt.Sprintf("job %d", i%3), After: fmt.Sprint(i)}); err != nil {
					t.Errorf("Note: %v", err)
					return
				}
			}
		}()
	}
	wg.Wait()
}

// TestSubscriberIsCut reads the feed over connections that are cut at random while changes are written: each comes once, in order.
func TestSubscriberIsCut(t *testing.T) {
	const cuts = 50
	count := changeCount(t)
	store := openGraph(t)
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	server := httptest.NewServer(curating(t, store))
	defer server.Close()
	first, err := store.LastChange(ctx)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() { defer close(done); note(ctx, t, store, count) }()
	random := rand.New(rand.NewPCG(1, 1))
	seen, values := first, map[string]bool{}
	for connection := 0; seen < first+count; connection++ {
		left := first + count - seen
		if connection < cuts {
			left = 1 + random.IntN(max(1, count/cuts))
		}
		err := subscribe(ctx, server.URL, fmt.Sprintf(`subscription { changes(since: %d) { seq kind after } }`, seen), func(data json.RawMessage) bool {
			var got struct {
				Changes struct {
					Seq   int
					After string
				}
			}
			if err := json.Unmarshal(data, &got); err != nil || got.Changes.Seq != seen+1 || values[got.Changes.After] {
				t.Fatalf("behind %d came %s", seen, data)
			}
			seen, values[got.Changes.After], left = got.Changes.Seq, true, left-1
			return left > 0 && seen < first+count
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	<-done
	if len(values) != count {
		t.Errorf("%d changes came, %d were written", len(values), count)
	}
}

// TestSubscriptionFilters shows that only what fits comes, with whatever the subscriber selects of it.
func TestSubscriptionFilters(t *testing.T) {
	store := openGraph(t)
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	server := httptest.NewServer(curating(t, store))
	defer server.Close()
	note(ctx, t, store, 9)
	var got []string
	query := `subscription { saved: changes(since: 0, where: {kind: {eq: ARTICLE_SAVED}, statements: {some: {speaker: {called: "Dorland"}}}}) { articles { title } statements { speaker { name } } } }`
	if err := subscribe(ctx, server.URL, query, func(data json.RawMessage) bool { got = append(got, string(data)); return false }); err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || !strings.Contains(got[0], `"saved":{"articles":[{"title":"Second"}]`) {
		t.Errorf("came %v", got)
	}
	for query, want := range map[string]string{
		`subscription { changes(since: -1) { seq } }`:            "since is -1",
		`subscription { a: changes { seq } b: changes { seq } }`: "", // refused by validation, in words of the library's
	} {
		err := subscribe(ctx, server.URL, query, func(json.RawMessage) bool { return true })
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s gave %v", query, err)
		}
	}
}

// TestServerSentEvents reads the feed over server-sent events.
func TestServerSentEvents(t *testing.T) {
	store := openGraph(t)
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	server := httptest.NewServer(curating(t, store))
	defer server.Close()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, server.URL, strings.NewReader(`{"query": "subscription { changes(since: 0) { seq kind } }"}`))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "text/event-stream")
	answer, err := server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	lines := bufio.NewScanner(answer.Body)
	for want := 1; want <= 3; {
		if !lines.Scan() {
			t.Fatalf("the stream ended before change %d: %v", want, lines.Err())
		}
		if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
			if !strings.Contains(data, fmt.Sprintf(`"seq":%d,`, want)) {
				t.Fatalf("change %d came as %s", want, data)
			}
			want++
		}
	}
}
