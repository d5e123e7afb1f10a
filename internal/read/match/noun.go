package match

import (
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
	for _, r := range append(ma.patterns.nouns[ma.d.Lemma(n)], ma.plural(n)...) {
		ma.rules.Begin()
		if ma.rules.Try(r.Name, n) && ma.tryNoun(r, n) {
			return
		}
	}
}

func (ma *Matcher) plural(n int) []Rule {
	if l := ma.d.Lower(n); l != ma.d.Lemma(n) {
		return ma.patterns.nouns[l]
	}
	return nil
}

func (ma *Matcher) tryNoun(r Rule, n int) bool {
	d := ma.d
	if r.Between {
		ups := d.All(n, "prep")
		if dep := d.Tokens[n].Dep; dep == "dobj" || dep == "nsubjpass" || dep == "nsubj" {
			ups = append(ups, d.All(d.Tokens[n].Head, "prep")...)
		}
		for _, p := range ups {
			if o := d.Child(p, "pobj"); d.Lower(p) == "between" && o >= 0 {
				return ma.between(r, n, d.Coordinated(o))
			}
		}
	}
	if r.Copula {
		return ma.copula(r, n)
	}
	subjects, went := ma.nounSubjects(r, n), false
	if len(subjects) == 0 {
		if subjects = ma.traveller(r, n); len(subjects) > 0 {
			went = ma.rules.Take("match.aside", n)
		}
	}
	if len(subjects) == 0 && r.Who == "optional" && d.Child(n, "poss") < 0 {
		subjects = []phrase.Node{{Token: -1}}
	}
	if len(subjects) == 0 {
		return false
	}
	var objects []phrase.Node
	if p := d.Child(n, "poss"); p >= 0 && ma.ph.HasChild(n, "by") { // "X's recognition by Y"
		objects = ma.fillRole(r, d.Coordinated(p))
	}
	for _, slot := range r.Object {
		if len(objects) > 0 {
			break
		}
		if objects = ma.fillRole(r, ma.ph.Behind(n, slot)); len(objects) > 0 {
			break
		}
	}
	if len(objects) == 0 && r.is(vocabulary.TopicObject) {
		objects = ma.recognitionOf(n, subjects)
	}
	if len(objects) == 0 {
		return false
	}
	c := ma.co.NounClause(n)
	if went { // on the visit somebody says or does something else: that it is said does not put the visit in doubt
		c = ma.frames.Of(d.Tokens[d.Tokens[n].Head].Head).Commitment
		c.Negated = false
	}
	if c.Modality == "" || r.unless("undone") && ma.co.IsUndone(n) {
		return false
	}
	for _, s := range subjects {
		for _, o := range objects {
			ma.Emit(r.ID, n, n, s, o, c, "noun")
		}
	}
	return true
}

// nounSubjects finds who did what a noun names.
func (ma *Matcher) nounSubjects(r Rule, n int) []phrase.Node {
	d := ma.d
	for _, p := range d.All(n, "prep") {
		if d.Lower(p) == "by" {
			if o := d.Child(p, "pobj"); o >= 0 {
				if a, ok := ma.ph.Actor(o); ok && ma.fitsWho(r, a, o) {
					return []phrase.Node{a}
				}
			}
		}
	}
	if p := d.Child(n, "poss"); p >= 0 {
		if d.Tokens[p].Tag == "WP$" { // "X, whose recognition of Y"
			if p = ma.ph.Antecedent(n); p < 0 {
				return nil
			}
			if all := ma.d.Coordinated(p); len(all) > 1 && len(ma.ph.Names(all)) == len(all) && all[len(all)-1] < n {
				return ma.ph.Actors(all)
			}
		}
		if a, ok := ma.ph.Actor(p); ok {
			return []phrase.Node{a}
		}
		return nil
	}
	if v := d.Tokens[n].Head; r.Announced && d.Tokens[n].Dep == "dobj" && announcing[d.Lemma(v)] && d.Verb(v) &&
		!ma.frames.Of(v).Passive { // "announced the recognition of Y"
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
	if a, ok := ma.cast.Country(n); ok && (a.Kind == "state" || a.Kind == "disputed territory") && ma.ph.Adjective(n) {
		return []phrase.Node{{Name: a.Name, Token: n, Typ: a.Type, Kind: a.Kind}}
	}
	return nil
}

// Nouns reads the nouns that stand for acts and relations, and compound adjectives.
func (ma *Matcher) Nouns() {
	for i := range ma.d.Tokens {
		if !ma.Readable(i) {
			continue
		}
		if ma.d.Noun(i) {
			ma.noun(i)
			ma.unharmed(i)
		}
		if ma.d.Verb(i) || ma.d.Tokens[i].Tag == "JJ" {
			ma.compound(i)
		}
	}
}

// Spent reports whether a pattern has taken a verb or noun up.
func (ma *Matcher) Spent(i int) bool { return ma.used[i] }
