package relation

import (
	"sayso/internal/kg"
	"sayso/internal/read/mention"
	"sayso/internal/read/vocabulary"
)

// isGuessed reports whether the state of an office is only the one that the text is about: neither the title nor what
// stands with the name says it.
func (re *Reader) isGuessed(r mention.Role) bool {
	d := re.d
	if r.Class != "office" || r.OfKind != "state" || r.Of == "" {
		return false
	}
	if p := d.Child(r.Token, "poss"); p >= 0 && d.Tokens[p].Tag == "PRP$" {
		return false
	}
	m := re.cast.Mentions[r.Person]
	head := m.Head(d)
	return !re.saysState(d.Left[r.Token], d.Right[r.Token], r.Of) &&
		!re.saysState(d.Left[head], max(m.End, r.Token+1), r.Of)
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

// chancelleries are the states whose heads of government are chancellors.
var chancelleries = map[string]bool{"Germany": true, "Austria": true}

// isForeign reports whether somebody is hardly an officer of the state that the text is about: the office is one of
// something smaller or of another state's kind, or he is a guest there.
func (re *Reader) isForeign(r mention.Role, facts []Fact) bool {
	d := re.d
	switch {
	case d.Child(r.Token, "poss") >= 0 && re.rules.Take("office.owned-title", r.Token): // "the region's president"
		return true
	case (r.Title == "minister" || r.Head == "chancellor" && !chancelleries[r.Of]) &&
		re.rules.Take("office.lesser-title", r.Token):
		return true
	}
	name := re.cast.Mentions[r.Person].Name
	for _, c := range facts {
		if c.Subject != name || c.Negated {
			continue
		}
		switch at := func(t vocabulary.Trait) bool { return re.patterns.Is(c.Predicate, t) }; {
		case at(vocabulary.Guest):
			if e, ok := re.cast.Gaz.CapitalOf(c.Object); (c.Object == r.Of || ok && e.Name == r.Of) &&
				re.rules.Take("office.guest", r.Token) {
				return true
			}
		case at(vocabulary.Counterparts):
			if (c.Object == r.Of || re.counterpart(c.At, r.Of)) && re.rules.Take("office.counterpart", r.Token) {
				return true
			}
		case at(vocabulary.ToForeigners) && c.Object == r.Of && re.rules.Take("office.outsider", r.Token):
			return true
		}
	}
	return false
}

// counterpart reports whether the one met in the clause of a verb is called the counterpart from a state: the other
// is from elsewhere.
func (re *Reader) counterpart(v int, state string) bool {
	d := re.d
	for i := d.Left[v]; i < d.Right[v]; i++ {
		if d.Lemma(i) == "counterpart" && re.saysState(d.Left[i], i+1, state) {
			return true
		}
	}
	return false
}
