package attribution

import "sayso/internal/kg"

// complement reads the statement of a verb of saying whose clause follows it at once and has a subject of its own:
// "Peru maintains the border was open", "the ministry insists that it paid".
func (f clauses) complement(v int) (Statement, bool) {
	d := f.d
	q, _, known := f.cueOf(v)
	if !known || q.kind != kg.Speech || !q.takes("c") || !f.asserted(v) {
		return Statement{}, false
	}
	src, passive := f.sources().subject(v)
	if src < 0 || passive || src > v || d.Quoted[src] >= 0 || d.Tokens[src].Tag[0] == 'W' {
		return Statement{}, false
	}
	c := f.clauseBehind(v)
	if _, named := f.cast.Who(src); c < 0 || !named && !f.person(src) {
		return Statement{}, false
	}
	return f.cues().sayingOf(v, src, c), true
}

// asserted reports whether a verb tells that something is or was done: finite, in no quotation, not denied, no question
// and not merely possible.
func (f clauses) asserted(v int) bool {
	d := f.d
	if d.Quoted[v] >= 0 || d.Child(v, "neg") >= 0 || f.modalAt(v) || f.cues().isQuestion(v) {
		return false
	}
	if m := d.Child(v, "mark"); m >= 0 && conditions[d.Lower(m)] {
		return false
	}
	switch d.Tokens[v].Tag {
	case "VBD", "VBZ", "VBP":
		return true
	case "VBN":
		have := d.Child(v, "aux")
		return have >= 0 && d.Lemma(have) == "have"
	}
	return false
}

// clauseBehind is the verb of the clause that begins right behind verb v and has its own subject; -1 for none.
func (f clauses) clauseBehind(v int) int {
	d := f.d
	for _, c := range d.All(v, "ccomp") {
		s := d.Child(c, "nsubj", "nsubjpass", "expl")
		if c > v && s > v && s < c && f.startsBehind(v, c) {
			return c
		}
	}
	return -1
}

// urging reads what subject s urges somebody to do by verb w: "X urged the crews to hurry".
func (f clauses) urging(w, s int) (Statement, bool) {
	d := f.d
	q, _, known := f.cueOf(w)
	if !known || q.kind != kg.Speech || !q.takes("i") || !f.asserted(w) {
		return Statement{}, false
	}
	for _, c := range append(d.All(w, "xcomp"), d.All(w, "ccomp")...) {
		to := d.Child(c, "aux")
		if c < w || to < 0 || d.Lower(to) != "to" {
			continue
		}
		out := f.cues().sayingOf(w, s, c)
		out.Tokens[0][0] = to
		return out, true
	}
	return Statement{}, false
}

// startsBehind reports whether the finite clause of verb c begins right behind verb v, with no word that asks.
func (f clauses) startsBehind(v, c int) bool {
	first := f.d.Left[c]
	return f.inked(v+1, first) == 0 && f.d.Tokens[first].Tag[0] != 'W' && f.asserts([2]int{first, f.d.Right[c]})
}
