package features

import (
	"strings"
	"unicode"

	"sayso/internal/nlp"
	"sayso/internal/read/layout"
	"sayso/internal/read/quotation"
)

// longest is how many words a sentence may have; what is longer is a table or a list and holds no attribution that
// could be read.
const longest = 300

// titleWords is up to how many words the first paragraph counts as a headline.
const titleWords = 30

// Document is an article's words without the blanks between them; indexes count words.
type Document struct {
	words     []word
	sentences []sentence
	quotes    []quote
}

// word is a token with all that features ask of it. The h… fields are hashes.
type word struct {
	start, end                                       int
	text, low, lemma, tag, pos, dep, ent             string
	hLow, hLemma, hTag, hPos, hDep, hEnt             uint64
	head, left, right, sentence, paragraph, quotedBy int
	children                                         []int
	punct, headline                                  bool
	headRate, cueRate                                uint8 // classes of the lexicon, 0 for unseen
}

type sentence struct{ first, end int }

type quote struct {
	first, end                int
	closed, single, continues bool
}

// New takes the words over from an analysed text, its segments and its quotations. Offsets are those of doc.
func New(doc nlp.Doc, segments []layout.Segment, quotes []quotation.Quote) *Document {
	d := &Document{}
	index := d.takeWords(doc.Tokens, segments)
	d.takeHeads(doc.Tokens, index)
	d.spread()
	d.takeQuotes(quotes)
	d.markHeadline()
	return d
}

// takeWords copies the tokens that are words and stand in segments, and returns for each token its index, -1 for none.
func (d *Document) takeWords(tokens []nlp.Token, segments []layout.Segment) []int {
	index := make([]int, len(tokens))
	seg, last, fresh := 0, -1, true
	for i, t := range tokens {
		index[i] = -1
		for seg < len(segments) && segments[seg].End <= t.Start {
			seg++
		}
		fresh = fresh || t.SentStart
		if seg == len(segments) || t.Start < segments[seg].Start || strings.TrimSpace(t.Text) == "" || t.End <= t.Start {
			continue
		}
		if fresh || seg != last {
			d.sentences = append(d.sentences, sentence{len(d.words), len(d.words)})
		}
		last, fresh = seg, false
		index[i] = len(d.words)
		d.words = append(d.words, newWord(t, segments[seg], len(d.sentences)-1))
		d.sentences[len(d.sentences)-1].end = len(d.words)
	}
	return index
}

func newWord(t nlp.Token, s layout.Segment, sentence int) word {
	w := word{start: t.Start, end: t.End, text: t.Text, low: strings.ToLower(t.Text), lemma: strings.ToLower(t.Lemma),
		tag: t.Tag, pos: t.Pos,
		dep: t.Dep, sentence: sentence, paragraph: s.Paragraph, quotedBy: -1, headline: s.Kind == layout.Headline}
	if len(t.Ent) > 2 {
		w.ent = t.Ent[2:]
	}
	w.punct = true
	for _, r := range t.Text {
		w.punct = w.punct && unicode.IsPunct(r)
	}
	w.hLow, w.hLemma, w.hTag, w.hPos, w.hDep, w.hEnt = text(w.low), text(w.lemma), text(w.tag), text(w.pos), text(w.dep),
		text(w.ent)
	return w
}

// takeHeads makes every sentence a forest: a head outside of the sentence or a circle makes a word a root.
func (d *Document) takeHeads(tokens []nlp.Token, index []int) {
	for i, t := range tokens {
		w := index[i]
		if w < 0 {
			continue
		}
		head := w
		if t.Head >= 0 && t.Head < len(tokens) && index[t.Head] >= 0 &&
			d.words[index[t.Head]].sentence == d.words[w].sentence {
			head = index[t.Head]
		}
		d.words[w].head = head
	}
	state := make([]uint8, len(d.words)) // 1: on the present climb, 2: known to lead to a root
	var climb []int
	for i := range d.words {
		climb = climb[:0]
		j := i
		for ; state[j] == 0; j = d.words[j].head {
			state[j] = 1
			climb = append(climb, j)
		}
		if state[j] == 1 {
			d.words[j].head = j
		}
		for _, c := range climb {
			state[c] = 2
		}
	}
}

