package neo

import (
	"context"
	"sync"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/internal/kg"
)

// TestMigrateTogether: servers that set up one bare graph at the same time all get it, and those that come later find it whole; a worker waits for them.
func TestMigrateTogether(t *testing.T) {
	s := open(t)
	bare(t, s)
	ctx := t.Context()
	var running sync.WaitGroup
	faults := make([]error, 4)
	told := make(chan string, 10)
	running.Go(func() { faults[3] = AwaitMigrated(ctx, s, func(what string) { told <- what }) })
	<-told
	for i := range 3 {
		running.Go(func() { faults[i] = s.Migrate(ctx) })
	}
	running.Wait()
	for i, err := range append(faults, s.Migrate(ctx)) {
		if err != nil {
			t.Errorf("server %d: %v", i, err)
		}
	}
	all, err := migrations()
	if err != nil {
		t.Fatal(err)
	}
	if done, err := s.migrated(ctx); err != nil || len(done) != len(all) {
		t.Errorf("%d of %d migrations are noted, %v", len(done), len(all), err)
	}
	if len(told) != 0 {
		t.Error("the worker told more than once what it waits for")
	}
	canceled, cancel := context.WithCancel(ctx)
	cancel()
	bare(t, s)
	if err := AwaitMigrated(canceled, s, func(string) {}); err == nil || kg.CodeOf(err) == kg.Invalid {
		t.Errorf("a worker that was stopped says %v", err)
	}
	if err := s.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
}

// bare takes everything out of a graph, its schema too.
func bare(t *testing.T, s *Store) {
	t.Helper()
	ctx := context.Background()
	session := s.driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: s.database})
	defer func() { _ = session.Close(ctx) }()
	run := func(text string) []*neo4j.Record {
		result, err := session.Run(ctx, text, nil)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := result.Collect(ctx)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		return rows
	}
	run("MATCH (n) DETACH DELETE n")
	for _, kind := range []string{"CONSTRAINT", "INDEX"} { // an index of a constraint goes with it
		for _, r := range run("SHOW " + kind + " YIELD name, type WHERE type <> 'LOOKUP' RETURN name") {
			run("DROP " + kind + " " + r.Values[0].(string))
		}
	}
}
