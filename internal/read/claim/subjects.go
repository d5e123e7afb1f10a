package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
	"sayso/internal/read/vocabulary"
)

// subjects finds who acts, all of them; false where the rule needs somebody and nobody is there.
func (f *finder) subjects(r rule, v int) ([]argument, bool) {
	none := []argument{{token: -1}}
	if r.Who == "none" {
		return none, true
	}
	tokens := f.subjectTokens(v)
	if r.is(vocabulary.Victims) {
		if by := f.doneBy(v); len(by) > 0 {
			tokens = by
		}
	}
	if r.Stative && f.passive(v) && !f.hasChild(v, "by") {
		tokens = f.subjectTokensUp(v, 0)
	}
	var out []argument
	for _, t := range f.allMeant(tokens) {
		for _, e := range f.expand(t) {
			if a, ok := f.subject(r, v, e); ok {
				out = append(out, a)
			}
		}
	}
	if len(out) > 0 {
		return out, true
	}
	if len(tokens) == 0 && f.passive(v) && r.is(vocabulary.Agentless) && !f.hasChild(v, "by") {
		return none, true
	}
	if r.Who == "optional" || r.Who == "any" {
		if len(tokens) == 0 || f.passive(v) || r.Who == "any" {
			return none, true
		}
	}
	if len(tokens) == 1 && f.nobody(tokens[0]) {
		return none, true
	}
	return nil, false
}

// subject names one of those who act: somebody the cast knows, or people and bodies by the words for them.
func (f *finder) subject(r rule, v, e int) (argument, bool) {
	d := f.d
	if d.Lemma(e) == "magnitude" { // "a magnitude 6.1 earthquake"
		for i := e + 1; i < len(d.Tokens) && i <= e+4; i++ {
			if d.Noun(i) && d.Tokens[i].Head == d.Tokens[e].Head {
				return argument{name: d.Phrase(i, i+1), token: e}, r.Who == "any"
			}
		}
	}
	if a, ok := f.actor(e); ok && f.fitsWho(r, a, e) {
		return a, true
	}
	if a, ok := f.weapon(r, e); ok && (r.Who == "armed" || r.is(vocabulary.ByWeapons) || r.is(vocabulary.ByWeaponsOfState) && a.kind == "state") {
		return a, true
	}
	if r.Who == "any" && !strings.HasPrefix(d.Tokens[e].Tag, "PRP") && !f.nobody(e) {
		return argument{name: f.brief(e), token: e}, true
	}
	if p, ok := f.place(e); ok && f.cast.At[e] < 0 && f.cast.Words.Class(d.Lemma(e), "") == "settlement" && f.fitsWho(r, p, e) { // "the city of X"
		return p, true
	}
	if a, ok := f.somebody(e, false); ok && f.fitsWho(r, a, e) {
		return a, true
	}
	if d.Tokens[e].Pos == "PROPN" && f.cast.At[e] < 0 && r.Who == "" && !d.Tokens[e].SentStart {
		return argument{name: f.cast.Text(e), token: e, typ: kg.Organization}, true
	}
	if r.Who == "optional" && d.Noun(e) && (!f.passive(v) || d.Child(e, "det") >= 0 || d.Tokens[e].Tag == "NNS") {
		return argument{name: f.cast.Text(e), token: e}, true
	}
	return argument{}, false
}

// nobody tells whether a token says that there is none: "no one", "nobody", "none".
func (f *finder) nobody(i int) bool {
	switch f.d.Lower(i) {
	case "nobody":
		return true
	case "none":
		return len(f.behind(i, "of")) == 0
	case "one":
		det := f.d.Child(i, "det")
		return det >= 0 && f.d.Lower(det) == "no"
	}
	return false
}

func (f *finder) fitsWho(r rule, a argument, token int) bool {
	switch r.Who {
	case "person":
		return f.typeOf(a) == kg.Person
	case "place":
		return a.typ == kg.Place
	case "armed":
		class := f.cast.Words.Class(f.d.Lemma(token), f.d.Lower(token))
		if class == "force" && a.typ == kg.Person || f.walkout(token) {
			return false
		}
		return a.kind == "state" || a.kind == "armed force" || a.kind == "disputed territory" || class == "force"
	}
	return true
}

