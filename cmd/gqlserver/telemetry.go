package main

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/pprof"
	"time"

	"sayso/internal/telemetry"
	"sayso/internal/version"
)

// telemetryFlags say what an operator learns of the server.
type telemetryFlags struct {
	LogJSON   bool          `name:"log-json" help:"Write the log as JSON, a record a line."`
	Slow      time.Duration `name:"slow" help:"Log statements of the graph that take longer, without their values; 0 for none." default:"0s"`
	SlowPlans bool          `name:"slow-plans" help:"Log Neo4j's plan of slow statements too."`
	Traces    string        `name:"traces" help:"Send OpenTelemetry traces to this collector (OTLP over HTTP); OTEL_EXPORTER_OTLP_… in the environment do as well." placeholder:"URL"`
	Share     float64       `name:"trace-share" help:"The share of requests that are traced, 0 to 1." default:"1"`
}

func (f telemetryFlags) traces() telemetry.Options {
	return telemetry.Options{To: f.Traces, Share: f.Share, Version: version.Build()}
}

// logHandler writes the log's records.
func (f telemetryFlags) logHandler(to io.Writer) slog.Handler {
	o := &slog.HandlerOptions{Level: slog.LevelWarn}
	if f.LogJSON {
		return slog.NewJSONHandler(to, o)
	}
	return slog.NewTextHandler(to, o)
}

// profiles are what Go's profiler tells of the process, but for its command line, which may have secrets.
func profiles() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("/debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	return mux
}
