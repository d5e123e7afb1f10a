package neo

import "context"

// Epoch is another number after each write of this store.
func (s *Store) Epoch(context.Context) (uint64, error) { return s.writes.Load(), nil }

// SharedEpoch is another number after each write of this store, and after each entry that another one adds to the
// change feed of the same graph. It takes a round trip.
func (s *Store) SharedEpoch(ctx context.Context) (uint64, error) {
	own := s.writes.Load()
	last, err := s.LastChange(ctx)
	return own<<32 ^ uint64(last), err
}
