package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
)

// ellipses reads "X recognises Y; Z does not" and "W did so in 2020": the claims of the verb before, made of another subject.
func (f *finder) ellipses() {
	for i := range f.d.Tokens {
		if !f.readable(i) || !f.stands(i) {
			continue
		}
		verb, claims := f.lastClaims(i)
		if owner, ok := f.exampleOf(i); ok {
			verb, claims = f.lastOf(owner, i)
		}
		if verb < 0 {
			continue
		}
		c := f.clauseOf(i)
		subjects, ok := f.subjects(rule{}, i)
		if f.sharesSubject(i) {
			subjects, ok = []argument{f.byName(claims[0].Subject)}, true
		}
		if !ok {
			continue
		}
		f.again(claims, i, subjects, c)
	}
}

// stands tells whether "do" at i stands for a verb that was used before.
func (f *finder) stands(i int) bool {
	d := f.d
	if f.sameAgain(i) {
		return true
	}
	alone := d.Lemma(i) == "have" || d.Tokens[i].Tag == "MD" // "It has not.", "and never will"
	if alone && d.Tokens[i].Dep == "conj" && d.Verb(d.Tokens[i].Head) && d.Child(i, "neg") >= 0 && d.Tokens[i].Tag == "MD" && d.Right[i] == i+1 {
		return true
	}
	if d.Lemma(i) != "do" && !alone || !d.Verb(i) && !alone || strings.HasPrefix(d.Tokens[i].Dep, "aux") || d.Child(i, "nsubj") < 0 && (alone || !f.hasChild(i, "so")) {
		return false
	}
	for _, c := range d.All(i, "dobj", "xcomp", "ccomp", "attr", "acomp") {
		if c > i {
			return false
		}
	}
	next := i + 1
	for next < len(d.Tokens) && (d.Tokens[next].Dep == "neg" || d.Lower(next) == "so") {
		next++
	}
	bare := !alone && d.Tokens[i].Tag == "VBD" && next == i+1 && next < len(d.Tokens) && (d.Tokens[next].Text == "," || d.Lower(next) == "in") // "Peru did, in 2014"
	return bare || next > i+1 && next <= d.Right[i] || f.hasChild(i, "so") && !alone
}

// sameAgain reads "followed suit", "did the same", "took the same step".
func (f *finder) sameAgain(v int) bool {
	d := f.d
	if _, ok := f.exampleOf(v); ok {
		return true
	}
	o := d.Child(v, "dobj")
	if o < v || !d.Verb(v) || d.Child(v, "nsubj") < 0 {
		return false
	}
	switch d.Lemma(v) {
	case "follow":
		return d.Lower(o) == "suit"
	case "do":
		return sameWord[d.Lower(o)]
	case "take":
		return decisions[d.Lemma(o)] && f.hasChild(o, "same")
	}
	return false
}

// exampleOf gives whose example a clause says was followed: "followed its example", "X's step was repeated by Y".
func (f *finder) exampleOf(v int) (argument, bool) {
	d := f.d
	if !d.Verb(v) || !following[d.Lemma(v)] {
		return argument{}, false
	}
	o := d.Child(v, "dobj", "nsubjpass")
	if o < 0 || d.Tokens[o].Dep == "nsubjpass" && d.Child(v, "agent") < 0 || !decisions[d.Lemma(o)] && !examples[d.Lemma(o)] {
		return argument{}, false
	}
	p := d.Child(o, "poss")
	if p < 0 {
		return argument{}, false
	}
	if d.Tokens[p].Tag == "PRP$" { // its: that of whoever acted in the sentence before
		if s := f.subjectBefore(v); s >= 0 {
			p = s
		}
	}
	return f.actor(p)
}

// lastOf gives the claims of the last recognition by somebody that the text tells before token i; all its topics where it tells none.
func (f *finder) lastOf(owner argument, i int) (verb int, claims []found) {
	verb = -1
	for _, c := range f.found {
		if c.at < i && f.undoable(c.Predicate) && !c.Negated && c.Subject == owner.name && c.verb > verb {
			verb = c.verb
		}
	}
	for _, c := range f.found {
		if c.verb == verb && c.Subject == owner.name && f.undoable(c.Predicate) {
			claims = append(claims, c)
		}
	}
	return verb, claims
}

