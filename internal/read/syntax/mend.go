package syntax

import "strings"

// mend puts right other things that the parser often gets wrong in long sentences. Each mend looks at one verb or
// noun and its neighbours.
func (d *repairs) mend() {
	for i := range d.Tokens {
		if !d.short(i) {
			continue
		}
		switch tag := d.Tokens[i].Tag; {
		case strings.HasPrefix(tag, "VB"):
			d.afterAuxiliary(i)
			d.afterDay(i)
			d.finiteConjunct(i)
			d.afterSaying(i)
			d.subjectTaken(i)
			d.passiveToo(i)
			d.subjectBehindClause(i)
			d.whichBehindName(i)
			d.numberBehindSource(i)
		case strings.HasPrefix(tag, "NN"):
			d.hyphened(i)
			bearers{d}.mend(i)
			d.titleOfMany(i)
			d.afterDate(i)
			d.personAtPlace(i)
			named{d}.mend(i)
			d.titleBehindName(i)
			d.installed(i)
			d.participleToo(i)
		case tag == "JJ":
			d.outcome(i)
		case tag == "IN":
			d.prepositionToo(i)
		}
	}
	for i := range d.Tokens {
		if d.Sentence[i] >= 0 && d.labelled(i, "nsubj", "nsubjpass") && d.Noun(i) {
			d.secondSubject(i)
		}
	}
}

