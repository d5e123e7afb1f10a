package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/commitment"
	"sayso/internal/read/match"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// ellipsis reads what is said again of others: the claims of a clause before, made of another subject.
type ellipsis struct{ *finder }

// ellipses reads "X recognises Y; Z does not" and "W did so in 2020": the claims of the verb before, made of another
// subject.
func (f *ellipsis) ellipses() {
	for i := range f.d.Tokens {
		if !f.ma.Readable(i) || !f.isVerbEllipsis(i) {
			continue
		}
		f.rules.Begin()
		verb, claims := f.lastClaims(i)
		if owner, ok := f.exampleOf(i); ok {
			verb, claims = f.lastOf(owner, i)
		}
		if verb < 0 || !f.standsFor(i, verb, claims) || !f.rules.Take("again.did-so", i, verb) {
			continue
		}
		c := f.frames.Of(i).Commitment
		subjects, ok := f.ma.Subjects(match.Rule{}, f.frames.Of(i))
		if f.sharesSubject(i) {
			subjects, ok = []phrase.Node{f.ph.ByName(claims[0].Subject)}, true
		}
		if !ok {
			continue
		}
		f.again(claims, i, subjects, c)
	}
}

// standsFor reports whether "did so" at i surely stands for a verb: for the last one before it in its sentence. What
// states do to each other is told of one after another over sentences and clauses, other things are not.
func (f *ellipsis) standsFor(i, verb int, claims []found) bool {
	d := f.d
	if f.sameAgain(i) && len(f.ph.Behind(i, "to")) > 0 { // "did the same to X"
		return false
	}
	if len(claims) > 0 && f.patterns.Is(claims[0].Predicate, vocabulary.States) {
		return true
	}
	if d.Sentence[verb] != d.Sentence[i] {
		return false
	}
	for j := verb + 1; j < i; j++ {
		if dep := d.Tokens[j].Dep; d.Verb(j) && dep != "aux" && dep != "auxpass" && !f.words.Speech(d.Lemma(j)) {
			return false
		}
	}
	return true
}

// isVerbEllipsis reports whether "do" at i stands for a verb that was used before.
func (f *ellipsis) isVerbEllipsis(i int) bool {
	d := f.d
	if f.sameAgain(i) {
		return true
	}
	modal := d.Tokens[i].Tag == "MD"
	alone := d.Lemma(i) == "have" || modal // "It has not.", "and never will"
	joined := d.Tokens[i].Dep == "conj" && d.Verb(d.Tokens[i].Head) && d.Right[i] == i+1
	if modal && joined && d.Child(i, "neg") >= 0 {
		return true
	}
	if !alone && (d.Lemma(i) != "do" || !d.Verb(i)) || strings.HasPrefix(d.Tokens[i].Dep, "aux") {
		return false
	}
	if d.Child(i, "nsubj") < 0 && (alone || !f.ph.HasChild(i, "so")) {
		return false
	}
	for _, c := range d.All(i, "dobj", "xcomp", "ccomp", "attr", "acomp") {
		if c > i {
			return false
		}
	}
	return f.leavesOut(i, alone)
}

// leavesOut reports whether an auxiliary with a subject has no verb behind it: "Peru did, in 2014", "It has not.",
// "did so".
func (f *ellipsis) leavesOut(i int, alone bool) bool {
	d := f.d
	next := i + 1
	for next < len(d.Tokens) && (d.Tokens[next].Dep == "neg" || d.Lower(next) == "so") {
		next++
	}
	if next > i+1 && next <= d.Right[i] || f.ph.HasChild(i, "so") && !alone {
		return true
	}
	bare := !alone && d.Tokens[i].Tag == "VBD" && next == i+1 && next < len(d.Tokens)
	return bare && (d.Tokens[next].Text == "," || d.Lower(next) == "in")
}

// sameAgain reads "followed suit", "did the same", "took the same step".
func (f *ellipsis) sameAgain(v int) bool {
	d := f.d
	if _, ok := f.exampleOf(v); ok {
		return true
	}
	o := d.Child(v, "dobj")
	if o < v || !d.Verb(v) || d.Child(v, "nsubj") < 0 {
		return false
	}
	switch w := d.Lemma(v); {
	case imitating[w]:
		return suits[d.Lower(o)]
	case w == "do":
		return sameWord[d.Lower(o)]
	case taking[w]:
		return decisions[d.Lemma(o)] && f.ph.HasChildIn(o, sameWord)
	}
	return false
}

