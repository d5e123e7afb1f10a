package neo

import (
	"context"
	"errors"

	"sayso/internal/kg"
)

// errRehearsed ends a rehearsal's transaction, so that nothing of it stays.
var errRehearsed = errors.New("neo: a rehearsal is taken back")

// Rehearse carries out what [Store.Save] and [Store.Judge] do with a record, in one transaction that is rolled back.
// Neo4j keeps the plans: it plans a query anew for transactions that have changes of their own, so planning alone
// (EXPLAIN) would not do. Writes of users do not wait for it.
func (s *Store) Rehearse(ctx context.Context, r kg.Record, judgements ...kg.Judgement) error {
	if err := r.Check(); err != nil {
		return err
	}
	ids := make([]string, len(r.Entities))
	for i, e := range r.Entities {
		ids[i] = e.ID
	}
	if _, err := s.Profiles(ctx, ids...); err != nil {
		return err
	}
	if _, err := s.Judgements(ctx, ids...); err != nil {
		return err
	}
	err := s.writeBeside(ctx, func(tx transaction) error {
		b := newBatch(s, tx, r)
		if err := b.save(); err != nil {
			return err
		}
		if err := b.change(); err != nil {
			return err
		}
		if _, err := s.judgeAll(tx, judgements); err != nil {
			return err
		}
		return errRehearsed
	})
	if errors.Is(err, errRehearsed) {
		return nil
	}
	return err
}

// Try tells what [Store.Save] would do with a record. The transaction that finds out is rolled back; it waits for its
// turn like a save, for what it tells must be what a save at that moment would do.
func (s *Store) Try(ctx context.Context, r kg.Record) (kg.Saved, error) {
	var saved kg.Saved
	err := s.savings.byItself(ctx, r, func(b *batch) error {
		saved = b.parts[0].saved
		return errRehearsed
	})
	if errors.Is(err, errRehearsed) {
		return saved, nil
	}
	return kg.Saved{}, err
}
