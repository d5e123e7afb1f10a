// Package trace records which rules were applied and the words they took, so that a claim can say why it was read,
// and can leave one rule out, so that the worth of each can be told. It may not know what the rules do.
package trace

import "slices"

// Step is one rule that was applied.
type Step struct {
	Rule   string // "room.rule"
	Tokens []int  // indexes of the tokens that it took, without -1
}

// Log records the rules of one reading. Off names a rule that is never applied.
type Log struct {
	Off   string
	Fired map[string]int // how often each rule was applied; nil where nobody counts
	steps []Step
	tried []string // patterns since Begin that have made nothing so far
}

// Take records that a rule is applied to some tokens. It reports whether the rule may be: false for the one that is
// left out.
func (l *Log) Take(rule string, tokens ...int) bool {
	if rule == l.Off {
		return false
	}
	if l.Fired != nil {
		l.Fired[rule]++
	}
	l.steps = append(l.steps, Step{rule, tokens})
	return true
}

// Try records that a pattern is looked at. It counts as applied once Confirm is called.
func (l *Log) Try(rule string, tokens ...int) bool {
	if rule == l.Off {
		return false
	}
	l.steps = append(l.steps, Step{rule, tokens})
	l.tried = append(l.tried, rule)
	return true
}

// Confirm says that the patterns that were tried since Begin made something.
func (l *Log) Confirm() {
	if l.Fired != nil {
		for _, rule := range l.tried {
			l.Fired[rule]++
		}
	}
	l.tried = l.tried[:0]
}

// Begin forgets what was recorded.
func (l *Log) Begin() { l.steps, l.tried = l.steps[:0], l.tried[:0] }

// Add records what was recorded before.
func (l *Log) Add(steps []Step) { l.steps = append(l.steps, steps...) }

// Mark is how many steps there are.
func (l *Log) Mark() int { return len(l.steps) }

// Since gives the steps from a mark on, each once.
func (l *Log) Since(mark int) []Step {
	var out []Step
	for _, s := range l.steps[min(mark, len(l.steps)):] {
		tokens := slices.DeleteFunc(slices.Clone(s.Tokens), func(t int) bool { return t < 0 })
		if !slices.ContainsFunc(out, func(o Step) bool { return o.Rule == s.Rule && slices.Equal(o.Tokens, tokens) }) {
			out = append(out, Step{s.Rule, tokens})
		}
	}
	return out
}

// Rules gives the ids of the rules of some steps, each once, in their order; nil for no steps.
func Rules(steps []Step) []string {
	var out []string
	for _, s := range steps {
		if !slices.Contains(out, s.Rule) {
			out = append(out, s.Rule)
		}
	}
	return out
}
