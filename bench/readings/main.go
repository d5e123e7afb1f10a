// Command readings prints what the reader makes of collections of texts, one line for each statement and claim, so that
// two states of the rules can be compared line by line: `go run ./bench/readings > before`, a change, `go run
// ./bench/readings > after`, `diff before after`.
package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/txtar"

	"sayso/internal/kg"
	"sayso/internal/read"
)

// collections are the texts of the project that are read where the command line names none.
var collections = []string{"internal/read/testdata", "internal/read/families/testdata", "internal/ingest/testdata"}

// item is a line of a collection of sentences: an id, a colon and the text.
var item = regexp.MustCompile(`^([A-Za-z0-9_-]+): (.+)$`)

func main() {
	read.SpareMemory()
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(paths []string) error {
	if len(paths) == 0 {
		paths = collections
	}
	texts, err := collect(paths)
	if err != nil {
		return err
	}
	reader, err := read.New()
	if err != nil {
		return err
	}
	lines := make([][]string, len(texts))
	errs := make([]error, len(texts))
	var group sync.WaitGroup
	turns := make(chan struct{}, 2)
	for i, t := range texts {
		group.Go(func() {
			turns <- struct{}{}
			defer func() { <-turns }()
			lines[i], errs[i] = readingOf(reader, t)
		})
	}
	group.Wait()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for i := range texts {
		if errs[i] != nil {
			return errs[i]
		}
		for _, l := range lines[i] {
			fmt.Fprintln(out, l)
		}
	}
	return nil
}

// readingOf gives the lines of one text: its statements, then its claims.
func readingOf(reader *read.Reader, t read.Text) ([]string, error) {
	r, err := reader.Read(context.Background(), t)
	if err != nil {
		return nil, err
	}
	var out []string
	add := func(kind string, value any) error {
		data, err := json.Marshal(value)
		out = append(out, t.Doc+"\t"+kind+"\t"+string(data))
		return err
	}
	for _, s := range r.Statements {
		if err := add("statement", s); err != nil {
			return nil, err
		}
	}
	for _, c := range r.Claims {
		if err := add("claim", c); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// published is the day that relative dates of all texts are resolved by, so that rules of dates show.
const published = kg.Date("2022-08-17")

// collect gives the texts in files and below folders, in the order of their names. A txtar archive has its text in the
// file "article", a collection of sentences has one on each line that opens with an id, anything else is one text.
func collect(paths []string) ([]read.Text, error) {
	var out []read.Text
	for _, path := range paths {
		err := filepath.WalkDir(path, func(name string, d os.DirEntry, err error) error {
			if ext := filepath.Ext(name); err != nil || d.IsDir() || ext != ".txt" && ext != ".txtar" {
				return err
			}
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			out = append(out, textsOf(name, data)...)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(out, func(a, b read.Text) int { return cmp.Compare(a.Doc, b.Doc) })
	return out, nil
}

func textsOf(name string, data []byte) []read.Text {
	var out []read.Text
	add := func(id, text string) {
		out = append(out, read.Text{Doc: name + id, Text: text, PublishedAt: published})
	}
	if filepath.Ext(name) == ".txtar" {
		for _, f := range txtar.Parse(data).Files {
			if f.Name == "article" {
				add("", string(f.Data))
			}
		}
		return out
	}
	for _, line := range strings.Split(string(data), "\n") {
		if m := item.FindStringSubmatch(line); m != nil {
			add("#"+m[1], m[2])
		}
	}
	if len(out) < 5 { // an article may have a line or two of that form
		out = nil
		add("", string(data))
	}
	return out
}
