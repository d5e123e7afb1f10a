package ask

import (
	"sayso/internal/kg"
)

var (
	sayVerbs = set("say said says saying tell told tells state stated states declare declared declares announce announced announces comment commented comments " +
		"claim claimed claims mention mentioned mentions talk talked talks speak spoke spoken speaks write wrote written writes tweet tweeted tweets post posted " +
		"think thinks thought argue argued argues add added remark remarked note noted report reported reports respond responded responds react reacted reacts " +
		"reply replied answer answered insist insisted insists believe believes express explain explained allege alleged alleges suggest suggested confirm confirmed")
	sayNouns = set("reaction reactions response responses comment comments statement statements words opinion opinions remark remarks answer reply quotes quote " +
		"quotation quotations thoughts message claims claim")
	aboutWords = set("about on of regarding concerning over to towards toward against")
	anything   = set("something anything things thing what")
)

// said reads what somebody said and who said something.
func (r request) said() []Question {
	kind, rest := r.asking()
	if begins(r.words, "how") {
		kind, rest = askWhat, r.words[1:]
		if v := indexOf(rest, "respond", "responded", "react", "reacted", "comment", "commented", "answer", "answered", "reply", "replied"); v < 0 {
			return nil
		}
	}
	out := r.quotesBy()
	switch kind {
	case askWhat:
		out = append(out, r.nounSaid(rest)...)
		out = append(out, r.verbSaid(rest)...)
	case askWho:
		out = append(out, r.whoSaid(rest)...)
	case askWhether:
		out = append(out, r.verbSaid(rest)...)
	case askNothing:
	}
	if r.toWhom {
		out = append(out, r.accordingToWhom()...)
	}
	return out
}

// verbSaid reads "did Putin say about Ukraine", "has been said about Kosovo".
func (r request) verbSaid(rest []token) []Question {
	left, right, found := cutAt(rest, func(i int) int {
		if sayVerbs[rest[i].low] && !(rest[i].name && i > 0) {
			return 1
		}
		return 0
	})
	if !found {
		return nil
	}
	verb := rest[len(left)]
	name, f := cutAuxiliaries(left)
	if f.modal || f.negated {
		return nil
	}
	if f.be && participle(verb.low) || len(name) > 0 && set("people sources they everybody media news press")[lowerText(trim(name))] || verb.low == "said" && f.be {
		if len(name) > 0 && set("people sources they everybody media news press")[lowerText(trim(name))] || len(name) == 0 {
			return r.spokenOf("", right, verb)
		}
		return nil
	}
	speaker := phraseOf(name, r.cased)
	if !speaker.given() || speaker.bad || speaker.topic && r.cased {
		return nil
	}
	out := r.spokenOf(speaker.text, right, verb)
	for i := range out {
		out[i].Confidence -= 0.15 * float64(speaker.junk)
	}
	return out
}

// whoSaid reads "says that Russia invaded Ukraine", "talked about NATO", "told TASS about Donetsk".
func (r request) whoSaid(rest []token) []Question {
	left, right, found := cutAt(rest, func(i int) int {
		if sayVerbs[rest[i].low] && !(rest[i].name && r.cased) {
			return 1
		}
		return 0
	})
	if !found {
		return nil
	}
	name, f := cutAuxiliaries(left)
	if len(name) > 0 || f.modal || f.negated || f.be && participle(rest[len(left)].low) {
		return nil
	}
	return r.spokenOf("", right, rest[len(left)])
}

// spokenOf reads what follows a verb of saying: to whom, about whom, that something is so.
func (r request) spokenOf(speaker string, right []token, verb token) []Question {
	kind := WhoSaid
	if speaker != "" {
		kind = WhatSaid
	}
	if out := r.saidThat(kind, speaker, right); out != nil {
		return out
	}
	q := r.question(kind, 0.95)
	if speaker != "" {
		q.Speaker = speaker
	}
	parts, ok := r.partsOfSpeech(right, verb)
	if !ok {
		return nil
	}
	switch {
	case parts.via.topic && !channels[kg.FoldName(parts.via.text)]:
		q.Confidence -= 0.1 // to reporters: whoever they are
	case parts.via.given():
		q.Via = parts.via.text
	}
	q.Target, q.Topic = parts.about.text, parts.about.topic
	q.Confidence -= 0.15 * float64(parts.about.junk+parts.via.junk)
	if parts.about.bad || parts.via.bad || kind == WhoSaid && !parts.about.given() {
		return nil
	}
	return []Question{q}
}

// spoken is what follows a verb of saying.
type spoken struct{ about, via phrase }

