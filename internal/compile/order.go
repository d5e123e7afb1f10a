package compile

// orderKey is one property to order by.
type orderKey struct {
	property string
	desc     bool
	filled   bool // never null: the graph keeps "" where nothing is known
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

// order reads the orderBy argument and ends it with the id, in the direction of the key before it, so that the order is total and one
// index can give it.
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
		if k.property == "id" {
			return keys, nil
		}
	}
	return append(keys, orderKey{"id", desc, true}), nil
}

func (a *Atlas) orderKey(typeName string, item any) (orderKey, error) {
	object, _ := item.(map[string]any)
	if len(object) != 1 {
		return orderKey{}, invalid("each object in orderBy names one key, as in [{name: ASC}, {id: DESC}]")
	}
	for name, direction := range object {
		f := a.orderField(typeName, name)
		if f == nil {
			return orderKey{}, invalid("orderBy: %s cannot be ordered by %q", typeName, name)
		}
		if direction != "ASC" && direction != "DESC" {
			return orderKey{}, invalid("orderBy: %s is ASC or DESC", name)
		}
		return orderKey{f.property, direction == "DESC", f.empty || f.property == "id"}, nil
	}
	return orderKey{}, invalid("orderBy names no key")
}

// besides are the properties that no field reads and lists can be ordered by all the same.
var besides = map[string]string{"Actor": "type", "Claim": "predicate"}

// orderField finds what a key of orderBy reads: a field, one of an embedded object by its property's name, or one of besides.
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
		out[i] = orderKey{k.property, !k.desc, k.filled}
	}
	return out
}

// ledBy names, for a type and the property it is ordered by, the property that stands before it in an index of both.
var ledBy = map[string]map[string]string{"Claim": {"firstOn": "predicate"}}

// lead puts the property that leads the index of the first key before the keys, where the request fixes its value: that changes no order, but
// only then does Neo4j let the index give it.
func lead(typeName string, where any, keys []orderKey) []orderKey {
	property := ledBy[typeName][keys[0].property]
	object, _ := where.(map[string]any)
	operators, _ := object[property].(map[string]any)
	if property == "" || (operators["eq"] == nil && len(asList(operators["in"])) != 1) {
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
		w.Ident(v).Syntax(".").Ident(k.property)
		if k.desc {
			w.Syntax(" DESC")
		}
	}
}

// after writes the keyset condition: the node stands behind the values in the order of keys. Cypher sorts null last, and first in
// descending order; the condition follows it.
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

func (w *writer) property(v string, k orderKey) { w.Ident(v).Syntax(".").Ident(k.property) }

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
