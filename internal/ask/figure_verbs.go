package ask

import (
	"slices"

	"sayso/internal/kg"
)

// figureDeed is the deed that a figure is about, in the words around what is counted.
type figureDeed struct {
	left, right []token // who did it; to whom or where
	ids         []kg.PredicateID
	verb        string  // its stem, "" where no verb tells it
	state       []token // what those counted are, where no predicate says so: stranded
	confidence  float64
	bare        bool // what is counted is the deed itself: how many died
}

// figureDeed finds the deed that a figure is about, also where no verb tells it: how many employees has Maersk, how
// many dead were there in Bucha. It gives false where there is none.
func (r figureReader) figureDeed(unit, verbs []token) (figureDeed, bool) {
	if d, ok := r.bareDeed(unit, verbs); ok {
		return d, true
	}
	if left, right, ids, confidence := r.figureVerb(verbs); ids != nil {
		return figureDeed{left: left, right: right, ids: ids, verb: verbs[len(left)].stem, confidence: confidence}, true
	}
	if len(unit) == 0 || len(verbs) == 0 {
		return figureDeed{}, false
	}
	return r.statedDeed(unit, verbs)
}

// statedDeed finds what those counted are or have, where no verb of the vocabulary tells it.
func (r figureReader) statedDeed(unit, verbs []token) (figureDeed, bool) {
	first, rest, having := verbs[0].low, verbs[1:], r.lex.countingVaguely[stemOf("have")]
	named := len(rest) > 0 && r.nameLength(rest) == len(rest)
	switch {
	case haveForms[first] && named:
		return figureDeed{left: rest, ids: having, confidence: 0.8}, true
	case len(unit) == 1 && beForms[first] && r.lex.counting[unit[0].stem] != nil:
		return figureDeed{right: rest, ids: r.lex.counting[unit[0].stem], confidence: 0.88}, true
	case inside[first] && named:
		return figureDeed{right: rest, ids: having, confidence: 0.8}, true // refugees in Uganda
	case beForms[first] && r.isPlace(rest):
		return figureDeed{right: rest[1:], ids: having, confidence: 0.8}, true // soldiers are in Kherson
	case beForms[first] && len(rest) > 2 && participle(rest[0].low):
		return r.stateOf(rest, having)
	case r.givenOut(verbs):
		return figureDeed{right: rest[:len(rest)-1], ids: having, confidence: 0.8}, true // has Malawi reported
	}
	return r.wentTo(unit, verbs)
}

// wentTo reads where those counted went, or left: fled to Bangladesh, have fled Sudan.
func (r figureReader) wentTo(unit, verbs []token) (figureDeed, bool) {
	if haveForms[verbs[0].low] {
		verbs = verbs[1:]
	}
	if len(verbs) < 2 || !isPast(verbs[0]) {
		return figureDeed{}, false
	}
	d := figureDeed{right: verbs[1:], ids: r.lex.countingVaguely[stemOf("have")], state: verbs[:1], confidence: 0.72}
	if opensWith(d.right, "to") {
		d.right = d.right[1:]
		return d, true
	}
	clause := slices.ContainsFunc(unit, func(w token) bool { return isAuxiliary(w.low) })
	return d, r.cased && !clause && r.nameLength(d.right) == len(d.right)
}

// givenOut reports whether words ask what figure a name gave: has Malawi reported, did Amazon announce.
func (r figureReader) givenOut(verbs []token) bool {
	last := len(verbs) - 1
	if last < 2 || !haveForms[verbs[0].low] && !doForms[verbs[0].low] {
		return false
	}
	says := sayVerbs[verbs[last].low] || estimates[verbs[last].low]
	return says && !verbs[last].name && r.phrase(verbs[1:last]).named(r.cased)
}

// bareDeed reads "how many died in Beslan", where the deed itself is counted, and what those counted suffered by
// something that the vocabulary has no verb for.
func (r figureReader) bareDeed(unit, verbs []token) (figureDeed, bool) {
	if len(unit) == 1 && len(verbs) > 1 && placeWords[verbs[0].low] {
		if ids := r.lex.counting[unit[0].stem]; ids != nil {
			return figureDeed{right: verbs[1:], ids: ids, confidence: 0.88, bare: true}, true
		}
	}
	if r.sufferedUnknown(verbs) {
		return r.stateOf(verbs[1:], r.lex.countingVaguely[stemOf("have")])
	}
	return figureDeed{}, false
}

