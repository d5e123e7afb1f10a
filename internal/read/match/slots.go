package match

import (
	"sayso/internal/read/frame"
	"sayso/internal/read/phrase"
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
		if out := ma.fillRole(r, ma.slot(slot, place{r, fr, light, inner})); len(out) > 0 {
			return (beside{ma}).ofFate(r, v, out)
		}
	}
	if ma.patterns.Undoes[r.ID] != "" && light >= 0 {
		if out := ma.fillRole(r, ma.recognizedBefore(light)); len(out) > 0 {
			return out
		}
	}
	return ma.objectless(r, v, light)
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
