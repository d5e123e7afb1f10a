package read

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
)

// recognition prints the claims of the recognition family, sorted.
func recognition(r kg.Reading) []string {
	out := []string{}
	for _, c := range r.Claims {
		if !strings.Contains(string(c.Predicate), "RECOGNI") {
			continue
		}
		s := c.Subject + " " + string(c.Predicate) + " " + c.Object
		if c.Negated {
			s += " NOT"
		}
		if c.Modality != kg.Asserted {
			s += " " + string(c.Modality)
		}
		out = append(out, s)
	}
	sort.Strings(out)
	return out
}

func TestRecognition(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Kenya recognised the independence of Kosovo in March.", []string{"Kenya RECOGNIZED Kosovo"}},
		{"Two states, Nauru and Tuvalu, have recognized the independence of Abkhazia and South Ossetia.",
			[]string{"Nauru RECOGNIZED Abkhazia", "Nauru RECOGNIZED South Ossetia", "Tuvalu RECOGNIZED Abkhazia", "Tuvalu RECOGNIZED South Ossetia"}},
		{"Kosovo's independence has been recognized by Kenya.", []string{"Kenya RECOGNIZED Kosovo"}},
		{"Paraguay recognizes Taiwan as a sovereign state.", []string{"Paraguay RECOGNIZED Taiwan"}},
		{"Spain refuses to recognize Kosovo.", []string{"Spain REFUSED_RECOGNITION Kosovo"}},
		{"Greece has yet to recognise Kosovo.", []string{"Greece RECOGNIZED Kosovo NOT"}},
		{"Spain does not recognise the independence of Kosovo.", []string{"Spain RECOGNIZED Kosovo NOT"}},
		{"Serbia will never recognize Kosovo.", []string{"Serbia REFUSED_RECOGNITION Kosovo"}},
		{"Serbia urged Kenya not to recognize Kosovo.", []string{"Serbia DEMANDED_NON_RECOGNITION Kosovo"}},
		{"Kosovo asked Kenya to recognize its independence.", []string{"Kosovo SOUGHT_RECOGNITION Kenya"}},
		{"Ghana withdrew its recognition of Kosovo.", []string{"Ghana WITHDREW_RECOGNITION Kosovo"}},
		{"France recognized the victory of Ali Bongo in Gabon.", []string{}},
		{"Germany recognised the need to arm Ukraine.", []string{}},
		{"Washington recognized Jerusalem as the capital of Israel.", []string{}},
		{"The United States recognized Morocco's sovereignty over Western Sahara.", []string{}},
		{"Mexico may recognize Western Sahara.", []string{"Mexico RECOGNIZED Western Sahara HYPOTHETICAL"}},
		{"Ireland plans to recognize Palestine.", []string{"Ireland RECOGNIZED Palestine FUTURE"}},
		{"She recognized the man from Kenya.", []string{}},
		{"Will Spain recognize Palestine?", []string{"Spain RECOGNIZED Palestine QUESTIONED"}},
	} {
		got := recognition(mustRead(t, Text{Text: c.text}))
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, d)
		}
	}
}

func TestSpeakers(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`"We will appeal," said Anna Novak, the mayor of Brno.`, "Anna Novak"},
		{`Anna Novak met the press. "We will appeal," she said.`, "Anna Novak"},
		{`According to Human Rights Watch, dozens were jailed.`, "Human Rights Watch"},
		{`Moscow said the talks had failed.`, "Russia"},
		{`An official said the talks had failed.`, ""},
		{`French President Emmanuel Macron left. The president said the talks had failed.`, "Emmanuel Macron"},
		{`Lawmaker Jon Berg told Reuters that the talks had failed.`, "Jon Berg"},
		{`The talks had failed, Norway's foreign ministry said.`, "Ministry of Foreign Affairs of Norway"},
		{`Jon Berg said he was tired, the Norwegian news agency NTB said.`, "Jon Berg"},
		{`Analysts at Chatham House said the talks had failed.`, "Chatham House"},
	} {
		r := mustRead(t, Text{Text: c.text})
		var got []string
		for _, s := range r.Statements {
			if s.Kind == kg.Speech {
				got = append(got, s.Speaker)
			}
		}
		if d := cmp.Diff([]string{c.want}, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, d)
		}
	}
}

