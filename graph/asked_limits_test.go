package graph

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"

	"sayso/graph/gen"
	"sayso/internal/ask"
	"sayso/internal/read/vocabulary"
)

// TestAskedQueriesAreWithinTheLimits: what ask prints as GraphQL can be sent back, for every question of the collections.
func TestAskedQueriesAreWithinTheLimits(t *testing.T) {
	entries, err := vocabulary.Files{}.Entries()
	if err != nil {
		t.Fatal(err)
	}
	words, err := vocabulary.Index(entries)
	if err != nil {
		t.Fatal(err)
	}
	schema := gen.NewExecutableSchema(gen.Config{}).Schema()
	a := &answerer{schema: schema, vocabulary: words}
	limits := newLimiter(Limits{}.withDefaults(), schema)
	asker := ask.New(words)
	tried, most := 0, 0
	for _, question := range collected(t) {
		q, err := asker.Interpret(question, time.Date(2023, 3, 15, 0, 0, 0, 0, time.UTC))
		if err != nil {
			continue // some are to be refused
		}
		text, _ := a.askedText(q, 100, senses{})
		doc, errs := gqlparser.LoadQueryWithRules(schema, text, nil)
		if errs != nil {
			t.Errorf("%s: %v", question, errs)
			continue
		}
		op := &graphql.OperationContext{Doc: doc, Operation: doc.Operations[0]}
		if refused := limits.MutateOperationContext(t.Context(), op); refused != nil {
			t.Errorf("%s: %v", question, refused)
		}
		m := measure{about: limits.about, prices: prices{limits.inputs}, fragments: map[paged]weight{}}
		most = max(most, m.mostConditions(op.Operation.SelectionSet))
		tried++
	}
	t.Logf("%d questions; the costliest conditions of a field count %d", tried, most)
	if tried < 500 {
		t.Errorf("only %d questions were tried", tried)
	}
}

// collected gives the questions of all collections.
func collected(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../internal/ask/testdata/*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			fields := strings.Split(line, "\t")
			if len(fields) > 1 && !strings.HasPrefix(line, "#") {
				out = append(out, fields[1])
			}
		}
	}
	return out
}
