package dispute

import (
	"testing"

	"sayso/internal/kg"
)

// said makes a position for the table below.
func said(id string, p kg.PredicateID, negated bool, first, last kg.Date, more func(*kg.Position)) kg.Position {
	pos := kg.Position{
		Claim:      kg.Claim{ID: id, SubjectID: "ru", Predicate: p, ObjectID: "dn", Negated: negated, Text: id},
		FirstOn:    first,
		LastOn:     last,
		Statements: 1,
	}
	if more != nil {
		more(&pos)
	}
	return pos
}

func lost(id string, value float64, bound kg.Bound, unit string, first, occurred kg.Date) kg.Position {
	return said(id, "LOST", false, first, first, func(p *kg.Position) {
		p.ObjectID, p.ObjectText, p.OccurredOn = "", unit, occurred
		p.Quantity = &kg.Quantity{Value: value, Unit: unit, Bound: bound}
	})
}

func TestBetween(t *testing.T) {
	happened := func(d kg.Date) func(*kg.Position) { return func(p *kg.Position) { p.OccurredOn = d } }
	for name, c := range map[string]struct {
		a, b              kg.Position
		excludes, answers bool
		want              kg.DisputeKind
		from              string
	}{
		"yes and no on one day":           {a: said("a", "RECOGNIZED", false, "2022-03-01", "2022-03-01", nil), b: said("b", "RECOGNIZED", true, "2022-03-01", "2022-03-02", nil), want: kg.Negation, from: "a"},
		"not yet, then it was":            {a: said("a", "RECOGNIZED", false, "2022-02-21", "2022-03-01", nil), b: said("b", "RECOGNIZED", true, "2015-01-01", "2016-01-01", nil), want: kg.Superseded, from: "a"},
		"it was, denied later":            {a: said("a", "RECOGNIZED", false, "2022-02-21", "2022-02-22", nil), b: said("b", "RECOGNIZED", true, "2022-06-01", "2022-06-01", nil), want: kg.Negation, from: "a"},
		"other days":                      {a: said("a", "MET_WITH", false, "2022-02-21", "2022-02-22", happened("2022-02-20")), b: said("b", "MET_WITH", true, "2022-06-01", "2022-06-01", happened("2022-05-30")), want: ""},
		"refused, later recognized":       {a: said("a", "REFUSED_RECOGNITION", false, "2014-05-12", "2016-01-01", nil), b: said("b", "RECOGNIZED", false, "2022-02-21", "2022-02-21", nil), excludes: true, want: kg.Superseded, from: "b"},
		"refused and recognized at once":  {a: said("a", "REFUSED_RECOGNITION", false, "2022-02-20", "2022-02-22", nil), b: said("b", "RECOGNIZED", false, "2022-02-21", "2022-02-21", nil), excludes: true, want: kg.Incompatible, from: "a"},
		"a month and a day in it":         {a: said("a", "REFUSED_RECOGNITION", false, "2022-02", "2022-02", nil), b: said("b", "RECOGNIZED", false, "2022-02-21", "2022-02-21", nil), excludes: true, want: kg.Incompatible, from: "a"},
		"other object":                    {a: said("a", "RECOGNIZED", false, "2022", "2022", nil), b: said("b", "RECOGNIZED", true, "2022", "2022", func(p *kg.Position) { p.ObjectID = "lh" }), want: ""},
		"two figures of one day":          {a: lost("a", 5937, kg.Exactly, "troops", "2022-09-21", ""), b: lost("b", 50000, kg.About, "soldiers", "2022-09-22", ""), want: kg.Figures, from: "a"},
		"figures a month apart":           {a: lost("a", 44100, kg.Exactly, "troops", "2022-08-17", ""), b: lost("b", 55110, kg.Exactly, "troops", "2022-09-21", ""), want: ""},
		"figures of one date":             {a: lost("a", 9000, kg.Exactly, "troops", "2022-08-22", "2022-08"), b: lost("b", 6000, kg.Exactly, "troops", "2022-12-22", "2022-08-22"), want: kg.Figures, from: "a"},
		"a count that went on":            {a: lost("a", 9000, kg.Exactly, "troops", "2022-08-22", "2022"), b: lost("b", 12000, kg.Exactly, "troops", "2022-12-22", "2022"), want: ""},
		"a count of one day that went on": {a: lost("a", 40, kg.Exactly, "sailors", "2022-04-20", "2022-04-14"), b: lost("b", 250, kg.Exactly, "sailors", "2022-07-02", "2022-04-14"), want: ""},
		"one date lost":                   {a: lost("a", 13, kg.Exactly, "sailors", "2022-04-22", "2022-04-14"), b: lost("b", 250, kg.Exactly, "sailors", "2022-04-18", ""), want: kg.Figures, from: "a"},
		"one date lost, months later":     {a: lost("a", 13, kg.Exactly, "sailors", "2022-04-22", "2022-04-14"), b: lost("b", 250, kg.Exactly, "sailors", "2022-08-18", ""), want: ""},
		"no date of saying":               {a: lost("a", 13, kg.Exactly, "sailors", "", "2022-04-14"), b: lost("b", 250, kg.Exactly, "sailors", "2022-04-15", ""), want: kg.Figures, from: "a"},
		"within tolerance":                {a: lost("a", 44100, kg.Exactly, "troops", "2022-08-17", ""), b: lost("b", 44000, kg.Exactly, "troops", "2022-08-17", ""), want: ""},
		"about":                           {a: lost("a", 44100, kg.Exactly, "troops", "2022-08-17", ""), b: lost("b", 40000, kg.About, "troops", "2022-08-17", ""), want: ""},
		"at least":                        {a: lost("a", 100, kg.AtLeast, "people", "2022-08-17", ""), b: lost("b", 150, kg.Exactly, "people", "2022-08-17", ""), want: ""},
		"at most":                         {a: lost("a", 100, kg.Exactly, "people", "2022-08-17", ""), b: lost("b", 150, kg.AtMost, "people", "2022-08-17", ""), want: ""},
		"other unit":                      {a: lost("a", 100, kg.Exactly, "tanks", "2022-08-17", ""), b: lost("b", 150, kg.Exactly, "planes", "2022-08-17", ""), want: ""},
		"accused and denied": {a: said("a", "ACCUSED", false, "2022-08-17", "2022-08-17", func(p *kg.Position) { p.SubjectID, p.ObjectID = "ua", "ru" }),
			b: said("b", "DENIED", false, "2022-08-18", "2022-08-18", func(p *kg.Position) { p.ObjectID = "" }), answers: true, want: kg.Attribution, from: "a"},
		"denied years later": {a: said("a", "ACCUSED", false, "2014-08-17", "2014-08-17", func(p *kg.Position) { p.SubjectID, p.ObjectID = "ua", "ru" }),
			b: said("b", "DENIED", false, "2022-08-18", "2022-08-18", func(p *kg.Position) { p.ObjectID = "" }), answers: true, want: ""},
		"nobody asserts it": {a: said("a", "RECOGNIZED", false, "2022", "2022", func(p *kg.Position) { p.Statements = 0 }), b: said("b", "RECOGNIZED", true, "2022", "2022", nil), want: ""},
	} {
		d, ok := Between(c.a, c.b, c.excludes, c.answers)
		if ok != (c.want != "") || ok && (d.Kind != c.want || d.From != c.from || d.Reason == "") {
			t.Errorf("%s: %+v, %v; want %q from %q", name, d, ok, c.want, c.from)
		}
		if back, okBack := Between(
			c.b,
			c.a,
			c.excludes,
			c.answers,
		); !c.answers &&
			(okBack != ok || back.Kind != d.Kind || back.From != d.From) {
			t.Errorf("%s: the other way round it is %+v", name, back)
		}
	}
}
