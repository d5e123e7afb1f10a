package graph

import (
	_ "embed" // thing_units.txt
	"slices"
	"strings"

	"sayso/internal/ask"
	"sayso/internal/kg"
)

// Conditions on the kind of statement: what was said, and that with what somebody is told to have thought, intended or
// felt. Neither takes what articles say in their own voice.
const (
	speech          = "kind: {eq: SPEECH}"
	speechAndStance = "kind: {in: [SPEECH, STANCE]}"
)

// spoken is the condition on the kind of statement that answers the question.
func (w *askedWriter) spoken() string {
	if w.q.Stances {
		return speechAndStance
	}
	return speech
}

// and joins conditions. Those of one field, such as two or-lists, each get an object of their own.
func and(conditions ...string) string {
	var out []string
	seen := map[string]bool{}
	clash := false
	for _, c := range conditions {
		if c == "" {
			continue
		}
		for _, name := range fieldsOf(c) {
			clash = clash || seen[name]
			seen[name] = true
		}
		out = append(out, c)
	}
	if clash {
		return "and: [{" + strings.Join(out, "}, {") + "}]"
	}
	return strings.Join(out, ", ")
}

// fieldsOf gives the names of the fields of an input object's inside: those that stand in no brackets and no string.
func fieldsOf(inside string) []string {
	var names []string
	depth, quoted, begin := 0, false, 0
	for i := 0; i < len(inside); i++ {
		switch c := inside[i]; {
		case quoted:
			if c == '\\' {
				i++
			}
			quoted = c != '"'
		case c == '"':
			quoted = true
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		case c == ',' && depth == 0:
			begin = i + 1
		case c == ':' && depth == 0:
			names = append(names, strings.TrimSpace(inside[begin:i]))
		}
	}
	return names
}

// object writes field: {inside}, nothing where nothing is inside.
func object(field, inside string) string {
	if inside == "" {
		return ""
	}
	return field + ": {" + inside + "}"
}

func (w *askedWriter) called(name, id string) string {
	if id != "" {
		return "id: {eq: " + graphString(id) + "}"
	}
	return arg("called", name)
}

// mentioning is the condition that a statement names somebody.
func (w *askedWriter) mentioning(name, id string) string {
	return "mentions: {some: {actor: {" + w.called(name, id) + "}}}"
}

// concerning is the condition that a statement is about the target: it names it or, where it is no name, has its words.
func (w *askedWriter) concerning() string {
	switch {
	case w.q.Target == "":
		return ""
	case w.q.Quoted:
		return having(w.q.Target)
	case w.q.Topic:
		return inWords(w.q.Target)
	}
	return w.mentioning(w.q.Target, w.only.target)
}

// day gives the conditions on a date that the question's times set.
func (w *askedWriter) day() string {
	return args(arg("gte", string(w.q.From)), arg("lte", or(string(w.q.AsOf), string(w.q.To))))
}

// statementLimits are the question's times and sources, as conditions on a statement.
func (w *askedWriter) statementLimits() string {
	return and("status: {eq: CURRENT}", object("date", w.day()), w.spokenBy())
}

// spokenBy are the question's sources and what was known, as conditions on a statement.
func (w *askedWriter) spokenBy() string {
	if w.q.InSource {
		source := "source: {some: {contains: " + graphString(w.q.Speaker) + ", ignoreCase: true}}"
		return and(source, "not: {speaker: {type: {eq: Person}}}", w.known(), w.through())
	}
	called := "called"
	if w.q.Kind == ask.HowMany {
		called = "speaksFor" // the figures of a state are given by its bodies
	}
	return and(object("speaker", arg(called, w.q.Speaker)), w.known(), w.through())
}

// known is the condition that a statement's article was out by then.
func (w *askedWriter) known() string {
	return object("article", object("publishedAt", arg("lte", string(w.q.KnownAt))))
}

