package queue

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"sayso/internal/kg"
)

// faulty fails as a text says.
func faulty(s kg.Submission, try int) error {
	switch kind, _, _ := strings.Cut(s.Text, " "); kind {
	case "broken":
		return kg.Errorf(kg.QuoteBroken, "a quote does not stand there")
	case "bug":
		return errors.New("secret detail")
	case "slow":
		return context.DeadlineExceeded
	case "panic":
		panic("out of range")
	case "moody":
		if try < 3 {
			return kg.Errorf(kg.Internal, "not today")
		}
	}
	return nil
}

// TestDeadLetters: what can never be taken is a dead letter at once, what fails again and again after five failures, counted by cause; it can be looked at, retried and removed.
func TestDeadLetters(t *testing.T) {
	t.Parallel()
	dir, d := t.TempDir(), &desk{fault: faulty}
	q := opened(t, dir, d, func(o *Options) { o.Workers, o.Pause = 2, time.Millisecond })
	want := map[string]struct {
		cause kg.Code
		tries int
		says  string
	}{
		"broken 1": {kg.QuoteBroken, 1, "does not stand there"},
		"bug 1":    {kg.Internal, 5, "inside the server"},
		"slow 1":   {kg.Timeout, 5, "longer than allowed"},
		"panic 1":  {kg.Internal, 5, "the reader panicked"},
	}
	ids := map[string]string{}
	for text := range want {
		ids[text] = accepted(t, q, kg.FeedsLane, kg.Submission{Text: text, Title: "T " + text})[0].Ticket.ID
	}
	gone := accepted(t, q, kg.PeopleLane, kg.Submission{URL: "https://a.example/gone"})[0].Ticket.ID
	moody := accepted(t, q, kg.PeopleLane, kg.Submission{Text: "moody"})[0].Ticket.ID
	until(t, "the moody one is stored", func() bool { return q.stateOf(t, moody).State == kg.TicketStored })
	until(t, "the others are dead", func() bool { s, _ := q.Status(t.Context()); return s.DeadLetters == 5 })
	for text, w := range want {
		ticket := q.stateOf(t, ids[text])
		if ticket.State != kg.TicketFailed || ticket.Failures[w.cause] != w.tries || len(ticket.Failures) != 1 || !strings.Contains(ticket.Fault, w.says) || strings.Contains(ticket.Fault, "secret") || d.tries[text] != w.tries {
			t.Errorf("%s: %+v after %d tries", text, ticket, d.tries[text])
		}
		letter, s, err := q.Letter(t.Context(), ids[text])
		if err != nil || s.Text != text || letter.Title != "T "+text || letter.Lane != kg.FeedsLane || letter.QueuedAt.IsZero() || letter.Failures[w.cause] != w.tries {
			t.Errorf("%s: %+v %+v %v", text, letter, s, err)
		}
	}
	if s := q.stateOf(t, gone); s.Failures[kg.Unavailable] != 5 || !strings.Contains(s.Fault, "404") {
		t.Errorf("a page that is gone is no graph that is away: %+v", s)
	}
	q.paged(t, 5)
	q.Close()
	q = opened(t, dir, d, workers(1))
	defer q.Close()
	d.fault = nil
	for _, text := range []string{"bug 1", "panic 1"} {
		if ticket, err := q.Retry(t.Context(), ids[text]); err != nil || ticket.State != kg.TicketQueued && ticket.State != kg.TicketReading {
			t.Errorf("%+v %v", ticket, err)
		}
		until(t, "it is stored after all", func() bool { return q.stateOf(t, ids[text]).State == kg.TicketStored })
	}
	if err := q.Remove(t.Context(), ids["slow 1"]); err != nil {
		t.Error(err)
	}
	if _, err := q.Ticket(t.Context(), ids["slow 1"]); kg.CodeOf(err) != kg.NotFound {
		t.Errorf("something is known of what was removed: %v", err)
	}
	until(t, "two letters are left", func() bool { s, _ := q.Status(t.Context()); return s.DeadLetters == 2 })
	q.hostileIDs(t)
	if s, _ := q.Status(t.Context()); s.DeadLetters != 2 {
		t.Errorf("%d letters are left", s.DeadLetters)
	}
}

// paged reads the list in pages of every size.
func (q *Queue) paged(t *testing.T, all int) {
	t.Helper()
	for size := 1; size <= all+1; size++ {
		seen, after := map[string]bool{}, ""
		for {
			page, err := q.Letters(t.Context(), after, size)
			if err != nil || len(page) > size {
				t.Fatal(len(page), err)
			}
			if len(page) == 0 {
				break
			}
			for _, l := range page {
				if seen[l.ID] || l.Bytes == 0 || l.Fault == "" || l.State != kg.TicketFailed {
					t.Errorf("%+v", l)
				}
				seen[l.ID], after = true, l.ID
			}
		}
		if len(seen) != all {
			t.Errorf("pages of %d: %d letters", size, len(seen))
		}
	}
}

