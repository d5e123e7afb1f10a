package main

import (
	"flag"
	"os"

	"sayso/internal/kg"
	"sayso/internal/read/tagger"
	"sayso/internal/read/tagger/crf"
	"sayso/internal/read/tagger/decode"
	"sayso/internal/read/tagger/features"
	"sayso/internal/read/tagger/measure"
)

// plan holds the settings of the training.
type plan struct {
	folds            int // models that each leave a share of the articles out, to give honest candidates
	cue, argument    crf.Settings
	foldCue, foldArg int // rounds of those models
	rankCost         float64
	rankRounds       int
	sharpness        float64 // how much better labellings weigh more when the ranker learns
	judgeCost        float64
	judgeRounds      int
	prune            float64
	decoding         decode.Settings
}

var standard = plan{
	folds: 3, cue: crf.Settings{Rounds: 120, Penalty: 5, Least: 3},
	argument: crf.Settings{Rounds: 180, Penalty: 2, Least: 4},
	foldCue:  100, foldArg: 120, rankCost: .3, rankRounds: 100, sharpness: 4, judgeCost: .05, judgeRounds: 300, prune: .01,
	decoding: decode.Standard,
}

func (p *plan) flags(set *flag.FlagSet) {
	set.IntVar(&p.folds, "folds", p.folds, "models for cross-fitting")
	set.IntVar(&p.cue.Rounds, "cue-rounds", p.cue.Rounds, "rounds of the cue chain")
	set.IntVar(&p.argument.Rounds, "argument-rounds", p.argument.Rounds, "rounds of the argument chain")
	set.IntVar(&p.foldCue, "fold-cue-rounds", p.foldCue, "rounds of the cue chains of the folds")
	set.IntVar(&p.foldArg, "fold-argument-rounds", p.foldArg, "rounds of the argument chains of the folds")
	set.Float64Var(&p.cue.Penalty, "cue-penalty", p.cue.Penalty, "penalty on squared weights of the cue chain")
	set.Float64Var(&p.argument.Penalty, "argument-penalty", p.argument.Penalty,
		"penalty on squared weights of the argument chain")
	set.Float64Var(&p.rankCost, "rank-cost", p.rankCost, "cost of errors against squared weights of the ranker")
	set.Float64Var(&p.judgeCost, "judge-cost", p.judgeCost, "cost of errors against squared weights of the judge")
	set.Float64Var(&p.prune, "prune", p.prune, "weights smaller than this are left out")
	set.Float64Var(&p.decoding.Accept, "accept", p.decoding.Accept, "probability from which a candidate is an attribution")
}

// fitter trains the models of a tagger one after the other.
type fitter struct {
	plan
	*progress
	articles []*article
	counts   features.Counts
	lexicons []features.Lexicon // by article number modulo their count
	chances  []features.Chances // per article, from models that did not see it
	labels   [][]uint8          // likewise
	folded   []*decode.Model
}

func (o options) train(p *progress) error {
	articles, err := readCorpus(o.corpus, o.cache, o.every)
	if err != nil {
		return err
	}
	var held []*article
	if o.hold > 1 {
		articles, held = holdOut(articles, o.hold)
	}
	p.say("%d articles, %d held out", len(articles), len(held))
	f := &fitter{plan: o.plan, progress: p, articles: articles}
	data := decode.Encode(f.fit(), o.plan.prune)
	if err := os.WriteFile(o.out, data, 0o644); err != nil {
		return err
	}
	p.say("%d bytes written", len(data))
	m, err := decode.Decode(data)
	if err != nil {
		return err
	}
	if len(held) > 0 {
		p.say("on the articles held out\n%s", figures(m, held))
	}
	if o.dev == "" {
		return nil
	}
	if articles, err = readCorpus(o.dev, o.cache, 1); err != nil {
		return err
	}
	p.say("on %s\n%s", o.dev, figures(m, articles))
	return nil
}

// holdOut parts every nth article from the others.
func holdOut(all []*article, n int) (kept, held []*article) {
	for i, a := range all {
		if i%n == n/2 {
			held = append(held, a)
		} else {
			kept = append(kept, a)
		}
	}
	return kept, held
}

// figures measures a model on annotated articles.
func figures(m *decode.Model, articles []*article) measure.Figures {
	t := tagger.With(m)
	out := measure.Figures{}
	for _, a := range articles {
		var found []measure.Attribution
		for _, x := range t.Attributions(a.input.Doc, a.input.Segments, a.input.Quotes) {
			found = append(found, measure.Attribution{Source: x.Source, Cue: x.Cue, Content: x.Content})
		}
		out.Add(a.Article, found)
	}
	return out
}

