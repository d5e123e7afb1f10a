package compile

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"sayso/internal/kg"
)

// largestIn is how many values an in may list.
const largestIn = 1000

// operandOf is what a condition compares: a property of the node or edge in variable v, or with property "" the
// variable itself.
type operandOf struct {
	v, property string
	empty       bool         // the property is "" when nothing is known: only isNull finds that
	missing     any          // what stands for the property where there is none
	folded      bool         // compared without regard to capitals
	write       func() error // writes something else to compare; nil for the property
}

func (w *writer) operandOf(o operandOf) *writer {
	if o.folded {
		w.Syntax("toLower(")
		defer w.Syntax(")")
	}
	switch {
	case o.write != nil:
		if err := o.write(); err != nil && w.failed == nil {
			w.failed = err
		}
	case o.property == "":
		w.Ident(o.v)
	default:
		w.read(o.v, o.property, o.missing)
	}
	return w
}

// compare writes the operators that value gives for what o stands for. All must hold.
func (w *writer) compare(o operandOf, in *ast.FieldDefinition, value any) error {
	operators, ok := value.(map[string]any)
	if !ok {
		return invalid("%s takes an object such as {eq: …}", in.Name)
	}
	written := 0
	o.folded, _ = operators[ignoreCase].(bool)
	for _, op := range w.atlas.inputs[in.Type.Name()].Fields {
		operand, given := operators[op.Name]
		if !given || op.Name == ignoreCase && operand != nil {
			continue
		}
		if operand == nil {
			return invalid("%s: {%s: null} compares with nothing; to find what has no value write {isNull: true}", in.Name,
				op.Name)
		}
		operand, err := w.atlas.operand(in.Name, op, operand)
		if err != nil {
			return err
		}
		if o.folded {
			operand = lower(operand)
		}
		w.and(&written)
		if op.Type.Name() == "Date" || (o.empty && op.Name == "isNull") {
			w.compareDate(o, op.Name, operand)
		} else {
			w.compareValue(o, op.Name, operand)
		}
	}
	w.always(written)
	return w.failed
}

// ignoreCase is the switch among a string's operators.
const ignoreCase = "ignoreCase"

// lower gives strings in small letters.
func lower(v any) any {
	switch v := v.(type) {
	case string:
		return strings.ToLower(v)
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = lower(item)
		}
		return out
	}
	return v
}

// and writes AND between the conditions of a list that counts what is written.
func (w *writer) and(written *int) {
	if *written > 0 {
		w.Syntax(" AND ")
	}
	*written++
}

// always writes what holds of an empty list of conditions.
func (w *writer) always(written int) {
	if written == 0 {
		w.Syntax("true")
	}
}

// operand checks a value that GraphQL's own types do not.
func (a *Atlas) operand(name string, op *ast.FieldDefinition, v any) (any, error) {
	if op.Name == "family" {
		text, _ := v.(string)
		ids, err := a.vocabulary.InFamily(text)
		list := make([]any, len(ids))
		for i, id := range ids {
			list[i] = string(id)
		}
		return list, err
	}
	if op.Type.Elem != nil {
		list := asList(v)
		if len(list) > largestIn {
			return nil, invalid("%s: in takes at most %d values, not %d", name, largestIn, len(list))
		}
		out := make([]any, len(list))
		for i, item := range list {
			checked, err := a.scalar(name, op.Type.Name(), item)
			if err != nil {
				return nil, err
			}
			out[i] = checked
		}
		return out, nil
	}
	return a.scalar(name, op.Type.Name(), v)
}

func (a *Atlas) scalar(name, typeName string, v any) (any, error) {
	switch typeName {
	case "Date":
		return a.date(name, v)
	case "PredicateId":
		text, _ := v.(string)
		if _, ok := a.vocabulary.Get(kg.PredicateID(text)); !ok {
			_, err := a.vocabulary.Find(text)
			if err == nil {
				return nil, invalid("%s: %q is no predicate's id; ids are upper case, such as RECOGNIZED (whoDid takes words)",
					name, text)
			}
			return nil, err
		}
	case "Int":
		if n, ok := asInt(v); ok {
			return int64(n), nil
		}
		return nil, invalid("%s: %v is no whole number", name, v)
	case "Float":
		if f, ok := asFloat(v); ok {
			return f, nil
		}
		return nil, invalid("%s: %v is no number", name, v)
	}
	return v, nil
}

