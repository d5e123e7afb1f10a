package compile

import "slices"

// measures are the counts of a row, with what each is over, and the variable that it needs.
var measures = []struct{ name, v, of string }{
	{"speakers", "s", "speaker"}, {"origins", "a", "a.originId"}, {"articles", "a", "a"}, {"statements", "s", "s"},
	{"claims", "c", "c"},
	{"channels", "s", "channel"},
}

// summary is measures over one variable.
type summary struct {
	v     string
	names []string
	write map[string]string
}

// summaries are measures over a property of all different things in a variable, whatever else they are tied to: each is
// an aggregate of x.
var summaries = []summary{
	{"c", []string{"min", "max", "sum", "avg"}, map[string]string{"min": "min(x.quantity)", "max": "max(x.quantity)",
		"sum": "CASE WHEN count(x.quantity) > 0 THEN sum(x.quantity) END", "avg": "avg(x.quantity)"}},
	{"s", []string{"minConfidence", "maxConfidence", "avgConfidence", "firstOn", "lastOn", "days"},
		map[string]string{"minConfidence": "min(x.confidence)",
			"maxConfidence": "max(x.confidence)", "avgConfidence": "avg(x.confidence)", "firstOn": "min(nullIf(x.date, ''))",
			"lastOn": "max(nullIf(x.date, ''))",
			"days":   "count(DISTINCT CASE WHEN size(x.date) = 10 THEN x.date END)"}},
}

// nullable reports whether a measure may be null: all that summarizes what may not be there.
func nullable(name string) bool {
	return name != "days" && slices.ContainsFunc(summaries, func(s summary) bool { return slices.Contains(s.names, name) })
}

// summarized are the names of a summary that the answer needs.
func (c aggregateClauses) summarized(names []string) (out []string) {
	for _, name := range names {
		if c.needs[name] {
			out = append(out, name)
		}
	}
	return out
}

// summarize writes the summaries that are needed: ofs and ofc are maps of those over statements and claims.
func (c aggregateClauses) summarize() {
	for _, s := range summaries {
		if len(c.summarized(s.names)) > 0 {
			c.Syntax(", collect(DISTINCT ", s.v, ") AS all", s.v)
		}
	}
	for _, s := range summaries {
		names := c.summarized(s.names)
		for i, name := range names {
			if i == 0 {
				c.Syntax(" CALL (all", s.v, ") { UNWIND all", s.v, " AS x RETURN {")
			} else {
				c.Syntax(", ")
			}
			c.Syntax(name, ": ", s.write[name])
		}
		if len(names) > 0 {
			c.Syntax("} AS of", s.v, " }")
		}
	}
}

// measure groups and counts.
func (c aggregateClauses) measure() {
	c.Syntax(" WITH ")
	for i, by := range c.by {
		switch g := groupings[by]; {
		case g.edge != "":
			c.Syntax(keyVariable(i))
		case g.digits > 0:
			date := c.of.v + "." + c.of.date
			if g.property != "" {
				date = g.on + "." + g.property
			}
			c.Syntax("CASE WHEN size(", date, ") >= ").Param(int64(g.digits)).Syntax(" THEN left(", date, ", ").
				Param(int64(g.digits))
			c.Syntax(") END AS ", keyVariable(i))
		default:
			c.Syntax("toString(", g.on, ".", g.property, ") AS ", keyVariable(i))
		}
		c.Syntax(", ")
	}
	c.Syntax("count(DISTINCT ", c.of.v, ") AS count")
	for _, m := range measures {
		if c.needs[m.name] {
			c.Syntax(", count(DISTINCT ", m.of, ") AS ", m.name)
		}
	}
	c.summarize()
	c.Syntax(" WITH ")
	for i := range c.by {
		c.Syntax(keyVariable(i), ", ")
	}
	c.Syntax("{count: count")
	for _, m := range measures {
		if c.needs[m.name] {
			c.Syntax(", ", m.name, ": ", m.name)
		}
	}
	for _, s := range summaries {
		for _, name := range c.summarized(s.names) {
			c.Syntax(", ", name, ": of", s.v, ".", name)
		}
	}
	c.Syntax("} AS d")
}
