package search

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/internal/kg"
)

// longestQuote is how many code points a quote may have, mostQuoteTerms how many of its words the index is asked for.
const (
	longestQuote   = 5000
	mostQuoteTerms = 64
)

// Quote is a text whose words are looked for in other texts.
type Quote struct {
	runes []rune
	words []word
}

// ParseQuote takes a quote in; quotation marks around it do not matter. A text without words, or a longer one than is
// taken, is an error with code INVALID_INPUT.
func ParseQuote(text string) (Quote, error) {
	q := Quote{[]rune(text), words(text)}
	if len(q.words) == 0 {
		return q, kg.Errorf(kg.Invalid, "text %q has no words to look for; paste the words of a quote", text)
	}
	if n := len(q.runes); n > longestQuote {
		return q, kg.Errorf(kg.Invalid, "text has %d characters, at most %d are taken; paste a part of it", n, longestQuote)
	}
	return q, nil
}

// Lucene writes a query that finds texts with any of the quote's words, of many the longest.
func (q Quote) Lucene() string {
	seen := map[string]bool{}
	var terms []string
	for _, w := range q.words {
		if text := string(q.runes[w.start:w.end]); !seen[w.folded] {
			seen[w.folded] = true
			terms = append(terms, text)
		}
	}
	if len(terms) > mostQuoteTerms {
		sort.SliceStable(terms, func(i, j int) bool {
			return utf8.RuneCountInString(terms[i]) > utf8.RuneCountInString(terms[j])
		})
		terms = terms[:mostQuoteTerms]
	}
	for i, t := range terms {
		terms[i] = quote(t)
	}
	return strings.Join(terms, " ")
}

// DifferenceKind says how a found text differs from the quote.
type DifferenceKind string

// The kinds of differences.
const (
	Missing DifferenceKind = "MISSING" // words of the quote that the text does not have
	Added   DifferenceKind = "ADDED"   // words of the text that the quote does not have
	Changed DifferenceKind = "CHANGED" // other words in their place
)

// Difference is one difference in words. Given is a place in the quote, Found one in the text; for missing and added
// words one of them is empty and stands where the words would be.
type Difference struct {
	Kind         DifferenceKind
	Given, Found Span
}

// Match is where a text comes nearest to a quote.
type Match struct {
	Span
	Similarity  float64 // 1 where all words are the same
	Exact       bool    // letter by letter, signs included
	Differences []Difference
}

// In finds where the text comes nearest to the quote. ok is false where they have no word in common.
func (q Quote) In(text string) (Match, bool) {
	in := words(text)
	from, to, ok := q.whole(in)
	if !ok {
		from, to, ok = q.region(in)
	}
	if !ok {
		return Match{}, false
	}
	steps, start := q.align(in[from:to])
	if len(steps) == 0 {
		return Match{}, false
	}
	return q.match([]rune(text), in[from+start:], steps), true
}

// whole finds the quote's words as they stand, one behind the other. A stretch that has more of them in another order
// must not hide it.
func (q Quote) whole(in []word) (from, to int, ok bool) {
	for i := 0; i+len(q.words) <= len(in); i++ {
		k := 0
		for k < len(q.words) && in[i+k].folded == q.words[k].folded {
			k++
		}
		if k == len(q.words) {
			return i, i + k, true
		}
	}
	return 0, 0, false
}

// region finds the stretch of words that has the most of the quote's, rare ones counting more, with room on both sides.
func (q Quote) region(in []word) (from, to int, ok bool) {
	often := map[string]int{}
	for _, w := range q.words {
		often[w.folded] = 0
	}
	for _, w := range in {
		if _, wanted := often[w.folded]; wanted {
			often[w.folded]++
		}
	}
	weight := func(i int) float64 {
		if n := often[in[i].folded]; n > 0 {
			return 1 / float64(n)
		}
		return 0
	}
	length := len(q.words) + len(q.words)/4 + 2
	sum, best, at := 0.0, 0.0, 0
	for i := range in {
		sum += weight(i)
		if i >= length {
			sum -= weight(i - length)
		}
		if sum > best+1e-9 {
			best, at = sum, i
		}
	}
	return max(0, at-length-len(q.words)/2), min(len(in), at+1+len(q.words)/2+2), best > 0
}

// step is one step of an alignment.
type step byte

const (
	same  step = iota
	like       // spelled nearly so
	less       // a word of the quote is missing
	more       // a word of the text is added
	other      // another word
)

