package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
)

// measure tells whether the noun phrase with head i is a measured quantity: a number with or without a unit that is no date, time or rank.
func (f *finder) measure(r rule, i int) bool {
	n := f.number(i)
	if n < 0 {
		return false
	}
	ent := strings.TrimPrefix(strings.TrimPrefix(f.d.Tokens[n].Ent, "B-"), "I-")
	switch ent {
	case "DATE", "TIME", "ORDINAL":
		return false
	case "PERCENT", "MONEY", "QUANTITY":
		return true
	}
	return !has(r.Verb, "be") && f.d.Tokens[n].Tag == "CD" && (!has(r.Verb, "lose") || i == n)
}

// measured emits what a verb says a thing amounts to. Where the thing is somebody's ("Turkey's inflation"), the owner has the figure and
// the thing is what it is a figure of; a death toll counts the killed.
func (f *finder) measured(r rule, v int, things []int, amounts []argument, c clause) bool {
	d, made := f.d, false
	for _, t := range things {
		if !d.Noun(t) || f.person(t) {
			continue
		}
		if a, ok := f.cast.Who(t); ok && a.Type == kg.Person || !ok && d.Tokens[t].Pos == "PROPN" && !d.Tokens[t].SentStart && len(r.Light) == 0 {
			continue
		}
		id, subject, object := r.id, argument{name: f.cast.Text(t), token: t}, argument{token: -1}
		if a, ok := f.actor(t); ok && f.cast.At[t] >= 0 {
			subject = a
			if len(r.Light) > 0 {
				object = argument{name: f.measureName(f.directObject(v)), token: f.directObject(v)}
			}
		} else if p, ok := f.place(t); ok && len(r.Light) > 0 {
			subject, object = p, argument{name: f.measureName(f.directObject(v)), token: f.directObject(v)}
		} else if owner, ok := f.ownerOf(t); ok {
			subject, object = owner, argument{name: f.measureName(t), token: t}
		}
		for _, m := range amounts {
			q := f.quantity(m.token)
			if q == nil || traded[d.Lemma(v)] && f.person(m.token) || len(r.Light) > 0 && has(r.Verb, "have") && !has(r.Light, d.Lemma(m.token)) {
				continue
			}
			if dead := f.patterns.becomes(r.id, vocabulary.Toll); dead != "" && tollNouns[d.Lemma(t)] {
				id, subject, object = dead, argument{token: -1}, argument{name: f.counted(m.token), token: m.token}
				q.Unit = "people"
			}
			if claim := f.emit(id, v, v, subject, object, c, "measure"); claim != nil {
				claim.quantity, made = q, true
				claim.needs = reach{min(claim.needs.first, m.token), max(claim.needs.end, m.token+1)}
			}
		}
	}
	return made
}

// ownerOf finds whose measure a noun is: "Turkey's inflation", "unemployment in Spain", "Spanish unemployment".
func (f *finder) ownerOf(t int) (argument, bool) {
	if p := f.d.Child(t, "poss"); p >= 0 {
		return f.actor(p)
	}
	for _, w := range ownerPrepositions {
		if o := f.behind(t, w); len(o) == 1 && f.cast.At[o[0]] >= 0 {
			return f.actor(o[0])
		}
	}
	if a, ok := f.cast.Country(t); ok && f.adjective(t) {
		return argument{a.Name, t, a.Type, a.Kind}, true
	}
	return argument{}, false
}

// measureName is the words of a measure without its owner.
func (f *finder) measureName(t int) string {
	first := t
	for first > f.d.Left[t] {
		c := first - 1
		if dep := f.d.Tokens[c].Dep; dep != "compound" && dep != "amod" || f.cast.At[c] >= 0 {
			break
		}
		if _, demonym := f.cast.Gaz.Demonym(f.d.Tokens[c].Text); demonym {
			break
		}
		first = c
	}
	return f.d.Phrase(first, t+1)
}

// counted is the words of a counted noun phrase from the number on: "12 people" of "at least 12 people".
func (f *finder) counted(i int) string {
	text := f.cast.Text(i)
	n := f.number(i)
	if n < 0 {
		return text
	}
	from := f.d.Phrase(f.firstOfNumber(n), f.firstOfNumber(n)+1)
	if at := strings.Index(text, from); at > 0 {
		return text[at:]
	}
	return text
}
