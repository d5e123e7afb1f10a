package gazetteer

import (
	_ "embed"
	"fmt"
	"strings"

	"sayso/internal/kg"
)

//go:embed data/countries.tsv
var countries string

//go:embed data/territories.tsv
var territories string

//go:embed data/cities.tsv
var cities string

//go:embed data/organizations.tsv
var organizations string

//go:embed data/weak.txt
var weak string

func parseAll() (*Gazetteer, error) {
	g := &Gazetteer{byName: map[string][]int{}, exact: map[string]bool{}, demonym: map[string]int{},
		people:   map[string]int{},
		capitals: map[string]int{}, weak: map[string]bool{}, longest: map[string]int{}}
	var bare [][]string // per entry, the bare names that can also mean it
	add := func(e Entry, meantBy ...string) {
		e.Bare = meantBy
		g.entries = append(g.entries, e)
		bare = append(bare, meantBy)
	}
	err := rows("countries.tsv", countries, 7, func(c []string) {
		add(Entry{Name: c[0], Type: kg.Place, Kind: "state", WikidataID: c[1], Adjectives: list(c[2]),
			People:  peopleOf(c[2], c[3]),
			Capital: c[4], Aliases: list(c[5]), Names: list(c[6])})
	})
	if err != nil {
		return nil, err
	}
	err = rows("cities.tsv", cities, 4, func(c []string) {
		add(Entry{Name: c[0], Type: kg.Place, Kind: "settlement", In: c[1], Aliases: list(c[2]), Names: list(c[3])})
	})
	if err != nil {
		return nil, err
	}
	err = rows("territories.tsv", territories, 10, func(c []string) {
		add(Entry{Name: c[0], Type: kg.Place, Kind: c[1], In: c[2], WikidataID: c[3], Adjectives: list(c[4]),
			People:  peopleOf(c[4], c[5]),
			Capital: c[6], Aliases: list(c[7]), Names: list(c[9])}, list(c[8])...)
	})
	if err != nil {
		return nil, err
	}
	err = rows("organizations.tsv", organizations, 6, func(c []string) {
		add(Entry{
			Name: c[0], Type: kg.Organization, Kind: c[1], In: c[2], WikidataID: c[3], Aliases: list(c[4]), Names: list(c[5]),
		})
	})
	if err != nil {
		return nil, err
	}
	for len(bare) < len(g.entries) {
		bare = append(bare, nil)
	}
	g.addCapitals()
	for len(bare) < len(g.entries) {
		bare = append(bare, nil)
	}
	g.index(bare)
	return g, nil
}

// addCapitals gives every capital that cities.tsv lacks an entry of its own.
func (g *Gazetteer) addCapitals() {
	have := map[string]bool{}
	for _, e := range g.entries {
		if e.Kind == "settlement" {
			have[Key(e.Name)] = true
		}
	}
	for _, e := range g.entries {
		if e.Capital != "" && !have[Key(e.Capital)] {
			have[Key(e.Capital)] = true
			g.entries = append(g.entries, Entry{Name: e.Capital, Type: kg.Place, Kind: "settlement", In: e.Name})
		}
	}
}

func (g *Gazetteer) index(bare [][]string) {
	for i, e := range g.entries {
		g.addName(e.Name, i)
	}
	for i, e := range g.entries {
		for _, a := range append(append([]string{}, e.Aliases...), e.Names...) {
			g.addName(a, i)
		}
		for _, a := range e.Adjectives {
			setOnce(g.demonym, a, i)
		}
		for _, p := range e.People {
			setOnce(g.demonym, p, i)
			setOnce(g.people, p, i)
		}
	}
	for i, names := range bare {
		for _, n := range names {
			g.byName[Key(n)] = append(g.byName[Key(n)], i)
		}
	}
	for i, e := range g.entries {
		if e.Capital == "" || e.Kind == "region" {
			continue
		}
		setOnce(g.capitals, Key(e.Capital), i)
		for _, j := range g.byName[Key(e.Capital)] {
			if g.entries[j].Kind == "settlement" {
				for _, a := range append(append([]string{}, g.entries[j].Aliases...), g.entries[j].Names...) {
					setOnce(g.capitals, Key(a), i)
				}
			}
		}
	}
	for _, w := range strings.Split(weak, "\n") {
		if w = strings.TrimSpace(w); w != "" && w[0] != '#' {
			g.weak[w] = true
		}
	}
}

func (g *Gazetteer) addName(name string, i int) {
	key := Key(name)
	if key == "" {
		return
	}
	for _, have := range g.byName[key] {
		if have == i {
			return
		}
	}
	g.byName[key] = append(g.byName[key], i)
	g.exact[key] = true
	words := strings.Fields(key)
	g.longest[words[0]] = max(g.longest[words[0]], len(words))
}

func setOnce(m map[string]int, key string, i int) {
	if _, have := m[key]; !have && key != "" {
		m[key] = i
	}
}

// rows calls each with the cells of every line that is no comment.
func rows(file, data string, width int, each func([]string)) error {
	for n, line := range strings.Split(data, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != width {
			return fmt.Errorf("gazetteer: %s line %d has %d cells, give it %d separated by tabs", file, n+1, len(cells), width)
		}
		each(cells)
	}
	return nil
}

func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

// peopleOf gives the plurals of a people: those listed, else the first adjective with an s.
func peopleOf(adjectives, people string) []string {
	if people != "" {
		return list(people)
	}
	if a := list(adjectives); len(a) > 0 {
		return []string{a[0] + "s"}
	}
	return nil
}
