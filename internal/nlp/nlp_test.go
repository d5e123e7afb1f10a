package nlp

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func pipeline(t testing.TB) *Pipeline {
	t.Helper()
	p, err := English()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// spell joins token texts with "|" and marks a blank after a token by a final "_".
func spell(tokens []Token) string {
	var parts []string
	for _, tok := range tokens {
		s := tok.Text
		if tok.Space {
			s += "_"
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "|")
}

func TestTokenize(t *testing.T) {
	p := pipeline(t)
	for text, want := range map[string]string{
		"":                                  "",
		" ":                                 " ",
		"a":                                 "a",
		"a b":                               "a_|b",
		"a  b":                              "a_| |b",
		" a ":                               " |a_",
		"a \n b":                            "a_|\n |b",
		"don't":                             "do|n't",
		"Don’t":                             "Do|n’t",
		"can't.":                            "ca|n't|.",
		"U.S.":                              "U.S.",
		"(U.S.)":                            "(|U.S.|)",
		"U.S.-based":                        "U.S.-based",
		"e.g., this":                        "e.g.|,_|this",
		"end. Next":                         "end|._|Next",
		"end.Next":                          "end|.|Next",
		"Wait...":                           "Wait|...",
		"''quoted''":                        "''|quoted|''",
		"well-known":                        "well|-|known",
		"1990-2000":                         "1990|-|2000",
		"mid-1990s":                         "mid-1990s",
		"one—two–three":                     "one|—|two|–|three",
		"one---two":                         "one|---|two",
		"$5,000":                            "$|5,000",
		"US$1.2bn":                          "US$|1.2bn",
		"5€":                                "5|€",
		"50%":                               "50|%",
		"120 km/h":                          "120_|km|/|h",
		"120km/h":                           "120|km/h",
		"25°C.":                             "25|°|C|.",
		"a,b 1,2":                           "a|,|b_|1,2",
		"https://x.org/a(b)?c=d#e, then":    "https://x.org/a(b)?c=d#e|,_|then",
		"www.example.com.":                  "www.example.com|.",
		"me@example.org":                    "me@example.org",
		"8.8.8.8:53":                        "8.8.8.8:53",
		":-) (:":                            ":-)_|(:",
		"C++ and C#":                        "C++_|and_|C|#",
		"John's":                            "John|'s",
		"I'd've":                            "I|'d|'ve",
		"gonna":                             "gon|na",
		"+5 +x":                             "+5_|+|x",
		"a/b":                               "a|/|b",
		"and/or":                            "and/or",
		"🚀go🔥":                              "🚀|go|🔥",
		"\u00a0x":                           "\u00a0|x",
		"x\u001fy":                          "x|\u001f|y",
		"《书》":                               "《|书|》",
		"§5(b)(2)":                          "§|5(b)(2|)",
		"\xff\xfe ok":                       "\ufffd|\ufffd_|ok",
		"10 a.m. on Jan. 1st":               "10_|a.m._|on_|Jan._|1st",
		"rock 'n' roll":                     "rock_|'|n|'_|roll",
		"foo.bar.COM":                       "foo.bar|.|COM",
		"ftp://files.example.net/pub/":      "ftp://files.example.net/pub/",
		"localhost:8080 10.0.0.1:80":        "localhost:8080_|10.0.0.1:80",
		"\"We're\" (he said)":               "\"|We|'re|\"_|(|he_|said|)",
		strings.Repeat("(", 3) + ")":        "(|(|(|)",
		"O'Neill's":                         "O'Neill|'s",
		"\u00bb\u00abx\u00bb":               "»|«|x|»",
		"tab\there":                         "tab|\t|here",
		"trailing newline\n":                "trailing_|newline|\n",
		"trailing blanks  ":                 "trailing_|blanks_| ",
		"nested 'single “double” quotes'.":  "nested_|'|single_|“|double|”_|quotes|'|.",
		"ΟΔΥΣΣΕΥΣ":                          "ΟΔΥΣΣΕΥΣ",
		"http://":                           "http://",
		"3.14159... and so":                 "3.14159|..._|and_|so",
		"A.B.C. corp":                       "A.B.C._|corp",
		"NATO.":                             "NATO|.",
		"It's 5 o'clock":                    "It|'s_|5_|o'clock",
		"--dry-run":                         "--dry|-|run",
		"x -> y":                            "x_|-|>_|y",
		"`code`":                            "`|code|`",
		"**bold**":                          "*|*|bold|*|*",
		"[x](https://x.org/y)":              "[|x](https://x.org|/|y|)",
		"Mr. Smith-Jones, Ph.D.":            "Mr._|Smith|-|Jones|,_|Ph.D.",
		"1st. 2nd":                          "1st|._|2nd",
		"20kg of 5GB":                       "20|kg_|of_|5|GB",
		"year-on-year":                      "year|-|on|-|year",
		"what?!":                            "what|?|!",
		"lower.upper lower.Upper Upper.Low": "lower.upper_|lower|.|Upper_|Upper|.|Low",
	} {
		if got := spell(p.Tokenize(text)); got != want {
			t.Errorf("Tokenize(%q)\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestNorm(t *testing.T) {
	p := pipeline(t)
	for text, want := range map[string]string{
		"Don't": "do not", "He'll": "he will", "colour": "color", "“x”": "\" x \"", "İzmir": "i̇zmir",
		"ΟΔΥΣΣΕΥΣ": "οδυσσευς", "Ms.": "ms.", "can't": "can not", "€": "$",
	} {
		var norms []string
		for _, tok := range p.Tokenize(text) {
			norms = append(norms, tok.Norm)
		}
		if got := strings.Join(norms, " "); got != want {
			t.Errorf("norms of %q are %q, want %q", text, got, want)
		}
	}
}

// checkDoc reports the first thing about a document that no document may have.
func checkDoc(text string, d Doc, segments []Span) error {
	runes := []rune(text)
	if string(runes) != d.Text {
		return fmt.Errorf("text changed to %q", d.Text)
	}
	at := 0
	for i, tok := range d.Tokens {
		switch {
		case tok.Start < at || tok.End <= tok.Start || tok.End > len(runes):
			return fmt.Errorf("token %d spans %d to %d after %d of %d", i, tok.Start, tok.End, at, len(runes))
		case string(runes[tok.Start:tok.End]) != tok.Text:
			return fmt.Errorf("token %d is %q but the text has %q", i, tok.Text, string(runes[tok.Start:tok.End]))
		case strings.TrimLeft(string(runes[at:tok.Start]), " ") != "":
			return fmt.Errorf("%q before token %d is in no token", string(runes[at:tok.Start]), i)
		case tok.Space && (tok.End >= len(runes) || runes[tok.End] != ' '):
			return fmt.Errorf("token %d %q claims a blank after it", i, tok.Text)
		case tok.Head < 0 || tok.Head >= len(d.Tokens):
			return fmt.Errorf("token %d has head %d of %d", i, tok.Head, len(d.Tokens))
		case tok.Ent != "O" && !strings.HasPrefix(tok.Ent, "B-") && !strings.HasPrefix(tok.Ent, "I-"):
			return fmt.Errorf("token %d has entity %q", i, tok.Ent)
		case strings.HasPrefix(tok.Ent, "I-") && (i == 0 || d.Tokens[i-1].Ent == "O" || d.Tokens[i-1].Ent[2:] != tok.Ent[2:]):
			return fmt.Errorf("token %d goes on with entity %s that nothing began", i, tok.Ent)
		}
		at = tok.End
	}
	if strings.TrimLeft(string(runes[at:]), " ") != "" {
		return fmt.Errorf("%q at the end is in no token", string(runes[at:]))
	}
	return checkTrees(d, segments)
}

func checkTrees(d Doc, segments []Span) error {
	segmentOf := func(tok Token) int {
		return slices.IndexFunc(segments, func(s Span) bool { return tok.Start >= s.Start && tok.End <= s.End })
	}
	const unknown, onPath, rooted = 0, 1, 2
	state := make([]byte, len(d.Tokens))
	for i := range d.Tokens {
		var path []int
		j := i
		for state[j] == unknown {
			state[j] = onPath
			path = append(path, j)
			j = d.Tokens[j].Head
		}
		if state[j] == onPath && d.Tokens[j].Head != j {
			return fmt.Errorf("the heads above token %d go in a circle", i)
		}
		for _, k := range path {
			state[k] = rooted
		}
		if segments != nil && segmentOf(d.Tokens[i]) != segmentOf(d.Tokens[d.Tokens[i].Head]) {
			return fmt.Errorf("token %d has its head in another segment", i)
		}
		if segments == nil && (d.Tokens[i].Tag == "" || d.Tokens[i].Pos == "" || d.Tokens[i].Dep == "") {
			return fmt.Errorf("token %d lacks tag, pos or dep: %v", i, d.Tokens[i])
		}
	}
	if segments == nil && len(d.Tokens) > 0 && !d.Tokens[0].SentStart {
		return fmt.Errorf("the first token starts no sentence")
	}
	return nil
}

func TestOddTexts(t *testing.T) {
	p := pipeline(t)
	const n = 10_000
	for name, text := range map[string]string{
		"empty":          "",
		"blank":          " ",
		"blanks":         strings.Repeat(" ", n),
		"newlines":       strings.Repeat("\n", n),
		"one word":       strings.Repeat("x", n),
		"brackets":       strings.Repeat("(", n),
		"apostrophes":    strings.Repeat("'", n),
		"full stops":     strings.Repeat(".", n),
		"at signs":       strings.Repeat("a.b@", n/4),
		"schemes":        strings.Repeat("ab://", n/5),
		"commas":         strings.Repeat("a,", n/2),
		"contractions":   strings.Repeat("don't", n/5),
		"no sentences":   strings.Repeat("the man of ", n/11),
		"controls":       strings.Repeat("\x00\x01\x1f\x7f\u0085\u200b\ufeff", n/10),
		"not UTF-8":      strings.Repeat("a\xff\xc0 ", n/4),
		"surrogates":     "\xed\xa0\x80 x",
		"combining":      strings.Repeat("e\u0301", n/3),
		"beyond the BMP": strings.Repeat("𝒳😀 ", n/9),
		"emoticons":      strings.Repeat(":-) ", n/4),
		"quotes":         strings.Repeat("\"'“”‘’", n/14),
	} {
		t.Run(name, func(t *testing.T) {
			if err := checkDoc(text, p.Analyze(text, nil), nil); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestSegments(t *testing.T) {
	p := pipeline(t)
	text := "Minister resigns over leak\n\nShe left on Monday. Photo: AFP\n\nNobody replaced her"
	segments := []Span{{0, 26}, {28, 47}, {60, 79}}
	d := p.Analyze(text, segments)
	if err := checkDoc(text, d, segments); err != nil {
		t.Fatal(err)
	}
	for _, s := range segments {
		alone := p.Analyze(string([]rune(text)[s.Start:s.End]), nil).Tokens
		from := slices.IndexFunc(d.Tokens, func(tok Token) bool { return tok.Start == s.Start })
		if from < 0 {
			t.Fatalf("no token begins with segment %v", s)
		}
		for i := range alone {
			got, want := d.Tokens[from+i], alone[i]
			// Entities see the whole text and may well differ; a blank after the segment is outside of it.
			got.Ent, want.Ent, got.Space, want.Space = "", "", false, false
			want.Start, want.End, want.Head = want.Start+s.Start, want.End+s.Start, want.Head+from
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("segment %v token %d differs from the segment alone (-alone +in text):\n%s", s, i, diff)
			}
		}
	}
	for i, tok := range d.Tokens {
		inside := slices.ContainsFunc(segments, func(s Span) bool { return tok.Start >= s.Start && tok.End <= s.End })
		if !inside && (tok.Ent != "O" || tok.Tag != "" || tok.Dep != "" || tok.Head != i || tok.SentStart) {
			t.Errorf("token outside of segments is annotated: %v", tok)
		}
	}
}

func TestSegmentBorderCutsWord(t *testing.T) {
	p := pipeline(t)
	for _, segments := range [][]Span{{{0, 4}, {4, 9}}, {{2, 6}}, {{0, 5}, {5, 6}, {6, 9}}, {{7, 3}, {0, 100}, {50, 60}}, {}} {
		text := "New Yorks"
		if err := checkDoc(text, p.Analyze(text, segments), nil); err != nil && !strings.Contains(err.Error(), "lacks") && !strings.Contains(err.Error(), "starts no") {
			t.Errorf("segments %v: %v", segments, err)
		}
	}
	if got := spell(p.Analyze("New Yorks", []Span{{0, 5}}).Tokens); got != "New_|Y|orks" {
		t.Errorf("a border inside of a word gives %s", got)
	}
}

// A long segment goes through the encoders in pieces, many short ones together; neither may change the result.
func TestChunksDoNotShow(t *testing.T) {
	p := pipeline(t)
	texts := readReference(t, "testdata/prose.txt")
	var all strings.Builder
	var segments []Span
	at := 0
	for _, a := range texts {
		n := utf8.RuneCountInString(a.text)
		segments = append(segments, Span{at, at + n})
		all.WriteString(a.text + "\n")
		at += n + 1
	}
	whole := p.Analyze(all.String(), segments).Tokens
	for k, s := range segments {
		from := slices.IndexFunc(whole, func(tok Token) bool { return tok.Start >= s.Start })
		for i, want := range texts[k].tokens {
			got := whole[from+i]
			if got.Tag != want.Tag || got.Head-from != want.Head || got.Dep != want.Dep {
				t.Errorf("%s token %d is %v among others, %v alone", texts[k].name, i, got, want)
			}
		}
	}
	tokens := p.Tokenize(strings.Repeat(texts[0].text+" ", 30))
	direct := make([]float32, 0, len(tokens)*p.syntax.width)
	p.syntax.encode(tokens, []Span{{0, len(tokens)}}, func(_ int, v []float32) { direct = append(direct, v...) })
	const from, to = chunkRows - 40, chunkRows + 40
	halo := len(p.syntax.layers)
	p.syntax.encode(tokens, []Span{{from - halo, to + halo}}, func(first int, v []float32) {
		inner := v[halo*p.syntax.width : len(v)-halo*p.syntax.width]
		for i, x := range inner {
			if y := direct[from*p.syntax.width+i]; math.Abs(float64(x-y)) > 1e-4 {
				t.Fatalf("value %d is %v across a cut and %v without", i, y, x)
			}
		}
	})
}

func TestConcurrentUse(t *testing.T) {
	p := pipeline(t)
	texts := readReference(t, "testdata/prose.txt")
	var g sync.WaitGroup
	for range 4 {
		g.Go(func() {
			for _, a := range texts[:8] {
				for i, tok := range p.Analyze(a.text, nil).Tokens {
					if tok.Head != a.tokens[i].Head || tok.Ent != a.tokens[i].Ent {
						t.Errorf("%s token %d differs when several read at once", a.name, i)
					}
				}
			}
		})
	}
	g.Wait()
}

func TestKernels(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	random := func(n int) []float32 {
		out := make([]float32, n)
		for i := range out {
			out[i] = r.Float32() - 0.5
		}
		return out
	}
	for _, size := range []struct{ rows, in, out int }{{1, 1, 1}, {4, 3, 16}, {7, 96, 50}, {9, 288, 33}, {5, 64, 128}} {
		weights, x := random(size.in*size.out), random(size.rows*size.in)
		d := newDense(weights, size.in, nil)
		got, portable := make([]float32, size.rows*d.stride), make([]float32, size.rows*d.stride)
		d.mul(got, x, size.rows, size.in)
		for p := 0; p < d.stride; p += panelWidth {
			panel := d.panels[p*d.in : (p+panelWidth)*d.in]
			row := 0
			for ; row+4 <= size.rows; row += 4 {
				portableKernel4(portable[row*d.stride+p:], d.stride, x[row*size.in:], size.in, panel, size.in)
			}
			for ; row < size.rows; row++ {
				portableKernel1(portable[row*d.stride+p:], x[row*size.in:], panel, size.in)
			}
		}
		for row := range size.rows {
			for o := range size.out {
				want := 0.0
				for k := range size.in {
					want += float64(x[row*size.in+k]) * float64(weights[o*size.in+k])
				}
				for name, v := range map[string]float32{"kernel": got[row*d.stride+o], "portable kernel": portable[row*d.stride+o]} {
					if math.Abs(float64(v)-want) > 1e-4 {
						t.Errorf("%v: %s gives %v for row %d output %d, want %v", size, name, v, row, o, want)
					}
				}
			}
		}
	}
}

func TestLemma(t *testing.T) {
	l := pipeline(t).lemmatizer
	for _, c := range []struct{ word, pos, morph, want string }{
		{"recognized", "VERB", "Tense=Past|VerbForm=Fin", "recognize"},
		{"geese", "NOUN", "Number=Plur", "goose"},
		{"Countries", "NOUN", "Number=Plur", "country"},
		{"London", "PROPN", "Number=Sing", "London"},
		{"better", "ADJ", "Degree=Cmp", "well"},
		{"larger", "ADJ", "Degree=Cmp", "large"},
		{"“", "PUNCT", "", "\""},
		{"The", "DET", "", "the"},
		{"leaves", "VERB", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "leave"},
		{"quickly", "ADV", "", "quickly"},
		{"blorfed", "VERB", "Tense=Past|VerbForm=Fin", "blorfe"},
	} {
		if got := l.lemma(c.word, c.pos, c.morph); got != c.want {
			t.Errorf("lemma of %s as %s is %s, want %s", c.word, c.pos, got, c.want)
		}
	}
	for pos, list := range l.index {
		words := strings.Split(strings.TrimSpace(list), "\n")
		for _, w := range []string{words[0], words[len(words)/3], words[len(words)-1]} {
			if !l.known(pos, w) || l.known(pos, w+"~") {
				t.Errorf("looking up %q in the %s list goes wrong", w, pos)
			}
		}
	}
}

func TestHashes(t *testing.T) {
	l := pipeline(t).lexicon
	// Numbers that spaCy's string store gives.
	for s, want := range map[string]uint64{
		"": 0, "apple": 8566208034543834098, "coffee": 3197928453018144401, "number": 432, "X": 101, "A": 14862748245026736845,
	} {
		if got := l.hash(s); got != want {
			t.Errorf("hash of %q is %d, want %d", s, got, want)
		}
	}
	for s, want := range map[string]string{"": "", "Apple": "Xxxxx", "U.S.": "X.X.", "don't": "xxx'x", "1,000,000": "d,ddd,ddd", "aaaaaaa": "xxxx", "²³": "dd"} {
		if got := l.shape(s); got != want {
			t.Errorf("shape of %q is %q, want %q", s, got, want)
		}
	}
	if l.vectorRow(l.hash("government")) < 0 || l.vectorRow(l.hash("number")) < 0 || l.vectorRow(l.hash("qwxzjkvbqq")) >= 0 {
		t.Error("word vectors are found where there are none, or not found where there are")
	}
}

func TestDamagedWeights(t *testing.T) {
	for name, data := range map[string][]byte{
		"empty": nil, "other": []byte("something else altogether"), "cut": weightsData[:12], "header": weightsData[:2000],
	} {
		if _, err := openWeights(data); err == nil || !strings.HasPrefix(err.Error(), "nlp: ") {
			t.Errorf("%s: error is %v", name, err)
		}
	}
	w, err := openWeights(weightsData[:1<<20])
	if err != nil {
		t.Fatal(err)
	}
	if _, err := newEncoder(w, "syntax", w.Syntax, &lexicon{}); err == nil {
		t.Error("a weights file that is cut off gives no error")
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, s := range []string{"", " ", "Hello, world.", "“We won’t,” she said.\n\n- a\n- b", "\xff\x00", "((((", "a.b@c.de/x", ":-) ''x''"} {
		f.Add(s, 2, 5)
	}
	p := pipeline(f)
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		if err := checkDoc(text, p.Analyze(text, nil), nil); err != nil {
			t.Fatal(err)
		}
		n := utf8.RuneCountInString(text)
		if from < 0 || to <= from || to > n {
			return
		}
		segments := []Span{{from, to}}
		if to < n {
			segments = append(segments, Span{to, n})
		}
		if err := checkDoc(text, p.Analyze(text, segments), segments); err != nil {
			t.Fatal(err)
		}
	})
}

// TestEntitiesInTurn: a long text whose entities are found a batch at a time has the same ones as when they are found at once.
func TestEntitiesInTurn(t *testing.T) {
	p, err := English()
	if err != nil {
		t.Fatal(err)
	}
	const paragraph = "Anna Novak of Siemens flew from Berlin to New York on Monday, the Bank of England said. "
	var text strings.Builder
	var segments []Span
	for n := range 1500 {
		start := text.Len() // all of it is ASCII
		text.WriteString(paragraph[:40+n*7%(len(paragraph)-40)])
		segments = append(segments, Span{start, text.Len()})
		text.WriteString(" ###\n\n"[:n%7]) // not in any segment
	}
	long := p.Analyze(text.String(), segments).Tokens
	if len(long) <= bothAtOnce {
		t.Fatalf("%d tokens are not enough", len(long))
	}
	atOnce := slices.Clone(long)
	spans := tokenSpans(atOnce, segments)
	readable := make([]bool, len(atOnce))
	for _, s := range spans {
		for i := s.Start; i < s.End; i++ {
			readable[i] = true
		}
	}
	p.analyzeAtOnce(atOnce, spans, readable)
	found := 0
	for i := range long {
		if long[i].Ent != atOnce[i].Ent {
			t.Fatalf("token %d is %v in turn and %v at once", i, long[i], atOnce[i])
		}
		if long[i].Ent != "O" {
			found++
		}
	}
	if found < 1000 {
		t.Errorf("only %d tokens of entities", found)
	}
}
