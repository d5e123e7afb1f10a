package match

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// Fillers chooses who and what may fill the ends of a pattern.
type Fillers struct{ Topics }

// chamber is the parliament that a noun phrase means: a state's by its own name, else its words. A member "of
// parliament for X" is one of X.
func (ma *Fillers) chamber(c filler) (phrase.Node, bool) {
	d, i := ma.d, c.token
	if ma.cast.At[i] >= 0 || !parliaments[d.Lemma(i)] || d.Tokens[i].Tag == "NNS" {
		return phrase.Node{}, false
	}
	if c.known && c.who.Typ == kg.Organization {
		return c.who, true
	}
	if up := d.Tokens[d.Tokens[i].Head].Head; d.Tokens[i].Dep == "pobj" {
		for _, o := range ma.ph.Behind(up, "for") {
			if a, ok := ma.ph.Actor(o); ok && a.Typ == kg.Organization {
				return a, true
			}
		}
	}
	if _, ok := ma.cast.Country(i); !ok {
		return phrase.Node{}, false
	}
	t := ma.ph.Text(i)
	t.Typ = kg.Organization
	return t, true
}

// isFollowing reports whether people are those who follow somebody together, by what they think or that they fight:
// "leads the conservatives".
func (ma *Fillers) isFollowing(i int) bool {
	w := ma.d.Lemma(i)
	return ma.cast.At[i] < 0 && (led[w] || ma.d.Tokens[i].Tag == "NNS" && (fighters[w] || led[ma.d.Lower(i)]))
}

// object names an object if it is what the rule needs.
func (ma *Fillers) object(r Rule, i int) (phrase.Node, bool) {
	d := ma.d
	if ent := d.Tokens[i].Ent; strings.HasPrefix(d.Tokens[i].Tag, "W") || d.Tokens[i].Tag == "EX" ||
		strings.HasSuffix(ent, "-DATE") ||
		strings.HasSuffix(ent, "-TIME") {
		return phrase.Node{}, false
	}
	c := filler{token: i}
	c.who, c.known = ma.ph.Actor(i)
	c.where, c.isPlace = ma.ph.Place(i)
	if w := d.Lower(i); c.known && !c.isPlace && landPronouns[w] && ma.cast.At[i] < 0 && c.who.Typ == kg.Place {
		c.where, c.isPlace = c.who, true
	}
	need, ok := needs[r.Need]
	if !ok {
		return phrase.Node{}, false
	}
	return need(ma, r, c)
}

// filler is a noun phrase that may fill an object: whom it names, and which place.
type filler struct {
	token          int
	who, where     phrase.Node
	known, isPlace bool
}

// needs are the ways in which a rule's object is chosen, by their names in the vocabulary's patterns.
var needs map[string]func(ma *Fillers, r Rule, c filler) (phrase.Node, bool)

func init() {
	needs = map[string]func(ma *Fillers, r Rule, c filler) (phrase.Node, bool){
		"":       (*Fillers).entity,
		"entity": (*Fillers).entity,
		"text":   (*Fillers).anything,
		"denied": (*Fillers).denial,
		"deed":   (*Fillers).deed,
		"answerable": func(ma *Fillers, r Rule, c filler) (phrase.Node, bool) {
			t, ok := ma.deed(r, c)
			return t, ok && (ma.d.Tokens[c.token].Tag == "VBG" || answers[ma.d.Lemma(c.token)] || answers[ma.d.Lower(c.token)])
		},
		"named": func(ma *Fillers, r Rule, c filler) (phrase.Node, bool) {
			t, ok := ma.party(r, c)
			return t, ok && ma.cast.At[c.token] >= 0
		},
		"law": func(ma *Fillers, _ Rule, c filler) (phrase.Node, bool) {
			return ma.ph.Text(c.token), laws[ma.d.Lemma(c.token)]
		},
		"breakable": func(ma *Fillers, _ Rule, c filler) (phrase.Node, bool) {
			return ma.ph.Text(c.token), breakable[ma.d.Lemma(c.token)]
		},
		"aircraft": func(ma *Fillers, _ Rule, c filler) (phrase.Node, bool) {
			return ma.ph.Text(c.token), aircraft[ma.d.Lemma(c.token)]
		},
		"undertaking": (*Fillers).undertaking,
		"asset":       (*Fillers).asset,
		"figure":      (*Fillers).counts,
		"victims": func(ma *Fillers, r Rule, c filler) (phrase.Node, bool) {
			return harmed{ma}.victims(r, c.token, c.who, c.known)
		},
		"nameless victims": func(ma *Fillers, r Rule, c filler) (phrase.Node, bool) {
			if c.known && (ma.cast.At[c.token] >= 0 || c.who.Typ == kg.Person) { // words and defeats hurt people with names
				return phrase.Node{}, false
			}
			return harmed{ma}.victims(r, c.token, c.who, c.known)
		},
		"people": func(ma *Fillers, r Rule, c filler) (phrase.Node, bool) {
			return harmed{ma}.victims(r, c.token, c.who, c.known)
		},
		"place":              func(_ *Fillers, _ Rule, c filler) (phrase.Node, bool) { return c.where, c.isPlace },
		"through":            func(_ *Fillers, _ Rule, c filler) (phrase.Node, bool) { return c.where, c.isPlace },
		"site":               (*Fillers).site,
		"target":             (*Fillers).target,
		"struck":             (*Fillers).struck,
		"actor":              (*Fillers).party,
		"person":             (*Fillers).human,
		"organization":       (*Fillers).company,
		"named person":       (*Fillers).namedPerson,
		"named organization": (*Fillers).namedBody,
		"addressee":          (*Fillers).told,
		"any": func(ma *Fillers, _ Rule, c filler) (phrase.Node, bool) {
			return phrase.Node{Name: ma.ph.Counted(c.token), Token: c.token}, ma.d.Noun(c.token)
		},
		"measure": func(ma *Fillers, r Rule, c filler) (phrase.Node, bool) {
			return phrase.Node{Token: c.token}, ma.isMeasure(r, c.token)
		},
		"matter": func(ma *Fillers, _ Rule, c filler) (phrase.Node, bool) {
			return ma.ph.Text(c.token), !c.known && !c.isPlace && ma.d.Noun(c.token)
		},
	}
}

