package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
)

// structure reads what belongs to what out of noun phrases: "Ukraine's Donbas region", "the Ukrainian province of Kherson", "Ukraine's
// Armed Forces", "the Directorate of the Ministry".
func (f *finder) structure() {
	d := f.d
	for k, m := range f.cast.Mentions {
		if !f.readable(m.First) {
			continue
		}
		switch m.Type {
		case kg.Place:
			f.region(k)
		case kg.Organization:
			f.part(k)
		}
	}
	for i := range d.Tokens {
		if !f.readable(i) || f.cast.At[i] >= 0 || f.cast.Words.Class(d.Lemma(i), "") != "region" && f.cast.Words.Class(d.Lemma(i), "") != "settlement" {
			continue
		}
		if o := f.behind(i, "of"); len(o) > 0 && f.cast.At[o[0]] >= 0 {
			f.lies(i, o[0])
		}
	}
}

// region reads the country before "X region".
func (f *finder) region(k int) {
	d := f.d
	m := f.cast.Mentions[k]
	head := d.Tokens[m.Head(d)].Head
	if class := f.cast.Words.Class(d.Lemma(head), ""); head == m.End && (class == "region" || class == "settlement") && d.Tokens[m.Head(d)].Dep == "compound" {
		f.lies(head, m.Head(d))
	}
}

// lies emits LOCATED_IN when the noun phrase with head i names the state that place p is in.
func (f *finder) lies(i, p int) {
	m := f.cast.Mentions[f.cast.At[p]]
	if m.Type != kg.Place || m.Kind == "state" {
		return
	}
	a, ok := f.cast.Country(i)
	if !ok || a.Name == m.Name || a.Kind != "state" {
		return
	}
	c := f.emit(f.patterns.relations[vocabulary.Located], p, p, argument{m.Name, p, m.Type, m.Kind}, argument{a.Name, f.d.Left[i], a.Type, a.Kind}, clause{modality: kg.Asserted}, "structure")
	if c != nil {
		c.cites(f.d.Trimmed(f.d.Left[i], max(i, p)+1))
	}
}

// part reads "STATE's BODY" and the body inside the name of another.
func (f *finder) part(k int) {
	d := f.d
	m := f.cast.Mentions[k]
	if m.Kind != "government" && m.Kind != "armed force" || m.Entry != nil && m.Entry.Name == m.Entry.In {
		return
	}
	if p := m.First - 1; p >= 1 && d.Tokens[p].Tag == "POS" {
		if s := f.cast.At[p-1]; s >= 0 && f.cast.Mentions[s].Kind == "state" {
			state := f.cast.Mentions[s]
			if c := f.emit(f.patterns.relations[vocabulary.Part], m.First, m.First, argument{m.Name, m.End - 1, m.Type, m.Kind}, argument{state.Name, state.First, state.Type, state.Kind}, clause{modality: kg.Asserted}, "structure"); c != nil {
				c.cites(f.d.Trimmed(state.First, m.End))
			}
			f.parent(k, state.Name)
		}
	}
}

// parent reads "X of the Ministry of Y" inside one name.
func (f *finder) parent(k int, state string) {
	m := f.cast.Mentions[k]
	text := f.d.Phrase(m.First, m.End)
	at := strings.Index(text, " of the ")
	if at < 0 {
		return
	}
	if name, ok := f.cast.Words.Institution(text[at+len(" of the "):], state); ok {
		if c := f.emit(f.patterns.relations[vocabulary.Part], m.First, m.First, argument{m.Name, m.End - 1, m.Type, m.Kind}, argument{name: name, token: -1, typ: kg.Organization}, clause{modality: kg.Asserted}, "structure"); c != nil {
			c.cites(m.Span)
		}
	}
}
