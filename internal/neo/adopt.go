package neo

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/internal/cypher"
	"sayso/internal/kg"
)

// longestStep is how long one step may take: making a constraint reads all nodes of a label.
const longestStep = 24 * time.Hour

// EmptyLists are properties that Neo4j's importer left out of nodes and edges, because they are empty lists.
type EmptyLists struct {
	Label     string   // of nodes that miss them
	Number    int      // is the value of [EmptyProperty] in edges that miss them
	Names     []string // of the properties
	Nodes     bool     // whether there are such nodes
	EdgeTypes []string // the types of such edges
}

// EmptyProperty is the property by which edges are found that miss empty lists.
const EmptyProperty = "saysoEmpty"

// Adopt makes a graph ours that Neo4j's importer made of an archive of this edition: it gets its empty lists,
// constraints and indexes, and the migrations are noted as done, since what they change in nodes and edges is
// changed in such an archive. tell is told again and again how far that is.
func Adopt(ctx context.Context, s *Store, empty []EmptyLists, tell func(string)) error {
	all, err := migrations()
	if err != nil {
		return err
	}
	var lists []string
	for _, e := range empty {
		lists = append(lists, e.queries()...)
	}
	if err := changes(ctx, s, "empty lists", lists, tell); err != nil {
		return err
	}
	// indexes are filled while constraints are made
	schema := slices.Concat(schemaOf(all, false), schemaOf(all, true))
	if err := changes(ctx, s, "constraints and indexes", schema, tell); err != nil {
		return err
	}
	if err := filledIndexes(ctx, s, tell); err != nil {
		return err
	}
	for _, m := range all {
		if err := noteMigration(ctx, s, m); err != nil {
			return err
		}
	}
	return nil
}

// changes runs statements that change a graph which nobody else uses, one after the other.
func changes(ctx context.Context, s *Store, what string, texts []string, tell func(string)) error {
	session := s.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeWrite, DatabaseName: s.database})
	defer func() { _ = session.Close(ctx) }()
	for i, text := range texts {
		tell(fmt.Sprintf("%s, %d of %d", what, i+1, len(texts)))
		result, err := session.Run(ctx, text, nil, neo4j.WithTxTimeout(longestStep))
		if err == nil {
			_, err = result.Consume(ctx)
		}
		if err != nil {
			return s.fault(ctx, "adopt", err)
		}
	}
	return nil
}

// queries give nodes and edges their empty lists and take the marks away.
func (e EmptyLists) queries() []string {
	var out []string
	set := func(w *cypher.Writer, of string) {
		for i, name := range e.Names {
			if i > 0 {
				w.Syntax(", ")
			}
			w.Syntax(of).Ident(name).Syntax(" = []")
		}
	}
	end := " } IN 2 CONCURRENT TRANSACTIONS OF 10000 ROWS"
	if e.Nodes {
		var w cypher.Writer
		w.Syntax("MATCH (n:").Ident(e.Label).Syntax(") CALL (n) { SET ")
		set(&w, "n.")
		w.Syntax(" REMOVE n:").Ident(e.Label).Syntax(end)
		out = append(out, w.Query("empty lists").Text)
	}
	for _, kind := range e.EdgeTypes {
		var w cypher.Writer
		w.Syntax("MATCH ()-[r:").Ident(kind).Syntax("]->() WHERE r.").Ident(EmptyProperty).
			Syntax(" = " + strconv.Itoa(e.Number) + " CALL (r) { SET ")
		set(&w, "r.")
		w.Syntax(" REMOVE r.").Ident(EmptyProperty).Syntax(end)
		out = append(out, w.Query("empty lists").Text)
	}
	return out
}

// schemaOf lists what migrations say of constraints, or of indexes.
func schemaOf(all []migration, constraints bool) []string {
	var out []string
	for _, m := range all {
		for _, text := range m.statements {
			words := withoutComments(text)
			if strings.HasPrefix(words, "CREATE ") && strings.HasPrefix(words, "CREATE CONSTRAINT ") == constraints {
				out = append(out, text)
			}
		}
	}
	return out
}

func withoutComments(text string) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "//") {
			out.WriteString(line)
		}
	}
	return strings.TrimSpace(out.String())
}

// filledIndexes waits until all indexes are.
func filledIndexes(ctx context.Context, s *Store, tell func(string)) error {
	for {
		records, err := s.records(ctx, "show_indexes",
			"SHOW INDEXES YIELD name, state, populationPercent RETURN name, state, populationPercent AS percent", nil)
		if err != nil {
			return s.fault(ctx, "show_indexes", err)
		}
		filled, least := 0, 100.0
		for _, record := range records {
			r := row(record)
			switch r.text("state") {
			case "ONLINE":
				filled++
			case "FAILED":
				return kg.Errorf(kg.Unavailable, "the index %s could not be made; Neo4j's debug.log says why", r.text("name"))
			default:
				least = min(least, r.float("percent"))
			}
		}
		if filled == len(records) {
			return nil
		}
		tell(fmt.Sprintf("filling indexes, %d of %d are done, the next has %.0f%%", filled, len(records), least))
		select {
		case <-ctx.Done():
			return s.fault(ctx, "show_indexes", ctx.Err())
		case <-time.After(changePause):
		}
	}
}

// Tally counts the nodes of each label of archives, and all edges.
func Tally(ctx context.Context, s *Store) (nodes map[string]int, edges int, err error) {
	nodes = map[string]int{}
	count := func(text string) (int, error) {
		records, err := s.records(ctx, "tally", text, nil)
		if err != nil || len(records) != 1 {
			return 0, s.fault(ctx, "tally", err)
		}
		return row(records[0]).number("n"), nil
	}
	for _, l := range archivedLabels {
		n, err := count("MATCH (n:" + l.label + ") RETURN count(n) AS n")
		if err != nil {
			return nil, 0, err
		}
		if n > 0 {
			nodes[l.label] = n
		}
	}
	edges, err = count("MATCH ()-[r]->() RETURN count(r) AS n")
	return nodes, edges, err
}
