package neo

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"sayso/internal/cypher"
	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo/managed/managedtest"
)

func TestMain(m *testing.M) { managedtest.Main(m) }

// open gives an empty, migrated graph.
func open(t *testing.T) *Store {
	t.Helper()
	ctx := context.Background()
	at := managedtest.Start(t)
	managedtest.Wipe(t, at)
	s, err := Open(ctx, Options{URI: at.URI, User: at.User, Password: at.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close(ctx) })
	if err := s.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStore(t *testing.T) {
	kgtest.TestStore(t, func(t *testing.T) kg.Store { return open(t) })
}

// TestQueriesExplain has Neo4j plan every fixed query: a misspelled clause fails here, and none may scan all nodes.
func TestQueriesExplain(t *testing.T) {
	s := open(t)
	for name, text := range queryTexts {
		session := s.driver.NewSession(context.Background(), sessionConfig)
		result, err := session.Run(context.Background(), "EXPLAIN "+text, explainParams())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		summary, err := result.Consume(context.Background())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if plan := operators(summary.Plan()); strings.Contains(plan, "AllNodesScan") {
			t.Errorf("%s scans all nodes: %s", name, plan)
		}
		for _, n := range summary.Notifications() {
			if strings.Contains(n.Code(), "UnknownLabel") || strings.Contains(n.Code(), "UnknownProperty") || strings.Contains(n.Code(), "UnknownRelationship") {
				continue // an empty graph knows no names yet
			}
			t.Errorf("%s: %s: %s", name, n.Code(), n.Description())
		}
		_ = session.Close(context.Background())
	}
}

func TestMigrateAgain(t *testing.T) {
	s := open(t)
	ctx := context.Background()
	if err := s.Migrate(ctx); err != nil {
		t.Fatalf("a second Migrate: %v", err)
	}
	if err := s.Ready(ctx); err != nil {
		t.Errorf("Ready: %v", err)
	}
	_, err := s.records(ctx, "test", "MATCH (m:Migration {number: 1}) SET m.hash = 'other'", nil)
	if err == nil {
		t.Error("a read session wrote")
	}
	if err := s.write(ctx, func(tx transaction) error {
		_, err := tx.tx.Run(ctx, "MATCH (m:Migration {number: 1}) SET m.hash = 'other'", nil)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if err := s.Migrate(ctx); kg.CodeOf(err) != kg.Invalid {
		t.Errorf("a changed migration gave %v", err)
	}
}

func TestOpenExplains(t *testing.T) {
	at := managedtest.Start(t)
	for name, c := range map[string]struct {
		o    Options
		code kg.Code
		word string
	}{
		"no scheme":      {Options{URI: "localhost:7687"}, kg.Invalid, "bolt://"},
		"http":           {Options{URI: "http://localhost:7474"}, kg.Invalid, "bolt://"},
		"nobody there":   {Options{URI: "bolt://127.0.0.1:1"}, kg.Unavailable, "--neo4j-uri"},
		"wrong password": {Options{URI: at.URI, User: "neo4j", Password: "wrong-password"}, kg.Unavailable, "SAYSO_NEO4J_PASSWORD"},
	} {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		_, err := Open(ctx, c.o)
		cancel()
		if kg.CodeOf(err) != c.code || !strings.Contains(err.Error(), c.word) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestRouting: the schemes that ask a cluster for its members work too.
func TestRouting(t *testing.T) {
	at := managedtest.Start(t)
	ctx := context.Background()
	s, err := Open(ctx, Options{URI: strings.Replace(at.URI, "bolt://", "neo4j://", 1), User: at.User, Password: at.Password})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close(ctx) }()
	if _, err := s.Counts(ctx); err != nil {
		t.Error(err)
	}
}

// TestDeadlineEndsTheWork: a read that runs out of time ends in Neo4j too, not only for its caller.
func TestDeadlineEndsTheWork(t *testing.T) {
	s := open(t)
	const mark = "/* endless */"
	for name, limit := range map[string]func() (context.Context, context.CancelFunc){
		"deadline": func() (context.Context, context.CancelFunc) {
			return context.WithTimeout(context.Background(), 300*time.Millisecond)
		},
		"cancelled": func() (context.Context, context.CancelFunc) {
			ctx, cancel := context.WithCancel(context.Background())
			time.AfterFunc(300*time.Millisecond, cancel)
			return ctx, cancel
		},
	} {
		ctx, cancel := limit()
		_, err := s.Query(ctx, cypher.Query{Name: name, Text: mark + " UNWIND range(1, 1000000000000) AS i WITH i WHERE i % 7 = 8 RETURN count(i) AS data"})
		cancel()
		if err == nil || (!errors.Is(err, context.DeadlineExceeded) && !errors.Is(err, context.Canceled)) {
			t.Errorf("%s: the read ended with %v", name, err)
		}
		s.endsSoon(t, name, mark)
	}
}

// endsSoon fails when a transaction with the mark still runs after a generous while.
func (s *Store) endsSoon(t *testing.T, name, mark string) {
	t.Helper()
	for range 100 {
		records, err := s.records(context.Background(), "test",
			"SHOW TRANSACTIONS YIELD currentQuery, status WHERE currentQuery STARTS WITH $mark AND status STARTS WITH 'Running' RETURN currentQuery", map[string]any{"mark": mark})
		if err != nil {
			t.Fatal(err)
		}
		if len(records) == 0 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Errorf("%s: the work goes on in Neo4j", name)
}
