package graph

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// edgePrice is what a condition on what lies behind an edge counts, and one on words. Neo4j plans each of the former as
// a pattern of its own: fifty take it seconds; the latter reads whole texts.
const edgePrice = 10

// prices tells what filters cost Neo4j's planner.
type prices struct{ inputs map[string]*ast.Definition }

// isFilter reports whether an argument is a filter.
func isFilter(a *ast.ArgumentDefinition) bool { return strings.HasSuffix(a.Type.Name(), "Where") }

// filter counts the conditions of a filter of the given type, and the entries of its longest list of alternatives or
// parts.
func (p prices) filter(typeName string, value any) (count, longest int) {
	object, _ := value.(map[string]any)
	def := p.inputs[typeName]
	if def == nil {
		return 0, 0
	}
	for name, inner := range object {
		in := def.Fields.ForName(name)
		if in == nil || inner == nil {
			continue
		}
		c, l := p.condition(in, inner)
		count += c
		longest = max(longest, l)
	}
	return count, longest
}

// condition counts one entry of a filter: a list of filters, a filter on what lies behind an edge, or the comparisons
// of a property.
func (p prices) condition(in *ast.FieldDefinition, value any) (count, longest int) {
	kind := in.Type.Name()
	if parts, list := value.([]any); list {
		for _, part := range parts {
			c, l := p.filter(kind, part)
			count += max(1, c)
			longest = max(longest, l)
		}
		return count, max(longest, len(parts))
	}
	object, _ := value.(map[string]any)
	switch def := p.inputs[kind]; {
	case in.Directives.ForName("words") != nil:
		return edgePrice, 0
	case in.Name == "not" || in.Name == "and" || in.Name == "or":
		return p.filter(kind, value)
	case strings.HasSuffix(kind, "Where"):
		count, longest = p.filter(kind, value)
		return count + edgePrice, longest
	case def != nil && behindEdge(def):
		count, longest = p.filter(kind, value)
		return count + edgePrice*len(object), longest
	}
	return max(1, len(object)), 0
}

// behindEdge reports whether a filter is about the many things behind an edge.
func behindEdge(def *ast.Definition) bool {
	some := def.Fields.ForName("some")
	return some != nil && strings.HasSuffix(some.Type.Name(), "Where")
}
