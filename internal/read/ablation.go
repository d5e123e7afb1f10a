package read

import (
	"context"

	"sayso/internal/kg"
	"sayso/internal/read/claim"
)

// Ablation is a text whose claims can be read again without one of the rules, to tell what the rule is worth.
type Ablation struct {
	Fired map[string]int // how often each rule was applied

	reader *Reader
	in     Text
	passed passed
}

// Ablate reads a text as Read does.
func (r *Reader) Ablate(ctx context.Context, in Text) (*Ablation, error) {
	p, err := r.pass(ctx, in)
	if err != nil {
		return nil, err
	}
	a := &Ablation{Fired: map[string]int{}, reader: r, in: in, passed: p}
	counted := r.claim.input(claimInput{p.attributed, p.published})
	counted.Fired = a.Fired
	claim.Find(counted)
	return a, nil
}

// Without gives the reading without a rule; "" leaves none out.
func (a *Ablation) Without(rule string) kg.Reading {
	in := a.reader.claim.input(claimInput{a.passed.attributed, a.passed.published})
	in.Off = rule
	p := a.passed
	p.claims = claim.Find(in)
	out, _ := a.reader.sound(a.in, p)
	return out
}

// Rules are the ids of all patterns of the reader's vocabulary, in its order. Rules of grammar are named where they
// stand.
func (r *Reader) Rules() []string { return r.claim.patterns.Names() }
