package attribution

import (
	"strings"

	"sayso/internal/kg"
)

// subject finds whose words a verb gives: its subject, its agent when passive, or the subject it shares with the verb
// it hangs on.
func (f sources) subject(v int) (src int, passive bool) {
	d := f.d
	if p := d.Child(v, "nsubjpass"); p >= 0 || d.Child(v, "auxpass") >= 0 {
		if by := d.Child(v, "agent"); by >= 0 {
			return d.Child(by, "pobj"), true
		}
		return -1, true
	}
	if s := d.Child(v, "nsubj"); s >= 0 {
		return f.besideVerb(s, v), false
	}
	if d.Tokens[v].Tag == "VBN" && d.Tokens[v].Dep != "ROOT" && d.Tokens[v].Dep != "conj" {
		if by := d.Child(v, "agent"); by >= 0 {
			return d.Child(by, "pobj"), true
		}
		if f.participleOf(v) {
			return d.Tokens[v].Head, false
		}
		return -1, true
	}
	return f.shared(v, 0), false
}

// participleOf reports whether the verb of a sentence was taken for a participle of its subject: "X, a senator,
// called …".
func (f sources) participleOf(v int) bool {
	d := f.d
	up := d.Tokens[v].Head
	if d.Tokens[v].Dep != "acl" || d.Tokens[up].Dep != "ROOT" || v == 0 || d.Tokens[v-1].Text != "," {
		return false
	}
	return f.cast.At[up] >= 0 || d.Child(up, "appos") >= 0 && d.Noun(up)
}

// shared climbs to the subject that a verb without one takes over.
func (f sources) shared(v, depth int) int {
	d := f.d
	up := d.Tokens[v].Head
	if up == v || depth > 4 {
		return -1
	}
	switch d.Tokens[v].Dep {
	case "conj", "xcomp", "advcl", "parataxis":
		if d.Tokens[v].Dep == "advcl" && d.Tokens[v].Tag != "VBG" {
			return -1
		}
		if s := d.Child(up, "nsubj"); s >= 0 {
			return s
		}
		if s := d.Child(up, "nsubjpass"); s >= 0 {
			return s
		}
		return f.shared(up, depth+1)
	case "acl":
		if d.Noun(up) && d.Tokens[v].Tag == "VBG" {
			return up
		}
	case "pcomp":
		if q := d.Tokens[up].Head; d.Lower(up) == "as" && citing[d.Lemma(q)] { // "was quoted as saying"
			return d.Child(q, "nsubjpass", "dobj")
		}
		return f.shared(up, depth+1)
	case "prep":
		if s := d.Child(up, "nsubj"); s >= 0 {
			return s
		}
	}
	return -1
}

// startOfSentence takes the name after a verb that follows a quotation, or the name that the sentence starts with, for
// the source where the parser found no subject.
func (f sources) startOfSentence(v int) int {
	d := f.d
	sent := d.Sentences[d.Sentence[v]]
	if v+1 < len(d.Tokens) && f.cast.At[v+1] >= 0 && d.Sentence[v+1] == d.Sentence[v] &&
		f.quotations().quoteBefore(v) >= 0 { // "…?" asked X
		return f.cast.Mentions[f.cast.At[v+1]].Head(d)
	}
	if o := d.Child(v, "dobj"); o > v && d.Left[o] == v+1 && f.quotations().quoteBefore(v) >= 0 && f.person(o) {
		return o // "…," snapped the treasurer
	}
	first := sent.First
	for first < v && !d.Ink(first) {
		first++
	}
	k := f.cast.At[first]
	if k < 0 || f.cast.Mentions[k].Type == kg.Place || d.Tokens[v].Head != v || v-first > 15 {
		return -1
	}
	return f.cast.Mentions[k].Head(d)
}

// person reports whether a noun stands for one person or for people, by name or not.
func (f view) person(i int) bool {
	d := f.d
	if k := f.cast.At[i]; k >= 0 {
		return f.cast.Mentions[k].Type == kg.Person
	}
	return f.personNoun(i) || d.Child(i, "appos") >= 0
}

