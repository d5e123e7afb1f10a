package compile

import "strings"

// orderKey is one thing to order by: a property of the node itself or of one that edges to one node lead to, or how
// many neighbours it has.
type orderKey struct {
	property string
	desc     bool
	filled   bool     // never null: the graph keeps "" where nothing is known
	path     []*field // the edges to follow first
	counted  *field   // the edges to count; then there is no property
	allHold  bool     // nothing that the counted edges lead to has lapsed
}

// plain reports whether the key is a property of the node itself, which an index may hold.
func (k orderKey) plain() bool { return k.path == nil && k.counted == nil }

// name tells the key from others of the same list.
func (k orderKey) name() string {
	var parts []string
	for _, f := range k.path {
		parts = append(parts, f.name)
	}
	if k.counted != nil {
		return strings.Join(append(parts, "count of "+k.counted.name), ".")
	}
	return strings.Join(append(parts, k.property), ".")
}

// defaultOrder is what a list is ordered by when the request does not say.
var defaultOrder = map[string]map[string]any{
	"Actor":     {"name": "ASC"},
	"Article":   {"publishedAt": "DESC"},
	"Statement": {"date": "DESC"},
	"Claim":     {"firstOn": "DESC"},
	"Predicate": {"id": "ASC"},
	"Judgement": {"at": "DESC"},
	"Change":    {"seq": "DESC"},
}

