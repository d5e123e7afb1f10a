package graph

import (
	"context"
	"encoding/json"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"

	"sayso/internal/ask"
	"sayso/internal/compile"
	"sayso/internal/kg"
)

// planAsk reads the question and plans its answer, together with the GraphQL and the Cypher that give it again.
func (a *answerer) planAsk(ctx context.Context, s compile.Selection) (compile.Plan, error) {
	now := a.now()
	atlas := a.atlas.At(now)
	r, err := a.read(ctx, atlas, s, now)
	if err != nil {
		return compile.Plan{}, err
	}
	text, calls, parts, err := a.calls(r.asked, r.first, r.only)
	if err != nil {
		return compile.Plan{}, err
	}
	in := r.interpretation()
	in.Calls, in.Parts, in.GraphQL = calls, parts, text
	in.Senses = func(in string, sense compile.Sense) compile.Alternative {
		return a.sense(r.asked, r.reading, r.first, in, sense)
	}
	for i, other := range r.readings {
		if i != r.reading {
			otherText, _ := a.askedText(other, r.first, senses{})
			in.Alternatives = append(in.Alternatives, compile.Alternative{Text: other.Text, GraphQL: otherText, Reading: i})
		}
	}
	if in.Cypher, err = browser(atlas, calls); err != nil {
		return compile.Plan{}, err
	}
	plan, err := atlas.CompileAnswer(s, in)
	plan.DependsOnNow = true // a question may speak of "yesterday"
	return plan, err
}

// readQuestion is a question in English as it was read.
type readQuestion struct {
	question string
	readings []ask.Question // the surest first
	reading  int            // which of them is asked
	asked    ask.Question   // that reading, fitted to the graph
	only     senses
	first    int64 // how many rows are wanted
}

// read reads the question of a request, with what the request sets beside its words. It asks the graph whether a name
// of one word is a surname and, of what somebody said about a matter, whether anything has its words.
func (a *answerer) read(ctx context.Context, atlas *compile.Atlas, s compile.Selection,
	now time.Time) (readQuestion, error) {
	r := readQuestion{first: 100}
	r.question, _ = s.Args["question"].(string)
	surest, err := a.asker.Interpret(r.question, now)
	if err != nil {
		return r, err
	}
	narrowing, err := narrowingOf(atlas, s.Args)
	if err != nil {
		return r, err
	}
	for _, q := range append([]ask.Question{surest}, surest.Alternatives...) {
		r.readings = append(r.readings, a.asker.Narrow(q, narrowing))
	}
	if r.reading, err = readingOf(s.Args, len(r.readings)); err != nil {
		return r, err
	}
	r.asked = r.readings[r.reading]
	if r.only, err = sensesOf(s.Args, r.asked); err != nil {
		return r, err
	}
	if n, ok := s.Args["first"].(int64); ok {
		r.first = n
	}
	if r.asked, err = a.withFullNames(ctx, r.asked); err != nil {
		return r, err
	}
	r.asked, err = a.widened(ctx, r.asked, r.only)
	return r, err
}

// interpretation says how the question was understood.
func (r readQuestion) interpretation() compile.Interpretation {
	q := r.asked
	return compile.Interpretation{Question: r.question, Kind: string(q.Kind), Text: q.Text, Search: q.Search,
		Predicates: q.Predicates, Negated: q.Negated,
		Confidence: float64(int(q.Confidence*100+0.5)) / 100,
		Names:      map[string]string{"actor": q.Actor, "target": q.Target, "speaker": q.Speaker, "via": q.Via},
		Values: map[string]string{"about": q.About, "asOf": string(q.AsOf), "knownAt": string(q.KnownAt),
			"from": string(q.From), "to": string(q.To), "moment": string(q.Moment)},
	}
}

// calls gives the root fields that answer a question: as the text of a query, and as that text is read.
func (a *answerer) calls(q ask.Question, first int64,
	only senses) (string, []compile.Selection, map[string]compile.AnswerPart, error) {
	text, parts := a.askedText(q, first, only)
	calls, err := a.selections(text)
	return text, calls, parts, err
}

// selections reads the root fields of a query of our own.
func (a *answerer) selections(text string) ([]compile.Selection, error) {
	doc, errs := gqlparser.LoadQueryWithRules(a.schema, text, nil)
	if errs != nil {
		return nil, kg.Hidden(errs)
	}
	op := &graphql.OperationContext{Doc: doc, Operation: doc.Operations[0], Variables: map[string]any{}}
	var calls []compile.Selection
	for _, f := range graphql.CollectFields(op, op.Operation.SelectionSet, []string{a.schema.Query.Name}) {
		calls = append(calls, selector{op, a.schema}.selection(f))
	}
	return calls, nil
}

// sense is the question asked of one of the actors that a name in it may mean.
func (a *answerer) sense(q ask.Question, reading int, first int64, in string, s compile.Sense) compile.Alternative {
	which := s.Name
	for _, more := range []string{s.Kind, s.Description} {
		if more != "" {
			which += " (" + more + ")"
			break
		}
	}
	only := senses{}
	name := q.Target
	if in == "actor" {
		only.actor, name = s.ID, q.Actor
	} else {
		only.target = s.ID
	}
	text, _ := a.askedText(q, first, only)
	return compile.Alternative{Text: strings.TrimSuffix(q.Text, ".") + ", where “" + name + "” means " + which + ".",
		GraphQL: text, Reading: reading,
		ActorID: only.actor, TargetID: only.target}
}

// browser writes the calls as one query for Neo4j Browser.
func browser(atlas *compile.Atlas, calls []compile.Selection) (string, error) {
	if len(calls) == 1 {
		plan, err := atlas.Compile(calls[0])
		return browserText(plan.Query), err
	}
	all := compile.Selection{Name: "ask", Type: "Answer", Fields: map[string][]compile.Selection{}}
	parts := map[string]compile.AnswerPart{}
	for i, call := range calls {
		call.Alias = call.Name
		all.Fields["Answer"] = append(all.Fields["Answer"], call)
		parts[call.Name] = compile.AnswerPart{Call: i}
	}
	plan, err := atlas.CompileAnswer(all, compile.Interpretation{Calls: calls, Parts: parts})
	return browserText(plan.Query), err
}

// browserText writes a query for Neo4j Browser, the parameters as a :params line before it.
func browserText(q compile.Query) string {
	names := make([]string, 0, len(q.Params))
	for name := range q.Params {
		names = append(names, name)
	}
	sort.Strings(names)
	pairs := make([]string, len(names))
	for i, name := range names {
		pairs[i] = name + ": " + literal(q.Params[name])
	}
	return ":params {" + strings.Join(pairs, ", ") + "}\n" + q.Text
}

// literal writes a parameter as Cypher does: JSON, but for the keys of maps.
func literal(v any) string {
	switch v := v.(type) {
	case map[string]any:
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for i, k := range keys {
			keys[i] = "`" + strings.ReplaceAll(k, "`", "``") + "`: " + literal(v[k])
		}
		return "{" + strings.Join(keys, ", ") + "}"
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = literal(item)
		}
		return "[" + strings.Join(items, ",") + "]"
	case int64:
		return strconv.FormatInt(v, 10)
	}
	return jsonText(v)
}

// jsonText writes a value as JSON, "null" for what has none.
func jsonText(v any) string {
	var out strings.Builder
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if e.Encode(v) != nil {
		return "null"
	}
	return strings.TrimSuffix(out.String(), "\n")
}
