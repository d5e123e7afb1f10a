package claim

import (
	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/clause"
	"sayso/internal/read/commitment"
	"sayso/internal/read/frame"
	"sayso/internal/read/framing"
	"sayso/internal/read/match"
	"sayso/internal/read/mention"
	"sayso/internal/read/phrase"
	"sayso/internal/read/relation"
	"sayso/internal/read/settle"
	"sayso/internal/read/syntax"
	"sayso/internal/read/trace"
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
	re        *relation.Reader
	frames    *framing.Builder
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
	why    []trace.Step // the rules that made it what it is
}

// explain adds a rule that changed a claim after it was made.
func (c *found) explain(rule string, tokens ...int) {
	c.why = append(c.why, trace.Step{Rule: rule, Tokens: tokens})
}

// foundAt is a claim of a hit's own words, without date and statement.
func foundAt(h match.Hit) found {
	return found{ReadClaim: h.Claim(), at: h.At, verb: h.Verb, needs: h.Needs, phrase: h.Phrase, doer: h.Doer,
		signs: h.Signs, why: h.Why}
}

// Input is a text whose mentions and statements were read.
type Input struct {
	Said      *attribution.Result
	Patterns  *match.Patterns
	Published kg.Date        // anchors dates like "Wednesday"; "" leaves them out
	Off       string         // a rule that is left out, to tell what it is worth; "" for none
	Fired     map[string]int // counts how often each rule is applied; nil where nobody counts
}

// Find reads the claims of a text, in the order of their words.
func Find(in Input) []settle.Claim {
	f := newFinder(in)
	again := ellipsis{f}
	f.ma.Verbs()
	f.adopt(f.ma.Taken())
	again.ellipses()
	again.takebacks()
	f.ma.Nouns()
	f.adopt(f.ma.Taken())
	f.re.Relations()
	f.adopt(f.ma.Taken())
	return f.result()
}

// Frames gives the frames of all verbs of a text, in order.
func Frames(in Input) []*frame.Frame {
	f := newFinder(in)
	var out []*frame.Frame
	for i := range f.d.Tokens {
		if f.ma.Readable(i) && f.d.Verb(i) && f.d.Tokens[i].Dep != "aux" && f.d.Tokens[i].Dep != "auxpass" {
			f.rules.Begin()
			out = append(out, f.frames.Of(i))
		}
	}
	return out
}

// newFinder wires the stages of one text.
func newFinder(in Input) *finder {
	said, patterns := in.Said, in.Patterns
	rules := &trace.Log{Off: in.Off, Fired: in.Fired}
	phrases := phrase.New(said)
	clauses := clause.New(said, phrases, patterns.Known(), rules)
	commitments := commitment.New(said, phrases, clauses, rules)
	frames := framing.New(said, phrases, clauses, commitments, rules)
	matcher := match.New(said, patterns, phrases, clauses, commitments, frames, rules)
	relations := relation.New(said, patterns, phrases, clauses, commitments, matcher, frames, rules, in.Published)
	return &finder{
		d:         said.Cast.Doc,
		cast:      said.Cast,
		said:      said,
		words:     said.Words,
		patterns:  patterns,
		published: in.Published,
		ph:        phrases,
		cl:        clauses,
		co:        commitments,
		ma:        matcher,
		re:        relations,
		frames:    frames,
		rules:     rules,
		offices:   officesOf(said.Cast),
	}
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
	mark := f.rules.Mark()
	c := foundAt(h)
	claim := &c.ReadClaim
	if !h.Undated {
		claim.Date = f.dateOf(h.Verb)
	}
	if h.OwnDate {
		if date := f.dateBehind(h.Verb, h.DateBehind); date != "" && f.rules.Take("date.behind-object", h.DateBehind) {
			claim.Date = date
		}
	}
	if s := f.said.Innermost(h.At); s >= 0 && !f.saysOn(h.Verb, f.said.Statements[s]) {
		claim.Statement = &s
		f.attribute(claim, h, f.said.Statements[s])
	}
	c.why = append(h.Why, f.rules.Since(mark)...)
	return c
}

// attribute applies what the statement that makes a claim does to it.
func (f *finder) attribute(claim *kg.ReadClaim, h match.Hit, st attribution.Statement) {
	d := f.d
	f.turnAround(claim, h, st)
	root := st.Root == h.Verb || st.Root >= 0 && d.Tokens[h.Verb].Tag == "VB" && d.Child(h.Verb, "nsubj", "aux") < 0 &&
		f.ph.JoinedTo(h.Verb, st.Root)
	performed := f.patterns.Is(h.Base, vocabulary.Performed) // who will never do it refuses now
	if root && claim.Modality == kg.Asserted && st.Modality != kg.Asserted && !performed &&
		f.rules.Take("statement.modality", st.CueToken) {
		claim.Modality = st.Modality
	}
	if claim.Modality == kg.Asserted && h.Rule != "role" && h.Rule != "structure" && f.hearsay(st) &&
		f.rules.Take("statement.hearsay", st.SourceToken) {
		claim.Modality = kg.Hedged
	}
}

// turnAround denies what the statement that makes a claim denies, unless its frame knows that already.
func (f *finder) turnAround(claim *kg.ReadClaim, h match.Hit, st attribution.Statement) {
	by := rejectedBy(h.Why)
	if by < 0 {
		if denying[st.Lemma] && (st.Root < 0 || f.ph.JoinedTo(h.Verb, st.Root)) &&
			f.rules.Take("statement.denied", h.Verb) {
			claim.Negated = !claim.Negated
		}
		return
	}
	if by == st.CueToken && claim.Modality == kg.Hedged { // who rejects it says that it is not so
		claim.Modality = kg.Asserted
	}
}

// rejectedBy gives the verb or noun that rejects what a hit tells, as its frame holds already: "denied claims that"; -1
// for none.
func rejectedBy(why []trace.Step) int {
	for _, s := range why {
		if s.Rule == "polarity.rejected-claim" {
			return s.Tokens[len(s.Tokens)-1]
		}
	}
	return -1
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
func (f *finder) result() []settle.Claim {
	f.cite()
	f.stateFor()
	f.untruths()
	f.found = f.real(f.found)
	all := make([]settle.Claim, len(f.found))
	for i, c := range f.found {
		all[i] = settle.Claim{ReadClaim: c.ReadClaim, Signs: c.signs, Why: c.why, At: c.at}
	}
	again := func(n int) bool { return f.toldAgain(f.found[n]) }
	return settle.Order(f.said, all, again, func(token int) *frame.Frame {
		if f.d.Verb(token) {
			return f.frames.Of(token)
		}
		return nil
	})
}
