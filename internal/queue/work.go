package queue

import (
	"context"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"sayso/internal/kg"
)

const (
	turns      = 5                      // of so many articles one is from the feeds, where there are any
	glance     = 250 * time.Millisecond // how long an idle worker waits for a person's before it looks at both lanes
	awayFirst  = time.Second            // how soon a graph that is away is asked again, ever later up to awayLast
	awayLast   = 15 * time.Second
	readyTime  = 5 * time.Second // for the graph to say whether it is ready
	settleTime = 10 * time.Second
)

// crew are the workers of this process.
type crew struct {
	*Queue
	picks   atomic.Uint64          // how many articles were looked for, for taking turns
	away    atomic.Pointer[string] // why the graph cannot be reached; nil where it can, as far as is known
	stop    context.CancelFunc     // has workers take nothing more
	abandon context.CancelFunc     // has them give back what they have in hand
	working sync.WaitGroup
}

// newCrew has as many workers begin as the options say.
func newCrew(q *Queue) *crew {
	c := &crew{Queue: q}
	taking, stop := context.WithCancel(context.Background())
	reading, abandon := context.WithCancel(context.Background())
	c.stop, c.abandon = stop, abandon
	for range q.o.Workers {
		c.working.Go(func() { c.work(taking, reading) })
	}
	return c
}

// handingBack is how long workers may take to give back what they have in hand. One that does not heed it is left
// behind: its article is delivered again.
const handingBack = 2 * time.Second

// end has them read what is in hand, or give it back where that takes too long.
func (c *crew) end() {
	c.stop()
	defer c.abandon()
	ended := make(chan struct{})
	go func() { c.working.Wait(); close(ended) }()
	select {
	case <-ended:
		return
	case <-time.After(c.o.Drain):
		c.abandon()
	}
	select {
	case <-ended:
	case <-time.After(handingBack):
		c.o.Log.Warn("an article is still being read; it will be read again after the next start")
	}
}

// work reads articles until taking ends; reading is for what is in hand then.
func (c *crew) work(taking, reading context.Context) {
	for taking.Err() == nil {
		if !c.graphReady(taking) {
			continue
		}
		m, l := c.next()
		if m == nil {
			continue
		}
		if taking.Err() != nil {
			_ = m.Nak()
			return
		}
		c.take(reading, m, l)
	}
}

// graphReady waits while the graph is known to be away.
func (c *crew) graphReady(ctx context.Context) bool {
	for pause := awayFirst; c.away.Load() != nil; pause = min(2*pause, awayLast) {
		select {
		case <-ctx.Done():
			return false
		case <-time.After(pause):
		}
		if c.ask(ctx) == nil {
			c.away.Store(nil)
		}
	}
	return true
}

// ask asks whether the graph is ready.
func (c *crew) ask(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, readyTime)
	defer cancel()
	return c.o.Ready(ctx)
}

// next gives the article whose turn it is, nil where there is none just now.
func (c *crew) next() (jetstream.Msg, lane) {
	first, second := c.lanes[kg.PeopleLane], c.lanes[kg.FeedsLane]
	if c.picks.Add(1)%turns == 0 {
		first, second = second, first
	}
	for _, l := range []lane{first, second} {
		if m := c.one(l, 0); m != nil {
			return m, l
		}
	}
	people := c.lanes[kg.PeopleLane]
	return c.one(people, glance), people
}

// one takes an article from a lane, waiting for one as long as is said.
func (c *crew) one(l lane, wait time.Duration) jetstream.Msg {
	var batch jetstream.MessageBatch
	var err error
	if wait == 0 {
		batch, err = l.articles.FetchNoWait(1)
	} else {
		batch, err = l.articles.Fetch(1, jetstream.FetchMaxWait(wait))
	}
	if err != nil {
		time.Sleep(glance) // NATS is away: the connection comes back by itself
		return nil
	}
	var taken jetstream.Msg
	for m := range batch.Messages() {
		taken = m
	}
	return taken
}

