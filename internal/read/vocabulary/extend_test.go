package vocabulary

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
)

const towns = `# twin towns
- id: TWINNED_WITH
  label: is twinned with
  means: The subject and the object are twin towns.
  inverse: is twinned with
  synonyms: [twinned with]
  patterns:
    - verb: [twin]
      stative: true
      object: [with]
      need: place
- id: RECOGNIZED
  synonyms: [hailed the birth of]
  patterns:
    - verb: [hail]
      light: [birth]
      object: [of]
      need: place
`

func file(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "words.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestExtend(t *testing.T) {
	before, err := Entries()
	if err != nil {
		t.Fatal(err)
	}
	got, err := Extend(file(t, towns), file(t, "- id: TWINNED_WITH\n  synonyms: [sister city of]\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(before)+1 {
		t.Fatalf("%d entries, want %d", len(got), len(before)+1)
	}
	twin := got[len(before)]
	if d := cmp.Diff([]string{"twinned with", "sister city of"}, twin.Synonyms); d != "" || twin.Family != "TWINNED_WITH" || len(twin.Subject) != 3 {
		t.Errorf("the new predicate is %+v\n%s", twin, d)
	}
	if !strings.HasSuffix(twin.Patterns[0].Source, "words.yaml, line 8") {
		t.Errorf("its pattern comes from %q", twin.Patterns[0].Source)
	}
	at := slices.IndexFunc(got, func(e Entry) bool { return e.ID == "RECOGNIZED" })
	if len(got[at].Patterns) != len(before[at].Patterns)+1 || len(got[at].Synonyms) != len(before[at].Synonyms)+1 {
		t.Error("the built-in predicate has not grown by one pattern and one synonym")
	}
	if again, _ := Entries(); len(again[at].Patterns) != len(before[at].Patterns) || again[at].Patterns[0].Source != "" {
		t.Error("the built-in entries were changed")
	}
	v, err := Index(got)
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]kg.PredicateID{"sister city of": "TWINNED_WITH", "hailed the birth of": "RECOGNIZED", "twinned_with": "TWINNED_WITH"} {
		if ids, err := v.Find(words); err != nil || ids[0] != want {
			t.Errorf("Find(%q) = %v, %v", words, ids, err)
		}
	}
}

