package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// directObject gives what the verb acts on: its object, its passive subject, or the noun whose relative or participial clause it heads.
func (f *finder) directObject(v int) int {
	d := f.d
	if o := d.Child(v, "dobj"); o >= 0 {
		if strings.HasPrefix(d.Tokens[o].Tag, "W") {
			return f.antecedent(v)
		}
		return o
	}
	if o := d.Child(v, "nsubjpass"); o >= 0 {
		if strings.HasPrefix(d.Tokens[o].Tag, "W") {
			return f.antecedent(v)
		}
		return o
	}
	if c := d.Child(v, "npadvmod"); c == v+1 && f.person(c) || c == v+2 && d.Tokens[c].Tag == "NNS" && f.person(c) && f.number(c) == v+1 { // people are no measure of time or place: "detained 24 sailors"
		if d.Child(v, "auxpass") < 0 {
			return c
		}
	}
	for _, a := range d.All(v, "advmod") { // "detained upwards of 600 people"
		if w := d.Lower(a); upwards[w] {
			if of := f.behind(a, "of"); len(of) > 0 {
				return of[0]
			}
		}
	}
	if o := d.Child(d.Tokens[v].Head, "dobj"); d.Tokens[v].Dep == "xcomp" && o >= 0 && o < d.Tokens[v].Head && f.hasChild(o, "whose") { // "X, whose independence Y refuses to recognise"
		return o
	}
	if o := f.sharedObject(v); o >= 0 {
		return o
	}
	if s := d.Child(v, "nsubj"); s >= 0 && d.Kind(v) == layout.Headline && f.passive(v) {
		return s
	}
	if d.Child(v, "auxpass") >= 0 || d.Tokens[v].Dep == "advcl" && f.passive(v) {
		if s := f.sharedSubject(v, 0); len(s) > 0 {
			return s[0]
		}
	}
	switch d.Tokens[v].Dep {
	case "amod":
		if f.verbTaken(d.Tokens[v].Head) && d.Child(d.Tokens[v].Head, "amod") == v {
			return d.Tokens[v].Head
		}
	case "compound":
		if d.Tokens[v].Tag == "VBG" && d.Tokens[v].Head > v && d.Tokens[d.Tokens[v].Head].Pos == "PROPN" { // "denied shelling X"
			return d.Tokens[v].Head
		}
	case "acl":
		if d.Tokens[v].Tag == "VBN" || d.Tokens[v].Tag == "VBD" {
			return d.Tokens[v].Head
		}
	case "relcl":
		if d.Child(v, "nsubj") >= 0 && d.Child(v, "prep") < 0 && !strings.HasPrefix(d.Tokens[d.Child(v, "nsubj")].Tag, "W") {
			return d.Tokens[v].Head
		}
	case "conj":
		if up := d.Tokens[v].Head; d.Child(up, "auxpass") >= 0 && d.Tokens[v].Tag == "VBN" && d.Child(v, "nsubj") < 0 {
			s := d.Child(up, "nsubjpass")
			if s >= 0 && strings.HasPrefix(d.Tokens[s].Tag, "W") {
				return f.antecedent(v)
			}
			return s
		}
	}
	return -1
}

// sharedObject is what "arrested and expelled two men" says of the first verb: the object of the verb it is joined to.
func (f *finder) sharedObject(v int) int {
	d := f.d
	c := d.Child(v, "conj")
	if c < 0 || v+1 >= len(d.Tokens) || d.Tokens[v+1].Dep != "cc" && d.Tokens[v+1].Text != "," || !d.Verb(c) || d.Child(v, "auxpass") >= 0 {
		return -1
	}
	return d.Child(c, "dobj")
}

// antecedent is the noun that a verb's relative clause hangs on.
func (f *finder) antecedent(v int) int {
	d := f.d
	for n := 0; n < 4; n++ {
		if d.Tokens[v].Dep == "relcl" {
			return f.whoMeans(v, f.lastNamed(v, d.Tokens[v].Head))
		}
		if d.Tokens[v].Head == v {
			return -1
		}
		v = d.Tokens[v].Head
	}
	return -1
}

// lastNamed is the last of several people whom the clause of verb v tells of, where it is of one: "X and Y, who was elected", parsed as of X.
func (f *finder) lastNamed(v, a int) int {
	d := f.d
	who := d.Child(v, "nsubj", "nsubjpass")
	if who < 0 || d.Lower(who) != "who" || f.plainPlural(v) || !f.hasChildIn(v, singularAuxiliaries) && d.Tokens[v].Tag != "VBZ" {
		return a
	}
	all := d.Coordinated(a)
	if last := all[len(all)-1]; last < who && f.cast.At[last] >= 0 {
		return last
	}
	return a
}

// whoMeans is the person whom "who" means where the parser hung the clause of verb v on what the person works for: "X, a reporter for the paper who
// was held", is about the reporter, and so about X. It is the noun a itself where that may be a person.
func (f *finder) whoMeans(v, a int) int {
	d := f.d
	who := d.Child(v, "nsubj", "nsubjpass")
	if who < 0 || d.Lower(who) != "who" || d.Tokens[a].Dep != "pobj" || d.Tokens[a].Tag == "NNS" || f.cast.At[a] >= 0 && f.cast.Mentions[f.cast.At[a]].Kind == "" {
		return a
	}
	up := d.Tokens[d.Tokens[a].Head].Head
	if typ := f.nounType(a); typ != kg.Organization && typ != kg.Place || !d.Noun(up) || f.nounType(up) != kg.Person || d.Tokens[up].Tag != "NN" {
		return a
	}
	if name := d.Tokens[up].Head; d.Tokens[up].Dep == "appos" && f.cast.At[up] < 0 && f.cast.At[name] >= 0 && f.nounType(name) == kg.Person {
		return name
	}
	return up
}

func (f *finder) passive(v int) bool {
	d := f.d
	if f.joinedOn(v) {
		return false
	}
	if d.Child(v, "nsubjpass") >= 0 || d.Child(v, "auxpass") >= 0 {
		return true
	}
	if d.Tokens[v].Dep == "conj" && d.Tokens[v].Tag == "VBN" && d.Child(v, "nsubj") < 0 && d.Child(v, "dobj") < 0 {
		return d.Child(d.Tokens[v].Head, "auxpass") >= 0
	}
	if d.Kind(v) == layout.Headline && d.Tokens[v].Head == v && (d.Tokens[v].Tag == "VBN" || d.Tokens[v].Tag == "VBD") && d.Child(v, "dobj", "ccomp", "xcomp", "aux") < 0 {
		return d.Tokens[v].Tag == "VBN" || d.Child(v, "agent") >= 0 || d.Child(v, "prep", "npadvmod") >= 0
	}
	if d.Tokens[v].Tag == "VBD" && d.Tokens[v].Dep == "acl" && d.Child(v, "dobj", "nsubj") < 0 {
		return true
	}
	return d.Tokens[v].Tag == "VBN" && (d.Tokens[v].Dep == "acl" || d.Tokens[v].Dep == "advcl" && d.Child(v, "nsubj", "aux", "dobj") < 0)
}
