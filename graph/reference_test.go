package graph_test

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"sayso/graph/gen"
)

const referenceFile = "../docs/reference.md"

// example is a query of testdata, which TestGolden runs against a real graph.
type example struct{ name, query string }

// TestReference writes the schema as a page, each field with its description and the shortest example that selects it. A field without a
// description or an example fails. -update writes the page anew.
func TestReference(t *testing.T) {
	schema := gen.NewExecutableSchema(gen.Config{}).Schema()
	examples := examplesByField(t, schema)
	var names []string
	for name, def := range schema.Types {
		if !def.BuiltIn && (def.Kind == ast.Object || def.Kind == ast.Interface) && !strings.HasPrefix(name, "__") {
			names = append(names, name)
		}
	}
	sort.Slice(names, func(i, j int) bool { return rank(names[i]) < rank(names[j]) })
	var page strings.Builder
	page.WriteString("# Reference\n\nEvery type and field of the API, with an example that is run by the tests (`internal/compile/testdata`, `graph/examples`). Written by `go test ./graph -run Reference -update`.\n")
	for _, name := range names {
		def := schema.Types[name]
		fmt.Fprintf(&page, "\n## %s\n\n%s\n\n| field | | example |\n|---|---|---|\n", name, oneLine(def.Description))
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			e, ok := examples[name+"."+f.Name]
			if !ok {
				t.Errorf("%s.%s has no example: add a query to graph/testdata or graph/examples", name, f.Name)
			}
			description := oneLine(f.Description)
			if description == "" {
				description = inherited(schema, def, f.Name)
			}
			if description == "" {
				t.Errorf("%s.%s has no description", name, f.Name)
			}
			fmt.Fprintf(&page, "| `%s: %s` | %s | %s |\n", f.Name, f.Type, strings.ReplaceAll(description, "|", "\\|"), e.name)
		}
	}
	writeExamples(t, &page, examples)
	if *update {
		if err := os.WriteFile(referenceFile, []byte(page.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(referenceFile)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(have), page.String()); diff != "" {
		t.Errorf("docs/reference.md is not what the schema says; run with -update: %s", diff)
	}
}

// rank puts the three roots first.
func rank(name string) string {
	switch name {
	case "Query", "Mutation", "Subscription":
		return "0" + name
	}
	return "1" + name
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// inherited finds the description of a field of an interface.
func inherited(schema *ast.Schema, def *ast.Definition, field string) string {
	for _, name := range def.Interfaces {
		if f := schema.Types[name].Fields.ForName(field); f != nil && f.Description != "" {
			return oneLine(f.Description)
		}
	}
	return ""
}

// examplesByField finds, for each field, the shortest query that selects it.
func examplesByField(t *testing.T, schema *ast.Schema) map[string]example {
	t.Helper()
	out := map[string]example{}
	for _, e := range allExamples(t) {
		doc, errs := gqlparser.LoadQueryWithRules(schema, e.query, nil)
		if errs != nil {
			continue // cases of what is refused
		}
		var walk func(set ast.SelectionSet)
		walk = func(set ast.SelectionSet) {
			for _, s := range set {
				switch s := s.(type) {
				case *ast.Field:
					noteField(out, schema, s, e)
					walk(s.SelectionSet)
				case *ast.InlineFragment:
					walk(s.SelectionSet)
				case *ast.FragmentSpread:
					walk(s.Definition.SelectionSet)
				}
			}
		}
		for _, op := range doc.Operations {
			walk(op.SelectionSet)
		}
	}
	return out
}

func noteField(out map[string]example, schema *ast.Schema, f *ast.Field, e example) {
	owners := []string{f.ObjectDefinition.Name}
	for _, p := range schema.GetPossibleTypes(f.ObjectDefinition) {
		owners = append(owners, p.Name)
	}
	owners = append(owners, f.ObjectDefinition.Interfaces...)
	for _, owner := range owners {
		key := owner + "." + f.Name
		if have, ok := out[key]; !ok || len(e.query) < len(have.query) {
			out[key] = e
		}
	}
}

// allExamples reads the queries of testdata and, for what changes the graph, of examples.
func allExamples(t *testing.T) []example {
	t.Helper()
	var out []example
	for _, pattern := range []string{filepath.Join(goldenCases, "*.txtar"), "examples/*.graphql"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			name := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(file), ".txtar"), ".graphql")
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasSuffix(file, ".graphql") {
				out = append(out, example{name, string(data)})
				continue
			}
			for _, f := range txtar.Parse(data).Files {
				if f.Name == "query" {
					out = append(out, example{name, string(f.Data)})
				}
			}
		}
	}
	return out
}

func writeExamples(t *testing.T, page *strings.Builder, examples map[string]example) {
	t.Helper()
	used := map[string]string{}
	for _, e := range examples {
		if have, ok := used[e.name]; ok && have != e.query {
			t.Errorf("two examples are called %q: rename one", e.name)
		}
		used[e.name] = e.query
	}
	var names []string
	for name := range used {
		names = append(names, name)
	}
	sort.Strings(names)
	page.WriteString("\n# Examples\n")
	for _, name := range names {
		fmt.Fprintf(page, "\n## %s\n\n```graphql\n%s\n```\n", name, strings.TrimSpace(used[name]))
	}
}
