package neo

import (
	"context"

	"sayso/internal/kg"
)

// soundsLock names the note by which rules the keys of names were made.
const soundsLock = "sounds"

// RefreshSounds makes the keys under which names meet anew when they were made by the rules of another edition. It may
// be cut short and run again.
func (s *Store) RefreshSounds(ctx context.Context, edition string,
	keys func(t kg.EntityType, names ...string) []string) error {
	for after := ""; ; {
		records, err := s.read(ctx, "get_sounding", map[string]any{"name": soundsLock, "from": after})
		if err != nil {
			return err
		}
		if len(records) == 0 {
			break
		}
		rows := make([]map[string]any, 0, len(records))
		for _, record := range records {
			r := row(record)
			if r.text("edition") == edition {
				return nil
			}
			after = r.text("id")
			sounds := keys(kg.EntityType(r.text("type")), append([]string{r.text("name")}, r.texts("aliases")...)...)
			rows = append(rows, map[string]any{"id": after, "sounds": orEmpty(sounds)})
		}
		if err := s.write(ctx, func(tx transaction) error {
			_, err := tx.run("save_sounds", map[string]any{"rows": rows})
			return err
		}); err != nil {
			return err
		}
	}
	return s.write(ctx, func(tx transaction) error {
		_, err := tx.run("save_edition", map[string]any{"name": soundsLock, "text": edition})
		return err
	})
}
