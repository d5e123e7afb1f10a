package gazetteer

import (
	"strings"
	"sync"

	"sayso/internal/kg"
)

// Entry is one known actor.
type Entry struct {
	Name string        // canonical
	Type kg.EntityType // Place or Organization
	// state, region, disputed territory, settlement, area, water, international body, outlet, channel, armed force,
	// government, company, party, group
	Kind       string
	WikidataID string   // "" when not known for certain
	In         string   // the state or region it lies in or belongs to; "" for none
	Aliases    []string // other names in Latin script
	Names      []string // names in other scripts
	Adjectives []string // "Ukrainian"
	People     []string // "Ukrainians"
	Capital    string   // of a state or territory
	Bare       []string // shorter names that can mean it too, though they are first the name of something else
}

// Gazetteer finds entries by name. It is read-only and safe for concurrent use.
type Gazetteer struct {
	entries  []Entry
	byName   map[string][]int // names and aliases, then bare names that can also mean the entry
	exact    map[string]bool  // keys that are names or aliases, not only bare names
	demonym  map[string]int
	people   map[string]int
	capitals map[string]int
	weak     map[string]bool
	added    map[string]bool // keys of names of one word that Extend brought
	longest  map[string]int  // first word of a name -> most words that a name starting with it has
}

var load = sync.OnceValues(parseAll)

// Load gives the built-in gazetteer. It is read once; later calls give the same value.
func Load() (*Gazetteer, error) { return load() }

// Key folds a name for look-ups: kg.FoldName without the full stops of abbreviations.
func Key(name string) string { return kg.FoldName(strings.ReplaceAll(name, ".", "")) }

// All lists every entry; treat it as read-only.
func (g *Gazetteer) All() []Entry { return g.entries }

// Lookup finds the first entry of type t (any type when t is "") that goes by the name.
func (g *Gazetteer) Lookup(name string, t kg.EntityType) (Entry, bool) {
	key := Key(name)
	if !g.exact[key] {
		return Entry{}, false
	}
	for _, i := range g.byName[key] {
		if (t == "" || g.entries[i].Type == t) && sameCase(g.entries[i], name, key) {
			return g.entries[i], true
		}
	}
	return Entry{}, false
}

// Senses lists everything the name can mean, what bears the very name first: "Donetsk" is a city, an oblast and a
// "People's Republic".
func (g *Gazetteer) Senses(name string) []Entry {
	var out []Entry
	for _, i := range g.byName[Key(name)] {
		out = append(out, g.entries[i])
	}
	return out
}

// AlsoMeans reports whether the name of a place can mean another place that calls itself a state: "Western Sahara".
func (g *Gazetteer) AlsoMeans(name string) bool {
	for _, e := range g.Senses(name) {
		if e.Name != name && e.Kind == "disputed territory" {
			return true
		}
	}
	return false
}

// Demonym finds the place an adjective or a people belongs to: "Ukrainian", "Britons". It minds case: "polish" is no
// demonym.
func (g *Gazetteer) Demonym(word string) (Entry, bool) {
	if i, ok := g.demonym[word]; ok {
		return g.entries[i], true
	}
	return Entry{}, false
}

// People finds the place whose people the word names: "Saudis".
func (g *Gazetteer) People(word string) (Entry, bool) {
	if i, ok := g.people[word]; ok {
		return g.entries[i], true
	}
	return Entry{}, false
}

// CapitalOf finds the state or territory that a city is the capital of.
func (g *Gazetteer) CapitalOf(city string) (Entry, bool) {
	if i, ok := g.capitals[Key(city)]; ok {
		return g.entries[i], true
	}
	return Entry{}, false
}

// Weak reports whether the name is also a common word or a surname, so that it proves nothing by itself.
func (g *Gazetteer) Weak(name string) bool { return g.weak[name] }

// Longest gives the number of words of the longest name that starts with the word, 0 when none does.
func (g *Gazetteer) Longest(firstWord string) int { return g.longest[Key(firstWord)] }

// sameCase keeps "us" and "who" apart from US and WHO: a name in capitals must be written in capitals.
func sameCase(e Entry, name, key string) bool {
	for _, n := range append([]string{e.Name}, e.Aliases...) {
		if Key(n) != key {
			continue
		}
		if strings.ToUpper(n) != n || len([]rune(n)) > 6 || strings.ToUpper(name) == name {
			return true
		}
	}
	for _, n := range e.Names {
		if Key(n) == key {
			return true
		}
	}
	return false
}
