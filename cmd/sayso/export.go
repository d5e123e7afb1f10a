package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/cenkalti/backoff/v5"

	"sayso/graph/operations"
	"sayso/internal/export"
	"sayso/internal/kg"
)

// archiveForm is the one form that holds the whole graph and can be imported.
const archiveForm = "archive"

type exportCommand struct {
	serverFlag
	Form     string        `arg:"" help:"archive: the whole graph, without loss, for sayso import. Or statements as ${forms}."`
	Output   string        `short:"o" help:"The file; - for standard output." default:"-" placeholder:"FILE"`
	Where    string        `help:"Which statements, as in GraphQL: {\"speaker\": {\"called\": \"Putin\"}}." placeholder:"JSON"`
	Actor    []string      `help:"Only statements that the actor of this name makes or that name it." placeholder:"NAME"`
	Since    string        `help:"Only statements of this day or later." placeholder:"DATE"`
	Until    string        `help:"Only statements of this day or earlier." placeholder:"DATE"`
	Lapsed   bool          `help:"Also what was retracted or corrected."`
	Resume   bool          `help:"Go on with what a run before has left unfinished."`
	Timeout  time.Duration `help:"Longest time to wait for a page." default:"60s"`
	Patience time.Duration `help:"How long a page is asked for again that the server cannot give just now." default:"2m"`
}

// Run writes the file.
func (c *exportCommand) Run(t terminal) error {
	if c.Resume && c.Output == "-" {
		return kg.Errorf(kg.Invalid, "standard output keeps nothing to go on with; name a file with --output")
	}
	if c.Form == archiveForm {
		if c.Where != "" || len(c.Actor) > 0 || c.Since != "" || c.Until != "" {
			return kg.Errorf(kg.Invalid, "an archive is the whole graph; for a part of it choose one of %s",
				strings.Join(export.Names(), ", "))
		}
		return c.fetchArchive(t)
	}
	if extension, _, _ := export.Describe(c.Form); extension == "" {
		return kg.Errorf(kg.Invalid, "there is no export called %q; choose archive or one of %s", c.Form,
			strings.Join(export.Names(), ", "))
	}
	which, err := c.selection()
	if err != nil {
		return err
	}
	if c.Output == "-" {
		return export.Copy(t.ctx, t.out, c.Form, operations.Export, c.asking(t), which)
	}
	return c.replace(t, which)
}

// replace fetches the statements into a part beside the file, makes the file of it, and puts it into its place once it
// is whole. The part of an export that broke off stays.
func (c *exportCommand) replace(t terminal, which export.Selection) (err error) {
	if c.Output, err = destination(c.Output); err != nil {
		return err
	}
	fetched, err := openPart(c.Output+".part", which, c.Resume)
	if err != nil {
		return err
	}
	defer func() {
		keep := err != nil && fetched.statements > 0
		if closed := fetched.close(keep); err == nil {
			err = closed
		}
		if keep {
			err = fetched.kept(t, err)
		} else if errors.Is(err, syscall.ENOSPC) {
			err = kg.Errorf(kg.Unavailable, "%w; make room on the disk, or give another --output", err)
		}
	}()
	if err := fetched.fetch(c, t); err != nil {
		return err
	}
	return c.convert(t, fetched)
}

// kept says of an error what is kept all the same, and how it is gone on with.
func (p *part) kept(t terminal, err error) error {
	code, why, how := kg.CodeOf(err), message(err), "give --resume to go on with them"
	switch {
	case t.ctx.Err() != nil:
		code, why = kg.Unavailable, "the export was stopped"
	case code == kg.Conflict:
		how = "nothing was changed in them"
	case code == kg.Invalid:
		how = "if --resume leads here again, begin anew without it"
	case errors.Is(err, syscall.ENOSPC):
		how = "make room on the disk, and give --resume to go on with them"
	}
	return kg.Because(err, code, "%s; %d statements are kept in %s: %s", why, p.statements, p.file.Name(), how)
}

// convert makes the file of what was fetched.
func (c *exportCommand) convert(t terminal, fetched *part) (err error) {
	made := fetched.file.Name() + ".new"
	if err := os.Remove(made); err != nil && !errors.Is(err, fs.ErrNotExist) { // of a run that was killed
		return kg.Errorf(kg.Invalid, "%w", err)
	}
	file, err := os.OpenFile(made, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666) //nolint:gosec // as the user's mask says
	if err != nil {
		return kg.Errorf(kg.Invalid, "%w", err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(made)
		}
	}()
	buffered := bufio.NewWriterSize(file, 1<<20)
	err = export.Convert(buffered, c.Form, fetched.pages(t.ctx))
	if err = errors.Join(err, buffered.Flush(), file.Close()); err != nil {
		return err
	}
	return os.Rename(made, c.Output)
}

// asking carries out the requests of an export. What the server cannot answer just now is asked again, with growing
// pauses, until --patience is over. A server that has not answered once is not waited for: the address may be wrong.
func (c *exportCommand) asking(t terminal) export.Request {
	reached := false
	return func(ctx context.Context, document string, variables map[string]any, data any) error {
		try := func() (any, error) {
			err := c.queryOnce(ctx, c.Timeout, document, variables, data)
			code := kg.CodeOf(err)
			if err != nil && code != kg.Timeout && (code != kg.Unavailable || !reached) {
				err = backoff.Permanent(err)
			}
			reached = reached || err == nil
			return nil, err
		}
		pauses := backoff.NewExponentialBackOff()
		pauses.InitialInterval, pauses.MaxInterval = firstPause, longestPause
		tell := func(err error, pause time.Duration) {
			fmt.Fprintf(t.err, "sayso: %s; asked again in %.0f s\n", message(err), pause.Seconds())
		}
		limit := backoff.WithMaxElapsedTime(c.Patience)
		if c.Patience <= 0 {
			limit = backoff.WithMaxTries(1)
		}
		_, err := backoff.Retry(ctx, try, backoff.WithBackOff(pauses), limit, backoff.WithNotify(tell))
		return err
	}
}

// toldStatements is after how many statements an export says how far it is.
const toldStatements = 10_000

// selection turns the flags into conditions, all of which must hold.
func (c *exportCommand) selection() (export.Selection, error) {
	var all []any
	if c.Where != "" {
		var where map[string]any
		if err := json.Unmarshal([]byte(c.Where), &where); err != nil {
			return export.Selection{}, kg.Errorf(kg.Invalid,
				`--where is no JSON object; write conditions as in GraphQL, such as {"speaker": {"called": "Putin"}}`)
		}
		all = append(all, where)
	}
	for _, name := range c.Actor {
		called := map[string]any{"called": name}
		claim := func(end string) map[string]any {
			return map[string]any{"claims": map[string]any{"some": map[string]any{end: called}}}
		}
		all = append(all, map[string]any{"or": []any{map[string]any{"speaker": called},
			map[string]any{"mentions": map[string]any{"some": map[string]any{"actor": called}}},
			claim("subject"), claim("object")}})
	}
	day := map[string]any{}
	if c.Since != "" {
		day["gte"] = c.Since
	}
	if c.Until != "" {
		day["lte"] = c.Until
	}
	if len(day) > 0 {
		all = append(all, map[string]any{"date": day})
	}
	if all == nil {
		return export.Selection{Lapsed: c.Lapsed}, nil
	}
	return export.Selection{Where: map[string]any{"and": all}, Lapsed: c.Lapsed}, nil
}
