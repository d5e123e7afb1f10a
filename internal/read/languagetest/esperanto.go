// Package languagetest is a second language for tests: a little Esperanto that comes in by the register of languages
// alone. Its parser is a stand-in that goes by endings and labels its arcs as Universal Dependencies do; names,
// statements and frames are its own; layout, quotations, documents and the last stage of claims are those of all
// languages. It may not be imported outside tests.
package languagetest

import (
	"context"
	"embed"
	"slices"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/read"
	"sayso/internal/read/attribution"
	"sayso/internal/read/claim"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/lang"
	"sayso/internal/read/language"
	"sayso/internal/read/layout"
	"sayso/internal/read/syntax"
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
	r := &reader{gaz: s.Names, names: table("names.tsv"), patterns: map[string]kg.PredicateID{}}
	for stem, id := range table("patterns.tsv") {
		for _, e := range s.Entries {
			if string(e.ID) == id {
				r.patterns[stem] = e.ID
			}
		}
	}
	return r, nil
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
	gaz      *gazetteer.Gazetteer
	names    map[string]string         // name without the ending of the accusative -> canonical name
	patterns map[string]kg.PredicateID // stem of a verb -> what it says of its subject and object
}

// Name implements read.LanguageReader.
func (r *reader) Name() string { return Name }

// Predicates implements read.LanguageReader.
func (r *reader) Predicates() []kg.PredicateID {
	var out []kg.PredicateID
	for _, id := range r.patterns {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// Read implements read.LanguageReader.
func (r *reader) Read(ctx context.Context, in read.Text) (kg.Reading, error) {
	text, original := layout.Normalize(in.Text), []rune(in.Text)
	segments := layout.Segments(text, original)
	d := syntax.Plain(text, original, segments, nil, parse(text, segments))
	cast := r.cast(d)
	said := attribution.NewResult(cast, statements(d, cast))
	var hits []claim.Given
	for _, f := range frames(d) {
		hits = append(hits, r.match(cast, f)...)
	}
	undated := func(attribution.Statement) kg.Date { return "" }
	reading, _ := read.Assemble(Name, in, said, claim.Settle(said, hits), undated)
	return reading, ctx.Err()
}
