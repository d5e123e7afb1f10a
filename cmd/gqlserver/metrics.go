package main

import (
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// metrics are what Prometheus may know of a server: how long each root field takes and how often it fails, and how the process fares.
type metrics struct {
	registry *prometheus.Registry
	fields   *prometheus.HistogramVec
	answers  *prometheus.CounterVec
}

func newMetrics() metrics {
	m := metrics{registry: prometheus.NewRegistry(), fields: prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name:    "sayso_field_seconds",
		Help:    "How long root fields of queries and mutations took, by field and outcome (ok, error).",
		Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 300},
	}, []string{"field", "outcome"})}
	m.answers = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "sayso_answers_total",
		Help: "Answers to root fields that may be kept until the graph changes, by where they came from (kept, graph).",
	}, []string{"from"})
	m.registry.MustRegister(m.fields, m.answers, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// observe notes one root field. Requests cannot invent labels: a field is one of the schema's.
func (m metrics) observe(field string, took time.Duration, failed bool) {
	outcome := "ok"
	if failed {
		outcome = "error"
	}
	m.fields.WithLabelValues(field, outcome).Observe(took.Seconds())
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
