// Command exports shows that a graph of any size is exported in bounded memory, and that an export that was cut is gone
// on with: it starts the server on a data folder, exports statements and the archive once in one go and once cut in the
// middle and resumed, compares the files, makes every other form of what was fetched, and tells the peak memory of
// client and server.
//
//	go run ./bench/writing -bulk 2000 -copies 193 -keep FOLDER    a graph of a million statements
//	go run ./bench/exports -data FOLDER
//	go run ./bench/exports -made 1000000    the client alone, against a server that makes statements up
package main

import (
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"sayso/internal/export"
)

func main() {
	data := flag.String("data", "", "the data folder of a graph; nothing is changed in it but what a start does")
	form := flag.String("form", "csv", "the form that is fetched in one go, and cut")
	archive := flag.Bool("archive", true, "also the archive")
	n := flag.Int("made", 0, "instead of a graph, a server that makes so many statements up: the client alone is measured")
	flag.Parse()
	work := func() error { return run(*data, *form, *archive) }
	if *n > 0 {
		work = func() error { return runMade(*n, *form) }
	}
	if err := work(); err != nil {
		fmt.Fprintln(os.Stderr, "exports:", err)
		os.Exit(1)
	}
}

func run(data, form string, archive bool) error {
	if data == "" {
		return fmt.Errorf("name a graph with -data; go run ./bench/writing -bulk 2000 -copies 193 -keep FOLDER makes one")
	}
	dir, err := built("gqlserver", "sayso")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	s, err := start(filepath.Join(dir, "gqlserver"), data)
	if err != nil {
		return err
	}
	defer s.stop()
	c := client{filepath.Join(dir, "sayso"), s, dir}
	if err := c.tellSize(); err != nil {
		return err
	}
	if archive {
		if err := c.cut("archive", ""); err != nil {
			return err
		}
	}
	return c.everyForm(form)
}

// runMade measures the client alone.
func runMade(n int, form string) error {
	dir, err := built("sayso")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	s, stop, err := made{n}.serve()
	if err != nil {
		return err
	}
	defer stop()
	return client{filepath.Join(dir, "sayso"), s, dir}.everyForm(form)
}

// built makes a folder with those programs.
func built(programs ...string) (string, error) {
	dir, err := os.MkdirTemp("", "sayso-exports-")
	if err != nil {
		return "", err
	}
	for _, name := range programs {
		build := exec.Command("go", "build", "-o", filepath.Join(dir, name), "./cmd/"+name)
		if out, err := build.CombinedOutput(); err != nil {
			_ = os.RemoveAll(dir)
			return "", fmt.Errorf("%s cannot be built; run this from the project's folder: %w\n%s", name, err, out)
		}
	}
	return dir, nil
}

// everyForm exports one form in one go and once more with a cut, and makes the others of what was fetched.
func (c client) everyForm(form string) error {
	kept := filepath.Join(c.dir, "kept")
	if err := c.cut(form, kept); err != nil {
		return err
	}
	return c.others(form, kept)
}

// client runs sayso export against a server.
type client struct {
	binary string
	server *server
	dir    string
}

// tellSize tells how many statements there are.
func (c client) tellSize() error {
	answer, err := http.Post(c.server.url+"/graphql", "application/json",
		strings.NewReader(`{"query":"{ statements { totalCount } claims { totalCount } articles { totalCount } }"}`))
	if err != nil {
		return err
	}
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(io.LimitReader(answer.Body, 1<<16))
	fmt.Printf("the graph: %s\n", strings.TrimSpace(string(text)))
	return err
}

// cut exports in one go, then once more with a cut in the middle, and compares. What was fetched is kept under a name,
// where one is given.
func (c client) cut(form, kept string) error {
	whole, resumed := filepath.Join(c.dir, "whole"), filepath.Join(c.dir, "resumed")
	began := time.Now()
	if err := c.export("in one go", form, whole, 0); err != nil {
		return err
	}
	if err := c.export("killed half-way", form, resumed, time.Since(began)/2); err != nil {
		return err
	}
	if kept != "" { // what is fetched goes on to be written to the file under both names
		if err := os.Link(resumed+".part", kept); err != nil {
			return err
		}
	}
	if err := c.export("resumed", form, resumed, 0, "--resume"); err != nil {
		return err
	}
	same, size, err := equal(whole, resumed)
	if err != nil {
		return err
	}
	fmt.Printf("%-12s %d MB; the same with a cut and without: %v\n", form, size>>20, same)
	if !same {
		return fmt.Errorf("%s: another file with a cut than without", form)
	}
	return os.Remove(resumed)
}

// others makes the other forms of what was fetched.
func (c client) others(but, kept string) error {
	for _, form := range export.Names() {
		if form == but {
			continue
		}
		to := filepath.Join(c.dir, form)
		if err := os.Link(kept, to+".part"); err != nil {
			return err
		}
		if err := c.export("of what was fetched", form, to, 0, "--resume"); err != nil {
			return err
		}
		if err := os.Remove(to); err != nil {
			return err
		}
	}
	return nil
}
