package attribution

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
	"sayso/internal/nlp"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/mention"
	"sayso/internal/read/syntax"
	"sayso/internal/read/tagger"
)

// find reads a text with the built-in tagger, or with the attributions given.
func find(t testing.TB, text string, given ...tagger.Attribution) *Result {
	t.Helper()
	pipeline, err := nlp.English()
	fail(t, err)
	gaz, err := gazetteer.Load()
	fail(t, err)
	names, err := mention.Words()
	fail(t, err)
	words, err := Words()
	fail(t, err)
	tags, err := tagger.Load()
	fail(t, err)
	in := tagger.Prepare(pipeline, text)
	if given == nil {
		given = tags.Attributions(in.Doc, in.Segments, in.Quotes)
	}
	d := syntax.New([]rune(in.Doc.Text), []rune(text), in.Segments, in.Quotes, in.Doc.Tokens)
	return Find(mention.Find(d, gaz, names), given, words)
}

func fail(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// at gives the span of the first occurrence of words, nil for none.
func at(text, words string) []kg.Span {
	i := strings.Index(text, words)
	if i < 0 || words == "" {
		return nil
	}
	start := len([]rune(text[:i]))
	return []kg.Span{{start, start + len([]rune(words))}}
}

func tag(text, source, cue, content string) tagger.Attribution {
	return tagger.Attribution{Source: at(text, source), Cue: at(text, cue), Content: at(text, content), Score: .9}
}

func said(text string, spans []kg.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, string([]rune(text)[s[0]:s[1]]))
	}
	return strings.Join(out, " … ")
}

func TestKind(t *testing.T) {
	for _, c := range []struct {
		text, source, cue, content string
		want                       kg.StatementKind
	}{
		{"Anna Novak said the bridge was closed.", "Anna Novak", "said", "the bridge was closed", kg.Speech},
		{"Anna Novak urged drivers to leave early.", "Anna Novak", "urged", "drivers to leave early", kg.Speech},
		{"Anna Novak accused the company of hiding cracks.", "Anna Novak", "accused", "the company of hiding cracks", kg.Speech},
		{"Anna Novak denied the charges.", "Anna Novak", "denied", "the charges", kg.Stance},
		{"Anna Novak asked for jets.", "Anna Novak", "asked", "for jets", kg.Stance},
		{"Anna Novak blamed the company for the fires.", "Anna Novak", "blamed", "the company for the fires", kg.Stance},
		{`Anna Novak called the plan "a costly joke."`, "Anna Novak", "called", `the plan "a costly joke."`, kg.Speech},
		{"Anna Novak believes that the bridge is safe.", "Anna Novak", "believes", "that the bridge is safe", kg.Stance},
		{"Anna Novak doubts that the bridge is safe.", "Anna Novak", "doubts", "that the bridge is safe", kg.Stance},
		{"The crew were asked to leave.", "", "were asked", "to leave", kg.Stance},
		{"Anna Novak wants to rebuild the bridge.", "Anna Novak", "wants", "to rebuild the bridge", kg.Stance},
		{"Anna Novak expressed hope that the bridge would reopen.", "Anna Novak", "expressed hope", "that the bridge would reopen", kg.Speech},
		{"The bridge is expected to reopen.", "", "is expected", "to reopen", kg.Stance},
		{"Anna Novak did not say whether the bridge would reopen.", "Anna Novak", "did not say", "whether the bridge would reopen", kg.Stance},
	} {
		got := find(t, c.text, tag(c.text, c.source, c.cue, c.content)).Statements
		if len(got) != 1 || got[0].Kind != c.want {
			t.Errorf("%s: %+v, want one %s", c.text, got, c.want)
		}
	}
}

func TestModality(t *testing.T) {
	for _, c := range []struct {
		text, cue, content string
		want               kg.Modality
	}{
		{"Anna Novak said the bridge was closed.", "said", "the bridge was closed", kg.Asserted},
		{"Anna Novak said the bridge would close.", "said", "the bridge would close", kg.Hypothetical},
		{"Anna Novak said the bridge will close.", "said", "the bridge will close", kg.Future},
		{"Anna Novak said the bridge was reportedly closed.", "said", "the bridge was reportedly closed", kg.Hedged},
		{"Anna Novak asked why the bridge was closed.", "asked", "why the bridge was closed", kg.Questioned},
		{"Anna Novak asked drivers to wait.", "asked", "drivers to wait", kg.Ordered},
		{"Anna Novak promised to reopen the bridge.", "promised", "to reopen the bridge", kg.Future},
	} {
		got := find(t, c.text, tag(c.text, "Anna Novak", c.cue, c.content)).Statements
		if len(got) != 1 || got[0].Modality != c.want {
			t.Errorf("%s: %+v, want one %s", c.text, got, c.want)
		}
	}
}

// TestCorrections gives attributions whose borders are wrong in ways that the grammar shows.
func TestCorrections(t *testing.T) {
	for _, c := range []struct{ text, source, cue, content, wantCue, wantContent string }{
		{"Anna Novak was quoted as saying by the Tass news agency that the bridge was closed.",
			"Anna Novak", "was quoted as", "saying by the Tass news agency that the bridge was closed", "was quoted as saying", "that the bridge was closed"},
	} {
		got := find(t, c.text, tag(c.text, c.source, c.cue, c.content)).Statements
		if len(got) != 1 || said(c.text, got[0].Cue) != c.wantCue || said(c.text, got[0].Content) != c.wantContent {
			t.Errorf("%s: %+v", c.text, got)
		}
	}
	text := "The bridge was closed, Anna Novak told the newspaper on Monday."
	a := tag(text, "Anna Novak", "told", "The bridge was closed")
	a.Content = append(a.Content, at(text, "the newspaper on Monday")...)
	if got := find(t, text, a).Statements; len(got) != 1 || said(text, got[0].Content) != "The bridge was closed" {
		t.Errorf("the addressee stayed in the content: %+v", got)
	}
}