// spread finds the children and the outermost words of each subtree.
func (d *Document) spread() {
	below := make([]int, len(d.words))
	for i := range d.words {
		w := &d.words[i]
		w.left, w.right = i, i
		if w.head != i {
			d.words[w.head].children = append(d.words[w.head].children, i)
			below[w.head]++
		}
	}
	var leaves []int
	for i, n := range below {
		if n == 0 {
			leaves = append(leaves, i)
		}
	}
	for len(leaves) > 0 {
		i := leaves[len(leaves)-1]
		leaves = leaves[:len(leaves)-1]
		w := &d.words[i]
		if w.head == i {
			continue
		}
		h := &d.words[w.head]
		h.left, h.right = min(h.left, w.left), max(h.right, w.right)
		if below[w.head]--; below[w.head] == 0 {
			leaves = append(leaves, w.head)
		}
	}
}

// takeQuotes finds the words of each quotation, marks included. Of quotations within each other the outermost counts.
func (d *Document) takeQuotes(quotes []quotation.Quote) {
	i := 0
	for _, q := range quotes {
		for i < len(d.words) && d.words[i].end <= q.OuterStart {
			i++
		}
		first := i
		for i < len(d.words) && d.words[i].start < q.OuterEnd {
			d.words[i].quotedBy = len(d.quotes)
			i++
		}
		if i > first {
			d.quotes = append(d.quotes, quote{
				first: first, end: i, closed: q.Closed, single: q.Single, continues: q.Continues >= 0,
			})
		}
	}
}

func (d *Document) markHeadline() {
	n := 0
	for n < len(d.words) && d.words[n].paragraph == d.words[0].paragraph {
		n++
	}
	for i := range d.words[:n] {
		d.words[i].headline = d.words[i].headline || n <= titleWords
	}
}

// Len is the number of words.
func (d *Document) Len() int { return len(d.words) }

// Sentences is the number of sentences.
func (d *Document) Sentences() int { return len(d.sentences) }

// Sentence gives the words of sentence k, from first up to, not including, end.
func (d *Document) Sentence(k int) (first, end int) { return d.sentences[k].first, d.sentences[k].end }

// Readable reports whether sentence k is short enough to be prose.
func (d *Document) Readable(k int) bool { return d.sentences[k].end-d.sentences[k].first <= longest }

// Start is the code point at which word i starts, End the one after it.
func (d *Document) Start(i int) int { return d.words[i].start }

// End is the code point after word i.
func (d *Document) End(i int) int { return d.words[i].end }

// Covered lists the words that share a code point with the span.
func (d *Document) Covered(start, end int) []int {
	lo, hi := 0, len(d.words)
	for lo < hi {
		if m := (lo + hi) / 2; d.words[m].end <= start {
			lo = m + 1
		} else {
			hi = m
		}
	}
	var out []int
	for ; lo < len(d.words) && d.words[lo].start < end; lo++ {
		out = append(out, lo)
	}
	return out
}

// CueHead is the word of a cue that its others depend on: the first whose head lies outside, full words before others.
func (d *Document) CueHead(cue []int) int {
	in := map[int]bool{}
	for _, i := range cue {
		in[i] = true
	}
	found := -1
	for _, i := range cue {
		if w := d.words[i]; w.head != i && in[w.head] {
			continue
		}
		switch d.words[i].pos {
		case "VERB", "NOUN", "AUX", "ADJ":
			return i
		}
		if found < 0 {
			found = i
		}
	}
	return found
}

func (d *Document) quoted(i int) bool { return d.words[i].quotedBy >= 0 }

func (d *Document) root(i int) bool { return d.words[i].head == i }
