package main

import (
	"encoding/gob"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"sayso/internal/nlp"
	"sayso/internal/read/tagger"
	"sayso/internal/read/tagger/decode"
	"sayso/internal/read/tagger/features"
	"sayso/internal/read/tagger/measure"
)

// article is an annotated article with its analysis.
type article struct {
	measure.Article
	input tagger.Input
	doc   *features.Document
	gold  []gold
}

// gold is an annotated attribution with the words of its cue.
type gold struct {
	features.Cue
	measure.Attribution
}

// readCorpus reads and parses every nth article of a folder.
func readCorpus(dir, cache string, every int) ([]*article, error) {
	list, err := measure.ReadFolder(dir)
	if err != nil {
		return nil, err
	}
	p, err := nlp.English()
	if err != nil {
		return nil, err
	}
	var out []*article
	for i := 0; i < len(list); i += every {
		out = append(out, &article{Article: list[i]})
	}
	const workers = 2
	var done sync.WaitGroup
	errs := make([]error, workers)
	for w := range workers {
		done.Go(func() {
			for i := w; i < len(out) && errs[w] == nil; i += workers {
				errs[w] = out[i].analyze(p, cache)
			}
		})
	}
	done.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (a *article) analyze(p *nlp.Pipeline, cache string) error {
	if err := a.parse(p, cache); err != nil {
		return err
	}
	a.doc = features.New(a.input.Doc, a.input.Segments, a.input.Quotes)
	for _, g := range a.Attributions {
		var words []int
		for _, s := range g.Cue {
			words = append(words, a.doc.Covered(s[0], s[1])...)
		}
		slices.Sort(words)
		words = slices.Compact(words)
		if len(words) > 0 {
			a.gold = append(a.gold, gold{features.Cue{Head: a.doc.CueHead(words), Words: words}, g})
		}
	}
	return nil
}

// parse analyses the text, or takes the analysis from the cache.
func (a *article) parse(p *nlp.Pipeline, cache string) error {
	file := filepath.Join(cache, a.Name+".gob")
	if cache != "" {
		if f, err := os.Open(file); err == nil {
			defer f.Close()
			if err := gob.NewDecoder(f).Decode(&a.input); err != nil {
				return fmt.Errorf("read %s, remove it: %w", file, err)
			}
			return nil
		}
	}
	a.input = tagger.Prepare(p, a.Text)
	if cache == "" {
		return nil
	}
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return err
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	if err := gob.NewEncoder(f).Encode(a.input); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// cues are the annotated cues of an article.
func (a *article) cues() []features.Cue {
	out := make([]features.Cue, len(a.gold))
	for i, g := range a.gold {
		out[i] = g.Cue
	}
	return out
}

// cueLabels labels the words of an article for the cue chain.
func (a *article) cueLabels() []uint8 {
	out := make([]uint8, a.doc.Len())
	for _, g := range a.gold {
		for i := g.Words[0]; i <= g.Words[len(g.Words)-1]; i++ {
			out[i] = decode.CueIn
		}
	}
	for _, g := range a.gold {
		out[g.Head] = decode.CueHead
	}
	return out
}

// argumentLabels labels the n words from first on for the argument chain. Where roles share words, content comes before
// source and source before cue, but the head is always the cue's.
func (a *article) argumentLabels(g gold, first, n int) []uint8 {
	out := make([]uint8, n)
	put := func(start, end int, begin uint8) {
		label := begin
		for _, i := range a.doc.Covered(start, end) {
			k := i - first
			if k < 0 || k >= n || out[k] != decode.Out && !(begin == decode.BeginCue && i == g.Head) {
				continue
			}
			out[k] = label
			label = begin + 1
		}
	}
	for _, s := range g.Content {
		put(s[0], s[1], decode.BeginContent)
	}
	for _, s := range g.Source {
		put(s[0], s[1], decode.BeginSource)
	}
	for _, s := range g.Attribution.Cue {
		put(s[0], s[1], decode.BeginCue)
	}
	if k := g.Head - first; out[k] != decode.BeginCue && out[k] != decode.BeginCue+1 {
		out[k] = decode.BeginCue
	}
	for k, y := range out {
		if y != decode.Out && y%2 == 0 && (k == 0 || out[k-1] != y && out[k-1] != y-1) {
			out[k] = y - 1
		}
	}
	return out
}