// TestMissed has the rules alone: the tagger finds nothing.
func TestMissed(t *testing.T) {
	for _, c := range []struct{ text, speaker, content string }{
		{`"We will appeal," said Anna Novak.`, "Anna Novak", `"We will appeal,"`},
		{"Bridge to close in May, Anna Novak says", "Anna Novak", "Bridge to close in May"},
		{"The bridge was closed in May, Anna Novak said.", "Anna Novak", "The bridge was closed in May"},
		{"Town hall meets the press\n\nAnna Novak: The bridge will stay closed for a year.", "Anna Novak", "The bridge will stay closed for a year."},
		{"Anna Novak walked over the bridge.", "", ""},
	} {
		var got []string
		for _, s := range find(t, c.text, []tagger.Attribution{}...).Statements {
			got = append(got, s.Speaker, said(c.text, s.Content))
		}
		want := []string{c.speaker, c.content}
		if c.content == "" {
			want = nil
		}
		for i := range got {
			if strings.EqualFold(got[i], c.speaker) {
				got[i] = c.speaker
			}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, d)
		}
	}
}

func TestSpeakerAndChannels(t *testing.T) {
	for _, c := range []struct {
		text, source, cue, content, speaker string
		via                                 []string
	}{
		{"Anna Novak told Reuters the bridge was closed.", "Anna Novak", "told", "the bridge was closed", "Anna Novak", []string{"Reuters"}},
		{"Anna Novak said on Facebook the bridge was closed.", "Anna Novak", "said on Facebook", "the bridge was closed", "Anna Novak", []string{"Facebook"}},
		{"Reuters reported that Anna Novak said the bridge was closed.", "Anna Novak", "said", "the bridge was closed", "Anna Novak", []string{"Reuters"}},
		{"A statement from Anna Novak said the bridge was closed.", "A statement from Anna Novak", "said", "the bridge was closed", "Anna Novak", nil},
		{"Spain and Cyprus said the bridge was closed.", "Spain and Cyprus", "said", "the bridge was closed", "Spain", nil},
		{"Officials said the bridge was closed.", "Officials", "said", "the bridge was closed", "", nil},
	} {
		r := find(t, c.text, tag(c.text, c.source, c.cue, c.content))
		k := slices.IndexFunc(r.Statements, func(s Statement) bool { return said(c.text, s.Content) == c.content })
		if k < 0 {
			t.Errorf("%s: no statement with that content in %+v", c.text, r.Statements)
			continue
		}
		if s := r.Statements[k]; s.Speaker != c.speaker || !slices.Equal(s.Via, c.via) {
			t.Errorf("%s: speaker %q via %q, want %q via %q", c.text, s.Speaker, s.Via, c.speaker, c.via)
		}
	}
}

func TestInnermost(t *testing.T) {
	text := "Anna Novak said that Jan Kral had warned that the bridge was closed."
	r := find(t, text, tag(text, "Anna Novak", "said", "that Jan Kral had warned that the bridge was closed"),
		tag(text, "Jan Kral", "had warned", "that the bridge was closed"))
	d := r.Cast.Doc
	for i, token := range d.Tokens {
		want := map[string]string{"bridge": "Jan Kral", "warned": "Anna Novak", "said": ""}
		speaker, ok := want[token.Text]
		if !ok {
			continue
		}
		got := ""
		if k := r.Innermost(i); k >= 0 {
			got = r.Statements[k].Speaker
		}
		if got != speaker {
			t.Errorf("%q is said by %q, want %q", token.Text, got, speaker)
		}
	}
}

func TestQuotes(t *testing.T) {
	text := `"We will appeal," Anna Novak said. "It is unfair."`
	a := tag(text, "Anna Novak", "said", `"We will appeal,"`)
	a.Content = append(a.Content, at(text, `"It is unfair."`)...)
	got := find(t, text, a).Statements
	if len(got) != 1 || said(text, got[0].Quotes) != "We will appeal, … It is unfair." {
		t.Errorf("%+v", got)
	}
}

func TestAttributionsOutsideOfTheText(t *testing.T) {
	for _, a := range []tagger.Attribution{
		{}, {Cue: []kg.Span{{0, 1}}}, {Cue: []kg.Span{{500, 900}}, Content: []kg.Span{{0, 4}}},
		{Cue: []kg.Span{{5, 9}}, Content: []kg.Span{{900, 901}}}, {Cue: []kg.Span{{5, 9}}, Source: []kg.Span{{-4, 0}}, Content: []kg.Span{{10, 20}}},
	} {
		find(t, "Anna said the bridge was closed.", a)
	}
}

// TestConditioned gives a condition before its speaker the clause behind him, whether the tagger saw it or not.
func TestConditioned(t *testing.T) {
	text := "If Ethiopia changed its mind, said Anna Novak, an analyst at the council, others would follow."
	r := find(t, text, tag(text, "Anna Novak, an analyst at the council", "said", "If Ethiopia changed its mind"))
	if len(r.Statements) != 1 {
		t.Fatalf("%d statements, want 1", len(r.Statements))
	}
	if got, want := said(
		text,
		r.Statements[0].Content,
	), "If Ethiopia changed its mind … others would follow"; got != want {
		t.Errorf("content %q, want %q", got, want)
	}
}
