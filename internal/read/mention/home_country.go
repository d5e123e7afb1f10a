package mention

import (
	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// fillCountry gives offices of state without a country the one that the text is about, where it is about one.
func (c homes) fillCountry() {
	home, ok := c.home()
	if !ok {
		return
	}
	sure := c.surelyHome(home)
	told := map[string]bool{}
	for _, r := range c.Roles {
		if r.Of != "" {
			told[c.Mentions[r.Person].Name] = true
		}
	}
	for k := range c.Roles {
		r := &c.Roles[k]
		ofState := r.Class == "office" && national[r.Head]
		if r.Of != "" || !ofState || told[c.Mentions[r.Person].Name] || c.taken(*r, home) {
			continue
		}
		if !c.onlyCited(r.Person) && !c.otherState(r.Person, home) {
			r.Of, r.OfType, r.OfKind, r.OfHome = home, string(kg.Place), "state", sure
		}
	}
}

// taken reports whether somebody else holds the office in the state already: a second "president" is another country's.
func (c homes) taken(r Role, home string) bool {
	for _, o := range c.Roles {
		if o.Of == home && o.Title == r.Title && !o.Former && !r.Former &&
			c.Mentions[o.Person].Name != c.Mentions[r.Person].Name {
			return true
		}
	}
	return false
}

// onlyCited reports whether a person is no more than somebody whom another names as a source or speaks to: what the
// sentence is about is then hardly that person's country.
func (c homes) onlyCited(k int) bool {
	d := c.Doc
	head := c.Mentions[k].Head(d)
	up := d.Tokens[head].Head
	switch d.Tokens[head].Dep {
	case "dobj", "dative":
		return citing[d.Lemma(up)]
	case "pobj":
		switch by := d.Tokens[up].Head; d.Lower(up) {
		case "to":
			return accordingTo[d.Lower(by)] && d.Verb(d.Tokens[by].Head) && c.outletSays(d.Tokens[by].Head)
		case "with":
			return meeting[d.Lemma(by)]
		}
	}
	return false
}

// otherState reports whether a state other than home acts in the sentence that names a person.
func (c homes) otherState(person int, home string) bool {
	n := c.Doc.Sentence[c.Mentions[person].First]
	for _, m := range c.Mentions {
		if c.Doc.Sentence[m.First] == n && (m.Kind == "state" || m.Kind == "disputed territory") && m.Name != home &&
			c.clauseSubject(m) {
			return true
		}
	}
	return false
}

// outletSays reports whether the subject of a verb is an outlet.
func (c homes) outletSays(v int) bool {
	s := c.Doc.Child(v, "nsubj")
	return s >= 0 &&
		(c.At[s] >= 0 && c.Mentions[c.At[s]].Kind == "outlet" || c.Words.Class(c.Doc.Lemma(s), "") == "outlet")
}

// surelyHome reports whether hardly any state or disputed territory but home is named in a text.
func (c homes) surelyHome(home string) bool {
	count, total := c.statesNamed(true)
	return count[home] >= 3 && count[home]*10 >= total*8
}

// statesNamed counts how often a text names each state, demonyms and capitals included, and all of them; with disputed
// territories or without.
func (c homes) statesNamed(disputed bool) (count map[string]int, total int) {
	count = map[string]int{}
	for i, t := range c.Doc.Tokens {
		name := ""
		if k := c.At[i]; k >= 0 {
			if m := c.Mentions[k]; m.First == i && m.Type == kg.Place {
				if a := c.stateOf(c.actor(k)); a.Kind == "state" || disputed && a.Kind == "disputed territory" {
					name = a.Name
				}
			}
		} else if e, ok := c.Gaz.Demonym(t.Text); ok && e.Kind == "state" {
			name = e.Name
		}
		if name != "" {
			count[name]++
			total++
		}
	}
	return count, total
}

// home is the state that a text is about: it has most of the mentions of states, demonyms and capitals included.
func (c homes) home() (string, bool) {
	count, total := c.statesNamed(false)
	best := ""
	for name, n := range count {
		if n > count[best] || n == count[best] && name < best {
			best = name
		}
	}
	if count[best] >= 3 && count[best]*10 >= total*6 {
		return best, true
	}
	return c.opening()
}

// opening is the one state that a text's titles, dateline and first paragraph name, demonyms and the dateline's capital
// included.
func (c homes) opening() (string, bool) {
	d, found := c.Doc, ""
	first := -1
	for i := range d.Tokens {
		if d.Segment[i] < 0 {
			continue
		}
		if d.Kind(i) == layout.Body {
			if first < 0 {
				first = d.Paragraph(i)
			}
			if d.Paragraph(i) != first {
				break
			}
		}
		name, sure := c.stateNamed(i)
		if !sure {
			return "", false
		}
		if name == "" {
			continue
		}
		if found != "" && name != found || d.Kind(i) == layout.Body && c.actedUpon(i) {
			return "", false
		}
		found = name
	}
	e, known := c.Gaz.Lookup(found, kg.Place)
	return found, found != "" && (!known || e.Kind == "state")
}

// stateNamed is the state that the word at token i names, "" for none; sure is false where it only says whose paper
// tells the story, which says nothing of whom it is about.
func (c homes) stateNamed(i int) (name string, sure bool) {
	d := c.Doc
	k := c.At[i]
	if k < 0 {
		e, ok := c.Gaz.Demonym(d.Tokens[i].Text)
		if !ok || e.Kind != "state" {
			return "", true
		}
		return e.Name, c.Words.Class(d.Lemma(d.Tokens[i].Head), "") != "outlet"
	}
	m := c.Mentions[k]
	if m.First != i || m.Type != kg.Place {
		return "", true
	}
	a := c.stateOf(c.actor(k))
	state := a.Kind == "state" && (m.Kind == "state" || d.Kind(i) == layout.Dateline)
	if state || m.Kind == "disputed territory" && c.clauseSubject(m) {
		return a.Name, true
	}
	return "", true
}

// actedUpon reports whether a name is only what a clause does something to or about: "imposed sanctions on X".
func (c homes) actedUpon(i int) bool {
	d := c.Doc
	k := c.At[i]
	if k < 0 {
		return false
	}
	t := d.Tokens[c.Mentions[k].Head(d)]
	if t.Dep == "dobj" {
		return true
	}
	return t.Dep == "pobj" && towards[d.Lower(t.Head)]
}

// clauseSubject reports whether a name is the subject of a verb.
func (c *Cast) clauseSubject(m Mention) bool {
	t := c.Doc.Tokens[m.Head(c.Doc)]
	return t.Dep == "nsubj" && c.Doc.Verb(t.Head)
}
