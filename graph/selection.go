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
	for _, object := range s.schema.GetPossibleTypes(def) {
		if object.Kind != ast.Object { // an interface that implements this one is among them too
			continue
		}
		out.Fields[object.Name] = s.children(f, object)
	}
	return out
}

// children collects the fields that apply to values of an object type: its own and those of fragments on it and its interfaces.
func (s selector) children(f graphql.CollectedField, object *ast.Definition) []compile.Selection {
	satisfies := append([]string{object.Name}, object.Interfaces...)
	var out []compile.Selection
	for _, c := range graphql.CollectFields(s.op, f.Selections, satisfies) {
		out = append(out, s.selection(c))
	}
	return out
}
