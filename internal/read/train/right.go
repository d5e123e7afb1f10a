package main

import (
	"sort"

	"sayso/internal/read/tagger/decode"
	"sayso/internal/read/tagger/measure"
)

// right tells which candidates have a content that covers an annotated one by half or more. Each annotated content
// makes one candidate right, the best overlap first; likelier cues have a small advantage.
func (a *article) right(all []decode.Candidate) []bool {
	type match struct {
		gold, candidate int
		value           float64
	}
	overlap := measure.Overlap(a.Text)
	var matches []match
	for g, x := range a.Attributions {
		if len(x.Content) == 0 {
			continue
		}
		low, high := x.Content[0][0], x.Content[len(x.Content)-1][1]
		for i, c := range all {
			spans := a.spans(c.Parts.Content)
			if len(spans) == 0 || spans[len(spans)-1][1] <= low || spans[0][0] >= high {
				continue
			}
			if o := overlap(x.Content, spans); o >= .5 {
				matches = append(matches, match{g, i, o + .3*c.Chance})
			}
		}
	}
	sort.SliceStable(matches, func(i, j int) bool { return matches[i].value > matches[j].value })
	used, out := map[int]bool{}, make([]bool, len(all))
	for _, m := range matches {
		if !used[m.gold] && !out[m.candidate] {
			used[m.gold], out[m.candidate] = true, true
		}
	}
	return out
}
