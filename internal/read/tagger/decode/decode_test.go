package decode

import (
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/nlp"
	"sayso/internal/read/layout"
	"sayso/internal/read/tagger/crf"
	"sayso/internal/read/tagger/features"
)

// wellFormed reports whether a labelling is one that the search may return.
func wellFormed(y []uint8, head int) bool {
	sources, cues, contents := 0, 0, 0
	for i, v := range y {
		switch v {
		case BeginSource:
			sources++
		case BeginCue:
			cues++
		case BeginContent:
			contents++
		}
		if inside(v) && (i == 0 || bit[y[i-1]] != bit[v]) {
			return false
		}
	}
	return sources <= 1 && cues == 1 && contents > 0 && bit[y[head]] == seenCue
}

func TestSearchAgainstEnumeration(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	c := &crf.Chain{Labels: Labels, Transitions: make([]float64, Labels*Labels), Table: crf.NewTable(Labels)}
	for round := range 12 {
		for i := range c.Transitions {
			c.Transitions[i] = r.NormFloat64()
		}
		s := newSpace(c)
		n := 2 + round%4
		head := r.IntN(n)
		l := crf.NewLattice(Labels)
		l.Reset(n)
		for i := range n {
			for y := range Labels {
				l.Scores(i)[y] = 3 * r.NormFloat64()
			}
		}
		var want []labelling
		y := make([]uint8, n)
		for {
			if wellFormed(y, head) {
				score := 0.0
				for i, v := range y {
					score += l.Scores(i)[v]
					if i > 0 {
						score += c.Transitions[int(y[i-1])*Labels+int(v)]
					}
				}
				want = append(want, labelling{slices.Clone(y), score})
			}
			i := 0
			for i < n {
				if y[i]++; y[i] < Labels {
					break
				}
				y[i] = 0
				i++
			}
			if i == n {
				break
			}
		}
		sort.Slice(want, func(a, b int) bool { return want[a].score > want[b].score })
		const keep = 6
		got, free := s.several(l, head, &search{keep: keep})
		if want = want[:min(keep, len(want))]; len(got) != len(want) || free < got[0].score {
			t.Fatalf("round %d: %d labellings, want %d, free %f", round, len(got), len(want), free)
		}
		for k := range want {
			if d := cmp.Diff(want[k].labels, got[k].labels); d != "" || math.Abs(want[k].score-got[k].score) > 1e-9 {
				t.Errorf("round %d, number %d: %s score %f want %f", round, k, d, got[k].score, want[k].score)
			}
		}
	}
}

func TestOneWordHasNoContent(t *testing.T) {
	s := newSpace(&crf.Chain{Labels: Labels, Transitions: make([]float64, Labels*Labels)})
	l := crf.NewLattice(Labels)
	l.Reset(1)
	if got, _ := s.several(l, 0, &search{keep: 3}); len(got) > 0 {
		t.Errorf("a window of the cue alone was labelled %v", got)
	}
}

func small() *Model {
	chain := func(labels int) *crf.Chain {
		c := &crf.Chain{Labels: labels, Transitions: make([]float64, labels*labels), Table: crf.NewTable(labels)}
		for k := range uint32(50) {
			row := make([]float32, labels)
			for y := range row {
				row[y] = float32(k) * float32(y-1) / 16
			}
			c.Table.Put(k*0x01234567, row)
		}
		return c
	}
	j := &crf.Logistic{Bias: -.5, Table: crf.NewTable(1)}
	j.Table.Put(77, []float32{.25})
	ranker := &crf.Logistic{Table: crf.NewTable(1)}
	ranker.Table.Put(99, []float32{-.5})
	return &Model{Ranker: ranker, Lexicon: features.Lexicon{3: {Head: 1, Cue: 2}, 4000000000: {Head: 10, Cue: 10}}, Cue: chain(CueLabels), Argument: chain(Labels),
		Judge: j, Settings: Standard}
}

func TestFile(t *testing.T) {
	m := small()
	data := Encode(m, .01)
	back, err := Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(m.Lexicon, back.Lexicon); d != "" {
		t.Error(d)
	}
	m.Argument.Table.Pruned(.01).Each(func(key uint32, row []float32) {
		for y, w := range back.Argument.Table.Row(key) {
			if math.Abs(float64(w-row[y])) > 1e-3 {
				t.Errorf("weight %d of %d came back as %f, was %f", y, key, w, row[y])
			}
		}
	})
	if d := cmp.Diff(data, Encode(m, .01)); d != "" {
		t.Error("encoding is not always the same")
	}
	for n := range data {
		if _, err := Decode(data[:n]); err == nil {
			t.Fatalf("%d of %d bytes were taken for a whole file", n, len(data))
		}
	}
	if _, err := Decode(append(data, 0)); err == nil {
		t.Error("a byte too many went unnoticed")
	}
}

func FuzzDecode(f *testing.F) {
	data := Encode(small(), .01)
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := Decode(data); err == nil && m == nil {
			t.Error("neither a model nor an error")
		}
	})
}

func TestChoose(t *testing.T) {
	at := func(head int, p float64, from, to int) Candidate {
		c := Candidate{P: p}
		c.Head = head
		c.Final = features.Parts{Cue: [][2]int{{head, head}}, Content: [][2]int{{from, to}}}
		return c
	}
	m := small()
	got := m.Choose([]Candidate{at(1, .6, 2, 20), at(3, .9, 4, 9), at(5, .5, 2, 20), at(40, .2, 41, 50)})
	var heads []int
	for _, c := range got {
		heads = append(heads, c.Head)
	}
	if d := cmp.Diff([]int{1, 3}, heads); d != "" {
		t.Errorf("a repeated content or an unlikely candidate was kept: %s", d)
	}
}

