package neo

import (
	"fmt"
	"maps"
	"slices"

	"sayso/internal/kg"
)

// lookAtIdentity works out who is shown from the judgements that hold and compares that with the graph. A fault names a
// judgement, with what would have to be done about the actors that it ties together.
func lookAtIdentity(tx transaction, ids []string) (faults []values, looked int, err error) {
	rows, err := tx.rows("get_judgements_by_id", map[string]any{"ids": ids})
	if err != nil {
		return nil, 0, err
	}
	seen := map[string]bool{}
	for _, r := range rows {
		j := readJudgement(r.sub("judgement"))
		if seen[j.Left] && seen[j.Right] { // another judgement of this page led to them
			continue
		}
		s, err := loadScopeBy(tx, "get_recorded", j.Left, j.Right)
		if err != nil {
			return nil, 0, err
		}
		identities := s.identities()
		for _, e := range s.recorded() {
			if seen[e.ID] {
				continue
			}
			seen[e.ID] = true
			into, is := identities.Canonical(e.ID, ""), s.entities[e.ID]
			switch {
			case into == e.ID && !is.canonical:
				faults = append(faults, misplaced(j.ID, e, into, "should be shown as itself, and is hidden"))
			case into != e.ID && is.canonical:
				faults = append(faults, misplaced(j.ID, e, into, "should be shown as %s, and is shown as itself",
					s.entities[into].Name))
			case into != e.ID && is.into != into:
				faults = append(faults, misplaced(j.ID, e, into, "should be shown as %s, and is shown as another",
					s.entities[into].Name))
			}
		}
	}
	return faults, len(ids), nil
}

func misplaced(judgement string, e kg.Recorded, into, format string, args ...any) values {
	return values{"id": judgement, "what": e.Name + " " + fmt.Sprintf(format, args...), "entity": e.ID, "into": into}
}

// mendIdentity shows and hides actors as the judgements that hold say, and gathers their names. Where edges lead is
// looked at after that.
func mendIdentity(_ *Store, tx transaction, faults []values) error {
	var appear []string
	for _, f := range faults {
		if f.text("into") == f.text("entity") {
			appear = append(appear, f.text("entity"))
		}
	}
	if _, err := tx.run("show_entities", map[string]any{"ids": orEmpty(appear)}); err != nil {
		return err
	}
	for _, f := range faults {
		s, err := loadScope(tx, f.text("entity"))
		if err != nil {
			return err
		}
		if err := s.rename(tx, s.canonicalIDs()); err != nil {
			return err
		}
	}
	return nil
}

// lookAtEnds compares where edges lead with who is shown, in their article, for the one who was recorded.
func lookAtEnds(tx transaction, ids []string) (faults []values, looked int, err error) {
	rows, err := tx.rows("check_ends", map[string]any{"ids": ids})
	if err != nil {
		return nil, 0, err
	}
	everywhere, err := alike(tx, rows)
	if err != nil {
		return nil, 0, err
	}
	for _, r := range rows {
		now := everywhere
		if now == nil {
			own, err := loadCanonical(tx, recordedIn(r.text("id"), r))
			if err != nil {
				return nil, 0, err
			}
			now = &own
		}
		looked += len(r.list("edges"))
		faults = append(faults, endsOf(*now, r)...)
	}
	return faults, looked, nil
}

// alike gives who stands for the actors of all the articles, nil where a split makes that differ from one article to
// another.
func alike(tx transaction, articles []values) (*canonical, error) {
	all := recordedIn("", articles...)
	ids := make([]string, len(all.Entities))
	for i, e := range all.Entities {
		ids[i] = e.ID
	}
	splits, err := tx.rows("check_splits", map[string]any{"ids": ids})
	if err != nil || len(splits) > 0 {
		return nil, err
	}
	now, err := loadCanonical(tx, all)
	return &now, err
}

// recordedIn is a record of nothing but the actors that the edges of articles were recorded for.
func recordedIn(article string, rows ...values) kg.Record {
	record := kg.Record{Article: kg.Article{ID: article}}
	actors := map[string]bool{}
	for _, r := range rows {
		for _, item := range r.list("edges") {
			if e, _ := item.([]any); len(e) == 5 {
				actors[asText(e[3])] = true
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(actors)) {
		record.Entities = append(record.Entities, kg.Entity{ID: id})
	}
	return record
}

// endsOf looks at the edges of one article, by the rule by which they are written.
func endsOf(now canonical, r values) []values {
	var faults []values
	for _, item := range r.list("edges") {
		e, _ := item.([]any)
		if len(e) != 5 {
			continue
		}
		kind, at, recorded := asText(e[1]), asText(e[2]), asText(e[3])
		if to, _ := now.of(recorded); to != at {
			faults = append(faults, values{"id": r.text("id"), "edge": asText(e[0]), "kind": kind, "recorded": recorded,
				"to":   to,
				"what": fmt.Sprintf("%s leads to %s (%s), and should lead to %s", kind, asText(e[4]), at, to)})
		}
	}
	return faults
}

// mendEnds moves the edges that hold nothing but their two ends; what claims and lists of names say is left to people.
func mendEnds(_ *Store, tx transaction, faults []values) error {
	var rows []map[string]any
	for _, f := range faults {
		if slices.Contains([]string{"SAID_BY", "VIA", "MENTIONS", "PUBLISHED_BY"}, f.text("kind")) {
			rows = append(rows, f)
		}
	}
	_, err := tx.run("mend_ends", map[string]any{"rows": rows})
	return err
}

// mendJudgements ties judgements to whom they are about, and tells the feed of those that it does not know.
func mendJudgements(s *Store, tx transaction, faults []values) error {
	if _, err := tx.run("mend_judgements", map[string]any{"ids": idsOf(faults)}); err != nil {
		return err
	}
	left, _, err := asked("check_judgements")(tx, idsOf(faults))
	if err != nil {
		return err
	}
	for _, f := range left {
		j := readJudgement(f.sub("properties"))
		if err := s.appendChange(tx, judgedChange(j)); err != nil {
			return err
		}
		if j.Status != kg.Undone {
			continue
		}
		undone := kg.Change{
			Kind: kg.JudgementUndone, Reason: "found undone when the graph was checked",
			Concerns: []string{j.ID, j.Left, j.Right},
		}
		if err := s.appendChange(tx, undone); err != nil {
			return err
		}
	}
	return nil
}
