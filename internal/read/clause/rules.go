package clause

import "sayso/internal/read/trace"

// tokenRule finds one token for another. Its id is recorded with both.
type tokenRule struct {
	id   string
	find func(cl *Roles, i int) int // -1 where the rule does not hold, settled where it holds and there is none
}

// settled says that a rule holds and finds nothing, so that no later rule is tried.
const settled = -2

// first gives what the first rule that holds finds for token i; -1 for none.
func (cl *Roles) first(rules []tokenRule, i int) int {
	for _, r := range rules {
		if t := r.find(cl, i); t != -1 && cl.rules.Take(r.id, i, t) {
			return max(t, -1)
		}
	}
	return -1
}

// tokensRule finds several tokens for one.
type tokensRule[T any] struct {
	id   string
	find func(cl T, i int) []int // nil where the rule does not hold
}

// firstOf gives what the first rule that holds finds for token i; nil for none.
func firstOf[T any](cl T, log *trace.Log, rules []tokensRule[T], i int) []int {
	for _, r := range rules {
		if all := r.find(cl, i); all != nil && log.Take(r.id, append([]int{i}, all...)...) {
			return all
		}
	}
	return nil
}

// where gives a token if a condition holds, else -1.
func where(holds bool, t int) int {
	if holds {
		return t
	}
	return -1
}
