package neo

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
)

// saveAllAtOnce has records wait for one turn together, then gives it to them.
func saveAllAtOnce(t *testing.T, s *Store, records []kg.Record) ([]kg.Saved, []error) {
	t.Helper()
	s.turn <- struct{}{}
	saved, failed := make([]kg.Saved, len(records)), make([]error, len(records))
	var all sync.WaitGroup
	for i, r := range records {
		all.Go(func() { saved[i], failed[i] = s.Save(context.Background(), r) })
		for waiting := 0; waiting <= i; time.Sleep(time.Millisecond) { // so that they wait in this order
			s.savings.mu.Lock()
			waiting = len(s.savings.waiting)
			s.savings.mu.Unlock()
		}
	}
	<-s.turn
	all.Wait()
	return saved, failed
}

func waitingRecords() []kg.Record {
	body := "Arland recognized Borland. The minister said on Monday that the parliament of Arland had voted for it after a long debate about the " +
		"border, the harbours and the debts of both countries, which nobody had wanted to settle in all the years since the war ended."
	said := kgtest.Said{Sentence: "Arland recognized Borland", Subject: "Arland", Predicate: "RECOGNIZED", Object: "Borland"}
	records := append(kgtest.Recognitions(), kgtest.Record(body, "wire", "2020-01-01", said),
		kgtest.Record("COAST DAILY – "+body, "daily", "2020-01-02", said))
	return append(records, records[3])
}

// TestSaveTogether: records that wait at once are saved in one transaction, with the graph and the change feed that
// they have when they are saved one after the other; what comes twice is new once.
func TestSaveTogether(t *testing.T) {
	ctx := context.Background()
	records := waitingRecords()
	one := open(t)
	if err := one.SavePredicates(ctx, kgtest.Predicates()); err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		if _, err := one.Save(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	want := trace(t, one)
	s := open(t) // empties the graph
	if err := s.SavePredicates(ctx, kgtest.Predicates()); err != nil {
		t.Fatal(err)
	}
	writes := s.writes.Load()
	saved, failed := saveAllAtOnce(t, s, records)
	if n := s.writes.Load() - writes; n != 1 {
		t.Errorf("%d transactions, want 1", n)
	}
	for i, err := range failed {
		if again := i == len(records)-1; err != nil || saved[i].ArticleIsNew == again {
			t.Errorf("record %d: %+v, %v", i, saved[i], err)
		}
	}
	if got := trace(t, s); got != want {
		t.Errorf("saved together they leave %+v, one after the other %+v", got, want)
	}
	claim, err := s.Claim(ctx, records[3].Claims[0].ID)
	if err != nil || claim.Origins >= claim.Statements {
		t.Errorf("two copies that were saved together count as two origins: %+v, %v", claim, err)
	}
}

// TestSaveTogetherRefused: a record that the graph refuses keeps none of those from being saved that waited with it.
func TestSaveTogetherRefused(t *testing.T) {
	ctx := context.Background()
	s := open(t)
	if err := s.SavePredicates(ctx, kgtest.Predicates()); err != nil {
		t.Fatal(err)
	}
	records := kgtest.Recognitions()
	records[1].Article.URL = "https://example.org/" + strings.Repeat("x", 40_000) // no index takes it
	saved, failed := saveAllAtOnce(t, s, records)
	for i, err := range failed {
		if refused := i == 1; (err != nil) != refused || saved[i].ArticleIsNew == refused {
			t.Errorf("record %d: %+v, %v", i, saved[i], err)
		}
	}
	if last, err := s.LastChange(ctx); err != nil || last != len(records)-1 {
		t.Errorf("the change feed is at %d, %v; want %d", last, err, len(records)-1)
	}
}

// TestLeaveBeforeTurn: who gives up waiting leaves nothing behind, and those who wait on get their turn.
func TestLeaveBeforeTurn(t *testing.T) {
	s := open(t)
	s.turn <- struct{}{}
	ctx, cancel := context.WithCancel(context.Background())
	gone := make(chan error)
	go func() {
		_, err := s.Save(ctx, kgtest.Recognitions()[0])
		gone <- err
	}()
	cancel()
	if err := <-gone; err == nil {
		t.Error("a save without a turn gave no error")
	}
	<-s.turn
	if len(s.savings.waiting) > 0 {
		t.Error("who gave up still waits")
	}
	if _, err := s.Save(context.Background(), kgtest.Recognitions()[1]); err != nil {
		t.Error(err)
	}
}
