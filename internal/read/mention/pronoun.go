package mention

import (
	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// pronoun resolves he, she and it.
func (c pronouns) pronoun(i int) (Actor, bool) {
	if k := c.glossed(i); k >= 0 {
		return c.actor(k), true
	}
	switch w := c.Doc.Lower(i); {
	case he[w]:
		return c.antecedent(i, man)
	case she[w]:
		return c.antecedent(i, woman)
	case it[w]:
		if a, ok := c.bodyMeant(i); ok {
			return a, true
		}
		return c.sayer(i)
	case relatives[w]:
		return c.relative(i)
	}
	return Actor{}, false
}

// antecedent finds the person that a pronoun means: in the nearest sentence before it that names one of fitting gender
// outside of the quotation the pronoun stands in, the subject before others.
func (c pronouns) antecedent(i int, gender string) (Actor, bool) {
	d := c.Doc
	if d.Tokens[i].Tag != "PRP" && d.Tokens[i].Tag != "PRP$" || d.Sentence[i] < 0 {
		return Actor{}, false
	}
	if s := c.unnamedSayer(i); s >= 0 {
		return c.bearers().bearer(s)
	}
	if s := c.sameSayer(i); s >= 0 {
		return c.antecedent(s, gender)
	}
	if a, ok := c.whoSays(i, gender); ok {
		return a, true
	}
	if c.unnamedNear(i, gender) {
		return Actor{}, false
	}
	para, least := d.Paragraph(i)-3, d.Sentence[i]-8
	for s := d.Sentence[i]; s >= 0 && s > least; s-- {
		sent := d.Sentences[s]
		if p := d.Segments[sent.Segment].Paragraph; p < para {
			break
		}
		if d.Kind(sent.First) == layout.Credit { // what stands between paragraphs of the article does not part them
			para, least = min(para, d.Segments[sent.Segment].Paragraph-3), least-1
			continue
		}
		if c.caption(s, i) {
			continue
		}
		best := c.personIn(max(sent.First, min(sent.End, i)-300), min(sent.End, i), i, gender)
		if c.aboutUnnamed(s, i, best, gender) {
			return Actor{}, false
		}
		if c.rightBefore(s, d.Sentence[i]) {
			if same := c.sameSubject(s, gender); same >= 0 {
				a, ok := c.antecedent(same, gender)
				return a, ok && a.Name != c.speakerOf(i)
			}
		}
		if best.mention >= 0 {
			return c.actor(best.mention), true
		}
	}
	return Actor{}, false
}

// caption reports whether a sentence before a pronoun stands in a paragraph of its own that ends without a mark, as
// captions do.
func (c pronouns) caption(s, pronoun int) bool {
	d := c.Doc
	first := d.Sentences[s].First
	if d.Paragraph(first) == d.Paragraph(pronoun) {
		return false
	}
	last := d.Sentences[s].End - 1
	for last+1 < pronoun && d.Paragraph(last+1) == d.Paragraph(first) {
		last++
	}
	for last > first && !d.Ink(last) {
		last--
	}
	return d.Tokens[last].Pos != "PUNCT"
}

// aboutUnnamed reports whether a sentence is about one person without a name rather than about the named one at best:
// "he" may be "a senior official" of whom nobody says who that is.
func (c pronouns) aboutUnnamed(s, pronoun int, best candidate, gender string) bool {
	d := c.Doc
	verb := d.Tokens[pronoun].Head
	if d.Tokens[pronoun].Dep != "nsubj" || !saying[d.Lemma(verb)] {
		return false
	}
	for j := d.Sentences[s].First; j < min(d.Sentences[s].End, pronoun); j++ {
		v := d.Tokens[j].Head
		if d.Tokens[j].Dep != "nsubj" || v == verb || d.Quoted[j] >= 0 || !c.unnamedPerson(j, gender) {
			continue
		}
		main := d.Tokens[v].Head == v || saying[d.Lemma(v)]
		if main && (best.mention < 0 || best.token < j || d.Tokens[best.token].Dep != "nsubj") {
			return true
		}
	}
	return false
}

// unnamedNear reports whether the last person who does something before a pronoun, in its sentence or its quotation, is
// somebody without a name: "a man says he", "“A guy called. He …”".
func (c pronouns) unnamedNear(i int, gender string) bool {
	d := c.Doc
	for j := i - 1; j >= 0 && j > i-60; j-- {
		quoted := d.Quoted[i] >= 0 && d.Quoted[j] == d.Quoted[i]
		if d.Sentence[j] != d.Sentence[i] && !quoted || d.Quoted[j] != d.Quoted[i] {
			return false
		}
		if k := c.At[j]; k >= 0 && c.Mentions[k].Type == kg.Person && c.mayBeOf(c.Mentions[k].Name, gender) {
			return false
		}
		if dep := d.Tokens[j].Dep; dep != "nsubj" && dep != "nsubjpass" || !c.unnamedPerson(j, gender) {
			continue
		}
		if d.Tokens[j].Head == d.Tokens[i].Head && d.Tokens[i].Dep != "poss" {
			continue // "an officer hit him"
		}
		det := d.Child(j, "det")
		return det >= 0 && indefinite[d.Lower(det)]
	}
	return false
}

// mayBeOf reports whether nothing shows a person to be of the other gender.
func (c pronouns) mayBeOf(name, gender string) bool {
	g := c.gender[name]
	return g == "" || g == gender
}

// unnamedPerson reports whether a noun stands for one person of whom the text does not say who it is.
func (c pronouns) unnamedPerson(i int, gender string) bool {
	d := c.Doc
	w := d.Lower(i)
	if c.At[i] >= 0 || d.Tokens[i].Tag != "NN" || massPeople[w] {
		return false
	}
	if gender == man && titlesOfWomen[w] || gender == woman && titlesOfMen[w] {
		return false
	}
	if c.Words.Class(d.Lemma(i), w) != unnamed && !c.titleHead(i) && !peopleNouns[d.Lemma(i)] {
		return false
	}
	_, named := c.Who(i)
	return !named
}

// doing reports whether a name owns what the sentence before the pronoun's is about, and that is no other person:
// "Roe's decision came … he said".
func (c pronouns) doing(name, pronoun int) bool {
	d := c.Doc
	owned := d.Tokens[name].Head
	class := c.Words.Class(d.Lemma(owned), d.Lower(owned))
	if d.Sentence[name] == d.Sentence[pronoun] || c.mainSubject(d.Sentence[name]) != owned {
		return false
	}
	return d.Tokens[name].Dep == "poss" && c.At[owned] < 0 && class == "" && !c.titleHead(owned)
}

// unnamedSayer gives the holder of an office who says, without a name beside it, the clause that the pronoun is the
// subject of: "the firm's chairman said he would sue" is about nobody but the chairman, whoever that is; -1 for none.
func (c pronouns) unnamedSayer(i int) int {
	d := c.Doc
	verb := d.Tokens[i].Head
	if d.Tokens[i].Dep != "nsubj" || d.Quoted[i] >= 0 || d.Tokens[verb].Dep != "ccomp" ||
		!saying[d.Lemma(d.Tokens[verb].Head)] {
		return -1
	}
	s := d.Child(d.Tokens[verb].Head, "nsubj")
	if s < 0 || s > i || c.At[s] >= 0 || d.Tokens[s].Tag != "NN" || !c.titleHead(s) {
		return -1
	}
	if _, named := c.resolver().named(s); named || c.Words.Titles[c.titleWord(s)] == "spokesperson" {
		return -1
	}
	return s
}

// sameSayer gives the pronoun that says the clause which the same pronoun is the subject of: "He said he had left"; -1
// for none.
func (c pronouns) sameSayer(i int) int {
	d := c.Doc
	v := d.Tokens[i].Head
	if d.Tokens[i].Dep != "nsubj" || d.Quoted[i] >= 0 || d.Tokens[v].Dep != "ccomp" || !saying[d.Lemma(d.Tokens[v].Head)] {
		return -1
	}
	s := d.Child(d.Tokens[v].Head, "nsubj")
	if s < 0 || s >= i || d.Lower(s) != d.Lower(i) {
		return -1
	}
	return s
}

// whoSays finds who says, as the subject of a clause that hangs on a name, what the pronoun is the subject of: "Roe,
// who says he had warned them".
func (c pronouns) whoSays(i int, gender string) (Actor, bool) {
	d := c.Doc
	v := d.Tokens[i].Head
	up := d.Tokens[v].Head
	if d.Tokens[i].Dep != "nsubj" || d.Tokens[v].Dep != "ccomp" || !saying[d.Lemma(up)] || d.Quoted[i] != d.Quoted[up] {
		return Actor{}, false
	}
	s := d.Child(up, "nsubj")
	if s < 0 || s >= i || d.Tokens[s].Tag != "WP" {
		return Actor{}, false
	}
	a, ok := c.relative(s)
	return a, ok && a.Type == kg.Person && c.mayBeOf(a.Name, gender)
}

// sameSubject gives the "he" or "she" that a sentence before is about, whomever else it names: "He withdrew after X had
// called. His words …" goes on about him; -1 for none.
func (c pronouns) sameSubject(s int, gender string) int {
	d := c.Doc
	sub := c.mainSubject(s)
	same := "he"
	if gender == woman {
		same = "she"
	}
	if sub < 0 || d.Quoted[sub] >= 0 || d.Lower(sub) != same {
		return -1
	}
	return sub
}

// rightBefore reports whether a sentence is the last one before another that is not all quoted.
func (c pronouns) rightBefore(s, next int) bool {
	d := c.Doc
	for k := next - 1; k > s; k-- {
		if d.Quoted[d.Sentences[k].First] < 0 || d.Quoted[d.Sentences[k].End-1] < 0 {
			return false
		}
	}
	return s < next
}

// relative resolves a relative pronoun to what its clause hangs on.
func (c pronouns) relative(i int) (Actor, bool) {
	d := c.Doc
	if t := d.Tokens[i].Tag; t != "WP" && t != "WDT" {
		return Actor{}, false
	}
	verb := d.Tokens[i].Head
	for steps := 0; steps < 4 && d.Tokens[verb].Dep != "relcl"; steps++ {
		if verb == d.Tokens[verb].Head {
			return Actor{}, false
		}
		verb = d.Tokens[verb].Head
	}
	up := d.Tokens[verb].Head
	if d.Tokens[verb].Dep != "relcl" || up >= i {
		return Actor{}, false
	}
	return c.Who(up)
}
