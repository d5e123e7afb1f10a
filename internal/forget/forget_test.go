package forget_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sayso/internal/forget"
	"sayso/internal/kg"
	"sayso/internal/kgtest"
)

var key = forget.Key(strings.Repeat("k", 32))

// forgotten is a list with one person on it.
func forgotten(t testing.TB, mode kg.ForgottenArticles, ids []string, names ...string) *forget.List {
	t.Helper()
	f := forget.New(key, forget.Person{IDs: ids, Names: names})
	f.Articles = mode
	l, err := forget.NewList(key, []kg.Forgetting{f})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestNamesInTexts(t *testing.T) {
	l := forgotten(t, kg.RedactArticles, nil, "Ada Byron", "Byron")
	for text, want := range map[string]string{
		"Ada Byron spoke.":                        "█████████ spoke.",
		"ADA  BYRON’S house":                      "████████████ house",
		"Byron, Ada (1815)":                       "██████████ (1815)",
		"see #AdaByron and x.example/ada-byron":   "see #████████ and x.example/█████████",
		"Áda Byrón spoke; later Byron left.":      "█████████ spoke; later █████ left.",
		"Byron spoke.":                            "Byron spoke.", // not named in full: somebody else, for all that is known
		"Ada went home. Byron Adams stayed.":      "Ada went home. Byron Adams stayed.",
		"Ada\nByron":                              "███\n█████",
		"Adam Byron and Ada Byronson are others.": "Adam Byron and Ada Byronson are others.",
	} {
		look := l.Look(text, nil)
		got := look.Black(text)
		if got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
		if len([]rune(got)) != len([]rune(text)) {
			t.Errorf("%q changed its length", text)
		}
	}
	if text := "said Ada Byron.Then others spoke"; !strings.HasPrefix(first(l, text), "said █████████.") {
		t.Errorf("a missing blank hides the name: %q", first(l, text))
	}
}

func first(l *forget.List, text string) string { look := l.Look(text, nil); return look.Black(text) }

// TestOthersKeepTheirNames: the short name of somebody forgotten stays where it is a mention of somebody else, and the
// full one never does.
func TestOthersKeepTheirNames(t *testing.T) {
	l := forgotten(t, kg.RedactArticles, nil, "Ada Byron")
	text := "Ada Byron met Annabella Byron."
	mention := kg.Mention{EntityID: "ent_other", Passage: kg.Passage{Start: 14, End: 29}}
	look := l.Look(text, []kg.Mention{mention})
	if got := look.Black(text); got != "█████████ met Annabella Byron." {
		t.Error(got)
	}
}

// TestKeptHashesSayNothing: what is kept has no word of a name, another key knows nobody again, and its list is refused.
func TestKeptHashesSayNothing(t *testing.T) {
	id := kg.EntityID(kg.Person, "Ada Byron")
	f := forget.New(key, forget.Person{IDs: []string{id}, Names: []string{"Ada Byron"}})
	data, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"ada", "byron", id} {
		if strings.Contains(strings.ToLower(string(data)), secret) {
			t.Errorf("%s holds %q", data, secret)
		}
	}
	other := forget.Key(strings.Repeat("x", 32))
	if g := forget.New(other, forget.Person{IDs: []string{id}, Names: []string{"Ada Byron"}}); slices.Equal(f.Names, g.Names) || slices.Equal(f.Actors, g.Actors) {
		t.Error("two keys give the same hashes")
	}
	if _, err := forget.NewList(other, []kg.Forgetting{f}); kg.CodeOf(err) != kg.Unavailable {
		t.Errorf("a list of another key: %v", err)
	}
}

func TestKeyFile(t *testing.T) {
	file := &forget.KeyFile{Path: filepath.Join(t.TempDir(), "data", forget.KeyFileName)}
	if key, err := file.Load(); key != nil || err != nil {
		t.Fatal(key, err)
	}
	made, err := file.Make()
	if err != nil || len(made) != 32 {
		t.Fatal(made, err)
	}
	again, err := (&forget.KeyFile{Path: file.Path}).Make()
	if err != nil || string(again) != string(made) {
		t.Errorf("another key the second time: %v", err)
	}
	if info, _ := os.Stat(file.Path); info.Mode().Perm() != 0o600 {
		t.Errorf("others may read it: %v", info.Mode())
	}
	if err := os.WriteFile(file.Path, []byte("short"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := (&forget.KeyFile{Path: file.Path}).Load(); kg.CodeOf(err) != kg.Unavailable {
		t.Errorf("a broken key: %v", err)
	}
}

// TestAnyRecordStaysWhole: whichever of its actors is forgotten, a record is one that the store takes, has no name of
// theirs, and comes out the same when it is handed in again.
func TestAnyRecordStaysWhole(t *testing.T) {
	records := slices.Concat(kgtest.Recognitions(), kgtest.Relations(), kgtest.Quarrels(), kgtest.Retellings())
	rapid.Check(t, func(t *rapid.T) {
		r := rapid.SampledFrom(records).Draw(t, "record")
		if len(r.Entities) == 0 {
			return
		}
		who := rapid.SampledFrom(r.Entities).Draw(t, "who")
		f := forget.New(key, forget.Person{IDs: []string{who.ID}, Names: append(who.Aliases, who.Name)})
		f.Articles = rapid.SampledFrom([]kg.ForgottenArticles{kg.RedactArticles, kg.KeepArticles}).Draw(t, "articles")
		l, err := forget.NewList(key, []kg.Forgetting{f})
		if err != nil {
			t.Fatal(err)
		}
		out, err := l.Record(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := out.Check(); err != nil {
			t.Fatalf("%s is forgotten, and the store refuses: %v", who.Name, err)
		}
		again, err := l.Record(out)
		if err != nil || asText(again) != asText(out) {
			t.Fatalf("the second time gives another record: %v", err)
		}
		if f.Articles == kg.RedactArticles && strings.Contains(asText(out.Statements), who.ID) {
			t.Fatalf("%s is still there", who.Name)
		}
		if slices.ContainsFunc(out.Entities, func(e kg.Entity) bool { return e.ID == who.ID }) {
			t.Fatalf("%s is still an actor", who.Name)
		}
	})
}

func asText(v any) string { data, _ := json.Marshal(v); return string(data) }

func TestRefusedArticles(t *testing.T) {
	r := kgtest.Recognitions()[0]
	l := forgotten(t, kg.DeleteArticles, []string{r.Entities[0].ID})
	if _, err := l.Record(r); kg.CodeOf(err) != kg.Forbidden {
		t.Errorf("%v", err)
	}
}