// subjectTokens gives the heads of the acting noun phrases.
func (f *finder) subjectTokens(v int) []int {
	d := f.d
	if f.passive(v) {
		if c := d.Child(v, "conj"); d.Child(v, "agent") < 0 && c >= 0 && d.Verb(c) && d.Child(c, "nsubjpass", "nsubj", "dobj") < 0 && d.Child(c, "agent") >= 0 && v+1 < len(d.Tokens) && d.Tokens[v+1].Dep == "cc" {
			v = c
		}
		for _, by := range d.All(v, "agent", "prep") {
			if d.Lower(by) == "by" {
				if o := d.Child(by, "pobj"); o >= 0 && !strings.HasSuffix(d.Tokens[o].Ent, "DATE") && !strings.HasSuffix(d.Tokens[o].Ent, "PERCENT") {
					return f.agents(by, o)
				}
			}
		}
		for i := v + 1; i < d.Right[v]; i++ { // "offered to the families by X", with "by" hung on the families
			if o := d.Child(i, "pobj"); d.Lower(i) == "by" && o >= 0 && d.Noun(d.Tokens[i].Head) && f.cast.At[o] >= 0 && f.cast.Mentions[f.cast.At[o]].Kind != "settlement" {
				return d.Coordinated(o)
			}
		}
		return nil
	}
	if f.joinedOn(v) {
		return []int{d.Tokens[v].Head}
	}
	if i := v - 1; i >= 0 && f.cast.At[i] >= 0 && d.Child(v, "nsubj") < 0 {
		if head := f.cast.Mentions[f.cast.At[i]].Head(d); f.startsClause(head) {
			return []int{head}
		}
	}
	if s := d.Child(v, "nsubj"); s >= 0 {
		if by := f.rankedAfter(v); by >= 0 { // "becoming the second country after X to do": both of them did
			if k := f.cast.At[s]; k >= 0 && f.cast.Mentions[k].Type == kg.Place {
				return append(f.subjectTokensUp(by, 0), d.Coordinated(s)...)
			}
			return f.subjectTokensUp(by, 0)
		}
		if t := d.Tokens[s].Tag; t == "WP" || t == "WDT" {
			if a := f.antecedent(v); a >= 0 {
				return f.whichAct(v, a)
			}
		}
		if all := f.ofWhich(s); len(all) > 0 {
			return all
		}
		return f.withOthers(s, v)
	}
	return f.sharedSubject(v, 0)
}

// agents gives the agent o of the preposition by with those joined to it: not a thing joined to people ("killed by a bomber and a rising
// outcry"), and those of a "by" of their own.
func (f *finder) agents(by, o int) []int {
	d := f.d
	var out []int
	for n, t := range d.Coordinated(o) {
		if n > 0 && f.person(o) && f.cast.At[o] < 0 && f.nounType(t) == "" && !startsUpper(d.Tokens[t].Text) {
			break
		}
		out = append(out, t)
	}
	for _, p := range d.All(by, "conj") {
		if more := d.Child(p, "pobj"); d.Lower(p) == "by" && more >= 0 {
			out = append(out, d.Coordinated(more)...)
		}
	}
	return out
}

// ofWhich gives the names that "neither of which", "none of whom" or "both of which" sums up: those joined right before it.
func (f *finder) ofWhich(s int) []int {
	d := f.d
	of := d.Child(s, "prep")
	if of < 0 || d.Lower(of) != "of" || s < 2 || d.Tokens[s-1].Text != "," {
		return nil
	}
	if w := d.Child(of, "pobj"); w < 0 || d.Tokens[w].Tag != "WDT" && d.Tokens[w].Tag != "WP" {
		return nil
	}
	if !whichMembers[d.Lower(s)] {
		return nil
	}
	top := s - 2
	for n := 0; n < 12 && d.Tokens[top].Dep == "conj" && d.Noun(d.Tokens[top].Head); n++ {
		top = d.Tokens[top].Head
	}
	all := d.Coordinated(top)
	if len(f.names(all)) != len(all) || len(all) < 2 {
		return nil
	}
	return all
}

// joinedOn tells whether a verb that the parser hung on the subject is rather its predicate: "The minister, Jane Doe, denied that …".
func (f *finder) joinedOn(v int) bool {
	d := f.d
	up := d.Tokens[v].Head
	return d.Tokens[v].Dep == "acl" && d.Tokens[up].Head == up && v > 0 && d.Tokens[v-1].Text == "," && d.Noun(up) && d.Kind(v) == layout.Body &&
		(d.Tokens[v].Tag == "VBN" || d.Tokens[v].Tag == "VBD") && d.Child(v, "dobj", "ccomp", "xcomp") >= 0 && d.Child(v, "agent") < 0
}

