package mention

import (
	"strings"

	"sayso/internal/kg"
)

// furthestNoun is how many tokens before it a noun is looked for that was said of somebody before.
const furthestNoun = 2000

// furthestBody is how many sentences before it the subject is looked for that "it" goes on with.
const furthestBody = 6

// selfNamed finds the body whose name stands right before a noun that only says what it is: "the Roe movement", "the
// Roe rights group".
func (c resolver) selfNamed(i int) (Actor, bool) {
	if !bodyNouns[c.Doc.Lower(i)] {
		return Actor{}, false
	}
	at := i - 1
	if at > 0 && c.At[at] < 0 && c.Doc.Tokens[at].Dep == "compound" && c.Doc.Tokens[at].Head == i {
		at--
	}
	if at < 0 || c.At[at] < 0 || c.Doc.Tokens[at].Tag == "POS" {
		return Actor{}, false
	}
	if up := c.Doc.Tokens[at].Head; up != i && up != i-1 || c.Mentions[c.At[at]].Type != kg.Organization {
		return Actor{}, false
	}
	return c.actor(c.At[at]), true
}

// officeOf finds the person for whom an office speaks: "Roe's office", "the president's office".
func (c resolver) officeOf(i int) (Actor, bool) {
	owner := c.Doc.Child(i, "poss")
	if owner < 0 || !offices[c.Doc.Lower(i)] {
		return Actor{}, false
	}
	a, ok := c.Who(owner)
	return a, ok && a.Type == kg.Person
}

// sayer finds the body that "it" means beside a verb of saying: the one that the sentences before, in this paragraph
// and the one before it, are about. Where they are about something without a name it is unsure, and false.
func (c pronouns) sayer(i int) (Actor, bool) {
	d := c.Doc
	if d.Tokens[i].Dep != "nsubj" || d.Quoted[i] >= 0 || !c.says(d.Tokens[i].Head) {
		return Actor{}, false
	}
	return c.descriptions().bodySpokenOf(i, func(Actor) bool { return true })
}

// says reports whether a verb says something, or one that shares its subject does: "it called the vote unfair but
// said".
func (c pronouns) says(v int) bool {
	if saying[c.Doc.Lemma(v)] {
		return true
	}
	for _, w := range c.Doc.All(v, "conj") {
		if saying[c.Doc.Lemma(w)] && c.Doc.Child(w, "nsubj") < 0 {
			return true
		}
	}
	return false
}

// bodySpokenOf finds the body, of those that fit, which the sentences before token i are about.
func (c descriptions) bodySpokenOf(i int, fit func(Actor) bool) (Actor, bool) {
	d := c.Doc
	for s := d.Sentence[i] - 1; s >= 0 && s > d.Sentence[i]-furthestBody; s-- {
		first, end := d.Sentences[s].First, d.Sentences[s].End
		if d.Paragraph(first) < d.Paragraph(i)-1 {
			break
		}
		sub := c.mainSubject(s)
		if sub < 0 || d.Quoted[first] >= 0 && d.Quoted[end-1] >= 0 && d.Quoted[sub] >= 0 || it[d.Lower(sub)] {
			continue
		}
		a, ok := c.issuer(sub)
		if ok && a.Type == kg.Person {
			continue
		}
		return a, ok && fit(a)
	}
	return Actor{}, false
}

// issuer finds who a subject is, or whose message it is: "a statement by Roe Group".
func (c descriptions) issuer(i int) (Actor, bool) {
	d := c.Doc
	if c.At[i] >= 0 || c.Words.Class(d.Lemma(i), d.Lower(i)) != message {
		return c.Who(i)
	}
	for _, p := range d.All(i, "prep", "agent") {
		if o := d.Child(p, "pobj"); o >= 0 && issuedBy[d.Lower(p)] {
			return c.Who(o)
		}
	}
	return Actor{}, false
}

