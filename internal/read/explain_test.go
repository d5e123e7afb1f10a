package read

import (
	"context"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
)

const explained = `Jane Roe, the president of Peru, said Kenya had not recognized Kosovo. At least 12 soldiers were killed.`

// TestStages prints one text after each stage.
func TestStages(t *testing.T) {
	for stage, want := range map[string][]string{
		"tree":     {"0\tJane\tJane\tNNP\tcompound\t1\n", "said\tsay\tVBD\tROOT"},
		"mentions": {"Jane Roe\tJane Roe\tPerson", "Kenya\tKenya\tPlace state"},
		"frames":   {"recognized  agent=Kenya  object=Kosovo  ASSERTED negated\n  rules  ", "subject.direct(recognized, Kenya)"},
		"statements": {
			"Jane Roe\t[said]\tKenya had not recognized Kosovo\n",
		},
		"claims": {"not Kenya RECOGNIZED Kosovo\n", "Jane Roe HOLDS_OFFICE_IN Peru as president\n", "- KILLED 12 soldiers AT_LEAST12 soldiers\n"},
	} {
		got, err := reader(t).Stage(context.Background(), Text{Text: explained}, stage)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range want {
			if !strings.Contains(got, line) {
				t.Errorf("stage %s has no %q:\n%s", stage, line, got)
			}
		}
	}
	_, err := reader(t).Stage(context.Background(), Text{Text: explained}, "trees")
	if kg.CodeOf(err) != kg.Invalid || !strings.Contains(err.Error(), strings.Join(Stages(), ", ")) {
		t.Errorf("the error does not name the stages: %v", err)
	}
}

// TestExplain: each claim has its words, its frame or that it has none, and rules that all have a name.
func TestExplain(t *testing.T) {
	texts := map[string]string{"short": explained}
	if seed, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "eval", "seed", "article.txt")); err == nil {
		texts["seed"] = string(seed)
	} else {
		t.Logf("SKIPPED for the hand-made article, which is not there (%v)", err)
	}
	for name, text := range texts {
		r := mustRead(t, Text{Text: text})
		got, err := reader(t).Explain(context.Background(), Text{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		wanted, blocks := len(r.Claims)+len(r.Withheld), map[string]int{}
		for line := range strings.Lines(got) {
			key, rest, _ := strings.Cut(strings.TrimSpace(line), "  ")
			if strings.HasPrefix(line, "  ") {
				blocks[key]++
			} else {
				blocks["claim"]++
			}
			if key == "rules" && (!strings.Contains(rest, "#") && !strings.Contains(rest, ".") || strings.HasPrefix(rest, "(")) {
				t.Errorf("%s: a claim without a rule: %s", name, line)
			}
		}
		want := map[string]int{"claim": wanted, "words": wanted, "frame": wanted, "rules": wanted}
		if n := len(r.Withheld); n > 0 {
			want["withheld"] = n
		}
		if d := cmp.Diff(want, blocks); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
}

// TestAblation: leaving nothing out gives the reading, and leaving out the rule that made a claim takes it away.
func TestAblation(t *testing.T) {
	in := Text{Text: explained}
	a, err := reader(t).Ablate(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	whole, signs, err := reader(t).ReadWithSigns(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(whole, a.Without("")); d != "" {
		t.Errorf("without nothing (-want +got):\n%s", d)
	}
	if len(signs) != len(whole.Claims) || len(signs) < 3 {
		t.Fatalf("%d lists of signs for %d claims", len(signs), len(whole.Claims))
	}
	for _, rule := range []string{"RECOGNIZED#1", "subject.direct"} {
		if a.Fired[rule] == 0 {
			t.Errorf("%s was not applied", rule)
		}
		for _, c := range a.Without(rule).Claims {
			if c.Predicate == "RECOGNIZED" && c.Subject == "Kenya" {
				t.Errorf("without %s there still is %+v", rule, c)
			}
		}
	}
	known := reader(t).Rules()
	for rule := range a.Fired {
		if id, _, isPattern := strings.Cut(rule, "#"); isPattern && !strings.Contains(strings.Join(known, " "), id+"#") {
			t.Errorf("%s was applied and is no pattern of the vocabulary", rule)
		}
	}
}

// TestSpareMemory: collecting early is the program's own choice, and never overrides its user's.
func TestSpareMemory(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	t.Setenv("GOGC", "100")
	SpareMemory()
	if got := debug.SetGCPercent(100); got != 100 {
		t.Errorf("GOGC was set, and the collector runs at %d %%", got)
	}
	t.Setenv("GOGC", "")
	SpareMemory()
	if got := debug.SetGCPercent(100); got != thrift {
		t.Errorf("the collector runs at %d %%, want %d", got, thrift)
	}
}
