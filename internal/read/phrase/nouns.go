package phrase

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/lang/en"
	"sayso/internal/read/mention"
)

// Nouns tells what nouns stand for and what stands behind them.
type Nouns struct {
	Tree
	cast *mention.Cast
}

// Names gives those of some tokens that are names.
func (ph *Nouns) Names(tokens []int) []int {
	var out []int
	for _, t := range tokens {
		if ph.cast.At[t] >= 0 {
			out = append(out, t)
		}
	}
	return out
}

// isProduct reports whether the name of a firm only begins that of something it makes: "a Boeing 757".
func (ph *Nouns) isProduct(i int) bool {
	k := ph.cast.At[i]
	if k < 0 || ph.cast.Mentions[k].Type != kg.Organization || ph.cast.Mentions[k].End >= len(ph.d.Tokens) {
		return false
	}
	next := ph.cast.Mentions[k].End
	t := ph.d.Tokens[next]
	digits := strings.IndexFunc(t.Text, func(r rune) bool { return r < '0' || r > '9' }) < 0
	joined := t.Head == i || ph.d.Tokens[i].Head == next
	if t.Tag != "CD" || strings.HasSuffix(t.Ent, "-DATE") {
		return false
	}
	return digits && joined && ph.d.Sentence[next] == ph.d.Sentence[i]
}

// HasRole reports whether the text gives somebody a title of its own.
func (ph *Nouns) HasRole(name string) bool {
	for _, r := range ph.cast.Roles {
		if ph.cast.Mentions[r.Person].Name == name && r.Class != "none" {
			return true
		}
	}
	return false
}

// TitleWord reports whether a word may be a title.
func (ph *Nouns) TitleWord(i int) bool { return ph.cast.Words.Titles[ph.d.Lower(i)] != "" }

// mentionOf is the name that a token is in, -1 for none.
func (ph *Nouns) mentionOf(token int) int {
	if token < 0 {
		return -1
	}
	return ph.cast.At[token]
}

// IsTitle reports whether a noun is the title of an office or of who leads something.
func (ph *Nouns) IsTitle(i int) bool {
	class := ph.cast.Words.Titles[ph.d.Lemma(i)]
	return ph.d.Noun(i) && ph.cast.At[i] < 0 && (class == "office" || class == "leads")
}

// IsCivilian reports whether somebody is neither a state nor a force.
func (ph *Nouns) IsCivilian(a Node) bool {
	if a.Token < 0 || a.Kind == "state" || a.Kind == "armed force" || a.Kind == "disputed territory" {
		return false
	}
	class := ph.cast.Words.Class(ph.d.Lemma(a.Token), ph.d.Lower(a.Token))
	return class != "force" && ph.TypeOf(a) == kg.Person
}

// Adjective reports whether the country of a noun comes from a demonym before it and not from a name of the place
// attacked.
func (ph *Nouns) Adjective(n int) bool {
	d := ph.d
	for _, c := range d.All(n, "amod", "compound", "nmod") {
		if ph.cast.At[c] < 0 {
			return true
		}
		if m := ph.cast.Mentions[ph.cast.At[c]]; m.Kind == "state" && d.Words(m.Span) != m.Name { // "U.S. strikes"
			return true
		}
	}
	return false
}

// nounTypes says what kind of actor or place a common noun stands for. A noun in two lists has the type of the first.
var nounTypes = func() map[string]kg.EntityType {
	out := map[string]kg.EntityType{}
	for _, list := range []struct {
		file string
		typ  kg.EntityType
	}{{"people", kg.Person}, {"bodies", kg.Organization}, {"assets", kg.Place}, {"targets", kg.Place}} {
		for _, w := range en.Words("phrase/" + list.file + ".txt") {
			if out[w] == "" {
				out[w] = list.typ
			}
		}
	}
	return out
}()

// Targets are the nouns for what force is used on.
var Targets = SetOf(en.Words("phrase/targets.txt"))

// TypeOf is the type of who or what an argument stands for: "a court in Zurich" is an organization though it has no
// name here, "gunmen" are persons. It is "" for other words.
func (ph *Nouns) TypeOf(a Node) kg.EntityType {
	if a.Typ != "" || a.Token < 0 {
		return a.Typ
	}
	return ph.NounType(a.Token)
}

