package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"
)

// explorerQueries is where the explorer's documents are, from the project's folder.
const explorerQueries = "web/src/queries"

// timesAsked is how often each query of a page is asked, after as many to warm up as warmings.
const (
	timesAsked = 60
	warmings   = 40
)

// pages measures what the explorer's pages ask the server, by the explorer's own documents: actors, claims and articles
// drawn as the graph was filled, popular ones far more often. The queries take turns, so that Java is warm and what
// else the machine does falls on all.
func pages(ctx context.Context, url string, statements int) error {
	operations, err := explorerOperations(explorerQueries)
	if err != nil {
		return err
	}
	f := filler{n: statements, random: rand.New(rand.NewPCG(7, 7))}
	took := map[string][]float64{}
	for i := range warmings + timesAsked {
		for _, op := range operations {
			one, err := askPage(ctx, url, op, f)
			if err != nil {
				return err
			}
			if i >= warmings && one > 0 {
				took[op.name] = append(took[op.name], one)
			}
		}
	}
	fmt.Printf("%-16s %8s %8s %8s   of %d requests, one connection, milliseconds\n", "query", "p50", "p95", "most",
		timesAsked)
	for _, op := range operations {
		if t := took[op.name]; len(t) > 0 {
			slices.Sort(t)
			fmt.Printf("%-16s %8.1f %8.1f %8.1f\n", op.name, share(t, .5), share(t, .95), t[len(t)-1])
		}
	}
	return nil
}

// askPage asks a page's query once and gives how long it took in ms; 0 for one that no page asks at its beginning.
func askPage(ctx context.Context, url string, op operation, f filler) (float64, error) {
	variables := pageVariables[op.name]
	if variables == nil {
		return 0, nil
	}
	body, err := json.Marshal(map[string]any{"query": op.text, "operationName": op.name, "variables": variables(f)})
	if err != nil {
		return 0, err
	}
	start := time.Now()
	if err := post(ctx, url, body); err != nil {
		return 0, fmt.Errorf("%s: %w", op.name, err)
	}
	return float64(time.Since(start).Microseconds()) / 1000, nil
}

// share gives the value below which a share of sorted values lies.
func share(sorted []float64, p float64) float64 {
	return sorted[min(len(sorted)-1, int(p*float64(len(sorted))))]
}

type operation struct{ name, text string }

// explorerOperations gives the queries of a folder of documents, each with the fragments that it uses.
func explorerOperations(folder string) ([]operation, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.graphql"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no documents in %s (run this from the project's folder): %w", folder, err)
	}
	var source strings.Builder
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		source.Write(data)
	}
	document, err := parser.ParseQuery(&ast.Source{Input: source.String()})
	if err != nil {
		return nil, err
	}
	var out []operation
	for _, op := range document.Operations {
		if op.Operation != ast.Query {
			continue
		}
		alone := &ast.QueryDocument{Operations: ast.OperationList{op}}
		addFragments(alone, document.Fragments, op.SelectionSet)
		var text strings.Builder
		formatter.NewFormatter(&text).FormatQueryDocument(alone)
		out = append(out, operation{op.Name, text.String()})
	}
	return out, nil
}

func addFragments(to *ast.QueryDocument, all ast.FragmentDefinitionList, set ast.SelectionSet) {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			addFragments(to, all, s.SelectionSet)
		case *ast.InlineFragment:
			addFragments(to, all, s.SelectionSet)
		case *ast.FragmentSpread:
			if def := all.ForName(s.Name); def != nil && to.Fragments.ForName(s.Name) == nil {
				to.Fragments = append(to.Fragments, def)
				addFragments(to, all, def.SelectionSet)
			}
		}
	}
}

type vars = map[string]any

func (f filler) anActor() string   { return entityID(f.popular(f.n / statementsPerEntity)) }
func (f filler) anArticle() string { return fmt.Sprintf("art_%d", f.popular(f.n/statementsPerArticle)) }
func (f filler) aClaim() string    { return fmt.Sprintf("cl_%d", f.random.IntN(f.n/statementsPerClaim)) }
func (f filler) aStatement() string {
	return fmt.Sprintf("st_%d", f.random.IntN(f.n))
}
func (f filler) aName() string {
	return fmt.Sprintf("Entity %d", f.popular(f.n/statementsPerEntity))
}

// pageVariables gives each query the variables that its page has.
var pageVariables = map[string]func(filler) vars{
	"Home":      func(filler) vars { return nil },
	"DaysKnown": func(filler) vars { return nil },
	"Actor":     func(f filler) vars { return vars{"id": f.anActor()} },
	"Said":      func(f filler) vars { return vars{"id": f.anActor()} },
	"SaidOf":    func(f filler) vars { return vars{"id": f.anActor()} },
	"Deeds":     func(f filler) vars { return vars{"subject": vars{"id": vars{"eq": f.anActor()}}} },
	"NamedIn":   func(f filler) vars { return vars{"id": f.anActor(), "outlets": true} },
	"Article":   func(f filler) vars { return vars{"id": f.anArticle()} },
	"Claim":     func(f filler) vars { return vars{"id": f.aClaim()} },
	"Around":    func(f filler) vars { return vars{"id": f.anActor(), "first": 40} },
	"OverTime": func(f filler) vars {
		id := vars{"id": vars{"eq": f.anActor()}}
		return vars{"id": id["id"].(vars)["eq"], "by": "MONTH", "said": vars{"speaker": id},
			"saidOf": vars{"mentions": vars{"some": vars{"actor": id}}}}
	},
	"Compared": func(f filler) vars {
		id := f.anActor()
		return vars{"id": id, "where": vars{"speaker": vars{"id": vars{"eq": id}}}}
	},
	"Changes":       func(filler) vars { return vars{} },
	"Doubtful":      func(filler) vars { return vars{"below": 0.6} },
	"DoubtfulCount": func(filler) vars { return vars{"below": 0.6} },
	"Neighbours":    func(f filler) vars { return vars{"id": f.anActor()} },
	"DisputesOf":    func(f filler) vars { return vars{"id": f.anActor()} },
	"Predicates":    func(filler) vars { return vars{} },
	"Candidates":    func(filler) vars { return vars{} },
	"Suggest": func(f filler) vars {
		name := f.aName()[:8]
		return vars{"prefix": name, "tail": name[7:], "words": name + "*", "asks": true}
	},
	"Find": func(f filler) vars { return vars{"query": f.aName()} },
	"Ask":  func(f filler) vars { return vars{"question": "Who recognized " + f.aName() + "?"} },
	"WaysBetween": func(f filler) vars {
		return vars{"from": f.anActor(), "to": f.anActor()}
	},
	"Pinned": func(f filler) vars {
		return vars{"ids": []string{f.aStatement(), f.aStatement(), f.aStatement(), f.aStatement(), f.aStatement()}}
	},
	"ClaimsCited": func(f filler) vars { return vars{"ids": []string{f.aClaim(), f.aClaim(), f.aClaim()}} },
}
