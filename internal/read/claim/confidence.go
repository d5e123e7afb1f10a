package claim

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
)

// Least is the confidence below which claims are withheld unless somebody says otherwise; testdata/confidence.txt of
// package confidence is the table that it was chosen on.
const Least = 0

//go:embed data/confidence.tsv
var confidenceData string

// weights are what each sign adds to the log odds that a claim is right; "" is the sign that all have.
var weights = func() map[string]float64 {
	out := map[string]float64{}
	for _, line := range strings.Split(confidenceData, "\n") {
		sign, value, _ := strings.Cut(line, "\t")
		if w, err := strconv.ParseFloat(value, 64); err == nil {
			out[strings.TrimPrefix(sign, "all")] = w
		}
	}
	return out
}()

// Confidence is how likely a claim with these signs is right: subject, predicate, object and polarity.
func Confidence(signs []string) float64 { return Likelihood(weights, signs) }

// Likelihood is the logistic of the weights of the signs and of "".
func Likelihood(weights map[string]float64, signs []string) float64 {
	sum := weights[""]
	for _, s := range signs {
		sum += weights[s]
	}
	return math.Round(1000/(1+math.Exp(-sum))) / 1000
}
