package compile

import (
	"encoding/json"
	"errors"
	"slices"
)

// output is an answer while it is written.
type output struct {
	json  []byte
	nulls []Null
}

// Null is a place where the schema promises a value and the graph has none. The nearest parent that may be null is null
// instead.
type Null struct {
	// Path leads from the root field's value to the place: response keys as string, places in lists as int.
	Path []any
}

// mostNulls is how many places one answer names; a broken node that thousands of rows share need not be told thousands
// of times.
const mostNulls = 20

// syntax appends JSON of our own.
func (o *output) syntax(text string) { o.json = append(o.json, text...) }

// null appends null, or notes the place where a value is required.
func (o *output) null(required bool) error {
	if !required {
		o.syntax("null")
		return nil
	}
	if len(o.nulls) < mostNulls {
		o.nulls = append(o.nulls, Null{})
	}
	return errNull
}

func (o *output) scalar(v any) (err error) {
	o.json, err = appendScalar(o.json, v)
	return err
}

// child writes a part of a value; the places noted inside it get its key (as JSON, with the colon), or its index where
// key is nil, before their path.
func (o *output) child(shape Shape, v any, key []byte, index int) error {
	before := len(o.nulls)
	err := shape.write(o, v)
	for i := before; i < len(o.nulls); i++ {
		var step any = index
		if key != nil {
			step = keyName(key)
		}
		o.nulls[i].Path = append(o.nulls[i].Path, step) // from the inside out; WriteJSON turns it round
	}
	return err
}

// keyName reads back the response key of an entry.
func keyName(key []byte) string {
	var name string
	_ = json.Unmarshal(key[:len(key)-1], &name) // we wrote it
	return name
}

// usualAnswer is how many bytes most answers have room in.
const usualAnswer = 4 << 10

// WriteJSON appends the field's value, written from the row's one value. A null where the schema promises a value makes
// the nearest nullable parent null, the field itself at the last, and is told in nulls (at most 20 of them).
func (p Plan) WriteJSON(dst []byte, value any) (out []byte, nulls []Null, err error) {
	start := len(dst)
	o := &output{json: slices.Grow(dst, usualAnswer)}
	if err := p.Shape.write(o, value); errors.Is(err, errNull) {
		o.json = append(o.json[:start], "null"...)
	} else if err != nil {
		return dst, nil, err
	}
	for _, n := range o.nulls {
		slices.Reverse(n.Path)
	}
	return o.json, o.nulls, nil
}

// writeList writes a list whose items are known already.
func writeList[T any](out *output, items []T, write func(T)) {
	out.syntax("[")
	for i, item := range items {
		if i > 0 {
			out.syntax(",")
		}
		write(item)
	}
	out.syntax("]")
}

// writeFields writes an object whose fields are known already: strings, numbers and booleans, and for a field that is
// no scalar a function that writes what the request selects of it.
func writeFields(out *output, fields []Selection, typeName string, values map[string]any) {
	out.syntax("{")
	for i, f := range fields {
		if i > 0 {
			out.syntax(",")
		}
		out.json = append(appendString(out.json, f.Alias), ':')
		switch value := values[f.Name].(type) {
		case func(Selection):
			value(f)
		case nil:
			if f.Name == "__typename" {
				_ = out.scalar(typeName)
			} else {
				out.syntax("null")
			}
		default:
			_ = out.scalar(value) // strings, numbers and booleans always have a JSON form
		}
	}
	out.syntax("}")
}
