package features

import "sort"

// folds is into how many parts the articles are cut, so that rates of a word can be taken without the article at hand.
const folds = 5

// borders part the rates into classes 1 to 10; class 0 is for words never seen.
var borders = [...]float64{.02, .05, .1, .2, .35, .5, .65, .8, .9}

// Classes of a word of the lexicon: how often it heads a cue, and how often it stands in one.
type Classes struct{ Head, Cue uint8 }

// Lexicon has, by the hash of lemma and part of speech, how readily a word is a cue.
type Lexicon map[uint32]Classes

// Counts are what a Lexicon is made from.
type Counts struct {
	by  [folds]map[uint32]*[3]int // times a head, times in a cue, times at all
	all map[uint32]*[3]int
}

// Cue is a cue as annotated: its words and its head.
type Cue struct {
	Head  int
	Words []int
}

func lexiconKey(w *word) uint32 {
	switch w.pos {
	case "VERB", "NOUN", "ADJ":
		return uint32(join("lex", w.hLemma, w.hPos) >> 16)
	}
	return uint32(join("lex", w.hLemma) >> 16)
}

// Add counts the words of the nth article. Words inside quotations count only where they are cues.
func (c *Counts) Add(n int, d *Document, cues []Cue) {
	if c.all == nil {
		c.all = map[uint32]*[3]int{}
		for f := range c.by {
			c.by[f] = map[uint32]*[3]int{}
		}
	}
	head, in := map[int]bool{}, map[int]bool{}
	for _, q := range cues {
		head[q.Head] = true
		for _, i := range q.Words {
			in[i] = true
		}
	}
	for i := range d.words {
		w := &d.words[i]
		if w.punct && w.text != ":" || w.quotedBy >= 0 && !in[i] {
			continue
		}
		for _, m := range []map[uint32]*[3]int{c.all, c.by[n%folds]} {
			key := lexiconKey(w)
			row := m[key]
			if row == nil {
				row = new([3]int)
				m[key] = row
			}
			row[2]++
			if head[i] {
				row[0]++
			}
			if in[i] {
				row[1]++
			}
		}
	}
}

// Lexicon gives the classes over all articles, or, with the number of an article, over those of the other folds. -1
// means all.
func (c *Counts) Lexicon(without int) Lexicon {
	out := Lexicon{}
	for key, all := range c.all {
		row := *all
		if without >= 0 {
			if own := c.by[without%folds][key]; own != nil {
				for k, n := range own {
					row[k] -= n
				}
			}
		}
		if row[2] > 0 {
			n := float64(row[2] + 1)
			out[key] = Classes{Head: class((float64(row[0]) + .02) / n), Cue: class((float64(row[1]) + .04) / n)}
		}
	}
	return out
}

func class(rate float64) uint8 {
	return uint8(1 + sort.Search(len(borders), func(i int) bool { return borders[i] > rate }))
}

// Keys lists the keys in order.
func (l Lexicon) Keys() []uint32 {
	out := make([]uint32, 0, len(l))
	for k := range l {
		out = append(out, k)
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}

// Look sets the classes of every word.
func (d *Document) Look(l Lexicon) {
	for i := range d.words {
		c := l[lexiconKey(&d.words[i])]
		d.words[i].headRate, d.words[i].cueRate = c.Head, c.Cue
	}
}

// Classes of heads that rules go by.
const (
	sometimes = 3 // from .05 on
	oftenHead = 6 // from .35 on
	mostly    = 7 // from .5 on
)
