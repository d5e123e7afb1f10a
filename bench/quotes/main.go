// Command quotes measures quotations by the published cases of CoreNLP's QuoteAnnotator, which are fetched and not
// committed:
//
//	go run ./bench/quotes [-v] PATH/itest/src/edu/stanford/nlp/pipeline/QuoteAnnotatorITest.java
//
// A case is a call of runQuotes: the text, how many quotations it has, and the words of those that the test names. "By
// the grammar" counts the cases whose outermost closed quotations are these; in cases of pipelines without single marks
// those of ours are passed over. "As read" counts the cases of which every named quotation is printed by the reader,
// whoever its speaker is.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode"

	"sayso/internal/read"
	"sayso/internal/read/layout"
	"sayso/internal/read/quotation"
)

func main() {
	verbose := flag.Bool("v", false, "print what is wrong")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *verbose); err != nil {
		fmt.Fprintln(os.Stderr, "quotes:", err)
		os.Exit(1)
	}
}

func run(path string, verbose bool) error {
	source, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	reader, err := read.New()
	if err != nil {
		return err
	}
	cases := parse(string(source))
	grammar, asRead := 0, 0
	for _, c := range cases {
		got := outermost(c)
		if fits(c, got) {
			grammar++
		} else if verbose {
			fmt.Printf("%s: %q gives %q, not %d: %q\n", c.test, c.text, got, c.count, c.quotes)
		}
		reading, err := reader.Read(context.Background(), read.Text{Text: c.text})
		if err != nil {
			return err
		}
		var spans [][2]int
		for _, s := range reading.Statements {
			for _, q := range s.Quotes {
				spans = append(spans, q)
			}
		}
		if printed(c, spans) {
			asRead++
		} else if verbose {
			fmt.Printf("%s: as read %v of %q\n", c.test, spans, c.text)
		}
	}
	fmt.Printf("%d cases: %d by the grammar, %d as read\n", len(cases), grammar, asRead)
	return nil
}

// outermost gives the closed quotations of a text with their marks; parts in several paragraphs are one.
func outermost(c testCase) []string {
	text := []rune(c.text)
	normal := layout.Normalize(c.text)
	var paragraphs [][2]int
	last := -1
	for _, s := range layout.Segments(normal, text) {
		if s.Paragraph != last {
			paragraphs = append(paragraphs, [2]int{s.Start, s.End})
			last = s.Paragraph
		}
		paragraphs[len(paragraphs)-1][1] = s.End
	}
	found := quotation.Find(text, paragraphs)
	var out []string
	for i, q := range found {
		if !q.Closed || q.Single && !c.single && text[q.OuterStart] == '\'' {
			continue
		}
		start := i
		for found[start].Continues >= 0 {
			start = found[start].Continues
		}
		out = append(out, string(text[found[start].OuterStart:q.OuterEnd]))
	}
	return out
}

func fits(c testCase, got []string) bool {
	if len(got) != c.count {
		return false
	}
	for _, want := range c.quotes {
		if !slices.Contains(got, want) {
			return false
		}
	}
	return true
}

// mostOf is the share of a quotation's letters that has to be printed.
const mostOf = 0.9

// printed reports whether the quotes of a reading cover the named quotations of a case.
func printed(c testCase, spans [][2]int) bool {
	if len(c.quotes) == 0 {
		return len(spans) >= c.count
	}
	for _, want := range c.quotes {
		at := strings.Index(c.text, want)
		if at < 0 {
			return false
		}
		text := []rune(c.text)
		start := len([]rune(c.text[:at]))
		end := start + len([]rune(want))
		covered, letters := 0, 0
		for i := start; i < end; i++ {
			if !unicode.IsLetter(text[i]) {
				continue
			}
			letters++
			if slices.ContainsFunc(spans, func(s [2]int) bool { return s[0] <= i && i < s[1] }) {
				covered++
			}
		}
		if float64(covered) < mostOf*float64(letters) {
			return false
		}
	}
	return true
}
