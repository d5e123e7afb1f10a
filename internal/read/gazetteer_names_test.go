package read_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
	"sayso/internal/read"
	"sayso/internal/read/gazetteer"
)

// TestNamesOfTheUser: names from a file are found in texts, as what the file says they are and by the name that it
// gives them; one of a single word holds only where it is a name, and what is built in keeps its meaning.
func TestNamesOfTheUser(t *testing.T) {
	path := filepath.Join(t.TempDir(), "names.tsv")
	file := gazetteer.NamesHeader + "\n" +
		"Ann Winters\tOrganization\tcompany\tQ1\tAnn Winters Holding\t\n" +
		"Zorvia\tPlace\tstate\tQ2\tRepublic of Zorvia|Zorvian Republic\t\n" +
		"Mobile\tPlace\tsettlement\tQ3\t\t\n" +
		"Marta Hallgrim Osei\tPerson\t\tQ4\tMarta Osei\t\n" +
		"Kosovo\tPlace\tstate\tQ5\t\t\n"
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	names, err := gazetteer.Files{Gazetteer: []string{path}}.Names()
	if err != nil {
		t.Fatal(err)
	}
	with, err := read.Registered().Readers(read.Settings{Names: names})
	if err != nil {
		t.Fatal(err)
	}
	without, err := read.Registered().Readers(read.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	found := func(r *read.Readers, text string) []string {
		reading, err := r.Read(context.Background(), read.Text{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, m := range reading.Mentions {
			out = append(out, m.Type+" "+m.Entity)
		}
		for _, c := range reading.Claims {
			out = append(out, c.Subject+" "+string(c.Predicate)+" "+c.Object)
		}
		return out
	}
	for text, want := range map[string][]string{
		"Ann Winters sued Kenya on Monday.":            {"ORGANIZATION Ann Winters", "PLACE Kenya", "Ann Winters SUED Kenya"},
		"The Zorvian Republic has recognized Kosovo.":  {"PLACE Zorvia", "PLACE Kosovo", "Zorvia RECOGNIZED Kosovo"},
		"Mobile phones were sold to Kenya.":            {"PLACE Kenya"},
		"Marta Osei met Angela Merkel on Monday.":      {"PERSON Marta Hallgrim Osei", "PERSON Angela Merkel", "Marta Hallgrim Osei MET_WITH Angela Merkel"},
		"Kenya recognized Kosovo. Serbia rejected it.": found(without, "Kenya recognized Kosovo. Serbia rejected it."),
	} {
		if d := cmp.Diff(want, found(with, text)); d != "" {
			t.Errorf("%s: %s", text, d)
		}
	}
	if got := found(without, "Ann Winters sued Kenya on Monday."); slices.Contains(got, "ORGANIZATION Ann Winters") {
		t.Errorf("the reader knew it before: %v", got)
	}
	for _, bad := range []string{filepath.Join(t.TempDir(), "none.tsv"), "gazetteer_names_test.go"} {
		if _, err := (gazetteer.Files{Gazetteer: []string{bad}}).Names(); kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%s: %v", bad, err)
		}
	}
}
