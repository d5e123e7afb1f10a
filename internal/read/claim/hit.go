package claim

import (
	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
)

// hit is what a rule found: a predicate between two ends, with what the words say of it.
type hit struct {
	id, base        kg.PredicateID // base is the predicate before a figure made it another
	at              int            // token that it was read from
	verb            int            // of the clause it stands in, or the noun itself
	doer            int            // token of the subject, -1 for none
	subject, object argument
	commitment      clause
	rule            string // kind of the rule, for the signs of confidence
	role            string // title of an office, "" elsewhere
	quantity        *kg.ReadQuantity
	evidence        kg.Span // set where phrase is true
	phrase          bool    // a noun phrase makes the claim, and its words are the evidence
	undated         bool    // no date of the clause is the claim's
	ownDate         bool    // the date that follows the object, at token dateBehind, comes first
	dateBehind      int
	needs           reach    // tokens that the evidence must have
	signs           []string // by which the confidence is told
}

// cites makes a noun phrase the evidence of a hit that has no date.
func (h *hit) cites(evidence kg.Span) { h.evidence, h.undated, h.phrase = evidence, true, true }

// taken gives the hits since the last call.
func (f *finder) taken() []hit {
	out := f.hits
	f.hits = nil
	return out
}

// emit records what a rule of the kind named reads from token at, in the clause of token verb; nil where the ends are not what the
// predicate may have.
func (f *finder) emit(id kg.PredicateID, at, verb int, subject, object argument, c clause, rule string) *hit {
	if f.patterns.is(id, vocabulary.States) {
		subject, object = f.capital(subject), f.capital(object)
	} else {
		object = f.government(id, object)
	}
	same := subject.name != "" && subject.name == object.name
	if same || f.own(subject, object) || f.anyone(subject, c) || !f.permitted(id, subject, object) || f.wordy(id, subject, object) {
		return nil
	}
	if object.token >= 0 && object.name == "" && f.whoever(object.token) && !c.negated {
		return nil
	}
	f.hits = append(f.hits, hit{id: id, base: id, at: at, verb: verb, doer: subject.token, subject: subject, object: object, commitment: c,
		rule: rule, needs: f.required(at, verb, subject, object), signs: f.signs(rule, verb, subject, object, c)})
	return &f.hits[len(f.hits)-1]
}

// permitted tells whether the vocabulary lets the predicate have ends of these types. An end without a name is nobody's.
func (f *finder) permitted(id kg.PredicateID, subject, object argument) bool {
	types := f.patterns.allowed[id]
	return (subject.name == "" || allows(types.subject, f.typeOf(subject))) && (object.name == "" || allows(types.object, f.typeOf(object)))
}

// wordy tells whether an attack is one in words: a person's on a person, in a text that says nothing of arms, or anybody's on critics and the
// like.
func (f *finder) wordy(id kg.PredicateID, subject, object argument) bool {
	if object.token >= 0 && f.cast.At[object.token] < 0 && f.patterns.allowed[id].idioms[f.d.Lemma(object.token)] {
		return true
	}
	if !f.patterns.is(id, vocabulary.InWords) {
		return false
	}
	if object.token >= 0 && f.cast.At[object.token] < 0 && verbal[f.d.Lemma(object.token)] && f.kindless(subject) {
		return true
	}
	return f.typeOf(object) == kg.Person && subject.name != "" && subject.kind == "" && f.typeOf(subject) == kg.Person && subject.typ == kg.Person
}

// anyone tells whether the subject of what is asserted is nobody in particular: "someone", "most people". Who such people are no graph can say.
func (f *finder) anyone(a argument, c clause) bool {
	if a.token < 0 || f.cast.At[a.token] >= 0 || c.negated {
		return false
	}
	switch w := f.d.Lower(a.token); {
	case anybodies[w]:
		return true
	case peopleNouns[w]:
		return f.number(a.token) < 0 && len(f.d.All(a.token, "prep", "relcl", "acl")) == 0
	}
	return false
}

// kindless tells whether somebody is neither a state nor a force.
func (f *finder) kindless(a argument) bool {
	if a.token < 0 || a.kind == "state" || a.kind == "armed force" || a.kind == "disputed territory" {
		return false
	}
	class := f.cast.Words.Class(f.d.Lemma(a.token), f.d.Lower(a.token))
	return class != "force" && f.typeOf(a) == kg.Person
}

// own tells whether the object is "the country" that the subject holds office in: that is hardly what the words mean.
func (f *finder) own(subject, object argument) bool {
	if object.token < 0 || f.cast.At[object.token] >= 0 || f.d.Lemma(object.token) != "country" {
		return false
	}
	for _, r := range f.cast.Roles {
		if f.cast.Mentions[r.Person].Name == subject.name && r.Of == object.name {
			return true
		}
	}
	return false
}
