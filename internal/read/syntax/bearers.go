package syntax

import "strings"

// bearers puts right names that the parser took apart from the titles before them.
type bearers struct{ *repairs }

// mend looks at one noun, the first of the titles.
func (d bearers) mend(n int) {
	if !d.twoTitles(n) {
		d.behindBody(n)
		d.behindPlace(n)
	}
}

// behindPlace makes a person's name in commas the apposition of the title before it, where the parser joined it to the
// place of the title: "the police chief of Lipova, Jane Roe, left".
//
// Rare: no article; news names local officers so, and a test shows it.
func (d bearers) behindPlace(n int) {
	t := d.Tokens
	of := d.under(n, "prep")
	if !d.title(n) || of < 0 || !topLinks[d.Lower(of)] {
		return
	}
	place := d.under(of, "pobj")
	if place < 0 || d.under(place, "cc") >= 0 {
		return
	}
	name := d.under(place, "conj")
	if name < 0 || name+1 >= len(t) || t[name+1].Text != "," || !d.afterComma(name) || !d.isEntity(name, "PERSON") {
		return
	}
	d.hang(name, n, "appos")
}

// twoTitles makes the name behind two titles joined by "and" the head of both, where they are one person's: "former
// official and pilot Mark Lane said". Two persons would have a name or an article each.
func (d bearers) twoTitles(n int) bool {
	t := d.Tokens
	if !d.title(n) || n+3 >= len(t) || t[n+1].Dep != "cc" || t[n].Head == n {
		return false
	}
	second := n + 2
	for second+1 < len(t) && t[second].Dep == "compound" && t[second].Tag == "NN" && t[second+1].Tag == "NN" {
		second++
	}
	name := d.under(n, "conj")
	if name <= second || t[second].Head != name || t[second].Dep != "compound" || !d.allName(second+1, name) ||
		!d.oneBearer(n, second) {
		return false
	}
	d.hang(name, t[n].Head, t[n].Dep)
	return d.hang(n, name, "compound")
}

// allName reports whether the words from first on are those of one name, whose head is its last.
func (d bearers) allName(first, head int) bool {
	for c := first; c <= head; c++ {
		if d.Tokens[c].Tag != "NNP" || c < head && d.Tokens[c].Head != head {
			return false
		}
	}
	return true
}

// oneBearer reports whether two titles may be one person's: two common nouns without "a", or two names of offices
// without any article.
func (d bearers) oneBearer(n, second int) bool {
	t, det := d.Tokens, d.under(n, "det", "poss")
	if t[n].Tag == "NN" && t[second].Tag == "NN" {
		return det < 0 || !indefinite[d.Lower(det)]
	}
	return det < 0 && t[n].Tag == "NNP" && (heads[d.Lower(second)] || shortTitles[d.Lower(second)])
}

// title reports whether a noun in the singular says what somebody is.
func (d bearers) title(n int) bool {
	return (d.Tokens[n].Tag == "NN" || d.Tokens[n].Tag == "NNP") && (people[d.Lower(n)] || heads[d.Lower(n)])
}

// behindBody parts the name behind a short title from the body that somebody is at the head of: "the head of the
// Budget Committee Rep. Jane Roe".
func (d bearers) behindBody(n int) {
	t := d.Tokens
	of := d.under(n, "prep")
	if !heads[d.Lower(n)] || of < 0 || !topLinks[d.Lower(of)] {
		return
	}
	name := d.under(of, "pobj")
	if name < 0 || t[name].Tag != "NNP" {
		return
	}
	short := -1
	for c := of + 2; c < name; c++ {
		if shortTitles[d.Lower(c)] && strings.HasSuffix(t[c].Text, ".") && t[c].Head == name {
			short = c
			break
		}
	}
	if short < 0 || !d.Noun(short-1) {
		return
	}
	for c := of + 1; c < short-1; c++ {
		if t[c].Head >= short-1 {
			t[c].Head = short - 1
		}
	}
	if d.hang(name, n, "appos") {
		d.hang(short-1, of, "pobj")
	}
}
