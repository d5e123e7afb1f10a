package phrase

import (
	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/mention"
)

// Names tells whom noun phrases name, and by which words those are called who have no name.
type Names struct {
	Numbers
	said  *attribution.Result
	words *attribution.Lexicon
}

// New gives the noun phrases of a text.
func New(said *attribution.Result) *Names {
	nouns := Nouns{Tree{said.Cast.Doc}, said.Cast}
	return &Names{Numbers: Numbers{nouns}, said: said, words: said.Words}
}

// Actor names who a noun phrase is: somebody the cast knows, the speaker behind "I", or the forces of a region by
// their own words.
func (ph *Names) Actor(i int) (Node, bool) {
	if firstPersons[ph.d.Lower(i)] && ph.cast.At[i] < 0 { // "US" is no "us"
		return ph.speaker(i)
	}
	for _, find := range []func(int) (Node, bool){ph.ownCountry, ph.administration, ph.landOf, ph.stateItself} {
		if a, ok := find(i); ok {
			return a, true
		}
	}
	a, ok := ph.cast.Who(i)
	if !ok || ph.isProduct(i) {
		return Node{}, false
	}
	acts := a.Kind == "state" || a.Kind == "disputed territory" || a.Type != kg.Place
	if acts || ph.cast.At[i] >= 0 || ph.d.Tokens[i].Tag == "PRP" {
		return Node{Name: a.Name, Token: i, Typ: a.Type, Kind: a.Kind}, true
	}
	if ph.cast.Words.Class(ph.d.Lemma(i), ph.d.Lower(i)) == "force" {
		return Node{Name: ph.cast.Text(i), Token: i, Typ: kg.Organization, Kind: "armed force"}, true
	}
	return Node{}, false
}

// speaker is who says "I" or "we" at token i.
func (ph *Names) speaker(i int) (Node, bool) {
	s := ph.said.Innermost(i)
	if s < 0 || ph.d.Quoted[i] < 0 && !ph.turned(i) || ph.said.Statements[s].Speaker == "" {
		return Node{}, false
	}
	return ph.oneself(ph.said.Statements[s].Speaker, i), true
}

// turned reports whether token i stands in somebody's turn of a transcript or an interview.
func (ph *Names) turned(i int) bool {
	for _, s := range ph.said.Statements {
		if s.Turn(ph.d) && s.Holds(i) {
			return true
		}
	}
	return false
}

// ownCountry is the country that "its country" means.
func (ph *Names) ownCountry(i int) (Node, bool) {
	p := ph.d.Child(i, "poss")
	if ph.d.Lemma(i) != "country" || p < 0 || ph.d.Tokens[p].Tag != "PRP$" {
		return Node{}, false
	}
	a, ok := ph.cast.Country(i)
	return Node{Name: a.Name, Token: i, Typ: a.Type, Kind: a.Kind}, ok
}

// administration is the state that "the X administration" governs, after its head or by its place: "the X regime in
// Y".
func (ph *Names) administration(i int) (Node, bool) {
	if !administrations[ph.d.Lemma(i)] {
		return Node{}, false
	}
	if in := ph.Behind(i, "in"); len(in) == 1 && ph.cast.At[in[0]] >= 0 {
		if m := ph.cast.Mentions[ph.cast.At[in[0]]]; m.Kind == "state" {
			return NodeOf(m, i), true
		}
	}
	p := ph.d.Child(i, "poss", "compound")
	if p < 0 || ph.cast.At[p] < 0 {
		return Node{}, false
	}
	a, ok := ph.officeOf(ph.cast.Mentions[ph.cast.At[p]].Name)
	a.Token = i
	return a, ok
}

// stateItself is the state that "the Angolan state" and "Angolan police" stand for.
func (ph *Names) stateItself(i int) (Node, bool) {
	if w := ph.d.Lemma(i); !states[w] || w == "state" && !ph.Adjective(i) {
		return Node{}, false
	}
	a, ok := ph.cast.Country(i)
	return Node{Name: a.Name, Token: i, Typ: a.Type, Kind: a.Kind}, ok && a.Kind == "state"
}

// landOf is the place behind "of" that a noun for a place only introduces: "the Australian state of New South Wales"
// is New South Wales.
func (ph *Names) landOf(i int) (Node, bool) {
	if class := ph.cast.Words.Class(ph.d.Lemma(i), ""); ph.cast.At[i] >= 0 || ph.d.Tokens[i].Tag == "NNS" ||
		class != "region" && class != "settlement" && !mention.Realm(ph.d.Lower(i)) {
		return Node{}, false
	}
	of := ph.Behind(i, "of")
	if len(of) != 1 || ph.cast.At[of[0]] < 0 || ph.cast.Mentions[ph.cast.At[of[0]]].Type != kg.Place {
		return Node{}, false
	}
	m := ph.cast.Mentions[ph.cast.At[of[0]]]
	return Node{Name: m.Name, Token: of[0], Typ: m.Type, Kind: m.Kind}, true
}

