package goldentest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"sort"
	"strings"
	"sync"

	"sayso/graph"
	"sayso/internal/compile"
)

// Recorder runs plans on a graph and keeps them with their rows.
type Recorder struct {
	graph.Store
	mu  sync.Mutex
	ran []ranPlan
}

type ranPlan struct {
	plan string
	row  any
}

// Query runs a plan.
func (r *Recorder) Query(ctx context.Context, q compile.Query) (any, error) {
	row, err := r.Store.Query(ctx, q)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.ran = append(r.ran, ranPlan{compile.Plan{Query: q}.String(), row})
	return row, err
}

// Ran gives the plans that ran since Forget with their rows, in an order that does not depend on which root field was
// quicker.
func (r *Recorder) Ran() (plans []string, rows []any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	sort.Slice(r.ran, func(i, j int) bool { return r.ran[i].plan < r.ran[j].plan })
	for _, x := range r.ran {
		plans, rows = append(plans, x.plan), append(rows, x.row)
	}
	return plans, rows
}

// Forget begins anew.
func (r *Recorder) Forget() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.ran = nil
}

// Recording is a store that answers the plans of one case with the rows that were recorded for them, and no others.
type Recording map[string]any

// recording reads the rows of a case.
func (c Case) recording() (Recording, error) {
	decoder := json.NewDecoder(strings.NewReader(strings.ReplaceAll(c.files["rows"], mask, "0.12345")))
	decoder.UseNumber()
	var rows []any
	if err := decoder.Decode(&rows); err != nil {
		return nil, fmt.Errorf("%s: rows: %w", c.Name, err)
	}
	plans := strings.Split(strings.TrimSuffix(c.files["cypher"], "\n"), between)
	if len(rows) > 0 && len(plans) != len(rows) {
		return nil, fmt.Errorf("%s: %d plans and %d rows", c.Name, len(plans), len(rows))
	}
	out := Recording{}
	for i, row := range rows {
		out[plans[i]] = asDriver(row)
	}
	return out, nil
}

// Query gives the row that was recorded for a plan.
func (r Recording) Query(_ context.Context, q compile.Query) (any, error) {
	plan := compile.Plan{Query: q}.String()
	row, ok := r[plan]
	if !ok {
		return nil, fmt.Errorf("no row was recorded for this plan; if it is as it should be, run go test ./graph -run "+
			"Golden -update\n%s", plan)
	}
	return row, nil
}

// asDriver gives a value of JSON the types that the driver gives.
func asDriver(v any) any {
	switch v := v.(type) {
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n
		}
		f, _ := v.Float64()
		return f
	case []any:
		for i := range v {
			v[i] = asDriver(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = asDriver(v[k])
		}
	}
	return v
}

func pretty(v any) (string, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(v)
	return out.String(), err
}
