package ask

// Times that are told by an event stay unread: the graph knows when things are said to have happened, but not which of
// them a question means, so that such a time narrows no answer.

// cutEvents takes out times that are told by an event: "before the referendum". They are left out of the answer, and
// the question says so.
func (r *request) cutEvents(words []token) []token {
	for i, w := range words {
		if vagueTimes[w.low] && w.opened == 0 && !(w.name && i > 0) && len(words) > 2 {
			r.leftOut = append(r.leftOut, w.text)
			words = append(words[:i:i], words[i+1:]...)
			break
		}
	}
	for i := 0; i+1 < len(words); i++ {
		if words[i].opened > 0 || words[i].name && i > 0 {
			continue
		}
		n := eventAt(words, i)
		if n == 0 {
			continue
		}
		end := i + n
		for end < len(words) && !words[end-1].comma && !(end > i+n && begins(words[end:], eventEnds)) {
			end++
		}
		if end-i <= n || i == 0 && end == len(words) || i == 0 && !words[end-1].comma {
			continue
		}
		r.leftOut = append(r.leftOut, textOf(words[i:end]))
		return append(words[:i:i], words[end:]...)
	}
	return words
}

// eventAt counts the words of an opener at word i, 0 where there is none.
func eventAt(words []token, i int) int {
	n := eventOpeners.length(words[i:])
	switch {
	case words[i].low == "when" && (i < 2 || untilWhen[words[i-1].low]),
		words[i].low == "following" && i > 0 && articles[words[i-1].low],
		n > 0 && i+n < len(words) && (asks[words[i+n].low] || words[i+n].low == "all"): // since when, after whom
		return 0
	}
	return n
}

// cutExceptions takes out "other than Russia".
func (r *request) cutExceptions(words []token) []token {
	for i := 1; i < len(words); i++ {
		if words[i].opened > 0 || words[i].name {
			continue
		}
		n := exceptions.length(words[i:])
		if n == 0 {
			continue
		}
		if name := r.nameLength(words[i+n:]); name > 0 {
			end := i + n + name
			r.leftOut = append(r.leftOut, textOf(words[i:end]))
			return append(words[:i:i], words[end:]...)
		}
	}
	return words
}