// officeOf finds the state that somebody governs: "the X administration" is that state.
func (ph *Names) officeOf(name string) (Node, bool) {
	for _, r := range ph.cast.Roles {
		if ph.cast.Mentions[r.Person].Name == name && r.OfKind == "state" && r.Class == "office" && governing[r.Head] {
			return Node{Name: r.Of, Typ: kg.Place, Kind: r.OfKind}, true
		}
	}
	return Node{}, false
}

// Holder is the state that what stands behind "as" belongs to: "part of Y", "Y's territory", "Yish"; "" for none.
func (ph *Names) Holder(i int) string {
	if e, ok := ph.cast.Gaz.Demonym(ph.d.Tokens[i].Text); ok && e.Kind == "state" {
		return e.Name
	}
	if !possessions[ph.d.Lemma(i)] {
		return ""
	}
	if of := ph.Behind(i, "of"); len(of) > 0 {
		if a, ok := ph.Actor(of[0]); ok && a.Kind == "state" {
			return a.Name
		}
		return ""
	}
	if a, ok := ph.cast.Country(i); ok && a.Kind == "state" {
		return a.Name
	}
	return ""
}

// OnlyPart reports whether what stands behind "as" tells of what else an act is a part, and of nobody: "as part of a
// deal".
func (ph *Names) OnlyPart(i int) bool {
	if i < 0 || !possessions[ph.d.Lemma(i)] || ph.Holder(i) != "" {
		return false
	}
	of := ph.Behind(i, "of")
	return len(of) > 0 && ph.cast.At[of[0]] < 0 && ph.NounType(of[0]) == ""
}

// ByName is the argument that a name stands for, without a place in the sentence.
func (ph *Names) ByName(name string) Node {
	for _, m := range ph.cast.Mentions {
		if m.Name == name {
			return Node{Name: name, Token: -1, Typ: m.Type, Kind: m.Kind}
		}
	}
	return Node{Name: name, Token: -1}
}

// StateSubject is the subject of a verb, where that is the name of a state or of a land like one.
func (ph *Names) StateSubject(v int) (Node, bool) {
	s := ph.d.Child(v, "nsubj", "nsubjpass")
	if s < 0 || ph.cast.At[s] < 0 || ph.d.Child(s, "conj") >= 0 {
		return Node{}, false
	}
	m := ph.cast.Mentions[ph.cast.At[s]]
	return Node{Name: m.Name, Token: s, Typ: m.Type, Kind: m.Kind}, m.Kind == "state" || m.Kind == "disputed territory"
}

// OwnerOf finds whose measure a noun is: "Turkey's inflation", "unemployment in Spain", "Spanish unemployment".
func (ph *Names) OwnerOf(t int) (Node, bool) {
	if p := ph.d.Child(t, "poss"); p >= 0 {
		return ph.Actor(p)
	}
	for _, w := range ownerPrepositions {
		if o := ph.Behind(t, w); len(o) == 1 && ph.cast.At[o[0]] >= 0 {
			return ph.Actor(o[0])
		}
	}
	if a, ok := ph.cast.Country(t); ok && ph.Adjective(t) {
		return Node{Name: a.Name, Token: t, Typ: a.Type, Kind: a.Kind}, true
	}
	return Node{}, false
}

// Actors names those of several noun phrases that are known.
func (ph *Names) Actors(tokens []int) []Node {
	var out []Node
	for _, t := range tokens {
		if a, ok := ph.Actor(t); ok {
			out = append(out, a)
		}
	}
	return out
}

// oneself is who a speaker means by "I"; by "we" whoever holds an office or leads a body means it.
func (ph *Names) oneself(speaker string, i int) Node {
	if w := ph.d.Lower(i); weWords[w] {
		for _, r := range ph.cast.Roles {
			if ph.cast.Mentions[r.Person].Name != speaker || r.Former ||
				r.OfType != string(kg.Place) && r.OfType != string(kg.Organization) {
				continue
			}
			leads := r.Class == "leads" && (r.OfKind != "state" || len(r.Modifier) == 0) // no land's "top Shia leader"
			if leads || r.Class == "office" || r.Class == "spokesperson" {
				return Node{Name: r.Of, Token: i, Typ: kg.EntityType(r.OfType), Kind: r.OfKind}
			}
		}
	}
	typ := kg.Person
	for _, m := range ph.cast.Mentions {
		if m.Name == speaker {
			typ = m.Type
		}
	}
	return Node{Name: speaker, Token: i, Typ: typ}
}
