package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"sayso/internal/doctor"
	"sayso/internal/kg"
	"sayso/internal/neo"
	"sayso/internal/neo/managed"
	"sayso/internal/version"
)

type doctorCommand struct {
	serverFlag
	placeFlags
	Config    string        `help:"The server's file of settings, as gqlserver --config reads it." placeholder:"FILE"`
	Data      string        `help:"The server's data folder, where it is another than its settings say." placeholder:"DIR"`
	Elsewhere bool          `help:"The server runs on another machine: look at nothing on this one but backups."`
	Backups   string        `help:"The folder of backups, or s3://BUCKET/PREFIX." placeholder:"PLACE"`
	BackupAge time.Duration `help:"How old the newest backup may be." default:"26h"`
	Only      []string      `help:"Look at this alone, such as server or backups; may be given again." placeholder:"THING"`
	JSON      bool          `name:"json" help:"Print a finding a line, as JSON."`
}

// Run prints what was found. A problem makes it fail; warnings do not.
func (c *doctorCommand) Run(t terminal) error {
	for _, name := range c.Only {
		if things := doctor.Things(); !slices.Contains(things, name) {
			return kg.Errorf(kg.Invalid, "--only %q is nothing that can be looked at; take %s", name, strings.Join(things, ", "))
		}
	}
	s := doctor.Setup{
		Only:      c.Only,
		Build:     version.Build(),
		Built:     version.Time(),
		Server:    c.Server,
		Client:    &http.Client{Transport: keyed{c.serverFlag}},
		BackupAge: c.BackupAge,
		Now:       time.Now,
		Look:      managed.Look,
	}
	s.Ask = func(ctx context.Context, query string, out any) error {
		return c.query(ctx, sourceTimeout, query, nil, out)
	}
	var err error
	if c.Backups != "" {
		if s.Backups, err = c.place(c.Backups); err != nil {
			return err
		}
	}
	if s.Edition, err = neo.Edition(); err != nil {
		return err
	}
	if !c.Elsewhere {
		c.local(t.ctx, &s)
	}
	found := doctor.Examine(t.ctx, s)
	for _, f := range found {
		if err := c.print(t, f); err != nil {
			return err
		}
	}
	if problems := count(found, doctor.Problem); problems > 0 {
		return kg.Errorf(kg.Invalid, "problems: %d, warnings: %d", problems, count(found, doctor.Warning))
	}
	return nil
}

// keyed sends the key with each request.
type keyed struct{ serverFlag }

// RoundTrip implements http.RoundTripper.
func (k keyed) RoundTrip(r *http.Request) (*http.Response, error) {
	if k.Key != "" {
		r = r.Clone(r.Context())
		r.Header.Set("Authorization", "Bearer "+k.Key)
	}
	return http.DefaultTransport.RoundTrip(r)
}

// local asks the server's program on this machine for its version and for its settings in force.
func (c *doctorCommand) local(ctx context.Context, s *doctor.Setup) {
	program := serverProgram()
	s.Settings = map[string]any{"listen": "127.0.0.1:8080", "neo4j-bolt": "127.0.0.1:7687", "neo4j-http": "127.0.0.1:7474"}
	if dir, err := dataFolder(); err == nil {
		s.Settings["data"] = dir
	}
	if program != "" {
		if out, err := exec.CommandContext(ctx, program, "--version").Output(); err == nil {
			s.Program = strings.TrimSpace(string(out))
		}
		args := []string{"--print-config"}
		if c.Config != "" {
			args = append(args, "--config", c.Config)
		}
		command := exec.CommandContext(ctx, program, args...)
		var told bytes.Buffer
		command.Stderr = &told
		out, err := command.Output()
		if err == nil {
			err = json.Unmarshal(out, &s.Settings)
		}
		if err != nil {
			s.Settings, s.NoSettings = nil, "gqlserver refuses its settings: "+cmp.Or(lastLine(told.String()), err.Error())
			return
		}
	} else if c.Config != "" {
		s.Settings, s.NoSettings = nil, "the settings cannot be read: there is no gqlserver beside sayso or on the path"
		return
	}
	if c.Data != "" {
		s.Settings["data"] = c.Data
	}
}

// serverProgram finds gqlserver beside this program or on the path, "" for nowhere.
func serverProgram() string {
	name := "gqlserver"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	if own, err := os.Executable(); err == nil {
		if beside := filepath.Join(filepath.Dir(own), name); isFile(beside) {
			return beside
		}
	}
	found, err := exec.LookPath(name)
	if err != nil {
		return ""
	}
	return found
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func lastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.TrimPrefix(lines[len(lines)-1], "gqlserver: error: ")
}

func count(found []doctor.Finding, level doctor.Level) int {
	n := 0
	for _, f := range found {
		if f.Level == level {
			n++
		}
	}
	return n
}

func (c *doctorCommand) print(t terminal, f doctor.Finding) error {
	if c.JSON {
		return json.NewEncoder(t.out).Encode(f)
	}
	_, err := fmt.Fprintf(
		t.out,
		"%-8s %-18s %s\n",
		f.Level,
		f.About,
		strings.ReplaceAll(f.What, "\n", "\n"+strings.Repeat(" ", 28)),
	)
	if err == nil && f.Mend != "" {
		_, err = fmt.Fprintf(t.out, "%-27s mend it: %s\n", "", f.Mend)
	}
	return err
}
