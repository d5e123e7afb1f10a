package neo

import (
	"container/heap"
	"context"
	"sync"
	"time"
)

const (
	// patience is how many times as long as it is expected to take a read may be overtaken by those that came after it.
	patience = 1
	// longestOvertaking bounds that: whatever a read costs, nobody who came this much later goes before it.
	longestOvertaking = time.Second
	// unknownCost is what a text is expected to take that was never sent before: Neo4j must plan it first.
	unknownCost = 500 * time.Millisecond
)

// admission lets a bounded number of reads run at Neo4j at a time. Side by side, 64 reads on two processors take 32
// times as long each, and push each other out of its caches; one after the other, most are through long before. Who
// waits goes in the order in which they came, but for what they are expected to take: what is cheap overtakes what is
// dear, which waits in proportion to its own cost and no longer. The zero value lets all in at once.
type admission struct {
	most int // reads at a time; 0 for no bound

	mu      sync.Mutex
	running int
	waiting waitingReads
}

// waitingRead is a read that waits to be let in.
type waitingRead struct {
	due time.Time     // the one with the earliest goes first
	in  chan struct{} // closed when it is let in
	at  int           // its place among those that wait, -1 when it waits no longer
}

// enter waits until a read may run that is expected to take that long. What it returns must be called when it has run;
// the error is that of ctx.
func (a *admission) enter(ctx context.Context, cost time.Duration) (leave func(), err error) {
	if a.most == 0 {
		return func() {}, nil
	}
	a.mu.Lock()
	if a.running < a.most {
		a.running++
		a.mu.Unlock()
		return a.leave, nil
	}
	mine := &waitingRead{due: time.Now().Add(min(patience*cost, longestOvertaking)), in: make(chan struct{})}
	heap.Push(&a.waiting, mine)
	a.mu.Unlock()
	select {
	case <-mine.in:
		return a.leave, nil
	case <-ctx.Done():
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if mine.at < 0 { // it was let in at the same moment: its place is for the next
		a.next()
		return nil, ctx.Err()
	}
	heap.Remove(&a.waiting, mine.at)
	return nil, ctx.Err()
}

func (a *admission) leave() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.next()
}

// next gives the place of a read that has run to one that waits.
func (a *admission) next() {
	if len(a.waiting) == 0 {
		a.running--
		return
	}
	close(heap.Pop(&a.waiting).(*waitingRead).in)
}

// waitingReads is a heap by when each is due.
type waitingReads []*waitingRead

func (w waitingReads) Len() int           { return len(w) }
func (w waitingReads) Less(i, j int) bool { return w[i].due.Before(w[j].due) }
func (w waitingReads) Swap(i, j int) {
	w[i], w[j] = w[j], w[i]
	w[i].at, w[j].at = i, j
}

// Push implements heap.Interface.
func (w *waitingReads) Push(x any) {
	one := x.(*waitingRead)
	one.at = len(*w)
	*w = append(*w, one)
}

// Pop implements heap.Interface.
func (w *waitingReads) Pop() any {
	last := len(*w) - 1
	one := (*w)[last]
	(*w)[last] = nil
	*w = (*w)[:last]
	one.at = -1
	return one
}
