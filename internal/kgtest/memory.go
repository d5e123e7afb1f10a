package kgtest

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"strings"
	"sync"

	"sayso/internal/kg"
)

// Memory is a kg.Store in memory. The zero value is ready; it is safe for concurrent use.
type Memory struct {
	mu         sync.Mutex
	articles   map[string]kg.Article
	entities   map[string]kg.Entity
	claims     map[string]kg.Claim
	statements map[string]kg.Statement
	predicates map[kg.PredicateID]kg.Predicate
}

var _ kg.Store = (*Memory)(nil)

func (m *Memory) ready() {
	if m.articles == nil {
		m.articles, m.entities, m.claims = map[string]kg.Article{}, map[string]kg.Entity{}, map[string]kg.Claim{}
		m.statements, m.predicates = map[string]kg.Statement{}, map[kg.PredicateID]kg.Predicate{}
	}
}

// Save implements kg.Writer.
func (m *Memory) Save(_ context.Context, r kg.Record) (kg.Saved, error) {
	if err := r.Check(); err != nil {
		return kg.Saved{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.ready()
	before := m.counts()
	old, had := m.articles[r.Article.ID]
	m.articles[r.Article.ID] = fillIn(old, r.Article, had)
	for _, e := range append(publisher(r), r.Entities...) {
		m.entities[e.ID] = mergeEntity(m.entities[e.ID], e)
	}
	for _, c := range r.Claims {
		if _, ok := m.claims[c.ID]; !ok {
			m.claims[c.ID] = c
		}
	}
	for _, s := range r.Statements {
		if _, ok := m.statements[s.ID]; !ok {
			m.statements[s.ID] = s
		}
	}
	after := m.counts()
	return kg.Saved{ArticleIsNew: !had, Added: kg.Counts{Articles: after.Articles - before.Articles, Entities: after.Entities - before.Entities,
		Statements: after.Statements - before.Statements, Claims: after.Claims - before.Claims, Mentions: after.Mentions - before.Mentions}}, nil
}

// Enqueue implements kg.Writer; nobody waits here.
func (m *Memory) Enqueue(r kg.Record) func(context.Context) (kg.Saved, error) {
	return func(ctx context.Context) (kg.Saved, error) { return m.Save(ctx, r) }
}

func publisher(r kg.Record) []kg.Entity {
	if r.Publisher == nil {
		return nil
	}
	return []kg.Entity{*r.Publisher}
}

// fillIn keeps what old has and takes the rest from a.
func fillIn(old, a kg.Article, had bool) kg.Article {
	if !had {
		return a
	}
	old.Title, old.URL = cmp.Or(old.Title, a.Title), cmp.Or(old.URL, a.URL)
	old.Language, old.Publisher = cmp.Or(old.Language, a.Language), cmp.Or(old.Publisher, a.Publisher)
	old.PublishedAt, old.RetrievedAt = cmp.Or(old.PublishedAt, a.PublishedAt), cmp.Or(old.RetrievedAt, a.RetrievedAt)
	if len(old.Authors) == 0 {
		old.Authors = a.Authors
	}
	old.Reader = cmp.Or(a.Reader, old.Reader)
	if a.Unread == "" {
		old.Unread = ""
	}
	return old
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > '~' })
}

func mergeEntity(old, e kg.Entity) kg.Entity {
	if old.ID == "" {
		old = kg.Entity{ID: e.ID, Type: e.Type, Name: e.Name}
	}
	if isASCII(old.Name) && !isASCII(e.Name) {
		old.Name = e.Name
	}
	old.Kind, old.Description = cmp.Or(old.Kind, e.Kind), cmp.Or(old.Description, e.Description)
	old.WikidataID = cmp.Or(old.WikidataID, e.WikidataID)
	old.Aliases = union(old.Aliases, e.Aliases)
	old.Names = union(old.Names, e.Names)
	return old
}

func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// SavePredicates implements kg.Writer.
func (m *Memory) SavePredicates(_ context.Context, predicates []kg.Predicate) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.ready()
	for _, p := range predicates {
		m.predicates[p.ID] = p
	}
	return nil
}

// find looks an id up in one of the maps.
func find[T any](m *Memory, from map[string]T, what, id string) (T, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	found, ok := from[id]
	if !ok {
		return found, kg.Errorf(kg.NotFound, "there is no %s with the id %q", what, id)
	}
	return found, nil
}

// Article implements kg.Reader.
func (m *Memory) Article(_ context.Context, id string) (kg.Article, error) {
	return find(m, m.articles, "article", id)
}

// Entity implements kg.Reader.
func (m *Memory) Entity(_ context.Context, id string) (kg.Entity, error) {
	return find(m, m.entities, "entity", id)
}

