package commitment

import (
	"sayso/internal/kg"
	"sayso/internal/read/clause"
)

// NounClause is the commitment of the clause a noun stands in, as far as the words before the noun let it stand; it
// is empty where the noun is only wished for, feared or denied.
func (co *Reader) NounClause(n int) Commitment {
	c := co.clauseAbove(n)
	if c.Modality == "" {
		return c
	}
	for _, a := range co.d.All(n, "amod", "advmod") {
		switch w := co.d.Lower(a); {
		case onlyPossible[w] && co.rules.Take("modality.possible-act", n):
			c.Soften(kg.Hypothetical)
		case onlyReported[w] && co.rules.Take("modality.reported-act", n):
			c.Soften(kg.Hedged)
		}
	}
	if n > 1 && co.d.Tokens[n-1].Text == "-" && co.d.Lower(n-2) == "non" &&
		co.rules.Take("polarity.non", n) { // "non-recognition"
		c.Negated = !c.Negated
	}
	return c
}

func (co *Reader) clauseAbove(n int) Commitment {
	d := co.d
	for at, depth := n, 0; depth < 6; depth++ {
		up := d.Tokens[at].Head
		if up == at {
			break
		}
		w := d.Lemma(up)
		switch {
		case (unrealized[w] || w == "against" && d.Verb(d.Tokens[up].Head)) && co.rules.Take("commitment.unrealized-noun", n):
			return Commitment{}
		case d.Verb(up):
			v := co.Of(up)
			if v.Negated && co.ph.IsNone(n) {
				return Commitment{Negated: true, Modality: v.Modality}
			}
			if (v.Negated || clause.Operators[w] == "FUTURE" || clause.Operators[w] == "NEGATED" || doubted[w]) &&
				co.rules.Take("commitment.denied-noun", n) {
				return Commitment{}
			}
			if effect := clause.Operators[w]; (effect == "ORDERED" || effect == "HYPOTHETICAL" || effect == "HEDGED") &&
				co.rules.Take("modality.governed-noun", n) {
				v.Soften(kg.Modality(effect))
			}
			if v.Modality == kg.Future && presupposing[w] &&
				d.Child(
					n,
					"poss",
				) >= 0 && co.rules.Take("modality.presupposed", n) { // what is to be justified is there
				v.Modality = kg.Asserted
			}
			return Commitment{Modality: v.Modality}
		}
		at = up
	}
	return Commitment{Modality: kg.Asserted, Negated: co.ph.IsNone(n)}
}
