package main

import (
	"context"
	"encoding/json"
	"fmt"
)

// shape is one form of request, asked about other actors each time.
type shape struct {
	name, graphql string
	variables     func(f filler) vars
}

// shapes are the forms of request that the table has.
var shapes = []shape{
	{"who", questions[0].graphql, none},
	{"page", questions[1].graphql, none},
	{"profile", growing[2].graphql, anID},
	{"whoDid", growing[3].graphql, aNamed},
	{"five levels", `query($id: ID!) { actor(id: $id) { name subjectOf(first: 5) { nodes { text statements(first: 3) {
		nodes { speaker { name } article { title publisher { name } } } } } } } }`, anID},
	{"filters across edges", `query($id: ID!) { statements(where: {speaker: {id: {eq: $id}},
		claims: {some: {predicate: {eq: BLAMED}, object: {kind: {eq: "state"}}}},
		article: {publisher: {name: {startsWith: "Outlet 1"}}}}, first: 20) { nodes { id date } } }`, anID},
	{"aggregation", `query($id: ID!) { aggregate(of: STATEMENTS, by: [YEAR],
		where: {statements: {speaker: {id: {eq: $id}}}}) { rows { count } } }`, anID},
	{"activity of everything", `{ activity(by: MONTH, fill: false) { buckets { date statements } } }`, none},
	{"full text", `query($name: String!) { search(query: $name, first: 20) { edges { score node { id } } } }`, aNamed},
	{"suggest", `query($name: String!) { suggest(prefix: $name, first: 7) { name known } }`, aNamed},
	{"path", `query($id: ID!, $other: ID!) { path(fromId: $id, toId: $other, first: 5) {
		paths { hops { claim { id } } } } }`, twoIDs},
	{"ask", `query($question: String!) { ask(question: $question) { rows { actor { id name } status firstOn }
		leftOut { count } } }`, func(f filler) vars { return vars{"question": "Who recognized " + f.aName() + "?"} }},
	{"whatDid, most popular", `query($id: ID!) { whatDid(actorId: $id, first: 60) { rows {
		predicate target { id name } firstOn lastOn origins status } } }`, aHub},
	{"whoDid, most popular", `query($id: ID!) { whoDid(predicate: "recognized", targetId: $id) { rows {
		actor { id name } status firstOn lastOn origins evidence(first: 1) { quote { exact } article { title } } } } }`,
		aHub},
	{"between, most popular", `query($id: ID!, $other: ID!) { between(aId: $id, bId: $other) { rows {
		predicate status firstOn lastOn origins } } }`, twoHubs},
	{"timeline, most popular", `query($id: ID!, $other: ID!) { timeline(actorId: $id, targetId: $other) { entries {
		date predicate claim { id } } } }`, twoHubs},
	{"neighbours, most popular", `query($id: ID!) { neighbours(actorId: $id, first: 20) { edges {
		claimCount node { id name } } } }`, aHub},
	{"disputes, most popular", `query($id: ID!) { disputes(targetId: $id, first: 20) { nodes { id } } }`, aHub},
}

// hubs is how many actors count as the most popular.
const hubs = 10

func none(filler) vars     { return vars{} }
func anID(f filler) vars   { return vars{"id": f.anActor()} }
func aNamed(f filler) vars { return vars{"name": f.aName()} }
func twoIDs(f filler) vars { return vars{"id": f.anActor(), "other": f.anActor()} }
func aHub(f filler) vars   { return vars{"id": entityID(f.random.IntN(hubs))} }
func twoHubs(f filler) vars {
	i := f.random.IntN(hubs)
	return vars{"id": entityID(i), "other": entityID((i + 1 + f.random.IntN(hubs-1)) % hubs)}
}

// sideOf gives the side that asks a shape's requests. Bodies are made beforehand and taken in turn, also by many.
func (s shape) sideOf(ctx context.Context, url string, f filler) (side, error) {
	const bodies = 64
	all := make(chan []byte, bodies)
	for range bodies {
		body, err := json.Marshal(map[string]any{"query": s.graphql, "variables": s.variables(f)})
		if err != nil {
			return side{}, err
		}
		all <- body
	}
	return side{s.name, func() error {
		body := <-all
		defer func() { all <- body }()
		if err := post(ctx, url, body); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		return nil
	}}, nil
}
