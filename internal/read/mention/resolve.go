package mention

import (
	"strings"

	"sayso/internal/kg"
)

// Actor is who a noun phrase means.
type Actor struct {
	Name string
	Type kg.EntityType
	Kind string
}

// Who resolves the noun phrase with head i: a name, a pronoun, a title, a definite description, the forces or the
// government of a state. It is false for what nobody names: groups, unnamed people, things.
func (c *Cast) Who(i int) (Actor, bool) { return c.resolver().who(i) }

func (c resolver) who(i int) (Actor, bool) {
	d := c.Doc
	if k := c.At[i]; k >= 0 {
		return c.actor(k), true
	}
	if a, ok := c.pronouns().pronoun(i); ok {
		return a, true
	}
	if strings.HasPrefix(d.Tokens[i].Tag, "PRP") || strings.HasPrefix(d.Tokens[i].Tag, "W") {
		return Actor{}, false
	}
	for _, find := range []func(int) (Actor, bool){c.named, c.people, c.selfNamed, c.officeOf} {
		if a, ok := find(i); ok {
			return a, true
		}
	}
	return c.byNoun(i)
}

// people resolves "the Kenyans" to their state.
func (c resolver) people(i int) (Actor, bool) {
	e, ok := c.Gaz.People(c.Doc.Tokens[i].Text)
	ok = ok && i > 0 && c.Doc.Lower(i-1) == "the" && e.Kind == "state"
	return Actor{e.Name, e.Type, e.Kind}, ok
}

// byNoun resolves a noun phrase by what its noun describes: a body, forces, a title.
func (c resolver) byNoun(i int) (Actor, bool) {
	class := c.Words.Class(c.Doc.Lemma(i), c.Doc.Lower(i))
	if class == unnamed {
		return c.workplace(i)
	}
	if a, ok := c.stateBodies().institution(i); ok {
		return a, true
	}
	if class == force {
		return c.forces(i)
	}
	if a, ok := c.knownBody(i); ok {
		return a, true
	}
	if c.titleHead(i) {
		if a, ok := c.bearers().bearer(i); ok {
			return a, true
		}
		return c.descriptions().spokenFor(i)
	}
	if a, ok := c.definite(i, class); ok {
		return a, true
	}
	return c.descriptions().describedBefore(i)
}

// forces resolves forces and governments to the state or the body that they belong to.
func (c resolver) forces(i int) (Actor, bool) {
	if a, ok := c.Country(i); ok {
		return a, true
	}
	for _, ch := range c.Doc.All(i, "compound", "poss", "nmod", "amod") {
		if k := c.At[ch]; k >= 0 && c.Mentions[k].Type == kg.Organization {
			return c.actor(k), true
		}
	}
	return c.sameForce(i)
}

func (c *Cast) actor(k int) Actor {
	m := c.Mentions[k]
	return Actor{m.Name, m.Type, m.Kind}
}

// named finds the name beside a describing noun: "news outlet Channel 5", "the spokesman, Ivan Petrov,".
func (c resolver) named(i int) (Actor, bool) {
	d := c.Doc
	class := c.Words.Class(d.Lemma(i), d.Lower(i))
	for _, a := range d.All(i, "appos", "flat") {
		if k := c.At[a]; k >= 0 && (c.Mentions[k].Type == kg.Person || !nobodyClass(class)) && d.Tokens[i].Tag != "NNS" {
			return c.actor(k), true
		}
	}
	if k := c.titles().deepApposition(i); k >= 0 {
		return c.actor(k), true
	}
	if class == "outlet" && i > 0 && c.At[i-1] >= 0 && c.Mentions[c.At[i-1]].Type == kg.Organization &&
		d.Tokens[i-1].Head == i {
		return c.actor(c.At[i-1]), true
	}
	if i+1 < len(d.Tokens) && c.At[i+1] >= 0 && (class != "" && class != "force" || c.titleHead(i)) &&
		d.Tokens[i+1].Dep != "pobj" {
		m := c.Mentions[c.At[i+1]]
		if m.First == i+1 && d.Sentence[i] == d.Sentence[i+1] && d.Tokens[m.Head(d)].Dep == d.Tokens[i].Dep {
			return c.actor(c.At[i+1]), true
		}
	}
	return Actor{}, false
}

