package identity

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"sayso/internal/kg"
)

//go:embed data/letters.tsv
var lettersFile string

//go:embed data/spellings.tsv
var spellingsFile string

//go:embed data/given_names.tsv
var givenFile string

// tables are the data files, read once.
var tables = sync.OnceValue(func() (t struct {
	letters   map[rune]string
	spellings *strings.Replacer
	given     map[string][]int // normal form -> its groups
}) {
	t.letters, t.given = map[rune]string{}, map[string][]int{}
	for _, f := range lines(lettersFile) {
		t.letters[[]rune(f[0])[0]] = f[1]
	}
	var pairs []string
	for _, f := range lines(spellingsFile) {
		pairs = append(pairs, f[0], f[1])
	}
	t.spellings = strings.NewReplacer(pairs...)
	for group, f := range lines(givenFile) {
		for _, name := range f {
			if n := normalWith(t.letters, t.spellings, name); n != "" {
				t.given[n] = append(t.given[n], group)
			}
		}
	}
	return t
})

// lines cuts a data file into fields, without comments.
func lines(file string) [][]string {
	var out [][]string
	for _, line := range strings.Split(strings.TrimSpace(file), "\n") {
		if !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

// normal brings spellings of one word together, across scripts: Залужний, Zaluzhny and Zaluzhnyi become one.
func normal(word string) string {
	t := tables()
	return normalWith(t.letters, t.spellings, word)
}

func normalWith(letters map[rune]string, spellings *strings.Replacer, word string) string {
	var latin strings.Builder
	for _, r := range strings.ToLower(word) {
		if to, ok := letters[r]; ok {
			latin.WriteString(to)
		} else {
			latin.WriteRune(r)
		}
	}
	s := spellings.Replace(strings.ReplaceAll(kg.FoldName(latin.String()), " ", ""))
	var b strings.Builder
	last := rune(0)
	for _, r := range s {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return strings.TrimSuffix(b.String(), "i")
}

// skeleton is a normal form without the vowels behind its first letter, under which candidates meet.
func skeleton(normal string) string {
	var b strings.Builder
	for i, r := range normal {
		if i == 0 && strings.ContainsRune("aeiou", r) {
			b.WriteByte('a')
		} else if !strings.ContainsRune("aeiou", r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// person is a name in parts, in normal form.
type person struct {
	given   string // "" for a bare surname
	surname string
	written string // the surname as it is written, folded
}

// particles belong to the surname behind them.
var particles = map[string]bool{"al": true, "el": true, "bin": true, "ibn": true, "van": true, "von": true, "der": true, "den": true, "de": true, "da": true, "di": true,
	"del": true, "della": true, "la": true, "le": true, "dos": true, "du": true, "mac": true, "abu": true}

// suffixes stand behind a surname.
var suffixes = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

func parsePerson(name string) person {
	words := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '.' || r == ',' })
	for len(words) > 1 && suffixes[strings.ToLower(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return person{}
	}
	at := len(words) - 1
	for at > 1 && particles[strings.ToLower(words[at-1])] {
		at--
	}
	p := person{surname: normal(strings.Join(words[at:], "")), written: kg.FoldName(strings.Join(words[at:], " "))}
	if at > 0 {
		p.given = normal(words[0])
		if len([]rune(words[0])) == 1 {
			p.given = strings.ToLower(words[0]) // an initial
		}
	}
	return p
}

// Bare tells whether a person's name is a surname alone, which by itself says little about who is meant.
func Bare(name string) bool {
	p := parsePerson(name)
	return p.given == ""
}

// Sounds gives the keys under which an actor meets those who may be the same.
func Sounds(t kg.EntityType, names ...string) []string {
	seen := map[string]bool{}
	var out []string
	for _, name := range names {
		form := ""
		if t == kg.Person {
			form = skeleton(parsePerson(name).surname)
		} else {
			form = skeleton(normal(strings.Join(strings.Fields(kg.FoldName(name)), "")))
		}
		key := strings.ToLower(string(t[:2])) + ":" + form
		if len([]rune(form)) >= 2 && !seen[key] {
			seen[key] = true
			out = append(out, key)
		}
	}
	return out
}

// given compares two given names.
type givenMatch int

const (
	givenUnknown givenMatch = iota // one of them is missing
	givenSame                      // the same, or one name in two languages
	givenInitial                   // one is the initial of the other
	givenSimilar                   // they sound alike
	givenDiffer
)

func compareGiven(a, b string) givenMatch {
	switch {
	case a == "" || b == "":
		return givenUnknown
	case len(a) == 1 || len(b) == 1:
		if a[0] == b[0] {
			return givenInitial
		}
		return givenDiffer
	case a == b || sharesGroup(a, b):
		return givenSame
	case skeleton(a) == skeleton(b) && len(skeleton(a)) > 2:
		return givenSimilar
	}
	return givenDiffer
}

func sharesGroup(a, b string) bool {
	given := tables().given
	for _, x := range given[a] {
		for _, y := range given[b] {
			if x == y {
				return true
			}
		}
	}
	return false
}

// gendered tells whether two surnames are those of a man and a woman of one family: Ivanov and Ivanova.
func gendered(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return b == a+"a" || strings.HasSuffix(b, "skaa") && strings.HasSuffix(a, "sk") || strings.HasSuffix(b, "ska") && strings.HasSuffix(a, "sk")
}
