package queue

import (
	"context"
	"errors"
	"maps"
	"time"
	"unicode/utf8"

	"sayso/internal/kg"
)

const (
	mostFailures = 5
	pauseGrowth  = 4 // each pause between failures is so many times the one before
	longestFault = 2000
)

// What settling is counted as.
const (
	outcomeStored   = "stored"
	outcomeFailed   = "failed" // and is tried again
	outcomeDead     = "dead"
	outcomeReturned = "returned" // handed back at a stop, or because the graph is away
)

// never are faults that stay as they are however often an article is tried.
var never = map[kg.Code]bool{kg.Invalid: true, kg.TooLarge: true, kg.QuoteBroken: true, kg.NotFound: true}

// settle says what becomes of an article that was read. reading has ended when the queue is closed and cannot wait.
func (c *crew) settle(reading context.Context, j *job, done kg.Ingested, fault error) {
	ctx, cancel := context.WithTimeout(context.Background(), settleTime)
	defer cancel()
	if done.ArticleID != "" {
		j.ArticleID = done.ArticleID
	}
	j.At = c.o.Now()
	var err error
	switch code := causeOf(fault); {
	case fault == nil:
		err = c.stored(ctx, j)
	case reading.Err() != nil:
		err = c.handBack(ctx, j, "the server stopped while it was read", 0)
	case !never[code] && c.graphAway(ctx, fault):
		err = c.handBack(ctx, j, "the graph is not available: "+plain(fault), c.o.Pause)
	default:
		err = c.failed(ctx, j, code, plain(fault))
	}
	if err != nil { // it is delivered again, and taking it twice changes nothing
		c.o.Log.Warn("what became of an article cannot be written into the queue", "article", j.id, "err", err)
	}
}

// causeOf gives a fault's code.
func causeOf(fault error) kg.Code {
	if errors.Is(fault, context.DeadlineExceeded) {
		return kg.Timeout
	}
	return kg.CodeOf(fault)
}

// graphAway reports whether a fault comes from a graph that cannot be reached, and has workers wait for it if so.
func (c *crew) graphAway(ctx context.Context, fault error) bool {
	var page pageAway
	away := kg.CodeOf(fault) == kg.Unavailable && !errors.As(fault, &page)
	if c.ask(ctx) != nil {
		why := plain(fault)
		c.away.Store(&why)
		return true
	}
	return away
}

// stored notes that an article is in the graph. A dead letter of it is one no more.
func (c *crew) stored(ctx context.Context, j *job) error {
	j.State, j.Fault, j.Failures, j.Deaths = kg.TicketStored, "", nil, 0
	if err := c.write(ctx, j.id, j.record); err != nil {
		return err
	}
	if err := c.bury(ctx, j.id); err != nil && kg.CodeOf(err) != kg.NotFound {
		return err
	}
	c.o.Settled(outcomeStored)
	return j.message.DoubleAck(ctx)
}

// handBack has an article wait for another try that nothing is counted for.
func (c *crew) handBack(ctx context.Context, j *job, why string, wait time.Duration) error {
	j.Fault = why
	c.o.Settled(outcomeReturned)
	return c.again(ctx, j, wait)
}

// again has an article wait for another try.
func (c *crew) again(ctx context.Context, j *job, wait time.Duration) error {
	j.State, j.NotBefore = kg.TicketQueued, c.o.Now().Add(wait)
	if err := c.write(ctx, j.id, j.record); err != nil {
		return err
	}
	return j.message.NakWithDelay(wait)
}

// failed counts a failure: the article is tried again after a pause, or is a dead letter.
func (c *crew) failed(ctx context.Context, j *job, code kg.Code, why string) error {
	j.Failures = maps.Clone(j.Failures)
	if j.Failures == nil {
		j.Failures = map[kg.Code]int{}
	}
	j.Failures[code]++
	j.Fault = why
	if never[code] || j.failures() >= mostFailures {
		return c.die(ctx, j, code)
	}
	c.o.Settled(outcomeFailed)
	pause := c.o.Pause
	for range j.failures() - 1 {
		pause *= pauseGrowth
	}
	return c.again(ctx, j, pause)
}

// die makes a dead letter of an article.
func (c *crew) die(ctx context.Context, j *job, code kg.Code) error {
	j.State = kg.TicketFailed
	if err := c.keepDead(ctx, j); err != nil {
		return err
	}
	if err := c.write(ctx, j.id, j.record); err != nil {
		return err
	}
	c.o.Log.Warn("an article of the queue is a dead letter", "article", j.id, "cause", code, "fault", j.Fault)
	c.o.Settled(outcomeDead)
	return j.message.DoubleAck(ctx)
}

// plain is what a person may see of a fault.
func plain(err error) string {
	var own *kg.Error
	text := "it failed inside the server; the log has the details"
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		text = "reading it took longer than allowed"
	case errors.As(err, &own):
		text = own.Message
	}
	for len(text) > longestFault {
		_, size := utf8.DecodeLastRuneInString(text[:longestFault])
		text = text[:longestFault-size]
	}
	return text
}
