package ask

// Times that are told by an event stay unread: the graph knows when things are said to have happened, but not which of
// them a question means, so that such a time narrows no answer.

// cutEvents takes out times that are told by an event: "before the referendum". They are left out of the answer, and
// the question says so.
func (p *preparation) cutEvents(words []token) []token {
	words = p.cutVagueTime(words)
	for i := 0; i+1 < len(words); i++ {
		if end := eventEnd(words, i); end > 0 && !p.lex.leadsOn(words, i) {
			p.leftOut = append(p.leftOut, textOf(words[i:end]))
			return append(words[:i:i], words[end:]...)
		}
	}
	return words
}

// leadsOn reports whether a preposition at word i belongs to the verb before it: testified before.
func (l *lexicon) leadsOn(words []token, i int) bool {
	return i > 0 && len(l.phrases[words[i-1].stem+" "+words[i].stem]) > 0
}

// cutVagueTime takes out "recently".
func (p *preparation) cutVagueTime(words []token) []token {
	for i, w := range words {
		if vagueTimes[w.low] && w.opened == 0 && !(w.name && i > 0) && len(words) > 2 {
			p.leftOut = append(p.leftOut, w.text)
			return append(words[:i:i], words[i+1:]...)
		}
	}
	return words
}

// eventEnd gives where a time that begins at word i and is told by an event ends, 0 where none begins. At the beginning
// of a question a comma ends it.
func eventEnd(words []token, i int) int {
	if words[i].opened > 0 || words[i].name && i > 0 {
		return 0
	}
	n := eventAt(words, i)
	if n == 0 {
		return 0
	}
	end := i + n
	for end < len(words) && !words[end-1].comma && !(end > i+n && begins(words[end:], eventEnds)) {
		end++
	}
	if end-i <= n || i == 0 && (end == len(words) || !words[end-1].comma) {
		return 0
	}
	return end
}

// eventAt counts the words of an opener at word i, 0 where there is none.
func eventAt(words []token, i int) int {
	n := eventOpeners.length(words[i:])
	switch {
	case whenWords[words[i].low] && (i < 2 || untilWhen[words[i-1].low]),
		followingWords[words[i].low] && i > 0 && articles[words[i-1].low],
		n > 0 && i+n < len(words) && (asks[words[i+n].low] || words[i+n].low == "all"): // since when, after whom
		return 0
	}
	return n
}

// cutExceptions takes out "other than Russia".
func (p *preparation) cutExceptions(words []token) []token {
	for i := 1; i < len(words); i++ {
		if words[i].opened > 0 || words[i].name {
			continue
		}
		n := exceptions.length(words[i:])
		if n == 0 {
			continue
		}
		if name := p.nameLength(words[i+n:]); name > 0 {
			end := i + n + name
			p.leftOut = append(p.leftOut, textOf(words[i:end]))
			return append(words[:i:i], words[end:]...)
		}
	}
	return words
}
