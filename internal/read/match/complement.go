package match

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/frame"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// complement reports whether a word stands as a complement or behind "for" under the verb.
func (ma *Slots) complement(v int, word string) bool {
	d := ma.d
	// "left two people dead and six injured"
	if len(ma.patterns.Adjectives[word]) > 0 && (beside{ma}).fateBehind(v, d.Right[v], word) {
		return true
	}
	for _, c := range d.Children[v] {
		if d.Lower(c) == word && c > v {
			return true
		}
		for _, g := range d.Children[c] {
			if d.Lower(g) == word && c > v &&
				(d.Tokens[c].Dep == "prep" || d.Tokens[c].Dep == "ccomp" || d.Tokens[c].Dep == "dobj") {
				return true
			}
			if d.Lower(g) == "for" {
				if o := d.Child(g, "pobj"); o >= 0 && d.Lower(o) == word {
					return true
				}
			}
		}
	}
	return false
}

func (ma *Slots) inNoun(r Rule, v int) int {
	for _, p := range ma.d.All(v, "prep") {
		if ma.d.Lower(p) == "in" {
			if o := ma.d.Child(p, "pobj"); o >= 0 && (has(r.In, ma.d.Lemma(o)) || has(r.In, ma.d.Lower(o))) {
				return o
			}
		}
	}
	return -1
}

// asFits checks "as …": a rule that asks for it needs one of its words there; "recognized X as its capital" is no
// recognition of a state.
func (ma *Slots) asFits(r Rule, fr *frame.Frame) bool {
	v := fr.Trigger
	if r.AsPartOf {
		return ma.asPartOf(v)
	}
	d := ma.d
	ups := []int{v}
	if o := fr.Object(); o >= 0 {
		ups = append(ups, o)
	}
	for _, up := range ups {
		for _, p := range d.All(up, "prep") {
			if d.Lower(p) != "as" || p < v {
				continue
			}
			o := d.Child(p, "pobj", "amod", "acomp", "pcomp")
			if ma.ph.OnlyPart(o) {
				continue
			}
			if len(r.As) == 0 {
				return !r.Barred("as")
			}
			return o >= 0 && (has(r.As, d.Lemma(o)) || has(r.As, d.Lower(o)))
		}
	}
	if len(r.As) == 0 {
		return true
	}
	if x := d.Child(v, "oprd", "xcomp", "ccomp"); x >= 0 {
		return has(r.As, d.Lemma(x))
	}
	return false
}

// asPartOf reports whether "as part of Y", "as Y's territory" or "as" with an adjective of a state follows a verb,
// where Y is not the state that the object lies in: who recognizes a territory as what it is already, recognizes
// nothing.
func (ma *Slots) asPartOf(v int) bool {
	o := ma.frames.Of(v).Object()
	if o < 0 {
		return false
	}
	whole, ok := ma.ph.Place(o)
	if it := ma.landBefore(o); !ok && it != o {
		whole, ok = ma.ph.Place(it)
	}
	if about := ma.topical(o); !ok && len(about) == 1 {
		whole, ok = about[0], true
	}
	e, known := ma.cast.Gaz.Lookup(whole.Name, kg.Place)
	if !ok || !known || e.In == "" || e.Kind != "disputed territory" && e.Kind != "region" {
		return false
	}
	for _, up := range []int{v, o} {
		for _, p := range ma.d.All(up, "prep") {
			if x := ma.d.Child(p, "pobj", "amod", "acomp"); ma.d.Lower(p) == "as" && p > v && x >= 0 {
				if holder := ma.ph.Holder(x); holder != "" {
					return holder != e.In
				}
			}
		}
	}
	return false
}

// withNoun reports whether a pattern's noun stands behind its preposition: "with weapons", "by phone".
func (ma *Slots) withNoun(r Rule, v int) bool {
	d := ma.d
	prepositions := r.WithAny
	if len(prepositions) == 0 {
		prepositions = []string{"with"}
	}
	for _, up := range append([]int{v}, d.All(v, "dobj")...) {
		for _, p := range d.All(up, "prep") {
			if has(prepositions, d.Lower(p)) {
				if o := d.Child(p, "pobj"); o >= 0 && has(r.WithNoun, d.Lemma(o)) {
					return true
				}
			}
		}
	}
	return false
}

// withdraws reports whether what a verb takes away from somewhere is a mere thing: "withdrew the painting from the
// sale".
func (ma *Slots) withdraws(v int) bool {
	o := ma.d.Child(v, "dobj")
	if o < 0 || ma.cast.At[o] >= 0 || ma.ph.IsPerson(o) || phrase.Targets[ma.d.Lemma(o)] {
		return false
	}
	class := ma.cast.Words.Class(ma.d.Lemma(o), ma.d.Lower(o))
	return class == "" && ma.ph.NounType(o) == "" && !strings.HasPrefix(ma.d.Tokens[o].Tag, "PRP") &&
		!armament[ma.d.Lemma(o)]
}

