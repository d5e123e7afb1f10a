package ask

import (
	"slices"

	"sayso/internal/kg"
)

// Narrowing is what a caller sets beside the words of a question, and what wins over them. The zero value sets nothing.
type Narrowing struct {
	AsOf, Since, KnownAt kg.Date
	Speaker, Via         string
	IncludeNonFactual    bool
}

// Narrow gives a question within what a caller has set. What answers to such questions do not heed is told in LeftOut
// and Text.
func (a *Asker) Narrow(q Question, n Narrowing) Question {
	if n == (Narrowing{}) {
		return q
	}
	for _, set := range []struct {
		field *kg.Date
		value kg.Date
	}{{&q.AsOf, n.AsOf}, {&q.From, n.Since}, {&q.KnownAt, n.KnownAt}} {
		if set.value != "" {
			*set.field = set.value
		}
	}
	q.Speaker, q.Via = or(n.Speaker, q.Speaker), or(n.Via, q.Via)
	q.IncludeNonFactual = q.IncludeNonFactual || n.IncludeNonFactual
	if !q.answered() && len(q.LeftOut) == 0 {
		q.LeftOut = append(slices.Clone(q.LeftOut), "what was set beside it")
		q.Confidence = min(q.Confidence, Sure-0.05)
	}
	q.Text = q.describe(a.wordsNow())
	return q
}
