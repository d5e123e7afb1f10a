package neo

import (
	"context"
	"slices"

	"sayso/internal/kg"
)

// identityLock makes judgements wait for each other: each looks at all that were made before.
const identityLock = "identity"

// Judge implements kg.Curator.
func (s *Store) Judge(ctx context.Context, judgements ...kg.Judgement) ([]kg.Judgement, error) {
	var done []kg.Judgement
	err := s.write(ctx, func(tx transaction) error {
		var err error
		done, err = s.judgeAll(tx, judgements)
		return err
	})
	return done, err
}

// judgeAll writes judgements in the turn that all judgements wait for.
func (s *Store) judgeAll(tx transaction, judgements []kg.Judgement) ([]kg.Judgement, error) {
	if _, err := tx.run("lock", map[string]any{"name": identityLock}); err != nil {
		return nil, err
	}
	var done []kg.Judgement
	for _, j := range judgements {
		judged, err := s.judge(tx, j)
		if err != nil {
			return nil, err
		}
		done = append(done, judged)
	}
	return done, nil
}

// judge writes one judgement and moves what it concerns.
func (s *Store) judge(tx transaction, j kg.Judgement) (kg.Judgement, error) {
	j, err := s.completed(j)
	if err != nil {
		return j, err
	}
	if j.Verdict == kg.Split {
		if err := splitOff(tx, j); err != nil {
			return j, err
		}
	}
	before, err := loadScope(tx, j.Left, j.Right)
	if err != nil {
		return j, err
	}
	for _, id := range []string{j.Left, j.Right} {
		if _, ok := before.entities[id]; !ok {
			return j, kg.Errorf(kg.NotFound, "there is no actor with the id %q to judge", id)
		}
	}
	if j.Verdict == kg.Same && !j.Force && before.mixes(j) {
		if !j.Automatic {
			return j, kg.Errorf(kg.Conflict, "one of the two is a person and the other a place; if they are one all the same, "+
				"say so with force: true")
		}
		j.Verdict = kg.Unsure
	}
	if !j.Automatic && kg.Conflicts(before.recorded(), before.judgements, j) {
		return j, kg.Errorf(kg.Conflict, "this contradicts judgements that hold: two would have to be one and different at "+
			"once; undo the other first ({ judgements } lists them)")
	}
	at := slices.IndexFunc(before.judgements, func(have kg.Judgement) bool { return have.ID == j.ID })
	if at >= 0 && j.Automatic && before.judgements[at].Status == kg.Undone {
		return before.judgements[at], nil // a person undid it: the linker does not do it again
	}
	after := before.with(j)
	if err := saveJudgement(tx, j); err != nil {
		return j, err
	}
	if err := before.rewire(tx, after); err != nil {
		return j, err
	}
	return j, s.appendChange(tx, judgedChange(j))
}

// completed checks a judgement and fills in what follows from the rest.
func (s *Store) completed(j kg.Judgement) (kg.Judgement, error) {
	if j.By == "" {
		return j, kg.Errorf(kg.Invalid, "say who judges (by)")
	}
	if !j.Automatic && j.Reason == "" {
		return j, kg.Errorf(kg.Invalid, "say why (reason): a judgement without a reason cannot be checked by others")
	}
	if j.At == "" {
		j.At = kg.Date(s.now().UTC().Format(preciseTime))
	}
	j.Status = kg.Active
	if !j.Automatic {
		j.Score = map[kg.Verdict]float64{kg.Same: 1, kg.Unsure: 0.5}[j.Verdict]
	}
	switch j.Verdict {
	case kg.Same, kg.Different, kg.Unsure:
		if j.Left == j.Right {
			return j, kg.Errorf(kg.Invalid, "an actor cannot be judged against itself; give two ids")
		}
		j.Left, j.Right = min(j.Left, j.Right), max(j.Left, j.Right)
	case kg.Split:
		if len(j.Articles) == 0 {
			return j, kg.Errorf(kg.Invalid, "say in which articles the name belongs to somebody else")
		}
		j.Articles = slices.Clone(j.Articles)
		slices.Sort(j.Articles)
		j.Articles = slices.Compact(j.Articles)
		j.Right = kg.SplitID(j.Left, j.Articles)
	default:
		return j, kg.Errorf(kg.Invalid, "the verdict %q is unknown; it must be SAME, DIFFERENT, UNSURE or SPLIT", j.Verdict)
	}
	j.ID = kg.JudgementID(j)
	return j, nil
}

// preciseTime stamps what people do: two judgements within one second are two.
const preciseTime = "2006-01-02T15:04:05.000000000Z"

