package ask

import "slices"

// request is a question as the readers of families meet it.
type request struct {
	grammar
	takenOut
	asked     []token    // the question's words
	words     []token    // those without what was taken out
	kind      asked      // what it asks for, by its first words
	rest      []token    // the words without those that ask
	askedOf   string     // what is said of those asked for and cannot be heeded: "African"
	spellings []Spelling // words that were read as others; set by [Asker.mended]
}

// question begins an interpretation with what was cut out of the words.
func (r request) question(kind Kind, confidence float64) Question {
	q := Question{
		Kind:       kind,
		Confidence: confidence,
		Speaker:    r.speaker,
		Via:        r.via,
		AsOf:       r.times.asOf,
		KnownAt:    r.times.knownAt,
		From:       r.times.from,
		To:         r.times.to,
		LeftOut:    r.leftOut,
		Spellings:  r.spellings,
	}
	if r.times.guessed {
		q.Confidence = min(q.Confidence, Sure-0.05)
	}
	return q
}

// spokenBy begins an interpretation of what somebody says. Whoever reports it ("according to Reuters") is then not the
// speaker, but the outlet.
func (r request) spokenBy(kind Kind, speaker string, confidence float64) Question {
	q := r.question(kind, confidence)
	if q.Speaker != "" {
		if q.Via == "" {
			q.Via = q.Speaker
		} else {
			q.LeftOut = append(slices.Clone(q.LeftOut), accordingly(q.Speaker))
		}
	}
	q.Speaker = speaker
	return q
}

// alsoLeftOut adds words that no answer heeds to others, "" for none.
func alsoLeftOut(have []string, words string) []string {
	if words == "" {
		return have
	}
	return append(slices.Clone(have), words)
}
