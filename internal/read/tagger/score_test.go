package tagger

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"sayso/internal/nlp"
	"sayso/internal/read/tagger/measure"
)

var (
	update  = flag.Bool("update", false, "write the measured figures to testdata/dev_scores.txt")
	devDir  = filepath.Join("..", "..", "..", "..", "shared", "eval", "polnear", "dev")
	scoring = filepath.Join("testdata", "dev_scores.txt")
)

// tolerated is how many points a figure may fall before it has to be announced.
const tolerated = .3

// TestDevScores reads annotated articles that the weights were not trained on and compares with the committed figures.
func TestDevScores(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 84 articles; not with -short")
	}
	if _, err := os.Stat(devDir); err != nil {
		t.Skipf("NOT MEASURED: the annotated articles are not at %s", devDir)
	}
	articles, err := measure.ReadFolder(devDir)
	if err != nil {
		t.Fatal(err)
	}
	pipeline, tagger := loaded(t)
	groups := map[string]measure.Figures{}
	kinds, scores := map[string]*measure.Count{}, map[string]*measure.Count{}
	for _, a := range articles {
		in := Prepare(pipeline, a.Text)
		var found []measure.Attribution
		all := tagger.Attributions(in.Doc, in.Segments, in.Quotes)
		for _, x := range all {
			found = append(found, measure.Attribution{Source: x.Source, Cue: x.Cue, Content: x.Content})
		}
		rightByScore(a, all, scores)
		outlet, _, _ := strings.Cut(a.Name, "_")
		for _, g := range []string{"all", outlet} {
			if groups[g] == nil {
				groups[g] = measure.Figures{}
			}
			groups[g].Add(a, found)
		}
		recallByKind(a, found, kinds)
	}
	got := report(groups, kinds, scores)
	t.Log("\n" + strings.Join(got, "\n"))
	if *update {
		if err := os.WriteFile(scoring, []byte(strings.Join(got, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	compare(t, got)
}

func loaded(t testing.TB) (*nlp.Pipeline, *Tagger) {
	t.Helper()
	p, err := nlp.English()
	if err != nil {
		t.Fatal(err)
	}
	tagger, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return p, tagger
}

// recallByKind counts the annotated contents that were found, by how they are quoted.
func recallByKind(a measure.Article, found []measure.Attribution, kinds map[string]*measure.Count) {
	text := []rune(a.Text)
	overlap := measure.Overlap(a.Text)
	for _, g := range a.Attributions {
		if len(g.Content) == 0 {
			continue
		}
		var b strings.Builder
		for _, s := range g.Content {
			b.WriteString(string(text[s[0]:s[1]]))
		}
		kind, marks := "indirect", "\"“”"
		if strings.ContainsAny(b.String(), marks) {
			kind = "partly quoted"
			if r := []rune(strings.TrimSpace(b.String())); strings.ContainsRune(marks, r[0]) && strings.ContainsRune(marks, r[len(r)-1]) {
				kind = "quoted"
			}
		}
		if kinds[kind] == nil {
			kinds[kind] = &measure.Count{}
		}
		kinds[kind].Gold++
		for _, f := range found {
			if overlap(g.Content, f.Content) >= .5 {
				kinds[kind].Hit++
				break
			}
		}
	}
}

// rightByScore counts, by the score that attributions were given, how many have a content that is annotated, by half or more.
func rightByScore(a measure.Article, found []Attribution, scores map[string]*measure.Count) {
	overlap := measure.Overlap(a.Text)
	for _, f := range found {
		low := math.Floor(f.Score*10) / 10
		name := fmt.Sprintf("%.1f-%.1f", low, low+.1)
		if scores[name] == nil {
			scores[name] = &measure.Count{}
		}
		scores[name].Predicted++
		for _, g := range a.Attributions {
			if overlap(g.Content, f.Content) >= .5 {
				scores[name].Hit++
				break
			}
		}
	}
}

// report lists figures as lines of a name and its numbers.
func report(groups map[string]measure.Figures, kinds, scores map[string]*measure.Count) []string {
	var out []string
	for name, c := range groups["all"] {
		out = append(out, fmt.Sprintf("%-28s F1 %.2f P %.2f R %.2f", name, c.F1(), c.Precision(), c.Recall()))
	}
	for g, f := range groups {
		if c := f["pairs.content"]; g != "all" {
			out = append(out, fmt.Sprintf("%-28s F1 %.2f P %.2f R %.2f", "pairs.content/"+g, c.F1(), c.Precision(), c.Recall()))
		}
	}
	for k, c := range kinds {
		out = append(out, fmt.Sprintf("%-28s R %.2f of %d", "recall/"+strings.ReplaceAll(k, " ", "-"), c.Recall(), c.Gold))
	}
	for k, c := range scores {
		out = append(out, fmt.Sprintf("%-28s P %.2f of %d", "score/"+k, c.Precision(), c.Predicted))
	}
	sort.Strings(out)
	return out
}

// compare fails for every figure of the whole set that fell, and says which rose.
func compare(t *testing.T, got []string) {
	data, err := os.ReadFile(scoring)
	if err != nil {
		t.Fatalf("no committed figures; write them with -update: %v", err)
	}
	was := map[string]float64{}
	for line := range strings.Lines(string(data)) {
		if name, v, ok := figure(line); ok {
			was[name] = v
		}
	}
	for _, line := range got {
		name, v, ok := figure(line)
		if !ok {
			continue
		}
		old, known := was[name]
		delete(was, name)
		switch {
		case !known:
			t.Errorf("%s has no committed figure; write it with -update", name)
		case v < old-tolerated:
			t.Errorf("%s fell from %.2f to %.2f; if that is meant, write it with -update", name, old, v)
		case math.Abs(v-old) > tolerated:
			t.Logf("%s rose from %.2f to %.2f; write it with -update", name, old, v)
		}
	}
	for name := range was {
		t.Errorf("%s is committed but was not measured", name)
	}
}

// figure reads the F1 of a line about the whole set.
func figure(line string) (name string, f1 float64, ok bool) {
	fields := strings.Fields(line)
	if len(fields) < 3 || strings.Contains(fields[0], "/") {
		return "", 0, false
	}
	_, err := fmt.Sscanf(fields[2], "%f", &f1)
	return fields[0], f1, err == nil
}

func TestFigure(t *testing.T) {
	if name, v, ok := figure("pairs.content  F1 73.90 P 76.00 R 71.90"); name != "pairs.content" || v != 73.9 || !ok {
		t.Error(name, v, ok)
	}
	if _, _, ok := figure("recall/quoted R 90.00 of 12"); ok {
		t.Error("a line about a part was taken for one about the whole")
	}
}
