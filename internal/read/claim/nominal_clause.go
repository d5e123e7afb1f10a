package claim

import "sayso/internal/kg"

// undone tells whether what a noun names is taken back or put in doubt by the words that it stands under: "takes back its recognition of X". Of
// what somebody does with what is its own only those verbs are sure that let it be.
func (f *finder) undone(n int) bool {
	d := f.d
	own := false
	if p := d.Child(n, "poss"); p >= 0 {
		own = d.Tokens[p].Tag == "PRP$"
	}
	for at, depth := n, 0; depth < 4; depth++ {
		up := d.Tokens[at].Head
		if up == at {
			return false
		}
		if undoings[d.Lemma(up)] {
			return true
		}
		if d.Verb(up) {
			return own && d.Tokens[at].Dep != "nsubj" && !lasting[d.Lemma(up)]
		}
		at = up
	}
	return false
}

// nounClause is the commitment of the clause a noun stands in, as far as the words before the noun let it stand; it is empty where the noun is only
// wished for, feared or denied.
func (f *finder) nounClause(n int) clause {
	c := f.clauseAbove(n)
	if c.modality == "" {
		return c
	}
	for _, a := range f.d.All(n, "amod", "advmod") {
		switch w := f.d.Lower(a); {
		case onlyPossible[w]:
			c.soften(kg.Hypothetical)
		case onlyReported[w]:
			c.soften(kg.Hedged)
		}
	}
	if n > 1 && f.d.Tokens[n-1].Text == "-" && f.d.Lower(n-2) == "non" { // "non-recognition"
		c.negated = !c.negated
	}
	return c
}

func (f *finder) clauseAbove(n int) clause {
	d := f.d
	for at, depth := n, 0; depth < 6; depth++ {
		up := d.Tokens[at].Head
		if up == at {
			break
		}
		w := d.Lemma(up)
		switch {
		case unrealized[w] && d.Verb(d.Tokens[up].Head):
			return clause{}
		case d.Verb(up):
			v := f.clauseOf(up)
			if v.negated && f.none(n) {
				return clause{negated: true, modality: v.modality}
			}
			if v.negated || f.patterns.governors[w] == "FUTURE" || f.patterns.governors[w] == "NEGATED" || doubted[w] {
				return clause{}
			}
			if effect := f.patterns.governors[w]; effect == "ORDERED" || effect == "HYPOTHETICAL" || effect == "HEDGED" {
				v.soften(kg.Modality(effect))
			}
			if v.modality == kg.Future && presupposing[w] && d.Child(n, "poss") >= 0 { // what is to be justified is there
				v.modality = kg.Asserted
			}
			return clause{modality: v.modality}
		}
		at = up
	}
	return clause{modality: kg.Asserted, negated: f.none(n)}
}
