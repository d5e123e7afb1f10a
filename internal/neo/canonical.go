package neo

import (
	"errors"
	"maps"
	"slices"

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

// loadCanonical is loadCanonicals for one record.
func loadCanonical(tx transaction, r kg.Record) (canonical, error) {
	list, err := loadCanonicals(tx, r)
	return list[0], err
}

// loadCanonicals looks the entities of records of different articles up: what splits say of each article first, then
// who stands for those.
func loadCanonicals(tx transaction, records ...kg.Record) ([]canonical, error) {
	lookups, out := make([]*lookup, len(records)), make([]canonical, len(records))
	for i, r := range records {
		lookups[i] = newLookup(r)
		out[i] = lookups[i].canonical
	}
	if err := followSplits(tx, lookups); err != nil {
		return out, err
	}
	var all []string
	for _, l := range lookups {
		all = append(all, l.all...)
	}
	rows, err := tx.rows("get_current", map[string]any{"ids": orEmpty(distinct(all))})
	for _, row := range rows {
		for _, l := range lookups {
			l.current(row)
		}
	}
	return out, err
}

// followSplits looks up which splits hold in each article, then those of whom these lead to.
func followSplits(tx transaction, lookups []*lookup) error {
	byArticle := map[string]*lookup{}
	for _, l := range lookups {
		byArticle[l.article] = l
	}
	for range maxSplits {
		articles := map[string][]string{}
		for _, l := range lookups {
			for _, id := range l.open {
				articles[id] = append(articles[id], l.article)
			}
			l.open = nil
		}
		if len(articles) == 0 {
			return nil
		}
		asked := make([]map[string]any, 0, len(articles))
		for id, list := range articles {
			asked = append(asked, map[string]any{"id": id, "articles": list})
		}
		rows, err := tx.rows("get_splits", map[string]any{"asked": asked})
		if err != nil {
			return err
		}
		for _, row := range rows {
			byArticle[row.text("article")].split(row)
		}
	}
	return nil
}

// lookup is what is known so far of who stands for the entities of one article.
type lookup struct {
	canonical
	article string
	meant   map[string][]string // who is meant in this article -> as whom they were recorded
	all     []string            // whom to look up
	open    []string            // those of them whose splits were not looked up
}

func newLookup(r kg.Record) *lookup {
	l := &lookup{canonical: canonical{map[string]actorName{}, map[string]bool{}}, article: r.Article.ID,
		meant: map[string][]string{}}
	for _, e := range withPublisher(r) {
		l.meant[e.ID] = []string{e.ID}
		l.all = append(l.all, e.ID)
	}
	l.open = distinct(l.all)
	return l
}

// split notes that in this article an actor is another one.
func (l *lookup) split(row values) {
	left, right := row.text("id"), row.text("right")
	for _, id := range l.meant[left] {
		l.by[id] = actorName{right, row.text("name")}
	}
	l.meant[right] = append(l.meant[right], l.meant[left]...)
	delete(l.meant, left)
	l.all, l.open = append(l.all, right), append(l.open, right)
}

// current notes that an actor is shown as another one.
func (l *lookup) current(row values) {
	id := row.text("id")
	if !slices.Contains(l.all, id) {
		return
	}
	l.hidden[id] = true
	for _, recorded := range l.meant[id] {
		l.by[recorded] = actorName{row.text("shown"), row.text("name")}
	}
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

// claims gives the record's claims about those who are shown, by the id that the record gave them. labels are those of
// their predicates; they are needed where somebody stands for another.
func (s canonical) claims(r kg.Record, labels map[string]string) map[string]kg.Claim {
	out, names := map[string]kg.Claim{}, map[string]string{}
	if len(s.by) > 0 {
		for _, e := range r.Entities {
			names[e.ID] = e.Name
		}
		for _, in := range s.by {
			names[in.id] = in.name
		}
	}
	for _, c := range r.Claims {
		out[c.ID] = s.claim(c, names, labels)
	}
	return out
}

func withPublisher(r kg.Record) []kg.Entity {
	if r.Publisher == nil {
		return r.Entities
	}
	return append([]kg.Entity{*r.Publisher}, r.Entities...)
}
