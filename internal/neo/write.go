package neo

import (
	"context"
	"errors"
	"slices"

	"sayso/internal/kg"
)

// edgeQueries is the order in which a record's edges are written.
var edgeQueries = []string{
	"save_subjects", "save_objects", "save_speakers", "save_via", "save_mentions", "save_assertions",
}

// saveRecord checks r and writes it in one transaction, with last as the end of it.
func (s *Store) saveRecord(ctx context.Context, r kg.Record, last func(*recordWriter) error) error {
	if err := r.Check(); err != nil {
		return err
	}
	for try := 0; ; try++ {
		err := s.write(ctx, func(tx transaction) error {
			w := recordWriter{store: s, tx: tx, record: r} // a transaction that is tried again starts from nothing
			if err := w.save(); err != nil {
				return err
			}
			return last(&w)
		})
		if !errors.Is(err, errChanged) || try == tries {
			return err
		}
	}
}

// recordWriter writes one record in one transaction.
type recordWriter struct {
	store     *Store
	tx        transaction
	record    kg.Record
	canonical canonical
	claims    map[string]kg.Claim // by the id that the record gave them
	saved     kg.Saved
	touched   []string // other claims whose counts changed
	replaced  []string // statements that this reading took back
	fresh     []string // statements that an article gains which was read before
}

