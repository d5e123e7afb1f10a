package ingest

import (
	"strings"
	"testing"

	"sayso/internal/kg"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/vocabulary"
)

func linker(t *testing.T) *Linker {
	t.Helper()
	known, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	words, err := vocabulary.Load()
	if err != nil {
		t.Fatal(err)
	}
	return NewLinker(known, words)
}

const linkText = "“Russia recognized Donetsk,” Ann Lee told The Paper. The U.S. did not recognize it."

func linkReading() kg.Reading {
	statement := 0
	return kg.Reading{
		Mentions: []kg.ReadMention{{Span: kg.Span{1, 7}, Type: "PLACE", Entity: "Russia"}, {Span: kg.Span{19, 26}, Type: "PLACE", Entity: "Donetsk"},
			{Span: kg.Span{29, 36}, Type: "PERSON", Entity: "Ann Lee"}, {Span: kg.Span{42, 51}, Type: "ORGANIZATION", Entity: "The Paper"},
			{Span: kg.Span{57, 61}, Type: "PLACE", Entity: "United States"}},
		Statements: []kg.ReadStatement{{Source: []kg.Span{{29, 36}}, Cue: []kg.Span{{37, 41}}, Content: []kg.Span{{0, 28}}, Kind: kg.Speech, Speaker: "Ann Lee",
			Via: []string{"The Paper", "The Paper"}, Quotes: []kg.Span{{1, 27}}, Modality: kg.Asserted}},
		Claims: []kg.ReadClaim{{Subject: "Russia", Predicate: "RECOGNIZED", Object: "Donetsk", Modality: kg.Asserted, Evidence: kg.Span{1, 26}, Statement: &statement},
			{Subject: "United States", Predicate: "RECOGNIZED", Object: "it", Negated: true, Modality: kg.Asserted, Evidence: kg.Span{53, 82}}},
	}
}

func article(text string) kg.Article {
	return kg.Article{ID: kg.ArticleID(text), Text: text, Language: "en", OriginID: kg.ArticleID(text), Publisher: "BBC"}
}

func TestLink(t *testing.T) {
	r, err := linker(t).Link(article(linkText), linkReading(), "test 1")
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Check(); err != nil {
		t.Fatal(err)
	}
	if len(r.Statements) != 2 || len(r.Claims) != 2 {
		t.Fatalf("%d statements, %d claims", len(r.Statements), len(r.Claims))
	}
	said, own := r.Statements[0], r.Statements[1]
	if said.Form != kg.Direct || said.SpeakerID != kg.EntityID(kg.Person, "Ann Lee") || len(said.Via) != 1 || len(said.Mentions) != 2 {
		t.Errorf("%+v", said)
	}
	if own.Kind != kg.Narrated || own.SpeakerID != "" || own.Quote.Exact != "The U.S. did not recognize it" || own.Extractor != "test 1" {
		t.Errorf("%+v", own)
	}
	if c := r.Claims[1]; !c.Negated || c.ObjectText != "it" || c.ObjectID != "" || c.Text != "not: United States recognized it" {
		t.Errorf("%+v", c)
	}
	for _, e := range r.Entities {
		if e.Name == "United States" && (e.Kind != "state" || !contains(e.Names, "us") || e.WikidataID == "") {
			t.Errorf("%+v", e)
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func TestLinkRefuses(t *testing.T) {
	bad := 7
	for name, c := range map[string]struct {
		spoil func(*kg.Reading)
		word  string
	}{
		"span beyond the text":   {func(r *kg.Reading) { r.Mentions[0].Span = kg.Span{0, 900} }, "code points"},
		"span turned round":      {func(r *kg.Reading) { r.Statements[0].Content[0] = kg.Span{9, 3} }, "code points"},
		"negative span":          {func(r *kg.Reading) { r.Claims[0].Evidence = kg.Span{-4, 3} }, "code points"},
		"unknown type":           {func(r *kg.Reading) { r.Mentions[0].Type = "EVENT" }, "PERSON"},
		"unknown predicate":      {func(r *kg.Reading) { r.Claims[0].Predicate = "RECOGNISED_X" }, "nearest"},
		"lower-case predicate":   {func(r *kg.Reading) { r.Claims[0].Predicate = "recognized" }, "upper case"},
		"unknown modality":       {func(r *kg.Reading) { r.Claims[0].Modality = "SURELY" }, "modality"},
		"unknown kind":           {func(r *kg.Reading) { r.Statements[0].Kind = "SONG" }, "SPEECH"},
		"no content":             {func(r *kg.Reading) { r.Statements[0].Content = nil }, "no content"},
		"claim without its home": {func(r *kg.Reading) { r.Claims[0].Statement = &bad }, "statement 7"},
		"bad date":               {func(r *kg.Reading) { r.Claims[0].Date = "Tuesday" }, "2022-08-17"},
		"name without letters":   {func(r *kg.Reading) { r.Mentions[0].Entity = "!!!" }, "letter"},
	} {
		r := linkReading()
		c.spoil(&r)
		_, err := linker(t).Link(article(linkText), r, "test 1")
		if err == nil || kg.CodeOf(err) == kg.Internal || !strings.Contains(err.Error(), c.word) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
