package neo

import (
	"time"

	"sayso/internal/kg"
)

// appendChange writes the next entry of the change feed, as the last thing of its transaction: nobody else can write one until it ends.
func (s *Store) appendChange(tx transaction, c kg.Change) error {
	_, err := tx.run("append_change", map[string]any{"concerns": orEmpty(c.Concerns), "properties": map[string]any{
		"kind": string(c.Kind), "at": s.now().UTC().Format(time.RFC3339Nano), "by": textOrNil(c.By), "reason": textOrNil(c.Reason),
		"before": textOrNil(c.Before), "after": textOrNil(c.After)}})
	return err
}
