package compile

import "reflect"

// Selection is one field of a request with everything that was decided before: fragments are spread, @skip and @include
// applied, variables and defaults filled in.
type Selection struct {
	Name  string // the field
	Alias string // the response key
	Args  map[string]any
	Type  string // the named type of its value; "" for scalars and enums
	// Fields are the selected children for each object type that the value can have. Several types share one list when the
	// request asks all of them for the same.
	Fields map[string][]Selection
}

// of gives the children for an object type.
func (s Selection) of(typeName string) []Selection { return s.Fields[typeName] }

// uniform gives the children when they are the same for all the types; ok is false when they differ.
func (s Selection) uniform(types []string) (fields []Selection, ok bool) {
	fields = s.Fields[types[0]]
	for _, t := range types[1:] {
		if other := s.Fields[t]; !oneList(fields, other) && !reflect.DeepEqual(fields, other) {
			return nil, false
		}
	}
	return fields, true
}

// oneList says that two lists are the same memory, which is the rule and spares the comparison.
func oneList(a, b []Selection) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// children finds the selections of a field, under all its aliases.
func (s Selection) children(typeName, name string) []Selection {
	var out []Selection
	for _, f := range s.Fields[typeName] {
		if f.Name == name {
			out = append(out, f)
		}
	}
	return out
}
