package neo

import (
	"slices"

	"sayso/internal/kg"
)

// How many roles, affiliations and companions of an entity are kept: the smallest, so that the order of articles makes
// no difference.
const (
	mostRoles      = 50
	mostCompanions = 200
)

// profiles keeps by what entities can be known again. The entities are locked. What they have is added to here and not
// by a statement: there, to look for each companion in a list of hundreds takes longer than all else that is written of
// an article.
func (b *batch) profiles(entities []kg.Entity) error {
	var ids []string
	for _, e := range entities {
		if len(e.Sounds) > 0 {
			ids = append(ids, e.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	found, err := b.tx.rows("get_known_profiles", map[string]any{"ids": ids})
	if err != nil {
		return err
	}
	before := map[string]values{}
	for _, r := range found {
		before[r.text("id")] = r
	}
	var rows []map[string]any
	for _, e := range entities {
		was, there := before[e.ID]
		if row, more := profileRow(e, was); there && more {
			rows = append(rows, row)
		}
	}
	sortByID(rows)
	return b.runRows("save_profiles", "profiles", rows)
}

// profileRow adds what an entity's records say to what was known; more is false where they say nothing new.
func profileRow(e kg.Entity, was values) (row map[string]any, more bool) {
	row = map[string]any{"id": e.ID}
	for _, list := range []struct {
		name string
		add  []string
		most int
	}{
		{"roles", e.Roles, mostRoles}, {"affiliations", e.Affiliations, mostRoles},
		{"companions", e.Companions, mostCompanions},
	} {
		old := was.texts(list.name)
		now := union(old, list.add)
		now = now[:min(len(now), list.most)]
		row[list.name] = orEmpty(now)
		more = more || !slices.Equal(old, now)
	}
	var sounds []string
	known := was.texts("sounds")
	for _, key := range e.Sounds {
		if !slices.Contains(known, key) {
			sounds = append(sounds, key)
		}
	}
	row["sounds"] = orEmpty(sounds)
	return row, len(e.Sounds) > 0 && (more || len(sounds) > 0)
}
