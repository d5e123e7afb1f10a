package mention

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/lang"
	"sayso/internal/read/layout"
)

// companies turns single names that the model took for persons into organizations where the text shows them as such
// anywhere: "the carmaker X", "X CEO Jane Doe", "X shares".
func (c organizations) companies() {
	shown := map[string]bool{}
	full := map[string]bool{}
	for _, m := range c.Mentions {
		if m.Type == kg.Person && m.End-m.First > 1 {
			full[c.Doc.Tokens[m.End-1].Text] = true
			full[c.Doc.Tokens[m.First].Text] = true
		}
	}
	single := func(m Mention) bool { return m.Entry == nil && m.End-m.First == 1 && !full[c.Doc.Tokens[m.First].Text] }
	for _, m := range c.Mentions {
		if single(m) && c.corporateBeside(m) {
			shown[c.Doc.Tokens[m.First].Text] = true
		}
	}
	for k := range c.Mentions {
		if m := &c.Mentions[k]; single(*m) && shown[c.Doc.Tokens[m.First].Text] && m.Type == kg.Person {
			m.Type = kg.Organization
		}
	}
}

func (c organizations) corporateBeside(m Mention) bool {
	d := c.Doc
	if i := m.First - 1; i >= 0 && d.Sentence[i] == d.Sentence[m.First] && c.At[i] < 0 &&
		c.Words.Class(d.Lemma(i), "") == "company" {
		return true
	}
	if m.End >= len(d.Tokens) || d.Sentence[m.End] != d.Sentence[m.First] ||
		d.Tokens[m.First].Dep != "compound" && d.Tokens[m.First].Dep != "nmod" {
		return false
	}
	return companyNouns[d.Lower(m.End)]
}

// repeatNames makes every further occurrence of a single-word name a mention, where the model saw it elsewhere only.
func (c persons) repeatNames() {
	known := map[string]Mention{}
	for _, m := range c.Mentions {
		if text := c.Doc.Tokens[m.First].Text; m.End-m.First == 1 && m.Entry == nil && len([]rune(text)) >= 4 &&
			!allCapital(text) {
			known[text] = m
		}
	}
	for _, t := range c.Doc.Tokens { // a word that is also written small is no sure name
		if low := t.Text; low != "" && !startsName(low) {
			delete(known, strings.ToUpper(low[:1])+low[1:])
		}
	}
	for i, t := range c.Doc.Tokens {
		m, ok := known[t.Text]
		if !ok || c.At[i] >= 0 || c.Doc.Segment[i] < 0 || c.nameGoesOn(i+1) {
			continue
		}
		c.add(i, i+1, m.Type, m.Kind)
		c.Mentions[c.At[i]].Name = m.Name
	}
}

// nameGoesOn reports whether token i is an overlooked word of a name that begins before it, and no title.
func (c persons) nameGoesOn(i int) bool {
	if i >= len(c.Doc.Tokens) || c.At[i] >= 0 || !startsName(c.Doc.Tokens[i].Text) {
		return false
	}
	return c.Doc.Tokens[i].Pos == "PROPN" && !c.titleHead(i) && !c.personal(i)
}

// joinedNames makes a name of a proper noun that "and" joins to a name and the model overlooked: "X and Y" are of one
// type.
func (c links) joinedNames() {
	d := c.Doc
	for _, m := range c.Mentions {
		for _, i := range d.All(m.Head(d), "conj") {
			if !c.overlooked(i) {
				continue
			}
			first := i
			for first > d.Left[i] && c.compoundName(first-1) {
				first--
			}
			titled := c.titleHead(first) || c.Words.honorifics[d.Tokens[first].Text]
			if !titled && !c.demonym(i) && c.Words.Class(d.Lemma(i), "") == "" {
				c.add(first, i+1, m.Type, "")
			}
		}
	}
}

// overlooked reports whether a token of running text is tagged as a name and in no find of the model.
func (c links) overlooked(i int) bool {
	d := c.Doc
	t := d.Tokens[i]
	if c.At[i] >= 0 || t.Ent != "O" && t.Ent != "" || d.Segment[i] < 0 || d.Kind(i) != layout.Body {
		return false
	}
	return t.Tag == "NNP" && startsName(t.Text) && len([]rune(t.Text)) >= 3 && !c.titleHead(i)
}

