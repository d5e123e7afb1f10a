package ask

// eventOpeners lead to a time that is told by what happened then. The graph knows when things are said to have happened, but not which of them a
// question means, so that such a time narrows no answer.
var eventOpeners = []string{"before", "after", "since", "until", "till", "while", "during", "amid", "amidst", "following", "prior to", "ahead of", "as of", "in the wake|aftermath of",
	"in the run-up|lead-up to", "at the time|outbreak|start|beginning|end|height of", "on the eve of", "by the time", "in response to", "in the days|weeks|months before|after", "when"}

// cutEvents takes out times that are told by an event: "before the referendum". They are left out of the answer, and the question says so.
func (r *request) cutEvents(words []token) []token {
	for i, w := range words {
		if set("recently lately previously formerly earlier nowadays")[w.low] && w.opened == 0 && !(w.name && i > 0) && len(words) > 2 {
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
		for end < len(words) && !words[end-1].comma && !(end > i+n && begins(words[end:], "about|regarding|concerning|according|via")) {
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
	for _, form := range eventOpeners {
		if form == "when" && (i < 2 || set("since until till")[words[i-1].low]) || form == "following" && i > 0 && articles[words[i-1].low] || !begins(words[i:], form) {
			continue
		}
		n := len(fieldsOf(form))
		if i+n < len(words) && (asks[words[i+n].low] || words[i+n].low == "all") {
			return 0 // since when, after whom
		}
		return n
	}
	return 0
}

// exceptions lead to those who are not asked for.
var exceptions = []string{"besides", "except", "except for", "other than", "apart from", "aside from", "excluding", "not counting"}

// cutExceptions takes out "other than Russia".
func (r *request) cutExceptions(words []token) []token {
	for i := 1; i < len(words); i++ {
		if words[i].opened > 0 || words[i].name {
			continue
		}
		n := 0
		for _, form := range exceptions {
			if begins(words[i:], form) {
				n = max(n, len(fieldsOf(form)))
			}
		}
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
