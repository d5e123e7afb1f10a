package neo

import "sayso/internal/kg"

// originLock makes new articles look for their copies one after the other, so that two that come together find each
// other.
const originLock = "origins"

// origin finds the copies of new articles and counts their claims anew.
func (b *batch) origin() error {
	signatures := map[string]kg.Signature{}
	ids, rows := []string{}, []map[string]any{}
	for _, p := range b.parts {
		if !p.saved.ArticleIsNew {
			continue
		}
		a, s := p.Article, kg.NewSignature(p.Article.Text)
		signatures[a.ID] = s
		ids = append(ids, a.ID)
		rows = append(rows, map[string]any{"id": a.ID, "signature": orNone(s.Values), "shingles": s.Shingles,
			"textId": a.OriginID, "wire": textOrNil(a.Wire), "bands": append([]string{a.OriginID}, s.Bands...)})
	}
	if len(ids) == 0 {
		return nil
	}
	if _, err := b.tx.run("lock", map[string]any{"name": originLock}); err != nil {
		return err
	}
	if _, err := b.tx.run("save_signatures", map[string]any{"signatures": rows}); err != nil {
		return err
	}
	edges, err := b.copies(ids, signatures)
	if err != nil || len(edges) == 0 {
		return err
	}
	if _, err := b.tx.run("save_copies", map[string]any{"edges": edges}); err != nil {
		return err
	}
	return b.spreadOrigins(edges)
}

// copies lists which of the articles are copies of which, each pair once.
func (b *batch) copies(ids []string, signatures map[string]kg.Signature) ([]map[string]any, error) {
	rows, err := b.tx.rows("get_copies", map[string]any{"ids": ids})
	articles := map[string]kg.Article{}
	for _, p := range b.parts {
		articles[p.Article.ID] = p.Article
	}
	var out []map[string]any
	for _, r := range rows {
		a, other := articles[r.text("id")], r.text("other")
		if _, both := signatures[other]; both && other < a.ID {
			continue // the pair is told from the other's side too
		}
		s := signatures[a.ID]
		theirs := kg.Signature{Values: r.numbers("signature"), Shingles: r.number("shingles")}
		overlap, _ := s.Overlap(theirs)
		if r.text("textId") == a.OriginID {
			overlap = 1
		}
		if overlap == 1 || kg.SameOrigin(s, theirs, a.Wire, r.text("wire")) {
			out = append(out, map[string]any{"id": a.ID, "other": other, "overlap": overlap})
		}
	}
	return out, err
}

// spreadOrigins gives copies one origin, article by article: each looks at what the one before it changed.
func (b *batch) spreadOrigins(edges []map[string]any) error {
	var ids []string
	for _, e := range edges {
		ids = append(ids, e["id"].(string))
	}
	for _, id := range distinct(ids) {
		rows, err := b.tx.rows("spread_origin", map[string]any{"id": id})
		if err != nil {
			return err
		}
		for _, r := range rows {
			b.touched = append(b.touched, r.text("claim"))
		}
	}
	return nil
}

func orNone(list []int64) []int64 {
	if list == nil {
		return []int64{}
	}
	return list
}
