package graph

import (
	"sayso/internal/ask"
	"sayso/internal/compile"
	"sayso/internal/kg"
)

// narrowingOf reads what is set beside a question.
func narrowingOf(atlas *compile.Atlas, args map[string]any) (ask.Narrowing, error) {
	var n ask.Narrowing
	for _, date := range []struct {
		name  string
		field *kg.Date
	}{{"asOf", &n.AsOf}, {"since", &n.Since}, {"knownAt", &n.KnownAt}} {
		var err error
		if *date.field, err = atlas.DateOf(args, date.name); err != nil {
			return n, err
		}
	}
	n.Speaker, _ = args["speaker"].(string)
	n.Via, _ = args["via"].(string)
	n.IncludeNonFactual, _ = args["includeNonFactual"].(bool)
	return n, nil
}

// readingOf reads which of a question's readings is asked for.
func readingOf(args map[string]any, readings int) (int, error) {
	n, _ := args["reading"].(int64)
	if n < 0 || n >= int64(readings) {
		return 0, kg.Errorf(kg.Invalid, "reading is %d, and the question has the readings 0 to %d; take the one of an "+
			"alternative", n, readings-1)
	}
	return int(n), nil
}

// sensesOf reads which actors the names of a question mean.
func sensesOf(args map[string]any, q ask.Question) (senses, error) {
	var only senses
	only.actor, _ = args["actorId"].(string)
	only.target, _ = args["targetId"].(string)
	switch {
	case only.actor != "" && q.Actor == "":
		return only, kg.Errorf(kg.Invalid, "actorId says which actor a name in the question means, and this question names "+
			"nobody who did it; leave it out")
	case only.target != "" && (q.Target == "" || q.Topic):
		return only, kg.Errorf(kg.Invalid, "targetId says which actor a name in the question means, and this question "+
			"names nobody to whom it was done; leave it out")
	}
	return only, nil
}
