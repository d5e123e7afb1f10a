// Package check proves what always holds of a graph, invariant by invariant, and says where it does not. It may not
// know Cypher or GraphQL.
package check

import (
	"context"
	"slices"
	"strings"
	"time"

	"sayso/internal/kg"
)

// Report is how far the proof of one invariant is, or what came of it.
type Report struct {
	Invariant string  `json:"invariant"`
	Means     string  `json:"means"`
	Of        string  `json:"of"`
	Looked    int     `json:"looked"`
	Wrong     int     `json:"wrong"`
	Repaired  int     `json:"repaired"`
	Done      bool    `json:"done"`             // the proof is complete; else this is progress
	Advice    string  `json:"advice,omitempty"` // what to do about what could not be repaired
	Faults    []Fault `json:"faults,omitempty"` // the first of them
}

// Fault is a place where the invariant does not hold.
type Fault struct {
	ID       string `json:"id"`
	What     string `json:"what"`
	Repaired bool   `json:"repaired,omitempty"`
}

// mostFaults is how many faults of an invariant are told in full.
const mostFaults = 20

// Wish says what is to be proved.
type Wish struct {
	Only []string // names of invariants; none for all
	By   string   // who repairs; "" to change nothing
}

// patience is how long a proof goes on before its progress is told.
const patience = time.Second

// Run proves the invariants one after the other and tells of each: now and then how far it is, and in the end what came
// of it.
func Run(ctx context.Context, graph kg.Inspector, w Wish, tell func(Report) error) error {
	chosen, err := choose(graph.Invariants(), w.Only)
	if err != nil {
		return err
	}
	for _, inv := range chosen {
		if err := prove(ctx, graph, inv, w.By, tell); err != nil {
			return err
		}
	}
	return nil
}

func choose(all []kg.Invariant, only []string) ([]kg.Invariant, error) {
	if len(only) == 0 {
		return all, nil
	}
	var names []string
	for _, inv := range all {
		names = append(names, inv.Name)
	}
	for _, name := range only {
		if !slices.Contains(names, name) {
			return nil, kg.Errorf(kg.Invalid, "nothing called %q is checked; choose from %s", name, strings.Join(names, ", "))
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(inv kg.Invariant) bool {
		return !slices.Contains(only, inv.Name)
	}), nil
}

// prove goes through the nodes that one invariant is about.
func prove(ctx context.Context, graph kg.Inspector, inv kg.Invariant, by string, tell func(Report) error) error {
	r := Report{Invariant: inv.Name, Means: inv.Means, Of: inv.Of}
	told := time.Now()
	for after, more := "", true; more; {
		part, err := graph.Inspect(ctx, inv.Name, after, by)
		if err != nil {
			return err
		}
		r.add(part)
		after, more = part.After, part.After != ""
		if more && time.Since(told) > patience {
			told = time.Now()
			if err := tell(Report{
				Invariant: r.Invariant, Of: r.Of, Looked: r.Looked, Wrong: r.Wrong, Repaired: r.Repaired,
			}); err != nil {
				return err
			}
		}
	}
	r.Done = true
	if r.Wrong > r.Repaired {
		r.Advice = inv.Advice
		if r.Advice == "" && by == "" {
			r.Advice = "sayso check --repair mends it"
		}
	}
	return tell(r)
}

// add counts a part. Of the faults the first are kept, those that stay before those that were repaired.
func (r *Report) add(part kg.Inspected) {
	r.Looked += part.Looked
	for _, f := range part.Faults {
		r.Wrong++
		if f.Repaired {
			r.Repaired++
		}
		r.Faults = append(r.Faults, Fault(f))
	}
	slices.SortStableFunc(r.Faults, func(a, b Fault) int { return rank(a) - rank(b) })
	r.Faults = r.Faults[:min(len(r.Faults), mostFaults)]
}

func rank(f Fault) int {
	if f.Repaired {
		return 1
	}
	return 0
}
