package compile

// lapses reports whether nodes of a type have the label Lapsed where they do not hold any more: statements that were
// retracted or corrected, and claims that only such statements make.
func lapses(typeName string) bool { return typeName == "Statement" || typeName == "Claim" }

// leavesOut reports whether a list leaves lapsed nodes out: unless the request takes them in, or its conditions say
// themselves which status they mean.
func leavesOut(typeName string, args map[string]any) bool {
	return lapses(typeName) && !takesLapsed(args)
}

// takesLapsed reports whether a request takes lapsed nodes in, or its conditions say themselves which status they mean.
func takesLapsed(args map[string]any) bool {
	taken, _ := args["includeLapsed"].(bool)
	return taken || speaksOf("status", args["where"])
}

// current marks the keys that count the claims of statements of a list in which all statements stand: a claim lapses
// with the last statement that makes it and stands, so none of theirs has.
func current(typeName string, args map[string]any, keys []orderKey) {
	where, _ := args["where"].(map[string]any)
	status, _ := where["status"].(map[string]any)
	if typeName != "Statement" || !leavesOut(typeName, args) && status["eq"] != "CURRENT" {
		return
	}
	for i, k := range keys {
		keys[i].allHold = k.counted != nil && k.path == nil && k.counted.edge == "ASSERTS"
	}
}

// speaksOf reports whether a condition of that name stands anywhere in a where.
func speaksOf(name string, where any) bool {
	switch where := where.(type) {
	case map[string]any:
		for key, v := range where {
			if key == name || speaksOf(name, v) {
				return true
			}
		}
	case []any:
		for _, v := range where {
			if speaksOf(name, v) {
				return true
			}
		}
	}
	return false
}

// holds gives the condition that a node has not lapsed, as a list for match; none where lapsed ones are taken in.
func (w *writer) holds(v string, leavesOut bool) []func() error {
	if !leavesOut {
		return nil
	}
	return []func() error{func() error { w.Syntax("NOT ").Ident(v).Syntax(":Lapsed"); return nil }}
}

// lapsed gives the condition that a node has lapsed.
func (w *writer) lapsed(v string) func() error {
	return func() error { w.Ident(v).Syntax(":Lapsed"); return nil }
}
