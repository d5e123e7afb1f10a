package compile

import (
	"fmt"
	"sort"
	"strings"

	"sayso/internal/cypher"
	"sayso/internal/kg"
)

// Query is a Cypher text with its parameters.
type Query = cypher.Query

// Plan is one root field, ready to run: a single Cypher statement that returns one row with one value, and the shape of
// its JSON.
type Plan struct {
	Query Query
	Shape Shape
	// DependsOnNow says that the plan was made with a date told from the present moment, such as "yesterday".
	DependsOnNow bool
}

// String prints the Cypher and the parameters in order, for logs, tests and golden files.
func (p Plan) String() string {
	var b strings.Builder
	b.WriteString(p.Query.Text)
	names := make([]string, 0, len(p.Query.Params))
	for n := range p.Query.Params {
		names = append(names, n)
	}
	sort.Slice(names, func(i, j int) bool {
		if len(names[i]) != len(names[j]) {
			return len(names[i]) < len(names[j])
		}
		return names[i] < names[j]
	})
	for _, n := range names {
		fmt.Fprintf(&b, "\n$%s = %#v", n, p.Query.Params[n])
	}
	return b.String()
}

// invalid is an error of the caller's at a place in the request.
func invalid(format string, args ...any) error { return kg.Errorf(kg.Invalid, format, args...) }

// writer is what all clauses write to.
type writer struct {
	cypher.Writer
	atlas *Atlas
	ends  map[string]string // for the variable of an edge in a filter: that of the node at its end
	// lapsedToo says that conditions over statements and claims take in those that lapsed; set from each list's arguments.
	lapsedToo bool
	failed    error // of what was written inside an expression
}
