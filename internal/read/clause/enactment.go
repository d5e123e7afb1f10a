package clause

// Enactor gives the verb by which somebody brings the act that noun n names into force; -1 for none.
func (cl *Verbs) Enactor(n int) int {
	d := cl.d
	v := d.Tokens[n].Head
	if !enactments[d.Lemma(n)] || v == n {
		return -1
	}
	if dep := d.Tokens[n].Dep; d.Verb(v) && (dep == "dobj" && !cl.Passive(v) || dep == "nsubjpass") &&
		enacting[d.Lemma(v)] {
		return v
	}
	return -1
}

// utterer gives the verb by which somebody utters what noun n names; -1 for none.
func (cl *Verbs) utterer(n int) int {
	d := cl.d
	v := d.Tokens[n].Head
	if utterances[d.Lemma(n)] && d.Tokens[n].Dep == "dobj" && d.Verb(v) && !cl.Passive(v) && uttering[d.Lemma(v)] {
		return v
	}
	return -1
}

// EnactedBy gives the verb by which the act that noun n is the matter of comes into force: "signed a decree on the
// recognition of X"; -1 for none.
func (cl *Verbs) EnactedBy(n int) int {
	d := cl.d
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
	return cl.Enactor(act)
}

// RankedAfter gives the verb of becoming or being under which "to do" says what a subject picked out by rank did,
// where the parser hung the infinitive on the verb: "became the third country to", "becoming the second state after X
// to"; -1 for none.
func (cl *Verbs) RankedAfter(v int) int {
	d := cl.d
	up := d.Tokens[v].Head
	if dep := d.Tokens[v].Dep; dep != "advcl" && dep != "xcomp" || up >= v {
		return -1
	}
	if d.Tokens[v].Tag != "VB" || !cl.ph.Infinitive(v) {
		return -1
	}
	after := d.Child(v, "mark") >= 0 && d.Lower(d.Child(v, "mark")) == "after" && d.Child(v, "nsubj") >= 0
	if after && d.Noun(up) && cl.ph.IsRanked(up) && cl.rules.Take("subject.ranked-after-noun", v, up) {
		return up // "makes X the first after Y to"
	}
	if !becoming[d.Lemma(up)] {
		return -1
	}
	a := d.Child(up, "attr", "oprd", "dobj")
	if a < 0 || a > v || !cl.ph.IsRanked(a) {
		return -1
	}
	if s := d.Child(v, "nsubj"); s >= 0 {
		if m := d.Child(v, "mark"); m < 0 || d.Lower(m) != "after" {
			return -1
		}
	}
	return up
}
