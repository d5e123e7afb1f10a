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
	r, left := linker(t).Link(article(linkText), linkReading(), "test 1")
	if len(left) > 0 {
		t.Fatal(left)
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

// TestLinkWithheld: what a reading withholds asserts nothing, and says what it was read as.
func TestLinkWithheld(t *testing.T) {
	r := linkReading()
	r.Withheld, r.Claims = r.Claims, nil
	r.Withheld[0].Predicate = "NOT_THERE"
	record, left := linker(t).Link(article(linkText), r, "test 1")
	if err := record.Check(); err != nil || len(left) != 1 || left[0].What != "withheld claim 0" {
		t.Fatalf("%+v, %v", left, err)
	}
	n := 0
	for _, s := range record.Statements {
		for _, a := range s.Asserts {
			n++
			if a.Modality != kg.Doubtful || a.ReadAs != kg.Asserted {
				t.Errorf("%+v", a)
			}
		}
	}
	if n != len(r.Withheld)-1 {
		t.Errorf("%d of %d withheld claims were kept", n, len(r.Withheld)-1)
	}
}

// TestLinkLeavesOut: an item that the store refuses is left out and named, what hangs on it too, and the rest stays.
func TestLinkLeavesOut(t *testing.T) {
	bad := 7
	for name, c := range map[string]struct {
		spoil               func(*kg.Reading)
		what, word          string
		statements, leftOut int
	}{
		"span beyond the text":   {func(r *kg.Reading) { r.Mentions[0].Span = kg.Span{0, 900} }, "mention 0", "code points", 2, 1},
		"span turned round":      {func(r *kg.Reading) { r.Statements[0].Content[0] = kg.Span{9, 3} }, "statement 0", "code points", 1, 2},
		"empty span":             {func(r *kg.Reading) { r.Statements[0].Content[0] = kg.Span{9, 9} }, "statement 0", "no words", 1, 2},
		"only a blank":           {func(r *kg.Reading) { r.Statements[0].Content[0] = kg.Span{28, 29} }, "statement 0", "no words", 1, 2},
		"negative span":          {func(r *kg.Reading) { r.Claims[1].Evidence = kg.Span{-4, 3} }, "claim 1", "code points", 1, 1},
		"unknown type":           {func(r *kg.Reading) { r.Mentions[0].Type = "EVENT" }, "mention 0", "PERSON", 2, 1},
		"unknown predicate":      {func(r *kg.Reading) { r.Claims[0].Predicate = "RECOGNISED_X" }, "claim 0", "nearest", 2, 1},
		"lower-case predicate":   {func(r *kg.Reading) { r.Claims[0].Predicate = "recognized" }, "claim 0", "upper case", 2, 1},
		"unknown modality":       {func(r *kg.Reading) { r.Claims[0].Modality = "SURELY" }, "claim 0", "modality", 2, 1},
		"unknown kind":           {func(r *kg.Reading) { r.Statements[0].Kind = "SONG" }, "statement 0", "SPEECH", 1, 2},
		"no content":             {func(r *kg.Reading) { r.Statements[0].Content = nil }, "statement 0", "no content", 1, 2},
		"claim without its home": {func(r *kg.Reading) { r.Claims[0].Statement = &bad }, "claim 0", "statement 7", 2, 1},
		"bad date":               {func(r *kg.Reading) { r.Claims[0].Date = "Tuesday" }, "claim 0", "2022-08-17", 2, 1},
		"bad day of utterance":   {func(r *kg.Reading) { r.Statements[0].UtteredOn = "2022-02-31" }, "statement 0", "2022-08-17", 1, 2},
		"name without letters":   {func(r *kg.Reading) { r.Mentions[0].Entity = "!!!" }, "mention 0", "letter", 2, 1},
		"endless name":           {func(r *kg.Reading) { r.Mentions[0].Entity = strings.Repeat("ab ", 9000) }, "mention 0", "at most", 2, 1},
		"endless object":         {func(r *kg.Reading) { r.Claims[0].Object = strings.Repeat("ab ", 9000) }, "claim 0", "at most", 2, 1},
		"too sure":               {func(r *kg.Reading) { r.Statements[0].Confidence = 95 }, "statement 0", "between 0 and 1", 1, 2},
	} {
		r := linkReading()
		c.spoil(&r)
		record, left := linker(t).Link(article(linkText), r, "test 1")
		if len(left) != c.leftOut || left[0].What != c.what || !strings.Contains(left[0].Reason, c.word) {
			t.Errorf("%s: left out %+v", name, left)
		}
		if err := record.Check(); err != nil || len(record.Statements) != c.statements {
			t.Errorf("%s: %d statements, %v", name, len(record.Statements), err)
		}
	}
}
