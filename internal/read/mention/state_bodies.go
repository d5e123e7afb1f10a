package mention

import (
	"fmt"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/gazetteer"
)

// body names an institution that every state has, when the words around it say whose it is.
func (c stateBodies) body(first, end int) (name, kind string, ok bool) {
	d := c.Doc
	words := strings.ToLower(d.Phrase(first, end))
	words = strings.TrimPrefix(words, "the ")
	for parts := strings.Fields(words); len(parts) > 0; parts = parts[1:] {
		if e, ok := c.Gaz.Demonym(d.Tokens[end-len(parts)].Text); ok && len(parts) > 1 {
			if inst, ok := c.Words.institutions[strings.Join(parts[1:], " ")]; ok {
				return fmt.Sprintf(inst.form, e.Name), inst.kind, true
			}
		}
		if len(parts) != len(strings.Fields(words)) && !isDemonymBefore(c.Cast, first, end, len(parts)) {
			break
		}
		inst, is := c.Words.institutions[strings.Join(parts, " ")]
		if !is {
			inst, is = c.Words.institutions[beforeOf(parts)]
		}
		if is {
			if e, ok := c.owner(first, end); ok {
				return fmt.Sprintf(inst.form, e.Name), inst.kind, true
			}
		}
	}
	return "", "", false
}

func isDemonymBefore(c *Cast, first, end, left int) bool {
	i := end - left - 1
	if i < first {
		return false
	}
	_, ok := c.Gaz.Demonym(c.Doc.Tokens[i].Text)
	return ok
}

// beforeOf cuts "of the Ministry of Defense" off "Main Directorate of Intelligence of the Ministry of Defense".
func beforeOf(parts []string) string {
	for i := len(parts) - 1; i > 0; i-- {
		if parts[i] == "the" && parts[i-1] == "of" {
			return strings.Join(parts[:i-1], " ")
		}
	}
	return ""
}

// owner finds the state that the words before or after a name give it: "Ukraine's X", "the Ukrainian X", "X of
// Ukraine".
func (c stateBodies) owner(first, end int) (gazetteer.Entry, bool) {
	d := c.Doc
	if e, ok := c.ownerBefore(first); ok {
		return e, true
	}
	behind := end+1 < len(d.Tokens) && c.At[end+1] >= 0
	if behind && d.Lower(end) == "of" {
		if m := c.Mentions[c.At[end+1]]; m.Type == kg.Place {
			return c.entryOf(m), true
		}
	}
	if e, ok := c.capitalBefore(first); ok {
		return e, true
	}
	if behind && d.Lower(end) == "in" { // "the foreign ministry in Rome"
		return c.Gaz.CapitalOf(c.Mentions[c.At[end+1]].Name)
	}
	return gazetteer.Entry{}, false
}

// ownerBefore finds the state in the words before a name, adjectives left aside.
func (c stateBodies) ownerBefore(first int) (gazetteer.Entry, bool) {
	d := c.Doc
	i := first - 1
	for i >= 0 && (d.Tokens[i].Tag == "JJ" && !startsName(d.Tokens[i].Text) || ofTheNation[d.Lower(i)]) {
		i--
	}
	if i >= 0 && d.Tokens[i].Tag == "POS" {
		i--
	}
	if i < 0 {
		return gazetteer.Entry{}, false
	}
	for _, from := range []int{i, i - 1} {
		if from < 0 {
			continue
		}
		if e, ok := c.Gaz.Demonym(d.Phrase(from, i+1)); ok {
			return e, true
		}
	}
	if k := c.At[i]; k >= 0 && c.Mentions[k].Type == kg.Place {
		return c.entryOf(c.Mentions[k]), true
	}
	return gazetteer.Entry{}, false
}

// capitalBefore finds the state whose capital a sentence opens with, right before the body at token first: "In Rome,
// the foreign ministry said".
func (c stateBodies) capitalBefore(first int) (gazetteer.Entry, bool) {
	d := c.Doc
	i := first - 1
	if i >= 0 && d.Lower(i) == "the" {
		i--
	}
	if i < 2 || d.Tokens[i].Text != "," || d.Sentence[i] != d.Sentence[first] || c.At[i-1] < 0 {
		return gazetteer.Entry{}, false
	}
	m := c.Mentions[c.At[i-1]]
	in := m.First - 1
	if in < 0 || d.Lower(in) != "in" || d.Sentence[in] != d.Sentence[first] ||
		d.Sentences[d.Sentence[in]].First != in && d.Ink(in-1) {
		return gazetteer.Entry{}, false
	}
	return c.Gaz.CapitalOf(c.Doc.Words(m.Span))
}

func (c stateBodies) entryOf(m Mention) gazetteer.Entry {
	if m.Entry != nil {
		return *m.Entry
	}
	return gazetteer.Entry{Name: m.Name, Type: kg.Place, Kind: m.Kind}
}

// spreadBodies gives later bare mentions of an institution ("the Defense Ministry") the state that an earlier one had.
func (c stateBodies) spreadBodies() {
	seen := map[string]Mention{}
	for k := range c.Mentions {
		m := &c.Mentions[k]
		if m.Type != kg.Organization || m.Entry != nil {
			continue
		}
		words := strings.ToLower(c.Doc.Words(m.Span))
		if _, inst := c.Words.institutions[words]; !inst {
			continue
		}
		if m.Name != c.Doc.Words(m.Span) {
			seen[words] = *m
		} else if s, ok := seen[words]; ok {
			m.Name, m.Kind = s.Name, s.Kind
		}
	}
}
