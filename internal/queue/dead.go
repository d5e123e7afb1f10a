package queue

import (
	"context"
	"encoding/json"
	"strconv"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"sayso/internal/kg"
)

const (
	recordHeader = "Sayso-Record" // what is kept of a dead letter's article
	sizeHeader   = "Nats-Msg-Size"
)

// keepDead makes a dead letter of an article.
func (q *Queue) keepDead(ctx context.Context, j *job) error {
	told, err := json.Marshal(j.record)
	if err != nil {
		return kg.Hidden(err)
	}
	if err := q.purge(ctx, j.id); err != nil { // its stream takes no second of a subject when it is full
		return err
	}
	m := &nats.Msg{Subject: deadSubject + j.id, Data: j.message.Data(), Header: nats.Header{recordHeader: {string(told)}}}
	if _, err := q.js.PublishMsg(ctx, m); err != nil {
		return kg.Because(err, kg.Unavailable, "no more dead letters can be kept; retry or remove some: sayso queue list")
	}
	return nil
}

func deadLetter(id string, header nats.Header, bytes int) kg.DeadLetter {
	var r record
	_ = json.Unmarshal([]byte(header.Get(recordHeader)), &r) // without it only the id is known
	r.State = kg.TicketFailed
	return kg.DeadLetter{Ticket: r.ticket(id), QueuedAt: r.QueuedAt, Bytes: bytes}
}

func noLetter(id string) error {
	return kg.Errorf(kg.NotFound, "there is no dead letter %q; sayso queue list shows those that there are", id)
}

// deadMessage gives the message of a dead letter.
func (q *Queue) deadMessage(ctx context.Context, id string) (*jetstream.RawStreamMsg, error) {
	if !wellFormed.MatchString(id) {
		return nil, noLetter(id)
	}
	m, err := lastOf(ctx, q.dead, deadSubject+id)
	if err == nil && m == nil {
		err = noLetter(id)
	}
	return m, err
}

func (q *Queue) letter(ctx context.Context, id string) (kg.DeadLetter, error) {
	m, err := q.deadMessage(ctx, id)
	if err != nil {
		return kg.DeadLetter{}, err
	}
	return deadLetter(id, m.Header, len(m.Data)), nil
}

// Letters lists the dead letters in the order in which they became such, behind the one named after, "" for the first.
func (q *Queue) Letters(ctx context.Context, after string, first int) ([]kg.DeadLetter, error) {
	begin := uint64(1)
	if after != "" {
		m, err := q.deadMessage(ctx, after)
		if err != nil {
			return nil, err
		}
		begin = m.Sequence + 1
	}
	if first == 0 {
		return nil, nil
	}
	headers, err := q.dead.OrderedConsumer(ctx, jetstream.OrderedConsumerConfig{
		HeadersOnly: true, DeliverPolicy: jetstream.DeliverByStartSequencePolicy, OptStartSeq: begin,
		InactiveThreshold: statusTime,
	})
	if err != nil {
		return nil, unreachable(err)
	}
	batch, err := headers.FetchNoWait(first)
	if err != nil {
		return nil, unreachable(err)
	}
	var out []kg.DeadLetter
	for m := range batch.Messages() {
		bytes, _ := strconv.Atoi(m.Headers().Get(sizeHeader))
		out = append(out, deadLetter(m.Subject()[len(deadSubject):], m.Headers(), bytes))
	}
	return out, nil
}

// Letter gives a dead letter with what was handed in; one whose message is damaged has nothing of it.
func (q *Queue) Letter(ctx context.Context, id string) (kg.DeadLetter, kg.Submission, error) {
	m, err := q.deadMessage(ctx, id)
	if err != nil {
		return kg.DeadLetter{}, kg.Submission{}, err
	}
	s, _ := unpack(m.Data)
	return deadLetter(id, m.Header, len(m.Data)), s, nil
}

// Retry puts a dead letter back into its lane, with nothing counted against it. It is a dead letter until it is stored.
func (q *Queue) Retry(ctx context.Context, id string) (kg.Ticket, error) {
	m, err := q.deadMessage(ctx, id)
	if err != nil {
		return kg.Ticket{}, err
	}
	s, err := unpack(m.Data)
	if err != nil {
		return kg.Ticket{}, err
	}
	was := deadLetter(id, m.Header, 0).Ticket
	l, known := q.lanes[was.Lane]
	if !known {
		l = q.lanes[kg.PeopleLane]
	}
	if err := q.o.Room(); err != nil {
		return kg.Ticket{}, kg.Errorf(kg.Unavailable, "%s; make room, then try again", err)
	}
	done := kg.Enqueued{Ticket: kg.Ticket{ID: id, State: kg.TicketQueued, Lane: l.name, Title: s.Title, URL: s.URL,
		ArticleID: was.ArticleID, At: q.o.Now()}}
	sent, err := q.js.PublishMsgAsync(&nats.Msg{Subject: l.subject + id, Data: m.Data})
	if err != nil {
		return done.Ticket, unreachable(err)
	}
	q.await(ctx, l.name, sent, &done)
	return done.Ticket, done.Err
}

// Remove throws a dead letter away, with what is known of it.
func (q *Queue) Remove(ctx context.Context, id string) error {
	if err := q.bury(ctx, id); err != nil {
		return err
	}
	if err := q.outcomes.Purge(ctx, jetstream.WithPurgeSubject(outcomeOf+id)); err != nil {
		return unreachable(err)
	}
	return nil
}

// bury takes a dead letter out of their stream.
func (q *Queue) bury(ctx context.Context, id string) error {
	if _, err := q.deadMessage(ctx, id); err != nil {
		return err
	}
	return q.purge(ctx, id)
}

func (q *Queue) purge(ctx context.Context, id string) error {
	if err := q.dead.Purge(ctx, jetstream.WithPurgeSubject(deadSubject+id)); err != nil {
		return unreachable(err)
	}
	return nil
}
