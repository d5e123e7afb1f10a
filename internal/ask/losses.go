package ask

// lossesWhere reads "Russia's losses in Bakhmut".
func (r figureReader) lossesWhere(words []token) []Question {
	at := indexIn(words, lossNouns)
	if at < 1 || at+1 == len(words) || !words[at-1].owner || asks[words[0].low] {
		return nil
	}
	return r.lossesOf(textOf(words[:at]), words[at+1:])
}

// tolls are ways to ask for a figure, and the word of the vocabulary for what is counted.
var tolls = []struct {
	forms forms
	word  string
}{
	{deathToll, "death"},
	{injuredIn, "injured"},
	{killedIn, "death"},
	{deathsIn, "death"},
}

// tollOfEvent reads "earthquake death toll in Syria": of what happened, only where is heeded.
func (r figureReader) tollOfEvent(words []token) []Question {
	for i := 1; i+2 < len(words) && i < 4; i++ {
		k := deathToll.length(words[i:])
		where := words[i+k:]
		if k == 0 || len(where) < 2 || !inside[where[0].low] || verbal(words[:i]) || has(words[:i], asks) {
			continue
		}
		out := r.toll(where, "death")
		for q := range out {
			out[q].LeftOut = alsoLeftOut(out[q].LeftOut, textOf(words[:i]))
		}
		return out
	}
	return nil
}

// ownLosses reads "Russia's losses".
func (r figureReader) ownLosses(owner []token) []Question {
	whose := r.phrase(owner)
	if whose.bad {
		return nil
	}
	q := r.question(HowMany, 0.9-0.15*float64(whose.junk))
	q.Predicates, q.Actor = r.lex.counting["casualty"], whose.text
	return []Question{q}
}

// lossesOf asks for the losses of a state, and where: Russian losses in Vuhledar.
func (r figureReader) lossesOf(state string, where []token) []Question {
	place := r.phrase(trim(where))
	if place.bad || len(where) > 0 && (!inside[where[0].low] || !place.given()) {
		return nil
	}
	q := r.question(HowMany, 0.88-0.15*float64(place.junk))
	q.Predicates, q.Actor, q.Target = r.lex.counting["casualty"], state, place.text
	return []Question{q}
}

// toll asks for the figures that a word stands for.
func (r figureReader) toll(rest []token, word string) []Question {
	name := r.phrase(trim(rest))
	if name.bad || !name.given() || has(rest, disputeWords) {
		return nil
	}
	q := r.question(HowMany, 0.9-0.15*float64(name.junk))
	q.Predicates, q.Target = r.lex.counting[stemOf(word)], name.text
	if len(q.Predicates) == 0 {
		return nil
	}
	return []Question{q}
}
