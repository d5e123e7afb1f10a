package neo

import (
	"maps"
	"slices"
	"sort"

	"sayso/internal/kg"
)

// scope is everybody whom judgements tie together, directly or through others, with those judgements.
type scope struct {
	entities   map[string]recorded
	judgements []kg.Judgement
}

// recorded is an entity as it was first recorded, with its own names only.
type recorded struct {
	kg.Recorded
	kind           string // its type
	canonical      bool   // whether the graph shows it now
	splitOff       bool   // whether a split made it: it is there only while the split holds
	names, aliases []string
	into           string // who stands for it in the graph; read by checks only
}

// loadScope gathers the scope of some entities and locks them: articles that name them wait.
func loadScope(tx transaction, ids ...string) (scope, error) {
	return loadScopeBy(tx, "lock_entities", ids...)
}

// loadScopeBy gathers a scope by lock_entities, or by get_recorded, which locks nobody and says into whom an entity was
// merged too.
func loadScopeBy(tx transaction, query string, ids ...string) (scope, error) {
	s := scope{entities: map[string]recorded{}}
	seen := map[string]bool{}
	for open := ids; len(open) > 0; {
		records, err := tx.rows("get_judgements", map[string]any{"ids": open})
		if err != nil {
			return s, err
		}
		for _, id := range open {
			seen[id] = true
		}
		next := map[string]bool{}
		for _, r := range records {
			j := readJudgement(r.sub("judgement"))
			if !slices.ContainsFunc(s.judgements, func(have kg.Judgement) bool { return have.ID == j.ID }) {
				s.judgements = append(s.judgements, j)
			}
			for _, id := range []string{j.Left, j.Right} {
				if !seen[id] && j.Status == kg.Active && (j.Verdict == kg.Same || j.Verdict == kg.Split) {
					next[id] = true
				}
			}
		}
		open = slices.Sorted(maps.Keys(next))
	}
	records, err := tx.rows(query, map[string]any{"ids": slices.Sorted(maps.Keys(seen))})
	for _, r := range records {
		s.entities[r.text("id")] = recorded{Recorded: kg.Recorded{
			ID: r.text("id"), Name: r.text("name"), WikidataID: r.text("wikidataId"),
		},
			kind: r.text("type"), canonical: r.flag("shown"), splitOff: r.flag("splitOff"), names: r.texts("names"),
			aliases: r.texts("aliases"), into: r.text("into")}
	}
	return s, err
}

// with is the same scope with one judgement new or changed.
func (s scope) with(j kg.Judgement) scope {
	next := scope{entities: s.entities}
	for _, have := range s.judgements {
		if have.ID != j.ID {
			next.judgements = append(next.judgements, have)
		}
	}
	next.judgements = append(next.judgements, j)
	return next
}

// recorded lists the entities that are there under the scope's judgements, by id.
func (s scope) recorded() []kg.Recorded {
	var out []kg.Recorded
	for _, id := range s.ids() {
		if s.there(id) {
			out = append(out, s.entities[id].Recorded)
		}
	}
	return out
}

func (s scope) ids() []string { return slices.Sorted(maps.Keys(s.entities)) }

// there reports whether an entity is there: those that a split made only while it holds.
func (s scope) there(id string) bool {
	return !s.entities[id].splitOff || slices.ContainsFunc(s.judgements, func(j kg.Judgement) bool {
		return j.Verdict == kg.Split && j.Right == id && j.Status == kg.Active
	})
}

// mixes reports whether a judgement would make a person and a place one, where neither side is both already.
func (s scope) mixes(j kg.Judgement) bool {
	now := s.identities()
	sides := map[string]map[string]bool{} // who is shown -> the types of all that it stands for
	for _, e := range s.recorded() {
		canonical := now.Canonical(e.ID, "")
		if sides[canonical] == nil {
			sides[canonical] = map[string]bool{}
		}
		sides[canonical][s.entities[e.ID].kind] = true
	}
	left, right := sides[now.Canonical(j.Left, "")], sides[now.Canonical(j.Right, "")]
	person, place := string(kg.Person), string(kg.Place)
	onlyPerson := func(side map[string]bool) bool { return side[person] && !side[place] }
	onlyPlace := func(side map[string]bool) bool { return side[place] && !side[person] }
	return onlyPerson(left) && onlyPlace(right) || onlyPlace(left) && onlyPerson(right)
}

func (s scope) identities() *kg.Identities { return kg.NewIdentities(s.recorded(), s.judgements) }

// move is what was recorded of one entity, on its way from one actor to another. With articles it is only what those
// say, otherwise all but what the articles in except say.
type move struct {
	recorded, from, to string
	articles, except   []string
}

func (m move) params() map[string]any {
	p := map[string]any{"recorded": m.recorded, "from": m.from, "to": m.to, "articles": nil, "except": orEmpty(m.except)}
	if m.articles != nil {
		p["articles"] = m.articles
	}
	return p
}

// moves lists what leads from s to after.
func (s scope) moves(after scope) []move {
	was, is := s.identities(), after.identities()
	var out []move
	for _, id := range s.ids() {
		special := append(was.SplitArticles(id), is.SplitArticles(id)...)
		slices.Sort(special)
		special = slices.Compact(special)
		if from, to := was.Canonical(id, ""), is.Canonical(id, ""); from != to {
			out = append(out, move{recorded: id, from: from, to: to, except: special})
		}
		ways := map[[2]string][]string{}
		for _, article := range special {
			if from, to := was.Canonical(id, article), is.Canonical(id, article); from != to {
				ways[[2]string{from, to}] = append(ways[[2]string{from, to}], article)
			}
		}
		for way, articles := range ways {
			out = append(out, move{recorded: id, from: way[0], to: way[1], articles: articles})
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].recorded < out[b].recorded })
	return out
}