// afterAuxiliary makes a participle the verb of the "has" before it, where a phrase between them drew it away: "X has
// for months negotiated".
//
// Rare: no article; the blind sentences of coordination lose more without it than any other.
func (d *repairs) afterAuxiliary(v int) {
	t := d.Tokens
	up := t[v].Head
	if t[v].Tag != "VBN" || t[v].Dep != "acl" || t[up].Dep != "pobj" || t[t[up].Head].Dep != "prep" {
		return
	}
	if up != v-1 && !strings.HasPrefix(t[v-1].Tag, "RB") {
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
	d.adopt(has, v)
	t[has].Head, t[has].Dep = v, "aux"
}

// finiteConjunct joins a verb in the past tense to the verb that governs an infinitive, not to the infinitive:
// "called on X to go and urged Y to stay".
func (d *repairs) finiteConjunct(v int) {
	t := d.Tokens
	up := t[v].Head
	if t[v].Tag != "VBD" || t[v].Dep != "conj" || t[up].Tag != "VB" || d.under(v, "nsubj", "nsubjpass") >= 0 {
		return
	}
	for n := 0; n < 5 && t[up].Head != up; n++ {
		if !d.labelled(up, "xcomp", "ccomp", "advcl", "conj", "acl", "dobj") {
			return
		}
		up = t[up].Head
		if d.tagged(up, "VBD", "VBZ", "VBP") || t[up].Tag == "VBN" && d.under(up, "aux") >= 0 {
			d.hang(v, up, "conj")
			return
		}
	}
}

// afterSaying joins a finite verb behind an inserted "X said" to the clause before it: "gunmen came, residents said,
// and took two men", "the pilot lived, officials say, and was freed".
//
// Rare: two articles; without it a blind sentence about an attack tells a wrong figure.
func (d *repairs) afterSaying(v int) {
	t := d.Tokens
	up := t[v].Head
	if t[v].Dep != "conj" || up > v || d.under(v, "nsubj", "nsubjpass", "ccomp") >= 0 {
		return
	}
	if _, auxiliary := d.auxiliariesBefore(v); t[v].Tag != "VBD" && !auxiliary {
		return
	}
	if sayings[d.Lemma(v)] || !sayings[d.Lower(up)] && !sayings[d.Lemma(up)] {
		return
	}
	if up+2 >= len(t) || t[up+1].Text != "," || t[up+2].Dep != "cc" {
		return
	}
	c := d.under(up, "ccomp")
	if t[up].Dep == "parataxis" {
		c = t[up].Head
	}
	if c >= 0 && c < up && d.Verb(c) && d.under(c, "nsubj") >= 0 {
		d.hang(v, c, "conj")
	}
}

// subjectTaken gives a verb behind an auxiliary the noun right before that, which the parser joined to a noun of the
// clause before: "A joins B and C would leave D".
func (d *repairs) subjectTaken(v int) {
	t := d.Tokens
	if t[v].Dep != "conj" || d.under(v, "nsubj", "nsubjpass", "expl") >= 0 {
		return
	}
	first, finite := d.auxiliariesBefore(v)
	n := first - 1
	if !finite || n < 1 || t[n].Dep != "conj" || !d.Noun(n) {
		return
	}
	if t[n].Head >= n || !d.Noun(t[n].Head) {
		return
	}
	d.hang(n, v, "nsubj")
}

// auxiliariesBefore gives the first of the auxiliaries and adverbs right before a verb, and whether the first
// auxiliary is finite.
func (d *repairs) auxiliariesBefore(v int) (first int, finite bool) {
	first = v
	for first > 0 && d.Sentence[first-1] == d.Sentence[v] && d.Tokens[first-1].Head == v {
		switch d.Tokens[first-1].Dep {
		case "aux", "auxpass":
			finite = d.finite(first - 1)
		case "neg", "advmod":
		default:
			return first, finite
		}
		first--
	}
	return first, finite
}

// passiveToo makes the noun before a participle that leaves out "were" what was acted on: "37 were killed and 120
// injured".
//
// Rare: two articles; without it a blind sentence loses its injured.
func (d *repairs) passiveToo(v int) {
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
//
// Rare: one article; "shot and his brother beaten" is how such news is written, and a test shows it.
func (d *repairs) participleToo(n int) {
	t := d.Tokens
	up := t[n].Head
	if t[n].Dep != "conj" || !d.Verb(up) || d.under(up, "auxpass") < 0 || n+1 >= len(t) {
		return
	}
	if t[n+1].Head != n || t[n+1].Tag != "VBN" || t[n+1].Dep != "acl" {
		return
	}
	if d.hang(n+1, up, "conj") {
		d.hang(n, n+1, "nsubjpass")
	}
}

// subjectBehindClause gives a verb the noun phrase right before it, which the parser made an apposition to the last
// noun of the clause that opens the sentence: "Far from condemning the coup, the leader praised it".
func (d *repairs) subjectBehindClause(v int) {
	t := d.Tokens
	if !d.tagged(v, "VBD", "VBZ", "VBN") || t[v].Dep != "ROOT" || d.under(v, "nsubj", "nsubjpass", "expl", "csubj") >= 0 {
		return
	}
	first := d.firstOfVerb(v)
	if first == v && t[v].Tag == "VBN" {
		return
	}
	n := d.appositionAbove(v, first)
	if n < 0 || t[n].Head >= n || d.Sentence[t[n].Head] != d.Sentence[v] {
		return
	}
	opening := t[n].Head
	for k := 0; k < 6 && t[opening].Head != v && t[opening].Head != opening; k++ {
		opening = t[opening].Head
	}
	if start := d.startOf(n); t[opening].Head != v || start < 1 || t[start-1].Text != "," {
		return
	}
	if d.labelled(opening, "advcl", "prep", "advmod") {
		label := "nsubj"
		if d.under(v, "auxpass") >= 0 {
			label = "nsubjpass"
		}
		d.hang(n, v, label)
	}
}

// firstOfVerb goes back over the auxiliaries, adverbs and commas right before a verb.
func (d *repairs) firstOfVerb(v int) int {
	first := v
	for first > 0 && d.Sentence[first-1] == d.Sentence[v] && d.Tokens[first-1].Head == v &&
		(d.labelled(first-1, "aux", "auxpass", "neg", "advmod") || d.Tokens[first-1].Text == ",") {
		first--
	}
	return first
}

// appositionAbove goes up from the last word before a verb and its auxiliaries to the topmost apposition under the
// verb; -1 for none.
func (d *repairs) appositionAbove(v, first int) int {
	end := first
	for end > 0 && d.Tokens[end-1].Text == "," {
		end--
	}
	n := -1
	for i, k := end-1, 0; i > 0 && k < 12; k++ {
		if d.Tokens[i].Dep == "appos" && d.Noun(i) {
			n = i
		}
		up := d.Tokens[i].Head
		if up == i || up == v {
			break
		}
		i = up
	}
	return n
}

// startOf is the first token of a noun with what hangs on it, two steps down. It is for the time before Left is filled.
func (d *repairs) startOf(n int) int {
	start := n
	from := d.Sentences[d.Sentence[n]].First
	for c := from; c < n; c++ {
		if d.Tokens[c].Head != n {
			continue
		}
		start = min(start, c)
		for g := from; g < c; g++ {
			if d.Tokens[g].Head == c {
				start = min(start, g)
			}
		}
	}
	return start
}

// outcome gives a verb the word right behind it for what became of its object, which the parser made an attribute of
// that: "police shot dead Jane Roe".
func (d *repairs) outcome(a int) {
	t := d.Tokens
	o, v := t[a].Head, a-1
	if t[a].Dep != "amod" || v < 0 || t[o].Head != v || t[o].Dep != "dobj" || d.startOf(o) != a {
		return
	}
	if outcomes[d.Lower(a)] && strikingForms[d.Lower(v)] {
		d.hang(a, v, "acomp")
	}
}
