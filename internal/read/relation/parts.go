package relation

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// structure reads what belongs to what out of noun phrases: "Ukraine's Donbas region", "the Ukrainian province of
// Kherson", "Ukraine's Armed Forces", "the Directorate of the Ministry".
func (re *Reader) structure() {
	d := re.d
	for k, m := range re.cast.Mentions {
		if !re.ma.Readable(m.First) {
			continue
		}
		switch m.Type {
		case kg.Place:
			re.region(k)
		case kg.Organization:
			re.part(k)
			re.partOfBody(k)
			re.unitBefore(k)
			re.unitBehind(k)
			re.partyOfLeader(k)
		}
	}
	for i := range d.Tokens {
		if !re.ma.Readable(i) || re.cast.At[i] >= 0 ||
			re.cast.Words.Class(d.Lemma(i), "") != "region" && re.cast.Words.Class(d.Lemma(i), "") != "settlement" {
			continue
		}
		if o := re.ph.Behind(i, "of"); len(o) > 0 && re.cast.At[o[0]] >= 0 {
			re.lies(i, o[0])
		}
	}
}

// region reads the country before "X region".
func (re *Reader) region(k int) {
	d := re.d
	m := re.cast.Mentions[k]
	head := d.Tokens[m.Head(d)].Head
	if class := re.cast.Words.Class(d.Lemma(head), ""); head == m.End && (class == "region" || class == "settlement") &&
		d.Tokens[m.Head(d)].Dep == "compound" {
		re.lies(head, m.Head(d))
	}
}

// lies emits LOCATED_IN when the noun phrase with head i names the state that place p is in.
func (re *Reader) lies(i, p int) {
	m := re.cast.Mentions[re.cast.At[p]]
	if m.Type != kg.Place || m.Kind == "state" {
		return
	}
	a, ok := re.cast.Country(i)
	if !ok || a.Name == m.Name || a.Kind != "state" {
		return
	}
	re.rules.Begin()
	if re.rules.Take("part.place-in-state", i, p) {
		state := phrase.Node{Name: a.Name, Token: re.d.Left[i], Typ: a.Type, Kind: a.Kind}
		re.states(re.patterns.Relations[vocabulary.Located], p, phrase.NodeOf(m, p), state, "structure", "",
			re.d.Trimmed(re.d.Left[i], max(i, p)+1))
	}
}

// part reads "STATE's BODY" and the body inside the name of another.
func (re *Reader) part(k int) {
	d := re.d
	m := re.cast.Mentions[k]
	if m.Kind != "government" && m.Kind != "armed force" || m.Entry != nil && m.Entry.Name == m.Entry.In {
		return
	}
	if p := m.First - 1; p >= 1 && d.Tokens[p].Tag == "POS" {
		if s := re.cast.At[p-1]; s >= 0 && re.cast.Mentions[s].Kind == "state" {
			state := re.cast.Mentions[s]
			re.rules.Begin()
			if re.rules.Take("part.body-of-state", state.First, m.First) {
				re.states(re.patterns.Relations[vocabulary.Part], m.First, phrase.NodeOf(m, m.End-1),
					phrase.NodeOf(state, state.First), "structure", "", d.Trimmed(state.First, m.End))
			}
			re.parent(k, state.Name)
		}
	}
}

// parent reads "X of the Ministry of Y" inside one name.
func (re *Reader) parent(k int, state string) {
	m := re.cast.Mentions[k]
	text := re.d.Phrase(m.First, m.End)
	at := strings.Index(text, " of the ")
	if at < 0 {
		return
	}
	name, ok := re.cast.Words.Institution(text[at+len(" of the "):], state)
	re.rules.Begin()
	if ok && re.rules.Take("part.body-of-body", m.First) {
		re.states(re.patterns.Relations[vocabulary.Part], m.First, phrase.NodeOf(m, m.End-1),
			phrase.Node{Name: name, Token: -1, Typ: kg.Organization}, "structure", "", m.Span)
	}
}

// partOfBody reads a body named as that of another: "the Dorn Institute of the University of X", "the Dorn Brigade of
// the Liberation Front".
func (re *Reader) partOfBody(k int) {
	d := re.d
	m := re.cast.Mentions[k]
	p := m.End
	if p >= len(d.Tokens) || !whollyOf[d.Lower(p)] || d.Sentence[p] != d.Sentence[m.First] {
		return
	}
	o := d.Child(p, "pobj")
	if o < 0 || re.cast.At[o] < 0 || !re.closes(p, o) || !hangsOn(re, p, m.Head(d)) {
		return
	}
	whole := re.cast.Mentions[re.cast.At[o]]
	if whole.Type != kg.Organization || m.Kind == "outlet" || d.Lower(p) == "at" && !sites[d.Lower(whole.End-1)] {
		return
	}
	re.rules.Begin()
	if re.rules.Take("part.body-of-named-body", m.First, o) {
		re.states(re.patterns.Relations[vocabulary.Part], m.First, phrase.NodeOf(m, m.End-1), phrase.NodeOf(whole, o),
			"structure",
			"", d.Trimmed(m.First, whole.End))
	}
}

