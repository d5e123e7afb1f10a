package neo

import (
	"context"
	"fmt"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/internal/cypher"
	"sayso/internal/kg"
)

// invariant is how a kg.Invariant is proved: nodes of one label are looked at, page by page.
type invariant struct {
	kg.Invariant
	label, key string
	page       int
	// look gives a row for each fault of the nodes: id, what, and what mend wants to know. looked is how many things were
	// looked at where these are not the nodes themselves.
	look func(tx transaction, ids []string) (faults []values, looked int, err error)
	mend func(s *Store, tx transaction, faults []values) error // nil where nothing can be done
}

// asked looks by a fixed query of that name.
func asked(query string) func(transaction, []string) ([]values, int, error) {
	return func(tx transaction, ids []string) ([]values, int, error) {
		rows, err := tx.rows(query, map[string]any{"ids": ids})
		return rows, len(ids), err
	}
}

// Invariants implements kg.Inspector.
func (s *Store) Invariants() []kg.Invariant {
	out := make([]kg.Invariant, len(invariants))
	for i, inv := range invariants {
		out[i] = inv.Invariant
	}
	return out
}

// Inspect implements kg.Inspector.
func (s *Store) Inspect(ctx context.Context, name, after, by string) (kg.Inspected, error) {
	at := slices.IndexFunc(invariants, func(inv invariant) bool { return inv.Name == name })
	if at < 0 {
		return kg.Inspected{}, kg.Errorf(kg.Invalid, "there is no invariant called %q", name)
	}
	inv := invariants[at]
	ids, err := s.keysBehind(ctx, inv, after)
	if err != nil || len(ids) == 0 {
		return kg.Inspected{}, err
	}
	out := kg.Inspected{After: ids[len(ids)-1]}
	var suspected []string
	err = s.readWork(ctx, func(tx transaction) error {
		faults, looked, err := inv.look(tx, ids)
		out.Looked, suspected = looked, idsOf(faults)
		return err
	})
	if err != nil || len(suspected) == 0 {
		return out, err
	}
	err = s.write(ctx, func(tx transaction) error {
		out.Faults, err = s.lookAgain(tx, inv, suspected, by)
		return err
	})
	return out, err
}

// lookAgain looks at what seemed wrong in a transaction that no other write of this server runs beside, and repairs it
// where somebody wants that.
func (s *Store) lookAgain(tx transaction, inv invariant, ids []string, by string) ([]kg.Fault, error) {
	found, _, err := inv.look(tx, ids)
	if err != nil {
		return nil, err
	}
	left := found
	if by != "" && inv.mend != nil && len(found) > 0 {
		if err := inv.mend(s, tx, found); err != nil {
			return nil, err
		}
		if left, _, err = inv.look(tx, ids); err != nil {
			return nil, err
		}
	}
	wrong := idsOf(left)
	var out []kg.Fault
	for _, f := range found {
		out = append(out, kg.Fault{ID: f.text("id"), What: f.text("what"), Repaired: !slices.Contains(wrong, f.text("id"))})
	}
	mended := slices.DeleteFunc(idsOf(found), func(id string) bool { return slices.Contains(wrong, id) })
	if len(mended) == 0 {
		return out, nil
	}
	return out, s.appendChange(tx, kg.Change{Kind: kg.GraphRepaired, By: by, Reason: inv.Means,
		After: fmt.Sprintf("%s: %d repaired", inv.Name, len(mended)), Concerns: mended})
}

// idsOf lists the nodes of faults, each once, in their order.
func idsOf(faults []values) []string {
	var out []string
	seen := map[string]bool{}
	for _, f := range faults {
		if id := f.text("id"); !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}

// keysBehind lists the keys of the next nodes.
func (s *Store) keysBehind(ctx context.Context, inv invariant, after string) ([]string, error) {
	var w cypher.Writer
	w.Syntax("MATCH (n:").Ident(inv.label).Syntax(") WHERE n.").Ident(inv.key).Syntax(" > ").Param(after)
	w.Syntax(" RETURN n.").Ident(inv.key).Syntax(" AS key ORDER BY key LIMIT ").Param(inv.page)
	q := w.Query("keys of " + inv.Name)
	records, err := s.records(ctx, q.Name, q.Text, q.Params)
	if err != nil {
		return nil, s.fault(ctx, q.Name, err)
	}
	out := make([]string, len(records))
	for i, r := range records {
		out[i] = row(r).text("key")
	}
	return out, nil
}

// readWork runs work in one transaction that writes nothing.
func (s *Store) readWork(ctx context.Context, work func(transaction) error) error {
	session := s.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, DatabaseName: s.database})
	defer func() { _ = session.Close(ctx) }()
	_, err := session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return nil, work(transaction{ctx, tx, s})
	}, timeout(ctx)...)
	return s.fault(ctx, "inspect", err)
}
