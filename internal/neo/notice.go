package neo

import (
	"context"
	"strconv"

	"sayso/internal/kg"
)

// anchoredNotice is a notice whose words were found in its article; the zero value is none.
type anchoredNotice struct {
	article string
	on      kg.Date
	quote   kg.Quote
}

// notice checks the notice of a decision.
func (s *Store) notice(ctx context.Context, d kg.Decision) (anchoredNotice, error) {
	if d.Notice == nil {
		return anchoredNotice{}, nil
	}
	var a kg.Article
	if d.Notice.Article != "" {
		var err error
		if a, err = s.Article(ctx, d.Notice.Article); err != nil {
			return anchoredNotice{}, err
		}
	}
	on, quote, err := d.Notice.Anchor(a)
	return anchoredNotice{d.Notice.Article, on, quote}, err
}

// save ties a statement to the article that takes it back, and that article to the statement's own.
func (n anchoredNotice) save(tx transaction, statement string) error {
	if n.article == "" {
		return nil
	}
	properties := map[string]any{"on": string(n.on)}
	if n.quote.Exact != "" {
		properties["text"], properties["start"], properties["end"] = n.quote.Exact, n.quote.Start, n.quote.End
	}
	_, err := tx.run("save_notice", map[string]any{"id": statement, "article": n.article, "properties": properties})
	return err
}

// concerns lists what a decision is about: the statement, its article, and the notice.
func (n anchoredNotice) concerns(statement, article string) []string {
	if n.article == "" || n.article == article {
		return []string{statement, article}
	}
	return []string{statement, article, n.article}
}

// MarkCorrection implements kg.Curator.
func (s *Store) MarkCorrection(ctx context.Context, c kg.ArticleCorrection) error {
	if err := (kg.Decision{By: c.By, Reason: c.Reason}).Check(); err != nil {
		return err
	}
	if c.Article == c.Corrects {
		return kg.Errorf(kg.Invalid, "an article cannot correct itself; give the ids of two")
	}
	for _, id := range []string{c.Article, c.Corrects} {
		if _, err := s.Article(ctx, id); err != nil {
			return err
		}
	}
	query := "save_article_correction"
	if !c.Holds {
		query = "delete_article_correction"
	}
	return s.write(ctx, func(tx transaction) error {
		if _, err := tx.run(query, map[string]any{
			"id": c.Article, "corrects": c.Corrects, "at": string(kg.DateOf(s.now())),
		}); err != nil {
			return err
		}
		return s.appendChange(tx, kg.Change{
			Kind: kg.ArticleCorrected, By: c.By, Reason: c.Reason, After: strconv.FormatBool(c.Holds),
			Concerns: []string{c.Article, c.Corrects},
		})
	})
}
