package syntax

import "strings"

// splitNames takes two names apart that the parser made one of over a dash or a colon: in "recognise X – A, B and C"
// what follows the dash explains.
func (d *Document) splitNames() {
	for i, t := range d.Tokens {
		h := t.Head
		if t.Dep != "nmod" && t.Dep != "compound" || h <= i+1 || h-i > 4 || d.Tokens[i+1].Tag != ":" ||
			d.Sentence[i] != d.Sentence[h] ||
			!strings.HasPrefix(t.Tag, "NN") {
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

// withoutName goes back over a name between commas before the verb of saying, to the comma that opens it: "…, a
// senator, Jane Roe, told Y"; v itself where there is none.
func (d *Document) withoutName(v, first int) int {
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
func (d *Document) sourceBefore(v, first int) (comma, head int) {
	head = -1
	for i := v - 1; i > first; i-- {
		t := d.Tokens[i]
		switch {
		case t.Text == ",":
			if d.Quoted[i] >= 0 || head < 0 {
				return -1, -1
			}
			return i, head
		case head < 0 && strings.HasPrefix(t.Tag, "RB"):
		case strings.HasPrefix(t.Tag, "NN"):
			if head < 0 || d.Tokens[i+1].Tag == "IN" {
				head = i
			}
		case head >= 0 && (t.Tag == "DT" || strings.HasPrefix(t.Tag, "JJ") || t.Tag == "POS" || t.Tag == "PRP$" || t.Tag == "HYPH" || t.Tag == "CC" && d.Lower(i) != "but"):
		case head >= 0 && t.Tag == "IN" && sourceLinks[d.Lower(i)]:
		default:
			return -1, -1
		}
	}
	return -1, -1
}

// closing tells whether nothing behind the verb is said by it: the sentence ends, or goes on with when, where and to
// whom.
func (d *Document) closing(v, end int) bool {
	for i := v + 1; i < end; i++ {
		switch t := d.Tokens[i]; {
		case t.Text == ",": // "…, citing X"; what else follows may be more of what was said
			return i+1 < end && d.Tokens[i+1].Tag == "VBG" && !d.thatBehind(i+1, end)
		case t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "MD" || t.Text == ":" || d.Quoted[i] >= 0,
			t.Tag == "IN" && d.Lower(i) == "that":
			return false
		}
	}
	return true
}

// thatBehind tells whether a clause with "that" follows a comma: "…, citing X, that Y".
func (d *Document) thatBehind(from, end int) bool {
	for i := from; i+1 < end; i++ {
		if d.Tokens[i].Text == "," && d.Lower(i+1) == "that" {
			return true
		}
	}
	return false
}

// clauseBefore finds the verb of the clause that ends at the comma; -1 where there is none or the clause depends on
// another.
func (d *Document) clauseBefore(v, comma, first int) int {
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
	h := d.Tokens[v].Head
	if dep := d.Tokens[v].Dep; dep == "relcl" || dep == "acl" {
		for n := 0; n < 12 && h >= first && h < comma && d.Tokens[h].Head != h && d.Tokens[h].Dep != "ccomp"; n++ {
			h = d.Tokens[h].Head
		}
		if h > comma {
			for n := 0; n < 12 && h > comma && d.Tokens[h].Head != h; n++ {
				h = d.Tokens[h].Head
			}
			for n := 0; n < 12 && h >= first && h < comma && d.Tokens[h].Head != h; n++ {
				h = d.Tokens[h].Head
			}
		}
	} else if dep != "conj" && dep != "parataxis" && dep != "ccomp" {
		return -1
	}
	if h < first || h >= comma || !strings.HasPrefix(d.Tokens[h].Tag, "VB") || d.Lower(first) == "if" {
		return -1
	}
	for i := first; i < h; i++ {
		if t := d.Tokens[i]; t.Head == h && (t.Dep == "nsubj" || t.Dep == "nsubjpass" || t.Dep == "expl") {
			return h
		}
	}
	return -1
}

// freeSubject takes a noun of the clause back from the verb of saying: it goes to the verb or preposition right
// before it. False where what the parser found may be right: "NAME, the minister, said".
func (d *Document) freeSubject(v, comma, clause int) bool {
	for i := clause + 1; i < comma; i++ {
		if t := d.Tokens[i]; t.Head != v || t.Dep != "nsubj" && t.Dep != "nsubjpass" {
			continue
		}
		j := i - 1
		for j > clause && (d.Tokens[j].Head == i || d.Tokens[j].Dep == "compound" || d.Tokens[j].Dep == "amod" || d.Tokens[j].Dep == "det") {
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
func (d *Document) attach(v, comma, head, clause int) {
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
