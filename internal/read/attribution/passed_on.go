package attribution

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// outlets turns an agency that reports another's words into the channel of those words and drops its own statement.
func (f *finder) outlets() {
	drop := make([]bool, len(f.found))
	f.byMain = map[int][]int{}
	for k, s := range f.found {
		f.byMain[s.Main] = append(f.byMain[s.Main], k)
		if s.CueToken != s.Main {
			f.byMain[s.CueToken] = append(f.byMain[s.CueToken], k)
		}
	}
	for k := range f.found {
		drop[k] = f.passesOn(&f.found[k])
	}
	var out []Statement
	for k, s := range f.found {
		if !drop[k] {
			out = append(out, s)
		}
	}
	f.found = out
}

// openedBy lists the statements that a content opens with: in "X told Y that …, the agency reported" what is reported
// begins with X.
func (f *finder) openedBy(s *Statement) []int {
	var out []int
	for k := range f.found {
		inner := &f.found[k]
		if inner.CueToken < 0 || inner.CueToken == s.CueToken || !s.Holds(inner.CueToken) || len(s.Tokens) != 1 {
			continue
		}
		if src := f.tokens(inner.Source); len(src) > 0 && src[0][0] == s.Tokens[0][0] {
			out = append(out, k)
		}
	}
	return out
}

func (f *finder) passesOn(s *Statement) bool {
	if s.SourceToken < 0 || s.Root < 0 || s.Kind != kg.Speech {
		return false
	}
	outlet, ok := f.outletOfSource(*s)
	if !ok || strings.HasPrefix(f.d.Tokens[s.SourceToken].Tag, "W") {
		return false
	}
	for _, k := range slices.Concat(f.byMain[s.Root], f.openedBy(s)) {
		inner := &f.found[k]
		if inner == s || inner.Kind != kg.Speech || len(inner.Tokens) == 0 {
			continue
		}
		if !s.Holds(inner.Tokens[0][0]) &&
			!(inner.CueToken >= 0 && s.Holds(inner.CueToken) && f.d.Sentence[inner.CueToken] == f.d.Sentence[s.CueToken]) {
			continue
		}
		inner.addVia(outlet)
		for _, v := range s.Via {
			inner.addVia(v)
		}
		return true
	}
	return false
}
