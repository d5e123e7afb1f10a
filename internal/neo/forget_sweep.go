package neo

import (
	"context"
	"slices"

	"sayso/internal/cypher"
	"sayso/internal/kg"
)

// mostRemains bounds how many places are told where something is left.
const mostRemains = 100

// sweep looks through the whole graph: what people wrote, what was told and what was decided loses the names; what
// still has one is told. The keys under which actors are looked up come last, for they follow from the actors.
func (f *forgetting) sweep(ctx context.Context) error {
	for _, names := range []bool{false, true} {
		for _, l := range archivedLabels {
			if (l.label == "Name") != names {
				continue
			}
			if err := f.sweepLabel(ctx, l); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *forgetting) sweepLabel(ctx context.Context, l archivedLabel) error {
	for after := ""; ; {
		nodes, err := f.store.archivedOf(ctx, l, after)
		if err != nil || len(nodes) == 0 {
			return err
		}
		for _, n := range nodes {
			after = n.Key
			if err := f.node(ctx, n); err != nil {
				return err
			}
		}
	}
}

// rewritten are the labels that the work on articles and actors has brought in order; keyed are properties by which
// nodes are known and which therefore stay.
var (
	rewritten = []string{"Article", "Statement", "Claim", "Sound", "Band", "Forgotten"}
	keyed     = []string{"id", "name", "folded", "key", "type", "source"}
	// lists that lose an entry of somebody forgotten; others keep it blacked out
	shortened = []string{"aliases", "ownAliases", "ownNames", "companions", "affiliations", "roles", "authors"}
)

// node takes names and ids out of what one node holds.
func (f *forgetting) node(ctx context.Context, n kg.ArchiveNode) error {
	own := slices.Contains(rewritten, n.Label)
	goes := own || n.Label == "Name" // a dry run finds what the work would have taken away before
	if goes && f.dry || slices.Contains(f.actors, n.Key) || f.aboutThem(n) {
		return nil
	}
	if _, named := f.black(n.Properties["question"]); named && n.Label == "StandingQuestion" {
		f.out.Counts.StandingQuestions++
		if f.dry {
			return nil
		}
		return f.store.RemoveStanding(ctx, n.Key)
	}
	changed := map[string]any{}
	for name, value := range n.Properties {
		black, hit := f.black(value)
		switch {
		case !hit:
		case own || slices.Contains(keyed, name):
			f.remains(n, name)
		case slices.Contains(shortened, name):
			changed[name] = f.without(value)
		default:
			changed[name] = black
		}
	}
	for _, e := range n.Edges {
		for name, value := range e.Properties {
			if _, hit := f.black(value); hit {
				f.remains(n, e.Type+" "+name)
			}
		}
	}
	return f.change(ctx, n, changed)
}

// change writes what of a node is other now, and forgets the names that an actor is not called by any more.
func (f *forgetting) change(ctx context.Context, n kg.ArchiveNode, changed map[string]any) error {
	if len(changed) == 0 {
		return nil
	}
	f.out.Counts.OtherEntries++
	if f.dry {
		return nil
	}
	var names []string
	for _, list := range []string{"aliases", "ownAliases"} {
		for _, alias := range asTexts(n.Properties[list]) {
			if f.list.Named(alias) && kg.FoldName(alias) != kg.FoldName(asText(n.Properties["name"])) {
				names = append(names, kg.FoldName(alias))
			}
		}
	}
	var w cypher.Writer
	l := archivedLabels[labelAt(n.Label)]
	w.Syntax("MATCH (n:").Ident(l.label).Syntax(" {").Ident(l.key).Syntax(": ").Param(n.Key)
	w.Syntax("}) SET n += ").Param(changed)
	q := w.Query("redact a node")
	return f.store.write(ctx, func(tx transaction) error {
		if _, err := tx.execute(q.Name, q.Text, q.Params); err != nil {
			return err
		}
		_, err := tx.run("forget_names", map[string]any{"id": n.Key, "names": orEmpty(names)})
		return err
	})
}

// aboutThem reports whether a judgement or rating goes with the actors; in a dry run it is still there.
func (f *forgetting) aboutThem(n kg.ArchiveNode) bool {
	return f.dry && (n.Label == "Judgement" || n.Label == "Rating") &&
		slices.ContainsFunc(n.Edges, func(e kg.ArchiveEdge) bool { return slices.Contains(f.actors, e.To.Key) })
}

// black gives a property without names and ids, and whether it had any.
func (f *forgetting) black(value any) (any, bool) {
	switch v := value.(type) {
	case string:
		return f.list.Black(v)
	case []any:
		out, hit := make([]any, len(v)), false
		for i, x := range v {
			black, had := f.black(x)
			out[i], hit = black, hit || had
		}
		return out, hit
	}
	return value, false
}

// without gives a list without the entries that have a name or an id.
func (f *forgetting) without(value any) []string {
	return slices.DeleteFunc(orEmpty(asTexts(value)), func(x string) bool { _, hit := f.list.Black(x); return hit })
}

func (f *forgetting) remains(n kg.ArchiveNode, where string) {
	if len(f.out.Remains) < mostRemains {
		why := "a name stands in its field " + where
		f.out.Remains = append(f.out.Remains, kg.Remainder{Kind: n.Label, ID: n.Key, Why: why})
	}
}
