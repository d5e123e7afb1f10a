package decode

import (
	"sayso/internal/read/tagger/crf"
	"sayso/internal/read/tagger/features"
)

// Labels of the cue chain.
const (
	CueOut  = iota // no part of a cue
	CueIn          // in a cue
	CueHead        // the word of a cue that its others depend on
	CueLabels
)

// Labels of the argument chain: outside, then begin and inside of source, cue and content.
const (
	Out = iota
	BeginSource
	InSource
	BeginCue
	InCue
	BeginContent
	InContent
	Labels
)

// Model is a trained tagger.
type Model struct {
	Lexicon  features.Lexicon
	Cue      *crf.Chain    // over the words of a sentence, CueLabels
	Argument *crf.Chain    // over the window of a cue, Labels
	Ranker   *crf.Logistic // over the labellings of a window; nil takes the chain's best
	Judge    *crf.Logistic // over candidates
	Settings Settings

	space *space
}

// Settings are the few numbers that are chosen and not trained.
type Settings struct {
	Least  float64 // probability from which a word is tried as a cue
	Accept float64 // probability from which a candidate is an attribution
	Same   float64 // share of common words beyond which two contents are one
}

// Standard has the settings that did best on articles left out of the training.
var Standard = Settings{Least: .12, Accept: .36, Same: .8}

// FindCues labels every word and gives the probability of each of being the head of a cue. The document has been looked
// up in the lexicon.
func (m *Model) FindCues(d *features.Document) ([]uint8, features.Chances) {
	labels := make([]uint8, d.Len())
	chances := make(features.Chances, d.Len())
	l := crf.NewLattice(CueLabels)
	p := make([]float64, CueLabels)
	for k := range d.Sentences() {
		if !d.Readable(k) {
			continue
		}
		first, end := d.Sentence(k)
		m.Cue.Fill(l, d.CueFeatures(k))
		copy(labels[first:end], l.Best(m.Cue.Transitions))
		l.Forward(m.Cue.Transitions)
		l.Backward(m.Cue.Transitions)
		for i := first; i < end; i++ {
			l.Marginals(i-first, p)
			chances[i] = p[CueHead]
		}
	}
	return labels, chances
}
