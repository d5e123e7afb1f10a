package main

import (
	"context"
	"net/http"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/prometheus/client_golang/prometheus"

	"sayso/graph"
	"sayso/internal/ingest"
	"sayso/internal/kg"
	"sayso/internal/neo"
	"sayso/internal/neo/managed"
	"sayso/internal/queue"
)

// What a process does.
const (
	roleServer = "server" // it serves, and others read the articles of the queue
	roleWorker = "worker" // it reads them, and serves nobody
)

// queueFlags are about articles that are handed in to be read later.
type queueFlags struct {
	Queue           bool   `help:"Keep a queue of articles that are read later." default:"true" negatable:""`
	Role            string `help:"What this process does: all; server: serve, while others read the articles of the queue; worker: read them, and serve nobody." enum:"all,server,worker" default:"all"`
	Workers         int    `help:"How many articles of the queue are read at once; 0 for half as many as there are processors."`
	QueueArticles   int64  `help:"How many articles may wait in each of the queue's lanes." default:"100000"`
	QueueBytes      int64  `help:"How many bytes they may take in each." default:"1073741824"`
	NATSURL         string `name:"nats-url" env:"SAYSO_NATS_URL" help:"Keep the queue in the JetStream of this NATS, instead of the data folder: nats://HOST:4222 or tls://USER:PASSWORD@HOST:4222, several with commas between them; better set as SAYSO_NATS_URL." placeholder:"URL"`
	NATSCredentials string `name:"nats-credentials" env:"SAYSO_NATS_CREDENTIALS" help:"The file of credentials for it." placeholder:"FILE"`
	NATSReplicas    int    `name:"nats-replicas" env:"SAYSO_NATS_REPLICAS" help:"How many servers of that NATS hold each article." default:"1"`
	NATSListen      string `name:"nats-listen" env:"SAYSO_NATS_LISTEN" help:"Let workers of other processes at the queue in the data folder, at this address; without it no port is opened." placeholder:"ADDR"`
	NATSToken       string `name:"nats-token" env:"SAYSO_NATS_TOKEN" help:"What these workers have to know, as nats://TOKEN@HOST:PORT; better set as SAYSO_NATS_TOKEN." placeholder:"SECRET"`
}

// checkQueue tells what does not go together.
func (s *settings) checkQueue() error {
	shared := s.NATSURL != "" || s.NATSListen != ""
	switch {
	case s.Workers < 0 || s.Queue && min(s.QueueArticles, s.QueueBytes) < 0:
		return kg.Errorf(kg.Invalid, "--workers, --queue-articles and --queue-bytes must not be less than nothing")
	case s.Role == roleWorker && (s.NATSURL == "" || s.Neo4jURI == "" || !s.Queue):
		return kg.Errorf(kg.Invalid, "--role worker reads what waits at --nats-url into the graph at --neo4j-uri; give both")
	case s.Role == roleServer && s.Queue && !shared:
		return kg.Errorf(kg.Invalid, "--role server leaves reading to workers of other processes, which have to reach the "+
			"queue; give --nats-url, or --nats-listen")
	}
	if !s.Queue {
		return nil
	}
	return queue.Check(s.queueOptions())
}

// queueOptions are those that settings tell.
func (s *settings) queueOptions() queue.Options {
	o := queue.Options{Dir: filepath.Join(s.Data, "queue"), Listen: s.NATSListen, Token: s.NATSToken,
		Credentials: s.NATSCredentials, Replicas: s.NATSReplicas, MostArticles: s.QueueArticles, MostBytes: s.QueueBytes,
		Limit: s.IngestTimeout}
	if s.NATSURL != "" {
		o.URLs = strings.Split(s.NATSURL, ",")
	}
	if s.Role != roleServer {
		if o.Workers = s.Workers; o.Workers == 0 {
			o.Workers = max(1, runtime.NumCPU()/2)
		}
	}
	return o
}

