package compile

// omissions are the kinds of nodes that a list leaves out.
type omissions struct {
	lapsed  bool // see lapses
	stances bool // statements of what somebody is told to have thought, intended or felt
}

// omitted gives what a list leaves out, by its arguments: lapsed nodes, and stances where the list has the argument
// includeStances and it is not set. A condition on kind says itself which kinds are meant.
func omitted(typeName string, args map[string]any) omissions {
	given, optional := args["includeStances"] // null is as good as false
	taken, _ := given.(bool)
	return omissions{
		lapsed:  leavesOut(typeName, args),
		stances: optional && !taken && !speaksOf("kind", args["where"]),
	}
}

func (o omissions) none() bool { return o == omissions{} }

// kept gives the conditions that a node is none of what is left out, for match.
func (w *writer) kept(v string, o omissions) []func() error {
	out := w.holds(v, o.lapsed)
	if o.stances {
		out = append(out, func() error { w.Ident(v).Syntax(".kind <> 'STANCE'"); return nil })
	}
	return out
}

// leftOut gives the condition that a node is one of what is left out.
func (w *writer) leftOut(v string, o omissions) func() error {
	if !o.stances {
		return w.lapsed(v)
	}
	return func() error {
		w.Syntax("(").Ident(v).Syntax(".kind = 'STANCE'")
		if o.lapsed {
			w.Syntax(" OR ").Ident(v).Syntax(":Lapsed")
		}
		w.Syntax(")")
		return nil
	}
}
