package kg

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// JSONFault says in plain words what is wrong with JSON that could not be decoded: no names of types of this program.
func JSONFault(err error) string {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Sprintf(
			"%s is %s where %s is wanted",
			strconv.Quote(fieldPath(kind.Field)),
			given(kind.Value),
			wanted(kind.Type),
		)
	case errors.As(err, &kind):
		return fmt.Sprintf("it is %s where %s is wanted", given(kind.Value), wanted(kind.Type))
	case errors.As(err, &syntax):
		return fmt.Sprintf("it is no JSON from byte %d on (%s)", syntax.Offset, syntax.Error())
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return "it is JSON that breaks off"
	}
	return err.Error()
}

// fieldPath leaves the names of embedded types out of a path of fields: those of JSON begin with a small letter.
func fieldPath(path string) string {
	return strings.Join(
		slices.DeleteFunc(
			strings.Split(path, "."),
			func(part string) bool { return part != "" && unicode.IsUpper(rune(part[0])) },
		),
		".",
	)
}

// given names a value by its kind as encoding/json does, with an article: "object", "number 1.5".
func given(value string) string {
	if strings.HasPrefix(value, "object") || strings.HasPrefix(value, "array") {
		return "an " + value
	}
	return "a " + value
}

// wanted names what JSON has for a type.
func wanted(t reflect.Type) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.String:
		return "a text in quotation marks"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice, reflect.Array:
		return "a list"
	case reflect.Int, reflect.Int64, reflect.Int32:
		return "a whole number"
	case reflect.Float64, reflect.Float32:
		return "a number"
	}
	return "an object"
}
