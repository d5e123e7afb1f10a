package graph

import (
	"strconv"
	"strings"
	"unicode"

	"sayso/internal/ask"
	"sayso/internal/compile"
	"sayso/internal/kg"
)

// senses are the ids of single actors that are asked instead of all that a name means.
type senses struct{ actor, target string }

// askedWriter writes a question as GraphQL.
type askedWriter struct {
	q          ask.Question
	first      int64
	only       senses
	vocabulary *kg.Vocabulary
	calls      []string
	parts      map[string]compile.AnswerPart
}

// What is selected of what, wherever a question is answered: enough to cite it.
const (
	citedFields = "quote { exact start end } speaker { name } via { name } date article { title url publishedAt " +
		"publisher { name } }"
	citedStatement = "{ " + citedFields + " }"
	deedFields     = "actor { __typename id name } predicate target { id name } targetText status firstOn lastOn " +
		"origins articles evidence " + citedStatement
	leftOutFields = "leftOut { modality negated count } absence { kind coveredUntil statements " + citedStatement + " }"
	claimFields   = "{ totalCount nodes { id text negated subject { id name } subjectText predicate { id } object { id " +
		"name } objectText quantity unit bound role occurredOn firstOn lastOn\n" +
		"      statements(first: 5) { nodes " + citedStatement + " } } }"
	unnamedFields = "{ id text subjectText occurredOn firstOn lastOn statements(first: 5) { nodes " + citedStatement +
		" } }"
	statementFields = "{ totalCount nodes { id " + citedFields + " modality asserts { modality claim { text } } } }"
)

// askedText writes the query that answers a question, and says which of its fields gives which field of the answer.
func (a *answerer) askedText(q ask.Question, first int64, only senses) (string, map[string]compile.AnswerPart) {
	w := &askedWriter{q: q, first: first, only: only, vocabulary: a.vocabulary, parts: map[string]compile.AnswerPart{}}
	w.write()
	return "{ " + strings.Join(w.calls, "\n  ") + " }", w.parts
}

func (w *askedWriter) write() {
	q := w.q
	switch q.Kind {
	case ask.WhoDid, ask.When:
		switch {
		case q.Negated, q.Topic, q.Actor+q.Target == "": // of the last, only words are known: the Minsk agreement
			w.claims("claims", w.deedWhere())
		case q.Actor != "":
			w.whatDid()
		default:
			w.whoDid()
		}
	case ask.WhatDid:
		if q.Actor == "" {
			w.claims("claims", w.deedWhere())
			break
		}
		w.whatDid()
	case ask.WhoBlames:
		switch {
		case q.Actor != "":
			w.whatDid()
		case q.Target != "" && !q.Topic:
			w.whoDid()
		default:
			w.claims("claims", w.deedWhere())
		}
	case ask.WhatSaid, ask.WhoSaid:
		w.statements(w.saidWhere())
	case ask.WhoDenied:
		w.claims("claims", w.deniedWhere())
	case ask.HowMany:
		if ask.Doers(q.About) && q.Actor == "" && q.Target != "" && !q.Topic {
			w.whoDid() // how many countries: as many as there are rows
			break
		}
		w.claims("figures", w.figureWhere())
	default:
		w.writeOther()
	}
}

func (w *askedWriter) writeOther() {
	q := w.q
	switch q.Kind {
	case ask.Position:
		args := args(w.named("actor", q.Actor, w.only.actor), w.named("target", q.Target, w.only.target), w.predicate(),
			arg("from", string(q.From)), arg("to", or(string(q.AsOf), string(q.To))), arg("knownAt", string(q.KnownAt)),
			w.sources(), w.size())
		w.whole("timeline", "timeline", args, "{ actor { id name } target { id name } reversals\n    entries { date "+
			"predicate negated modality reversal claim { text } statements "+citedStatement+" } }")
	case ask.WhoIs:
		if w.only.actor != "" {
			w.whole("actor", "actor", args(arg("id", w.only.actor)),
				"{ __typename id name aliases kind description wikidataId }")
		} else {
			w.whole("actor", "actor", args(arg("name", q.Actor)), "{ __typename id name aliases kind description wikidataId }")
		}
		roles := w.family("role", "structure")
		w.claims("claims", and(object("subject", w.called(q.Actor, w.only.actor)), roles, object("negated", "eq: false"),
			w.assertedBy()))
		w.statements(and(w.mentioning(q.Actor, w.only.actor), speech, w.statementLimits()))
	case ask.Connection:
		between := args(w.named("a", q.Actor, w.only.actor), w.named("b", q.Target, w.only.target), w.limits(), w.size())
		w.rows("between", between, "a { id name } b { id name } rows { "+deedFields+" } "+leftOutFields, "b")
		path := ""
		if limits := w.claimTimes(); limits != "" {
			path = ", where: {" + and(object("negated", "eq: false"), limits) + "}"
		}
		w.whole("path", "path", args(w.named("from", q.Actor, w.only.actor), w.named("to", q.Target, w.only.target))+path,
			"{ paths { length hops { from { name } to { name } forward claim { text } evidence "+citedStatement+" } } }")
		both := "or: [{" + and(object("speaker", w.called(q.Actor, w.only.actor)), w.mentioning(q.Target, w.only.target)) +
			"}, {" +
			and(object("speaker", w.called(q.Target, w.only.target)), w.mentioning(q.Actor, w.only.actor)) + "}]"
		w.statements(and(both, speech, w.statementLimits()))
	case ask.Disputes:
		target := ""
		if q.Target != "" {
			target = w.named("target", q.Target, w.only.target)
		}
		kind := ""
		if q.Dispute != "" {
			kind = "kind: " + q.Dispute
		}
		w.whole("disputes", "disputes", args(target, kind, arg("from", string(q.From)),
			arg("to", or(string(q.AsOf), string(q.To))), w.size()),
			"{ totalCount nodes { kind reason sides { claim { text } statements origins speakers { name } evidence "+
				citedStatement+" } } }")
	}
}

