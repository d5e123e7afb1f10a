package neo

import (
	"maps"
	"slices"
	"strings"

	"sayso/internal/dispute"
	"sayso/internal/kg"
)

// refreshDisputes looks anew for what stands against the claims, after their statements changed. It gives the ids of
// all claims that it looked at: the given ones, and those that stand or stood against them.
func refreshDisputes(tx transaction, ids []string) ([]string, error) {
	cleared, err := tx.rows("clear_disputes", map[string]any{"ids": ids})
	if err != nil {
		return nil, err
	}
	touched := map[string]bool{}
	for _, id := range ids {
		touched[id] = true
	}
	for _, r := range cleared {
		for _, id := range r.texts("others") {
			touched[id] = true
		}
	}
	pairs, err := tx.rows("get_opposed", map[string]any{"ids": ids})
	if err != nil {
		return nil, err
	}
	rivals, err := tx.rows("get_rival_events",
		map[string]any{"ids": ids, "located": predicateNames(dispute.Located()), "single": predicateNames(dispute.Single()),
			"titled": predicateNames(dispute.Titled())})
	if err != nil {
		return nil, err
	}
	told := map[string]bool{}
	for _, p := range rivals {
		told[p.text("a")], told[p.text("b")] = true, true
	}
	pairs = append(pairs, rivals...)
	for _, p := range pairs {
		touched[p.text("a")], touched[p.text("b")] = true, true
	}
	all := slices.Sorted(maps.Keys(touched))
	if len(pairs) > 0 {
		if err := writeDisputes(tx, pairs, all, slices.Sorted(maps.Keys(told))); err != nil {
			return nil, err
		}
	}
	_, err = tx.run("set_contested", map[string]any{"ids": all})
	return all, err
}

// writeDisputes writes what stands between the claims of the pairs. ids are all of them, told those whose statements
// tell more than their claims.
func writeDisputes(tx transaction, pairs []values, ids, told []string) error {
	positions, err := loadPositions(tx, ids)
	if err != nil {
		return err
	}
	if err := loadSayings(tx, positions, told); err != nil {
		return err
	}
	edges := map[string][]map[string]any{}
	for _, p := range pairs {
		a, b := positions[p.text("a")], positions[p.text("b")]
		if p.flag("symmetric") {
			b = b.Mirrored(a)
		}
		d, ok := dispute.Between(a, b, p.flag("excludes"), p.flag("answers"))
		if !ok {
			continue
		}
		query := "save_contradictions"
		if d.Kind == kg.Superseded {
			query = "save_supersessions"
		}
		edges[query] = append(edges[query], map[string]any{
			"from": d.From, "to": d.To, "kind": string(d.Kind), "reason": d.Reason, "detector": dispute.Detector,
		})
	}
	for query, rows := range edges {
		if _, err := tx.run(query, map[string]any{"edges": rows}); err != nil {
			return err
		}
	}
	return nil
}

func loadPositions(tx transaction, ids []string) (map[string]kg.Position, error) {
	rows, err := tx.rows("get_positions", map[string]any{"ids": ids})
	out := map[string]kg.Position{}
	for _, r := range rows {
		c := readClaim(r.sub("claim"), r.text("subject"), r.text("object"))
		p := kg.Position{Claim: c, FirstOn: r.date("firstOn"), LastOn: r.date("lastOn"), Statements: r.number("statements")}
		if p.Statements == 0 {
			p = kg.Position{
				Claim: c, FirstOn: r.date("reportedFirst"), LastOn: r.date("reportedLast"), Statements: r.number("reports"),
				Hedged: true,
			}
		}
		p.Subject, p.Object, p.ObjectType = r.text("subjectName"), r.text("objectName"), kg.EntityType(r.text("objectType"))
		out[c.ID] = p
	}
	return out, err
}

// loadSayings adds the statements that make claims to their positions.
func loadSayings(tx transaction, positions map[string]kg.Position, ids []string) error {
	rows, err := tx.rows("get_sayings", map[string]any{"ids": ids})
	for _, r := range rows {
		p := positions[r.text("claim")]
		source := append([]string{r.text("speakerName")}, r.texts("sources")...)
		p.Sayings = append(p.Sayings, kg.Saying{On: r.date("on"), Article: r.text("article"), Speaker: r.text("speaker"),
			Source: strings.TrimSpace(strings.Join(source, " ")), Names: r.texts("names"), Places: r.texts("places"),
			Words: r.text("words")})
		positions[p.ID] = p
	}
	return err
}
