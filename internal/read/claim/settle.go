package claim

import (
	"sort"

	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/frame"
	"sayso/internal/read/layout"
	"sayso/internal/read/match"
	"sayso/internal/read/syntax"
)

// Given is a hit of another language's patterns, with what its own stages know beyond it. The hit has its evidence.
type Given struct {
	match.Hit
	Date  kg.Date      // of the clause, "" where it has none
	Frame *frame.Frame // that the hit was read from; nil for none
}

// Settle makes claims of the hits of a text in any language: each belongs to the innermost statement that it stands in
// and takes on that one's modality, repeats are dropped, the rest is put into the order of the text with its
// confidence. Find ends in the same steps; before them it goes by English words.
func Settle(said *attribution.Result, hits []Given) []Claim {
	all := make([]found, 0, len(hits))
	frames := map[int]*frame.Frame{}
	for _, h := range hits {
		c := foundAt(h.Hit)
		c.Date = h.Date
		if s := said.Innermost(h.At); s >= 0 {
			c.Statement = &s
			st := said.Statements[s]
			if st.Root == h.Verb && c.Modality == kg.Asserted && st.Modality != kg.Asserted {
				c.Modality = st.Modality
				c.explain("statement.modality", st.CueToken)
			}
		}
		if h.Frame != nil {
			frames[h.At] = h.Frame
		}
		all = append(all, c)
	}
	never := func(found) bool { return false }
	return settle(said.Cast.Doc, all, never, func(c found) *frame.Frame { return frames[c.at] })
}

// foundAt is a claim of a hit's own words, without date and statement.
func foundAt(h match.Hit) found {
	return found{
		ReadClaim: kg.ReadClaim{
			Subject:   h.Subject.Name,
			Predicate: h.ID,
			Object:    h.Object.Name,
			Negated:   h.Commitment.Negated,
			Modality:  h.Commitment.Modality,
			Role:      h.Role,
			Quantity:  h.Quantity,
			Evidence:  h.Evidence,
		},
		at:     h.At,
		verb:   h.Verb,
		needs:  h.Needs,
		phrase: h.Phrase,
		doer:   h.Doer,
		signs:  h.Signs,
		why:    h.Why,
	}
}

// settle drops repeats and puts claims into the order of the text. again reports whether the running text makes the
// claim of a title; frames gives the frame that a claim was read from, nil for none.
func settle(d *syntax.Document, all []found, again func(found) bool, frames func(found) *frame.Frame) []Claim {
	sort.SliceStable(all, func(i, j int) bool { return all[i].at < all[j].at })
	type key struct {
		subject, object string
		predicate       kg.PredicateID
		negated         bool
		statement       int
		value           float64
	}
	seen := map[key]bool{}
	out := []Claim{}
	for _, c := range all {
		k := key{c.Subject, c.Object, c.Predicate, c.Negated, -1, 0}
		if c.Statement != nil {
			k.statement = *c.Statement
		}
		if c.Quantity != nil {
			k.value = c.Quantity.Value
		}
		if seen[k] || c.Evidence[1] <= c.Evidence[0] || d.Kind(c.at) == layout.Headline && again(c) {
			continue
		}
		seen[k] = true
		c.Confidence = Confidence(allSigns(d, &c))
		out = append(out, Claim{ReadClaim: c.ReadClaim, Signs: c.signs, Why: c.why, At: c.at, Frame: frames(c)})
	}
	return out
}

// allSigns adds to the signs of a claim where it stands, who says it and which rules made it.
func allSigns(d *syntax.Document, c *found) []string {
	if d.Kind(c.at) == layout.Headline {
		c.signs = append(c.signs, "headline")
	}
	if c.Statement != nil {
		c.signs = append(c.signs, "said")
	}
	c.signs = append(c.signs, ruleSigns(c.why)...)
	return c.signs
}
