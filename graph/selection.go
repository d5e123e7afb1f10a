package graph

import (
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"sayso/internal/compile"
)

// selector turns collected fields into selections.
type selector struct {
	op     *graphql.OperationContext
	schema *ast.Schema
}

// selection reads one field with all that is below it.
func (s selector) selection(f graphql.CollectedField) compile.Selection {
	out := compile.Selection{Name: f.Name, Alias: f.Alias, Args: f.ArgumentMap(s.op.Variables)}
	if f.Definition == nil {
		return out
	}
	def := s.schema.Types[f.Definition.Type.Name()]
	if def == nil || !def.IsCompositeType() {
		return out
	}
	out.Type = def.Name
	out.Fields = map[string][]compile.Selection{}
	alike := plain(f.Selections)
	var shared []compile.Selection
	for _, object := range s.schema.GetPossibleTypes(def) {
		if object.Kind != ast.Object { // an interface that implements this one is among them too
			continue
		}
		if shared == nil || !alike {
			shared = s.children(f, object)
		}
		out.Fields[object.Name] = shared
	}
	return out
}

// plain says that a selection has no fragments, so that it asks all types for the same.
func plain(set ast.SelectionSet) bool {
	for _, s := range set {
		if _, field := s.(*ast.Field); !field {
			return false
		}
	}
	return true
}

// children collects the fields that apply to values of an object type: its own and those of fragments on it and its
// interfaces.
func (s selector) children(f graphql.CollectedField, object *ast.Definition) []compile.Selection {
	satisfies := append([]string{object.Name}, object.Interfaces...)
	var out []compile.Selection
	for _, c := range graphql.CollectFields(s.op, f.Selections, satisfies) {
		out = append(out, s.selection(c))
	}
	return out
}
