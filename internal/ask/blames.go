package ask

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// blameReader reads "who blames whom (for the explosion)", "who is blamed for the crash", "who holds Russia responsible
// for the famine".
type blameReader struct{ request }

// read lists the ways to understand the question as one of this family.
func (r blameReader) read() []Question {
	kind, rest := r.kind, r.rest
	if kind != askWho && kind != askWhat {
		return nil
	}
	if at := indexOf(rest, "responsible"); at > 0 && holdForms[stemmed(rest[:at])] {
		return r.responsible(rest, at)
	}
	at := indexIn(rest, whomEnd)
	if at > 0 {
		rest = slices.Delete(slices.Clone(rest), at, at+1)
	}
	var out []Question
	for i := range rest {
		for _, m := range r.lex.find(rest, i) {
			left, f := cutAuxiliaries(rest[:i])
			if !r.lex.is(m.id, kg.Blames) || len(left) > 0 || f.modal || f.negated {
				continue
			}
			after := rest[m.end:]
			open := at > 0 || f.be && participle(rest[i].low)
			if !open || len(after) > 0 && !blameAfter[after[0].low] || len(after) > 0 && after[0].low == "by" {
				continue
			}
			about := r.phrase(trim(after))
			if about.bad {
				continue
			}
			q := r.question(WhoBlames, 0.93)
			q.Predicates, q.About = []kg.PredicateID{m.id}, about.text
			out = append(out, q)
		}
	}
	return out
}

// stemmed gives the verb of "holds Russia" as it is written, "" where there is none.
func stemmed(words []token) string {
	for _, w := range words {
		if holdVerbs[w.stem] {
			return w.low
		}
	}
	return ""
}

// responsible reads "who holds Russia responsible for the famine", "whom does Kyiv hold responsible".
func (r blameReader) responsible(rest []token, at int) []Question {
	held := r.lex.phrases[keyOf(strings.Fields(entriesOf("heldResponsible")[0]))]
	if len(held) == 0 {
		return nil
	}
	hold := slices.IndexFunc(rest, func(w token) bool { return holdVerbs[w.stem] })
	left, f := cutAuxiliaries(rest[:hold])
	subject, object := r.phrase(left), r.phrase(rest[hold+1:at])
	about := r.phrase(rest[at+1:])
	if f.modal || f.negated || subject.bad || object.bad || about.bad {
		return nil
	}
	q := r.question(WhoBlames, 0.93-0.15*float64(subject.junk+object.junk))
	q.Predicates, q.Actor, q.Target, q.About = []kg.PredicateID{held[0].id}, subject.text, object.text, about.text
	return []Question{q}
}
