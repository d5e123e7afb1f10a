package match

import (
	"strings"

	"sayso/internal/read/trace"

	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/clause"
	"sayso/internal/read/commitment"
	"sayso/internal/read/frame"
	"sayso/internal/read/framing"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// Matcher finds the patterns of the vocabulary in one text.
type Matcher struct {
	Slots
	used map[int]bool // verbs and nouns that a pattern has taken up
}

// New gives the matcher of a text.
func New(
	said *attribution.Result,
	patterns *Patterns,
	phrases *phrase.Names,
	clauses *clause.Reference,
	commitments *commitment.Reader,
	frames *framing.Builder,
	rules *trace.Log,
) *Matcher {
	m := &Matcher{used: map[int]bool{}}
	m.Typing = Typing{d: said.Cast.Doc, cast: said.Cast, patterns: patterns, ph: phrases, cl: clauses, co: commitments,
		frames: frames, rules: rules}
	return m
}

// Readable reports whether a token stands in running text or in a title.
func (ma *Matcher) Readable(i int) bool {
	return ma.d.Readable(i)
}

// Verbs reads all verbs of the text.
func (ma *Matcher) Verbs() {
	for i := range ma.d.Tokens {
		if ma.Readable(i) && ma.d.Verb(i) {
			ma.verb(i)
		}
	}
}

// verb tries the patterns of a verb, those first that ask for more, and stops at the first that holds.
func (ma *Matcher) verb(v int) {
	if ma.used[v] {
		return
	}
	for _, r := range rulesOf(ma.patterns, ma.d.Lemma(v)) {
		ma.rules.Begin()
		if ma.rules.Try(r.Name, v) && ma.tryVerb(r, ma.frames.Of(v)) && !r.Also {
			return
		}
	}
}

// tryVerb takes a pattern's claims from a frame, and reports whether the pattern holds.
func (ma *Matcher) tryVerb(r Rule, fr *frame.Frame) bool {
	v, c := fr.Trigger, fr.Commitment
	light, inner, ok := ma.complements(r, fr)
	if !ok || ma.excluded(r, fr) {
		return false
	}
	if c.Negated && ma.co.UntilThen(v) {
		return true
	}
	if r.Need == "measure" {
		return figures{ma}.measured(r, v, figures{ma}.by(r, fr), ma.objects(r, fr, light, inner), c)
	}
	if c.Purpose && r.Is(vocabulary.Given) {
		c.Modality = kg.Asserted // help that is sent is help given
	}
	subjects, ok := ma.Subjects(r, fr)
	if !ok {
		return false
	}
	if len(subjects) > 1 && ma.eachOther(fr) {
		ma.reciprocal(r, v, subjects, c)
		return true
	}
	objects := ma.objects(r, fr, light, inner)
	if r.Swapped && ma.rewarded(fr, light) {
		return false
	}
	if len(objects) == 0 && ma.severalAct(r, fr, subjects) && ma.rules.Take("match.mutual", v) {
		ma.mutual(r, v, subjects, c)
		return true
	}
	if len(objects) == 0 {
		if r.Need != "none" && !has(r.Object, "none") {
			return false
		}
		objects = []phrase.Node{{Token: -1}}
	}
	ma.takeUp(r, light, inner)
	ma.takeFate(r, v)
	if r.Swapped {
		subjects, objects = objects, subjects
	}
	ma.emitAll(r, v, subjects, objects, ma.things(r, fr, light), c)
	ma.gaps(r, v, c)
	return true
}

// eachOther reports whether what a verb is done to are those who do it.
func (ma *Matcher) eachOther(fr *frame.Frame) bool {
	o := fr.Object()
	return o >= 0 && ma.ph.EachOther(o) && ma.rules.Take("match.each-other", o)
}

// rewarded reports whether a light noun is given for something: recognition for what one has done.
func (ma *Matcher) rewarded(fr *frame.Frame, light int) bool {
	return light >= 0 && len(fr.Behind("for"))+len(ma.ph.Behind(light, "for")) > 0
}

// severalAct reports whether a rule holds of several subjects without an object: "X and Y met".
func (ma *Matcher) severalAct(r Rule, fr *frame.Frame, subjects []phrase.Node) bool {
	if x := ma.d.Child(fr.Trigger, "xcomp"); x >= 0 && ma.ph.HasChild(x, "with") { // "agreed to work with X"
		return false
	}
	return r.Mutual && len(subjects) > 1 && (len(r.Light) > 0 || r.Stative || fr.Object() < 0)
}

// takeUp notes the words that a pattern has taken, so that no other takes them.
func (ma *Matcher) takeUp(r Rule, light, inner int) {
	if inner >= 0 && !has(r.Infinitive, "*") && !r.Also {
		ma.used[inner] = true
	}
	if light >= 0 {
		ma.used[light] = true
	}
}

// takeFate notes the participle by which a verb like "left" says what became of people, which says no more by itself:
// "left 12 people wounded".
func (ma *Matcher) takeFate(r Rule, v int) {
	if len(ma.patterns.Adjectives[r.With]) == 0 {
		return
	}
	for i := v + 1; i < ma.d.Right[v]; i++ {
		if ma.d.Lower(i) == r.With {
			ma.used[i], ma.used[i-1] = true, true
		}
	}
}

// complements finds the words that a pattern asks for beside its object: the light noun and the inner verb, -1 for
// none; false where one is not there.
func (ma *Matcher) complements(r Rule, fr *frame.Frame) (light, inner int, ok bool) {
	v := fr.Trigger
	if len(r.Particle) > 0 && ma.particle(r, v) < 0 || r.Passive && !fr.Passive {
		return -1, -1, false
	}
	if inner, ok = ma.innerVerb(r, v); !ok || r.With != "" && !ma.complement(v, r.With) {
		return -1, -1, false
	}
	if len(r.WithAny) > 0 && ma.preposition(v, r.WithAny) < 0 && !(r.Inside && ma.within(fr.Object(), r.WithAny)) {
		return -1, -1, false
	}
	light = -1
	if len(r.Light) > 0 {
		if light = ma.lightNoun(r, fr); light < 0 {
			return -1, -1, false
		}
	}
	if len(r.In) > 0 {
		if light = ma.inNoun(r, v); light < 0 {
			return -1, -1, false
		}
	}
	ok = ma.asFits(r, fr) && !(r.DobjAny && fr.Object() < 0) && ma.furtherWords(r, v, light)
	return light, inner, ok
}

// furtherWords reports whether the words are there that a pattern asks for beside its light noun and object.
func (ma *Matcher) furtherWords(r Rule, v, light int) bool {
	if len(r.WithNoun) > 0 && !ma.withNoun(r, v) || len(r.Called) > 0 && !(beside{&ma.Slots}).called(r, v) {
		return false
	}
	return len(r.Modified) == 0 || (beside{&ma.Slots}).modified(r, light)
}

func (ma *Matcher) emitAll(r Rule, v int, subjects, objects, things []phrase.Node, c commitment.Commitment) {
	id := r.ID
	undone, refused := ma.patterns.Becomes(id, vocabulary.Undone), ma.patterns.Becomes(id, vocabulary.Refused)
	if undone != "" {
		by := ma.co.ReversedBy(v)
		switch {
		case by >= 0 && reversals[ma.d.Lemma(by)] && ma.d.Verb(by):
			id, c = undone, ma.frames.Of(by).Commitment
		case by >= 0:
			return
		case c.WillNever && ma.co.NoSubject(v):
			return
		case c.WillNever:
			id, c.Negated, c.Modality = refused, false, kg.Asserted
		case c.Refused || ma.co.NoIntention(v):
			id, c.Negated, c.Modality = refused, false, kg.Asserted
		}
	}
	if c.Refused && id == r.ID {
		c.Negated = true
	}
	if r.Is(vocabulary.TopicObject) {
		objects = ma.others(subjects, objects)
	}
	if id == r.ID && undone != "" && c.Negated && ma.co.NoLonger(v) { // it is not only so: it was, and was taken back
		back := c
		back.Negated = false
		ma.emitPairs(r, undone, v, subjects, objects, things, back)
	}
	ma.emitPairs(r, id, v, subjects, objects, things, c)
}

// emitPairs makes the claims of each subject with each object and thing.
func (ma *Matcher) emitPairs(
	r Rule,
	id kg.PredicateID,
	v int,
	subjects, objects, things []phrase.Node,
	c commitment.Commitment,
) {
	respectively := len(subjects) == len(objects) && len(objects) > 1 && ma.ph.HasChildIn(v, inTurn)
	for i, s := range subjects {
		for j, o := range objects {
			if respectively && i != j {
				continue
			}
			c := c
			neither := o.Token >= 0 && ma.d.Tokens[o.Token].Dep == "pobj" && ma.ph.IsNeither(o.Token)
			left := j > 0 && (ma.ph.NotAmong(o.Token) || ma.ph.SetAside(o.Token))
			if neither || left || i > 0 && ma.ph.IsExcepted(s.Token) {
				c.Negated = !c.Negated
				o.Name = strings.TrimPrefix(o.Name, "not ")
			}
			for _, thing := range things {
				if claim := ma.Emit(id, v, v, s, o, c, "verb"); claim != nil {
					claim.OwnDate, claim.DateBehind = true, o.Token
					ma.figure(r, claim, s, o, thing)
				}
			}
		}
	}
}
