package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"sayso/internal/imports"
	"sayso/internal/kg"
	"sayso/internal/read/gazetteer"
)

// wikidataForm is the one form that does not go to a server: names are read at its start.
const wikidataForm = "wikidata"

// names reads extracts of Wikidata, says what they add to what is known, and writes a file of names for gqlserver
// --gazetteer.
func (c *importCommand) names(t terminal) error {
	if c.Output == "" && !c.DryRun {
		return kg.Errorf(kg.Invalid, "names are read when a server starts: write them with --output names.tsv, then start "+
			"it with gqlserver --gazetteer names.tsv (or give --dry-run)")
	}
	known, err := gazetteer.Load()
	if err != nil {
		return err
	}
	var entries []gazetteer.Entry
	refused := 0
	for _, name := range c.Files {
		in, _, err := c.open(t, name)
		if err != nil {
			return err
		}
		err = imports.Names(name, in, func(n imports.Name) error {
			if n.Fault != nil {
				refused++
				fmt.Fprintf(t.err, "sayso: %s\n", message(n.Fault))
				return nil //nolint:nilerr // told, and what stands behind goes on
			}
			entries = append(entries, n.Entry)
			return nil
		})
		_ = in.Close()
		if err != nil {
			return err
		}
	}
	_, done := known.Extend(entries)
	for _, clash := range done.Clashes {
		fmt.Fprintf(t.err, "sayso: %q leads to somebody else already, or to several: left out\n", clash)
	}
	if !c.DryRun {
		if err := writeNames(c.Output, entries); err != nil {
			return err
		}
	} else {
		fmt.Fprint(t.out, "would be: ")
	}
	fmt.Fprintf(t.out, "%d new, %d known, %d refused; %d names left out\n", done.New, done.Known, refused,
		len(done.Clashes))
	if refused > 0 {
		return kg.Errorf(kg.Invalid, "%d items were refused", refused)
	}
	return nil
}

// writeNames writes a file of names, beside its place first.
func writeNames(path string, entries []gazetteer.Entry) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".part-*")
	if err != nil {
		return kg.Errorf(kg.Invalid, "%w", err)
	}
	defer func() { _ = os.Remove(file.Name()) }() // fails, as it should, after the rename
	_, err = io.WriteString(file, gazetteer.NamesHeader+"\n")
	for _, e := range entries {
		if err == nil {
			_, err = io.WriteString(file, e.Line()+"\n")
		}
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	return err
}
