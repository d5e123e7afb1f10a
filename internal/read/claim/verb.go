package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
)

// verb tries the patterns of a verb, those first that ask for more, and stops at the first that holds.
func (f *finder) verb(v int) {
	if f.used[v] {
		return
	}
	for _, r := range f.patterns.of(f.d.Lemma(v)) {
		if f.tryVerb(r, v) && !r.Also {
			return
		}
	}
}

func (f *finder) tryVerb(r rule, v int) bool {
	d := f.d
	if len(r.Particle) > 0 && f.particle(r, v) < 0 || r.Passive && !f.passive(v) {
		return false
	}
	inner, ok := f.innerVerb(r, v)
	if !ok || r.With != "" && !f.complement(v, r.With) || len(r.WithAny) > 0 && f.preposition(v, r.WithAny) < 0 && !(r.Inside && f.within(f.directObject(v), r.WithAny)) || r.NoClause && d.Child(v, "xcomp", "ccomp") >= 0 {
		return false
	}
	light := -1
	if len(r.Light) > 0 {
		if light = f.lightNoun(r, v); light < 0 {
			return false
		}
	}
	if len(r.In) > 0 {
		if light = f.inNoun(r, v); light < 0 {
			return false
		}
	}
	if !f.asFits(r, v) || len(r.WithNoun) > 0 && !f.withNoun(r, v) || r.DobjAny && f.directObject(v) < 0 {
		return false
	}
	if r.unless("finite clause") && d.Child(v, "ccomp") >= 0 { // to be of one mind is to sign nothing
		return false
	}
	if r.unless("passive") && f.passive(v) { // "was left holding debts"
		return false
	}
	if r.unless("thing") && !f.passive(v) && f.withdraws(v) {
		return false
	}
	if r.unless("joint act") && f.joinsIn(v) {
		return false
	}
	if r.unless("open answer") && f.openAnswer(v) {
		return false
	}
	c := f.clauseOf(v)
	if c.negated && f.untilThen(v) {
		return true
	}
	if r.Need == "measure" {
		return f.measured(r, v, f.subjectTokens(v), f.objects(r, v, light, inner), c)
	}
	if c.purpose && r.is(vocabulary.Given) {
		c.modality = kg.Asserted // help that is sent is help given
	}
	subjects, ok := f.subjects(r, v)
	if !ok {
		return false
	}
	if o := f.directObject(v); o >= 0 && len(subjects) > 1 && f.eachOther(o) {
		f.reciprocal(r, v, subjects, c)
		return true
	}
	objects := f.objects(r, v, light, inner)
	if r.Swapped && light >= 0 && (len(f.behind(v, "for")) > 0 || len(f.behind(light, "for")) > 0) { // recognition for what one has done
		return false
	}
	if len(objects) == 0 && r.Mutual && len(subjects) > 1 && (len(r.Light) > 0 || r.Stative || f.directObject(v) < 0) {
		f.mutual(r, v, subjects, c)
		return true
	}
	if len(objects) == 0 && r.Need != "none" && !has(r.Object, "none") {
		return false
	}
	if len(objects) == 0 {
		objects = []argument{{token: -1}}
	}
	for _, taken := range []int{inner, light} {
		if taken >= 0 && !(taken == inner && has(r.Infinitive, "*")) {
			f.used[taken] = true
		}
	}
	if r.Swapped {
		subjects, objects = objects, subjects
	}
	f.emitAll(r, v, subjects, objects, f.things(r, v, light), c)
	f.gaps(r, v, c)
	return true
}

// lightNoun finds the noun that a rule asks for as the verb's object, also behind a measure ("40 tonnes of medicine") or joined to another
// ("an agreement and a deal"); sums of money are money.
func (f *finder) lightNoun(r rule, v int) int {
	o := f.directObject(v)
	if o < 0 {
		return -1
	}
	d := f.d
	fits := func(t int) bool { return has(r.Light, d.Lemma(t)) || has(r.Light, d.Lower(t)) }
	for _, t := range d.Coordinated(o) {
		if fits(t) {
			return t
		}
	}
	if of := f.behind(o, "of"); len(of) > 0 && f.number(o) >= 0 && fits(of[0]) {
		return o
	}
	if n := f.number(o); n >= 0 && has(r.Light, "money") && f.currency(n) != "" {
		return o
	}
	return -1
}

