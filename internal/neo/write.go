package neo

import (
	"context"

	"sayso/internal/kg"
)

// edgeQueries is the order in which a record's edges are written.
var edgeQueries = []string{"save_subjects", "save_objects", "save_speakers", "save_via", "save_mentions", "save_assertions"}

// Save implements kg.Writer.
func (s *Store) Save(ctx context.Context, r kg.Record) (kg.Saved, error) {
	if err := r.Check(); err != nil {
		return kg.Saved{}, err
	}
	recordedAt := kg.DateOf(s.now())
	var saved kg.Saved
	err := s.write(ctx, func(tx transaction) error {
		saved = kg.Saved{} // a transaction that is tried again starts from nothing
		return saveRecord(tx, r, recordedAt, &saved)
	})
	if err != nil {
		return kg.Saved{}, err
	}
	return saved, nil
}

func saveRecord(tx transaction, r kg.Record, recordedAt kg.Date, saved *kg.Saved) error {
	a := r.Article
	counters, err := tx.run("save_article", map[string]any{"id": a.ID, "text": a.Text, "originId": a.OriginID, "title": textOrNil(a.Title),
		"url": textOrNil(a.URL), "language": textOrNil(a.Language), "publishedAt": textOrNil(a.PublishedAt), "retrievedAt": textOrNil(a.RetrievedAt)})
	if err != nil {
		return err
	}
	saved.Added.Articles = counters.NodesCreated()
	saved.ArticleIsNew = saved.Added.Articles > 0
	if err := saveEntities(tx, r, saved); err != nil {
		return err
	}
	counters, err = tx.run("save_claims", map[string]any{"claims": claimRows(r.Claims)})
	if err != nil {
		return err
	}
	saved.Added.Claims = counters.NodesCreated()
	counters, err = tx.run("save_statements", map[string]any{"article": a.ID, "statements": statementRows(r, recordedAt)})
	if err != nil {
		return err
	}
	saved.Added.Statements = counters.NodesCreated()
	return saveEdges(tx, r, saved)
}

func saveEntities(tx transaction, r kg.Record, saved *kg.Saved) error {
	entities := map[string]any{"entities": entityRows(r)}
	counters, err := tx.run("save_entities", entities)
	if err != nil {
		return err
	}
	saved.Added.Entities = counters.NodesCreated()
	if _, err := tx.run("save_names", entities); err != nil {
		return err
	}
	if r.Publisher != nil {
		if _, err := tx.run("save_publisher", map[string]any{"article": r.Article.ID, "publisher": r.Publisher.ID}); err != nil {
			return err
		}
	}
	_, err = tx.run("save_article_names", map[string]any{"article": r.Article.ID, "named": namedRows(r)})
	return err
}

func saveEdges(tx transaction, r kg.Record, saved *kg.Saved) error {
	edges := edgeRows(r)
	for _, name := range edgeQueries {
		if len(edges[name]) == 0 {
			continue
		}
		counters, err := tx.run(name, map[string]any{"edges": edges[name]})
		if err != nil {
			return err
		}
		if name == "save_mentions" {
			saved.Added.Mentions = counters.RelationshipsCreated()
		}
	}
	ids := make([]string, len(r.Claims))
	for i, c := range r.Claims {
		ids[i] = c.ID
	}
	for _, name := range []string{"refresh_claims", "refresh_shortcuts"} {
		if _, err := tx.run(name, map[string]any{"ids": ids}); err != nil {
			return err
		}
	}
	return nil
}

// SavePredicates implements kg.Writer.
func (s *Store) SavePredicates(ctx context.Context, predicates []kg.Predicate) error {
	var rows []map[string]any
	for _, p := range predicates {
		rows = append(rows, map[string]any{"id": string(p.ID), "properties": map[string]any{
			"label": p.Label, "means": textOrNil(p.Means), "synonyms": orEmpty(p.Synonyms), "inverse": textOrNil(p.Inverse),
			"family": textOrNil(p.Family), "plover": textOrNil(p.PLOVER), "cameo": textOrNil(p.CAMEO)}})
	}
	return s.write(ctx, func(tx transaction) error {
		_, err := tx.run("save_predicates", map[string]any{"predicates": rows})
		return err
	})
}
