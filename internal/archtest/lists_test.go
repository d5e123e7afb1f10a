package archtest

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// wordFiles are those with words that reading and asking go by.
var wordFiles = []string{
	"internal/read/lang/en/*/*", "internal/read/layout/data/*", "internal/read/languagetest/data/*", "internal/ask/data/words/*",
	"internal/dispute/data/*", "internal/imports/data/*.txt",
}

// TestEveryListIsExplained: each file of words opens with what it holds, and each list, or the file where it is one
// list, has an example in quotation marks.
func TestEveryListIsExplained(t *testing.T) {
	root := os.DirFS(filepath.Join("..", ".."))
	files := 0
	for _, pattern := range wordFiles {
		names, err := fs.Glob(root, pattern)
		if err != nil || len(names) == 0 {
			t.Errorf("%s: %d files, %v", pattern, len(names), err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(root, name)
			if err != nil {
				t.Fatal(err)
			}
			files++
			for _, fault := range unexplained(string(data)) {
				t.Errorf("%s: %s", name, fault)
			}
		}
	}
	t.Logf("%d files", files)
}

// TestUnexplainedIsFound shows that a list without a comment or example is found.
func TestUnexplainedIsFound(t *testing.T) {
	for _, c := range []struct {
		file   string
		faults int
	}{
		{"[a]\nx\n", 2},
		{"# about\n\n[a]\nx\n", 1},
		{"# about\n\n[a]\n# no example\nx\n", 1},
		{"# about\n\n[a]\n# with one: \"the x\"\nx\n", 0},
		{"# about\n\n[a]\n# with one:\n# \"the x\"\nx\n\n[b]\ny\n", 1},
		{"# about\nx\n", 1},
		{"# about: \"the x\"\nx\n", 0},
		{"x\ty\n", 2},
	} {
		if got := unexplained(c.file); len(got) != c.faults {
			t.Errorf("%q: %v, want %d faults", c.file, got, c.faults)
		}
	}
}

// unexplained names what in a file lacks a comment, or an example in one.
func unexplained(data string) []string {
	var out []string
	lines := strings.Split(data, "\n")
	head := comment(lines)
	if head == "" {
		out = append(out, "it does not open with a comment on what it holds")
	}
	lists := 0
	for i, line := range lines {
		if !strings.HasPrefix(line, "[") {
			continue
		}
		if lists++; strings.Count(comment(lines[i+1:]), `"`) < 2 {
			out = append(out, line+" lacks a comment with an example in quotation marks")
		}
	}
	if lists == 0 && strings.Count(head, `"`) < 2 {
		out = append(out, "its comment lacks an example in quotation marks")
	}
	return out
}

// comment gives the comment that some lines open with.
func comment(lines []string) string {
	out := ""
	for _, line := range lines {
		if !strings.HasPrefix(line, "#") {
			break
		}
		out += line
	}
	return out
}
