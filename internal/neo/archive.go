package neo

import (
	"cmp"
	"context"
	"encoding/json"
	"maps"
	"slices"

	"sayso/internal/cypher"
	"sayso/internal/kg"
)

// archivedLabel is a label of nodes that archives hold.
type archivedLabel struct {
	label, key string // key is the property by which such nodes are told apart
	page       int    // how many are read at a time; articles are long
}

// archivedLabels are in the order of archives. What a start makes by itself (migrations, locks) is not among them.
var archivedLabels = []archivedLabel{
	{"Predicate", "id", 500}, {"Name", "folded", 500}, {"Sound", "key", 500}, {"Band", "key", 500},
	{"Entity", "id", 200}, {"Merged", "id", 200}, {"Article", "id", 20}, {"Deleted", "id", 500}, {"Claim", "id", 500},
	{"Statement", "id", 200}, {"Judgement", "id", 500}, {"Rating", "id", 500}, {"Outbox", "name", 500},
	{"Change", "id", 200},
	{"Forgotten", "id", 500},
	{"Source", "id", 500}, {"SourceItem", "key", 500}, {"StandingQuestion", "id", 200}, {"Telling", "id", 200},
}

// restoreLock marks a graph whose restore has begun and not ended.
const restoreLock = "restore"

// Edition implements kg.Archivist.
func (s *Store) Edition(ctx context.Context) (int, error) {
	done, err := s.migrated(ctx)
	return len(done), err
}

// Archived implements kg.Archivist.
func (s *Store) Archived(ctx context.Context, after kg.ArchiveRef) ([]kg.ArchiveNode, error) {
	at := max(0, labelAt(after.Label))
	if after.Label != "" && labelAt(after.Label) < 0 {
		return nil, kg.Errorf(kg.Invalid, "an archive has no nodes with the label %q", after.Label)
	}
	for ; at < len(archivedLabels); at++ {
		nodes, err := s.archivedOf(ctx, archivedLabels[at], after.Key)
		if err != nil || len(nodes) > 0 {
			return nodes, err
		}
		after.Key = ""
	}
	return nil, nil
}

func labelAt(label string) int {
	return slices.IndexFunc(archivedLabels, func(l archivedLabel) bool { return l.label == label })
}

// archivedOf reads the nodes of one label behind a key.
func (s *Store) archivedOf(ctx context.Context, l archivedLabel, after string) ([]kg.ArchiveNode, error) {
	var w cypher.Writer
	w.Syntax("MATCH (n:").Ident(l.label).Syntax(") WHERE n.").Ident(l.key).Syntax(" > ").Param(after)
	w.Syntax(" WITH n ORDER BY n.").Ident(l.key).Syntax(" LIMIT ").Param(l.page)
	w.Syntax(" RETURN n.").Ident(l.key).Syntax(" AS key, labels(n) AS labels, properties(n) AS properties, " +
		"COLLECT { MATCH (n)-[r]->(m) RETURN {type: type(r), labels: labels(m), properties: properties(r), " +
		"ends: {id: m.id, folded: m.folded, key: m.key, name: m.name}} } AS edges ORDER BY key")
	q := w.Query("archive")
	records, err := s.records(ctx, q.Name, q.Text, q.Params)
	if err != nil {
		return nil, s.fault(ctx, q.Name, err)
	}
	out := make([]kg.ArchiveNode, len(records))
	for i, record := range records {
		r := row(record)
		out[i] = kg.ArchiveNode{ArchiveRef: kg.ArchiveRef{Label: l.label, Key: r.text("key")},
			Labels:     besides(r.texts("labels"), l.label),
			Properties: r.sub("properties"), Edges: archivedEdges(r.list("edges"))}
	}
	return out, nil
}

func besides(labels []string, label string) []string {
	labels = slices.DeleteFunc(labels, func(l string) bool { return l == label })
	slices.Sort(labels)
	return labels
}

// archivedEdges reads edges and puts them in an order that depends on nothing but themselves.
func archivedEdges(list []any) []kg.ArchiveEdge {
	var out []kg.ArchiveEdge
	for _, item := range list {
		m, _ := item.(map[string]any)
		r := values(m)
		for _, l := range archivedLabels {
			if slices.Contains(r.texts("labels"), l.label) {
				to := kg.ArchiveRef{Label: l.label, Key: r.sub("ends").text(l.key)}
				out = append(out, kg.ArchiveEdge{Type: r.text("type"), To: to, Properties: r.sub("properties")})
				break
			}
		}
	}
	// maps are written in order of their keys
	text := func(e kg.ArchiveEdge) string { b, _ := json.Marshal(e.Properties); return string(b) }
	slices.SortFunc(out, func(a, b kg.ArchiveEdge) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.To.Label, b.To.Label), cmp.Compare(a.To.Key, b.To.Key),
			cmp.Compare(text(a), text(b)))
	})
	return out
}

