package measure

import (
	"fmt"
	"sort"
	"strings"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/read/score"
)

// Count counts what was found among what was predicted and among what there is.
type Count = score.Count

// Figures are counts by name: exact.ROLE for spans, overlap.ROLE for their words, pairs.content for attributions whose
// content is right by half or more, pairs.speaker for those that also share a word with the annotated source.
type Figures map[string]*Count

// String lists the figures, one a line.
func (f Figures) String() string {
	names := make([]string, 0, len(f))
	for n := range f {
		names = append(names, n)
	}
	sort.Strings(names)
	var b strings.Builder
	for _, n := range names {
		c := f[n]
		fmt.Fprintf(&b, "%-16s P %5.1f  R %5.1f  F1 %5.1f   (%d predicted, %d gold)\n", n, c.Precision(), c.Recall(), c.F1(),
			c.Predicted, c.Gold)
	}
	return b.String()
}

func (f Figures) count(name string) *Count {
	if f[name] == nil {
		f[name] = &Count{}
	}
	return f[name]
}

// Add scores the attributions predicted for an article.
func (f Figures) Add(a Article, predicted []Attribution) {
	t := newWords(a.Text)
	roles := map[string]func(Attribution) []kg.Span{
		"source":  func(x Attribution) []kg.Span { return x.Source },
		"cue":     func(x Attribution) []kg.Span { return x.Cue },
		"content": func(x Attribution) []kg.Span { return x.Content },
	}
	for role, of := range roles {
		gold, pred := t.spans(a.Attributions, of), t.spans(predicted, of)
		f.count("exact."+role).Add(common(gold, pred), len(pred), len(gold))
		goldWords, predWords := t.all(a.Attributions, of), t.all(predicted, of)
		f.count("overlap."+role).Add(common(goldWords, predWords), len(predWords), len(goldWords))
	}
	f.pairs(t, a.Attributions, predicted)
}

type pair struct{ content, source map[int]bool }

func (t *words) pairsOf(list []Attribution) []pair {
	var out []pair
	for _, a := range list {
		if len(a.Content) > 0 {
			out = append(out, pair{t.covered(a.Content), t.covered(a.Source)})
		}
	}
	return out
}

func (f Figures) pairs(t *words, goldList, predList []Attribution) {
	gold, pred := t.pairsOf(goldList), t.pairsOf(predList)
	used := make([]bool, len(pred))
	found, named := 0, 0
	for _, g := range gold {
		best, most := -1, .5
		for i, p := range pred {
			if used[i] {
				continue
			}
			if o := overlap(g.content, p.content); o >= most {
				best, most = i, o
			}
		}
		if best < 0 {
			continue
		}
		used[best] = true
		found++
		if len(g.source) == 0 || common(g.source, pred[best].source) > 0 {
			named++
		}
	}
	f.count("pairs.content").Add(found, len(pred), len(gold))
	f.count("pairs.speaker").Add(named, len(pred), len(gold))
}

// words are the words of a text: where each starts and ends.
type words struct {
	text   []rune
	bounds []kg.Span
}

func inWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

func newWords(text string) *words {
	t := &words{text: []rune(text)}
	at := func(i int) rune {
		if i < len(t.text) {
			return t.text[i]
		}
		return ' '
	}
	for i := 0; i < len(t.text); {
		if !inWord(t.text[i]) {
			i++
			continue
		}
		start := i
		for inWord(at(i)) || (at(i) == '\'' || at(i) == '’') && inWord(at(i+1)) {
			i++
		}
		t.bounds = append(t.bounds, kg.Span{start, i})
	}
	return t
}

// covered gives the words that lie in one of the spans, by their start.
func (t *words) covered(spans []kg.Span) map[int]bool {
	out := map[int]bool{}
	for _, s := range spans {
		i := sort.Search(len(t.bounds), func(i int) bool { return t.bounds[i][0] >= s[0] })
		for ; i < len(t.bounds) && t.bounds[i][0] < s[1]; i++ {
			if t.bounds[i][1] <= s[1] {
				out[t.bounds[i][0]] = true
			}
		}
	}
	return out
}

func (t *words) all(list []Attribution, of func(Attribution) []kg.Span) map[int]bool {
	var spans []kg.Span
	for _, a := range list {
		spans = append(spans, of(a)...)
	}
	return t.covered(spans)
}

// spans are the different spans of a role, without blanks, quotation marks and commas around them.
func (t *words) spans(list []Attribution, of func(Attribution) []kg.Span) map[kg.Span]bool {
	out := map[kg.Span]bool{}
	for _, a := range list {
		for _, s := range of(a) {
			out[t.trim(s)] = true
		}
	}
	return out
}

func (t *words) trim(s kg.Span) kg.Span {
	strip := func(r rune) bool { return strings.ContainsRune(" \t\r\n\"“”‘’'`,.;:", r) }
	for s[0] < s[1] && strip(t.text[s[0]]) {
		s[0]++
	}
	for s[1] > s[0] && strip(t.text[s[1]-1]) {
		s[1]--
	}
	return s
}

func common[K comparable](a, b map[K]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}

// Overlap is the share of common words among the words of either content of an article's attribution.
func Overlap(text string) func(a, b []kg.Span) float64 {
	t := newWords(text)
	return func(a, b []kg.Span) float64 { return overlap(t.covered(a), t.covered(b)) }
}

func overlap(a, b map[int]bool) float64 {
	both := common(a, b)
	if all := len(a) + len(b) - both; all > 0 {
		return float64(both) / float64(all)
	}
	return 0
}
