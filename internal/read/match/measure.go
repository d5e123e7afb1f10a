package match

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/commitment"
	"sayso/internal/read/frame"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// figures reads what things amount to.
type figures struct{ *Matcher }

// measured emits what a verb says a thing amounts to; a death toll counts the killed.
func (ma figures) measured(r Rule, v int, things []int, amounts []phrase.Node, c commitment.Commitment) bool {
	made := false
	c = ma.capacity(v, c)
	for _, t := range things {
		if !ma.isMeasured(r, t) {
			continue
		}
		id := r.ID
		subject, object := ma.measureOf(r, v, t)
		for _, m := range amounts {
			q := ma.ph.Quantity(m.Token)
			if q == nil || ma.miscounted(r, v, m.Token) || ma.ph.IsUpper(m.Token) {
				continue
			}
			if dead := ma.patterns.Becomes(r.ID, vocabulary.Toll); dead != "" && tollNouns[ma.d.Lemma(t)] {
				id, subject, object = dead, phrase.Node{
					Token: -1,
				}, phrase.Node{
					Name:  ma.ph.Counted(m.Token),
					Token: m.Token,
				}
				q.Unit = "people"
			}
			if q.Unit == "people" && ma.ph.Number(m.Token) == m.Token && has(r.Object, "of") && len(r.Light) > 0 {
				q.Unit = "" // "a magnitude of 6.6"
			}
			if q.Unit == "people" && ma.ph.Number(m.Token) == m.Token && id == r.ID {
				q.Unit = ma.countedBy(t)
			}
			if claim := ma.Emit(id, v, v, subject, object, c, "measure"); claim != nil {
				claim.Quantity, made = q, true
				claim.Needs = claim.Needs.With(m.Token, m.Token+1)
			}
		}
	}
	return made
}

// capacity asserts what there is room for: "the ship can carry 5,000 tonnes".
func (ma figures) capacity(v int, c commitment.Commitment) commitment.Commitment {
	can := c.Modality == kg.Hypothetical && !c.Negated && ma.ph.HasChild(v, "can")
	if can && holding[ma.d.Lemma(v)] && ma.rules.Take("figure.capacity", v) {
		c.Modality = kg.Asserted
	}
	return c
}

// countedBy is what a thing counts that a bare number measures: ships for "the number of ships"; "" for others.
func (ma figures) countedBy(t int) string {
	if of := ma.ph.Behind(t, "of"); len(of) > 0 && counts[ma.d.Lemma(t)] {
		return ma.d.Lower(of[0])
	}
	if ma.ph.IsPerson(t) {
		return "people"
	}
	return ""
}

// isMeasured reports whether a noun may be what is measured: no people, and no name that nobody knows.
func (ma figures) isMeasured(r Rule, t int) bool {
	d := ma.d
	if !d.Noun(t) || ma.ph.IsPerson(t) && r.Who != "any" {
		return false
	}
	a, ok := ma.cast.Who(t)
	if ok && r.Who != "any" {
		return a.Type != kg.Person
	}
	index := d.Child(t, "nummod") > t // "the S&P 500"
	return index || d.Tokens[t].Pos != "PROPN" || d.Tokens[t].SentStart || len(r.Light) > 0
}

// miscounted reports whether an amount is not one of what the verb measures: sold people, other things than the
// pattern's.
func (ma figures) miscounted(r Rule, v, amount int) bool {
	if traded[ma.d.Lemma(v)] && ma.ph.IsPerson(amount) || ma.isScore(amount) {
		return true
	}
	return len(r.Light) > 0 && has(r.Verb, "have") && has(r.Object, "dobj") && !has(r.Light, ma.d.Lemma(amount))
}

// measureOf gives who or what has a figure, and what it is a figure of. Where the thing is somebody's ("Turkey's
// inflation"), the owner has the figure.
func (ma figures) measureOf(r Rule, v, t int) (subject, object phrase.Node) {
	none := phrase.Node{Token: -1}
	named := func() phrase.Node {
		o := ma.frames.Of(v).Object()
		if ma.ph.Number(o) >= 0 { // "won 48 percent" is a figure of nothing else
			return none
		}
		return phrase.Node{Name: ma.ph.MeasureName(o), Token: o}
	}
	if a, ok := ma.ph.Actor(t); ok && ma.cast.At[t] >= 0 {
		if len(r.Light) > 0 {
			return a, named()
		}
		return a, none
	}
	if p, ok := ma.ph.Place(t); ok && len(r.Light) > 0 {
		return p, named()
	}
	if owner, ok := ma.ph.OwnerOf(t); ok {
		return owner, phrase.Node{Name: ma.ph.MeasureName(t), Token: t}
	}
	if where, ok := ma.placeOfSentence(v, t); ok {
		return where, phrase.Node{Name: ma.ph.MeasureName(t), Token: t}
	}
	return phrase.Node{Name: ma.cast.Text(t), Token: t}, none
}

