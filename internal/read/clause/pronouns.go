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

// ResolvePronoun resolves a pronoun that the cast does not: "they" and "it" in what somebody says or does further on
// is that somebody, "it" and "them" as an object what the clause before acted on. Other tokens stay as they are.
func (cl *Reference) ResolvePronoun(i int) int {
	d := cl.d
	w := d.Lower(i)
	if !resolvable[w] ||
		w == "it" && d.Tokens[i].Dep == "dobj" &&
			d.Lemma(d.Tokens[i].Head) == "deny" { // what is denied is what was said
		return i
	}
	if _, known := cl.cast.Who(i); known {
		return i
	}
	plural := func(t int) bool {
		return d.Tokens[t].Tag == "NNS" || d.Tokens[t].Tag == "NNPS" || d.Child(t, "conj") >= 0 ||
			d.Lemma(t) == "police"
	}
	if w != "them" && (d.Tokens[i].Dep == "nsubj" || d.Tokens[i].Dep == "nsubjpass") {
		for at, n := d.Tokens[i].Head, 0; n < 5 && d.Tokens[at].Head != at; n++ {
			at = d.Tokens[at].Head
			if s := d.Child(at, "nsubj"); s >= 0 && s < i && d.Noun(s) && d.Verb(at) {
				if (plural(s) == (w == "they") && (w == "they" || cl.ph.NounType(s) != kg.Person)) &&
					cl.rules.Take("pronoun.subject-above", i, s) {
					return s
				}
				return i
			}
		}
		if s := cl.ph.SubjectBefore(i); s >= 0 && w == "they" && plural(s) &&
			cl.rules.Take("pronoun.subject-before", i, s) {
			return s
		}
		return i
	}
	if d.Sentence[i] < 0 {
		return i
	}
	if shot := cl.shotAt(i); shot >= 0 && cl.rules.Take("pronoun.shot-at", i, shot) {
		return shot
	}
	from := d.Sentences[max(0, d.Sentence[i]-1)].First
	for j := i - 1; j >= from; j-- {
		if dep := d.Tokens[j].Dep; (dep == "dobj" || dep == "nsubjpass") && d.Noun(j) &&
			d.Tokens[j].Head != d.Tokens[i].Head {
			if w == "it" &&
				undoings[d.Lemma(d.Tokens[j].Head)] { // what was undone is not there any more: "it" is that it was undone
				return i
			}
			if p := d.Child(j, "poss"); p >= 0 && d.Lower(p) == "their" &&
				w == "them" { // "told X to mend their ways and thanked them"
				continue
			}
			if (plural(j) == (w == "them") && (w == "them" || cl.ph.NounType(j) != kg.Person)) &&
				cl.rules.Take("pronoun.object-before", i, j) {
				return j
			}
			if w == "it" {
				return i
			}
		}
	}
	return i
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
