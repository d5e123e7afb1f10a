package ask

import (
	_ "embed"
	"slices"
)

//go:embed data/outlets.txt
var outletsFile string

// outletWords are words in names of outlets.
var outletWords = func() map[string]bool {
	out := map[string]bool{}
	for _, fields := range linesOf(outletsFile) {
		for _, w := range fields {
			out[w] = true
		}
	}
	return out
}()

// outlet reports whether a name is that of an outlet, as far as its words tell: Radio Okapi, Voice of America.
func outlet(name []token) bool {
	return slices.ContainsFunc(name, func(w token) bool { return outletWords[w.low] && (w.name || len(name) == 1) }) ||
		begins(name, voiceOf) && len(name) > 2
}

// interviewed reads "spoke to Voice of America", "gave an interview to El Comercio", "was interviewed by Der Standard":
// who said anything through it.
func (r speechReader) interviewed(rest []token) []Question {
	for len(rest) > 1 && auxiliaryOnly(rest[0]) && !begins(rest, beInterviewedBy) {
		rest = rest[1:]
	}
	talk := spokeTo.length(rest)
	n := max(talk, interviewing.length(rest))
	if n == 0 {
		return nil
	}
	name, about := trim(rest[n:]), []token(nil)
	if at := indexIn(name, interviewAbout); at > 0 {
		name, about = name[:at], name[at+1:]
	}
	p, of := r.phrase(name), r.phrase(trim(about))
	party := talk > 0 && !outlet(name) // it may be a talk with a party
	if !p.named(r.cased) || of.bad || of.given() && party {
		return nil
	}
	confidence := 0.97
	if party {
		confidence = Sure - 0.1
	}
	q := r.spokenBy(WhoSaid, "", confidence-0.15*float64(p.junk+of.junk))
	if q.Via != "" {
		q.LeftOut = append(slices.Clone(q.LeftOut), "through "+q.Via)
	}
	q.Via, q.Target, q.Topic = p.text, of.text, of.topic
	return []Question{q}
}

// auxiliaryOnly reports whether a word adds nothing to a verb of speaking: has, already.
func auxiliaryOnly(w token) bool {
	return isAuxiliary(w.low) && !negations[w.low] && !modals[w.low] || adverbs[w.low]
}
