package reconcile

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"sayso/internal/ingest/identity"
	"sayso/internal/kg"
)

// Request carries out a GraphQL request and decodes its data into out.
type Request func(ctx context.Context, document string, variables map[string]any, out any) error

// Documents are the GraphQL documents of the service.
type Documents struct{ Candidates, Quotes, Things, Suggest string }

// thing is what candidates, types and properties are told by.
type thing struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// types are those of what can be reconciled.
var types = []thing{
	{"Person", "person"}, {"Organization", "organization"}, {"Place", "country, region or settlement"},
	{"Quote", "quoted words"},
}

// feature is what a score rests on. Its value is a number or a truth value.
type feature struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Value any    `json:"value"`
}

// candidate is somebody who may be meant.
type candidate struct {
	ID          string    `json:"id"`
	Name        string    `json:"name"`
	Description string    `json:"description,omitempty"`
	Type        []thing   `json:"type"`
	Score       float64   `json:"score"` // 0 to 100
	Match       bool      `json:"match"` // so sure that nobody need look
	Features    []feature `json:"features"`
}

// query is one of a batch, whichever version it came in.
type query struct {
	name       string
	kind       string // a type's id, "" for any actor
	limit      int
	properties map[string]string // values by the property's id; those that are not known are passed over
}

// Scores. sure is from where on a candidate that stands alone is taken without a look; the linker joins actors by the
// same chance.
const (
	whole      = 100.0
	spelled    = 95.0 // names that agree across spellings reach it at most
	searched   = 50.0 // what only search found
	otherKind  = 20.0
	sureChance = 0.85
)

// mostCandidates is how many are looked at.
const mostCandidates = 10

type actor struct {
	Type        string `json:"__typename"`
	ID          string
	Name        string
	Aliases     []string
	Kind        string
	Description string
	WikidataID  string
}

// candidates finds who may be meant, best first.
func (s *service) candidates(ctx context.Context, q query) ([]candidate, error) {
	if strings.TrimSpace(q.name) == "" {
		return []candidate{}, nil
	}
	if q.kind == "Quote" {
		return s.quotes(ctx, q)
	}
	kinds := []string{"Person", "Organization", "Place"}
	if q.kind != "" {
		kinds = []string{q.kind}
	}
	var data struct {
		Search struct {
			Edges []struct {
				Score float64
				Node  actor
			}
		}
	}
	variables := map[string]any{"query": searchable(q.name), "types": kinds, "first": mostCandidates}
	if err := s.ask(ctx, s.documents.Candidates, variables, &data); err != nil {
		return nil, err
	}
	var found []scored
	for _, e := range data.Search.Edges {
		found = append(found, compare(q, e.Node, e.Score))
	}
	return ranked(found, q), nil
}

// searchable takes out the signs that mean something in a search.
func searchable(name string) string {
	return strings.TrimSpace(strings.NewReplacer(`"`, " ", "*", " ", " -", " ").Replace(" " + name))
}

// scored is a candidate with what decides whether it is a match.
type scored struct {
	candidate
	sure bool
}

// compare scores an actor against a query by the best of its names.
func compare(q query, a actor, search float64) scored {
	exact, chance := false, 0.0
	asked := kg.Profile{ID: "asked", Type: kg.EntityType(a.Type), Name: q.name, Names: []string{kg.FoldName(q.name)}}
	for _, name := range append([]string{a.Name}, a.Aliases...) {
		exact = exact || kg.FoldName(name) == kg.FoldName(q.name)
		other := kg.Profile{ID: a.ID, Type: asked.Type, Name: name, Names: []string{kg.FoldName(name)}}
		if score, ok := identity.Compare(asked, other, 0); ok {
			chance = max(chance, score.Chance)
		}
	}
	wikidata := q.properties["wikidataId"] != "" && q.properties["wikidataId"] == a.WikidataID
	c := candidate{ID: a.ID, Name: a.Name, Description: cmp.Or(a.Description, a.Kind), Type: typesOf(a.Type),
		Features: []feature{
			{"name_exact", "a name of the actor is the same but for case and diacritics", exact},
			{"name_spelling", "chance that two names are spellings of one, in percent", math.Round(100 * chance)},
			{"search", "how well the search found it, in percent", math.Round(100 * search)},
		}}
	switch {
	case exact || wikidata:
		c.Score = whole
	case chance > 0:
		c.Score = searched + (spelled-searched)*chance
	default:
		c.Score = searched * search
	}
	same := true
	if kind := q.properties["kind"]; kind != "" {
		same = kg.FoldName(kind) == kg.FoldName(a.Kind)
		c.Features = append(c.Features, feature{"kind", "the kind is the same", same})
		if !same {
			c.Score = max(0, c.Score-otherKind)
		}
	}
	bare := a.Type == string(kg.Person) && identity.Bare(q.name)
	return scored{c, wikidata || same && !bare && (exact || chance >= sureChance)}
}

// ranked orders candidates and says whether the first is a match: it is sure, and no other comes near.
func ranked(found []scored, q query) []candidate {
	slices.SortStableFunc(found, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID))
	})
	if len(found) > 0 && found[0].sure {
		found[0].Match = len(found) == 1 || !found[1].sure && found[1].Score < found[0].Score
	}
	out := []candidate{}
	for _, f := range found[:min(len(found), q.limit)] {
		f.Score = math.Round(f.Score*10) / 10
		out = append(out, f.candidate)
	}
	return out
}

func typesOf(id string) []thing {
	for _, t := range types {
		if t.ID == id {
			return []thing{t}
		}
	}
	return []thing{}
}

// quotes finds the statements whose words are like the query's.
func (s *service) quotes(ctx context.Context, q query) ([]candidate, error) {
	var data struct {
		FindQuote []struct {
			Similarity float64
			Exact      bool
			Statement  *struct {
				ID      string
				Quote   struct{ Exact string }
				Speaker *struct{ Name string }
			}
			Article struct {
				Title, PublishedAt string
				Publisher          *struct{ Name string }
			}
		}
	}
	if err := s.ask(ctx, s.documents.Quotes, map[string]any{"text": q.name, "first": q.limit}, &data); err != nil {
		return nil, err
	}
	var found []scored
	for _, m := range data.FindQuote {
		if m.Statement == nil {
			continue
		}
		about := []string{m.Article.Title, m.Article.PublishedAt}
		if m.Statement.Speaker != nil {
			about = append([]string{m.Statement.Speaker.Name}, about...)
		}
		found = append(found, scored{candidate{ID: m.Statement.ID, Name: m.Statement.Quote.Exact, Type: typesOf("Quote"),
			Score:       100 * m.Similarity,
			Description: strings.Join(slices.DeleteFunc(about, func(x string) bool { return x == "" }), ", "),
			Features: []feature{
				{"exact", "letter by letter the same", m.Exact},
				{"similarity", "words that are the same, in percent", math.Round(100 * m.Similarity)},
			}}, m.Exact})
	}
	return ranked(found, q), nil
}
