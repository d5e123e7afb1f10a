package main

import (
	"context"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/internal/kg"
	"sayso/internal/read"
	"sayso/internal/read/score"
	"sayso/internal/read/settle"
)

var update = flag.Bool("update", false, "fit the weights anew and keep the table")

// root is the root of the project.
const root = "../../../"

// TestConfidenceScores: the weights in use are those fitted to the committed signs, and the table says how far they can
// be trusted.
func TestConfidenceScores(t *testing.T) {
	all, err := readSamples(root + signsFile)
	if err != nil {
		t.Fatal(err)
	}
	score.Ledger{Path: "testdata/confidence.txt", Tolerance: 0.1, Regenerate: "make score"}.Keep(t, table(all), *update)
	want := weightsText(fit(all), len(all))
	if *update {
		if err := os.WriteFile(root+weightsFile, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(root + weightsFile)
	if err != nil || string(have) != want {
		t.Errorf("%s is not what signs.tsv gives (%v); run go run ./internal/read/confidence fit", weightsFile, err)
	}
}

// TestConfidenceIsOrdered: the weights in use make sense: there are some, all claims have a confidence, and they are
// not all the same.
func TestConfidenceIsOrdered(t *testing.T) {
	plain := settle.Confidence([]string{"verb"})
	doubtful := settle.Confidence([]string{"verb", "pronoun", "unnamed object", "not asserted", "said"})
	if plain <= doubtful || plain > .995 || doubtful < .2 {
		t.Errorf("a plain claim has confidence %.2f, one about a pronoun's something %.2f", plain, doubtful)
	}
}

// TestFit: a sign that only wrong claims have lowers the confidence, one that all have says nothing.
func TestFit(t *testing.T) {
	var list []sample
	for i := range 240 {
		s := sample{article: string(rune('a' + i%6)), right: i%4 != 0, signs: []string{"verb"}}
		if !s.right {
			s.signs = append(s.signs, "pronoun")
		}
		list = append(list, s)
	}
	w := fit(list)
	if w["pronoun"] > -1 || math.Abs(w["verb"]) > 2 {
		t.Errorf("%v", w)
	}
	for i, p := range crossValidated(list) {
		if list[i].right != (p > .5) {
			t.Errorf("%+v has %.2f", list[i], p)
		}
	}
}

// TestCollect: judged claims are found again by their keys, others are no samples, and missing articles are named.
func TestCollect(t *testing.T) {
	dir := t.TempDir()
	const text = "Kenya recognized Kosovo on Monday. Peru attacked Chile."
	if err := os.WriteFile(filepath.Join(dir, "one.txt"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	verdictsPath := filepath.Join(dir, "verdicts.tsv")
	key := claimKey(kg.ReadClaim{Subject: "Kenya", Predicate: "RECOGNIZED", Object: "Kosovo", Evidence: kg.Span{0, 1}})
	lines := "# comment\none\t" + key + "\tRECOGNIZED\tright\ngone\t00000000\tX\twrong\n"
	if err := os.WriteFile(verdictsPath, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	v, err := readVerdicts(verdictsPath)
	if err != nil || v.len() != 2 {
		t.Fatal(v, err)
	}
	reader, err := read.New()
	if err != nil {
		t.Fatal(err)
	}
	got, missing, err := collect(context.Background(), reader, v, []string{dir})
	if err != nil || len(got) != 1 || !got[0].right || len(missing) != 1 || missing[0] != "gone" {
		t.Fatalf("%+v, %v, %v", got, missing, err)
	}
	signsPath := filepath.Join(dir, "signs.tsv")
	if err := writeSamples(signsPath, got); err != nil {
		t.Fatal(err)
	}
	again, err := readSamples(signsPath)
	if err != nil || len(again) != 1 || strings.Join(again[0].signs, ",") != strings.Join(got[0].signs, ",") {
		t.Errorf("%+v, %v", again, err)
	}
	if err := os.WriteFile(verdictsPath, []byte("one\tx\tY\tmaybe\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readVerdicts(verdictsPath); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("%v", err)
	}
}
