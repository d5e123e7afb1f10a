package syntax

import (
	"sayso/internal/read/layout"
	"strings"
)

// splitNames takes two names apart that the parser made one of over a dash or a colon: in "recognise X – A, B and C"
// what follows the dash explains.
func (d *repairs) splitNames() {
	for i, t := range d.Tokens {
		h := t.Head
		if !d.labelled(i, "nmod", "compound") || h <= i+1 || h-i > 4 {
			continue
		}
		if d.Tokens[i+1].Tag != ":" || d.Sentence[i] != d.Sentence[h] || !d.Noun(i) {
			continue
		}
		up := d.Tokens[h].Head
		if up == h {
			up = i
		}
		d.Tokens[i].Head, d.Tokens[i].Dep = up, d.Tokens[h].Dep
		d.Tokens[h].Head, d.Tokens[h].Dep = i, "appos"
	}
}

// reports are sentences of the form "CLAUSE, SOURCE said …".
type reports struct{ *repairs }

// putRight puts right what the parser often makes of "CLAUSE, SOURCE said …": it takes the last noun of the clause for
// the speaker, hangs the verb of saying on that noun, or joins it to the verb of the clause. Whatever it was, the
// source becomes the verb's subject and the clause what the verb governs.
func (d reports) putRight() {
	for v := range d.Tokens {
		if !d.short(v) || d.Quoted[v] >= 0 || d.Kind(v) != layout.Body {
			continue
		}
		if !sayings[d.Lemma(v)] || !d.tagged(v, "VBD", "VBZ") {
			continue
		}
		sent := d.Sentences[d.Sentence[v]]
		comma, head := d.sourceBefore(d.withoutName(v, sent.First), sent.First)
		if comma < 0 || !d.closing(v, sent.End) {
			continue
		}
		if clause := d.clauseBefore(v, comma, sent.First); clause >= 0 && d.freeSubject(v, comma, clause) {
			d.attach(v, comma, head, clause)
		}
	}
}

// withoutName goes back over a name between commas before the verb of saying, to the comma that opens it: "…, a
// senator, Jane Roe, told Y"; v itself where there is none.
func (d reports) withoutName(v, first int) int {
	if v-1 <= first || d.Tokens[v-1].Text != "," || d.Quoted[v-1] >= 0 {
		return v
	}
	i := v - 2
	for i > first && d.Tokens[i].Tag == "NNP" {
		i--
	}
	if n := v - 2 - i; n < 1 || n > 4 || d.Tokens[i].Text != "," {
		return v
	}
	return i
}

// sourceBefore finds the noun phrase between a comma and the verb of saying, and its head; -1 where something else
// stands there.
func (d reports) sourceBefore(v, first int) (comma, head int) {
	head = -1
	for i := v - 1; i > first; i-- {
		switch {
		case d.Tokens[i].Text == ",":
			if d.Quoted[i] >= 0 || head < 0 {
				return -1, -1
			}
			return i, head
		case d.Noun(i):
			if head < 0 || d.Tokens[i+1].Tag == "IN" {
				head = i
			}
		case head < 0 && strings.HasPrefix(d.Tokens[i].Tag, "RB"):
		case head >= 0 && d.inNounPhrase(i):
		default:
			return -1, -1
		}
	}
	return -1, -1
}

// inNounPhrase reports whether a token that is no noun may stand within a noun phrase.
func (d reports) inNounPhrase(i int) bool {
	switch tag := d.Tokens[i].Tag; tag {
	case "DT", "POS", "PRP$", "HYPH":
		return true
	case "CC":
		return d.Lower(i) != "but"
	case "IN":
		return sourceLinks[d.Lower(i)]
	default:
		return strings.HasPrefix(tag, "JJ")
	}
}

// closing reports whether nothing behind the verb is said by it: the sentence ends, or goes on with when, where and to
// whom.
func (d reports) closing(v, end int) bool {
	for i := v + 1; i < end; i++ {
		if d.Tokens[i].Text == "," { // "…, citing X"; what else follows may be more of what was said
			return i+1 < end && d.Tokens[i+1].Tag == "VBG" && !d.thatBehind(i+1, end)
		}
		if d.finite(i) || d.Tokens[i].Text == ":" || d.Quoted[i] >= 0 || d.Tokens[i].Tag == "IN" && d.Lower(i) == "that" {
			return false
		}
	}
	return true
}