// compoundName reports whether a token in no mention is tagged as a name and belongs to the word behind it.
func (c *Cast) compoundName(i int) bool {
	t := c.Doc.Tokens[i]
	return c.At[i] < 0 && t.Dep == "compound" && t.Tag == "NNP" && startsName(t.Text)
}

// describedPlaces makes a place of a proper noun that the model overlooked before a noun for one: "Choco province".
func (c placeNames) describedPlaces() {
	d := c.Doc
	for i := 1; i < len(d.Tokens); i++ {
		last := i - 1
		if !provinces[d.Tokens[i].Text] || d.Tokens[last].Head != i || !c.unseenPlace(last) ||
			d.Sentence[last] != d.Sentence[i] {
			continue
		}
		first := last
		for first > 0 && c.compoundName(first-1) && d.Sentence[first-1] == d.Sentence[i] {
			first--
		}
		if c.demonym(first) && first < last {
			first++
		}
		c.add(first, i, kg.Place, "region")
	}
}

// unseenPlace reports whether a token in no mention is tagged as a name and neither describes nor heads a title.
func (c placeNames) unseenPlace(i int) bool {
	t := c.Doc.Tokens[i]
	if c.At[i] >= 0 || t.Tag != "NNP" || !startsName(t.Text) || len([]rune(t.Text)) < 3 {
		return false
	}
	return !c.demonym(i) && c.Words.Class(c.Doc.Lemma(i), "") == "" && !c.titleHead(i)
}

// memberOf cuts "Jane Doe of Human Rights Watch", which the model took for one organization, in two.
func (c detection) memberOf(first, end int, t kg.EntityType, _ string) []Mention {
	d := c.Doc
	for k := first + 2; k < min(end-1, first+4) && t == kg.Organization; k++ {
		if d.Lower(k) != "of" {
			continue
		}
		e, ok := c.Gaz.Lookup(d.Phrase(k+1, end), kg.Organization)
		_, known := c.Words.institutions[strings.ToLower(d.Phrase(first, k))]
		if !ok || known || e.Kind == "international body" {
			return nil
		}
		entry := e
		return []Mention{{First: first, End: k, Type: kg.Person, Name: d.Phrase(first, k)},
			{First: k + 1, End: end, Type: kg.Organization, Name: e.Name, Kind: e.Kind, Entry: &entry}}
	}
	return nil
}

// joinBranches makes one name of an organization and the country that ends it: "Amnesty International Kenya".
func (c organizations) joinBranches() {
	d := c.Doc
	out := c.Mentions[:0]
	for _, m := range c.Mentions {
		if n := len(out); n > 0 && m.Type == kg.Place && out[n-1].Type == kg.Organization && out[n-1].End == m.First {
			org := &out[n-1]
			if last := d.Tokens[org.End-1]; last.Dep == "compound" && last.Head == m.Head(d) {
				org.End, org.Entry = m.End, nil
				org.Span, org.Name = d.Span(org.First, org.End), d.Phrase(org.First, org.End)
				continue
			}
		}
		out = append(out, m)
	}
	c.Mentions = out
}

func allCapital(s string) bool { return strings.ToUpper(s) == s }

// linkKnownAs joins "X, known as Y": Y stands for X in the rest of the text.
func (c links) linkKnownAs() {
	alias := map[string]string{}
	for k := 1; k < len(c.Mentions); k++ {
		a, b := c.Mentions[k-1], c.Mentions[k]
		if b.First-a.End > 6 || a.Type != b.Type || c.Doc.Sentence[a.First] != c.Doc.Sentence[b.First] {
			continue
		}
		between := strings.ToLower(c.Doc.Phrase(a.End, b.First))
		if lang.EndsIn(between, aliasWords) {
			alias[b.Name] = a.Name
		}
	}
	for k := range c.Mentions {
		if name, ok := alias[c.Mentions[k].Name]; ok {
			c.Mentions[k].Name = name
		}
	}
}
