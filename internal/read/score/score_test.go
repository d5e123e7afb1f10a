package score

import (
	"testing"

	"sayso/internal/kg"
)

const text = `Kosovo's Albin Kurti said "we will talk" on Monday. Kenya recognized Kosovo.`

func reading() kg.Reading {
	s := 0
	return kg.Reading{
		Mentions: []kg.ReadMention{{Span: kg.Span{0, 6}, Type: "PLACE", Entity: "Kosovo"}, {Span: kg.Span{9, 20}, Type: "PERSON", Entity: "Albin Kurti"},
			{Span: kg.Span{52, 57}, Type: "PLACE", Entity: "Kenya"}},
		Statements: []kg.ReadStatement{{Source: []kg.Span{{9, 20}}, Cue: []kg.Span{{21, 25}}, Content: []kg.Span{{26, 40}}, Quotes: []kg.Span{{27, 39}},
			Kind: kg.Speech, Speaker: "Albin Kurti", Modality: kg.Future}},
		Claims: []kg.ReadClaim{{Subject: "Kenya", Predicate: "RECOGNIZED", Object: "Kosovo", Modality: kg.Asserted, Evidence: kg.Span{52, 75}},
			{Subject: "Albin Kurti", Predicate: "PROMISED", Object: "", Modality: kg.Future, Evidence: kg.Span{27, 39}, Statement: &s}},
	}
}

func TestAgainstItself(t *testing.T) {
	f := New()
	f.Add(text, reading(), reading())
	for _, name := range order {
		if name != "via" && (f[name].F1() != 100 || f[name].Gold == 0) {
			t.Errorf("%s of a reading against itself: %+v", name, *f[name])
		}
	}
}

func TestWrongThingsCost(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*kg.Reading)
	}{
		{"mentions.strict", func(r *kg.Reading) { r.Mentions[0].Type = "PERSON" }},
		{"mentions.linked", func(r *kg.Reading) { r.Mentions[1].Entity = "Kurti" }},
		{"mentions.linked", func(r *kg.Reading) { r.Mentions[2].Entity = "Kosovo" }},
		{"statements.found", func(r *kg.Reading) { r.Statements[0].Content = []kg.Span{{52, 75}} }},
		{"statements.speaker", func(r *kg.Reading) { r.Statements[0].Speaker = "Kenya" }},
		{"statements.modality", func(r *kg.Reading) { r.Statements[0].Modality = kg.Asserted }},
		{"quotes.exact", func(r *kg.Reading) { r.Statements[0].Quotes[0][1] -= 4 }},
		{"quotes.speaker", func(r *kg.Reading) { r.Statements[0].Speaker = "" }},
		{"claims", func(r *kg.Reading) { r.Claims[0].Negated = true }},
		{"claims.recognition", func(r *kg.Reading) { r.Claims[0].Subject, r.Claims[0].Object = "Kosovo", "Kenya" }},
		{"claims.attributed", func(r *kg.Reading) { r.Claims[1].Statement = nil }},
		{"claims.modality", func(r *kg.Reading) { r.Claims[0].Modality = kg.Hedged }},
	} {
		f, pred := New(), reading()
		c.change(&pred)
		f.Add(text, reading(), pred)
		if f[c.name].F1() >= 100 {
			t.Errorf("%s is still 100 after a wrong answer: %+v", c.name, *f[c.name])
		}
	}
}

func TestNames(t *testing.T) {
	n := newNames([]rune("Moscow and Israel"), []kg.ReadMention{{Span: kg.Span{0, 6}, Entity: "Russia"}, {Span: kg.Span{11, 17}, Entity: "Israel"}, {Span: kg.Span{11, 17}, Entity: "Israel"}})
	for _, c := range []struct {
		gold, pred string
		want       bool
	}{
		{"Russia", "Moscow", true}, {"the U.S.", "United States", true}, {"José Díaz", "Jose Diaz", true}, {"Kurti", "Albin Kurti", true},
		{"Russia", "Israel", false}, {"", "Russia", false}, {"", "", true}, {"Serbia's", "Serbia", true},
	} {
		if got := n.same(c.gold, c.pred); got != c.want {
			t.Errorf("same(%q, %q) = %v", c.gold, c.pred, got)
		}
	}
	if !n.matches("blasts in the port", "the blasts in a port of call") || n.matches("blasts", "an election") {
		t.Error("free text is compared wrongly")
	}
}
