package queue

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"sayso/internal/kg"
)

const (
	soonest     = 5 * time.Second // that anybody is told to come again
	latest      = 5 * time.Minute
	whenRoom    = time.Minute // a disk is seldom cleared sooner
	shareOfLane = 20          // what must have been read before it is worth coming again: a twentieth
)

// Enqueue takes submissions into a lane and tells of each, in their order. What it accepted is on disk. One that waits
// already is not taken twice.
func (q *Queue) Enqueue(ctx context.Context, in kg.Lane, all ...kg.Submission) []kg.Enqueued {
	out := make([]kg.Enqueued, len(all))
	sent := make([]jetstream.PubAckFuture, len(all))
	for i, s := range all {
		var m *nats.Msg
		if out[i].Ticket, m, out[i].Err = q.prepare(in, s); out[i].Err != nil {
			continue
		}
		if err := q.o.Room(); err != nil {
			out[i].Err, out[i].Again = kg.Errorf(kg.Unavailable, "%s; make room, then send it again", err), whenRoom
			continue
		}
		var err error
		if sent[i], err = q.js.PublishMsgAsync(m); err != nil {
			out[i].Err = unreachable(err)
		}
	}
	for i := range out {
		if sent[i] != nil && out[i].Err == nil {
			q.await(ctx, in, sent[i], &out[i])
		}
	}
	return out
}

// prepare makes the message of a submission, with what its ticket says.
func (q *Queue) prepare(in kg.Lane, s kg.Submission) (t kg.Ticket, m *nats.Msg, err error) {
	ready, article, err := q.o.Intake.Prepare(s)
	if err != nil {
		return t, nil, err
	}
	id, err := idOf(ready, article)
	if err != nil {
		return t, nil, err
	}
	data, err := pack(ready)
	if err != nil {
		return t, nil, err
	}
	if most := min(q.conn.MaxPayload(), largestMessage); int64(len(data)) > most {
		return t, nil, kg.Errorf(kg.TooLarge, "compressed, the article has %d bytes, and the queue takes %d; hand it in "+
			"without the queue, or raise max_payload of its NATS", len(data), most)
	}
	t = kg.Ticket{ID: id, State: kg.TicketQueued, Lane: in, ArticleID: article, Title: ready.Title, URL: ready.URL,
		At: q.o.Now()}
	return t, &nats.Msg{Subject: q.lanes[in].subject + id, Data: data}, nil
}

// await waits until a message is on disk, or refused.
func (q *Queue) await(ctx context.Context, in kg.Lane, sent jetstream.PubAckFuture, to *kg.Enqueued) {
	var err error
	select {
	case <-sent.Ok():
		return
	case err = <-sent.Err():
	case <-ctx.Done():
		err = ctx.Err()
	}
	var refused *jetstream.APIError
	if !errors.As(err, &refused) {
		to.Err = unreachable(err)
		return
	}
	switch {
	case strings.Contains(refused.Description, "per subject"):
		to.Waiting = true
		if now, err := q.Ticket(ctx, to.Ticket.ID); err == nil {
			to.Ticket = now
		}
	case strings.Contains(refused.Description, "maximum messages"), strings.Contains(refused.Description, "maximum bytes"):
		to.Again, to.Err = q.full(ctx, in)
	default:
		to.Err = unreachable(err)
	}
}

// full says how full a lane is, and when it is worth coming again: articles are read in their turn, so in a twentieth
// of the time that the oldest has waited a twentieth of the lane is read.
func (q *Queue) full(ctx context.Context, in kg.Lane) (again time.Duration, err error) {
	s, err := q.lane(ctx, in)
	if err != nil {
		return soonest, err
	}
	again = soonest
	if !s.Oldest.IsZero() {
		again = min(max(q.o.Now().Sub(s.Oldest)/shareOfLane, soonest), latest)
	}
	return again, kg.Errorf(kg.Unavailable, "the queue is full: %d articles wait, with %d MB (at most %d and %d MB); "+
		"send it again in %.0f s", s.Articles, s.Bytes>>20, s.MostArticles, s.MostBytes>>20, again.Seconds())
}
