package syntax

import (
	"sayso/internal/read/layout"
)

// repairs puts right what the parser often gets wrong, before Children, Left and Right are filled.
type repairs struct{ *Document }

// run applies all repairs, in this order: later ones build on what earlier ones joined.
func (d *repairs) run() {
	d.prefixed()
	d.predicates()
	reports{d}.putRight()
	d.rejoin()
	d.freeNames()
	d.cited()
	d.splitNames()
	pairs{d}.join()
	d.mend()
}

// rejoin hangs a finite verb that the parser joined to an infinitive on the finite verb above it: in "called on X to
// approve the plan and blamed Y" the one who called blamed.
func (d *repairs) rejoin() {
	for v := range d.Tokens {
		h := d.Tokens[v].Head
		if d.Tokens[v].Dep != "conj" || !d.tagged(v, "VBD", "VBZ") || h >= v || d.Tokens[h].Tag != "VB" {
			continue
		}
		if d.Sentence[v] < 0 || d.Quoted[v] != d.Quoted[h] || !d.marked(h) || d.has(v, "nsubj", "nsubjpass") {
			continue
		}
		up := h
		for n := 0; n < 6 && !d.tagged(up, "VBD", "VBZ", "VBP") && d.Tokens[up].Head != up; n++ {
			up = d.Tokens[up].Head
		}
		if d.Tokens[up].Tag != d.Tokens[v].Tag || d.Tokens[up].Dep == "relcl" || !d.has(up, "nsubj", "nsubjpass") {
			continue
		}
		d.Tokens[v].Head = up
		if v > 0 && d.Tokens[v-1].Dep == "cc" {
			d.Tokens[v-1].Head = up
		}
	}
}

// prefixed puts verbs together that the tokens part at a hyphen: in "has re-established ties" the verb is what
// follows, with all that hangs on "re".
func (d *repairs) prefixed() {
	for i := 0; i+2 < len(d.Tokens); i++ {
		if d.isPrefix(i) {
			d.join(i, i+2)
		}
	}
}

// isPrefix reports whether a token is the first half of a verb that was cut at its hyphen.
func (d *repairs) isPrefix(i int) bool {
	t, v := d.Tokens, i+2
	if !prefixes[d.Lower(i)] || t[i+1].Text != "-" || t[i].End != t[i+1].Start {
		return false
	}
	if d.Sentence[i] < 0 || d.Sentence[i] != d.Sentence[v] || t[i].Head == v {
		return false
	}
	return d.Verb(i) && d.tagged(v, "VBN", "VBD", "VB")
}

// join makes the verb v take the place of its prefix i.
func (d *repairs) join(i, v int) {
	t := d.Tokens
	h, dep, tag := t[i].Head, t[i].Dep, t[i].Tag
	noun := t[v].Head
	if h == i {
		h = v
	}
	t[v].Head, t[v].Dep, t[v].Pos, t[v].Tag = h, dep, "VERB", tag
	sent := d.Sentences[d.Sentence[i]]
	d.adopt(i, v)
	d.adopt(i+1, v)
	for j := sent.First; j < v; j++ { // "X has" found apart
		if a := t[j].Head; t[j].Dep == "nsubj" && a == i-1 && a != j && (t[a].Head == v || t[a].Head == a) {
			t[j].Head, t[a].Head, t[a].Dep = v, v, "aux"
		}
	}
	if noun > v && noun < sent.End && t[noun].Head == v && d.Noun(noun) {
		t[noun].Dep = "dobj"
	}
	t[i].Head, t[i].Dep, t[i+1].Head, t[i+1].Dep = v, "prefix", v, "punct"
}

// freeNames gives a preposition the name that the parser made part of a time behind it: "ties with X hours later".
func (d *repairs) freeNames() {
	for i := 1; i < len(d.Tokens); i++ {
		t := d.Tokens[i]
		if t.Tag != "NNP" || !d.labelled(i, "compound", "nmod") || t.Head != i+1 || d.Sentence[i] < 0 ||
			!times[d.Lower(i+1)] {
			continue
		}
		first := i
		for first > 1 && d.Tokens[first-1].Tag == "NNP" && (d.Tokens[first-1].Head == i || d.Tokens[first-1].Head == i+1) {
			first--
		}
		if p := first - 1; d.Tokens[p].Tag == "IN" && d.Tokens[p].Dep == "prep" && !d.has(p, "pobj") {
			for j := first; j < i; j++ {
				d.Tokens[j].Head = i
			}
			d.Tokens[i].Head, d.Tokens[i].Dep = p, "pobj"
		}
	}
}

