package syntax

// named joins the names of a list of which each has an apposition: the parser hangs a name on what the one before it
// is, in "Jane Roe, the mayor of X, John Doe, her deputy, and Ann Poe left".
type named struct{ *repairs }

// mend looks at one noun, the last word of a name or of a description between semicolons.
func (d named) mend(n int) {
	if first := d.memberBefore(n); first >= 0 && d.goesOn(n, mostMembers) {
		d.hang(n, first, "conj")
		return
	}
	d.behindSemicolon(n)
}

// mostMembers bounds how far a list of names is looked through.
const mostMembers = 12

// memberBefore gives the member of a list before the name n, which the parser made an apposition to it or to what it
// is; -1 for none. What the name before is must stand between them.
func (d named) memberBefore(n int) int {
	t := d.Tokens
	up := t[n].Head
	if t[n].Dep != "appos" || up >= n || !d.afterMark(n, ",") || !d.isPerson(n) {
		return -1
	}
	if t[up].Dep == "appos" && t[up].Head < up && t[up].Tag != "NNP" {
		if d.isPerson(t[up].Head) && !d.endsInPerson(up, n) {
			return t[up].Head
		}
		return -1
	}
	if !d.isPerson(up) {
		return -1
	}
	for c := up + 1; c < n; c++ {
		if t[c].Head == up && t[c].Dep == "appos" && d.tagged(c, "NN", "CD") {
			return up
		}
	}
	return -1
}

// goesOn reports whether a list goes on behind the name n: another noun is joined to it, or a name of which that holds
// hangs on it.
func (d named) goesOn(n, most int) bool {
	if c := d.under(n, "conj"); c > n && d.under(n, "cc") > n && d.Noun(c) {
		return true
	}
	for c := n + 1; most > 0 && c < d.Sentences[d.Sentence[n]].End; c++ {
		if d.Noun(c) && d.memberBefore(c) == n {
			return d.goesOn(c, most-1)
		}
	}
	return false
}

// isPerson reports whether a noun is the last word of what the tagger takes for a person's name, or of another name
// behind which stands an age or what the person is.
func (d named) isPerson(n int) bool {
	if d.Tokens[n].Tag != "NNP" {
		return false
	}
	if d.isEntity(n, "PERSON") {
		return true
	}
	a := d.under(n, "appos")
	return a == n+2 && d.Tokens[a].Tag == "CD" || a > n && (people[d.Lower(a)] || heads[d.Lower(a)])
}

// endsInPerson reports whether what stands between a description and the name n behind it ends in a noun for a person,
// whose name n may be: "the wife of the mayor, John Doe".
func (d named) endsInPerson(description, n int) bool {
	last := d.startOf(n) - 2
	return last > description && (people[d.Lower(last)] || heads[d.Lower(last)])
}

// afterMark reports whether a mark stands right before the words that end in noun n.
func (d named) afterMark(n int, mark string) bool {
	first := d.startOf(n)
	return first > d.Sentences[d.Sentence[n]].First && d.Tokens[first-1].Text == mark
}

// behindSemicolon makes a member of a list parted by semicolons of what the parser made an apposition to the member
// before: "Jane Roe, the mayor; John Doe, her deputy; and Ann Poe".
func (d named) behindSemicolon(n int) {
	up := d.Tokens[n].Head
	if d.Tokens[n].Dep == "appos" && up < n && d.Noun(up) && d.afterMark(n, ";") {
		d.hang(n, up, "conj")
	}
}
