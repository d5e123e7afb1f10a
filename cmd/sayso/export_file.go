package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"

	"sayso/graph/operations"
	"sayso/internal/export"
	"sayso/internal/kg"
)

// destination gives the file that an export is to replace or make: what a link leads to, and nothing that is no file.
func destination(output string) (string, error) {
	info, err := os.Lstat(output)
	if errors.Is(err, fs.ErrNotExist) {
		return output, nil
	}
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if output, err = filepath.EvalSymlinks(output); err == nil {
			info, err = os.Stat(output)
		}
	}
	switch {
	case err != nil:
		return "", kg.Errorf(kg.Invalid, "%w; give another --output", err)
	case info.IsDir():
		return "", kg.Errorf(kg.Invalid, "%s is a folder; name a file in it with --output", output)
	case !info.Mode().IsRegular():
		return "", kg.Errorf(kg.Invalid, "%s is no file that can be replaced; name one with --output, or give - for "+
			"standard output", output)
	}
	return output, nil
}

// holdAlone makes sure that no other export works on a file.
func holdAlone(name string) (*flock.Flock, error) {
	lock := flock.New(name+".lock", flock.SetPermissions(0o600))
	switch held, err := lock.TryLock(); {
	case err != nil:
		return nil, kg.Errorf(kg.Invalid, "%w; choose a folder that can be written to with --output", err)
	case !held:
		return nil, kg.Errorf(kg.Conflict, "another export is writing %s; wait for it, or give another --output", name)
	}
	return lock, nil
}

// openRegular opens a file for reading and writing, and makes it where it is not there. It follows no link, which could
// lead to a file of somebody else's.
func openRegular(name string) (*os.File, error) {
	refused := kg.Errorf(kg.Invalid, "%s is a link or no file, and is not written to; move it away, or give another "+
		"--output", name)
	info, err := os.Lstat(name)
	if err == nil && !info.Mode().IsRegular() {
		return nil, refused
	}
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, kg.Errorf(kg.Invalid, "%w; give another --output", err)
	}
	named, err := os.Lstat(name)
	opened, statErr := file.Stat()
	if err = errors.Join(err, statErr); err == nil && !os.SameFile(named, opened) {
		err = refused
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}

// lastChange is an entry of a graph's change feed. A graph that was restored to an earlier state, and any other graph,
// has none of that number, or another one.
type lastChange struct {
	Seq int    `json:"seq"`
	At  string `json:"at"`
}

// askChange gives the change of a number, or the last one for 0; none, where there is none.
func askChange(ctx context.Context, ask export.Request, seq int) (lastChange, error) {
	document, err := operations.Of("export/change")
	if err != nil {
		return lastChange{}, err
	}
	variables := map[string]any{}
	if seq > 0 {
		variables["where"] = map[string]any{"seq": map[string]any{"eq": seq}}
	}
	var data struct {
		Changes struct{ Nodes []lastChange }
	}
	if err := ask(ctx, document, variables, &data); err != nil || len(data.Changes.Nodes) == 0 {
		return lastChange{}, err
	}
	return data.Changes.Nodes[0], nil
}
