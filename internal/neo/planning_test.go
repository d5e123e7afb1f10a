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
	end := p.begin(ctx, "a")
	var through atomic.Int64
	var all sync.WaitGroup
	for range 10 {
		all.Go(func() {
			p.begin(ctx, "a")()
			through.Add(1)
		})
	}
	p.begin(ctx, "b")()
	time.Sleep(20 * time.Millisecond)
	if n := through.Load(); n != 0 {
		t.Errorf("%d requests did not wait for the first", n)
	}
	end()
	all.Wait()
	p.begin(ctx, "a")()
}

// TestPlanningEnds: who gives up does not wait for the first, and more texts than are remembered do no harm.
func TestPlanningEnds(t *testing.T) {
	p := newPlanning()
	end := p.begin(context.Background(), "a")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	p.begin(ctx, "a")()
	end()
	for i := range mostPlanned + 10 {
		p.begin(context.Background(), fmt.Sprint(i))()
	}
	if len(p.planned) > mostPlanned || len(p.first) > 0 {
		t.Errorf("%d texts are remembered, %d not ended", len(p.planned), len(p.first))
	}
}
