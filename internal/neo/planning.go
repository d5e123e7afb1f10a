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
	planned map[uint64]time.Duration // texts that were answered, with what they lately took
	first   map[uint64]chan struct{} // texts that are sent for the first time; closed when they were answered
}

func newPlanning() *planning {
	return &planning{seed: maphash.MakeSeed(), planned: map[uint64]time.Duration{}, first: map[uint64]chan struct{}{}}
}

// expected is what a text is expected to take at Neo4j.
type expected struct {
	took    time.Duration
	planned bool // it was answered before; else Neo4j must plan it first
}

// begin waits while a text is sent for the first time by another request, and tells what it is expected to take. What
// it returns must be called with what it took, 0 for unknown, when the caller's own request was answered.
func (p *planning) begin(ctx context.Context, text string) (expected, func(took time.Duration)) {
	key := maphash.String(p.seed, text)
	note := func(took time.Duration) { p.note(key, took) }
	p.mu.Lock()
	if took, known := p.planned[key]; known {
		p.mu.Unlock()
		return expected{took, true}, note
	}
	other, waits := p.first[key]
	if !waits {
		mine := make(chan struct{})
		p.first[key] = mine
		p.mu.Unlock()
		return expected{unknownCost, false}, func(time.Duration) { p.end(key, mine) }
	}
	p.mu.Unlock()
	limit := time.NewTimer(longestPlanning)
	defer limit.Stop()
	select {
	case <-other:
		return expected{0, true}, note
	case <-ctx.Done():
	case <-limit.C:
	}
	return expected{unknownCost, false}, note
}

// knows reports whether a text was answered since this server started.
func (p *planning) knows(text string) bool {
	key := maphash.String(p.seed, text)
	p.mu.Lock()
	defer p.mu.Unlock()
	_, known := p.planned[key]
	return known
}

// end notes that a text was planned, also when it failed: then each request meets its own failure. What the first took
// says nothing of the next.
func (p *planning) end(key uint64, mine chan struct{}) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.planned) >= mostPlanned {
		clear(p.planned)
	}
	p.planned[key] = 0
	delete(p.first, key)
	close(mine)
}

// note remembers what a text took: a quarter of what is expected of it is the latest time.
func (p *planning) note(key uint64, took time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if before, known := p.planned[key]; known && took > 0 {
		if before == 0 {
			before = took
		}
		p.planned[key] = before + (took-before)/4
	}
}
