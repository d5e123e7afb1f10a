package decode

import (
	"sort"

	"sayso/internal/read/tagger/features"
)

// Read finds the attributions of a document, in the order of their cues.
func (m *Model) Read(d *features.Document) []Candidate {
	d.Look(m.Lexicon)
	labels, chances := m.FindCues(d)
	all := m.Candidates(d, labels, chances)
	m.judge(d, all)
	return m.Choose(all)
}

// Choose keeps the likely candidates, the best first, and drops those that repeat or cut into one kept before.
func (m *Model) Choose(all []Candidate) []Candidate {
	order := make([]int, 0, len(all))
	for i := range all {
		if all[i].P >= m.Settings.Accept {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(i, j int) bool { return all[order[i]].P > all[order[j]].P })
	var kept []int // in the order of heads
	for _, i := range order {
		at := sort.SearchInts(kept, i)
		if m.clashes(all, kept, at, i) {
			continue
		}
		kept = append(kept, 0)
		copy(kept[at+1:], kept[at:])
		kept[at] = i
	}
	out := make([]Candidate, len(kept))
	for k, i := range kept {
		out[k] = all[i]
	}
	return out
}

// reach is how many kept candidates before and after one can have words in common with it; windows are bounded.
const reach = 400

func (m *Model) clashes(all []Candidate, kept []int, at, i int) bool {
	c := &all[i]
	for _, k := range kept[max(0, at-reach):min(len(kept), at+reach)] {
		o := &all[k]
		if holds(o.Final.Cue, c.Head) || holds(c.Final.Cue, o.Head) ||
			shared(o.Final.Content, c.Final.Content) > m.Settings.Same {
			return true
		}
	}
	return false
}
