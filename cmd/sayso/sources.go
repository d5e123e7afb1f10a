package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"time"

	"sayso/internal/kg"
)

// sourcesCommand is what can be done with followed sources.
type sourcesCommand struct {
	Add    addSourceCommand    `cmd:"" help:"Follow a feed, a sitemap or a folder of the server's machine from now on."`
	List   listSourcesCommand  `cmd:"" default:"withargs" help:"Show what is followed, how far each is, and what went wrong."`
	Pause  pauseSourceCommand  `cmd:"" help:"Leave a source alone for a while."`
	Resume resumeSourceCommand `cmd:"" help:"Go on with a source that was paused."`
	Retry  retrySourceCommand  `cmd:"" help:"Look at a source at once and try again what failed."`
	Remove removeSourceCommand `cmd:"" help:"Stop following a source; its articles stay."`
}

const (
	sourceFields  = ` { id address kind everySeconds paused nextAt lookedAt failures fault waiting failed taken failedItems(first: 10) { address title attempts fault } }`
	sourceTimeout = 30 * time.Second
)

// followed is a source as the server tells of it.
type followed struct {
	ID, Address, Kind      string
	EverySeconds           int
	Paused                 bool
	NextAt                 string
	LookedAt               *string
	Failures               int
	Fault                  *string
	Waiting, Failed, Taken int
	FailedItems            []failedItem
}

type failedItem struct {
	Address, Title *string
	Attempts       int
	Fault          string
}

type addSourceCommand struct {
	serverFlag
	Address []string      `arg:"" help:"Addresses of feeds or sitemaps, or folders." placeholder:"URL|DIR"`
	Every   time.Duration `help:"How often it is looked at." default:"15m"`
}

// Run follows each address.
func (c *addSourceCommand) Run(t terminal) error {
	for _, address := range c.Address {
		if !strings.Contains(address, "://") {
			whole, err := filepath.Abs(address)
			if err != nil {
				return err
			}
			address = whole
		}
		var data struct{ FollowSource followed }
		if err := c.query(t.ctx, sourceTimeout,
			`mutation($address: String!, $every: Int) { followSource(address: $address, everySeconds: $every)`+sourceFields+` }`,
			map[string]any{"address": address, "every": int(c.Every / time.Second)}, &data); err != nil {
			return err
		}
		fmt.Fprintf(t.out, "following %s every %s (%s)\n", data.FollowSource.Address,
			time.Duration(data.FollowSource.EverySeconds)*time.Second, data.FollowSource.ID)
	}
	return nil
}

type listSourcesCommand struct {
	serverFlag
	JSON bool `name:"json" help:"Print the list as JSON."`
}

// Run prints the list.
func (c *listSourcesCommand) Run(t terminal) error {
	var data struct{ FollowedSources []followed }
	var raw json.RawMessage
	if err := c.query(t.ctx, sourceTimeout, `{ followedSources`+sourceFields+` }`, nil, &raw); err != nil {
		return err
	}
	if c.JSON {
		fmt.Fprintln(t.out, string(raw))
		return nil
	}
	if err := json.Unmarshal(raw, &data); err != nil {
		return err
	}
	table := tabwriter.NewWriter(t.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "TAKEN\tWAITING\tFAILED\tSTATE\tADDRESS")
	for _, s := range data.FollowedSources {
		fmt.Fprintf(table, "%d\t%d\t%d\t%s\t%s\n", s.Taken, s.Waiting, s.Failed, s.state(), s.Address)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	for _, s := range data.FollowedSources {
		s.faults(t)
	}
	return nil
}

// state is how a source is, in a word or two.
func (s followed) state() string {
	switch {
	case s.Paused:
		return "paused"
	case s.Failures > 0:
		return fmt.Sprintf("fails (%d), again at %s", s.Failures, s.NextAt)
	case s.LookedAt == nil:
		return "new"
	}
	return "well"
}

// faults prints what went wrong at a source.
func (s followed) faults(t terminal) {
	if s.Fault != nil {
		fmt.Fprintf(t.out, "\n%s: %s\n", s.Address, *s.Fault)
	}
	for _, i := range s.FailedItems {
		fmt.Fprintf(t.out, "\n%s: %s\n", *cmp.Or(i.Address, i.Title, &s.Address), i.Fault)
	}
}

// oneSource names a source by its address or its id.
type oneSource struct {
	serverFlag
	Source string `arg:"" help:"The source's address, or its id." placeholder:"URL|DIR|ID"`
}

func (c oneSource) id() string {
	if strings.HasPrefix(c.Source, "src_") {
		return c.Source
	}
	if !strings.Contains(c.Source, "://") {
		if whole, err := filepath.Abs(c.Source); err == nil {
			return kg.SourceID(whole)
		}
	}
	return kg.SourceID(c.Source)
}

// change sends a mutation of one source and says what is so now.
func (c oneSource) change(t terminal, field, says string) error {
	return c.changeOne(t, sourceTimeout, c.id(), c.Source, field, says)
}

type (
	pauseSourceCommand  struct{ oneSource }
	resumeSourceCommand struct{ oneSource }
	retrySourceCommand  struct{ oneSource }
	removeSourceCommand struct{ oneSource }
)

// Run pauses the source.
func (c *pauseSourceCommand) Run(t terminal) error {
	return c.change(t, "pauseSource(id: $id) { id }", "is paused; sayso sources resume goes on with it")
}

// Run goes on with the source.
func (c *resumeSourceCommand) Run(t terminal) error {
	return c.change(t, "pauseSource(id: $id, paused: false) { id }", "is followed again")
}

// Run has the source looked at.
func (c *retrySourceCommand) Run(t terminal) error {
	return c.change(t, "retrySource(id: $id) { id }", "is looked at now; sayso sources shows what comes of it")
}

// Run stops following the source.
func (c *removeSourceCommand) Run(t terminal) error {
	return c.change(t, "removeSource(id: $id)", "is not followed any more; its articles stay")
}
