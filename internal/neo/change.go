package neo

import (
	"context"
	"time"

	"sayso/internal/kg"
)

// appendChange writes the next entries of the change feed, as the last thing of its transaction: nobody else can write
// one until it ends.
func (s *Store) appendChange(tx transaction, changes ...kg.Change) error {
	if len(changes) == 0 {
		return nil
	}
	rows := make([]map[string]any, len(changes))
	for i, c := range changes {
		rows[i] = map[string]any{"concerns": orEmpty(c.Concerns), "properties": map[string]any{
			"kind": string(c.Kind), "at": s.now().UTC().Format(time.RFC3339Nano), "by": textOrNil(c.By),
			"reason": textOrNil(c.Reason),
			"before": textOrNil(c.Before), "after": textOrNil(c.After), "job": textOrNil(c.Job)}}
	}
	_, err := tx.run("append_changes", map[string]any{"changes": rows})
	return err
}

// Note implements kg.Feed.
func (s *Store) Note(ctx context.Context, c kg.Change) error {
	return s.write(ctx, func(tx transaction) error { return s.appendChange(tx, c) })
}

// LastChange implements kg.Feed.
func (s *Store) LastChange(ctx context.Context) (int, error) {
	records, err := s.read(ctx, "get_last_change", nil)
	if err != nil || len(records) == 0 {
		return 0, err
	}
	return row(records[0]).number("last"), nil
}
