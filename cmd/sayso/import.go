package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"sayso/internal/archive"
	"sayso/internal/imports"
	"sayso/internal/ingest"
	"sayso/internal/kg"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/vocabulary"
)

type importCommand struct {
	serverFlag
	As        string        `help:"What the files hold: archive (a whole graph, into an empty one), ${imported}, wikidata." default:"archive" placeholder:"FORM"`
	DryRun    bool          `help:"Tell what would be stored and what cannot be, and store nothing; not for archives."`
	Output    string        `short:"o" help:"wikidata: where the names go, for gqlserver --gazetteer." placeholder:"FILE"`
	Publisher string        `help:"Who published what does not say so itself." placeholder:"NAME"`
	Timeout   time.Duration `help:"Longest time for one record." default:"10m"`
	Patience  time.Duration `help:"How long a record is sent again while the server or its graph is not available." default:"5m"`
	Files     []string      `arg:"" help:"Files, or - for standard input." placeholder:"FILE"`
}

// Run sends what the files hold, and says how much of it there was.
func (c *importCommand) Run(t terminal) error {
	switch c.As {
	case archiveForm:
		return c.archive(t)
	case wikidataForm:
		return c.names(t)
	}
	if !slices.Contains(imports.Forms(), c.As) {
		return kg.Errorf(kg.Invalid, "there is no form called %q to import; choose one of %s, %s, %s", c.As,
			strings.Join(imports.Forms(), ", "), archiveForm, wikidataForm)
	}
	return c.foreign(t)
}

// archive sends an archive, which becomes the whole graph.
func (c *importCommand) archive(t terminal) error {
	if len(c.Files) != 1 || c.DryRun {
		return kg.Errorf(kg.Invalid, "an archive is one file, and it is imported whole into an empty graph or not at all; "+
			"for a dry run start a second server: "+
			"gqlserver --no-sample --data FOLDER")
	}
	in, size, err := c.open(t, c.Files[0])
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	request, err := http.NewRequestWithContext(t.ctx, http.MethodPost, c.address("/import"),
		&counted{in: in, size: size, err: t.err})
	if err != nil {
		return kg.Errorf(kg.Invalid, "--server %q is no address; write one such as http://127.0.0.1:8080", c.Server)
	}
	request.Header.Set("Content-Type", archive.MediaType)
	body, err := c.do(request)
	if err != nil {
		return err
	}
	defer func() { _ = body.Close() }()
	var done struct{ Nodes int }
	if err := json.NewDecoder(body).Decode(&done); err != nil {
		return kg.Because(err, kg.Unavailable, "the answer of %s broke off; import the file again", c.Server)
	}
	_, err = fmt.Fprintf(t.out, "%d nodes imported\n", done.Nodes)
	return err
}

// open opens a file, or standard input; size is -1 where it is not known.
func (c *importCommand) open(t terminal, name string) (in io.ReadCloser, size int64, err error) {
	if name == ingest.Stdin {
		return io.NopCloser(t.in), -1, nil
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, 0, kg.Errorf(kg.Invalid, "%w", err)
	}
	size = -1
	if info, err := file.Stat(); err == nil {
		size = info.Size()
	}
	return file, size, nil
}

// foreign hands over the records of other tools' files. One that cannot be taken is told with its place, and the rest
// goes on.
func (c *importCommand) foreign(t terminal) error {
	words, err := vocabulary.Load()
	if err != nil {
		return err
	}
	known, err := gazetteer.Load()
	if err != nil {
		return err
	}
	reader := imports.Reader{Words: words, Known: known, Publisher: c.Publisher}
	sender := &ingestCommand{serverFlag: c.serverFlag, Timeout: c.Timeout, Patience: c.Patience, DryRun: c.DryRun}
	total := tally{dry: c.DryRun}
	for _, name := range c.Files {
		in, _, err := c.open(t, name)
		if err != nil {
			return err
		}
		err = reader.Read(c.As, name, in, func(item imports.Item) error { return sender.imported(t, item, &total) })
		_ = in.Close()
		if kg.CodeOf(err) == kg.Invalid || kg.CodeOf(err) == kg.TooLarge {
			total.refuse(t, name, message(err))
		} else if err != nil {
			return err
		}
	}
	return total.summary(t)
}

// imported hands over one item, and tells what of it the graph cannot hold.
func (c *ingestCommand) imported(t terminal, item imports.Item, total *tally) error {
	for _, what := range item.LeftOut {
		total.leftOut++
		fmt.Fprintf(t.err, "sayso: %s: left out: %s\n", item.Place, what)
	}
	if item.Fault != nil {
		total.refuse(t, item.Place, message(item.Fault))
		return nil //nolint:nilerr // told, and what stands behind goes on
	}
	if item.Submission.Reading == nil {
		return nil
	}
	results, err := c.send(t, ingest.Found{Place: item.Place, Submission: item.Submission})
	for _, r := range results {
		total.note(t, item.Place, r)
	}
	return err
}
