package compile

import "sayso/internal/kg"

// standing is the condition that a statement stands, or at the time that knownAt names still stood.
func (c reportClauses) standing(statement string) { c.standingAt(statement, c.q.KnownAt) }

func (w *writer) standingAt(statement string, knownAt kg.Date) {
	if knownAt == "" {
		w.Syntax(statement, ".status = 'CURRENT'")
		return
	}
	w.Syntax("(", statement, ".status = 'CURRENT' OR ", statement, ".lapsedOn > ").Param(knownAt.UpTo()).Syntax(")")
}
