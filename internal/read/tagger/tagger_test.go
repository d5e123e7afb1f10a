package tagger

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sayso/internal/kg"
	"sayso/internal/nlp"
	"sayso/internal/read/layout"
	"sayso/internal/read/quotation"
)

// articles written for this test.
const harbour = `Harbour board delays vote on ferry terminal

The harbour board will not vote on the new ferry terminal before spring, its chairwoman said on Tuesday.

“We owe the islanders a straight answer,” Marta Lind told reporters. “They will have one by April.”

Shipping companies warned that a delay could cost jobs. According to Nordline, which runs two ferries, the old quay is unsafe.

The mayor denied the claim that the city had run out of money.`

func words(text string, spans []kg.Span) []string {
	runes := []rune(text)
	var out []string
	for _, s := range spans {
		out = append(out, string(runes[s[0]:s[1]]))
	}
	return out
}

func read(p *nlp.Pipeline, t *Tagger, text string) []Attribution {
	in := Prepare(p, text)
	return t.Attributions(in.Doc, in.Segments, in.Quotes)
}

func TestAttributions(t *testing.T) {
	p, tagger := loaded(t)
	var got [][]string
	for _, a := range read(p, tagger, harbour) {
		got = append(got, []string{strings.Join(words(harbour, a.Source), "|"), strings.Join(words(harbour, a.Cue), "|"), strings.Join(words(harbour, a.Content), "|")})
	}
	for _, want := range [][]string{
		{"Marta Lind", "told", "“We owe the islanders a straight answer,”|“They will have one by April.”"},
		{"Shipping companies", "warned", "that a delay could cost jobs"},
	} {
		if !slices.ContainsFunc(got, func(g []string) bool { return cmp.Equal(g, want) }) {
			t.Errorf("%q is not among %q", want, got)
		}
	}
}

func TestSameTextSameReading(t *testing.T) {
	p, tagger := loaded(t)
	want := read(p, tagger, harbour)
	for range 3 {
		if d := cmp.Diff(want, read(p, tagger, harbour)); d != "" {
			t.Fatal(d)
		}
	}
}

// check finds spans that are empty, out of order or outside of the text.
func check(t interface{ Fatalf(string, ...any) }, text string, found []Attribution) {
	n := utf8.RuneCountInString(text)
	for _, a := range found {
		if a.Score < 0 || a.Score > 1 || len(a.Cue) == 0 || len(a.Content) == 0 {
			t.Fatalf("%+v in %q", a, text)
		}
		for _, list := range [][]kg.Span{a.Source, a.Cue, a.Content} {
			last := 0
			for _, s := range list {
				if s[0] < last || s[1] <= s[0] || s[1] > n {
					t.Fatalf("%+v in %q", a, text)
				}
				last = s[1]
			}
		}
	}
}

func FuzzAttributions(f *testing.F) {
	p, tagger := loaded(f)
	f.Add(harbour)
	f.Add("“a")
	f.Add("\"\" said \n\n\"")
	f.Add(strings.Repeat("he said that she said that ", 40))
	f.Add(strings.Repeat("\" ", 300))
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 4000 {
			check(t, text, read(p, tagger, text))
		}
	})
}

// TestOddTrees gives analyses that no parser would: heads anywhere, circles, sentences that start anywhere, quotations over each other.
func TestOddTrees(t *testing.T) {
	_, tagger := loaded(t)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 40).Draw(t, "n")
		var doc nlp.Doc
		for i := range n {
			word := rapid.SampledFrom([]string{"said", "He", "that", "\"", ",", "according", "claim", " ", ":", "by", "Lind"}).Draw(t, "word")
			doc.Tokens = append(doc.Tokens, nlp.Token{Text: word, Start: 10 * i, End: 10*i + len(word), Lemma: strings.ToLower(word),
				Tag:  rapid.SampledFrom([]string{"VBD", "VBN", "NN", "PRP", "IN", "_SP", "."}).Draw(t, "tag"),
				Pos:  rapid.SampledFrom([]string{"VERB", "NOUN", "PRON", "ADP", "PUNCT", ""}).Draw(t, "pos"),
				Dep:  rapid.SampledFrom([]string{"nsubj", "ccomp", "ROOT", "punct", "prep", "pobj", "acl", "conj", "poss", "agent", ""}).Draw(t, "dep"),
				Head: rapid.IntRange(-3, n+3).Draw(t, "head"), SentStart: rapid.IntRange(0, 9).Draw(t, "start") == 0,
				Ent: rapid.SampledFrom([]string{"O", "B-PERSON", ""}).Draw(t, "ent")})
			doc.Text += word + strings.Repeat(" ", 10-len(word))
		}
		cut := rapid.IntRange(0, 10*n).Draw(t, "cut")
		segments := []layout.Segment{{Start: 0, End: cut}, {Start: cut, End: 10 * n, Paragraph: 1}}
		var quotes []quotation.Quote
		for at := 0; at < 10*n; {
			a := at + rapid.IntRange(0, 60).Draw(t, "from")
			b := a + rapid.IntRange(1, 150).Draw(t, "to")
			quotes = append(quotes, quotation.Quote{OuterStart: a, OuterEnd: b, Closed: a%2 == 0, Continues: -1})
			at = b
		}
		check(t, doc.Text, tagger.Attributions(doc, segments, quotes))
	})
}

func BenchmarkAttributions(b *testing.B) {
	p, tagger := loaded(b)
	in := Prepare(p, strings.Repeat(harbour+"\n\n", 40))
	n := len(strings.Fields(in.Doc.Text))
	b.ReportAllocs()
	for b.Loop() {
		tagger.Attributions(in.Doc, in.Segments, in.Quotes)
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "words/s")
}
