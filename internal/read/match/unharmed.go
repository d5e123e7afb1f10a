package match

import (
	"sayso/internal/kg"
	"sayso/internal/read/phrase"
)

// unharmed reads that nobody was killed or injured from nouns: "there were no casualties", "the strike caused no
// injuries", "without loss of life".
func (ma *Matcher) unharmed(n int) {
	d := ma.d
	hurt := ma.patterns.Harms[d.Lemma(n)]
	if of := ma.ph.Behind(n, "of"); losses[d.Lemma(n)] && len(of) == 1 && lives[d.Lemma(of[0])] {
		hurt = ma.patterns.Harms["death"]
	}
	if len(hurt) == 0 || ma.used[n] || len(ma.ph.Behind(n, "among")) > 0 ||
		d.Child(n, "amod") >= 0 && !ma.ph.HasChildIn(n, ofPeople) {
		return
	}
	v, subject, ok := ma.spared(n)
	if !ok {
		return
	}
	ma.rules.Begin()
	c := ma.frames.Of(v).Commitment
	if c.Modality != kg.Asserted || c.Refused || !ma.rules.Take("match.unharmed", n, v) {
		return
	}
	c.Negated = true
	for _, id := range hurt {
		ma.Emit(id, n, v, subject, phrase.Node{Token: n}, c, "noun")
	}
}

// spared finds the verb of the clause that says that there is none of the harm n, and what did not do it.
func (ma *Matcher) spared(n int) (verb int, subject phrase.Node, ok bool) {
	d, none := ma.d, phrase.Node{Token: -1}
	up := d.Tokens[n].Head
	if d.Lower(up) == "without" && d.Tokens[n].Dep == "pobj" {
		v := d.Tokens[up].Head
		return v, none, d.Verb(v) && !ma.frames.Of(v).Commitment.Negated
	}
	if !d.Verb(up) || !ma.ph.IsNone(n) {
		return 0, none, false
	}
	switch dep := d.Tokens[n].Dep; {
	case d.Lemma(up) == "be":
		return up, none, (dep == "attr" || dep == "nsubj") && (d.Child(up, "expl") >= 0)
	case causing[d.Lemma(up)]:
		s := d.Child(up, "nsubj")
		if s < 0 || dep != "dobj" || ma.ph.IsPerson(s) {
			return 0, none, false
		}
		return up, none, true
	}
	return 0, none, false
}
