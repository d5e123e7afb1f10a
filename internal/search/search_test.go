package search

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestLucene(t *testing.T) {
	for in, want := range map[string]string{
		`Donetsk Luhansk`:                `+"Donetsk" +"Luhansk"`,
		`"two months" -Syria recogn*`:    `+"two months" -"Syria" +recogn*`,
		`“curly quotes” «guillemets»`:    `+"curly quotes" +"guillemets"`,
		`text:secret OR *:* AND (a|b)`:   `+"text:secret" +"OR" +"AND" +"(a|b)"`,
		`a\" OR name:"x`:                 `+"a\\" +" OR name:" +"x"`,
		`[a TO z] {a TO b} ~2 ^5 /re.*/`: `+"[a" +"TO" +"z]" +"{a" +"TO" +"b}" +"~2" +"^5" +"/re.*/"`,
		`x\*`:                            `+"x\"`,
		`-- - + word !not &&`:            `+"word" +"!not"`,
		`o'brien* U.S.*`:                 `+o\'brien* +"U.S."`,
		`"never closed`:                  `+"never closed"`,
		`+must`:                          `+"must"`,
	} {
		q, err := Parse(in)
		if err != nil {
			t.Errorf("%s: %v", in, err)
			continue
		}
		got := q.Lucene()
		if in == `a\" OR name:"x` { // the backslash is the user's, not an escape
			want = `+"a\\" +" OR name:" +"x"`
		}
		if in == `x\*` {
			want = `+"x\\"`
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", in, diff)
		}
	}
	for _, in := range []string{"", "  ", "-only -not", "*", `""`, "...", strings.Repeat("a ", 40), strings.Repeat("a", 2000)} {
		if q, err := Parse(in); err == nil {
			t.Errorf("%q was taken as %s", in, q.Lucene())
		}
	}
}

// TestLuceneIsHarmless: outside quotation marks only our own signs and words stand, whatever is typed.
func TestLuceneIsHarmless(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune(`ab Ж界9"\*-+:()[]{}^~?/!&|'’.“”«»`))).Draw(r, "text")
		q, err := Parse(text)
		if err != nil {
			return
		}
		for _, lucene := range []string{q.Lucene(), q.Fuzzy(), q.Started().Lucene()} {
			checkHarmless(r, lucene)
		}
	})
}

func checkHarmless(r *rapid.T, lucene string) {
	inside := false
	runes := []rune(lucene)
	for i := 0; i < len(runes); i++ {
		switch c := runes[i]; {
		case c == '\\':
			i++
		case c == '"':
			inside = !inside
		case inside || inWord(c) || c == ' ':
		case (c == '+' || c == '-') && (i == 0 || runes[i-1] == ' '):
		case c == '*' && (i+1 == len(runes) || runes[i+1] == ' '):
		case c == '~' && i+1 < len(runes) && (runes[i+1] == '1' || runes[i+1] == '2'):
		default:
			r.Fatalf("%q has a sign %q of its own", lucene, c)
		}
	}
	if inside {
		r.Fatalf("%q has an open quotation mark", lucene)
	}
}

func TestFind(t *testing.T) {
	const text = "Russia recognized Donetsk; «Росія» and Antonio Guterres did not recognise it. The U.S. said no."
	for _, c := range []struct {
		query string
		fuzzy bool
		want  []string
	}{
		{"donetsk", false, []string{"Donetsk"}}, {"росія", false, []string{"Росія"}}, {"António guterres", false, []string{"Antonio", "Guterres"}},
		{"recogn*", false, []string{"recognized", "recognise"}}, {`"did not"`, false, []string{"did not"}}, {"not -donetsk did", false, []string{"did"}},
		{"Donestk", false, nil}, {"Donestk", true, []string{"Donetsk"}}, {"recognised", true, []string{"recognized", "recognise"}}, {"U.S.", false, []string{"U.S"}},
	} {
		q, err := Parse(c.query)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range q.Find(text, c.fuzzy, 10) {
			got = append(got, string([]rune(text)[s.Start:s.End]))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.query, diff)
		}
	}
}

