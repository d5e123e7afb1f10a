package neo

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"sayso/internal/forget"
	"sayso/internal/kg"
)

// unlessRehearsed is nil for the error that takes a transaction back on purpose.
func unlessRehearsed(err error) error {
	if errors.Is(err, errRehearsed) {
		return nil
	}
	return err
}

// wanted is who is to be forgotten, and which of their names stay because they are others' too.
type wanted struct {
	forget.Person
	shared []kg.Remainder
}

// whom finds out who is meant, with everybody recorded whom they stand for. What it refuses it tells without the name,
// which must not get into logs.
func whom(ctx context.Context, s *Store, w kg.ForgetWish) (wanted, error) {
	asked := strings.TrimSpace(w.Person)
	found, err := s.read(ctx, "get_called", map[string]any{"id": asked, "folded": kg.FoldName(asked)})
	if err != nil {
		return wanted{}, err
	}
	var ids []string
	for _, r := range found {
		ids = append(ids, row(r).text("id"))
	}
	switch len(ids) {
	case 0:
		return wanted{}, kg.Errorf(kg.NotFound, "there is no actor with this name or id; search for the name, it may be "+
			"written otherwise")
	case 1:
	default:
		return wanted{}, kg.Errorf(kg.Conflict, "%d actors are called so: %s; give the id of the one that is meant", len(ids),
			strings.Join(ids, ", "))
	}
	var all scope
	err = s.readWork(ctx, func(tx transaction) error {
		all, err = loadScopeBy(tx, "get_recorded", ids[0])
		return err
	})
	if err != nil {
		return wanted{}, err
	}
	if err := all.forgettable(ids[0], w.Force); err != nil {
		return wanted{}, err
	}
	return named(ctx, s, all.together(ids[0]))
}

// together gives the recorded entities that are shown as one with id.
func (s scope) together(id string) []recorded {
	identities := s.identities()
	shown := identities.Canonical(id, "")
	var out []recorded
	for _, other := range s.ids() {
		if identities.Canonical(other, "") == shown {
			out = append(out, s.entities[other])
		}
	}
	return out
}

// forgettable refuses what is no person, and somebody who is told apart from a namesake by a split.
func (s scope) forgettable(id string, force bool) error {
	for _, e := range s.together(id) {
		if e.kind != string(kg.Person) && !force {
			return kg.Errorf(kg.Conflict, "%s is no person but of the type %s; to forget it all the same, ask with force "+
				"(--force)", e.ID, e.kind)
		}
		for _, j := range s.judgements {
			if j.Verdict == kg.Split && j.Status == kg.Active && (j.Left == e.ID || j.Right == e.ID) {
				return kg.Errorf(kg.Conflict, "%s was split from a namesake by the judgement %s, and the two cannot be told apart "+
					"by their name; forget articles of theirs with deleteArticle, or undo the split", e.ID, j.ID)
			}
		}
	}
	return nil
}

// named gathers the names of recorded entities that nobody else has.
func named(ctx context.Context, s *Store, all []recorded) (wanted, error) {
	var w wanted
	names := map[string]string{} // folded -> as written
	for _, e := range all {
		w.IDs = append(w.IDs, e.ID)
		for _, name := range slices.Concat([]string{e.Name}, e.aliases, e.names) {
			if folded := kg.FoldName(name); folded != "" && names[folded] == "" {
				names[folded] = name
			}
		}
	}
	rows, err := s.read(ctx, "get_shared_names", map[string]any{
		"names": slices.Sorted(maps.Keys(names)), "ids": orEmpty(w.IDs),
	})
	if err != nil {
		return w, err
	}
	for _, r := range rows {
		v := row(r)
		if folded := v.text("folded"); strings.Contains(folded, " ") {
			delete(names, folded)
			for _, id := range v.texts("ids") {
				w.shared = append(w.shared, kg.Remainder{Kind: "Entity", ID: id,
					Why: "somebody else has one of the names, which therefore stays where it is not known who is meant"})
			}
		}
	}
	for _, folded := range slices.Sorted(maps.Keys(names)) {
		w.Names = append(w.Names, names[folded])
	}
	return w, nil
}
