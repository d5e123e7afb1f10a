package read_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
	"sayso/internal/read"
	"sayso/internal/read/languagetest"
	"sayso/internal/read/vocabulary"
)

const (
	inEnglish   = "Kenya recognized Kosovo. Serbia said that Peru had not visited Chad and that it would not do so."
	inEsperanto = "Kenjo rekonis Kosovon. Serbio diris, ke Peruo ne vizitis Ĉadon. Peruo kaj Ĉado renkontos Kenjon, kaj Kenjo rekonis Kosovon."
)

// TestSecondLanguage: a language that is registered is told, read by its own reader and named as the extractor, and
// English beside it is read as before.
func TestSecondLanguage(t *testing.T) {
	readers, err := append(read.Registered(), languagetest.Esperanto{}).Readers(read.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"en", "eo"}, readers.Languages()); d != "" {
		t.Error(d)
	}
	got, err := readers.Read(context.Background(), read.Text{Text: inEsperanto})
	if err != nil || got.Reader != languagetest.Name {
		t.Fatalf("%+v, %v", got, err)
	}
	want := []string{
		"- Kenya RECOGNIZED Kosovo ASSERTED: Kenjo rekonis Kosovon",
		"Serbia: not Peru VISITED Chad ASSERTED: Peruo ne vizitis Ĉadon",
		"- Peru MET_WITH Kenya FUTURE: Peruo kaj Ĉado renkontos Kenjon",
		"- Chad MET_WITH Kenya FUTURE: Ĉado renkontos Kenjon",
	}
	if d := cmp.Diff(want, told(inEsperanto, got)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"eo.RECOGNIZED#1", "eo.roles"}, got.Claims[0].Rules); d != "" || got.Claims[0].Confidence <= 0 {
		t.Errorf("rules %s, confidence %g", d, got.Claims[0].Confidence)
	}
	alone, err := read.New()
	if err != nil {
		t.Fatal(err)
	}
	before, _ := alone.Read(context.Background(), read.Text{Text: inEnglish})
	after, err := readers.Read(context.Background(), read.Text{Text: inEnglish})
	if d := cmp.Diff(before, after); d != "" || err != nil || len(after.Claims) < 2 {
		t.Errorf("%s %v", d, err)
	}
}

// told prints the claims of a reading: who says each, and its words.
func told(text string, r kg.Reading) []string {
	var out []string
	runes := kg.NewRunes(text)
	for _, c := range r.Claims {
		who, not := "- ", ""
		if c.Statement != nil {
			who = r.Statements[*c.Statement].Speaker + ": "
		}
		if c.Negated {
			not = "not "
		}
		words, _ := runes.Slice(c.Evidence[0], c.Evidence[1])
		out = append(out, who+not+c.Subject+" "+string(c.Predicate)+" "+c.Object+" "+string(c.Modality)+": "+words)
	}
	return out
}

// TestLanguageIsPicked: a stated language goes before what a text seems to be in, and one without a reader is refused
// with those that have one.
func TestLanguageIsPicked(t *testing.T) {
	ctx := context.Background()
	one, err := read.Registered().Readers(read.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := one.Read(ctx, read.Text{Text: strings.Repeat(inEsperanto+" ", 3)}); kg.CodeOf(err) != kg.Invalid ||
		!strings.Contains(err.Error(), "seems to be in Esperanto; only English is read") {
		t.Errorf("error %v", err)
	}
	if _, err := one.Of(read.Text{Text: inEnglish, Language: "fr-CA"}); kg.CodeOf(err) != kg.Invalid ||
		!strings.Contains(err.Error(), `no reader of the language "fr-CA"; those that are read are en`) {
		t.Errorf("error %v", err)
	}
	none := 1.0
	two, err := append(read.Registered(), languagetest.Esperanto{}).Readers(read.Settings{Least: &none})
	if err != nil {
		t.Fatal(err)
	}
	got, err := two.Read(ctx, read.Text{Text: "Kenjo rekonis Kosovon.", Language: "eo"})
	if err != nil || len(got.Claims) != 0 || len(got.Withheld) != 1 {
		t.Errorf("a short text whose language is stated: %+v, %v", got, err)
	}
	if _, err := two.Explainer(read.Text{Text: inEsperanto}); kg.CodeOf(err) != kg.Invalid || !strings.Contains(err.Error(), "does not explain") {
		t.Errorf("error %v", err)
	}
	if _, err := two.Explainer(read.Text{Text: inEnglish}); err != nil {
		t.Error(err)
	}
}

// inventive is a language whose reader finds what no vocabulary has.
type inventive struct{ languagetest.Esperanto }

func (i inventive) New(s read.Settings) (read.LanguageReader, error) {
	s.Entries = []vocabulary.Entry{{Predicate: kg.Predicate{ID: "RECOGNIZED"}}}
	return i.Esperanto.New(s)
}

// TestUnknownPredicates: a language with patterns for a predicate that the vocabulary lacks is refused; those that it
// has none of are its own affair.
func TestUnknownPredicates(t *testing.T) {
	entries := []vocabulary.Entry{{Predicate: kg.Predicate{ID: "VISITED"}}}
	if _, err := (read.Languages{inventive{}}).Readers(read.Settings{Entries: entries}); err == nil {
		t.Error("it was taken")
	}
	if _, err := (read.Languages{languagetest.Esperanto{}}).Readers(read.Settings{Entries: entries}); err != nil {
		t.Error(err)
	}
}
