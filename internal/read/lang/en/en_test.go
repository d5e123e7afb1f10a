package en

import (
	"io/fs"
	"strings"
	"testing"
)

// TestEveryListIsExplained: each list says what it is for, with an example in quotation marks, and each file opens with
// what it holds.
func TestEveryListIsExplained(t *testing.T) {
	files := 0
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		for _, fault := range unexplained(Text(name)) {
			t.Errorf("%s: %s", name, fault)
		}
		return nil
	})
	if err != nil || files < 5 {
		t.Fatalf("%d files, %v", files, err)
	}
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
		{"# about\nx\n", 0},
	} {
		if got := unexplained(c.file); len(got) != c.faults {
			t.Errorf("%q: %v, want %d faults", c.file, got, c.faults)
		}
	}
}

// unexplained names what in a file lacks a comment, or a list's comment an example.
func unexplained(data string) []string {
	var out []string
	if !strings.HasPrefix(data, "#") {
		out = append(out, "it does not open with a comment on what it holds")
	}
	lines := strings.Split(data, "\n")
	for i, line := range lines {
		if !strings.HasPrefix(line, "[") {
			continue
		}
		comment := ""
		for _, next := range lines[i+1:] {
			if !strings.HasPrefix(next, "#") {
				break
			}
			comment += next
		}
		if strings.Count(comment, `"`) < 2 {
			out = append(out, line+" lacks a comment with an example in quotation marks")
		}
	}
	return out
}

func TestFiles(t *testing.T) {
	if !Lists("commitment/words.txt").Of("untrue")["false"] ||
		Sequences("clause/words.txt")["appealPrepositions"][0] != "to" {
		t.Error("lists are not read")
	}
	if Numbers("phrase/numerals.tsv")["seven"] != 7 || len(Table("clause/operators.tsv")) < 200 ||
		len(Words("phrase/people.txt")) < 200 {
		t.Error("tables are not read")
	}
	defer func() {
		if recover() == nil {
			t.Error("words were taken for numbers")
		}
	}()
	Numbers("clause/operators.tsv")
}
