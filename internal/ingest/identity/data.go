package identity

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

// The data files say what their lines mean.
var (
	//go:embed data/letters.tsv
	lettersFile string
	//go:embed data/spellings.tsv
	spellingsFile string
	//go:embed data/south_slavic.tsv
	southSlavicFile string
	//go:embed data/given_names.tsv
	givenFile string
	//go:embed data/given_classes.tsv
	givenClassesFile string
	//go:embed data/surname_classes.tsv
	surnameClassesFile string
	//go:embed data/family_classes.tsv
	familyClassesFile string
	//go:embed data/given_genders.tsv
	givenGendersFile string
	//go:embed data/nicknames.tsv
	nicknamesFile string
	//go:embed data/regnal.txt
	regnalFile string
	//go:embed data/suffixes.tsv
	suffixesFile string
	//go:embed data/particles.txt
	particlesFile string
	//go:embed data/patronymics.txt
	patronymicsFile string
	//go:embed data/family_first.txt
	familyFirstFile string
	//go:embed data/legal_forms.tsv
	legalFile string
	//go:embed data/equal_words.tsv
	equalFile string
	//go:embed data/small_words.txt
	smallFile string
)

// classes say which words may be one name: a word leads to the numbers of its classes.
type classes map[string][]int

// share reports whether two words have a class in common.
func (c classes) share(a, b part) bool {
	for _, x := range c.of(a) {
		for _, y := range c.of(b) {
			if x == y {
				return true
			}
		}
	}
	return false
}

// of gives the classes of a word: as it is written, or else by its normal form.
func (c classes) of(p part) []int {
	if in := c[p.text]; len(in) > 0 {
		return in
	}
	return c["="+p.normal]
}

// names are the data files about words of names, read once. They need the spelling rules, which are read before.
type names struct {
	given, surnames, nicknames classes
	regnal, particles          map[string]bool
	articles, familyFirst      map[string]bool
	generations                map[string]string // "junior" -> "jr"
	honours                    map[string]bool
	patronymics                []string          // ends, in normal form
	legal                      map[string]string // a legal form, its words joined by blanks -> one way to write it
	genders                    map[string]string // a given name -> man or woman, where it is borne by one of them only
	equal                      map[string]string // a word of an organization's name -> one way to write it
	small                      map[string]bool
}

var tables = sync.OnceValue(func() names {
	t := names{given: classesOf(givenFile + "\n" + givenClassesFile),
		surnames: classesOf(surnameClassesFile + "\n" + familyClassesFile), nicknames: nicknamesOf(nicknamesFile),
		regnal: setOf(regnalFile), familyFirst: setOf(familyFirstFile), small: setOf(smallFile),
		genders: map[string]string{}, generations: map[string]string{}, honours: map[string]bool{},
		legal: map[string]string{}, equal: map[string]string{}}
	all, articles, _ := strings.Cut(strings.Join(wordsOf(particlesFile), " "), "|")
	t.particles, t.articles = setOf(all), setOf(articles)
	for _, f := range lines(suffixesFile) {
		if f[0] == "generation" {
			t.generations[f[1]] = f[2]
		} else {
			t.honours[f[1]] = true
		}
	}
	for _, end := range wordsOf(patronymicsFile) {
		t.patronymics = append(t.patronymics, normal(end))
	}
	for _, f := range lines(legalFile) {
		for _, form := range f[1:] {
			t.legal[form] = f[0]
		}
	}
	for _, f := range lines(givenGendersFile) {
		for _, name := range strings.Fields(f[1]) {
			t.genders[newPart(name).normal] = f[0]
		}
	}
	for _, f := range lines(equalFile) {
		for _, word := range f[1:] {
			t.equal[word] = f[0]
		}
	}
	return t
})

// lines cuts a data file into fields, without comments.
func lines(file string) [][]string {
	var out [][]string
	for _, line := range strings.Split(strings.TrimSpace(file), "\n") {
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(strings.TrimRight(line, "\t\r"), "\t"))
		}
	}
	return out
}

func wordsOf(file string) []string {
	var out []string
	for _, line := range lines(file) {
		out = append(out, strings.FieldsFunc(strings.Join(line, " "), unicode.IsSpace)...)
	}
	return out
}

func setOf(file string) map[string]bool {
	out := map[string]bool{}
	for _, word := range wordsOf(file) {
		out[word] = true
	}
	return out
}

// classesOf reads a file with a class of words a line.
func classesOf(file string) classes {
	out := classes{}
	for group, f := range lines(file) {
		out.add(group, f...)
	}
	return out
}

// nicknamesOf reads a name and its short forms a line; every short form is a class with its name, and none with another
// short form.
func nicknamesOf(file string) classes {
	out := classes{}
	group := 0
	for _, f := range lines(file) {
		for _, short := range f[1:] {
			out.add(group, f[0], short)
			group++
		}
	}
	return out
}

func (c classes) add(group int, words ...string) {
	for _, word := range words {
		if word == "" {
			continue
		}
		p := newPart(word)
		c.put(p.text, group)
		if p.script == latinScript || p.script == cyrillicScript {
			c.put("="+p.normal, group)
		}
	}
}

func (c classes) put(key string, group int) {
	if have := c[key]; len(have) == 0 || have[len(have)-1] != group {
		c[key] = append(have, group)
	}
}
