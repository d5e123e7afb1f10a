package main

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"

	"sayso/internal/read/score"
	"sayso/internal/read/settle"
)

// folds is how many parts the articles are put in to predict each part from the others.
const folds = 5

// penalty keeps the weights of signs small that few samples have.
const penalty = 4.0

// fewest is how many samples must have a sign for it to have a weight.
const fewest = 8

// fit finds the weights of the logistic with the least penalized loss (L2, but for the weight that all have), by
// Nesterov's accelerated gradient descent.
func fit(list []sample) map[string]float64 {
	names, rows := matrix(list)
	w, ahead := make([]float64, len(names)), make([]float64, len(names))
	widest := 1
	for _, row := range rows {
		widest = max(widest, len(row))
	}
	rate := 1 / (float64(len(list)*widest)/4 + penalty) // one over a bound of the curvature
	for step := range 3000 {
		g := gradient(list, rows, ahead)
		for k := range w {
			next := ahead[k] - rate*g[k]
			ahead[k] = next + float64(step)/float64(step+3)*(next-w[k])
			w[k] = next
		}
	}
	out := map[string]float64{}
	for k, name := range names {
		out[name] = w[k]
	}
	return out
}

// matrix gives the signs that enough samples have, "" first, and for each sample the places of its signs in that list.
func matrix(list []sample) (names []string, rows [][]int) {
	count := map[string]int{}
	for _, s := range list {
		for _, sign := range s.signs {
			count[sign]++
		}
	}
	for sign, n := range count {
		if n >= fewest {
			names = append(names, sign)
		}
	}
	slices.Sort(names)
	names = append([]string{""}, names...)
	for _, s := range list {
		row := []int{0}
		for _, sign := range s.signs {
			if k, ok := slices.BinarySearch(names, sign); ok {
				row = append(row, k)
			}
		}
		rows = append(rows, row)
	}
	return names, rows
}

// gradient is that of the penalized loss at w.
func gradient(list []sample, rows [][]int, w []float64) []float64 {
	g := make([]float64, len(w))
	for k := 1; k < len(w); k++ {
		g[k] = penalty * w[k]
	}
	for i, row := range rows {
		sum := 0.0
		for _, k := range row {
			sum += w[k]
		}
		off := 1 / (1 + math.Exp(-sum))
		if list[i].right {
			off--
		}
		for _, k := range row {
			g[k] += off
		}
	}
	return g
}

// table tells how well confidence agrees with the share that is right, each part of the articles predicted from the
// others, and what withholding below some limits would do.
func table(all []sample) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %d judged claims of %d articles of real news, %d of them wrong; each predicted from the other "+
		"four fifths\n",
		len(all), len(articles(all)), len(all)-right(all))
	var r score.Reliability
	predicted := crossValidated(all)
	for i, s := range all {
		r.Add(predicted[i], s.right)
	}
	b.WriteString(r.Table("claims"))
	fmt.Fprintf(&b, "%-26s P %.1f   (%d)\n", "judged.precision", 100*float64(right(all))/float64(max(1, len(all))),
		len(all))
	for _, least := range []float64{.5, .6, .65, .7, .75, .8} {
		kept, sound := 0, 0
		for i, s := range all {
			if predicted[i] >= least {
				kept++
				if s.right {
					sound++
				}
			}
		}
		fmt.Fprintf(&b, "withheld below %.2f: %3d of %d right and %3d of %d wrong claims; of those kept %.1f %% are right\n",
			least,
			right(all)-sound, right(all), len(all)-right(all)-(kept-sound), len(all)-right(all),
			100*float64(sound)/float64(max(1, kept)))
	}
	return b.String()
}

// crossValidated gives the confidence of each sample by weights fitted to the articles of the other parts.
func crossValidated(all []sample) []float64 {
	out := make([]float64, len(all))
	names := articles(all)
	for fold := range folds {
		held := func(s sample) bool { return slices.Index(names, s.article)%folds == fold }
		weights := fit(slices.DeleteFunc(slices.Clone(all), held))
		for i, s := range all {
			if held(s) {
				out[i] = settle.Likelihood(weights, s.signs)
			}
		}
	}
	return out
}

// articles lists the articles of samples in their order.
func articles(list []sample) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s.article) {
			out = append(out, s.article)
		}
	}
	return out
}

func right(list []sample) int {
	n := 0
	for _, s := range list {
		if s.right {
			n++
		}
	}
	return n
}

func writeWeights(path string, weights map[string]float64, n int) error {
	return os.WriteFile(path, []byte(weightsText(weights, n)), 0o644)
}

func weightsText(weights map[string]float64, n int) string {
	lines := []string{}
	for sign, w := range weights {
		if sign == "" {
			sign = "all"
		}
		lines = append(lines, fmt.Sprintf("%s\t%.2f\n", sign, w))
	}
	slices.Sort(lines)
	return fmt.Sprintf("# What each sign of a claim adds to the log odds that it is right, fitted to %d claims; written "+
		"by confidence fit.\n", n) +
		strings.Join(lines, "")
}
