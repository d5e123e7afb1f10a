package features

import (
	"math"

	"sayso/internal/read/tagger/crf"
)

// Parts are the words of a candidate: runs with both ends included.
type Parts struct{ Source, Cue, Content [][2]int }

// Candidate is an attribution that was decoded around a likely cue.
type Candidate struct {
	Head   int
	Chance float64 // that the word heads a cue
	LogP   float64 // of the labelling
	Gap    float64 // what it cost to have a content
	Length int     // of the window
	Parts  Parts
}

// Rivals counts the other candidates that contest one.
type Rivals struct{ Holding, Cutting, Same int }

type valued struct{ features []crf.Feature }

func (v *valued) add(name string, parts ...uint64) { v.value(1, name, parts...) }

func (v *valued) value(x float64, name string, parts ...uint64) {
	v.features = append(v.features, crf.Feature{Hash: uint32(join(name, parts...) >> 16), Value: float32(x)})
}

// CandidateFeatures describes a candidate for judging whether it is an attribution.
func (d *Document) CandidateFeatures(c Candidate, r Rivals) []crf.Feature {
	v := &valued{}
	p := min(max(c.Chance, .001), .999)
	logP := max(-12, c.LogP)
	v.value(math.Log(p/(1-p)), "logit")
	v.add("chance", num(int(p*10)))
	v.value(logP, "log")
	v.value(logP/math.Sqrt(float64(c.Length)), "log by length")
	v.value(min(8, max(0, c.Gap)), "gap")
	v.add("forced", flag(c.Gap > .01))
	v.add("log class", num(int(max(-8, logP))))
	v.add("sources", num(len(c.Parts.Source)))
	v.add("contents", num(min(3, len(c.Parts.Content))))
	v.add("cue words", num(min(4, len(flat(c.Parts.Cue)))))
	w := &d.words[c.Head]
	v.add("rate", uint64(w.headRate))
	v.add("lemma", w.hLemma)
	v.add("dep", w.hDep)
	v.add("tag", w.hTag)
	v.add("in quote", flag(w.quotedBy >= 0))
	v.add("title", flag(w.headline))
	v.add("title rate", flag(w.headline), uint64(w.headRate))
	d.judgeContent(v, c)
	d.judgeSource(v, c)
	d.judgeHead(v, c.Head)
	v.add("holding", num(min(2, r.Holding)))
	v.add("cutting", num(min(2, r.Cutting)))
	v.add("same", num(min(2, r.Same)))
	return v.features
}

func flat(runs [][2]int) []int {
	var out []int
	for _, r := range runs {
		for i := r[0]; i <= r[1]; i++ {
			out = append(out, i)
		}
	}
	return out
}

// top is the first word of a part whose head lies outside, marks only if there is nothing else, and how many such words
// there are.
func (d *Document) top(words []int, runs [][2]int) (top, n int) {
	top = -1
	for _, i := range words {
		w := &d.words[i]
		if w.head != i && within(runs, w.head) {
			continue
		}
		n++
		if top < 0 || d.words[top].punct && !w.punct {
			top = i
		}
	}
	return top, n
}

func within(runs [][2]int, i int) bool {
	for _, r := range runs {
		if r[0] <= i && i <= r[1] {
			return true
		}
	}
	return false
}

func (d *Document) judgeContent(v *valued, c Candidate) {
	words := flat(c.Parts.Content)
	inked, quoted := 0, 0
	for _, i := range words {
		if !d.words[i].punct {
			inked++
		}
		if d.quoted(i) {
			quoted++
		}
	}
	rate := uint64(d.words[c.Head].headRate)
	v.add("content length", num(log2(1+inked, 6)))
	share := uint64(1)
	if quoted > 0 {
		share = 2
	}
	if quoted*10 > len(words)*9 {
		share = 3
	}
	v.add("content quoted", share)
	v.add("content quoted rate", share, rate)
	if len(words) == 0 {
		return
	}
	d.judgeWords(v, c, words)
}

// judgeWords looks at the words of a content that has some.
func (d *Document) judgeWords(v *valued, c Candidate, words []int) {
	rate := uint64(d.words[c.Head].headRate)
	top, n := d.top(words, c.Parts.Content)
	if top < 0 {
		top = words[0]
	}
	t, one := &d.words[top], &d.words[words[0]]
	own := flag(t.head == c.Head)
	v.add("content top", t.hDep, own)
	v.add("content top rate", t.hDep, own, rate)
	v.add("content pos", t.hPos)
	v.add("content tag", t.hTag, t.hDep)
	v.add("content tops", num(min(4, n)))
	v.add("content first", one.hLow)
	v.add("content first tag", one.hTag)
	side, last := uint64(3), words[len(words)-1]
	if last < c.Head {
		side = 1
	} else if words[0] > c.Head {
		side = 2
	}
	v.add("content side", side)
	after := uint64(0)
	if last+1 < len(d.words) && d.words[last+1].punct {
		after = d.words[last+1].hLow
	}
	v.add("content after", after)
}

func (d *Document) judgeSource(v *valued, c Candidate) {
	words := flat(c.Parts.Source)
	r, ruled := d.ruleSource(c.Head)
	v.add("source rule", text(r.how), flag(ruled && within(c.Parts.Source, r.lo)))
	if len(words) == 0 {
		return
	}
	top, _ := d.top(words, c.Parts.Source)
	if top < 0 {
		top = words[0]
	}
	t := &d.words[top]
	v.add("source pos", t.hPos, t.hEnt)
	v.add("source word", t.hLow)
	v.add("source dep", t.hDep, flag(t.head == c.Head))
	v.add("source length", num(log2(1+len(words), 4)))
	v.add("source rate", uint64(t.headRate))
}

func (d *Document) judgeHead(v *valued, h int) {
	for _, k := range d.words[h].children {
		n := &d.words[k]
		switch n.dep {
		case "ccomp", "xcomp", "dobj", "neg", "prep", "aux", "nsubj", "agent", "mark":
			v.add("child", n.hDep)
		}
		switch n.dep {
		case "prep", "aux", "prt", "neg", "mark":
			v.add("child word", n.hLow)
		}
	}
}
