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
	// write appends v to dst. errNull means: v is null where the schema promises a value, so the parent becomes null.
	write(dst []byte, v any) ([]byte, error)
}

// errNull makes a parent null, as GraphQL's completion rules ask: https://spec.graphql.org/draft/#sec-Handling-Execution-Errors
var errNull = errors.New("the graph has no value where the schema promises one")

// scalarShape writes a property.
type scalarShape struct{ required, emptyIsNull bool }

func (s scalarShape) write(dst []byte, v any) ([]byte, error) {
	if v == nil || (s.emptyIsNull && v == "") {
		if s.required {
			return dst, errNull
		}
		return append(dst, "null"...), nil
	}
	return appendScalar(dst, v)
}

// listShape writes a list of anything. A null list is written as an empty one when it is required.
type listShape struct {
	item     Shape
	required bool
}

func (s listShape) write(dst []byte, v any) ([]byte, error) {
	if v == nil && !s.required {
		return append(dst, "null"...), nil
	}
	items, ok := v.([]any)
	if v != nil && !ok {
		return dst, fmt.Errorf("a list was expected, the graph gave %T", v)
	}
	dst = append(dst, '[')
	var err error
	for i, item := range items {
		if i > 0 {
			dst = append(dst, ',')
		}
		if dst, err = s.item.write(dst, item); err != nil {
			return dst, err
		}
	}
	return append(dst, ']'), nil
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

func (s *objectShape) write(dst []byte, v any) ([]byte, error) {
	if v == nil {
		if s.required {
			return dst, errNull
		}
		return append(dst, "null"...), nil
	}
	row, ok := v.([]any)
	if !ok {
		return dst, fmt.Errorf("a row was expected, the graph gave %T", v)
	}
	start := len(dst)
	dst, err := s.writeEntries(dst, row)
	if errors.Is(err, errNull) && !s.required {
		return append(dst[:start], "null"...), nil
	}
	return dst, err
}

func (s *objectShape) writeEntries(dst []byte, row []any) ([]byte, error) {
	dst = append(dst, '{')
	var err error
	for i, e := range s.entries {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, e.key...)
		var value any = row
		if e.slot >= 0 {
			if e.slot >= len(row) {
				return dst, fmt.Errorf("the row has %d values, %s is the %dth", len(row), e.key, e.slot+1)
			}
			value = row[e.slot]
		}
		if dst, err = e.shape.write(dst, value); err != nil {
			return dst, err
		}
	}
	return append(dst, '}'), nil
}

// abstractShape writes a value of an interface type: the row's first slot names its type.
type abstractShape struct {
	types    map[string]*objectShape
	required bool
}

func (s abstractShape) write(dst []byte, v any) ([]byte, error) {
	row, ok := v.([]any)
	if !ok || len(row) == 0 {
		if s.required {
			return dst, errNull
		}
		return append(dst, "null"...), nil
	}
	name, _ := row[0].(string)
	shape := s.types[name]
	if shape == nil {
		return dst, fmt.Errorf("the graph holds a node of type %q, which the schema does not have there", name)
	}
	return shape.write(dst, v)
}

// constShape writes the same JSON whatever the row says.
type constShape []byte

func (s constShape) write(dst []byte, _ any) ([]byte, error) { return append(dst, s...), nil }

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

func (s passagesShape) write(dst []byte, v any) ([]byte, error) {
	lists, _ := v.([]any)
	if len(lists) != 3 {
		return append(dst, "[]"...), nil
	}
	starts, _ := lists[0].([]any)
	ends, _ := lists[1].([]any)
	texts, _ := lists[2].([]any)
	dst = append(dst, '[')
	var err error
	for i := range starts {
		if i > 0 {
			dst = append(dst, ',')
		}
		if i >= len(ends) || i >= len(texts) {
			return dst, fmt.Errorf("a passage has a start and no end or text")
		}
		if dst, err = s.passage.write(dst, []any{starts[i], ends[i], texts[i]}); err != nil {
			return dst, err
		}
	}
	return append(dst, ']'), nil
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
		return listShape{item: scalarShape{}}.write(dst, v)
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

// WriteJSON appends the field's value, written from the row's one value. A null where the schema promises a value makes the nearest
// nullable parent null; isNull reports that this reached the field itself.
func (p Plan) WriteJSON(dst []byte, value any) (out []byte, isNull bool, err error) {
	start := len(dst)
	out, err = p.Shape.write(dst, value)
	if errors.Is(err, errNull) {
		return append(out[:start], "null"...), true, errNull
	}
	return out, false, err
}
