package reconcile

import (
	"context"
	"strconv"
)

// property is what a table can be extended by.
type property struct {
	thing
	quotes bool // of quotes, not of actors
	of     func(node) []any
}

// node is a thing with all that properties tell.
type node struct {
	actor
	Statements                    *counted
	SubjectOf, ObjectOf, Articles *counted
	Quote                         *struct{ Exact string }
	Date                          string
	Speaker                       *actor
	Article                       *struct {
		Title, URL, PublishedAt string
		Publisher               *actor
	}
}

type counted struct {
	TotalCount int
	Nodes      []struct {
		Quote struct{ Exact string }
		Date  string
	}
}

// properties are all of them.
var properties = []property{
	{thing{"name", "name"}, false, func(n node) []any { return texts(n.Name) }},
	{thing{"alias", "other names"}, false, func(n node) []any { return texts(n.Aliases...) }},
	{thing{"kind", "kind"}, false, func(n node) []any { return texts(n.Kind) }},
	{thing{"description", "description"}, false, func(n node) []any { return texts(n.Description) }},
	{thing{"wikidataId", "Wikidata id"}, false, func(n node) []any { return texts(n.WikidataID) }},
	{thing{"statements", "how many statements it made"}, false, func(n node) []any { return number(n.Statements) }},
	{thing{"lastQuote", "its latest words"}, false, func(n node) []any { return latest(n.Statements, true) }},
	{thing{"lastSaidOn", "the day of its latest words"}, false, func(n node) []any { return latest(n.Statements, false) }},
	{thing{"did", "how many claims say what it did"}, false, func(n node) []any { return number(n.SubjectOf) }},
	{thing{"done", "how many claims say what was done to it"}, false, func(n node) []any { return number(n.ObjectOf) }},
	{thing{"articles", "how many articles name it"}, false, func(n node) []any { return number(n.Articles) }},
	{thing{"speaker", "who said it"}, true, func(n node) []any { return ends(n.Speaker) }},
	{thing{"date", "when it was said"}, true, func(n node) []any { return texts(n.Date) }},
	{thing{"outlet", "who published it"}, true, func(n node) []any {
		if n.Article == nil {
			return []any{}
		}
		return ends(n.Article.Publisher)
	}},
	{thing{"url", "the article's address"}, true, func(n node) []any {
		if n.Article == nil {
			return []any{}
		}
		return texts(n.Article.URL)
	}},
}

// value is one cell: words, a number, or a thing.
type value map[string]any

func texts(list ...string) []any {
	out := []any{}
	for _, text := range list {
		if text != "" {
			out = append(out, value{"str": text})
		}
	}
	return out
}

func number(c *counted) []any {
	if c == nil {
		return []any{}
	}
	return []any{value{"float": c.TotalCount}}
}

func latest(c *counted, words bool) []any {
	if c == nil || len(c.Nodes) == 0 {
		return []any{}
	}
	if words {
		return texts(c.Nodes[0].Quote.Exact)
	}
	return texts(c.Nodes[0].Date)
}

func ends(a *actor) []any {
	if a == nil {
		return []any{}
	}
	return []any{value{"id": a.ID, "name": a.Name}}
}

// things reads things by their ids; one that is not there is nil.
func (s *service) things(ctx context.Context, ids []string) ([]*node, error) {
	var out []*node
	for at := 0; at < len(ids); at += mostIDs {
		var data struct{ Nodes []*node }
		if err := s.ask(ctx, s.documents.Things, map[string]any{"ids": ids[at:min(len(ids), at+mostIDs)]},
			&data); err != nil {
			return nil, err
		}
		out = append(out, data.Nodes...)
	}
	return out, nil
}

// mostIDs is how many the API gives at a time.
const mostIDs = 100

// wanted is a property that is asked for, with its settings.
type wanted struct {
	ID       string         `json:"id"`
	Settings map[string]any `json:"settings"`
}

// limit is how many values are wanted; all without one.
func (w wanted) limit(n int) int {
	switch x := w.Settings["limit"].(type) {
	case float64:
		if x > 0 {
			return min(n, int(x))
		}
	case string:
		if k, err := strconv.Atoi(x); err == nil && k > 0 {
			return min(n, k)
		}
	}
	return n
}

// cells are a thing's values of the properties; none for what is not there.
func cells(n *node, wants []wanted) map[string][]any {
	out := map[string][]any{}
	for _, w := range wants {
		out[w.ID] = []any{}
		for _, p := range properties {
			if p.ID == w.ID && n != nil {
				values := p.of(*n)
				out[w.ID] = values[:w.limit(len(values))]
			}
		}
	}
	return out
}

// meta names the properties that are asked for.
func meta(wants []wanted) []thing {
	out := []thing{}
	for _, w := range wants {
		t := thing{w.ID, w.ID}
		for _, p := range properties {
			if p.ID == w.ID {
				t = p.thing
			}
		}
		out = append(out, t)
	}
	return out
}

// proposed are the properties that a type has.
func proposed(kind string) []thing {
	out := []thing{}
	for _, p := range properties {
		if p.quotes == (kind == "Quote") {
			out = append(out, p.thing)
		}
	}
	return out
}
