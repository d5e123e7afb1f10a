package imports_test

import (
	"strings"
	"testing"

	"sayso/internal/imports"
	"sayso/internal/kg"
)

const extract = `[
{"id":"Q7747","labels":{"en":{"value":"Vladimir Putin"},"ru":{"value":"Владимир Путин"},"de":{"value":"Wladimir Putin"}},"aliases":{"en":[{"value":"Putin"},{"value":"Vladimir V. Putin"},{"value":"V|P"}]},"claims":{"P31":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}]}},
{"id":"Q148","labels":{"zh":{"value":"中国"},"fr":{"value":"Chine"}},"claims":{"P31":[{"rank":"deprecated","mainsnak":{"datavalue":{"value":{"id":"Q5"}}}},{"mainsnak":{"datavalue":{"value":{"id":"Q3624078"}}}}]}},
{"id":"Q42","labels":{"en":{"value":"The Hitchhiker"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q7725634"}}}}]}},
{"id":"P31","labels":{"en":{"value":"instance of"}}}
{"id":"Q9","labels":{"ru":{"value":"Нечто"}},"claims":{}}
not json
]
`

// TestNames: items become names with their ids; what does not act, has no name or is no item is told with its line.
func TestNames(t *testing.T) {
	var lines, faults []string
	err := imports.Names("x.json", strings.NewReader(extract), func(n imports.Name) error {
		if n.Fault != nil {
			faults = append(faults, n.Fault.Error())
			return nil //nolint:nilerr // what stands behind goes on
		}
		lines = append(lines, n.Entry.Line())
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"Vladimir Putin\tPerson\t\tQ7747\tVladimir V. Putin|Wladimir Putin\tВладимир Путин", "Chine\tPlace\tstate\tQ148\t\t中国"}
	if strings.Join(lines, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(lines, "\n"))
	}
	for i, want := range []string{"x.json line 4: The Hitchhiker (Q42) is of the classes [Q7725634], and none of these acts", `x.json line 5: "P31" is no id of an item`,
		"x.json line 6: Q9 has no label in English or Latin letters", "x.json line 7: it is no JSON"} {
		if i >= len(faults) || !strings.HasPrefix(faults[i], want) {
			t.Errorf("fault %d is not %q: %v", i, want, faults)
		}
	}
}

// FuzzNames: whatever an extract holds, nothing panics, and what is written can be read again.
func FuzzNames(f *testing.F) {
	f.Add(extract)
	f.Fuzz(func(t *testing.T, file string) {
		_ = imports.Names("file", strings.NewReader(file), func(n imports.Name) error {
			if n.Fault == nil && (strings.Count(n.Entry.Line(), "\t") != 5 || strings.ContainsAny(n.Entry.Line(), "\r\n") || kg.FoldName(n.Entry.Name) == "") {
				t.Errorf("%q", n.Entry.Line())
			}
			return nil
		})
	})
}
