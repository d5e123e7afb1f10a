package ask

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReaders asks each reader by itself: testdata/readers has a file for each, with questions and, indented below
// each, the readings with their confidence; "-" where it does not read the question. A question is added by writing it
// and running the test with -update.
func TestReaders(t *testing.T) {
	files, err := filepath.Glob("testdata/readers/*.txt")
	if err != nil || len(files) != len(readers) {
		t.Fatalf("%d files for %d readers: %v", len(files), len(readers), err)
	}
	for _, reader := range readers {
		t.Run(reader.name, func(t *testing.T) {
			path := "testdata/readers/" + reader.name + ".txt"
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var out strings.Builder
			read := 0
			for line := range strings.Lines(string(data)) {
				if strings.HasPrefix(line, " ") {
					continue
				}
				out.WriteString(line)
				if strings.HasPrefix(line, "#") || line == "\n" {
					continue
				}
				found := prepare(normal(tokenize(line)), asker(t).wordsNow(), clock{testNow}).by(reader)
				for _, q := range found {
					fmt.Fprintf(&out, "  %.2f %s %s\n", q.Confidence, q.Kind, q.Text)
				}
				if len(found) == 0 {
					out.WriteString("  -\n")
				}
				read += len(found)
			}
			if read == 0 {
				t.Error("it reads none of its questions")
			}
			if *update {
				if err := os.WriteFile(path, []byte(out.String()), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(data), out.String()); diff != "" && !*update {
				t.Error(diff)
			}
		})
	}
}

// TestListsAreDocumented: below its name each list of data/words has a comment with an example in quotation marks, and
// no entry stands there twice.
func TestListsAreDocumented(t *testing.T) {
	paths, err := filepath.Glob("data/words/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, list := range strings.Split(string(data), "\n[")[1:] {
			name, body, _ := strings.Cut(list, "]\n")
			comment := ""
			for strings.HasPrefix(body, "# ") {
				var line string
				line, body, _ = strings.Cut(body, "\n")
				comment += line
			}
			if strings.Count(comment, `"`) < 2 {
				t.Errorf("%s: [%s] lacks a comment with an example in quotation marks", path, name)
			}
			seen := map[string]bool{}
			for _, entry := range entriesOf(name) {
				if seen[entry] {
					t.Errorf("%s: [%s] has %q twice", path, name, entry)
				}
				seen[entry] = true
			}
		}
	}
}
