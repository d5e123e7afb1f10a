package syntax

import "strings"

// mend puts right other things that the parser often gets wrong in long sentences. Each mend looks at one verb or
// noun and its neighbours.
func (d *Document) mend() {
	for i := range d.Tokens {
		if s := d.Sentence[i]; s < 0 || d.Sentences[s].End-d.Sentences[s].First > longest {
			continue
		}
		switch tag := d.Tokens[i].Tag; {
		case strings.HasPrefix(tag, "VB"):
			d.afterAuxiliary(i)
			d.finiteConjunct(i)
			d.afterSaying(i)
			d.subjectTaken(i)
			d.passiveToo(i)
			d.subjectBehindClause(i)
		case strings.HasPrefix(tag, "NN"):
			d.hyphened(i)
			d.titleOfMany(i)
			d.afterDate(i)
			d.personAtPlace(i)
			d.participleToo(i)
		}
	}
	for i := range d.Tokens {
		if d.Sentence[i] >= 0 && d.Tokens[i].Dep == "nsubj" && d.Noun(i) {
			d.secondSubject(i)
		}
	}
}

// hang makes a token the child of another, unless that would close a circle.
func (d *Document) hang(i, head int, dep string) bool {
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

// under gives the first child of i with the dependency label; -1 for none. It is for the time before Children is
// filled.
func (d *Document) under(i int, labels ...string) int {
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

// afterAuxiliary makes a participle the verb of the "has" before it, where a phrase between them drew it away: "X has
// for months negotiated".
func (d *Document) afterAuxiliary(v int) {
	t := d.Tokens
	up := t[v].Head
	if t[v].Tag != "VBN" || t[v].Dep != "acl" || t[up].Dep != "pobj" || t[t[up].Head].Dep != "prep" ||
		up != v-1 && !strings.HasPrefix(t[v-1].Tag, "RB") {
		return
	}
	has := t[t[up].Head].Head
	if !haveForms[d.Lower(has)] {
		return
	}
	if has > v || d.under(has, "dobj", "xcomp", "ccomp", "attr") >= 0 || d.under(v, "agent") >= 0 {
		return
	}
	if t[has].Head == has {
		t[v].Head, t[v].Dep = v, "ROOT"
	} else {
		t[v].Head, t[v].Dep = t[has].Head, t[has].Dep
	}
	for c := d.Sentences[d.Sentence[v]].First; c < d.Sentences[d.Sentence[v]].End; c++ {
		if t[c].Head == has && c != has && c != v {
			t[c].Head = v
		}
	}
	t[has].Head, t[has].Dep = v, "aux"
}

// finiteConjunct joins a verb in the past tense to the verb that governs an infinitive, not to the infinitive:
// "called on X to go and urged Y to stay".
func (d *Document) finiteConjunct(v int) {
	t := d.Tokens
	up := t[v].Head
	if t[v].Tag != "VBD" || t[v].Dep != "conj" || t[up].Tag != "VB" || d.under(v, "nsubj", "nsubjpass") >= 0 {
		return
	}
	for n := 0; n < 5 && t[up].Head != up; n++ {
		if dep := t[up].Dep; dep != "xcomp" && dep != "ccomp" && dep != "advcl" && dep != "conj" && dep != "acl" &&
			dep != "dobj" {
			return
		}
		up = t[up].Head
		if t[up].Tag == "VBD" || t[up].Tag == "VBZ" || t[up].Tag == "VBP" ||
			t[up].Tag == "VBN" && d.under(up, "aux") >= 0 {
			d.hang(v, up, "conj")
			return
		}
	}
}

// afterSaying joins a verb behind an inserted "X said" to the clause before it: "gunmen came, residents said, and
// took two men".
func (d *Document) afterSaying(v int) {
	t := d.Tokens
	up := t[v].Head
	if t[v].Dep != "conj" || t[v].Tag != "VBD" || !sayings[d.Lower(up)] && !sayings[strings.ToLower(t[up].Lemma)] ||
		sayings[d.Lemma(v)] ||
		up > v ||
		d.under(v, "nsubj", "nsubjpass", "ccomp") >= 0 {
		return
	}
	if up+2 >= len(t) || t[up+1].Text != "," || t[up+2].Dep != "cc" {
		return
	}
	c := d.under(up, "ccomp")
	if t[up].Dep == "parataxis" {
		c = t[up].Head
	}
	if c >= 0 && c < up && strings.HasPrefix(t[c].Tag, "VB") && d.under(c, "nsubj") >= 0 {
		d.hang(v, c, "conj")
	}
}

// subjectTaken gives a verb behind an auxiliary the noun right before that, which the parser joined to a noun of the
// clause before: "A joins B and C would leave D".
func (d *Document) subjectTaken(v int) {
	t := d.Tokens
	if t[v].Dep != "conj" || d.under(v, "nsubj", "nsubjpass", "expl") >= 0 {
		return
	}
	first, finite := v, false
	for first > 0 && d.Sentence[first-1] == d.Sentence[v] && t[first-1].Head == v {
		switch t[first-1].Dep {
		case "aux", "auxpass":
			first--
			finite = t[first].Tag == "MD" || t[first].Tag == "VBZ" || t[first].Tag == "VBP" || t[first].Tag == "VBD"
			continue
		case "neg", "advmod":
			first--
			continue
		}
		break
	}
	n := first - 1
	if !finite || n < 1 || t[n].Dep != "conj" || !strings.HasPrefix(t[n].Tag, "NN") || t[n].Head >= n ||
		!strings.HasPrefix(t[t[n].Head].Tag, "NN") {
		return
	}
	d.hang(n, v, "nsubj")
}

// passiveToo makes the noun before a participle that leaves out "were" what was acted on: "37 were killed and 120
// injured".
func (d *Document) passiveToo(v int) {
	t := d.Tokens
	up := t[v].Head
	if t[v].Tag != "VBN" || t[v].Dep != "conj" || d.under(up, "auxpass") < 0 ||
		d.under(v, "aux", "auxpass", "dobj", "ccomp", "xcomp") >= 0 {
		return
	}
	if s := d.under(v, "nsubj"); s >= 0 && s < v && s > up {
		t[s].Dep = "nsubjpass"
	}
}

// participleToo does the same where the noun was joined to the verb and the participle hung on it: "X was shot and
// his brother beaten by Y".
func (d *Document) participleToo(n int) {
	t := d.Tokens
	up := t[n].Head
	if t[n].Dep != "conj" || !strings.HasPrefix(t[up].Tag, "VB") || d.under(up, "auxpass") < 0 || n+1 >= len(t) ||
		t[n+1].Head != n ||
		t[n+1].Tag != "VBN" ||
		t[n+1].Dep != "acl" {
		return
	}
	if d.hang(n+1, up, "conj") {
		d.hang(n, n+1, "nsubjpass")
	}
}

// subjectBehindClause gives a verb the noun phrase right before it, which the parser made an apposition to the last
// noun of the clause that opens the sentence: "Far from condemning the coup, the leader praised it".
func (d *Document) subjectBehindClause(v int) {
	t := d.Tokens
	if t[v].Tag != "VBD" && t[v].Tag != "VBZ" && t[v].Tag != "VBN" || t[v].Dep != "ROOT" ||
		d.under(v, "nsubj", "nsubjpass", "expl", "csubj") >= 0 {
		return
	}
	first := v
	for first > 0 && d.Sentence[first-1] == d.Sentence[v] && t[first-1].Head == v && (t[first-1].Dep == "aux" || t[first-1].Dep == "auxpass" || t[first-1].Dep == "neg" || t[first-1].Dep == "advmod" || t[first-1].Text == ",") {
		first--
	}
	if first == v && t[v].Tag == "VBN" {
		return
	}
	end := first
	for end > 0 && t[end-1].Text == "," {
		end--
	}
	n := -1
	for i, k := end-1, 0; i > 0 && k < 12; k++ { // up from the last word before the verb to an apposition
		if t[i].Dep == "appos" && strings.HasPrefix(t[i].Tag, "NN") {
			n = i
		}
		if t[i].Head == i || t[i].Head == v {
			break
		}
		i = t[i].Head
	}
	if n < 0 || t[n].Head >= n || d.Sentence[t[n].Head] != d.Sentence[v] {
		return
	}
	start := n
	for c := d.Sentences[d.Sentence[v]].First; c < n; c++ {
		if t[c].Head == n {
			start = min(start, c)
			for g := d.Sentences[d.Sentence[v]].First; g < c; g++ {
				if t[g].Head == c {
					start = min(start, g)
				}
			}
		}
	}
	opening := t[n].Head
	for k := 0; k < 6 && t[opening].Head != v && t[opening].Head != opening; k++ {
		opening = t[opening].Head
	}
	switch dep := t[opening].Dep; {
	case t[opening].Head != v || start < 1 || t[start-1].Text != ",":
	case dep == "advcl" || dep == "prep" || dep == "advmod":
		label := "nsubj"
		if d.under(v, "auxpass") >= 0 {
			label = "nsubjpass"
		}
		d.hang(n, v, label)
	}
}
