package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// sizes are the graphs between which growth is measured, in statements.
var sizes = []int{10_000, 1_000_000}

// growing are the questions about an actor whose number and name are put in. Each request asks for another actor.
var growing = []question{
	{name: "who", graphql: `query($id: ID!) { statements(where: {claims: {some: {predicate: {eq: RECOGNIZED}, object: {id: {eq: $id}}}}}, first: 20) { nodes { id date quote { exact } ` + neighbours + ` } } }`},
	{name: "page", graphql: `{ claims(where: {predicate: {eq: BLAMED}}, first: 50) { nodes { id text firstOn subject { id name } object { id name } statements(first: 1) { nodes { quote { exact } speaker { id name } article { id title } } } } } }`},
	{name: "profile", graphql: `query($id: ID!) { actor(id: $id) { id name subjectOf(first: 20) { nodes { id text object { name } statements(first: 1) { nodes { article { title } } } } } statements(first: 10) { totalCount nodes { id quote { exact } } } } }`},
	{name: "whoDid", graphql: `query($name: String!) { whoDid(predicate: "recognized", target: $name) { target { id name } rows { actor { id name } status firstOn lastOn origins evidence(first: 1) { quote { exact } article { title } } } } }`},
}

// growth measures the questions on a small and a large graph in turns. The actors are drawn evenly from the most
// popular tenth, who have as many claims each in a large graph as in a small one: an answer that is longer takes longer
// on any graph.
func growth(ctx context.Context, turn time.Duration, data string) error {
	var urls []string
	for _, n := range sizes {
		g, err := openGraph(ctx, n, data)
		if err != nil {
			return err
		}
		defer g.close()
		if err := readAll(ctx, g.driver); err != nil {
			return err
		}
		urls = append(urls, g.url)
	}
	fmt.Printf("%-10s", "p50 in ms")
	for _, n := range sizes {
		fmt.Printf(" %12d", n)
	}
	fmt.Printf(" %8s\n", "growth")
	for _, q := range growing {
		var sides []side
		for i, url := range urls {
			sides = append(sides, side{fmt.Sprint(sizes[i]), askingAbout(ctx, url, q.graphql, sizes[i]/statementsPerEntity)})
		}
		for range 10 {
			if err := warm(q, sides); err != nil {
				return err
			}
		}
		took, err := takeTurns(sides, 1, turn)
		if err != nil {
			return fmt.Errorf("%s: %w", q.name, err)
		}
		fmt.Printf("%-10s %12.2f %12.2f %7.2fx\n", q.name, took[0].p50, took[1].p50, took[1].p50/took[0].p50)
	}
	return nil
}

// readAll brings the whole graph into Neo4j's memory: what a first look at a page of the disk costs is not the
// question.
func readAll(ctx context.Context, driver neo4j.DriverWithContext) error {
	for _, text := range []string{"MATCH (s:Statement) RETURN sum(size(s.quoteExact) + size(s.date))",
		"MATCH (c:Claim) RETURN sum(size(c.text) + size(c.firstOn))",
		"MATCH (e:Entity)-[r]-() RETURN count(r), sum(size(e.name))",
		"MATCH (a:Article)-[r]-() RETURN count(r), sum(size(a.title))", "MATCH (:Claim)-[r]-() RETURN count(r)"} {
		if err := run1(ctx, driver, text); err != nil {
			return err
		}
	}
	return nil
}

// askingAbout asks for another actor each time.
func askingAbout(ctx context.Context, url, query string, actors int) func() error {
	random := rand.New(rand.NewPCG(1, 2))
	return func() error {
		i := random.IntN(actors / 10)
		body, err := json.Marshal(map[string]any{
			"query": query, "variables": map[string]string{"id": entityID(i), "name": fmt.Sprintf("Entity %d", i)},
		})
		if err != nil {
			return err
		}
		return post(ctx, url, body)
	}
}
