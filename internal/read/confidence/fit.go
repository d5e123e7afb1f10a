package main

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"

	"sayso/internal/read/claim"
	"sayso/internal/read/score"
)

// folds is how many parts the articles are put in to predict each part from the others.
const folds = 5

// penalty keeps the weights of signs small that few samples have.
const penalty = 1.0

// fit finds the weights of the logistic with the least penalized loss, by gradient descent.
func fit(list []sample) map[string]float64 {
	weights := map[string]float64{"": 2}
	rate := 4 / float64(max(400, len(list)))
	for range 4000 {
		gradient := map[string]float64{}
		for _, s := range list {
			sum := weights[""]
			for _, sign := range s.signs {
				sum += weights[sign]
			}
			off := 1 / (1 + math.Exp(-sum))
			if s.right {
				off--
			}
			for _, sign := range append([]string{""}, s.signs...) {
				gradient[sign] += off
			}
		}
		for sign, g := range gradient {
			if sign != "" {
				g += penalty * weights[sign]
			}
			weights[sign] -= rate * g
		}
	}
	return weights
}

// table tells how well confidence agrees with the share that is right, each part of the articles predicted from the
// others, and what withholding below some limits would do.
func table(all []sample) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %d judged claims of %d articles of real news, %d of them wrong; each predicted from the other four fifths\n",
		len(all), len(articles(all)), len(all)-right(all))
	var r score.Reliability
	predicted := crossValidated(all)
	for i, s := range all {
		r.Add(predicted[i], s.right)
	}
	b.WriteString(r.Table("claims"))
	fmt.Fprintf(&b, "%-26s P %.1f   (%d)\n", "judged.precision", 100*float64(right(all))/float64(max(1, len(all))), len(all))
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
		fmt.Fprintf(&b, "withheld below %.2f: %3d of %d right and %3d of %d wrong claims; of those kept %.1f %% are right\n", least,
			right(all)-sound, right(all), len(all)-right(all)-(kept-sound), len(all)-right(all), 100*float64(sound)/float64(max(1, kept)))
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
				out[i] = claim.Likelihood(weights, s.signs)
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
	return fmt.Sprintf("# What each sign of a claim adds to the log odds that it is right, fitted to %d claims; written by confidence fit.\n", n) +
		strings.Join(lines, "")
}
