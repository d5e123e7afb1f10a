package match

import (
	"slices"
	"strings"

	"sayso/internal/read/trace"

	"sayso/internal/kg"
	"sayso/internal/read/clause"
	"sayso/internal/read/commitment"
	"sayso/internal/read/framing"
	"sayso/internal/read/mention"
	"sayso/internal/read/pattern"
	"sayso/internal/read/phrase"
	"sayso/internal/read/syntax"
	"sayso/internal/read/vocabulary"
)

// Typing keeps the hits whose ends are what their predicate may have.
type Typing struct {
	d        *syntax.Document
	cast     *mention.Cast
	patterns *Patterns
	ph       *phrase.Names
	cl       *clause.Reference
	co       *commitment.Reader
	frames   *framing.Builder
	rules    *trace.Log
	hits     []Hit // since they were last taken
}

// signs are what is known of how a claim was read.
func (ma *Typing) signs(rule string, verb int, subject, object phrase.Node, c commitment.Commitment) []string {
	out := []string{}
	switch rule {
	case "role", "verb":
		out = append(out, rule)
	case "copula", "structure", "compound":
		out = append(out, "phrase")
	default: // nouns of acts, measures, reciprocals, what is left out
		out = append(out, "indirect")
	}
	if rule == "role" {
		return out
	}
	d := ma.d
	switch {
	case subject.Name == "":
		out = append(out, "nobody")
	case subject.Token < 0:
	case strings.HasPrefix(d.Tokens[subject.Token].Tag, "PRP"):
		out = append(out, "pronoun")
	case ma.cast.At[subject.Token] < 0:
		out = append(out, "unnamed subject")
	}
	if subject.Token >= 0 && rule == "verb" && d.Tokens[subject.Token].Head != verb {
		out = append(out, "shared subject")
	}
	return append(out, pattern.Signs(object, c)...)
}

// government gives the state that the name of its capital stands for as the object of what is addressed to
// governments: "apologised to Baku".
func (ma *Typing) government(id kg.PredicateID, a phrase.Node) phrase.Node {
	if a.Kind != "settlement" || a.Token < 0 || !ma.patterns.Is(id, vocabulary.Governments) {
		return a
	}
	if of := ma.d.Tokens[a.Token].Head; ma.d.Lower(of) == "of" &&
		ma.cast.Words.Class(ma.d.Lemma(ma.d.Tokens[of].Head), "") == "settlement" { // "the city of X"
		return a
	}
	return ma.ph.Capital(a)
}

// Symmetric reports whether the object of a predicate does it too.
func (ma *Typing) Symmetric(id kg.PredicateID) bool { return ma.patterns.Symmetric(id) }

// required is the stretch from the first to the last of the words that a claim was read from, names whole.
func (ma *Typing) required(at, verb int, args ...phrase.Node) Reach {
	d := ma.d
	r := Reach{First: min(at, verb), End: max(at, verb) + 1}
	for _, a := range args {
		if a.Token < 0 || d.Sentence[a.Token] != d.Sentence[at] {
			continue
		}
		r.First, r.End = min(r.First, a.Token), max(r.End, a.Token+1)
		if k := ma.cast.At[a.Token]; k >= 0 {
			r.First, r.End = min(r.First, ma.cast.Mentions[k].First), max(r.End, ma.cast.Mentions[k].End)
		}
		if d.Left[a.Token] < a.Token && a.Token-d.Left[a.Token] < 12 {
			r.First = min(r.First, d.Left[a.Token])
		}
	}
	return r
}

// Taken gives the hits since the last call.
func (ma *Typing) Taken() []Hit {
	out := slices.DeleteFunc(slices.Clone(ma.hits), ma.toldAsDenial)
	ma.hits = nil
	return out
}

// toldAsDenial reports whether the deed that a hit has for an object is a denied hit itself: "refused to free X" says
// once that X was not freed.
func (ma *Typing) toldAsDenial(h Hit) bool {
	deed := h.Object.Token
	if deed < 0 || deed == h.Verb || ma.d.Tokens[deed].Tag != "VB" {
		return false
	}
	return slices.ContainsFunc(ma.hits, func(o Hit) bool {
		return o.Verb == deed && (o.Commitment.Negated || o.Commitment.Refused)
	})
}

