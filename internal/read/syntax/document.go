package syntax

import (
	"slices"
	"sort"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/nlp"
	"sayso/internal/read/calendar"
	"sayso/internal/read/layout"
	"sayso/internal/read/quotation"
)

// Document is an analysed article. Token indexes are into Tokens; offsets are code points into the text as it was
// given.
type Document struct {
	Text     []rune // normalized
	Original []rune
	Segments []layout.Segment
	Tokens   []nlp.Token
	Children [][]int // per token, in order
	Left     []int   // per token, the first token of its subtree
	Right    []int   // per token, one past the last token of its subtree
	Sentence []int   // per token, index into Sentences; -1 for blanks between segments
	Segment  []int   // per token, index into Segments; -1 for none
	Quoted   []int   // per token, index of the quotation it stands in or marks, -1 for none

	Sentences []Sentence
	Quotes    []quotation.Quote
	Dates     []calendar.Expression // in their order; the tagger's labels of their tokens say DATE
}

// Sentence is a run of tokens.
type Sentence struct {
	First, End int // token indexes, end-exclusive
	Segment    int
}

// New builds a document of English from what the layout, the quotation finder and the parser gave: it finds the dates
// and mends the trees.
func New(text, original []rune, segments []layout.Segment, quotes []quotation.Quote, tokens []nlp.Token) *Document {
	d := place(text, original, segments, quotes, tokens)
	d.findDates()
	(&repairs{d}).run()
	d.grow()
	return d
}

// Plain builds a document of any language: the trees are as its parser gave them, labels are the
// parser's own, and no dates are looked for.
func Plain(text, original []rune, segments []layout.Segment, quotes []quotation.Quote, tokens []nlp.Token) *Document {
	d := place(text, original, segments, quotes, tokens)
	d.grow()
	return d
}

// place gives a document whose tokens have their places in the text and no children yet.
func place(text, original []rune, segments []layout.Segment, quotes []quotation.Quote, tokens []nlp.Token) *Document {
	d := &Document{Text: text, Original: original, Segments: segments, Tokens: tokens, Quotes: quotes,
		Children: make([][]int, len(tokens)), Left: make([]int, len(tokens)), Right: make([]int, len(tokens)),
		Sentence: make([]int, len(tokens)), Segment: make([]int, len(tokens)), Quoted: make([]int, len(tokens))}
	d.placeSegments()
	d.placeSentences()
	d.placeQuotes()
	return d
}

// grow works out the children and the extent of every subtree.
func (d *Document) grow() {
	for i, t := range d.Tokens {
		d.Left[i], d.Right[i] = i, i+1
		if t.Head != i && t.Head >= 0 && t.Head < len(d.Tokens) {
			d.Children[t.Head] = append(d.Children[t.Head], i)
		}
	}
	d.spread()
}

func (d *Document) placeSegments() {
	s := 0
	for i, t := range d.Tokens {
		d.Segment[i] = -1
		for s < len(d.Segments) && d.Segments[s].End <= t.Start {
			s++
		}
		if s < len(d.Segments) && t.Start >= d.Segments[s].Start {
			d.Segment[i] = s
		}
	}
}

func (d *Document) placeSentences() {
	for i, t := range d.Tokens {
		d.Sentence[i] = -1
		if d.Segment[i] < 0 {
			continue
		}
		fresh := t.SentStart || i == 0 || d.Segment[i-1] != d.Segment[i]
		if fresh {
			d.Sentences = append(d.Sentences, Sentence{First: i, End: i, Segment: d.Segment[i]})
		}
		d.Sentences[len(d.Sentences)-1].End = i + 1
		d.Sentence[i] = len(d.Sentences) - 1
	}
}

func (d *Document) placeQuotes() {
	q := 0
	for i, t := range d.Tokens {
		d.Quoted[i] = -1
		for q < len(d.Quotes) && d.Quotes[q].OuterEnd <= t.Start {
			q++
		}
		if q < len(d.Quotes) && t.Start >= d.Quotes[q].OuterStart {
			d.Quoted[i] = q
		}
	}
}

// spread works out the extent of every subtree. Heads form trees; a bounded climb keeps even a damaged one from
// looping.
func (d *Document) spread() {
	for i := range d.Tokens {
		for j, steps := i, 0; steps < 200; steps++ {
			h := d.Tokens[j].Head
			if h == j || h < 0 || h >= len(d.Tokens) {
				break
			}
			if d.Left[h] <= d.Left[i] && d.Right[h] >= d.Right[i] && steps > 0 {
				break
			}
			d.Left[h], d.Right[h] = min(d.Left[h], i), max(d.Right[h], i+1)
			j = h
		}
	}
}

// Child gives the first child of i with one of the dependency labels, -1 for none.
func (d *Document) Child(i int, deps ...string) int {
	for _, c := range d.Children[i] {
		for _, dep := range deps {
			if d.Tokens[c].Dep == dep {
				return c
			}
		}
	}
	return -1
}

