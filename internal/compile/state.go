package compile

import (
	"fmt"

	"sayso/internal/search"
)

// speaksFor takes in the condition that an actor is the state of a name, a body of it by its own name, or somebody who
// holds an office in it.
func (f *filter) speaksFor(v string, value any) {
	w, names := f.w, search.StateNames(fmt.Sprint(value))
	f.add(func() error {
		n := w.Fresh("n")
		w.Syntax("(EXISTS { (").Ident(v).Syntax(")-[:CALLED]->(:Name {folded: ").Param(names[0]).Syntax("}) } OR ")
		w.Ident(v).Syntax(":Organization AND EXISTS { (").Ident(v).Syntax(")-[:CALLED]->(").Ident(n).
			Syntax(":Name) WHERE any(x IN ").Param(names)
		w.Syntax(" WHERE ").Ident(n).Syntax(".folded CONTAINS x) AND any(x IN ").Param(search.StateBodies).Syntax(" WHERE ").
			Ident(n).Syntax(".folded CONTAINS x) } OR ")
		w.Syntax("EXISTS { (").Ident(v).Syntax(")<-[:SUBJECT]-(:Claim {predicate: 'HOLDS_OFFICE_IN', negated: " +
			"false})-[:OBJECT]->(:Entity)-[:CALLED]->(:Name {folded: ")
		w.Param(names[0]).Syntax("}) })")
		return nil
	})
}
