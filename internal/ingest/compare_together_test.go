package ingest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"

	"sayso/internal/kg"
)

func recordOf(id string) kg.Record { return kg.Record{Article: kg.Article{ID: id}} }

// TestComparedTogether: those who come while one compares are compared together behind it, each once, and no more than
// the bound at a time.
func TestComparedTogether(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newComparisons()
		var calls []int
		seen := map[string]int{}
		release := make(chan struct{})
		compare := func(_ context.Context, records ...kg.Record) error {
			calls = append(calls, len(records)) // one at a time
			for _, r := range records {
				seen[r.Article.ID]++
			}
			<-release
			return nil
		}
		var all sync.WaitGroup
		for i := range 40 {
			all.Go(func() {
				if err := c.of(t.Context(), recordOf(fmt.Sprint(i)), compare); err != nil {
					t.Error(err)
				}
			})
			synctest.Wait()
		}
		for range 3 {
			release <- struct{}{}
			synctest.Wait()
		}
		all.Wait()
		if fmt.Sprint(calls) != "[1 32 7]" {
			t.Errorf("they were compared in groups of %v", calls)
		}
		if len(seen) != 40 {
			t.Errorf("%d of 40 were compared", len(seen))
		}
	})
}

// TestComparedAlone: what fails together is compared one by one, so that only the one at fault fails; a panic is such a
// failure; whoever gives up before his turn is not compared.
func TestComparedAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newComparisons()
		release := make(chan struct{})
		wrong := errors.New("wrong")
		given := map[string]error{}
		var mu sync.Mutex
		compare := func(_ context.Context, records ...kg.Record) error {
			if records[0].Article.ID == "first" {
				<-release
			}
			for _, r := range records {
				mu.Lock()
				given[r.Article.ID] = nil
				mu.Unlock()
				switch {
				case r.Article.ID == "bad":
					return wrong
				case r.Article.ID == "panics" && len(records) > 1:
					panic("together")
				}
			}
			return nil
		}
		left, leave := context.WithCancel(t.Context())
		var all sync.WaitGroup
		for _, one := range []struct {
			id   string
			ctx  context.Context
			want error
		}{{"first", t.Context(), nil}, {"gone", left, context.Canceled}, {"good", t.Context(), nil}, {"bad", t.Context(), wrong},
			{"panics", t.Context(), nil}, {"last", t.Context(), nil}} {
			all.Go(func() {
				if err := c.of(one.ctx, recordOf(one.id), compare); !errors.Is(err, one.want) {
					t.Errorf("%s gave %v, wanted %v", one.id, err, one.want)
				}
			})
			synctest.Wait()
		}
		leave()
		synctest.Wait()
		close(release)
		all.Wait()
		if _, compared := given["gone"]; compared || len(given) != 5 {
			t.Errorf("compared were %v", given)
		}
	})
}
