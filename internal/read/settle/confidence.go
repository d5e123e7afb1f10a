package settle

import (
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"

	"sayso/internal/read/trace"
)

// Least is the confidence below which claims are withheld unless somebody says otherwise: those that are rather wrong
// than right. testdata/confidence.txt of package confidence is the table that it was chosen on.
const Least = 0.5

//go:embed data/confidence.tsv
var confidenceData string

// allSign is what the file of weights calls the sign that all claims have.
const allSign = "all"

// weights are what each sign adds to the log odds that a claim is right; "" is the sign that all have.
var weights = func() map[string]float64 {
	out := map[string]float64{}
	for _, line := range strings.Split(confidenceData, "\n") {
		sign, value, _ := strings.Cut(line, "\t")
		if sign == allSign {
			sign = ""
		}
		if w, err := strconv.ParseFloat(value, 64); err == nil {
			out[sign] = w
		}
	}
	return out
}()

// ruleSigns are the rules that made a claim, as signs: the patterns of one predicate are one sign.
func ruleSigns(why []trace.Step) []string {
	var out []string
	for _, rule := range trace.Rules(why) {
		if sign, _, _ := strings.Cut(rule, "#"); !slices.Contains(out, sign) {
			out = append(out, sign)
		}
	}
	return out
}

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
