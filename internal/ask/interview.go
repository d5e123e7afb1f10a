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
		begins(name, "voice of") && len(name) > 2
}

// interviewing are ways to say that somebody spoke to an outlet; the outlet follows.
var interviewing = []string{"speak|spoke|spoken|speaking|speaks|talk|talked|talking|talks to|with", "give|gave|given|gives|giving an interview|interviews to", "give|gave|given|gives|giving interviews to",
	"is|are|was|were|been interviewed by", "interviewed by", "interviewed on"}

// interviewed reads "spoke to Voice of America", "gave an interview to El Comercio", "was interviewed by Der Standard": who said anything through it.
func (r request) interviewed(rest []token) []Question {
	for len(rest) > 1 && (isAuxiliary(rest[0].low) && !negations[rest[0].low] && !modals[rest[0].low] || adverbs[rest[0].low]) && !begins(rest, "is|are|was|were|been interviewed by") {
		rest = rest[1:]
	}
	for i, form := range interviewing {
		if !begins(rest, form) {
			continue
		}
		name, about := trim(rest[len(fieldsOf(form)):]), []token(nil)
		if at := indexOf(name, "about", "on", "regarding"); at > 0 {
			name, about = name[:at], name[at+1:]
		}
		p, of := phraseOf(name, r.cased), phraseOf(trim(about), r.cased)
		if p.bad || of.bad || !p.given() || p.topic && r.cased || of.given() && i == 0 && !outlet(name) {
			return nil
		}
		confidence := 0.97
		if i == 0 && !outlet(name) {
			confidence = Sure - 0.1 // it may be a talk with a party
		}
		q := r.spokenBy(WhoSaid, "", confidence-0.15*float64(p.junk+of.junk))
		if q.Via != "" {
			q.LeftOut = append(slices.Clone(q.LeftOut), "through "+q.Via)
		}
		q.Via, q.Target, q.Topic = p.text, of.text, of.topic
		return []Question{q}
	}
	return nil
}
