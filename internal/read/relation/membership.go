package relation

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/phrase"
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
		if of.Type != kg.Organization || !re.closes(re.basedBehind(m.End), o) {
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
func (re *Reader) basedBehind(p int) int {
	d := re.d
	for i := p + 1; i < min(p+6, len(d.Tokens)); i++ {
		if d.Lower(i) == "based" && d.Tokens[i-1].Text == "-" {
			return i
		}
	}
	return p
}

// amongMembers reads who is told to be of a body by the others of it: "Peru and other members of X", "Peru and other
// nations in X", "Peru and other X countries".
func (re *Reader) amongMembers() {
	d := re.d
	for i := range d.Tokens {
		if d.Tokens[i].Dep != "conj" || !others[d.Lemma(i)] || !re.ph.HasChildIn(i, otherWords) || !re.ma.Readable(i) {
			continue
		}
		body, ok := re.bodyOfOthers(i)
		if !ok {
			continue
		}
		for _, e := range re.cl.Expand(d.Tokens[i].Head) {
			a, ok := re.ph.Actor(e)
			if !ok || e == i || re.cast.At[e] < 0 {
				continue
			}
			re.rules.Begin()
			if re.rules.Take("membership.among-others", e, i) {
				re.states(re.patterns.Titles["member"], e, a, body, "role", "", d.Trimmed(d.Left[d.Tokens[i].Head], d.Right[i]))
			}
		}
	}
}

// bodyOfOthers is the named body before or behind the noun i.
func (re *Reader) bodyOfOthers(i int) (phrase.Node, bool) {
	at := []int{re.d.Child(i, "compound", "nmod")}
	for _, p := range re.d.All(i, "prep") {
		if o := re.d.Child(p, "pobj"); othersOf[re.d.Lower(p)] && o >= 0 {
			at = append(at, o)
		}
	}
	for _, o := range at {
		if o < 0 || re.cast.At[o] < 0 {
			continue
		}
		if m := re.cast.Mentions[re.cast.At[o]]; m.Type == kg.Organization && m.Kind != "outlet" {
			return phrase.NodeOf(m, o), true
		}
	}
	return phrase.Node{}, false
}
