package syntax

import "strings"

// hyphened brings together the halves of a word that was cut at its hyphen, where the parser took them for two
// things: "vice-president".
func (d *repairs) hyphened(n int) {
	t := d.Tokens
	if n < 2 || t[n-1].Text != "-" || t[n-1].End != t[n].Start || t[n-2].End != t[n-1].Start {
		return
	}
	if t[n-1].Tag == "HYPH" || t[n-2].Tag != "NN" || d.tagged(n, "NNP", "NNPS") {
		return
	}
	if t[n-2].Ent != "O" || t[n].Ent != "O" {
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
	d.adopt(first, n)
	t[first].Head, t[first].Dep = n, "compound"
	t[n-1].Head, t[n-1].Tag, t[n-1].Dep = n, "HYPH", "punct"
}

// titleOfMany makes a title in the plural part of the name behind it, where the parser joined it to the name before:
// "Senator A and Deputies B and C".
//
// Rare: one article; without it a blind sentence tells something wrong.
func (d *repairs) titleOfMany(n int) {
	t := d.Tokens
	if t[n].Dep != "conj" || t[n].Ent != "O" || !d.tagged(n, "NNPS", "NNS") {
		return
	}
	if n+1 >= len(t) || t[n+1].Ent != "B-PERSON" {
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
func (d *repairs) personAtPlace(n int) {
	t := d.Tokens
	place := t[n].Head
	if !d.isEntity(n, "PERSON") || t[n].Dep != "appos" && !d.joinedToPlace(n) {
		return
	}
	named := strings.HasPrefix(t[place].Tag, "NNP") && d.isEntity(place, "GPE", "ORG", "LOC")
	if !named && !d.tagged(place, "NN", "NNS") {
		return
	}
	for t[place].Dep == "conj" && t[place].Head < place {
		place = t[place].Head
	}
	for at, k := place, 0; k < 2 && t[at].Dep == "pobj"; k++ {
		prep := t[at].Head
		noun := t[prep].Head
		if !topLinks[d.Lower(prep)] || !d.Noun(noun) || noun >= prep {
			return
		}
		if t[noun].Ent == "O" && (named || heads[d.Lower(noun)]) {
			d.hang(n, noun, "appos")
			return
		}
		at = noun
	}
}

// joinedToPlace reports whether a name behind a comma was joined to that of a place: "the mayor of X, NAME".
func (d *repairs) joinedToPlace(n int) bool {
	return d.Tokens[n].Dep == "conj" && d.afterComma(n) && d.isEntity(d.Tokens[n].Head, "GPE")
}

// secondSubject tells two subjects of one verb apart: the second is an apposition ("X and Y, both members of Z,
// opposed") or another of those who act ("X and, after a while, Y opposed").
//
// Rare: one article; without it a blind sentence loses a claim.
func (d *repairs) secondSubject(n int) {
	t := d.Tokens
	v := t[n].Head
	first := -1
	for c := d.Sentences[d.Sentence[n]].First; c < n; c++ {
		if t[c].Head == v && t[c].Dep == t[n].Dep && d.Noun(c) {
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

// afterComma reports whether a comma stands right before the words that end in noun n.
func (d *repairs) afterComma(n int) bool {
	first := n
	for first > 0 && d.Tokens[first-1].Head == n {
		first--
	}
	return first > 0 && d.Tokens[first-1].Text == ","
}

// afterDate joins a noun to the object before it, where the parser joined it to the date between them: "visited A on
// Monday and B on Tuesday".
//
// Rare: no article; "in 2008 and Ukraine in 2022" is how histories are told, and both collections show it.
func (d *repairs) afterDate(n int) {
	t := d.Tokens
	date := t[n].Head
	if t[n].Dep != "conj" || date > n || t[date].Dep != "pobj" {
		return
	}
	if !d.isEntity(date, "DATE") || d.isEntity(n, "DATE", "TIME") {
		return
	}
	v := t[t[date].Head].Head
	if o := d.under(v, "dobj"); d.Verb(v) && o >= 0 && o == t[date].Head-1 {
		d.hang(n, o, "conj")
	}
}

// titleBehindName parts the name of somebody who is given an office from the title right behind it, of which the parser
// made it a part: "appointed Jane Roe Minister of Health".
func (d *repairs) titleBehindName(n int) {
	t := d.Tokens
	v, name := t[n].Head, n-1
	office := people[d.Lower(n)] || heads[d.Lower(n)]
	if !office || !d.labelled(n, "dobj", "oprd") || v >= n || !installing[d.Lemma(v)] {
		return
	}
	first := n
	for first > v+1 && t[first-1].Tag == "NNP" && t[first-1].Dep == "compound" && d.isEntity(first-1, "PERSON") {
		first--
	}
	if n-first < 2 || first != d.startOf(n) {
		return
	}
	for c := first; c < name; c++ {
		t[c].Head = name
	}
	t[n].Dep = "oprd"
	d.hang(name, v, "dobj")
}

// installed makes the name of somebody who is given an office the object of the verb, where the parser took it for
// what he is made: "named General Jane Roe in his place", but not "a man named Jane Roe".
func (d *repairs) installed(n int) {
	v := d.Tokens[n].Head
	if v > n || d.Tokens[v].Tag == "VBN" || d.Tokens[n].Dep != "oprd" || !d.isEntity(n, "PERSON") {
		return
	}
	if installing[d.Lemma(v)] && d.under(v, "dobj", "nsubjpass") < 0 {
		d.Tokens[n].Dep = "dobj"
	}
}
