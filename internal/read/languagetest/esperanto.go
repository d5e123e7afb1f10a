// Package languagetest is a second language for tests: a little Esperanto that comes in by the register of languages
// alone. Its parser is a stand-in that goes by endings and labels its arcs as Universal Dependencies do; names,
// statements and frames are its own; layout, quotations, documents and the last stage of claims are those of all
// languages. It may not be imported outside tests.
package languagetest

import (
	"context"
	"embed"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/read"
	"sayso/internal/read/attribution"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/lang"
	"sayso/internal/read/language"
	"sayso/internal/read/layout"
	"sayso/internal/read/pattern"
	"sayso/internal/read/settle"
	"sayso/internal/read/syntax"
	"sayso/internal/read/trace"
	"sayso/internal/read/vocabulary"
)

//go:embed data
var data embed.FS

var lists = lang.Parse(lang.Text(data, "data/words.txt"))

// Esperanto is the language as the register takes it.
type Esperanto struct{}

// Name is its reader's name.
const Name = "little-esperanto/1"

// Told implements read.Language.
func (Esperanto) Told() language.Language {
	return language.Language{Code: "eo", Name: "Esperanto", Script: unicode.Latin, Words: lists.Of("functionWords")}
}

// New implements read.Language.
func (Esperanto) New(s read.Settings) (read.LanguageReader, error) {
	r := &reader{gaz: s.Names, names: table("names.tsv")}
	verbs := map[kg.PredicateID][]string{}
	for stem, id := range table("patterns.tsv") {
		verbs[kg.PredicateID(id)] = append(verbs[kg.PredicateID(id)], stem)
	}
	var entries []vocabulary.Entry
	for _, e := range s.Entries {
		if e.Patterns = nil; len(verbs[e.ID]) > 0 {
			e.Patterns = []vocabulary.Pattern{{Verb: verbs[e.ID], Object: []string{"dobj"}}}
			r.known = append(r.known, e.ID)
		}
		entries = append(entries, e)
	}
	patterns, err := pattern.NewPatterns(entries)
	if err != nil {
		return nil, err
	}
	r.matcher, err = pattern.NewMatcher("eo", patterns)
	return r, err
}

// table reads a file of words and values.
func table(name string) map[string]string {
	rows, err := lang.Table(lang.Text(data, "data/"+name))
	if err != nil {
		panic("languagetest: " + err.Error())
	}
	out := map[string]string{}
	for _, row := range rows {
		out[row.Word] = row.Value
	}
	return out
}

// reader reads Esperanto.
type reader struct {
	gaz     *gazetteer.Gazetteer
	names   map[string]string // name without the ending of the accusative -> canonical name
	matcher *pattern.Matcher
	known   []kg.PredicateID // that it has patterns for
}

// Name implements read.LanguageReader.
func (r *reader) Name() string { return Name }

// Predicates implements read.LanguageReader.
func (r *reader) Predicates() []kg.PredicateID { return r.known }

// Read implements read.LanguageReader.
func (r *reader) Read(ctx context.Context, in read.Text) (kg.Reading, error) {
	text, original := layout.Normalize(in.Text), []rune(in.Text)
	segments := layout.Segments(text, original)
	d := syntax.Plain(text, original, segments, nil, parse(text, segments))
	cast := r.cast(d)
	said := attribution.NewResult(cast, statements(d, cast))
	found := frames(d)
	hits := r.matcher.Hits(found, nodes(cast), &trace.Log{})
	for i, h := range hits {
		hits[i].Evidence = d.Trimmed(h.Needs.First, h.Needs.End)
	}
	claims := settle.Hits(said, hits, found, func(pattern.Hit) kg.Date { return "" })
	undated := func(attribution.Statement) kg.Date { return "" }
	reading, _ := read.Assemble(Name, in, said, claims, undated)
	return reading, ctx.Err()
}
