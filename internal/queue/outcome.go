package queue

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"sayso/internal/kg"
)

// record is what is kept of an article beside its message.
type record struct {
	State     kg.TicketState
	Lane      kg.Lane
	Seq       uint64    // of the message in that lane; a record that speaks of another is of another time
	ArticleID string    `json:",omitempty"`
	Title     string    `json:",omitempty"`
	URL       string    `json:",omitempty"`
	At        time.Time // of the state
	QueuedAt  time.Time
	NotBefore time.Time       // when it is tried again
	Failures  map[kg.Code]int `json:",omitempty"`
	Deaths    int             `json:",omitempty"`
	Fault     string          `json:",omitempty"`
}

func (r record) ticket(id string) kg.Ticket {
	return kg.Ticket{ID: id, State: r.State, Lane: r.Lane, ArticleID: r.ArticleID, Title: r.Title, URL: r.URL, At: r.At,
		Failures: r.Failures, Deaths: r.Deaths, Fault: r.Fault}
}

// speaksOf reports whether a record tells of the message that is in a lane, and not of one before it.
func (r record) speaksOf(in kg.Lane, seq uint64) bool {
	return r.Lane == in && r.Seq == seq && (r.State == kg.TicketQueued || r.State == kg.TicketReading)
}

func (r record) failures() (n int) {
	for _, count := range r.Failures {
		n += count
	}
	return n
}

// recorded gives what is kept of an article, nothing where nothing is.
func (q *Queue) recorded(ctx context.Context, id string) (r record, err error) {
	m, err := lastOf(ctx, q.outcomes, outcomeOf+id)
	if err != nil || m == nil {
		return r, err
	}
	if broken := json.Unmarshal(m.Data, &r); broken != nil {
		return record{}, nil //nolint:nilerr // of another version, or damaged: it tells nothing
	}
	return r, nil
}

// write keeps what there is to say of an article.
func (q *Queue) write(ctx context.Context, id string, r record) error {
	data, err := json.Marshal(r)
	if err == nil {
		_, err = q.js.Publish(ctx, outcomeOf+id, data)
	}
	if err != nil {
		return unreachable(err)
	}
	return nil
}

// lastOf gives the message of a subject, nil where there is none.
func lastOf(ctx context.Context, stream jetstream.Stream, subject string) (*jetstream.RawStreamMsg, error) {
	m, err := stream.GetLastMsgForSubject(ctx, subject)
	switch {
	case errors.Is(err, jetstream.ErrMsgNotFound):
		return nil, nil //nolint:nilnil // there is none
	case err != nil:
		return nil, unreachable(err)
	}
	return m, nil
}

// Ticket tells how far an article is. The error of one that is not known, or was settled longer than a week ago, has
// the code NotFound.
func (q *Queue) Ticket(ctx context.Context, id string) (kg.Ticket, error) {
	unknown := kg.Errorf(kg.NotFound, "the queue knows nothing of %q; what became of an article is kept for a week", id)
	if !wellFormed.MatchString(id) {
		return kg.Ticket{}, unknown
	}
	r, err := q.recorded(ctx, id)
	if err != nil {
		return kg.Ticket{}, err
	}
	for _, n := range laneNames {
		m, err := lastOf(ctx, q.lanes[n.lane].stream, n.subject+id)
		if err != nil {
			return kg.Ticket{}, err
		}
		if m != nil {
			return q.waiting(r, n.lane, id, m), nil
		}
	}
	if r.State == kg.TicketStored || r.State == kg.TicketFailed {
		return r.ticket(id), nil
	}
	letter, err := q.letter(ctx, id)
	return letter.Ticket, err
}

// waiting is the ticket of an article that has a message in a lane.
func (q *Queue) waiting(r record, in kg.Lane, id string, m *jetstream.RawStreamMsg) kg.Ticket {
	t := kg.Ticket{ID: id, State: kg.TicketQueued, Lane: in, At: m.Time}
	if r.speaksOf(in, m.Sequence) {
		t = r.ticket(id)
	}
	if t.Title == "" && t.URL == "" {
		if s, err := unpack(m.Data); err == nil {
			t.Title, t.URL = s.Title, s.URL
		}
	}
	return t
}
