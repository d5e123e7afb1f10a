package clause

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/syntax"
)

// descriptionRules find who a noun describes, in the order in which they are tried.
var descriptionRules []tokensRule[*Roles]

func init() {
	descriptionRules = []tokensRule[*Roles]{
		{"subject.left-as", (*Roles).leftAs},
		{"subject.is-among", (*Roles).isAmong},
		{"subject.one-of-in-apposition", (*Roles).oneInApposition},
		{"subject.place-in-apposition", (*Roles).placeInApposition},
		{"subject.person-in-apposition", (*Roles).personInApposition},
		{"subject.is-the-one", (*Roles).isTheOne},
		{"subject.shared-by-being", (*Roles).becomesTheOne},
	}
}

// describedSubject is who "the only country that" is said of: the subject that a noun describes with "is" or
// "became", else the noun itself.
func (cl *Roles) describedSubject(i int) []int {
	if one := cl.oneOf(i); one >= 0 {
		if along := cl.alongWith(one); len(along) > 0 && cl.rules.Take("subject.one-of-along-with", i, one) {
			return append(cl.describedSubject(one), along...)
		}
		i = one
	}
	if all := firstOf(cl, cl.rules, descriptionRules, i); all != nil {
		return all
	}
	return []int{i}
}

// leftAs: "leaves X and Y as the only ones that do".
func (cl *Roles) leftAs(i int) []int {
	d := cl.d
	as := d.Tokens[i].Head
	if d.Tokens[i].Dep != "pobj" || d.Lower(as) != "as" || cl.cast.At[i] >= 0 {
		return nil
	}
	if o := d.Child(d.Tokens[as].Head, "dobj"); o >= 0 && o < as {
		if all := d.Coordinated(o); len(cl.ph.Names(all)) == len(all) {
			return all
		}
	}
	return nil
}

// isAmong: "X is among the states that do".
func (cl *Roles) isAmong(i int) []int {
	d := cl.d
	prep := d.Tokens[i].Head
	be := d.Tokens[prep].Head
	if d.Tokens[i].Dep != "pobj" || d.Lower(prep) != "among" || d.Lemma(be) != "be" || cl.cast.At[i] >= 0 {
		return nil
	}
	if s := d.Child(be, "nsubj"); s >= 0 && s < prep {
		return d.Coordinated(s)
	}
	return nil
}

// apposedTo is the name that a noun is an apposition to; -1 for none.
func (cl *Roles) apposedTo(i int) int {
	up := cl.d.Tokens[i].Head
	return where(cl.d.Tokens[i].Dep == "appos" && cl.cast.At[up] >= 0, up)
}

// oneInApposition: "X, one of the few states that do".
func (cl *Roles) oneInApposition(i int) []int {
	if up := cl.apposedTo(i); up >= 0 && cl.d.Lemma(i) == "one" {
		return []int{up}
	}
	return nil
}

// placeInApposition: "X, a region that is part of Y".
func (cl *Roles) placeInApposition(i int) []int {
	up := cl.apposedTo(i)
	if up < 0 || cl.cast.At[i] >= 0 || cl.d.Tokens[i].Tag != "NN" || cl.ph.NounType(i) != kg.Place {
		return nil
	}
	if cl.cast.Mentions[cl.cast.At[up]].Type != kg.Place {
		return nil
	}
	return []int{up}
}

// personInApposition: "X, a governor who founded Y".
func (cl *Roles) personInApposition(i int) []int {
	t, up := cl.d.Tokens[i], cl.apposedTo(i)
	if up < 0 || cl.cast.At[i] >= 0 && !strings.HasSuffix(t.Ent, "-NORP") ||
		cl.cast.Mentions[cl.cast.At[up]].Type != kg.Person {
		return nil
	}
	if t.Tag != "NN" && (t.Tag != "NNP" || cl.d.Child(i, "det") < 0) {
		return nil
	}
	return []int{up}
}

// being is the verb of being that a noun is the attribute of; -1 for none.
func (cl *Roles) being(i int) int {
	up := cl.d.Tokens[i].Head
	return where(cl.d.Tokens[i].Dep == "attr" && beVerbs[cl.d.Lemma(up)], up)
}

// isTheOne: "X is the only country that does".
func (cl *Roles) isTheOne(i int) []int {
	up := cl.being(i)
	if up < 0 {
		return nil
	}
	if s := cl.d.Child(up, "nsubj"); s >= 0 && (cl.d.Noun(s) || cl.d.Tokens[s].Tag == "PRP") {
		return cl.d.Coordinated(s)
	}
	return nil
}

// becomesTheOne: "X hopes to become the first to".
func (cl *Roles) becomesTheOne(i int) []int {
	up := cl.being(i)
	if up < 0 || cl.d.Child(up, "nsubj") >= 0 {
		return nil
	}
	return cl.sharedSubject(up, 1)
}

// Included is the object of the verb by which the subject i is said to include somebody: "those arrested included X";
// -1 for none.
func Included(d *syntax.Document, i int) int {
	v := d.Tokens[i].Head
	// "others to be arrested included X", where the parser made "arrested" the main verb
	if d.Tokens[i].Dep == "nsubjpass" {
		for _, c := range d.All(v, "advcl", "ccomp", "dep") {
			if c == v+1 && d.Tokens[c].Tag == "VBD" && including[d.Lemma(c)] && d.Child(c, "nsubj", "mark", "neg") < 0 {
				o := d.Child(c, "dobj")
				return where(o > c, o)
			}
		}
	}
	if d.Tokens[i].Dep != "nsubj" || !including[d.Lemma(v)] || d.Child(v, "neg") >= 0 {
		return -1
	}
	o := d.Child(v, "dobj")
	return where(o > v, o)
}