// exampleOf gives whose example a clause says was followed: "followed its example", "X's step was repeated by Y".
func (f *ellipsis) exampleOf(v int) (phrase.Node, bool) {
	d := f.d
	if !d.Verb(v) || !following[d.Lemma(v)] {
		return phrase.Node{}, false
	}
	o := d.Child(v, "dobj", "nsubjpass")
	if o < 0 || d.Tokens[o].Dep == "nsubjpass" && d.Child(v, "agent") < 0 ||
		!decisions[d.Lemma(o)] && !examples[d.Lemma(o)] {
		return phrase.Node{}, false
	}
	p := d.Child(o, "poss")
	if p < 0 {
		return phrase.Node{}, false
	}
	if d.Tokens[p].Tag == "PRP$" { // its: that of whoever acted in the sentence before
		if s := f.ph.SubjectBefore(v); s >= 0 && f.rules.Take("again.its-example", v) {
			p = s
		}
	}
	return f.ph.Actor(p)
}

// again makes the claims of other subjects that clause i says of them.
func (f *ellipsis) again(claims []found, i int, subjects []phrase.Node, c commitment.Commitment) {
	same := f.sameAgain(i) && !c.Negated // what was denied of the first is denied of the second
	seen := map[string]bool{}
	for _, old := range claims {
		alone := f.pronounAlone(i) && (len(subjects) != 1 || subjects[0].Name != old.Subject)
		if alone { // "It will not" goes on about whom the claim before is of
			continue
		}
		old, c := f.retold(old, i, same, c)
		if f.ma.Symmetric(old.Predicate) && len(subjects) > 1 {
			for _, o := range subjects[1:] {
				f.claim(old.Predicate, i, i, subjects[0], o, c, "ellipsis")
			}
			return
		}
		for _, s := range subjects {
			key := s.Name + "\x00" + old.Object
			other := s.Name != old.Subject || !same && c.Negated != old.Negated
			if !seen[key] && other && f.rules.Take("again.other-subject", i) {
				seen[key] = true
				f.claim(old.Predicate, i, i, s, f.ph.ByName(old.Object), c, "ellipsis")
			}
		}
	}
}

// retold is a claim as clause i says it again: with the commitment of that clause, and as a refusal or no refusal
// where it is one there.
func (f *ellipsis) retold(old found, i int, same bool, c commitment.Commitment) (found, commitment.Commitment) {
	of := f.patterns.Refuses[old.Predicate]
	plain := !same && of != "" && !refusing[f.d.Lemma(old.verb)] // "X would not recognise Y; Z did so" is no refusal
	if plain && f.rules.Take("again.no-refusal", i) {
		old.Predicate = of
	}
	refused := f.patterns.Becomes(old.Predicate, vocabulary.Refused)
	never := c.WillNever || c.Refused || f.co.NoIntention(i) && !plans[f.d.Lemma(f.d.Tokens[i].Head)]
	if refused != "" && never && f.rules.Take("again.never-will", i) { // "has not recognised X and never will"
		old.Predicate, c.Negated, c.Modality = refused, false, kg.Asserted
		old.Negated = true
	}
	if same {
		c.Negated = old.Negated
		c.Soften(old.Modality)
	}
	return old, c
}

// sharesSubject reports whether "doing so" stands under a verb that is joined to another and so has its subject: "X
// did not recognise Y and had no intention of doing so".
func (f *ellipsis) sharesSubject(i int) bool {
	d := f.d
	if d.Child(i, "nsubj") >= 0 || !f.ph.HasChild(i, "so") {
		return false
	}
	for n, at := 0, i; n < 5 && d.Tokens[at].Head != at; n++ {
		at = d.Tokens[at].Head
		if d.Verb(at) && d.Tokens[at].Dep == "conj" {
			return d.Child(at, "nsubj") < 0
		}
		if d.Verb(at) && d.Child(at, "nsubj") >= 0 {
			return false
		}
	}
	return false
}

// pronounAlone reports whether a clause is no more than a pronoun and an auxiliary: "It has not."
func (f *ellipsis) pronounAlone(i int) bool {
	s := f.d.Child(i, "nsubj")
	return f.d.Lemma(i) != "do" && s >= 0 && f.d.Tokens[s].Tag == "PRP"
}
