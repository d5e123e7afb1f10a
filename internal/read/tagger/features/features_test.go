package features

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/nlp"
	"sayso/internal/read/layout"
	"sayso/internal/read/quotation"
)

// parsed analyses paragraphs that are parted by empty lines.
func parsed(t *testing.T, text string) *Document {
	t.Helper()
	p, err := nlp.English()
	if err != nil {
		t.Fatal(err)
	}
	var segments []layout.Segment
	var spans []nlp.Span
	var paragraphs [][2]int
	at := 0
	for _, part := range strings.Split(text, "\n\n") {
		n := len([]rune(part))
		segments = append(segments, layout.Segment{Start: at, End: at + n, Paragraph: len(segments)})
		spans = append(spans, nlp.Span{Start: at, End: at + n})
		paragraphs = append(paragraphs, [2]int{at, at + n})
		at += n + 2
	}
	return New(p.Analyze(text, spans), segments, quotation.Find([]rune(text), paragraphs))
}

func (d *Document) find(t *testing.T, word string) int {
	t.Helper()
	for i := range d.words {
		if d.words[i].text == word {
			return i
		}
	}
	t.Fatalf("no word %q", word)
	return -1
}

func (d *Document) phrase(lo, hi int) string {
	var out []string
	for i := lo; i <= hi; i++ {
		out = append(out, d.words[i].text)
	}
	return strings.Join(out, " ")
}

func TestRuleSource(t *testing.T) {
	for _, c := range []struct{ text, cue, source, how string }{
		{"The old mayor said that taxes would rise.", "said", "The old mayor", "subject"},
		{"The mayor smiled and said that taxes would rise.", "said", "The mayor", "inherited"},
		{"Taxes will rise, according to the mayor.", "according", "the mayor", "object"},
		{"The plan was criticized by two teachers.", "criticized", "two teachers", "agent"},
		{"The mayor's claim that taxes fell was false.", "claim", "The mayor 's", "owner"},
		{"It rained.", "rained", "It", "subject"},
	} {
		d := parsed(t, c.text)
		r, ok := d.ruleSource(d.find(t, c.cue))
		if !ok || d.phrase(r.lo, r.hi) != c.source || r.how != c.how {
			t.Errorf("%s: %v %q by %q", c.text, ok, d.phrase(r.lo, r.hi), r.how)
		}
	}
}

func TestWindow(t *testing.T) {
	const text = "Rain fell. Wind blew. “We stay,” Ann Lee told us. “We like it here.” “It is home.” Night fell. Dogs barked.\n\n" +
		"Bo Ek wrote:\n\n“The sea took all of it.”\n\nIt is a poem."
	d := parsed(t, text)
	for cue, want := range map[string][2]string{"told": {"Wind", "home"}, "wrote": {"Bo", "”"}} {
		h := d.find(t, cue)
		first, end := d.Window(h)
		if first > h || end <= h || d.words[first].text != want[0] {
			t.Errorf("the window of %s begins with %q", cue, d.words[first].text)
		}
		if got := d.phrase(first, end-1); !strings.Contains(got, want[1]) || strings.Contains(got, "Night") || strings.Contains(got, "poem") {
			t.Errorf("the window of %s is %q", cue, got)
		}
	}
}

func TestCirclesBecomeTrees(t *testing.T) {
	var doc nlp.Doc
	for i, head := range []int{1, 2, 0, 3, 99} {
		doc.Tokens = append(doc.Tokens, nlp.Token{Text: "w", Start: 2 * i, End: 2*i + 1, Head: head, SentStart: i == 0})
	}
	d := New(doc, []layout.Segment{{Start: 0, End: 10}}, nil)
	for i := range d.words {
		steps := 0
		for j := i; d.words[j].head != j; j = d.words[j].head {
			if steps++; steps > 9 {
				t.Fatalf("word %d hangs on a circle", i)
			}
		}
		if w := d.words[i]; w.left > i || w.right < i {
			t.Errorf("word %d lies outside of its own subtree %d to %d", i, w.left, w.right)
		}
	}
}

func TestLexiconLeavesAnArticleOut(t *testing.T) {
	const text = "Ann hummed that rain was near."
	var c Counts
	for n := range 10 {
		d := parsed(t, text)
		var cues []Cue
		if h := d.find(t, "hummed"); n == 3 {
			cues = []Cue{{Head: h, Words: []int{h}}}
		}
		c.Add(n, d, cues)
	}
	d := parsed(t, text)
	key := lexiconKey(&d.words[d.find(t, "hummed")])
	all, without := c.Lexicon(-1)[key], c.Lexicon(3)[key]
	if d := cmp.Diff(Classes{Head: class(1.02 / 11), Cue: class(1.04 / 11)}, all); d != "" {
		t.Error(d)
	}
	if without.Head >= all.Head {
		t.Errorf("without the only article where it is a cue the class is %d, with it %d", without.Head, all.Head)
	}
}

func TestFeaturesDependOnWordsNotPlace(t *testing.T) {
	a, b := parsed(t, "Ann said it rained."), parsed(t, "First.\n\nAnn said it rained.")
	for _, d := range []*Document{a, b} {
		for i := range d.words {
			d.words[i].headline = false
		}
	}
	if d := cmp.Diff(a.CueFeatures(0), b.CueFeatures(1)); d != "" {
		t.Error("the same sentence has other features after another paragraph")
	}
}
