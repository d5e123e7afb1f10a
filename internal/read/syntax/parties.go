package syntax

import "strings"

// hyphened brings together the halves of a word that was cut at its hyphen, where the parser took them for two
// things: "vice-president".
func (d *Document) hyphened(n int) {
	t := d.Tokens
	if n < 2 || t[n-1].Text != "-" || t[n-1].End != t[n].Start || t[n-2].End != t[n-1].Start || t[n-1].Tag == "HYPH" ||
		t[n-2].Tag != "NN" ||
		t[n].Tag == "NNP" ||
		t[n].Tag == "NNPS" ||
		t[n-2].Ent != "O" ||
		t[n].Ent != "O" {
		return
	}
	first := n - 2
	if t[first].Head == n {
		t[n-1].Head, t[n-1].Tag, t[n-1].Dep = n, "HYPH", "punct"
		return
	}
	head, dep := t[first].Head, t[first].Dep
	if head == first || head == n-1 || !d.hang(n, head, dep) {
		return
	}
	for c := d.Sentences[d.Sentence[n]].First; c < d.Sentences[d.Sentence[n]].End; c++ {
		if t[c].Head == first && c != first {
			t[c].Head = n
		}
	}
	t[first].Head, t[first].Dep = n, "compound"
	t[n-1].Head, t[n-1].Tag, t[n-1].Dep = n, "HYPH", "punct"
}

// titleOfMany makes a title in the plural part of the name behind it, where the parser joined it to the name before:
// "Senator A and Deputies B and C".
func (d *Document) titleOfMany(n int) {
	t := d.Tokens
	if t[n].Dep != "conj" || t[n].Ent != "O" || t[n].Tag != "NNPS" && t[n].Tag != "NNS" || n+1 >= len(t) ||
		t[n+1].Ent != "B-PERSON" {
		return
	}
	h := n + 1
	for h+1 < len(t) && t[h].Head == h+1 || h+1 < len(t) && t[h+1].Ent == "I-PERSON" {
		h++
	}
	if t[h].Dep == "conj" && t[h].Head == t[n].Head {
		d.hang(n, h, "compound")
	}
}

// personAtPlace takes a person's name from the place or body that it was made an apposition to and gives it to the
// title before: "the mayor of X, NAME".
func (d *Document) personAtPlace(n int) {
	t := d.Tokens
	if t[n].Dep != "appos" &&
		(t[n].Dep != "conj" || !d.afterComma(n) || !strings.HasSuffix(t[t[n].Head].Ent, "-GPE")) ||
		!strings.HasSuffix(t[n].Ent, "-PERSON") {
		return
	}
	place := t[n].Head
	named := strings.HasPrefix(t[place].Tag, "NNP") &&
		(strings.HasSuffix(t[place].Ent, "-GPE") || strings.HasSuffix(t[place].Ent, "-ORG") || strings.HasSuffix(t[place].Ent, "-LOC"))
	if !named && t[place].Tag != "NN" && t[place].Tag != "NNS" {
		return
	}
	for t[place].Dep == "conj" && t[place].Head < place {
		place = t[place].Head
	}
	for at, k := place, 0; k < 2 && t[at].Dep == "pobj"; k++ {
		prep := t[at].Head
		noun := t[prep].Head
		if !topLinks[d.Lower(prep)] || !strings.HasPrefix(t[noun].Tag, "NN") || noun >= prep {
			return
		}
		if t[noun].Ent == "O" && (named || heads[d.Lower(noun)]) {
			d.hang(n, noun, "appos")
			return
		}
		at = noun
	}
}

// secondSubject tells two subjects of one verb apart: the second is an apposition ("X and Y, both members of Z,
// opposed") or another of those who act ("X and, after a while, Y opposed").
func (d *Document) secondSubject(n int) {
	t := d.Tokens
	v := t[n].Head
	first := -1
	for c := d.Sentences[d.Sentence[n]].First; c < n; c++ {
		if t[c].Head == v && t[c].Dep == "nsubj" && d.Noun(c) {
			first = c
		}
	}
	if first < 0 || n > v {
		return
	}
	start := n
	for c := first + 1; c < n; c++ {
		if t[c].Head == n {
			start = min(start, c)
		}
	}
	if bothAll[d.Lower(start)] && t[start-1].Text == "," {
		d.hang(n, first, "appos")
	}
}

// afterComma tells whether a comma stands right before the words that end in noun n.
func (d *Document) afterComma(n int) bool {
	first := n
	for first > 0 && d.Tokens[first-1].Head == n {
		first--
	}
	return first > 0 && d.Tokens[first-1].Text == ","
}

// afterDate joins a noun to the object before it, where the parser joined it to the date between them: "visited A on
// Monday and B on Tuesday".
func (d *Document) afterDate(n int) {
	t := d.Tokens
	date := t[n].Head
	if t[n].Dep != "conj" || date > n || !strings.HasSuffix(t[date].Ent, "-DATE") ||
		strings.HasSuffix(t[n].Ent, "-DATE") ||
		strings.HasSuffix(t[n].Ent, "-TIME") ||
		t[date].Dep != "pobj" {
		return
	}
	v := t[t[date].Head].Head
	if o := d.under(v, "dobj"); strings.HasPrefix(t[v].Tag, "VB") && o >= 0 && o == t[date].Head-1 {
		d.hang(n, o, "conj")
	}
}
