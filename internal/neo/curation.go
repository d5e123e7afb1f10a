package neo

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"

	"sayso/internal/kg"
)

// decided is a statement as it was before a decision.
type decided struct {
	status  kg.Status
	review  kg.Review
	version int
	claims  []string
	article string
	// lapsedOn is the day from which a statement that was retracted or corrected does not hold, "" where it never did.
	lapsedOn kg.Date
}

// lockStatement reads a statement and refuses a decision that was made on an older version of it.
func lockStatement(tx transaction, d kg.Decision) (decided, error) {
	rows, err := tx.rows("lock_statement", map[string]any{"id": d.Statement})
	if err != nil {
		return decided{}, err
	}
	if len(rows) == 0 {
		return decided{}, kg.Errorf(kg.NotFound, "there is no statement with the id %q", d.Statement)
	}
	r := rows[0]
	was := decided{
		kg.Status(r.text("status")), kg.Review(r.text("review")), r.number("version"), r.texts("claims"), r.text("article"),
		"",
	}
	if d.Version != 0 && d.Version != was.version {
		return was, kg.Errorf(kg.Conflict, "the statement is at version %d by now, not %d; look at it again, then decide",
			was.version, d.Version)
	}
	return was, nil
}

// decide changes a statement's status and review, counts its claims anew, and notes the change.
func (s *Store) decide(ctx context.Context, d kg.Decision, kind kg.ChangeKind,
	next func(was decided) (kg.Status, kg.Review, error)) error {
	if err := d.Check(); err != nil {
		return err
	}
	notice, err := s.notice(ctx, d)
	if err != nil {
		return err
	}
	return s.write(ctx, func(tx transaction) error {
		was, err := lockStatement(tx, d)
		if err != nil {
			return err
		}
		now := decided{version: was.version, claims: was.claims, article: was.article}
		if now.status, now.review, err = next(was); err != nil {
			return err
		}
		if kind == kg.StatementRetracted {
			now.lapsedOn = cmp.Or(notice.on, kg.DateOf(s.now()).Day())
		}
		if err := setDecided(tx, d.Statement, now); err != nil {
			return err
		}
		if err := notice.save(tx, d.Statement); err != nil {
			return err
		}
		return s.appendChange(tx, kg.Change{Kind: kind, By: d.By, Reason: d.Reason, Before: was.String(), After: now.String(),
			Concerns: notice.concerns(d.Statement, was.article)})
	})
}

// setDecided writes what was decided of a statement; now has the version, the claims and the article that it had
// before.
func setDecided(tx transaction, id string, now decided) error {
	if _, err := tx.run("decide_statement",
		map[string]any{"id": id, "status": string(now.status), "review": string(now.review), "version": now.version + 1,
			"lapsedOn": textOrNil(now.lapsedOn)}); err != nil {
		return err
	}
	return refreshClaims(tx, now.claims)
}

// String is for the change feed.
func (d decided) String() string {
	data, _ := json.Marshal(map[string]any{"status": d.status, "review": d.review}) // strings always have a JSON form
	return string(data)
}

// Review implements kg.Curator.
func (s *Store) Review(ctx context.Context, d kg.Decision, review kg.Review) error {
	if !slices.Contains([]kg.Review{kg.Accepted, kg.Rejected, kg.Unreviewed}, review) {
		return kg.Errorf(kg.Invalid, "the review %q is unknown; it must be ACCEPTED, REJECTED or UNREVIEWED", review)
	}
	return s.decide(ctx, d, kg.StatementReviewed, func(was decided) (kg.Status, kg.Review, error) {
		switch {
		case review == kg.Rejected:
			return kg.Retracted, review, nil
		case was.review == kg.Rejected:
			return kg.Current, review, nil // it was left out for the rejection alone
		}
		return was.status, review, nil
	})
}

// Retract implements kg.Curator.
func (s *Store) Retract(ctx context.Context, d kg.Decision) error {
	return s.decide(ctx, d, kg.StatementRetracted, func(was decided) (kg.Status, kg.Review, error) {
		if was.status == kg.Retracted {
			return "", "", kg.Errorf(kg.Conflict, "the statement %q was retracted before", d.Statement)
		}
		return kg.Retracted, was.review, nil
	})
}

// AddStatement implements kg.Curator.
func (s *Store) AddStatement(ctx context.Context, h kg.ManualStatement, d kg.Decision) (string, error) {
	if err := d.Check(); err != nil {
		return "", err
	}
	notice, err := s.notice(ctx, d)
	if err != nil {
		return "", err
	}
	h.KnownFrom = notice.on
	record, err := s.handRecord(ctx, h, d)
	if err != nil {
		return "", err
	}
	id := record.Statements[0].ID
	change := kg.Change{Kind: kg.StatementAdded, By: d.By, Reason: d.Reason, Concerns: []string{id, h.Article}}
	before := func(tx transaction) error { return nil }
	if h.Corrects != "" {
		change.Kind, change.Concerns = kg.StatementCorrected, append(notice.concerns(id, h.Article), h.Corrects)
		d.Statement = h.Corrects
		before = func(tx transaction) error { return correct(tx, d, h, id, notice) }
	}
	return id, s.savings.byItself(ctx, record, func(b *batch) error {
		if err := before(b.tx); err != nil {
			return err
		}
		return s.appendChange(b.tx, change)
	})
}

