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

// question is one thing to ask: in our GraphQL, in Cypher written by hand for the same answer, and in the peer's
// GraphQL ("" where it has no such question).
type question struct {
	name, graphql, cypher, peer string
}

const peerNeighbours = `speaker { id name } article { id title publishedAt publisher { name } } claims(limit: 1) { subject { id name } object { id name } }`

const neighbours = `speaker { id name } article { id title publishedAt publisher { name } } claims(first: 1) { nodes { subject { id name } object { id name } } }`

var questions = []question{
	{"who: newest 20 statements of a predicate about an object",
		`{ statements(where: {claims: {some: {predicate: {eq: RECOGNIZED}, object: {id: {eq: "ent_3"}}}}}, first: 20) { nodes { id date quote { exact } ` + neighbours + ` } } }`,
		`MATCH (o:Entity {id: 'ent_3'})<-[:OBJECT]-(c:Claim {predicate: 'RECOGNIZED'})<-[:ASSERTS]-(s:Statement) WITH DISTINCT s ORDER BY s.date DESC, s.id DESC LIMIT 20
		 RETURN s.id, s.date, s.quoteExact, [(s)-[:SAID_BY]->(x) | [x.id, x.name]], [(s)-[:FROM]->(a) | [a.id, a.title, a.publishedAt, [(a)-[:PUBLISHED_BY]->(p) | p.name]]],
		 [(s)-[:ASSERTS]->(c) | [[(c)-[:SUBJECT]->(x) | [x.id, x.name]], [(c)-[:OBJECT]->(x) | [x.id, x.name]]]]`,
		`{ statements(where: {claims: {some: {predicate: {eq: "RECOGNIZED"}, object: {some: {id: {eq: "ent_3"}}}}}}, sort: [{date: DESC}], limit: 20) { id date quoteExact ` + peerNeighbours + ` } }`},
	{"page: newest 50 claims of a predicate with their neighbours",
		`{ claims(where: {predicate: {eq: BLAMED}}, first: 50) { nodes { id text firstOn subject { id name } object { id name } statements(first: 1) { nodes { quote { exact } speaker { id name } article { id title } } } } } }`,
		`MATCH (c:Claim) WHERE c.predicate = 'BLAMED' AND c.firstOn >= '' WITH c ORDER BY c.predicate DESC, c.firstOn DESC, c.id DESC LIMIT 50
		 RETURN c.id, c.text, c.firstOn, [(c)-[:SUBJECT]->(x) | [x.id, x.name]], [(c)-[:OBJECT]->(x) | [x.id, x.name]],
		 COLLECT { MATCH (c)<-[:ASSERTS]-(s:Statement) WITH s ORDER BY s.date DESC, s.id DESC LIMIT 1 RETURN [s.quoteExact, [(s)-[:SAID_BY]->(x) | [x.id, x.name]], [(s)-[:FROM]->(a) | [a.id, a.title]]] }`,
		`{ claims(where: {predicate: {eq: "BLAMED"}}, sort: [{firstOn: DESC}], limit: 50) { id text firstOn subject { id name } object { id name } statements(sort: [{date: DESC}], limit: 1) { quoteExact speaker { id name } article { id title } } } }`},
	{"profile: an actor, 20 newest claims about it, what it said",
		`{ actor(id: "ent_25") { id name subjectOf(first: 20) { nodes { id text object { name } statements(first: 1) { nodes { article { title } } } } } statements(first: 10) { totalCount nodes { id quote { exact } } } } }`,
		`MATCH (e:Entity {id: 'ent_25'}) RETURN e.id, e.name,
		 COLLECT { MATCH (e)<-[:SUBJECT]-(c:Claim) WITH c ORDER BY c.firstOn DESC, c.id DESC LIMIT 20 RETURN [c.id, c.text, [(c)-[:OBJECT]->(x) | x.name],
		   COLLECT { MATCH (c)<-[:ASSERTS]-(s) WITH s ORDER BY s.date DESC LIMIT 1 RETURN [(s)-[:FROM]->(a) | a.title] }] },
		 COUNT { (e)<-[:SAID_BY]-() }, COLLECT { MATCH (e)<-[:SAID_BY]-(s) WITH s ORDER BY s.date DESC, s.id DESC LIMIT 10 RETURN [s.id, s.quoteExact] }`,
		`{ entities(where: {id: {eq: "ent_25"}}) { id name subjectOf(sort: [{firstOn: DESC}], limit: 20) { id text object { name } statements(sort: [{date: DESC}], limit: 1) { article { title } } }
		  statementsConnection { totalCount } statements(sort: [{date: DESC}], limit: 10) { id quoteExact } } }`},
	{"whoDid: who recognized an actor, with evidence",
		`{ whoDid(predicate: "recognized", target: "Entity 30") { target { id name } rows { actor { id name } status firstOn lastOn origins evidence(first: 1) { quote { exact } article { title } } } } }`,
		`MATCH (:Name {folded: 'entity 30'})<-[:CALLED]-(t:Entity)<-[:OBJECT]-(c:Claim) WITH t, c WHERE c.predicate = 'RECOGNIZED' AND NOT c.negated
		 MATCH (c)-[:SUBJECT]->(a:Entity), (c)<-[m:ASSERTS]-(s:Statement)-[:FROM]->(art:Article) WHERE m.modality = 'ASSERTED' AND s.status = 'CURRENT'
		 WITH t, a, s, art ORDER BY s.date WITH t, a, collect(s) AS ss, count(DISTINCT art.originId) AS origins
		 RETURN t.id, t.name, a.id, a.name, ss[0].date, ss[-1].date, origins, ss[0].quoteExact, [x IN ss[0..1] | [(x)-[:FROM]->(q) | q.title]]`, ""},
}