// lightNoun finds the noun that a rule asks for as the verb's object, also behind a measure ("40 tonnes of medicine")
// or joined to another ("an agreement and a deal"); sums of money are money.
func (ma *Slots) lightNoun(r Rule, fr *frame.Frame) int {
	o := fr.Object()
	if o < 0 {
		return -1
	}
	d := ma.d
	fits := func(t int) bool {
		return (has(r.Light, d.Lemma(t)) || has(r.Light, d.Lower(t))) && !(r.Is(vocabulary.InWords) && ma.isStoppage(t))
	}
	for _, t := range d.Coordinated(o) {
		if fits(t) {
			return t
		}
		if of := ma.ph.Behind(t, "of"); len(of) > 0 && amountsOf[d.Lemma(t)] && fits(of[0]) { // "a series of strikes"
			return of[0]
		}
	}
	if of := ma.ph.Behind(o, "of"); len(of) > 0 && fits(of[0]) && (ma.ph.Number(o) >= 0 || ma.ph.PortionOf(o) != o) {
		return o
	}
	if in := ma.ph.Behind(o, "in"); len(in) > 0 && ma.ph.IsMoney(o) && fits(in[0]) { // "$40 million in aid"
		return o
	}
	if n := ma.ph.Number(o); n >= 0 && hasIn(r.Light, moneyNouns) && ma.ph.Currency(n) != "" {
		return o
	}
	return -1
}

// heldTo reports whether a verb says what somebody is held to be or to, and not where: "was held responsible", "were
// held to a standard".
func (ma *Slots) heldTo(v int) bool {
	for _, p := range ma.d.All(v, "prep") {
		if o := ma.d.Child(p, "pobj"); o >= 0 && notCustody[ma.d.Lemma(o)] {
			return true
		}
	}
	return ma.d.Child(v, "oprd", "acomp", "xcomp", "attr", "ccomp") >= 0 || ma.ph.HasChildIn(v, heldTo)
}

// joinsIn reports whether somebody only does something together with others: "joined the union in condemning X" makes
// nobody a member.
func (ma *Slots) joinsIn(fr *frame.Frame) bool {
	for _, up := range []int{fr.Trigger, fr.Object()} {
		if up < 0 {
			continue
		}
		for _, p := range ma.d.All(up, "prep") {
			if ma.d.Lower(p) == "in" && ma.d.Child(p, "pcomp") >= 0 {
				return true
			}
		}
	}
	return false
}

// innerVerb finds the verb that must follow: "refused to recognize", "urged Y not to recognize", "warned against
// recognizing".
func (ma *Slots) innerVerb(r Rule, v int) (int, bool) {
	if len(r.Against) > 0 {
		return ma.behindAgainst(r, v)
	}
	if len(r.Infinitive) == 0 {
		return -1, true
	}
	d := ma.d
	ups := []int{v}
	for _, c := range d.All(v, "dobj", "prep") {
		ups = append(ups, c)
		if o := d.Child(c, "pobj"); o >= 0 {
			ups = append(ups, o)
		}
	}
	for _, up := range ups {
		for _, x := range d.All(up, "xcomp", "ccomp", "advcl", "acl", "relcl") {
			if x >= v && has(r.Infinitive, d.Lemma(x)) && ma.follows(r, x, up != v) {
				return x, true
			}
		}
	}
	return -1, false
}

// behindAgainst finds the verb or noun behind "against".
func (ma *Slots) behindAgainst(r Rule, v int) (int, bool) {
	for _, p := range ma.d.All(v, "prep") {
		x := ma.d.Child(p, "pcomp", "pobj")
		if ma.d.Lower(p) == "against" && x >= 0 && has(r.Against, ma.d.Lemma(x)) {
			return x, true
		}
	}
	return -1, false
}

// follows reports whether verb x is an infinitive as a pattern asks for; strict where it hangs on a noun and must
// have its "to".
func (ma *Slots) follows(r Rule, x int, strict bool) bool {
	d := ma.d
	aux := d.Child(x, "aux")
	to, any := aux >= 0 && d.Lower(aux) == "to", has(r.Infinitive, "*")
	switch {
	case (strict || any) && !to:
		return false
	case aux >= 0 && d.Tokens[aux].Tag == "MD", aux < 0 && d.Tokens[x].Dep == "ccomp" && d.Tokens[x].Tag != "VB":
		return false
	case hasIn(r.Infinitive, recognizeVerbs) && d.Child(x, "ccomp") >= 0: // to see that something is so
		return false
	}
	return ma.co.NegatedAt(x) == r.Negated
}