// undoable reports whether the vocabulary has a predicate for taking back what another says.
func (f *finder) undoable(id kg.PredicateID) bool {
	return f.patterns.becomes(id, vocabulary.Undone) != ""
}

// lastClaims gives the claims of the last verb before i, in its sentence or the one before.
func (f *finder) lastClaims(i int) (verb int, claims []found) {
	verb = -1
	if up := f.d.Tokens[i].Head; up != i && up < i && f.d.Verb(up) && (f.d.Tokens[i].Dep == "advcl" || f.d.Tokens[i].Dep == "conj") && !f.words.Speech(f.d.Lemma(up)) && !f.claims(up) {
		return -1, nil // it stands for the verb that it hangs on, of which nothing was read
	}
	for _, c := range f.found {
		if c.at < i && c.at == c.verb && !decisions[strings.ToLower(c.Object)] && f.d.Verb(c.verb) && !f.above(c.verb, i) && f.d.Sentence[c.at] >= f.d.Sentence[i]-1 && c.verb > verb {
			verb = c.verb
		}
	}
	for _, c := range f.found {
		if c.verb == verb && verb >= 0 {
			claims = append(claims, c)
		}
	}
	return verb, claims
}

// claims tells whether a claim was read from the clause of a verb, or of one under it.
func (f *finder) claims(v int) bool {
	for _, c := range f.found {
		if c.verb == v || f.above(v, c.verb) {
			return true
		}
	}
	return false
}

// above tells whether the clause of token i stands under verb v: "denies that X did so" says nothing of denying.
func (f *finder) above(v, i int) bool {
	for n := 0; n < 12 && f.d.Tokens[i].Head != i; n++ {
		if f.d.Tokens[i].Dep == "conj" || f.d.Tokens[i].Dep == "advcl" && !f.hasChildIn(i, clauseMarks) {
			return false
		}
		if i = f.d.Tokens[i].Head; i == v {
			return true
		}
	}
	return false
}

// gap tells whether a conjunct of an object is a clause of its own that leaves the verb out, and who does it to whom in it: "X recognized A
// and Y B", "X condemned the coup and Y the arrests".
func (f *finder) gap(t int) (subject, object int, ok bool) {
	d := f.d
	k := f.cast.At[t]
	if k < 0 || d.Tokens[t].Dep != "conj" {
		return -1, -1, false
	}
	m := f.cast.Mentions[k]
	if j := m.First - 1; j > 0 && f.cast.At[j] >= 0 && f.cast.At[j] != k {
		other := f.cast.Mentions[f.cast.At[j]]
		if before := other.First - 1; before > 0 && (d.Tokens[before].Dep == "cc" || d.Tokens[before].Text == ",") {
			return other.Head(d), t, true
		}
	}
	if m.End < len(d.Tokens) && (d.Tokens[m.End].Dep == "det" || d.Tokens[m.End].Dep == "poss") {
		for h := m.End + 1; h < min(m.End+5, len(d.Tokens)); h++ {
			if d.Tokens[h].Dep == "dobj" && d.Noun(h) && d.Left[h] == m.End && d.Tokens[h].Head < t {
				return t, h, true
			}
		}
	}
	return -1, -1, false
}

// twoPlaces takes apart two names of places that were taken for one name: "X recognized A and Syria Luhansk".
func (f *finder) twoPlaces(t int) (subject, object argument, ok bool) {
	k := f.cast.At[t]
	if k < 0 || f.d.Tokens[t].Dep != "conj" || f.cast.Mentions[k].Entry != nil {
		return subject, object, false
	}
	m := f.cast.Mentions[k]
	for cut := m.First + 1; cut < m.End; cut++ {
		a, first := f.cast.Gaz.Lookup(f.d.Phrase(m.First, cut), kg.Place)
		b, second := f.cast.Gaz.Lookup(f.d.Phrase(cut, m.End), kg.Place)
		if first && second && a.Kind == "state" {
			return argument{a.Name, m.First, a.Type, a.Kind}, argument{b.Name, cut, b.Type, b.Kind}, true
		}
	}
	return subject, object, false
}

