package graph

import (
	"context"
	"maps"
	"math"
	"slices"

	"sayso/graph/gen"
	"sayso/internal/kg"
)

// Queue keeps articles until they are read.
type Queue interface {
	// Enqueue takes submissions and tells of each, in their order; what it accepted is on disk.
	Enqueue(ctx context.Context, in kg.Lane, all ...kg.Submission) []kg.Enqueued
	Ticket(ctx context.Context, id string) (kg.Ticket, error)
	Status(ctx context.Context) (kg.QueueStatus, error)
	Letters(ctx context.Context, after string, first int) ([]kg.DeadLetter, error)
	Letter(ctx context.Context, id string) (kg.DeadLetter, kg.Submission, error)
	Retry(ctx context.Context, id string) (kg.Ticket, error)
	Remove(ctx context.Context, id string) error
}

// queued are the resolvers of the queue.
type queued struct {
	articles Queue // nil: there is none
}

func noQueue() error {
	return kg.Errorf(kg.Unavailable, "this server keeps no queue; it was started with --no-queue: hand articles in with "+
		"ingest")
}

// Enqueue hands articles to the queue.
func (q queued) Enqueue(ctx context.Context, articles []*gen.ArticleInput,
	lane gen.QueueLane) (*gen.EnqueueResult, error) {
	if q.articles == nil {
		return nil, noQueue()
	}
	if len(articles) > largestBatch {
		return nil, kg.Errorf(kg.TooLarge, "enqueue takes at most %d articles at once, not %d; send them in several requests",
			largestBatch, len(articles))
	}
	out := &gen.EnqueueResult{Results: make([]*gen.EnqueuedArticle, len(articles))}
	var taken []kg.Submission
	var places []int
	for i, a := range articles {
		s, err := readSubmission(a)
		if err != nil {
			out.Results[i] = accepted(ctx, kg.Enqueued{Err: err})
			continue
		}
		taken, places = append(taken, s), append(places, i)
	}
	for i, e := range q.articles.Enqueue(ctx, kg.Lane(lane), taken...) {
		out.Results[places[i]] = accepted(ctx, e)
	}
	return out, nil
}

func accepted(ctx context.Context, e kg.Enqueued) *gen.EnqueuedArticle {
	if e.Err == nil {
		return &gen.EnqueuedArticle{Queued: ticket(e.Ticket), WasWaiting: e.Waiting}
	}
	shown := shownError(ctx, e.Err)
	out := &gen.EnqueuedArticle{Error: &gen.IngestError{Code: string(shown.Code), Message: shown.Message}}
	if seconds := int(math.Ceil(e.Again.Seconds())); seconds > 0 {
		out.RetryAfterSeconds = &seconds
	}
	return out
}

func ticket(t kg.Ticket) *gen.QueuedArticle {
	return &gen.QueuedArticle{ID: t.ID, State: gen.QueueState(t.State), Lane: gen.QueueLane(t.Lane),
		Article: textOrNil(t.ArticleID), Title: textOrNil(t.Title), URL: textOrNil(t.URL), Since: moment(t.At),
		Failures: failures(t), Deaths: t.Deaths, Fault: textOrNil(t.Fault)}
}

func failures(t kg.Ticket) []*gen.QueueFailure {
	out := []*gen.QueueFailure{}
	for _, cause := range slices.Sorted(maps.Keys(t.Failures)) {
		out = append(out, &gen.QueueFailure{Cause: string(cause), Count: t.Failures[cause]})
	}
	return out
}

// QueuedArticles tells how far articles are.
func (q queued) QueuedArticles(ctx context.Context, ids []string) ([]*gen.QueuedArticle, error) {
	if q.articles == nil {
		return nil, noQueue()
	}
	if len(ids) > largestBatch {
		return nil, kg.Errorf(kg.TooLarge, "queuedArticles takes at most %d ids at once, not %d", largestBatch, len(ids))
	}
	out := make([]*gen.QueuedArticle, len(ids))
	for i, id := range ids {
		t, err := q.articles.Ticket(ctx, id)
		switch {
		case err == nil:
			out[i] = ticket(t)
		case kg.CodeOf(err) != kg.NotFound:
			return nil, err
		}
	}
	return out, nil
}

