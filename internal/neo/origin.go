package neo

import "sayso/internal/kg"

// originLock makes new articles look for their copies one after the other, so that two that come together find each
// other.
const originLock = "origins"

// origin finds the copies of a new article and counts their claims anew.
func (w *recordWriter) origin() error {
	if !w.saved.ArticleIsNew {
		return nil
	}
	a := w.record.Article
	if _, err := w.tx.run("lock", map[string]any{"name": originLock}); err != nil {
		return err
	}
	s := kg.NewSignature(a.Text)
	bands := append([]string{a.OriginID}, s.Bands...)
	if _, err := w.tx.run("save_signature",
		map[string]any{"id": a.ID, "signature": orNone(s.Values), "shingles": s.Shingles, "textId": a.OriginID,
			"wire": textOrNil(a.Wire), "bands": bands}); err != nil {
		return err
	}
	edges, err := w.copies(s)
	if err != nil || len(edges) == 0 {
		return err
	}
	if _, err := w.tx.run("save_copies", map[string]any{"id": a.ID, "edges": edges}); err != nil {
		return err
	}
	rows, err := w.tx.rows("spread_origin", map[string]any{"id": a.ID})
	for _, r := range rows {
		w.touched = append(w.touched, r.text("claim"))
	}
	return err
}

// copies lists the articles that are copies of the record's.
func (w *recordWriter) copies(s kg.Signature) ([]map[string]any, error) {
	a := w.record.Article
	rows, err := w.tx.rows("get_copies", map[string]any{"id": a.ID})
	var out []map[string]any
	for _, r := range rows {
		other := kg.Signature{Values: r.numbers("signature"), Shingles: r.number("shingles")}
		overlap, _ := s.Overlap(other)
		if r.text("textId") == a.OriginID {
			overlap = 1
		}
		if overlap == 1 || kg.SameOrigin(s, other, a.Wire, r.text("wire")) {
			out = append(out, map[string]any{"id": r.text("id"), "overlap": overlap})
		}
	}
	return out, err
}

func orNone(list []int64) []int64 {
	if list == nil {
		return []int64{}
	}
	return list
}
