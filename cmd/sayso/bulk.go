package main

import (
	"fmt"
	"io"
	"os"

	"sayso/internal/bulk"
	"sayso/internal/kg"
)

type bulkCommand struct {
	File  string `arg:"" help:"An archive that sayso export archive wrote, or - for standard input." placeholder:"FILE"`
	Data  string `help:"The data folder of the server that will serve the graph (gqlserver --data); it must have no graph." placeholder:"DIR"`
	Prove bool   `help:"Prove what always holds, as sayso check does, before the graph gets its place."`
}

// Help is shown below the flags.
func (c *bulkCommand) Help() string {
	return "Neo4j's own importer builds the graph while no server runs on the folder, many times as fast as sayso " +
		"import where it is large, and the same to the letter. All of it is loaded or nothing: after an error, a kill or a " +
		"full disk the folder has no graph as before, and the command begins anew. The disk must have room for three " +
		"times the archive. Neo4j must be the one that gqlserver starts itself; into another one, sayso import takes " +
		"archives."
}

// Run loads the archive and says how much it held.
func (c *bulkCommand) Run(t terminal) error {
	data := c.Data
	if data == "" {
		var err error
		if data, err = dataFolder(); err != nil {
			return err
		}
	}
	in, size := io.NopCloser(t.in), int64(-1)
	if c.File != "-" {
		file, err := os.Open(c.File)
		if err != nil {
			return kg.Errorf(kg.Invalid, "%w", err)
		}
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
			size = info.Size()
		}
		in = file
	}
	defer func() { _ = in.Close() }()
	counts, err := bulk.Load(t.ctx, bulk.Options{Data: data, Archive: &counted{in: in, size: size, err: t.err}, Size: size,
		Prove: c.Prove, Tell: func(line string) { fmt.Fprintln(t.err, line) }})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(t.out, "%s loaded into %s; start the server: gqlserver --data %s\n", counts, data, data)
	return err
}
