package relation

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/phrase"
	"sayso/internal/read/syntax"
)

// ofOutlets reads whom somebody reports for by the outlet's name before his own: "Al Jazeera's Jane Doe", "the BBC's
// Africa editor Jane Doe" is read by her title.
func (re *Reader) ofOutlets() {
	d := re.d
	for _, m := range re.cast.Mentions {
		p := m.First - 1
		if m.Type != kg.Person || p < 1 || d.Tokens[p].Tag != "POS" || re.cast.At[p-1] < 0 || !re.ma.Readable(m.First) {
			continue
		}
		outlet := re.cast.Mentions[re.cast.At[p-1]]
		if outlet.Kind != "outlet" || d.Sentence[outlet.First] != d.Sentence[m.First] || m.End-m.First < 2 {
			continue
		}
		re.rules.Begin()
		if re.rules.Take("membership.of-outlet", m.First, p-1) {
			re.states(re.patterns.Titles["staff"], m.First, phrase.NodeOf(m, m.First), phrase.NodeOf(outlet, p-1), "role", "",
				d.Trimmed(outlet.First, m.End))
		}
	}
}

// affiliations reads whom somebody belongs to by "of" behind the name: "Jane Doe of the University of X".
func (re *Reader) affiliations() {
	d := re.d
	for _, m := range re.cast.Mentions {
		if m.Type != kg.Person || m.End-m.First < 2 || m.End >= len(d.Tokens) || d.Lower(m.End) != "of" {
			continue
		}
		if !re.ma.Readable(m.First) || d.Sentence[m.First] != d.Sentence[m.End] {
			continue
		}
		o := d.Child(m.End, "pobj")
		if o < 0 || re.cast.At[o] < 0 || d.Tokens[m.End].Head != m.Head(d) && d.Tokens[m.End].Dep != "prep" ||
			re.titled(m) {
			continue
		}
		of := re.cast.Mentions[re.cast.At[o]]
		if of.Type != kg.Organization || !re.closes(basedBehind(d, m.End), o) {
			continue
		}
		id := re.patterns.Titles["staff"]
		for _, w := range strings.Fields(strings.ToLower(of.Name)) {
			if parties[w] {
				id = re.patterns.Titles["member"]
			}
		}
		re.rules.Begin()
		if re.rules.Take("membership.of", m.First, o) {
			re.states(
				id,
				m.First,
				phrase.NodeOf(m, m.First),
				phrase.NodeOf(of, o),
				"role",
				"",
				d.Trimmed(m.First, of.End),
			)
		}
	}
}

// basedBehind is the last token of where a body has its seat, which stands between a preposition and its name: "of
// China-BASED Roe Tours"; the preposition itself where nothing does.
func basedBehind(d *syntax.Document, p int) int {
	for i := p + 1; i < min(p+6, len(d.Tokens)); i++ {
		if basedWords[d.Lower(i)] && d.Tokens[i-1].Text == "-" {
			return i
		}
	}
	return p
}
