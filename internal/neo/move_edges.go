package neo

import (
	"maps"
	"slices"

	"sayso/internal/kg"
)

// rewire brings the graph from what s says to what after says: who is shown, where edges lead, what claims there are,
// who is called what.
func (s scope) rewire(tx transaction, after scope) error {
	moves := s.moves(after)
	canonical := after.canonicalIDs()
	if len(moves) == 0 && maps.Equal(canonical, s.canonicalIDs()) {
		return nil
	}
	var appear []string
	for id := range canonical {
		if !s.entities[id].canonical {
			appear = append(appear, id)
		}
	}
	slices.Sort(appear)
	if _, err := tx.run("show_entities", map[string]any{"ids": appear}); err != nil {
		return err
	}
	touched := map[string]bool{}
	for _, m := range moves {
		for _, query := range []string{"move_edges", "move_publisher", "move_names"} {
			if _, err := tx.run(query, m.params()); err != nil {
				return err
			}
		}
	}
	if err := after.moveAssertions(tx, moves, touched); err != nil {
		return err
	}
	if err := refreshClaims(tx, slices.Sorted(maps.Keys(touched))); err != nil {
		return err
	}
	return after.rename(tx, canonical)
}

// canonicalIDs is the set of those who stand for somebody.
func (s scope) canonicalIDs() map[string]bool {
	out := map[string]bool{}
	identities := s.identities()
	for _, e := range s.recorded() {
		out[identities.Canonical(e.ID, "")] = true
	}
	return out
}

// moveAssertions ties statements to the claims about those who are shown now. touched gathers the claims that gain or
// lose one.
func (s scope) moveAssertions(tx transaction, moves []move, touched map[string]bool) error {
	identities := s.identities()
	var claims []kg.Claim
	var rows []map[string]any
	seen := map[string]bool{}
	for _, m := range moves {
		records, err := tx.rows("get_assertions_of", m.params())
		if err != nil {
			return err
		}
		for _, r := range records {
			if edge := r.text("edge"); !seen[edge] {
				seen[edge] = true
				from := r.sub("claim").text("id")
				claim, subject, object := s.claimNow(identities, r)
				claims = append(claims, claim)
				touched[from], touched[claim.ID] = true, true
				rows = append(rows, map[string]any{
					"edge": edge, "statement": r.text("statement"), "from": from, "to": claim.ID, "subject": subject, "object": object,
				})
			}
		}
	}
	if len(rows) == 0 {
		return nil
	}
	if _, err := tx.run("save_claims", map[string]any{"claims": claimRows(claims)}); err != nil {
		return err
	}
	_, err := tx.run("move_assertions", map[string]any{"rows": rows})
	return err
}

// claimNow is the claim that a row's assertion makes under identities, with the recorded ids that its edge must keep
// (nil where the claim has them itself).
func (s scope) claimNow(identities *kg.Identities, r values) (c kg.Claim, subject, object any) {
	c = readClaim(r.sub("claim"), r.text("subject"), r.text("object"))
	side := func(endpoint, name, keptID string) (string, string, any) {
		id := keptID
		if id == "" {
			id = endpoint
		}
		if _, ours := s.entities[id]; ours {
			endpoint = identities.Canonical(id, r.text("article"))
			name = s.entities[endpoint].Name
		}
		if id == endpoint {
			return endpoint, name, nil
		}
		return endpoint, name, id
	}
	var subjectName, objectName string
	c.SubjectID, subjectName, subject = side(c.SubjectID, r.text("subjectName"), r.text("recordedSubject"))
	c.ObjectID, objectName, object = side(c.ObjectID, r.text("objectName"), r.text("recordedObject"))
	if subjectName == "" {
		subjectName = c.SubjectText
	}
	if objectName == "" {
		objectName = c.ObjectText
	}
	c.ID = kg.ClaimID(c)
	c.Text = kg.ClaimText(c, r.text("label"), subjectName, objectName)
	return c, subject, object
}

// rename says what every actor of the scope is called, and hides those that others stand for.
func (s scope) rename(tx transaction, canonical map[string]bool) error {
	identities := s.identities()
	group := map[string][]string{}
	for _, e := range s.recorded() {
		at := identities.Canonical(e.ID, "")
		group[at] = append(group[at], e.ID)
	}
	var names, hidden []map[string]any
	for _, id := range s.ids() {
		e := s.entities[id]
		switch {
		case !canonical[id]:
			hidden = append(hidden, map[string]any{"id": id, "into": identities.Canonical(id, "")})
			names = append(names, map[string]any{
				"id": id, "names": []string{}, "aliases": e.aliases, "ownAliases": orEmpty(e.aliases), "ownNames": orEmpty(e.names),
			})
		case len(group[id]) == 1:
			names = append(names, map[string]any{
				"id": id, "names": orEmpty(e.names), "aliases": orEmpty(e.aliases), "ownAliases": nil, "ownNames": nil,
			})
		default:
			all := s.namesOf(id, group[id])
			names = append(names, map[string]any{
				"id": id, "names": all.names, "aliases": all.aliases, "ownAliases": orEmpty(e.aliases),
				"ownNames": orEmpty(e.names),
			})
		}
	}
	if _, err := tx.run("set_names", map[string]any{"rows": names}); err != nil {
		return err
	}
	_, err := tx.run("hide_entities", map[string]any{"rows": hidden})
	return err
}

// namesOf gathers the names of everybody for whom one stands.
func (s scope) namesOf(id string, group []string) recorded {
	var all recorded
	for _, other := range group {
		e := s.entities[other]
		all.names = append(all.names, e.names...)
		all.aliases = append(append(all.aliases, e.aliases...), e.Name)
	}
	slices.Sort(all.names)
	slices.Sort(all.aliases)
	all.names = slices.Compact(all.names)
	all.aliases = slices.DeleteFunc(slices.Compact(all.aliases), func(a string) bool { return a == s.entities[id].Name })
	return all
}
