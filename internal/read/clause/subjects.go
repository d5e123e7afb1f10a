package clause

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/phrase"
)

// whichAct is who acts in a relative clause on noun a: all that are joined to it where the verb is in the plural.
func (cl *Roles) whichAct(v, a int) []int {
	d := cl.d
	plural := cl.ph.PlainPlural(v) || cl.ph.HasChildIn(v, everyOne) || cl.theirs(v)
	lands := d.Tokens[v].Tag == "VBD" && cl.ph.HasChild(v, "which") && cl.cast.At[a] >= 0 &&
		cl.cast.Mentions[cl.cast.At[a]].Type == kg.Place // hung on the first of several, it is of all
	if d.Child(a, "conj") >= 0 && cl.cast.At[a] >= 0 && (plural || lands) {
		if all := cl.ph.Names(d.Coordinated(a)); len(all) > 1 && all[len(all)-1] < v &&
			cl.rules.Take("subject.relative-of-all", v) {
			return all
		}
	}
	if up := d.Tokens[a].Head; d.Tokens[a].Dep == "conj" && cl.cast.At[a] >= 0 && d.Noun(up) && plural {
		for d.Tokens[up].Dep == "conj" && d.Noun(d.Tokens[up].Head) {
			up = d.Tokens[up].Head
		}
		if all := cl.ph.Names(d.Coordinated(up)); len(all) > 1 && cl.rules.Take("subject.relative-of-conjuncts", v) {
			return all
		}
	}
	return cl.describedSubject(a)
}

// theirs reports whether the object of a verb is the subject's and that several: "which withdrew their recognition".
func (cl *Roles) theirs(v int) bool {
	o := cl.d.Child(v, "dobj")
	return o >= 0 && cl.ph.HasChild(o, "their")
}

// oneOf gives the "one" of "one of the states that …"; -1 where a noun is not behind one.
func (cl *Roles) oneOf(i int) int {
	d := cl.d
	prep := d.Tokens[i].Head
	if d.Tokens[i].Dep != "pobj" || cl.cast.At[i] >= 0 {
		return -1
	}
	if d.Lower(prep) == "of" && d.Lower(d.Tokens[prep].Head) == "one" {
		return d.Tokens[prep].Head
	}
	return -1
}

// DoneBy is who did what a participle says that hangs on a passive: "was ambushed by gunmen, leaving ten dead" tells
// of the gunmen.
func (cl *Roles) DoneBy(v int) []int {
	d := cl.d
	up := d.Tokens[v].Head
	if d.Tokens[v].Dep != "advcl" || d.Tokens[v].Tag != "VBG" || !d.Verb(up) || !cl.Passive(up) || v < up {
		return nil
	}
	return cl.SubjectTokens(up)
}

