package families

import (
	"context"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"sayso/internal/kg"
	"sayso/internal/read"
	"sayso/internal/read/claim"
	"sayso/internal/read/score"
)

const weightsFile = "../claim/data/confidence.tsv"

// sample is a claim that was read, with the signs of its confidence.
type sample struct {
	signs []string
	right bool
	group string // item or article: what stays together when some are held out
}

// TestConfidenceScores fits the weights of the signs to claims whose truth is known, four fifths at a time, and keeps how well the confidence
// of the fifth left out agrees with the share that is right. With -update it writes the weights fitted to all of them.
func TestConfidenceScores(t *testing.T) {
	news := newsSamples(t)
	judged := judgedSamples(t)
	if len(judged) == 0 {
		t.Skip("SKIPPED: the articles of the judged claims are not there")
	}
	all := append(append([]sample{}, news...), judged...)
	var table strings.Builder
	fmt.Fprintf(&table, "# %d claims of %d sentences and articles: %d of the news sentences, %d judged by hand; each predicted from the other four fifths\n",
		len(all), len(groups(all)), len(news), len(judged))
	var r score.Reliability
	for fold := range 5 {
		held, rest := split(all, fold)
		weights := fit(rest)
		for _, s := range held {
			r.Add(claim.Likelihood(weights, s.signs), s.right)
		}
	}
	table.WriteString(r.Table("claims"))
	fmt.Fprintf(&table, "%-26s P %.1f   (%d)\n", "judged.precision", share(judged), len(judged))
	fmt.Fprintf(&table, "%-26s P %.1f   (%d)\n", "news.precision", share(news), len(news))
	score.Ledger{Path: "testdata/confidence.txt", Tolerance: 2, Regenerate: "make score"}.Keep(t, table.String(), *update)
	if *update {
		writeWeights(t, fit(all), len(all))
	}
}

// newsSamples are the claims read from the news sentences; optional ones are left out.
func newsSamples(t *testing.T) []sample {
	t.Helper()
	items, err := family("news")
	if err != nil {
		t.Fatal(err)
	}
	reader := newReader(t)
	var out []sample
	for _, it := range items {
		r, signs, err := reader.ReadWithSigns(context.Background(), read.Text{Doc: it.id, Text: it.text})
		if err != nil {
			t.Fatal(err)
		}
		matched, left := it.pair(r)
		for w, c := range matched {
			if !it.claims[w].optional {
				out = append(out, sample{signs[c], true, it.id})
			}
		}
		for _, c := range left {
			out = append(out, sample{signs[c], false, it.id})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].group < out[j].group })
	return out
}

// judgedSamples are the claims of articles that are not part of the project, where they lie beside the checkout.
func judgedSamples(t *testing.T) []sample {
	t.Helper()
	data, err := os.ReadFile("testdata/judged.tsv")
	if err != nil {
		t.Fatal(err)
	}
	verdicts, docs := map[string]map[string]bool{}, []string{}
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) != 4 {
			continue
		}
		if verdicts[cells[0]] == nil {
			verdicts[cells[0]] = map[string]bool{}
			docs = append(docs, cells[0])
		}
		verdicts[cells[0]][cells[1]] = cells[3] == "right"
	}
	reader := newReader(t)
	var out []sample
	for _, doc := range docs {
		text, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "shared", "eval", "polnear", "train", "text", doc+".txt"))
		if err != nil {
			return nil
		}
		r, signs, err := reader.ReadWithSigns(context.Background(), read.Text{Doc: doc, Text: string(text)})
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range r.Claims {
			if right, known := verdicts[doc][claimKey(c)]; known {
				out = append(out, sample{signs[i], right, doc})
			}
		}
	}
	return out
}

// claimKey names a claim of an article without its words.
func claimKey(c kg.ReadClaim) string {
	h := fnv.New32a()
	fmt.Fprintf(h, "%s|%s|%s|%t|%d", c.Subject, c.Predicate, c.Object, c.Negated, c.Evidence[0])
	return fmt.Sprintf("%08x", h.Sum32())
}

func groups(list []sample) []string {
	var out []string
	for _, s := range list {
		if len(out) == 0 || out[len(out)-1] != s.group {
			out = append(out, s.group)
		}
	}
	return out
}

// split holds every fifth group out.
func split(list []sample, fold int) (held, rest []sample) {
	n, last := -1, ""
	for _, s := range list {
		if s.group != last {
			n, last = n+1, s.group
		}
		if n%5 == fold {
			held = append(held, s)
		} else {
			rest = append(rest, s)
		}
	}
	return held, rest
}

func share(list []sample) float64 {
	n := 0
	for _, s := range list {
		n += yes(s.right)
	}
	return 100 * float64(n) / float64(max(1, len(list)))
}

// penalty keeps the weights of signs small that few samples have.
const penalty = 1.0

// fit finds the weights of the logistic with the least penalized loss, by gradient descent.
func fit(list []sample) map[string]float64 {
	weights := map[string]float64{"": 2}
	for range 4000 {
		gradient := map[string]float64{}
		for _, s := range list {
			sum := weights[""]
			for _, sign := range s.signs {
				sum += weights[sign]
			}
			off := 1/(1+math.Exp(-sum)) - float64(yes(s.right))
			for _, sign := range append([]string{""}, s.signs...) {
				gradient[sign] += off
			}
		}
		for sign, g := range gradient {
			if sign != "" {
				g += penalty * weights[sign]
			}
			weights[sign] -= .01 * g
		}
	}
	return weights
}

func writeWeights(t *testing.T, weights map[string]float64, n int) {
	t.Helper()
	lines := []string{}
	for sign, w := range weights {
		if sign == "" {
			sign = "all"
		}
		lines = append(lines, fmt.Sprintf("%s\t%.2f", sign, w))
	}
	sort.Strings(lines)
	head := fmt.Sprintf("# What each sign of a claim adds to the log odds that it is right, fitted to %d claims; \"make score\" writes it.\n", n)
	write(t, weightsFile, head+strings.Join(lines, "\n")+"\n")
}

// TestConfidenceIsOrdered: the weights in use make sense: there are some, all claims have a confidence, and they are not all the same.
func TestConfidenceIsOrdered(t *testing.T) {
	if a, b := claim.Confidence([]string{"verb"}), claim.Confidence([]string{"verb", "pronoun", "unnamed object", "not asserted", "said"}); a <= b || a > .995 || b < .3 {
		t.Errorf("a plain claim has confidence %.2f, one about a pronoun's something %.2f", a, b)
	}
}
