package match

import (
	"sayso/internal/kg"
	"sayso/internal/read/commitment"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// measured emits what a verb says a thing amounts to; a death toll counts the killed.
func (ma *Matcher) measured(r Rule, v int, things []int, amounts []phrase.Node, c commitment.Commitment) bool {
	made := false
	for _, t := range things {
		if !ma.isMeasured(r, t) {
			continue
		}
		id := r.ID
		subject, object := ma.measureOf(r, v, t)
		for _, m := range amounts {
			q := ma.ph.Quantity(m.Token)
			if q == nil || ma.miscounted(r, v, m.Token) {
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
			if claim := ma.Emit(id, v, v, subject, object, c, "measure"); claim != nil {
				claim.Quantity, made = q, true
				claim.Needs = Reach{min(claim.Needs.First, m.Token), max(claim.Needs.End, m.Token+1)}
			}
		}
	}
	return made
}

// isMeasured reports whether a noun may be what is measured: no people, and no name that nobody knows.
func (ma *Matcher) isMeasured(r Rule, t int) bool {
	d := ma.d
	if !d.Noun(t) || ma.ph.IsPerson(t) && r.Who != "any" {
		return false
	}
	a, ok := ma.cast.Who(t)
	if ok && r.Who != "any" {
		return a.Type != kg.Person
	}
	return d.Tokens[t].Pos != "PROPN" || d.Tokens[t].SentStart || len(r.Light) > 0
}

// miscounted reports whether an amount is not one of what the verb measures: sold people, other things than the
// pattern's.
func (ma *Matcher) miscounted(r Rule, v, amount int) bool {
	if traded[ma.d.Lemma(v)] && ma.ph.IsPerson(amount) {
		return true
	}
	return len(r.Light) > 0 && has(r.Verb, "have") && !has(r.Light, ma.d.Lemma(amount))
}

// measureOf gives who or what has a figure, and what it is a figure of. Where the thing is somebody's ("Turkey's
// inflation"), the owner has the figure.
func (ma *Matcher) measureOf(r Rule, v, t int) (subject, object phrase.Node) {
	none := phrase.Node{Token: -1}
	named := func() phrase.Node {
		o := ma.frames.Of(v).Object()
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
	return phrase.Node{Name: ma.cast.Text(t), Token: t}, none
}
