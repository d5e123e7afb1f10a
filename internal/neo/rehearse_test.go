package neo

import (
	"context"
	"testing"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
)

// TestRehearse: what is rehearsed leaves no trace, and can be saved for good afterwards.
func TestRehearse(t *testing.T) {
	ctx := context.Background()
	s, _ := curated(t)
	before := trace(t, s)
	r := kgtest.Record("Arland condemned Borland. Cesland said that Arland condemned Borland.", "Rehearsal", "2022-08-01",
		kgtest.Said{Sentence: "Arland condemned Borland.", Subject: "Arland", Predicate: "CONDEMNED", Object: "Borland"},
		kgtest.Said{Speaker: "Cesland", Cue: "said", Sentence: "Arland condemned Borland.", Subject: "Arland", Predicate: "CONDEMNED", Object: "Borland"})
	j := kg.Judgement{Left: r.Entities[0].ID, Right: r.Entities[1].ID, Verdict: kg.Unsure, By: "test", Automatic: true}
	if err := s.Rehearse(ctx, r, j); err != nil {
		t.Fatal(err)
	}
	if after := trace(t, s); after != before {
		t.Errorf("a rehearsal changed %+v to %+v", before, after)
	}
	tried, err := s.Try(ctx, r)
	if err != nil {
		t.Fatal(err)
	}
	if after := trace(t, s); after != before {
		t.Errorf("a try changed %+v to %+v", before, after)
	}
	saved, err := s.Save(ctx, r)
	if tried != saved {
		t.Errorf("a try tells %+v, and saving does %+v", tried, saved)
	}
	if again, err := s.Try(ctx, r); err != nil || again.ArticleIsNew || again.Added != (kg.Counts{}) {
		t.Errorf("trying what is there tells %+v, %v", again, err)
	}
	if err != nil || !saved.ArticleIsNew {
		t.Errorf("the rehearsed record could not be saved as new: %+v, %v", saved, err)
	}
	if after := trace(t, s); after == before {
		t.Error("the test does not see what saving changes")
	}
	r.Statements[0].Quote.Exact = "words that stand nowhere"
	if err := s.Rehearse(ctx, r); kg.CodeOf(err) != kg.QuoteBroken {
		t.Errorf("a record that the store refuses was rehearsed: %v", err)
	}
}

// left is what an ingest leaves behind.
type left struct {
	counts    kg.Counts
	change    int
	shortcuts int
}

func trace(t *testing.T, s *Store) left {
	t.Helper()
	ctx := context.Background()
	counts, err := s.Counts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	change, err := s.LastChange(ctx)
	if err != nil {
		t.Fatal(err)
	}
	shortcuts, err := s.Shortcuts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return left{counts, change, len(shortcuts)}
}