func TestQuoteIn(t *testing.T) {
	const text = "On Monday he said: “We will not leave the city, and we shall not be silent.” Nobody asked him why. The city was quiet then."
	for _, c := range []struct {
		quote, found string
		exact        bool
		least, most  float64
		differences  []string
	}{
		{"We will not leave the city, and we shall not be silent.", "We will not leave the city, and we shall not be silent.", true, 1, 1, nil},
		{"\"We will not leave the city, and we shall not be silent.\"", "We will not leave the city, and we shall not be silent.", true, 1, 1, nil},
		{"we will not leave the city and we shall not be silent", "We will not leave the city, and we shall not be silent", false, 1, 1, nil},
		{"We will never leave the city, and we shall not be silent", "We will not leave the city, and we shall not be silent", false, 0.9, 0.92, []string{"CHANGED never>not"}},
		{"We will not leave city, and we shall not be silent", "We will not leave the city, and we shall not be silent", false, 0.9, 0.92, []string{"ADDED >the"}},
		{"We will not ever again leave the city", "We will not leave the city", false, 0.75, 0.76, []string{"MISSING ever again>"}},
		{"Nobody asked him yesterday", "Nobody asked him", false, 0.75, 0.75, []string{"MISSING yesterday>"}},
		{"Noboby asked him why", "Nobody asked him why", false, 0.87, 0.88, []string{"CHANGED Noboby>Nobody"}},
	} {
		q, err := ParseQuote(c.quote)
		if err != nil {
			t.Fatal(err)
		}
		m, ok := q.In(text)
		if !ok {
			t.Fatalf("%s: not found", c.quote)
		}
		runes := []rune(text)
		if got := string(runes[m.Start:m.End]); got != c.found || m.Exact != c.exact || m.Similarity < c.least-1e-9 || m.Similarity > c.most+1e-9 {
			t.Errorf("%s: %q, exact %v, similarity %.3f", c.quote, got, m.Exact, m.Similarity)
		}
		var got []string
		for _, d := range m.Differences {
			got = append(got, string(d.Kind)+" "+string(q.runes[d.Given.Start:d.Given.End])+">"+string(runes[d.Found.Start:d.Found.End]))
		}
		if diff := cmp.Diff(c.differences, got); diff != "" {
			t.Errorf("%s: %s", c.quote, diff)
		}
	}
	if q, _ := ParseQuote("zebra quagga"); true {
		if _, ok := q.In(text); ok {
			t.Error("zebras were found")
		}
	}
}

// TestQuoteOfText: any run of words of a text is found in it, whole and the same; spans of any quote lie within the texts.
func TestQuoteOfText(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		some := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "bb", "city", "Stadt", "місто", "the", "U.S.", "1,000"}), 1, 60)
		in := some.Draw(r, "text")
		from := rapid.IntRange(0, len(in)-1).Draw(r, "from")
		to := rapid.IntRange(from+1, len(in)).Draw(r, "to")
		text := strings.Join(in, " ")
		q, err := ParseQuote(strings.Join(in[from:to], " "))
		if err != nil {
			r.Fatal(err)
		}
		if m, ok := q.In(text); !ok || m.Similarity != 1 || len(m.Differences) > 0 {
			r.Fatalf("%q in %q: %+v %v", string(q.runes), text, m, ok)
		}
		o, _ := ParseQuote(strings.Join(some.Draw(r, "other"), " "))
		m, ok := o.In(text)
		if !ok {
			return
		}
		n := len([]rune(text))
		if m.Start < 0 || m.Start >= m.End || m.End > n || m.Similarity < 0 || m.Similarity > 1 {
			r.Fatalf("%q in %q: %+v", string(o.runes), text, m)
		}
		for _, d := range m.Differences {
			if d.Given.Start > d.Given.End || d.Given.End > len(o.runes) || d.Found.Start > d.Found.End || d.Found.End > n {
				r.Fatalf("%q in %q: %+v", string(o.runes), text, m)
			}
		}
	})
}

// TestNames checks how names of actors are looked for.
func TestNames(t *testing.T) {
	for query, want := range map[string]string{
		"Lee":         `+"Lee"`,
		"قاسم":        `+"قاسم"`,
		"with Lee":    `+"with" +"Lee"`,
		"-Lee Roth":   `-"Lee" +(roth^4 OR r\'oth OR ro\'th OR "r oth" OR "ro th" OR "rot h")`,
		`"O Dell"`:    `+"O Dell"`,
		"O Dell":      `+((+"O" +(dell^4 OR d\'ell OR de\'ll OR "d ell" OR "de ll" OR "del l")) OR (odell^4 OR o\'dell OR od\'ell OR ode\'ll OR "o dell" OR "od ell" OR "ode ll"))`,
		"o'dell":      `+(o\'dell^4 OR odell OR od\'ell OR ode\'ll OR "o dell" OR "od ell" OR "ode ll")`,
		"Pres* Lee":   `+(pres*^4 OR p\'res* OR pr\'es*) +"Lee"`,
		"Dr. Lee":     `"Dr." +"Lee"`,
		"President":   `+(president^4 OR p\'resident OR pr\'esident OR pre\'sident OR pres\'ident OR presi\'dent OR presid\'ent OR preside\'nt OR "p resident" OR "pr esident" OR "pre sident")`,
		"of the Lees": `+"of" +"the" +(lees^4 OR l\'ees OR le\'es OR "l ees" OR "le es" OR "lee s")`,
	} {
		q, err := Parse(query)
		if err != nil {
			t.Fatal(err)
		}
		if got := q.Names(); got != want {
			t.Errorf("%s:\n got %s\nwant %s", query, got, want)
		}
	}
	q, _ := Parse("President of the Chamber")
	if got := q.Names(); !strings.HasSuffix(got, `"of" "the" +(chamber^4 OR c\'hamber OR ch\'amber OR cha\'mber OR cham\'ber OR chamb\'er OR "c hamber" OR "ch amber" OR "cha mber")`) {
		t.Errorf("title: %s", got)
	}
}
