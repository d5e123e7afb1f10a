package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/cenkalti/backoff/v5"

	"sayso/internal/ingest"
	"sayso/internal/kg"
)

// The pauses between two tries: they grow from the first to the longest.
const (
	firstPause   = time.Second
	longestPause = 30 * time.Second
)

// errNotNow is an article that the server would take at another time.
type errNotNow struct{ message string }

func (e errNotNow) Error() string { return e.message }

// send hands over one article. While the server or its graph is not available it is sent again, with growing pauses,
// until --patience is over; taking an article twice changes nothing, so an answer that was lost does no harm. A server
// that has not answered once is not waited for: the address may be wrong.
func (c *ingestCommand) send(t terminal, f ingest.Found) ([]ingestResult, error) {
	var last []ingestResult
	try := func() ([]ingestResult, error) {
		var done ingested
		err := c.query(t.ctx, c.Timeout, ingestQuery,
			map[string]any{"articles": []any{variables(f.Submission)}, "dryRun": c.DryRun}, &done)
		if last = done.Ingest.Results; err != nil {
			if kg.CodeOf(err) == kg.Unavailable && c.reached {
				return nil, err
			}
			return nil, backoff.Permanent(err)
		}
		c.reached = true
		for _, r := range last {
			if r.Error != nil && r.Error.Code == string(kg.Unavailable) {
				return nil, errNotNow{r.Error.Message}
			}
		}
		return last, nil
	}
	pauses := backoff.NewExponentialBackOff()
	pauses.InitialInterval, pauses.MaxInterval = firstPause, longestPause
	tell := func(err error, pause time.Duration) {
		fmt.Fprintf(t.err, "sayso: %s: %s; sent again in %.0f s\n", f.Place, message(err), pause.Seconds())
	}
	limit := backoff.WithMaxElapsedTime(c.Patience)
	if c.Patience <= 0 { // none at all, where the library would have no end
		limit = backoff.WithMaxTries(1)
	}
	results, err := backoff.Retry(t.ctx, try, backoff.WithBackOff(pauses), limit, backoff.WithNotify(tell))
	var refused errNotNow
	if errors.As(err, &refused) {
		return last, nil // told and counted like any other refusal
	}
	return results, err
}
