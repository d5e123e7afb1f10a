package clause

import "sayso/internal/kg"

// ResolvePronouns puts those in the place of pronouns that they stand for, all of them where they are several.
func (cl *Reference) ResolvePronouns(tokens []int) []int {
	var out []int
	for _, t := range tokens {
		if m := cl.ResolvePronoun(t); m != t && cl.d.Lower(t) != "it" {
			out = append(out, cl.d.Coordinated(m)...)
		} else {
			out = append(out, m)
		}
	}
	return out
}

// shotAt gives what "them" means behind "opened fire on X and": X, where that is plural; -1 elsewhere.
func (cl *Reference) shotAt(i int) int {
	d := cl.d
	v := d.Tokens[i].Head
	up := d.Tokens[v].Head
	if d.Lower(i) != "them" || d.Tokens[i].Dep != "dobj" || d.Tokens[v].Dep != "conj" || !d.Verb(up) {
		return -1
	}
	if o := d.Child(up, "dobj"); o < 0 || d.Tokens[o].Tag != "NN" { // "them" is no mass
		return -1
	}
	for _, at := range []int{up, d.Child(up, "dobj")} {
		for _, p := range shotPrepositions {
			if o := cl.ph.Behind(at, p); len(o) > 0 && d.Tokens[o[0]].Tag == "NNS" {
				return o[0]
			}
		}
	}
	return -1
}

// ResolvePronoun resolves a pronoun that the cast does not: "they" and "it" in what somebody says or does further on
// is that somebody, "it" and "them" as an object what the clause before acted on. Other tokens stay as they are.
func (cl *Reference) ResolvePronoun(i int) int {
	d := cl.d
	w, dep := d.Lower(i), d.Tokens[i].Dep
	if !resolvable[w] ||
		w == "it" && dep == "dobj" && denying[d.Lemma(d.Tokens[i].Head)] { // what is denied is what was said
		return i
	}
	if _, known := cl.cast.Who(i); known {
		return i
	}
	found := -1
	switch {
	case w != "them" && (dep == "nsubj" || dep == "nsubjpass"):
		found = cl.actorMeant(i, w == "they")
	case d.Sentence[i] >= 0:
		found = cl.actedOn(i, w == "them")
	}
	if found < 0 {
		return i
	}
	return found
}

// plural reports whether a noun is several, or a body that is spoken of as several.
func (cl *Reference) plural(t int) bool {
	tag := cl.d.Tokens[t].Tag
	return tag == "NNS" || tag == "NNPS" || cl.d.Child(t, "conj") >= 0 || pluralBodies[cl.d.Lemma(t)]
}

// fitsPronoun reports whether a noun agrees with a pronoun: "it" is no person.
func (cl *Reference) fitsPronoun(t int, several bool) bool {
	return cl.plural(t) == several && (several || cl.ph.NounType(t) != kg.Person)
}

// actorMeant is the subject of a verb above, or of the sentence before, that a pronoun as subject means; -1 for none.
func (cl *Reference) actorMeant(i int, several bool) int {
	d := cl.d
	for at, n := d.Tokens[i].Head, 0; n < 5 && d.Tokens[at].Head != at; n++ {
		at = d.Tokens[at].Head
		if s := d.Child(at, "nsubj"); s >= 0 && s < i && d.Noun(s) && d.Verb(at) {
			return where(cl.fitsPronoun(s, several) && cl.rules.Take("pronoun.subject-above", i, s), s)
		}
	}
	s := cl.ph.SubjectBefore(i)
	return where(s >= 0 && several && cl.plural(s) && cl.rules.Take("pronoun.subject-before", i, s), s)
}

// actedOn is what the clause before acted on, which a pronoun as object means; -1 for none.
func (cl *Reference) actedOn(i int, several bool) int {
	d := cl.d
	if shot := cl.shotAt(i); shot >= 0 && cl.rules.Take("pronoun.shot-at", i, shot) {
		return shot
	}
	from := d.Sentences[max(0, d.Sentence[i]-1)].First
	for j := i - 1; j >= from; j-- {
		if dep := d.Tokens[j].Dep; dep != "dobj" && dep != "nsubjpass" || !d.Noun(j) ||
			d.Tokens[j].Head == d.Tokens[i].Head {
			continue
		}
		if !several &&
			undoings[d.Lemma(d.Tokens[j].Head)] { // what was undone is there no more: "it" is that it was undone
			return -1
		}
		if p := d.Child(j, "poss"); several && p >= 0 &&
			d.Lower(p) == "their" { // "told X to mend their ways and thanked them"
			continue
		}
		if cl.fitsPronoun(j, several) && cl.rules.Take("pronoun.object-before", i, j) {
			return j
		}
		if !several {
			return -1
		}
	}
	return -1
}
