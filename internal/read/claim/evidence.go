package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/match"
	"sayso/internal/read/phrase"
)

// longestClause is how many tokens the evidence of a claim read from a noun may have before its noun phrase alone is
// taken.
const longestClause = 45

// asides are the relations whose words a clause can do without at its end.
var asides = phrase.SetOf([]string{"appos", "relcl", "advcl", "parataxis", "conj", "acl", "ccomp", "prep", "npadvmod"})

// cite gives every claim its evidence: the clause that makes it, the same one for all claims of one clause. Claims
// that stand in a noun phrase have theirs already.
func (f *finder) cite() {
	type key struct{ head, statement int }
	needs := map[key]match.Reach{}
	of := func(c found) key {
		k := key{f.clauseHead(c.verb), -1}
		if c.Statement != nil {
			k.statement = *c.Statement
		}
		return k
	}
	for _, c := range f.found {
		if c.phrase {
			continue
		}
		k := of(c)
		n, ok := needs[k]
		if !ok {
			n = match.Reach{First: c.needs.First, End: c.needs.End}
		}
		needs[k] = match.Reach{First: min(n.First, c.needs.First), End: max(n.End, c.needs.End)}
	}
	for i := range f.found {
		c := &f.found[i]
		if c.phrase {
			continue
		}
		k := of(*c)
		c.Evidence = f.clauseSpan(k.head, k.statement, c.at, needs[k])
	}
}

// clauseHead climbs from a verb or noun to the verb of the clause it stands in: over infinitives to the verb that
// governs them, over noun phrases to the verb they belong to.
func (f *finder) clauseHead(i int) int {
	d := f.d
	for n := 0; n < 12; n++ {
		up, dep := d.Tokens[i].Head, d.Tokens[i].Dep
		if up == i || d.Sentence[up] != d.Sentence[i] {
			return i
		}
		if d.Verb(i) || d.Tokens[i].Pos == "AUX" {
			bare := dep == "ccomp" || dep == "acl" && d.Tokens[i].Tag == "VB"
			infinitive := dep == "xcomp" || dep == "pcomp" || bare && d.Child(i, "nsubj", "nsubjpass") < 0
			if !infinitive {
				return i
			}
		}
		i = up
	}
	return i
}

// clauseSpan gives the words of the clause with the given head, without what goes before or after it in its sentence
// and without asides at its end, clipped to the statement it stands in.
func (f *finder) clauseSpan(head, statement, at int, need match.Reach) kg.Span {
	d := f.d
	first, end := d.Left[head], d.Right[head]
	if !d.Verb(at) && end-first > longestClause && need.First <= at {
		first, end = d.Left[at], d.Right[at]
	}
	if dep := d.Tokens[head].Dep; (dep == "relcl" || dep == "acl") && need.First < first {
		first = min(first, d.Left[d.Tokens[head].Head])
	}
	first, end = min(first, need.First), max(end, need.End)
	if statement >= 0 {
		for _, r := range f.said.Statements[statement].Tokens {
			if at >= r[0] && at < r[1] && head >= r[0] && head < r[1] { // "accused X of doing" is quoted whole
				first, end = max(first, min(r[0], need.First)), min(end, max(r[1], need.End))
			}
		}
	}
	sent := d.Sentences[d.Sentence[at]]
	first, end = max(first, sent.First), min(end, sent.End)
	end = f.cutTail(head, first, end, need.End)
	first = f.cutLead(head, first, need.First)
	return f.unmarked(first, end)
}

// cutTail takes asides off the end of a clause as long as all that is needed stays.
func (f *finder) cutTail(head, first, end, need int) int {
	d := f.d
	for again := true; again; {
		again = false
		for end > need && (!d.Ink(end-1) || strings.Contains(",;:.!?—–-", d.Tokens[end-1].Text) ||
			d.Tokens[end-1].Dep == "cc") {
			end--
		}
		for c := need; c < end; c++ {
			if c == head || !asides[d.Tokens[c].Dep] || d.Right[c] < end {
				continue
			}
			if d.Left[c] < need || d.Left[c] <= first || d.Left[c] >= end {
				continue
			}
			inner := d.Tokens[c].Dep == "conj" && d.Tokens[c].Head != head && d.Child(c, "nsubj", "nsubjpass") < 0
			if inner || !f.aside(c) {
				continue
			}
			end, again = d.Left[c], true
			break
		}
	}
	return end
}

// aside reports whether the subtree of c, which ends a clause, can go: an apposition, a relative clause behind a
// comma, a clause of its own.
func (f *finder) aside(c int) bool {
	d := f.d
	before := d.Left[c] - 1
	for before > 0 && !d.Ink(before) {
		before--
	}
	parted := before >= 0 && strings.Contains(",;:—–-", d.Tokens[before].Text)
	switch d.Tokens[c].Dep {
	case "appos", "parataxis", "relcl", "acl", "npadvmod":
		return parted
	case "prep":
		return parted && d.Right[c]-d.Left[c] > 3 || besides[d.Lower(c)]
	case "conj":
		return d.Verb(c) && d.Verb(d.Tokens[c].Head)
	case "ccomp":
		return parted && d.Verb(d.Tokens[c].Head)
	case "advcl":
		first := d.Lower(d.Left[c])
		return (parted || loose[first]) && !conditions[first]
	}
	return false
}

// cutLead takes conjunctions, marks and clauses before a comma off the front.
func (f *finder) cutLead(head, first, need int) int {
	d := f.d
	for _, c := range d.Children[head] {
		if d.Right[c] >= need || d.Left[c] > first+1 {
			continue
		}
		switch mark, start := d.Tokens[d.Right[c]].Text, d.Lower(d.Left[c]); d.Tokens[c].Dep {
		case "advcl":
			if mark == "," && !conditions[start] {
				first = max(first, d.Right[c]+1)
			}
		case "ccomp", "parataxis":
			if mark == ";" || mark == ":" {
				first = max(first, d.Right[c]+1)
			}
		}
	}
	for first < need && f.opens(head, first) {
		first++
	}
	return first
}

// opens reports whether a token at the start of a clause only joins it to what stands before.
func (f *finder) opens(head, i int) bool {
	d := f.d
	switch d.Tokens[i].Dep {
	case "cc":
		return true
	case "mark":
		if !openMarks[d.Lower(i)] {
			return true
		}
	}
	return !d.Ink(i) || strings.Contains(",;:—–-", d.Tokens[i].Text) ||
		d.Tokens[i].Tag == "WRB" && d.Tokens[head].Dep == "advcl"
}

// unmarked is the span of tokens without a quotation mark at either end whose partner is not in it.
func (f *finder) unmarked(first, end int) kg.Span {
	d := f.d
	marks := 0
	for i := first; i < end; i++ {
		if d.Tokens[i].Text == "\"" || d.Tokens[i].Text == "''" {
			marks++
		}
	}
	for marks%2 == 1 && end > first+1 {
		switch {
		case d.Tokens[first].Text == "\"" || d.Tokens[first].Text == "''":
			first++
		case d.Tokens[end-1].Text == "\"" || d.Tokens[end-1].Text == "''":
			end--
		default:
			return d.Trimmed(first, end)
		}
		marks--
	}
	return d.Trimmed(first, end)
}
