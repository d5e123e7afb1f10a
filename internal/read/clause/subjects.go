package clause

import (
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
func (cl *Roles) ofWhich(v int) []int {
	d := cl.d
	s := d.Child(v, "nsubj")
	if s < 0 {
		return nil
	}
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

// alongWith gives the names behind "along with" or "together with" under a noun: "one of the five, along with X and
// Y".
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