// undertaking is what somebody agrees or refuses to do, in words from the verb on: of "agreed to free X if paid", "free
// X". What is named by a noun is taken as it is.
func (ma *Fillers) undertaking(r Rule, c filler) (phrase.Node, bool) {
	d, i := ma.d, c.token
	if d.Tokens[i].Tag != "VB" {
		t, ok := ma.deed(r, c)
		return t, ok && t.Name != ""
	}
	end := i + 1
	for _, t := range d.Children[i] {
		if t < i || d.Tokens[t].Dep == "cc" {
			continue
		}
		if ma.endsDeed(i, t) {
			break
		}
		end = d.Right[t]
	}
	for j := i + 2; j < end; j++ { // "open its border to X, which lies south"
		if t := d.Tokens[j].Tag; (t == "WDT" || t == "WP") && d.Tokens[j-1].Text == "," {
			end = j - 1
		}
	}
	words := strings.ReplaceAll(d.Phrase(i, end), `"`, "")
	return phrase.Node{Name: words, Token: i}, end > i+1 && end < i+tooLong
}

// endsDeed reports whether what a deed is told with ends before the part t of verb i: at a clause that says when or
// why, or at a verb that tells of something else.
func (ma *Fillers) endsDeed(i, t int) bool {
	d := ma.d
	switch d.Tokens[t].Dep {
	case "advcl", "parataxis", "punct":
		return true
	case "conj":
		return d.Tokens[t].Tag != "VB"
	case "ccomp":
		return d.Quoted[t] != d.Quoted[i]
	}
	return false
}

// tooLong is how many tokens say so much that they are no one deed.
const tooLong = 30

func (ma *Fillers) entity(r Rule, c filler) (phrase.Node, bool) {
	switch {
	case c.isPlace:
		return c.where, true
	case c.known:
		return c.who, true
	}
	t, ok := ma.ph.Unnamed(c.token, true)
	if r.Is(vocabulary.Firms) && firms[ma.d.Lemma(c.token)] {
		t.Typ = kg.Organization
	}
	return t, ok
}

func (ma *Fillers) site(_ Rule, c filler) (phrase.Node, bool) {
	if c.isPlace {
		return c.where, true
	}
	whole := ma.ph.PortionOf(c.token)
	t, ok := ma.ph.Somebody(whole, true)
	if whole != c.token {
		t.Name = ma.cast.Text(c.token)
	}
	return t, ok && ma.ph.NounType(whole) == kg.Place && ma.cast.At[whole] < 0
}

func (ma *Fillers) target(_ Rule, c filler) (phrase.Node, bool) {
	switch {
	case ma.ph.IsWhoever(c.token):
		return phrase.Node{Name: ma.d.Lower(c.token), Token: c.token}, true
	case c.isPlace:
		return c.where, c.where.Kind != "water" // "fired a missile into the Sea of X"
	case c.known && ma.cast.At[c.token] >= 0:
		return c.who, true
	}
	return ma.ph.Unnamed(c.token, true)
}

