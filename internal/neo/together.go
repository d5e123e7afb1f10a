package neo

import (
	"context"
	"errors"
	"slices"
	"sync"

	"sayso/internal/kg"
)

// mostTogether and mostStatements bound what one transaction saves, so that nobody waits long for a turn.
const (
	mostTogether   = 32
	mostStatements = 800
)

// errAlone says that a record was to be saved together with others and one of these was refused, or the graph gave
// way: it must be saved by itself.
var errAlone = errors.New("neo: the records that were to be saved together are saved one by one")

// saving is a record that waits to be saved.
type saving struct {
	record kg.Record
	done   chan struct{} // closed when the rest is known
	saved  kg.Saved
	err    error
}

// savings are the records that wait for a turn, in the order in which they came. Whoever gets the turn saves those
// behind it too: a commit costs as much for one article as for several.
type savings struct {
	store   *Store
	mu      sync.Mutex
	waiting []*saving
}

func (s *savings) add(one *saving) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.waiting = append(s.waiting, one)
}

// take gives one and the first of the others that wait, unless somebody took it before; the bounds hold for all.
func (s *savings) take(one *saving) []*saving {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.drop(one) {
		return nil
	}
	out, statements := []*saving{one}, len(one.record.Statements)
	for len(s.waiting) > 0 && len(out) < mostTogether {
		next := s.waiting[0]
		if statements += len(next.record.Statements); statements > mostStatements {
			break
		}
		out, s.waiting = append(out, next), s.waiting[1:]
	}
	return out
}

// leave takes one out that does not wait any longer. It reports whether it was still waiting.
func (s *savings) leave(one *saving) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.drop(one)
}

func (s *savings) drop(one *saving) bool {
	at := slices.Index(s.waiting, one)
	if at >= 0 {
		s.waiting = slices.Delete(s.waiting, at, at+1)
	}
	return at >= 0
}

// Save implements kg.Writer. Records that wait for their turn at the same time are saved in one transaction; where that
// fails, each by itself.
func (s *Store) Save(ctx context.Context, r kg.Record) (kg.Saved, error) {
	return s.Enqueue(r)(ctx)
}

// Enqueue implements kg.Writer.
func (s *Store) Enqueue(r kg.Record) (save func(ctx context.Context) (kg.Saved, error)) {
	if err := r.Check(); err != nil {
		return func(context.Context) (kg.Saved, error) { return kg.Saved{}, err }
	}
	mine := &saving{record: r, done: make(chan struct{})}
	s.savings.add(mine)
	return func(ctx context.Context) (kg.Saved, error) { return s.savings.save(ctx, mine) }
}

// save waits for the turn of one that was added, or for whoever saves it too.
func (s *savings) save(ctx context.Context, mine *saving) (kg.Saved, error) {
	select {
	case s.store.turn <- struct{}{}:
		s.together(ctx, s.take(mine))
		<-s.store.turn
	case <-mine.done:
	case <-ctx.Done():
		if s.leave(mine) {
			return kg.Saved{}, s.store.fault(ctx, "write", ctx.Err())
		}
	}
	<-mine.done // at once, or when those who took it are through
	if errors.Is(mine.err, errAlone) {
		return s.alone(ctx, mine.record)
	}
	return mine.saved, mine.err
}

// alone saves a record in a transaction of its own.
func (s *savings) alone(ctx context.Context, r kg.Record) (kg.Saved, error) {
	var saved kg.Saved
	err := s.byItself(ctx, r, func(b *batch) error {
		saved = b.parts[0].saved
		return b.change()
	})
	if err != nil {
		return kg.Saved{}, err
	}
	return saved, nil
}

// together saves records in one transaction, in the turn that the caller has until it ends, and tells those who wait.
func (s *savings) together(ctx context.Context, records []*saving) {
	if len(records) == 0 {
		return
	}
	err := s.store.writeBeside(ctx, func(tx transaction) error { return s.each(tx, records) })
	s.store.writes.Add(1)
	if err != nil && (len(records) > 1 || errors.Is(err, errChanged)) {
		err = errAlone
	}
	for _, one := range records {
		if one.err = err; err != nil {
			one.saved = kg.Saved{}
		}
		close(one.done)
	}
}

// each writes the records, then what the change feed tells of each: its counter is locked only at the end.
func (s *savings) each(tx transaction, records []*saving) error {
	var changes []kg.Change
	for rest := records; len(rest) > 0; {
		n := differing(rest)
		b := newBatch(s.store, tx)
		for _, one := range rest[:n] {
			b.add(one.record)
		}
		if err := b.save(); err != nil {
			return err
		}
		for i, one := range rest[:n] {
			one.saved = b.parts[i].saved
		}
		changes, rest = append(changes, b.changes()...), rest[n:]
	}
	return s.store.appendChange(tx, changes...)
}

// differing is how many of the first records are of different articles.
func differing(records []*saving) int {
	seen := map[string]bool{}
	for i, one := range records {
		if seen[one.record.Article.ID] {
			return i
		}
		seen[one.record.Article.ID] = true
	}
	return len(records)
}
