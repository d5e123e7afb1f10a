package claim

import (
	"sort"

	"sayso/internal/read/trace"

	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/clause"
	"sayso/internal/read/commitment"
	"sayso/internal/read/frame"
	"sayso/internal/read/layout"
	"sayso/internal/read/match"
	"sayso/internal/read/mention"
	"sayso/internal/read/phrase"
	"sayso/internal/read/relation"
	"sayso/internal/read/syntax"
	"sayso/internal/read/vocabulary"
)

// finder makes claims of what the stages before found in one text.
type finder struct {
	d         *syntax.Document
	cast      *mention.Cast
	said      *attribution.Result
	words     *attribution.Lexicon
	patterns  *match.Patterns
	published kg.Date // "" where it is not known
	ph        *phrase.Names
	cl        *clause.Reference
	co        *commitment.Reader
	ma        *match.Matcher
	frames    *frame.Builder
	rules     *trace.Log
	offices   map[[2]string]bool // who holds office in which state
	found     []found            // claims so far, in the order of the rules
}

// found is a claim on its way.
type found struct {
	kg.ReadClaim
	at     int         // token that the claim was read from
	verb   int         // of the clause it stands in, or the noun itself
	needs  match.Reach // tokens that the evidence must have
	phrase bool        // a noun phrase makes the claim, and Evidence is set
	doer   int         // token of the subject, -1 for none
	signs  []string
}

// Find reads the claims of a text. published anchors dates like "Wednesday"; "" leaves them out.
func Find(said *attribution.Result, patterns *match.Patterns, published kg.Date) []kg.ReadClaim {
	claims, _ := FindWithSigns(said, patterns, published)
	return claims
}

// FindWithSigns reads the claims of a text, with the signs by which the confidence of each is told.
func FindWithSigns(
	said *attribution.Result,
	patterns *match.Patterns,
	published kg.Date,
) (claims []kg.ReadClaim, signs [][]string) {
	rules := &trace.Log{}
	phrases := phrase.New(said)
	clauses := clause.New(said, phrases, patterns.Known(), rules)
	commitments := commitment.New(said, phrases, clauses, rules)
	frames := frame.New(said, phrases, clauses, commitments, rules)
	matcher := match.New(said, patterns, phrases, clauses, commitments, frames, rules)
	relations := relation.New(said, patterns, phrases, clauses, commitments, matcher, frames, rules)
	f := &finder{d: said.Cast.Doc, cast: said.Cast, said: said, words: said.Words, patterns: patterns, published: published,
		ph: phrases, cl: clauses, co: commitments, ma: matcher, frames: frames, rules: rules, offices: officesOf(said.Cast)}
	again := ellipsis{f}
	matcher.Verbs()
	f.adopt(matcher.Taken())
	again.ellipses()
	again.takebacks()
	matcher.Nouns()
	f.adopt(matcher.Taken())
	relations.Relations(f.facts())
	f.adopt(matcher.Taken())
	return f.result()
}

// adopt makes claims of what patterns and relations found.
func (f *finder) adopt(hits []match.Hit) {
	for _, h := range hits {
		f.found = append(f.found, f.claimOf(h))
	}
}

// claimOf makes a claim of a hit, with everything that hangs on the clause it stands in and on the statement that
// makes it.
func (f *finder) claimOf(h match.Hit) found {
	claim := kg.ReadClaim{
		Subject:   h.Subject.Name,
		Predicate: h.ID,
		Object:    h.Object.Name,
		Negated:   h.Commitment.Negated,
		Modality:  h.Commitment.Modality,
		Role:      h.Role,
		Quantity:  h.Quantity,
		Evidence:  h.Evidence,
	}
	if !h.Undated {
		claim.Date = f.dateOf(h.Verb)
	}
	if h.OwnDate {
		if date := f.dateBehind(h.Verb, h.DateBehind); date != "" && f.rules.Take("date.behind-object") {
			claim.Date = date
		}
	}
	if s := f.said.Innermost(h.At); s >= 0 && !f.saysOn(h.Verb, f.said.Statements[s]) {
		claim.Statement = &s
		f.attribute(&claim, h, f.said.Statements[s])
	}
	return found{
		ReadClaim: claim,
		at:        h.At,
		verb:      h.Verb,
		needs:     h.Needs,
		phrase:    h.Phrase,
		doer:      h.Doer,
		signs:     h.Signs,
	}
}

// attribute applies what the statement that makes a claim does to it.
func (f *finder) attribute(claim *kg.ReadClaim, h match.Hit, st attribution.Statement) {
	d := f.d
	if (st.Lemma == "deny" && (st.Root < 0 || f.ph.JoinedTo(h.Verb, st.Root))) && f.rules.Take("statement.denied") {
		claim.Negated = !claim.Negated
	}
	root := st.Root == h.Verb || st.Root >= 0 && d.Tokens[h.Verb].Tag == "VB" && d.Child(h.Verb, "nsubj", "aux") < 0 &&
		f.ph.JoinedTo(h.Verb, st.Root)
	performed := f.patterns.Is(h.Base, vocabulary.Performed) // who will never do it refuses now
	if root && claim.Modality == kg.Asserted && st.Modality != kg.Asserted && !performed && f.rules.Take("statement.modality") {
		claim.Modality = st.Modality
	}
	if claim.Modality == kg.Asserted && h.Rule != "role" && h.Rule != "structure" && f.hearsay(st) && f.rules.Take("statement.hearsay") {
		claim.Modality = kg.Hedged
	}
}

// emit takes a claim of its own rule into the claims at once, for later rules that go by them.
func (f *finder) claim(
	id kg.PredicateID,
	at, verb int,
	subject, object phrase.Node,
	c commitment.Commitment,
	rule string,
) {
	f.ma.Emit(id, at, verb, subject, object, c, rule)
	f.adopt(f.ma.Taken())
}

// result drops repeats and puts the claims into the order of the text. A claim of a title that the text makes too is
// left to the text.
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

// facts are the claims so far.
func (f *finder) facts() []relation.Fact {
	out := make([]relation.Fact, len(f.found))
	for i, c := range f.found {
		out[i] = relation.Fact{
			Subject:   c.Subject,
			Object:    c.Object,
			Predicate: c.Predicate,
			Negated:   c.Negated,
			At:        c.at,
		}
	}
	return out
}