func (w *recordWriter) save() error {
	for _, step := range []func() error{
		w.article, w.entities, w.names, w.statements, w.replace, w.edges, w.carry, w.origin, w.counts,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (w *recordWriter) article() error {
	a := w.record.Article
	counters, err := w.tx.run("save_article",
		map[string]any{"id": a.ID, "text": a.Text, "originId": a.OriginID, "title": textOrNil(a.Title),
			"url": textOrNil(a.URL), "language": textOrNil(a.Language), "publishedAt": textOrNil(a.PublishedAt),
			"retrievedAt": textOrNil(a.RetrievedAt),
			"reader":      textOrNil(a.Reader), "unreadReason": textOrNil(a.Unread), "authors": listOrNil(a.Authors)})
	if err != nil {
		return err
	}
	w.saved.Added.Articles = counters.NodesCreated()
	w.saved.ArticleIsNew = w.saved.Added.Articles > 0
	return nil
}

// entities writes those who stand for themselves, which locks them, then looks again whether they still do.
func (w *recordWriter) entities() error {
	var err error
	if w.canonical, err = loadCanonical(w.tx, w.record); err != nil {
		return err
	}
	merged, own := entityRows(w.record, w.canonical)
	counters, err := w.tx.run("save_entities", map[string]any{"entities": own})
	if err != nil {
		return err
	}
	w.saved.Added.Entities = counters.NodesCreated()
	if _, err := w.tx.run("save_names", map[string]any{"entities": own}); err != nil {
		return err
	}
	if _, err := w.tx.run("save_merged", map[string]any{"entities": merged}); err != nil {
		return err
	}
	if _, err := w.tx.run("save_profiles", map[string]any{"profiles": profileRows(w.record)}); err != nil {
		return err
	}
	again, err := loadCanonical(w.tx, w.record)
	if err == nil && !w.canonical.equal(again) {
		return errChanged
	}
	return err
}

// names ties the article to its publisher and to whom it names.
func (w *recordWriter) names() error {
	r := w.record
	if r.Publisher != nil {
		id, kept := w.canonical.of(r.Publisher.ID)
		if _, err := w.tx.run("save_publisher",
			map[string]any{"article": r.Article.ID, "publisher": id, "recorded": kept}); err != nil {
			return err
		}
	}
	_, err := w.tx.run("save_article_names", map[string]any{"article": r.Article.ID, "named": namedRows(r, w.canonical)})
	return err
}

func (w *recordWriter) statements() error {
	var err error
	if w.claims, err = w.canonical.claims(w.tx, w.record); err != nil {
		return err
	}
	counters, err := w.tx.run("save_claims", map[string]any{"claims": claimRows(w.canonicalClaims())})
	if err != nil {
		return err
	}
	w.saved.Added.Claims = counters.NodesCreated()
	if err := w.known(); err != nil {
		return err
	}
	recordedAt := kg.DateOf(w.store.now())
	counters, err = w.tx.run("save_statements",
		map[string]any{"article": w.record.Article.ID, "statements": statementRows(w.record, recordedAt)})
	if err != nil {
		return err
	}
	w.saved.Added.Statements = counters.NodesCreated()
	return nil
}

// canonicalClaims lists the claims once each.
func (w *recordWriter) canonicalClaims() []kg.Claim {
	var out []kg.Claim
	seen := map[string]bool{}
	for _, c := range w.record.Claims {
		if now := w.claims[c.ID]; !seen[now.ID] {
			seen[now.ID] = true
			out = append(out, now)
		}
	}
	return out
}

func (w *recordWriter) edges() error {
	edges := edgeRows(w.record, w.canonical, w.claims)
	for _, name := range edgeQueries {
		if len(edges[name]) == 0 {
			continue
		}
		counters, err := w.tx.run(name, map[string]any{"edges": edges[name]})
		if err != nil {
			return err
		}
		if name == "save_mentions" {
			w.saved.Added.Mentions = counters.RelationshipsCreated()
		}
	}
	return nil
}

// counts brings up to date what the claims say about their statements.
func (w *recordWriter) counts() error {
	ids := slices.Clone(w.touched)
	for _, c := range w.canonicalClaims() {
		ids = append(ids, c.ID)
	}
	slices.Sort(ids)
	return refreshClaims(w.tx, slices.Compact(ids))
}

// change notes what is new. A record that adds nothing leaves no trace.
func (w *recordWriter) change() error {
	if err := w.noteReplaced(); err != nil || w.saved.Added == (kg.Counts{}) {
		return err
	}
	c := kg.Change{Kind: kg.ArticleSaved, By: extractorOf(w.record), Concerns: []string{w.record.Article.ID}}
	for _, s := range w.record.Statements {
		c.Concerns = append(c.Concerns, s.ID)
	}
	return w.store.appendChange(w.tx, c)
}

// extractorOf names the reader of a record.
func extractorOf(r kg.Record) string {
	if len(r.Statements) == 0 {
		return ""
	}
	return r.Statements[0].Extractor
}

// saveClaims writes claims with their ends.
func saveClaims(tx transaction, claims []kg.Claim) error {
	rows := claimRows(claims)
	if _, err := tx.run("save_claims", map[string]any{"claims": rows}); err != nil {
		return err
	}
	subjects, objects := claimEnds(claims)
	if _, err := tx.run("save_subjects", map[string]any{"edges": subjects}); err != nil {
		return err
	}
	_, err := tx.run("save_objects", map[string]any{"edges": objects})
	return err
}

// refreshClaims counts anew what claims stand on, and takes away those that nobody makes any more.
func refreshClaims(tx transaction, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	if _, err := tx.run("refresh_claims", map[string]any{"ids": ids}); err != nil {
		return err
	}
	compared, err := refreshDisputes(tx, ids)
	if err != nil {
		return err
	}
	if _, err := tx.run("add_shortcuts", map[string]any{"ids": ids}); err != nil {
		return err
	}
	if _, err := tx.run("refresh_shortcuts", map[string]any{"ids": compared}); err != nil {
		return err
	}
	_, err = tx.run("delete_idle_claims", map[string]any{"ids": ids})
	return err
}

// SavePredicates implements kg.Writer.
func (s *Store) SavePredicates(ctx context.Context, predicates []kg.Predicate) error {
	excludes := bothWays(predicates)
	var rows []map[string]any
	for _, p := range predicates {
		rows = append(rows, map[string]any{"id": string(p.ID), "properties": map[string]any{
			"label": p.Label, "means": textOrNil(p.Means), "synonyms": orEmpty(p.Synonyms), "inverse": textOrNil(p.Inverse),
			"family": textOrNil(p.Family), "plover": textOrNil(p.PLOVER), "cameo": textOrNil(p.CAMEO),
			"excludes": orEmpty(excludes[p.ID]), "answers": predicateNames(p.Answers)}})
	}
	return s.write(ctx, func(tx transaction) error {
		_, err := tx.run("save_predicates", map[string]any{"predicates": rows})
		return err
	})
}

// bothWays lists, for each predicate, those that exclude it or that it excludes.
func bothWays(predicates []kg.Predicate) map[kg.PredicateID][]string {
	out := map[kg.PredicateID][]string{}
	for _, p := range predicates {
		for _, other := range p.Excludes {
			out[p.ID] = append(out[p.ID], string(other))
			out[other] = append(out[other], string(p.ID))
		}
	}
	return out
}

func predicateNames(ids []kg.PredicateID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}
