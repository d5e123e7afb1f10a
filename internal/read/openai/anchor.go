package openai

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// anchoring finds a model's words in one part of a text.
type anchoring struct {
	text     []rune
	from, to int
	words    *kg.Vocabulary
}

// find gives the first place of words at or after start, or else the first in the part. Blanks around the words do not
// count.
func (a anchoring) find(words string, start int) (kg.Span, bool) {
	needle := []rune(strings.TrimSpace(words))
	if len(needle) == 0 {
		return kg.Span{}, false
	}
	for _, from := range []int{max(start, a.from), a.from} {
		for i := from; i+len(needle) <= a.to; i++ {
			if a.text[i] == needle[0] && slices.Equal(a.text[i:i+len(needle)], needle) {
				return kg.Span{i, i + len(needle)}, true
			}
		}
	}
	return kg.Span{}, false
}

// all finds every one of the words, each behind the one before it where it can; ok is false when one is missing.
func (a anchoring) all(words []string, start int) (spans []kg.Span, ok bool) {
	spans = []kg.Span{}
	for _, w := range words {
		s, found := a.find(w, start)
		if !found {
			return nil, false
		}
		spans = append(spans, s)
		start = s[1]
	}
	return spans, true
}

// take adds to the reading what of the answer stands in the text.
func (a anchoring) take(got answer, r *kg.Reading) {
	a.mentions(got, r)
	places := a.statements(got, r)
	a.claims(got, places, r)
}

func (a anchoring) mentions(got answer, r *kg.Reading) {
	at := a.from
	for _, m := range got.Mentions {
		span, found := a.find(m.Text, at)
		if !found || (m.Type != "PERSON" && m.Type != "ORGANIZATION" && m.Type != "PLACE") || kg.FoldName(m.Entity) == "" {
			r.Dropped++
			continue
		}
		at = span[1]
		item := kg.ReadMention{Span: span, Type: m.Type, Entity: strings.TrimSpace(m.Entity)}
		if !slices.Contains(r.Mentions, item) {
			r.Mentions = append(r.Mentions, item)
		}
	}
}

// statements gives, for each of the model's statements, its place in the reading, -1 for the dropped ones.
func (a anchoring) statements(got answer, r *kg.Reading) []int {
	var places []int
	at := a.from
	for _, s := range got.Statements {
		st, ok := a.statement(s, at)
		if !ok {
			r.Dropped++
			places = append(places, -1)
			continue
		}
		at = st.Content[0][0]
		places = append(places, len(r.Statements))
		r.Statements = append(r.Statements, st)
	}
	return places
}

// reach is how far before its content a source or cue may stand, in code points.
const reach = 400

// statement anchors one statement, searched from at on; ok is false when its content, a quotation or its speaker is not
// in the text.
func (a anchoring) statement(s answeredStatement, at int) (st kg.ReadStatement, ok bool) {
	content, ok := a.all(s.Content, at)
	if !ok || len(content) == 0 || !slices.Contains(kg.Modalities(), s.Modality) ||
		(s.Kind != kg.Speech && s.Kind != kg.Stance) {
		return st, false
	}
	quotes, ok := a.all(s.Quotes, content[0][0])
	if !ok || !a.named(s.Speaker) {
		return st, false
	}
	st = kg.ReadStatement{Content: content, Source: a.near(s.Source, content[0][0]), Cue: a.near(s.Cue, content[0][0]),
		Quotes: quotes, Via: []string{},
		Claims: []int{}, Kind: s.Kind, Speaker: strings.TrimSpace(s.Speaker), Modality: s.Modality}
	for _, v := range s.Via {
		if v = strings.TrimSpace(v); v != "" && a.named(v) {
			st.Via = append(st.Via, v)
		}
	}
	return st, true
}

// near finds words around a place; none when they are not in the text.
func (a anchoring) near(words string, place int) []kg.Span {
	if span, found := a.find(words, max(a.from, place-reach)); found {
		return []kg.Span{span}
	}
	return []kg.Span{}
}

// named says whether a name's words are in the whole text: a speaker that the article never names is an invention.
func (a anchoring) named(name string) bool {
	folded := kg.FoldName(name)
	if folded == "" {
		return true
	}
	text := " " + kg.FoldName(string(a.text)) + " "
	for _, word := range strings.Fields(folded) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

func (a anchoring) claims(got answer, places []int, r *kg.Reading) {
	for _, c := range got.Claims {
		item, ok := a.claim(c, places)
		if !ok {
			r.Dropped++
			continue
		}
		if item.Statement != nil {
			r.Statements[*item.Statement].Claims = append(r.Statements[*item.Statement].Claims, len(r.Claims))
		}
		r.Claims = append(r.Claims, item)
	}
}

// claim anchors one claim; ok is false when its evidence is not in the text, its statement was dropped, or its
// predicate is unknown.
func (a anchoring) claim(c answeredClaim, places []int) (item kg.ReadClaim, ok bool) {
	evidence, found := a.find(c.Evidence, a.from)
	_, known := a.words.Get(c.Predicate)
	date, err := kg.ParseDate(c.Date)
	if !found || !known || err != nil || !slices.Contains(kg.Modalities(), c.Modality) {
		return item, false
	}
	item = kg.ReadClaim{Subject: strings.TrimSpace(c.Subject), Predicate: c.Predicate, Object: strings.TrimSpace(c.Object),
		Negated:  c.Negated,
		Modality: c.Modality, Evidence: evidence, Role: c.Role, Date: date}
	if c.Quantity != nil {
		item.Quantity = &kg.ReadQuantity{Value: *c.Quantity, Unit: c.Unit}
	}
	if c.Statement != nil {
		if *c.Statement < 0 || *c.Statement >= len(places) || places[*c.Statement] < 0 {
			return item, false
		}
		item.Statement = &places[*c.Statement]
	}
	return item, true
}