// sufferedUnknown reports whether those counted were made by something what the vocabulary has no verb for: were
// displaced by the fighting.
func (r figureReader) sufferedUnknown(verbs []token) bool {
	if len(verbs) < 4 || !beForms[verbs[0].low] || verbs[2].low != "by" || !participle(verbs[1].low) {
		return false
	}
	return r.lex.counting[verbs[1].stem] == nil && len(r.lex.find(verbs, 1)) == 0
}

// stateOf reads what those counted are, and where: are stranded in Yalta, were displaced by the fighting in Congo.
func (r figureReader) stateOf(words []token, ids []kg.PredicateID) (figureDeed, bool) {
	state, rest := words[:1], words[1:]
	if rest[0].low == "by" {
		at := slices.IndexFunc(rest, func(w token) bool { return placeWords[w.low] && w.opened == 0 })
		if at < 0 {
			return figureDeed{}, false
		}
		rest = rest[at:]
	}
	if !r.isPlace(rest) {
		return figureDeed{}, false
	}
	return figureDeed{right: rest[1:], ids: ids, state: state, confidence: 0.75}, true
}

// isPlace reports whether words are "in" and the like with a name.
func (r figureReader) isPlace(words []token) bool {
	return len(words) > 1 && inside[words[0].low] && r.nameLength(words[1:]) == len(words)-1
}

// verbOfCount reports whether what is counted ends before word n, since a verb stands there.
func (r figureReader) verbOfCount(rest []token, n int) bool {
	if isAuxiliary(rest[n].low) || r.lex.counting[rest[n].stem] != nil {
		return true
	}
	if n > 0 && isPast(rest[n]) && (opensWith(rest[n+1:], "to") || nameAhead(rest[n+1:])) {
		return true // fled to Bangladesh
	}
	noun := n+1 < len(rest) && isAuxiliary(rest[n+1].low) // how many attacks were there
	return n > 0 && len(r.lex.find(rest, n)) > 0 && !noun
}

// figureVerb finds the deed that a figure is about: the last verb that the words before leave room for.
func (r figureReader) figureVerb(words []token) (left, right []token, ids []kg.PredicateID, confidence float64) {
	for i, w := range words {
		if w.opened > 0 || w.name && r.cased {
			continue
		}
		if ids := r.lex.counting[w.stem]; ids != nil {
			if fallVerbs[w.stem] && i+1 < len(words) {
				continue // fell to the rebels
			}
			right, ids := r.andVerb(words[i+1:], ids)
			return words[:i], right, ids, 0.92
		}
		vague := r.lex.countingVaguely[w.stem]
		if ids, end := r.countedDeeds(words, i); ids != nil && !(isAuxiliary(w.low) && i == 0) && vague == nil {
			right, ids := r.andVerb(words[end:], ids)
			return words[:i], right, ids, 0.92
		}
		if vague != nil && i > 0 {
			return words[:i], words[i+1:], vague, 0.8
		}
		takeIn := i+2 == len(words) && connectors[words[i+1].low]
		switch ids := r.lex.countingLast[w.stem]; {
		case ids != nil && takeIn: // has Jordan taken in
			return words[:i], nil, r.lex.countingVaguely[stemOf("have")], 0.75
		case ids != nil:
			return words[:i], words[i+1:], ids, 0.75
		}
	}
	return nil, nil, nil, 0
}

// countedDeeds gives the deeds of the longest phrase of the vocabulary at word i, and where it ends. Those that have
// figures go before others.
func (r figureReader) countedDeeds(words []token, i int) (ids []kg.PredicateID, end int) {
	found := r.lex.find(words, i)
	if len(found) == 0 {
		return nil, 0
	}
	end = found[0].end
	var counted []kg.PredicateID
	for _, m := range found {
		if m.end != end || slices.Contains(ids, m.id) {
			continue
		}
		ids = append(ids, m.id)
		if r.lex.is(m.id, kg.Counted) {
			counted = append(counted, m.id)
		}
	}
	for _, w := range words[i+1 : end] {
		if all := r.lex.counting[w.stem]; len(all) > 0 {
			return all, end // shot dead
		}
	}
	if len(counted) > 0 {
		return counted, end
	}
	return ids, end
}

// andVerb reads on behind a verb where another follows: killed and injured.
func (r figureReader) andVerb(right []token, ids []kg.PredicateID) ([]token, []kg.PredicateID) {
	if len(right) < 2 || !joins[right[0].low] {
		return right, ids
	}
	before, rest, more, _ := r.figureVerb(right[1:])
	if more == nil || len(before) > 0 {
		return right, ids
	}
	for _, id := range more {
		if !slices.Contains(ids, id) {
			ids = append(slices.Clone(ids), id)
		}
	}
	return rest, ids
}
