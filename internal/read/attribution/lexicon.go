package attribution

import (
	"fmt"
	"strings"
	"sync"

	"sayso/internal/kg"
	"sayso/internal/read/lang/en"
)

// cue is how a word attributes.
type cue struct {
	kind     kg.StatementKind
	modality kg.Modality
	frames   string
}

func (c cue) takes(frame string) bool { return strings.Contains(c.frames, frame) }

// Lexicon is the words that attribute. It is read-only.
type Lexicon struct {
	verbs    map[string]cue
	phrases  map[string]cue // "lemma word"
	nouns    map[string]cue
	modality map[string]kg.Modality
	channels map[string]string
}

// Attributes reports whether the verb with the lemma can attribute a clause.
func (l *Lexicon) Attributes(lemma string) bool { return l.verbs[lemma].takes("c") }

// Speech reports whether the verb with the lemma says something, rather than thinks it.
func (l *Lexicon) Speech(lemma string) bool { return l.verbs[lemma].kind == kg.Speech }

var words = sync.OnceValues(parse)

// Words gives the built-in lexicon.
func Words() (*Lexicon, error) { return words() }

func parse() (*Lexicon, error) {
	l := &Lexicon{
		verbs:    map[string]cue{},
		phrases:  map[string]cue{},
		nouns:    map[string]cue{},
		modality: map[string]kg.Modality{},
		channels: map[string]string{},
	}
	steps := []struct {
		file, data string
		width      int
		each       func(c []string)
	}{
		{
			"verbs.tsv",
			en.Text("attribution/verbs.tsv"),
			4,
			func(c []string) { l.verbs[c[0]] = cue{kg.StatementKind(c[1]), kg.Modality(c[2]), c[3]} },
		},
		{
			"phrases.tsv",
			en.Text("attribution/phrases.tsv"),
			5,
			func(c []string) { l.phrases[c[0]+" "+c[1]] = cue{kg.StatementKind(c[2]), kg.Modality(c[3]), c[4]} },
		},
		{
			"nouns.tsv",
			en.Text("attribution/nouns.tsv"),
			3,
			func(c []string) { l.nouns[c[0]] = cue{kg.StatementKind(c[1]), kg.Modality(c[2]), ""} },
		},
		{"modality.tsv", en.Text("attribution/modality.tsv"), 2, func(c []string) { l.modality[c[0]] = kg.Modality(c[1]) }},
		{"channels.tsv", en.Text("attribution/channels.tsv"), 2, func(c []string) { l.channels[c[0]] = c[1] }},
	}
	for _, s := range steps {
		for n, line := range strings.Split(s.data, "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			c := strings.Split(line, "\t")
			if len(c) != s.width {
				return nil, fmt.Errorf("attribution: %s line %d has %d cells, give it %d", s.file, n+1, len(c), s.width)
			}
			s.each(c)
		}
	}
	return l, nil
}
