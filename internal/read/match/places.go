package match

import (
	"strings"

	"sayso/internal/read/frame"
	"sayso/internal/read/vocabulary"
)

// place is what a slot is looked for with: a rule, the frame it is tried on, and the light noun and inner verb that it
// asks for (-1 for none).
type place struct {
	r            Rule
	fr           *frame.Frame
	light, inner int
}

// slotFinders give the heads of the noun phrases in each slot that is no preposition; vocabulary's pattern.go has their
// names.
var slotFinders map[string]func(ma *Slots, p place) []int

func init() {
	slotFinders = map[string]func(ma *Slots, p place) []int{
		"dobj":        (*Slots).direct,
		"inner":       (*Slots).underInner,
		"dative":      (*Slots).given,
		"thatsubject": (*Slots).subjectOfClause,
		"none":        func(*Slots, place) []int { return nil },
		"nsubj":       func(*Slots, place) []int { return nil },
		"attr":        func(ma *Slots, p place) []int { return behindVerb(p, ma.d.Child(p.fr.Trigger, "attr")) },
		"nummod":      (*Slots).amountBefore,
		"acomp":       (*Slots).behindWorth,
		"npadvmod":    func(ma *Slots, p place) []int { return behindVerb(p, ma.d.Child(p.fr.Trigger, "npadvmod")) },
		"clause": func(ma *Slots, p place) []int {
			for _, c := range ma.d.All(p.fr.Trigger, "ccomp", "xcomp") {
				if c > p.fr.Trigger {
					return []int{c}
				}
			}
			return nil
		},
		"poss": func(ma *Slots, p place) []int {
			if p.light < 0 || ma.d.Child(p.light, "poss") < 0 {
				return nil
			}
			return []int{ma.d.Child(p.light, "poss")}
		},
	}
}

// behindInner gives what stands behind a preposition under the inner verb or its object, and to whom it gives:
// "threatened to break relations with X".
func (ma *Slots) behindInner(p place, preposition string) []int {
	if p.inner < 0 {
		return nil
	}
	if out := ma.ph.Behind(p.inner, preposition); len(out) > 0 || ma.d.Noun(p.inner) {
		return out
	}
	if o := ma.d.Child(p.inner, "dative"); o >= 0 && preposition == "to" && ma.d.Tokens[o].Tag != "IN" {
		return ma.d.Coordinated(o)
	}
	return ma.behindObject(preposition, p.inner)
}

// amountBefore gives the amount that stands before the light noun: "reported 7 percent growth".
func (ma *Slots) amountBefore(p place) []int {
	if p.light < 0 {
		return nil
	}
	var out []int
	for _, l := range ma.d.Coordinated(p.light) {
		for _, c := range ma.d.Children[l] {
			if c < l && ma.ph.Number(c) >= 0 && ma.cast.At[c] < 0 && (len(out) == 0 || has(p.r.Light, ma.d.Lemma(l))) {
				out = append(out, c)
			}
		}
	}
	return out
}

// behindWorth gives what something is worth: "is worth $5 million".
func (ma *Slots) behindWorth(p place) []int {
	d := ma.d
	for _, c := range d.Children[p.fr.Trigger] {
		if worths[d.Lower(c)] && c > p.fr.Trigger {
			for g := c + 1; g < d.Right[c]; g++ {
				if ma.ph.Number(g) >= 0 && d.Tokens[g].Dep != "nummod" && d.Tokens[g].Dep != "compound" {
					return []int{g}
				}
			}
		}
	}
	return nil
}

// slot gives the heads of the noun phrases in one place under a verb.
func (ma *Slots) slot(name string, p place) []int {
	if find := slotFinders[name]; find != nil {
		return find(ma, p)
	}
	if name == vocabulary.InnerVerb {
		return ma.innerItself(p)
	}
	if preposition, ok := strings.CutPrefix(name, "inner-"); ok {
		return ma.behindInner(p, preposition)
	}
	return ma.behindAny(name, p)
}

// innerItself is the inner verb where the rule's verb governs it: not in "offered a chance to leave".
func (ma *Slots) innerItself(p place) []int {
	if p.inner < 0 || ma.d.Tokens[p.inner].Head != p.fr.Trigger {
		return nil
	}
	return []int{p.inner}
}

// behindVerb is a dependent that stands behind its verb; nil for none.
func behindVerb(p place, t int) []int {
	if t <= p.fr.Trigger {
		return nil
	}
	return []int{t}
}

