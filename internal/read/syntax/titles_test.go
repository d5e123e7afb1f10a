package syntax_test

import "testing"

// TestPairsInTitles checks that two names which a title parts by a comma both act, and others do not.
func TestPairsInTitles(t *testing.T) {
	const body = "\n\nThe city was quiet for most of the week, and nobody was hurt in the rain.\n"
	for _, c := range []struct {
		title, first, second string
		joined               bool
	}{
		{"Turkey, Qatar condemn attack on port", "Turkey", "Qatar", true},
		{"Peru, Kenya condemned attack on port", "Peru", "Kenya", true},
		{"In Turkey, Qatar condemns attack on port", "Turkey", "Qatar", false},
		{"Turkey, Qatar condemns attack on port", "Turkey", "Qatar", false},
	} {
		d := parse(t, c.title+body)
		first, second := -1, -1
		for i, tok := range d.Tokens {
			switch tok.Text {
			case c.first:
				first = i
			case c.second:
				second = i
			}
		}
		if first < 0 || second < 0 {
			t.Fatalf("%q: a name is no token", c.title)
		}
		if got := d.Tokens[second].Head == first && d.Tokens[second].Dep == "conj"; got != c.joined {
			t.Errorf("%q: the names are joined: %t, want %t", c.title, got, c.joined)
		}
	}
}
