package ask

import "sayso/internal/kg"

// anybodyAt tells whether words mean nobody in particular: anybody, any country.
func anybodyAt(words []token) bool {
	return len(words) > 0 && (set("anyone anybody someone somebody everyone everybody")[words[0].low] && len(words) == 1 || set("any some")[words[0].low] && len(words) > 1 && len(skipNouns(words[1:])) == 0)
}

// mutual are deeds that two do together.
var mutual = map[kg.PredicateID]bool{"MET_WITH": true, "NEGOTIATED_WITH": true, "AGREED_WITH": true, "COOPERATED_WITH": true, "ESTABLISHED_TIES_WITH": true, "BROKE_TIES_WITH": true}

// infinitive tells whether a verb with "to" follows: threatened to leave. before is the last word of the predicate, which may have the "to".
func infinitive(before token, right []token) bool {
	if len(right) > 0 && right[0].low == "to" {
		before, right = right[0], right[1:]
	}
	return before.low == "to" && len(right) > 0 && right[0].opened == 0 && !right[0].name && !articles[right[0].low] && !possessives[right[0].low]
}

// demanding are predicates behind whose object stands what it is to do: urged Israel to stop.
var demanding = map[kg.PredicateID]bool{"URGED": true, "DEMANDED": true, "WARNED": true, "PROMISED": true, "THREATENED": true}

// inNames are words of names that go on with a place: the Organization for Security and Co-operation in Europe, the embassy in Kyiv.
var inNames = set("organization organisation co-operation cooperation mission embassy consulate office council forces force committee church bank command center centre university union party movement " +
	"doctors ambassador government army troops soldiers women friends mothers reporters network congress tribunal court front state republic people rebels separatists")

// apartFrom parts an object from what follows it: where ("Taliban | in Doha"), what it is to do ("Israel | to stop the war"), or, where a thing is given,
// to whom ("Ukraine | weapons").
func (r request) apartFrom(id kg.PredicateID, object []token) (name, about []token) {
	for i := 1; i+1 < len(object); i++ {
		w, next := object[i], object[i+1]
		named := next.name || articles[next.low] && i+2 < len(object) && object[i+2].name
		switch {
		case w.opened > 0 || w.name:
		case w.low == "to" && demanding[id] && !named && !articles[next.low]:
			return object[:i], object[i+1:]
		case !r.cased || !named:
		case set("in at near inside")[w.low] && object[0].name && !has(object[:i], inNames):
			return object[:i], object[i+1:]
		case w.low == "to" && !has(object[:i], articles) && phraseOf(object[:i], true).topic:
			return object[i+1:], object[:i]
		}
	}
	return object, nil
}
