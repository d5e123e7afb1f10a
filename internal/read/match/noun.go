package match

import (
	"slices"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// traveller is who went on a visit or held talks that the clause only mentions: "said so during a visit to X", "spoke
// after talks with X".
func (ma *Matcher) traveller(r Rule, n int) []phrase.Node {
	d := ma.d
	if len(r.Aside) == 0 {
		return nil
	}
	prep := d.Tokens[n].Head
	v := d.Tokens[prep].Head
	if d.Tokens[n].Dep != "pobj" || !d.Verb(v) || d.Child(n, "poss") >= 0 || ma.ph.HasChild(n, "by") {
		return nil
	}
	if !has(r.Aside, d.Lower(prep)) {
		return nil
	}
	var out []phrase.Node
	for _, t := range ma.frames.Of(v).Agents() {
		for _, e := range ma.cl.Expand(t) {
			if a, ok := ma.ph.Actor(e); ok &&
				(ma.ph.TypeOf(a) == kg.Person && has(r.AsideWho, "person") || a.Kind == "state" && has(r.AsideWho, "state")) {
				out = append(out, a)
			}
		}
	}
	return out
}

// noun tries the patterns of a noun that stands for an act or a relation: "Russia's invasion of X", "a Russian attack
// on X", "talks between X and Y", "X is an ally of Y".
func (ma *Matcher) noun(n int) {
	if ma.used[n] || ma.cast.At[n] >= 0 {
		return
	}
	for _, r := range append(ma.patterns.Nouns[ma.d.Lemma(n)], ma.plural(n)...) {
		ma.rules.Begin()
		if ma.rules.Try(r.Name, n) && ma.tryNoun(r, n) {
			return
		}
	}
}

func (ma *Matcher) plural(n int) []Rule {
	if l := ma.d.Lower(n); l != ma.d.Lemma(n) {
		return ma.patterns.Nouns[l]
	}
	return nil
}

// Nouns reads the nouns that stand for acts and relations, compound adjectives, and shares of something.
func (ma *Matcher) Nouns() {
	figures{ma}.shares()
	for i := range ma.d.Tokens {
		if !ma.Readable(i) {
			continue
		}
		if ma.d.Noun(i) {
			ma.noun(i)
			figures{ma}.nounFigures(i)
			ma.unharmed(i)
		}
		figures{ma}.amongFated(i)
		if ma.d.Verb(i) || ma.d.Tokens[i].Tag == "JJ" {
			ma.compound(i)
			figures{ma}.fates(i)
		}
	}
}

// Spent reports whether a pattern has taken a verb or noun up.
func (ma *Matcher) Spent(i int) bool { return ma.used[i] }

// deeds finds who did what a noun names, and to whom.
type deeds struct{ *Matcher }

// tryNoun takes a pattern's claims from a noun, and reports whether the pattern holds.
func (ma *Matcher) tryNoun(r Rule, n int) bool {
	if r.Between {
		if joined := ma.namedBetween(n); joined != nil {
			return ma.between(r, n, joined)
		}
	}
	if r.Copula {
		return ma.copula(r, n)
	}
	subjects, went := deeds{ma}.nounActors(r, n)
	if len(subjects) == 0 {
		return false
	}
	objects := deeds{ma}.nounObjects(r, n, subjects)
	if len(objects) == 0 && has(r.Object, "none") {
		objects = []phrase.Node{{Token: -1}}
	}
	if len(objects) == 0 {
		return false
	}
	if r.Swapped {
		subjects, objects = objects, subjects
	}
	c := ma.co.NounClause(n)
	if went { // on the visit somebody says or does something else: that it is said does not put the visit in doubt
		c = ma.frames.Of(ma.d.Tokens[ma.d.Tokens[n].Head].Head).Commitment
		c.Negated = false
	}
	if c.Modality == "" || r.Barred("undone") && ma.co.IsUndone(n) {
		return false
	}
	for _, s := range subjects {
		for _, o := range objects {
			if claim := ma.Emit(r.ID, n, n, s, o, c, "noun"); claim != nil && r.Is(vocabulary.Victims) {
				ma.figure(r, claim, s, o, phrase.Node{Token: -1}) // "the killing of two engineers"
			}
		}
	}
	return true
}

// namedBetween gives the heads behind "between" under a noun or the verb it belongs to: "talks between X and Y"; nil
// for none.
func (ma *Matcher) namedBetween(n int) []int {
	d := ma.d
	ups := d.All(n, "prep")
	switch d.Tokens[n].Dep {
	case "dobj", "nsubjpass", "nsubj":
		ups = append(ups, d.All(d.Tokens[n].Head, "prep")...)
	}
	for _, p := range ups {
		if o := d.Child(p, "pobj"); d.Lower(p) == "between" && o >= 0 {
			return d.Coordinated(o)
		}
	}
	return nil
}

// behindDate gives what stands behind a preposition that the parser hung on the day of an act: "attacks in May and June
// on ships".
func (ma deeds) behindDate(n int, preposition string) []int {
	d := ma.d
	for _, p := range d.All(n, "prep") {
		o := d.Child(p, "pobj")
		if o < 0 || !strings.HasSuffix(d.Tokens[o].Ent, "-DATE") {
			continue
		}
		for _, day := range d.Coordinated(o) {
			if out := ma.ph.Behind(day, preposition); len(out) > 0 {
				return out
			}
		}
		if out := ma.ph.Behind(p, preposition); len(out) > 0 {
			return out
		}
	}
	return nil
}

// behindDoer looks for a preposition under who did what noun n names, where the parser hung it: "attacks by rebels on
// the town".
func (ma deeds) behindDoer(n int, preposition string) []int {
	for _, by := range ma.ph.Behind(n, "by") {
		if out := ma.ph.Behind(by, preposition); len(out) > 0 {
			return out
		}
	}
	return nil
}

// nounActors gives who did what a noun names, nobody where the rule can do without; went is true where they are those
// who went on the visit that the noun names.
func (ma deeds) nounActors(r Rule, n int) (subjects []phrase.Node, went bool) {
	subjects = ma.nounSubjects(r, n)
	if len(subjects) == 0 {
		subjects = ma.traveller(r, n)
		went = len(subjects) > 0 && ma.rules.Take("match.aside", n)
	}
	if len(subjects) == 0 && r.Who == "optional" && ma.d.Child(n, "poss") < 0 {
		return []phrase.Node{{Token: -1}}, false
	}
	if r.Who == "armed" {
		subjects = slices.DeleteFunc(subjects, func(a phrase.Node) bool { return !ma.fitsWho(r, a, max(a.Token, 0)) })
	}
	return subjects, went
}

// verbTakes reports whether a preposition behind noun n, the object of a verb, is rather that verb's own.
func (ma deeds) verbTakes(n int, preposition string) bool {
	v := ma.d.Tokens[n].Head
	if ma.d.Tokens[n].Dep != "dobj" || !ma.d.Verb(v) {
		return false
	}
	for _, r := range rulesOf(ma.patterns, ma.d.Lemma(v)) {
		if r.Is(vocabulary.UnderObject) && len(r.Light) == 0 && has(r.Object, preposition) {
			return true
		}
	}
	return false
}

// nounObjects finds what was acted on by what a noun names.
func (ma deeds) nounObjects(r Rule, n int, subjects []phrase.Node) []phrase.Node {
	if p := ma.d.Child(n, "poss"); p >= 0 && ma.ph.HasChild(n, "by") { // "X's recognition by Y"
		if objects := ma.fillRole(r, ma.d.Coordinated(p)); len(objects) > 0 {
			return objects
		}
	}
	for _, slot := range r.Object {
		if ma.verbTakes(n, slot) { // "blamed the attack on X"
			continue
		}
		if objects := ma.fillRole(r, ma.ph.Behind(n, slot)); len(objects) > 0 {
			return objects
		}
		if objects := ma.fillRole(r, ma.behindDate(n, slot)); len(objects) > 0 {
			return objects
		}
		if objects := ma.fillRole(r, ma.behindDoer(n, slot)); len(objects) > 0 {
			return objects
		}
	}
	if r.Is(vocabulary.TopicObject) {
		return ma.recognitionOf(n, subjects)
	}
	return nil
}

// actBy gives who did what a noun names where "by" or a word before it says so: "attacks by X", "militant attacks on
// Y".
func (ma deeds) actBy(r Rule, n int) []phrase.Node {
	d := ma.d
	for _, p := range d.All(n, "prep") {
		o := d.Child(p, "pobj")
		if d.Lower(p) != "by" || o < 0 {
			continue
		}
		if a, ok := ma.ph.Actor(o); ok && ma.fitsWho(r, a, o) {
			return []phrase.Node{a}
		}
		if a, ok := ma.ph.Somebody(o, false); ok && ma.fitsWho(r, a, o) {
			if ma.cast.At[o] < 0 {
				a.Name = ma.ph.Brief(o) // "rebels on the town"
			}
			return []phrase.Node{a}
		}
	}
	for _, c := range d.All(n, "compound", "amod") { // "militant attacks on X"
		if armedPeople[d.Lemma(c)] && ma.cast.At[c] < 0 {
			return []phrase.Node{{Name: d.Phrase(c, c+1), Token: c}}
		}
	}
	return nil
}

// nounSubjects finds who did what a noun names.
func (ma deeds) nounSubjects(r Rule, n int) []phrase.Node {
	d := ma.d
	if by := ma.actBy(r, n); by != nil {
		return by
	}
	if p := d.Child(n, "poss"); p >= 0 {
		return ma.possessors(n, p)
	}
	v := d.Tokens[n].Head
	announced := r.Announced && d.Tokens[n].Dep == "dobj" && announcing[d.Lemma(v)] && d.Verb(v)
	if announced && !ma.frames.Of(v).Passive { // "announced the recognition of Y"
		return ma.ph.Actors(ma.frames.Of(v).Agents())
	}
	if by := ma.cl.EnactedBy(n); by >= 0 {
		var out []phrase.Node
		for _, t := range ma.frames.Of(by).Agents() {
			if a, ok := ma.ph.Actor(ma.cl.ResolvePronoun(t)); ok && ma.fitsWho(r, a, t) {
				out = append(out, a)
			}
		}
		return out
	}
	a, ok := ma.cast.Country(n)
	if ok && (a.Kind == "state" || a.Kind == "disputed territory") && ma.ph.Adjective(n) {
		return []phrase.Node{{Name: a.Name, Token: n, Typ: a.Type, Kind: a.Kind}}
	}
	return nil
}

// possessors gives those whose a noun is: "X's recognition of Y", "X and Z, whose recognition of Y".
func (ma deeds) possessors(n, p int) []phrase.Node {
	if ma.d.Tokens[p].Tag == "WP$" {
		if p = ma.ph.Antecedent(n); p < 0 {
			return nil
		}
		all := ma.d.Coordinated(p)
		if len(all) > 1 && len(ma.ph.Names(all)) == len(all) && all[len(all)-1] < n {
			return ma.ph.Actors(all)
		}
	}
	return ma.ph.Actors([]int{p})
}
