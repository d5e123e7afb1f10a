package syntax

import (
	"strings"

	"sayso/internal/read/layout"
)

// repair puts right what the parser often makes of "CLAUSE, SOURCE said …": it takes the last noun of the clause for
// the speaker, hangs the verb of saying on that noun, or joins it to the verb of the clause. Whatever it was, the
// source becomes the verb's subject and the clause what the verb governs.
func (d *Document) repair() {
	for v := range d.Tokens {
		if s := d.Sentence[v]; s < 0 || d.Quoted[v] >= 0 || d.Kind(v) != layout.Body || !sayings[d.Lemma(v)] ||
			d.Tokens[v].Tag != "VBD" && d.Tokens[v].Tag != "VBZ" {
			continue
		}
		sent := d.Sentences[d.Sentence[v]]
		if sent.End-sent.First > longest {
			continue
		}
		comma, head := d.sourceBefore(d.withoutName(v, sent.First), sent.First)
		if comma < 0 || !d.closing(v, sent.End) {
			continue
		}
		if clause := d.clauseBefore(v, comma, sent.First); clause >= 0 && d.freeSubject(v, comma, clause) {
			d.attach(v, comma, head, clause)
		}
	}
}

// rejoin hangs a finite verb that the parser joined to an infinitive on the finite verb above it: in "called on X to
// approve the plan and blamed Y" the one who called blamed.
func (d *Document) rejoin() {
	for v := range d.Tokens {
		t := d.Tokens[v]
		h := t.Head
		if t.Dep != "conj" || t.Tag != "VBD" && t.Tag != "VBZ" || h >= v || d.Tokens[h].Tag != "VB" ||
			d.Sentence[v] < 0 ||
			d.Quoted[v] != d.Quoted[h] ||
			!d.marked(h) ||
			d.has(v, "nsubj", "nsubjpass") {
			continue
		}
		up := h
		for n := 0; n < 6 && d.Tokens[up].Tag != "VBD" && d.Tokens[up].Tag != "VBZ" && d.Tokens[up].Tag != "VBP" && d.Tokens[up].Head != up; n++ {
			up = d.Tokens[up].Head
		}
		if tag := d.Tokens[up].Tag; tag != t.Tag || d.Tokens[up].Dep == "relcl" || !d.has(up, "nsubj", "nsubjpass") {
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
func (d *Document) prefixed() {
	t := d.Tokens
	for i := 0; i+2 < len(t); i++ {
		v := i + 2
		if !prefixes[d.Lower(i)] || t[i+1].Text != "-" || !strings.HasPrefix(t[v].Tag, "VB") ||
			t[i].End != t[i+1].Start ||
			d.Sentence[i] < 0 ||
			d.Sentence[i] != d.Sentence[v] {
			continue
		}
		h, dep, tag := t[i].Head, t[i].Dep, t[i].Tag
		if h == v || !strings.HasPrefix(tag, "VB") || t[v].Tag != "VBN" && t[v].Tag != "VBD" && t[v].Tag != "VB" {
			continue
		}
		noun := t[v].Head
		if h == i {
			h = v
		}
		t[v].Head, t[v].Dep, t[v].Pos, t[v].Tag = h, dep, "VERB", tag
		sent := d.Sentences[d.Sentence[i]]
		for j := sent.First; j < sent.End; j++ {
			if j != v && (t[j].Head == i || t[j].Head == i+1) {
				t[j].Head = v
			}
		}
		for j := sent.First; j < v; j++ { // "X has" found apart
			if a := t[j].Head; t[j].Dep == "nsubj" && a == i-1 && a != j && (t[a].Head == v || t[a].Head == a) {
				t[j].Head, t[a].Head, t[a].Dep = v, v, "aux"
			}
		}
		if noun > v && noun < sent.End && t[noun].Head == v && strings.HasPrefix(t[noun].Tag, "NN") {
			t[noun].Dep = "dobj"
		}
		t[i].Head, t[i].Dep, t[i+1].Head, t[i+1].Dep = v, "prefix", v, "punct"
	}
}

// freeNames gives a preposition the name that the parser made part of a time behind it: "ties with X hours later".
func (d *Document) freeNames() {
	for i := 1; i < len(d.Tokens); i++ {
		t := d.Tokens[i]
		if t.Tag != "NNP" || t.Dep != "compound" && t.Dep != "nmod" || t.Head != i+1 || !times[d.Lower(i+1)] ||
			d.Sentence[i] < 0 {
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
func (d *Document) cited() {
	for v := range d.Tokens {
		t := d.Tokens[v]
		if d.Sentence[v] < 0 || d.Quoted[v] >= 0 || !strings.HasPrefix(t.Tag, "VB") {
			continue
		}
		up := t.Head
		switch {
		case t.Dep == "ccomp" && d.Lower(up) == "citing" && up < v && sayings[d.Lemma(d.Tokens[up].Head)] && d.Tokens[up].Head < up && d.Tokens[up].Dep == "advcl" && d.has(v, "mark"):
			d.Tokens[v].Head = d.Tokens[up].Head
		case t.Dep == "conj" && sayings[d.Lemma(v)] && (t.Tag == "VBD" || t.Tag == "VBZ") && up < v && d.Tokens[up].Dep == "ccomp" && sayings[d.Lemma(d.Tokens[up].Head)] && d.Tokens[up].Head < up &&
			d.has(v, "nsubj") && d.contrasted(up, v):
			d.Tokens[v].Head = d.Tokens[up].Head
		}
	}
}

// contrasted tells whether a comma and "but" or "while" stand between two verbs, the latter right behind the comma.
func (d *Document) contrasted(a, b int) bool {
	for i := a + 1; i < b-1; i++ {
		if d.Tokens[i].Text == "," && d.Quoted[i] < 0 && contrasts[d.Lower(i+1)] {
			return true
		}
	}
	return false
}

// marked tells whether a verb has its "to".
func (d *Document) marked(v int) bool {
	for i := max(0, v-3); i < v; i++ {
		if d.Tokens[i].Head == v && d.Tokens[i].Tag == "TO" {
			return true
		}
	}
	return false
}

// has tells whether a token has a dependent of one of the kinds.
func (d *Document) has(v int, deps ...string) bool {
	if d.Sentence[v] < 0 {
		return false
	}
	sent := d.Sentences[d.Sentence[v]]
	for i := sent.First; i < sent.End; i++ {
		if d.Tokens[i].Head == v && i != v {
			for _, dep := range deps {
				if d.Tokens[i].Dep == dep {
					return true
				}
			}
		}
	}
	return false
}

// predicates finds the verb of a sentence that the parser took for all nouns: in "X, a region of Y, extended
// recognition to Z" the participle right behind the comma that belongs to a noun without an article is what X did.
func (d *Document) predicates() {
	for _, sent := range d.Sentences {
		if sent.End-sent.First > longest {
			continue
		}
		root, verb := -1, -1
		for i := sent.First; i < sent.End; i++ {
			t := d.Tokens[i]
			if t.Head == i && d.Ink(i) {
				root = i
			}
			if (t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "MD") && t.Dep != "relcl" &&
				t.Dep != "acl" {
				root = -1
				break
			}
			if (t.Tag == "VBN" || t.Tag == "VBD") && t.Dep == "amod" && i > sent.First+2 && d.Tokens[i-1].Text == "," &&
				verb < 0 {
				verb = i
			}
		}
		if root < 0 || verb < 0 || root > verb || d.Tokens[root].Tag != "NNP" || d.Kind(root) != layout.Body ||
			d.Quoted[verb] >= 0 {
			continue
		}
		noun := d.Tokens[verb].Head
		if noun <= verb || d.Tokens[noun].Head != root || d.Tokens[noun].Dep != "appos" || d.has(noun, "det", "poss") {
			continue
		}
		t := d.Tokens
		t[verb].Head, t[verb].Dep, t[verb].Tag, t[verb].Pos = verb, "ROOT", "VBD", "VERB"
		t[root].Head, t[root].Dep = verb, "nsubj"
		t[noun].Head, t[noun].Dep = verb, "dobj"
		for i := sent.First; i < sent.End; i++ {
			if i > noun && t[i].Head == root {
				t[i].Head = verb
			}
		}
	}
}
