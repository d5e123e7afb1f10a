package relation

import (
	"sayso/internal/kg"
	"sayso/internal/read/mention"
)

// isGuessed reports whether the state of an office is only the one that the text is about: neither the title nor what
// stands with the name says it. A minister of the interior or of mines needs no more than that: of another state's the
// news says which.
func (re *Reader) isGuessed(r mention.Role) bool {
	d := re.d
	if r.Class != "office" || r.OfKind != "state" || r.Of == "" {
		return false
	}
	if p := d.Child(r.Token, "poss"); p >= 0 && d.Tokens[p].Tag == "PRP$" || r.OfHome && isHomeMinister(r) {
		return false
	}
	m := re.cast.Mentions[r.Person]
	head := m.Head(d)
	for _, p := range d.All(head, "prep") { // "President Jane Doe of X"
		if re.saysState(d.Left[p], d.Right[p], r.Of) {
			return false
		}
	}
	return !re.saysState(d.Left[r.Token], d.Right[r.Token], r.Of) &&
		!re.saysState(d.Left[head], max(m.End, r.Token+1), r.Of)
}

// isHomeMinister reports whether an office is that of a minister whose charge lies inside the state: "energy minister".
func isHomeMinister(r mention.Role) bool {
	return cabinet[r.Head] && len(r.Modifier) > 0 && !abroad[r.Modifier[len(r.Modifier)-1]] && !abroad[r.Modifier[0]]
}

// saysState reports whether the tokens from first up to end name a state, by its name, its capital or its people.
func (re *Reader) saysState(first, end int, state string) bool {
	for i := first; i < end && i < len(re.d.Tokens); i++ {
		if k := re.cast.At[i]; k >= 0 {
			m := re.cast.Mentions[k]
			if e, ok := re.cast.Gaz.CapitalOf(m.Name); m.Name == state || ok && e.Name == state {
				return true
			}
			if m.Type == kg.Organization { // a body of the state
				if a, ok := re.cast.Country(i); ok && a.Name == state {
					return true
				}
			}
		}
		for _, from := range []int{i - 1, i} {
			if from < first {
				continue
			}
			if e, ok := re.cast.Gaz.Demonym(re.d.Phrase(from, i+1)); ok && e.Name == state {
				return true
			}
		}
	}
	return false
}
