package ask

import (
	"slices"

	"sayso/internal/kg"
)

// spokenOf reads what follows a verb of saying: to whom, about whom, that something is so.
func (r speechReader) spokenOf(speaker string, right []token, verb token) []Question {
	kind := WhoSaid
	if speaker != "" {
		kind = WhatSaid
	}
	if out := r.saidThat(kind, speaker, right); out != nil {
		return out
	}
	if n := quoteLength(right); n > 0 {
		return r.quote(r.spokenBy(kind, speaker, 0.93), right[:n], right[n:])
	}
	if out, ok := r.saidToThat(kind, speaker, right, verb); ok {
		return out
	}
	parts, ok := r.partsOfSpeech(right, verb)
	clause := ok && parts.aboutClause(speaker)
	if !ok || parts.about.bad && !clause || parts.via.bad || parts.by.bad {
		return nil
	}
	if parts.by.given() && speaker == "" {
		kind, speaker = WhatSaid, parts.by.text
	}
	if kind == WhoSaid && !parts.about.given() {
		return nil
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
	q.LeftOut = append(slices.Clone(q.LeftOut), parts.leftOut...)
	if clause { // about the miners who were shot
		q.About, parts.about.junk = parts.about.text, 1
	} else {
		q.Target, q.Topic = parts.about.text, parts.about.topic
	}
	q.Confidence -= 0.15 * float64(parts.about.junk+parts.via.junk+parts.by.junk)
	return []Question{q}
}

// aboutClause reports whether what somebody spoke about is a clause, whose words are looked for: the miners who were
// shot.
func (p spoken) aboutClause(speaker string) bool {
	return speaker != "" && p.about.bad && len(ContentStems(p.about.text)) > 0
}

// quote reads a quotation and what stands behind it: to Le Monde, at the summit.
func (r speechReader) quote(q Question, quoted, behind []token) []Question {
	q.Target, q.Topic, q.Quoted = textOf(quoted), true, true
	parts, ok := r.partsOfSpeech(behind, newToken("say"))
	switch {
	case len(behind) == 0:
	case !ok || parts.about.given() || parts.by.given() || parts.via.bad:
		q.LeftOut = alsoLeftOut(q.LeftOut, textOf(behind))
	default:
		q.Via = or(parts.via.text, q.Via)
		q.LeftOut = append(slices.Clone(q.LeftOut), parts.leftOut...)
	}
	return []Question{q}
}

// saidToThat reads "told AFP that", "wrote in the Guardian that". It gives false where no such words stand there.
func (r speechReader) saidToThat(kind Kind, speaker string, right []token, verb token) ([]Question, bool) {
	at := indexOf(right, "that")
	if at < 1 {
		return nil, false
	}
	parts, ok := r.partsOfSpeech(right[:at], verb)
	if !ok || parts.about.given() || parts.via.bad {
		return nil, false
	}
	out := r.saidThat(kind, speaker, right[at:])
	for i := range out {
		if parts.via.given() {
			out[i].Via = parts.via.text
		}
		out[i].LeftOut = append(slices.Clone(out[i].LeftOut), parts.leftOut...)
	}
	return out, true
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
func (r speechReader) partsOfSpeech(right []token, verb token) (spoken, bool) {
	var out spoken
	at := stretch{grammar: r.grammar, words: right, verb: verb, role: roleBehind(verb)}
	for i := 0; i < len(right); i++ {
		w := right[i]
		if w.opened > 0 || w.name {
			continue
		}
		if outAfterSaying[w.low] && i == 0 {
			at.from = 1
			continue
		}
		n, next := at.leadAt(i)
		if n == 0 {
			continue
		}
		if !out.put(at.role, right[at.from:i], r.cased) {
			return out, false
		}
		at.role, at.from = next, i+n
		if next == ofRest {
			at.from = i // with its preposition
		}
		i += n - 1
	}
	return out, out.put(at.role, right[at.from:], r.cased)
}

// roleBehind is what stands right behind a verb of saying.
func roleBehind(verb token) part {
	switch {
	case tellVerbs[verb.stem]:
		return ofChannel
	case matterStems[verb.stem]:
		return ofMatter
	}
	return ofNothing
}

// matterStems are the stems of verbs whose object is what was said something about.
var matterStems = stemsOf(matterVerbs)

// stretch is the part behind a verb of saying that is being read.
type stretch struct {
	grammar
	words []token // all that stands behind the verb
	verb  token
	role  part
	from  int // where the part begins
}

// topicUpTo reports whether the part up to word i is words and no name.
func (s stretch) topicUpTo(i int) bool { return s.phrase(s.words[s.from:i]).topic }

// leadAt reports whether a new part begins at word i: how many words lead to it, and what it is.
func (s stretch) leadAt(i int) (n int, next part) {
	w, right := s.words[i], s.words[i:]
	within := s.role == ofMatter && i > s.from // words about which belong together: "about the attack on Kyiv"
	switch {
	case interview(right) > 0:
		return interview(right), ofChannel
	case channelAt(right) > 0, s.channelByPreposition(i, within):
		return 1, ofChannel
	case w.low == "to" && !responding[s.verb.stem], w.low == "on" && within:
		return 0, ofNothing
	case w.low == "by" && (nameAhead(right[1:]) || !s.cased):
		return 1, ofSpeaker
	case aboutWords[w.low]:
		if within || s.role == ofRest && !plainAbout[w.low] {
			return 0, ofNothing // at the meeting of ministers
		}
		return 1, ofMatter
	case atIn[w.low] && !(within && s.wordsUpTo(i)):
		return 1, ofRest
	}
	return 0, ofNothing
}

// wordsUpTo reports whether the part up to word i is words and no name, also in a question without upper case, which
// tells them by their article: the war in ukraine.
func (s stretch) wordsUpTo(i int) bool {
	return s.topicUpTo(i) || !s.cased && articles[s.words[s.from].low]
}

// channelByPreposition reports whether "to", "in" or "on" at word i leads to whom it was said, or through what.
func (s stretch) channelByPreposition(i int, within bool) bool {
	named := nameAhead(s.words[i+1:])
	switch s.words[i].low {
	case "to":
		return !responding[s.verb.stem] && !(within && s.topicUpTo(i))
	case "in":
		return named && writing[s.verb.low] && !(within && s.topicUpTo(i))
	case "on":
		if s.role == ofSpeaker || within {
			// about Nord Stream on Fox News, but not: to the BBC documentary on Modi
			return named && s.cased && !(within && (s.topicUpTo(i) || !s.words[i-1].name))
		}
	}
	return false
}

// interview counts the words of "in an interview with".
func interview(words []token) int {
	for i := 1; i < len(words) && i < 5; i++ {
		if interviewNouns[words[i].low] && interviewIn[words[0].low] && i+1 < len(words) && interviewWith[words[i+1].low] {
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
	if !channels[words[i].low] || i+1 < len(words) && goesOnAsTopic(words[i+1]) {
		return 0
	}
	return i + 1
}

// goesOnAsTopic reports whether the word behind the name of a channel makes something else of it: the Twitter layoffs.
func goesOnAsTopic(next token) bool {
	return plural(next) && !next.name && !connectors[next.low] && !accountWords[next.low]
}

// bareChannel takes off what says whose account it is.
func bareChannel(words []token) []token {
	if n := len(words); n > 1 && accountWords[words[n-1].low] && channels[words[n-2].low] {
		return trim(words[:n-1])
	}
	return words
}
