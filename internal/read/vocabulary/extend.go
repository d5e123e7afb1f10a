package vocabulary

import (
	"fmt"
	"os"
	"slices"

	"sayso/internal/kg"
)

// Files are the vocabulary files that a command line names, for kong.
type Files struct {
	Vocabulary []string `help:"A YAML file of predicates to add to the vocabulary, or of more synonyms and patterns for those it has (docs/vocabulary.md); may be given several times." placeholder:"FILE" type:"path"`
}

// Entries gives the built-in entries with those of the files.
func (f Files) Entries() ([]Entry, error) { return Extend(f.Vocabulary...) }

// largestFile is how long a vocabulary file may be, in bytes.
const largestFile = 1 << 20

// Extend gives the built-in entries with what files add: predicates of their own, and synonyms and patterns of
// predicates that are already there, which are tried before the built-in ones. Errors name the file, the line and the
// field, and say what to write.
func Extend(paths ...string) ([]Entry, error) {
	builtIn, err := Entries()
	if err != nil {
		return nil, err
	}
	out := slices.Clone(builtIn)
	for _, path := range paths {
		data, err := readFile(path)
		if err != nil {
			return nil, err
		}
		records, err := source{"vocabulary " + path}.records(data)
		if err != nil {
			return nil, err
		}
		before := len(out)
		seen := map[kg.PredicateID]int{}
		for _, r := range records {
			if line, twice := seen[r.ID]; twice {
				return nil, r.from.errorf(r.line("id"), "id",
					"%s stands twice in this file, first in line %d; put the two together", r.ID, line)
			}
			seen[r.ID] = r.line("id")
			if out, err = r.ofUser().addTo(out, before); err != nil {
				return nil, err
			}
		}
	}
	return out, checkTargets(out)
}

func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, kg.Errorf(kg.Invalid, "the vocabulary cannot be read; name a file that is there: %w", err)
	case info.IsDir():
		return nil, kg.Errorf(kg.Invalid, "vocabulary %s is a folder; name the file in it", path)
	case info.Size() > largestFile:
		return nil, kg.Errorf(kg.TooLarge, "vocabulary %s has %d bytes; the most is %d, so cut it into several files", path,
			info.Size(), largestFile)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, kg.Errorf(kg.Invalid, "the vocabulary cannot be read; make it readable: %w", err)
	}
	return data, nil
}

// ofUser notes where the patterns of a record come from and fills in what a file of the user's may leave out.
func (r record) ofUser() record {
	r.Patterns = slices.Clone(r.Patterns)
	for i := range r.Patterns {
		r.Patterns[i].Source = fmt.Sprintf("%s, line %d", r.from.name, valueOf(r.node, "patterns").Content[i].Line)
	}
	return r
}

// anybody is who a predicate may have as an end unless its file says otherwise.
var anybody = []string{string(kg.Place), string(kg.Organization), string(kg.Person)}

// addTo adds the record to entries: as one of its own, or to the one of its id among the first `known`.
func (r record) addTo(entries []Entry, known int) ([]Entry, error) {
	i := slices.IndexFunc(entries, func(e Entry) bool { return e.ID == r.ID })
	if i >= 0 && i < known {
		return entries, r.extend(&entries[i])
	}
	if i >= 0 {
		return nil, r.from.errorf(r.line("id"), "id", "%s stands twice; give each predicate once", r.ID)
	}
	for _, f := range []struct{ name, value string }{{"label", r.Label}, {"means", r.Means}, {"inverse", r.Inverse}} {
		if f.value == "" {
			return nil, r.from.errorf(r.node.Line, f.name,
				"the predicate %s is new and lacks a label, a meaning or an inverse; give all three", r.ID)
		}
	}
	if r.Family == "" {
		r.Family = string(r.ID)
	}
	if len(r.Subject) == 0 {
		r.Subject = anybody
	}
	if len(r.Object) == 0 {
		r.Object = anybody
	}
	return append(entries, r.entry()), nil
}

// extend adds the record's synonyms and patterns to an entry that is there. What an entry means cannot be changed.
func (r record) extend(e *Entry) error {
	for _, f := range []struct{ name, has, wants string }{{"label", e.Label, r.Label}, {"means", e.Means, r.Means},
		{"inverse", e.Inverse, r.Inverse},
		{"family", e.Family, r.Family}, {"plover", e.PLOVER, r.PLOVER}, {"cameo", e.CAMEO, r.CAMEO}} {
		if f.wants != "" && f.wants != f.has {
			return r.from.errorf(r.line(f.name), f.name, "%s is there already with %q; leave the field out, or give a "+
				"predicate with another meaning a name of its own", r.ID, f.has)
		}
	}
	if len(r.Subject) > 0 || len(r.Object) > 0 || r.Symmetric && !e.Symmetric {
		return r.from.errorf(r.node.Line, "", "%s is there already, and its subject, object and symmetric cannot be "+
			"changed; leave them out", r.ID)
	}
	if len(r.Traits)+len(r.Idioms)+len(r.Harms)+len(r.Becomes) > 0 || r.Relation != "" {
		return r.from.errorf(r.node.Line, "", "%s is there already, and its traits, idioms, harms, becomes and relation "+
			"cannot be changed; "+
			"leave them out", r.ID)
	}
	if len(r.Synonyms) == 0 && len(r.Patterns) == 0 {
		return r.from.errorf(r.node.Line, "", "%s is there already, and this adds nothing to it; give synonyms or "+
			"patterns, or a name of its own", r.ID)
	}
	e.Synonyms = append(slices.Clone(e.Synonyms), r.Synonyms...)
	e.Patterns = append(slices.Clone(e.Patterns), r.Patterns...)
	return nil
}
