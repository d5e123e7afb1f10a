package settle_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
	"sayso/internal/read/frame"
	"sayso/internal/read/pattern"
	"sayso/internal/read/settle"
	"sayso/internal/read/trace"
	"sayso/internal/read/vocabulary"
)

// word is a token of a treebank in CoNLL-U.
type word struct {
	form, lemma, pos, dep, features string
	head                            int // index of its head, its own for a root
	start, end                      int // code points of the text
	node                            frame.Node
}

// treebank is German as a parser of its own would give it: neither a tokenizer, nor a tree, nor a label of English's.
type treebank struct {
	text  string
	words []word
	heads map[int]int // statement that a token stands in
	cues  []int       // of the statements
	roots []int
}

func readTreebank(t *testing.T, path string) *treebank {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b := &treebank{}
	first := 0
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) < 10 {
			first = len(b.words)
			continue
		}
		head, _ := strconv.Atoi(f[6])
		w := word{form: f[1], lemma: f[2], pos: f[3], features: f[5], dep: f[7], head: first + head - 1,
			start: len([]rune(b.text)), node: frame.Node{Name: f[1], Token: len(b.words)}}
		if head == 0 {
			w.head = len(b.words)
		}
		if n := strings.Split(f[9], "|"); len(n) == 3 {
			w.node = frame.Node{Name: n[0], Token: len(b.words), Typ: kg.EntityType(n[1]), Kind: n[2]}
		}
		b.text += w.form
		if w.end = len([]rune(b.text)); f[9] != "SpaceAfter=No" {
			b.text += " "
		}
		b.words = append(b.words, w)
	}
	b.statements()
	return b
}

// under gives the tokens that hang on a head by a label.
func (b *treebank) under(head int, dep string) []int {
	var out []int
	for i, w := range b.words {
		if w.head == head && i != head && w.dep == dep {
			out = append(out, i)
		}
	}
	return out
}

// statements finds what is said: the clause under a verb of saying.
func (b *treebank) statements() {
	b.heads = map[int]int{}
	for i, w := range b.words {
		if w.dep != "ccomp" || b.words[w.head].lemma != "erklären" {
			continue
		}
		for j := range b.words {
			for k := j; ; k = b.words[k].head {
				if k == i {
					b.heads[j] = len(b.roots)
				}
				if b.words[k].head == k {
					break
				}
			}
		}
		b.roots, b.cues = append(b.roots, i), append(b.cues, w.head)
	}
}

// Innermost implements settle.Text.
func (b *treebank) Innermost(token int) int {
	if s, ok := b.heads[token]; ok {
		return s
	}
	return -1
}

// Uttered implements settle.Text.
func (b *treebank) Uttered(s int) (root, cue int, m kg.Modality) {
	return b.roots[s], b.cues[s], kg.Asserted
}

// Headline implements settle.Text.
func (b *treebank) Headline(int) bool { return false }

// frames is German's builder: voice, coordination, prepositions and commitment undone by the labels of Universal
// Dependencies.
func (b *treebank) frames() []*frame.Frame {
	var out []*frame.Frame
	for v, w := range b.words {
		if w.pos != "VERB" {
			continue
		}
		f := &frame.Frame{Trigger: v, Lemma: w.lemma, Passive: len(b.under(v, "aux:pass")) > 0, Roles: map[frame.Role][]int{},
			Commitment: frame.Commitment{Modality: kg.Asserted}, Why: []trace.Step{{Rule: "de.roles", Tokens: []int{v}}}}
		for _, place := range []struct {
			role frame.Role
			dep  string
		}{{frame.Agent, "nsubj"}, {frame.Agent, "obl:agent"}, {frame.Object, "obj"}, {frame.Object, "nsubj:pass"}} {
			for _, i := range b.under(v, place.dep) {
				f.Fill(place.role, append([]int{i}, b.under(i, "conj")...))
			}
		}
		for _, i := range b.under(v, "obl") {
			for _, c := range b.under(i, "case") {
				f.Fill(frame.Role(b.words[c].lemma), append([]int{i}, b.under(i, "conj")...))
			}
		}
		for _, i := range b.under(v, "advmod") {
			f.Commitment.Negated = f.Commitment.Negated || b.words[i].lemma == "nicht"
		}
		for _, i := range b.under(v, "aux") {
			if b.words[i].lemma == "werden" {
				f.Commitment.Modality = kg.Future
			}
		}
		out = append(out, f)
	}
	return out
}

// TestGerman: a language with a parser, labels, names and frames of its own comes through the vocabulary's patterns to
// claims, by the rooms behind the frames alone.
func TestGerman(t *testing.T) {
	b := readTreebank(t, "testdata/german.conllu")
	entries, err := vocabulary.Entries()
	if err != nil {
		t.Fatal(err)
	}
	german := map[kg.PredicateID]vocabulary.Pattern{
		"RECOGNIZED":      {Verb: []string{"anerkennen"}, Object: []string{"dobj"}, Who: "place"},
		"NEGOTIATED_WITH": {Verb: []string{"verhandeln"}, Object: []string{"mit"}, Who: "person", Need: "person"},
	}
	list := make([]vocabulary.Entry, len(entries))
	for i, e := range entries {
		e.Patterns = nil
		if p, ok := german[e.ID]; ok {
			e.Patterns = []vocabulary.Pattern{p}
		}
		list[i] = e
	}
	patterns, err := pattern.NewPatterns(list)
	if err != nil {
		t.Fatal(err)
	}
	matcher, err := pattern.NewMatcher("de", patterns)
	if err != nil {
		t.Fatal(err)
	}
	frames := b.frames()
	nodes := func(i int) (frame.Node, bool) { return b.words[i].node, b.words[i].pos == "PROPN" }
	hits := matcher.Hits(frames, nodes, &trace.Log{})
	for i, h := range hits {
		hits[i].Evidence = kg.Span{b.words[h.Needs.First].start, b.words[h.Needs.End-1].end}
	}
	var got []string
	for _, c := range settle.Hits(b, hits, frames, func(pattern.Hit) kg.Date { return "" }) {
		said := "-"
		if c.Statement != nil {
			said = b.words[b.cues[*c.Statement]].form
		}
		got = append(got, fmt.Sprint(said, " ", c.Subject, " ", c.Predicate, " ", c.Object, " ", c.Modality, " ", c.Negated, " ",
			c.Confidence > 0.5, " ", trace.Rules(c.Why), " ", string([]rune(b.text)[c.Evidence[0]:c.Evidence[1]])))
	}
	want := []string{
		"erklärte Peru RECOGNIZED Kosovo ASSERTED true true [de.RECOGNIZED#1 de.roles] Peru den Kosovo nicht anerkannt",
		"- Kenya RECOGNIZED Kosovo ASSERTED false true [de.RECOGNIZED#1 de.roles] Kosovo wurde von Kenia und Ghana anerkannt",
		"- Ghana RECOGNIZED Kosovo ASSERTED false true [de.RECOGNIZED#1 de.roles] Kosovo wurde von Kenia und Ghana anerkannt",
		"- Olaf Scholz NEGOTIATED_WITH Emmanuel Macron FUTURE false true [de.NEGOTIATED_WITH#1 de.roles] Scholz mit Macron verhandeln",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