// workplace resolves "analysts at ISW" to ISW.
func (c resolver) workplace(i int) (Actor, bool) {
	d := c.Doc
	if !workers[d.Lemma(i)] {
		return Actor{}, false
	}
	for _, p := range d.All(i, "prep") {
		if w := d.Lower(p); workplace[w] {
			if o := d.Child(p, "pobj"); o >= 0 && c.At[o] >= 0 && c.Mentions[c.At[o]].Type == kg.Organization {
				return c.actor(c.At[o]), true
			}
		}
	}
	return Actor{}, false
}

// Country finds the state that a noun phrase belongs to: "Russian troops", "Russia's army", "the government of Serbia".
func (c *Cast) Country(i int) (Actor, bool) {
	d := c.Doc
	for _, ch := range d.Children[i] {
		t := d.Tokens[ch]
		switch t.Dep {
		case "amod", "compound", "nmod", "poss", "npadvmod":
			if k := c.At[ch]; k >= 0 && c.Mentions[k].Type == kg.Place && c.Mentions[k].Kind != "area" &&
				c.Mentions[k].Kind != "water" {
				return c.stateOf(c.actor(k)), true
			}
			for _, from := range []int{ch - 1, ch} {
				if from < 0 || d.Segment[from] != d.Segment[ch] {
					continue
				}
				if e, ok := c.Gaz.Demonym(d.Phrase(from, ch+1)); ok && e.Kind != "area" {
					return Actor{e.Name, e.Type, e.Kind}, true
				}
			}
			if t.Tag == "PRP$" && t.Dep == "poss" {
				if a, ok := c.resolver().countryOfPerson(ch); ok {
					return a, true
				}
			}
			if t.Dep == "poss" {
				if a, ok := c.Country(ch); ok && c.Words.Class(d.Lemma(ch), d.Lower(ch)) == "force" {
					return a, true
				}
			}
		case "prep":
			o := d.Child(ch, "pobj")
			if d.Lower(ch) == "in" && o >= 0 && c.At[o] >= 0 && rulers[d.Lower(i)] {
				if a := c.stateOf(c.actor(c.At[o])); a.Kind == "state" || a.Kind == "disputed territory" {
					return a, true
				}
			}
			if d.Lower(ch) == "of" && o >= 0 && c.At[o] >= 0 && c.Mentions[c.At[o]].Kind == "state" {
				return c.actor(c.At[o]), true
			}
		}
	}
	return Actor{}, false
}

// countryOfPerson resolves "his" in "his government" to the state whose office he holds, and "its" to the state itself.
func (c resolver) countryOfPerson(i int) (Actor, bool) {
	a, ok := c.pronouns().pronoun(i)
	if !ok || a.Kind == "state" {
		return a, ok
	}
	for _, r := range c.Roles {
		if c.Mentions[r.Person].Name == a.Name && r.OfKind == "state" {
			return Actor{r.Of, kg.Place, r.OfKind}, true
		}
	}
	return Actor{}, false
}

// stateOf turns a capital into its state.
func (c *Cast) stateOf(a Actor) Actor {
	if a.Kind == "settlement" {
		if e, ok := c.Gaz.CapitalOf(a.Name); ok {
			return Actor{e.Name, e.Type, e.Kind}
		}
	}
	return a
}

