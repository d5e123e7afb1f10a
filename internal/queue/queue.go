package queue

import (
	"context"
	"log/slog"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"sayso/internal/kg"
)

// Intake reads and stores articles: the pipeline.
type Intake interface {
	// Prepare gives what is to wait of a submission, and its article's id, "" where its text is still to be fetched. Its
	// error is that of a submission that can never be taken.
	Prepare(s kg.Submission) (ready kg.Submission, id string, err error)
	// Fetch takes the text of a submission that has an address alone from there.
	Fetch(ctx context.Context, s kg.Submission) (kg.Submission, error)
	Ingest(ctx context.Context, s kg.Submission) (kg.Ingested, error)
}

// Options say where a queue is kept and who reads it. The zero value of a field means its default.
type Options struct {
	Dir         string   // the folder of the embedded NATS; made where there is none
	Listen      string   // an address at which the embedded NATS serves workers of other processes; "" for none
	Token       string   // what these have to know
	URLs        []string // a NATS of somebody's own, instead of the embedded one
	Credentials string   // the file of credentials for it
	Replicas    int      // how many servers of that NATS hold each message; 1

	Intake  Intake
	Ready   func(context.Context) error // whether the graph can be read and written; nil for always
	Room    func() error                // why nothing more may be written to the disk; nil for never
	Workers int                         // of this process; 0 for none
	Limit   time.Duration               // the longest time for one article; 10 min

	MostArticles int64         // of a lane; 100,000
	MostBytes    int64         // of a lane; 1 GiB
	Pause        time.Duration // before the second try, four times as long before each next; 10 s
	Lease        time.Duration // after which an article is given to another worker unless its worker lives; 30 s
	Drain        time.Duration // how long articles in hand may take when the queue is closed; 8 s
	Settled      func(outcome string)
	Now          func() time.Time
	Log          *slog.Logger
}

func (o Options) withDefaults() Options {
	if o.Ready == nil {
		o.Ready = func(context.Context) error { return nil }
	}
	if o.Room == nil {
		o.Room = func() error { return nil }
	}
	if o.Settled == nil {
		o.Settled = func(string) {}
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	o.Replicas = max(o.Replicas, 1)
	setDefault(&o.MostArticles, 100_000)
	setDefault(&o.MostBytes, 1<<30)
	setDefault(&o.Limit, 10*time.Minute)
	setDefault(&o.Pause, 10*time.Second)
	setDefault(&o.Lease, 30*time.Second)
	setDefault(&o.Drain, 8*time.Second)
	return o
}

func setDefault[T ~int64](to *T, value T) {
	if *to == 0 {
		*to = value
	}
}

// broker is the NATS with our streams.
type broker struct {
	o        Options
	server   *server.Server // nil for a NATS of somebody's own
	unlock   func()
	conn     *nats.Conn
	js       jetstream.JetStream
	lanes    map[kg.Lane]lane
	dead     jetstream.Stream
	outcomes jetstream.Stream
	found    []string // the folders of streams that there were before the start
}

// Queue is an open queue.
type Queue struct {
	*broker
	crew *crew
}

// Open opens a queue and has its workers begin. An embedded one is in use by one process only.
func Open(ctx context.Context, o Options) (*Queue, error) {
	q := &Queue{broker: &broker{o: o.withDefaults(), unlock: func() {}}}
	if err := q.open(ctx); err != nil {
		q.shut()
		return nil, err
	}
	q.crew = newCrew(q)
	return q, nil
}

// Close has the articles in hand read to the end, or handed back where that takes too long, and ends all of it. What
// waits is read after the next start.
func (q *Queue) Close() {
	q.crew.end()
	if q.server != nil {
		ctx, cancel := context.WithTimeout(context.Background(), statusTime)
		q.note(ctx)
		cancel()
	}
	q.shut()
}

func (b *broker) open(ctx context.Context) error {
	if err := b.connect(); err != nil {
		return err
	}
	var err error
	if b.js, err = jetstream.New(b.conn); err != nil {
		return kg.Hidden(err)
	}
	if err := b.openStreams(ctx); err != nil || b.server == nil {
		return err
	}
	return b.compare(ctx)
}

// shut ends the connection, and the embedded server with all that it holds.
func (b *broker) shut() {
	if b.conn != nil {
		b.conn.Close()
	}
	if b.server != nil {
		b.server.Shutdown()
		b.server.WaitForShutdown()
	}
	b.unlock()
}