// gaps reads the clauses that leave out the verb v.
func (f *finder) gaps(r rule, v int, c clause) {
	o := f.d.Child(v, "dobj")
	if o < 0 || !has(r.Object, "dobj") {
		return
	}
	for _, t := range f.d.Coordinated(o) {
		if who, what, ok := f.twoPlaces(t); ok && (r.Need == "place" || r.Need == "actor" || r.Need == "entity" || r.Need == "") {
			f.emit(r.id, v, v, who, what, c, "ellipsis")
			continue
		}
		subject, object, ok := f.gap(t)
		if !ok {
			continue
		}
		who, known := f.actor(subject)
		what, fits := f.object(r, object)
		if known && fits && f.fitsWho(r, who, subject) {
			f.emit(r.id, v, v, who, what, c, "ellipsis")
		}
	}
}

func (f *finder) again(claims []found, i int, subjects []argument, c clause) {
	seen := map[string]bool{}
	for _, old := range claims {
		same := f.sameAgain(i) && !c.negated                                                              // what was denied of the first is denied of the second
		if of := f.patterns.refuses[old.Predicate]; !same && of != "" && !refusing[f.d.Lemma(old.verb)] { // "X would not recognise Y; Z did so" is no refusal
			old.Predicate = of
		}
		c := c
		if f.pronounAlone(i) && (len(subjects) != 1 || subjects[0].name != old.Subject) { // "It will not" goes on about whom the claim before is of
			continue
		}
		if refused := f.patterns.becomes(old.Predicate, vocabulary.Refused); refused != "" && (c.willNever || c.refused || f.noIntention(i) && f.d.Lemma(f.d.Tokens[i].Head) != "plan") { // "has not recognised X and never will"
			old.Predicate, c.negated, c.modality = refused, false, kg.Asserted
			old.Negated = true
		}
		if same {
			c.negated = old.Negated
			c.soften(old.Modality)
		}
		mutual := false
		for _, s := range subjects {
			if f.symmetric(old.Predicate) && len(subjects) > 1 {
				mutual = true
			}
			if s.name == old.Subject && c.negated == old.Negated && old.Date == "" { // "Moscow did so in 2008" says when
				f.dateLater(old, f.dateOf(i))
			}
			if key := s.name + "\x00" + old.Object; !mutual && !seen[key] && (s.name != old.Subject || !same && c.negated != old.Negated) {
				seen[key] = true
				f.claim(old.Predicate, i, i, s, f.byName(old.Object), c, "ellipsis")
			}
		}
		if mutual {
			for _, o := range subjects[1:] {
				f.claim(old.Predicate, i, i, subjects[0], o, c, "ellipsis")
			}
			return
		}
	}
}

// dateLater gives a claim the date that is said after it.
func (f *finder) dateLater(c found, date kg.Date) {
	for k := range f.found {
		if o := &f.found[k]; o.at == c.at && o.Subject == c.Subject && o.Predicate == c.Predicate && o.Object == c.Object && o.Date == "" {
			o.Date = date
		}
	}
}

// sharesSubject tells whether "doing so" stands under a verb that is joined to another and so has its subject: "X did not recognise Y and had no intention of
// doing so".
func (f *finder) sharesSubject(i int) bool {
	d := f.d
	if d.Child(i, "nsubj") >= 0 || !f.hasChild(i, "so") {
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

// pronounAlone tells whether a clause is no more than a pronoun and an auxiliary: "It has not."
func (f *finder) pronounAlone(i int) bool {
	s := f.d.Child(i, "nsubj")
	return f.d.Lemma(i) != "do" && s >= 0 && f.d.Tokens[s].Tag == "PRP"
}

func (f *finder) symmetric(id kg.PredicateID) bool { return f.patterns.allowed[id].symmetric }

// byName is the argument that a name stands for, without a place in the sentence.
func (f *finder) byName(name string) argument {
	for _, m := range f.cast.Mentions {
		if m.Name == name {
			return argument{name, -1, m.Type, m.Kind}
		}
	}
	return argument{name: name, token: -1}
}
