package claim

import (
	_ "embed"
	"math"
	"strconv"
	"strings"

	"sayso/internal/kg"
)

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

// signs are what is known of how a claim was read.
func (f *finder) signs(rule string, verb int, subject, object argument, c clause) []string {
	out := []string{}
	switch rule {
	case "role", "verb":
		out = append(out, rule)
	case "copula", "structure", "compound":
		out = append(out, "phrase")
	default: // nouns of acts, measures, reciprocals, what is left out
		out = append(out, "indirect")
	}
	if rule == "role" {
		return out
	}
	d := f.d
	switch {
	case subject.name == "":
		out = append(out, "nobody")
	case subject.token < 0:
	case strings.HasPrefix(d.Tokens[subject.token].Tag, "PRP"):
		out = append(out, "pronoun")
	case f.cast.At[subject.token] < 0:
		out = append(out, "unnamed subject")
	}
	if subject.token >= 0 && rule == "verb" && d.Tokens[subject.token].Head != verb {
		out = append(out, "shared subject")
	}
	if object.token >= 0 && object.typ == "" {
		out = append(out, "unnamed object")
	}
	if c.negated {
		out = append(out, "negated")
	}
	if c.modality != kg.Asserted {
		out = append(out, "not asserted")
	}
	return out
}
