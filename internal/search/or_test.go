package search

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestAlternatives: OR between words asks for one of them; at an end, in small letters or in quotation marks it is a word.
func TestAlternatives(t *testing.T) {
	for text, want := range map[string]string{
		"red OR green door": `+("red" "green") +"door"`, "OR red": `+"OR" +"red"`, "red OR": `+"red" +"OR"`, "red or green": `+"red" +"or" +"green"`,
		`red "OR" green`: `+"red" +"OR" +"green"`, `"red door" OR gre* OR blue -grey`: `+("red door" gre* "blue") -"grey"`, "red OR -grey": `+"red" +"OR" -"grey"`, "-grey OR red": `-"grey" +"OR" +"red"`,
	} {
		q, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := q.Lucene(); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}

// TestPatterns: the expressions find what In finds. Go has no look around, so the ends are tested with signs in their place.
func TestPatterns(t *testing.T) {
	for _, c := range []struct {
		query, text string
		want        bool
	}{
		{"zelensky", "ZELENSKÝ spoke", true}, {"spoke OR wrote", "he wrote", true}, {"spoke -wrote", "spoke and wrote", false}, {`"north bridge"`, "the north, bridge", true},
		{"brid*", "bridges", true}, {"bridge", "bridges", false}, {"o'neill", "O’Neill", true}, {"bridge", "the bridge.", true},
	} {
		q, err := Parse(c.query)
		if err != nil {
			t.Fatal(err)
		}
		got := true
		for _, p := range q.Patterns() {
			text := strings.NewReplacer(`(?<![\p{L}\p{N}])`, `\b`, `(?![\p{L}\p{N}])`, `(?:$|[^\p{L}\p{N}])`).Replace(p.Text)
			got = got && regexp.MustCompile("^"+text+"$").MatchString(norm.NFKD.String(strings.ToLower(c.text))) != p.Not
		}
		if got != c.want || q.In(c.text) != c.want {
			t.Errorf("%q in %q: the pattern says %v, In %v, want %v", c.query, c.text, got, q.In(c.text), c.want)
		}
	}
}
