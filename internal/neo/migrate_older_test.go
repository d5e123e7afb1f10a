package neo

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
)

// olderShortcuts makes the edges between actors as graphs had them before migration 8: one for each claim.
const olderShortcuts = `MATCH (a:Entity)-[r]->(b:Entity) WHERE r.claimIds IS NOT NULL
UNWIND r.claimIds AS id
CREATE (a)-[n:$(type(r))]->(b) SET n.claimId = id, n.statements = 1, n.origins = 1, n.firstOn = '', n.lastOn = ''
WITH DISTINCT r DELETE r`

// TestShortcutsAreJoined migrates a graph with an edge for each claim: it is then as if all had been saved by this version. A migration that was cut
// short may run again.
func TestShortcutsAreJoined(t *testing.T) {
	ctx := context.Background()
	s := open(t)
	if err := s.SavePredicates(ctx, kgtest.Predicates()); err != nil {
		t.Fatal(err)
	}
	for _, r := range append(append(kgtest.Recognitions(), kgtest.Relations()...),
		kgtest.Record("Arland recognized Borland.", "Undated", "2023-01-01", kgtest.Said{Sentence: "Arland recognized Borland", Subject: "Arland", Predicate: "RECOGNIZED", Object: "Borland"})) {
		if _, err := s.Save(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	want, err := s.Shortcuts(ctx)
	if err != nil || len(want) == 0 {
		t.Fatal(err)
	}
	for range 2 {
		runWrite(t, s, olderShortcuts)
		runWrite(t, s, "MATCH (m:Migration {number: 8}) DELETE m")
		if err := s.applyNumber(ctx, 8); err != nil {
			t.Fatal(err)
		}
		got, err := s.Shortcuts(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		one := func(x kg.Shortcut) string { return x.SubjectID + string(x.Predicate) + x.ObjectID }
		for i, x := range got[1:] {
			if one(x) == one(got[i]) {
				t.Errorf("two edges for one pair: %+v", x)
			}
		}
	}
}

// TestLapsedAreMarked migrates a graph of before the label Lapsed: it is then as if the decisions had been taken by this version.
func TestLapsedAreMarked(t *testing.T) {
	ctx := context.Background()
	s, records := curated(t)
	for _, id := range []string{records[0].Statements[0].ID, records[2].Statements[0].ID} {
		if err := s.Retract(ctx, kg.Decision{Statement: id, By: "me", Reason: "the paper took it back"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Review(ctx, kg.Decision{Statement: records[1].Statements[1].ID, By: "me", Reason: "misread"}, kg.Rejected); err != nil {
		t.Fatal(err)
	}
	const all = `MATCH (n) WHERE n:Statement OR n:Claim RETURN n.id AS id, n:Lapsed AS lapsed, n.lapsedOn AS on, n.statements AS statements, n.firstOn AS first ORDER BY id`
	look := func() (out []map[string]any) {
		found, err := s.records(ctx, "test", all, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range found {
			out = append(out, r.AsMap())
		}
		return out
	}
	want := look()
	runWrite(t, s, "MATCH (n:Lapsed) SET n.statements = CASE WHEN n:Claim THEN 99 END, n.lapsedOn = null REMOVE n:Lapsed")
	runWrite(t, s, "MATCH (m:Migration {number: 9}) DELETE m")
	if err := s.applyNumber(ctx, 9); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, look()); diff != "" || len(want) == 0 {
		t.Error(diff)
	}
}

// applyNumber runs one migration again.
func (s *Store) applyNumber(ctx context.Context, number int64) error {
	all, err := migrations()
	if err != nil {
		return err
	}
	return s.apply(ctx, all[number-1])
}

// runWrite runs one statement that writes.
func runWrite(t *testing.T, s *Store, text string) {
	t.Helper()
	if err := s.write(context.Background(), func(tx transaction) error {
		result, err := tx.tx.Run(tx.ctx, text, nil)
		if err == nil {
			_, err = result.Consume(tx.ctx)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}
