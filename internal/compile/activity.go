package compile

import (
	"time"

	"sayso/internal/kg"
)

// mostBuckets is how many periods an activity has when the empty ones are filled in.
const mostBuckets = 5000

// period is how long a bucket is.
type period struct {
	layout string // a date of that precision; its length is that of the dates
	next   func(time.Time) time.Time
}

var periods = map[string]period{
	"DAY":   {"2006-01-02", func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }},
	"MONTH": {"2006-01", func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }},
	"YEAR":  {"2006", func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }},
}

// activity plans the root field activity.
func (a *Atlas) activity(s Selection) (Plan, error) {
	by, _ := s.Args["by"].(string)
	p, ok := periods[by]
	if !ok {
		return Plan{}, invalid("by is DAY, MONTH or YEAR, not %v", s.Args["by"])
	}
	shape := &activityShape{typeName: s.Type, fields: s.of(s.Type), period: p}
	var err error
	if shape.from, err = a.DateOf(s.Args, "from"); err != nil {
		return Plan{}, err
	}
	if shape.to, err = a.DateOf(s.Args, "to"); err != nil {
		return Plan{}, err
	}
	shape.fill, _ = s.Args["fill"].(bool)
	return a.plan(s, func(w *writer) (Shape, error) {
		w.Syntax("[")
		if err := w.buckets(s, shape); err != nil {
			return nil, err
		}
		w.Syntax(", ")
		err := w.activityLeftOut(s, shape)
		w.Syntax("]")
		return shape, err
	})
}

// activityLeftOut counts the statements of the time asked for that lapsed and do not count.
func (w *writer) activityLeftOut(s Selection, shape *activityShape) error {
	if len(s.children(s.Type, "leftOut")) == 0 || !leavesOut("Statement", s.Args) {
		w.Syntax("0")
		return nil
	}
	n := w.Fresh("n")
	w.lapsedToo = true
	return w.countBut(source{}, "Statement", n, s.Args["where"], append(w.activityDays(s, n, shape), w.lapsed(n))...)
}

// activityDays gives the condition that a statement was said, or tells of what happened, in the time asked for.
func (w *writer) activityDays(s Selection, n string, shape *activityShape) []func() error {
	return []func() error{func() error {
		if s.Args["clock"] != "HAPPENED" {
			w.within(n, "date", shape.from, shape.to)
			return nil
		}
		c := w.Fresh("c")
		w.Syntax("EXISTS { (").Ident(n).Syntax(")-[:ASSERTS]->(").Ident(c).Syntax(":Claim) WHERE ")
		w.happenedWithin(c, shape)
		w.Syntax(" }")
		return nil
	}}
}

// happenedWithin writes that a claim tells of what happened in the time asked for.
func (w *writer) happenedWithin(claim string, shape *activityShape) {
	w.Syntax("coalesce(").Ident(claim).Syntax(".occurredOn, '') >= ").Param(string(shape.from))
	if shape.to != "" {
		w.Syntax(" AND ").Ident(claim).Syntax(".occurredOn <= ").Param(shape.to.UpTo())
	}
}

// buckets writes [period, statements, claims, articles] for each period that has any; the period "" gathers the dates
// that are unknown or less precise. What nobody asked for is not counted.
func (w *writer) buckets(s Selection, shape *activityShape) error {
	asked := map[string]bool{}
	for _, f := range s.children(s.Type, "buckets") {
		for _, b := range f.of(f.Type) {
			asked[b.Name] = true
		}
	}
	if s.Args["where"] == nil && s.Args["clock"] != "HAPPENED" && !asked["claims"] && !asked["articles"] {
		shape.whole(w, s)
		return nil
	}
	n, day := w.Fresh("n"), "date"
	w.Syntax("COLLECT { ")
	extra := w.holds(n, leavesOut("Statement", s.Args))
	if s.Args["clock"] != "HAPPENED" {
		extra = append(extra, w.activityDays(s, n, shape)...)
	}
	if _, err := w.match(source{}, n, "Statement", s.Args["where"], extra...); err != nil {
		return err
	}
	w.Syntax(" WITH DISTINCT ").Ident(n)
	dated := n
	if s.Args["clock"] == "HAPPENED" { // once for each day that a statement tells of
		dated, day = "claims", "occurredOn"
		w.Syntax(" MATCH (").Ident(n).Syntax(")-[:ASSERTS]->(claims:Claim) WHERE ")
		w.happenedWithin("claims", shape)
	}
	counts := []struct{ name, edge string }{{"claims", "ASSERTS"}, {"articles", "FROM"}}
	for _, c := range counts {
		if asked[c.name] && c.name != dated {
			w.Syntax(" OPTIONAL MATCH (").Ident(n).Syntax(")-[:", c.edge, "]->(", c.name, ")")
		}
	}
	length := int64(len(shape.period.layout))
	w.Syntax(" WITH CASE WHEN size(").Ident(dated).Syntax(".", day, ") >= ").Param(length).Syntax(" THEN left(").
		Ident(dated).Syntax(".", day, ", ").Param(length)
	w.Syntax(") ELSE '' END AS at, count(DISTINCT ").Ident(n).Syntax(") AS said")
	for _, c := range counts {
		if asked[c.name] {
			w.Syntax(", count(DISTINCT ", c.name, ") AS ", c.name)
		} else {
			w.Syntax(", 0 AS ", c.name)
		}
	}
	w.Syntax(" ORDER BY at RETURN [at, said, claims, articles] }")
	return nil
}