func splitOff(tx transaction, j kg.Judgement) error {
	name := j.Name
	if name == "" {
		records, err := tx.rows("lock_entities", map[string]any{"ids": []string{j.Left}})
		if err != nil {
			return err
		}
		if len(records) == 0 {
			return kg.Errorf(kg.NotFound, "there is no actor with the id %q to split", j.Left)
		}
		name = records[0].text("name")
	}
	_, err := tx.run("save_split_off", map[string]any{
		"left": j.Left, "id": j.Right, "name": name, "folded": kg.FoldName(name),
	})
	return err
}

// UndoJudgement implements kg.Curator.
func (s *Store) UndoJudgement(ctx context.Context, id, by, reason string) (kg.Judgement, error) {
	if by == "" || reason == "" {
		return kg.Judgement{}, kg.Errorf(kg.Invalid, "say who undoes it and why (by, reason)")
	}
	var j kg.Judgement
	err := s.write(ctx, func(tx transaction) error {
		if _, err := tx.run("lock", map[string]any{"name": identityLock}); err != nil {
			return err
		}
		found, err := tx.rows("get_judgement", map[string]any{"id": id})
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return kg.Errorf(kg.NotFound, "there is no judgement with the id %q", id)
		}
		if j = readJudgement(found[0].sub("judgement")); j.Status == kg.Undone {
			return kg.Errorf(kg.Conflict, "the judgement %q was undone before", id)
		}
		before, err := loadScope(tx, j.Left, j.Right)
		if err != nil {
			return err
		}
		j.Status = kg.Undone
		if err := saveJudgement(tx, j); err != nil {
			return err
		}
		if err := before.rewire(tx, before.with(j)); err != nil {
			return err
		}
		return s.appendChange(tx, kg.Change{
			Kind: kg.JudgementUndone, By: by, Reason: reason, Concerns: []string{j.ID, j.Left, j.Right},
		})
	})
	return j, err
}

// Judgements implements kg.Curator.
func (s *Store) Judgements(ctx context.Context, entities ...string) ([]kg.Judgement, error) {
	records, err := s.read(ctx, "get_judgements", map[string]any{"ids": entities})
	if err != nil {
		return nil, err
	}
	out := make([]kg.Judgement, len(records))
	for i, r := range records {
		out[i] = readJudgement(row(r).sub("judgement"))
	}
	return out, nil
}

// Profiles implements kg.Curator.
func (s *Store) Profiles(ctx context.Context, entities ...string) ([]kg.Profile, error) {
	records, err := s.read(ctx, "get_profiles", map[string]any{"ids": entities})
	if err != nil {
		return nil, err
	}
	out := make([]kg.Profile, len(records))
	for i, record := range records {
		r := row(record)
		out[i] = kg.Profile{ID: r.text("id"), Type: kg.EntityType(r.text("type")), Name: r.text("name"),
			Names: r.texts("names"), Kind: r.text("kind"),
			WikidataID: r.text("wikidataId"), Roles: r.texts("roles"), Affiliations: r.texts("affiliations"),
			Companions: r.texts("companions"), Near: r.texts("near")}
	}
	return out, nil
}

func judgedChange(j kg.Judgement) kg.Change {
	return kg.Change{
		Kind: kg.ActorsJudged, By: j.By, Reason: j.Reason, After: string(j.Verdict),
		Concerns: append([]string{j.ID, j.Left, j.Right}, j.Articles...),
	}
}

func saveJudgement(tx transaction, j kg.Judgement) error {
	_, err := tx.run("save_judgement", map[string]any{"id": j.ID, "properties": map[string]any{
		"left": j.Left, "right": j.Right, "verdict": string(j.Verdict), "score": j.Score, "reasons": orEmpty(j.Reasons),
		"articles": orEmpty(j.Articles),
		"name":     textOrNil(j.Name), "reason": textOrNil(j.Reason), "by": j.By, "automatic": j.Automatic,
		"at": string(j.At), "status": string(j.Status)}})
	return err
}

func readJudgement(v values) kg.Judgement {
	return kg.Judgement{ID: v.text("id"), Left: v.text("left"), Right: v.text("right"),
		Verdict: kg.Verdict(v.text("verdict")), Score: v.float("score"),
		Reasons: v.texts("reasons"), Articles: v.texts("articles"), Name: v.text("name"), Reason: v.text("reason"),
		By:        v.text("by"),
		Automatic: v.flag("automatic"), At: v.date("at"), Status: kg.JudgementStatus(v.text("status"))}
}
