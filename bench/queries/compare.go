package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"sort"
	"strings"
	"sync"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// question is one thing to ask, in GraphQL and in Cypher written by hand for the same answer.
type question struct {
	name, graphql, cypher string
}

const neighbours = `speaker { id name } article { id title publishedAt publisher { name } } claims(first: 1) { nodes { subject { id name } object { id name } } }`

var questions = []question{
	{"who: newest 20 statements of a predicate about an object",
		`{ statements(where: {claims: {some: {predicate: {eq: RECOGNIZED}, object: {id: {eq: "ent_3"}}}}}, first: 20) { nodes { id date quote { exact } ` + neighbours + ` } } }`,
		`MATCH (o:Entity {id: 'ent_3'})<-[:OBJECT]-(c:Claim {predicate: 'RECOGNIZED'})<-[:ASSERTS]-(s:Statement) WITH DISTINCT s ORDER BY s.date DESC, s.id DESC LIMIT 20
		 RETURN s.id, s.date, s.quoteExact, [(s)-[:SAID_BY]->(x) | [x.id, x.name]], [(s)-[:FROM]->(a) | [a.id, a.title, a.publishedAt, [(a)-[:PUBLISHED_BY]->(p) | p.name]]],
		 [(s)-[:ASSERTS]->(c) | [[(c)-[:SUBJECT]->(x) | [x.id, x.name]], [(c)-[:OBJECT]->(x) | [x.id, x.name]]]]`},
	{"page: newest 50 claims of a predicate with their neighbours",
		`{ claims(where: {predicate: {eq: BLAMED}}, first: 50) { nodes { id text firstOn subject { id name } object { id name } statements(first: 1) { nodes { quote { exact } speaker { id name } article { id title } } } } } }`,
		`MATCH (c:Claim) WHERE c.predicate = 'BLAMED' AND c.firstOn >= '' WITH c ORDER BY c.predicate DESC, c.firstOn DESC, c.id DESC LIMIT 50
		 RETURN c.id, c.text, c.firstOn, [(c)-[:SUBJECT]->(x) | [x.id, x.name]], [(c)-[:OBJECT]->(x) | [x.id, x.name]],
		 COLLECT { MATCH (c)<-[:ASSERTS]-(s:Statement) WITH s ORDER BY s.date DESC, s.id DESC LIMIT 1 RETURN [s.quoteExact, [(s)-[:SAID_BY]->(x) | [x.id, x.name]], [(s)-[:FROM]->(a) | [a.id, a.title]]] }`},
	{"profile: an actor, 20 newest claims about it, what it said",
		`{ actor(id: "ent_25") { id name subjectOf(first: 20) { nodes { id text object { name } statements(first: 1) { nodes { article { title } } } } } statements(first: 10) { totalCount nodes { id quote { exact } } } } }`,
		`MATCH (e:Entity {id: 'ent_25'}) RETURN e.id, e.name,
		 COLLECT { MATCH (e)<-[:SUBJECT]-(c:Claim) WITH c ORDER BY c.firstOn DESC, c.id DESC LIMIT 20 RETURN [c.id, c.text, [(c)-[:OBJECT]->(x) | x.name],
		   COLLECT { MATCH (c)<-[:ASSERTS]-(s) WITH s ORDER BY s.date DESC LIMIT 1 RETURN [(s)-[:FROM]->(a) | a.title] }] },
		 COUNT { (e)<-[:SAID_BY]-() }, COLLECT { MATCH (e)<-[:SAID_BY]-(s) WITH s ORDER BY s.date DESC, s.id DESC LIMIT 10 RETURN [s.id, s.quoteExact] }`},
	{"whoDid: who recognized an actor, with evidence",
		`{ whoDid(predicate: "recognized", target: "Entity 30") { target { id name } rows { actor { id name } status firstOn lastOn origins evidence(first: 1) { quote { exact } article { title } } } } }`,
		`MATCH (:Name {folded: 'entity 30'})<-[:CALLED]-(t:Entity)<-[:OBJECT]-(c:Claim) WITH t, c WHERE c.predicate = 'RECOGNIZED' AND NOT c.negated
		 MATCH (c)-[:SUBJECT]->(a:Entity), (c)<-[m:ASSERTS]-(s:Statement)-[:FROM]->(art:Article) WHERE m.modality = 'ASSERTED' AND s.status = 'CURRENT'
		 WITH t, a, s, art ORDER BY s.date WITH t, a, collect(s) AS ss, count(DISTINCT art.originId) AS origins
		 RETURN t.id, t.name, a.id, a.name, ss[0].date, ss[-1].date, origins, ss[0].quoteExact, [x IN ss[0..1] | [(x)-[:FROM]->(q) | q.title]]`},
}

// compare has the server and the hand-written Cypher take turns.
func compare(ctx context.Context, url string, driver neo4j.DriverWithContext, turn time.Duration) error {
	fmt.Printf("%-58s %4s %22s %22s %7s\n", "", "conn", "GraphQL rps (p50 ms)", "Cypher rps (p50 ms)", "p50")
	for _, q := range questions {
		body, err := json.Marshal(map[string]string{"query": q.graphql})
		if err != nil {
			return err
		}
		overHTTP := func() error { return post(ctx, url, body) }
		byHand := func() error { return run1(ctx, driver, q.cypher) }
		for _, work := range []func() error{overHTTP, byHand} {
			for range 30 { // plans are cached, pages are in memory
				if err := work(); err != nil {
					return fmt.Errorf("%s: %w", q.name, err)
				}
			}
		}
		for _, connections := range []int{1, 16} {
			ours, err := load(overHTTP, connections, turn)
			if err != nil {
				return err
			}
			raw, err := load(byHand, connections, turn)
			if err != nil {
				return err
			}
			fmt.Printf("%-58s %4d %12.0f (%7.2f) %12.0f (%7.2f) %6.2fx\n", q.name, connections, ours.rps, ours.p50, raw.rps, raw.p50, ours.p50/raw.p50)
		}
	}
	return nil
}

type measured struct{ rps, p50 float64 }

// load repeats work on so many connections for the time of a turn.
func load(work func() error, connections int, turn time.Duration) (measured, error) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	var times []float64
	var failed error
	end := time.Now().Add(turn)
	for range connections {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for time.Now().Before(end) {
				start := time.Now()
				err := work()
				took := float64(time.Since(start).Microseconds()) / 1000
				mu.Lock()
				times = append(times, took)
				if err != nil {
					failed = err
				}
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	sort.Float64s(times)
	return measured{float64(len(times)) / turn.Seconds(), times[len(times)/2]}, failed
}

var client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}

func post(ctx context.Context, url string, body []byte) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	data, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if strings.Contains(string(data[:min(len(data), 20)]), `"errors"`) {
		return fmt.Errorf("%.300s", data)
	}
	return nil
}

func run1(ctx context.Context, driver neo4j.DriverWithContext, text string) error {
	session := driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead})
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, text, nil)
	if err != nil {
		return err
	}
	_, err = result.Collect(ctx)
	return err
}
