package read

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"sayso/internal/read/score"
	"sayso/internal/read/tagger/measure"
)

// wanted is the least F1 of attributions that the reader is meant to reach on annotated articles it was not trained
// with, in percent.
var wanted = map[string]float64{"exact.source": 76, "exact.cue": 71, "exact.content": 63, "overlap.source": 80, "overlap.content": 84,
	"pairs.content": 73, "pairs.speaker": 69}

// TestDevScores keeps the whole reader's figures on articles with annotated attributions in a file, so that a change
// shows.
func TestDevScores(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: reads 84 articles; not with -short")
	}
	dir := filepath.Join("..", "..", "..", "shared", "eval", "polnear", "dev")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("SKIPPED: the annotated articles are not there (%v)", err)
	}
	articles, err := measure.ReadFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	figures := measure.Figures{}
	var sure score.Reliability
	for _, a := range articles {
		var found []measure.Attribution
		overlap := measure.Overlap(a.Text)
		for _, s := range mustRead(t, Text{Doc: a.Name, Text: a.Text}).Statements {
			found = append(found, measure.Attribution{Source: s.Source, Cue: s.Cue, Content: s.Content})
			sure.Add(s.Confidence, slices.ContainsFunc(a.Attributions, func(g measure.Attribution) bool { return overlap(g.Content, s.Content) >= .5 }))
		}
		figures.Add(a, found)
	}
	head := "# statements of articles that the tagger was not trained on; right: an annotated content shares at least half of the words\n"
	score.Ledger{Path: "testdata/scores/confidence.txt", Tolerance: 1, Regenerate: "make score"}.Keep(t, head+sure.Table("statements"), *update)
	var lines []string
	for name, c := range figures {
		lines = append(lines, fmt.Sprintf("%-16s P %5.1f  R %5.1f  F1 %5.1f\n", name, c.Precision(), c.Recall(), c.F1()))
		if c.F1() < wanted[name] {
			t.Errorf("%s F1 %.1f, want at least %.1f", name, c.F1(), wanted[name])
		}
	}
	sort.Strings(lines)
	score.Ledger{Path: "testdata/scores/attribution.txt", Tolerance: .3, Regenerate: "make score"}.Keep(t, strings.Join(lines, ""), *update)
}

// TestBatches reads a text that the tagger gets in two parts: every paragraph has to be read as it is by itself.
func TestBatches(t *testing.T) {
	const paragraph = "The bridge was closed in May, Anna Novak told reporters on Monday, and drivers went round by the old road.\n\n"
	per := len(paragraph) // all of it is ASCII
	n := batch/20 + 100
	seen := map[int]int{}
	for _, s := range mustRead(t, Text{Text: strings.Repeat(paragraph, n)}).Statements {
		seen[s.Cue[0][0]/per]++
	}
	for i := 1; i < n; i++ {
		if seen[i] != seen[1] || seen[i] == 0 {
			t.Fatalf("paragraph %d has %d statements, the second one %d", i, seen[i], seen[1])
		}
	}
}
