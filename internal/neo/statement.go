package neo

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	oteltrace "go.opentelemetry.io/otel/trace"
)

// Watching says who is told of statements, and which are slow.
type Watching struct {
	// Observe is told of each statement by its name, which is one of ours, never a caller's. nil: nobody is.
	Observe func(statement string, took time.Duration, failed bool)
	Slow    time.Duration // statements that take longer are logged, without their values; 0 for none
	Plans   bool          // with Neo4j's plan of them
}

// tracer makes spans of statements; without a provider it costs nothing.
var tracer = otel.Tracer("sayso/internal/neo")

// watcher tells whoever watches of each statement.
type watcher struct {
	Watching
	plans   plans
	now     func() time.Time
	explain func(ctx context.Context, text string, params map[string]any) (plan string, err error)
}

// begin begins to run a statement. What it returns must be called with the number of rows and the error.
func (w *watcher) begin(
	ctx context.Context,
	name, text string,
	params map[string]any,
) (context.Context, func(rows int, err error)) {
	ctx, span := tracer.Start(ctx, "cypher "+name, oteltrace.WithSpanKind(oteltrace.SpanKindClient),
		oteltrace.WithAttributes(attribute.String("db.system.name", "neo4j"), attribute.String("db.operation.name", name)))
	begin := time.Now()
	return ctx, func(rows int, err error) {
		took := time.Since(begin)
		if span.IsRecording() {
			span.SetAttributes(
				attribute.Int("db.response.returned_rows", rows),
				attribute.String("sayso.parameters", sizes(params)),
			)
			if err != nil {
				span.SetStatus(codes.Error, "the statement failed") // the driver's words may hold values
			}
		}
		span.End()
		if w.Observe != nil {
			w.Observe(name, took, err != nil)
		}
		if w.Slow > 0 && took > w.Slow {
			slog.WarnContext(ctx, "a slow statement", "statement", name, "took", took.Round(time.Millisecond), "rows", rows,
				"parameters", sizes(params), "failed", err != nil)
			w.explainSlow(ctx, name, text, params)
		}
	}
}

// sizes tells how large parameters are, and nothing of what they say: "name: 12 bytes, ids: 30 entries".
func sizes(params map[string]any) string {
	parts := make([]string, 0, len(params))
	for _, name := range slices.Sorted(maps.Keys(params)) {
		switch value := params[name].(type) {
		case string:
			parts = append(parts, fmt.Sprintf("%s: %d bytes", name, len(value)))
		case []any:
			parts = append(parts, fmt.Sprintf("%s: %d entries", name, len(value)))
		case []string:
			parts = append(parts, fmt.Sprintf("%s: %d entries", name, len(value)))
		case []map[string]any:
			parts = append(parts, fmt.Sprintf("%s: %d entries", name, len(value)))
		case map[string]any:
			parts = append(parts, fmt.Sprintf("%s: %d fields", name, len(value)))
		default:
			parts = append(parts, fmt.Sprintf("%s: %T", name, value))
		}
	}
	return strings.Join(parts, ", ")
}

// How often plans are asked for: planning takes Neo4j's time, and what is slow is slow again and again.
const (
	planEvery = 10 * time.Minute // of one statement
	planTime  = 30 * time.Second
)

// plans remembers when statements were explained.
type plans struct {
	mu   sync.Mutex
	last map[string]time.Time // by name: as many as there are statements
	busy bool
}

// due reports whether a statement is to be explained now; done must then be called.
func (p *plans) due(name string, now time.Time) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.busy || now.Sub(p.last[name]) < planEvery {
		return false
	}
	if p.last == nil {
		p.last = map[string]time.Time{}
	}
	p.last[name], p.busy = now, true
	return true
}

func (p *plans) done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.busy = false
}

// explainSlow logs Neo4j's plan of a statement, beside the request.
func (w *watcher) explainSlow(ctx context.Context, name, text string, params map[string]any) {
	if !w.Plans || !w.plans.due(name, w.now()) {
		return
	}
	ctx = context.WithoutCancel(ctx)
	go func() {
		defer w.plans.done()
		ctx, cancel := context.WithTimeout(ctx, planTime)
		defer cancel()
		plan, err := w.explain(ctx, text, params)
		if err != nil {
			slog.WarnContext(ctx, "the plan of a slow statement could not be read", "statement", name, "err", err)
			return
		}
		slog.WarnContext(ctx, "the plan of a slow statement", "statement", name, "plan", plan)
	}()
}

// explaining gives what asks Neo4j how it would run a statement; it runs nothing.
func explaining(
	driver neo4j.DriverWithContext,
	database string,
) func(context.Context, string, map[string]any) (string, error) {
	return func(ctx context.Context, text string, params map[string]any) (string, error) {
		session := driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, DatabaseName: database})
		defer func() { _ = session.Close(ctx) }()
		result, err := session.Run(ctx, "EXPLAIN "+text, params, timeout(ctx)...)
		if err != nil {
			return "", err
		}
		summary, err := result.Consume(ctx)
		if err != nil {
			return "", err
		}
		var out strings.Builder
		if plan := summary.Plan(); plan != nil {
			writePlan(&out, plan, 0)
		}
		return out.String(), nil
	}
}

// writePlan writes an operator a line, those that feed it below it and further in, with the rows that Neo4j expects.
func writePlan(out *strings.Builder, plan neo4j.Plan, depth int) {
	rows, _ := plan.Arguments()["EstimatedRows"].(float64)
	name, _, _ := strings.Cut(plan.Operator(), "@")
	details, _ := plan.Arguments()["Details"].(string) // names of variables and indexes; values are parameters
	fmt.Fprintf(out, "%s%s (%.0f rows) %s\n", strings.Repeat("  ", depth), name, rows, details)
	for _, child := range plan.Children() {
		writePlan(out, child, depth+1)
	}
}
