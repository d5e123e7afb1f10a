package phrase

import "sayso/internal/kg"

// PlainPlural reports whether a verb agrees with several.
func (ph *Nouns) PlainPlural(v int) bool {
	if ph.d.Tokens[v].Tag == "VBP" {
		return true
	}
	return ph.HasChildIn(v, pluralAuxiliaries)
}

// Antecedent is the noun that a verb's relative clause hangs on.
func (ph *Nouns) Antecedent(v int) int {
	d := ph.d
	for n := 0; n < 4; n++ {
		if d.Tokens[v].Dep == "relcl" {
			return ph.thatMeans(v, ph.whoMeans(v, ph.lastNamed(v, d.Tokens[v].Head)))
		}
		if d.Tokens[v].Head == v {
			return -1
		}
		v = d.Tokens[v].Head
	}
	return -1
}

// thatMeans is the thing whose clause the parser hung on the person named in it: "a letter to Roe that was released" is
// about the letter. It is the noun a itself where that is no person.
func (ph *Nouns) thatMeans(v, a int) int {
	d := ph.d
	that := d.Child(v, "nsubj", "nsubjpass")
	if that < 0 || d.Tokens[that].Tag != "WDT" || ph.cast.At[a] < 0 || d.Tokens[a].Dep != "pobj" ||
		ph.cast.Mentions[ph.cast.At[a]].Type != kg.Person {
		return a
	}
	if up := d.Tokens[d.Tokens[a].Head].Head; d.Noun(up) {
		return up
	}
	return a
}

// lastNamed is the last of several people whom the clause of verb v tells of, where it is of one: "X and Y, who was
// elected", parsed as of X.
func (ph *Nouns) lastNamed(v, a int) int {
	d := ph.d
	who := d.Child(v, "nsubj", "nsubjpass")
	if who < 0 || d.Lower(who) != "who" || ph.PlainPlural(v) ||
		!ph.HasChildIn(v, singularAuxiliaries) && d.Tokens[v].Tag != "VBZ" {
		return a
	}
	all := d.Coordinated(a)
	if last := all[len(all)-1]; last < who && ph.cast.At[last] >= 0 {
		return last
	}
	return a
}

// whoMeans is the person whom "who" means where the parser hung the clause of verb v on what the person works for:
// "X, a reporter for the paper who was held", is about the reporter, and so about X. It is the noun a itself where
// that may be a person.
func (ph *Nouns) whoMeans(v, a int) int {
	d := ph.d
	who := d.Child(v, "nsubj", "nsubjpass")
	if who < 0 || d.Lower(who) != "who" || d.Tokens[a].Dep != "pobj" || d.Tokens[a].Tag == "NNS" {
		return a
	}
	if ph.cast.At[a] >= 0 && ph.cast.Mentions[ph.cast.At[a]].Kind == "" {
		return a
	}
	up := d.Tokens[d.Tokens[a].Head].Head
	if typ := ph.NounType(a); typ != kg.Organization && typ != kg.Place || !d.Noun(up) ||
		ph.NounType(up) != kg.Person ||
		d.Tokens[up].Tag != "NN" {
		return a
	}
	if name := d.Tokens[up].Head; d.Tokens[up].Dep == "appos" && ph.cast.At[up] < 0 && ph.cast.At[name] >= 0 &&
		ph.NounType(name) == kg.Person {
		return name
	}
	return up
}