// placeOfSentence is the place that opens the clause of a measure that is nobody's: "In Angola the figure is 12%".
func (ma figures) placeOfSentence(v, t int) (phrase.Node, bool) {
	if !figureNouns[ma.d.Lemma(t)] || ma.d.Child(t, "prep") >= 0 {
		return phrase.Node{}, false
	}
	for _, p := range ma.d.All(v, "prep") {
		if o := ma.d.Child(p, "pobj"); p < v && ma.d.Lower(p) == "in" && o >= 0 && ma.cast.At[o] >= 0 {
			return ma.ph.Place(o)
		}
	}
	return phrase.Node{}, false
}

// shareWords is how many words of what a share of something does are kept as the claim's object.
const shareWords = 12

// shares reads what part of something a subject is: "14 % of women marry early".
func (ma figures) shares() {
	d := ma.d
	id, known := ma.patterns.Relations[vocabulary.Measured]
	if !known {
		return
	}
	for i := range d.Tokens {
		of := ma.ph.Behind(i, "of")
		if !ma.Readable(i) || !percents[d.Lemma(i)] || len(of) == 0 || ma.ph.Number(i) < 0 {
			continue
		}
		if d.Tokens[of[0]].Tag == "DT" { // "41 percent of those surveyed"
			continue
		}
		v := d.Tokens[i].Head
		if dep := d.Tokens[i].Dep; dep != "nsubj" && dep != "nsubjpass" || !d.Verb(v) {
			continue
		}
		ma.rules.Begin()
		if !ma.rules.Take("figure.share-of", i, of[0]) {
			continue
		}
		whole := phrase.Node{Name: ma.cast.Text(of[0]), Token: of[0]}
		if a, ok := ma.ph.Actor(of[0]); ok {
			whole = a
		}
		c := ma.frames.Of(v).Commitment
		c.Negated = false
		what := phrase.Node{
			Name: strings.Trim(d.Phrase(d.Right[i], min(d.Right[v], d.Right[i]+shareWords)), " .,;:—–-"), Token: -1,
		}
		if claim := ma.Emit(id, i, v, whole, what, c, "measure"); claim != nil {
			claim.Quantity = ma.ph.Quantity(i)
		}
	}
}

// by gives what a verb measures: its subject, or what it acts on ("valued the firm at $5 million").
func (ma figures) by(r Rule, fr *frame.Frame) []int {
	if !r.Swapped {
		return ma.figuresBefore(ma.cl.ResolvePronouns(fr.Agents()))
	}
	if o := fr.Object(); o >= 0 {
		return ma.cl.ResolvePronouns([]int{o})
	}
	return nil
}

// figuresBefore puts the figure that the sentence has spoken of in the place of an "it": "In Angola the figure is 12%;
// in Kenya it is 9%".
func (ma figures) figuresBefore(things []int) []int {
	d := ma.d
	if len(things) != 1 || d.Tokens[things[0]].Tag != "PRP" {
		return things
	}
	for i := things[0] - 1; i >= d.Sentences[d.Sentence[things[0]]].First; i-- {
		if figureNouns[d.Lemma(i)] && d.Tokens[i].Dep == "nsubj" {
			return []int{i}
		}
	}
	return things
}

// fates reads what became of a number of people where no verb says it: "56 dead, more than 600 hurt as forces clear
// camps".
func (ma figures) fates(i int) {
	d := ma.d
	rules := ma.patterns.Adjectives[d.Lower(i)]
	if len(rules) == 0 || i == 0 || d.Tokens[i-1].Tag != "CD" || d.Sentence[i-1] != d.Sentence[i] {
		return
	}
	n := i - 1
	if ma.used[n] || ma.ph.Number(n) < 0 || strings.HasSuffix(d.Tokens[n].Ent, "-DATE") ||
		d.Child(i, "auxpass", "aux", "dobj") >= 0 {
		return
	}
	if d.Verb(d.Tokens[i].Head) && d.Tokens[i].Head != i { // a verb has them for its object: "left 12 dead"
		return
	}
	for _, r := range rules {
		ma.rules.Begin()
		if !ma.rules.Try(r.Name, n, i) || ma.used[n] {
			continue
		}
		c := commitment.Commitment{Modality: kg.Asserted}
		object := phrase.Node{Name: ma.ph.Counted(n), Token: n}
		if claim := ma.Emit(r.ID, n, i, phrase.Node{Token: -1}, object, c, "measure"); claim != nil {
			claim.Quantity = ma.ph.Quantity(n)
			ma.used[n] = true
			return
		}
	}
}