func TestDatesFollowThePublicationDay(t *testing.T) {
	r := mustRead(t, Text{Text: "Kenya recognized Kosovo on Monday.", PublishedAt: "2024-06-05"})
	if len(r.Claims) != 1 || r.Claims[0].Date != "2024-06-03" {
		t.Errorf("claims %+v, want one on 2024-06-03", r.Claims)
	}
}

// check reports spans outside of the text, claims of statements that are not there and nil lists.
func check(text string, r kg.Reading) error {
	n := len([]rune(text))
	inside := func(what string, spans ...kg.Span) error {
		for _, s := range spans {
			if s[0] < 0 || s[0] >= s[1] || s[1] > n {
				return fmt.Errorf("%s span %v is not inside a text of %d code points", what, s, n)
			}
		}
		return nil
	}
	for _, m := range r.Mentions {
		if err := inside("mention", m.Span); err != nil || m.Entity == "" {
			return fmt.Errorf("mention %+v: %w", m, err)
		}
	}
	for i, s := range r.Statements {
		for _, spans := range [][]kg.Span{s.Source, s.Cue, s.Content, s.Quotes} {
			if err := inside("statement", spans...); err != nil {
				return err
			}
		}
		if len(s.Content) == 0 || s.Source == nil || s.Cue == nil || s.Quotes == nil || s.Via == nil || s.Claims == nil {
			return fmt.Errorf("statement %d has no content or a nil list: %+v", i, s)
		}
		for _, c := range s.Claims {
			if c < 0 || c >= len(r.Claims) || r.Claims[c].Statement == nil || *r.Claims[c].Statement != i {
				return fmt.Errorf("statement %d and claim %d disagree", i, c)
			}
		}
	}
	for i, c := range r.Claims {
		if err := inside("claim", c.Evidence); err != nil {
			return err
		}
		if c.Statement != nil && (*c.Statement < 0 || *c.Statement >= len(r.Statements)) {
			return fmt.Errorf("claim %d is of statement %d of %d", i, *c.Statement, len(r.Statements))
		}
	}
	return nil
}

var odd = []string{
	"", " ", "\n\n", "\"", "“", "''", "said", "\x00", "\xff\xfe said \"x\"", "He said.", "“”", "…",
	"«Нет», сказал Путин. Россия признала независимость Донецка.",
	"国务院总理李克强会见了普京。", "قال الرئيس السوري إن سوريا تعترف بدونيتسك.",
	"Name\tVotes\tShare\nSmith\t120\t45%\nJones\t98\t37%\n",
	"SMITH: Well, I think so.\n\nJONES: “Really?”\n\nSMITH: Yes.",
	"\"One\n\n\"Two\n\n\"Three,\" said Bob Stone. \"Four",
	"😀 Anna said “😀” to Bob 😀.", "according to", "According to, said", "Russia, Russia, Russia recognized Russia.",
	strings.Repeat("said ", 1000), strings.Repeat("\"", 1000), strings.Repeat("' a", 700), strings.Repeat("Kosovo's ", 500),
	strings.Repeat("Russia, Syria and North Korea have recognized Donetsk and Luhansk. ", 50),
	strings.Repeat("He said that she said that ", 150),
}

func TestOddTexts(t *testing.T) {
	for _, text := range odd {
		if err := check(text, mustRead(t, Text{Text: text})); err != nil {
			t.Errorf("%.60q: %v", text, err)
		}
	}
}

// realEach is of how many real articles one is taken.
const realEach = 3

// realTexts gives pieces of the sample articles and, where they lie beside the checkout, of annotated ones.
func realTexts(t testing.TB) []string {
	t.Helper()
	var out []string
	for _, glob := range []string{"../ingest/sample/*.md", "testdata/*.txtar", "../../../shared/eval/polnear/dev/text/*.txt"} {
		files, err := filepath.Glob(glob)
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range files {
			if i%realEach != 0 {
				continue
			}
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			from := i * 700 % max(1, len(data)-1500) // another part of each
			out = append(out, string(data[from:min(len(data), from+1500)]))
		}
	}
	return out
}

