package gazetteer

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"sayso/internal/kg"
)

// Extended is what came of adding entries.
type Extended struct {
	New int // entries that were not known
	// entries that were known, by Wikidata id or by name, type and kind, and may have gained names or an id
	Known   int
	Clashes []string // names that lead to somebody else of that type already and lead there still
}

// Extend gives a gazetteer that knows more; nothing of what is known changes its meaning. A name that two of the new
// entries of one type share leads to neither.
func (g *Gazetteer) Extend(more []Entry) (*Gazetteer, Extended) {
	out := &Gazetteer{entries: slices.Clone(g.entries), byName: map[string][]int{}, exact: map[string]bool{},
		demonym: map[string]int{},
		people:  map[string]int{}, capitals: map[string]int{}, weak: map[string]bool{}, longest: map[string]int{},
		added: map[string]bool{}}
	maps.Copy(out.added, g.added)
	var done Extended
	doubled, known := shared(more), places{}
	for i, e := range out.entries {
		known.add(e, i)
	}
	for _, e := range more {
		at := known.find(e, out.entries)
		e, clashes := g.unclaimed(e, at, doubled)
		done.Clashes = append(done.Clashes, clashes...)
		switch {
		case at >= 0:
			done.Known++
			have := &out.entries[at]
			have.Aliases, have.Names = append(slices.Clone(have.Aliases), e.Aliases...),
				append(slices.Clone(have.Names), e.Names...)
			if have.WikidataID == "" {
				have.WikidataID = e.WikidataID
				known.add(*have, at)
			}
		case e.Name != "":
			done.New++
			known.add(e, len(out.entries))
			out.entries = append(out.entries, e)
		}
		out.note(e, g.exact)
	}
	bare := make([][]string, len(out.entries))
	for i, e := range out.entries {
		bare[i] = e.Bare
	}
	out.index(bare)
	return out, done
}

// places are where entries stand, by Wikidata id and type, and by name, type and kind, in their order.
type places map[string][]int

func (p places) add(e Entry, at int) {
	for _, key := range []string{byID(e), byName(e)} {
		if key != "" && !slices.Contains(p[key], at) {
			p[key] = append(p[key], at)
		}
	}
}

// find gives the place of the entry that another one is about, -1 for none.
func (p places) find(e Entry, entries []Entry) int {
	if at := p[byID(e)]; e.WikidataID != "" && len(at) > 0 {
		return at[0]
	}
	for _, at := range p[byName(e)] {
		if entries[at].WikidataID == "" || e.WikidataID == "" {
			return at
		}
	}
	return -1
}

// byID is a key that no name has; "" for an entry without an id.
func byID(e Entry) string {
	if e.WikidataID == "" {
		return ""
	}
	return "\x00" + e.WikidataID + "\x00" + string(e.Type)
}

func byName(e Entry) string { return Key(e.Name) + "\x00" + string(e.Type) + "\x00" + e.Kind }

// note keeps which names of one word an entry brings to those of a gazetteer.
func (g *Gazetteer) note(e Entry, have map[string]bool) {
	for _, n := range slices.Concat([]string{e.Name}, e.Aliases) {
		if key := Key(n); key != "" && !strings.ContainsAny(n, " -") && !have[key] {
			g.added[key] = true
		}
	}
}

// Added reports whether a name of one word is none of the built-in ones. It may be a common word too ("Reading",
// "Mobile"), so that it holds only where a text shows a name.
func (g *Gazetteer) Added(name string) bool { return g.added[Key(name)] }

// shared are the names that more than one entry of a type has, by type and key.
func shared(all []Entry) map[string]bool {
	first, out := map[string]int{}, map[string]bool{}
	for i, e := range all {
		for _, n := range slices.Concat([]string{e.Name}, e.Aliases, e.Names) {
			key := string(e.Type) + " " + Key(n)
			if j, ok := first[key]; ok && j != i {
				out[key] = true
			}
			first[key] = i
		}
	}
	return out
}

// unclaimed takes away the names of an entry that lead to another one already, or to several. Without its first name it
// is none.
func (g *Gazetteer) unclaimed(e Entry, at int, doubled map[string]bool) (Entry, []string) {
	var clashes []string
	taken := func(name string) bool {
		key := Key(name)
		clash := key == "" || doubled[string(e.Type)+" "+key] || g.weak[name]
		for _, i := range g.byName[key] {
			clash = clash || g.entries[i].Type == e.Type && i != at
		}
		if clash {
			clashes = append(clashes, name)
		}
		return clash
	}
	e.Aliases, e.Names = slices.DeleteFunc(slices.Clone(e.Aliases), taken), slices.DeleteFunc(slices.Clone(e.Names), taken)
	if at < 0 && taken(e.Name) {
		e.Name = ""
	}
	return e, clashes
}

// NamesHeader is the first line of a file of names: sayso import --as wikidata writes such files, ReadNames reads them.
const NamesHeader = "# name\ttype\tkind\twikidata\taliases\tnames in other scripts"

// Line writes an entry as a line of a file of names.
func (e Entry) Line() string {
	return strings.Join([]string{
		e.Name, string(e.Type), e.Kind, e.WikidataID, strings.Join(e.Aliases, "|"), strings.Join(e.Names, "|"),
	}, "\t")
}

// ReadNames reads the entries of a file of names.
func ReadNames(file, data string) ([]Entry, error) {
	var out []Entry
	var bad error
	err := rows(file, strings.ReplaceAll(data, "\r\n", "\n"), 6, func(c []string) {
		e := Entry{
			Name: c[0], Type: kg.EntityType(c[1]), Kind: c[2], WikidataID: c[3], Aliases: list(c[4]), Names: list(c[5]),
		}
		if bad == nil && (Key(e.Name) == "" || !slices.Contains(kg.EntityTypes(), e.Type)) {
			bad = fmt.Errorf("gazetteer: %s: %q is no name of a Person, an Organization or a Place", file, e.Name)
		}
		out = append(out, e)
	})
	if err != nil {
		return nil, err
	}
	return out, bad
}
