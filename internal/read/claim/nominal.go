package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
)

// noun tries the patterns of a noun that stands for an act or a relation: "Russia's invasion of X", "a Russian attack on X", "talks between
// X and Y", "X is an ally of Y".
func (f *finder) noun(n int) {
	if f.used[n] || f.cast.At[n] >= 0 {
		return
	}
	for _, r := range append(f.patterns.nouns[f.d.Lemma(n)], f.plural(n)...) {
		if f.tryNoun(r, n) {
			return
		}
	}
}

func (f *finder) plural(n int) []rule {
	if l := f.d.Lower(n); l != f.d.Lemma(n) {
		return f.patterns.nouns[l]
	}
	return nil
}

func (f *finder) tryNoun(r rule, n int) bool {
	d := f.d
	if r.Between {
		ups := d.All(n, "prep")
		if dep := d.Tokens[n].Dep; dep == "dobj" || dep == "nsubjpass" || dep == "nsubj" {
			ups = append(ups, d.All(d.Tokens[n].Head, "prep")...)
		}
		for _, p := range ups {
			if o := d.Child(p, "pobj"); d.Lower(p) == "between" && o >= 0 {
				return f.between(r, n, d.Coordinated(o))
			}
		}
	}
	if r.Copula {
		return f.copula(r, n)
	}
	subjects, went := f.nounSubjects(r, n), false
	if len(subjects) == 0 {
		if subjects = f.traveller(r, n); len(subjects) > 0 {
			went = true
		}
	}
	if len(subjects) == 0 && r.Who == "optional" && d.Child(n, "poss") < 0 {
		subjects = []argument{{token: -1}}
	}
	if len(subjects) == 0 {
		return false
	}
	var objects []argument
	if p := d.Child(n, "poss"); p >= 0 && f.hasChild(n, "by") { // "X's recognition by Y"
		objects = f.fit(r, d.Coordinated(p))
	}
	for _, slot := range r.Object {
		if len(objects) > 0 {
			break
		}
		if objects = f.fit(r, f.behind(n, slot)); len(objects) > 0 {
			break
		}
	}
	if len(objects) == 0 && r.is(vocabulary.TopicObject) {
		objects = f.recognitionOf(n, subjects)
	}
	if len(objects) == 0 {
		return false
	}
	c := f.nounClause(n)
	if went { // on the visit somebody says or does something else: that it is said does not put the visit in doubt
		c = f.clauseOf(d.Tokens[d.Tokens[n].Head].Head)
		c.negated = false
	}
	if c.modality == "" || r.unless("undone") && f.undone(n) {
		return false
	}
	for _, s := range subjects {
		for _, o := range objects {
			f.emit(r.id, n, n, s, o, c, "noun")
		}
	}
	return true
}

// nounSubjects finds who did what a noun names.
func (f *finder) nounSubjects(r rule, n int) []argument {
	d := f.d
	for _, p := range d.All(n, "prep") {
		if d.Lower(p) == "by" {
			if o := d.Child(p, "pobj"); o >= 0 {
				if a, ok := f.actor(o); ok && f.fitsWho(r, a, o) {
					return []argument{a}
				}
			}
		}
	}
	if p := d.Child(n, "poss"); p >= 0 {
		if d.Tokens[p].Tag == "WP$" { // "X, whose recognition of Y"
			if p = f.antecedent(n); p < 0 {
				return nil
			}
			if all := f.d.Coordinated(p); len(all) > 1 && len(f.names(all)) == len(all) && all[len(all)-1] < n {
				return f.actors(all)
			}
		}
		if a, ok := f.actor(p); ok {
			return []argument{a}
		}
		return nil
	}
	if v := d.Tokens[n].Head; r.Announced && d.Tokens[n].Dep == "dobj" && announcing[d.Lemma(v)] && d.Verb(v) && !f.passive(v) { // "announced the recognition of Y"
		return f.actors(f.subjectTokens(v))
	}
	if by := f.enactedBy(n); by >= 0 {
		var out []argument
		for _, t := range f.subjectTokens(by) {
			if a, ok := f.actor(f.meant(t)); ok && f.fitsWho(r, a, t) {
				out = append(out, a)
			}
		}
		return out
	}
	if a, ok := f.cast.Country(n); ok && (a.Kind == "state" || a.Kind == "disputed territory") && f.adjective(n) {
		return []argument{{a.Name, n, a.Type, a.Kind}}
	}
	return nil
}

// actors names those of several noun phrases that are known.
func (f *finder) actors(tokens []int) []argument {
	var out []argument
	for _, t := range tokens {
		if a, ok := f.actor(t); ok {
			out = append(out, a)
		}
	}
	return out
}

