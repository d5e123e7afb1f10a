package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/cenkalti/backoff/v5"

	"sayso/internal/ingest"
	"sayso/internal/kg"
)

const enqueueQuery = `mutation Enqueue($articles: [ArticleInput!]!, $lane: QueueLane!) { enqueue(articles: $articles, lane: $lane) { results {
  queued { id state } wasWaiting error { code message } retryAfterSeconds } } }`

// enqueueResult is what became of one article that was handed to the queue.
type enqueueResult struct {
	Queued            *struct{ ID, State string }
	WasWaiting        bool
	Error             *struct{ Code, Message string }
	RetryAfterSeconds int
}

// fullFor is that the queue takes no more for a while.
type fullFor struct {
	message string
	pause   time.Duration
}

func (f fullFor) Error() string { return f.message }

// Unwrap gives the error by which backoff knows how long to wait.
func (f fullFor) Unwrap() error { return &backoff.RetryAfterError{Duration: f.pause} }

// hand hands an article to the queue and prints its id there.
func (c *ingestCommand) hand(t terminal, f ingest.Found, total *tally) error {
	r, err := c.enqueue(t, f)
	if err != nil {
		return err
	}
	switch {
	case r.Error != nil:
		total.refuse(t, f.Place, r.Error.Message)
		return nil
	case r.Queued == nil:
		return kg.Errorf(kg.Unavailable, "the server's answer tells nothing of the article; is it the same version?")
	case r.WasWaiting:
		total.known++
	default:
		total.added++
	}
	_, err = fmt.Fprintf(t.out, "%s  %s\n", r.Queued.ID, f.Place)
	return err
}

// queued prints the sums of what was handed to the queue. Its error says that some articles were refused.
func (total *tally) queued(t terminal) error {
	fmt.Fprintf(t.out, "%d accepted, %d waiting already, %d refused; sayso queue shows what becomes of them\n",
		total.added, total.known, total.refused)
	if total.refused > 0 {
		return kg.Errorf(kg.Invalid, "%d of %d articles were refused", total.refused,
			total.refused+total.added+total.known)
	}
	return nil
}

// enqueue hands one article to the queue, again and again while the server is away or the queue is full, until
// --patience is over.
func (c *ingestCommand) enqueue(t terminal, f ingest.Found) (enqueueResult, error) {
	var last enqueueResult
	try := func() (enqueueResult, error) {
		var done struct {
			Enqueue struct{ Results []enqueueResult }
		}
		err := c.query(t.ctx, c.Timeout, enqueueQuery,
			map[string]any{"articles": []any{variables(f.Submission)}, "lane": c.lane()}, &done)
		switch {
		case err != nil && kg.CodeOf(err) == kg.Unavailable && c.reached:
			return last, err
		case err != nil:
			return last, backoff.Permanent(err)
		case len(done.Enqueue.Results) != 1:
			return last, backoff.Permanent(kg.Errorf(kg.Unavailable, "the server's answer tells of no article; is it the same "+
				"version?"))
		}
		c.reached, last = true, done.Enqueue.Results[0]
		if last.Error != nil && last.RetryAfterSeconds > 0 {
			return last, fullFor{last.Error.Message, time.Duration(last.RetryAfterSeconds) * time.Second}
		}
		return last, nil
	}
	result, err := c.patiently(t, f.Place, try)
	var full fullFor
	if errors.As(err, &full) {
		return last, nil // told and counted like any other refusal
	}
	return result, err
}

// patiently tries until --patience is over.
func (c *ingestCommand) patiently(t terminal, place string, try func() (enqueueResult, error)) (enqueueResult, error) {
	pauses := backoff.NewExponentialBackOff()
	pauses.InitialInterval, pauses.MaxInterval = firstPause, longestPause
	tell := func(err error, pause time.Duration) {
		fmt.Fprintf(t.err, "sayso: %s: %s; sent again in %.0f s\n", place, message(err), pause.Seconds())
	}
	limit := backoff.WithMaxElapsedTime(c.Patience)
	if c.Patience <= 0 {
		limit = backoff.WithMaxTries(1)
	}
	return backoff.Retry(t.ctx, try, backoff.WithBackOff(pauses), limit, backoff.WithNotify(tell))
}

// lane is the one that the flags name.
func (c *ingestCommand) lane() string {
	if c.Behind {
		return string(kg.FeedsLane)
	}
	return string(kg.PeopleLane)
}
