package ask

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// nominalReader reads what is asked for as a noun: "accusations against Facebook", "Iran's denials", "meetings between
// Putin and Xi".
type nominalReader struct{ request }

// read lists the ways to understand the question as one of this family.
func (r nominalReader) read() []Question {
	words := r.words
	if len(words) > 2 && quoting[words[0].low] && words[1].name {
		words = words[1:] // quote Putin on NATO
	}
	if len(words) < 2 || asks[words[0].low] || verbal(words) || has(words, disputeWords) || has(words, changeVerbs) {
		return nil
	}
	for len(words) > 2 && nounLeads[words[0].low] && words[0].opened == 0 {
		words = words[1:]
	}
	if out := r.saidNouns(words); out != nil {
		return out
	}
	if out := r.on(words); out != nil {
		return out
	}
	var out []Question
	for i, w := range words {
		if w.opened == 0 && (i == 0 || r.ownedBy(words[i-1], w)) {
			out = append(out, r.nominal(words[:i], words[i+1:], r.lex.deedsCalled(w.low))...)
		}
	}
	return out
}

// ownedBy reports whether the word before a noun may be whose it is.
func (r nominalReader) ownedBy(before, noun token) bool {
	return !noun.name && (before.owner || before.name && r.cased)
}

// deedsCalled gives the deeds that a noun is for, in the singular or the plural.
func (l *lexicon) deedsCalled(noun string) []kg.PredicateID {
	if ids := l.nouns[noun]; len(ids) > 0 {
		return ids
	}
	return l.nouns[strings.TrimSuffix(noun, "s")]
}

// nominal reads the words around a noun for a deed: whose it is, and of, against or to whom.
func (r nominalReader) nominal(owner, object []token, ids []kg.PredicateID) []Question {
	n, ok := r.nominalParts(owner, object)
	if !ok {
		return nil
	}
	var out []Question
	for _, id := range ids {
		if id == r.lex.denial {
			out = append(out, r.nominalDenial(n)...)
		} else if q, ok := r.nominalDeed(id, n); ok {
			out = append(out, q)
		}
	}
	return out
}

// nominalWords are the words around a noun for a deed, by what they are.
type nominalWords struct {
	owner         []token // whose the noun is
	agent, object []token
	matter        []token // what an accusation is of
}

// nominalParts finds what stands around a noun for a deed. It gives false where the words behind the noun are none that
// lead to an object.
func (r nominalReader) nominalParts(owner, object []token) (nominalWords, bool) {
	n := nominalWords{owner: owner, agent: owner}
	if at := indexOf(object, "by"); at >= 0 {
		object, n.agent = object[:at], object[at+1:]
		if to := indexIn(n.agent, agentFirst); len(object) == 0 && to > 0 {
			object, n.agent = n.agent[to:], n.agent[:to] // attacks by Hamas on Israel
		}
	}
	of := opensWith(object, "of")
	if to := indexIn(object, deedTo); of && to > 1 && len(n.agent) == 0 {
		if r.phrase(object[1:to]).topic != r.cased {
			object, n.agent = object[to:], object[1:to] // visits of Lavrov to Africa
		}
	}
	if and := indexOf(object, "and"); and > 1 && object[0].low == "between" {
		object, n.agent = object[and+1:], object[1:and]
	} else if len(object) > 0 && !connectors[object[0].low] {
		return n, false
	}
	if to := indexOf(object, "against"); opensWith(object, "of") && to > 1 {
		object, n.matter = object[to:], object[1:to] // allegations of bribery against Airbus
	}
	n.object = object
	return n, true
}

// nominalDenial reads "Iran's denials of involvement in the attack".
func (r nominalReader) nominalDenial(n nominalWords) []Question {
	who := r.phrase(n.agent)
	if !who.named(r.cased) {
		return nil
	}
	base := r.spokenBy(WhoDenied, who.text, 0.87-0.15*float64(who.junk))
	base.Predicates = []kg.PredicateID{r.lex.denial}
	return denialReader(r).denied(base, trim(n.object))
}