// correct marks the statement that another one takes the place of.
func correct(tx transaction, d kg.Decision, h kg.ManualStatement, id string, notice anchoredNotice) error {
	was, err := lockStatement(tx, d)
	if err != nil {
		return err
	}
	if was.article != h.Article && notice.article != h.Article {
		return kg.Errorf(kg.Invalid, "a correction must stand on the article of the statement that it corrects (%q), or on "+
			"that of the notice", was.article)
	}
	if was.status != kg.Current {
		return kg.Errorf(kg.Conflict, "the statement %q is %s already; correct the one that holds", d.Statement, was.status)
	}
	was.status, was.lapsedOn = kg.Corrected, notice.on
	if err := setDecided(tx, d.Statement, was); err != nil {
		return err
	}
	if _, err = tx.run("save_correction", map[string]any{"id": id, "corrects": d.Statement}); err != nil {
		return err
	}
	return notice.save(tx, d.Statement)
}

// handRecord gathers what a statement by hand refers to.
func (s *Store) handRecord(ctx context.Context, h kg.ManualStatement, d kg.Decision) (kg.Record, error) {
	article, err := s.Article(ctx, h.Article)
	if err != nil {
		return kg.Record{}, err
	}
	ids := h.Entities()
	found, err := s.read(ctx, "get_entities", map[string]any{"ids": ids})
	if err != nil {
		return kg.Record{}, err
	}
	entities := map[string]kg.Entity{}
	for _, record := range found {
		r := row(record)
		entities[r.text("id")] = kg.Entity{ID: r.text("id"), Type: kg.EntityType(r.text("type")), Name: r.text("name")}
	}
	for _, id := range ids {
		if _, ok := entities[id]; !ok {
			return kg.Record{}, kg.Errorf(kg.NotFound,
				"there is no actor with the id %q; search for it by name, or give its words instead", id)
		}
	}
	labels, err := s.labels(ctx, h.Claims)
	if err != nil {
		return kg.Record{}, err
	}
	label := func(id kg.PredicateID) (string, error) {
		if words, ok := labels[string(id)]; ok {
			return words, nil
		}
		return "", kg.Errorf(kg.Invalid, "there is no predicate %q; the query { predicates } lists them", id)
	}
	return h.Record(article, entities, label, d, kg.Date(s.now().UTC().Format(preciseTime)))
}

func (s *Store) labels(ctx context.Context, claims []kg.HandClaim) (map[string]string, error) {
	var ids []string
	for _, c := range claims {
		ids = append(ids, string(c.Predicate))
	}
	records, err := s.read(ctx, "get_labels", map[string]any{"ids": orEmpty(ids)})
	out := map[string]string{}
	for _, r := range records {
		out[row(r).text("id")] = row(r).text("label")
	}
	return out, err
}

// Rate implements kg.Curator.
func (s *Store) Rate(ctx context.Context, r kg.Rating) (string, error) {
	if err := (kg.Decision{By: r.By, Reason: r.Reason}).Check(); err != nil {
		return "", err
	}
	r.At = kg.Date(s.now().UTC().Format(preciseTime))
	r.ID = kg.RatingID(r)
	kind, err := r.Kind()
	if err != nil {
		return "", err
	}
	return r.ID, s.write(ctx, func(tx transaction) error {
		rows, err := tx.rows("save_rating", map[string]any{"id": r.ID, "of": r.Of,
			"properties": map[string]any{"of": r.Of, "grade": r.Grade, "by": r.By,
				"reason": r.Reason, "at": string(r.At)}})
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return kg.Errorf(kg.NotFound, "there is nothing with the id %q to rate", r.Of)
		}
		return s.appendChange(tx, kg.Change{
			Kind: kind, By: r.By, Reason: r.Reason, After: r.Grade, Concerns: []string{r.ID, r.Of},
		})
	})
}

// ChangePredicate implements kg.Curator.
func (s *Store) ChangePredicate(ctx context.Context, p kg.Predicate, by, reason string) ([]kg.Predicate, error) {
	if err := (kg.Decision{By: by, Reason: reason}).Check(); err != nil {
		return nil, err
	}
	if _, err := kg.NewVocabulary([]kg.Predicate{p}); err != nil {
		return nil, err
	}
	err := s.write(ctx, func(tx transaction) error {
		rows, err := tx.rows("change_predicate",
			map[string]any{"id": string(p.ID), "synonyms": orEmpty(p.Synonyms), "properties": map[string]any{
				"label": p.Label, "means": textOrNil(p.Means), "inverse": textOrNil(p.Inverse), "family": textOrNil(p.Family)}})
		if err != nil {
			return err
		}
		if len(rows) != 1 {
			return kg.Hidden(errors.New("neo: change_predicate: one row was expected"))
		}
		if rows[0].text("label") == "" {
			return kg.Errorf(kg.Invalid, "%s is new: say how it reads between subject and object (label)", p.ID)
		}
		was, _ := json.Marshal(rows[0].texts("before"))
		is, _ := json.Marshal(rows[0].texts("after"))
		return s.appendChange(tx, kg.Change{
			Kind: kg.VocabularyChanged, By: by, Reason: reason, Before: string(was), After: string(is),
			Concerns: []string{string(p.ID)},
		})
	})
	if err != nil {
		return nil, err
	}
	return s.AddedPredicates(ctx)
}

// AddedPredicates implements kg.Curator.
func (s *Store) AddedPredicates(ctx context.Context) ([]kg.Predicate, error) {
	records, err := s.read(ctx, "get_added_predicates", nil)
	out := make([]kg.Predicate, len(records))
	for i, r := range records {
		p := row(r).sub("predicate")
		out[i] = kg.Predicate{ID: kg.PredicateID(p.text("id")), Label: p.text("label"), Means: p.text("means"),
			Synonyms: p.texts("addedSynonyms"),
			Inverse:  p.text("inverse"), Family: p.text("family")}
	}
	return out, err
}
