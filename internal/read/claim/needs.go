package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
)

// object names an object if it is what the rule needs.
func (f *finder) object(r rule, i int) (argument, bool) {
	d := f.d
	if ent := d.Tokens[i].Ent; strings.HasPrefix(d.Tokens[i].Tag, "W") || d.Tokens[i].Tag == "EX" || strings.HasSuffix(ent, "-DATE") || strings.HasSuffix(ent, "-TIME") {
		return argument{}, false
	}
	c := filler{token: i}
	c.who, c.known = f.actor(i)
	c.where, c.isPlace = f.place(i)
	if w := d.Lower(i); c.known && !c.isPlace && landPronouns[w] && c.who.typ == kg.Place {
		c.where, c.isPlace = c.who, true
	}
	need, ok := needs[r.Need]
	if !ok {
		return argument{}, false
	}
	return need(f, r, c)
}

// filler is a noun phrase that may fill an object: whom it names, and which place.
type filler struct {
	token          int
	who, where     argument
	known, isPlace bool
}

// needs are the ways in which a rule's object is chosen, by their names in the vocabulary's patterns.
var needs map[string]func(f *finder, r rule, c filler) (argument, bool)

func init() {
	needs = map[string]func(f *finder, r rule, c filler) (argument, bool){
		"":        (*finder).entity,
		"entity":  (*finder).entity,
		"text":    (*finder).anything,
		"denied":  (*finder).denial,
		"deed":    (*finder).deed,
		"asset":   (*finder).asset,
		"figure":  (*finder).counts,
		"victims": func(f *finder, r rule, c filler) (argument, bool) { return f.victims(r, c.token, c.who, c.known) },
		"nameless victims": func(f *finder, r rule, c filler) (argument, bool) {
			if c.known && f.cast.At[c.token] >= 0 { // words and defeats hurt people with names
				return argument{}, false
			}
			return f.victims(r, c.token, c.who, c.known)
		},
		"people":             func(f *finder, r rule, c filler) (argument, bool) { return f.victims(r, c.token, c.who, c.known) },
		"place":              func(_ *finder, _ rule, c filler) (argument, bool) { return c.where, c.isPlace },
		"through":            func(_ *finder, _ rule, c filler) (argument, bool) { return c.where, c.isPlace },
		"site":               (*finder).site,
		"target":             (*finder).target,
		"actor":              (*finder).party,
		"person":             (*finder).human,
		"organization":       (*finder).company,
		"named person":       (*finder).namedPerson,
		"named organization": (*finder).namedBody,
		"addressee":          (*finder).told,
		"any": func(f *finder, _ rule, c filler) (argument, bool) {
			return argument{name: f.counted(c.token), token: c.token}, f.d.Noun(c.token)
		},
		"measure": func(f *finder, r rule, c filler) (argument, bool) {
			return argument{token: c.token}, f.measure(r, c.token)
		},
		"matter": func(f *finder, _ rule, c filler) (argument, bool) {
			return f.text(c.token), !c.known && !c.isPlace && f.d.Noun(c.token)
		},
	}
}

func (f *finder) entity(r rule, c filler) (argument, bool) {
	switch {
	case c.isPlace:
		return c.where, true
	case c.known:
		return c.who, true
	}
	t, ok := f.unnamed(c.token, true)
	if r.is(vocabulary.Firms) && firms[f.d.Lemma(c.token)] {
		t.typ = kg.Organization
	}
	return t, ok
}

func (f *finder) site(_ rule, c filler) (argument, bool) {
	if c.isPlace {
		return c.where, true
	}
	whole := f.portionOf(c.token)
	t, ok := f.somebody(whole, true)
	if whole != c.token {
		t.name = f.cast.Text(c.token)
	}
	return t, ok && f.nounType(whole) == kg.Place && f.cast.At[whole] < 0
}

func (f *finder) target(_ rule, c filler) (argument, bool) {
	switch {
	case f.whoever(c.token):
		return argument{name: f.d.Lower(c.token), token: c.token}, true
	case c.isPlace:
		return c.where, true
	case c.known && f.cast.At[c.token] >= 0:
		return c.who, true
	}
	return f.unnamed(c.token, true)
}

// party is somebody who can be dealt with: a person, a body, a state.
func (f *finder) party(_ rule, c filler) (argument, bool) {
	switch {
	case c.known:
		return c.who, true
	case c.isPlace && c.where.kind != "area":
		return c.where, true
	}
	return f.unnamed(c.token, false)
}

func (f *finder) human(_ rule, c filler) (argument, bool) {
	if !c.known {
		c.who, c.known = f.somebody(c.token, false)
	}
	return c.who, c.known && f.typeOf(c.who) == kg.Person
}

func (f *finder) namedPerson(_ rule, c filler) (argument, bool) {
	return c.who, c.known && c.who.typ == kg.Person && (f.cast.At[c.token] >= 0 || f.d.Child(c.token, "appos") >= 0)
}

