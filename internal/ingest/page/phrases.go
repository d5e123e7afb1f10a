package page

import (
	_ "embed"
	"strings"
)

//go:embed foreign.txt
var foreignData string

// phrases are the words by which foreign text is known, in small letters, by the sign that their line begins with in
// foreign.txt.
var phrases = func() map[byte][]string {
	out := map[byte][]string{}
	for line := range strings.Lines(foreignData) {
		if line = strings.TrimSpace(line); len(line) > 2 && line[0] != '#' {
			out[line[0]] = append(out[line[0]], strings.ToLower(strings.TrimSpace(line[1:])))
		}
	}
	return out
}()

const (
	wholeLine = '=' // the line is this and nothing else
	opening   = '>' // the line begins with this
	inside    = '~' // a short line has this in it
	heading   = '+' // a heading of other stories or prompts begins with this, and what is below it goes with it
	// an element with this among the words of its class or id is foreign, and may be longer than the article
	longToken     = '!'
	classToken    = '.' // an element with this among them is foreign unless it holds the article
	creditOpening = '^' // a line that says who reported begins with this
	creditEnd     = '&' // a line that says who reported has this in it
	sourceLine    = '<' // a short line that names a source begins with this
	consent       = '?' // a banner that asks for consent has this
	paywall       = '$' // a paywall has this
	refused       = '%' // a page that stands in an article's place has this
)
