package ask

import (
	"slices"

	"sayso/internal/kg"
)

// figureDeed finds the deed that a figure is about, also where no verb tells it: how many employees has Maersk, how
// many dead were there in Bucha.
func (r figureReader) figureDeed(unit, verbs []token) (left, right []token, ids []kg.PredicateID, confidence float64) {
	if left, right, ids, confidence = r.figureVerb(verbs); ids != nil || len(verbs) == 0 {
		return left, right, ids, confidence
	}
	first, rest := verbs[0].low, verbs[1:]
	switch n := r.nameLength(rest); {
	case haveForms[first] && n > 0 && n == len(rest):
		return rest, nil, r.lex.countingVaguely[stemOf("have")], 0.8
	case len(unit) == 1 && (beForms[first] || placeWords[first]) && r.lex.counting[unit[0].stem] != nil:
		return nil, rest, r.lex.counting[unit[0].stem], 0.88
	case len(unit) > 0 && inside[first] && n > 0 && n == len(rest):
		return nil, rest, r.lex.countingVaguely[stemOf("have")], 0.8 // refugees in Uganda
	case len(unit) > 0 && beForms[first] && len(rest) > 1 && inside[rest[0].low] && r.nameLength(rest[1:]) == len(rest)-1:
		return nil, rest[1:], r.lex.countingVaguely[stemOf("have")], 0.8 // soldiers are in Kherson
	}
	return nil, nil, nil, 0
}

// verbOfCount reports whether what is counted ends before word n, since a verb stands there.
func (r figureReader) verbOfCount(rest []token, n int) bool {
	if isAuxiliary(rest[n].low) || r.lex.counting[rest[n].stem] != nil {
		return true
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
			if w.stem == "fall" && i+1 < len(words) {
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
		if ids := r.lex.countingLast[w.stem]; ids != nil && !takeIn {
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
