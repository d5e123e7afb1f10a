package match

import (
	"sayso/internal/read/frame"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// Slots finds the places of a pattern's object and of the words that it asks for.
type Slots struct{ Fillers }

// particle finds the word that must belong to the verb.
func (ma *Slots) particle(r Rule, v int) int {
	for _, c := range ma.d.Children[v] {
		if has(r.Particle, ma.d.Lower(c)) {
			return c
		}
		if ma.d.Tokens[c].Dep == "prep" {
			if o := ma.d.Child(c, "pobj"); o >= 0 && has(r.Particle, ma.d.Lower(o)) {
				return o
			}
		}
	}
	return -1
}

func (ma *Slots) preposition(v int, words []string) int {
	for _, p := range ma.d.All(v, "prep", "dative", "agent") {
		if has(words, ma.d.Lower(p)) {
			return p
		}
	}
	return -1
}

// within reports whether one of the prepositions stands in the noun phrase with head i: "charged X and two others
// with fraud".
func (ma *Slots) within(i int, words []string) bool {
	if i < 0 {
		return false
	}
	for c := i + 1; c < ma.d.Right[i]; c++ {
		if ma.d.Tokens[c].Dep == "prep" && has(words, ma.d.Lower(c)) {
			return true
		}
	}
	return false
}

// objects finds what fills the object of a rule, all of it, in the first slot that has something fitting.
func (ma *Slots) objects(r Rule, fr *frame.Frame, light, inner int) []phrase.Node {
	v := fr.Trigger
	if has(r.Object, "nsubj") {
		return ma.fillRole(r, fr.Agents())
	}
	for _, slot := range r.Object {
		if out := ma.fillRole(r, ma.slot(r, slot, fr, light, inner)); len(out) > 0 {
			return out
		}
	}
	if ma.patterns.undoes[r.ID] != "" && light >= 0 {
		if out := ma.fillRole(r, ma.recognizedBefore(light)); len(out) > 0 {
			return out
		}
	}
	return ma.objectless(r, v, light)
}

// slot gives the heads of the noun phrases in one place under a verb.
func (ma *Slots) slot(r Rule, slot string, fr *frame.Frame, light, inner int) []int {
	v := fr.Trigger
	d := ma.d
	switch slot {
	case "dobj":
		if o := fr.Object(); o >= 0 {
			if c := d.Child(o, "nmod", "compound"); c >= 0 && ma.ph.Number(o) > c &&
				(ma.cast.At[c] >= 0 || ma.ph.NounType(c) != "") { // "fined X 1.2 billion euros"
				return []int{c}
			}
			return append(d.Coordinated(o), ma.secondAs(r, fr)...)
		}
	case "attr":
		if a := d.Child(v, "attr"); a > v {
			return []int{a}
		}
	case "inner":
		if inner >= 0 {
			if d.Noun(inner) {
				return ma.ph.Behind(inner, "of")
			}
			if o := ma.frames.Of(inner).Object(); o >= 0 {
				return d.Coordinated(o)
			}
		}
	case "inner-with":
		if inner >= 0 {
			return ma.ph.Behind(inner, "with")
		}
	case "poss":
		if light >= 0 {
			if p := d.Child(light, "poss"); p >= 0 {
				return []int{p}
			}
		}
	case "dative":
		if o := d.Child(v, "dative"); o >= 0 && d.Tokens[o].Tag != "IN" {
			return d.Coordinated(o)
		}
		if d.Child(v, "dobj") >= 0 && light >= 0 && fr.Passive {
			return nil
		}
	case "thatsubject":
		if c := d.Child(v, "ccomp"); c > v {
			if s := d.Child(c, "nsubj", "nsubjpass"); s >= 0 {
				return d.Coordinated(s)
			}
		}
	case "clause":
		for _, c := range d.All(v, "ccomp", "xcomp") {
			if c > v {
				return []int{c}
			}
		}
	case "npadvmod":
		if o := d.Child(v, "npadvmod"); o > v {
			return []int{o}
		}
	case "none", "nsubj":
		return nil
	default:
		return ma.behindAny(r, slot, fr, light)
	}
	return nil
}

// behindAny looks for a preposition under the verb, its object, its particle or its light noun.
func (ma *Slots) behindAny(r Rule, slot string, fr *frame.Frame, light int) []int {
	v := fr.Trigger
	d := ma.d
	if light >= 0 {
		if out := ma.ph.Behind(light, slot); len(out) > 0 {
			return out
		}
		for _, t := range r.Through {
			for _, o := range ma.ph.Behind(light, "of") {
				if d.Lemma(o) == t {
					return ma.ph.Behind(o, "of")
				}
			}
		}
	}
	if out := fr.Behind(slot); len(out) > 0 {
		return append(out, ma.secondPair(v, slot)...)
	}
	for _, via := range r.Via { // "agreed to a settlement with X"
		for _, o := range fr.Behind(via) {
			if out := ma.ph.Behind(o, slot); len(out) > 0 {
				return out
			}
		}
	}
	if p := ma.particle(r, v); len(r.Particle) > 0 && p >= 0 {
		if out := ma.ph.Behind(p, slot); len(out) > 0 {
			return out
		}
	}
	if o := d.Child(v, "dobj", "nsubjpass"); o >= 0 && (len(r.Light) > 0 || r.DobjAny || r.is(vocabulary.UnderObject)) {
		for n := 0; n < 3 && o >= 0; n++ {
			if out := ma.ph.Behind(o, slot); len(out) > 0 {
				return out
			}
			of := ma.ph.Behind(o, "of")
			if len(of) == 0 {
				break
			}
			o = of[0]
		}
	}
	if favours[slot] {
		for _, o := range fr.Behind("in") {
			if d.Lower(o) == slot {
				return ma.ph.Behind(o, "of")
			}
		}
	}
	return nil
}

// secondPair gives the goal of a second thing under one verb: "supplied missiles to X and drones to Y".
func (ma *Slots) secondPair(v int, preposition string) []int {
	d := ma.d
	var out []int
	for n, p := range d.All(v, "prep", "dative") {
		if o := d.Child(p, "pobj"); n > 0 && o >= 0 && d.Lower(p) == preposition && d.Tokens[p-1].Dep == "conj" &&
			ma.cast.At[p-1] < 0 {
			out = append(out, d.Coordinated(o)...)
		}
	}
	return out
}
