package mention

import (
	"strings"
	"sync"

	"sayso/internal/kg"
	"sayso/internal/read/lang/en"
)

// namesake is a firm whose name is also a place's.
type namesake struct {
	kind   string
	things map[string]bool // nouns that show the firm to be meant
}

// namesakes are the firms by name.
var namesakes = sync.OnceValue(func() map[string]namesake {
	out := map[string]namesake{}
	for _, row := range cells(en.Text("mention/namesakes.tsv")) {
		things := map[string]bool{}
		for _, noun := range strings.Split(row[2], ",") {
			things[noun] = true
		}
		out[row[0]] = namesake{row[1], things}
	}
	return out
})

// firms makes organizations of places that share their name with a firm the text is about: "Emirates President Jane
// Roe", of an airline.
func (c placeNames) firms() {
	meant := map[string]bool{}
	for k := range c.Mentions {
		m := &c.Mentions[k]
		name := c.Doc.Tokens[m.First].Text
		firm, ok := namesakes()[name]
		if !ok || m.Type != kg.Place || m.End-m.First != 1 {
			continue
		}
		if _, known := meant[name]; !known {
			meant[name] = c.showsFirm(name, firm)
		}
		if meant[name] {
			m.Type, m.Name, m.Kind, m.Entry = kg.Organization, name, firm.kind, nil
		}
	}
}

// showsFirm reports whether a text speaks of the things of a firm: twice, or once right behind its name.
func (c placeNames) showsFirm(name string, firm namesake) bool {
	n := 0
	for i := range c.Doc.Tokens {
		if !firm.things[c.Doc.Lower(i)] {
			continue
		}
		if n++; i > 0 && c.Doc.Tokens[i-1].Text == name {
			return true
		}
	}
	return n > 1
}
