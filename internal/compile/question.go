package compile

import "sayso/internal/kg"

// largestAnswer is how many rows a question gives at most, defaultAnswer when the request does not say.
const (
	largestAnswer = 500
	defaultAnswer = 100
)

// party is one side of a question: an actor by its id, or every actor that bears a name; the zero value is anybody.
type party struct{ id, name string }

func (p party) given() bool { return p != party{} }

// question is what questions about who did what to whom have in common.
type question struct {
	predicates    []kg.PredicateID // none: whatever they did
	actor, target party
	inverse       bool // the rows' actor is the claims' object
	either        bool // claims of both directions; each row reads as its claim does
	textTargets   bool // the target may be no actor but words
	claims        bool // the parts read the claims
	positions     bool // a claim that it is not so counts too
	sources            // whose reports count
	kg.WhoDid          // the limits, and how many rows; its other fields are not used here
}

// limited reports whether only some sources or times count.
func (q question) limited() bool { return q.AsOf != "" || q.KnownAt != "" || q.sources != (sources{}) }

// questionOf reads the limits that all questions take.
func (a *Atlas) questionOf(args map[string]any) (question, error) {
	var q question
	var err error
	q.IncludeNonFactual, _ = args["includeNonFactual"].(bool)
	if q.AsOf, err = a.DateOf(args, "asOf"); err != nil {
		return q, err
	}
	if q.KnownAt, err = a.DateOf(args, "knownAt"); err != nil {
		return q, err
	}
	if q.sources, err = a.sourcesOf(args); err != nil {
		return q, err
	}
	q.First, err = rowsOf(args["first"], defaultAnswer, largestAnswer)
	return q, err
}

// DateOf reads a date that may be left out.
func (a *Atlas) DateOf(args map[string]any, name string) (kg.Date, error) {
	if args[name] == nil {
		return "", nil
	}
	text, err := a.date(name, args[name])
	return kg.Date(text), err
}

// rowsOf reads how many of something are wanted.
func rowsOf(first any, otherwise, largest int) (int, error) {
	if first == nil {
		return otherwise, nil
	}
	n, ok := asInt(first)
	if !ok || n < 0 || n > largest {
		return 0, invalid("first is %v; it must be 0 to %d", first, largest)
	}
	return n, nil
}

// partyOf reads a party from the arguments name (a name) and id (an id).
func partyOf(field string, args map[string]any, name, id string, required bool) (party, error) {
	var p party
	p.name, _ = args[name].(string)
	p.id, _ = args[id].(string)
	switch {
	case p.id != "" && p.name != "":
		return p, invalid("%s takes either %s (a name) or %s, not both", field, name, id)
	case !p.given() && required:
		return p, invalid("%s takes either %s (a name) or %s; give one", field, name, id)
	case p.name != "" && kg.FoldName(p.name) == "":
		return p, invalid("%s: %q is no name", name, p.name)
	}
	return p, nil
}

// party writes a pattern that ends in the party's node.
func (w *writer) party(v string, p party) {
	if p.id != "" {
		w.Syntax("(").Ident(v).Syntax(":Entity {id: ").Param(p.id).Syntax("})")
		return
	}
	w.Syntax("(:Name {folded: ").Param(kg.FoldName(p.name)).Syntax("})<-[:CALLED]-(").Ident(v).Syntax(":Entity)")
}

// namedAfter writes a pattern that begins with the party's node.
func (w *writer) namedAfter(v string, p party) {
	w.Syntax("(").Ident(v).Syntax(":Entity")
	if p.id != "" {
		w.Syntax(" {id: ").Param(p.id).Syntax("}")
	}
	w.Syntax(")")
	if p.name != "" {
		w.Syntax("-[:CALLED]->(:Name {folded: ").Param(kg.FoldName(p.name)).Syntax("})")
	}
}
