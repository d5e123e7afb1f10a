// Command pages measures what is taken from pages of outlets: publisher, title, day and text, against two public
// collections that are fetched and not committed: article-extraction-benchmark of scrapinghub (bodies in
// ground-truth.json, pages in html) and the test pages of mozilla's readability (expected.html). pages.tsv lists the
// pages, with facts told by looking at each.
//
//	go run ./bench/pages -benchmark DIR -readability DIR [-v] [-actors] [-half 1]
//
// DIR is the top of a checkout. A page counts as clean when every paragraph of its text is one of the collection's
// body, by its runs of three words, or one of those of allowed.tsv, which were looked at. Of the two halves (odd and
// even lines of pages.tsv) the first is for working with.
package main

import (
	"bytes"
	"compress/gzip"
	"context"
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"sayso/internal/ingest"
	"sayso/internal/kg"
	"sayso/internal/read"
)

//go:embed pages.tsv
var pagesData string

// page is a line of pages.tsv.
type page struct {
	folder, name, url        string
	publishers, titles, days []string // what is right, "-" for nothing
}

type options struct {
	benchmark, readability string
	verbose, actors        bool
	half                   int
}

func main() {
	var o options
	flag.StringVar(&o.benchmark, "benchmark", "", "checkout of article-extraction-benchmark")
	flag.StringVar(&o.readability, "readability", "", "checkout of readability")
	flag.BoolVar(&o.verbose, "v", false, "print what is wrong")
	flag.BoolVar(&o.actors, "actors", false, "read the texts too, and list the actors")
	flag.IntVar(&o.half, "half", 0, "only the first or second half; 0 for both")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "pages:", err)
		os.Exit(1)
	}
}

func run(o options) error {
	bodies, err := groundTruth(o.benchmark)
	if err != nil {
		return err
	}
	var reader *read.Reader
	if o.actors {
		if reader, err = read.New(); err != nil {
			return err
		}
	}
	var sums [2]tally
	for i, p := range pages() {
		half := i % 2
		if o.half != 0 && o.half != half+1 {
			continue
		}
		data, body, err := load(o, p, bodies)
		if err != nil {
			return err
		}
		sums[half].measure(o, p, data, body, reader)
	}
	for half, sum := range sums {
		if sum.pages > 0 {
			fmt.Printf("half %d: %s\n", half+1, sum)
		}
	}
	sums[0].add(sums[1])
	fmt.Printf("all:    %s\n", sums[0])
	return nil
}

func pages() []page {
	var out []page
	for line := range strings.Lines(pagesData) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) == 6 {
			out = append(out, page{
				f[0], f[1], f[2], strings.Split(f[3], " // "), strings.Split(f[4], " // "), strings.Split(f[5], " // "),
			})
		}
	}
	return out
}

// groundTruth reads the bodies of the benchmark.
func groundTruth(folder string) (map[string]string, error) {
	data, err := os.ReadFile(filepath.Join(folder, "ground-truth.json"))
	if err != nil {
		return nil, err
	}
	var rows map[string]struct{ ArticleBody string }
	if err := json.Unmarshal(data, &rows); err != nil {
		return nil, err
	}
	out := map[string]string{}
	for name, r := range rows {
		out[name] = r.ArticleBody
	}
	return out, nil
}

// load gives a page's bytes and the text of its body.
func load(o options, p page, bodies map[string]string) (data []byte, body string, err error) {
	if p.folder == "benchmark" {
		packed, err := os.ReadFile(filepath.Join(o.benchmark, "html", p.name+".html.gz"))
		if err != nil {
			return nil, "", err
		}
		r, err := gzip.NewReader(bytes.NewReader(packed))
		if err != nil {
			return nil, "", err
		}
		data, err = io.ReadAll(r)
		return data, bodies[p.name], err
	}
	folder := filepath.Join(o.readability, "test", "test-pages", p.name)
	if data, err = os.ReadFile(filepath.Join(folder, "source.html")); err != nil {
		return nil, "", err
	}
	expected, err := os.ReadFile(filepath.Join(folder, "expected.html"))
	if err != nil {
		return nil, "", err
	}
	return data, textOf(string(expected)), nil
}

