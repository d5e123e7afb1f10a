package main

import (
	"context"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"sayso/internal/kg"
	"sayso/internal/version"
)

// metrics are what Prometheus may know of a server: how long each root field takes and how often it fails, and how the
// process fares.
type metrics struct {
	registry   *prometheus.Registry
	fields     *prometheus.HistogramVec
	statements *prometheus.HistogramVec
	answers    *prometheus.CounterVec
	articles   *prometheus.CounterVec
}

// durations are the bounds of histograms, in seconds.
var durations = []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 300}

func newMetrics() metrics {
	m := metrics{registry: prometheus.NewRegistry(), fields: prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name:    "sayso_field_seconds",
		Help:    "How long root fields of queries and mutations took, by field and outcome (ok, error).",
		Buckets: durations,
	}, []string{"field", "outcome"})}
	m.answers = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "sayso_answers_total",
		Help: "Answers to root fields that may be kept until the graph changes, by where they came from (kept, graph).",
	}, []string{"from"})
	m.articles = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "sayso_queue_settled_total",
		Help: "Articles of the queue by what became of them (stored, failed, dead, returned).",
	}, []string{"outcome"})
	m.statements = prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name:    "sayso_statement_seconds",
		Help:    "How long Cypher statements took, with the wait for a connection, by name and outcome (ok, error).",
		Buckets: durations,
	}, []string{"statement", "outcome"})
	build := prometheus.NewGauge(prometheus.GaugeOpts{Name: "sayso_build_info", Help: "1, with the build as a label.",
		ConstLabels: prometheus.Labels{"build": version.Build()}})
	build.Set(1)
	m.registry.MustRegister(m.fields, m.statements, m.answers, m.articles, build, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// observe notes one root field. Requests cannot invent labels: a field is one of the schema's.
func (m metrics) observe(field string, took time.Duration, failed bool) {
	m.fields.WithLabelValues(field, outcome(failed)).Observe(took.Seconds())
}

// ran notes one statement.
func (m metrics) ran(statement string, took time.Duration, failed bool) {
	m.statements.WithLabelValues(statement, outcome(failed)).Observe(took.Seconds())
}

func outcome(failed bool) string {
	if failed {
		return "error"
	}
	return "ok"
}

// health has each look at /metrics see whether the graph can be read and written.
func (m metrics) health(ready func(context.Context) error) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "sayso_graph_ready",
		Help: "1 when the graph can be read and written, 0 when it cannot.",
	}, func() float64 {
		ctx, cancel := context.WithTimeout(context.Background(), readyLimit)
		defer cancel()
		if ready(ctx) != nil {
			return 0
		}
		return 1
	}))
}

// settled notes what became of an article of the queue.
func (m metrics) settled(outcome string) { m.articles.WithLabelValues(outcome).Inc() }

// queue has each look at /metrics see how the queue fares.
func (m metrics) queue(status func(context.Context) (kg.QueueStatus, error)) {
	m.registry.MustRegister(queueState{status})
}

// answered notes where an answer came from.
func (m metrics) answered(kept bool) {
	from := "graph"
	if kept {
		from = "kept"
	}
	m.answers.WithLabelValues(from).Inc()
}

// handler serves them in Prometheus's text form.
func (m metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
