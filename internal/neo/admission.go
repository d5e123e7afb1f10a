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

// admission lets reads in at Neo4j. Half of the places at most are for texts that must be planned first, which takes
// seconds in a young Java: what is planned finds the others. The zero value lets all in at once.
type admission struct {
	all, unplanned places
}

// admitting lets in so many reads at a time; 0 is no bound.
func admitting(most int) admission {
	return admission{places{most: most}, places{most: (most + 1) / 2}}
}

// enter waits until a read may run of which that is expected. What it returns must be called when it has run; the error
// is that of ctx.
func (a *admission) enter(ctx context.Context, want expected) (leave func(), err error) {
	if want.planned {
		return a.all.enter(ctx, want.took)
	}
	leaveUnplanned, err := a.unplanned.enter(ctx, want.took)
	if err != nil {
		return nil, err
	}
	leaveAll, err := a.all.enter(ctx, want.took)
	if err != nil {
		leaveUnplanned()
		return nil, err
	}
	return func() { leaveAll(); leaveUnplanned() }, nil
}

// places lets a bounded number of reads run at a time. Side by side, 64 reads on two processors take 32 times as long
// each, and push each other out of Neo4j's caches; one after the other, most are through long before. Who waits goes in
// the order in which they came, but for what they are expected to take: what is cheap overtakes what is dear, which
// waits in proportion to its own cost and no longer. The zero value has no bound.
type places struct {
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
func (p *places) enter(ctx context.Context, cost time.Duration) (leave func(), err error) {
	if p.most == 0 {
		return func() {}, nil
	}
	p.mu.Lock()
	if p.running < p.most {
		p.running++
		p.mu.Unlock()
		return p.leave, nil
	}
	mine := &waitingRead{due: time.Now().Add(min(patience*cost, longestOvertaking)), in: make(chan struct{})}
	heap.Push(&p.waiting, mine)
	p.mu.Unlock()
	select {
	case <-mine.in:
		return p.leave, nil
	case <-ctx.Done():
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if mine.at < 0 { // it was let in at the same moment: its place is for the next
		p.next()
		return nil, ctx.Err()
	}
	heap.Remove(&p.waiting, mine.at)
	return nil, ctx.Err()
}

func (p *places) leave() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.next()
}

// next gives the place of a read that has run to one that waits.
func (p *places) next() {
	if len(p.waiting) == 0 {
		p.running--
		return
	}
	close(heap.Pop(&p.waiting).(*waitingRead).in)
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