// waiting is the queue of a process, with nothing in it where none is kept.
type waiting struct{ queue *queue.Queue }

// openQueue opens the queue that settings ask for.
func openQueue(ctx context.Context, s settings, store *neo.Store, pipeline *ingest.Pipeline,
	measured metrics) (w waiting, err error) {
	if !s.Queue {
		return w, nil
	}
	o := s.queueOptions()
	o.Intake, o.Ready, o.Settled = pipeline, store.Ready, measured.settled
	if s.NATSURL == "" {
		o.Room = func() error { return managed.CheckRoom(o.Dir) }
	}
	if w.queue, err = queue.Open(ctx, o); err != nil {
		return w, err
	}
	measured.queue(w.queue.Status)
	return w, nil
}

// close hands back what is in hand.
func (w waiting) close() {
	if w.queue != nil {
		w.queue.Close()
	}
}

// api gives the queue to the API; an interface that holds nothing where there is none.
func (w waiting) api() graph.Queue {
	if w.queue == nil {
		return nil
	}
	return w.queue
}

// feeding gives what followed sources hand their articles to.
func (w waiting) feeding(direct kg.Ingester) kg.Ingester {
	if w.queue == nil {
		return direct
	}
	return w.queue.Feeding(direct)
}

// status tells how the queue fares; nil where there is none.
func (w waiting) status() func(context.Context) (kg.QueueStatus, error) {
	if w.queue == nil {
		return nil
	}
	return w.queue.Status
}

// queueHealth is what /readyz says of the queue.
func (h health) queueHealth(ctx context.Context) map[string]any {
	s, err := h.queue(ctx)
	if err != nil {
		return map[string]any{"trouble": "it cannot be reached"}
	}
	articles := int64(0)
	for _, l := range s.Lanes {
		articles += l.Articles
	}
	out := map[string]any{"articles": articles, "deadLetters": s.DeadLetters}
	if s.Trouble != "" {
		out["trouble"] = s.Trouble
	}
	return out
}

// workerPages are what a worker serves: how it fares.
func workerPages(h health, measured metrics) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", alive)
	mux.Handle("/readyz", h)
	mux.Handle("/metrics", measured.handler())
	return mux
}

// queueState asks for the queue's state at each look at /metrics.
type queueState struct {
	status func(context.Context) (kg.QueueStatus, error)
}

var (
	queueArticles = prometheus.NewDesc("sayso_queue_articles", "Articles that wait to be read or are being read, by lane.",
		[]string{"lane"}, nil)
	queueBytes  = prometheus.NewDesc("sayso_queue_bytes", "What they take, in bytes, by lane.", []string{"lane"}, nil)
	queueOldest = prometheus.NewDesc("sayso_queue_oldest_timestamp_seconds",
		"When the article that has waited longest was handed in, in Unix time, by lane; 0 for none.", []string{"lane"}, nil)
	queueDead = prometheus.NewDesc("sayso_queue_dead_letters", "Articles that could not be read.", nil, nil)
)

// Describe implements prometheus.Collector.
func (q queueState) Describe(out chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{queueArticles, queueBytes, queueOldest, queueDead} {
		out <- d
	}
}

// Collect implements prometheus.Collector. A queue that cannot be reached has no figures.
func (q queueState) Collect(out chan<- prometheus.Metric) {
	s, err := q.status(context.Background())
	if err != nil {
		return
	}
	gauge := func(d *prometheus.Desc, value float64, labels ...string) {
		out <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, value, labels...)
	}
	for _, l := range s.Lanes {
		name := strings.ToLower(string(l.Lane))
		gauge(queueArticles, float64(l.Articles), name)
		gauge(queueBytes, float64(l.Bytes), name)
		oldest := 0.0
		if !l.Oldest.IsZero() {
			oldest = float64(l.Oldest.UnixMilli()) / 1000
		}
		gauge(queueOldest, oldest, name)
	}
	gauge(queueDead, float64(s.DeadLetters))
}