// SubjectTokens gives the heads of the acting noun phrases.
func (cl *Roles) SubjectTokens(v int) []int {
	d := cl.d
	if cl.Passive(v) {
		if c := d.Child(v, "conj"); d.Child(v, "agent") < 0 && c >= 0 && d.Verb(c) &&
			d.Child(c, "nsubjpass", "nsubj", "dobj") < 0 &&
			d.Child(c, "agent") >= 0 &&
			v+1 < len(d.Tokens) &&
			d.Tokens[v+1].Dep == "cc" && cl.rules.Take("agent.of-second-verb", v) {
			v = c
		}
		for _, by := range d.All(v, "agent", "prep") {
			if d.Lower(by) == "by" {
				if o := d.Child(by, "pobj"); o >= 0 && !strings.HasSuffix(d.Tokens[o].Ent, "DATE") &&
					!strings.HasSuffix(d.Tokens[o].Ent, "PERCENT") && cl.rules.Take("agent.by", v, by, o) {
					return cl.agents(by, o)
				}
			}
		}
		for i := v + 1; i < d.Right[v]; i++ { // "offered to the families by X", with "by" hung on the families
			if o := d.Child(i, "pobj"); d.Lower(i) == "by" && o >= 0 && d.Noun(d.Tokens[i].Head) &&
				cl.cast.At[o] >= 0 &&
				cl.cast.Mentions[cl.cast.At[o]].Kind != "settlement" && cl.rules.Take("agent.by-under-noun", v, o) {
				return d.Coordinated(o)
			}
		}
		return nil
	}
	if cl.joinedOn(v) && cl.rules.Take("subject.verb-hung-on-it", v) {
		return []int{d.Tokens[v].Head}
	}
	if i := v - 1; i >= 0 && cl.cast.At[i] >= 0 && d.Child(v, "nsubj") < 0 {
		if head := cl.cast.Mentions[cl.cast.At[i]].Head(d); cl.StartsClause(head) &&
			cl.rules.Take("subject.starts-clause", v, head) {
			return []int{head}
		}
	}
	if s := d.Child(v, "nsubj"); s >= 0 {
		if by := cl.RankedAfter(v); by >= 0 &&
			cl.rules.Take(
				"subject.ranked-after",
				v,
				by,
			) { // "becoming the second country after X to do": both of them did
			if k := cl.cast.At[s]; k >= 0 && cl.cast.Mentions[k].Type == kg.Place {
				return append(cl.SubjectTokensUp(by, 0), d.Coordinated(s)...)
			}
			return cl.SubjectTokensUp(by, 0)
		}
		if t := d.Tokens[s].Tag; t == "WP" || t == "WDT" {
			if a := cl.ph.Antecedent(v); a >= 0 && cl.rules.Take("subject.relative", v, a) {
				return cl.whichAct(v, a)
			}
		}
		if all := cl.ofWhich(s); len(all) > 0 && cl.rules.Take("subject.of-which", v) {
			return all
		}
		if cl.rules.Take("subject.direct", v, s) {
			return cl.withOthers(s, v)
		}
		return nil
	}
	return cl.sharedSubject(v, 0)
}

