package graph_test

import (
	"sort"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"sayso/graph/gen"
)

// TestSchemaIsDescribed: every type, field, argument, input field and enum value of the schema says what it is.
// Only the arguments that all lists share are told where lists are.
func TestSchemaIsDescribed(t *testing.T) {
	schema := gen.NewExecutableSchema(gen.Config{}).Schema()
	var missing []string
	note := func(description string, path ...string) {
		if strings.TrimSpace(description) == "" {
			missing = append(missing, strings.Join(path, "."))
		}
	}
	for name, def := range schema.Types {
		if def.BuiltIn || strings.HasPrefix(name, "__") {
			continue
		}
		if def != schema.Query && def != schema.Mutation && def != schema.Subscription {
			note(def.Description, name)
		}
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			note(f.Description, name, f.Name)
			for _, arg := range f.Arguments {
				if !paging[arg.Name] {
					note(arg.Description, name, f.Name, arg.Name)
				}
			}
		}
		if def.Kind == ast.Enum {
			for _, v := range def.EnumValues {
				note(v.Description, name, v.Name)
			}
		}
	}
	sort.Strings(missing)
	for _, m := range missing {
		t.Errorf("%s has no description in schema.graphqls", m)
	}
}

// paging are the arguments that mean the same for every list.
var paging = map[string]bool{"where": true, "orderBy": true, "first": true, "after": true, "last": true, "before": true, "includeLapsed": true, "includeStances": true}
