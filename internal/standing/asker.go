package standing

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"sayso/internal/kg"
)

// Options are how an asker goes about it. The zero value of a field means its default.
type Options struct {
	Document string           // by which a question is answered
	Now      func() time.Time // time.Now
	// Settle is how long a difference must have been there before it is told: while an article is taken in, an actor may
	// be two for a moment. 2 s.
	Settle time.Duration
	Post   Poster  // sends webhooks; nil: there are none
	Mail   *Mailer // nil: no mail is sent
	Key    []byte  // what the secrets of webhooks are made from
}

const (
	pace         = time.Second
	restingShare = 4 // of the time that answering took, so many are waited before the next
	noteSeq      = time.Minute
	tryAgain     = 30 * time.Second // a question that could not be answered
)

// Asker keeps standing questions and tells what changes of their answers. Only one may run on a graph at a time.
type Asker struct {
	keeper  kg.StandingKeeper
	feed    kg.Feed
	request Request
	options Options
	mu      sync.Mutex
	seen    map[string]*memory // by question
}

// memory is what an asker knows of a question beside what is kept. Losing it costs an answer, nothing else.
type memory struct {
	seq     int                  // the change up to which it was answered
	since   map[string]time.Time // differences that are not told yet, by sign
	again   time.Time            // not answered before
	told    int
	noted   time.Time // when seq was last kept
	waiting bool      // differences have to settle
}

// New makes an asker. It does nothing by itself before Run.
func New(keeper kg.StandingKeeper, feed kg.Feed, request Request, o Options) *Asker {
	if o.Now == nil {
		o.Now = time.Now
	}
	o.Settle = cmp.Or(o.Settle, 2*time.Second)
	return &Asker{keeper: keeper, feed: feed, request: request, options: o, seen: map[string]*memory{}}
}

const (
	longestQuestion = 1000
	longestAddress  = 2000
)

// Watch takes a question on. What its answer is today is known and not told. A question that cannot be read, and a
// channel that cannot be used, is an error. The same question of the same person by the same channels is the one that
// is there already.
func (a *Asker) Watch(ctx context.Context, question, by string,
	channels []kg.Channel) (q kg.StandingQuestion, secret string, err error) {
	question, by = strings.TrimSpace(question), strings.TrimSpace(by)
	switch {
	case question == "" || len(question) > longestQuestion:
		return q, "", kg.Errorf(kg.Invalid, "a question has 1 to %d bytes", longestQuestion)
	case by == "" || len(by) > longestAddress:
		return q, "", kg.Errorf(kg.Invalid, "by is empty; say who wants to know")
	}
	parts := []string{question, by}
	for _, c := range channels {
		if err := a.checkChannel(c); err != nil {
			return q, "", err
		}
		parts = append(parts, string(c.Kind), c.Address)
	}
	seq, err := a.feed.LastChange(ctx)
	if err != nil {
		return q, "", err
	}
	entries, err := ask(ctx, a.request, a.options.Document, question)
	if err != nil {
		return q, "", err
	}
	known, err := json.Marshal(entries)
	if err != nil {
		return q, "", kg.Hidden(err)
	}
	now := a.options.Now()
	q = kg.StandingQuestion{
		ID: kg.StandingID(parts...), Question: question, By: by, AddedAt: now, AskedAt: now, Seq: seq, Known: string(known),
		Channels: channels,
	}
	if err := a.keeper.AddStanding(ctx, q); err != nil {
		return q, "", err
	}
	all, err := a.keeper.Standing(ctx)
	for _, one := range all {
		if one.ID == q.ID {
			return one, a.secretOf(one), err
		}
	}
	return q, "", cmp.Or(err, kg.Errorf(kg.Conflict, "the question was removed at once"))
}

func (a *Asker) checkChannel(c kg.Channel) error {
	if len(c.Address) > longestAddress {
		return kg.Errorf(kg.Invalid, "the address has %d bytes; at most %d are taken", len(c.Address), longestAddress)
	}
	if c.Kind == kg.EmailChannel {
		if a.options.Mail == nil {
			return kg.Errorf(kg.Invalid, "this server sends no mail; start it with --smtp smtp://HOST:PORT and --mail-from "+
				"ADDRESS")
		}
		return checkMail(c.Address)
	}
	if a.options.Post == nil {
		return kg.Errorf(kg.Invalid, "this server sends no webhooks")
	}
	return a.options.Post.Check(c.Address)
}

// secretOf gives the secret of a question's webhook, "" where it has none.
func (a *Asker) secretOf(q kg.StandingQuestion) string {
	for _, c := range q.Channels {
		if c.Kind == kg.WebhookChannel {
			return secret(a.options.Key, q.ID)
		}
	}
	return ""
}

// Questions lists the standing questions, oldest first.
func (a *Asker) Questions(ctx context.Context) ([]kg.StandingQuestion, error) {
	return a.keeper.Standing(ctx)
}

// Pause stops answering a question, or goes on with it.
func (a *Asker) Pause(ctx context.Context, id string, paused bool) error {
	return a.keeper.PauseStanding(ctx, id, paused)
}

// Remove forgets a question with what was told of it.
func (a *Asker) Remove(ctx context.Context, id string) error { return a.keeper.RemoveStanding(ctx, id) }

// Latest gives the last tellings of a question, newest first.
func (a *Asker) Latest(ctx context.Context, q kg.StandingQuestion, first int) ([]kg.Telling, error) {
	all, err := a.keeper.Tellings(ctx, q.ID, max(0, q.Told-first), first)
	for i, j := 0, len(all)-1; i < j; i, j = i+1, j-1 {
		all[i], all[j] = all[j], all[i]
	}
	return all, err
}

