package decode

import (
	"slices"

	"sayso/internal/read/tagger/crf"
	"sayso/internal/read/tagger/features"
)

// Candidate is a possible attribution.
type Candidate struct {
	features.Candidate
	Final features.Parts // as they are given out
	P     float64        // that it is one
}

// ways is how many labellings of a window are looked for, and options how many that differ in source or content are
// ranked.
const (
	ways    = 16
	options = 8
)

// Option is one of the likeliest labellings around a cue.
type Option struct {
	Parts    features.Parts
	Features []crf.Feature
}

// Candidates decodes the surroundings of every word that is likely enough to head a cue.
func (m *Model) Candidates(d *features.Document, labels []uint8, chances features.Chances) []Candidate {
	var out []Candidate
	m.Options(d, chances, func(c Candidate, all []Option) {
		best := 0
		if m.Ranker != nil {
			top := m.Ranker.Score(all[0].Features)
			for i := range all[1:] {
				if s := m.Ranker.Score(all[i+1].Features); s > top {
					best, top = i+1, s
				}
			}
		}
		c.Parts = all[best].Parts
		c.Final = c.Parts
		if labels[c.Head] != CueOut {
			c.Final.Cue = [][2]int{run(labels, c.Head)}
		}
		out = append(out, c)
	})
	return out
}

// Options calls f for every word that is likely enough to head a cue, with what the chain makes of its surroundings,
// the likeliest first. The candidate has no parts yet.
func (m *Model) Options(d *features.Document, chances features.Chances, f func(Candidate, []Option)) {
	if m.space == nil {
		m.space = newSpace(m.Argument)
	}
	l := crf.NewLattice(Labels)
	r := &search{keep: ways}
	for h, p := range chances {
		if p <= m.Settings.Least {
			continue
		}
		first, rows := d.ArgumentFeatures(h, chances)
		m.Argument.Fill(l, rows)
		found, free := m.space.several(l, h-first, r)
		if len(found) == 0 {
			continue
		}
		c := Candidate{Candidate: features.Candidate{Head: h, Chance: p, Gap: free - found[0].score, Length: len(rows)}}
		all := distinct(d, h, found, first, chances)
		for _, y := range []int{InSource, InCue, InContent} {
			l.Scores(0)[y] = crf.Forbidden
		}
		c.LogP = found[0].score - l.Forward(m.space.transitions)
		f(c, all)
	}
}

// distinct keeps the labellings that differ in more than marks at the edges of source and content, and describes them.
func distinct(d *features.Document, h int, found []labelling, first int, chances features.Chances) []Option {
	var out []Option
	var kept [][2][][2]int
	for k, y := range found {
		p := parts(y.labels, first)
		key := [2][][2]int{d.Trim(p.Source), d.Trim(p.Content)}
		if k > 0 && (len(key[1]) == 0 || slices.ContainsFunc(kept, func(o [2][][2]int) bool {
			return slices.Equal(o[0], key[0]) && slices.Equal(o[1], key[1])
		})) {
			continue
		}
		kept = append(kept, key)
		out = append(out, Option{p, d.OptionFeatures(h, p, found[0].score-y.score, len(out), chances)})
		if len(out) == options {
			break
		}
	}
	return out
}

// run is the stretch of words labelled as cue around h.
func run(labels []uint8, h int) [2]int {
	a, b := h, h
	for a > 0 && labels[a-1] != CueOut {
		a--
	}
	for b+1 < len(labels) && labels[b+1] != CueOut {
		b++
	}
	return [2]int{a, b}
}

// parts collects the runs of each role.
func parts(labels []uint8, first int) features.Parts {
	var p features.Parts
	lists := map[uint8]*[][2]int{seenSource: &p.Source, seenCue: &p.Cue, seenContent: &p.Content}
	for i, y := range labels {
		list := lists[bit[y]]
		switch {
		case y == Out:
		case begins(y):
			*list = append(*list, [2]int{first + i, first + i})
		default:
			(*list)[len(*list)-1][1] = first + i
		}
	}
	return p
}

// Judge sets the probability of each candidate, in view of the others.
func (m *Model) judge(d *features.Document, all []Candidate) {
	for i, r := range Contests(all) {
		all[i].P = m.Judge.Probability(d.CandidateFeatures(all[i].Candidate, r))
	}
}

// apart is how many words apart candidates cannot be rivals.
const apart = 150

// Contests counts the rivals of each candidate; candidates are in the order of their heads.
func Contests(all []Candidate) []features.Rivals {
	out := make([]features.Rivals, len(all))
	low := 0
	for i := range all {
		c := &all[i]
		for all[low].Head < c.Head-apart {
			low++
		}
		for j := low; j < len(all) && all[j].Head <= c.Head+apart; j++ {
			o := &all[j]
			if i == j {
				continue
			}
			surer := o.Chance > c.Chance
			if o.Chance > .3 && holds(o.Parts.Content, c.Head) {
				out[i].Holding++
			}
			if surer && holds(c.Parts.Cue, o.Head) {
				out[i].Cutting++
			}
			if surer && holds(o.Parts.Cue, c.Head) {
				out[i].Cutting++
			}
			if surer && shared(o.Parts.Content, c.Parts.Content) > .5 {
				out[i].Same++
			}
		}
	}
	return out
}

func holds(runs [][2]int, i int) bool {
	for _, r := range runs {
		if r[0] <= i && i <= r[1] {
			return true
		}
	}
	return false
}

// shared is the share of words common to two lists of runs among the words of either.
func shared(a, b [][2]int) float64 {
	both, all := 0, 0
	for _, r := range a {
		all += r[1] - r[0] + 1
		for _, s := range b {
			both += max(0, min(r[1], s[1])-max(r[0], s[0])+1)
		}
	}
	for _, s := range b {
		all += s[1] - s[0] + 1
	}
	if all == 0 {
		return 0
	}
	return float64(both) / float64(all-both)
}
