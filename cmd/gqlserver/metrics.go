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
}

func newMetrics() metrics {
	m := metrics{registry: prometheus.NewRegistry(), fields: prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name:    "sayso_field_seconds",
		Help:    "How long root fields of queries and mutations took, by field and outcome (ok, error).",
		Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 300},
	}, []string{"field", "outcome"})}
	m.registry.MustRegister(m.fields, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
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

// handler serves them in Prometheus's text form.
func (m metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
