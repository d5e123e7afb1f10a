package compile

import (
	"github.com/vektah/gqlparser/v2/ast"

	"sayso/internal/kg"
)

// largestIn is how many values an in may list.
const largestIn = 1000

// compare writes the operators that value gives for the property of v. All must hold.
// Where the property is kept as "" when nothing is known, only isNull finds that.
func (w *writer) compare(v, property string, empty bool, in *ast.FieldDefinition, value any) error {
	operators, ok := value.(map[string]any)
	if !ok {
		return invalid("%s takes an object such as {eq: …}", in.Name)
	}
	written := 0
	for _, op := range w.atlas.inputs[in.Type.Name()].Fields {
		operand, given := operators[op.Name]
		if !given {
			continue
		}
		if operand == nil {
			return invalid("%s: {%s: null} compares with nothing; to find what has no value write {isNull: true}", in.Name, op.Name)
		}
		operand, err := w.atlas.operand(in.Name, op, operand)
		if err != nil {
			return err
		}
		w.and(&written)
		if op.Type.Name() == "Date" || (empty && op.Name == "isNull") {
			w.compareDate(v, property, op.Name, empty, operand)
		} else {
			w.compareValue(v, property, op.Name, operand)
		}
	}
	w.always(written)
	return nil
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
				return nil, invalid("%s: %q is no predicate's id; ids are upper case, such as RECOGNIZED (whoDid takes words)", name, text)
			}
			return nil, err
		}
	case "Int":
		if n, ok := asInt(v); ok {
			return int64(n), nil
		}
		return nil, invalid("%s: %v is no whole number", name, v)
	}
	return v, nil
}

// date reads a Date as a string, one told from now by the atlas's clock.
func (a *Atlas) date(name string, v any) (string, error) {
	text, ok := v.(string)
	if !ok || text == "" {
		return "", invalid("%s: %v is not a date; write \"2022\", \"2022-08\", \"2022-08-17\" or \"2022-08-17T09:30:00Z\"", name, v)
	}
	d, err := kg.ParseDateAt(text, a.now)
	return string(d), err
}

func (w *writer) compareValue(v, property, op string, operand any) {
	if list, ok := operand.([]any); ok && op == "in" && len(list) == 1 {
		op, operand = "eq", list[0] // an index can give the order only for one value
	}
	w.propertyOperator(v, property, op, operand, map[string]string{
		"eq": " = ", "in": " IN ", "contains": " CONTAINS ", "startsWith": " STARTS WITH ", "gt": " > ", "gte": " >= ", "lt": " < ", "lte": " <= ",
	})
}

// compareDate compares at the precision that the operand has: eq means inside it, gt after its end, lte not after its end.
func (w *writer) compareDate(v, property, op string, empty bool, operand any) {
	if empty && op == "isNull" {
		if operand == true {
			w.Ident(v).Syntax(".").Ident(property).Syntax(" = ''")
		} else {
			w.Ident(v).Syntax(".").Ident(property).Syntax(" > ''")
		}
		return
	}
	if empty && (op == "lt" || op == "lte") {
		w.Ident(v).Syntax(".").Ident(property).Syntax(" > '' AND ")
	}
	if op == "in" {
		w.Syntax("any(d IN ").Param(operand).Syntax(" WHERE ").Ident(v).Syntax(".").Ident(property).Syntax(" STARTS WITH d)")
		return
	}
	if text, ok := operand.(string); ok && (op == "gt" || op == "lte") {
		operand = kg.Date(text).UpTo()
	}
	if op == "ne" {
		w.Syntax("NOT coalesce(").Ident(v).Syntax(".").Ident(property).Syntax(" STARTS WITH ").Param(operand).Syntax(", false)")
		return
	}
	w.propertyOperator(v, property, op, operand, map[string]string{
		"eq": " STARTS WITH ", "gt": " > ", "gte": " >= ", "lt": " < ", "lte": " <= ",
	})
}

func (w *writer) propertyOperator(v, property, op string, operand any, symbols map[string]string) {
	switch op {
	case "isNull":
		w.Ident(v).Syntax(".").Ident(property)
		if operand == true {
			w.Syntax(" IS NULL")
		} else {
			w.Syntax(" IS NOT NULL")
		}
	case "ne":
		w.Syntax("coalesce(").Ident(v).Syntax(".").Ident(property).Syntax(" <> ").Param(operand).Syntax(", true)")
	default:
		w.Ident(v).Syntax(".").Ident(property).Syntax(symbols[op]).Param(operand)
	}
}
