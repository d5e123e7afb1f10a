package ask

import (
	"os"
	"strings"
	"testing"
)

func TestTransposed(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"abdc", "abcd", true}, {"abcd", "abcd", false}, {"abc", "abcd", false}, {"abcd", "abc", false}, {"", "", false}} {
		if have := transposed([]rune(c.a), []rune(c.b)); have != c.want {
			t.Errorf("%s, %s: %v", c.a, c.b, have)
		}
	}
}

// TestSpelling: typing errors in a question's own words are mended and told; words that are none, and names, stay.
func TestSpelling(t *testing.T) {
	lex := asker(t).wordsNow()
	data, err := os.ReadFile("testdata/spelling.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		written, want, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(written, "#") {
			continue
		}
		if have := lex.meantBy(written); have != want {
			t.Errorf("%s: read as %q, want %q", written, have, want)
		}
	}
	q, err := asker(t).Interpret("Who supportedd Palestine?", testNow)
	if err != nil || q.Confidence < Sure || q.Predicates[0] != "SUPPORTED" ||
		!strings.Contains(q.Text, "read “supportedd” as “supported”") {
		t.Errorf("%+v, %v", q, err)
	}
	for _, question := range []string{"Who defied Russia?", "who flumoxed donetsk"} {
		if q, err := asker(t).Interpret(question, testNow); err == nil && q.Confidence >= Sure {
			t.Errorf("%s: read as %s", question, q.Text)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"met", "met", 0}, {"met", "mte", 1}, {"met", "meet", 1}, {"meet", "met", 1}, {"met", "mat", 1}, {"abcd", "badc", 2}, {"abc", "abcde", 2}, {"", "a", 1}, {"ab", "ba", 1}} {
		if have := distance([]rune(c.a), []rune(c.b)); have != c.want {
			t.Errorf("%s, %s: %d, want %d", c.a, c.b, have, c.want)
		}
	}
}