// direct gives what a verb acts on: of "fined X 1.2 billion euros", X.
func (ma *Slots) direct(p place) []int {
	o := p.fr.Object()
	if o < 0 {
		return nil
	}
	c := ma.d.Child(o, "nmod", "compound")
	if c >= 0 && ma.ph.Number(o) > c && (ma.cast.At[c] >= 0 || ma.ph.NounType(c) != "") {
		return []int{c}
	}
	return append(ma.d.Coordinated(o), ma.secondAs(p.r, p.fr)...)
}

// underInner gives what the inner verb acts on, or what stands behind "of" under a noun.
func (ma *Slots) underInner(p place) []int {
	if p.inner < 0 {
		return nil
	}
	if ma.d.Noun(p.inner) {
		return ma.ph.Behind(p.inner, "of")
	}
	if o := ma.frames.Of(p.inner).Object(); o >= 0 {
		return ma.d.Coordinated(o)
	}
	return nil
}

// given gives to whom something is given.
func (ma *Slots) given(p place) []int {
	if o := ma.d.Child(p.fr.Trigger, "dative"); o >= 0 && ma.d.Tokens[o].Tag != "IN" {
		return ma.d.Coordinated(o)
	}
	return nil
}

// subjectOfClause gives the subject of the clause behind a verb: "demanded that X leave".
func (ma *Slots) subjectOfClause(p place) []int {
	c := ma.d.Child(p.fr.Trigger, "ccomp")
	if c <= p.fr.Trigger || ma.d.Child(c, "neg") >= 0 { // "found X not guilty"
		return nil
	}
	if s := ma.d.Child(c, "nsubj", "nsubjpass"); s >= 0 {
		return ma.d.Coordinated(s)
	}
	return nil
}

// behindAny looks for a preposition under the light noun, the verb, its particle or its object.
func (ma *Slots) behindAny(preposition string, p place) []int {
	if p.light >= 0 {
		if out := ma.behindLight(preposition, p); out != nil {
			return out
		}
	}
	if out := ma.behindVerbOf(preposition, p); len(out) > 0 {
		return append(out, ma.secondPair(p.fr.Trigger, preposition)...)
	}
	for _, day := range ma.d.All(p.fr.Trigger, "npadvmod") { // "reached a deal Saturday with X"
		if out := ma.ph.Behind(day, preposition); len(out) > 0 && day > p.fr.Trigger {
			return out
		}
	}
	for _, via := range p.r.Via { // "agreed to a settlement with X"
		for _, o := range p.fr.Behind(via) {
			if out := ma.ph.Behind(o, preposition); len(out) > 0 {
				return out
			}
		}
	}
	if word := ma.particle(p.r, p.fr.Trigger); len(p.r.Particle) > 0 && word >= 0 {
		if out := ma.ph.Behind(word, preposition); len(out) > 0 {
			return out
		}
	}
	if len(p.r.Light) > 0 || p.r.DobjAny || p.r.Is(vocabulary.UnderObject) {
		if out := ma.behindObject(preposition, p.fr.Trigger); out != nil {
			return out
		}
	}
	for _, o := range p.fr.Behind("in") {
		if favours[preposition] && ma.d.Lower(o) == preposition {
			return ma.ph.Behind(o, "of")
		}
	}
	return nil
}

// behindLight looks under the light noun, also through nouns like "independence"; nil for none.
func (ma *Slots) behindLight(preposition string, p place) []int {
	if out := ma.ph.Behind(p.light, preposition); len(out) > 0 {
		return out
	}
	for _, t := range p.r.Through {
		for _, o := range ma.ph.Behind(p.light, "of") {
			if ma.d.Lemma(o) == t {
				return append([]int{}, ma.ph.Behind(o, "of")...)
			}
		}
	}
	return nil
}

// behindObject looks under a verb's object and what that is of; nil for none.
func (ma *Slots) behindObject(preposition string, v int) []int {
	o := ma.d.Child(v, "dobj", "nsubjpass")
	for n := 0; n < 3 && o >= 0; n++ {
		if out := ma.ph.Behind(o, preposition); len(out) > 0 {
			return out
		}
		of := ma.ph.Behind(o, "of")
		if len(of) == 0 {
			return nil
		}
		o = of[0]
	}
	return nil
}

// behindVerbOf looks for a preposition under the verb itself. A phrase that opens the sentence only says of what it is
// where the verb has its object behind it: "on the topic of trade, X blamed Y".
func (ma *Slots) behindVerbOf(preposition string, p place) []int {
	d, v := ma.d, p.fr.Trigger
	out := p.fr.Behind(preposition)
	if len(out) == 0 || !has(p.r.Object, "dobj") || d.Child(v, "dobj") < v || out[0] > v {
		return out
	}
	if d.Left[d.Tokens[out[0]].Head] == d.Sentences[d.Sentence[v]].First {
		return nil
	}
	return out
}
