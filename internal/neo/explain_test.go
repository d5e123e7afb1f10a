package neo

import (
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"
)

// sessionConfig asks for the notifications that the store does without: a query that Neo4j warns of is a fault.
var sessionConfig = neo4j.SessionConfig{AccessMode: neo4j.AccessModeWrite, NotificationsMinSeverity: notifications.InformationLevel}

// explainParams has every parameter of the fixed queries, so that EXPLAIN plans them without a warning.
func explainParams() map[string]any {
	list := []any{map[string]any{"id": "x", "type": "Place", "predicate": "RECOGNIZED", "concerns": []any{"x"}, "articles": []any{"x"}}}
	params := map[string]any{}
	for _, name := range []string{"entities", "claims", "statements", "edges", "named", "ids", "predicates", "rows", "articles", "except", "concerns", "profiles", "bands", "synonyms", "makes", "names", "located", "single", "titled", "asked", "changes", "signatures"} {
		params[name] = list
	}
	for _, name := range []string{"id", "article", "publisher", "text", "originId", "title", "url", "language", "publishedAt", "retrievedAt", "name", "hash", "at",
		"from", "to", "recorded", "left", "folded", "textId", "wire", "status", "review", "corrects", "of", "reader", "extractor", "unreadReason", "after", "lapsedOn"} {
		params[name] = "x"
	}
	params["languages"], params["authors"], params["first"] = []any{"en"}, []any{"x"}, 1
	params["key"], params["paused"] = "x", true
	params["version"], params["number"], params["shingles"], params["signature"] = 1, 1, 1, []int64{1}
	params["properties"] = map[string]any{"left": "x", "right": "y", "at": "2020", "on": "2020"}
	return params
}

// operators lists the operators of a plan.
func operators(p neo4j.Plan) string {
	if p == nil {
		return ""
	}
	names := []string{p.Operator()}
	for _, c := range p.Children() {
		names = append(names, operators(c))
	}
	return strings.Join(names, " ")
}