// nominalDeed reads one deed that a noun is for.
func (r nominalReader) nominalDeed(id kg.PredicateID, n nominalWords) (Question, bool) {
	name, about := r.nominalObject(id, n)
	actor, target := r.phrase(n.agent), r.phrase(bare(name))
	nothing := !actor.given() && !target.given() && len(about) == 0
	if actor.bad || target.bad || nothing || actor.topic && r.cased {
		return Question{}, false
	}
	if !target.given() && actor.given() && r.lex.is(id, kg.Suffered) {
		actor, target = target, actor // Navalny's arrest
	}
	q := r.question(WhoDid, 0.87-0.15*float64(actor.junk+target.junk))
	q.Actor = actor.text
	switch {
	case r.lex.is(id, kg.Blames):
		q.Kind = WhoBlames
	case !target.given():
		q.Kind = WhatDid
		if len(n.owner) > 1 && !n.owner[len(n.owner)-1].owner {
			q.Confidence = min(q.Confidence, Sure-0.05) // Putin Xi meeting: one name, or two
		}
	}
	q.Predicates, q.Target, q.Topic, q.About = []kg.PredicateID{id}, target.text, target.topic, textOf(trim(about))
	if target.topic {
		q.Confidence -= 0.2
	}
	return q, true
}

// nominalObject parts what a deed was done to from what it is about.
func (r nominalReader) nominalObject(id kg.PredicateID, n nominalWords) (name, about []token) {
	name, about = r.reasonOff(id, trim(n.object))
	if len(n.object) > 0 && placeWords[n.object[0].low] && r.lex.is(id, kg.Suffered) {
		name, about = nil, n.object[1:] // arrests in Minsk
	}
	if len(about) == 0 {
		name, about = r.apartFrom(id, name)
	}
	if len(n.matter) > 0 {
		about = n.matter
	}
	return name, about
}

// on reads "Lukashenko on nuclear weapons": what somebody said about it.
func (r nominalReader) on(words []token) []Question {
	at := indexIn(words, onOrAbout)
	if at < 1 || at+1 >= len(words) || at > 4 {
		return nil
	}
	deed := func(w token) bool {
		noun := sayNouns[w.low] || tieNouns[w.low] || positionNouns[w.low] || reportNouns[w.low]
		return noun || len(r.lex.deedsCalled(w.low)) > 0 || !w.name && r.cased
	}
	speaker, about := r.phrase(words[:at]), r.phrase(words[at+1:])
	if slices.ContainsFunc(words[:at], deed) || speaker.bad || about.bad || !about.given() || speaker.junk+about.junk > 0 {
		return nil
	}
	if !r.cased && r.containsPhrase(textOf(words)) {
		return nil
	}
	q := r.spokenBy(WhatSaid, speaker.text, 0.8)
	q.Target, q.Topic = about.text, about.topic
	return []Question{q}
}

// saidNouns reads "Lavrov's reaction to sanctions".
func (r nominalReader) saidNouns(words []token) []Question {
	if sayNouns[words[0].low] && len(words) > 2 && aboutWords[words[1].low] &&
		words[1].low != "of" { // statements about Timor-Leste
		about := r.phrase(words[2:])
		if about.bad || !about.given() {
			return nil
		}
		q := r.spokenBy(WhoSaid, "", 0.88-0.15*float64(about.junk))
		q.Target, q.Topic = about.text, about.topic
		return []Question{q}
	}
	owner, after, found := r.owned(words, sayNouns)
	about := r.phrase(trim(after))
	if !found || !owner.named(r.cased) || about.bad {
		return nil
	}
	noun := slices.IndexFunc(words, func(w token) bool { return w.opened == 0 && sayNouns[w.low] })
	if noun < 1 || !words[noun-1].owner && !(words[noun-1].name && r.cased) {
		return nil
	}
	q := r.spokenBy(WhatSaid, owner.text, 0.9-0.15*float64(owner.junk+about.junk))
	q.Target, q.Topic = about.text, about.topic
	return []Question{q}
}

// verbal reports whether words hold an auxiliary, and so are no fragment.
func verbal(words []token) bool {
	return has(words, doForms) || has(words, haveForms) || has(words, beForms) || has(words, modals)
}

// deedAsNoun reads "attack on Odesa", "invasion of Georgia by Russia".
func (r request) deedAsNoun(base Question, words []token) []Question {
	var out []Question
	for i, w := range words {
		if w.opened > 0 || w.name || i > 3 {
			continue
		}
		for _, id := range r.lex.nouns[w.low] {
			object, agent := words[i+1:], []token(nil)
			if at := indexOf(object, "by"); at >= 0 {
				object, agent = object[:at], object[at+1:]
			}
			name, by := r.phrase(bare(object)), r.phrase(agent)
			if name.bad || by.bad || !name.given() {
				continue
			}
			q := base
			q.Predicates = append(slices.Clone(base.Predicates), id)
			q.Actor, q.Target, q.Topic = by.text, name.text, name.topic
			q.Confidence -= 0.15 * float64(name.junk+by.junk)
			out = append(out, q)
		}
	}
	return out
}
