package compile

import (
	"fmt"
	"sort"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"sayso/internal/kg"
)

// Atlas is what the schema says about the graph: which label, property and edge every type and field stands for.
type Atlas struct {
	vocabulary   *kg.Vocabulary
	types        map[string]*nodeType
	inputs       map[string]*ast.Definition
	now          time.Time // what relative dates are told from
	dependsOnNow *bool     // set when one was
	sounds       Sounds    // nil: names are not found across scripts
	inside       *writer   // what plans are written into, for subqueries; nil for whole queries
}

// At gives the same atlas at a moment: dates such as "yesterday" are told from it.
func (a *Atlas) At(now time.Time) *Atlas {
	then := *a
	then.now, then.dependsOnNow = now, new(bool)
	return &then
}

// nodeType is an object or interface type.
type nodeType struct {
	name     string
	label    string
	abstract []string // the object types of an interface, nil for an object type
	fields   map[string]*field
	target   *field // on a type that stands for an edge: its end node
}

type fieldKind int

const (
	propertyField fieldKind = iota
	edgeField               // to one node
	listField               // to many nodes, in full
	connectionField
	embeddedField
	passagesField
	targetField
)

// field is how one field is read.
type field struct {
	name     string
	kind     fieldKind
	property string // for properties and passages
	empty    bool   // the graph keeps "" where nothing is known
	edge     string // relationship type
	out      bool
	both     bool                      // either direction
	computed func(w *writer, v string) // writes what no property holds; nil where one does
	missing  any                       // what stands for the property where the node has none
	orderBy  string                    // edge property
	mixed    bool                      // the edges lead to nodes of other labels too
	repeated bool                      // the edges may tie the same two nodes more than once
	typ      *ast.Type
	node     string // the named type of the value, or of the connection's nodes
}

// NewAtlas reads the mapping directives. A directive that does not fit its field is an error of the schema.
func NewAtlas(schema *ast.Schema, vocabulary *kg.Vocabulary) (*Atlas, error) {
	a := &Atlas{vocabulary: vocabulary, types: map[string]*nodeType{}, inputs: map[string]*ast.Definition{}}
	for name, def := range schema.Types {
		switch def.Kind {
		case ast.InputObject:
			a.inputs[name] = def
		case ast.Object, ast.Interface:
			t, err := readType(schema, def)
			if err != nil {
				return nil, err
			}
			a.types[name] = t
		}
	}
	return a, nil
}

func readType(schema *ast.Schema, def *ast.Definition) (*nodeType, error) {
	t := &nodeType{name: def.Name, label: directive(def.Directives, "node", "label"), fields: map[string]*field{}}
	if def.Kind == ast.Interface {
		for _, p := range schema.GetPossibleTypes(def) {
			if p.Kind == ast.Object { // an interface that implements this one is among them too
				t.abstract = append(t.abstract, p.Name)
			}
		}
		sort.Strings(t.abstract)
	}
	for _, fd := range def.Fields {
		f, err := readField(schema, fd)
		if err != nil {
			return nil, fmt.Errorf("schema: %s.%s: %w", def.Name, fd.Name, err)
		}
		t.fields[fd.Name] = f
		if f.kind == targetField {
			t.target = f
		}
	}
	return t, nil
}

// computed writes the fields that are worked out while they are read, by the directive that says so.
var computed = map[string]func(w *writer, v string){"compared": (*writer).agreement, "overruled": overruled}

func readField(schema *ast.Schema, fd *ast.FieldDefinition) (*field, error) {
	f := &field{name: fd.Name, property: fd.Name, typ: fd.Type, node: fd.Type.Name()}
	if p := directive(fd.Directives, "property", "name"); p != "" {
		f.property = p
	}
	f.empty = directive(fd.Directives, "property", "emptyIsNull") == "true"
	if directive(fd.Directives, "property", "missingIsFalse") == "true" {
		f.missing = false
	}
	if directive(fd.Directives, "property", "missingIsEmpty") == "true" {
		f.missing = []string{}
	}
	for name, write := range computed {
		if fd.Directives.ForName(name) != nil {
			f.computed = write
		}
	}
	rel := fd.Directives.ForName("relationship")
	switch {
	case rel != nil:
		f.edge = directive(fd.Directives, "relationship", "type")
		direction := directive(fd.Directives, "relationship", "direction")
		f.out, f.both = direction == "OUT", direction == "BOTH"
		f.orderBy = directive(fd.Directives, "relationship", "orderBy")
		f.mixed = directive(fd.Directives, "relationship", "mixed") == "true"
		f.repeated = directive(fd.Directives, "relationship", "repeated") == "true"
		return f, readEdge(schema, f)
	case fd.Directives.ForName("passages") != nil:
		f.kind, f.property = passagesField, directive(fd.Directives, "passages", "name")
	case fd.Directives.ForName("embedded") != nil:
		f.kind = embeddedField
	case fd.Directives.ForName("target") != nil:
		f.kind = targetField
	}
	return f, nil
}

func readEdge(schema *ast.Schema, f *field) error {
	nodes := schema.Types[f.node].Fields.ForName("nodes")
	switch {
	case f.typ.Elem != nil:
		f.kind = listField
	case nodes != nil:
		f.kind, f.node = connectionField, nodes.Type.Name()
	default:
		f.kind = edgeField
	}
	if f.edge == "" {
		return fmt.Errorf("@relationship names no type")
	}
	return nil
}

func directive(list ast.DirectiveList, name, arg string) string {
	d := list.ForName(name)
	if d == nil || d.Arguments.ForName(arg) == nil {
		return ""
	}
	return d.Arguments.ForName(arg).Value.Raw
}

// fieldOf finds a field of a type, or of one of an interface's object types; nil when none has it.
func (a *Atlas) fieldOf(typeName, name string) *field {
	t := a.types[typeName]
	if f := t.fields[name]; f != nil {
		return f
	}
	for _, object := range t.abstract {
		if f := a.types[object].fields[name]; f != nil {
			return f
		}
	}
	return nil
}

// Label is the label of a type's nodes, "" for a type that stands for none.
func (a *Atlas) Label(typeName string) string {
	if t := a.types[typeName]; t != nil {
		return t.label
	}
	return ""
}