// hangsOn reports whether a preposition hangs on the body at token head, or beside the "of" that leads to it: "Jane Roe
// of the Dorn Institute at the University of X".
func hangsOn(re *Reader, p, head int) bool {
	d := re.d
	up := d.Tokens[p].Head
	of := d.Tokens[head].Head
	return up == head || d.Tokens[head].Dep == "pobj" && of < head && d.Tokens[of].Head == up
}

// unitBefore reads the body whose unit another is called before its name: "Roe Group unit Dorn Motors".
func (re *Reader) unitBefore(k int) {
	d := re.d
	m := re.cast.Mentions[k]
	i := m.First - 1
	if i < 1 || !parts[d.Lemma(i)] || re.cast.At[i-1] < 0 || d.Sentence[i-1] != d.Sentence[m.First] {
		return
	}
	whole := re.cast.Mentions[re.cast.At[i-1]]
	if whole.Type != kg.Organization {
		return
	}
	re.rules.Begin()
	if re.rules.Take("part.unit-before-name", m.First, i) {
		re.states(re.patterns.Relations[vocabulary.Part], m.First, phrase.NodeOf(m, m.End-1), phrase.NodeOf(whole, i-1),
			"structure", "", d.Trimmed(whole.First, m.End))
	}
}

// unitBehind reads the whole that a body is said to be part of behind its name: "UNICEF, the United Nations' children's
// agency", "the NDS, the Afghan intelligence service".
func (re *Reader) unitBehind(k int) {
	d := re.d
	m := re.cast.Mentions[k]
	a := branchBehind(re, m.Head(d))
	if a < m.End || m.Kind == "outlet" || re.ph.HasChildIn(a, notBranches) {
		return
	}
	whole := phrase.Node{}
	p := d.Child(a, "poss")
	if p >= 0 && re.cast.At[p] < 0 { // "the United Nations' children's agency"
		if of := d.Child(p, "poss"); of >= 0 {
			p = of
		}
	}
	if p >= 0 {
		owner, ok := re.cast.Who(p) // "the Roe School, the university's business school" too
		if !ok || owner.Type == kg.Person {
			return
		}
		whole = phrase.Node{Name: owner.Name, Token: p, Typ: owner.Type, Kind: owner.Kind}
	} else if state, ok := re.cast.Country(a); ok && state.Kind == "state" {
		whole = phrase.Node{Name: state.Name, Token: d.Left[a], Typ: state.Type, Kind: state.Kind}
	}
	if whole.Name == "" || whole.Name == m.Name {
		return
	}
	re.rules.Begin()
	if re.rules.Take("part.unit-behind-name", m.First, a) {
		re.states(re.patterns.Relations[vocabulary.Part], m.First, phrase.NodeOf(m, m.End-1), whole, "structure", "",
			d.Trimmed(m.First, a+1))
	}
}

// branchBehind is the noun for a part of something in apposition to a name, behind its short form in brackets too: "the
// Directorate of Security (DS), the Kenyan intelligence service"; -1 for none.
func branchBehind(re *Reader, head int) int {
	for _, a := range re.d.All(head, "appos") {
		if re.cast.At[a] < 0 && branches[re.d.Lemma(a)] {
			return a
		}
		if b := re.d.Child(a, "appos"); b >= 0 && re.cast.At[a] >= 0 && re.cast.At[b] < 0 && branches[re.d.Lemma(b)] {
			return b
		}
	}
	return siblingBranch(re, head)
}

// siblingBranch is the same noun where the parser hung it on what the name itself hangs on: "according to UNICEF, the
// United Nations' children's agency,"; -1 for none.
func siblingBranch(re *Reader, head int) int {
	d := re.d
	if re.cast.At[head] < 0 {
		return -1
	}
	behind := re.cast.Mentions[re.cast.At[head]].End
	if behind+1 >= len(d.Tokens) || d.Tokens[behind].Text != "," || d.Tokens[behind+1].Dep != "det" {
		return -1
	}
	a := d.Tokens[behind+1].Head // of what "the" belongs to, up to the noun of it all
	for d.Tokens[a].Dep == "poss" || d.Tokens[a].Dep == "compound" {
		a = d.Tokens[a].Head
	}
	closed := a+1 < len(d.Tokens) && d.Tokens[a+1].Text == ","
	if a > behind && closed && re.cast.At[a] < 0 && branches[d.Lemma(a)] && d.Left[a] >= behind {
		return a
	}
	return -1
}

// partyOfLeader reads who leads a party by whose it is: "Jane Roe's ruling Green Party".
func (re *Reader) partyOfLeader(k int) {
	d := re.d
	m := re.cast.Mentions[k]
	if !parties[d.Lower(m.End-1)] {
		return
	}
	i := m.First - 1
	if i < 1 || !ruling[d.Lower(i)] {
		return
	}
	if i--; d.Tokens[i].Tag == "POS" {
		i--
	}
	if i < 0 || d.Tokens[i].Dep != "poss" {
		return
	}
	a, ok := re.ph.Actor(i)
	if !ok || a.Typ != kg.Person {
		return
	}
	re.rules.Begin()
	if re.rules.Take("office.own-party", m.First, i) {
		re.states(re.patterns.Titles["leads"], m.First, a, phrase.NodeOf(m, m.End-1), "role", "", d.Trimmed(i, m.End))
	}
}
