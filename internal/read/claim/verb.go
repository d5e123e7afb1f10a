package claim

import (
	"strings"

	"sayso/internal/kg"
)

// verb tries the patterns of a verb, those first that ask for more, and stops at the first that holds.
func (f *finder) verb(v int) {
	if f.used[v] {
		return
	}
	for _, r := range f.patterns.of(f.d.Lemma(v)) {
		if f.tryVerb(r, v) {
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
	if !ok || r.With != "" && !f.complement(v, r.With) || len(r.WithAny) > 0 && f.preposition(v, r.WithAny) < 0 || r.NoClause && d.Child(v, "xcomp", "ccomp") >= 0 {
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
	if r.id == "AGREED_WITH" && len(r.Light) == 0 && d.Child(v, "ccomp") >= 0 { // to be of one mind is to sign nothing
		return false
	}
	if r.id == "WITHDREW_FROM" && !f.passive(v) && f.withdraws(v) {
		return false
	}
	c := f.clauseOf(v)
	if c.negated && f.untilThen(v) {
		return true
	}
	if r.Need == "measure" {
		return f.measured(r, v, f.subjectTokens(v), f.objects(r, v, light, inner), c)
	}
	if c.purpose && (r.id == "SUPPORTED" || r.id == "AIDED" || r.id == "ARMED") {
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
		if taken >= 0 {
			f.used[taken] = true
		}
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
	if id == "RECOGNIZED" {
		by := f.reversedBy(v)
		switch {
		case by >= 0 && reversals[f.d.Lemma(by)] && f.d.Verb(by):
			id, c = "WITHDREW_RECOGNITION", f.clauseOf(by)
		case by >= 0:
			return
		case c.willNever:
			id, c.negated, c.modality = "REFUSED_RECOGNITION", false, kg.Asserted
		case c.refused || f.noIntention(v):
			id, c.negated, c.modality = "REFUSED_RECOGNITION", false, kg.Asserted
		}
	}
	if c.refused && id == r.id {
		c.negated = true
	}
	respectively := len(subjects) == len(objects) && len(objects) > 1 && f.hasChild(v, "respectively")
	for i, s := range subjects {
		for j, o := range objects {
			if respectively && i != j {
				continue
			}
			c := c
			if o.token >= 0 && f.d.Tokens[o.token].Dep == "pobj" && f.neither(o.token) {
				c.negated = !c.negated
			}
			for _, thing := range things {
				if claim := f.emit(id, v, v, s, o, c, "verb"); claim != nil {
					f.figure(r, claim, s, o, thing)
				}
			}
		}
	}
}

// untilThen tells whether a clause says how it was before what the text tells of, which is no denial of it: "had never recognised X before".
func (f *finder) untilThen(v int) bool {
	if !f.hasChild(v, "had") || !f.hasChild(v, "never", "not") {
		return false
	}
	for _, c := range f.d.All(v, "advmod", "prep") {
		switch w := f.d.Lower(c); w {
		case "before", "previously", "hitherto":
			if w != "before" || len(f.d.Children[c]) == 0 {
				return true
			}
		case "until":
			if f.hasChild(c, "then", "now") {
				return true
			}
		}
	}
	return false
}

// noIntention tells whether somebody has no mind to do what a verb says, or rules it out: "has no intention of recognising X", "does not plan to".
func (f *finder) noIntention(v int) bool {
	d := f.d
	up := d.Tokens[v].Head
	if d.Lower(up) == "of" || d.Lower(up) == "out" {
		up = d.Tokens[up].Head
	}
	switch d.Lemma(up) {
	case "intention", "plan", "wish", "desire":
		if d.Noun(up) {
			return f.none(up) || d.Tokens[up].Dep == "dobj" && f.negatedAt(d.Tokens[up].Head)
		}
		return d.Verb(up) && f.negatedAt(up)
	case "intend":
		return f.negatedAt(up)
	case "rule":
		return d.Verb(up) && f.hasChild(up, "out") && !f.negatedAt(up)
	}
	return false
}

// reversedBy finds the word by which the decision that a verb stands under is undone or thought over: "reversed its decision to recognise X", "changed
// its mind about recognising X"; -1 for none.
func (f *finder) reversedBy(v int) int {
	d := f.d
	for at, depth := v, 0; depth < 4; depth++ {
		up := d.Tokens[at].Head
		if up == at || d.Tokens[at].Dep == "conj" || d.Tokens[at].Dep == "ccomp" || d.Tokens[at].Dep == "advcl" || d.Tokens[at].Dep == "nsubj" {
			return -1
		}
		if undoings[d.Lemma(up)] && at != v {
			if d.Noun(at) && yetToCome[d.Lemma(at)] {
				return at
			}
			return up
		}
		if o := d.Child(up, "dobj"); d.Lemma(up) == "change" && o >= 0 && (d.Lemma(o) == "mind" || d.Lemma(o) == "position" || d.Lemma(o) == "stance") {
			return o
		}
		at = up
	}
	return -1
}

// yetToCome are the nouns for what nobody has done so far.
var yetToCome = map[string]bool{"plan": true, "promise": true, "pledge": true, "intention": true, "proposal": true, "bid": true, "threat": true, "idea": true, "effort": true,
	"attempt": true, "demand": true, "call": true, "refusal": true, "motion": true, "request": true, "vow": true, "opposition": true}

// reversals are those verbs that undo a decision for good.
var reversals = map[string]bool{"withdraw": true, "revoke": true, "rescind": true, "cancel": true, "retract": true, "annul": true, "drop": true, "renounce": true,
	"reverse": true, "repeal": true, "nullify": true, "abrogate": true, "repudiate": true, "abandon": true, "scrap": true, "overturn": true, "invalidate": true, "undo": true}

// withdraws tells whether what a verb takes away from somewhere is a mere thing: "withdrew the painting from the sale".
func (f *finder) withdraws(v int) bool {
	o := f.d.Child(v, "dobj")
	if o < 0 || f.cast.At[o] >= 0 || f.person(o) || f.patterns.targets[f.d.Lemma(o)] {
		return false
	}
	class := f.cast.Words.Class(f.d.Lemma(o), f.d.Lower(o))
	return class == "" && f.nounType(o) == "" && !strings.HasPrefix(f.d.Tokens[o].Tag, "PRP") && !armament[f.d.Lemma(o)]
}

// armament are the nouns for what forces bring and take away.
var armament = map[string]bool{"tank": true, "weapon": true, "artillery": true, "missile": true, "equipment": true, "ship": true, "vessel": true, "aircraft": true,
	"plane": true, "jet": true, "bid": true, "candidacy": true, "delegation": true, "presence": true, "contingent": true, "staff": true, "personnel": true}

// neither tells whether a noun phrase begins with "neither", as in "voted for neither candidate".
func (f *finder) neither(i int) bool {
	return f.d.Lower(i) == "neither" || f.hasChild(i, "neither")
}

// eachOther tells whether the token ends "each other" or "one another".
func (f *finder) eachOther(i int) bool {
	w := f.d.Lower(i)
	return i > 0 && (w == "other" && f.d.Lower(i-1) == "each" || w == "another" && f.d.Lower(i-1) == "one")
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
		f.emit(r.id, v, v, subjects[0], o, c, "mutual")
	}
}

// particle finds the word that must belong to the verb.
func (f *finder) particle(r rule, v int) int {
	for _, c := range f.d.Children[v] {
		if has(r.Particle, f.d.Lower(c)) {
			return c
		}
		if f.d.Tokens[c].Dep == "prep" {
			if o := f.d.Child(c, "pobj"); o >= 0 && has(r.Particle, f.d.Lower(o)) {
				return o
			}
		}
	}
	return -1
}

// innerVerb finds the verb that must follow: "refused to recognize", "urged Y not to recognize", "warned against recognizing".
func (f *finder) innerVerb(r rule, v int) (int, bool) {
	d := f.d
	if len(r.Against) > 0 {
		for _, p := range d.All(v, "prep") {
			if d.Lower(p) != "against" {
				continue
			}
			if x := d.Child(p, "pcomp", "pobj"); x >= 0 && has(r.Against, d.Lemma(x)) {
				return x, true
			}
		}
		return -1, false
	}
	if len(r.Infinitive) == 0 {
		return -1, true
	}
	ups := []int{v}
	for _, c := range d.Children[v] {
		if dep := d.Tokens[c].Dep; dep == "dobj" || dep == "prep" {
			ups = append(ups, c)
			if o := d.Child(c, "pobj"); o >= 0 {
				ups = append(ups, o)
			}
		}
	}
	for _, up := range ups {
		for _, x := range d.All(up, "xcomp", "ccomp", "advcl", "acl", "relcl") {
			if x < v || !has(r.Infinitive, d.Lemma(x)) {
				continue
			}
			to := d.Child(x, "aux")
			if up != v && (to < 0 || d.Lower(to) != "to") || to >= 0 && d.Tokens[to].Tag == "MD" || to < 0 && d.Tokens[x].Dep == "ccomp" && d.Tokens[x].Tag != "VB" {
				continue
			}
			if has(r.Infinitive, "*") && (to < 0 || d.Lower(to) != "to") {
				continue
			}
			if has(r.Infinitive, "recognize") && d.Child(x, "ccomp") >= 0 { // to see that something is so is to recognize nobody
				continue
			}
			if f.negatedAt(x) == r.Negated || has(r.Infinitive, "*") {
				return x, true
			}
		}
	}
	return -1, false
}

// complement tells whether a word stands as a complement or behind "for" under the verb.
func (f *finder) complement(v int, word string) bool {
	d := f.d
	for _, c := range d.Children[v] {
		if d.Lower(c) == word && c > v {
			return true
		}
		for _, g := range d.Children[c] {
			if d.Lower(g) == word && c > v && (d.Tokens[c].Dep == "prep" || d.Tokens[c].Dep == "ccomp" || d.Tokens[c].Dep == "dobj") {
				return true
			}
			if d.Lower(g) == "for" {
				if o := d.Child(g, "pobj"); o >= 0 && d.Lower(o) == word {
					return true
				}
			}
		}
	}
	return false
}

func (f *finder) preposition(v int, words []string) int {
	for _, p := range f.d.All(v, "prep", "dative", "agent") {
		if has(words, f.d.Lower(p)) {
			return p
		}
	}
	return -1
}

func (f *finder) inNoun(r rule, v int) int {
	for _, p := range f.d.All(v, "prep") {
		if f.d.Lower(p) == "in" {
			if o := f.d.Child(p, "pobj"); o >= 0 && (has(r.In, f.d.Lemma(o)) || has(r.In, f.d.Lower(o))) {
				return o
			}
		}
	}
	return -1
}

// asFits checks "as …": a rule that asks for it needs one of its words there; "recognized X as its capital" is no recognition of a state.
func (f *finder) asFits(r rule, v int) bool {
	d := f.d
	ups := []int{v}
	if o := f.directObject(v); o >= 0 {
		ups = append(ups, o)
	}
	for _, up := range ups {
		for _, p := range d.All(up, "prep") {
			if d.Lower(p) != "as" || p < v {
				continue
			}
			o := d.Child(p, "pobj", "amod", "acomp", "pcomp")
			if len(r.As) == 0 {
				return r.id != "RECOGNIZED"
			}
			return o >= 0 && (has(r.As, d.Lemma(o)) || has(r.As, d.Lower(o)))
		}
	}
	if len(r.As) == 0 {
		return true
	}
	if x := d.Child(v, "oprd", "xcomp", "ccomp"); x >= 0 {
		return has(r.As, d.Lemma(x))
	}
	return false
}

func (f *finder) withNoun(r rule, v int) bool {
	d := f.d
	for _, up := range append([]int{v}, d.All(v, "dobj")...) {
		for _, p := range d.All(up, "prep") {
			if d.Lower(p) == "with" {
				if o := d.Child(p, "pobj"); o >= 0 && has(r.WithNoun, d.Lemma(o)) {
					return true
				}
			}
		}
	}
	return false
}
