package neo

import (
	"maps"
	"slices"

	"sayso/internal/kg"
)

// rewrite puts the text without the names in the place of the one that was there.
func (w *redaction) rewrite() error {
	a := w.to.Article
	if a.ID == w.was.ID && a.Title == w.was.Title && a.URL == w.was.URL && len(a.Authors) == len(w.was.Authors) {
		return nil
	}
	properties := map[string]any{
		"title": textOrNil(a.Title), "url": textOrNil(a.URL), "authors": listOrNil(a.Authors),
	}
	if a.ID == w.was.ID { // only what stands beside the text
		_, err := w.tx.execute("redact beside", "MATCH (a:Article {id: $id}) SET a += $properties",
			map[string]any{"id": a.ID, "properties": properties})
		return err
	}
	w.counts.ArticlesRedacted++
	properties["id"], properties["text"], properties["originId"] = a.ID, a.Text, a.OriginID
	if _, err := w.tx.run("redact_statements", map[string]any{"rows": w.kept}); err != nil {
		return err
	}
	if _, err := w.tx.run("redact_article", map[string]any{"id": w.was.ID, "properties": properties,
		"named": w.namedNow(), "rows": w.noticesNow()}); err != nil {
		return err
	}
	return w.origins(a)
}

// namedNow gives the words of the names that stay.
func (w *redaction) namedNow() []map[string]any {
	texts := map[string][]string{}
	for _, m := range w.mentions {
		texts[m.EntityID] = append(texts[m.EntityID], w.to.Passage(m.Passage).Text)
	}
	out := []map[string]any{}
	for _, id := range slices.Sorted(maps.Keys(texts)) {
		out = append(out, map[string]any{"entity": id, "texts": texts[id]})
	}
	return out
}

// noticesNow gives the words with which the article takes statements back.
func (w *redaction) noticesNow() []map[string]any {
	ids := map[string]string{} // statements of the article itself may have got other ids
	for _, row := range w.kept {
		was, _ := row["id"].(string)
		properties, _ := row["properties"].(map[string]any)
		ids[was], _ = properties["id"].(string)
	}
	out := []map[string]any{}
	for _, item := range w.row.list("notices") {
		m, _ := item.(map[string]any)
		n := values(m)
		id := n.text("statement")
		if now := ids[id]; now != "" {
			id = now
		}
		p := w.to.Passage(kg.Passage{Start: n.number("start"), End: n.number("end")})
		out = append(out, map[string]any{"statement": id, "start": p.Start, "end": p.End, "text": p.Text})
	}
	return out
}

// origins finds the copies of the text as it is now, and lets those go that were copies of what it was.
func (w *redaction) origins(a kg.Article) error {
	again, err := w.tx.rows("split_origin", map[string]any{"ids": orEmpty(w.row.texts("siblings"))})
	if err != nil {
		return err
	}
	for _, r := range again {
		for _, id := range r.texts("claims") {
			w.touched[id] = true
		}
	}
	b := newBatch(w.store, w.tx, kg.Record{Article: a})
	b.parts[0].saved.ArticleIsNew = true
	err = b.origin()
	for _, id := range b.touched {
		w.touched[id] = true
	}
	return err
}

// recount counts the claims anew that the article makes or made, and lets those actors go whom nothing names any more.
func (w *redaction) recount() error {
	if err := refreshClaims(w.tx, slices.Sorted(maps.Keys(w.touched))); err != nil {
		return err
	}
	delete(w.actors, "")
	var idle []string
	for id := range w.actors {
		if !slices.Contains(w.forgetting.actors, id) { // these go at the end
			idle = append(idle, id)
		}
	}
	slices.Sort(idle)
	_, err := w.tx.run("delete_idle_actors", map[string]any{"ids": orEmpty(idle)})
	return err
}
