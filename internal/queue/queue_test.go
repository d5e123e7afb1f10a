package queue

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"sayso/internal/kg"
)

// desk is an intake without a graph: it keeps the order in which articles are stored, and does to each what its title says.
type desk struct {
	mu     sync.Mutex
	stored []string
	tries  map[string]int
	fault  func(s kg.Submission, try int) error // nil: all is well
	hold   func(ctx context.Context)            // while an article is read
}

func (d *desk) Prepare(s kg.Submission) (kg.Submission, string, error) {
	if s.Text == "" && s.URL != "" {
		return s, "", nil
	}
	if s.Text == "" {
		return s, "", kg.Errorf(kg.Invalid, "the article is empty")
	}
	return s, kg.ArticleID(s.Text), nil
}

func (d *desk) Fetch(_ context.Context, s kg.Submission) (kg.Submission, error) {
	if s.Text == "" {
		if strings.Contains(s.URL, "gone") {
			return s, kg.Errorf(kg.Unavailable, "%s answers 404", s.URL)
		}
		s.Text = "the page at " + s.URL
	}
	return s, nil
}

func (d *desk) Ingest(ctx context.Context, s kg.Submission) (kg.Ingested, error) {
	d.mu.Lock()
	if d.tries == nil {
		d.tries = map[string]int{}
	}
	d.tries[s.Text]++
	try := d.tries[s.Text]
	d.mu.Unlock()
	if d.hold != nil {
		d.hold(ctx)
	}
	if err := ctx.Err(); err != nil {
		return kg.Ingested{}, err
	}
	if d.fault != nil {
		if err := d.fault(s, try); err != nil {
			return kg.Ingested{}, err
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.stored = append(d.stored, s.Text)
	return kg.Ingested{ArticleID: kg.ArticleID(s.Text)}, nil
}

func (d *desk) all() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return append([]string(nil), d.stored...)
}

func quiet() *slog.Logger { return slog.New(slog.NewTextHandler(io.Discard, nil)) }

// opened is a queue in a folder that is closed with the test.
func opened(t *testing.T, dir string, d *desk, change func(*Options)) *Queue {
	t.Helper()
	o := Options{Dir: dir, Intake: d, Pause: 20 * time.Millisecond, Log: quiet()}
	if change != nil {
		change(&o)
	}
	q, err := Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func workers(n int) func(*Options) { return func(o *Options) { o.Workers = n } }

func text(i int) kg.Submission {
	return kg.Submission{Text: fmt.Sprintf("Article %d: Selm thanked Kalmar.", i), Title: fmt.Sprintf("News %d", i)}
}

func accepted(t *testing.T, q *Queue, in kg.Lane, all ...kg.Submission) []kg.Enqueued {
	t.Helper()
	out := q.Enqueue(t.Context(), in, all...)
	for _, e := range out {
		if e.Err != nil {
			t.Fatal(e.Err)
		}
	}
	return out
}

func until(t *testing.T, what string, so func() bool) {
	t.Helper()
	for begin := time.Now(); time.Since(begin) < time.Minute; time.Sleep(10 * time.Millisecond) {
		if so() {
			return
		}
	}
	t.Fatalf("it never was so that %s", what)
}

func (q *Queue) stateOf(t *testing.T, id string) kg.Ticket {
	t.Helper()
	ticket, err := q.Ticket(t.Context(), id)
	if err != nil && kg.CodeOf(err) != kg.NotFound {
		t.Fatal(err)
	}
	return ticket
}

// TestOnce: what is handed in twice is stored once, by whichever lane; each ticket tells so; what was handed in stays to the letter.
func TestOnce(t *testing.T) {
	t.Parallel()
	d := &desk{}
	dir := t.TempDir()
	q := opened(t, dir, d, nil)
	reading := &kg.Reading{Doc: "x", Reader: "a", Statements: []kg.ReadStatement{}, Mentions: []kg.ReadMention{}, Claims: []kg.ReadClaim{}}
	letters := kg.Submission{Text: "<b>&\u2028 \"quoted\" \\ \u00e9\t\u0001 end", Authors: []string{"A", "B"}, PublishedAt: "2024-01", Credit: "Source: X", Reading: reading}
	var all []kg.Submission
	for i := range 40 {
		all = append(all, text(i))
	}
	all = append(all, letters, kg.Submission{URL: "https://a.example/1"}, kg.Submission{URL: "https://a.example/2"})
	first := accepted(t, q, kg.PeopleLane, all...)
	for i, e := range accepted(t, q, kg.PeopleLane, all...) {
		if !e.Waiting || e.Ticket.ID != first[i].Ticket.ID || e.Ticket.State != kg.TicketQueued {
			t.Errorf("handed in again: %+v", e)
		}
	}
	plain := letters
	plain.Reading = nil
	if e := accepted(t, q, kg.PeopleLane, plain)[0]; e.Waiting || e.Ticket.ArticleID != first[40].Ticket.ArticleID {
		t.Errorf("the same text without its reading is another job of the same article: %+v", e)
	}
	m, err := q.lanes[kg.PeopleLane].stream.GetLastMsgForSubject(t.Context(), "sayso.queue.people."+first[40].Ticket.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := unpack(m.Data); err != nil || got.Text != letters.Text || got.Credit != letters.Credit || got.Reading.Reader != "a" || len(got.Authors) != 2 {
		t.Errorf("%+v %v", got, err)
	}
	q.Close()
	q = opened(t, dir, d, workers(2))
	defer q.Close()
	until(t, "all are stored", func() bool { return len(d.all()) == 44 })
	for _, e := range first {
		until(t, "the ticket says so", func() bool { return q.stateOf(t, e.Ticket.ID).State == kg.TicketStored })
	}
	if s, err := q.Status(t.Context()); err != nil || s.Lanes[0].Articles != 0 || s.DeadLetters != 0 {
		t.Errorf("%+v %v", s, err)
	}
	accepted(t, q, kg.PeopleLane, text(1)) // deleted meanwhile, perhaps: it is read again
	until(t, "it is read again", func() bool { return len(d.all()) == 45 })
}

// TestFair: a person's article is read soon though hundreds of feeds' wait, and the feeds' go on though people's wait.
func TestFair(t *testing.T) {
	t.Parallel()
	d := &desk{}
	dir := t.TempDir()
	q := opened(t, dir, d, nil)
	var feeds, people []kg.Submission
	for i := range 200 {
		feeds = append(feeds, kg.Submission{Text: fmt.Sprintf("feed %d", i)})
	}
	for i := range 20 {
		people = append(people, kg.Submission{Text: fmt.Sprintf("person %d", i)})
	}
	accepted(t, q, kg.FeedsLane, feeds...)
	accepted(t, q, kg.PeopleLane, people...)
	q.Close()
	q = opened(t, dir, d, workers(1))
	defer q.Close()
	until(t, "all are stored", func() bool { return len(d.all()) == 220 })
	seen := map[string]int{}
	for _, s := range d.all()[:25] {
		seen[strings.Fields(s)[0]]++
	}
	if seen["person"] != 20 || seen["feed"] != 5 {
		t.Errorf("of the first 25: %v", seen)
	}
	next := 0
	for _, s := range d.all() {
		var i int
		if _, err := fmt.Sscanf(s, "feed %d", &i); err == nil {
			if i != next {
				t.Fatalf("feed %d came when %d was due", i, next)
			}
			next++
		}
	}
}

// TestFull: a lane that is full says so and when to come again; the other lane takes more; so it is with a full disk.
func TestFull(t *testing.T) {
	disk := error(nil)
	noise := make([]byte, 40<<10)
	_, _ = rand.Read(noise)
	clock := time.Now()
	for name, limit := range map[string]func(*Options){
		"articles": func(o *Options) { o.MostArticles = 3 },
		"bytes":    func(o *Options) { o.MostBytes = 100 << 10 },
	} {
		d := &desk{}
		q := opened(t, t.TempDir(), d, func(o *Options) {
			limit(o)
			o.Room, o.Now = func() error { return disk }, func() time.Time { return clock.Add(time.Hour) }
		})
		var all []kg.Submission
		for i := range 4 {
			all = append(all, kg.Submission{Text: fmt.Sprint(i) + base64.StdEncoding.EncodeToString(noise[i:])})
		}
		out := q.Enqueue(t.Context(), kg.FeedsLane, all...)
		last := out[3]
		if out[0].Err != nil || kg.CodeOf(last.Err) != kg.Unavailable || !strings.Contains(last.Err.Error(), "the queue is full") || last.Again < 2*time.Minute || last.Again > 5*time.Minute {
			t.Errorf("%s: %+v", name, out)
		}
		if s, err := q.Status(t.Context()); err != nil || name == "articles" && s.Lanes[1].Room || !s.Lanes[0].Room {
			t.Errorf("%s: %+v %v", name, s, err)
		}
		accepted(t, q, kg.PeopleLane, all[0])
		disk = fmt.Errorf("0 MB of the disk are free")
		if e := q.Enqueue(t.Context(), kg.PeopleLane, text(9))[0]; kg.CodeOf(e.Err) != kg.Unavailable || !strings.Contains(e.Err.Error(), "make room") || e.Again == 0 {
			t.Errorf("%+v", e)
		}
		if s, _ := q.Status(t.Context()); s.Trouble == "" {
			t.Error("the status knows nothing of the disk")
		}
		disk = nil
		q.Close()
	}
}

// TestClosed: what is in hand when the queue is closed is read to the end, or handed back, which is no failure; nothing of the process stays.
func TestClosed(t *testing.T) {
	before := runtime.NumGoroutine()
	dir := t.TempDir()
	held := make(chan struct{}, 10)
	d := &desk{hold: func(ctx context.Context) { held <- struct{}{}; <-ctx.Done() }}
	q := opened(t, dir, d, func(o *Options) { o.Workers, o.Drain = 1, 50*time.Millisecond })
	e := accepted(t, q, kg.PeopleLane, text(1))[0]
	<-held
	if s := q.stateOf(t, e.Ticket.ID); s.State != kg.TicketReading {
		t.Errorf("%+v", s)
	}
	q.Close()
	if e := q.Enqueue(t.Context(), kg.PeopleLane, text(2))[0]; kg.CodeOf(e.Err) != kg.Unavailable {
		t.Errorf("a closed queue took %+v", e)
	}
	q = opened(t, dir, d, nil)
	if s := q.stateOf(t, e.Ticket.ID); s.State != kg.TicketQueued || s.Failures != nil || s.Deaths != 0 || !strings.Contains(s.Fault, "stopped") {
		t.Errorf("%+v", s)
	}
	q.Close()
	d.hold = func(context.Context) { held <- struct{}{}; time.Sleep(200 * time.Millisecond) }
	q = opened(t, dir, d, workers(1))
	<-held
	q.Close()
	if len(d.all()) != 1 {
		t.Error("the article in hand was not read to the end")
	}
	deaf := make(chan struct{})
	d.hold = func(context.Context) { held <- struct{}{}; <-deaf }
	q = opened(t, dir, d, func(o *Options) { o.Workers, o.Drain = 1, time.Millisecond })
	accepted(t, q, kg.PeopleLane, text(3))
	<-held
	begin := time.Now()
	q.Close()
	if took := time.Since(begin); took > handingBack+10*time.Second {
		t.Errorf("a reader that heeds nothing kept the queue open for %s", took)
	}
	close(deaf)
	until(t, "no goroutine is left", func() bool { return runtime.NumGoroutine() <= before+2 })
}

// TestShared: a worker that reaches the queue of another process reads what that one accepts, over a restart of it.
func TestShared(t *testing.T) {
	t.Parallel()
	dir, d := t.TempDir(), &desk{}
	listening := func(at string) func(*Options) {
		return func(o *Options) { o.Listen, o.Token = at, "secret" }
	}
	q := opened(t, dir, d, listening("127.0.0.1:0"))
	at := q.Address()
	worker := opened(t, "", d, func(o *Options) { o.URLs, o.Workers = []string{"nats://secret@" + at}, 1 })
	defer worker.Close()
	accepted(t, q, kg.PeopleLane, text(1))
	until(t, "it is read elsewhere", func() bool { return len(d.all()) == 1 })
	q.Close()
	q = opened(t, dir, d, listening(at))
	defer q.Close()
	e := accepted(t, q, kg.PeopleLane, text(2))[0]
	until(t, "it is read elsewhere after a restart", func() bool { return q.stateOf(t, e.Ticket.ID).State == kg.TicketStored })
}

// TestRefusedStarts: what cannot work is told at the start, with advice and without secrets.
func TestRefusedStarts(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	used := t.TempDir()
	q := opened(t, used, &desk{}, nil)
	defer q.Close()
	for name, c := range map[string]struct {
		o    Options
		code kg.Code
		says string
	}{
		"a file":           {Options{Dir: file}, kg.Invalid, "--no-queue"},
		"below a file":     {Options{Dir: filepath.Join(file, "queue")}, kg.Invalid, "--data"},
		"in use":           {Options{Dir: used}, kg.Conflict, "in use"},
		"no address":       {Options{URLs: []string{"127.0.0.1"}}, kg.Invalid, "nats://127.0.0.1:4222"},
		"another protocol": {Options{URLs: []string{"http://pass:word@a.example:4222"}}, kg.Invalid, "address 1"},
		"no URL":           {Options{URLs: []string{"nats://127.0.0.1:4222", "nats://%zz"}}, kg.Invalid, "address 2"},
		"nobody there":     {Options{URLs: []string{"nats://u:hush@127.0.0.1:1"}}, kg.Unavailable, "no NATS"},
		"no credentials":   {Options{URLs: []string{"nats://127.0.0.1:1"}, Credentials: "/nowhere"}, kg.Invalid, "--nats-credentials"},
		"open to all":      {Options{Dir: t.TempDir(), Listen: "0.0.0.0:0"}, kg.Invalid, "SAYSO_NATS_TOKEN"},
		"no port":          {Options{Dir: t.TempDir(), Listen: "127.0.0.1"}, kg.Invalid, "--nats-listen"},
	} {
		c.o.Intake, c.o.Log = &desk{}, quiet()
		_, err := Open(t.Context(), c.o)
		if err == nil || kg.CodeOf(err) != c.code || !strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), "hush") || strings.Contains(err.Error(), "word@") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
