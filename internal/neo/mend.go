package neo

import "sayso/internal/kg"

// mendClaims counts claims anew, with the edges that tell them.
func mendClaims(_ *Store, tx transaction, faults []values) error {
	return recount(tx, idsOf(faults))
}

// recount is refreshClaims without a new look for what stands against the claims: that depends on nothing that a repair
// changes, and takes longest.
func recount(tx transaction, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	for _, query := range []string{
		"refresh_claims", "set_contested", "add_shortcuts", "refresh_shortcuts", "delete_idle_claims",
	} {
		if _, err := tx.run(query, map[string]any{"ids": ids}); err != nil {
			return err
		}
	}
	return nil
}

// claimsOf runs a query that gives claims, and counts those anew.
func claimsOf(tx transaction, query string, params map[string]any) error {
	rows, err := tx.rows(query, params)
	if err != nil {
		return err
	}
	ids := []string{}
	for _, r := range rows {
		ids = append(ids, r.text("claim"))
		ids = append(ids, r.texts("claims")...)
	}
	return recount(tx, distinct(ids))
}

func distinct(ids []string) []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}

func mendLapsed(_ *Store, tx transaction, faults []values) error {
	return claimsOf(tx, "mend_lapsed", map[string]any{"ids": idsOf(faults)})
}

func mendOrigins(_ *Store, tx transaction, faults []values) error {
	ids := idsOf(faults)
	if _, err := tx.run("lock", map[string]any{"name": originLock}); err != nil {
		return err
	}
	if _, err := tx.run("mend_origins", map[string]any{"ids": ids}); err != nil {
		return err
	}
	return claimsOf(tx, "split_origin", map[string]any{"ids": ids})
}

// mendShortcuts takes the edges away and draws them anew from their claims.
func mendShortcuts(_ *Store, tx transaction, faults []values) error {
	rows := make([]map[string]any, len(faults))
	for i, f := range faults {
		rows[i] = map[string]any{"id": f.text("id"), "object": f.text("object"), "predicate": f.text("predicate")}
	}
	return claimsOf(tx, "mend_shortcuts", map[string]any{"rows": rows})
}

func mendNames(_ *Store, tx transaction, faults []values) error {
	var rows []map[string]any
	for _, f := range faults {
		rows = append(rows, map[string]any{"id": f.text("id"), "names": f["names"]})
	}
	_, err := tx.run("save_names", map[string]any{"entities": rows})
	return err
}

func mendActors(_ *Store, tx transaction, faults []values) error {
	_, err := tx.run("delete_idle_actors", map[string]any{"ids": idsOf(faults)})
	return err
}

// mendTold tells the feed of articles that it does not know.
func mendTold(s *Store, tx transaction, faults []values) error {
	for _, id := range idsOf(faults) {
		if err := s.appendChange(tx, kg.Change{
			Kind: kg.ArticleSaved, Reason: "found when the graph was checked", Concerns: []string{id},
		}); err != nil {
			return err
		}
	}
	return nil
}

func mendCounter(_ *Store, tx transaction, faults []values) error {
	_, err := tx.run("mend_counter", map[string]any{"ids": idsOf(faults)})
	return err
}
