package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
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
	if c.Form == archiveForm {
		if c.Where != "" || len(c.Actor) > 0 || c.Since != "" || c.Until != "" {
			return kg.Errorf(kg.Invalid, "an archive is the whole graph; for a part of it choose one of %s",
				strings.Join(export.Names(), ", "))
		}
		return c.fetchArchive(t, c.Output, c.Resume)
	}
	if extension, _, _ := export.Describe(c.Form); extension == "" {
		return kg.Errorf(kg.Invalid, "there is no export called %q; choose archive or one of %s", c.Form,
			strings.Join(export.Names(), ", "))
	}
	if c.Resume && c.Output == "-" {
		return kg.Errorf(kg.Invalid, "standard output keeps nothing to go on with; name a file with --output")
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
			why := err.Error()
			if t.ctx.Err() != nil {
				why = "the export was stopped"
			}
			err = kg.Because(err, kg.CodeOf(err), "%s; %d statements are kept: give --resume to go on with them", why,
				fetched.statements)
		}
	}()
	if err := fetched.fetch(c, t, which); err != nil {
		return err
	}
	return c.convert(fetched)
}

// convert makes the file of what was fetched.
func (c *exportCommand) convert(fetched *part) (err error) {
	made := c.Output + ".new"
	file, err := os.Create(made)
	if err != nil {
		return kg.Errorf(kg.Invalid, "%w", err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(made)
		}
	}()
	buffered := bufio.NewWriterSize(file, 1<<20)
	err = export.Convert(buffered, c.Form, fetched.pages())
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
