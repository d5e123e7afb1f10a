package mention

import (
	"slices"

	"sayso/internal/kg"
)

// candidate is whom a pronoun may mean: a mention, or a title that stands for its bearer.
type candidate struct {
	mention int // of the name; -1 for nobody
	token   int // the name's or the title's head
}

// personIn finds, between two tokens, the person that a pronoun may mean: the one who stands highest in the sentence,
// the first of several.
func (c pronouns) personIn(first, end, pronoun int, gender string) candidate {
	best, rank := candidate{-1, -1}, -1
	spoken, speaker, other := c.spokenOfBy(pronoun), c.speakerOf(pronoun), c.otherArgument(pronoun)
	for j := first; j < end; j++ {
		at, ok := c.candidateAt(j)
		if !ok {
			continue
		}
		name := c.Mentions[at.mention].Name
		if spoken[name] || name == speaker || name == other {
			continue // nobody speaks of themselves by name, or as of another
		}
		if g := c.gender[name]; g != "" && g != gender || !c.mayMean(at, pronoun) {
			continue
		}
		if r := c.standing(at.token, pronoun); r >= rank || best.mention < 0 {
			best, rank = at, r
		}
	}
	return best
}

// candidateAt gives the person named at token j, by name or by a title that is a subject: "the president".
func (c pronouns) candidateAt(j int) (candidate, bool) {
	d := c.Doc
	if k := c.At[j]; k >= 0 {
		m := c.Mentions[k]
		return candidate{k, m.Head(d)}, m.First == j && m.Type == kg.Person
	}
	tag := d.Tokens[j].Tag
	if dep := d.Tokens[j].Dep; dep != "nsubj" && dep != "nsubjpass" || tag != "NN" && tag != "NNP" || !c.titleHead(j) {
		return candidate{}, false
	}
	if det := d.Child(j, "det"); det < 0 || !definiteThe[d.Lower(det)] {
		return candidate{}, false
	}
	a, ok := c.Who(j)
	if !ok || a.Type != kg.Person {
		return candidate{}, false
	}
	k := slices.IndexFunc(c.Mentions, func(m Mention) bool { return m.Name == a.Name })
	return candidate{k, j}, k >= 0
}

// mayMean reports whether a pronoun may mean a person for all that the grammar says of both.
func (c pronouns) mayMean(at candidate, pronoun int) bool {
	d := c.Doc
	bounds := Mention{First: at.token, End: at.token + 1}
	if c.At[at.token] >= 0 {
		bounds = c.Mentions[at.mention]
	}
	if d.Quoted[pronoun] < 0 && c.insideQuote(bounds) || c.framed(at.token, pronoun) {
		return false
	}
	// both arguments of one verb are not the same person
	return d.Tokens[at.token].Head != d.Tokens[pronoun].Head || d.Tokens[pronoun].Dep == "poss"
}

// otherArgument names whom a pronoun cannot mean for the sake of its verb: whom "he" does something to, and who does
// something to "him"; "" for nobody.
func (c pronouns) otherArgument(i int) string {
	d := c.Doc
	other := -1
	switch d.Tokens[i].Dep {
	case "nsubj":
		other = d.Child(d.Tokens[i].Head, "dobj")
	case "dobj", "dative":
		other = c.doer(d.Tokens[i].Head)
	}
	if other < 0 || c.At[other] < 0 {
		return ""
	}
	return c.Mentions[c.At[other]].Name
}

// doer is the subject of a verb, or the one that it takes over from the verb it is joined to or goes with: "Roe met
// Petrov and praised him", "Roe left, blaming him"; -1 for none.
func (c pronouns) doer(v int) int {
	d := c.Doc
	for n := 0; n < 4 && d.Verb(v); n++ {
		if s := d.Child(v, "nsubj", "nsubjpass"); s >= 0 {
			return s
		}
		with := d.Tokens[v].Dep == "advcl" && d.Tokens[v].Tag == "VBG" && d.Child(v, "mark") < 0
		if !with && d.Tokens[v].Dep != "conj" {
			return -1
		}
		v = d.Tokens[v].Head
	}
	return -1
}

// standing ranks a name as what a pronoun may mean by its place in its sentence: who says it goes before whom
// it is said of, subjects before objects, and those before owners.
func (c pronouns) standing(name, pronoun int) int {
	d := c.Doc
	if up := d.Tokens[name].Head; d.Tokens[name].Dep == "appos" && c.At[up] < 0 && up < name && c.titleHead(up) {
		name = up // "the director, Jane Doe, said"
	}
	switch d.Tokens[name].Dep {
	case "nsubj", "nsubjpass":
		if c.rightBefore(d.Sentence[name], d.Sentence[pronoun]) && c.mainSubject(d.Sentence[name]) == name {
			return 3
		}
		return 2
	case "dobj", "appos", "pobj":
		return 1
	case "poss", "compound":
		if c.doing(name, pronoun) {
			return 2
		}
		return -1
	}
	return 0
}

// insideQuote reports whether a name stands among others' words: whom "…," he said speaks of is not who says it.
func (c pronouns) insideQuote(m Mention) bool {
	d := c.Doc
	q := d.Quoted[m.First]
	if q < 0 {
		return false
	}
	if b := m.First - 1; b >= 0 && d.Quoted[b] == q && d.Ink(b) && d.Tokens[b].Pos != "PUNCT" {
		return true
	}
	return m.End+1 < len(d.Tokens) && d.Quoted[m.End+1] == q && d.Tokens[m.End].Pos != "PUNCT"
}

// framed reports whether a name is only part of what a clause opens with before its subject, the pronoun: "Speaking
// after a meeting with X, he …". Who he is the text has said before.
func (c pronouns) framed(name, pronoun int) bool {
	d := c.Doc
	if d.Tokens[pronoun].Dep != "nsubj" && d.Tokens[pronoun].Dep != "nsubjpass" ||
		d.Sentence[name] != d.Sentence[pronoun] ||
		d.Tokens[name].Dep == "nsubj" ||
		d.Tokens[name].Dep == "poss" {
		return false
	}
	verb := d.Tokens[pronoun].Head
	for n, at := 0, name; n < 10 && d.Tokens[at].Head != at; n++ {
		up := d.Tokens[at].Head
		if up == verb && at < pronoun {
			return d.Tokens[at].Dep == "advcl" && d.Tokens[at].Tag == "VBG" && d.Child(at, "nsubj") < 0
		}
		at = up
	}
	return false
}
