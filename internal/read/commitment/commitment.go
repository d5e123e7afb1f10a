package commitment

import (
	"strings"

	"sayso/internal/read/trace"

	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/clause"
	"sayso/internal/read/frame"
	"sayso/internal/read/mention"
	"sayso/internal/read/phrase"
	"sayso/internal/read/syntax"
)

// Reader tells how far the clauses of a text commit to what they say.
type Reader struct {
	d     *syntax.Document
	cast  *mention.Cast
	words *attribution.Lexicon
	ph    *phrase.Names
	cl    *clause.Reference
	rules *trace.Log
}

// New gives the reader of a text.
func New(said *attribution.Result, phrases *phrase.Names, clauses *clause.Reference, rules *trace.Log) *Reader {
	return &Reader{d: said.Cast.Doc, cast: said.Cast, words: said.Words, ph: phrases, cl: clauses, rules: rules}
}

// Commitment is how far a clause commits to what it says.
type Commitment = frame.Commitment

// willing reports whether a verb has "will" or "would" before it, or is that word itself.
func (co *Reader) willing(v int) bool {
	for _, a := range append(co.d.All(v, "aux"), v) {
		if willWords[co.d.Lower(a)] {
			return true
		}
	}
	return false
}

// inverted reports whether an auxiliary before the subject makes a condition: "Had X done", "Should X do".
func (co *Reader) inverted(v int) bool {
	d := co.d
	s := d.Child(v, "nsubj", "nsubjpass")
	if s < 0 {
		return false
	}
	// "how it ends, should he win the vote, is open", which the parser takes for the main clause
	if d.Tokens[v].Head == v {
		a := d.Child(v, "aux")
		return a > 0 && a < d.Left[s] && d.Lower(a) == "should" && d.Tokens[a-1].Text == "," && !co.question(v)
	}
	for _, c := range d.Children[v] {
		if w := d.Lower(c); (d.Tokens[c].Dep == "aux" || d.Tokens[c].Dep == "auxpass") && c < d.Left[s] &&
			invertedAuxiliaries[w] {
			return d.Tokens[v].Dep == "advcl" || d.Tokens[c].SentStart
		}
	}
	return false
}

// isDone reports whether a verb says that something happened.
func (co *Reader) isDone(v int) bool {
	return (co.d.Tokens[v].Tag == "VBD" || co.ph.HasChildIn(v, haveForms)) && !co.NegatedAt(v) &&
		attribution.ClauseModality(co.d, co.words, v) == kg.Asserted
}

// butInName reports whether "in all but name" follows a verb: what it says has not been done outright.
func (co *Reader) butInName(v int) bool {
	end := co.d.Sentences[co.d.Sentence[v]].End
	for i := v + 1; i+len(inNameOnly) <= end; i++ {
		n := 0
		for n < len(inNameOnly) && co.d.Lower(i+n) == inNameOnly[n] {
			n++
		}
		if n == len(inNameOnly) {
			return true
		}
	}
	return false
}

// question reports whether a verb's sentence ends in a question mark, which is no other's than the verb's: a question
// that is quoted asks nothing of what stands before the quotation.
func (co *Reader) question(v int) bool {
	s := co.d.Sentences[co.d.Sentence[v]]
	for i := s.End - 1; i > s.First && i > s.End-4; i-- {
		if strings.HasPrefix(co.d.Tokens[i].Text, "?") {
			return co.d.Quoted[i] < 0 || co.d.Quoted[i] == co.d.Quoted[v]
		}
	}
	return false
}

// Of reads polarity and modality of a verb from its own words and from the verbs it hangs on.
func (co *Reader) Of(v int) Commitment {
	d := co.d
	c := co.ownWords(v)
	for at, depth := v, 0; depth < 5; depth++ {
		up := d.Tokens[at].Head
		if up == at || !co.climb(&c, at, up) {
			break
		}
		at = up
	}
	if co.butInName(v) && co.rules.Take("modality.all-but-in-name", v) {
		c.Soften(kg.Hedged)
	}
	asked := co.question(v) && (c.Modality == kg.Asserted || d.Tokens[v].Head == v)
	if asked && co.rules.Take("modality.question", v) {
		c.Modality = kg.Questioned
	}
	return c
}

// ownWords reads polarity and modality from a verb's auxiliaries, adverbs and conjunctions.
func (co *Reader) ownWords(v int) Commitment {
	d := co.d
	c := Commitment{Negated: co.NegatedAt(v), Modality: attribution.ClauseModality(d, co.words, v)}
	c.WillNever = c.Negated && co.willing(v)
	if co.conditional(v) && co.rules.Take("modality.condition", v) {
		c.Modality = kg.Hypothetical
	}
	if c.Modality == kg.Hypothetical && (times{co}).comesToPass(v) && co.rules.Take("modality.came-to-pass", v) {
		c.Modality = kg.Asserted
	}
	if (times{co}).isAhead(v) && co.rules.Take("modality.ahead", v) {
		c.Soften(kg.Future)
	}
	if co.ph.HasChildIn(v, openAdverbs) && co.rules.Take("modality.potentially", v) {
		c.Soften(kg.Hypothetical)
	}
	if !c.Negated && co.ph.HasChild(v, "can") && co.rules.Take("modality.can", v) {
		c.Soften(kg.Hypothetical)
	}
	alone := d.Tokens[v].Head == v && d.Tokens[v].Tag == "VB" && co.ph.Infinitive(v) // "Chad to free sailors", a title
	if alone && co.rules.Take("modality.infinitive-in-title", v) {
		c.Soften(kg.Future)
	}
	return c
}

// conditional reports whether a verb says only under which condition something else is: "if X attacks", "until X
// attacks", "Should X attack".
func (co *Reader) conditional(v int) bool {
	until := times{co}.untilClause(v) && co.d.Tokens[v].Tag != "VBD" && !co.ph.HasChildIn(v, pastAuxiliaries)
	return until || times{co}.provided(v) || co.ph.HasChildIn(v, conditions) || co.inverted(v) || supposed{co}.holds(v)
}

// untilClause reports whether "until" opens the clause of a verb; before a time it only says how long: "until now".
func (co times) untilClause(v int) bool {
	for _, c := range co.d.Children[v] {
		if co.d.Lower(c) == "until" && co.d.Child(c, "pcomp", "pobj") < 0 {
			return true
		}
	}
	return false
}

// provided reports whether a clause is what something else hangs on, by a participle that says so: "provided that X
// leaves".
func (co times) provided(v int) bool {
	up := co.d.Tokens[v].Head
	return co.d.Tokens[v].Dep == "ccomp" && providing[co.d.Lower(up)] && co.d.Child(up, "nsubj", "aux", "auxpass") < 0
}
