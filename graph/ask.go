package graph

import (
	"encoding/json"
	"fmt"
	"sort"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"

	"sayso/internal/compile"
	"sayso/internal/kg"
)

// planAsk reads the question and plans its answer, together with the GraphQL and the Cypher that give it again.
func (a *answerer) planAsk(s compile.Selection) (compile.Plan, error) {
	question, _ := s.Args["question"].(string)
	asked, err := a.asker.Interpret(question)
	if err != nil {
		return compile.Plan{}, err
	}
	if first, ok := s.Args["first"].(int64); ok {
		asked.First = int(first)
	}
	text := whoDidText(asked)
	again, err := a.planText(text)
	if err != nil {
		return compile.Plan{}, err
	}
	return a.atlas.CompileAnswer(s, compile.Interpretation{Question: question, Asked: asked, GraphQL: text, Cypher: browserText(again.Query)})
}

// whoDidText writes the question as a GraphQL query.
func whoDidText(q kg.WhoDid) string {
	args := fmt.Sprintf("predicate: %s, target: %s", quoted(string(q.Predicates[0])), quoted(q.Target))
	if q.AsOf != "" {
		args += fmt.Sprintf(", asOf: %s", quoted(string(q.AsOf)))
	}
	return "{ whoDid(" + args + ") {\n" +
		"    target { id name kind }\n" +
		"    rows { actor { __typename id name } status firstOn lastOn origins articles\n" +
		"      evidence { quote { exact start end } speaker { name } via { name } article { title url publishedAt publisher { name } } } }\n" +
		"    leftOut { modality negated count } } }"
}

func quoted(s string) string {
	data, _ := json.Marshal(s) // a string always has a JSON form
	return string(data)
}

// planText compiles the one root field of a query text.
func (a *answerer) planText(text string) (compile.Plan, error) {
	doc, errs := gqlparser.LoadQueryWithRules(a.schema, text, nil)
	if errs != nil {
		return compile.Plan{}, kg.Hidden(errs)
	}
	op := &graphql.OperationContext{Doc: doc, Operation: doc.Operations[0], Variables: map[string]any{}}
	fields := graphql.CollectFields(op, op.Operation.SelectionSet, []string{a.schema.Query.Name})
	return a.atlas.Compile(selector{op, a.schema}.selection(fields[0]))
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

// literal writes a parameter as Neo4j Browser reads it: JSON will do for strings, numbers and lists.
func literal(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return "null"
	}
	return string(data)
}