// through is the condition that the question's outlet passed a statement on or published it.
func (w *askedWriter) through() string {
	if w.q.Via == "" {
		return ""
	}
	return "or: [{via: {some: {" + arg("called", w.q.Via) + "}}}, {article: {publisher: {" + arg("called", w.q.Via) +
		"}}}]"
}

// saidWhere finds what somebody said, or who said something.
func (w *askedWriter) saidWhere() string {
	q := w.q
	if q.SomeWords || q.InSource {
		return and(w.words(), w.spoken(), w.statementLimits())
	}
	if q.InArticles {
		return and(w.articleAbout(), w.spoken(), w.statementLimits())
	}
	if len(q.Predicates) == 0 {
		return and(w.concerning(), inWords(q.About), w.spoken(), w.statementLimits())
	}
	return and("asserts: {some: {"+and(w.factual(), object("claim", w.claim(q.Negated)))+"}}", w.spoken(),
		w.statementLimits())
}

// articleAbout is the condition that the article of a statement is about what the question is: that it has the words
// or, where the question names somebody, that it names them while the statement has a pronoun for somebody and names
// nobody.
func (w *askedWriter) articleAbout() string {
	q := w.q
	if q.Target == "" || q.Topic {
		return articleWithWords(q.Target + " " + q.About)
	}
	return and("article: {actors: {some: {"+w.called(q.Target, w.only.target)+"}}}", "mentions: {count: {eq: 0}}",
		arg("words", ask.SomeElse()))
}

// claim is the claim that the question speaks of.
func (w *askedWriter) claim(negated bool) string {
	return and(w.predicates(w.q.Predicates), isNegated(negated), object("subject", w.called(w.q.Actor, w.only.actor)),
		w.claimObject())
}

func isNegated(negated bool) string {
	if negated {
		return "negated: {eq: true}"
	}
	return "negated: {eq: false}"
}

// claimObject is the condition on whom or what a claim is about.
func (w *askedWriter) claimObject() string {
	switch {
	case w.q.Target == "":
		return ""
	case w.q.Topic:
		return objectInWords(w.q.Target)
	}
	return object("object", w.called(w.q.Target, w.only.target))
}

func (w *askedWriter) predicates(ids []kg.PredicateID) string {
	if len(ids) == 0 {
		return ""
	}
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = string(id)
	}
	return "predicate: {in: [" + strings.Join(list, ", ") + "]}"
}

// family is the condition that a claim's predicate is of one of the families.
func (w *askedWriter) family(names ...string) string {
	var ids []kg.PredicateID
	for _, p := range w.vocabulary.All() {
		if slices.Contains(names, p.Family) {
			ids = append(ids, p.ID)
		}
	}
	return w.predicates(ids)
}

// assertedBy is the condition that a statement that still stands asserts a claim, within the question's times and
// sources.
func (w *askedWriter) assertedBy(more ...string) string {
	statement := and(append(more, "status: {eq: CURRENT}", w.spokenBy())...)
	return "assertedBy: {some: {" + and(w.factual(), object("statement", statement)) + "}}"
}

// factual is the condition that a statement commits itself to a claim, unless others are asked for too.
func (w *askedWriter) factual() string {
	if w.q.IncludeNonFactual {
		return ""
	}
	return "modality: {eq: ASSERTED}"
}

// claimTimes are the question's times as conditions on a claim: when it happened or else, where that is not known, when
// it was said.
func (w *askedWriter) claimTimes() string {
	day := w.day()
	if day == "" {
		return ""
	}
	return "or: [{occurredOn: {" + day + "}}, {occurredOn: {isNull: true}, statements: {some: {date: {" + day + "}}}}]"
}

