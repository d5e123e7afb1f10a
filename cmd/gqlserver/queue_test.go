package main

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"sayso/internal/neo/managed/managedtest"
)

type enqueued struct {
	Results []struct {
		Queued            *struct{ ID, State, Article, Lane string }
		WasWaiting        bool
		Error             *struct{ Code, Message string }
		RetryAfterSeconds *int
	}
}

// enqueue hands articles in and gives what the server says of each.
func (s started) enqueue(articles ...map[string]any) enqueued {
	s.t.Helper()
	var data struct{ Enqueue enqueued }
	s.ask(`mutation($a: [ArticleInput!]!) { enqueue(articles: $a) { results { queued { id state article lane } wasWaiting error { code message } retryAfterSeconds } } }`,
		map[string]any{"a": articles}, &data)
	return data.Enqueue
}

type ticketShown struct {
	State    string
	Failures []struct {
		Cause string
		Count int
	}
	Fault *string
}

func (s started) tickets(ids ...string) []*ticketShown {
	s.t.Helper()
	var data struct{ QueuedArticles []*ticketShown }
	s.ask(`query($ids: [ID!]!) { queuedArticles(ids: $ids) { state failures { cause count } fault } }`, map[string]any{"ids": ids}, &data)
	return data.QueuedArticles
}

// TestQueue: the real server accepts articles for later, reads each once over a restart, keeps what cannot be read for somebody to look at, and says
// in /readyz and /metrics how many wait.
func TestQueue(t *testing.T) {
	managedtest.Wipe(t, managedtest.Start(t))
	s := testSettings(t)
	s.Queue, s.Role, s.NATSListen, s.Private = true, roleServer, "127.0.0.1:0", true // nobody reads yet
	room := newNewsroom(t)
	room.publish("Selm recognized Donetsk on Monday, the government said.")
	server, stop := launch(t, s)
	text := map[string]any{"text": "Kalmar denied that its soldiers were in Selm.", "title": "Kalmar denies"}
	done := server.enqueue(text, map[string]any{"url": room.URL + "/article/0"}, map[string]any{"url": room.URL + "/none"},
		map[string]any{"text": ""}, map[string]any{"text": "x", "publishedAt": "soon"}, map[string]any{"html": "<html><body></body></html>"}, text)
	var ids []string
	for i, r := range done.Results {
		if refused := i > 2 && i < 6; refused != (r.Error != nil) || refused == (r.Queued != nil) || refused && r.RetryAfterSeconds != nil {
			t.Errorf("%d: %+v", i, r)
		} else if r.Queued != nil {
			ids = append(ids, r.Queued.ID)
		}
	}
	if !done.Results[6].WasWaiting || done.Results[0].WasWaiting || ids[3] != ids[0] {
		t.Errorf("%+v", done)
	}
	for _, ticket := range server.tickets(append(ids, "art_none", ">")...) {
		if ticket != nil && ticket.State != "QUEUED" {
			t.Errorf("%+v", ticket)
		}
	}
	if page := server.page("/readyz"); !strings.Contains(page, `"articles":3`) {
		t.Error(page)
	}
	if page := server.page("/metrics"); !strings.Contains(page, `sayso_queue_articles{lane="people"} 3`) {
		t.Errorf("%.300s", page)
	}
	stop()
	s.Role, s.NATSListen, s.Workers = "", "", 2
	server, stop = launch(t, s)
	defer stop()
	until(t, "two are stored and one is tried again", func() bool {
		now := server.tickets(ids...)
		return now[0].State == "STORED" && now[1].State == "STORED" && len(now[2].Failures) == 1 && now[2].Failures[0].Cause == "UNAVAILABLE"
	})
	if c := server.counts(); c.Articles != 2 || c.Statements < 2 {
		t.Errorf("%+v", c)
	}
	server.deadLetters(t)
}

// deadLetters hands in what can never be taken, looks at it, and throws it away.
func (s started) deadLetters(t *testing.T) {
	broken := s.enqueue(map[string]any{"url": s.base + "/favicon.svg"}).Results[0].Queued // a picture is no article
	until(t, "it is a dead letter", func() bool { return s.tickets(broken.ID)[0].State == "FAILED" })
	var data struct {
		DeadLetters []struct{ ID, Fault, URL string }
		DeadLetter  *struct{ Text string }
		Queue       struct{ DeadLetters int }
	}
	s.ask(`query($id: ID!) { deadLetters { id fault url } deadLetter(id: $id) { text } queue { deadLetters } }`, map[string]any{"id": broken.ID}, &data)
	if len(data.DeadLetters) != 1 || data.DeadLetters[0].ID != broken.ID || data.DeadLetters[0].Fault == "" || data.DeadLetter == nil || data.Queue.DeadLetters != 1 {
		t.Errorf("%+v", data)
	}
	var retried struct{ RetryDeadLetter struct{ State string } }
	s.ask(`mutation($id: ID!) { retryDeadLetter(id: $id) { state } }`, map[string]any{"id": broken.ID}, &retried)
	until(t, "it is one again", func() bool { return s.tickets(broken.ID)[0].State == "FAILED" })
	s.ask(`mutation($id: ID!) { removeDeadLetter(id: $id) }`, map[string]any{"id": broken.ID}, &struct{}{})
	if now := s.tickets(broken.ID); now[0] != nil {
		t.Errorf("%+v", now[0])
	}
	for _, q := range []string{`mutation { retryDeadLetter(id: ">") { id } }`, `mutation { removeDeadLetter(id: "*") }`, `{ deadLetters(first: 501) { id } }`, `{ deadLetters(after: "none") { id } }`} {
		if a := s.query(q, nil); len(a.Errors) == 0 {
			t.Errorf("%s has no error", q)
		}
	}
}

func (s started) page(path string) string {
	s.t.Helper()
	response, err := http.Get(s.base + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return string(body)
}
