package ask

// measured reads what is measured of somebody or somewhere: "the population of Nauru", "Sri Lanka's foreign debt".
func (r figureReader) measured(words []token) []Question {
	ids := r.lex.countingVaguely[stemOf("have")]
	words = trim(words)
	n := len(words)
	at := 0
	for at < n && !measureNouns[words[at].low] {
		at++
	}
	if at == n || ids == nil {
		return nil
	}
	var measure []token
	var whose phrase
	q := r.question(HowMany, 0.66) // nobody may have read such a figure as one of theirs
	switch {
	case at <= 1 && at+2 < n && words[at+1].low == "of" && !(at == 1 && words[0].name):
		measure, whose = words[:at+1], r.phrase(words[at+2:])
		q.Actor = whose.text
	case at <= 1 && at+2 < n && inside[words[at+1].low] && !(at == 1 && words[0].name):
		measure, whose = words[:at+1], r.phrase(words[at+2:])
		q.Target = whose.text
	case at == n-1:
		end := n - 2
		for end >= 0 && !words[end].owner {
			end--
		}
		if end < 0 || n-end > 3 {
			return nil
		}
		measure, whose = words[end+1:], r.phrase(words[:end+1])
		q.Actor = whose.text
	default:
		return nil
	}
	if !whose.named(r.cased) {
		return nil
	}
	q.Predicates, q.About = ids, textOf(measure)
	q.Confidence -= 0.15 * float64(whose.junk)
	return []Question{q}
}
