package neo

import (
	"strings"

	"sayso/internal/kg"
)

// replace takes back what an older version of the record's reader found and this one does not. What people reviewed or
// added stays.
func (w *recordWriter) replace() error {
	extractor := extractorOf(w.record)
	reader, _, versioned := cutVersion(extractor)
	if w.saved.ArticleIsNew || !versioned {
		return nil
	}
	var ids []string
	var makes [][]string
	for _, s := range w.record.Statements {
		ids = append(ids, s.ID)
		for _, a := range s.Asserts {
			makes = append(makes, []string{s.ID, w.claims[a.ClaimID].ID})
		}
	}
	params := map[string]any{
		"article": w.record.Article.ID, "reader": reader, "extractor": extractor, "ids": ids, "makes": makes,
	}
	gone, err := w.tx.rows("replace_statements", params)
	if err != nil {
		return err
	}
	for _, r := range gone {
		w.replaced = append(w.replaced, r.text("id"))
		w.touched = append(w.touched, r.texts("claims")...)
	}
	otherwise, err := w.tx.rows("replace_assertions", params)
	for _, r := range otherwise {
		w.touched = append(w.touched, r.texts("claims")...)
	}
	return err
}

// known notes which of the record's statements an article gains that was read before.
func (w *recordWriter) known() error {
	if w.saved.ArticleIsNew {
		return nil
	}
	there := map[string]bool{}
	var ids []string
	for _, s := range w.record.Statements {
		ids = append(ids, s.ID)
	}
	rows, err := w.tx.rows("get_known_statements", map[string]any{"ids": orEmpty(ids)})
	for _, r := range rows {
		there[r.text("id")] = true
	}
	for _, s := range w.record.Statements {
		if !there[s.ID] && !s.ByHand {
			w.fresh = append(w.fresh, s.ID)
		}
	}
	return err
}

// carry keeps people's decisions where a reading sets a statement's ends a little otherwise, which gives it another id.
func (w *recordWriter) carry() error {
	if len(w.fresh) == 0 {
		return nil
	}
	rows, err := w.tx.rows("carry_decisions", map[string]any{"article": w.record.Article.ID, "ids": w.fresh})
	for _, r := range rows {
		w.touched = append(w.touched, r.texts("claims")...)
	}
	return err
}

// cutVersion cuts a reader's name from its version: "sayso-rules/2" into "sayso-rules/" and "2".
func cutVersion(extractor string) (reader, version string, ok bool) {
	i := strings.LastIndexAny(extractor, "/ ")
	if i < 0 {
		return extractor, "", false
	}
	return extractor[:i+1], extractor[i+1:], true
}

// noteReplaced tells the change feed which statements a newer reading took back.
func (w *recordWriter) noteReplaced() error {
	if len(w.replaced) == 0 {
		return nil
	}
	return w.store.appendChange(w.tx, kg.Change{Kind: kg.StatementReplaced, By: extractorOf(w.record),
		Before: string(kg.Current), After: string(kg.Corrected),
		Concerns: append([]string{w.record.Article.ID}, w.replaced...)})
}