// Run answers and tells until ctx ends. Sending has a pace of its own, so that a slow receiver keeps nobody waiting.
func (a *Asker) Run(ctx context.Context) {
	var group errgroup.Group
	group.Go(func() error { a.every(ctx, "standing questions wait", a.Answer); return nil })
	group.Go(func() error { a.every(ctx, "tellings wait", a.Send); return nil })
	_ = group.Wait()
}

func (a *Asker) every(ctx context.Context, trouble string, do func(context.Context) error) {
	told := ""
	for ctx.Err() == nil {
		begin := time.Now()
		if err := do(ctx); err != nil && ctx.Err() == nil && err.Error() != told {
			told = err.Error()
			slog.Warn(trouble, "err", err)
		}
		select {
		case <-ctx.Done():
		case <-time.After(max(pace, restingShare*time.Since(begin))):
		}
	}
}

// Answer answers every question that the graph has changed behind, and keeps what is to be told. An error is one of the
// keeper or the feed; what is wrong with a question is noted at the question.
func (a *Asker) Answer(ctx context.Context) error {
	last, err := a.feed.LastChange(ctx)
	if err != nil {
		return err
	}
	questions, err := a.keeper.Standing(ctx)
	if err != nil {
		return err
	}
	for _, q := range questions {
		if err := a.one(ctx, q, last); err != nil {
			return err
		}
	}
	return nil
}

func (a *Asker) memoryOf(q kg.StandingQuestion) *memory {
	a.mu.Lock()
	defer a.mu.Unlock()
	m := a.seen[q.ID]
	if m == nil || m.told != q.Told {
		m = &memory{seq: q.Seq, told: q.Told, since: map[string]time.Time{}, noted: q.AskedAt}
		a.seen[q.ID] = m
	}
	return m
}

// one answers a question if the graph has changed since, or differences have to settle.
func (a *Asker) one(ctx context.Context, q kg.StandingQuestion, last int) error {
	m, now := a.memoryOf(q), a.options.Now()
	if q.Paused || m.again.After(now) || last <= m.seq && !m.waiting {
		return nil
	}
	entries, err := ask(ctx, a.request, a.options.Document, q.Question)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return a.failed(ctx, q, m, err)
	}
	var known []entry
	if err := json.Unmarshal([]byte(q.Known), &known); err != nil {
		return kg.Hidden(err)
	}
	ripe, waiting := m.settled(compare(known, entries), now, a.options.Settle)
	m.seq, m.waiting = last, waiting
	before := q.Told
	q.AskedAt = now
	if !waiting {
		q.Seq = last
	}
	tellings := a.tellings(&q, ripe, last)
	if len(tellings) == 0 && q.Fault == "" && now.Sub(m.noted) < noteSeq {
		return nil
	}
	data, err := json.Marshal(apply(known, ripe))
	if err != nil {
		return kg.Hidden(err)
	}
	q.Known, q.Fault = string(data), ""
	err = a.keeper.SaveAnswer(ctx, q, before, tellings)
	if code := kg.CodeOf(err); err != nil && (code == kg.Conflict || code == kg.NotFound) {
		return nil // told by another server, or removed: looked at anew
	}
	if err == nil {
		m.noted, m.told = now, q.Told
		for _, d := range ripe {
			delete(m.since, d.sign())
		}
	}
	return err
}

// settled gives the differences that have been there long enough, and whether others still have to be.
func (m *memory) settled(differences []difference, now time.Time,
	settle time.Duration) (ripe []difference, waiting bool) {
	since := map[string]time.Time{}
	for _, d := range differences {
		first, before := m.since[d.sign()]
		if !before {
			first = now
		}
		since[d.sign()] = first
		if now.Sub(first) >= settle {
			ripe = append(ripe, d)
		} else {
			waiting = true
		}
	}
	m.since = since // what is not there any more was never told
	return ripe, waiting
}

// tellings numbers differences on from those before.
func (a *Asker) tellings(q *kg.StandingQuestion, differences []difference, seq int) []kg.Telling {
	var out []kg.Telling
	for _, d := range differences {
		q.Told++
		text := d.entry.Text
		if d.kind == kg.TellingNew && d.entry.Disputed {
			text += disputedMark
		}
		out = append(out, kg.Telling{
			Question: q.ID, Number: q.Told, Kind: d.kind, At: a.options.Now(), Seq: seq, Text: text, Quotes: d.entry.Quotes,
		})
	}
	return out
}

// failed notes why a question cannot be answered. A graph that is away is no fault of the question.
func (a *Asker) failed(ctx context.Context, q kg.StandingQuestion, m *memory, err error) error {
	m.again = a.options.Now().Add(tryAgain)
	if code := kg.CodeOf(err); code == kg.Unavailable || code == kg.Timeout {
		return err
	}
	fault := "it failed inside the server; the log has the details"
	var own *kg.Error
	if errors.As(err, &own) {
		fault = own.Message
	}
	if fault == q.Fault {
		return nil
	}
	q.Fault, q.AskedAt = fault, a.options.Now()
	err = a.keeper.SaveAnswer(ctx, q, q.Told, nil)
	if code := kg.CodeOf(err); err != nil && (code == kg.Conflict || code == kg.NotFound) {
		return nil
	}
	return err
}
