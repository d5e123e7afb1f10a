package clause

import (
	"strings"

	"sayso/internal/read/trace"

	"sayso/internal/read/attribution"
	"sayso/internal/read/layout"
	"sayso/internal/read/mention"
	"sayso/internal/read/phrase"
	"sayso/internal/read/syntax"
)

// Roles tells who stands in which place of a verb.
type Roles struct {
	d     *syntax.Document
	cast  *mention.Cast
	words *attribution.Lexicon
	known map[string]bool // lemmas of verbs that the vocabulary has patterns for
	ph    *phrase.Names
	rules *trace.Log
}

// joinedOn reports whether a verb that the parser hung on the subject is rather its predicate: "The minister, Jane
// Doe, denied that …".
func (cl *Roles) joinedOn(v int) bool {
	d := cl.d
	up := d.Tokens[v].Head
	return d.Tokens[v].Dep == "acl" && d.Tokens[up].Head == up && v > 0 && d.Tokens[v-1].Text == "," && d.Noun(up) &&
		d.Kind(v) == layout.Body &&
		(d.Tokens[v].Tag == "VBN" || d.Tokens[v].Tag == "VBD") &&
		d.Child(v, "dobj", "ccomp", "xcomp") >= 0 &&
		d.Child(v, "agent") < 0
}

// DirectObject gives what the verb acts on: its object, its passive subject, or the noun whose relative or
// participial clause it heads.
func (cl *Roles) DirectObject(v int) int {
	d := cl.d
	if o := d.Child(v, "dobj"); o >= 0 && cl.rules.Take("object.direct", v, o) {
		if strings.HasPrefix(d.Tokens[o].Tag, "W") {
			return cl.ph.Antecedent(v)
		}
		return o
	}
	if o := d.Child(v, "nsubjpass"); o >= 0 && cl.rules.Take("object.passive-subject", v, o) {
		if strings.HasPrefix(d.Tokens[o].Tag, "W") {
			return cl.ph.Antecedent(v)
		}
		return o
	}
	if c := d.Child(v, "npadvmod"); c == v+1 && cl.ph.IsPerson(c) ||
		c == v+2 && d.Tokens[c].Tag == "NNS" && cl.ph.IsPerson(c) &&
			cl.ph.Number(c) == v+1 { // people are no measure of time or place: "detained 24 sailors"
		if d.Child(v, "auxpass") < 0 && cl.rules.Take("object.people-as-measure", v, c) {
			return c
		}
	}
	for _, a := range d.All(v, "advmod") { // "detained upwards of 600 people"
		if w := d.Lower(a); upwards[w] {
			if of := cl.ph.Behind(a, "of"); len(of) > 0 && cl.rules.Take("object.upwards-of", v) {
				return of[0]
			}
		}
	}
	if o := d.Child(d.Tokens[v].Head, "dobj"); d.Tokens[v].Dep == "xcomp" && o >= 0 && o < d.Tokens[v].Head &&
		cl.ph.HasChild(
			o,
			"whose",
		) && cl.rules.Take("object.whose-above", v, o) { // "X, whose independence Y refuses to recognise"
		return o
	}
	if o := cl.sharedObject(v); o >= 0 && cl.rules.Take("object.shared", v, o) {
		return o
	}
	if s := d.Child(v, "nsubj"); s >= 0 && d.Kind(v) == layout.Headline && cl.Passive(v) &&
		cl.rules.Take("object.title-passive", v, s) {
		return s
	}
	if d.Child(v, "auxpass") >= 0 || d.Tokens[v].Dep == "advcl" && cl.Passive(v) {
		if s := cl.sharedSubject(v, 0); len(s) > 0 && cl.rules.Take("object.shared-passive-subject", v) {
			return s[0]
		}
	}
	switch d.Tokens[v].Dep {
	case "amod":
		if cl.VerbTaken(d.Tokens[v].Head) && d.Child(d.Tokens[v].Head, "amod") == v &&
			cl.rules.Take("object.verb-taken-for-adjective", v) {
			return d.Tokens[v].Head
		}
	case "compound":
		if d.Tokens[v].Tag == "VBG" && d.Tokens[v].Head > v &&
			d.Tokens[d.Tokens[v].Head].Pos == "PROPN" && cl.rules.Take("object.gerund-as-compound", v) { // "denied shelling X"
			return d.Tokens[v].Head
		}
	case "acl":
		if (d.Tokens[v].Tag == "VBN" || d.Tokens[v].Tag == "VBD") && cl.rules.Take("object.participle", v) {
			return d.Tokens[v].Head
		}
	case "relcl":
		if d.Child(v, "nsubj") >= 0 && d.Child(v, "prep") < 0 &&
			!strings.HasPrefix(d.Tokens[d.Child(v, "nsubj")].Tag, "W") && cl.rules.Take("object.relative", v) {
			return d.Tokens[v].Head
		}
	case "conj":
		if up := d.Tokens[v].Head; d.Child(up, "auxpass") >= 0 && d.Tokens[v].Tag == "VBN" && d.Child(v, "nsubj") < 0 &&
			cl.rules.Take("object.joined-passive", v) {
			s := d.Child(up, "nsubjpass")
			if s >= 0 && strings.HasPrefix(d.Tokens[s].Tag, "W") {
				return cl.ph.Antecedent(v)
			}
			return s
		}
	}
	return -1
}

// sharedObject is what "arrested and expelled two men" says of the first verb: the object of the verb it is joined to.
func (cl *Roles) sharedObject(v int) int {
	d := cl.d
	c := d.Child(v, "conj")
	if c < 0 || v+1 >= len(d.Tokens) || d.Tokens[v+1].Dep != "cc" && d.Tokens[v+1].Text != "," || !d.Verb(c) ||
		d.Child(v, "auxpass") >= 0 {
		return -1
	}
	return d.Child(c, "dobj")
}

// Passive reports whether a verb is in the passive, also where a title or a conjunction leaves the auxiliary out.
func (cl *Roles) Passive(v int) bool {
	d := cl.d
	if cl.joinedOn(v) {
		return false
	}
	if d.Child(v, "nsubjpass") >= 0 || d.Child(v, "auxpass") >= 0 {
		return true
	}
	if d.Tokens[v].Dep == "conj" && d.Tokens[v].Tag == "VBN" && d.Child(v, "nsubj") < 0 && d.Child(v, "dobj") < 0 {
		return d.Child(d.Tokens[v].Head, "auxpass") >= 0
	}
	if (d.Kind(v) == layout.Headline && d.Tokens[v].Head == v &&
		(d.Tokens[v].Tag == "VBN" || d.Tokens[v].Tag == "VBD") &&
		d.Child(v, "dobj", "ccomp", "xcomp", "aux") < 0) && cl.rules.Take("voice.title", v) {
		return d.Tokens[v].Tag == "VBN" || d.Child(v, "agent") >= 0 || d.Child(v, "prep", "npadvmod") >= 0
	}
	if d.Tokens[v].Tag == "VBD" && d.Tokens[v].Dep == "acl" && d.Child(v, "dobj", "nsubj") < 0 {
		return true
	}
	return d.Tokens[v].Tag == "VBN" &&
		(d.Tokens[v].Dep == "acl" || d.Tokens[v].Dep == "advcl" && d.Child(v, "nsubj", "aux", "dobj") < 0)
}
