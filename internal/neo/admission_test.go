package neo

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// TestAdmissionOrder: with one place, those who wait go in the order in which they came; what is expected to be cheap
// overtakes what is dear, but not when it came much later.
func TestAdmissionOrder(t *testing.T) {
	for _, c := range []struct {
		name  string
		costs []time.Duration // of reads that come 100 ms apart
		want  []int           // the order in which they are let in
	}{
		{"equals", []time.Duration{time.Millisecond, time.Millisecond, time.Millisecond}, []int{0, 1, 2}},
		{"cheap before dear", []time.Duration{350 * time.Millisecond, 0, 0}, []int{1, 2, 0}},
		{"only those that came soon after", []time.Duration{150 * time.Millisecond, 0, 0}, []int{1, 0, 2}},
		{"nothing waits for ever", []time.Duration{time.Hour, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
			[]int{1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 10, 11}},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				a := places{most: 1}
				leave, err := a.enter(t.Context(), 0)
				if err != nil {
					t.Fatal(err)
				}
				var got []int
				var all sync.WaitGroup
				for i, cost := range c.costs {
					all.Go(func() {
						leave, err := a.enter(t.Context(), cost)
						if err != nil {
							t.Error(err)
							return
						}
						got = append(got, i) // one at a time is let in
						leave()
					})
					synctest.Wait()
					time.Sleep(100*time.Millisecond + time.Microsecond)
				}
				leave()
				all.Wait()
				if !slices.Equal(got, c.want) {
					t.Errorf("they were let in as %v, wanted %v", got, c.want)
				}
			})
		})
	}
}

// TestAdmissionBound: never more than the bound run at a time, whoever gives up keeps no place, and afterwards all
// places are free.
func TestAdmissionBound(t *testing.T) {
	a := places{most: 3}
	var mu sync.Mutex
	running, highest := 0, 0
	var all sync.WaitGroup
	for i := range 200 {
		all.Go(func() {
			ctx := t.Context()
			if i%3 == 0 {
				limited, cancel := context.WithTimeout(ctx, time.Duration(i)*10*time.Microsecond)
				defer cancel()
				ctx = limited
			}
			leave, err := a.enter(ctx, time.Duration(i)*time.Microsecond)
			if err != nil {
				if !errors.Is(err, context.DeadlineExceeded) {
					t.Error(err)
				}
				return
			}
			mu.Lock()
			running++
			highest = max(highest, running)
			mu.Unlock()
			time.Sleep(100 * time.Microsecond)
			mu.Lock()
			running--
			mu.Unlock()
			leave()
		})
	}
	all.Wait()
	if highest != 3 {
		t.Errorf("%d ran at a time, wanted 3", highest)
	}
	if a.running != 0 || len(a.waiting) != 0 {
		t.Errorf("in the end %d run and %d wait", a.running, len(a.waiting))
	}
}

// TestAdmissionOfUnplanned: texts that must be planned take half of the places, so that what is planned does not wait for
// them; who gives up waiting for a place keeps none; without a bound nobody waits.
func TestAdmissionOfUnplanned(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := admitting(4)
		known, unknown := expected{0, true}, expected{unknownCost, false}
		var in []func()
		enter := func(want expected) (admitted bool) {
			limited, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			leave, err := a.enter(limited, want)
			if err == nil {
				in = append(in, leave)
			}
			return err == nil
		}
		for i, c := range []struct {
			want     expected
			admitted bool
		}{{unknown, true}, {unknown, true}, {unknown, false}, {known, true}, {known, true}, {known, false}, {unknown, false}} {
			if got := enter(c.want); got != c.admitted {
				t.Errorf("read %d (%+v) was let in: %v", i, c.want, got)
			}
		}
		in[2]()
		if enter(unknown) {
			t.Error("a third was let in that must be planned")
		}
		in[0]()
		if !enter(unknown) {
			t.Error("nobody was let in for one that left")
		}
		free := admitting(0)
		for range 100 {
			if _, err := free.enter(t.Context(), unknown); err != nil {
				t.Error(err)
			}
		}
	})
}