// date reads a Date as a string, one told from now by the atlas's clock.
func (a *Atlas) date(name string, v any) (string, error) {
	text, ok := v.(string)
	if !ok || text == "" {
		return "", invalid("%s: %v is not a date; write \"2022\", \"2022-08\", \"2022-08-17\" or \"2022-08-17T09:30:00Z\"",
			name, v)
	}
	if d, err := kg.ParseDate(text); err == nil {
		return string(d), nil
	}
	if a.dependsOnNow != nil {
		*a.dependsOnNow = true
	}
	d, err := kg.ParseDateAt(text, a.now)
	return string(d), err
}

func (w *writer) compareValue(o operandOf, op string, operand any) {
	if list, ok := operand.([]any); ok && op == "in" && len(list) == 1 {
		op, operand = "eq", list[0] // an index can give the order only for one value
	}
	if op == "eq" && operand == true {
		o.missing = nil // what is missing is never true, and an index knows only plain properties
	}
	w.operator(o, op, operand, map[string]string{
		"eq": " = ", "in": " IN ", "family": " IN ", "contains": " CONTAINS ", "startsWith": " STARTS WITH ",
		"endsWith": " ENDS WITH ",
		"gt":       " > ", "gte": " >= ", "lt": " < ", "lte": " <= ",
	})
}

// compareDate compares at the precision that the operand has: eq means inside it, gt after its end, lte not after its
// end.
func (w *writer) compareDate(o operandOf, op string, operand any) {
	if o.empty && op == "isNull" {
		if operand == true {
			w.operandOf(o).Syntax(" = ''")
		} else {
			w.operandOf(o).Syntax(" > ''")
		}
		return
	}
	if o.empty && (op == "lt" || op == "lte") {
		w.operandOf(o).Syntax(" > '' AND ")
	}
	if op == "in" {
		w.Syntax("any(d IN ").Param(operand).Syntax(" WHERE ")
		w.operandOf(o).Syntax(" STARTS WITH d)")
		return
	}
	if text, ok := operand.(string); ok && (op == "gt" || op == "lte") {
		operand = kg.Date(text).UpTo()
	}
	if op == "ne" {
		w.Syntax("NOT coalesce(")
		w.operandOf(o).Syntax(" STARTS WITH ").Param(operand).Syntax(", false)")
		return
	}
	w.operator(o, op, operand, map[string]string{
		"eq": " STARTS WITH ", "gt": " > ", "gte": " >= ", "lt": " < ", "lte": " <= ",
	})
}

func (w *writer) operator(o operandOf, op string, operand any, symbols map[string]string) {
	switch op {
	case "isNull":
		w.operandOf(o)
		if operand == true {
			w.Syntax(" IS NULL")
		} else {
			w.Syntax(" IS NOT NULL")
		}
	case "ne":
		w.Syntax("coalesce(")
		w.operandOf(o).Syntax(" <> ").Param(operand).Syntax(", true)")
	default:
		w.operandOf(o).Syntax(symbols[op]).Param(operand)
	}
}

// compareList writes conditions on a property that is a list of strings.
func (w *writer) compareList(v, property string, in *ast.FieldDefinition, value any) error {
	object, _ := value.(map[string]any)
	written := 0
	for _, op := range w.atlas.inputs[in.Type.Name()].Fields {
		operand, given := object[op.Name]
		if !given {
			continue
		}
		if operand == nil {
			return invalid("%s: {%s: null} is no condition; leave it out", in.Name, op.Name)
		}
		w.and(&written)
		if op.Name == "isEmpty" {
			w.Syntax("(size(coalesce(").Ident(v).Syntax(".").Ident(property).Syntax(", [])) = 0) = ").Param(operand)
			continue
		}
		x := w.Fresh("x")
		w.Syntax(map[string]string{"some": "any(", "none": "none("}[op.Name]).Ident(x).Syntax(" IN coalesce(").Ident(v).
			Syntax(".").Ident(property).Syntax(", []) WHERE ")
		if err := w.compare(operandOf{v: x}, op, operand); err != nil {
			return err
		}
		w.Syntax(")")
	}
	w.always(written)
	return nil
}
