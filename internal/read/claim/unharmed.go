package claim

import "sayso/internal/kg"

// unharmed reads that nobody was killed or injured from nouns: "there were no casualties", "the strike caused no injuries", "without loss of life".
func (f *finder) unharmed(n int) {
	d := f.d
	hurt := f.patterns.harms[d.Lemma(n)]
	if of := f.behind(n, "of"); d.Lemma(n) == "loss" && len(of) == 1 && d.Lemma(of[0]) == "life" {
		hurt = f.patterns.harms["death"]
	}
	if len(hurt) == 0 || f.used[n] || len(f.behind(n, "among")) > 0 || d.Child(n, "amod") >= 0 && !f.hasChild(n, "human") {
		return
	}
	v, subject, ok := f.spared(n)
	if !ok {
		return
	}
	c := f.clauseOf(v)
	if c.modality != kg.Asserted || c.refused {
		return
	}
	c.negated = true
	for _, id := range hurt {
		f.emit(id, n, v, subject, argument{token: n}, c, "noun")
	}
}

// spared finds the verb of the clause that says that there is none of the harm n, and what did not do it.
func (f *finder) spared(n int) (verb int, subject argument, ok bool) {
	d, none := f.d, argument{token: -1}
	up := d.Tokens[n].Head
	if d.Lower(up) == "without" && d.Tokens[n].Dep == "pobj" {
		v := d.Tokens[up].Head
		return v, none, d.Verb(v) && !f.clauseOf(v).negated
	}
	if !d.Verb(up) || !f.none(n) {
		return 0, none, false
	}
	switch dep := d.Tokens[n].Dep; {
	case d.Lemma(up) == "be":
		return up, none, (dep == "attr" || dep == "nsubj") && (d.Child(up, "expl") >= 0)
	case causing[d.Lemma(up)]:
		s := d.Child(up, "nsubj")
		if s < 0 || dep != "dobj" || f.person(s) {
			return 0, none, false
		}
		return up, none, true
	}
	return 0, none, false
}
