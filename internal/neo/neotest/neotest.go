// Package neotest gives tests an empty, migrated store in a real Neo4j, and fills it. It may not be imported by
// anything but tests.
package neotest

import (
	"context"
	"testing"
	"time"

	"sayso/internal/kg"
	"sayso/internal/neo"
	"sayso/internal/neo/managed/managedtest"
)

// Open gives a migrated store that holds the predicates and nothing else, closed when the test ends. now may be nil.
func Open(t testing.TB, now func() time.Time, predicates []kg.Predicate) *neo.Store {
	t.Helper()
	ctx := context.Background()
	at := managedtest.Start(t)
	managedtest.Wipe(t, at)
	store, err := neo.Open(ctx, neo.Options{URI: at.URI, User: at.User, Password: at.Password, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close(ctx) })
	if err := store.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
	if err := store.SavePredicates(ctx, predicates); err != nil {
		t.Fatal(err)
	}
	return store
}

// Fill saves records.
func Fill(t testing.TB, store kg.Store, records []kg.Record) {
	t.Helper()
	for _, r := range records {
		if _, err := store.Save(context.Background(), r); err != nil {
			t.Fatal(err)
		}
	}
}
