package neo

import (
	"cmp"
	"slices"
	"strings"

	"sayso/internal/kg"
)

// batch writes records of different articles in one transaction, all rows of a kind by one statement: a statement costs
// Neo4j and the way there more than the rows of an article do.
type batch struct {
	store   *Store
	tx      transaction
	parts   []*part
	touched []string // claims of other articles whose counts changed
}

// part is a record of a batch, with what becomes known of it.
type part struct {
	kg.Record
	canonical canonical
	claims    map[string]kg.Claim // by the id that the record gave them
	saved     kg.Saved
	known     map[string]map[place]bool // the statements that were there before, with whom they mention where
	replaced  []string                  // statements that this reading took back
	fresh     []string                  // statements that an article gains which was read before
}

// place is where a statement mentions an actor.
type place struct {
	entity     string
	start, end int
}

func newBatch(s *Store, tx transaction, records ...kg.Record) *batch {
	b := &batch{store: s, tx: tx}
	for _, r := range records {
		b.add(r)
	}
	return b
}

func (b *batch) add(r kg.Record) { b.parts = append(b.parts, &part{Record: r}) }

func (b *batch) save() error {
	for _, step := range []func() error{
		b.articles, b.entities, b.names, b.claims, b.statements, b.replace, b.edges, b.carry, b.origin, b.counts,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// runRows runs a query of rows, if there are any.
func (b *batch) runRows(query, name string, rows []map[string]any) error {
	if len(rows) == 0 {
		return nil
	}
	_, err := b.tx.run(query, map[string]any{name: rows})
	return err
}

// created runs a query that gives the ids of what is new.
func (b *batch) created(query string, params map[string]any) (map[string]bool, error) {
	rows, err := b.tx.rows(query, params)
	ids := make(map[string]bool, len(rows))
	for _, r := range rows {
		ids[r.text("id")] = true
	}
	return ids, err
}

// takeOut counts those of a list that are in a set, and takes them out: what several records of a batch have is new in
// the first of them.
func takeOut[T any](set map[string]bool, list []T, id func(T) string) int {
	before := len(set)
	for _, x := range list {
		delete(set, id(x))
	}
	return before - len(set)
}

func (b *batch) records() []kg.Record {
	out := make([]kg.Record, len(b.parts))
	for i, p := range b.parts {
		out[i] = p.Record
	}
	return out
}

// hidden are the entities that the graph does not show as themselves in any article.
func (b *batch) hidden() map[string]bool {
	out := map[string]bool{}
	for _, p := range b.parts {
		for id := range p.canonical.hidden {
			out[id] = true
		}
	}
	return out
}

// allEntities gathers the entities of all records, each once, as if their articles had come one after the other.
func (b *batch) allEntities() []kg.Entity {
	var out []kg.Entity
	at := map[string]int{}
	for _, p := range b.parts {
		for _, e := range withPublisher(p.Record) {
			i, ok := at[e.ID]
			if !ok {
				at[e.ID] = len(out)
				out = append(out, e)
				continue
			}
			out[i] = combined(out[i], e)
		}
	}
	return out
}

// combined is one entity with what two articles say of it.
func combined(a, b kg.Entity) kg.Entity {
	if plain(a.Name) && !plain(b.Name) {
		a.Name = b.Name
	}
	a.Kind, a.Description = cmp.Or(a.Kind, b.Kind), cmp.Or(a.Description, b.Description)
	a.WikidataID = cmp.Or(a.WikidataID, b.WikidataID)
	for _, list := range []struct {
		all  *[]string
		more []string
	}{
		{&a.Aliases, b.Aliases}, {&a.Names, b.Names}, {&a.Sounds, b.Sounds}, {&a.Roles, b.Roles},
		{&a.Affiliations, b.Affiliations}, {&a.Companions, b.Companions},
	} {
		*list.all = union(*list.all, list.more)
	}
	return a
}

// plain reports whether a name has no letters beyond ASCII.
func plain(name string) bool {
	return strings.IndexFunc(name, func(r rune) bool { return r < ' ' || r > '~' }) < 0
}

// union gives the values of two lists, each once, in order; it changes neither.
func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// labels are those of the predicates of records in which somebody stands for another.
func (b *batch) labels() (map[string]string, error) {
	var ids []string
	for _, p := range b.parts {
		if len(p.canonical.by) > 0 {
			for _, c := range p.Record.Claims {
				ids = append(ids, string(c.Predicate))
			}
		}
	}
	out := map[string]string{}
	if len(ids) == 0 {
		return out, nil
	}
	rows, err := b.tx.rows("get_labels", map[string]any{"ids": distinct(ids)})
	for _, r := range rows {
		out[r.text("id")] = r.text("label")
	}
	return out, err
}

// loadKnown looks up which statements are there already. The article's node is locked, so none comes meanwhile.
func (b *batch) loadKnown() error {
	known, ids := map[string]*part{}, []string{}
	for _, p := range b.parts {
		if !p.saved.ArticleIsNew {
			for _, id := range p.statementIDs() {
				known[id], ids = p, append(ids, id)
			}
		}
		p.known = map[string]map[place]bool{}
	}
	if len(ids) == 0 {
		return nil
	}
	rows, err := b.tx.rows("get_known_statements", map[string]any{"ids": ids})
	for _, r := range rows {
		mentions := map[place]bool{}
		for _, item := range r.list("mentions") {
			m, _ := item.(map[string]any)
			v := values(m)
			mentions[place{v.text("entity"), v.number("start"), v.number("end")}] = true
		}
		id := r.text("id")
		known[id].known[id] = mentions
	}
	return err
}

// countStatements counts the statements and mentions that are new.
func (p *part) countStatements() {
	added := map[string]map[place]bool{}
	for _, s := range p.Statements {
		before, there := p.known[s.ID]
		if added[s.ID] == nil {
			added[s.ID] = map[place]bool{}
			if !there {
				p.saved.Added.Statements++
			}
			if !there && !p.saved.ArticleIsNew && !s.ByHand {
				p.fresh = append(p.fresh, s.ID)
			}
		}
		for _, m := range s.Mentions {
			id, _ := p.canonical.of(m.EntityID)
			at := place{id, m.Start, m.End}
			if !before[at] && !added[s.ID][at] {
				added[s.ID][at] = true
				p.saved.Added.Mentions++
			}
		}
	}
}

// statementIDs lists the ids of the statements; it is never nil.
func (p *part) statementIDs() []string {
	ids := make([]string, len(p.Statements))
	for i, s := range p.Statements {
		ids[i] = s.ID
	}
	return ids
}
