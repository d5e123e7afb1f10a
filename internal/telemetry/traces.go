package telemetry

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"os"

	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"

	"sayso/internal/kg"
)

// Options say where traces go.
type Options struct {
	// an OTLP collector over HTTP, such as http://127.0.0.1:4318; "": as OTEL_EXPORTER_OTLP_… say, and nowhere without
	// them
	To      string
	Share   float64 // of requests that begin here, 0 to 1; those that belong to a trace of a caller follow it
	Version string
}

// wanted reports whether anybody collects traces.
func (o Options) wanted() bool {
	return o.To != "" || os.Getenv("OTEL_EXPORTER_OTLP_ENDPOINT") != "" ||
		os.Getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") != ""
}

// Start has traces sent until end, which sends the rest. Without a collector it does nothing, and spans cost nothing.
func Start(ctx context.Context, o Options) (end func(context.Context) error, err error) {
	if !o.wanted() {
		return func(context.Context) error { return nil }, nil
	}
	if !(o.Share >= 0 && o.Share <= 1) { // not a number fits neither
		return nil, kg.Errorf(kg.Invalid, "--trace-share is %v; write a number from 0 to 1", o.Share)
	}
	var to []otlptracehttp.Option
	if o.To != "" {
		at, err := url.Parse(o.To)
		if err != nil || at.Host == "" || (at.Scheme != "http" && at.Scheme != "https") {
			return nil, kg.Errorf(
				kg.Invalid,
				"--traces %q is no address of a collector; write one such as http://127.0.0.1:4318",
				o.To,
			)
		}
		to = append(to, otlptracehttp.WithEndpointURL(at.JoinPath("v1/traces").String()))
	}
	exporter, err := otlptracehttp.New(ctx, to...)
	if err != nil {
		return nil, kg.Because(err, kg.Invalid, "traces cannot be sent: %v", err)
	}
	about, err := resource.Merge(resource.Default(), resource.NewSchemaless(attribute.String("service.name", "sayso"),
		attribute.String("service.version", o.Version)))
	if err != nil {
		return nil, fmt.Errorf("telemetry: %w", err)
	}
	provider := sdk.NewTracerProvider(sdk.WithBatcher(exporter), sdk.WithResource(about),
		sdk.WithSampler(sdk.ParentBased(sdk.TraceIDRatioBased(o.Share))))
	otel.SetTracerProvider(provider)
	otel.SetTextMapPropagator(propagation.TraceContext{})
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(err error) { slog.Warn("traces could not be sent", "err", err) }))
	return provider.Shutdown, nil
}

// Traced begins a span for each request, as part of the caller's trace where it names one, when o asks for traces.
func Traced(o Options, next http.Handler) http.Handler {
	if !o.wanted() {
		return next
	}
	named := func(_ string, r *http.Request) string { return r.Method + " " + r.URL.Path }
	asked := func(r *http.Request) bool {
		return r.URL.Path != "/healthz" && r.URL.Path != "/readyz" && r.URL.Path != "/metrics"
	}
	return otelhttp.NewHandler(next, "http", otelhttp.WithSpanNameFormatter(named), otelhttp.WithFilter(asked))
}
