package neo

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// TestPlannedOnce: of many requests with a new text one goes first, the others when it was answered; a text that was
// answered, and another text, wait for nobody.
func TestPlannedOnce(t *testing.T) {
	ctx := context.Background()
	p := newPlanning()
	_, end := p.begin(ctx, "a")
	var through atomic.Int64
	var all sync.WaitGroup
	for range 10 {
		all.Go(func() {
			_, answered := p.begin(ctx, "a")
			answered(0)
			through.Add(1)
		})
	}
	_, other := p.begin(ctx, "b")
	other(0)
	time.Sleep(20 * time.Millisecond)
	if n := through.Load(); n != 0 {
		t.Errorf("%d requests did not wait for the first", n)
	}
	end(time.Hour) // most of which was planning
	all.Wait()
	if want, again := p.begin(ctx, "a"); want != (expected{0, true}) {
		t.Errorf("a text of which only the first time is known is expected to be %v", want)
	} else {
		again(time.Second)
	}
	if want, _ := p.begin(ctx, "a"); want != (expected{time.Second, true}) {
		t.Errorf("a text that took a second is expected to be %v", want)
	}
}

// TestPlanningEnds: who gives up does not wait for the first, and more texts than are remembered do no harm.
func TestPlanningEnds(t *testing.T) {
	p := newPlanning()
	_, end := p.begin(context.Background(), "a")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, gaveUp := p.begin(ctx, "a")
	gaveUp(0)
	end(0)
	for i := range mostPlanned + 10 {
		_, end := p.begin(context.Background(), fmt.Sprint(i))
		end(0)
	}
	if len(p.planned) > mostPlanned || len(p.first) > 0 {
		t.Errorf("%d texts are remembered, %d not ended", len(p.planned), len(p.first))
	}
}
