package match

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/dates"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// isMeasure reports whether the noun phrase with head i is a measured quantity: a number with or without a unit that
// is no date, time or rank.
func (ma *Fillers) isMeasure(r Rule, i int) bool {
	n := ma.ph.Number(i)
	if n < 0 {
		return false
	}
	ent := strings.TrimPrefix(strings.TrimPrefix(ma.d.Tokens[n].Ent, "B-"), "I-")
	switch ent {
	case "DATE", "TIME", "ORDINAL":
		return false
	case "PERCENT", "MONEY", "QUANTITY":
		return true
	}
	return !has(r.Verb, "be") && ma.d.Tokens[n].Tag == "CD" && (!hasIn(r.Verb, losing) || i == n)
}

// counts takes what losses are counted in.
func (ma *Fillers) counts(_ Rule, c filler) (phrase.Node, bool) {
	d, i := ma.d, c.token
	lost := losses[d.Lemma(i)] && len(ma.ph.Behind(i, "of")) == 0 || casualties[d.Lemma(i)]
	if lost && (ma.ph.IsNone(i) || ma.ph.HasChild(i, "any") && ma.ph.DeniedAt(d.Tokens[i].Head)) {
		return phrase.Node{Token: i}, true
	}
	if t := ma.ph.NounType(i); ma.ph.IsNone(i) && t != "" {
		return phrase.Node{Token: i}, t == kg.Person || t == kg.Organization
	} else if ma.ph.IsNone(i) && phrase.Targets[d.Lemma(i)] {
		return phrase.Node{Name: d.Lower(i), Token: i}, true
	}
	if of := ma.ph.Behind(i, "of"); many[d.Lower(i)] && len(of) > 0 && ma.ph.NounType(of[0]) != "" {
		return phrase.Node{Token: i}, true
	} else if many[d.Lower(i)] && len(of) == 0 && ma.isBelligerent(d.Tokens[i].Head) {
		return phrase.Node{Name: d.Lower(i), Token: i}, true
	}
	return phrase.Node{Token: i}, ma.ph.Number(i) >= 0 && !shares[d.Lemma(i)] && !ma.countsAlone(i)
}

// countsAlone reports whether a number counts whatever was spoken of, or is a score: "we lost two", "the party, which
// lost 17", "Italy lost 28-17". What a state loses are people.
func (ma *Fillers) countsAlone(i int) bool {
	bare := ma.d.Tokens[i].Tag == "CD" && len(ma.ph.Behind(i, "of")) == 0 && ma.ph.Currency(i) == ""
	if bare && ma.isScore(i) {
		return true
	}
	return (bare || small[ma.d.Lower(i)]) && !ma.isBelligerent(ma.d.Tokens[i].Head)
}

// isScore reports whether a number is a side's of a score: "28-17".
func (ma *Fillers) isScore(i int) bool {
	t := ma.d.Tokens
	if a, b, cut := strings.Cut(t[i].Text, "-"); cut {
		return a != "" && b != ""
	}
	first, dash := i, i+1
	if i > 1 && t[i-1].Text == "-" {
		first, dash = i-2, i-1
	}
	if dash+1 >= len(t) || t[dash].Text != "-" || t[first].Tag != "CD" || t[dash+1].Tag != "CD" {
		return false
	}
	return t[first].End == t[dash].Start && t[dash].End == t[dash+1].Start
}

// isBelligerent reports whether the subject of a verb is a state or a force: what it loses uncounted are people.
func (ma *Fillers) isBelligerent(v int) bool {
	for _, s := range ma.frames.Of(v).Agents() {
		if ma.cast.Words.Class(ma.d.Lemma(s), "") == "force" {
			return true
		}
		if a, ok := ma.ph.Actor(s); ok &&
			(a.Kind == "state" || a.Kind == "disputed territory" || a.Kind == "armed force") {
			return true
		}
	}
	return false
}

// anything takes whoever and whatever has words of its own.
func (ma *Fillers) anything(_ Rule, c filler) (phrase.Node, bool) {
	t, ok := ma.deed(Rule{}, c)
	return t, ok && t.Name != ""
}

// deed takes what anything does, and what only points back to something: "claimed responsibility for it".
func (ma *Fillers) deed(_ Rule, c filler) (phrase.Node, bool) {
	d, i := ma.d, c.token
	deed := ma.cast.At[i] < 0 && (blows[d.Lemma(i)] || deadly[d.Lemma(i)]) // "condemned the X strike" is no blame of X
	switch {
	case c.known && !deed:
		return c.who, true
	case c.isPlace && !deed:
		return c.where, true
	}
	return ma.ph.Text(i), d.Noun(i) || d.Tokens[i].Tag == "VBG" || pointers[d.Lower(i)] || ma.ph.IsMoney(i)
}

