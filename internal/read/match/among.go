package match

import (
	"sayso/internal/kg"
	"sayso/internal/read/commitment"
	"sayso/internal/read/phrase"
)

// amongFated reads what became of those who are named as some of many: "among the dead were X and Y".
func (ma figures) amongFated(i int) {
	d := ma.d
	rules := ma.patterns.Adjectives[d.Lower(i)]
	p := d.Tokens[i].Head
	if len(rules) == 0 || d.Tokens[i].Dep != "pobj" || !amongWords[d.Lower(p)] {
		return
	}
	v := d.Tokens[p].Head
	s := d.Child(v, "nsubj", "attr")
	if p > v || s < v || d.Lemma(v) != "be" || d.Child(v, "neg") >= 0 {
		return
	}
	for _, t := range d.Coordinated(s) {
		a, ok := ma.ph.Actor(t)
		if !ok || ma.cast.At[t] < 0 || a.Typ != kg.Person {
			continue
		}
		for _, r := range rules {
			ma.rules.Begin()
			if ma.rules.Try(r.Name, i, t) {
				ma.Emit(r.ID, t, v, phrase.Node{Token: -1}, a, commitment.Commitment{Modality: kg.Asserted}, "verb")
			}
		}
	}
}