func (f *finder) emitAll(r rule, v int, subjects, objects, things []argument, c clause) {
	id := r.id
	undone, refused := f.patterns.becomes(id, vocabulary.Undone), f.patterns.becomes(id, vocabulary.Refused)
	if undone != "" {
		by := f.reversedBy(v)
		switch {
		case by >= 0 && reversals[f.d.Lemma(by)] && f.d.Verb(by):
			id, c = undone, f.clauseOf(by)
		case by >= 0:
			return
		case c.willNever && f.noSubject(v):
			return
		case c.willNever:
			id, c.negated, c.modality = refused, false, kg.Asserted
		case c.refused || f.noIntention(v):
			id, c.negated, c.modality = refused, false, kg.Asserted
		}
	}
	if c.refused && id == r.id {
		c.negated = true
	}
	if r.is(vocabulary.TopicObject) {
		objects = f.others(subjects, objects)
	}
	if id == r.id && undone != "" && c.negated && f.noLonger(v) { // it is not only so: it was, and was taken back
		back := c
		back.negated = false
		f.emitPairs(r, undone, v, subjects, objects, things, back)
	}
	f.emitPairs(r, id, v, subjects, objects, things, c)
}

// noLonger tells whether what a verb says has ended: "no longer", "not … any longer", "not … anymore".
func (f *finder) noLonger(v int) bool {
	for _, a := range f.d.All(v, "advmod", "neg") {
		if w := f.d.Lower(a); endings[w] || a > 0 && endings[f.d.Lower(a-1)+" "+w] {
			return true
		}
	}
	return false
}

// emitPairs makes the claims of each subject with each object and thing.
func (f *finder) emitPairs(r rule, id kg.PredicateID, v int, subjects, objects, things []argument, c clause) {
	respectively := len(subjects) == len(objects) && len(objects) > 1 && f.hasChild(v, "respectively")
	for i, s := range subjects {
		for j, o := range objects {
			if respectively && i != j {
				continue
			}
			c := c
			if o.token >= 0 && f.d.Tokens[o.token].Dep == "pobj" && f.neither(o.token) || j > 0 && (f.notAmong(o.token) || f.setAside(o.token)) || i > 0 && f.excepted(s.token) {
				c.negated = !c.negated
				o.name = strings.TrimPrefix(o.name, "not ")
			}
			for _, thing := range things {
				if claim := f.emit(id, v, v, s, o, c, "verb"); claim != nil {
					claim.ownDate, claim.dateBehind = true, o.token
					f.figure(r, claim, s, o, thing)
				}
			}
		}
	}
}

// noSubject tells whether a verb is denied of everybody: "no other country will do". None of those who will not is named by that.
func (f *finder) noSubject(v int) bool {
	s := f.d.Child(v, "nsubj", "nsubjpass")
	return s >= 0 && f.cast.At[s] < 0 && f.none(s)
}

// neither tells whether a noun phrase begins with "neither", as in "voted for neither candidate".
func (f *finder) neither(i int) bool {
	return f.d.Lower(i) == "neither" || f.hasChild(i, "neither")
}

// eachOther tells whether the token ends "each other" or "one another".
func (f *finder) eachOther(i int) bool {
	return i > 0 && reciprocals[f.d.Lower(i-1)+" "+f.d.Lower(i)]
}

// reciprocal emits "X and Y recognised each other", both ways round unless one says it all.
func (f *finder) reciprocal(r rule, v int, subjects []argument, c clause) {
	for i, s := range subjects {
		for j, o := range subjects {
			if i != j && (!r.symmetric || i < j) {
				f.emit(r.id, v, v, s, o, c, "mutual")
			}
		}
	}
}

// mutual emits "X and Y met".
func (f *finder) mutual(r rule, v int, subjects []argument, c clause) {
	for _, o := range subjects[1:] {
		if subjects[0].typ == "" && o.typ == "" { // "46 countries and organisations met": nobody can be found by that
			continue
		}
		f.emit(r.id, v, v, subjects[0], o, c, "mutual")
	}
}
