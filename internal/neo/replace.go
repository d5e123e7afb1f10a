package neo

import (
	"strings"

	"sayso/internal/kg"
)

// replace takes back what an older version of a record's reader found and this one does not. What people reviewed or
// added stays.
func (b *batch) replace() error {
	for _, p := range b.parts {
		reader, _, versioned := cutVersion(extractorOf(p.Record))
		if p.saved.ArticleIsNew || !versioned {
			continue
		}
		if err := b.replacePart(p, reader); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) replacePart(p *part, reader string) error {
	var makes [][]string
	for _, s := range p.Statements {
		for _, a := range s.Asserts {
			makes = append(makes, []string{s.ID, p.claims[a.ClaimID].ID})
		}
	}
	params := map[string]any{"article": p.Article.ID, "reader": reader, "extractor": extractorOf(p.Record),
		"ids": p.statementIDs(), "makes": makes}
	gone, err := b.tx.rows("replace_statements", params)
	if err != nil {
		return err
	}
	for _, r := range gone {
		p.replaced = append(p.replaced, r.text("id"))
		b.touched = append(b.touched, r.texts("claims")...)
	}
	otherwise, err := b.tx.rows("replace_assertions", params)
	for _, r := range otherwise {
		b.touched = append(b.touched, r.texts("claims")...)
	}
	return err
}

// carry keeps people's decisions where a reading sets a statement's ends a little otherwise, which gives it another id.
func (b *batch) carry() error {
	for _, p := range b.parts {
		if len(p.fresh) == 0 {
			continue
		}
		rows, err := b.tx.rows("carry_decisions", map[string]any{"article": p.Article.ID, "ids": p.fresh})
		if err != nil {
			return err
		}
		for _, r := range rows {
			b.touched = append(b.touched, r.texts("claims")...)
		}
	}
	return nil
}

// cutVersion cuts a reader's name from its version: "sayso-rules/2" into "sayso-rules/" and "2".
func cutVersion(extractor string) (reader, version string, ok bool) {
	i := strings.LastIndexAny(extractor, "/ ")
	if i < 0 {
		return extractor, "", false
	}
	return extractor[:i+1], extractor[i+1:], true
}

// replacedChange tells which statements a newer reading took back.
func (p *part) replacedChange() kg.Change {
	return kg.Change{Kind: kg.StatementReplaced, By: extractorOf(p.Record),
		Before: string(kg.Current), After: string(kg.Corrected),
		Concerns: append([]string{p.Article.ID}, p.replaced...)}
}
