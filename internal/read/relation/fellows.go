package relation

import (
	"sayso/internal/kg"
	"sayso/internal/read/phrase"
)

// fellows reads memberships that the other members of a body tell of.
type fellows struct{ *Reader }

// amongMembers reads who is told to be of a body by the others of it: "Peru and other members of X", "Peru and other
// nations in X", "Peru and other X countries".
func (re fellows) amongMembers() {
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
			re.rules.Begin()
			a, ok := re.ph.Actor(e)
			if ok && e != i && re.cast.At[e] >= 0 && re.rules.Take("membership.among-others", e, i) {
				words := d.Trimmed(d.Left[d.Tokens[i].Head], d.Right[i])
				re.states(re.patterns.Titles["member"], e, a, body, "role", "", words)
			}
		}
	}
}

// bodyOfOthers is the named body before or behind the noun i.
func (re fellows) bodyOfOthers(i int) (phrase.Node, bool) {
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
