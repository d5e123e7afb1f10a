package clause

import "sayso/internal/kg"

// hindersNobody reports whether a verb of hindering has nobody who is kept from doing.
func (cl *Verbs) hindersNobody(verb, prep int) bool {
	d := cl.d
	return d.Lower(prep) == "from" && hindering[d.Lemma(verb)] && d.Child(verb, "dobj") < 0 && !cl.Passive(verb)
}

// objectActs reports whether the object of a verb is who did what a preposition behind it says.
func (cl *Verbs) objectActs(gov int, preposition string) bool {
	switch preposition {
	case "of":
		return true
	case "for":
		return judging[cl.d.Lemma(gov)]
	case "from":
		return hindering[cl.d.Lemma(gov)]
	}
	return false
}

// appealedTo is whom a verb of asking has behind its preposition, who is to do what the infinitive says: "pleaded
// with X to"; -1 for none.
func (cl *Verbs) appealedTo(verb int) int {
	if !appeals[cl.d.Lemma(verb)] {
		return -1
	}
	for _, w := range appealPrepositions {
		if o := cl.ph.Behind(verb, w); len(o) > 0 {
			return o[0]
		}
	}
	return -1
}

// AskedToAct is whom the verb up asks for what the infinitive v says, where the parser took the infinitive for a
// purpose: "called on X to free Y"; -1 for none.
func (cl *Verbs) AskedToAct(up, v int) int {
	d := cl.d
	if d.Tokens[v].Dep != "advcl" || d.Tokens[v].Tag != "VB" || !cl.ph.Infinitive(v) ||
		Operators[d.Lemma(up)] != "ORDERED" ||
		!d.Verb(up) {
		return -1
	}
	if o := cl.appealedTo(up); o > up && o < v {
		return o
	}
	return -1
}

// objectControls reports whether the object o of a verb is who does what the infinitive after it says: "forced X to",
// not "promised X to".
func (cl *Verbs) objectControls(verb, o int) bool {
	switch w := cl.d.Lemma(verb); {
	case subjectControls[w]:
		return false
	case objectControls[w]:
		return true
	}
	if Operators[cl.d.Lemma(verb)] == "ORDERED" {
		return true
	}
	_, known := cl.ph.Actor(o)
	return known || cl.ph.NounType(o) == kg.Person || cl.ph.NounType(o) == kg.Organization
}

// AskedByOthers is the noun before the infinitive v that has others ask for what it says, where the parser took the
// infinitive for what the verb up governs: "resisted calls to free X"; -1 for none.
func (cl *Verbs) AskedByOthers(v, up int) int {
	o := cl.NounGoverning(v, up)
	return where(o >= 0 && callings[cl.d.Lemma(o)], o)
}

// NounGoverning is the noun before the infinitive v that it explains, where the parser took it for a purpose or for
// what the verb up governs: "resisted calls to free X", "blamed his hesitancy to leave"; -1 for none.
func (cl *Verbs) NounGoverning(v, up int) int {
	d := cl.d
	o := d.Child(up, "dobj")
	if d.Tokens[v].Tag != "VB" || !cl.ph.Infinitive(v) || o < 0 || o+1 >= v || d.Tokens[o+1].Tag != "TO" {
		return -1
	}
	governs := callings[d.Lemma(o)] || leanings[d.Lemma(o)]
	return where(d.Tokens[o+1].Head == v && governs && Operators[d.Lemma(up)] == "", o)
}
