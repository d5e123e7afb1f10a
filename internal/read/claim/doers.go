package claim

import (
	"slices"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
)

// allMeant puts those in the place of pronouns that they stand for, all of them where they are several.
func (f *finder) allMeant(tokens []int) []int {
	var out []int
	for _, t := range tokens {
		if m := f.meant(t); m != t && f.d.Lower(t) != "it" {
			out = append(out, f.d.Coordinated(m)...)
		} else {
			out = append(out, m)
		}
	}
	return out
}

// whichAct is who acts in a relative clause on noun a: all that are joined to it where the verb is in the plural.
func (f *finder) whichAct(v, a int) []int {
	d := f.d
	plural := f.plainPlural(v) || f.hasChildIn(v, everyOne) || f.theirs(v)
	lands := d.Tokens[v].Tag == "VBD" && f.hasChild(v, "which") && f.cast.At[a] >= 0 && f.cast.Mentions[f.cast.At[a]].Type == kg.Place // hung on the first of several, it is of all
	if d.Child(a, "conj") >= 0 && f.cast.At[a] >= 0 && (plural || lands) {
		if all := f.names(d.Coordinated(a)); len(all) > 1 && all[len(all)-1] < v {
			return all
		}
	}
	if up := d.Tokens[a].Head; d.Tokens[a].Dep == "conj" && f.cast.At[a] >= 0 && d.Noun(up) && plural {
		for d.Tokens[up].Dep == "conj" && d.Noun(d.Tokens[up].Head) {
			up = d.Tokens[up].Head
		}
		if all := f.names(d.Coordinated(up)); len(all) > 1 {
			return all
		}
	}
	return f.described1(a)
}

// theirs tells whether the object of a verb is the subject's and that several: "which withdrew their recognition".
func (f *finder) theirs(v int) bool {
	o := f.d.Child(v, "dobj")
	return o >= 0 && f.hasChild(o, "their")
}

// plainPlural tells whether a verb agrees with several.
func (f *finder) plainPlural(v int) bool {
	if f.d.Tokens[v].Tag == "VBP" {
		return true
	}
	return f.hasChildIn(v, pluralAuxiliaries)
}

// oneOf gives the "one" of "one of the states that …"; -1 where a noun is not behind one.
func (f *finder) oneOf(i int) int {
	d := f.d
	prep := d.Tokens[i].Head
	if d.Tokens[i].Dep != "pobj" || f.cast.At[i] >= 0 {
		return -1
	}
	if d.Lower(prep) == "of" && d.Lower(d.Tokens[prep].Head) == "one" {
		return d.Tokens[prep].Head
	}
	return -1
}

// doneBy is who did what a participle says that hangs on a passive: "was ambushed by gunmen, leaving ten dead" tells of the gunmen.
func (f *finder) doneBy(v int) []int {
	d := f.d
	up := d.Tokens[v].Head
	if d.Tokens[v].Dep != "advcl" || d.Tokens[v].Tag != "VBG" || !d.Verb(up) || !f.passive(up) || v < up {
		return nil
	}
	return f.subjectTokens(up)
}

// weapon tells whether a noun is what forces strike with, and whose it is where that is said: "Russian drones struck X". Ships and planes hit things by
// chance too, and strikes are not all from the air.
func (f *finder) weapon(r rule, i int) (argument, bool) {
	w := f.d.Lemma(i)
	if f.cast.At[i] >= 0 || !weapons[w] && !platforms[w] && !blows[w] {
		return argument{}, false
	}
	if a, ok := f.cast.Country(i); ok && (a.Kind == "state" || a.Kind == "armed force") && f.adjective(i) {
		return argument{a.Name, i, a.Type, a.Kind}, true
	}
	for _, c := range f.d.All(i, "compound", "nmod") { // "Russian coast guard vessels"
		if a, ok := f.cast.Country(c); ok && platforms[w] && a.Kind == "state" && f.cast.At[c] < 0 && f.adjective(c) {
			return argument{a.Name, i, a.Type, a.Kind}, true
		}
	}
	if platforms[w] && r.Who == "armed" || blows[w] && !f.fromTheAir(i) {
		return argument{}, false
	}
	return argument{name: f.brief(i), token: i}, true
}

// fromTheAir tells whether a strike or raid is one with weapons.
func (f *finder) fromTheAir(i int) bool {
	for _, c := range f.d.All(i, "compound", "amod", "nmod") {
		if w := f.d.Lemma(c); airborne[w] || weapons[w] {
			return true
		}
	}
	return false
}

// walkout tells whether a strike is one of people who stop working: "the bus drivers' strike".
func (f *finder) walkout(i int) bool {
	if f.d.Lemma(i) != "strike" {
		return false
	}
	for _, c := range f.d.All(i, "compound", "poss", "nmod") {
		if f.cast.At[c] < 0 && f.person(c) && !fighters[f.d.Lemma(c)] && f.cast.Words.Class(f.d.Lemma(c), f.d.Lower(c)) != "force" {
			return true
		}
	}
	return false
}