// Claim implements kg.Reader.
func (m *Memory) Claim(_ context.Context, id string) (kg.ClaimState, error) {
	c, err := find(m, m.claims, "claim", id)
	if err != nil {
		return kg.ClaimState{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	t := tally{store: m}
	for _, s := range m.statements {
		if slices.ContainsFunc(s.Asserts, func(a kg.Assertion) bool { return a.ClaimID == id }) {
			t.add(s, m.day(s))
		}
	}
	return kg.ClaimState{Claim: c, Statements: t.statements, Origins: len(t.origins), FirstOn: t.firstOn, LastOn: t.lastOn}, nil
}

// day is when a statement was uttered, or else published.
func (m *Memory) day(s kg.Statement) kg.Date {
	return cmp.Or(s.UtteredOn.Day(), m.articles[s.ArticleID].PublishedAt.Day())
}

// tally counts statements.
type tally struct {
	store           *Memory
	seen            map[string]bool
	origins         map[string]bool
	statements      int
	firstOn, lastOn kg.Date
}

// add counts a statement, once, that tells of a day.
func (t *tally) add(s kg.Statement, day kg.Date) {
	if t.seen == nil {
		t.seen, t.origins = map[string]bool{}, map[string]bool{}
	}
	if !t.seen[s.ID] {
		t.statements++
	}
	t.seen[s.ID], t.origins[t.store.articles[s.ArticleID].OriginID] = true, true
	if day != "" && (t.firstOn == "" || day < t.firstOn) {
		t.firstOn = day
	}
	t.lastOn = max(t.lastOn, day)
}

// StatementsOf implements kg.Reader.
func (m *Memory) StatementsOf(_ context.Context, articleID string) ([]kg.Statement, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []kg.Statement
	for _, s := range m.statements {
		if s.ArticleID == articleID {
			out = append(out, s)
		}
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i], out[j]
		return cmp.Or(cmp.Compare(a.Quote.Start, b.Quote.Start), cmp.Compare(a.Quote.End, b.Quote.End), cmp.Compare(a.ID, b.ID)) < 0
	})
	return out, nil
}

// Shortcuts implements kg.Reader.
func (m *Memory) Shortcuts(context.Context) ([]kg.Shortcut, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	contested := m.contested()
	type key struct {
		subject, object string
		predicate       kg.PredicateID
	}
	edges, tallies := map[key]*kg.Shortcut{}, map[key]*tally{}
	for _, s := range m.statements {
		for _, a := range s.Asserts {
			c := m.claims[a.ClaimID]
			if s.Status != kg.Current || a.Modality != kg.Asserted || c.Negated || c.SubjectID == "" || c.ObjectID == "" {
				continue
			}
			k := key{c.SubjectID, c.ObjectID, c.Predicate}
			if p := m.predicates[c.Predicate]; k.subject > k.object && p.Inverse != "" && strings.EqualFold(p.Inverse, p.Label) {
				k.subject, k.object = k.object, k.subject
			}
			if edges[k] == nil {
				edges[k], tallies[k] = &kg.Shortcut{SubjectID: k.subject, ObjectID: k.object, Predicate: k.predicate}, &tally{store: m}
			}
			tallies[k].add(s, cmp.Or(c.OccurredOn, m.day(s)))
			edges[k].ClaimIDs = union(edges[k].ClaimIDs, []string{c.ID})
			edges[k].Contested = edges[k].Contested || contested[c.ID]
		}
	}
	var out []kg.Shortcut
	for k, e := range edges {
		t := tallies[k]
		e.Statements, e.Origins, e.FirstOn, e.LastOn = t.statements, len(t.origins), t.firstOn, t.lastOn
		out = append(out, *e)
	}
	slices.SortFunc(out, func(a, b kg.Shortcut) int {
		return cmp.Or(cmp.Compare(a.SubjectID, b.SubjectID), cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(a.ObjectID, b.ObjectID))
	})
	return out, nil
}

// contested says which claims another one contradicts.
func (m *Memory) contested() map[string]bool {
	out := map[string]bool{}
	for _, d := range m.disputes() {
		if d.Kind != kg.Superseded {
			out[d.From], out[d.To] = true, true
		}
	}
	return out
}

// Counts implements kg.Reader.
func (m *Memory) Counts(context.Context) (kg.Counts, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.counts(), nil
}

func (m *Memory) counts() kg.Counts {
	c := kg.Counts{Articles: len(m.articles), Entities: len(m.entities), Statements: len(m.statements), Claims: len(m.claims)}
	for _, s := range m.statements {
		c.Mentions += len(s.Mentions)
	}
	return c
}
