package phrase

import (
	"strings"

	"sayso/internal/read/mention"
	"sayso/internal/read/syntax"
)

// Tree is the dependency trees of a text with the questions that noun phrases and clauses ask of single words.
type Tree struct{ d *syntax.Document }

// Infinitive reports whether a verb has its "to".
func (ph *Tree) Infinitive(v int) bool {
	a := ph.d.Child(v, "aux")
	return a >= 0 && ph.d.Lower(a) == "to"
}

// IsRanked reports whether a noun is picked out by rank, so that "to do" after it says what was done: "the first
// country to".
func (ph *Tree) IsRanked(i int) bool {
	for _, c := range ph.d.All(i, "amod", "nummod") {
		if w := ph.d.Lower(c); ranks[w] || isOrdinal(w) {
			return true
		}
	}
	return false
}

// isOrdinal reports whether a word is a number in a row: "fifth", "21st".
func isOrdinal(w string) bool {
	if w[0] < '0' || w[0] > '9' {
		return strings.HasSuffix(w, "th") && ordinals[w]
	}
	return strings.HasSuffix(w, "th") || strings.HasSuffix(w, "st") || strings.HasSuffix(w, "nd") ||
		strings.HasSuffix(w, "rd")
}

// Stands reports whether the clause of token i stands under verb v: "denies that X did so" says nothing of denying.
func (ph *Tree) Stands(v, i int) bool {
	for n := 0; n < 12 && ph.d.Tokens[i].Head != i; n++ {
		if ph.d.Tokens[i].Dep == "conj" || ph.d.Tokens[i].Dep == "advcl" && !ph.HasChildIn(i, clauseMarks) {
			return false
		}
		if i = ph.d.Tokens[i].Head; i == v {
			return true
		}
	}
	return false
}

// JoinedTo reports whether a verb is another one or joined to it by "and" or "or".
func (ph *Tree) JoinedTo(verb, root int) bool {
	for n := 0; n < 4 && verb != root && ph.d.Tokens[verb].Dep == "conj"; n++ {
		verb = ph.d.Tokens[verb].Head
	}
	return verb == root
}

// OpensList reports whether a colon or a dash stands between two tokens: what follows it explains something said
// before.
func (ph *Tree) OpensList(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if ph.ListMark(i) {
			return true
		}
	}
	return false
}

// ListMark reports whether a token is a colon or a dash between words.
func (ph *Tree) ListMark(i int) bool {
	return ph.d.Tokens[i].Tag == ":" && ph.d.Tokens[i].Text != ";"
}

// DeniedAt reports whether a verb has "not" or "never" before it.
func (ph *Tree) DeniedAt(v int) bool {
	for _, c := range ph.d.Children[v] {
		if w := ph.d.Lower(c); c < v && (ph.d.Tokens[c].Dep == "neg" || nots[w]) && !ph.NotOnly(c) {
			return true
		}
	}
	return false
}

// SecondThat reports whether a clause is another one under the same "that": "no evidence that A had done it or that B
// had".
func (ph *Tree) SecondThat(at int) bool {
	up := ph.d.Tokens[at].Head
	m := ph.d.Child(at, "mark")
	first := ph.d.Child(up, "mark")
	if m < 0 || first < 0 || ph.d.Lower(m) != "that" || ph.d.Lower(first) != "that" {
		return false
	}
	return ph.d.Tokens[at].Dep == "conj" && ph.d.Verb(up)
}

// NotOnly reports whether a negation denies nothing: "did not only X".
func (ph *Tree) NotOnly(i int) bool {
	if i+1 >= len(ph.d.Tokens) {
		return false
	}
	if onlyWords[ph.d.Lower(i+1)] {
		return true
	}
	return false
}

