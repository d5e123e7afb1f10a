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
	hits      []hit
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
	f.verbs()
	f.adopt(f.taken())
	f.ellipses()
	f.takebacks()
	f.nouns()
	f.adopt(f.taken())
	f.relations()
	f.adopt(f.taken())
	return f.result()
}

// readable reports whether a token stands in running text or in a title.
func (f *finder) readable(i int) bool {
	return f.d.Readable(i)
}

// adopt makes claims of what patterns and relations found.
func (f *finder) adopt(hits []hit) {
	for _, h := range hits {
		f.found = append(f.found, f.claimOf(h))
	}
}

// claimOf makes a claim of a hit, with everything that hangs on the clause it stands in and on the statement that makes it.
func (f *finder) claimOf(h hit) found {
	claim := kg.ReadClaim{Subject: h.subject.name, Predicate: h.id, Object: h.object.name, Negated: h.commitment.negated,
		Modality: h.commitment.modality, Role: h.role, Quantity: h.quantity, Evidence: h.evidence}
	if !h.undated {
		claim.Date = f.dateOf(h.verb)
	}
	if h.ownDate {
		if date := f.dateBehind(h.verb, h.dateBehind); date != "" {
			claim.Date = date
		}
	}
	if s := f.said.Innermost(h.at); s >= 0 && !f.saysOn(h.verb, f.said.Statements[s]) {
		claim.Statement = &s
		f.attribute(&claim, h, f.said.Statements[s])
	}
	return found{ReadClaim: claim, at: h.at, verb: h.verb, needs: h.needs, phrase: h.phrase, doer: h.doer, signs: h.signs}
}

// attribute applies what the statement that makes a claim does to it.
func (f *finder) attribute(claim *kg.ReadClaim, h hit, st attribution.Statement) {
	d := f.d
	if st.Lemma == "deny" && (st.Root < 0 || f.joinedTo(h.verb, st.Root)) {
		claim.Negated = !claim.Negated
	}
	root := st.Root == h.verb || st.Root >= 0 && d.Tokens[h.verb].Tag == "VB" && d.Child(h.verb, "nsubj", "aux") < 0 &&
		f.joinedTo(h.verb, st.Root)
	performed := f.patterns.is(h.base, vocabulary.Performed) // who will never do it refuses now
	if root && claim.Modality == kg.Asserted && st.Modality != kg.Asserted && !performed {
		claim.Modality = st.Modality
	}
	if claim.Modality == kg.Asserted && h.rule != "role" && h.rule != "structure" && f.hearsay(st) {
		claim.Modality = kg.Hedged
	}
}

// emit takes a claim of its own rule into the claims at once, for later rules that go by them.
func (f *finder) claim(id kg.PredicateID, at, verb int, subject, object argument, c clause, rule string) {
	f.emit(id, at, verb, subject, object, c, rule)
	f.adopt(f.taken())
}

// joinedTo tells whether a verb is another one or joined to it by "and" or "or".
func (f *finder) joinedTo(verb, root int) bool {
	for n := 0; n < 4 && verb != root && f.d.Tokens[verb].Dep == "conj"; n++ {
		verb = f.d.Tokens[verb].Head
	}
	return verb == root
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
