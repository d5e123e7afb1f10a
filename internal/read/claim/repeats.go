package claim

import (
	"strings"

	"sayso/internal/read/layout"
	"sayso/internal/read/mention"
	"sayso/internal/read/vocabulary"
)

// stateFor makes one claim of two where the title names a state and the text the one who leads it: the text's words,
// about the state.
func (f *finder) stateFor() {
	for _, t := range f.found {
		if !f.patterns.Is(t.Predicate, vocabulary.HeadForState) || f.d.Kind(t.at) != layout.Headline ||
			t.Statement != nil {
			continue
		}
		for i := range f.found {
			c := &f.found[i]
			if c.Predicate != t.Predicate || c.Subject != t.Subject || c.Negated != t.Negated || c.Statement != nil {
				continue
			}
			if f.d.Kind(c.at) == layout.Body && f.leadsState(c.Object, t.Object) && f.rules.Take("repeat.state-for-head") {
				c.Object = t.Object
				c.explain("repeat.state-for-head", t.at)
			}
		}
	}
}

// leadsState reports whether somebody holds office in a state.
func (f *finder) leadsState(name, state string) bool { return f.offices[[2]string{name, state}] }

func officesOf(cast *mention.Cast) map[[2]string]bool {
	out := map[[2]string]bool{}
	for _, r := range cast.Roles {
		if r.OfKind == "state" && !r.Former {
			out[[2]string{cast.Mentions[r.Person].Name, r.Of}] = true
		}
	}
	return out
}

// toldAgain reports whether the running text makes the claim of a title, in the article's voice like it or like it in
// somebody's.
func (f *finder) toldAgain(title found) bool {
	for _, c := range f.found {
		if f.tells(c, title) && f.rules.Take("repeat.title-told-again") {
			return true
		}
	}
	return false
}

// tells reports whether a claim of the running text is the one of a title.
func (f *finder) tells(c, title found) bool {
	if (c.Statement == nil) != (title.Statement == nil) && f.inOwnTitle(title.at) {
		return false // the article's own title says in its voice what the text leaves to somebody
	}
	if c.Predicate != title.Predicate || !f.sameDoer(c, title) || c.Negated != title.Negated ||
		f.d.Kind(c.at) != layout.Body {
		return false
	}
	if !sameWords(c.Object, title.Object) && !(f.patterns.Is(c.Predicate, vocabulary.Victims) && f.nameless(c, title)) {
		return false
	}
	return title.Quantity == nil || c.Quantity != nil && c.Quantity.Value == title.Quantity.Value
}

// inOwnTitle reports whether a token stands in the article's own title, before all running text, and not in a heading
// within it.
func (f *finder) inOwnTitle(at int) bool {
	for i := range at {
		if f.d.Kind(i) == layout.Body {
			return false
		}
	}
	return true
}

// nameless reports whether neither of two claims about victims says who they were by name.
func (f *finder) nameless(a, b found) bool {
	return a.phrase == b.phrase && !f.ph.Named(a.Object) && !f.ph.Named(b.Object)
}

// sameDoer reports whether a claim's subject is the title's, or a body of the state that the title names, or anybody
// where it names nobody.
func (f *finder) sameDoer(c, title found) bool {
	if strings.EqualFold(c.Subject, title.Subject) || title.Subject == "" {
		return true
	}
	if title.doer >= 0 && f.cast.At[title.doer] < 0 &&
		!f.ph.Named(title.Subject) { // a title's "rebels" are those whom the text names
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

// sameWords reports whether two objects are the same name, or descriptions that share at least half of their words.
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