// Still implements kg.Archivist.
func (s *Store) Still(ctx context.Context, work func() error) error {
	select {
	case s.turn <- struct{}{}:
		defer func() { <-s.turn }()
	case <-ctx.Done():
		return s.fault(ctx, "still", ctx.Err())
	}
	return work()
}

// BeginRestore implements kg.Archivist.
func (s *Store) BeginRestore(ctx context.Context) error {
	return s.write(ctx, func(tx transaction) error {
		rows, err := tx.rows("begin_restore", map[string]any{"name": restoreLock})
		if err == nil && len(rows) == 0 {
			return kg.Errorf(kg.Conflict, "the graph is not empty, and an archive is never mixed into another graph; "+
				"start a server with an empty data folder: gqlserver --no-sample --data FOLDER")
		}
		return err
	})
}

// EndRestore implements kg.Archivist.
func (s *Store) EndRestore(ctx context.Context) error {
	return s.write(ctx, func(tx transaction) error {
		_, err := tx.run("end_restore", map[string]any{"name": restoreLock})
		return err
	})
}

// Restore implements kg.Archivist. An edge may come before the node that it leads to, which is then made by its key
// alone and filled in when its own line comes.
func (s *Store) Restore(ctx context.Context, nodes []kg.ArchiveNode) error {
	queries, err := restoring(nodes)
	if err != nil {
		return err
	}
	return s.write(ctx, func(tx transaction) error {
		for _, q := range queries {
			if _, err := tx.execute(q.Name, q.Text, q.Params); err != nil {
				return err
			}
		}
		return nil
	})
}

// tie is what the edges of one query have in common.
type tie struct {
	kind     string
	from, to archivedLabel
}

// restoring gives the queries that write nodes, then those that write edges.
func restoring(nodes []kg.ArchiveNode) ([]cypher.Query, error) {
	byLabel, byTie := map[archivedLabel][]any{}, map[tie][]any{}
	for _, n := range nodes {
		at := labelAt(n.Label)
		if at < 0 || n.Key == "" {
			return nil, kg.Errorf(kg.Invalid, "a node with the label %q and the key %q is none of an archive", n.Label, n.Key)
		}
		l := archivedLabels[at]
		byLabel[l] = append(byLabel[l], map[string]any{"key": n.Key, "labels": orEmpty(n.Labels), "properties": n.Properties})
		for _, e := range n.Edges {
			end := labelAt(e.To.Label)
			if end < 0 || e.To.Key == "" {
				return nil, kg.Errorf(kg.Invalid, "the edge %s of %s %s leads to no node of an archive", e.Type, n.Label, n.Key)
			}
			t := tie{e.Type, l, archivedLabels[end]}
			byTie[t] = append(byTie[t], map[string]any{"from": n.Key, "to": e.To.Key, "properties": e.Properties})
		}
	}
	var out []cypher.Query
	for _, l := range slices.SortedFunc(maps.Keys(byLabel), func(a, b archivedLabel) int {
		return cmp.Compare(a.label, b.label)
	}) {
		out = append(out, restoreNodes(l, byLabel[l]))
	}
	for t, rows := range byTie {
		out = append(out, restoreEdges(t, rows))
	}
	return out, nil
}

func restoreNodes(l archivedLabel, rows []any) cypher.Query {
	var w cypher.Writer
	w.Syntax("UNWIND ").Param(rows).Syntax(" AS row MERGE (n:").Ident(l.label).Syntax(" {").Ident(l.key).
		Syntax(": row.key}) " +
			"SET n = row.properties SET n:$(row.labels) WITH n OPTIONAL MATCH (n)-[r]->() DELETE r")
	return w.Query("restore nodes")
}

func restoreEdges(t tie, rows []any) cypher.Query {
	var w cypher.Writer
	w.Syntax("UNWIND ").Param(rows).Syntax(" AS row MATCH (a:").Ident(t.from.label).Syntax(" {").Ident(t.from.key).
		Syntax(": row.from}) " +
			"MERGE (b:").Ident(t.to.label).Syntax(" {").Ident(t.to.key).Syntax(": row.to}) " +
		"CREATE (a)-[r:").Ident(t.kind).Syntax("]->(b) SET r = row.properties")
	return w.Query("restore edges")
}
