package gazetteer

import (
	"os"

	"sayso/internal/kg"
)

// Files are the files of names that a command line names, for kong.
type Files struct {
	Gazetteer []string `help:"A file of names with their Wikidata ids, as sayso import --as wikidata writes it; may be given several times." placeholder:"FILE" type:"path"`
}

// Names gives the built-in gazetteer with what the files add to it. An error of kind kg.Invalid names the file and what
// is wrong with it.
func (f Files) Names() (*Gazetteer, error) {
	known, err := Load()
	if err != nil {
		return nil, err
	}
	var more []Entry
	for _, path := range f.Gazetteer {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, kg.Errorf(kg.Invalid, "--gazetteer: %w; name a file that sayso import --as wikidata wrote", err)
		}
		entries, err := ReadNames(path, string(data))
		if err != nil {
			return nil, kg.Errorf(kg.Invalid, "--gazetteer: %w", err)
		}
		more = append(more, entries...)
	}
	if len(more) > 0 {
		known, _ = known.Extend(more)
	}
	return known, nil
}
