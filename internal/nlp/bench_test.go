package nlp

import (
	"os"
	"strings"
	"testing"
)

// benchmarkText is the prose of the parity test over and over, about n bytes of it.
func benchmarkText(b testing.TB, n int) string {
	b.Helper()
	data, err := os.ReadFile("testdata/prose.txt")
	if err != nil {
		b.Fatal(err)
	}
	var prose strings.Builder
	for _, section := range splitSections(string(data)) {
		prose.WriteString(section[1])
		prose.WriteString("\n\n")
	}
	return strings.Repeat(prose.String(), n/prose.Len()+1)[:n]
}

func benchmarkAnalyze(b *testing.B, size int, segments func(string) []Span) {
	p, err := English()
	if err != nil {
		b.Fatal(err)
	}
	text := clean(benchmarkText(b, size))
	spans := segments(text)
	words := len(strings.Fields(text))
	p.Analyze(text, spans)
	b.ReportAllocs()
	for b.Loop() {
		p.Analyze(text, spans)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func whole(string) []Span { return nil }

// paragraphs are the stretches of text between line ends.
func paragraphs(text string) (out []Span) {
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		n := len([]rune(strings.TrimRight(line, "\n")))
		if n > 0 {
			out = append(out, Span{at, at + n})
		}
		at += len([]rune(line))
	}
	return out
}

func BenchmarkArticle(b *testing.B)           { benchmarkAnalyze(b, 9000, whole) }
func BenchmarkArticleParagraphs(b *testing.B) { benchmarkAnalyze(b, 9000, paragraphs) }
func BenchmarkBook(b *testing.B)              { benchmarkAnalyze(b, 1<<20, whole) }

func BenchmarkTokenize(b *testing.B) {
	p, err := English()
	if err != nil {
		b.Fatal(err)
	}
	text := benchmarkText(b, 9000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		p.Tokenize(text)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := load(); err != nil {
			b.Fatal(err)
		}
	}
}
