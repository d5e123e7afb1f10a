package neo

import (
	"context"
	"encoding/json"
	"strconv"

	"sayso/internal/kg"
)

// DeleteArticle implements kg.Curator.
func (s *Store) DeleteArticle(ctx context.Context, article, by, reason string) (id string, err error) {
	if err := (kg.Decision{By: by, Reason: reason}).Check(); err != nil {
		return "", err
	}
	return id, s.write(ctx, func(tx transaction) error {
		before, err := deleteArticle(tx, article)
		if err != nil {
			return err
		}
		if err := s.appendChange(tx, kg.Change{
			Kind: kg.ArticleDeleted, By: by, Reason: reason, Before: before, Concerns: []string{article},
		}); err != nil {
			return err
		}
		rows, err := tx.rows("get_last_change", nil)
		if err == nil && len(rows) == 1 {
			id = "ch_" + strconv.Itoa(rows[0].number("last"))
		}
		return err
	})
}

// deleteArticle takes an article away with what hangs on it, counts anew what others have in common with it, and says
// what it was.
func deleteArticle(tx transaction, id string) (before string, err error) {
	// who is named, and which articles are copies, may not change meanwhile
	for _, lock := range []string{identityLock, originLock} {
		if _, err := tx.run("lock", map[string]any{"name": lock}); err != nil {
			return "", err
		}
	}
	found, err := tx.rows("get_article_parts", map[string]any{"id": id})
	if err != nil {
		return "", err
	}
	if len(found) == 0 {
		return "", kg.Errorf(kg.NotFound, "there is no article with the id %q", id)
	}
	was := found[0]
	if _, err := tx.run("delete_article", map[string]any{"id": id}); err != nil {
		return "", err
	}
	again, err := tx.rows("split_origin", map[string]any{"ids": orEmpty(was.texts("siblings"))})
	if err != nil {
		return "", err
	}
	touched := was.texts("claims")
	for _, row := range again {
		touched = append(touched, row.texts("claims")...)
	}
	if err := refreshClaims(tx, touched); err != nil {
		return "", err
	}
	if _, err := tx.run("delete_idle_actors", map[string]any{"ids": orEmpty(was.texts("actors"))}); err != nil {
		return "", err
	}
	data, err := json.Marshal(map[string]any{"title": was.text("title"), "url": was.text("url"),
		"publishedAt": was.text("publishedAt"),
		"publisher":   was.text("publisher"), "statements": was.number("statements")})
	return string(data), err
}
