package main

import (
	"math"
	"slices"
	"sync"

	"sayso/internal/kg"
	"sayso/internal/read/tagger/crf"
	"sayso/internal/read/tagger/decode"
	"sayso/internal/read/tagger/features"
	"sayso/internal/read/tagger/measure"
)

// fitRanker trains on the labellings that the models of the folds find around annotated cues. Each of those models gets
// a ranker of its own that has not seen the articles left out of it, so that the judge learns from candidates like
// those of new texts.
func (f *fitter) fitRanker() *crf.Logistic {
	choices := make([][]crf.Choice, len(f.articles))
	for n, a := range f.articles {
		choices[n] = a.choices(f.folded[n%f.folds], f.chances[n], f.sharpness)
	}
	without := func(fold int) []crf.Choice {
		var out []crf.Choice
		for n, c := range choices {
			if n%f.folds != fold {
				out = append(out, c...)
			}
		}
		return out
	}
	var all *crf.Logistic
	var done sync.WaitGroup
	done.Go(func() { all = crf.TrainRanker(without(-1), f.rankCost, f.rankRounds) })
	done.Go(func() {
		for k, m := range f.folded {
			m.Ranker = crf.TrainRanker(without(k), f.rankCost, f.rankRounds)
		}
	})
	done.Wait()
	f.say("ranker: %d choices, %d features", len(without(-1)), all.Table.Len())
	return all
}

// choices gives, for each annotated cue that is likely enough, the labellings a model finds; their shares fall off with
// what they are worth.
func (a *article) choices(m *decode.Model, chances features.Chances, sharpness float64) []crf.Choice {
	overlap := measure.Overlap(a.Text)
	marked := map[int]gold{}
	for _, g := range a.gold {
		if len(g.Content) > 0 {
			marked[g.Head] = g
		}
	}
	var out []crf.Choice
	m.Options(a.doc, chances, func(c decode.Candidate, all []decode.Option) {
		g, ok := marked[c.Head]
		if !ok || len(all) < 2 {
			return
		}
		choice, sum := crf.Choice{}, 0.0
		for _, o := range all {
			share := math.Exp(sharpness * a.worth(g, o.Parts, overlap))
			choice.Options, choice.Shares = append(choice.Options, o.Features), append(choice.Shares, share)
			sum += share
		}
		for i := range choice.Shares {
			choice.Shares[i] /= sum
		}
		out = append(out, choice)
	})
	return out
}

// worth says how well a labelling fits an annotated attribution, about as the figures of package measure would count
// it: 0 to 3.8.
func (a *article) worth(g gold, p features.Parts, overlap func(x, y []kg.Span) float64) float64 {
	content, source := a.spans(a.doc.Trim(p.Content)), a.spans(a.doc.Trim(p.Source))
	goldContent, goldSource := a.trimmed(g.Content), a.trimmed(g.Source)
	shared := overlap(g.Content, content)
	worth, exact := shared, 0
	for _, s := range content {
		if slices.Contains(goldContent, s) {
			exact++
		}
	}
	if n := len(content) + len(goldContent); n > 0 {
		worth += 2 * float64(exact) / float64(n)
	}
	if shared >= .5 {
		worth += .5
	}
	if slices.Equal(goldSource, source) {
		worth += .7
	}
	if o := overlap(goldSource, source); len(goldSource) > 0 && o > 0 {
		worth += .3 + .3*o
	}
	return worth
}

// trimmed gives the words of annotated spans without punctuation around them.
func (a *article) trimmed(spans []kg.Span) []kg.Span {
	var runs [][2]int
	for _, s := range spans {
		if w := a.doc.Covered(s[0], s[1]); len(w) > 0 {
			runs = append(runs, [2]int{w[0], w[len(w)-1]})
		}
	}
	return a.spans(a.doc.Trim(runs))
}