// textOf is all text of HTML.
func textOf(page string) string {
	var b strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(page))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(tokens.Text())
		default:
			b.WriteByte(' ')
		}
	}
}

// tally counts pages by what is right about them.
type tally struct{ pages, publisher, title, day, invented, clean, whole, junk int }

func (t *tally) add(u tally) {
	*t = tally{t.pages + u.pages, t.publisher + u.publisher, t.title + u.title, t.day + u.day, t.invented + u.invented,
		t.clean + u.clean, t.whole + u.whole,
		t.junk + u.junk}
}

func (t tally) String() string {
	return fmt.Sprintf("%d pages: publisher %d, title %d, day %d (%d wrong), nothing foreign %d, body whole %d, actors "+
		"only of foreign text on %d",
		t.pages, t.publisher, t.title, t.day, t.invented, t.clean, t.whole, t.junk)
}

func (t *tally) measure(o options, p page, data []byte, body string, reader *read.Reader) {
	t.pages++
	tell := func(format string, args ...any) {
		if o.verbose {
			fmt.Printf("%.12s %s: %s\n", p.name, p.url, fmt.Sprintf(format, args...))
		}
	}
	s, err := ingest.File(p.name+".html", data)
	if err != nil {
		tell("%v", err)
		return
	}
	s.URL = p.url
	a, err := ingest.Clean(s)
	if err != nil {
		tell("%v", err)
		return
	}
	count := func(n *int, what, got string, right []string) {
		if fits(got, right) {
			*n++
		} else {
			tell("%s %q, not %q", what, got, right)
		}
	}
	count(&t.publisher, "publisher", a.Publisher, p.publishers)
	count(&t.title, "title", a.Title, p.titles)
	count(&t.day, "day", string(a.PublishedAt.Day()), p.days)
	if a.PublishedAt != "" && !fits(string(a.PublishedAt.Day()), p.days) {
		t.invented++
	}
	foreign, share := compare(a, body)
	if len(foreign) == 0 {
		t.clean++
	}
	for _, f := range foreign {
		tell("foreign [%s] %.160s", mark(f), f)
	}
	if share >= wholeShare {
		t.whole++
	} else {
		tell("only %.0f %% of the body; not: %s", 100*share, strings.Join(missing(a, body), " / "))
	}
	if reader != nil {
		t.actors(tell, reader, a, foreign)
	}
}

// fits compares by letters and digits, so that the shape of quotation marks does not matter.
func fits(got string, right []string) bool {
	return slices.ContainsFunc(right, func(r string) bool {
		return r == "-" && got == "" || kg.FoldName(r) == kg.FoldName(got)
	})
}

// actors reads the text and counts the page where an actor is named by nothing but foreign paragraphs.
func (t *tally) actors(tell func(string, ...any), reader *read.Reader, a kg.Article, foreign []string) {
	reading, err := reader.Read(context.Background(), read.Text{Text: a.Text, PublishedAt: a.PublishedAt})
	if err != nil {
		return
	}
	runes := []rune(a.Text)
	own, all := map[string]bool{}, map[string]bool{}
	for _, m := range reading.Mentions {
		start, end := m.Span[0], m.Span[1]
		for start > 0 && runes[start-1] != '\n' {
			start--
		}
		for end < len(runes) && runes[end] != '\n' {
			end++
		}
		all[m.Type[:3]+" "+m.Entity] = true
		if !slices.Contains(foreign, string(runes[start:end])) {
			own[m.Type[:3]+" "+m.Entity] = true
		}
	}
	var names, junk []string
	for name := range all {
		names = append(names, name)
		if !own[name] {
			junk = append(junk, name)
		}
	}
	slices.Sort(names)
	tell("actors: %s", strings.Join(names, "; "))
	if len(junk) > 0 {
		t.junk++
		tell("actors of foreign text: %s", strings.Join(junk, "; "))
	}
}
