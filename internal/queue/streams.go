package queue

import (
	"context"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"sayso/internal/kg"
)

const (
	subjects    = "sayso.queue." // what all our subjects begin with
	deadSubject = "sayso.dead."
	outcomeOf   = "sayso.outcome."
	durable     = "workers" // the name of each lane's consumer

	keptOutcomes  = 7 * 24 * time.Hour
	mostOutcomes  = 500_000
	outcomeBytes  = 256 << 20
	shareOfOthers = 4 // dead letters may take a quarter of what a lane may
)

// lane is one line with what workers take from it.
type lane struct {
	name     kg.Lane
	subject  string // what its subjects begin with
	stream   jetstream.Stream
	articles jetstream.Consumer
}

// laneNames are the lanes in the order in which they are shown, with their streams.
var laneNames = []struct {
	lane            kg.Lane
	stream, subject string
}{
	{kg.PeopleLane, "SAYSO_PEOPLE", subjects + "people."},
	{kg.FeedsLane, "SAYSO_FEEDS", subjects + "feeds."},
}

// openStreams makes the streams, or changes those that are there to what the options say.
func (b *broker) openStreams(ctx context.Context) (err error) {
	ctx, cancel := context.WithTimeout(ctx, startTime)
	defer cancel()
	if err := b.setAside(ctx); err != nil {
		return err
	}
	b.lanes = map[kg.Lane]lane{}
	for _, n := range laneNames {
		l := lane{name: n.lane, subject: n.subject}
		if l.stream, err = b.stream(ctx, jetstream.StreamConfig{
			Name: n.stream, Subjects: []string{n.subject + ">"}, Retention: jetstream.WorkQueuePolicy,
			Discard: jetstream.DiscardNew, DiscardNewPerSubject: true, MaxMsgsPerSubject: 1,
			MaxMsgs: b.o.MostArticles, MaxBytes: b.o.MostBytes,
		}); err != nil {
			return err
		}
		if l.articles, err = b.consumer(ctx, l.stream); err != nil {
			return err
		}
		b.lanes[n.lane] = l
	}
	if b.dead, err = b.stream(ctx, jetstream.StreamConfig{
		Name: "SAYSO_DEAD", Subjects: []string{deadSubject + ">"}, MaxMsgsPerSubject: 1, Discard: jetstream.DiscardNew,
		MaxBytes: max(b.o.MostBytes/shareOfOthers, 2*largestMessage),
	}); err != nil {
		return err
	}
	b.outcomes, err = b.stream(ctx, jetstream.StreamConfig{
		Name: "SAYSO_OUTCOMES", Subjects: []string{outcomeOf + ">"}, MaxMsgsPerSubject: 1, Discard: jetstream.DiscardOld,
		MaxAge: keptOutcomes, MaxMsgs: mostOutcomes, MaxBytes: outcomeBytes,
	})
	return err
}

// consumer gives what workers take articles from.
func (b *broker) consumer(ctx context.Context, of jetstream.Stream) (jetstream.Consumer, error) {
	c, err := of.CreateOrUpdateConsumer(ctx, jetstream.ConsumerConfig{
		Durable: durable, AckPolicy: jetstream.AckExplicitPolicy, AckWait: b.o.Lease, MaxDeliver: -1, MaxAckPending: 1000,
	})
	if err != nil {
		return nil, unreachable(err)
	}
	return c, nil
}

func (b *broker) stream(ctx context.Context, c jetstream.StreamConfig) (jetstream.Stream, error) {
	c.Storage, c.Replicas = jetstream.FileStorage, b.o.Replicas
	c.Duplicates = time.Second // none of our messages has an id: a subject takes one message only
	stream, err := b.js.CreateOrUpdateStream(ctx, c)
	if err != nil {
		return nil, unreachable(err)
	}
	return stream, nil
}

// unreachable is an error of JetStream that callers cannot help.
func unreachable(err error) error {
	return kg.Because(err, kg.Unavailable, "the queue cannot be reached just now; try again in a moment")
}