// talk is a document of two sentences by hand: "Ann said rain fell. Nobody came."
func talk() *features.Document {
	var doc nlp.Doc
	at := 0
	for i, w := range []nlp.Token{
		{Text: "Ann", Tag: "NNP", Pos: "PROPN", Dep: "nsubj", Head: 1, SentStart: true}, {Text: "said", Tag: "VBD", Pos: "VERB", Dep: "ROOT", Head: 1},
		{Text: "rain", Tag: "NN", Pos: "NOUN", Dep: "nsubj", Head: 3}, {Text: "fell", Tag: "VBD", Pos: "VERB", Dep: "ccomp", Head: 1},
		{Text: ".", Tag: ".", Pos: "PUNCT", Dep: "punct", Head: 1}, {Text: "Nobody", Tag: "NN", Pos: "PRON", Dep: "nsubj", Head: 6, SentStart: true},
		{Text: "came", Tag: "VBD", Pos: "VERB", Dep: "ROOT", Head: 6}, {Text: ".", Tag: ".", Pos: "PUNCT", Dep: "punct", Head: 6},
	} {
		w.Lemma, w.Start, w.End = w.Text, at, at+len(w.Text)
		at = w.End + 1
		doc.Tokens = append(doc.Tokens, w)
		doc.Text += doc.Tokens[i].Text + " "
	}
	return features.New(doc, []layout.Segment{{Start: 0, End: at}}, nil)
}

// TestCandidates: each likely word is decoded within its window, the labellings of it differ beyond marks, and the
// words found as a cue are those around it.
func TestCandidates(t *testing.T) {
	m, d := small(), talk()
	labels := make([]uint8, d.Len())
	labels[1], labels[2] = CueHead, CueIn
	chances := make(features.Chances, d.Len())
	chances[1], chances[3], chances[6] = .9, .3, m.Settings.Least
	var heads []int
	m.Options(d, chances, func(c Candidate, all []Option) {
		if len(all) == 0 || len(all) > options || c.LogP > 1e-9 || c.Gap < 0 {
			t.Errorf("%d labellings of word %d, log probability %f, gap %f", len(all), c.Head, c.LogP, c.Gap)
		}
		var kept [][2][][2]int
		for _, o := range all {
			key := [2][][2]int{d.Trim(o.Parts.Source), d.Trim(o.Parts.Content)}
			if slices.ContainsFunc(kept, func(k [2][][2]int) bool { return cmp.Equal(k, key) }) {
				t.Errorf("word %d has %v twice", c.Head, key)
			}
			kept = append(kept, key)
			if !holds(o.Parts.Cue, c.Head) || len(o.Features) == 0 {
				t.Errorf("a labelling of word %d has the cue %v and %d features", c.Head, o.Parts.Cue, len(o.Features))
			}
		}
	})
	all := m.Candidates(d, labels, chances)
	for _, c := range all {
		heads = append(heads, c.Head)
	}
	if diff := cmp.Diff([]int{1, 3}, heads); diff != "" {
		t.Fatalf("words that are tried as cues (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([][2]int{{1, 2}}, all[0].Final.Cue); diff != "" {
		t.Errorf("the cue that is given out (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(all[1].Parts, all[1].Final); diff != "" {
		t.Errorf("a word that is labelled as no cue keeps the parts of its window (-want +got):\n%s", diff)
	}
	m.judge(d, all)
	for _, c := range all {
		if c.P <= 0 || c.P >= 1 {
			t.Errorf("word %d is a cue with probability %f", c.Head, c.P)
		}
	}
}

// TestRead: chances are probabilities, and what is read is accepted, in order and without rivals.
func TestRead(t *testing.T) {
	m, d := small(), talk()
	d.Look(m.Lexicon)
	labels, chances := m.FindCues(d)
	if len(labels) != d.Len() || len(chances) != d.Len() {
		t.Fatalf("%d labels and %d chances of %d words", len(labels), len(chances), d.Len())
	}
	for i, p := range chances {
		if p < 0 || p > 1 {
			t.Errorf("word %d heads a cue with probability %f", i, p)
		}
	}
	m.Settings.Least, m.Settings.Accept = 0, 0
	last := -1
	for _, c := range m.Read(d) {
		if c.Head <= last {
			t.Errorf("word %d comes after word %d", c.Head, last)
		}
		last = c.Head
	}
	if last < 0 {
		t.Error("nothing is read though everything is accepted")
	}
}

func TestContests(t *testing.T) {
	at := func(head int, chance float64, from, to int) Candidate {
		return Candidate{Candidate: features.Candidate{Head: head, Chance: chance,
			Parts: features.Parts{Cue: [][2]int{{head, head}}, Content: [][2]int{{from, to}}}}}
	}
	cut := at(2, .2, 30, 31)
	cut.Parts.Cue = [][2]int{{1, 2}}
	got := Contests([]Candidate{at(1, .9, 3, 12), cut, at(5, .5, 3, 11), at(300, .9, 1, 9)})
	want := []features.Rivals{{}, {Cutting: 1}, {Holding: 1, Same: 1}, {}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