// Emit records what a rule of the kind named reads from token at, in the clause of token verb; nil where the ends are
// not what the predicate may have.
func (ma *Typing) Emit(
	id kg.PredicateID,
	at, verb int,
	subject, object phrase.Node,
	c commitment.Commitment,
	rule string,
) *Hit {
	if ma.patterns.Is(id, vocabulary.States) {
		subject, object = ma.ph.Capital(subject), ma.ph.Capital(object)
	} else {
		object = ma.government(id, object)
	}
	subject, object = ma.withoutOwning(subject), ma.withoutOwning(object)
	same := subject.Name != "" && subject.Name == object.Name
	if same || ma.ownCountry(subject, object) || ma.isIndefinite(subject, c) || !ma.permitted(id, subject, object) ||
		ma.isVerbal(id, subject, object) {
		return nil
	}
	if object.Token >= 0 && object.Name == "" && ma.ph.IsWhoever(object.Token) && !c.Negated {
		return nil
	}
	ma.rules.Confirm()
	ma.hits = append(
		ma.hits,
		Hit{ID: id, Base: id, At: at, Verb: verb, Doer: subject.Token, Subject: subject, Object: object, Commitment: c,
			Rule: rule, Needs: ma.required(at, verb, subject, object), Signs: ma.signs(rule, verb, subject, object, c),
			Why: ma.rules.Since(0)},
	)
	return &ma.hits[len(ma.hits)-1]
}

// withoutOwning takes the "'s" off words that stand for somebody nobody names: "the governor's decision to appoint X".
func (ma *Typing) withoutOwning(a phrase.Node) phrase.Node {
	if a.Token >= 0 && ma.cast.At[a.Token] < 0 {
		a.Name = strings.TrimSuffix(strings.TrimSuffix(a.Name, "'s"), "’s")
	}
	return a
}

// permitted reports whether the vocabulary lets the predicate have ends of these types. An end without a name is
// nobody's.
func (ma *Typing) permitted(id kg.PredicateID, subject, object phrase.Node) bool {
	subject.Typ, object.Typ = ma.ph.TypeOf(subject), ma.ph.TypeOf(object)
	return ma.patterns.Permits(id, subject, object)
}

// isVerbal reports whether an attack is one in words: a person's on a person, in a text that says nothing of arms, or
// anybody's on critics and the like.
func (ma *Typing) isVerbal(id kg.PredicateID, subject, object phrase.Node) bool {
	if object.Token >= 0 && ma.cast.At[object.Token] < 0 && ma.patterns.Idiom(id, ma.d.Lemma(object.Token)) {
		return true
	}
	if !ma.patterns.Is(id, vocabulary.InWords) {
		return false
	}
	if object.Token >= 0 && ma.cast.At[object.Token] < 0 && verbal[ma.d.Lemma(object.Token)] &&
		ma.ph.IsCivilian(subject) {
		return true
	}
	return ma.ph.TypeOf(object) == kg.Person && subject.Name != "" && subject.Kind == "" &&
		ma.ph.TypeOf(subject) == kg.Person &&
		subject.Typ == kg.Person
}

// isIndefinite reports whether the subject of what is asserted is nobody in particular: "someone", "most people". Who
// such people are no graph can say.
func (ma *Typing) isIndefinite(a phrase.Node, c commitment.Commitment) bool {
	if a.Token < 0 || ma.cast.At[a.Token] >= 0 || c.Negated {
		return false
	}
	switch w := ma.d.Lower(a.Token); {
	case anybodies[w]:
		return true
	case peopleNouns[w]:
		return ma.ph.Number(a.Token) < 0 && len(ma.d.All(a.Token, "prep", "relcl", "acl")) == 0
	}
	return false
}

// ownCountry reports whether the object is "the country" that the subject holds office in: that is hardly what the
// words mean.
func (ma *Typing) ownCountry(subject, object phrase.Node) bool {
	if object.Token < 0 || ma.cast.At[object.Token] >= 0 || ma.d.Lemma(object.Token) != "country" {
		return false
	}
	for _, r := range ma.cast.Roles {
		if ma.cast.Mentions[r.Person].Name == subject.Name && r.Of == object.Name {
			return true
		}
	}
	return false
}