// TestExtendRefuses: every error names the file, and the line and the field where there are such, and says what to do.
func TestExtendRefuses(t *testing.T) {
	head := "- id: TWINNED_WITH\n  label: l\n  means: m\n  inverse: i\n"
	bomb := "- id: A\n  label: &a [x, x, x, x, x, x, x, x, x]\n  means: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n  inverse: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n"
	for _, c := range []struct{ name, file, want string }{
		{"empty", "", "is empty; give it a list"},
		{"comments only", "# nothing\n", "is empty; give it a list"},
		{"no list", "id: A\n", "line 1: the file is not the YAML list"},
		{"bad YAML", "- id: [A\n", "correct the YAML"},
		{"tabs", "- id: A\n\tlabel: b\n", "line 2"},
		{"no text", "\x7fELF\x00\x01\xff", "no text in UTF-8"},
		{"two parts", "- id: ABC\n  synonyms: [x]\n---\n- id: B\n", "line 3: the file has a second part"},
		{"a word for a predicate", "- TWINNED\n", "line 1: a predicate is a list of fields"},
		{"unknown field", head + "  colour: red\n", `line 5, field "colour": a predicate has no such field`},
		{"unknown field of a pattern", head + "  patterns:\n    - verbs: [twin]\n", `line 6, field "verbs": a pattern has no such field; it has verb`},
		{"twice a field", head + "  label: again\n", `line 5, field "label": the field stands there twice`},
		{"no id", "- label: l\n", `line 1, field "id"`},
		{"lower-case id", "- id: twinned\n", `line 1, field "id": "twinned" is no predicate's name`},
		{"Cypher in the id", "- id: \"A`) DETACH DELETE (n\"\n", "is no predicate's name"},
		{"no meaning", "- id: TWINNED_WITH\n  label: l\n  inverse: i\n", `line 1, field "means": the predicate TWINNED_WITH is new`},
		{"a word for a list", head + "  synonyms: twinned\n", "line 5: cannot take !!str `twinned` as a list of words"},
		{"a list for a word", "- id: A\n  label: [a]\n", "line 2: cannot take !!seq as a word"},
		{"empty synonym", head + "  synonyms: [a, ' ']\n", `line 5, field "synonyms"`},
		{"unknown type", head + "  subject: [Planet]\n", `line 5, field "subject": TWINNED_WITH allows the type "Planet"; use Person`},
		{"unknown need", head + "  patterns:\n    - verb: [twin]\n      object: [with]\n      need: choir\n", `line 8, field "need": "choir" is no kind of object; use one of entity`},
		{"unknown who", head + "  patterns:\n    - verb: [twin]\n      object: [with]\n      who: me\n", `line 8, field "who"`},
		{"unknown place", head + "  patterns:\n    - verb: [twin]\n      object: [somewhere]\n", `line 7, field "object": "somewhere" is no place`},
		{"no place", head + "  patterns:\n    - verb: [twin]\n", `line 6, field "object": a pattern of TWINNED_WITH does not say`},
		{"nothing to find it by", head + "  patterns:\n    - object: [with]\n", "line 6: a pattern of TWINNED_WITH has neither verb"},
		{"two words for a verb", head + "  patterns:\n    - verb: [be twinned]\n      object: [with]\n", "line 6: verbs and nouns of patterns are single lower-case words"},
		{"upper case verb", head + "  patterns:\n    - verb: [Twin]\n      object: [with]\n", "line 6: verbs and nouns"},
		{"unknown trait", head + "  traits: [loud]\n", `line 5, field "traits": "loud" is no trait; use some of states`},
		{"unknown condition", head + "  patterns:\n    - verb: [twin]\n      object: [with]\n      unless: [rain]\n", `line 8, field "unless": "rain"`},
		{"who is aside", head + "  patterns:\n    - noun: [twin]\n      object: [with]\n      asideWho: [dog]\n", `field "asideWho": "dog"`},
		{"what it turns into", head + "  becomes: {frog: RECOGNIZED}\n", `line 5, field "becomes": a claim cannot become "frog"`},
		{"unknown relation", head + "  relation: beside\n", `line 5, field "relation": "beside" is no relation`},
		{"traits of a built-in one", "- id: RECOGNIZED\n  traits: [fatal]\n  synonyms: [x]\n", "cannot be changed"},
		{"twice", head + head, `line 5, field "id": TWINNED_WITH stands twice in this file, first in line 1`},
		{"another meaning of a built-in one", "- id: RECOGNIZED\n  means: hugged\n  synonyms: [x]\n", `line 2, field "means": RECOGNIZED is there already`},
		{"other ends of a built-in one", "- id: RECOGNIZED\n  object: [text]\n  synonyms: [x]\n", "cannot be changed"},
		{"nothing for a built-in one", "- id: RECOGNIZED\n", "adds nothing to it"},
		{"aliases upon aliases", bomb, "cannot take"},
		{"deep", "- id: A\n  label: " + strings.Repeat("[", 20000) + "\n", "correct the YAML"},
		{"too long", "# " + strings.Repeat("x", largestFile), "cut it into several files"},
	} {
		path := file(t, c.file)
		_, err := Extend(path)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: error %v, want one of %s with %q", c.name, err, path, c.want)
			continue
		}
		if code := kg.CodeOf(err); code != kg.Invalid && code != kg.TooLarge {
			t.Errorf("%s: code %s", c.name, code)
		}
	}
	if _, err := Extend(file(t, head+"  becomes: {undone: PARTED_FROM}\n")); err == nil || !strings.Contains(err.Error(), "PARTED_FROM (undone), which is no predicate") {
		t.Errorf("a target that is not there: %v", err)
	}
	for _, path := range []string{filepath.Join(t.TempDir(), "none.yaml"), t.TempDir()} {
		if _, err := Extend(path); err == nil || !strings.Contains(err.Error(), path) || kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func FuzzExtend(f *testing.F) {
	f.Add([]byte(towns))
	f.Add([]byte("- id: A\n  label: *a\n"))
	f.Add([]byte("- &a id: A\n  <<: *a\n"))
	f.Add([]byte("- id: A\n  patterns: [{verb: [x], object: [of]}]\n  label: a\n  means: m\n  inverse: i"))
	f.Fuzz(func(t *testing.T, data []byte) {
		records, err := source{"f"}.records(data)
		if err != nil {
			return
		}
		list, err := Entries()
		if err != nil {
			t.Fatal(err)
		}
		list = slices.Clone(list)
		for _, r := range records {
			if list, err = r.ofUser().addTo(list, 1); err != nil {
				return
			}
		}
		if _, err := Index(list); err != nil {
			t.Error(err)
		}
	})
}