// IsNone reports whether a noun phrase says that there is none of it.
func (ph *Tree) IsNone(i int) bool {
	d := ph.d
	if nobodies[d.Lower(i)] {
		return true
	}
	for _, c := range d.Children[i] {
		if w := d.Lower(c); c < i && noWords[w] && !ph.NotOnly(c) && !ph.numbers(c) {
			return true
		}
		if d.Tokens[c].Dep == "nummod" || d.Tokens[c].Dep == "det" || d.Tokens[c].Dep == "amod" {
			if ph.HasChild(c, "not") && c < i {
				return true
			}
		}
	}
	return d.Left[i] < i && d.Lower(d.Left[i]) == "not" && !ph.NotOnly(d.Left[i])
}

// numbers reports whether a "no" is short for a number: "the bank's No. 2 official".
func (ph *Tree) numbers(i int) bool {
	d := ph.d
	next := i + 1
	if next < len(d.Tokens) && d.Tokens[next].Text == "." {
		next++
	}
	return next < len(d.Tokens) && d.Tokens[next].Tag == "CD" && strings.HasPrefix(d.Tokens[i].Text, "N")
}

// HasChild reports whether one of the words hangs on a token.
func (ph *Tree) HasChild(v int, words ...string) bool {
	for _, c := range ph.d.Children[v] {
		for _, w := range words {
			if ph.d.Lower(c) == w {
				return true
			}
		}
	}
	return false
}

// HasChildIn reports whether a word of a list hangs on a token.
func (ph *Tree) HasChildIn(v int, list map[string]bool) bool {
	for _, c := range ph.d.Children[v] {
		if list[ph.d.Lower(c)] {
			return true
		}
	}
	return false
}

// IsAgent reports whether a name, alone or joined to others, is by whom something was done.
func (ph *Tree) IsAgent(i int) bool {
	d := ph.d
	for n := 0; n < 12 && d.Tokens[i].Dep == "conj"; n++ {
		i = d.Tokens[i].Head
	}
	return d.Tokens[i].Dep == "pobj" && d.Tokens[d.Tokens[i].Head].Dep == "agent"
}

// isTime reports whether a noun phrase says when something happens.
func (ph *Tree) isTime(i int) bool {
	ent := ph.d.Tokens[i].Ent
	return strings.HasSuffix(ent, "-DATE") || strings.HasSuffix(ent, "-TIME")
}

// SubjectBefore gives the subject of the sentence before that of token i, where it is a noun in the same paragraph;
// -1 for none.
func (ph *Tree) SubjectBefore(i int) int {
	d := ph.d
	n := d.Sentence[i] - 1
	if n < 0 {
		return -1
	}
	sent := d.Sentences[n]
	for j := sent.First; j < sent.End; j++ {
		if d.Tokens[j].Head == j && d.Paragraph(j) == d.Paragraph(i) {
			if s := d.Child(j, "nsubj", "nsubjpass"); s >= 0 && d.Noun(s) {
				return s
			}
		}
	}
	return -1
}

// AreJoined reports whether "and" or "as well as" stands between two names of one clause.
func (ph *Tree) AreJoined(a, b int) bool {
	for i := min(a, b) + 1; i < max(a, b); i++ {
		if w := ph.d.Lower(i); ph.d.Tokens[i].Dep == "cc" || andWords[w] {
			return true
		}
	}
	return false
}

// HeldToBe reports whether a word before a noun says what a territory is held to be: "the separatist regime".
func (ph *Tree) HeldToBe(i int) bool {
	for _, c := range ph.d.Children[i] {
		if c < i && mention.Standing(ph.d.Lower(c)) {
			return true
		}
	}
	return false
}

// StartsUpper reports whether a word begins with a capital.
func StartsUpper(s string) bool { return s != "" && strings.ToUpper(s[:1]) == s[:1] }

// IsNeither reports whether a noun phrase begins with "neither", as in "voted for neither candidate".
func (ph *Tree) IsNeither(i int) bool {
	return ph.d.Lower(i) == "neither" || ph.HasChild(i, "neither")
}

// EachOther reports whether the token ends "each other" or "one another".
func (ph *Tree) EachOther(i int) bool {
	return i > 0 && reciprocals[ph.d.Lower(i-1)+" "+ph.d.Lower(i)]
}
