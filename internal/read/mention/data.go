package mention

import (
	"fmt"
	"strings"
	"sync"

	"sayso/internal/read/lang/en"
)

// Lexicon is the word lists of this package. It is read-only.
type Lexicon struct {
	Titles       map[string]string // head noun of a title -> class
	Nouns        map[string]string // noun -> what it describes
	honorifics   map[string]bool
	institutions map[string]institution
}

type institution struct{ form, kind string }

var lexicon = sync.OnceValues(parseLexicon)

// Words gives the package's word lists.
func Words() (*Lexicon, error) { return lexicon() }

func parseLexicon() (*Lexicon, error) {
	l := &Lexicon{
		Titles:       map[string]string{},
		Nouns:        map[string]string{},
		honorifics:   map[string]bool{},
		institutions: map[string]institution{},
	}
	for _, c := range cells(en.Text("mention/titles.tsv")) {
		if len(c) != 2 {
			return nil, fmt.Errorf("mention: a line of titles.tsv has %d cells, give it a noun and a class", len(c))
		}
		l.Titles[c[0]] = c[1]
	}
	for _, c := range cells(en.Text("mention/nouns.tsv")) {
		if len(c) != 2 {
			return nil, fmt.Errorf("mention: a line of nouns.tsv has %d cells, give it a noun and a class", len(c))
		}
		l.Nouns[c[0]] = c[1]
	}
	for _, c := range cells(en.Text("mention/institutions.tsv")) {
		if len(c) != 3 {
			return nil, fmt.Errorf("mention: a line of institutions.tsv has %d cells, give it three", len(c))
		}
		l.institutions[c[0]] = institution{c[1], c[2]}
	}
	for _, c := range cells(en.Text("mention/honorifics.txt")) {
		l.honorifics[c[0]] = true
	}
	return l, nil
}

func cells(data string) [][]string {
	var out [][]string
	for _, line := range strings.Split(data, "\n") {
		if line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

// Class says what a noun describes, by its lemma or its form.
func (l *Lexicon) Class(lemma, form string) string {
	if c := l.Nouns[lemma]; c != "" {
		return c
	}
	return l.Nouns[form]
}

// Institution names a body that every state has for one state: "Ministry of Defense" of Ukraine.
func (l *Lexicon) Institution(words, state string) (string, bool) {
	inst, ok := l.institutions[strings.ToLower(words)]
	if !ok {
		return "", false
	}
	return fmt.Sprintf(inst.form, state), true
}

// Classes of nouns beside which no name stands: armed forces, people without a name, messages.
const (
	force   = "force"
	unnamed = "unnamed"
	message = "message"
)

// nobodyClass reports whether a class of nouns is one of those.
func nobodyClass(class string) bool { return class == force || class == unnamed || class == message }