// whole adds a call whose value is a field of the answer.
func (w *askedWriter) whole(field, root, args, selection string) {
	if args != "" {
		args = "(" + args + ")"
	}
	w.parts[field] = compile.AnswerPart{Call: len(w.calls)}
	w.calls = append(w.calls, root+args+" "+selection)
}

// rows adds a call that gives the rows of an answer, and what stands beside them.
func (w *askedWriter) rows(root, args, selection, target string) {
	for field, child := range map[string]string{
		"rows": "rows", "target": target, "senses": "senses", "leftOut": "leftOut", "absence": "absence",
	} {
		w.parts[field] = compile.AnswerPart{Call: len(w.calls), Child: child}
	}
	if root == "between" {
		delete(w.parts, "senses") // it asks about two names
	}
	w.calls = append(w.calls, root+"("+args+") {\n    "+selection+" }")
}

func (w *askedWriter) whoDid() {
	w.rows("whoDid", args(w.predicate(), w.named("target", w.q.Target, w.only.target), w.limits(), w.size()),
		"target { id name kind }\n    rows { "+
			strings.Replace(strings.Replace(deedFields, " targetText", "", 1), " predicate", "", 1)+" }\n    unnamed "+
			unnamedFields+" "+leftOutFields,
		"target")
	w.parts["unnamed"] = compile.AnswerPart{Call: len(w.calls) - 1, Child: "unnamed"}
}

func (w *askedWriter) whatDid() {
	q := w.q
	target := ""
	if q.Target != "" && !q.Topic {
		target = w.named("target", q.Target, w.only.target)
	}
	w.rows("whatDid", args(w.named("actor", q.Actor, w.only.actor), w.predicate(), target, w.limits(), w.size()),
		"actor { id name kind } target { id name kind }\n    rows { "+deedFields+" }\n    "+leftOutFields, "target")
}

func (w *askedWriter) statements(where string) {
	w.whole("statements", "statements", "where: {"+where+"}, "+w.size(), statementFields)
}

func (w *askedWriter) claims(field, where string) {
	w.whole(field, "claims", "where: {"+where+"}, "+w.size(), claimFields)
}

// limits are the times and the sources that whoDid and its kin take.
func (w *askedWriter) limits() string {
	q := w.q
	about := q.About
	if q.Kind == ask.HowMany {
		about = "" // what is counted
	}
	if q.Topic && q.Target != "" {
		about = strings.TrimSpace(q.Target + " " + about)
	}
	return args(arg("asOf", or(string(q.AsOf), string(q.To))), arg("knownAt", string(q.KnownAt)),
		arg("since", string(q.From)), w.sources(), arg("about", about), w.others())
}

// others takes in reports that do not commit themselves, where they are asked for. A timeline has them anyway.
func (w *askedWriter) others() string {
	if w.q.IncludeNonFactual {
		return "includeNonFactual: true"
	}
	return ""
}

func (w *askedWriter) sources() string {
	return args(arg("speaker", w.q.Speaker), arg("via", w.q.Via))
}

func (w *askedWriter) predicate() string {
	if len(w.q.Predicates) == 0 {
		return ""
	}
	ids := make([]string, len(w.q.Predicates))
	for i, id := range w.q.Predicates {
		ids[i] = string(id)
	}
	return arg("predicate", strings.Join(ids, ", "))
}

func (w *askedWriter) size() string { return "first: " + strconv.FormatInt(w.first, 10) }

// named gives the argument for an actor: its name, or the id of the one sense.
func (w *askedWriter) named(field, name, id string) string {
	if id != "" {
		return arg(field+"Id", id)
	}
	return arg(field, name)
}

// args joins those that are not empty.
func args(parts ...string) string {
	out := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, ", ")
}

// arg writes name: "value", nothing where there is no value.
func arg(name, value string) string {
	if value == "" {
		return ""
	}
	return name + ": " + graphString(value)
}

// graphString quotes a string as GraphQL does, which is as JSON does but for signs that no name has.
func graphString(s string) string {
	return jsonText(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s))
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}
