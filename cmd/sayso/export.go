package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"sayso/graph/operations"
	"sayso/internal/export"
	"sayso/internal/kg"
)

// archiveForm is the one form that holds the whole graph and can be imported.
const archiveForm = "archive"

type exportCommand struct {
	serverFlag
	Form    string        `arg:"" help:"archive: the whole graph, without loss, for sayso import. Or statements as ${forms}."`
	Output  string        `short:"o" help:"The file; - for standard output." default:"-" placeholder:"FILE"`
	Where   string        `help:"Which statements, as in GraphQL: {\"speaker\": {\"called\": \"Putin\"}}." placeholder:"JSON"`
	Actor   []string      `help:"Only statements that the actor of this name makes or that name it." placeholder:"NAME"`
	Since   string        `help:"Only statements of this day or later." placeholder:"DATE"`
	Until   string        `help:"Only statements of this day or earlier." placeholder:"DATE"`
	Lapsed  bool          `help:"Also what was retracted or corrected."`
	Resume  bool          `help:"archive: go on with a file that a run before has left unfinished."`
	Timeout time.Duration `help:"Longest time to wait for a page." default:"60s"`
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
	if c.Resume {
		return kg.Errorf(kg.Invalid, "only an archive can be gone on with")
	}
	which, err := c.selection()
	if err != nil {
		return err
	}
	if c.Output == "-" {
		return c.write(t, t.out, which)
	}
	return c.replace(t, which)
}

// replace writes the file beside its place and puts it there once it is whole.
func (c *exportCommand) replace(t terminal, which export.Selection) (err error) {
	part := c.Output + ".part"
	file, err := os.Create(part)
	if err != nil {
		return kg.Errorf(kg.Invalid, "%w", err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(part)
		}
	}()
	buffered := bufio.NewWriterSize(file, 1<<20)
	err = c.write(t, buffered, which)
	if err = errors.Join(err, buffered.Flush(), file.Close()); err != nil {
		return err
	}
	return os.Rename(part, c.Output)
}

func (c *exportCommand) write(t terminal, out io.Writer, which export.Selection) error {
	pages := 0
	ask := func(ctx context.Context, document string, variables map[string]any, data any) error {
		if pages++; pages%100 == 0 {
			fmt.Fprintf(t.err, "page %d\n", pages)
		}
		return c.query(ctx, c.Timeout, document, variables, data)
	}
	return export.Copy(t.ctx, out, c.Form, operations.Export, ask, which)
}

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
