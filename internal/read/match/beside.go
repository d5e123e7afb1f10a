package match

import (
	"strings"

	"sayso/internal/read/phrase"
)

// beside looks for the words that say of an object what a verb makes of it: "left two people DEAD", "called the vote a
// SHAM", "took LEGAL action".
type beside struct{ *Slots }

// fateBehind reports whether the first word between two tokens that says what became of people is a given one.
func (ma beside) fateBehind(from, end int, word string) bool {
	for i := from + 1; i < end; i++ {
		if w := ma.d.Lower(i); w == word {
			return true
		} else if from > 0 && len(ma.patterns.Adjectives[w]) > 0 && !ma.d.Verb(from) {
			return false
		}
	}
	return false
}

// ofFate keeps those objects of a verb like "left" whose fate a pattern tells, where several have one each: "left two
// people dead and six injured".
func (ma beside) ofFate(r Rule, v int, objects []phrase.Node) []phrase.Node {
	if len(ma.patterns.Adjectives[r.With]) == 0 {
		return objects
	}
	var out []phrase.Node
	for _, o := range objects {
		if o.Token < v || ma.fateBehind(o.Token, ma.d.Right[v], r.With) {
			if at := strings.Index(o.Name, " "+r.With); at > 0 {
				o.Name = o.Name[:at]
			}
			out = append(out, o)
		}
	}
	return out
}

// called reports whether a verb calls its object one of the things that a pattern names: "called the vote a SHAM".
func (ma beside) called(r Rule, v int) bool {
	d := ma.d
	for _, c := range d.All(v, "oprd", "acomp", "xcomp", "ccomp", "attr", "dobj") {
		if c > v && (has(r.Called, d.Lemma(c)) || has(r.Called, d.Lower(c))) {
			return true
		}
	}
	return false
}

// modified reports whether a light noun has one of the words before it that a pattern asks for: "took LEGAL action".
func (ma beside) modified(r Rule, light int) bool {
	if light < 0 {
		return false
	}
	for _, c := range ma.d.Children[light] {
		if c < light && has(r.Modified, ma.d.Lower(c)) {
			return true
		}
	}
	return false
}
