package commitment

import (
	"strings"

	"sayso/internal/read/trace"

	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/clause"
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
type Commitment struct {
	Negated   bool
	Modality  kg.Modality
	Refused   bool // "refused to", "declined to"
	WillNever bool // "will never", "will not", "would not"
	Purpose   bool // "sent forces to support X": what something that was done was done for
}

// Soften gives the clause a modality where it has none of its own.
func (c *Commitment) Soften(m kg.Modality) {
	if c.Modality == kg.Asserted || c.Modality == "" {
		c.Modality = m
	}
}

// Of reads polarity and modality of a verb from its own words and from the verbs it hangs on.
func (co *Reader) Of(v int) Commitment {
	d := co.d
	c := Commitment{Negated: co.NegatedAt(v), Modality: attribution.ClauseModality(d, co.words, v)}
	c.WillNever = c.Negated && co.willing(v)
	if (co.ph.HasChildIn(v, conditions) ||
		co.ph.HasChild(v, "until") && d.Tokens[v].Tag != "VBD" && !co.ph.HasChildIn(v, pastAuxiliaries) ||
		co.inverted(v)) && co.rules.Take("modality.condition", v) {
		c.Modality = kg.Hypothetical
	}
	if !c.Negated && co.ph.HasChild(v, "can") && co.rules.Take("modality.can", v) {
		c.Soften(kg.Hypothetical)
	}
	if d.Tokens[v].Head == v && d.Tokens[v].Tag == "VB" && co.ph.Infinitive(v) &&
		co.rules.Take("modality.infinitive-in-title", v) { // "Chad to free sailors", a title
		c.Soften(kg.Future)
	}
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
	if (co.question(v) && (c.Modality == kg.Asserted || d.Tokens[v].Head == v)) &&
		co.rules.Take("modality.question", v) {
		c.Modality = kg.Questioned
	}
	return c
}

// willing reports whether a verb has "will" or "would" before it, or is that word itself.
func (co *Reader) willing(v int) bool {
	for _, a := range append(co.d.All(v, "aux"), v) {
		if willWords[co.d.Lower(a)] {
			return true
		}
	}
	return false
}

// climb applies what the word up makes of the word at that hangs on it, and reports whether what is above up bears on
// it too.
func (co *Reader) climb(c *Commitment, at, up int) bool {
	d := co.d
	dep := d.Tokens[at].Dep
	to := co.ph.Infinitive(at)
	switch {
	case co.cl.RankedAfter(at) == up && co.rules.Take("commitment.ranked-after", at):
		c.Soften(attribution.ClauseModality(d, co.words, up))
		c.Negated = c.Negated != co.NegatedAt(up)
		return true
	case co.extraposed(c, at, up):
		return true
	case dep == "acl" && d.Tokens[at].Tag == "VBG" && enactments[d.Lemma(up)] && co.rules.Take("commitment.enactment", at):
		co.enacted(c, up)
	case dep == "conj":
		if co.ph.SecondThat(at) && co.rules.Take("commitment.second-that", at) {
			return true
		}
		if d.Child(at, "nsubj", "aux", "nsubjpass") >= 0 || !d.Verb(up) {
			return false
		}
		c.Soften(attribution.ClauseModality(d, co.words, up))
		return true
	case dep == "xcomp" || dep == "pcomp" || dep == "prep" || dep == "ccomp" && to || (dep == "acl" || dep == "relcl") && d.Tokens[at].Tag == "VB" && to:
		co.governed(c, at, up, to)
		return true
	case co.cl.AskedToAct(up, at) >= 0 && co.rules.Take("commitment.asked", at):
		co.governed(c, at, up, to)
		return true
	case dep == "advmod" && d.Lower(at) == "short":
		return false
	case dep == "advcl" && d.Tokens[at].Tag == "VB" && to && co.rules.Take("commitment.purpose", at):
		if c.Modality == kg.Asserted {
			c.Modality, c.Purpose = kg.Future, co.isDone(up)
		}
	case dep == "compound" && d.Tokens[at].Tag == "VBG" && d.Lemma(d.Tokens[up].Head) == "deny" && co.rules.Take("polarity.denied-gerund", at): // "denied shelling X"
		c.Negated = !c.Negated
	case (dep == "ccomp" || dep == "acl") && at > up:
		if co.calledUntrue(at, up) && co.rules.Take("polarity.called-untrue", at) {
			c.Negated = !c.Negated
			return false
		}
		co.thought(c, at, up)
	}
	return false
}

// inverted reports whether an auxiliary before the subject makes a condition: "Had X done", "Should X do".
func (co *Reader) inverted(v int) bool {
	d := co.d
	s := d.Child(v, "nsubj", "nsubjpass")
	if s < 0 || d.Tokens[v].Head == v {
		return false
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
	for i := v + 1; i+3 < end; i++ {
		if co.d.Lower(i) == "in" && co.d.Lower(i+1) == "all" && co.d.Lower(i+2) == "but" && co.d.Lower(i+3) == "name" {
			return true
		}
	}
	return false
}

func (co *Reader) question(v int) bool {
	s := co.d.Sentences[co.d.Sentence[v]]
	for i := s.End - 1; i > s.First && i > s.End-4; i-- {
		if strings.HasPrefix(co.d.Tokens[i].Text, "?") {
			return true
		}
	}
	return false
}