// side is one of those that take turns.
type side struct {
	name string
	work func() error
}

// compare has the server, the hand-written Cypher and the peer take turns. peer may be "".
func compare(ctx context.Context, url, peer string, driver neo4j.DriverWithContext, turn time.Duration) error {
	fmt.Printf("%-62s %4s %20s %20s %20s %9s %9s\n", "", "conn", "ours rps (p50 ms)", "Cypher rps (p50 ms)",
		"peer rps (p50 ms)", "p50 ours", "rps ours")
	fmt.Printf("%-62s %4s %20s %20s %20s %9s %9s\n", "", "", "", "", "", "/ Cypher", "/ peer")
	for _, q := range questions {
		sides := []side{{"ours", asking(ctx, url, q.graphql)}, {"Cypher", func() error {
			return run1(ctx, driver, q.cypher)
		}}}
		if peer != "" && q.peer != "" {
			sides = append(sides, side{"peer", asking(ctx, peer, q.peer)})
		}
		if err := warm(q, sides); err != nil {
			return err
		}
		for _, connections := range []int{1, 16} {
			took, err := takeTurns(sides, connections, turn)
			if err != nil {
				return fmt.Errorf("%s: %w", q.name, err)
			}
			printLine(q.name, connections, took)
		}
	}
	return nil
}

func asking(ctx context.Context, url, query string) func() error {
	body, err := json.Marshal(map[string]string{"query": query})
	return func() error {
		if err != nil {
			return err
		}
		return post(ctx, url, body)
	}
}

// warm has plans cached and pages in memory.
func warm(q question, sides []side) error {
	for _, s := range sides {
		for range 30 {
			if err := s.work(); err != nil {
				return fmt.Errorf("%s, %s: %w", q.name, s.name, err)
			}
		}
	}
	return nil
}

// rounds is how many turns each side has, one after the other, so that what else the machine does falls on all.
const rounds = 4

func takeTurns(sides []side, connections int, turn time.Duration) ([]measured, error) {
	times, lasted := make([][]float64, len(sides)), make([]time.Duration, len(sides))
	for range rounds {
		for i, s := range sides {
			start := time.Now()
			took, err := load(s.work, connections, turn/rounds)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", s.name, err)
			}
			times[i], lasted[i] = append(times[i], took...), lasted[i]+time.Since(start)
		}
	}
	out := make([]measured, len(sides))
	for i, t := range times {
		sort.Float64s(t)
		out[i] = measured{float64(len(t)) / lasted[i].Seconds(), t[len(t)/2]}
	}
	return out, nil
}

func printLine(name string, connections int, took []measured) {
	ours, raw := took[0], took[1]
	line := fmt.Sprintf("%-62s %4d %10.0f (%7.2f) %10.0f (%7.2f)", name, connections, ours.rps, ours.p50, raw.rps, raw.p50)
	if len(took) > 2 {
		fmt.Printf("%s %10.0f (%7.2f) %8.2fx %8.1fx\n", line, took[2].rps, took[2].p50, ours.p50/raw.p50,
			ours.rps/took[2].rps)
		return
	}
	fmt.Printf("%s %20s %8.2fx\n", line, "–", ours.p50/raw.p50)
}

// repeat does work so many times, one after the other, and gives how long each took in ms.
func repeat(work func() error, times int) ([]float64, error) {
	out := make([]float64, 0, times)
	for range times {
		start := time.Now()
		if err := work(); err != nil {
			return nil, err
		}
		out = append(out, float64(time.Since(start).Microseconds())/1000)
	}
	return out, nil
}

type measured struct{ rps, p50 float64 }

// load repeats work on so many connections for the time of a turn, and gives how long each took in ms.
func load(work func() error, connections int, turn time.Duration) ([]float64, error) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	var times []float64
	var failed error
	end := time.Now().Add(turn)
	for range connections {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for once := true; once || time.Now().Before(end); once = false {
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
	return times, failed
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
