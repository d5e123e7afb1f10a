package neo

import (
	"context"
	"errors"
	"maps"
	"slices"

	"sayso/internal/kg"
)

// edgeQueries is the order in which the edges of statements are written.
var edgeQueries = []string{"save_speakers", "save_via", "save_mentions", "save_assertions"}

// byItself checks r and writes it in one transaction, with last as the end of it.
func (s *savings) byItself(ctx context.Context, r kg.Record, last func(*batch) error) error {
	if err := r.Check(); err != nil {
		return err
	}
	for try := 0; ; try++ {
		err := s.store.write(ctx, func(tx transaction) error {
			b := newBatch(s.store, tx, r) // a transaction that is tried again starts from nothing
			if err := b.save(); err != nil {
				return err
			}
			return last(b)
		})
		if !errors.Is(err, errChanged) || try == tries {
			return err
		}
	}
}

func (b *batch) articles() error {
	var rows []map[string]any
	for _, p := range b.parts {
		rows = append(rows, articleRow(p.Article))
	}
	sortByID(rows)
	isNew, err := b.created("save_articles", map[string]any{"articles": rows})
	for _, p := range b.parts {
		if isNew[p.Article.ID] {
			p.saved.ArticleIsNew, p.saved.Added.Articles = true, 1
		}
	}
	return err
}

// entities writes those who stand for themselves, which locks them, then looks again whether they still do.
func (b *batch) entities() error {
	now, err := loadCanonicals(b.tx, b.records()...)
	if err != nil {
		return err
	}
	for i, p := range b.parts {
		p.canonical = now[i]
	}
	all := b.allEntities()
	merged, own := entityRows(all, b.hidden())
	isNew, err := b.created("save_entities", map[string]any{"entities": own})
	if err != nil {
		return err
	}
	for _, p := range b.parts {
		p.saved.Added.Entities = takeOut(isNew, withPublisher(p.Record), func(e kg.Entity) string { return e.ID })
	}
	if err := b.runRows("save_names", "entities", own); err != nil {
		return err
	}
	if err := b.runRows("save_merged", "entities", merged); err != nil {
		return err
	}
	if err := b.profiles(all); err != nil {
		return err
	}
	again, err := loadCanonicals(b.tx, b.records()...)
	if err == nil && !slices.EqualFunc(now, again, canonical.equal) {
		return errChanged
	}
	return err
}

// names ties the articles to their publishers and to whom they name.
func (b *batch) names() error {
	var publishers, added, known []map[string]any
	for _, p := range b.parts {
		if p.Publisher != nil {
			id, kept := p.canonical.of(p.Publisher.ID)
			publishers = append(publishers, map[string]any{"article": p.Article.ID, "publisher": id, "recorded": kept})
		}
		if named := namedRows(p.Record, p.canonical); p.saved.ArticleIsNew {
			added = append(added, named...)
		} else {
			known = append(known, named...)
		}
	}
	if err := b.runRows("save_publishers", "edges", publishers); err != nil {
		return err
	}
	if err := b.runRows("add_article_names", "named", added); err != nil {
		return err
	}
	return b.runRows("save_article_names", "named", known)
}

func (b *batch) claims() error {
	labels, err := b.labels()
	if err != nil {
		return err
	}
	for _, p := range b.parts {
		p.claims = p.canonical.claims(p.Record, labels)
	}
	isNew, err := b.created("save_claims", map[string]any{"claims": claimRows(b.canonicalClaims())})
	for _, p := range b.parts {
		p.saved.Added.Claims = takeOut(isNew, p.Record.Claims, func(c kg.Claim) string { return p.claims[c.ID].ID })
	}
	return err
}

// statements writes those that were not there with their edges, and of the others what was unknown.
func (b *batch) statements() error {
	if err := b.loadKnown(); err != nil {
		return err
	}
	recordedAt := kg.DateOf(b.store.now())
	var added, known []map[string]any
	for _, p := range b.parts {
		p.countStatements()
		rows := statementRows(p.Record, recordedAt)
		edges := edgeRows(p.Record, p.canonical, p.claims)
		for _, row := range rows {
			id := row["id"].(string)
			if _, there := p.known[id]; there {
				known = append(known, row)
				continue
			}
			for _, query := range edgeQueries {
				row[query] = orNoRows(edges[id][query])
			}
			added = append(added, row)
		}
	}
	sortByID(added)
	sortByID(known)
	if err := b.runRows("add_statements", "statements", added); err != nil {
		return err
	}
	return b.runRows("save_statements", "statements", known)
}

// canonicalClaims lists the claims once each.
func (b *batch) canonicalClaims() []kg.Claim {
	var out []kg.Claim
	seen := map[string]bool{}
	for _, p := range b.parts {
		for _, c := range p.Record.Claims {
			if now := p.claims[c.ID]; !seen[now.ID] {
				seen[now.ID] = true
				out = append(out, now)
			}
		}
	}
	return out
}

// edges writes those of statements that were there before.
func (b *batch) edges() error {
	rows := map[string][]map[string]any{}
	for _, p := range b.parts {
		if len(p.known) == 0 {
			continue
		}
		edges := edgeRows(p.Record, p.canonical, p.claims)
		for _, id := range slices.Sorted(maps.Keys(p.known)) {
			for _, query := range edgeQueries {
				rows[query] = append(rows[query], edges[id][query]...)
			}
		}
	}
	for _, query := range edgeQueries {
		if err := b.runRows(query, "edges", rows[query]); err != nil {
			return err
		}
	}
	return nil
}

// counts brings up to date what the claims say about their statements.
func (b *batch) counts() error {
	ids := b.touched
	for _, c := range b.canonicalClaims() {
		ids = append(ids, c.ID)
	}
	slices.Sort(ids)
	return refreshClaims(b.tx, slices.Compact(ids))
}

// change notes what is new, in the order of the records. A record that adds nothing leaves no trace.
func (b *batch) change() error { return b.store.appendChange(b.tx, b.changes()...) }

func (b *batch) changes() []kg.Change {
	var out []kg.Change
	for _, p := range b.parts {
		if len(p.replaced) > 0 {
			out = append(out, p.replacedChange())
		}
		if p.saved.Added != (kg.Counts{}) {
			out = append(out, p.savedChange())
		}
	}
	return out
}

func (p *part) savedChange() kg.Change {
	c := kg.Change{Kind: kg.ArticleSaved, By: extractorOf(p.Record), Concerns: []string{p.Article.ID}}
	for _, s := range p.Statements {
		c.Concerns = append(c.Concerns, s.ID)
	}
	return c
}

// extractorOf names the reader of a record.
func extractorOf(r kg.Record) string {
	if len(r.Statements) == 0 {
		return ""
	}
	return r.Statements[0].Extractor
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