// whole writes the same buckets for the statements of the whole graph. Neo4j counts them day by day in the
// order of their index without looking at a node, and the few that lapsed are taken off.
func (a *activityShape) whole(w *writer, s Selection) {
	w.Syntax("COLLECT { CALL () { ")
	a.saidOnDays(w, "Statement")
	w.Syntax(", count(*) AS said")
	if leavesOut("Statement", s.Args) {
		w.Syntax(" UNION ALL ")
		a.saidOnDays(w, "Statement:Lapsed")
		w.Syntax(", -count(*) AS said")
	}
	length := int64(len(a.period.layout))
	w.Syntax(" } WITH CASE WHEN size(day) >= ").Param(length).Syntax(" THEN left(day, ").Param(length)
	w.Syntax(") ELSE '' END AS at, sum(said) AS said WHERE said > 0 ORDER BY at RETURN [at, said, 0, 0] }")
}

// saidOnDays writes a MATCH of the statements of the time asked for that bear labels, up to RETURN … AS day.
func (a *activityShape) saidOnDays(w *writer, labels string) {
	n := w.Fresh("n")
	w.Syntax("MATCH (").Ident(n).Syntax(":", labels, ") WHERE ")
	w.within(n, "date", a.from, a.to)
	w.Syntax(" RETURN ").Ident(n).Syntax(".date AS day")
}

// within writes that a node's date lies between two dates.
func (w *writer) within(n, property string, from, to kg.Date) {
	w.Ident(n).Syntax(".", property, " >= ").Param(string(from))
	if to != "" {
		w.Syntax(" AND ").Ident(n).Syntax(".", property, " > '' AND ").Ident(n).Syntax(".", property, " <= ").Param(to.UpTo())
	}
}

// activityShape writes the buckets, with the empty ones between when they are asked for.
type activityShape struct {
	typeName string
	fields   []Selection
	period   period
	from, to kg.Date
	fill     bool
}

type bucket struct {
	at     string
	counts [3]int // statements, claims, articles
}

func (a *activityShape) write(out *output, v any) error {
	parts, _ := v.([]any)
	if len(parts) != 2 {
		return kg.Errorf(kg.Internal, "an activity has %d parts, not 2", len(parts))
	}
	buckets, undated, total, err := readBuckets(parts[0])
	if err != nil {
		return err
	}
	if a.fill {
		if buckets, err = a.filled(buckets); err != nil {
			return err
		}
	}
	writeFields(out, a.fields, a.typeName, map[string]any{"undated": undated, "statements": total, "leftOut": parts[1],
		"buckets": func(f Selection) { writeBuckets(out, f, buckets) }})
	return nil
}

func readBuckets(v any) (buckets []bucket, undated, total int, err error) {
	rows, _ := v.([]any)
	for _, item := range rows {
		row, _ := item.([]any)
		if len(row) != 4 {
			return nil, 0, 0, kg.Errorf(kg.Internal, "a period of an activity has %d values, not 4", len(row))
		}
		var b bucket
		b.at, _ = row[0].(string)
		for i := range b.counts {
			b.counts[i], _ = asInt(row[i+1])
		}
		total += b.counts[0]
		if b.at == "" {
			undated = b.counts[0]
		} else {
			buckets = append(buckets, b)
		}
	}
	return buckets, undated, total, nil
}

func writeBuckets(out *output, f Selection, buckets []bucket) {
	writeList(out, buckets, func(b bucket) {
		writeFields(out, f.of(f.Type), f.Type,
			map[string]any{"date": b.at, "statements": b.counts[0], "claims": b.counts[1], "articles": b.counts[2]})
	})
}

// filled puts empty buckets between from, or else the first bucket, and to, or else the last.
func (a *activityShape) filled(buckets []bucket) ([]bucket, error) {
	if len(buckets) == 0 && (a.from == "" || a.to == "") {
		return buckets, nil
	}
	from, to := a.from, a.to
	if from == "" {
		from = kg.Date(buckets[0].at)
	}
	if to == "" {
		to = kg.Date(buckets[len(buckets)-1].at)
	}
	at, ok := from.Time()
	if !ok {
		return nil, invalid("from: %q is not a date", from)
	}
	if at, ok = kg.Date(at.Format(a.period.layout)).Time(); !ok { // the beginning of its period
		return nil, invalid("from: %q is not a date", from)
	}
	have := map[string]bucket{}
	for _, b := range buckets {
		have[b.at] = b
	}
	var out []bucket
	for ; at.Format(a.period.layout) <= to.UpTo(); at = a.period.next(at) {
		if len(out) == mostBuckets {
			return nil, invalid("fill would give more than %d periods; ask for longer ones (by), or a shorter time (from, to)",
				mostBuckets)
		}
		key := at.Format(a.period.layout)
		b := have[key]
		b.at = key
		out = append(out, b)
	}
	return out, nil
}
