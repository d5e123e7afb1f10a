package compile

import (
	"slices"

	"sayso/internal/kg"
	"sayso/internal/search"
)

// around is how many code points of the text a highlight shows on each side.
const around = 40

// highlightsShape finds the query's words in [name, aliases, quote, title, text] and writes where they stand.
type highlightsShape struct {
	query  search.Query
	keys   []string // under which names that sound like the query meet
	sounds Sounds
	most   int
	s      Selection
}

// highlight is one place.
type highlight struct {
	field string
	index int
	text  []rune
	search.Span
}

var highlighted = []string{"name", "aliases", "quote", "title", "text"}

func (h highlightsShape) write(out *output, v any) error {
	row, _ := v.([]any)
	found := h.find(row, false)
	if len(found) == 0 {
		found = h.sound(row)
	}
	if len(found) == 0 {
		found = h.find(row, true)
	}
	out.syntax("[")
	for i, f := range found[:min(len(found), h.most)] {
		if i > 0 {
			out.syntax(",")
		}
		writeFields(out, h.s.of(h.s.Type), h.s.Type,
			map[string]any{"field": f.field, "index": f.index, "start": f.Start, "end": f.End,
				"text":   string(f.text[f.Start:f.End]),
				"prefix": string(f.text[max(0, f.Start-around):f.Start]),
				"suffix": string(f.text[f.End:min(len(f.text), f.End+around)])})
	}
	out.syntax("]")
	return nil
}

// each goes through the texts of a row.
func (h highlightsShape) each(row []any, visit func(field string, index int, text string)) {
	for i, field := range highlighted {
		if i >= len(row) || row[i] == nil {
			continue
		}
		for index, item := range asList(row[i]) {
			visit(field, index, textOf(item))
		}
	}
}

func (h highlightsShape) find(row []any, fuzzy bool) (found []highlight) {
	h.each(row, func(field string, index int, text string) {
		if len(found) >= h.most {
			return
		}
		for _, span := range h.query.Find(text, fuzzy, h.most) {
			found = append(found, highlight{field, index, []rune(text), span})
		}
	})
	return found
}

// sound gives the names that sound like the query, whole.
func (h highlightsShape) sound(row []any) (found []highlight) {
	if h.sounds == nil || len(h.keys) == 0 || len(row) == 0 || row[0] == nil {
		return nil
	}
	h.each(row[:2], func(field string, index int, text string) {
		for _, t := range []kg.EntityType{kg.Person, kg.Organization, kg.Place} {
			for _, key := range h.sounds(t, text) {
				if slices.Contains(h.keys, key) {
					runes := []rune(text)
					found = append(found, highlight{field, index, runes, search.Span{Start: 0, End: len(runes)}})
					return
				}
			}
		}
	})
	return found
}

// passageShape writes the sentence of an article's text that has the most of the query's words.
type passageShape struct {
	query search.Query
	s     Selection
}

func (p passageShape) write(out *output, v any) error {
	text, _ := v.(string)
	at, ok := p.query.Passage(text)
	if !ok {
		out.syntax("null")
		return nil
	}
	writeFields(out, p.s.of(p.s.Type), p.s.Type,
		map[string]any{"start": at.Start, "end": at.End, "text": string([]rune(text)[at.Start:at.End])})
	return nil
}
