package graph

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// mostNames is how many names an error lists.
const mostNames = 25

// unknownName is an error of the validator about a name that nothing is spelled like: the patterns' groups are the
// name, its type and, for an argument, its field.
var (
	unknownField    = regexp.MustCompile(`^Cannot query field "(\w+)" on type "(\w+)"\.$`)
	unknownArgument = regexp.MustCompile(`^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"\.$`)
	unknownInput    = regexp.MustCompile(`^Field "(\w+)" is not defined by type "(\w+)"\.$`)
)

// hinted ends an error about an unknown name with the names that there are, where the validator knows of none that is
// spelled alike.
func hinted(schema *ast.Schema, message string) string {
	var names []string
	if m := unknownArgument.FindStringSubmatch(message); m != nil {
		names = argumentNames(schema.Types[m[2]], m[3])
	} else if m := unknownField.FindStringSubmatch(message); m != nil {
		names = fieldNames(schema.Types[m[2]])
	} else if m := unknownInput.FindStringSubmatch(message); m != nil {
		names = fieldNames(schema.Types[m[2]])
	}
	more := ""
	if len(names) > mostNames {
		more = fmt.Sprintf(" and %d more", len(names)-mostNames)
		names = names[:mostNames]
	}
	if len(names) == 0 {
		return message
	}
	return message + " It has " + strings.Join(names, ", ") + more + "."
}

// nameType has the error about a field of a variable that its type lacks name that type, as the same error about a
// literal does.
func nameType(schema *ast.Schema, op *graphql.OperationContext, e *gqlerror.Error) {
	if e.Message != "unknown field" || len(e.Path) < 3 || op == nil || op.Operation == nil {
		return
	}
	name, _ := e.Path[1].(ast.PathName)
	variable := op.Operation.VariableDefinitions.ForName(string(name))
	if variable == nil {
		return
	}
	def := schema.Types[variable.Type.Name()]
	for _, step := range e.Path[2 : len(e.Path)-1] {
		if field, named := step.(ast.PathName); named && def != nil {
			def = inputType(schema, def, string(field))
		}
	}
	if unknown, named := e.Path[len(e.Path)-1].(ast.PathName); named && def != nil {
		e.Message = fmt.Sprintf("Field %q is not defined by type %q.", clipped(string(unknown)), def.Name)
	}
}

// inputType is the type of a field of an input object; nil for one that it lacks.
func inputType(schema *ast.Schema, def *ast.Definition, field string) *ast.Definition {
	f := def.Fields.ForName(field)
	if f == nil {
		return nil
	}
	return schema.Types[f.Type.Name()]
}

func fieldNames(def *ast.Definition) []string {
	if def == nil {
		return nil
	}
	var out []string
	for _, f := range def.Fields {
		if !strings.HasPrefix(f.Name, "__") {
			out = append(out, f.Name)
		}
	}
	return out
}

func argumentNames(def *ast.Definition, field string) []string {
	if def == nil || def.Fields.ForName(field) == nil {
		return nil
	}
	var out []string
	for _, a := range def.Fields.ForName(field).Arguments {
		out = append(out, a.Name)
	}
	return out
}
