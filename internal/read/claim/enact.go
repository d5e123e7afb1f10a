package claim

import (
	"strings"

	"sayso/internal/kg"
)

// enactor gives the verb by which somebody brings the act that noun n names into force; -1 for none.
func (f *finder) enactor(n int) int {
	d := f.d
	v := d.Tokens[n].Head
	if !enactments[d.Lemma(n)] || v == n {
		return -1
	}
	if dep := d.Tokens[n].Dep; d.Verb(v) && (dep == "dobj" && !f.passive(v) || dep == "nsubjpass") && enacting[d.Lemma(v)] {
		return v
	}
	return -1
}

// enactedBy gives the verb by which the act that noun n is the matter of comes into force: "signed a decree on the recognition of X"; -1 for none.
func (f *finder) enactedBy(n int) int {
	d := f.d
	p := d.Tokens[n].Head
	if d.Tokens[n].Dep != "pobj" || !matterPrepositions[d.Lower(p)] {
		return -1
	}
	act := d.Tokens[p].Head
	if d.Verb(act) { // with "on" hung on the verb
		act = p - 1
	}
	if act < 0 || !d.Noun(act) {
		return -1
	}
	return f.enactor(act)
}

// enacted gives what the act n does the commitment of the clause in which it is signed or passed; an act of which no more is said is only
// proposed.
func (f *finder) enacted(c *clause, n int) {
	v := f.enactor(n)
	if v < 0 {
		c.soften(kg.Hypothetical)
		return
	}
	by := f.clauseOf(v)
	c.soften(by.modality)
	c.negated = c.negated != (by.negated || by.refused)
}

// rankedAfter gives the verb of becoming or being under which "to do" says what a subject picked out by rank did, where the parser hung the infinitive
// on the verb: "became the third country to", "becoming the second state after X to"; -1 for none.
func (f *finder) rankedAfter(v int) int {
	d := f.d
	up := d.Tokens[v].Head
	if d.Tokens[v].Dep != "advcl" && d.Tokens[v].Dep != "xcomp" || d.Tokens[v].Tag != "VB" || !f.infinitive(v) || up >= v {
		return -1
	}
	if d.Noun(up) && f.first(up) && d.Child(v, "nsubj") >= 0 && d.Child(v, "mark") >= 0 && d.Lower(d.Child(v, "mark")) == "after" { // "makes X the first after Y to"
		return up
	}
	if !becoming[d.Lemma(up)] {
		return -1
	}
	a := d.Child(up, "attr", "oprd", "dobj")
	if a < 0 || a > v || !f.first(a) {
		return -1
	}
	if s := d.Child(v, "nsubj"); s >= 0 {
		if m := d.Child(v, "mark"); m < 0 || d.Lower(m) != "after" {
			return -1
		}
	}
	return up
}

// extraposed reads "it is not true that …" and "it is a lie that …", which deny the clause, and "it is likely that …", which leaves it open; false where
// up is no such clause.
func (f *finder) extraposed(c *clause, at, up int) bool {
	d := f.d
	if dep := d.Tokens[at].Dep; dep != "ccomp" && dep != "acl" && dep != "advcl" && dep != "relcl" || at < up {
		return false
	}
	be := up
	if d.Noun(up) { // "it is a lie that": the clause hangs on the lie
		be = d.Tokens[up].Head
	}
	s := d.Child(be, "nsubj", "expl")
	if d.Lemma(be) != "be" || s < 0 || d.Lower(s) != "it" || s > be || !f.hasChild(at, "that") && d.Lower(d.Left[at]) != "that" {
		return false
	}
	a := d.Child(be, "acomp", "attr")
	if a < 0 || a > at || up != be && a != up {
		return false
	}
	w, not := d.Lower(a), f.negatedAt(be)
	switch {
	case factWords[w]:
		c.negated = c.negated != not
	case untrue[w] || lies[d.Lemma(a)]:
		c.negated = c.negated == not
	case strings.HasSuffix(w, "likely") || strings.HasSuffix(w, "possible") || openWords[w]:
		c.soften(kg.Hedged)
	default:
		return false
	}
	return true
}
