package neo

import (
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/internal/kg"
)

// values reads properties by name; a missing or odd one gives the zero value.
type values map[string]any

func row(r *neo4j.Record) values { return r.AsMap() }

func (v values) text(key string) string { s, _ := v[key].(string); return s }
func (v values) number(key string) int  { n, _ := v[key].(int64); return int(n) }
func (v values) float(key string) float64 {
	f, _ := v[key].(float64)
	return f
}
func (v values) flag(key string) bool    { b, _ := v[key].(bool); return b }
func (v values) date(key string) kg.Date { return kg.Date(v.text(key)) }
func (v values) sub(key string) values   { m, _ := v[key].(map[string]any); return m }
func (v values) list(key string) []any   { l, _ := v[key].([]any); return l }

func (v values) texts(key string) []string { return asTexts(v[key]) }

// asTexts gives the strings of a list; nil for none.
func asTexts(v any) []string {
	list, _ := v.([]any)
	var out []string
	for _, x := range list {
		if s, ok := x.(string); ok {
			out = append(out, s)
		}
	}
	return out
}

func (v values) numbers(key string) []int64 {
	var out []int64
	for _, x := range v.list(key) {
		if n, ok := x.(int64); ok {
			out = append(out, n)
		}
	}
	return out
}

func (v values) passages(name string) []kg.Passage {
	starts, ends, texts := v.list(name+"Starts"), v.list(name+"Ends"), v.texts(name+"Texts")
	var out []kg.Passage
	for i := range starts {
		if i < len(ends) && i < len(texts) {
			out = append(out, kg.Passage{Start: asInt(starts[i]), End: asInt(ends[i]), Text: texts[i]})
		}
	}
	return out
}

func asInt(v any) int { n, _ := v.(int64); return int(n) }

func asText(v any) string { s, _ := v.(string); return s }
