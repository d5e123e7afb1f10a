package attribution

import (
	"os"
	"strings"
)

// addMissed adds statements that rules found and the tagger did not.
func (f *finder) addMissed(byRule []Statement) {
	for _, s := range byRule {
		if f.has(s) || !f.trusted(s) {
			continue
		}
		f.found = append(f.found, s)
	}
}

// has tells whether a statement with the cue, or much the same content, is there.
func (f *finder) has(s Statement) bool {
	for _, o := range f.found {
		if o.CueToken == s.CueToken || o.Main == s.Main || within(f.tokens(o.Cue), s.CueToken) {
			return true
		}
		if shared(o.Tokens, s.Tokens) > .5 {
			return true
		}
	}
	return false
}

// shared is the share of common tokens among the tokens of either.
func shared(a, b [][2]int) float64 {
	both, all := 0, 0
	for _, r := range a {
		all += r[1] - r[0]
		for _, q := range b {
			both += max(0, min(r[1], q[1])-max(r[0], q[0]))
		}
	}
	for _, q := range b {
		all += q[1] - q[0]
	}
	if all == both {
		return 1
	}
	return float64(both) / float64(all-both)
}

func (f *finder) trusted(s Statement) bool {
	return strings.IndexByte("qhbl"+os.Getenv("ATT"), s.how) >= 0
}