// struck is a place or thing that force is used on, by its name or by the noun for it: "the attack on the bus".
func (ma *Fillers) struck(r Rule, c filler) (phrase.Node, bool) {
	if c.isPlace && c.where.Kind == "state" && ma.cast.At[c.token] < 0 {
		return phrase.Node{}, false
	}
	return ma.site(r, c)
}

// party is somebody who can be dealt with: a person, a body, a state.
func (ma *Fillers) party(_ Rule, c filler) (phrase.Node, bool) {
	switch {
	case c.known:
		return c.who, true
	case c.isPlace && c.where.Kind != "area":
		return c.where, true
	}
	return ma.ph.Unnamed(c.token, false)
}

func (ma *Fillers) human(_ Rule, c filler) (phrase.Node, bool) {
	if !c.known {
		c.who, c.known = ma.ph.Somebody(c.token, false)
	}
	return c.who, c.known && ma.ph.TypeOf(c.who) == kg.Person
}

func (ma *Fillers) namedPerson(_ Rule, c filler) (phrase.Node, bool) {
	return c.who, c.known && c.who.Typ == kg.Person && (ma.cast.At[c.token] >= 0 || ma.d.Child(c.token, "appos") >= 0)
}

func (ma *Fillers) namedBody(_ Rule, c filler) (phrase.Node, bool) {
	if a, ok := ma.ph.BodyBefore(c.token); ok {
		return a, true
	}
	if a, ok := ma.chamber(c); ok {
		return a, true
	}
	return c.who, c.known && c.who.Typ == kg.Organization && ma.cast.At[c.token] >= 0
}

func (ma *Fillers) company(r Rule, c filler) (phrase.Node, bool) {
	if !c.known && r.Is(vocabulary.Followers) && ma.isFollowing(c.token) {
		return phrase.Node{Name: ma.ph.Brief(c.token), Token: c.token}, true
	}
	if !c.known {
		c.who, c.known = ma.ph.Unnamed(c.token, false)
	}
	return c.who, c.known && ma.ph.TypeOf(c.who) == kg.Organization
}

// asset is what can be bought: bodies and things, no people.
func (ma *Fillers) asset(_ Rule, c filler) (phrase.Node, bool) {
	if c.known && c.who.Typ == kg.Person && ma.cast.At[c.token] >= 0 &&
		ma.ph.OneWord(c.token) { // a firm by a name that the model takes for somebody's
		c.who.Typ = kg.Organization
		return c.who, true
	}
	if c.known || c.isPlace {
		return c.who, c.known && c.who.Typ == kg.Organization
	}
	t, ok := ma.ph.Unnamed(c.token, true)
	if firms[ma.d.Lemma(c.token)] {
		t.Typ = kg.Organization
	}
	return t, ok && ma.ph.TypeOf(t) != kg.Person
}

func (ma *Fillers) told(_ Rule, c filler) (phrase.Node, bool) {
	if !c.known && ma.d.Noun(c.token) && ma.toldTo(c.token) {
		return ma.ph.Text(c.token), true
	}
	return ma.addressee(c.token, c.who, c.known)
}

// addressee takes people, bodies and states that words can be addressed to.
func (ma *Fillers) addressee(i int, a phrase.Node, known bool) (phrase.Node, bool) {
	if known {
		return a, true
	}
	if ma.ph.IsWhoever(i) {
		return phrase.Node{Name: ma.d.Lower(i), Token: i}, true
	}
	_, people := ma.cast.Gaz.Demonym(ma.d.Tokens[i].Text)
	switch ma.cast.Words.Class(ma.d.Lemma(i), ma.d.Lower(i)) {
	case "unnamed", "force", "country", "organization", "company":
		people = true
	}
	if people || ma.ph.IsPerson(i) || ma.ph.NounType(i) == kg.Organization {
		return ma.ph.Text(i), true
	}
	return phrase.Node{}, false
}

// toldTo reports whether an infinitive says what the noun i, the object of a verb of urging, is to do.
func (ma *Fillers) toldTo(i int) bool {
	d := ma.d
	up := d.Tokens[i].Head
	for _, v := range []int{up, i} {
		for _, x := range d.All(v, "xcomp", "ccomp", "acl", "advcl") {
			if x > i && d.Tokens[x].Tag == "VB" && ma.ph.HasChild(x, "to") {
				return true
			}
		}
		if d.Tokens[v].Dep == "nsubj" && d.Tokens[d.Tokens[v].Head].Tag == "VB" &&
			ma.ph.HasChild(d.Tokens[v].Head, "to") {
			return true
		}
	}
	return false
}