// definite resolves "the staff", "the agency", "the company" to the last body named before that the word fits.
func (c resolver) definite(i int, class string) (Actor, bool) {
	d := c.Doc
	det := d.Child(i, "det")
	if det < 0 || !deictic[d.Lower(det)] || c.openEnded(i) || d.Tokens[i].Tag == "NNS" {
		return Actor{}, false
	}
	if class != "organization" && class != "outlet" && class != "company" && class != "country" && class != "region" &&
		class != "settlement" {
		return Actor{}, false
	}
	if (class == "region" || class == "settlement") && len(d.Children[i]) > 1 &&
		(class != "region" || !c.onlyStanding(i) && (!pointing[d.Lower(det)] || !c.onlyAdjectives(i))) {
		return Actor{}, false
	}
	word := d.Lower(i)
	described := class == "country" && len(d.Children[i]) > 1
	if described && !c.onlyDescribes(i) {
		return Actor{}, false
	}
	if word == "republic" { // one that calls itself so comes before a land
		for j := i - 1; j >= 0 && j > i-400; j-- {
			if k := c.At[j]; k >= 0 && c.Mentions[k].Type == kg.Place && c.Mentions[k].Kind == "disputed territory" &&
				strings.Contains(c.Mentions[k].Name, "Republic") {
				return c.actor(k), true
			}
		}
	}
	for j := i - 1; j >= 0 && j > i-400; j-- {
		if k := c.At[j]; described && k >= 0 &&
			!c.clauseSubject(c.Mentions[k]) { // "the Pacific nation" is one that has acted
			continue
		}
		if k := c.At[j]; k >= 0 && c.Mentions[k].First == j && c.fits(c.Mentions[k], word, class) &&
			d.Tokens[c.Mentions[k].Head(d)].Head != d.Tokens[i].Head {
			return c.actor(k), true
		}
		if c.At[j] < 0 && d.Lower(j) == word {
			if a, ok := c.stateBodies().institution(j); ok {
				return a, true
			}
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

// small are the words for lands that are no part of a state like others.

func (c resolver) fits(m Mention, word, class string) bool {
	name := strings.ToLower(m.Name + " " + c.Doc.Words(m.Span))
	switch class {
	case "country":
		return m.Kind == "state" && countryNouns[word]
	case "outlet":
		return m.Type == kg.Organization && (strings.Contains(name, word) || m.Kind == "outlet" && !stations[word])
	case "region":
		if word == "island" {
			return m.Type == kg.Place && (strings.Contains(name, word) || m.Kind == "area")
		}
		return m.Type == kg.Place && (m.Kind == "disputed territory" || m.Kind == "region" && !smallLands[word])
	case "settlement":
		return m.Type == kg.Place && (m.Kind == "settlement" || m.Kind == "") && !townRoles[word]
	case "company":
		return m.Type == kg.Organization && (m.Kind == "company" || m.Kind == "")
	}
	return m.Type == kg.Organization && strings.Contains(name, word)
}

// Text is the words of a noun phrase without its article, its relative clauses and what follows a comma.
func (c *Cast) Text(i int) string {
	d := c.Doc
	first, end := d.Left[i], d.Right[i]
	for first < i && (d.Tokens[first].Dep == "det" || d.Tokens[first].Tag == "DT" || d.Tokens[first].Dep == "punct" ||
		!d.Ink(first) || d.Tokens[first].Dep == "predet" || d.Tokens[first].Dep == "cc") {
		first++
	}
	for _, ch := range d.Children[i] {
		switch d.Tokens[ch].Dep {
		case "relcl", "appos", "acl", "advcl", "parataxis":
			if ch > i {
				end = min(end, d.Left[ch])
			}
		case "prep":
			if w := d.Lower(ch); ch > i && (d.Child(ch, "pcomp") >= 0 || besideDeed[w]) {
				end = min(end, d.Left[ch])
			}
		case "conj", "cc":
			if ch > i {
				end = min(end, d.Left[ch])
			}
		case "punct":
			if ch > i && d.Tokens[ch].Text != "-" && d.Tokens[ch].Text != "\"" {
				end = min(end, ch)
			}
		}
	}
	for j := i + 1; j < end; j++ {
		if d.Tokens[j].Dep == "relcl" && d.Left[j] > i &&
			(strings.HasPrefix(d.Tokens[d.Left[j]].Tag, "W") || d.Lower(d.Left[j]) == "that") {
			end = min(end, d.Left[j])
		}
	}
	end = max(end, i+1)
	return strings.Trim(strings.Join(strings.Fields(strings.ReplaceAll(d.Phrase(first, end), "\"", " ")), " "), " ',;:.")
}