// thatBehind reports whether a clause with "that" follows a comma: "…, citing X, that Y".
func (d reports) thatBehind(from, end int) bool {
	for i := from; i+1 < end; i++ {
		if d.Tokens[i].Text == "," && d.Lower(i+1) == "that" {
			return true
		}
	}
	return false
}

// clauseBefore finds the verb of the clause that ends at the comma; -1 where there is none or the clause depends on
// another.
func (d reports) clauseBefore(v, comma, first int) int {
	for first < comma && !d.Ink(first) {
		first++
	}
	for i := first; i < comma; i++ {
		if d.Quoted[i] >= 0 {
			return -1
		}
	}
	for i := first; i < comma; i++ {
		if t := d.Tokens[i]; t.Head == v && t.Dep == "ccomp" {
			return i
		}
	}
	h := d.governorBefore(v, comma, first)
	if h < first || h >= comma || !d.Verb(h) || d.Lower(first) == "if" {
		return -1
	}
	for i := first; i < h; i++ {
		if d.Tokens[i].Head == h && d.labelled(i, "nsubj", "nsubjpass", "expl") {
			return h
		}
	}
	return -1
}

// governorBefore climbs from a verb of saying that the parser hung on the clause before it to the verb of that clause;
// -1 where it hangs on nothing of that kind.
func (d reports) governorBefore(v, comma, first int) int {
	h := d.Tokens[v].Head
	if d.labelled(v, "conj", "parataxis", "ccomp") {
		return h
	}
	if !d.labelled(v, "relcl", "acl") {
		return -1
	}
	inClause := func(i int) bool { return i >= first && i < comma }
	h = d.climb(h, func(i int) bool { return inClause(i) && d.Tokens[i].Dep != "ccomp" })
	if h > comma {
		h = d.climb(h, func(i int) bool { return i > comma })
		h = d.climb(h, inClause)
	}
	return h
}

// climb goes up from a token for as long as a condition holds, a few steps at most.
func (d reports) climb(i int, while func(int) bool) int {
	for n := 0; n < 12 && while(i) && d.Tokens[i].Head != i; n++ {
		i = d.Tokens[i].Head
	}
	return i
}

// freeSubject takes a noun of the clause back from the verb of saying: it goes to the verb or preposition right
// before it. False where what the parser found may be right: "NAME, the minister, said".
func (d reports) freeSubject(v, comma, clause int) bool {
	for i := clause + 1; i < comma; i++ {
		if t := d.Tokens[i]; t.Head != v || t.Dep != "nsubj" && t.Dep != "nsubjpass" {
			continue
		}
		j := i - 1
		for j > clause && (d.Tokens[j].Head == i || d.labelled(j, "compound", "amod", "det")) {
			j--
		}
		switch tag := d.Tokens[j].Tag; {
		case strings.HasPrefix(tag, "VB"):
			d.Tokens[i].Head, d.Tokens[i].Dep = j, "dobj"
		case tag == "IN" || tag == "TO":
			d.Tokens[i].Head, d.Tokens[i].Dep = j, "pobj"
		default:
			return false
		}
	}
	for i := 0; i < comma && i < clause; i++ {
		if t := d.Tokens[i]; t.Head == v && (t.Dep == "nsubj" || t.Dep == "nsubjpass") {
			return false
		}
	}
	return true
}

// attach makes the head of the source the subject of the verb v, and the clause what v governs.
func (d reports) attach(v, comma, head, clause int) {
	t := d.Tokens
	if t[clause].Head != v {
		if t[clause].Head == clause {
			t[v].Head, t[v].Dep = v, "ROOT"
		} else {
			t[v].Head, t[v].Dep = t[clause].Head, t[clause].Dep
		}
		t[clause].Head, t[clause].Dep = v, "ccomp"
	}
	for i := comma + 1; i < v; i++ {
		if t[i].Head == v && t[i].Dep == "nsubj" {
			head = i
		}
	}
	t[head].Head, t[head].Dep = v, "nsubj"
	for i := comma + 1; i < v; i++ {
		if h := t[i].Head; i != head && (h <= comma || h == v && i < head && strings.HasPrefix(t[i].Tag, "NN")) {
			t[i].Head, t[i].Dep = head, "compound"
		}
	}
	t[comma].Head = v
}
