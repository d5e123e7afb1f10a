package relation

import (
	"sayso/internal/kg"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// located reads where something is out of one noun phrase: "the Kenyan Embassy in Lima", "Kazan in Russia", "the
// Angolan capital, Luanda".
func (re *Reader) located() {
	for i := range re.d.Tokens {
		if !re.ma.Readable(i) {
			continue
		}
		switch w := re.d.Lower(i); {
		case sitePrepositions[w]:
			re.siteIn(i)
		case re.cast.At[i] < 0 && re.cast.Words.Class(re.d.Lemma(i), "") == "settlement":
			re.capitalBefore(i)
		}
	}
}

// siteIn reads what stands before the preposition p as lying in the place behind it.
func (re *Reader) siteIn(p int) {
	d := re.d
	o, first := placeBehind(re, p)
	if p == 0 || o < 0 || d.Sentence[p-1] != d.Sentence[p] {
		return
	}
	x, last := nounBefore(re, p)
	site, named := re.site(x, last)
	where := re.cast.Mentions[re.cast.At[o]]
	if site.Name == "" || where.Type != kg.Place || !re.closes(p, first) || site.Name == where.Name {
		return
	}
	if named && d.Tokens[p].Head != x && d.Verb(d.Tokens[p].Head) && d.Tokens[x].Dep != "pobj" { // "left Mosul in May"
		return
	}
	if state := where.Kind == "state" || where.Kind == "region"; site.Kind == "settlement" && !state {
		return
	}
	re.rules.Begin()
	if re.rules.Take("part.site-in-place", x, o) {
		re.states(re.patterns.Relations[vocabulary.Located], x, site, phrase.NodeOf(where, o), "structure", "",
			d.Trimmed(d.Left[x], where.End))
	}
}

// nounBefore is the noun before a preposition, behind whose comma that may stand where it is the name of a site: "at
// Dorn Stadium, in Lahore"; last is where its words end.
func nounBefore(re *Reader, p int) (x, last int) {
	d := re.d
	x = p - 1
	if d.Tokens[x].Text == "," && x > 0 && sites[d.Lower(x-1)] && d.Tokens[x-1].Pos == "PROPN" {
		x--
	}
	last = x
	if k := re.cast.At[x]; k >= 0 {
		x = re.cast.Mentions[k].Head(d)
	}
	return x, last
}

// placeBehind is the name behind a preposition, and the noun that stands first there: the name itself, or what kind of
// place it is, "in the northern suburb of Dorn"; -1 for none.
func placeBehind(re *Reader, p int) (name, first int) {
	o := re.d.Child(p, "pobj")
	if o < 0 || re.cast.At[o] >= 0 {
		return o, o
	}
	class := re.cast.Words.Class(re.d.Lemma(o), "")
	if of := re.ph.Behind(o, "of"); len(of) == 1 && (class == "settlement" || class == "region") &&
		re.cast.At[of[0]] >= 0 {
		return of[0], o
	}
	return -1, -1
}

// closes reports whether no more than an article or an adjective stands between a preposition and its object: "in
// southern Turkey".
func (re *Reader) closes(p, o int) bool {
	for i := p + 1; i < o; i++ {
		if re.cast.At[i] != re.cast.At[o] && re.d.Tokens[i].Dep != "det" && re.d.Tokens[i].Dep != "amod" {
			return false
		}
	}
	return true
}

// site is what can be said to lie somewhere: a place smaller than a state, or a body or building by the last word of
// its name, whether the cast knows it (then named is true) or not. last is the last token of the noun phrase.
func (re *Reader) site(x, last int) (a phrase.Node, named bool) {
	d := re.d
	k := re.cast.At[x]
	if k >= 0 {
		m := re.cast.Mentions[k]
		switch {
		case m.Type == kg.Place && (m.Kind == "settlement" || m.Kind == "region" || m.Kind == ""):
			return phrase.NodeOf(m, x), true
		case m.Type == kg.Organization && sites[d.Lower(last)] && (m.Kind == "" || m.Kind == "university"):
			return phrase.NodeOf(m, x), false
		}
		return phrase.Node{}, true
	}
	if d.Tokens[x].Pos != "PROPN" && !ofNamed(re, x) || !sites[d.Lower(x)] || d.Left[x] == x {
		return phrase.Node{}, false
	}
	a = phrase.Node{Name: re.ph.Brief(x), Token: x, Typ: re.ph.NounType(x)}
	if a.Typ == "" {
		a.Typ = kg.Organization
	}
	return a, false
}

// ofNamed reports whether a name or a people stands before a common noun: "the U.S. Navy base", "a Kurdish camp".
func ofNamed(re *Reader, x int) bool {
	d := re.d
	if d.Tokens[x].Tag != "NN" {
		return false
	}
	for i := d.Left[x]; i < x; i++ {
		if _, people := re.cast.Gaz.Demonym(d.Tokens[i].Text); people || re.cast.At[i] >= 0 || d.Tokens[i].Pos == "PROPN" {
			return true
		}
	}
	return false
}

// capitalBefore reads the name behind a noun for a place of a state: "Angola's capital Luanda", "the Angolan capital,
// Luanda".
func (re *Reader) capitalBefore(i int) {
	d := re.d
	name := d.Child(i, "appos")
	if d.Tokens[i].Dep == "compound" || d.Tokens[i].Dep == "nmod" {
		name = d.Tokens[i].Head
	}
	if name > i && re.cast.At[name] >= 0 && d.Tokens[i].Tag == "NN" {
		re.lies(i, name)
	}
}
