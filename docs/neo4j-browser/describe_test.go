package neo4jbrowser_test

import (
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// describe writes rows with all that their nodes and edges hold.
func describe(records []*neo4j.Record) string {
	var b strings.Builder
	for _, r := range records {
		for i, key := range r.Keys {
			fmt.Fprintf(&b, "%s=%s ", key, value(r.Values[i]))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func value(v any) string {
	switch x := v.(type) {
	case neo4j.Path:
		var b strings.Builder
		for _, n := range x.Nodes {
			fmt.Fprintf(&b, "(%v %v)", n.Labels, n.Props)
		}
		for _, r := range x.Relationships {
			fmt.Fprintf(&b, "[%s %v]", r.Type, r.Props)
		}
		return b.String()
	default:
		return fmt.Sprint(x)
	}
}
