package main

import (
	"context"
	"os/exec"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/internal/neo/managed/managedtest"
)

// TestCheck: the client finds the sample clean; what is broken behind the server's back makes it fail and say where, a repair mends what can be.
func TestCheck(t *testing.T) {
	s := start(t, true)
	client := t.TempDir() + "/sayso"
	if out, err := exec.Command("go", "build", "-o", client, "../sayso").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	sayso := func(fails bool, says []string, args ...string) {
		t.Helper()
		out, err := exec.Command(client, append([]string{"check", "--server", s.base}, args...)...).CombinedOutput()
		if (err != nil) != fails {
			t.Errorf("sayso check %v: %v\n%s", args, err, out)
		}
		for _, want := range says {
			if !strings.Contains(string(out), want) {
				t.Errorf("sayso check %v does not say %q:\n%s", args, want, out)
			}
		}
	}
	sayso(false, []string{"quotes", "shortcuts", "looked at"})
	sayso(false, []string{`"invariant":"drawn"`}, "graph", "--json", "--only", "drawn")
	sayso(true, []string{"nothing called \"verbs\" is checked; choose from counter, texts"}, "--only", "verbs")

	breakGraph(t, "MATCH (:Entity)-[r:RECOGNIZED]->(:Entity) WITH r LIMIT 1 DELETE r")
	breakGraph(t, "MATCH (s:Statement) WITH s LIMIT 1 SET s.was = s.quoteExact, s.quoteExact = 'what nobody said'")
	sayso(true, []string{"recognized", "no edge between", "sayso check --repair mends it", `"what nobody said" of st_`, "delete the article", "2 wrong in the graph"})
	sayso(true, []string{"repaired: cl_", "1 wrong in the graph"}, "--repair")
	breakGraph(t, "MATCH (s:Statement) WHERE s.was IS NOT NULL SET s.quoteExact = s.was, s.was = null")
	sayso(false, nil)

	var told struct {
		Changes struct {
			Nodes []struct{ Kind, By, After string }
		}
	}
	s.ask(`{ changes(where: {kind: {eq: GRAPH_REPAIRED}}, first: 9) { nodes { kind by after } } }`, nil, &told)
	if n := told.Changes.Nodes; len(n) != 1 || n[0].By != "sayso check" || n[0].After != "drawn: 1 repaired" {
		t.Errorf("the change feed says %v", n)
	}
}

// breakGraph writes around the server.
func breakGraph(t *testing.T, cypher string) {
	t.Helper()
	at := managedtest.Start(t)
	driver, err := neo4j.NewDriverWithContext(at.URI, neo4j.BasicAuth(at.User, at.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = driver.Close(context.Background()) }()
	if _, err := neo4j.ExecuteQuery(context.Background(), driver, cypher, nil, neo4j.EagerResultTransformer); err != nil {
		t.Fatal(err)
	}
}
