package compile

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"
)

// Shape knows how to write one value of a row as JSON.
type Shape interface {
	// write appends v to out. errNull means: v is null where the schema promises a value, so the parent becomes null; what
	// was appended since is then to be cut off, and out has noted the place.
	write(out *output, v any) error
}

// errNull makes a parent null, as GraphQL's completion rules ask:
// https://spec.graphql.org/draft/#sec-Handling-Execution-Errors
var errNull = errors.New("the graph has no value where the schema promises one")

// scalarShape writes a property.
type scalarShape struct{ required, emptyIsNull bool }

func (s scalarShape) write(out *output, v any) error {
	if v == nil || (s.emptyIsNull && v == "") {
		return out.null(s.required)
	}
	return out.scalar(v)
}

// listShape writes a list of anything. A null list is written as an empty one when it is required.
type listShape struct {
	item     Shape
	required bool
}

func (s listShape) write(out *output, v any) error {
	if v == nil && !s.required {
		return out.null(false)
	}
	items, ok := v.([]any)
	if v != nil && !ok {
		return fmt.Errorf("a list was expected, the graph gave %T", v)
	}
	out.syntax("[")
	for i, item := range items {
		if i > 0 {
			out.syntax(",")
		}
		if err := out.child(s.item, item, nil, i); err != nil {
			return err
		}
	}
	out.syntax("]")
	return nil
}

// entry is one key of an object: its value lies in the row at slot, or is fixed.
type entry struct {
	key   []byte // the response key as JSON, with the colon
	slot  int    // -1: shape gets the whole row
	shape Shape
}

// objectShape writes an object from a row of slots.
type objectShape struct {
	entries  []entry
	required bool
}

func (s *objectShape) add(alias string, slot int, shape Shape) {
	s.entries = append(s.entries, entry{append(appendString(nil, alias), ':'), slot, shape})
}

func (s *objectShape) write(out *output, v any) error {
	if v == nil {
		return out.null(s.required)
	}
	row, ok := v.([]any)
	if !ok {
		return fmt.Errorf("a row was expected, the graph gave %T", v)
	}
	start := len(out.json)
	err := s.writeEntries(out, v, row)
	if errors.Is(err, errNull) && !s.required {
		out.json = append(out.json[:start], "null"...)
		return nil
	}
	return err
}

// writeEntries gets the row twice, for making a value of it anew for each entry would cost memory each time.
func (s *objectShape) writeEntries(out *output, whole any, row []any) error {
	out.syntax("{")
	for i, e := range s.entries {
		if i > 0 {
			out.syntax(",")
		}
		out.json = append(out.json, e.key...)
		value := whole
		if e.slot >= 0 {
			if e.slot >= len(row) {
				return fmt.Errorf("the row has %d values, %s is the %dth", len(row), e.key, e.slot+1)
			}
			value = row[e.slot]
		}
		if err := out.child(e.shape, value, e.key, 0); err != nil {
			return err
		}
	}
	out.syntax("}")
	return nil
}

// abstractShape writes a value of an interface type: the row's first slot names its type.
type abstractShape struct {
	types    map[string]*objectShape
	required bool
}

func (s abstractShape) write(out *output, v any) error {
	row, ok := v.([]any)
	if !ok || len(row) == 0 {
		return out.null(s.required)
	}
	name, _ := row[0].(string)
	shape := s.types[name]
	if shape == nil {
		return fmt.Errorf("the graph holds a node of type %q, which the schema does not have there", name)
	}
	return shape.write(out, v)
}

// constShape writes the same JSON whatever the row says.
type constShape []byte

func (s constShape) write(out *output, _ any) error {
	out.json = append(out.json, s...)
	return nil
}

func constString(v string) constShape { return constShape(appendString(nil, v)) }

func constJSON(v any) constShape {
	if text, ok := v.(string); ok {
		return constString(text)
	}
	data, err := json.Marshal(v)
	if err != nil {
		return constShape("null")
	}
	return data
}

// passagesShape zips three parallel lists [starts, ends, texts] into passages.
type passagesShape struct{ passage *objectShape }

func (s passagesShape) write(out *output, v any) error {
	lists, _ := v.([]any)
	if len(lists) != 3 {
		out.syntax("[]")
		return nil
	}
	starts, _ := lists[0].([]any)
	ends, _ := lists[1].([]any)
	texts, _ := lists[2].([]any)
	out.syntax("[")
	for i := range starts {
		if i > 0 {
			out.syntax(",")
		}
		if i >= len(ends) || i >= len(texts) {
			return fmt.Errorf("a passage has a start and no end or text")
		}
		if err := out.child(s.passage, []any{starts[i], ends[i], texts[i]}, nil, i); err != nil {
			return err
		}
	}
	out.syntax("]")
	return nil
}

func appendScalar(dst []byte, v any) ([]byte, error) {
	switch v := v.(type) {
	case string:
		return appendString(dst, v), nil
	case int64:
		return strconv.AppendInt(dst, v, 10), nil
	case int:
		return strconv.AppendInt(dst, int64(v), 10), nil
	case bool:
		return strconv.AppendBool(dst, v), nil
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return append(dst, "null"...), nil
		}
		return strconv.AppendFloat(dst, v, 'f', -1, 64), nil
	case []any:
		out := &output{json: dst}
		err := listShape{item: scalarShape{}}.write(out, v)
		return out.json, err
	}
	return dst, fmt.Errorf("the graph gave a %T, which has no JSON form here", v)
}

const hexDigits = "0123456789abcdef"

// appendString appends s as a JSON string; bytes that are no UTF-8 become U+FFFD.
func appendString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	start := 0
	for i := 0; i < len(s); {
		if b := s[i]; b < utf8.RuneSelf {
			if b >= 0x20 && b != '"' && b != '\\' {
				i++
				continue
			}
			dst = append(dst, s[start:i]...)
			dst = appendEscape(dst, b)
			i++
			start = i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			dst = append(append(dst, s[start:i]...), `\ufffd`...)
			i++
			start = i
			continue
		}
		i += size
	}
	return append(append(dst, s[start:]...), '"')
}

func appendEscape(dst []byte, b byte) []byte {
	switch b {
	case '"', '\\':
		return append(dst, '\\', b)
	case '\n':
		return append(dst, '\\', 'n')
	case '\r':
		return append(dst, '\\', 'r')
	case '\t':
		return append(dst, '\\', 't')
	}
	return append(dst, '\\', 'u', '0', '0', hexDigits[b>>4], hexDigits[b&15])
}
