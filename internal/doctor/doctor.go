// Package doctor looks at a server, at the machine it runs on and at its files, and says what is wrong and which
// command mends it. It changes nothing. It may not know GraphQL's schema, Cypher or the driver.
package doctor

import (
	"context"
	"net/http"
	"slices"
	"time"

	"sayso/internal/backup"
	"sayso/internal/neo/managed"
)

// Level says how bad a finding is.
type Level string

// The levels, the worst last.
const (
	OK      Level = "ok"
	Unknown Level = "unknown" // it could not be looked at; What says why
	Warning Level = "warning" // it works, and may not for long
	Problem Level = "problem" // it does not work
)

// Finding is what was found of one thing.
type Finding struct {
	About string `json:"about"` // "java", "ports", "backups"
	Level Level  `json:"level"`
	What  string `json:"what"`           // in words, with the figures
	Mend  string `json:"mend,omitempty"` // the command or the step that mends it; "" where all is well
}

// Setup is what is looked at. What is left empty is not.
type Setup struct {
	// of the server, as gqlserver --print-config gives them; nil where it is elsewhere or unknown
	Settings   map[string]any
	NoSettings string    // why there are none, "" where that is no fault
	Program    string    // what gqlserver --version prints, "" for no program
	Build      string    // ours, as internal/version gives it
	Built      time.Time // when ours was committed; zero where unknown
	Edition    int       // how many migrations of the graph we know

	Server string // its address
	Client *http.Client
	// Ask sends a GraphQL request to the server.
	Ask func(ctx context.Context, query string, out any) error

	Only      []string      // of Things; nil for all
	Backups   backup.Place  // where backups are; nil where no place was named
	BackupAge time.Duration // how old the newest may be

	Now  func() time.Time
	Look func(context.Context, managed.Options) (managed.Survey, error) // managed.Look

	surveyed *surveyed // nil until it was asked
}

// check looks at one thing, or at some that are found together.
type check struct {
	about []string
	look  func(context.Context, *Setup) []Finding
}

// local are looked at where the server's settings are known: on its machine.
var local = []check{
	{[]string{"program"}, program},
	{[]string{"data folder"}, folder},
	{[]string{"java"}, java},
	{[]string{"neo4j"}, jars},
	{
		[]string{"disk"},
		disk,
	},
	{[]string{"memory"}, memory},
	{[]string{"ports"}, ports},
	{[]string{"open files"}, descriptors},
	{[]string{"keys"}, keyFile},
	{[]string{"secret files"}, secretFiles},
	{[]string{"graph edition"}, edition},
}

// remote are looked at by asking the server.
var remote = []check{
	{[]string{"clock"}, clock},
	{[]string{"server"}, reachable},
	{[]string{"graph"}, ready},
	{[]string{"access", "version"}, build},
	{[]string{"sources"}, sources},
	{[]string{"standing questions"}, questions},
	{[]string{"queue"}, queue},
	{[]string{"backups"}, backups},
}

// Things lists what can be looked at.
func Things() []string {
	var out []string
	for _, c := range slices.Concat(local, remote) {
		out = append(out, c.about...)
	}
	return out
}

// Examine looks at everything, or at what s.Only names, the machine first, and gives what was found in that order.
func Examine(ctx context.Context, s Setup) []Finding {
	var out []Finding
	checks := remote
	if s.Settings != nil {
		checks = slices.Concat(local, remote)
	} else if s.NoSettings != "" {
		out = append(out, Finding{"settings", Problem, s.NoSettings, "gqlserver --print-config"})
	}
	wanted := func(about string) bool { return len(s.Only) == 0 || slices.Contains(s.Only, about) }
	for _, c := range checks {
		if !slices.ContainsFunc(c.about, wanted) {
			continue
		}
		for _, f := range c.look(ctx, &s) {
			if wanted(f.About) {
				out = append(out, f)
			}
		}
	}
	return out
}

// text gives a setting's text, "" where it is not set.
func (s *Setup) text(name string) string {
	text, _ := s.Settings[name].(string)
	return text
}

// ownNeo4j reports whether the server starts a Neo4j itself.
func (s *Setup) ownNeo4j() bool { return s.text("neo4j-uri") == "" }

func one(about string, level Level, what, mend string) []Finding {
	return []Finding{{about, level, what, mend}}
}
