package neo

import (
	"errors"
	"maps"

	"sayso/internal/kg"
)

// errChanged says that an actor of the record was judged while the record was being written: its transaction must start
// anew.
var errChanged = errors.New("neo: an actor was judged meanwhile")

// canonical says, for the recorded entities of one article, who stands for them there.
type canonical struct {
	by     map[string]actorName // those for whom another one stands
	hidden map[string]bool      // those whom the graph does not show as themselves in any article
}

type actorName struct{ id, name string }

// loadCanonical looks the entities of a record up: what splits say of this article first, then who stands for those.
func loadCanonical(tx transaction, r kg.Record) (canonical, error) {
	s := canonical{map[string]actorName{}, map[string]bool{}}
	meant := map[string][]string{} // who is meant in this article -> as whom they were recorded
	var all []string
	for _, e := range withPublisher(r) {
		meant[e.ID] = []string{e.ID}
		all = append(all, e.ID)
	}
	for open, deep := all, 0; len(open) > 0 && deep < maxSplits; deep++ {
		rows, err := tx.rows("get_splits", map[string]any{"ids": open, "article": r.Article.ID})
		if err != nil {
			return s, err
		}
		open = nil
		for _, row := range rows {
			left, right := row.text("id"), row.text("right")
			for _, id := range meant[left] {
				s.by[id] = actorName{right, row.text("name")}
			}
			meant[right] = append(meant[right], meant[left]...)
			delete(meant, left)
			open = append(open, right)
		}
		all = append(all, open...)
	}
	rows, err := tx.rows("get_current", map[string]any{"ids": all})
	for _, row := range rows {
		s.hidden[row.text("id")] = true
		for _, id := range meant[row.text("id")] {
			s.by[id] = actorName{row.text("shown"), row.text("name")}
		}
	}
	return s, err
}

// maxSplits is how deep splits of splits are followed.
const maxSplits = 10

func (s canonical) equal(other canonical) bool {
	return maps.Equal(s.by, other.by) && maps.Equal(s.hidden, other.hidden)
}

// of gives who stands for a recorded entity, and the recorded id where that is somebody else (nil otherwise).
func (s canonical) of(recorded string) (id string, kept any) {
	if in, ok := s.by[recorded]; ok && in.id != recorded {
		return in.id, recorded
	}
	return recorded, nil
}

// claim gives a claim about those who are shown.
func (s canonical) claim(c kg.Claim, names, labels map[string]string) kg.Claim {
	subject, subjectKept := s.of(c.SubjectID)
	object, objectKept := s.of(c.ObjectID)
	if subjectKept == nil && objectKept == nil {
		return c
	}
	c.SubjectID, c.ObjectID = subject, object
	c.ID = kg.ClaimID(c)
	c.Text = kg.ClaimText(c, labels[string(c.Predicate)], orWords(names[subject], c.SubjectText),
		orWords(names[object], c.ObjectText))
	return c
}

func orWords(name, words string) string {
	if name == "" {
		return words
	}
	return name
}

// claims gives the record's claims about those who are shown, by the id that the record gave them.
func (s canonical) claims(tx transaction, r kg.Record) (map[string]kg.Claim, error) {
	out, names, labels := map[string]kg.Claim{}, map[string]string{}, map[string]string{}
	if len(s.by) > 0 {
		for _, e := range r.Entities {
			names[e.ID] = e.Name
		}
		for _, in := range s.by {
			names[in.id] = in.name
		}
		var ids []string
		for _, c := range r.Claims {
			ids = append(ids, string(c.Predicate))
		}
		rows, err := tx.rows("get_labels", map[string]any{"ids": ids})
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			labels[row.text("id")] = row.text("label")
		}
	}
	for _, c := range r.Claims {
		out[c.ID] = s.claim(c, names, labels)
	}
	return out, nil
}

func withPublisher(r kg.Record) []kg.Entity {
	if r.Publisher == nil {
		return r.Entities
	}
	return append([]kg.Entity{*r.Publisher}, r.Entities...)
}