// Queue tells how the queue fares.
func (q queued) Queue(ctx context.Context) (*gen.Queue, error) {
	if q.articles == nil {
		return nil, noQueue()
	}
	s, err := q.articles.Status(ctx)
	if err != nil {
		return nil, err
	}
	out := &gen.Queue{Lanes: []*gen.QueueLaneState{}, DeadLetters: int(s.DeadLetters), Workers: s.Workers,
		Damaged: append([]string{}, s.Damaged...), Trouble: textOrNil(s.Trouble)}
	for _, l := range s.Lanes {
		out.Lanes = append(out.Lanes, &gen.QueueLaneState{Lane: gen.QueueLane(l.Lane), Articles: int(l.Articles),
			MostArticles: int(l.MostArticles), Megabytes: int(l.Bytes >> 20), MostMegabytes: int(l.MostBytes >> 20),
			OldestAt: momentOrNil(l.Oldest), HasRoom: l.Room})
	}
	return out, nil
}

// DeadLetters lists what could not be read.
func (q queued) DeadLetters(ctx context.Context, first *int, after *string) ([]*gen.DeadLetter, error) {
	if q.articles == nil {
		return nil, noQueue()
	}
	n, err := pageOf(first)
	if err != nil {
		return nil, err
	}
	all, err := q.articles.Letters(ctx, text(after), n)
	out := []*gen.DeadLetter{}
	for _, l := range all {
		out = append(out, letter(l))
	}
	return out, err
}

// DeadLetter gives one of them.
func (q queued) DeadLetter(ctx context.Context, id string) (*gen.DeadLetter, error) {
	if q.articles == nil {
		return nil, noQueue()
	}
	l, _, err := q.articles.Letter(ctx, id)
	if err == nil {
		return letter(l), nil
	}
	if kg.CodeOf(err) == kg.NotFound {
		err = nil // null is the answer
	}
	return nil, err
}

func letter(l kg.DeadLetter) *gen.DeadLetter {
	return &gen.DeadLetter{ID: l.ID, Lane: gen.QueueLane(l.Lane), Article: textOrNil(l.ArticleID),
		Title: textOrNil(l.Title), URL: textOrNil(l.URL), QueuedAt: moment(l.QueuedAt), FailedAt: moment(l.At),
		Failures: failures(l.Ticket), Deaths: l.Deaths, Fault: l.Fault, Bytes: l.Bytes}
}

// RetryDeadLetter puts an article back into the queue.
func (q queued) RetryDeadLetter(ctx context.Context, id string) (*gen.QueuedArticle, error) {
	if q.articles == nil {
		return nil, noQueue()
	}
	t, err := q.articles.Retry(ctx, id)
	if err != nil {
		return nil, err
	}
	return ticket(t), nil
}

// RemoveDeadLetter throws an article away.
func (q queued) RemoveDeadLetter(ctx context.Context, id string) (string, error) {
	if q.articles == nil {
		return "", noQueue()
	}
	return id, q.articles.Remove(ctx, id)
}

// letterTexts resolves the texts of dead letters.
type letterTexts struct{ queued }

// longestPart is how much of a text is given at once, in characters: more than an article has.
const longestPart = 5_000_000

// Text gives the beginning of what could not be read.
func (q letterTexts) Text(ctx context.Context, obj *gen.DeadLetter, first *int) (string, error) {
	if first == nil || *first < 0 || *first > longestPart {
		return "", kg.Errorf(kg.Invalid, "first must be a number from 0 to %d", longestPart)
	}
	_, s, err := q.articles.Letter(ctx, obj.ID)
	if err != nil {
		return "", err
	}
	at := 0
	for i := range s.Text {
		if at == *first {
			return s.Text[:i], nil
		}
		at++
	}
	return s.Text, nil
}
