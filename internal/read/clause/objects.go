package clause

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// objects finds what a verb acts on by the words around it.
type objects struct{ Verbs }

// objectRules find what a verb acts on, in the order in which they are tried.
var objectRules []tokenRule

func init() {
	objectRules = []tokenRule{
		{"object.passive-subject-and-sum", (*Roles).suffered},
		{"object.direct", func(cl *Roles, v int) int { return cl.dependent(v, "dobj") }},
		{"object.passive-subject", func(cl *Roles, v int) int { return cl.dependent(v, "nsubjpass") }},
		{"object.upwards-of", (*Roles).upwardsOf},
		{"object.whose-above", (*Roles).whoseAbove},
		{"object.shared", (*Roles).sharedObject},
		{"object.title-passive", func(cl *Roles, v int) int {
			return where(cl.d.Kind(v) == layout.Headline && cl.Passive(v), cl.d.Child(v, "nsubj"))
		}},
		{"object.shared-passive-subject", (*Roles).sharedPassiveSubject},
		{"object.verb-taken-for-adjective", (*Roles).describedNoun},
		{"object.gerund-as-compound", (*Roles).gerundObject},
		{"object.participle", (*Roles).participleNoun},
		{"object.relative", (*Roles).relativeNoun},
		{"object.joined-passive", (*Roles).joinedPassive},
		{"object.seen", (*Roles).seen},
	}
}

// DirectObject gives what the verb acts on: its object, its passive subject, or the noun whose relative or
// participial clause it heads; -1 for none.
func (cl *Roles) DirectObject(v int) int { return cl.first(objectRules, v) }

// suffered: "X was fined $500", where the sum stands as an object.
func (cl *objects) suffered(v int) int {
	o := cl.d.Child(v, "dobj")
	return where(o >= 0 && cl.d.Child(v, "nsubjpass") >= 0 && cl.ph.Number(o) >= 0, cl.dependent(v, "nsubjpass"))
}

// seen: "the clash saw three people killed and two injured".
func (cl *objects) seen(v int) int {
	return where(cl.isSeen(v), cl.d.Child(v, "nsubj"))
}

// isSeen reports whether a participle says what a verb of seeing or leaving has happen to its own subject.
func (cl *Verbs) isSeen(v int) bool {
	d := cl.d
	t := d.Tokens[v]
	if t.Tag != "VBN" || d.Child(v, "nsubj") < 0 || d.Child(v, "aux", "auxpass", "dobj", "mark") >= 0 {
		return false
	}
	return t.Dep == "ccomp" && witnessing[d.Lemma(t.Head)] || t.Dep == "conj" && t.Head != v && cl.isSeen(t.Head)
}

// dependent is the dependent of a verb with a label, or the noun that it stands for: "the port that Peru attacked".
func (cl *objects) dependent(v int, label string) int {
	return cl.relativized(v, cl.d.Child(v, label))
}

// relativized is the noun that a relative pronoun stands for; other tokens stay.
func (cl *objects) relativized(v, o int) int {
	if o < 0 || !strings.HasPrefix(cl.d.Tokens[o].Tag, "W") {
		return o
	}
	if a := cl.ph.Antecedent(v); a >= 0 {
		return cl.personDescribed(a)
	}
	return settled
}

// personDescribed is the person whom a noun in apposition describes, else the noun itself: "Jane Roe, an engineer who
// was appointed by Peru".
func (cl *objects) personDescribed(i int) int {
	d, up := cl.d, cl.d.Tokens[i].Head
	if d.Tokens[i].Dep != "appos" || d.Tokens[i].Tag != "NN" || cl.cast.At[i] >= 0 || cl.cast.At[up] < 0 {
		return i
	}
	if cl.cast.Mentions[cl.cast.At[up]].Type != kg.Person || !cl.ph.IsPerson(i) {
		return i
	}
	return up
}

// upwardsOf: "detained upwards of 600 people".
func (cl *objects) upwardsOf(v int) int {
	for _, a := range cl.d.All(v, "advmod") {
		if of := cl.ph.Behind(a, "of"); upwards[cl.d.Lower(a)] && len(of) > 0 {
			return of[0]
		}
	}
	return -1
}

// whoseAbove: "X, whose independence Y refuses to recognise".
func (cl *objects) whoseAbove(v int) int {
	up := cl.d.Tokens[v].Head
	o := cl.d.Child(up, "dobj")
	return where(cl.d.Tokens[v].Dep == "xcomp" && o >= 0 && o < up && cl.ph.HasChild(o, "whose"), o)
}

// sharedObject is what "arrested and expelled two men" says of the first verb: the object of the verb it is joined
// to.
func (cl *objects) sharedObject(v int) int {
	d := cl.d
	c := d.Child(v, "conj")
	if c < 0 || v+1 >= len(d.Tokens) || !d.Verb(c) || d.Child(v, "auxpass") >= 0 {
		return -1
	}
	return where(d.Tokens[v+1].Dep == "cc" || d.Tokens[v+1].Text == ",", d.Child(c, "dobj"))
}

// sharedPassiveSubject: "the town was attacked and then abandoned".
func (cl *Roles) sharedPassiveSubject(v int) int {
	if cl.d.Child(v, "auxpass") < 0 && !(cl.d.Tokens[v].Dep == "advcl" && cl.Passive(v)) {
		return -1
	}
	if s := cl.sharedSubject(v, 0); len(s) > 0 {
		return s[0]
	}
	return -1
}

// describedNoun: "condemned the decision and announced sanctions", with "announced" taken for an adjective.
func (cl *objects) describedNoun(v int) int {
	noun := cl.d.Tokens[v].Head
	return where(cl.d.Tokens[v].Dep == "amod" && cl.VerbTaken(noun) && cl.d.Child(noun, "amod") == v, noun)
}

// gerundObject: "denied shelling X", with "shelling" taken for a part of the name.
func (cl *objects) gerundObject(v int) int {
	t := cl.d.Tokens[v]
	return where(t.Dep == "compound" && t.Tag == "VBG" && t.Head > v && cl.d.Tokens[t.Head].Pos == "PROPN", t.Head)
}

// participleNoun: "the tanker seized by Iran".
func (cl *objects) participleNoun(v int) int {
	t := cl.d.Tokens[v]
	return where(t.Dep == "acl" && (t.Tag == "VBN" || t.Tag == "VBD"), cl.personDescribed(t.Head))
}

// relativeNoun: "the land Russia annexed".
func (cl *objects) relativeNoun(v int) int {
	s := cl.d.Child(v, "nsubj")
	if cl.d.Tokens[v].Dep != "relcl" || s < 0 || cl.d.Child(v, "prep") >= 0 {
		return -1
	}
	return where(!strings.HasPrefix(cl.d.Tokens[s].Tag, "W"), cl.d.Tokens[v].Head)
}

// joinedPassive: "was arrested and expelled".
func (cl *objects) joinedPassive(v int) int {
	d := cl.d
	up := d.Tokens[v].Head
	if d.Tokens[v].Dep != "conj" || d.Child(up, "auxpass") < 0 || d.Tokens[v].Tag != "VBN" || d.Child(v, "nsubj") >= 0 {
		return -1
	}
	return cl.relativized(v, d.Child(up, "nsubjpass"))
}
