package read

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"sayso/internal/kg"
	"sayso/internal/read/score"
)

var update = flag.Bool("update", false, "rewrite the golden and score files")

var shared = sync.OnceValues(New)

func reader(t testing.TB) *Reader {
	t.Helper()
	r, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func mustRead(t testing.TB, in Text) kg.Reading {
	t.Helper()
	got, err := reader(t).Read(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// TestGolden reads the article of each testdata/*.txtar and compares names, statements and claims with its "want".
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files (%v)", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Files) != 2 || a.Files[0].Name != "article" || a.Files[1].Name != "want" {
				t.Fatal("the file needs the sections article and want")
			}
			text := string(a.Files[0].Data)
			got := show(text, mustRead(t, Text{Doc: "golden", Text: text, PublishedAt: "2024-06-05"}))
			if *update {
				a.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(string(a.Files[1].Data), got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// show prints a reading with the words of its spans.
func show(text string, r kg.Reading) string {
	runes := []rune(text)
	words := func(spans ...kg.Span) string {
		var out []string
		for _, s := range spans {
			out = append(out, "«"+strings.Join(strings.Fields(string(runes[s[0]:s[1]])), " ")+"»")
		}
		return strings.Join(out, " ")
	}
	var b strings.Builder
	for _, m := range r.Mentions {
		fmt.Fprintf(&b, "name %s %s = %s\n", words(m.Span), m.Type, m.Entity)
	}
	for i, s := range r.Statements {
		fmt.Fprintf(&b, "\nstatement %d %s %s by %q", i, s.Kind, s.Modality, s.Speaker)
		if len(s.Via) > 0 {
			fmt.Fprintf(&b, " via %s", strings.Join(s.Via, ", "))
		}
		if s.UtteredOn != "" {
			fmt.Fprintf(&b, " on %s", s.UtteredOn)
		}
		fmt.Fprintf(&b, "\n  source %s cue %s\n  content %s\n", words(s.Source...), words(s.Cue...), words(s.Content...))
		if len(s.Quotes) > 0 {
			fmt.Fprintf(&b, "  quotes %s\n", words(s.Quotes...))
		}
	}
	b.WriteString("\n")
	for _, c := range r.Claims {
		fmt.Fprintf(&b, "claim %q %s %q", c.Subject, c.Predicate, c.Object)
		if c.Negated {
			b.WriteString(" NOT")
		}
		if c.Modality != kg.Asserted {
			fmt.Fprintf(&b, " %s", c.Modality)
		}
		if q := c.Quantity; q != nil {
			fmt.Fprintf(&b, " %s%g %s", q.Bound, q.Value, q.Unit)
		}
		if c.Role != "" {
			fmt.Fprintf(&b, " role %q", c.Role)
		}
		if c.Date != "" {
			fmt.Fprintf(&b, " on %s", c.Date)
		}
		if c.Statement != nil {
			fmt.Fprintf(&b, " in statement %d", *c.Statement)
		}
		fmt.Fprintf(&b, "\n  %s\n", words(c.Evidence))
	}
	return b.String()
}

// TestSeedScore keeps the figures on the hand-made article next to the project in a file, so that a change shows.
func TestSeedScore(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "eval", "seed")
	text, err := os.ReadFile(filepath.Join(dir, "article.txt"))
	if err != nil {
		t.Skipf("SKIPPED: the hand-made article is not there (%v)", err)
	}
	raw, err := os.ReadFile(filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		t.Skipf("SKIPPED: the hand-made reading is not there (%v)", err)
	}
	var gold kg.Reading
	if err := json.Unmarshal(raw, &gold); err != nil {
		t.Fatal(err)
	}
	figures := score.New()
	got := mustRead(t, Text{Doc: gold.Doc, Text: string(text)})
	figures.Add(string(text), gold, got)
	checkTargets(t, figures)
	score.Ledger{Path: "testdata/scores/seed.txt", Tolerance: 1, Regenerate: "make score"}.Keep(t, figures.String(), *update)
}

// checkTargets fails where the figures are below what the reader is meant to reach.
func checkTargets(t *testing.T, f score.Figures) {
	t.Helper()
	if f["mentions.strict"].F1() < 97 {
		t.Errorf("mentions.strict F1 %.1f, want at least 97", f["mentions.strict"].F1())
	}
	if f["mentions.linked"].F1() < 95 {
		t.Errorf("mentions.linked F1 %.1f, want at least 95", f["mentions.linked"].F1())
	}
	if f["quotes.speaker"].Hit < 8 {
		t.Errorf("%d quotations with the right speaker, want 8", f["quotes.speaker"].Hit)
	}
	if found, right := f["statements.found"].Hit, f["statements.speaker"].Hit; found < 18 || right < 17 {
		t.Errorf("%d statements found and %d speakers right, want at least 18 and 17", found, right)
	}
	if c := f["claims"]; c.Precision() < 92 || c.Recall() < 85 {
		t.Errorf("claims precision %.1f and recall %.1f, want at least 92 and 85", c.Precision(), c.Recall())
	}
	if c := f["claims.recognition"]; c.Hit != 6 || c.Predicted != 6 {
		t.Errorf("recognition claims %+v, want exactly the six of gold", *c)
	}
}
