package compile

import "sayso/internal/search"

// wordTexts are the texts of a type in which a condition on words looks, and the full-text index that holds them.
var wordTexts = map[string]struct {
	index string
	write func(w *writer, v string)
}{
	"Actor": {"actor_text", func(w *writer, v string) {
		w.Syntax("reduce(all = ").Ident(v).Syntax(".name, x IN coalesce(").Ident(v).Syntax(".aliases, []) | all + '\\n' + x)")
	}},
	"Statement": {"statement_text", func(w *writer, v string) { w.Ident(v).Syntax(".quoteExact") }},
	"Article": {"article_text", func(w *writer, v string) {
		w.Syntax("coalesce(").Ident(v).Syntax(".title, '') + '\\n' + ").Ident(v).Syntax(".text")
	}},
}

// words takes in a condition on the words of a node's texts. They are compared as the index does: without regard to
// capitals and diacritics.
func (f *filter) words(v, typeName string, value any) {
	w := f.w
	f.add(func() error {
		query, err := search.Parse(textOf(value))
		if err != nil {
			return err
		}
		x := w.Fresh("x")
		w.Syntax("any(").Ident(x).Syntax(" IN [normalize(toLower(")
		wordTexts[typeName].write(w, v)
		w.Syntax("), NFKD)] WHERE ")
		for i, p := range query.Patterns() {
			if i > 0 {
				w.Syntax(" AND ")
			}
			if p.Not {
				w.Syntax("NOT ")
			}
			w.Ident(x).Syntax(" =~ ").Param(p.Text)
		}
		w.Syntax(")")
		return nil
	})
}

// byIndex begins a list of all nodes of a type with those that the full-text index finds, where its conditions name
// words, and gives the conditions that are left.
func (w *writer) byIndex(m, typeName string, where any) (any, error) {
	object, _ := where.(map[string]any)
	text, given := object["words"].(string)
	if !given {
		return where, nil
	}
	query, err := search.Parse(text)
	if err != nil {
		return nil, err
	}
	w.Syntax("CALL db.index.fulltext.queryNodes('", wordTexts[typeName].index, "', ").Param(query.Lucene()).
		Syntax(") YIELD node AS ").Ident(m).Syntax(" ")
	rest := map[string]any{}
	for name, v := range object {
		if name != "words" {
			rest[name] = v
		}
	}
	return rest, nil
}
