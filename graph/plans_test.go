package graph_test

import (
	"context"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/graph/goldentest"
	"sayso/internal/compile"
	"sayso/internal/neo/managed/managedtest"
)

// explaining has Neo4j plan every query before it runs it.
type explaining struct {
	t      *testing.T
	driver neo4j.DriverWithContext
	store  *goldentest.Recorder
	n      int
}

func (e *explaining) Query(ctx context.Context, q compile.Query) (any, error) {
	session := e.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead})
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, "EXPLAIN "+q.Text, q.Params)
	if err != nil {
		e.t.Errorf("%s: %v", q.Text, err)
		return nil, err
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return nil, err
	}
	if plan := operators(summary.Plan()); strings.Contains(plan, "AllNodesScan") || strings.Contains(plan, "CartesianProduct") {
		e.t.Errorf("%s\nis planned as %s", q.Text, plan)
	}
	e.n++
	return e.store.Query(ctx, q)
}

func operators(p neo4j.Plan) string {
	names := []string{p.Operator()}
	for _, c := range p.Children() {
		names = append(names, operators(c))
	}
	return strings.Join(names, " ")
}

// TestPlansSeek: no golden case scans all nodes or multiplies what it does not join.
func TestPlansSeek(t *testing.T) {
	store := openGraph(t)
	at := managedtest.Start(t)
	driver, err := neo4j.NewDriverWithContext(at.URI, neo4j.BasicAuth(at.User, at.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = driver.Close(context.Background()) })
	e := &explaining{t: t, driver: driver, store: &goldentest.Recorder{Store: store}}
	h := newHandler(t, e)
	cases, err := goldentest.Cases(goldenCases)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		if _, err := c.Run(h, e.store); err != nil {
			t.Fatal(err)
		}
	}
	if e.n < len(cases) {
		t.Errorf("only %d queries of %d cases were planned", e.n, len(cases))
	}
}