// job is an article in hand.
type job struct {
	id      string
	message jetstream.Msg
	lane    lane
	record
}

// take reads one article and says what became of it.
func (c *crew) take(ctx context.Context, m jetstream.Msg, l lane) {
	j, err := c.begin(ctx, m, l)
	if err != nil {
		c.o.Log.Warn("an article has to wait: the queue cannot be written", "err", err)
		_ = m.NakWithDelay(c.o.Pause)
		return
	}
	if j == nil {
		return
	}
	held, free := c.holding(m)
	done, err := c.read(ctx, j)
	free()
	<-held
	c.settle(ctx, j, done, err)
}

// begin notes that an article is read. One that is found to be read already was in the hands of a process that died;
// when that has happened often, it waits, ever longer, so that others are read meanwhile: nil is given then.
func (c *crew) begin(ctx context.Context, m jetstream.Msg, l lane) (*job, error) {
	j := &job{id: strings.TrimPrefix(m.Subject(), l.subject), message: m, lane: l}
	meta, err := m.Metadata()
	if err != nil {
		return nil, err
	}
	if j.record, err = c.recorded(ctx, j.id); err != nil {
		return nil, err
	}
	if !j.speaksOf(l.name, meta.Sequence.Stream) {
		j.record = record{Lane: l.name, Seq: meta.Sequence.Stream, QueuedAt: meta.Timestamp}
	}
	if wait := min(j.NotBefore.Sub(c.o.Now()), longestWait); wait > 0 { // delivered anew by a restart
		return nil, m.NakWithDelay(wait)
	}
	died := j.State == kg.TicketReading
	if died {
		j.Deaths++
	}
	j.State, j.At = kg.TicketReading, c.o.Now()
	if died && j.Deaths >= manyDeaths {
		return nil, c.putOff(ctx, j)
	}
	return j, c.write(ctx, j.id, j.record)
}

const (
	manyDeaths  = 3
	longestWait = time.Hour
)

// putOff has an article wait during which processes died.
func (c *crew) putOff(ctx context.Context, j *job) error {
	wait := min(c.o.Pause<<min(j.Deaths-manyDeaths, 16), longestWait)
	c.o.Log.Warn("processes died while an article was read; it waits, so that others are read", "article", j.id,
		"deaths", j.Deaths, "wait", wait)
	return c.again(ctx, j, wait)
}

// holding keeps an article from being given to another worker until free is called; held is closed after that.
func (c *crew) holding(m jetstream.Msg) (held chan struct{}, free context.CancelFunc) {
	ctx, free := context.WithCancel(context.Background())
	held = make(chan struct{})
	go func() {
		defer close(held)
		for beat := time.NewTicker(c.o.Lease / 3); ; {
			select {
			case <-ctx.Done():
				beat.Stop()
				return
			case <-beat.C:
				_ = m.InProgress()
			}
		}
	}()
	return held, free
}

// read fetches an article's text where it has none, and hands it to the pipeline. A panic is a failure of that article.
func (c *crew) read(ctx context.Context, j *job) (done kg.Ingested, err error) {
	defer func() {
		if p := recover(); p != nil {
			c.o.Log.Error("an article of the queue made the reader panic", "article", j.id, "panic", p,
				"stack", string(debug.Stack()))
			err = kg.Errorf(kg.Internal, "the reader panicked")
		}
	}()
	s, err := unpack(j.message.Data())
	if err != nil {
		return done, err
	}
	j.Title, j.URL = s.Title, s.URL
	ctx, cancel := context.WithTimeout(ctx, c.o.Limit)
	defer cancel()
	if s, err = c.o.Intake.Fetch(ctx, s); err != nil {
		if kg.CodeOf(err) == kg.Unavailable {
			err = pageAway{err}
		}
		return done, err
	}
	return c.o.Intake.Ingest(ctx, s)
}

// pageAway is that an article's page cannot be had, which is no fault of the graph.
type pageAway struct{ error }

// Unwrap gives the fault.
func (p pageAway) Unwrap() error { return p.error }