// hostileIDs must find nothing and change nothing.
func (q *Queue) hostileIDs(t *testing.T) {
	for _, id := range []string{"", ">", "*", "art_*", "a.>", "a b", "a\r\nPUB x 1", strings.Repeat("a", 5000), "art_none", "é"} {
		_, e1 := q.Ticket(t.Context(), id)
		_, e2 := q.Retry(t.Context(), id)
		e3 := q.Remove(t.Context(), id)
		_, _, e4 := q.Letter(t.Context(), id)
		for _, err := range []error{e1, e2, e3, e4} {
			if kg.CodeOf(err) != kg.NotFound {
				t.Errorf("%q: %v", id, err)
			}
		}
	}
}

// TestLargeDeadLetter: ten megabytes that nothing compresses are kept, listed and retried.
func TestLargeDeadLetter(t *testing.T) {
	t.Parallel()
	d := &desk{fault: func(kg.Submission, int) error { return kg.Errorf(kg.Invalid, "never") }}
	q := opened(t, t.TempDir(), d, workers(1))
	defer q.Close()
	noise := make([]byte, 10<<20)
	_, _ = rand.Read(noise)
	large := kg.Submission{Text: fmt.Sprintf("%x", noise)}
	id := accepted(t, q, kg.PeopleLane, large)[0].Ticket.ID
	until(t, "it is dead", func() bool { return q.stateOf(t, id).State == kg.TicketFailed })
	letters, err := q.Letters(t.Context(), "", 10)
	if err != nil || len(letters) != 1 || letters[0].Bytes < 10<<20 {
		t.Errorf("%+v %v", letters, err)
	}
	d.fault = nil
	if _, err := q.Retry(t.Context(), id); err != nil {
		t.Error(err)
	}
	until(t, "it is stored", func() bool { return len(d.all()) == 1 && d.all()[0] == large.Text })
}

// TestGraphAway: while the graph is away articles wait, workers do not run through them, and nothing is counted.
func TestGraphAway(t *testing.T) {
	t.Parallel()
	var away atomic.Bool
	away.Store(true)
	d := &desk{fault: func(kg.Submission, int) error {
		if away.Load() {
			return kg.Errorf(kg.Unavailable, "the graph cannot be reached just now")
		}
		return nil
	}}
	q := opened(t, t.TempDir(), d, func(o *Options) {
		o.Workers = 2
		o.Ready = func(context.Context) error {
			if away.Load() {
				return errors.New("away")
			}
			return nil
		}
	})
	defer q.Close()
	var all []kg.Submission
	for i := range 30 {
		all = append(all, text(i))
	}
	sent := accepted(t, q, kg.PeopleLane, all...)
	until(t, "the status tells", func() bool { s, _ := q.Status(t.Context()); return strings.Contains(s.Trouble, "cannot be reached") })
	time.Sleep(300 * time.Millisecond)
	d.mu.Lock()
	tried := len(d.tries)
	d.mu.Unlock()
	if tried > 4 {
		t.Errorf("%d articles were tried while the graph was away", tried)
	}
	away.Store(false)
	until(t, "all are stored", func() bool { return len(d.all()) == 30 })
	for _, e := range sent {
		until(t, "nothing was counted", func() bool { s := q.stateOf(t, e.Ticket.ID); return s.State == kg.TicketStored && s.Failures == nil })
	}
	if s, _ := q.Status(t.Context()); s.Trouble != "" || s.DeadLetters != 0 {
		t.Errorf("%+v", s)
	}
}

// TestDeaths: an article during which processes die again and again is never a dead letter, but waits so that others are read, also over a restart.
func TestDeaths(t *testing.T) {
	t.Parallel()
	dir, d := t.TempDir(), &desk{}
	q := opened(t, dir, d, nil)
	id := accepted(t, q, kg.PeopleLane, text(0))[0].Ticket.ID
	accepted(t, q, kg.PeopleLane, text(1))
	for death := 1; death <= 4; death++ {
		m := q.crew.one(q.lanes[kg.PeopleLane], time.Second)
		if m == nil || !strings.HasSuffix(m.Subject(), id) {
			t.Fatalf("%v", m)
		}
		j, err := q.crew.begin(t.Context(), m, q.lanes[kg.PeopleLane]) // and then the process dies
		if err != nil || (j == nil) != (death > manyDeaths) {
			t.Fatalf("after %d deaths: %v %v", death-1, j, err)
		}
		q.Close()
		q = opened(t, dir, d, func(o *Options) { o.Pause = time.Second })
	}
	s := q.stateOf(t, id)
	if s.State != kg.TicketQueued || s.Deaths != 3 || s.Failures != nil {
		t.Errorf("%+v", s)
	}
	q.Close()
	q = opened(t, dir, d, workers(1))
	defer q.Close()
	until(t, "both are stored", func() bool { return len(d.all()) == 2 })
	if d.all()[0] != text(1).Text {
		t.Error("the other article had to wait")
	}
}