// adjective tells whether the country of a noun comes from a demonym before it and not from a name of the place attacked.
func (f *finder) adjective(n int) bool {
	d := f.d
	for _, c := range d.All(n, "amod", "compound", "nmod") {
		if f.cast.At[c] < 0 {
			return true
		}
		if m := f.cast.Mentions[f.cast.At[c]]; m.Kind == "state" && d.Words(m.Span) != m.Name { // "U.S. strikes"
			return true
		}
	}
	return false
}

func (f *finder) between(r rule, n int, tokens []int) bool {
	args := f.actors(tokens)
	c := f.nounClause(n)
	if len(args) < 2 || c.modality == "" {
		return false
	}
	for _, o := range args[1:] {
		f.emit(r.id, n, n, args[0], o, c, "between")
	}
	return true
}

// copula reads "X is a NOUN of Y", "X, a NOUN of Y", "Y's NOUN X".
func (f *finder) copula(r rule, n int) bool {
	d := f.d
	var subjects []int
	c, verb := clause{modality: kg.Asserted}, n
	switch d.Tokens[n].Dep {
	case "attr":
		verb = d.Tokens[n].Head
		subjects, c = f.subjectTokens(verb), f.clauseOf(verb)
	case "appos":
		subjects = []int{d.Tokens[n].Head}
	case "compound", "nmod":
		if up := d.Tokens[n].Head; f.cast.At[up] >= 0 && up > n {
			subjects = []int{up}
		}
	}
	for _, a := range d.All(n, "appos") {
		if f.cast.At[a] >= 0 {
			subjects = append(subjects, a)
		}
	}
	objects := f.fit(r, f.copulaObject(r, n))
	emitted := false
	for _, s := range subjects {
		for _, e := range f.expand(s) {
			a, ok := f.actor(e)
			if !ok || !f.fitsWho(r, a, e) || r.Who == "place" && f.cast.At[e] < 0 {
				continue
			}
			for _, o := range objects {
				made := f.emit(r.id, n, verb, a, o, c, "copula")
				emitted = made != nil || emitted
				if made != nil && verb == n {
					made.evidence, made.phrase = d.Trimmed(made.needs.first, made.needs.end), true
				}
			}
		}
	}
	return emitted
}

func (f *finder) copulaObject(r rule, n int) []int {
	for _, slot := range r.Object {
		if out := f.behind(n, slot); len(out) > 0 {
			return out
		}
	}
	if p := f.d.Child(n, "poss"); p >= 0 && !r.is(vocabulary.NoOwner) {
		return []int{p}
	}
	return nil
}

// partOfState gives the name that a region is an apposition to, where it is one of a state ("A, an X-occupied region of Y"); else the noun itself.
func (f *finder) partOfState(i int) int {
	d := f.d
	if up := d.Tokens[i].Head; f.cast.At[i] < 0 && d.Tokens[i].Dep == "appos" && f.cast.At[up] >= 0 && f.cast.Mentions[f.cast.At[up]].Type == kg.Place {
		return up
	}
	return i
}

// onlyPart tells whether the place found for a noun phrase is the state that it is a mere part of: "a region of Y".
func (f *finder) onlyPart(i int, o argument) bool {
	of := f.behind(i, "of")
	return f.cast.At[i] < 0 && o.kind == "state" && len(of) > 0 && of[0] == o.token && f.cast.Words.Class(f.d.Lemma(i), "") == "region" && !stateNouns[f.d.Lemma(i)]
}

// compound reads "X-occupied Y", "X-backed Y".
func (f *finder) compound(i int) {
	d := f.d
	rules := f.patterns.compounds[d.Lower(i)]
	if len(rules) == 0 || i < 2 || d.Tokens[i-1].Tag != "HYPH" && d.Tokens[i-1].Text != "-" {
		return
	}
	by := i - 2
	var subject argument
	if k := f.cast.At[by]; k >= 0 {
		m := f.cast.Mentions[k]
		subject = argument{m.Name, by, m.Type, m.Kind}
		if e, ok := f.cast.Gaz.CapitalOf(m.Name); ok && m.Kind == "settlement" {
			subject = argument{e.Name, by, e.Type, e.Kind}
		}
	} else if e, ok := f.cast.Gaz.Demonym(d.Tokens[by].Text); ok {
		subject = argument{e.Name, by, e.Type, e.Kind}
	} else {
		return
	}
	head := d.Tokens[i].Head
	if head <= i || !strings.HasPrefix(d.Tokens[i].Dep, "amod") && d.Tokens[i].Dep != "compound" {
		return
	}
	for _, r := range rules {
		if o, ok := f.object(r, f.partOfState(head)); ok && !f.onlyPart(head, o) {
			if o.typ == "" {
				o.name = d.Phrase(i+1, head+1)
			}
			if c := f.emit(r.id, i, i, subject, o, clause{modality: kg.Asserted}, "compound"); c != nil {
				c.evidence, c.phrase = d.Trimmed(min(d.Left[head], by), head+1), true
			}
			return
		}
	}
}
