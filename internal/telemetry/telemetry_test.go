package telemetry

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/trace"
	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	"google.golang.org/protobuf/proto"

	"sayso/internal/kg"
)

// TestRequestID: an id from outside is kept where it can stand in a log, and log lines bear it.
func TestRequestID(t *testing.T) {
	var log bytes.Buffer
	logger := slog.New(Log(slog.NewTextHandler(&log, nil))).With("part", "test")
	h := WithRequestID(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { logger.InfoContext(r.Context(), "asked") }))
	for sent, kept := range map[string]bool{"abc-1.2_X": true, "": false, "a b": false, "a\nlevel=ERROR": false, strings.Repeat("a", 65): false, "ä": false} {
		log.Reset()
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Header.Set(RequestHeader, sent)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		id := w.Header().Get(RequestHeader)
		if (id == sent) != kept || id == "" || !strings.Contains(log.String(), "part=test request="+id) || strings.Count(log.String(), "\n") != 1 {
			t.Errorf("%q: id %q, log %q", sent, id, log.String())
		}
	}
	log.Reset()
	if logger.Info("own work"); strings.Contains(log.String(), "request=") {
		t.Errorf("the server's own work has a request: %s", log.String())
	}
}

// collecting is a collector that keeps what is sent.
type collecting struct {
	mu    sync.Mutex
	spans map[string]string // name → parent's name
	paths []string
}

func (c *collecting) ServeHTTP(_ http.ResponseWriter, r *http.Request) {
	data, _ := io.ReadAll(r.Body)
	var sent collector.ExportTraceServiceRequest
	_ = proto.Unmarshal(data, &sent)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.paths = append(c.paths, r.URL.Path)
	names := map[string]string{}
	for _, resource := range sent.ResourceSpans {
		for _, scope := range resource.ScopeSpans {
			for _, s := range scope.Spans {
				names[string(s.SpanId)] = s.Name
			}
			for _, s := range scope.Spans {
				c.spans[s.Name] = string(s.ParentSpanId)
			}
		}
	}
	for name, parent := range c.spans {
		if known := names[parent]; known != "" {
			c.spans[name] = known
		}
	}
}

// TestTraces: a request's spans arrive as one tree, that of a caller included; without a collector nothing is sent and nothing begun.
func TestTraces(t *testing.T) {
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "")
	off := Options{}
	if end, err := Start(t.Context(), off); err != nil || end(t.Context()) != nil {
		t.Errorf("off: %v", err)
	}
	_, span := otel.Tracer("test").Start(t.Context(), "nothing")
	if span.IsRecording() {
		t.Error("a span is recorded though nobody collects")
	}
	for _, bad := range []Options{{To: "nowhere"}, {To: "ftp://x"}, {To: "http://127.0.0.1:1", Share: 2}} {
		if _, err := Start(t.Context(), bad); kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%+v: %v", bad, err)
		}
	}
	c := &collecting{spans: map[string]string{}}
	server := httptest.NewServer(c)
	defer server.Close()
	on := Options{To: server.URL, Share: 1}
	end, err := Start(t.Context(), on)
	if err != nil {
		t.Fatal(err)
	}
	h := Traced(on, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/healthz" {
			if trace.SpanFromContext(r.Context()).IsRecording() {
				t.Error("looks at health are traced")
			}
			return
		}
		ctx, field := otel.Tracer("test").Start(r.Context(), "query whoDid")
		_, statement := otel.Tracer("test").Start(ctx, "cypher whoDid")
		statement.End()
		field.End()
	}))
	for _, path := range []string{"/graphql", "/healthz"} {
		r := httptest.NewRequest(http.MethodPost, path, nil)
		r.Header.Set("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
		h.ServeHTTP(httptest.NewRecorder(), r)
	}
	if err := end(context.Background()); err != nil {
		t.Fatal(err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.spans["cypher whoDid"] != "query whoDid" || c.spans["query whoDid"] != "POST /graphql" || len(c.spans["POST /graphql"]) != 8 || len(c.paths) == 0 || c.paths[0] != "/v1/traces" {
		t.Errorf("spans %q at %v", c.spans, c.paths)
	}
}
