package compile

import (
	"encoding/json"
	"sort"

	"sayso/internal/kg"
	"sayso/internal/search"
)

// quoteCandidates is how many articles and statements the indexes offer, mostMatches how many matches are given.
const (
	quoteCandidates = 25
	mostMatches     = 25
)

// findQuote plans the root field findQuote: the indexes give candidates, and the words are compared while the answer is
// written.
func (a *Atlas) findQuote(s Selection) (Plan, error) {
	text, _ := s.Args["text"].(string)
	quote, err := search.ParseQuote(text)
	if err != nil {
		return Plan{}, err
	}
	limit, err := rowsOf(s.Args["first"], 10, mostMatches)
	if err != nil {
		return Plan{}, err
	}
	least, ok := asFloat(s.Args["atLeast"])
	if !ok || least < 0 || least > 1 {
		return Plan{}, invalid("atLeast is %v; it must be 0 to 1", s.Args["atLeast"])
	}
	shape := &quotesShape{quote: quote, given: []rune(text), s: s, limit: limit, least: least}
	return a.plan(s, func(w *writer) (Shape, error) { return shape, w.quoteCandidates(quote, shape) })
}

func asFloat(v any) (float64, bool) {
	if n, ok := asInt(v); ok {
		return float64(n), true
	}
	if n, ok := v.(json.Number); ok {
		f, err := n.Float64()
		return f, err == nil
	}
	f, ok := v.(float64)
	return f, ok
}

// quoteCandidates writes [text, [article, …], [[start, end, [statement, …]], …]] for each article that may have the
// quote, with those of its statements that may be it.
func (w *writer) quoteCandidates(quote search.Quote, shape *quotesShape) error {
	lucene := quote.Lucene()
	w.Syntax("COLLECT { CALL () { ")
	if id := textOf(shape.s.Args["article"]); id != "" {
		w.Syntax("MATCH (a:Article {id: ").Param(id).Syntax("}) RETURN a, null AS s UNION ALL MATCH (a:Article {id: ").
			Param(id).Syntax("})<-[:FROM]-(s:Statement) RETURN a, s } ")
		return w.quoteRows(shape)
	}
	w.Syntax("CALL db.index.fulltext.queryNodes('article_text', ").Param(lucene).Syntax(", {limit: ").
		Param(int64(quoteCandidates))
	w.Syntax("}) YIELD node AS a RETURN a, null AS s UNION ALL CALL db.index.fulltext.queryNodes('statement_text', ").
		Param(lucene).Syntax(", {limit: ")
	w.Param(int64(quoteCandidates)).Syntax("}) YIELD node AS s MATCH (s)-[:FROM]->(a:Article) RETURN a, s } ")
	return w.quoteRows(shape)
}

// quoteRows writes the row of each candidate: an article a, with its statements s.
func (w *writer) quoteRows(shape *quotesShape) error {
	w.Syntax("WITH a, collect(s) AS found RETURN [a.text, [")
	var err error
	if shape.article, err = w.slotsOf(shape.s.children(shape.s.Type, "article"), "a", "Article", true); err != nil {
		return err
	}
	w.Syntax("], COLLECT { UNWIND found AS s RETURN [s.quoteStart, s.quoteEnd, [")
	if shape.statement, err = w.slotsOf(shape.s.children(shape.s.Type, "statement"), "s", "Statement", false); err != nil {
		return err
	}
	w.Syntax("]] }] }")
	return nil
}

// slotsOf writes slot, slot, … for each of several selections of one node.
func (w *writer) slotsOf(fields []Selection, v, typeName string, required bool) ([]Shape, error) {
	var shapes []Shape
	for i, f := range fields {
		if i > 0 {
			w.Syntax(", ")
		}
		shape, err := w.value(v, typeName, f, required)
		if err != nil {
			return nil, err
		}
		shapes = append(shapes, shape)
	}
	return shapes, nil
}

// quotesShape compares the quote with each candidate and writes the nearest ones.
type quotesShape struct {
	quote              search.Quote
	given              []rune
	s                  Selection
	limit              int
	least              float64
	article, statement []Shape
}

// quoteMatch is one place that reads like the quote.
type quoteMatch struct {
	search.Match
	text       []rune
	articles   []any
	statements []any // nil where there is none
	order      string
}

func (q *quotesShape) write(out *output, v any) error {
	var found []quoteMatch
	rows, _ := v.([]any)
	for _, item := range rows {
		row, _ := item.([]any)
		if len(row) != 3 {
			return kg.Errorf(kg.Internal, "a candidate for a quote has %d values, not 3", len(row))
		}
		text := textOf(row[0])
		m, ok := q.quote.In(text)
		if !ok || m.Similarity < q.least {
			continue
		}
		articles, _ := row[1].([]any)
		found = append(found, quoteMatch{m, []rune(text), articles, nearest(m, row[2]), text})
	}
	sort.SliceStable(found, func(i, j int) bool {
		a, b := found[i], found[j]
		if a.Similarity != b.Similarity {
			return a.Similarity > b.Similarity
		}
		if a.Exact != b.Exact {
			return a.Exact
		}
		return a.order < b.order
	})
	out.syntax("[")
	for i, m := range found[:min(len(found), q.limit)] {
		if i > 0 {
			out.syntax(",")
		}
		if err := out.child(writing(func(out *output) error { return q.one(out, m) }), nil, nil, i); err != nil {
			return err
		}
	}
	out.syntax("]")
	return nil
}

// nearest finds the statement, from rows of [start, end, slots], that has most of the match in common.
func nearest(m search.Match, rows any) (slots []any) {
	best := 0
	for _, item := range asList(rows) {
		row, _ := item.([]any)
		if len(row) != 3 {
			continue
		}
		start, _ := asInt(row[0])
		end, _ := asInt(row[1])
		if common := min(end, m.End) - max(start, m.Start); common > best {
			best = common
			slots, _ = row[2].([]any)
		}
	}
	return slots
}

func (q *quotesShape) one(out *output, m quoteMatch) error {
	articles, statements := 0, 0
	out.syntax("{")
	for i, f := range q.s.of(q.s.Type) {
		if i > 0 {
			out.syntax(",")
		}
		key := append(appendString(nil, f.Alias), ':')
		out.json = append(out.json, key...)
		var err error
		switch f.Name {
		case "article":
			err = out.child(q.article[articles], m.articles[articles], key, 0)
			articles++
		case "statement":
			if m.statements == nil {
				err = out.null(false)
			} else {
				err = out.child(q.statement[statements], m.statements[statements], key, 0)
			}
			statements++
		case "differences":
			q.differences(out, f, m)
		default:
			err = out.scalar(map[string]any{"similarity": m.Similarity, "exact": m.Exact, "start": m.Start, "end": m.End,
				"text": string(m.text[m.Start:m.End]), "__typename": q.s.Type}[f.Name])
		}
		if err != nil {
			return err
		}
	}
	out.syntax("}")
	return nil
}

func (q *quotesShape) differences(out *output, f Selection, m quoteMatch) {
	writeList(out, m.Differences, func(d search.Difference) {
		writeFields(out, f.of(f.Type), f.Type, map[string]any{"kind": string(d.Kind),
			"given": func(s Selection) {
				writeSpan(out, s, q.given, d.Given)
			}, "found": func(s Selection) { writeSpan(out, s, m.text, d.Found) }})
	})
}

func writeSpan(out *output, s Selection, text []rune, at search.Span) {
	writeFields(out, s.of(s.Type), s.Type, map[string]any{
		"start": at.Start, "end": at.End, "text": string(text[at.Start:at.End]),
	})
}