// cited hangs what an outlet reports on its verb where the parser hung it on whom the outlet cites: "X reported,
// citing Y, that Z"; and a reporter who contradicts the words before on the verb that gives those: "X said that A,
// but Y reported …".
func (d *repairs) cited() {
	for v := range d.Tokens {
		if d.Sentence[v] < 0 || d.Quoted[v] >= 0 || !d.Verb(v) {
			continue
		}
		up := d.Tokens[v].Head
		top := d.Tokens[up].Head
		if up < v && top < up && sayings[d.Lemma(top)] && (d.reportsCiting(v, up) || d.contradicts(v, up)) {
			d.Tokens[v].Head = top
		}
	}
}

// reportsCiting reports whether the verb v was hung on "citing": "X reported, citing Y, that Z".
func (d *repairs) reportsCiting(v, by int) bool {
	return d.Tokens[v].Dep == "ccomp" && citing[d.Lower(by)] && d.Tokens[by].Dep == "advcl" && d.has(v, "mark")
}

// contradicts reports whether the verb of saying v was joined to the clause that it contradicts: "X said that A, but Y
// reported …".
func (d *repairs) contradicts(v, clause int) bool {
	if d.Tokens[v].Dep != "conj" || !sayings[d.Lemma(v)] || !d.tagged(v, "VBD", "VBZ") {
		return false
	}
	return d.Tokens[clause].Dep == "ccomp" && d.has(v, "nsubj") && d.contrasted(clause, v)
}

// contrasted reports whether a comma and "but" or "while" stand between two verbs, the latter right behind the comma.
func (d *repairs) contrasted(a, b int) bool {
	for i := a + 1; i < b-1; i++ {
		if d.Tokens[i].Text == "," && d.Quoted[i] < 0 && contrasts[d.Lower(i+1)] {
			return true
		}
	}
	return false
}

// marked reports whether a verb has its "to".
func (d *repairs) marked(v int) bool {
	for i := max(0, v-3); i < v; i++ {
		if d.Tokens[i].Head == v && d.Tokens[i].Tag == "TO" {
			return true
		}
	}
	return false
}

// has reports whether a token has a dependent of one of the kinds.
func (d *repairs) has(v int, deps ...string) bool {
	if d.Sentence[v] < 0 {
		return false
	}
	sent := d.Sentences[d.Sentence[v]]
	for i := sent.First; i < sent.End; i++ {
		if d.Tokens[i].Head == v && i != v && d.labelled(i, deps...) {
			return true
		}
	}
	return false
}

// predicates finds the verb of a sentence that the parser took for all nouns: in "X, a region of Y, extended
// recognition to Z" the participle right behind the comma that belongs to a noun without an article is what X did.
func (d *repairs) predicates() {
	for _, sent := range d.Sentences {
		if sent.End-sent.First > longest {
			continue
		}
		root, verb := d.nounsOnly(sent)
		if root < 0 || verb < 0 || root > verb || d.Tokens[root].Tag != "NNP" || d.Kind(root) != layout.Body {
			continue
		}
		noun := d.Tokens[verb].Head
		if noun <= verb || d.Quoted[verb] >= 0 || d.has(noun, "det", "poss") {
			continue
		}
		if d.Tokens[noun].Head == root && d.Tokens[noun].Dep == "appos" {
			d.predicate(sent, root, verb, noun)
		}
	}
}

// nounsOnly gives the root of a sentence without a finite verb of its own, and the first participle right behind a
// comma that was taken for an adjective; -1 for none.
func (d *repairs) nounsOnly(sent Sentence) (root, verb int) {
	root, verb = -1, -1
	for i := sent.First; i < sent.End; i++ {
		if d.Tokens[i].Head == i && d.Ink(i) {
			root = i
		}
		if d.finite(i) && !d.labelled(i, "relcl", "acl") {
			return -1, -1
		}
		if verb < 0 && i > sent.First+2 && d.tagged(i, "VBN", "VBD") && d.Tokens[i].Dep == "amod" &&
			d.Tokens[i-1].Text == "," {
			verb = i
		}
	}
	return root, verb
}

// predicate makes verb what root did to noun.
func (d *repairs) predicate(sent Sentence, root, verb, noun int) {
	t := d.Tokens
	t[verb].Head, t[verb].Dep, t[verb].Tag, t[verb].Pos = verb, "ROOT", "VBD", "VERB"
	t[root].Head, t[root].Dep = verb, "nsubj"
	t[noun].Head, t[noun].Dep = verb, "dobj"
	for i := noun + 1; i < sent.End; i++ {
		if t[i].Head == root {
			t[i].Head = verb
		}
	}
}
