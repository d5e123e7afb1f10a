package ask

import (
	"slices"
)

// positionReader reads "how did A's position on B change", "has Hungary changed its mind about Ukraine", "where does
// Brazil stand on Venezuela".
type positionReader struct{ request }

// read lists the ways to understand the question as one of this family.
func (r positionReader) read() []Question {
	words := r.words
	if (begins(words, positionOpeners) || isAuxiliary(words[0].low) && !modals[words[0].low]) ||
		begins(words, timelineOf) ||
		begins(words, whereDoes) {
		out := append(r.positionOwned(words), r.positionChanged(words)...)
		return slices.Concat(out, r.relations(words), r.stands(words), r.sides(words))
	}
	if len(words) > 3 && !asks[words[0].low] && !has(words, sayVerbs) && !has(words, modals) &&
		!has(words, relationNouns) {
		return r.positionOwned(words)
	}
	return nil
}

// history reports whether the question is about change, or simply about a position.
func history(words []token) bool {
	return has(words, changeVerbs) || begins(words, historyOf)
}

// positionOwned reads "Turkey's stance on Sweden", "the policy of the United States toward Cuba".
func (r positionReader) positionOwned(words []token) []Question {
	if !history(words) && (asks[words[0].low] || isAuxiliary(words[0].low)) {
		return nil
	}
	if begins(words, changesIn) {
		words = words[2:]
	}
	kept := withoutHistory(words)
	for i, w := range kept {
		if possessives[w.low] && i+1 < len(kept) && positionNouns[kept[i+1].low] {
			return nil // its mind: whose stands elsewhere
		}
	}
	if has(kept, tieNouns) && !has(words, changeVerbs) {
		return nil // relations are between two
	}
	owner, after, found := r.owned(kept, positionNouns)
	target := r.phrase(trim(after))
	if !found || owner.bad || owner.topic && r.cased || target.bad {
		return nil
	}
	if !target.given() || stancePlaces[after[0].low] {
		return nil
	}
	return r.position(owner, target, 0.95)
}

func (r positionReader) position(actor, target phrase, confidence float64) []Question {
	if actor.bad || target.bad || !actor.given() || !target.given() {
		return nil
	}
	q := r.question(Position, confidence-0.15*float64(actor.junk+target.junk))
	q.Actor, q.Target, q.Topic = actor.text, target.text, target.topic
	if target.topic {
		q.Confidence -= 0.3
	}
	return []Question{q}
}

// positionChanged reads "has Hungary changed its mind about Ukraine", "did Malawi reverse its recognition of Taiwan".
func (r positionReader) positionChanged(words []token) []Question {
	at := slices.IndexFunc(words, func(w token) bool { return w.opened == 0 && changeVerbs[w.low] && !w.name })
	if at < 1 || at+2 >= len(words) || !possessives[words[at+1].low] {
		return nil
	}
	left := words[:at]
	if begins(left, whenOrHow) {
		left = left[1:]
	}
	name, f := cutAuxiliaries(left)
	noun := words[at+2]
	if f.modal || !positionNouns[noun.low] {
		return nil
	}
	out := r.position(r.phrase(name), r.phrase(trim(words[at+3:])), 0.93)
	for i := range out {
		if ids := r.lex.nouns[noun.low]; len(ids) > 0 {
			out[i].Predicates = slices.Clone(ids[:1])
		}
	}
	return out
}

// relations reads "how did relations between Sudan and Israel develop".
func (r positionReader) relations(words []token) []Question {
	at := indexOf(words, "between")
	and := indexOf(words, "and")
	if at < 1 || and < at || !has(words[:at], relationsBetween) || !has(words, changeVerbs) {
		return nil
	}
	end := len(words)
	for end > and && (changeVerbs[words[end-1].low] || adverbs[words[end-1].low] || overTime[words[end-1].low]) {
		end--
	}
	return r.position(r.phrase(words[at+1:and]), r.phrase(words[and+1:end]), 0.85)
}

// stands reads "where does Brazil stand on Venezuela".
func (r positionReader) stands(words []token) []Question {
	at := indexIn(words, standForms)
	if !begins(words, whereHas) || at < 3 || at+2 >= len(words) || !aboutWords[words[at+1].low] {
		return nil
	}
	return r.position(r.phrase(words[2:at]), r.phrase(words[at+2:]), 0.9)
}

// sides reads "is Orban for or against the sanctions".
func (r positionReader) sides(words []token) []Question {
	for i := 2; i+1 < len(words) && beForms[words[0].low]; i++ {
		if n := forOrAgainst.length(words[i:]); n > 0 {
			return r.position(r.phrase(words[1:i]), r.phrase(words[i+n:]), 0.9)
		}
	}
	return nil
}

// withoutHistory takes off the words of a question for change: how did, over time.
func withoutHistory(words []token) []token {
	var kept []token
	for i, w := range words {
		grammar := isAuxiliary(w.low) || changeVerbs[w.low] || historyWords[w.low]
		front := i == 0 && (asks[w.low] || stanceLeads[w.low])
		front = front || len(kept) == 0 && (w.low == "of" || articles[w.low])
		if w.opened == 0 && !(w.name && i > 0) && (grammar || front) {
			continue
		}
		kept = append(kept, w)
	}
	return kept
}
