// Package cypher writes Cypher text with three verbs: Syntax for what we wrote ourselves, Ident for names that the
// schema gives, Param for every value. It may not know the nouns of the graph, nor the driver.
package cypher

import (
	"strconv"
	"strings"
)

// Query is a Cypher text with its parameters.
type Query struct {
	Name   string // for logs and errors; the text never appears there
	Text   string
	Params map[string]any
}

// Writer builds one Query. The zero value is ready.
type Writer struct {
	text   strings.Builder
	params map[string]any
	names  int
}

// Syntax appends text that stands in our own source code. Each piece must be a constant or made of constants.
func (w *Writer) Syntax(pieces ...string) *Writer {
	for _, p := range pieces {
		w.text.WriteString(p)
	}
	return w
}

// Ident appends a label, relationship type, property key or variable. Anything but letters, digits and underscores is
// quoted with backticks, so that a name can never become syntax.
func (w *Writer) Ident(name string) *Writer {
	w.text.WriteString(quoteIdent(name))
	return w
}

// Param appends a parameter that holds value.
func (w *Writer) Param(value any) *Writer {
	if w.params == nil {
		w.params = map[string]any{}
	}
	name := "p" + strconv.Itoa(len(w.params))
	w.params[name] = value
	w.text.WriteString("$" + name)
	return w
}

// Fresh gives a variable name that this text does not use yet: prefix and a number.
func (w *Writer) Fresh(prefix string) string {
	w.names++
	return prefix + strconv.Itoa(w.names)
}

// Nested gives a writer for the text of a subquery: its parameters are among those of w. No parameter may be added to w
// before the subquery is written.
func (w *Writer) Nested() Writer {
	if w.params == nil {
		w.params = map[string]any{}
	}
	return Writer{params: w.params, names: w.names}
}

// Begun reports whether anything was written.
func (w *Writer) Begun() bool { return w.text.Len() > 0 }

// Query gives what was written.
func (w *Writer) Query(name string) Query {
	params := w.params
	if params == nil {
		params = map[string]any{}
	}
	return Query{Name: name, Text: w.text.String(), Params: params}
}

func quoteIdent(name string) string {
	if plainIdent(name) {
		return name
	}
	return "`" + strings.ReplaceAll(strings.ReplaceAll(name, "\x00", ""), "`", "``") + "`"
}

func plainIdent(name string) bool {
	for i, r := range name {
		letter := r == '_' || (r >= 'a' && r <= 'z') || (r >= 'A' && r <= 'Z')
		if !letter && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return name != ""
}
