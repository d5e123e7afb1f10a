package bulk

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// listDelimiter stands between the values of a list. It is no character of any text (a noncharacter of Unicode), so
// that no text has to be written otherwise: the importer knows no way to quote it.
const listDelimiter = '\uFDD0'

// plainName is what labels, types of edges and names of properties look like: such need no quotes anywhere.
var plainName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// appendCell appends a property's value, no empty list, as the importer reads it, and gives its type by the importer's
// name.
func appendCell(row []byte, value any) (out []byte, kind string, err error) {
	list, isList := value.([]any)
	if !isList {
		return appendValue(row, value)
	}
	row = append(row, '"')
	for i, item := range list {
		if i > 0 {
			row = append(row, string(listDelimiter)...)
		}
		var one string
		if row, one, err = appendItem(row, item); err != nil {
			return nil, "", err
		}
		if i > 0 && one != kind {
			return nil, "", fmt.Errorf("a list of both %s and %s", kind, one)
		}
		kind = one
	}
	if len(list) == 1 && list[0] == "" {
		return nil, "", fmt.Errorf("a list of one empty text, which Neo4j's importer cannot tell from an empty list")
	}
	return append(row, '"'), kind + "[]", nil
}

func appendItem(row []byte, item any) ([]byte, string, error) {
	text, isText := item.(string)
	if !isText {
		return appendValue(row, item)
	}
	if strings.ContainsRune(text, listDelimiter) {
		return nil, "", fmt.Errorf("a list with the character U+%04X in a text, which Neo4j's importer cannot take",
			listDelimiter)
	}
	return appendQuoted(row, text), "string", nil
}

func appendValue(row []byte, value any) ([]byte, string, error) {
	switch v := value.(type) {
	case string:
		return append(appendQuoted(append(row, '"'), v), '"'), "string", nil
	case int64:
		return strconv.AppendInt(row, v, 10), "long", nil
	case float64:
		return strconv.AppendFloat(row, v, 'g', -1, 64), "double", nil
	case bool:
		return strconv.AppendBool(row, v), "boolean", nil
	}
	return nil, "", fmt.Errorf("a value of the type %T", value)
}

// appendQuoted appends what stands between quotation marks: those of the text are doubled.
func appendQuoted(row []byte, text string) []byte {
	for {
		at := strings.IndexByte(text, '"')
		if at < 0 {
			return append(row, text...)
		}
		row, text = append(append(row, text[:at+1]...), '"'), text[at+1:]
	}
}
