package graph

import (
	"context"
	"encoding/json"
	"sort"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"

	"sayso/internal/ask"
	"sayso/internal/compile"
	"sayso/internal/kg"
)

// planAsk reads the question and plans its answer, together with the GraphQL and the Cypher that give it again.
func (a *answerer) planAsk(ctx context.Context, s compile.Selection) (compile.Plan, error) {
	question, _ := s.Args["question"].(string)
	now := a.now()
	atlas := a.atlas.At(now)
	surest, err := a.asker.Interpret(question, now)
	if err != nil {
		return compile.Plan{}, err
	}
	narrowing, err := narrowingOf(atlas, s.Args)
	if err != nil {
		return compile.Plan{}, err
	}
	readings := append([]ask.Question{surest}, surest.Alternatives...)
	for i, q := range readings {
		readings[i] = a.asker.Narrow(q, narrowing)
	}
	reading, err := readingOf(s.Args, len(readings))
	if err != nil {
		return compile.Plan{}, err
	}
	asked := readings[reading]
	only, err := sensesOf(s.Args, asked)
	if err != nil {
		return compile.Plan{}, err
	}
	first := int64(100)
	if n, ok := s.Args["first"].(int64); ok {
		first = n
	}
	if asked, err = a.withFullNames(ctx, asked); err != nil {
		return compile.Plan{}, err
	}
	if asked, err = a.widened(ctx, asked, only); err != nil {
		return compile.Plan{}, err
	}
	text, calls, parts, err := a.calls(asked, first, only)
	if err != nil {
		return compile.Plan{}, err
	}
	in := compile.Interpretation{Question: question, Kind: string(asked.Kind), Text: asked.Text,
		Predicates: asked.Predicates, Negated: asked.Negated,
		Confidence: float64(int(asked.Confidence*100+0.5)) / 100,
		Names: map[string]string{
			"actor": asked.Actor, "target": asked.Target, "speaker": asked.Speaker, "via": asked.Via,
		},
		Values: map[string]string{"about": asked.About, "asOf": string(asked.AsOf), "knownAt": string(asked.KnownAt),
			"from": string(asked.From),
			"to":   string(asked.To), "moment": string(asked.Moment)},
		Calls: calls, Parts: parts, GraphQL: text,
		Senses: func(in string, sense compile.Sense) compile.Alternative {
			return a.sense(asked, reading, first, in, sense)
		}}
	for i, other := range readings {
		if i != reading {
			otherText, _ := a.askedText(other, first, senses{})
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
