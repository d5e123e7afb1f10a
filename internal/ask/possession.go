package ask

// owned cuts "Turkey's stance on Sweden" and "the stance of Turkey on Sweden" at a noun: whose it is, and what follows.
func (g grammar) owned(words []token, nouns map[string]bool) (owner phrase, after []token, found bool) {
	for i, w := range words {
		if w.opened > 0 || !nouns[w.low] {
			continue
		}
		about := i+1 < len(words) && aboutWords[words[i+1].low] && words[i+1].low != "of"
		if i > 0 && (words[i-1].owner || about && len(trim(words[:i])) > 0) {
			return g.phrase(words[:i]), words[i+1:], true
		}
		if i+2 < len(words) && byOfFrom[words[i+1].low] && len(trim(words[:i])) == 0 {
			name, after := aboutOff(words[i+2:])
			return g.phrase(name), after, true
		}
	}
	return phrase{}, nil, false
}

// aboutOff cuts a name from what it is about: Turkey | on Sweden.
func aboutOff(words []token) (name, about []token) {
	for k := 1; k < len(words); k++ {
		if aboutWords[words[k].low] && words[k].low != "of" && !words[k].name {
			return words[:k], words[k+1:]
		}
	}
	return words, nil
}
