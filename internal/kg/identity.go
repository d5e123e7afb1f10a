package kg

import (
	"cmp"
	"slices"
	"sort"
	"strings"
)

// Identities says who is shown for each recorded actor under a set of judgements. It depends on the set alone and not
// on the order in which the judgements came, so that undoing one in any order leads back to where the graph was without
// it.
type Identities struct {
	canonical map[string]string // recorded id -> id of the actor that stands for it
	splits    []Judgement       // the active ones, by id
}

// NewIdentities works out who is who. A person's judgement of a pair overrules the linker's, a later one of a person's
// an earlier one. Joining starts with what people said, goes on with the linker's judgements, surest first, and never
// joins two that a person called different.
func NewIdentities(entities []Recorded, judgements []Judgement) *Identities {
	groups := grouping{parent: map[string]string{}, apart: map[[2]string]bool{}}
	i := &Identities{canonical: map[string]string{}}
	var joins []Judgement
	for _, j := range holding(judgements) {
		switch j.Verdict {
		case Split:
			i.splits = append(i.splits, j)
		case Different:
			groups.apart[pair(j)] = true
		case Same:
			joins = append(joins, j)
		}
	}
	sort.Slice(joins, func(a, b int) bool { return earlier(joins[a], joins[b]) })
	for _, j := range joins {
		groups.join(j.Left, j.Right)
	}
	best := map[string]Recorded{}
	for _, e := range entities {
		root := groups.find(e.ID)
		if have, ok := best[root]; !ok || stands(e, have) {
			best[root] = e
		}
	}
	for _, e := range entities {
		i.canonical[e.ID] = best[groups.find(e.ID)].ID
	}
	return i
}

// Conflicts reports whether with a new judgement of a person's some SAME of a person's could not take effect, because
// another person called two of those that it joins different.
func Conflicts(entities []Recorded, judgements []Judgement, j Judgement) bool {
	i := NewIdentities(entities, append(slices.Clone(judgements), j))
	for _, held := range holding(append(slices.Clone(judgements), j)) {
		if held.Verdict == Same && !held.Automatic && i.Canonical(held.Left, "") != i.Canonical(held.Right, "") {
			return true
		}
	}
	return false
}

// Canonical gives the actor that stands for a recorded one in an article ("" for none in particular).
func (i *Identities) Canonical(recorded, article string) string {
	recorded = i.meant(recorded, article)
	if canonical, ok := i.canonical[recorded]; ok {
		return canonical
	}
	return recorded
}

// meant follows the splits that apply in an article; a newer one (by id) does not hide an older one that leads on.
func (i *Identities) meant(recorded, article string) string {
	for range i.splits {
		next := recorded
		for _, s := range i.splits {
			if s.Left == recorded && slices.Contains(s.Articles, article) {
				next = s.Right
			}
		}
		if next == recorded {
			break
		}
		recorded = next
	}
	return recorded
}

// SplitArticles lists the articles in which something other than the rule holds for a recorded actor.
func (i *Identities) SplitArticles(recorded string) []string {
	var out []string
	for _, s := range i.splits {
		if s.Left == recorded {
			out = append(out, s.Articles...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// holding leaves out what was undone or overruled, and sorts by id.
func holding(judgements []Judgement) []Judgement {
	best := map[[2]string]Judgement{}
	var out []Judgement
	for _, j := range judgements {
		switch have, ok := best[pair(j)]; {
		case j.Status == Undone:
		case j.Verdict == Split:
			out = append(out, j)
		case !ok || overrules(j, have):
			best[pair(j)] = j
		}
	}
	for _, j := range best {
		out = append(out, j)
	}
	sort.Slice(out, func(a, b int) bool { return out[a].ID < out[b].ID })
	return out
}

func overrules(a, b Judgement) bool {
	if a.Automatic != b.Automatic {
		return b.Automatic
	}
	return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.ID, b.ID)) > 0
}

func pair(j Judgement) [2]string {
	return [2]string{min(j.Left, j.Right), max(j.Left, j.Right)}
}

// earlier is the order of joining: people's before the linker's, then the surest, then by id.
func earlier(a, b Judgement) bool {
	if a.Automatic != b.Automatic {
		return b.Automatic
	}
	if a.Score != b.Score {
		return a.Score > b.Score
	}
	return a.ID < b.ID
}

// stands reports whether a rather than b gives its name and id to both: one known to Wikidata, then the fuller name,
// then the smaller id.
func stands(a, b Recorded) bool {
	if (a.WikidataID != "") != (b.WikidataID != "") {
		return a.WikidataID != ""
	}
	if x, y := len(strings.Fields(a.Name)), len(strings.Fields(b.Name)); x != y {
		return x > y
	}
	return a.ID < b.ID
}

// grouping is a union of sets that keeps given pairs apart.
type grouping struct {
	parent map[string]string
	apart  map[[2]string]bool
}

func (g grouping) find(id string) string {
	for {
		p, ok := g.parent[id]
		if !ok {
			return id
		}
		id = p
	}
}

func (g grouping) join(a, b string) {
	x, y := g.find(a), g.find(b)
	if x == y {
		return
	}
	for p := range g.apart {
		if l, r := g.find(p[0]), g.find(p[1]); (l == x && r == y) || (l == y && r == x) {
			return
		}
	}
	g.parent[max(x, y)] = min(x, y)
}