// verbatim reports a quotation that is not in the text as it stands, or that lies outside of what its statement says.
func verbatim(text string, r kg.Reading) error {
	runes, whole := kg.NewRunes(text), []rune(text)
	for i, s := range r.Statements {
		for _, q := range s.Quotes {
			words, ok := runes.Slice(q[0], q[1])
			if !ok || words != string(whole[q[0]:q[1]]) && utf8.ValidString(text) {
				return fmt.Errorf("the quotation %v of statement %d reads %q", q, i, words)
			}
			if q[1] <= s.Content[0][0] || q[0] >= s.Content[len(s.Content)-1][1] {
				return fmt.Errorf("the quotation %v of statement %d is outside of its content %v", q, i, s.Content)
			}
		}
		for k := 1; k < len(s.Content); k++ {
			if s.Content[k][0] < s.Content[k-1][1] {
				return fmt.Errorf("the content of statement %d is not in order: %v", i, s.Content)
			}
		}
	}
	return nil
}

func FuzzRead(f *testing.F) {
	for _, text := range odd[:min(len(odd), 20)] {
		f.Add(text)
	}
	for _, text := range realTexts(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			t.Skip()
		}
		r := mustRead(t, Text{Text: text, PublishedAt: "2024-06-05"})
		if err := check(text, r); err != nil {
			t.Error(err)
		}
		if err := verbatim(text, r); err != nil {
			t.Error(err)
		}
	})
}

func TestSameTextSameReading(t *testing.T) {
	text := `Serbia's president, Aleksandar Vucic, said "no." Kenya recognized Kosovo, AFP reported.`
	want, err := json.Marshal(mustRead(t, Text{Text: text}))
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			got, err := reader(t).Read(context.Background(), Text{Text: text})
			if err != nil {
				t.Error(err)
				return
			}
			if j, _ := json.Marshal(got); string(j) != string(want) {
				t.Errorf("another reading:\n%s\n%s", j, want)
			}
		})
	}
	wg.Wait()
}

func TestEndedContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := reader(t).Read(ctx, Text{Text: "Kenya recognized Kosovo."}); err == nil {
		t.Error("no error from an ended context")
	}
}

// TestWithholding: claims that the reader is less sure of than is asked for stand apart, those of a statement stay with it,
// and what is no share is refused.
func TestWithholding(t *testing.T) {
	r, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	in := Text{Text: "Kenya recognized Kosovo on Monday. Jane Roe said that Peru might attack the port."}
	all, withheld := 0, 0
	for _, step := range []float64{0, .9, 1} {
		one, err := r.Withholding(&step)
		if err != nil {
			t.Fatal(err)
		}
		got, err := one.Read(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		if step == 0 {
			all = len(got.Claims)
		}
		if n := len(got.Claims) + len(got.Withheld); n != all || all < 2 || len(got.Withheld) < withheld {
			t.Errorf("%g: %d claims and %d withheld of %d", step, len(got.Claims), len(got.Withheld), all)
		}
		withheld = len(got.Withheld)
		for i, c := range got.Claims {
			if c.Confidence < step || c.Statement != nil && !slices.Contains(got.Statements[*c.Statement].Claims, i) {
				t.Errorf("%g: %+v", step, c)
			}
		}
		for _, c := range got.Withheld {
			if c.Confidence >= step {
				t.Errorf("%g: withheld %+v", step, c)
			}
		}
	}
	if withheld == 0 {
		t.Error("nothing is ever withheld")
	}
	for _, bad := range []float64{-.1, 1.1, math.NaN(), math.Inf(1)} {
		if _, err := r.Withholding(&bad); kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%g: %v", bad, err)
		}
	}
	if same, err := r.Withholding(nil); err != nil || same != r {
		t.Error("without a limit the reader is another one")
	}
}