// partsOfSpeech cuts "to TASS about Georgia", "KCNA", "something on Hong Kong", "about Ukraine at Easter".
func (r request) partsOfSpeech(right []token, verb token) (spoken, bool) {
	var out spoken
	role, from := "", 0
	switch verb.stem {
	case "tell":
		role = "via"
	case "mention":
		role = "about"
	}
	flush := func(to int) bool {
		part := trim(right[from:to])
		if len(part) == 0 || len(part) == 1 && anything[part[0].low] {
			return true
		}
		p := phraseOf(part, r.cased)
		switch role {
		case "about":
			out.about = p
		case "via":
			out.via = p
		default:
			return role == "rest"
		}
		return true
	}
	for i, w := range right {
		if w.opened > 0 || w.name {
			continue
		}
		if w.low == "out" && i == 0 {
			from = 1
			continue
		}
		next := ""
		switch {
		case w.low == "to" && !set("respond react answer reply")[verb.low] && verb.stem != "respond" && verb.stem != "react" && verb.stem != "answer" && verb.stem != "reply":
			next = "via"
		case w.low == "on" && i+1 < len(right) && channels[right[i+1].low]:
			next = "via"
		case aboutWords[w.low] && !(w.low == "of" && i > 0 && role == "about"):
			next = "about"
		case (w.low == "at" || w.low == "in" || w.low == "during" || w.low == "after") && i > 0:
			next = "rest"
		default:
			continue
		}
		if !flush(i) {
			return out, false
		}
		role, from = next, i+1
	}
	return out, flush(len(right))
}

// saidThat reads "that Russia invaded Ukraine".
func (r request) saidThat(kind Kind, speaker string, right []token) []Question {
	that := begins(right, "that|whether|if")
	if that {
		right = right[1:]
	} else if kind != WhoSaid {
		return nil
	}
	var out []Question
	for _, c := range r.clauses(right) {
		if !c.subj.given() || !c.obj.given() || c.subj.topic {
			continue
		}
		q := r.question(kind, c.confidence)
		if speaker != "" {
			q.Speaker = speaker
		}
		q.Predicates, q.Actor, q.Target, q.Topic, q.Negated = []kg.PredicateID{c.id}, c.subj.text, c.obj.text, c.obj.topic, c.negated
		if !that && aboutWords[right[0].low] {
			continue
		}
		out = append(out, q)
	}
	return out
}

// accordingToWhom reads "according to whom did Iran attack Saudi Arabia".
func (r request) accordingToWhom() []Question {
	var out []Question
	for _, c := range r.clauses(r.words) {
		if c.subj.given() && c.obj.given() {
			q := r.question(WhoSaid, c.confidence)
			q.Predicates, q.Actor, q.Target, q.Negated = []kg.PredicateID{c.id}, c.subj.text, c.obj.text, c.negated
			out = append(out, q)
		}
	}
	return out
}

// nounSaid reads "was Biden's reaction to the invasion", "are Macron's statements on Mali".
func (r request) nounSaid(rest []token) []Question {
	words, f := cutAuxiliaries(rest)
	if !f.be || f.modal || f.negated {
		return nil
	}
	owner, after, found := r.owned(words, sayNouns)
	if !found || owner.bad || owner.topic && r.cased {
		return nil
	}
	about := phraseOf(trim(after), r.cased)
	if about.bad {
		return nil
	}
	q := r.question(WhatSaid, 0.93-0.15*float64(owner.junk+about.junk))
	q.Speaker, q.Target, q.Topic = owner.text, about.text, about.topic
	return []Question{q}
}

// owned cuts "Turkey's stance on Sweden" and "the stance of Turkey on Sweden" at a noun: whose it is, and what follows.
func (r request) owned(words []token, nouns map[string]bool) (owner phrase, after []token, found bool) {
	for i, w := range words {
		if w.opened > 0 || !nouns[w.low] {
			continue
		}
		if i > 0 && words[i-1].owner || i > 0 && i+1 < len(words) && aboutWords[words[i+1].low] && words[i+1].low != "of" && len(trim(words[:i])) > 0 {
			return phraseOf(words[:i], r.cased), words[i+1:], true
		}
		if i+2 < len(words) && (words[i+1].low == "of" || words[i+1].low == "by" || words[i+1].low == "from") && len(trim(words[:i])) == 0 {
			rest := words[i+2:]
			for k := 1; k < len(rest); k++ {
				if aboutWords[rest[k].low] && rest[k].low != "of" && !rest[k].name {
					return phraseOf(rest[:k], r.cased), rest[k+1:], true
				}
			}
			return phraseOf(rest, r.cased), nil, true
		}
		if i > 0 && words[i-1].name && i == len(words)-1 && words[i-1].owner {
			return phraseOf(words[:i], r.cased), nil, true
		}
	}
	return phrase{}, nil, false
}

// quotesBy reads "quotes by Guterres about Syria".
func (r request) quotesBy() []Question {
	words := r.words
	if begins(words, "which|what") {
		words = words[1:]
	}
	words = trim(words)
	if len(words) < 3 || !sayNouns[words[0].low] || !set("by of from")[words[1].low] {
		return nil
	}
	owner, after, found := r.owned(words, sayNouns)
	about := phraseOf(trim(after), r.cased)
	if !found || owner.bad || about.bad || owner.topic && r.cased {
		return nil
	}
	q := r.question(WhatSaid, 0.92-0.15*float64(owner.junk+about.junk))
	q.Speaker, q.Target, q.Topic = owner.text, about.text, about.topic
	return []Question{q}
}