// align lays the whole quote beside a part of the words: the one that needs the fewest changes. start is that part's
// first word.
func (q Quote) align(in []word) (steps []step, start int) {
	n, wide := len(q.words), len(in)+1
	came := make([]step, (n+1)*wide)
	last, row := make([]float64, wide), make([]float64, wide)
	for i := 1; i <= n; i++ {
		row[0] = float64(i)
		came[i*wide] = less
		for j := 1; j < wide; j++ {
			kind, cost := substitute(q.words[i-1].folded, in[j-1].folded)
			best := last[j-1] + cost
			if c := last[j] + 1; c < best || (c == best && kind == other) {
				kind, best = less, c
			}
			if c := row[j-1] + 1; c < best || (c == best && kind == other) {
				kind, best = more, c
			}
			row[j], came[i*wide+j] = best, kind
		}
		last, row = row, last
	}
	end := 0
	for j, cost := range last {
		if cost < last[end] {
			end = j
		}
	}
	i, j := n, end
	for i > 0 {
		s := came[i*wide+j]
		steps = append(steps, s)
		if s != more {
			i--
		}
		if s != less {
			j--
		}
	}
	for a, b := 0, len(steps)-1; a < b; a, b = a+1, b-1 {
		steps[a], steps[b] = steps[b], steps[a]
	}
	if j == end {
		return nil, 0 // nothing of the quote is there
	}
	return steps, j
}

// substitute tells what it costs to have one word for another.
func substitute(a, b string) (step, float64) {
	if a == b {
		return same, 0
	}
	x, y := []rune(a), []rune(b)
	if most := max(len(x), len(y)) / 3; most > 0 && distance(x, y, most) <= most {
		return like, 0.5
	}
	return other, 1
}

// match gathers what an alignment says. in are the text's words from the first that is aligned.
func (q Quote) match(text []rune, in []word, steps []step) Match {
	var m Match
	cost, given, found := 0.0, 0, 0
	for _, s := range steps {
		d := Difference{Given: q.place(given), Found: placeOf(in, found)}
		switch s {
		case less:
			d.Kind, cost, given = Missing, cost+1, given+1
			d.Found.End = d.Found.Start
		case more:
			d.Kind, cost, found = Added, cost+1, found+1
			d.Given.End = d.Given.Start
		case like, other:
			d.Kind, cost, given, found = Changed, cost+1, given+1, found+1
			if s == like {
				cost -= 0.5
			}
		default:
			given, found = given+1, found+1
			continue
		}
		m.add(d, q, in)
	}
	m.Similarity = max(0, 1-cost/float64(max(len(q.words), found)))
	m.Span = Span{in[0].start, in[found-1].end}
	q.stretch(text, &m)
	return m
}

// add notes a difference; one that follows on the last becomes part of it.
func (m *Match) add(d Difference, q Quote, in []word) {
	if n := len(m.Differences); n > 0 {
		last := &m.Differences[n-1]
		follows := last.Kind == d.Kind && wordsBetween(q.words, last.Given.End, d.Given.Start) == 0 &&
			wordsBetween(in, last.Found.End, d.Found.Start) == 0
		if follows {
			last.Given.End, last.Found.End = max(last.Given.End, d.Given.End), max(last.Found.End, d.Found.End)
			if d.Kind == Missing {
				last.Found = Span{d.Found.Start, d.Found.Start}
			} else if d.Kind == Added {
				last.Given = Span{d.Given.Start, d.Given.Start}
			}
			return
		}
	}
	m.Differences = append(m.Differences, d)
}

// wordsBetween counts the words that begin at from or behind it and before to.
func wordsBetween(in []word, from, to int) int {
	a := sort.Search(len(in), func(i int) bool { return in[i].start >= from })
	b := sort.Search(len(in), func(i int) bool { return in[i].start >= to })
	return max(0, b-a)
}

func (q Quote) place(i int) Span { return placeOf(q.words, i) }

// placeOf is the place of the i-th word; behind the last one it is empty.
func placeOf(in []word, i int) Span {
	if i < len(in) {
		return Span{in[i].start, in[i].end}
	}
	if len(in) == 0 {
		return Span{}
	}
	return Span{in[len(in)-1].end, in[len(in)-1].end}
}

// stretch takes in the signs around the words that the quote has too, and reports whether the two are then the same.
func (q Quote) stretch(text []rune, m *Match) {
	head, tail := q.runes[:q.words[0].start], q.runes[q.words[len(q.words)-1].end:]
	outer := func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Pi, unicode.Pf) || r == '"' || r == '\''
	}
	head, tail = []rune(strings.TrimLeftFunc(string(head), outer)), []rune(strings.TrimRightFunc(string(tail), outer))
	if at := m.Start - len(head); at >= 0 && string(text[at:m.Start]) == string(head) {
		m.Start = at
	}
	if at := m.End + len(tail); at <= len(text) && string(text[m.End:at]) == string(tail) {
		m.End = at
	}
	whole := strings.TrimFunc(string(q.runes), outer)
	m.Exact = string(text[m.Start:m.End]) == whole
}
