package claim

import (
	"strings"

	"sayso/internal/read/layout"
	"sayso/internal/read/vocabulary"
)

// toldAgain tells whether the running text makes the claim of a title, in the article's voice or in somebody's.
func (f *finder) toldAgain(title found) bool {
	for _, c := range f.found {
		if c.Predicate == title.Predicate && f.sameDoer(c, title) && c.Negated == title.Negated && f.d.Kind(c.at) == layout.Body &&
			(sameWords(c.Object, title.Object) || f.patterns.is(c.Predicate, vocabulary.Victims) && f.nameless(c, title)) && (title.Quantity == nil || c.Quantity != nil && c.Quantity.Value == title.Quantity.Value) {
			return true
		}
	}
	return false
}

// nameless tells whether neither of two claims about victims says who they were by name.
func (f *finder) nameless(a, b found) bool {
	return a.phrase == b.phrase && !f.named(a.Object) && !f.named(b.Object)
}

func (f *finder) named(name string) bool {
	for _, m := range f.cast.Mentions {
		if m.Name == name {
			return true
		}
	}
	return false
}

// sameDoer tells whether a claim's subject is the title's, or a body of the state that the title names, or anybody where it names nobody.
func (f *finder) sameDoer(c, title found) bool {
	if strings.EqualFold(c.Subject, title.Subject) || title.Subject == "" {
		return true
	}
	if title.doer >= 0 && f.cast.At[title.doer] < 0 && !f.named(title.Subject) { // a title's "rebels" are those whom the text names
		return true
	}
	if c.doer < 0 || f.cast.At[c.doer] >= 0 {
		return false
	}
	for i := f.d.Left[c.doer]; i <= c.doer; i++ {
		if e, ok := f.cast.Gaz.Demonym(f.d.Tokens[i].Text); ok && e.Name == title.Subject {
			return true
		}
		if k := f.cast.At[i]; k >= 0 && f.cast.Mentions[k].Name == title.Subject {
			return true
		}
	}
	return false
}

// sameWords tells whether two objects are the same name, or descriptions that share at least half of their words.
func sameWords(a, b string) bool {
	if a == b {
		return true
	}
	have, all := map[string]bool{}, map[string]bool{}
	for _, w := range strings.Fields(strings.ToLower(a)) {
		have[w], all[w] = true, true
	}
	both := 0
	for _, w := range strings.Fields(strings.ToLower(b)) {
		if have[w] {
			both++
			have[w] = false
		}
		all[w] = true
	}
	return len(all) > 0 && 2*both >= len(all)
}
