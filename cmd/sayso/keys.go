package main

import (
	"fmt"
	"os"
	"path/filepath"
	"text/tabwriter"
	"time"

	"sayso/internal/access"
	"sayso/internal/kg"
)

// keysCommand makes and ends the keys of a server, in its file: it needs no server, only the right to write there.
type keysCommand struct {
	Add    keysAdd    `cmd:"" help:"Make a key and print it, once."`
	List   keysList   `cmd:"" help:"List the keys, without their secrets."`
	Revoke keysRevoke `cmd:"" help:"End a key, at once, also on a server that runs."`
}

// keysFile says where the keys are.
type keysFile struct {
	File string `help:"The server's file of keys; that in its data folder unless you say otherwise." placeholder:"FILE"`
}

func (f keysFile) open() (*access.Keys, error) {
	path := f.File
	if path == "" {
		dir, err := dataFolder()
		if err != nil {
			return nil, err
		}
		path = filepath.Join(dir, access.File)
	}
	return access.OpenKeys(path, time.Now), nil
}

// dataFolder is where a server of this user keeps its data unless it is told otherwise (--data, SAYSO_DATA).
func dataFolder() (string, error) {
	if dir := os.Getenv("SAYSO_DATA"); dir != "" {
		return dir, nil
	}
	if dir := os.Getenv("XDG_DATA_HOME"); dir != "" {
		return filepath.Join(dir, "sayso"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", kg.Errorf(kg.Invalid, "there is no home folder to look for the server's data in; give --file")
	}
	return filepath.Join(home, ".local", "share", "sayso"), nil
}

type keysAdd struct {
	keysFile
	Name string        `arg:"" help:"Whose key it is; decisions are recorded under this name."`
	Role string        `help:"reader, ingester, curator or admin." default:"reader" placeholder:"ROLE"`
	For  time.Duration `help:"How long it is valid, as 720h; for ever unless you say otherwise." placeholder:"TIME"`
}

// Run prints the secret alone on standard output, so that a script can take it.
func (c *keysAdd) Run(t terminal) error {
	role, err := access.ReadRole(c.Role)
	if err != nil {
		return err
	}
	keys, err := c.open()
	if err != nil {
		return err
	}
	secret, key, err := keys.Add(c.Name, role, c.For)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.err, "key %s for %s; it is shown only now:\n", key.ID, key.Name)
	_, err = fmt.Fprintln(t.out, secret)
	return err
}

type keysList struct{ keysFile }

// Run prints a table.
func (c *keysList) Run(t terminal) error {
	keys, err := c.open()
	if err != nil {
		return err
	}
	all, err := keys.All()
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(t.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "ID\tNAME\tROLE\tSTATE\tMADE\tEXPIRES")
	for _, k := range all {
		expires := "never"
		if !k.ExpiresAt.IsZero() {
			expires = k.ExpiresAt.Format(time.DateOnly)
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\n", k.ID, k.Name, k.Role, k.State(time.Now()),
			k.CreatedAt.Format(time.DateOnly), expires)
	}
	return table.Flush()
}

type keysRevoke struct {
	keysFile
	ID string `arg:"" help:"The key's id, as sayso keys list shows it."`
}

// Run ends a key.
func (c *keysRevoke) Run(t terminal) error {
	keys, err := c.open()
	if err != nil {
		return err
	}
	if err := keys.Revoke(c.ID); err != nil {
		return err
	}
	_, err = fmt.Fprintf(t.out, "key %s is revoked\n", c.ID)
	return err
}
