package graph

import (
	"context"
	"log/slog"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
)

// answers keeps what root fields of queries were answered, as JSON, until the graph changes.
type answers struct {
	epoch    func(context.Context) (uint64, error) // see Options.Epoch; nil where nothing is kept
	observed func(hit bool)                        // told of each answer that might have been kept
	most     int                                   // bytes of all answers and their keys

	mu   sync.Mutex
	size int // bytes held
	kept *simplelru.LRU[string, keptAnswer]
}

// keptAnswer is an answer with the state of the graph that it was read from, or an earlier one.
type keptAnswer struct {
	data  []byte
	epoch uint64
}

const (
	keptAnswers = 100_000 // how many at most, whatever their size
	// a single answer may have this part of all room: one of many rows must not push all others out
	largestOfKept = 8
	entrySize     = 200 // bytes of an entry beside its key and its data, roughly
)

func newAnswers(o Options) (*answers, error) {
	a := &answers{epoch: o.Epoch, observed: o.Answered, most: o.KeptAnswers}
	if a.observed == nil {
		a.observed = func(bool) {}
	}
	if a.epoch == nil || a.most <= 0 {
		return &answers{}, nil
	}
	var err error
	a.kept, err = simplelru.NewLRU(keptAnswers, func(key string, k keptAnswer) { a.size -= sizeOf(key, k.data) })
	return a, err
}

func sizeOf(key string, data []byte) int { return len(key) + len(data) + entrySize }

// of gives the kept answer to a request, or has it made and keeps it if it may be. The state of the graph is looked up
// before the answer is read: whatever is written meanwhile makes it old. A request without a key is answered anew. kept
// says whether the answer holds for the whole state.
func (a *answers) of(ctx context.Context, key string,
	make func() (data []byte, keep bool, err error)) (data []byte, kept bool, err error) {
	if a.kept == nil || key == "" {
		data, _, err = make()
		return data, false, err
	}
	epoch, err := a.epoch(ctx)
	if err != nil { // the answer itself will say what is wrong, if anything is
		slog.DebugContext(ctx, "the graph's state is not known", "err", err)
		data, _, err = make()
		return data, false, err
	}
	if data := a.get(key, epoch); data != nil {
		a.observed(true)
		return data, true, nil
	}
	data, kept, err = make()
	if kept = kept && err == nil; kept {
		a.observed(false)
		a.add(key, keptAnswer{data, epoch})
	}
	return data, kept, err
}

func (a *answers) get(key string, epoch uint64) []byte {
	a.mu.Lock()
	defer a.mu.Unlock()
	k, found := a.kept.Get(key)
	if found && k.epoch != epoch {
		a.kept.Remove(key)
		return nil
	}
	return k.data
}

func (a *answers) add(key string, k keptAnswer) {
	size := sizeOf(key, k.data)
	if size > a.most/largestOfKept {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.kept.Remove(key) // so that its size is taken off
	a.kept.Add(key, k)
	for a.size += size; a.size > a.most; {
		a.kept.RemoveOldest()
	}
}
