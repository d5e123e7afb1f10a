package match

import (
	"sayso/internal/kg"
	"sayso/internal/read/commitment"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// measured emits what a verb says a thing amounts to. Where the thing is somebody's ("Turkey's inflation"), the owner
// has the figure and the thing is what it is a figure of; a death toll counts the killed.
func (ma *Matcher) measured(r Rule, v int, things []int, amounts []phrase.Node, c commitment.Commitment) bool {
	d, made := ma.d, false
	for _, t := range things {
		if !d.Noun(t) || ma.ph.IsPerson(t) {
			continue
		}
		if a, ok := ma.cast.Who(t); ok && a.Type == kg.Person ||
			!ok && d.Tokens[t].Pos == "PROPN" && !d.Tokens[t].SentStart && len(r.Light) == 0 {
			continue
		}
		id, subject, object := r.ID, phrase.Node{Name: ma.cast.Text(t), Token: t}, phrase.Node{Token: -1}
		if a, ok := ma.ph.Actor(t); ok && ma.cast.At[t] >= 0 {
			subject = a
			if len(r.Light) > 0 {
				object = phrase.Node{Name: ma.ph.MeasureName(ma.frames.Of(v).Object()), Token: ma.frames.Of(v).Object()}
			}
		} else if p, ok := ma.ph.Place(t); ok && len(r.Light) > 0 {
			subject, object = p, phrase.Node{Name: ma.ph.MeasureName(ma.frames.Of(v).Object()), Token: ma.frames.Of(v).Object()}
		} else if owner, ok := ma.ph.OwnerOf(t); ok {
			subject, object = owner, phrase.Node{Name: ma.ph.MeasureName(t), Token: t}
		}
		for _, m := range amounts {
			q := ma.ph.Quantity(m.Token)
			if q == nil || traded[d.Lemma(v)] && ma.ph.IsPerson(m.Token) ||
				len(r.Light) > 0 && has(r.Verb, "have") && !has(r.Light, d.Lemma(m.Token)) {
				continue
			}
			if dead := ma.patterns.Becomes(r.ID, vocabulary.Toll); dead != "" && tollNouns[d.Lemma(t)] {
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
