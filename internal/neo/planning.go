package neo

import (
	"context"
	"hash/maphash"
	"sync"
	"time"
)

const (
	// mostPlanned bounds how many texts are remembered as planned; Neo4j itself keeps the plans of a thousand.
	mostPlanned = 4096
	// longestPlanning bounds how long a request waits for another one to have its text planned.
	longestPlanning = 10 * time.Second
)

// planning has each text planned once. Neo4j plans a text that it does not know for every request that sends it
// meanwhile: 64 at once behind a start would share two processors for the same work.
type planning struct {
	mu      sync.Mutex
	seed    maphash.Seed
	planned map[uint64]bool
	first   map[uint64]chan struct{} // texts that are sent for the first time; closed when they were answered
}

func newPlanning() *planning {
	return &planning{seed: maphash.MakeSeed(), planned: map[uint64]bool{}, first: map[uint64]chan struct{}{}}
}

// begin waits while a text is sent for the first time by another request. What it returns must be called when the
// caller's own request was answered.
func (p *planning) begin(ctx context.Context, text string) (end func()) {
	key := maphash.String(p.seed, text)
	p.mu.Lock()
	if p.planned[key] {
		p.mu.Unlock()
		return func() {}
	}
	other, waits := p.first[key]
	if !waits {
		mine := make(chan struct{})
		p.first[key] = mine
		p.mu.Unlock()
		return func() { p.end(key, mine) }
	}
	p.mu.Unlock()
	limit := time.NewTimer(longestPlanning)
	defer limit.Stop()
	select {
	case <-other:
	case <-ctx.Done():
	case <-limit.C:
	}
	return func() {}
}

// end notes that a text was planned, also when it failed: then each request meets its own failure.
func (p *planning) end(key uint64, mine chan struct{}) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.planned) >= mostPlanned {
		clear(p.planned)
	}
	p.planned[key] = true
	delete(p.first, key)
	close(mine)
}
