package ask

import (
	"slices"

	"sayso/internal/kg"
)

// spokenBy begins an interpretation of what somebody says. Whoever reports it ("according to Reuters") is then not the
// speaker, but the outlet.
func (r request) spokenBy(kind Kind, speaker string, confidence float64) Question {
	q := r.question(kind, confidence)
	if q.Speaker != "" {
		if q.Via == "" {
			q.Via = q.Speaker
		} else {
			q.LeftOut = append(slices.Clone(q.LeftOut), accordingly(q.Speaker))
		}
	}
	q.Speaker = speaker
	return q
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
	var parts spoken
	var ok bool
	if at := indexOf(right, "that"); at > 0 { // told AFP that, wrote in the Guardian that
		if parts, ok = r.partsOfSpeech(right[:at], verb); ok && !parts.about.given() && !parts.via.bad {
			out := r.saidThat(kind, speaker, right[at:])
			for i := range out {
				if parts.via.given() {
					out[i].Via = parts.via.text
				}
				out[i].LeftOut = append(slices.Clone(out[i].LeftOut), parts.leftOut...)
			}
			return out
		}
	}
	if parts, ok = r.partsOfSpeech(right, verb); !ok {
		return nil
	}
	if parts.by.given() && speaker == "" {
		kind, speaker = WhatSaid, parts.by.text
	}
	q := r.spokenBy(kind, speaker, 0.95)
	switch {
	case parts.via.topic && !channels[kg.FoldName(parts.via.text)]:
		q.Confidence -= 0.1 // to reporters: whoever they are
	case parts.via.given():
		if q.Via != "" {
			q.LeftOut = append(slices.Clone(q.LeftOut), "through "+q.Via)
		}
		q.Via = parts.via.text
	}
	q.Target, q.Topic = parts.about.text, parts.about.topic
	q.LeftOut = append(slices.Clone(q.LeftOut), parts.leftOut...)
	q.Confidence -= 0.15 * float64(parts.about.junk+parts.via.junk+parts.by.junk)
	if parts.about.bad || parts.via.bad || parts.by.bad || kind == WhoSaid && !parts.about.given() {
		return nil
	}
	return []Question{q}
}

// part is what a stretch of words behind a verb of saying is.
type part int

const (
	ofNothing part = iota
	ofMatter       // about whom or what
	ofChannel      // to whom or through what
	ofSpeaker      // by whom
	ofRest         // words that no answer heeds: at Easter
)

// spoken is what follows a verb of saying: about whom, to whom or through what, by whom, and words that no answer
// heeds.
type spoken struct {
	about, via, by phrase
	leftOut        []string
}

// put sets the part that a word led to, and reports whether the words may stand there.
func (s *spoken) put(role part, words []token, cased bool) bool {
	words, whole := trim(words), words
	if role == ofChannel {
		words = bareChannel(words)
	}
	if len(words) == 0 || len(words) == 1 && anything[words[0].low] {
		return true
	}
	p := phraseOf(words, cased)
	var to *phrase
	switch role {
	case ofMatter:
		to = &s.about
	case ofChannel:
		to = &s.via
	case ofSpeaker:
		to = &s.by
	case ofRest:
		s.leftOut = append(s.leftOut, textOf(whole))
		return true
	case ofNothing:
	}
	if to == nil || to.given() {
		return false
	}
	*to = p
	return true
}

// partsOfSpeech cuts "to TASS about Georgia", "KCNA", "something on Hong Kong", "about Ukraine at Easter".
func (r request) partsOfSpeech(right []token, verb token) (spoken, bool) {
	var out spoken
	role := ofNothing
	switch verb.stem {
	case "tell":
		role = ofChannel
	case "mention":
		role = ofMatter
	}
	from := 0
	for i := 0; i < len(right); i++ {
		w := right[i]
		if w.opened > 0 || w.name {
			continue
		}
		if outAfterSaying[w.low] && i == 0 {
			from = 1
			continue
		}
		n, next := r.spokenRole(right, i, verb, role, from)
		if n == 0 {
			continue
		}
		if !out.put(role, right[from:i], r.cased) {
			return out, false
		}
		role, from = next, i+n
		if next == ofRest {
			from = i // with its preposition
		}
		i += n - 1
	}
	return out, out.put(role, right[from:], r.cased)
}

// spokenRole reports whether a new part begins at word i: how many words lead to it, and what it is. role is the part
// that word i stands in, which began at from.
func (r request) spokenRole(right []token, i int, verb token, role part, from int) (n int, next part) {
	w := right[i]
	named := i+1 < len(right) && (right[i+1].name || articles[right[i+1].low] && i+2 < len(right) && right[i+2].name)
	within := role == ofMatter && i > from // the words about which belong together: "about the attack on Kyiv"
	switch {
	case interview(right[i:]) > 0:
		return interview(right[i:]), ofChannel
	case channelAt(right[i:]) > 0:
		return 1, ofChannel
	case w.low == "to" && !responding[verb.stem]:
		if within && phraseOf(right[from:i], r.cased).topic {
			return 0, ofNothing
		}
		return 1, ofChannel
	case w.low == "by" && (named || !r.cased):
		return 1, ofSpeaker
	case w.low == "in" && named && writing[verb.low]:
		return 1, ofChannel
	case w.low == "on" && role == ofSpeaker && named && r.cased:
		return 1, ofChannel
	case w.low == "on" && within:
		if named && !phraseOf(right[from:i], r.cased).topic && r.cased {
			return 1, ofChannel // about Nord Stream on Fox News
		}
	case within && aboutWords[w.low]:
	case aboutWords[w.low]:
		if role == ofRest && !plainAbout[w.low] {
			return 0, ofNothing // at the meeting of ministers
		}
		return 1, ofMatter
	case atIn[w.low]:
		if within && phraseOf(right[from:i], r.cased).topic {
			return 0, ofNothing
		}
		return 1, ofRest
	}
	return 0, ofNothing
}

// interview counts the words of "in an interview with".
func interview(words []token) int {
	for i := 1; i < len(words) && i < 5; i++ {
		if words[i].low == "interview" && interviewIn[words[0].low] && i+1 < len(words) && interviewWith[words[i+1].low] {
			return i + 2
		}
	}
	return 0
}

// channelAt counts the words of "on Telegram", "on his Telegram channel", 0 where there is no channel.
func channelAt(words []token) int {
	if len(words) < 2 || !onChannel[words[0].low] {
		return 0
	}
	i := 1
	for i+1 < len(words) && (articles[words[i].low] || possessives[words[i].low]) {
		i++
	}
	if !channels[words[i].low] {
		return 0
	}
	return i + 1
}

// bareChannel takes off what says whose account it is.
func bareChannel(words []token) []token {
	if n := len(words); n > 1 && accountWords[words[n-1].low] && channels[words[n-2].low] {
		return trim(words[:n-1])
	}
	return words
}