func (f *fitter) fit() *decode.Model {
	for n, a := range f.articles {
		f.counts.Add(n, a.doc, a.cues())
	}
	for k := range 5 {
		f.lexicons = append(f.lexicons, f.counts.Lexicon(k))
	}
	for n, a := range f.articles {
		a.doc.Look(f.lexicons[n%len(f.lexicons)])
	}
	m := &decode.Model{Lexicon: f.counts.Lexicon(-1), Settings: f.decoding}
	for range f.folds {
		f.folded = append(f.folded, &decode.Model{Settings: f.decoding})
	}
	m.Cue = f.fitCues()
	f.guess()
	m.Argument = f.fitArguments()
	m.Ranker = f.fitRanker()
	m.Judge = f.fitJudge()
	return m
}

// split lists the sequences of all articles, and for each fold those of the articles outside of it. Of gives the
// article of a sequence.
func (f *fitter) split(of []int) (all []int, folds [][]int) {
	folds = make([][]int, f.folds)
	for s, n := range of {
		all = append(all, s)
		for k := range folds {
			if n%f.folds != k {
				folds[k] = append(folds[k], s)
			}
		}
	}
	return all, folds
}

func (f *fitter) fitCues() *crf.Chain {
	d := &crf.Data{Labels: decode.CueLabels}
	var of []int
	for n, a := range f.articles {
		labels := a.cueLabels()
		for k := range a.doc.Sentences() {
			if first, end := a.doc.Sentence(k); a.doc.Readable(k) {
				d.Append(a.doc.CueFeatures(k), labels[first:end])
				of = append(of, n)
			}
		}
	}
	d.Compact(f.cue.Least)
	f.say("cues: %d sentences, %d words", d.Sequences(), d.Positions())
	all, folds := f.split(of)
	for k, part := range folds {
		s := f.cue
		s.Rounds = f.foldCue
		f.folded[k].Cue = crf.Train(d, part, s)
		f.say("cues without fold %d", k)
	}
	c := crf.Train(d, all, f.cue)
	f.say("cues: %d features", c.Table.Len())
	return c
}

// guess finds the likely cues of every article with the model that did not see it.
func (f *fitter) guess() {
	f.chances, f.labels = make([]features.Chances, len(f.articles)), make([][]uint8, len(f.articles))
	for n, a := range f.articles {
		f.labels[n], f.chances[n] = f.folded[n%f.folds].FindCues(a.doc)
	}
}

// fitArguments averages the chain of all articles with those of the folds, which makes up for a penalty that is too
// small.
func (f *fitter) fitArguments() *crf.Chain {
	d := &crf.Data{Labels: decode.Labels}
	var of []int
	for n, a := range f.articles {
		for _, g := range a.gold {
			first, rows := a.doc.ArgumentFeatures(g.Head, f.chances[n])
			d.Append(rows, a.argumentLabels(g, first, len(rows)))
			of = append(of, n)
		}
	}
	d.Compact(f.argument.Least)
	f.say("arguments: %d windows, %d words", d.Sequences(), d.Positions())
	all, folds := f.split(of)
	for k, part := range folds {
		s := f.argument
		s.Rounds = f.foldArg
		f.folded[k].Argument = crf.Train(d, part, s)
		f.say("arguments without fold %d", k)
	}
	chains := []*crf.Chain{crf.Train(d, all, f.argument)}
	for _, m := range f.folded {
		chains = append(chains, m.Argument)
	}
	c := crf.Average(chains...)
	f.say("arguments: %d features", c.Table.Len())
	return c
}

// fitJudge trains on the candidates of the models of the folds.
func (f *fitter) fitJudge() *crf.Logistic {
	var examples []crf.Example
	for n, a := range f.articles {
		all := f.folded[n%f.folds].Candidates(a.doc, f.labels[n], f.chances[n])
		right := a.right(all)
		for i, r := range decode.Contests(all) {
			examples = append(examples, crf.Example{Features: a.doc.CandidateFeatures(all[i].Candidate, r), Positive: right[i]})
		}
	}
	m := crf.TrainLogistic(examples, f.judgeCost, f.judgeRounds)
	f.say("judge: %d candidates, %d features", len(examples), m.Table.Len())
	return m
}

func (a *article) spans(runs [][2]int) []kg.Span {
	out := make([]kg.Span, len(runs))
	for i, r := range runs {
		out[i] = kg.Span{a.doc.Start(r[0]), a.doc.End(r[1])}
	}
	return out
}