// agents gives the agent o of the preposition by with those joined to it: not a thing joined to people ("killed by a
// bomber and a rising outcry"), and those of a "by" of their own.
func (cl *Roles) agents(by, o int) []int {
	d := cl.d
	var out []int
	for n, t := range d.Coordinated(o) {
		if n > 0 && cl.ph.IsPerson(o) && cl.cast.At[o] < 0 && cl.ph.NounType(t) == "" &&
			!phrase.StartsUpper(d.Tokens[t].Text) {
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

// ofWhich gives the names that "neither of which", "none of whom" or "both of which" sums up: those joined right
// before it.
func (cl *Roles) ofWhich(s int) []int {
	d := cl.d
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
	if len(cl.ph.Names(all)) != len(all) || len(all) < 2 {
		return nil
	}
	return all
}

// withOthers adds to a subject those it acts with: "X, along with Y,", "X as well as Y", and a second subject that
// the parser found apart.
func (cl *Roles) withOthers(s, v int) []int {
	d := cl.d
	out := d.Coordinated(s)
	for _, a := range d.All(s, "appos") { // "the minister, X, and the president, Y" with the president hung on X
		if cl.cast.At[a] >= 0 && cl.cast.At[s] < 0 && cl.rules.Take("subject.title-and-apposition", s) {
			out = append(out, d.Coordinated(a)[1:]...)
		}
	}
	if cl.cast.At[s] < 0 {
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
			if cl.cast.At[c] >= 0 && cl.ph.AreJoined(c, s) && cl.rules.Take("subject.second-subject", s) {
				add = c
			}
		case dep == "prep" || dep == "cc" || dep == "advmod":
			if w := d.Lower(c); togetherWords[w] {
				if o := cl.ph.Behind(c, "with"); len(o) > 0 && o[0] < v && cl.rules.Take("subject.along-with", s) {
					add = o[0]
				}
			} else if w == "with" && togetherWords[d.Lower(c-1)] && cl.rules.Take("subject.with-behind-along", s) {
				add = d.Child(c, "pobj")
			}
		}
		if add >= 0 && !have[add] && cl.cast.At[add] >= 0 {
			for _, t := range cl.ph.Names(d.Coordinated(add)) {
				have[t] = true
				out = append(out, t)
			}
		}
	}
	return out
}

// alongWith gives the names behind "along with" or "together with" under a noun: "one of the five, along with X and Y".
func (cl *Roles) alongWith(i int) []int {
	for _, p := range cl.d.All(i, "prep") {
		if w := cl.d.Lower(p); togetherWords[w] {
			if all := cl.ph.Behind(p, "with"); len(all) > 0 && len(cl.ph.Names(all)) == len(all) {
				return all
			}
		}
	}
	return nil
}

// describedSubject is who "the only country that" is said of: the subject that a noun describes with "is" or
// "became", else the noun itself.
func (cl *Roles) describedSubject(i int) []int {
	d := cl.d
	if one := cl.oneOf(i); one >= 0 {
		if along := cl.alongWith(one); len(along) > 0 && cl.rules.Take("subject.one-of-along-with", i, one) {
			return append(cl.describedSubject(one), along...)
		}
		i = one
	}
	if as := d.Tokens[i].Head; d.Tokens[i].Dep == "pobj" && d.Lower(as) == "as" &&
		cl.cast.At[i] < 0 { // "leaves X and Y as the only ones that do"
		if o := d.Child(d.Tokens[as].Head, "dobj"); o >= 0 && o < as {
			if all := d.Coordinated(o); len(cl.ph.Names(all)) == len(all) && cl.rules.Take("subject.left-as", i) {
				return all
			}
		}
	}
	if prep := d.Tokens[i].Head; d.Tokens[i].Dep == "pobj" && d.Lower(prep) == "among" &&
		d.Lemma(d.Tokens[prep].Head) == "be" &&
		cl.cast.At[i] < 0 { // "X is among the states that do"
		if s := d.Child(d.Tokens[prep].Head, "nsubj"); s >= 0 && s < prep && cl.rules.Take("subject.is-among", i, s) {
			return d.Coordinated(s)
		}
	}
	if up := d.Tokens[i].Head; d.Tokens[i].Dep == "appos" && d.Lemma(i) == "one" && cl.cast.At[up] >= 0 &&
		cl.rules.Take("subject.one-of-in-apposition", i, up) {
		return []int{up} // "X, one of the few states that do"
	}
	if up := d.Tokens[i].Head; d.Tokens[i].Dep == "appos" && cl.cast.At[i] < 0 && d.Tokens[i].Tag == "NN" &&
		cl.cast.At[up] >= 0 &&
		cl.ph.NounType(i) == kg.Place &&
		cl.cast.Mentions[cl.cast.At[up]].Type == kg.Place && cl.rules.Take("subject.place-in-apposition", i, up) {
		return []int{up} // "X, a region that is part of Y"
	}
	if up := d.Tokens[i].Head; (d.Tokens[i].Dep == "appos" &&
		(cl.cast.At[i] < 0 || strings.HasSuffix(d.Tokens[i].Ent, "-NORP")) &&
		cl.cast.At[up] >= 0 &&
		cl.cast.Mentions[cl.cast.At[up]].Type == kg.Person &&
		(d.Tokens[i].Tag == "NN" || d.Tokens[i].Tag == "NNP" && d.Child(i, "det") >= 0)) && cl.rules.Take("subject.person-in-apposition", i, up) {
		return []int{up} // "X, a governor who founded Y"
	}
	if up := d.Tokens[i].Head; d.Tokens[i].Dep == "attr" && beVerbs[d.Lemma(up)] {
		if s := d.Child(up, "nsubj"); (s >= 0 && (d.Noun(s) || d.Tokens[s].Tag == "PRP")) &&
			cl.rules.Take("subject.is-the-one", i, s) {
			return d.Coordinated(s)
		}
		if s := cl.sharedSubject(up, 1); d.Child(up, "nsubj") < 0 && len(s) > 0 &&
			cl.rules.Take("subject.shared-by-being", i) { // "hopes to become the first to"
			return s
		}
	}
	return []int{i}
}
