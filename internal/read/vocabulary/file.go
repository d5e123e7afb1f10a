package vocabulary

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"sayso/internal/kg"
)

// record is one predicate as a file has it.
type record struct {
	ID        kg.PredicateID   `yaml:"id"`
	Label     string           `yaml:"label"`
	Means     string           `yaml:"means"`
	Synonyms  []string         `yaml:"synonyms"`
	Inverse   string           `yaml:"inverse"`
	Symmetric bool             `yaml:"symmetric"`
	Family    string           `yaml:"family"`
	PLOVER    string           `yaml:"plover"`
	CAMEO     string           `yaml:"cameo"`
	Excludes  []kg.PredicateID `yaml:"excludes"`
	Implies   []kg.PredicateID `yaml:"implies"`
	Answers   []kg.PredicateID `yaml:"answers"`
	Subject   []string         `yaml:"subject"`
	Object    []string         `yaml:"object"`
	Asking    asking           `yaml:"asking"`
	Patterns  []Pattern        `yaml:"patterns"`
	reading   `yaml:",inline"`

	from source
	node *yaml.Node
}

// source is a vocabulary file by the name that its errors give it.
type source struct{ name string }

// errorf is an error about a line and, unless field is "", one of its fields.
func (s source) errorf(line int, field, format string, args ...any) error {
	at := s.name
	if line > 0 {
		at += fmt.Sprintf(", line %d", line)
	}
	if field != "" {
		at += fmt.Sprintf(", field %q", field)
	}
	return kg.Errorf(kg.Invalid, "%s: %s", at, fmt.Sprintf(format, args...))
}

// records reads a file's predicates and checks each by itself.
func (s source) records(data []byte) ([]record, error) {
	if !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return nil, s.errorf(0, "", "this is no text in UTF-8; save it as one")
	}
	list, err := s.list(data)
	if err != nil {
		return nil, err
	}
	out := make([]record, len(list))
	for i, node := range list {
		if out[i], err = s.record(node); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// list gives the predicates of a file as nodes.
func (s source) list(data []byte) ([]*yaml.Node, error) {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var top yaml.Node
	switch err := dec.Decode(&top); {
	case errors.Is(err, io.EOF):
		return nil, s.errorf(0, "", "the file is empty; give it a list of predicates, each opening with \"- id: NAME\"")
	case err != nil:
		return nil, s.errorf(0, "", "correct the YAML: %s", strings.TrimPrefix(err.Error(), "yaml: "))
	}
	var more yaml.Node
	if err := dec.Decode(&more); !errors.Is(err, io.EOF) {
		return nil, s.errorf(more.Line, "", "the file has a second part from here on, behind \"---\"; write one list")
	}
	node := top.Content[0]
	if node.Kind != yaml.SequenceNode {
		return nil, s.errorf(node.Line, "", "the file is not the YAML list expected; write one predicate after the other, "+
			"each opening with \"- id: NAME\"")
	}
	return node.Content, nil
}

// record reads one predicate.
func (s source) record(node *yaml.Node) (record, error) {
	r := record{from: s, node: node}
	if err := s.fields(node, recordFields, "a predicate"); err != nil {
		return r, err
	}
	if a := valueOf(node, "asking"); a != nil {
		if err := s.fields(a, askingFields, "what is asked"); err != nil {
			return r, err
		}
	}
	if patterns := valueOf(node, "patterns"); patterns != nil && patterns.Kind == yaml.SequenceNode {
		for _, p := range patterns.Content {
			if err := s.fields(p, patternFields, "a pattern"); err != nil {
				return r, err
			}
		}
	}
	if err := node.Decode(&r); err != nil {
		return r, s.errorf(0, "", "correct the YAML: %s", plainly(err))
	}
	return r, r.check()
}

// plainly is what YAML says, without its words for Go's types.
func plainly(err error) string {
	text := strings.Join(strings.Fields(strings.TrimPrefix(err.Error(), "yaml: ")), " ")
	text = strings.TrimPrefix(text, "unmarshal errors: ")
	for from, to := range map[string]string{"into []string": "as a list of words",
		"into []vocabulary.Pattern": "as a list of patterns", "into bool": "as true or false",
		"into string": "as a word", "into kg.PredicateID": "as a name"} {
		text = strings.ReplaceAll(text, from, to)
	}
	return strings.ReplaceAll(text, "cannot unmarshal", "cannot take")
}

// fields checks that a node is a mapping whose fields are known and stand there once.
func (s source) fields(node *yaml.Node, known []string, what string) error {
	if node.Kind != yaml.MappingNode {
		return s.errorf(node.Line, "", "%s is a list of fields such as \"id: NAME\"; this is something else", what)
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key := node.Content[i]
		if !slices.Contains(known, key.Value) {
			return s.errorf(key.Line, key.Value, "%s has no such field; it has %s", what, strings.Join(known, ", "))
		}
		if seen[key.Value] {
			return s.errorf(key.Line, key.Value, "the field stands there twice; keep one")
		}
		seen[key.Value] = true
	}
	return nil
}

func valueOf(node *yaml.Node, field string) *yaml.Node {
	for i := 0; i+1 < len(node.Content); i += 2 {
		if node.Content[i].Value == field {
			return node.Content[i+1]
		}
	}
	return nil
}

// line is where a field of the record stands; the record itself where it has none.
func (r record) line(field string) int {
	if v := valueOf(r.node, field); v != nil {
		return v.Line
	}
	return r.node.Line
}

var (
	idForm = regexp.MustCompile(`^[A-Z][A-Z0-9_]*$`)
	types  = []string{string(kg.Person), string(kg.Organization), string(kg.Place), "text"}
)

// check looks at what can be told from the record alone.
func (r record) check() error {
	if !idForm.MatchString(string(r.ID)) || len(r.ID) > 60 {
		return r.from.errorf(r.line("id"), "id",
			"%q is no predicate's name; write upper-case letters, digits and underscores, such as MET_WITH", r.ID)
	}
	for _, w := range r.Synonyms {
		if strings.TrimSpace(w) == "" {
			return r.from.errorf(r.line("synonyms"), "synonyms", "%s has an empty synonym; take it out", r.ID)
		}
	}
	for _, ends := range []struct {
		field string
		types []string
	}{{"subject", r.Subject}, {"object", r.Object}} {
		for _, t := range ends.types {
			if !slices.Contains(types, t) {
				return r.from.errorf(r.line(ends.field), ends.field, "%s allows the type %q; use %s", r.ID, t,
					strings.Join(types, ", "))
			}
		}
	}
	if err := r.checkAsking(); err != nil {
		return err
	}
	if err := r.checkReading(); err != nil {
		return err
	}
	for i := range r.Patterns {
		if err := r.checkPattern(i); err != nil {
			return err
		}
	}
	return nil
}