// mentionOf is the name that a token is in, -1 for none.
func (f *finder) mentionOf(token int) int {
	if token < 0 {
		return -1
	}
	return f.cast.At[token]
}

// capital gives the state that the name of its capital, or of the house of its government, stands for, where states deal with each other: "switched recognition to Beijing".
func (f *finder) capital(a argument) argument {
	if town, ok := f.townOf(a); ok {
		return town
	}
	if k := f.mentionOf(a.token); k >= 0 && seats[strings.ToLower(a.name)] {
		if e := f.cast.Mentions[k].Entry; e != nil && e.Name == a.name && e.In != "" {
			return argument{e.In, a.token, kg.Place, "state"}
		}
	}
	if a.kind != "settlement" || a.token < 0 || f.cast.At[a.token] < 0 {
		return a
	}
	if e, ok := f.cast.Gaz.CapitalOf(a.name); ok {
		return argument{e.Name, a.token, e.Type, e.Kind}
	}
	return a
}

// government gives the state that the name of its capital stands for as the object of what is addressed to governments: "apologised to Baku".
func (f *finder) government(id kg.PredicateID, a argument) argument {
	if a.kind != "settlement" || a.token < 0 || !f.patterns.is(id, vocabulary.Governments) {
		return a
	}
	if of := f.d.Tokens[a.token].Head; f.d.Lower(of) == "of" && f.cast.Words.Class(f.d.Lemma(f.d.Tokens[of].Head), "") == "settlement" { // "the city of X"
		return a
	}
	return f.capital(a)
}

// townOf is the town whose council somebody is: what "the city council of X" and "X's city council" recognize, X does.
func (f *finder) townOf(a argument) (argument, bool) {
	d := f.d
	i := a.token
	if i < 0 || d.Lemma(i) != "council" || f.cast.At[i] >= 0 && f.cast.Mentions[f.cast.At[i]].Entry != nil {
		return argument{}, false
	}
	words := strings.ToLower(d.Phrase(max(d.Left[i], i-2), i+1))
	if !slices.ContainsFunc(townCouncils, func(c string) bool { return strings.Contains(words, c) }) {
		return argument{}, false
	}
	for _, t := range append(append(f.behind(i, "of"), d.All(i, "poss")...), d.All(i, "compound", "nmod")...) {
		if k := f.cast.At[t]; k >= 0 && f.cast.Mentions[k].Type == kg.Place {
			m := f.cast.Mentions[k]
			return argument{m.Name, i, m.Type, m.Kind}, true
		}
	}
	return argument{}, false
}

// governmentOf is the movement that a government is called by: "the Taliban government".
func (f *finder) governmentOf(i int) (argument, bool) {
	d := f.d
	if !governmentNouns[d.Lemma(i)] {
		return argument{}, false
	}
	for _, c := range d.All(i, "compound", "nmod", "amod", "poss") {
		if k := f.cast.At[c]; k >= 0 && f.cast.Mentions[k].Type == kg.Organization {
			m := f.cast.Mentions[k]
			return argument{m.Name, i, m.Type, m.Kind}, true
		}
	}
	return argument{}, false
}

// secondAs gives those who are put into a second office by one verb: "appointed A as minister and B as director".
func (f *finder) secondAs(r rule, v int) []int {
	if !r.is(vocabulary.SecondOffice) {
		return nil
	}
	var out []int
	for _, office := range f.behind(v, "as") {
		if k := f.cast.At[office]; k >= 0 && f.cast.Mentions[k].Type == kg.Person && f.d.Tokens[office].Dep == "conj" {
			out = append(out, office)
		}
	}
	return out
}

// within tells whether one of the prepositions stands in the noun phrase with head i: "charged X and two others with fraud".
func (f *finder) within(i int, words []string) bool {
	if i < 0 {
		return false
	}
	for c := i + 1; c < f.d.Right[i]; c++ {
		if f.d.Tokens[c].Dep == "prep" && has(words, f.d.Lower(c)) {
			return true
		}
	}
	return false
}

// traveller is who went on a visit or held talks that the clause only mentions: "said so during a visit to X", "spoke after talks with X".
func (f *finder) traveller(r rule, n int) []argument {
	d := f.d
	if len(r.Aside) == 0 {
		return nil
	}
	prep := d.Tokens[n].Head
	v := d.Tokens[prep].Head
	if d.Tokens[n].Dep != "pobj" || !d.Verb(v) || d.Child(n, "poss") >= 0 || f.hasChild(n, "by") {
		return nil
	}
	if !has(r.Aside, d.Lower(prep)) {
		return nil
	}
	var out []argument
	for _, t := range f.subjectTokens(v) {
		for _, e := range f.expand(t) {
			if a, ok := f.actor(e); ok && (f.typeOf(a) == kg.Person && has(r.AsideWho, "person") || a.kind == "state" && has(r.AsideWho, "state")) {
				out = append(out, a)
			}
		}
	}
	return out
}
