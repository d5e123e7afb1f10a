package match

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/commitment"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// copula reads "X is a NOUN of Y", "X, a NOUN of Y", "Y's NOUN X".
func (ma *Matcher) copula(r Rule, n int) bool {
	d := ma.d
	var subjects []int
	c, verb := commitment.Commitment{Modality: kg.Asserted}, n
	switch d.Tokens[n].Dep {
	case "attr":
		verb = d.Tokens[n].Head
		subjects, c = ma.frames.Of(verb).Agents(), ma.frames.Of(verb).Commitment
	case "appos":
		subjects = []int{d.Tokens[n].Head}
	case "compound", "nmod":
		if up := d.Tokens[n].Head; ma.cast.At[up] >= 0 && up > n {
			subjects = []int{up}
		}
	}
	for _, a := range d.All(n, "appos") {
		if ma.cast.At[a] >= 0 {
			subjects = append(subjects, a)
		}
	}
	objects := ma.fillRole(r, ma.copulaObject(r, n))
	emitted := false
	for _, s := range subjects {
		for _, e := range ma.cl.Expand(s) {
			a, ok := ma.ph.Actor(e)
			if !ok || !ma.fitsWho(r, a, e) || r.Who == "place" && ma.cast.At[e] < 0 {
				continue
			}
			for _, o := range objects {
				made := ma.Emit(r.ID, n, verb, a, o, c, "copula")
				emitted = made != nil || emitted
				if made != nil && verb == n {
					made.Evidence, made.Phrase = d.Trimmed(made.Needs.First, made.Needs.End), true
				}
			}
		}
	}
	return emitted
}

func (ma *Matcher) copulaObject(r Rule, n int) []int {
	for _, slot := range r.Object {
		if out := ma.ph.Behind(n, slot); len(out) > 0 {
			return out
		}
		if c := ma.d.Child(n, slot); slot == "compound" && c >= 0 && ma.cast.At[c] >= 0 { // "a NATO member"
			return []int{c}
		}
	}
	if p := ma.d.Child(n, "poss"); p >= 0 && !r.Barred("owned") && (!r.Is(vocabulary.NoOwner) || ma.cast.At[p] >= 0) {
		return []int{p}
	}
	return nil
}

// onlyPart reports whether the place found for a noun phrase is the state that it is a mere part of: "a region of Y".
func (ma *Matcher) onlyPart(i int, o phrase.Node) bool {
	of := ma.ph.Behind(i, "of")
	if ma.cast.At[i] >= 0 || o.Kind != "state" || len(of) == 0 || of[0] != o.Token {
		return false
	}
	return ma.cast.Words.Class(ma.d.Lemma(i), "") == "region" && !stateNouns[ma.d.Lemma(i)]
}

// hyphenated names the state, or whoever else, that stands before a hyphen, and the town by whose name a state is
// meant: "Lima-backed" is by Peru, and "Lima-based" in Lima.
func (ma *Matcher) hyphenated(by int) (subject, town phrase.Node) {
	if k := ma.cast.At[by]; k >= 0 {
		m := ma.cast.Mentions[k]
		town = phrase.NodeOf(m, by)
		if e, ok := ma.cast.Gaz.CapitalOf(m.Name); ok && m.Kind == "settlement" {
			return phrase.Node{Name: e.Name, Token: by, Typ: e.Type, Kind: e.Kind}, town
		}
		return town, town
	}
	if e, ok := ma.cast.Gaz.Demonym(ma.d.Tokens[by].Text); ok {
		subject = phrase.Node{Name: e.Name, Token: by, Typ: e.Type, Kind: e.Kind}
	}
	return subject, subject
}

// namedBy gives the name that a noun for a body stands with: "the carrier SunWing", "the Daily Herald newspaper"; the
// noun itself where it has none.
func (ma *Matcher) namedBy(i int) int {
	d := ma.d
	if ma.cast.At[i] >= 0 {
		return i
	}
	if up := d.Tokens[i].Head; up > i && ma.cast.At[up] >= 0 && d.Tokens[i].Dep == "compound" {
		return up
	}
	if up := d.Tokens[i].Head; d.Tokens[i].Dep == "appos" && ma.cast.At[up] >= 0 {
		return up
	}
	if c := d.Child(i, "appos", "compound"); c >= 0 && ma.cast.At[c] >= 0 {
		return c
	}
	return i
}

// hyphenParts gives the participle of a compound, the token of the name before it, and who that is: "Iran-backed" is
// three tokens, "U.S.-backed" one.
func (ma *Matcher) hyphenParts(i int) (participle string, by int, subject, town phrase.Node) {
	d := ma.d
	if i >= 2 && (d.Tokens[i-1].Tag == "HYPH" || d.Tokens[i-1].Text == "-") {
		subject, town = ma.hyphenated(i - 2)
		return d.Lower(i), i - 2, subject, town
	}
	text := d.Tokens[i].Text
	at := strings.LastIndexByte(text, '-')
	if at < 1 {
		return "", i, subject, town
	}
	if e, ok := ma.cast.Gaz.Lookup(text[:at], kg.Place); ok && e.Kind == "state" {
		subject = phrase.Node{Name: e.Name, Token: i, Typ: e.Type, Kind: e.Kind}
	}
	return strings.ToLower(text[at+1:]), i, subject, subject
}

// compound reads "X-occupied Y", "X-backed Y".
func (ma *Matcher) compound(i int) {
	d := ma.d
	participle, by, subject, town := ma.hyphenParts(i)
	rules := ma.patterns.Compounds[participle]
	if len(rules) == 0 || subject.Name == "" {
		return
	}
	head := d.Tokens[i].Head
	if head <= i || !strings.HasPrefix(d.Tokens[i].Dep, "amod") && d.Tokens[i].Dep != "compound" {
		return
	}
	for _, r := range rules {
		ma.rules.Begin()
		if r.Need == "named organization" || d.Tokens[head].Dep == "appos" {
			head = ma.namedBy(head)
		}
		if o, ok := ma.object(r, head); ok && !ma.onlyPart(head, o) &&
			ma.rules.Try(r.Name, by, i, head) {
			if o.Typ == "" {
				o.Name = d.Phrase(i+1, head+1)
			}
			s, o := subject, o
			if r.Swapped { // "the Luanda-based firm"
				s, o = o, town
			}
			if c := ma.Emit(r.ID, i, i, s, o, commitment.Commitment{Modality: kg.Asserted}, "compound"); c != nil {
				c.Evidence, c.Phrase = d.Trimmed(min(d.Left[head], by), head+1), true
			}
			return
		}
	}
}
