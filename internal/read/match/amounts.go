package match

import (
	"sayso/internal/read/frame"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// price is the sum that something was bought for; -1 where none is given.
func (ma *Slots) price(v int) int {
	for _, o := range ma.ph.Behind(v, "for") {
		if ma.ph.Number(o) >= 0 && ma.ph.IsMoney(o) && ma.rules.Take("amount.price", v, o) {
			return o
		}
	}
	return -1
}

// figure gives a claim its quantity: that of its object, or of what the verb gives or sends where the object is who
// or where to. Forces of a state that died are its losses; losses say what in the unit.
func (ma *Slots) figure(r Rule, claim *Hit, s, o, thing phrase.Node) {
	if thing.Token >= 0 && ma.cast.At[thing.Token] < 0 {
		claim.Quantity = ma.ph.Quantity(thing.Token)
	} else if o.Token >= 0 && ma.cast.At[o.Token] < 0 &&
		!(ma.d.Lower(o.Token) == "one" && len(ma.ph.Behind(o.Token, "of")) > 0) {
		claim.Quantity = ma.ph.Quantity(o.Token)
	}
	losses := ma.patterns.Becomes(claim.ID, vocabulary.Losses)
	if losses == "" || s.Token >= 0 || claim.Quantity == nil {
		return
	}
	class := ma.cast.Words.Class(ma.d.Lemma(o.Token), ma.d.Lower(o.Token))
	if a, ok := ma.cast.Country(o.Token); ok && class == "force" && a.Kind == "state" &&
		ma.rules.Take("amount.losses-of-state", o.Token) {
		claim.ID, claim.Subject.Name, claim.Object.Name = losses, a.Name, ""
	}
}

// fine is the sum that somebody has to pay, where it stands beside him: "was fined $500"; -1 for none.
func (ma *Slots) fine(r Rule, fr *frame.Frame, light int) int {
	if m := ma.d.Child(fr.Trigger, "dobj"); r.Is(vocabulary.Sum) && light < 0 && ma.ph.IsMoney(m) {
		return m
	}
	return -1
}

// things gives what a verb sends or gives, where the rule's object is somebody or some place else; one without a token
// where it is nothing.
func (ma *Slots) things(r Rule, fr *frame.Frame, light int) []phrase.Node {
	nothing := []phrase.Node{{Token: -1}}
	o := fr.Object()
	if light < 0 && r.Is(vocabulary.Price) {
		return []phrase.Node{{Token: ma.price(fr.Trigger)}}
	}
	if m := ma.fine(r, fr, light); m >= 0 {
		return []phrase.Node{{Token: m}}
	}
	if o < 0 || light < 0 && !r.DobjAny && !r.Is(vocabulary.Amount) {
		return nothing
	}
	var out []phrase.Node
	for _, t := range ma.d.Coordinated(o) {
		others := light >= 0 && t != light && ma.ph.IsPerson(t) && !ma.ph.IsPerson(light)
		if ma.cast.At[t] < 0 && ma.ph.Number(t) >= 0 && !others {
			out = append(out, phrase.Node{Token: t})
		}
	}
	if len(out) > 0 {
		return out
	}
	if of := ma.ph.SumOf(o); light >= 0 && of >= 0 && ma.rules.Take("amount.sum-of", fr.Trigger, of) {
		return []phrase.Node{{Token: of}}
	}
	return nothing
}