// deedWhere finds claims that somebody did it or, with a negation, that somebody did not: it is denied, or something is
// asserted that excludes it.
func (w *askedWriter) deedWhere() string {
	q := w.q
	about := ""
	if q.About != "" {
		about = "or: [{mentions: {some: {actor: {" + arg("called", q.About) + "}}}}, {" + having(q.About) + "}]"
	}
	parties := and(object("subject", w.called(q.Actor, w.only.actor)), w.claimObject())
	if !q.Negated {
		return and(w.predicates(q.Predicates), isNegated(false), parties, w.claimTimes(), w.assertedBy(about))
	}
	not := "{" + and(w.predicates(q.Predicates), isNegated(true)) + "}"
	if opposite := w.opposites(); len(opposite) > 0 {
		not += ", {" + and(w.predicates(opposite), isNegated(false)) + "}"
	}
	return and("or: ["+not+"]", parties, w.claimTimes(), w.assertedBy(about))
}

// opposites are the predicates that exclude those that are asked for: who refused to recognize has not recognized.
func (w *askedWriter) opposites() []kg.PredicateID {
	var out []kg.PredicateID
	for _, p := range w.vocabulary.All() {
		for _, id := range w.q.Predicates {
			if slices.Contains(p.Excludes, id) {
				out = append(out, p.ID)
			}
		}
	}
	return out
}

// deniedWhere finds claims that somebody denies something, and negations that somebody utters.
func (w *askedWriter) deniedWhere() string {
	q := w.q
	deeds := q.Predicates[1:]
	who := ""
	if q.Speaker != "" {
		who = object("subject", arg("called", q.Speaker))
	}
	about := []string{w.concerning(), inWords(q.About)}
	if q.Actor != "" {
		about = append(about, w.mentioning(q.Actor, w.only.actor))
	}
	stands := func(more ...string) string {
		statement := and(append(more, "status: {eq: CURRENT}", w.known(), w.through(), object("date", w.day()))...)
		return "assertedBy: {some: {" + and(w.factual(), object("statement", statement)) + "}}"
	}
	denied := "{" + and(w.predicates(q.Predicates[:1]), isNegated(false), who, w.wordsOf(deeds), stands(about...)) + "}"
	if len(deeds) > 0 && q.Target != "" {
		negated := and(w.predicates(deeds), isNegated(true), object("subject", w.called(q.Actor, w.only.actor)),
			w.claimObject())
		speaker := speechAndStance // "denied any role" is a stance
		if q.Speaker != "" {
			speaker = object("speaker", arg("called", q.Speaker))
		}
		denied += ", {" + and(negated, stands(speaker)) + "}"
	}
	return "or: [" + denied + "]"
}

// anyPeople are units that are told with one another's words.
var anyPeople = []string{
	"people", "troops", "soldiers", "men", "women", "civilians", "casualties", "losses", "servicemen", "fighters",
	"persons", "dead", "deaths", "victims", "forces",
}

//go:embed thing_units.txt
var thingUnitsFile string

// thingUnits lists, quoted, what is counted and is no people.
func thingUnits() string {
	var out []string
	for line := range strings.Lines(thingUnitsFile) {
		if !strings.HasPrefix(line, "#") {
			for _, word := range strings.Fields(line) {
				out = append(out, graphString(word))
			}
		}
	}
	return strings.Join(out, ", ")
}

// figureWhere finds claims with a figure. The target is the claim's object, or named in a statement that makes it.
func (w *askedWriter) figureWhere() string {
	q := w.q
	unit := ""
	words := strings.Fields(strings.ToLower(q.About))
	switch {
	case len(words) == 0:
	case slices.Contains(anyPeople, words[len(words)-1]):
		unit = "not: {unit: {in: [" + thingUnits() + "]}}"
	default:
		unit = "unit: {contains: " + graphString(strings.TrimSuffix(words[len(words)-1], "s")) + "}"
	}
	target := ""
	if q.Target != "" {
		target = "or: [{" + w.claimObject() + "}, {" + w.assertedBy(w.concerning()) + "}]"
	}
	return and(w.predicates(q.Predicates), "quantity: {isNull: false}", isNegated(false),
		object("subject", w.called(q.Actor, w.only.actor)), unit, target,
		w.claimTimes(), w.assertedBy())
}