// denial takes what is denied: clauses too, and of a bare name no more than that something is.
func (ma *Fillers) denial(r Rule, c filler) (phrase.Node, bool) {
	d, i := ma.d, c.token
	if ma.cast.At[i] >= 0 &&
		d.Child(i, "compound", "amod") < 0 { // "recognized X, which it denied": what was denied is not X
		return phrase.Node{Token: i}, true
	}
	t, ok := ma.deed(r, c)
	return t, ok || d.Tokens[i].Dep == "ccomp" || d.Tokens[i].Dep == "xcomp"
}

// harmed chooses those who come to harm, or to freedom: people by name, by what they are, or by their number.
type harmed struct{ *Fillers }

// victims takes persons and groups of people.
func (ma harmed) victims(r Rule, i int, a phrase.Node, known bool) (phrase.Node, bool) {
	d := ma.d
	if ma.ph.IsNobody(i) || ma.ph.IsWhoever(i) {
		return phrase.Node{Token: i}, true
	}
	if ma.otherFate(r, i) {
		return phrase.Node{}, false
	}
	if known && a.Typ == kg.Person {
		if strings.HasPrefix(d.Tokens[i].Tag, "PRP") && r.Is(vocabulary.Fatal) && ma.speaksAbove(i, a.Name) {
			return phrase.Node{}, false
		}
		return a, !hasIn(r.Verb, dying) // a named person who died was not killed
	}
	if known && ma.cast.At[i] >= 0 && a.Typ == kg.Place || strings.HasPrefix(d.Tokens[i].Tag, "PRP") {
		return phrase.Node{}, false
	}
	return ma.namelessVictims(r, i)
}

// namelessVictims takes people whom nobody names: "hundreds", "a team of observers", "12 soldiers", "Kenyans".
func (ma harmed) namelessVictims(r Rule, i int) (phrase.Node, bool) {
	d := ma.d
	of := ma.ph.Behind(i, "of")
	if many[d.Lower(i)] {
		return ma.ph.Text(i), len(of) == 0 || ma.ph.IsPerson(of[0])
	}
	if len(of) > 0 && ma.ph.IsPerson(of[0]) && ma.ph.NounType(i) == kg.Organization {
		return ma.ph.Text(i), true
	}
	_, people := ma.cast.Gaz.Demonym(d.Tokens[i].Text)
	counted := d.Tokens[i].Tag == "CD" && !ma.isYear(i) || r.Need != "people" && ma.countedBeings(i)
	if people || ma.ph.IsPerson(i) || counted {
		return phrase.Node{Name: ma.ph.Counted(i), Token: i}, true
	}
	return phrase.Node{}, false
}

// otherFate reports whether the word behind people says that something else became of them than a rule tells: of "150
// people wounded and 12 dead", 12 were not wounded.
func (ma harmed) otherFate(r Rule, i int) bool {
	if i+1 >= len(ma.d.Tokens) {
		return false
	}
	rules := ma.patterns.Adjectives[ma.d.Lower(i+1)]
	for _, fate := range rules {
		if fate.ID == r.ID {
			return false
		}
	}
	return len(rules) > 0
}

// isYear reports whether a number that the parser took for people is a year: "held since 2016 were released".
func (ma harmed) isYear(i int) bool {
	return i > 0 && dates.Year.FindString(ma.d.Tokens[i].Text) == ma.d.Tokens[i].Text && ma.d.Tokens[i-1].Tag == "IN"
}

// countedBeings reports whether a plural with a number counts those who can be killed, not places or targets.
func (ma harmed) countedBeings(i int) bool {
	if ma.ph.Number(i) < 0 || ma.d.Tokens[i].Tag != "NNS" {
		return false
	}
	return ma.cast.Words.Class(ma.d.Lemma(i), "") != "settlement" && !phrase.Targets[ma.d.Lemma(i)]
}

// speaksAbove reports whether somebody is the subject of a verb above token i: who accuses others of killing "him"
// was not killed.
func (ma *Fillers) speaksAbove(i int, name string) bool {
	for n := 0; n < 8 && ma.d.Tokens[i].Head != i; n++ {
		i = ma.d.Tokens[i].Head
		if s := ma.d.Child(i, "nsubj"); s >= 0 && ma.d.Verb(i) && ma.cast.At[s] >= 0 &&
			ma.cast.Mentions[ma.cast.At[s]].Name == name {
			return true
		}
	}
	return false
}