// order reads the orderBy argument and ends it with the id, in the direction of the key before it, so that the order is
// total and one index can give it.
func (a *Atlas) order(typeName string, arg any) ([]orderKey, error) {
	list := asList(arg)
	if len(list) == 0 {
		list = []any{defaultOrder[typeName]}
	}
	if len(list) > 5 {
		return nil, invalid("orderBy takes at most 5 keys, not %d", len(list))
	}
	var keys []orderKey
	for _, item := range list {
		key, err := a.orderKey(typeName, item)
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	desc := len(keys) > 0 && keys[len(keys)-1].desc
	for _, k := range keys {
		if k.property == "id" && k.plain() {
			return keys, nil
		}
	}
	return append(keys, orderKey{property: "id", desc: desc, filled: true}), nil
}

func (a *Atlas) orderKey(typeName string, item any) (orderKey, error) {
	object, _ := item.(map[string]any)
	if len(object) != 1 {
		return orderKey{}, invalid("each object in orderBy names one key, as in [{name: ASC}, {id: DESC}]")
	}
	for name, direction := range object {
		if edge := a.fieldOf(typeName, name); edge != nil && edge.kind == edgeField && direction != nil {
			if inner, follows := direction.(map[string]any); follows {
				return a.orderBeyond(edge, inner)
			}
		}
		if list := a.fieldOf(typeName, strings.TrimSuffix(name, "Count")); list != nil && list.edge != "" &&
			strings.HasSuffix(name, "Count") {
			return orderKey{desc: direction == "DESC", filled: true, counted: list}, checkDirection(name, direction)
		}
		f := a.orderField(typeName, name)
		if f == nil {
			return orderKey{}, invalid("orderBy: %s cannot be ordered by %q", typeName, name)
		}
		return orderKey{property: f.property, desc: direction == "DESC", filled: f.empty || f.property == "id"},
			checkDirection(name, direction)
	}
	return orderKey{}, invalid("orderBy names no key")
}

func checkDirection(name string, direction any) error {
	if direction != "ASC" && direction != "DESC" {
		return invalid("orderBy: %s is ASC or DESC", name)
	}
	return nil
}

// orderBeyond reads a key of the node at the end of an edge.
func (a *Atlas) orderBeyond(edge *field, item map[string]any) (orderKey, error) {
	k, err := a.orderKey(edge.node, item)
	k.path, k.filled = append([]*field{edge}, k.path...), false // there may be no such node
	if len(k.path) > mostEdges {
		return k, invalid("orderBy follows %d edges, at most %d are taken", len(k.path), mostEdges)
	}
	return k, err
}

// mostEdges is how many edges a key of orderBy may follow.
const mostEdges = 3

// besides are the properties that no field reads and lists can be ordered by all the same.
var besides = map[string]string{"Actor": "type", "Claim": "predicate"}

// orderField finds what a key of orderBy reads: a field, one of an embedded object by its property's name, or one of
// besides.
func (a *Atlas) orderField(typeName, name string) *field {
	fields := a.types[typeName].fields
	if f := fields[name]; f != nil && f.kind == propertyField {
		return f
	}
	if besides[typeName] == name {
		return &field{property: name}
	}
	for _, f := range fields {
		if f.kind != embeddedField {
			continue
		}
		for _, inner := range a.types[f.node].fields {
			if inner.property == name {
				return inner
			}
		}
	}
	return nil
}

// backwards turns every key round.
func backwards(keys []orderKey) []orderKey {
	out := make([]orderKey, len(keys))
	for i, k := range keys {
		out[i] = k
		out[i].desc = !k.desc
	}
	return out
}

// ledBy names, for a type and the property it is ordered by, the property that stands before it in an index of both.
var ledBy = map[string]map[string]string{"Claim": {"firstOn": "predicate"}}

// lead puts the property that leads the index of the first key before the keys, where the request fixes its value: that
// changes no order, but only then does Neo4j let the index give it.
func lead(typeName string, where any, keys []orderKey) []orderKey {
	property := ledBy[typeName][keys[0].property]
	object, _ := where.(map[string]any)
	operators, _ := object[property].(map[string]any)
	if !keys[0].plain() || property == "" || (operators["eq"] == nil && len(asList(operators["in"])) != 1) {
		return keys
	}
	return append([]orderKey{{property: property, desc: keys[0].desc, filled: true}}, keys...)
}

func (w *writer) orderBy(v string, keys []orderKey) {
	w.Syntax(" ORDER BY ")
	for i, k := range keys {
		if i > 0 {
			w.Syntax(", ")
		}
		w.property(v, k)
		if k.desc {
			w.Syntax(" DESC")
		}
	}
}

// after writes the keyset condition: the node stands behind the values in the order of keys. Cypher sorts null last,
// and first in descending order; the condition follows it.
func (w *writer) after(v string, keys []orderKey, values []any) {
	w.Syntax("(")
	for i, k := range keys {
		if i > 0 {
			w.Syntax(" OR ")
		}
		w.Syntax("(")
		for j := 0; j < i; j++ {
			w.property(v, keys[j])
			if values[j] == nil {
				w.Syntax(" IS NULL AND ")
			} else {
				w.Syntax(" = ").Param(values[j]).Syntax(" AND ")
			}
		}
		w.behind(v, k, values[i])
		w.Syntax(")")
	}
	w.Syntax(")")
}

// property writes what a key reads of the node in v.
func (w *writer) property(v string, k orderKey) {
	switch {
	case len(k.path) > 0:
		m := w.Fresh("n")
		w.Syntax("head([")
		w.pattern(v, k.path[0], "", m, reached(k.path[0], w.atlas.types[k.path[0].node].label))
		w.Syntax(" | ")
		k.path = k.path[1:]
		w.property(m, k)
		w.Syntax("])")
	case k.counted != nil:
		w.countEdges(v, k.counted, k.allHold)
	default:
		w.Ident(v).Syntax(".").Ident(k.property)
	}
}

// countEdges writes how many neighbours a field leads to; those that lapsed do not count. Where all of them hold, a
// node with less than two edges has as many neighbours as edges, and Neo4j knows the number of edges without following
// them.
func (w *writer) countEdges(v string, f *field, allHold bool) {
	m, item := w.Fresh("n"), w.atlas.types[f.node]
	if item.target != nil {
		item = w.atlas.types[item.target.node]
	}
	byDegree := f.repeated && !f.mixed && (allHold || !lapses(item.name))
	if byDegree {
		w.Syntax("CASE WHEN COUNT { ")
		w.pattern(v, f, "", "", "")
		w.Syntax(" } < 2 THEN COUNT { ")
		w.pattern(v, f, "", "", "")
		w.Syntax(" } ELSE ")
	}
	w.Syntax("COUNT { ")
	if f.repeated || lapses(item.name) {
		w.Syntax("MATCH ")
	}
	w.pattern(v, f, "", m, reached(f, item.label))
	if lapses(item.name) {
		w.Syntax(" WHERE NOT ").Ident(m).Syntax(":Lapsed")
	}
	if f.repeated || lapses(item.name) {
		w.Syntax(" RETURN DISTINCT ").Ident(m)
	}
	w.Syntax(" }")
	if byDegree {
		w.Syntax(" END")
	}
}

func (w *writer) behind(v string, k orderKey, value any) {
	switch {
	case value == nil && k.desc:
		w.property(v, k)
		w.Syntax(" IS NOT NULL")
	case value == nil:
		w.Syntax("false")
	case k.desc:
		w.property(v, k)
		w.Syntax(" < ").Param(value)
	case k.filled:
		w.property(v, k)
		w.Syntax(" > ").Param(value)
	default:
		w.Syntax("(")
		w.property(v, k)
		w.Syntax(" > ").Param(value).Syntax(" OR ")
		w.property(v, k)
		w.Syntax(" IS NULL)")
	}
}

// asList gives a list argument; a single value stands for a list of one, as GraphQL's input coercion has it.
func asList(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}