// endsInPerson reports whether a noun has the ending of one for people: "oilmen".
func (ph *Nouns) endsInPerson(i int) bool {
	if !ph.d.Noun(i) || ph.d.Tokens[i].Pos == "PROPN" {
		return false
	}
	w := ph.d.Lower(i)
	for _, end := range personEndings {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// NounType is the type of what a common noun stands for, "" when it is neither somebody nor a place.
func (ph *Nouns) NounType(i int) kg.EntityType {
	d := ph.d
	if ph.cast.At[i] >= 0 {
		return ph.cast.Mentions[ph.cast.At[i]].Type
	}
	if typ := nounTypes[d.Lemma(i)]; typ != "" {
		return typ
	}
	if typ := nounTypes[d.Lower(i)]; typ != "" {
		return typ
	}
	if typ, ok := ph.typeCounted(i); ok {
		return typ
	}
	if ph.endsInPerson(i) {
		return kg.Person
	}
	switch ph.cast.Words.Class(d.Lemma(i), d.Lower(i)) {
	case "organization", "company", "outlet", "force":
		return kg.Organization
	case "unnamed":
		return kg.Person
	case "region", "settlement", "country":
		return kg.Place
	}
	if _, title := ph.cast.Words.Titles[d.Lemma(i)]; title {
		return kg.Person
	}
	if _, people := ph.cast.Gaz.Demonym(d.Tokens[i].Text); people && d.Noun(i) {
		return kg.Person
	}
	return ""
}

// typeCounted is the type of what a number or a part is one of: "thousands of farmers", "one of the firms".
func (ph *Nouns) typeCounted(i int) (typ kg.EntityType, ok bool) {
	d := ph.d
	if !many[d.Lower(i)] && d.Tokens[i].Tag != "CD" && d.Lemma(i) != "one" && !portionPronouns[d.Lower(i)] {
		return "", false
	}
	if of := ph.Behind(i, "of"); len(of) > 0 {
		return ph.NounType(of[0]), true
	}
	return kg.Person, ph.isCrowd(i)
}

// isCrowd reports whether a number in the plural that acts stands for people: "thousands marched", "tens of thousands".
func (ph *Nouns) isCrowd(i int) bool {
	d := ph.d
	if d.Tokens[i].Tag != "NNS" || !many[d.Lower(i)] {
		return false
	}
	if prep := d.Tokens[i].Head; d.Tokens[i].Dep == "pobj" && d.Lower(prep) == "of" && many[d.Lower(d.Tokens[prep].Head)] {
		i = d.Tokens[prep].Head
	}
	return d.Tokens[i].Dep == "nsubj"
}

// IsPerson reports whether a common noun stands for people.
func (ph *Nouns) IsPerson(i int) bool { return ph.NounType(i) == kg.Person }

// Behind gives the coordinated objects of a preposition under i; "of" under a particle counts ("out of").
func (ph *Nouns) Behind(i int, preposition string) []int {
	d := ph.d
	for _, p := range d.All(i, "prep", "dative", "agent") {
		if d.Lower(p) == preposition {
			o := d.Child(p, "pobj")
			if o >= 0 && d.Tokens[o].Tag == "WDT" && d.Verb(i) { // "X, with which Y cut ties"
				if a := ph.Antecedent(i); a >= 0 {
					return d.Coordinated(a)
				}
			}
			if o >= 0 && !ph.isTime(o) {
				return d.Coordinated(o)
			}
		}
		for _, q := range d.All(p, "prep") {
			if d.Lower(q) == preposition {
				if o := d.Child(q, "pobj"); o >= 0 {
					return d.Coordinated(o)
				}
			}
		}
	}
	return nil
}

// PortionOf gives what a noun is a portion of; the noun itself where it is none.
func (ph *Nouns) PortionOf(i int) int {
	if ph.cast.At[i] >= 0 || !portions[ph.d.Lemma(i)] && !portions[ph.d.Lower(i)] {
		return i
	}
	for _, p := range ph.d.All(i, "prep") {
		if o := ph.d.Child(p, "pobj"); ph.d.Lower(p) == "of" && o > i {
			return o
		}
	}
	return i
}

// Named reports whether a name is one of somebody or something in the text.
func (ph *Nouns) Named(name string) bool {
	for _, m := range ph.cast.Mentions {
		if m.Name == name {
			return true
		}
	}
	return false
}

// IsNobody reports whether a token says that there is none: "no one", "nobody", "none".
func (ph *Nouns) IsNobody(i int) bool {
	switch w := ph.d.Lower(i); {
	case nobodyWords[w]:
		return true
	case noneWords[w]:
		return len(ph.Behind(i, "of")) == 0
	case w == "one":
		det := ph.d.Child(i, "det")
		return det >= 0 && ph.d.Lower(det) == "no"
	}
	return false
}

// OneWord reports whether the name at token i is a single word.
func (ph *Nouns) OneWord(i int) bool {
	m := ph.cast.Mentions[ph.cast.At[i]]
	return m.End-m.First == 1 && m.Entry == nil && !strings.Contains(m.Name, " ")
}

// IsWhoever reports whether a token is "anyone", of whom something may be denied.
func (ph *Nouns) IsWhoever(i int) bool {
	w := ph.d.Lower(i)
	return whoevers[w]
}

// IsDefinite reports whether a noun has "the", "this", "that" or an owner before it.
func (ph *Nouns) IsDefinite(i int) bool {
	for _, c := range ph.d.Children[i] {
		if definiteWords[ph.d.Lower(c)] {
			if c < i {
				return true
			}
		}
	}
	p := ph.d.Child(i, "poss")
	return p >= 0 && ph.cast.At[p] >= 0
}
