package match

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/frame"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// weapon reports whether a noun is what forces strike with, and whose it is where that is said: "Russian drones
// struck X". Ships and planes hit things by chance too, and strikes are not all from the air.
func (ma *Fillers) weapon(r Rule, i int) (phrase.Node, bool) {
	w := ma.d.Lemma(i)
	if ma.cast.At[i] >= 0 || !weapons[w] && !platforms[w] && !blows[w] {
		return phrase.Node{}, false
	}
	if a, ok := ma.cast.Country(i); ok && (a.Kind == "state" || a.Kind == "armed force") && ma.ph.Adjective(i) {
		return phrase.Node{Name: a.Name, Token: i, Typ: a.Type, Kind: a.Kind}, true
	}
	for _, c := range ma.d.All(i, "compound", "nmod") { // "Russian coast guard vessels"
		if a, ok := ma.cast.Country(c); ok && platforms[w] && a.Kind == "state" && ma.cast.At[c] < 0 &&
			ma.ph.Adjective(c) {
			return phrase.Node{Name: a.Name, Token: i, Typ: a.Type, Kind: a.Kind}, true
		}
	}
	if platforms[w] && r.Who == "armed" || blows[w] && !ma.fromTheAir(i) {
		return phrase.Node{}, false
	}
	return phrase.Node{Name: ma.ph.Brief(i), Token: i}, true
}

// fromTheAir reports whether a strike or raid is one with weapons.
func (ma *Fillers) fromTheAir(i int) bool {
	for _, c := range ma.d.All(i, "compound", "amod", "nmod") {
		if w := ma.d.Lemma(c); airborne[w] || weapons[w] {
			return true
		}
	}
	return false
}

// isStoppage reports whether a strike is one of people who stop working: "the bus drivers' strike".
func (ma *Fillers) isStoppage(i int) bool {
	if !strikeNouns[ma.d.Lemma(i)] {
		return false
	}
	for _, c := range ma.d.All(i, "compound", "poss", "nmod", "amod") {
		if stoppages[ma.d.Lemma(c)] {
			return true
		}
		if ma.cast.At[c] < 0 && ma.ph.IsPerson(c) && !fighters[ma.d.Lemma(c)] &&
			ma.cast.Words.Class(ma.d.Lemma(c), ma.d.Lower(c)) != "force" {
			return true
		}
	}
	return false
}

// secondAs gives those who are put into a second office by one verb: "appointed A as minister and B as director".
func (ma *Fillers) secondAs(r Rule, fr *frame.Frame) []int {
	if !r.Is(vocabulary.SecondOffice) {
		return nil
	}
	var out []int
	for _, office := range fr.Behind("as") {
		if k := ma.cast.At[office]; k >= 0 && ma.cast.Mentions[k].Type == kg.Person &&
			ma.d.Tokens[office].Dep == "conj" {
			out = append(out, office)
		}
	}
	return out
}

// doers gives the tokens of those who act: behind "by", or the subject of a state such as "is located in".
func (ma *Fillers) doers(r Rule, fr *frame.Frame) []int {
	if r.Stative && fr.Passive && !ma.ph.HasChild(fr.Trigger, "by") {
		return ma.cl.SubjectTokensUp(fr.Trigger, 0)
	}
	if r.Is(vocabulary.Victims) {
		if by := ma.cl.DoneBy(fr.Trigger); len(by) > 0 {
			return by
		}
	}
	return fr.Agents()
}

// Subjects finds who acts, all of them; false where the rule needs somebody and nobody is there.
func (ma *Fillers) Subjects(r Rule, fr *frame.Frame) ([]phrase.Node, bool) {
	v := fr.Trigger
	none := []phrase.Node{{Token: -1}}
	if r.Who == "none" {
		return none, true
	}
	tokens := ma.doers(r, fr)
	var out []phrase.Node
	for _, t := range ma.cl.ResolvePronouns(tokens) {
		for _, e := range ma.cl.Expand(t) {
			if a, ok := ma.subject(r, v, e); ok {
				out = append(out, a)
			}
		}
	}
	if len(out) > 0 {
		return out, true
	}
	if len(tokens) == 0 && fr.Passive && r.Is(vocabulary.Agentless) && !ma.ph.HasChild(v, "by") {
		return none, true
	}
	if r.Who == "any" || r.Who == "optional" && (len(tokens) == 0 || fr.Passive) {
		return none, true
	}
	if len(tokens) == 1 && (ma.ph.IsNobody(tokens[0]) || ma.isSome(tokens[0])) {
		return none, true
	}
	return nil, false
}