// describedBefore finds the one body that the text has described by a noun: "the brewer", after "Roe, a brewer," or
// "brewer Roe".
func (c descriptions) describedBefore(i int) (Actor, bool) {
	d := c.Doc
	det := d.Child(i, "det")
	if det < 0 || !deictic[d.Lower(det)] || c.resolver().openEnded(i) || d.Tokens[i].Tag != "NN" ||
		!bodyNouns[d.Lower(i)] {
		return Actor{}, false
	}
	best := -1
	for j := i - 1; j >= max(0, i-furthestNoun); j-- {
		if c.At[j] >= 0 || d.Lemma(j) != d.Lemma(i) || d.Tokens[j].Tag != "NN" {
			continue
		}
		k := c.describes(j)
		if k < 0 {
			continue
		}
		if best >= 0 && c.Mentions[k].Name != c.Mentions[best].Name {
			return Actor{}, false
		}
		best = k
	}
	if best >= 0 {
		return c.actor(best), true
	}
	return c.bodySpokenOf(i, func(a Actor) bool {
		return a.Type == kg.Organization && (a.Kind == "" || a.Kind == "company") && len(d.Children[i]) == 1
	})
}

// describes gives the mention of a body that a noun stands beside: in apposition, right before it, or as what it is; -1
// for none.
func (c descriptions) describes(i int) int {
	d := c.Doc
	near := d.All(i, "appos")
	if t := d.Tokens[i]; t.Dep == "appos" || t.Dep == "compound" && t.Head == i+1 {
		near = append(near, t.Head)
	} else if t.Dep == "attr" && d.Lemma(t.Head) == "be" {
		near = append(near, d.All(t.Head, "nsubj")...)
	}
	if i+1 < len(d.Tokens) && d.Sentence[i+1] == d.Sentence[i] {
		near = append(near, i+1)
	}
	for _, j := range near {
		if k := c.At[j]; k >= 0 && c.Mentions[k].Type == kg.Organization {
			return k
		}
	}
	return -1
}

// spokenFor finds the body for which a spokesman without a name speaks: "a spokeswoman for Roe Group".
func (c descriptions) spokenFor(i int) (Actor, bool) {
	d := c.Doc
	if !spokespersons[d.Lower(i)] || d.Tokens[i].Tag != "NN" {
		return Actor{}, false
	}
	whose := d.All(i, "compound", "poss", "nmod")
	for _, p := range d.All(i, "prep") {
		if workplace[d.Lower(p)] || fieldOf[d.Lower(p)] {
			whose = append(whose, d.All(p, "pobj")...)
		}
	}
	for _, o := range whose {
		a, ok := c.Who(o)
		if ok && (a.Type == kg.Organization || a.Kind == "state" && c.At[o] < 0) {
			return a, true
		}
	}
	return Actor{}, false
}

// sameForce finds the one state whose forces or government "the military" are, where the text has named them before.
func (c resolver) sameForce(i int) (Actor, bool) {
	d := c.Doc
	det := d.Child(i, "det")
	if det < 0 || d.Lower(det) != "the" || len(d.Children[i]) > 1 {
		return Actor{}, false
	}
	var found Actor
	for j := max(0, i-furthestNoun); j < i; j++ {
		if d.Lemma(j) != d.Lemma(i) || c.At[j] >= 0 {
			continue
		}
		a, ok := c.Country(j)
		if ok && found.Name != "" && a.Name != found.Name {
			return Actor{}, false
		}
		if ok {
			found = a
		}
	}
	return found, found.Name != ""
}

// knownBody finds a body of a state that is written small: "the US state department".
func (c resolver) knownBody(i int) (Actor, bool) {
	d := c.Doc
	for first := max(d.Left[i], i-3); first < i; first++ {
		if e, ok := c.Gaz.Lookup(titled(d.Phrase(first, i+1)), kg.Organization); ok && e.Kind == "government" {
			return Actor{e.Name, e.Type, e.Kind}, true
		}
	}
	return Actor{}, false
}

// titled writes each word of a phrase with a capital.
func titled(phrase string) string {
	words := strings.Fields(phrase)
	for k, w := range words {
		words[k] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}
