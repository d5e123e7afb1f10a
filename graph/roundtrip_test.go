package graph_test

import (
	"context"
	"net"
	"net/url"
	"strings"
	"sync"
	"testing"

	"sayso/internal/neo"
	"sayso/internal/neo/managed/managedtest"
)

// countingProxy passes Bolt through and counts how often the client spoke after it had heard the server out: the round trips.
type countingProxy struct {
	listener net.Listener
	target   string
	mu       sync.Mutex
	turns    int
	heard    bool // the server has spoken since the client last did
}

func newCountingProxy(t *testing.T, target string) *countingProxy {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &countingProxy{listener: listener, target: target, heard: true}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			go p.pass(client)
		}
	}()
	return p
}

func (p *countingProxy) pass(client net.Conn) {
	server, err := net.Dial("tcp", p.target)
	if err != nil {
		_ = client.Close()
		return
	}
	go p.copy(client, server, true)
	p.copy(server, client, false)
}

func (p *countingProxy) copy(from, to net.Conn, fromClient bool) {
	defer func() { _ = from.Close(); _ = to.Close() }()
	buffer := make([]byte, 64<<10)
	for {
		n, err := from.Read(buffer)
		if n > 0 {
			p.note(fromClient)
			if _, err := to.Write(buffer[:n]); err != nil {
				return
			}
		}
		if err != nil {
			return
		}
	}
}

func (p *countingProxy) note(fromClient bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if fromClient && p.heard {
		p.turns++
	}
	p.heard = !fromClient
}

func (p *countingProxy) reset() (before int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	before, p.turns = p.turns, 0
	return before
}

// TestOneRoundTrip: every root field, at any depth, costs one round trip to a real Neo4j, counted on the wire.
func TestOneRoundTrip(t *testing.T) {
	openGraph(t)
	at := managedtest.Start(t)
	u, err := url.Parse(at.URI)
	if err != nil {
		t.Fatal(err)
	}
	proxy := newCountingProxy(t, u.Host)
	ctx := context.Background()
	store, err := neo.Open(ctx, neo.Options{URI: "bolt://" + proxy.listener.Addr().String(), User: at.User, Password: at.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close(ctx) })
	h := newHandler(t, store)
	nested := `subjectOf(first: 3) { totalCount nodes { statements(first: 3) { edges { node { speaker { name } article { publisher { name } actors { nodes { name
		objectOf(first: 2) { nodes { text predicate { id } } } } } } asserts { claim { subject { name } } } } } } } }`
	for name, query := range map[string]string{
		"node":       `{ node(id: "RECOGNIZED") { id ... on Predicate { claims { nodes { subject { name } } } } } }`,
		"nodes":      `{ nodes(ids: ["RECOGNIZED", "ent_ckw7khdj8s3hsh1wqcf9rgcdtq", "cl_x"]) { id ... on Actor { name ` + nested + ` } } }`,
		"actor":      `{ actor(name: "Arland") { name ` + nested + ` } }`,
		"actors":     `{ actors(first: 5) { totalCount nodes { name ` + nested + ` } } }`,
		"articles":   `{ articles { nodes { title statements { nodes { quote { exact } via { name } } } } } }`,
		"statements": `{ statements { totalCount edges { cursor node { speaker { name ` + nested + ` } } } } }`,
		"claims":     `{ claims(orderBy: [{origins: DESC}]) { totalCount nodes { text subject { name ` + nested + ` } } } }`,
		"predicates": `{ predicates { nodes { id claims(first: 2) { nodes { text } } } } }`,
		"whoDid":     `{ whoDid(predicate: "recognized", target: "Borland", first: 5) { target { name } rows { actor { name ` + nested + ` } evidence { quote { exact } article { text } } } leftOut { count evidence { id } } absence { kind statements { id } } predicates { id } } }`,
		"absence":    `{ whoDid(predicate: "accused", target: "Borland") { rows { status } absence { kind coveredUntil statements { quote { exact } } } } }`,
		"whatDid":    `{ whatDid(actor: "Gorland", first: 5) { actor { name } rows { predicate target { name ` + nested + ` } evidence { quote { exact } article { text } } } leftOut { count } absence { kind } } }`,
		"between":    `{ between(a: "Gorland", b: "Horland") { a { name } b { name } rows { predicate evidence { id } } statements { quote { exact } } absence { kind } } }`,
		"disputes":   `{ disputes(first: 5) { totalCount edges { cursor node { kind sides { claim { text contradictions { claim { text } } } speakers { name } origins evidence { quote { exact } } } } } } }`,
		"activity":   `{ activity(by: YEAR, fill: true) { undated buckets { date statements claims articles } } }`,
		"neighbours": `{ neighbours(actor: "Gorland", first: 5) { totalCount edges { cursor node { name ` + nested + ` } claims { text } } } }`,
		"path":       `{ path(from: "Horland", to: "Ironia", maxHops: 6) { paths { length hops { from { name } claim { text } evidence { quote { exact } } } } } }`,
		"timeline":   `{ timeline(actor: "Lutonia", target: "Mersia", first: 5) { reversals entries { date statements(first: 2) { id } supersedes { text } claim { text subject { name ` + nested + ` } } } } }`,
		"ask":        `{ ask(question: "who recognized Borland?") { interpretation { predicate { id } } rows { actor { name } evidence { quote { exact } } } graphql cypher } }`,
		"ask tie":    `{ ask(question: "How are Horland and Ironia connected?") { interpretation { text predicates { id } alternatives { text graphql } } rows { evidence { id } } leftOut { count } path { paths { length } } statements { nodes { id } } cypher } }`,
		"ask who":    `{ ask(question: "Who is Gorland?") { interpretation { alternatives { text } } actor { name ` + nested + ` } claims { nodes { text } } statements { totalCount } } }`,
		"ask when":   `{ ask(question: "When did Lutonia's position on Mersia change?") { timeline { reversals entries { date statements { id } } } disputes { totalCount } } }`,
	} {
		post(h, query, nil) // the first request may open a connection
		proxy.reset()
		_, answer := post(h, query, nil)
		lookups := map[string]int{"ask": 1, "ask tie": 2, "ask who": 1, "ask when": 2}[name] // is each name of one word a surname
		if turns := proxy.reset(); turns != 1+lookups {
			t.Errorf("%s cost %d round trips", name, turns)
		}
		if strings.Contains(answer, `"errors"`) {
			t.Errorf("%s: %s", name, answer)
		}
	}
}
