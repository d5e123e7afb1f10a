package mention

import "sayso/internal/kg"

// bodyMeant finds what "it" means as a subject or owner: the nearest organization or state that is a subject before it,
// in its paragraph.
func (c pronouns) bodyMeant(i int) (Actor, bool) {
	d := c.Doc
	if d.Sentence[i] < 0 || !subjectOrOwner[d.Tokens[i].Dep] {
		return Actor{}, false
	}
	if c.tellerUnnamed(i) {
		return Actor{}, false
	}
	if a, ok := c.describedBodyBefore(i); ok {
		return a, true
	}
	for j := i - 1; j >= 0 && d.Paragraph(j) == d.Paragraph(i) && j > i-120; j-- {
		k := c.At[j]
		if k < 0 || c.Mentions[k].First != j || c.Mentions[k].Type == kg.Person || d.Quoted[i] < 0 && d.Quoted[j] >= 0 {
			continue
		}
		if head, subject := c.subjectNamed(c.Mentions[k].Head(d)); subject && d.Tokens[head].Head != d.Tokens[i].Head {
			return c.actor(k), true
		}
	}
	return c.bodyBefore(i)
}

// tellerUnnamed reports whether "it" stands in what a body without a name says: no name further up is meant by "the
// committee said it would …".
func (c pronouns) tellerUnnamed(i int) bool {
	d := c.Doc
	v := d.Tokens[i].Head
	up := d.Tokens[v].Head
	if d.Tokens[i].Dep == "poss" || d.Tokens[v].Dep != "ccomp" || up > i || !telling[d.Lemma(up)] {
		return false
	}
	s := d.Child(up, "nsubj")
	if s < 0 || d.Tokens[s].Tag != "NN" || c.At[s] >= 0 {
		return false
	}
	switch c.Words.Class(d.Lemma(s), "") {
	case "organization", "company", "outlet":
		return true
	}
	return false
}

// subjectOrOwner are the parts in a sentence in which "it" is looked for.
var subjectOrOwner = map[string]bool{"nsubj": true, "nsubjpass": true, "poss": true}

// subjectNamed reports whether a name stands for the subject of a verb, itself, as the owner of its forces ("Kosovo's
// government … its independence") or behind its kind ("the town of X … its mayor"); head is what hangs on the verb.
func (c pronouns) subjectNamed(name int) (head int, subject bool) {
	d := c.Doc
	head = name
	up := d.Tokens[head].Head
	switch dep := d.Tokens[head].Dep; {
	case dep == "poss" && d.Tokens[up].Dep == "nsubj" && c.Words.Class(d.Lemma(up), "") == force:
		return head, true
	case dep == "pobj" && d.Lower(up) == "of" && c.lies(d.Tokens[up].Head):
		head = d.Tokens[up].Head
	}
	return head, d.Tokens[head].Dep == "nsubj" || d.Tokens[head].Dep == "nsubjpass"
}

// lies reports whether a noun is one for a place: "the town of X" is X.
func (c pronouns) lies(i int) bool {
	class := c.Words.Class(c.Doc.Lemma(i), "")
	return class == "settlement" || class == "region" || class == "country"
}

// bodyBefore finds what "it" means at the start of a sentence whose predecessor in the paragraph has for its subject
// the body of a state, written without capitals: "Kenya's foreign ministry said … It said …".
func (c pronouns) bodyBefore(i int) (Actor, bool) {
	s := c.subjectBefore(i)
	if s < 0 {
		return Actor{}, false
	}
	if class := c.Words.Class(c.Doc.Lemma(s), ""); class == "region" { // "The region broke away. It has been …"
		return c.resolver().definite(s, class)
	}
	return c.stateBodies().institution(s)
}

// describedBodyBefore finds what "it" means at the start of a sentence whose predecessor in the paragraph has for its
// subject a noun for a body that was named further up: "The board found no fault. It criticised …".
func (c pronouns) describedBodyBefore(i int) (Actor, bool) {
	s := c.subjectBefore(i)
	if s < 0 {
		return Actor{}, false
	}
	switch class := c.Words.Class(c.Doc.Lemma(s), ""); class {
	case "organization", "company", "outlet":
		return c.resolver().definite(s, class)
	}
	return Actor{}, false
}

// subjectBefore gives the noun without a name that is the subject of the sentence before a pronoun at the start of its
// own, in one paragraph; -1 for none.
func (c pronouns) subjectBefore(i int) int {
	d := c.Doc
	n := d.Sentence[i] - 1
	if d.Tokens[i].Dep == "poss" || n < 0 || d.Sentences[n+1].First != i ||
		d.Paragraph(d.Sentences[n].First) != d.Paragraph(i) {
		return -1
	}
	for j := d.Sentences[n].First; j < d.Sentences[n].End; j++ {
		if d.Tokens[j].Head != j || !d.Verb(j) {
			continue
		}
		if s := d.Child(j, "nsubj", "nsubjpass"); s >= 0 && c.At[s] < 0 && d.Noun(s) {
			return s
		}
	}
	return -1
}