// All lists the children of i with one of the dependency labels.
func (d *Document) All(i int, deps ...string) []int {
	var out []int
	for _, c := range d.Children[i] {
		for _, dep := range deps {
			if d.Tokens[c].Dep == dep {
				out = append(out, c)
			}
		}
	}
	return out
}

// Lemma is the lower-case lemma of a token.
func (d *Document) Lemma(i int) string { return strings.ToLower(d.Tokens[i].Lemma) }

// Lower is the lower-case text of a token.
func (d *Document) Lower(i int) string { return strings.ToLower(d.Tokens[i].Text) }

// Verb reports whether the token is tagged as a verb.
func (d *Document) Verb(i int) bool { return strings.HasPrefix(d.Tokens[i].Tag, "VB") }

// Noun reports whether the token is tagged as a noun or a name.
func (d *Document) Noun(i int) bool { return strings.HasPrefix(d.Tokens[i].Tag, "NN") }

// tagged reports whether a token has one of the tags.
func (d *Document) tagged(i int, tags ...string) bool { return slices.Contains(tags, d.Tokens[i].Tag) }

// labelled reports whether a token hangs on its head by one of the labels.
func (d *Document) labelled(i int, deps ...string) bool {
	return slices.Contains(deps, d.Tokens[i].Dep)
}

// finite reports whether a token is tagged as a finite verb or a modal.
func (d *Document) finite(i int) bool { return d.tagged(i, "VBD", "VBZ", "VBP", "MD") }

// isEntity reports whether the tagger takes a token for a part of an entity of one of the kinds.
func (d *Document) isEntity(i int, kinds ...string) bool {
	_, kind, _ := strings.Cut(d.Tokens[i].Ent, "-")
	return slices.Contains(kinds, kind)
}

// short reports whether a token stands in a sentence that is none of a table or a list.
func (d *Document) short(i int) bool {
	s := d.Sentence[i]
	return s >= 0 && d.Sentences[s].End-d.Sentences[s].First <= longest
}

// Coordinated gives i and all it is joined to by conjunctions after it.
func (d *Document) Coordinated(i int) []int {
	out := []int{i}
	for k := 0; k < len(out) && len(out) < 40; k++ {
		for _, c := range d.Children[out[k]] {
			if d.Tokens[c].Dep == "conj" {
				out = append(out, c)
			}
		}
	}
	sort.Ints(out)
	return out
}

// Kind is the kind of segment a token stands in.
func (d *Document) Kind(i int) layout.Kind {
	if s := d.Segment[i]; s >= 0 {
		return d.Segments[s].Kind
	}
	return layout.Meta
}

// longest is how many tokens a sentence may have; what is longer is a table or a list, where the rules for sentences
// do not hold.
const longest = 300

// Readable reports whether a token stands in a sentence of running text or of a title.
func (d *Document) Readable(i int) bool {
	s := d.Sentence[i]
	if s < 0 || d.Sentences[s].End-d.Sentences[s].First > longest {
		return false
	}
	k := d.Kind(i)
	return k == layout.Body || k == layout.Headline
}

// Paragraph is the number of the paragraph a token stands in, -1 for none.
func (d *Document) Paragraph(i int) int {
	if s := d.Segment[i]; s >= 0 {
		return d.Segments[s].Paragraph
	}
	return -1
}

// Ink reports whether the token is more than blanks.
func (d *Document) Ink(i int) bool { return strings.TrimSpace(d.Tokens[i].Text) != "" }

// Span gives the code points from token first up to, not including, token end.
func (d *Document) Span(first, end int) kg.Span {
	return kg.Span{d.Tokens[first].Start, d.Tokens[end-1].End}
}

// Trimmed is Span without blanks and separating punctuation around it; quotation marks stay. Empty spans have equal
// ends.
func (d *Document) Trimmed(first, end int) kg.Span {
	for first < end && (!d.Ink(first) || strings.Contains(",;:—–-", d.Tokens[first].Text)) {
		first++
	}
	for end > first && (!d.Ink(end-1) || strings.Contains(",;:—–-", d.Tokens[end-1].Text)) {
		end--
	}
	if first >= end {
		return kg.Span{}
	}
	return d.Span(first, end)
}

// Words is the normalized text of a span.
func (d *Document) Words(s kg.Span) string { return string(d.Text[s[0]:s[1]]) }

// Phrase is the text of the tokens as it stands, with runs of blanks made one.
func (d *Document) Phrase(first, end int) string {
	if first >= end {
		return ""
	}
	return strings.Join(strings.Fields(d.Words(d.Span(first, end))), " ")
}

// TokenAt gives the index of the first token that ends after the offset.
func (d *Document) TokenAt(offset int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > offset })
}