func (f *finder) namedBody(_ rule, c filler) (argument, bool) {
	if a, ok := f.bodyBefore(c.token); ok {
		return a, true
	}
	if a, ok := f.chamber(c); ok {
		return a, true
	}
	return c.who, c.known && c.who.typ == kg.Organization && f.cast.At[c.token] >= 0
}

func (f *finder) company(r rule, c filler) (argument, bool) {
	if !c.known && r.is(vocabulary.Followers) && f.following(c.token) {
		return argument{name: f.brief(c.token), token: c.token}, true
	}
	if !c.known {
		c.who, c.known = f.unnamed(c.token, false)
	}
	return c.who, c.known && f.typeOf(c.who) == kg.Organization
}

// asset is what can be bought: bodies and things, no people.
func (f *finder) asset(_ rule, c filler) (argument, bool) {
	if c.known && c.who.typ == kg.Person && f.cast.At[c.token] >= 0 && f.oneWord(c.token) { // a firm by a name that the model takes for somebody's
		c.who.typ = kg.Organization
		return c.who, true
	}
	if c.known || c.isPlace {
		return c.who, c.known && c.who.typ == kg.Organization
	}
	t, ok := f.unnamed(c.token, true)
	if firms[f.d.Lemma(c.token)] {
		t.typ = kg.Organization
	}
	return t, ok && f.typeOf(t) != kg.Person
}

func (f *finder) told(_ rule, c filler) (argument, bool) {
	if !c.known && f.d.Noun(c.token) && f.toldTo(c.token) {
		return f.text(c.token), true
	}
	return f.addressee(c.token, c.who, c.known)
}

// counts takes what losses are counted in.
func (f *finder) counts(_ rule, c filler) (argument, bool) {
	d, i := f.d, c.token
	if (f.none(i) || f.hasChild(i, "any") && f.deniedAt(d.Tokens[i].Head)) && (losses[d.Lemma(i)] && len(f.behind(i, "of")) == 0 || casualties[d.Lemma(i)]) {
		return argument{token: i}, true
	}
	if t := f.nounType(i); f.none(i) && t != "" {
		return argument{token: i}, t == kg.Person || t == kg.Organization
	} else if f.none(i) && f.patterns.targets[d.Lemma(i)] {
		return argument{name: d.Lower(i), token: i}, true
	}
	if of := f.behind(i, "of"); many[d.Lower(i)] && len(of) > 0 && f.nounType(of[0]) != "" {
		return argument{token: i}, true
	} else if many[d.Lower(i)] && len(of) == 0 && f.warring(d.Tokens[i].Head) {
		return argument{name: d.Lower(i), token: i}, true
	}
	return argument{token: i}, f.number(i) >= 0 && !shares[d.Lemma(i)]
}

// warring tells whether the subject of a verb is a state or a force: what it loses uncounted are people.
func (f *finder) warring(v int) bool {
	for _, s := range f.subjectTokens(v) {
		if a, ok := f.actor(s); ok && (a.kind == "state" || a.kind == "disputed territory" || a.kind == "armed force") {
			return true
		}
	}
	return false
}

// anything takes whoever and whatever has words of its own.
func (f *finder) anything(_ rule, c filler) (argument, bool) {
	t, ok := f.deed(rule{}, c)
	return t, ok && t.name != ""
}

// deed takes what anything does, and what only points back to something: "claimed responsibility for it".
func (f *finder) deed(_ rule, c filler) (argument, bool) {
	d, i := f.d, c.token
	switch {
	case c.known:
		return c.who, true
	case c.isPlace:
		return c.where, true
	}
	return f.text(i), d.Noun(i) || d.Tokens[i].Tag == "VBG" || pointers[d.Lower(i)]
}

// denial takes what is denied: clauses too, and of a bare name no more than that something is.
func (f *finder) denial(r rule, c filler) (argument, bool) {
	d, i := f.d, c.token
	if f.cast.At[i] >= 0 && d.Child(i, "compound", "amod") < 0 { // "recognized X, which it denied": what was denied is not X
		return argument{token: i}, true
	}
	t, ok := f.deed(r, c)
	return t, ok || d.Tokens[i].Dep == "ccomp" || d.Tokens[i].Dep == "xcomp"
}

// addressee takes people, bodies and states that words can be addressed to.
func (f *finder) addressee(i int, a argument, known bool) (argument, bool) {
	if known {
		return a, true
	}
	if f.whoever(i) {
		return argument{name: f.d.Lower(i), token: i}, true
	}
	class := f.cast.Words.Class(f.d.Lemma(i), f.d.Lower(i))
	if _, people := f.cast.Gaz.Demonym(f.d.Tokens[i].Text); people || class == "unnamed" || class == "force" || class == "country" || class == "organization" || class == "company" || f.person(i) || f.nounType(i) == kg.Organization {
		return f.text(i), true
	}
	return argument{}, false
}
