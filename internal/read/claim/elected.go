package claim

import (
	"sayso/internal/kg"
)

// elections reads the offices that people are voted into: "X was elected president of Y", "voters elected X mayor of Y".
func (f *finder) elections() {
	d := f.d
	for v := range d.Tokens {
		if !f.readable(v) || !d.Verb(v) || !elects[d.Lemma(v)] {
			continue
		}
		office := f.officeAt(v)
		if office < 0 {
			continue
		}
		place, ok := f.officePlace(office)
		if !ok {
			continue
		}
		who := f.directObject(v)
		if who == office { // "elected Jane Doe mayor", where the name was taken for a part of the title
			who = d.Child(office, "compound", "nmod")
		}
		if who < 0 {
			continue
		}
		for _, e := range f.expand(f.meant(who)) {
			a, ok := f.actor(e)
			if !ok || f.typeOf(a) != kg.Person {
				continue
			}
			id := f.officePredicate(place)
			if c := f.emit(id, v, v, a, place, f.clauseOf(v), "verb"); c != nil {
				c.role = f.measureName(office)
			}
		}
	}
}

// officeAt is the title that somebody is elected to; -1 for none.
func (f *finder) officeAt(v int) int {
	for _, c := range f.d.All(v, "oprd", "attr", "dobj", "xcomp", "npadvmod", "appos") {
		if f.title(c) {
			return c
		}
	}
	for _, c := range f.behind(v, "as") {
		if f.title(c) {
			return c
		}
	}
	return -1
}

func (f *finder) title(i int) bool {
	class := f.cast.Words.Titles[f.d.Lemma(i)]
	return f.d.Noun(i) && f.cast.At[i] < 0 && (class == "office" || class == "leads")
}

// officePlace is the state, place or body that a title is of.
func (f *finder) officePlace(office int) (argument, bool) {
	for _, o := range f.behind(office, "of") {
		if a, ok := f.place(o); ok {
			return a, true
		}
		if a, ok := f.actor(o); ok && a.typ != kg.Person {
			return a, true
		}
	}
	if p := f.d.Child(office, "poss"); p >= 0 {
		if a, ok := f.actor(p); ok && a.typ != kg.Person {
			return a, true
		}
	}
	if a, ok := f.cast.Country(office); ok && f.adjective(office) {
		return argument{a.Name, office, a.Type, a.Kind}, true
	}
	return argument{}, false
}

// officePredicate is the relation to what an office is in: states and places are governed, bodies are led.
func (f *finder) officePredicate(of argument) kg.PredicateID {
	if of.typ == kg.Organization && of.kind != "government" {
		return f.patterns.titles["leads"]
	}
	return f.patterns.titles["office"]
}
