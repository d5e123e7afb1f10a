package mention

import (
	"strings"

	"sayso/internal/kg"
)

// definite resolves "the staff", "the agency", "the company" to the last body named before that the word fits.
func (c resolver) definite(i int, class string) (Actor, bool) {
	d := c.Doc
	det := d.Child(i, "det")
	if det < 0 || !deictic[d.Lower(det)] || c.openEnded(i) || d.Tokens[i].Tag == "NNS" {
		return Actor{}, false
	}
	switch class {
	case "organization", "outlet", "company":
	case "region", "settlement":
		if len(d.Children[i]) > 1 && !c.landPointedAt(i, det, class) {
			return Actor{}, false
		}
	case "country":
		if len(d.Children[i]) > 1 && !c.onlyDescribes(i) {
			return Actor{}, false
		}
	default:
		return Actor{}, false
	}
	if republics[d.Lower(i)] {
		if k := c.republicBefore(i); k >= 0 {
			return c.actor(k), true
		}
	}
	return c.lastFitting(i, class)
}

// landPointedAt reports whether a noun for a land with more than its article still means the one named before.
func (c resolver) landPointedAt(i, det int, class string) bool {
	return class == "region" && (c.onlyStanding(i) || pointing[c.Doc.Lower(det)] && c.onlyAdjectives(i))
}

// republicBefore finds the nearest land before token i that calls itself a republic; -1 for none.
func (c resolver) republicBefore(i int) int {
	for j := i - 1; j >= 0 && j > i-400; j-- {
		if k := c.At[j]; k >= 0 && c.Mentions[k].Type == kg.Place && c.Mentions[k].Kind == "disputed territory" &&
			strings.Contains(c.Mentions[k].Name, "Republic") {
			return k
		}
	}
	return -1
}

// lastFitting finds the last body or land named before the noun i that it fits; one that is described by adjectives
// ("the Pacific nation") has acted.
func (c resolver) lastFitting(i int, class string) (Actor, bool) {
	d := c.Doc
	word := d.Lower(i)
	described := class == "country" && len(d.Children[i]) > 1
	for j := i - 1; j >= 0 && j > i-400; j-- {
		k := c.At[j]
		if k < 0 {
			if d.Lower(j) != word {
				continue
			}
			if a, ok := c.stateBodies().institution(j); ok {
				return a, true
			}
			continue
		}
		m := c.Mentions[k]
		if m.First != j || described && !c.clauseSubject(m) {
			continue
		}
		if c.fits(m, word, class) && d.Tokens[m.Head(d)].Head != d.Tokens[i].Head {
			return c.actor(k), true
		}
	}
	return Actor{}, false
}

// openEnded reports whether a noun has more behind it than a genitive's mark or "as part of", which only says what it
// is held to be: it picks one out then.
func (c resolver) openEnded(i int) bool {
	for _, ch := range c.Doc.Children[i] {
		if ch > i && c.Doc.Tokens[ch].Tag != "POS" && (c.Doc.Tokens[ch].Dep != "prep" || c.Doc.Lower(ch) != "as") {
			return true
		}
	}
	return false
}

// Standing reports whether a word says what a territory is held to be and picks none out.
func Standing(word string) bool { return standing[word] }

// onlyStanding reports whether the words before a noun for a land only tell what it is held to be: "the separatist
// region", "the Armenian-populated enclave".
func (c resolver) onlyStanding(i int) bool {
	d := c.Doc
	for _, ch := range d.Children[i] {
		if ch > i { // openEnded has let it pass
			continue
		}
		if k := c.At[ch]; k >= 0 &&
			(c.Mentions[k].Kind == "water" || c.Mentions[k].Kind == "area") { // "the Black Sea peninsula"
			continue
		}
		hyphen := ch > 0 && (d.Tokens[ch-1].Tag == "HYPH" || d.Tokens[ch-1].Text == "-")
		if d.Tokens[ch].Dep != "det" && !standing[d.Lower(ch)] && (d.Tokens[ch].Tag != "VBN" || !hyphen) {
			return false
		}
	}
	return true
}

// onlyAdjectives reports whether a noun has nothing but its article and adjectives that are no ranks and name no
// people: "this virtual republic".
func (c resolver) onlyAdjectives(i int) bool {
	d := c.Doc
	for _, ch := range d.Children[i] {
		if d.Tokens[ch].Dep == "det" {
			continue
		}
		_, people := c.Gaz.Demonym(d.Tokens[ch].Text)
		if d.Tokens[ch].Dep != "amod" || d.Tokens[ch].Tag != "JJ" || people {
			return false
		}
		if ch > i || startsName(d.Tokens[ch].Text) || countedAdjectives[d.Lower(ch)] {
			return false
		}
	}
	return true
}

// onlyDescribes reports whether the words before a noun for a country only tell where it lies and what it is like, and
// pick none out by rank: "the tiny Pacific island nation".
func (c resolver) onlyDescribes(i int) bool {
	d := c.Doc
	for j := d.Left[i]; j < i; j++ {
		switch w := d.Lower(j); {
		case landAdjectives[w] || compass[w]:
		case d.Tokens[j].Tag == "NNP" && (c.At[j] < 0 || c.Mentions[c.At[j]].Kind == "area" ||
			c.Mentions[c.At[j]].Kind == "water" || c.Mentions[c.At[j]].Kind == ""):
		case c.Gaz != nil && d.Tokens[j].Tag == "JJ" && startsName(d.Tokens[j].Text):
			if e, ok := c.Gaz.Demonym(d.Tokens[j].Text); ok && e.Kind == "state" {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// fits reports whether a noun of a class may stand for a name.
func (c resolver) fits(m Mention, word, class string) bool {
	name := strings.ToLower(m.Name + " " + c.Doc.Words(m.Span))
	switch class {
	case "country":
		return m.Kind == "state" && countryNouns[word]
	case "region", "settlement":
		return m.Type == kg.Place && landFits(m, word, class, name)
	case "outlet":
		return m.Type == kg.Organization && (strings.Contains(name, word) || m.Kind == "outlet" && !stations[word])
	case "company":
		return m.Type == kg.Organization && (m.Kind == "company" || m.Kind == "") && !c.otherBody(m)
	}
	return m.Type == kg.Organization && strings.Contains(name, word)
}

// otherBody reports whether the last word of a name says that it is a body and no firm: "the Mining Ministry".
func (c resolver) otherBody(m Mention) bool {
	for i := m.First; i < m.End; i++ {
		if houses[c.Doc.Lower(i)] {
			return true // "the State Committee for National Security"
		}
	}
	last := strings.ToLower(c.Doc.Tokens[m.End-1].Text)
	_, house := c.Words.institutions[last]
	class := c.Words.Class(last, last)
	return house || class != "" && class != "company"
}

// landFits reports whether a noun for a land or a town may stand for a place with the name, in small letters.
func landFits(m Mention, word, class, name string) bool {
	switch {
	case class == "settlement":
		return (m.Kind == "settlement" || m.Kind == "") && !townRoles[word]
	case islands[word]:
		return strings.Contains(name, word) || m.Kind == "area"
	}
	return m.Kind == "disputed territory" || m.Kind == "region" && !smallLands[word]
}
