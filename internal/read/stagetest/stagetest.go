// Package stagetest runs the examples of a stage of reading: txtar files that a linguist can write. It may not be
// imported outside tests.
//
// An example opens with a comment on what it shows. Its file "text" has sentences, a line each, and every line is
// read by itself. Any of the files "tree", "mentions", "frames", "statements", "claims" and "explain" has what that
// stage is to make of them, under "# " and the sentence. `go test ./internal/read/… -update` writes them anew; read
// the difference before you commit it.
package stagetest

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"sayso/internal/kg"
	"sayso/internal/read"
)

var update = flag.Bool("update", false, "write what the stages make of the examples into testdata/*.txtar")

// published is the day that the examples appear on: a Wednesday.
const published = kg.Date("2022-08-17")

// Run runs the examples in the folder testdata of the package under test.
func Run(t *testing.T) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples in testdata (%v)", err)
	}
	reader, err := read.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { runFile(t, reader, name) })
	}
}

func runFile(t *testing.T, reader *read.Reader, name string) {
	t.Helper()
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "text" })
	if at < 0 || len(archive.Files) < 2 {
		t.Fatalf("%s needs a file \"text\" and one for each stage that is looked at: %s, explain", name,
			strings.Join(read.Stages(), ", "))
	}
	sentences := strings.Split(strings.TrimSpace(string(archive.Files[at].Data)), "\n")
	for i := range archive.Files {
		f := &archive.Files[i]
		if i == at {
			continue
		}
		got := stageOf(t, reader, f.Name, sentences)
		if *update {
			f.Data = []byte(got)
		} else if diff := cmp.Diff(string(f.Data), got); diff != "" {
			t.Errorf("%s of %s (-want +got):\n%s", f.Name, name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func stageOf(t *testing.T, reader *read.Reader, stage string, sentences []string) string {
	t.Helper()
	var b strings.Builder
	for _, s := range sentences {
		in := read.Text{Text: s, PublishedAt: published}
		var out string
		var err error
		if stage == "explain" {
			out, err = reader.Explain(context.Background(), in)
		} else {
			out, err = reader.Stage(context.Background(), in, stage)
		}
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString("# " + s + "\n" + out)
	}
	return b.String()
}
