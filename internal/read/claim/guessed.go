package claim

import (
	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/mention"
	"sayso/internal/read/vocabulary"
)

// guessed tells whether the state of an office is only the one that the text is about: neither the title nor what stands with the name says it.
func (f *finder) guessed(r mention.Role) bool {
	d := f.d
	if r.Class != "office" || r.OfKind != "state" || r.Of == "" {
		return false
	}
	if p := d.Child(r.Token, "poss"); p >= 0 && d.Tokens[p].Tag == "PRP$" {
		return false
	}
	m := f.cast.Mentions[r.Person]
	head := m.Head(d)
	return !f.saysState(d.Left[r.Token], d.Right[r.Token], r.Of) && !f.saysState(d.Left[head], max(m.End, r.Token+1), r.Of)
}

// saysState tells whether the tokens from first up to end name a state, by its name, its capital or its people.
func (f *finder) saysState(first, end int, state string) bool {
	for i := first; i < end && i < len(f.d.Tokens); i++ {
		if k := f.cast.At[i]; k >= 0 {
			m := f.cast.Mentions[k]
			if e, ok := f.cast.Gaz.CapitalOf(m.Name); m.Name == state || ok && e.Name == state {
				return true
			}
			if m.Type == kg.Organization { // a body of the state
				if a, ok := f.cast.Country(i); ok && a.Name == state {
					return true
				}
			}
		}
		for _, from := range []int{i - 1, i} {
			if from < first {
				continue
			}
			if e, ok := f.cast.Gaz.Demonym(f.d.Phrase(from, i+1)); ok && e.Name == state {
				return true
			}
		}
	}
	return false
}

// chancelleries are the states whose heads of government are chancellors.
var chancelleries = map[string]bool{"Germany": true, "Austria": true}

// foreign tells whether somebody is hardly an officer of the state that the text is about: the office is one of something smaller or of another
// state's kind, or he is a guest there.
func (f *finder) foreign(r mention.Role, facts []fact) bool {
	d := f.d
	switch {
	case d.Child(r.Token, "poss") >= 0: // "the region's president"
		return true
	case r.Title == "minister", r.Head == "chancellor" && !chancelleries[r.Of]:
		return true
	}
	name := f.cast.Mentions[r.Person].Name
	for _, c := range facts {
		if c.subject != name || c.negated {
			continue
		}
		switch at := func(t vocabulary.Trait) bool { return f.patterns.is(c.predicate, t) }; {
		case at(vocabulary.Guest):
			if e, ok := f.cast.Gaz.CapitalOf(c.object); c.object == r.Of || ok && e.Name == r.Of {
				return true
			}
		case at(vocabulary.Counterparts):
			if c.object == r.Of || f.counterpart(c.at, r.Of) {
				return true
			}
		case at(vocabulary.ToForeigners) && c.object == r.Of:
			return true
		}
	}
	return false
}

// counterpart tells whether the one met in the clause of a verb is called the counterpart from a state: the other is from elsewhere.
func (f *finder) counterpart(v int, state string) bool {
	d := f.d
	for i := d.Left[v]; i < d.Right[v]; i++ {
		if d.Lemma(i) == "counterpart" && f.saysState(d.Left[i], i+1, state) {
			return true
		}
	}
	return false
}

// once tells whether a title is one that somebody had: "then-President X", "the ousted leader".
func (f *finder) once(r mention.Role) bool {
	d := f.d
	for _, c := range d.All(r.Token, "amod") {
		if bygone[d.Lower(c)] {
			return true
		}
	}
	for i := r.Token - 1; i > 0 && i > r.Token-4 && d.Sentence[i] == d.Sentence[r.Token]; i-- {
		if d.Tokens[i].Text == "-" {
			w := d.Lower(i - 1)
			return thenWords[w]
		}
		if w := d.Lower(i); thenTitles[w] {
			return true
		}
	}
	return false
}

// underling tells whether somebody leads no more than a part of what the title names, or leads it after another: "the union's trade chief", "the
// deputy head of the bank".
func (f *finder) underling(r mention.Role) bool {
	for _, w := range r.Modifier {
		if seconds[w] {
			return true
		}
	}
	return r.Head == "chief" && len(r.Modifier) > 0 && portfolios[r.Modifier[len(r.Modifier)-1]]
}

// saysOn tells whether a verb is what a speaker says next, and no part of what he denied, to which the parser joined it: "denied that it had fired first
// and accused X".
func (f *finder) saysOn(v int, st attribution.Statement) bool {
	d := f.d
	if st.Lemma != "deny" || st.Root < 0 || v == st.Root || d.Tokens[v].Dep != "conj" || d.Tokens[v].Head != st.Root || d.Child(v, "nsubj", "aux", "nsubjpass") >= 0 {
		return false
	}
	tag := d.Tokens[v].Tag
	return (tag == "VBD" || tag == "VBZ" || tag == "VBP") && d.Child(st.Root, "aux") >= 0 && (f.words.Speech(d.Lemma(v)) || retorts[d.Lemma(v)])
}

// sentTo tells whether all that is said of an envoy is to whom he was sent: "the ambassador to the United Nations" works for another.
func (f *finder) sentTo(r mention.Role) bool {
	if !envoys[r.Head] {
		return false
	}
	d := f.d
	for _, p := range d.All(r.Token, "prep") {
		if o := d.Child(p, "pobj"); d.Lower(p) == "to" && o >= 0 {
			name, _, _ := f.cast.Object(o)
			return name == r.Of
		}
	}
	return false
}

// itsState gives the state that "its" means in a title beside the one who speaks: "X will break off relations, Jane Doe, its foreign minister, said" and
// "X did nothing. Its ambassador, Jane Doe, said" are both about X.
func (f *finder) itsState(r mention.Role) (argument, bool) {
	d := f.d
	p := d.Child(r.Token, "poss")
	if p < 0 || d.Lower(p) != "its" || r.Class != "office" && !stateEnvoys[r.Head] {
		return argument{}, false
	}
	head := f.cast.Mentions[r.Person].Head(d)
	for _, i := range []int{head, r.Token} {
		v := d.Tokens[i].Head
		if d.Tokens[i].Dep != "nsubj" || !d.Verb(v) || !f.words.Speech(d.Lemma(v)) {
			continue
		}
		for _, c := range d.All(v, "ccomp") {
			if c < p {
				return f.stateSubject(c)
			}
		}
	}
	if n := d.Sentence[p]; d.Sentences[n].First == p && n > 0 {
		for i := d.Sentences[n-1].First; i < d.Sentences[n-1].End; i++ {
			if d.Tokens[i].Head == i && d.Paragraph(i) == d.Paragraph(p) {
				return f.stateSubject(i)
			}
		}
	}
	return argument{}, false
}

// stateSubject is the subject of a verb, where that is the name of a state or of a land like one.
func (f *finder) stateSubject(v int) (argument, bool) {
	s := f.d.Child(v, "nsubj", "nsubjpass")
	if s < 0 || f.cast.At[s] < 0 || f.d.Child(s, "conj") >= 0 {
		return argument{}, false
	}
	m := f.cast.Mentions[f.cast.At[s]]
	return argument{m.Name, s, m.Type, m.Kind}, m.Kind == "state" || m.Kind == "disputed territory"
}
