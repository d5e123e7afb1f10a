package claim

import (
	"sort"

	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/layout"
	"sayso/internal/read/mention"
	"sayso/internal/read/syntax"
	"sayso/internal/read/vocabulary"
)

// finder holds what the rules share while they go through one text.
type finder struct {
	d         *syntax.Document
	cast      *mention.Cast
	said      *attribution.Result
	words     *attribution.Lexicon
	patterns  *Patterns
	published kg.Date
	used      map[int]bool // verbs and nouns that another pattern has taken up
	found     []found
	offices   map[[2]string]bool // who holds office in which state
	about     []string           // the territories whose recognition the text is about, once they are looked for
}

type found struct {
	kg.ReadClaim
	at     int   // token that the claim was read from
	verb   int   // of the clause it stands in, or the noun itself
	needs  reach // tokens that the evidence must have
	phrase bool  // a noun phrase makes the claim, and Evidence is set
	doer   int   // token of the subject, -1 for none
	signs  []string
}

// argument is who or what fills a place of a claim.
type argument struct {
	name  string
	token int
	typ   kg.EntityType // "" for mere words
	kind  string
}

// Find reads the claims of a text. published anchors dates like "Wednesday"; "" leaves them out.
func Find(said *attribution.Result, patterns *Patterns, published kg.Date) []kg.ReadClaim {
	claims, _ := FindWithSigns(said, patterns, published)
	return claims
}

// FindWithSigns reads the claims of a text, with the signs by which the confidence of each is told.
func FindWithSigns(said *attribution.Result, patterns *Patterns, published kg.Date) (claims []kg.ReadClaim, signs [][]string) {
	f := &finder{d: said.Cast.Doc, cast: said.Cast, said: said, words: said.Words, patterns: patterns, published: published, used: map[int]bool{}}
	f.offices = officesOf(said.Cast)
	for i := range f.d.Tokens {
		if f.readable(i) && f.d.Verb(i) {
			f.verb(i)
		}
	}
	f.ellipses()
	for i := range f.d.Tokens {
		if f.readable(i) && f.d.Verb(i) {
			f.takesBack(i)
		}
	}
	for i := range f.d.Tokens {
		if !f.readable(i) {
			continue
		}
		if f.d.Noun(i) {
			f.goesBack(i)
			f.noun(i)
			f.unharmed(i)
		}
		if f.d.Verb(i) || f.d.Tokens[i].Tag == "JJ" {
			f.compound(i)
		}
	}
	f.roles()
	f.apposed()
	f.affiliations()
	f.elections()
	f.structure()
	return f.result()
}

func (f *finder) readable(i int) bool {
	return f.d.Readable(i)
}

// emit records a claim that a rule of the kind named reads from token at, with everything that hangs on the clause of token verb.
func (f *finder) emit(id kg.PredicateID, at, verb int, subject, object argument, c clause, rule string) *found {
	if f.patterns.is(id, vocabulary.States) {
		subject, object = f.capital(subject), f.capital(object)
	} else {
		object = f.government(id, object)
	}
	if subject.name != "" && subject.name == object.name || f.own(subject, object) || f.anyone(subject, c) || !f.permitted(id, subject, object) || f.wordy(id, subject, object) {
		return nil
	}
	if object.token >= 0 && object.name == "" && f.whoever(object.token) && !c.negated {
		return nil
	}
	claim := kg.ReadClaim{Subject: subject.name, Predicate: id, Object: object.name, Negated: c.negated, Modality: c.modality,
		Date: f.dateOf(verb)}
	if s := f.said.Innermost(at); s >= 0 && !f.saysOn(verb, f.said.Statements[s]) {
		claim.Statement = &s
		st := f.said.Statements[s]
		if st.Lemma == "deny" && (st.Root < 0 || f.joinedTo(verb, st.Root)) {
			claim.Negated = !claim.Negated
		}
		if (st.Root == verb || st.Root >= 0 && f.d.Tokens[verb].Tag == "VB" && f.d.Child(verb, "nsubj", "aux") < 0 && f.joinedTo(verb, st.Root)) && claim.Modality == kg.Asserted && st.Modality != kg.Asserted && !f.patterns.is(id, vocabulary.Performed) { // who will never do it refuses now
			claim.Modality = st.Modality
		}
		if claim.Modality == kg.Asserted && rule != "role" && rule != "structure" && f.hearsay(st) {
			claim.Modality = kg.Hedged
		}
	}
	f.found = append(f.found, found{ReadClaim: claim, at: at, verb: verb, needs: f.required(at, verb, subject, object), doer: subject.token, signs: f.signs(rule, verb, subject, object, c)})
	return &f.found[len(f.found)-1]
}

// joinedTo tells whether a verb is another one or joined to it by "and" or "or".
func (f *finder) joinedTo(verb, root int) bool {
	for n := 0; n < 4 && verb != root && f.d.Tokens[verb].Dep == "conj"; n++ {
		verb = f.d.Tokens[verb].Head
	}
	return verb == root
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

// result drops repeats and puts the claims into the order of the text. A claim of a title that the text makes too is left to the text.
func (f *finder) result() (out []kg.ReadClaim, signs [][]string) {
	f.cite()
	f.stateFor()
	f.untruths()
	sort.SliceStable(f.found, func(i, j int) bool { return f.found[i].at < f.found[j].at })
	type key struct {
		subject, object string
		predicate       kg.PredicateID
		negated         bool
		statement       int
		value           float64
	}
	seen := map[key]bool{}
	out = []kg.ReadClaim{}
	for _, c := range f.found {
		k := key{c.Subject, c.Object, c.Predicate, c.Negated, -1, 0}
		if c.Statement != nil {
			k.statement = *c.Statement
		}
		if c.Quantity != nil {
			k.value = c.Quantity.Value
		}
		if seen[k] || c.Evidence[1] <= c.Evidence[0] || f.d.Kind(c.at) == layout.Headline && f.toldAgain(c) {
			continue
		}
		seen[k] = true
		if f.d.Kind(c.at) == layout.Headline {
			c.signs = append(c.signs, "headline")
		}
		if c.Statement != nil {
			c.signs = append(c.signs, "said")
		}
		c.Confidence = Confidence(c.signs)
		out = append(out, c.ReadClaim)
		signs = append(signs, c.signs)
	}
	return out, signs
}

// stateFor makes one claim of two where the title names a state and the text the one who leads it: the text's words, about the state.
func (f *finder) stateFor() {
	for _, t := range f.found {
		if !f.patterns.is(t.Predicate, vocabulary.HeadForState) || f.d.Kind(t.at) != layout.Headline || t.Statement != nil {
			continue
		}
		for i := range f.found {
			c := &f.found[i]
			if c.Predicate == t.Predicate && c.Subject == t.Subject && c.Negated == t.Negated && c.Statement == nil && f.d.Kind(c.at) == layout.Body && f.heads(c.Object, t.Object) {
				c.Object = t.Object
			}
		}
	}
}

// heads tells whether somebody holds office in a state.
func (f *finder) heads(name, state string) bool { return f.offices[[2]string{name, state}] }

func officesOf(cast *mention.Cast) map[[2]string]bool {
	out := map[[2]string]bool{}
	for _, r := range cast.Roles {
		if r.OfKind == "state" && !r.Former {
			out[[2]string{cast.Mentions[r.Person].Name, r.Of}] = true
		}
	}
	return out
}
