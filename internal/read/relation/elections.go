package relation

import (
	"sayso/internal/kg"
	"sayso/internal/read/phrase"
)

// elections reads the offices that people are voted into: "X was elected president of Y", "voters elected X mayor of
// Y".
func (re *Reader) elections() {
	d := re.d
	for v := range d.Tokens {
		if !re.ma.Readable(v) || !d.Verb(v) || !elects[d.Lemma(v)] {
			continue
		}
		re.rules.Begin()
		office := re.officeAt(v)
		if office < 0 {
			continue
		}
		place, ok := re.officePlace(office)
		if !ok {
			continue
		}
		who := re.frames.Of(v).Object()
		if who == office { // "elected Jane Doe mayor", where the name was taken for a part of the title
			who = d.Child(office, "compound", "nmod")
		}
		if who < 0 {
			continue
		}
		for _, e := range re.cl.Expand(re.cl.ResolvePronoun(who)) {
			a, ok := re.ph.Actor(e)
			if !ok || re.ph.TypeOf(a) != kg.Person {
				continue
			}
			id := re.officePredicate(place)
			if !re.rules.Take("office.elected", v, office) {
				continue
			}
			c := re.ma.Emit(id, v, v, a, place, re.frames.Of(v).Commitment, "verb")
			if c != nil {
				c.Role = re.ph.MeasureName(office)
			}
		}
	}
}

// officeAt is the title that somebody is elected to; -1 for none.
func (re *Reader) officeAt(v int) int {
	for _, c := range re.d.All(v, "oprd", "attr", "dobj", "xcomp", "npadvmod", "appos") {
		if re.ph.IsTitle(c) {
			return c
		}
	}
	for _, c := range re.ph.Behind(v, "as") {
		if re.ph.IsTitle(c) {
			return c
		}
	}
	return -1
}

// officePlace is the state, place or body that a title is of.
func (re *Reader) officePlace(office int) (phrase.Node, bool) {
	for _, o := range re.ph.Behind(office, "of") {
		if a, ok := re.ph.Place(o); ok {
			return a, true
		}
		if a, ok := re.ph.Actor(o); ok && a.Typ != kg.Person {
			return a, true
		}
	}
	if p := re.d.Child(office, "poss"); p >= 0 {
		if a, ok := re.ph.Actor(p); ok && a.Typ != kg.Person {
			return a, true
		}
	}
	if a, ok := re.cast.Country(office); ok && re.ph.Adjective(office) {
		return phrase.Node{Name: a.Name, Token: office, Typ: a.Type, Kind: a.Kind}, true
	}
	return phrase.Node{}, false
}

// officePredicate is the relation to what an office is in: states and places are governed, bodies are led.
func (re *Reader) officePredicate(of phrase.Node) kg.PredicateID {
	if of.Typ == kg.Organization && of.Kind != "government" {
		return re.patterns.Titles["leads"]
	}
	return re.patterns.Titles["office"]
}