// isSome reports whether the subject is nobody that the text names: "some criticized X", "others praised it".
func (ma *Fillers) isSome(i int) bool {
	return ma.cast.At[i] < 0 && unnamedSome[ma.d.Lower(i)] && len(ma.ph.Behind(i, "of")) == 0
}

func (ma *Fillers) fitsWho(r Rule, a phrase.Node, token int) bool {
	switch r.Who {
	case "person":
		return ma.ph.TypeOf(a) == kg.Person
	case "named person":
		return a.Typ == kg.Person
	case "place":
		return a.Typ == kg.Place
	case "armed":
		class := ma.cast.Words.Class(ma.d.Lemma(token), ma.d.Lower(token))
		if class == "force" && a.Typ == kg.Person || ma.isStoppage(token) {
			return false
		}
		return armedPeople[ma.d.Lemma(token)] || a.Kind == "state" || a.Kind == "armed force" ||
			a.Kind == "disputed territory" || class == "force"
	}
	return true
}

// subject names one of those who act: somebody the cast knows, or people and bodies by the words for them.
func (ma *Fillers) subject(r Rule, v, e int) (phrase.Node, bool) {
	if a, ok := ma.quake(e); ok {
		return a, r.Who == "any"
	}
	if a, ok := ma.ph.Actor(e); ok && ma.fitsWho(r, a, e) {
		return a, true
	}
	if a, ok := ma.weapon(r, e); ok && strikes(r, a) {
		return a, true
	}
	if ent := ma.d.Tokens[e].Ent; strings.HasSuffix(ent, "-DATE") || strings.HasSuffix(ent, "-TIME") {
		return phrase.Node{}, false
	}
	if r.Who == "any" && !strings.HasPrefix(ma.d.Tokens[e].Tag, "PRP") && !ma.ph.IsNobody(e) {
		return phrase.Node{Name: ma.ph.Brief(e), Token: e}, true
	}
	town := ma.cast.At[e] < 0 && ma.cast.Words.Class(ma.d.Lemma(e), "") == "settlement"
	if p, ok := ma.ph.Place(e); ok && town && ma.fitsWho(r, p, e) { // "the city of X"
		return p, true
	}
	if a, ok := ma.ph.Somebody(e, false); ok && ma.fitsWho(r, a, e) {
		return a, true
	}
	return ma.byWords(r, v, e)
}

// byWords takes the words of a noun phrase for somebody: an unknown name, or any noun where the rule can do without a
// subject.
func (ma *Fillers) byWords(r Rule, v, e int) (phrase.Node, bool) {
	t := ma.d.Tokens[e]
	words := phrase.Node{Name: ma.cast.Text(e), Token: e}
	if t.Pos == "PROPN" && ma.cast.At[e] < 0 && r.Who == "" && !t.SentStart {
		words.Typ = kg.Organization
		return words, true
	}
	told := !ma.frames.Of(v).Passive || ma.d.Child(e, "det") >= 0 || t.Tag == "NNS"
	return words, r.Who == "optional" && ma.d.Noun(e) && told
}

// strikes reports whether a weapon may be the subject of a rule.
func strikes(r Rule, weapon phrase.Node) bool {
	return r.Who == "armed" || r.Is(vocabulary.ByWeapons) || r.Is(vocabulary.ByWeaponsOfState) && weapon.Kind == "state"
}

// quake is the noun behind "magnitude": "a magnitude 6.1 earthquake".
func (ma *Fillers) quake(e int) (phrase.Node, bool) {
	d := ma.d
	if !magnitudes[d.Lemma(e)] {
		return phrase.Node{}, false
	}
	for i := e + 1; i < len(d.Tokens) && i <= e+4; i++ {
		if d.Noun(i) && d.Tokens[i].Head == d.Tokens[e].Head {
			return phrase.Node{Name: d.Phrase(i, i+1), Token: e}, true
		}
	}
	return phrase.Node{}, false
}

// statesOf gives the states that a noun for people, bodies or ships says two of: "U.S. and Russian negotiators".
func (ma *Fillers) statesOf(i int) []phrase.Node {
	if ma.cast.At[i] >= 0 || ma.d.Tokens[i].Tag != "NNS" {
		return nil
	}
	if !ma.ph.IsPerson(i) && ma.ph.NounType(i) != kg.Organization && !platforms[ma.d.Lemma(i)] {
		return nil
	}
	var out []phrase.Node
	for _, a := range ma.cast.Countries(i) {
		out = append(out, phrase.Node{Name: a.Name, Token: i, Typ: a.Type, Kind: a.Kind})
	}
	if len(out) < 2 {
		return nil
	}
	return out
}
