package attribution

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// outlets turns an agency that reports another's words into the channel of those words. Its own statement is dropped
// where the agency only speaks ("X said A, the agency said") or carries a quotation, and stays, without quotations,
// where it reports what X said ("X said A, the agency reported", "according to the agency").
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
		if !(retelling{f}).reportsAll(s, inner) {
			return true
		}
		retelling{f}.onlyTold(s, inner.CueToken)
		return false
	}
	return false
}

// retelling compares what an outlet reports with what somebody in it says.
type retelling struct{ *finder }

// reportsAll reports whether the content of an outlet's statement is another's whole saying, who says it and the verb
// included, told in the outlet's words. Of a quotation that it carries, or words that it says it heard, the outlet is
// the channel only.
func (f retelling) reportsAll(s, inner *Statement) bool {
	if s.CueToken < 0 || inner.CueToken < 0 || inner.SourceToken < 0 || f.d.Quoted[inner.Tokens[0][0]] >= 0 {
		return false
	}
	tells := accordingTo[f.d.Lower(s.CueToken)] || reporting[f.d.Lemma(s.CueToken)] && s.Tokens[0][0] < s.CueToken
	for _, i := range []int{inner.CueToken, inner.SourceToken, inner.Tokens[0][0]} {
		tells = tells && s.Holds(i)
	}
	return tells && !s.Holds(s.CueToken)
}

// onlyTold leaves an outlet the part of its report that tells who spoke, by verb v: quotations are those of who spoke.
func (f retelling) onlyTold(s *Statement, v int) {
	d := f.d
	s.Tokens = slices.DeleteFunc(s.Tokens, func(r [2]int) bool { return v < r[0] || r[1] <= v })
	s.Content, s.Quotes = nil, nil
	for _, r := range s.Tokens {
		s.Content = append(s.Content, d.Trimmed(r[0], r[1]))
	}
}
