package syntax

// repairs puts right what the parser often gets wrong, before Children, Left and Right are filled.
type repairs struct{ *Document }

// run applies all repairs, in this order: later ones build on what earlier ones joined. A repair that changes the trees
// of fewer than three of 964 articles of news says so with a line "Rare:", and why it stays.
func (d *repairs) run() {
	d.prefixed()
	reports{d}.putRight()
	d.rejoin()
	d.freeNames()
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
//
// Rare: no article of these; wires write "ties with X hours later", and a test of their ways shows it.
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

// hang makes a token the child of another, unless that would close a circle.
func (d *repairs) hang(i, head int, dep string) bool {
	for n, at := 0, head; n < longest; n++ {
		if at == i {
			return false
		}
		if d.Tokens[at].Head == at {
			break
		}
		at = d.Tokens[at].Head
	}
	d.Tokens[i].Head, d.Tokens[i].Dep = head, dep
	return true
}

// adopt hangs what hangs on one token on another of its sentence.
func (d *repairs) adopt(from, to int) {
	sent := d.Sentences[d.Sentence[to]]
	for c := sent.First; c < sent.End; c++ {
		if d.Tokens[c].Head == from && c != from && c != to {
			d.Tokens[c].Head = to
		}
	}
}

// under gives the first child of i with the dependency label; -1 for none. It is for the time before Children is
// filled.
func (d *repairs) under(i int, labels ...string) int {
	s := d.Sentence[i]
	if s < 0 {
		return -1
	}
	for c := d.Sentences[s].First; c < d.Sentences[s].End; c++ {
		if c == i || d.Tokens[c].Head != i {
			continue
		}
		for _, l := range labels {
			if d.Tokens[c].Dep == l {
				return c
			}
		}
	}
	return -1
}