// withOthers adds to a subject those it acts with: "X, along with Y,", "X as well as Y", and a second subject that the parser found apart.
func (f *finder) withOthers(s, v int) []int {
	d := f.d
	out := d.Coordinated(s)
	for _, a := range d.All(s, "appos") { // "the minister, X, and the president, Y" with the president hung on X
		if f.cast.At[a] >= 0 && f.cast.At[s] < 0 {
			out = append(out, d.Coordinated(a)[1:]...)
		}
	}
	if f.cast.At[s] < 0 {
		return out
	}
	have := map[int]bool{}
	for _, t := range out {
		have[t] = true
	}
	for _, c := range append(append([]int{}, d.Children[v]...), d.Children[s]...) {
		add := -1
		switch dep := d.Tokens[c].Dep; {
		case c >= v || c == 0:
		case dep == "nsubj" || dep == "npadvmod":
			if f.cast.At[c] >= 0 && f.joined(c, s) {
				add = c
			}
		case dep == "prep" || dep == "cc" || dep == "advmod":
			if w := d.Lower(c); togetherWords[w] {
				if o := f.behind(c, "with"); len(o) > 0 && o[0] < v {
					add = o[0]
				}
			} else if w == "with" && togetherWords[d.Lower(c-1)] {
				add = d.Child(c, "pobj")
			}
		}
		if add >= 0 && !have[add] && f.cast.At[add] >= 0 {
			for _, t := range f.names(d.Coordinated(add)) {
				have[t] = true
				out = append(out, t)
			}
		}
	}
	return out
}

// alongWith gives the names behind "along with" or "together with" under a noun: "one of the five, along with X and Y".
func (f *finder) alongWith(i int) []int {
	for _, p := range f.d.All(i, "prep") {
		if w := f.d.Lower(p); togetherWords[w] {
			if all := f.behind(p, "with"); len(all) > 0 && len(f.names(all)) == len(all) {
				return all
			}
		}
	}
	return nil
}

// joined tells whether "and" or "as well as" stands between two names of one clause.
func (f *finder) joined(a, b int) bool {
	for i := min(a, b) + 1; i < max(a, b); i++ {
		if w := f.d.Lower(i); f.d.Tokens[i].Dep == "cc" || andWords[w] {
			return true
		}
	}
	return false
}

// described1 is who "the only country that" is said of: the subject that a noun describes with "is" or "became", else the noun itself.
func (f *finder) described1(i int) []int {
	d := f.d
	if one := f.oneOf(i); one >= 0 {
		if along := f.alongWith(one); len(along) > 0 {
			return append(f.described1(one), along...)
		}
		i = one
	}
	if as := d.Tokens[i].Head; d.Tokens[i].Dep == "pobj" && d.Lower(as) == "as" && f.cast.At[i] < 0 { // "leaves X and Y as the only ones that do"
		if o := d.Child(d.Tokens[as].Head, "dobj"); o >= 0 && o < as {
			if all := d.Coordinated(o); len(f.names(all)) == len(all) {
				return all
			}
		}
	}
	if prep := d.Tokens[i].Head; d.Tokens[i].Dep == "pobj" && d.Lower(prep) == "among" && d.Lemma(d.Tokens[prep].Head) == "be" && f.cast.At[i] < 0 { // "X is among the states that do"
		if s := d.Child(d.Tokens[prep].Head, "nsubj"); s >= 0 && s < prep {
			return d.Coordinated(s)
		}
	}
	if up := d.Tokens[i].Head; d.Tokens[i].Dep == "appos" && d.Lemma(i) == "one" && f.cast.At[up] >= 0 {
		return []int{up} // "X, one of the few states that do"
	}
	if up := d.Tokens[i].Head; d.Tokens[i].Dep == "appos" && f.cast.At[i] < 0 && d.Tokens[i].Tag == "NN" && f.cast.At[up] >= 0 && f.nounType(i) == kg.Place && f.cast.Mentions[f.cast.At[up]].Type == kg.Place {
		return []int{up} // "X, a region that is part of Y"
	}
	if up := d.Tokens[i].Head; d.Tokens[i].Dep == "appos" && (f.cast.At[i] < 0 || strings.HasSuffix(d.Tokens[i].Ent, "-NORP")) && f.cast.At[up] >= 0 && f.cast.Mentions[f.cast.At[up]].Type == kg.Person && (d.Tokens[i].Tag == "NN" || d.Tokens[i].Tag == "NNP" && d.Child(i, "det") >= 0) {
		return []int{up} // "X, a governor who founded Y"
	}
	if up := d.Tokens[i].Head; d.Tokens[i].Dep == "attr" && beVerbs[d.Lemma(up)] {
		if s := d.Child(up, "nsubj"); s >= 0 && (d.Noun(s) || d.Tokens[s].Tag == "PRP") {
			return d.Coordinated(s)
		}
		if s := f.sharedSubject(up, 1); d.Child(up, "nsubj") < 0 && len(s) > 0 { // "hopes to become the first to"
			return s
		}
	}
	return []int{i}
}