// personNoun reports whether a noun is one for people: a title, "passenger", "official".
func (f view) personNoun(i int) bool {
	lemma := f.d.Lemma(i)
	_, title := f.cast.Words.Titles[lemma]
	return title || people[lemma] || f.cast.Words.Class(lemma, f.d.Lower(i)) == "unnamed"
}

// besideVerb corrects a parse that takes the last noun of what was said for the subject and hangs the real source on
// it: in "…, a port, spokesman X said" the name right before the verb is the source when no comma parts them.
func (f sources) besideVerb(s, v int) int {
	d := f.d
	if s >= v { // nothing stands between them
		return s
	}
	j := v - 1
	for j > s && (strings.HasPrefix(d.Tokens[j].Tag, "RB") || d.Tokens[j].Dep == "aux") {
		j--
	}
	k := f.cast.At[j]
	if k < 0 || j <= s || f.cast.At[s] == k {
		return s
	}
	head := f.cast.Mentions[k].Head(d)
	comma := false
	for i := s + 1; i < f.cast.Mentions[k].First; i++ {
		comma = comma || d.Tokens[i].Text == ","
	}
	if dep := d.Tokens[head].Dep; comma && (dep == "appos" || dep == "conj") {
		return head
	}
	return s
}

// sourceSpan gives the words of the source: its noun phrase without what it was torn from.
func (f sources) sourceSpan(s Statement) []kg.Span {
	d, src := f.d, s.SourceToken
	first, end := d.Left[src], d.Right[src]
	for i := first; i < src; i++ {
		if s.Holds(i) {
			first = i + 1
		}
	}
	for i := end - 1; i > src; i-- {
		if s.Holds(i) || i == s.CueToken {
			end = i
		}
	}
	if d.Tokens[src].Dep == "appos" || end-first > 25 {
		first = max(first, f.cast.Before(src, src+1))
		end = min(end, src+12)
	}
	if k := f.cast.At[src]; k >= 0 {
		first, end = min(first, f.cast.Mentions[k].First), max(end, f.cast.Mentions[k].End)
	} else if src+1 < len(d.Tokens) && f.cast.At[src+1] >= 0 && f.cast.Mentions[f.cast.At[src+1]].First == src+1 &&
		!s.Holds(src+1) {
		end = max(end, f.cast.Mentions[f.cast.At[src+1]].End)
	}
	for _, c := range d.Children[src] {
		if dep := d.Tokens[c].Dep; (dep == "relcl" || dep == "acl") && c > src && d.Left[c] > src {
			end = min(end, d.Left[c])
		}
	}
	if sp := d.Trimmed(first, max(end, src+1)); sp[1] > sp[0] {
		return []kg.Span{sp}
	}
	return nil
}

// core is the stretch of tokens that does the attributing: source, cue and what stands between them.
func (f sources) core(v, src, extra int) [2]int {
	d := f.d
	first, end := v, v+1
	for _, c := range d.Children[v] {
		switch d.Tokens[c].Dep {
		case "aux", "auxpass", "neg", "advmod":
			if c < v && v-c <= 4 && !f.separated(c, v) {
				first = min(first, c)
			} else if c == v+1 {
				end = max(end, c+1)
			}
		}
	}
	if extra > v {
		end = max(end, extra+1)
	}
	sent := d.Sentences[d.Sentence[v]]
	if src >= sent.First && src < sent.End {
		l, r := d.Left[src], d.Right[src]
		if d.Tokens[src].Dep == "appos" {
			l = max(l, f.cast.Before(src, src+1))
			if k := f.cast.At[src]; k >= 0 {
				l = min(f.cast.Mentions[k].First, l)
				l = min(l, f.cast.Before(f.cast.Mentions[k].First, src))
			}
		}
		if src < v && v-src < 40 && d.Tokens[src].Head == v || d.Tokens[src].Dep == "appos" && src < v {
			first = min(first, l)
		} else if src > v && d.Tokens[src].Head == v {
			end = max(end, r)
		}
	}
	return [2]int{first, end}
}

func (f sources) separated(a, b int) bool {
	for i := a; i < b; i++ {
		if f.d.Tokens[i].Text == "," || f.d.Tokens[i].Text == "\"" {
			return true
		}
	}
	return false
}
