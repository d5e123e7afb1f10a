package ask

// measured reads what is measured of somebody or somewhere: "the population of Nauru", "Sri Lanka's foreign debt".
func (r figureReader) measured(words []token) []Question {
	ids := r.lex.countingVaguely[stemOf("have")]
	measure, whose, within := measureIn(trim(words))
	named := r.phrase(whose)
	if ids == nil || !named.named(r.cased) {
		return nil
	}
	q := r.question(HowMany, 0.66-0.15*float64(named.junk)) // nobody may have read such a figure as one of theirs
	q.Predicates, q.About, q.Actor = ids, textOf(measure), named.text
	if within {
		q.Actor, q.Target = "", named.text
	}
	return []Question{q}
}

// measureIn parts a measure from whose it is: "foreign debt" of "Sri Lanka". within reports that it was measured in a
// place. whose is empty where there is no measure.
func measureIn(words []token) (measure, whose []token, within bool) {
	n, at := len(words), 0
	for at < n && !measureNouns[words[at].low] {
		at++
	}
	if at == n-1 {
		for end := n - 2; end >= max(0, n-3); end-- {
			if words[end].owner {
				return words[end+1:], words[:end+1], false
			}
		}
	}
	if at > 1 || at+2 >= n || at == 1 && words[0].name {
		return nil, nil, false
	}
	if lead := words[at+1].low; lead == "of" || inside[lead] {
		return words[:at+1], words[at+2:], lead != "of"
	}
	return nil, nil, false
}
