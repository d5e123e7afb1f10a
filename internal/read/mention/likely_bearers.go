package mention

import (
	"maps"

	"sayso/internal/read/leaders"
)

// onlyOffice reports whether a title without an article is only what somebody runs for or serves as: "ran for
// president".
func (c bearers) onlyOffice(i int) bool {
	t := c.Doc.Tokens[i]
	if t.Dep != "pobj" || !c.Doc.Ink(i) || startsName(t.Text) || c.Doc.Tokens[t.Head].Tag != "IN" {
		return false
	}
	return t.Head == i-1
}

// firstUnnamed reports whether the same title, of a kind that many have, stands last before i for somebody whom the
// text leaves unnamed: "a strategist said … the strategist".
func (c bearers) firstUnnamed(i int) bool {
	d := c.Doc
	word := c.titleWord(i)
	if class := c.Words.Titles[word]; class == "office" || class == "leads" || d.Child(i, "det") < 0 {
		return false
	}
	for j := i - 1; j >= 0 && j > i-400; j-- {
		if c.At[j] >= 0 || !d.Noun(j) || c.titleWord(j) != word || d.Tokens[j].Dep == "compound" {
			continue
		}
		det := d.Child(j, "det")
		if det < 0 || !indefinite[d.Lower(det)] || d.Tokens[j].Dep == "attr" {
			return false
		}
		_, named := c.resolver().named(j)
		return !named && d.Tokens[j].Dep != "appos" && d.Child(j, "appos") < 0
	}
	return false
}

// likeliest gives the role that a title with the head i stands for, -1 for none: of several persons who have it, the
// one whom its paragraph has named, else the one most spoken of in the text; of one's roles the last before the title.
func (c bearers) likeliest(i, first int, country string) int {
	last := map[string]int{} // by name
	for _, k := range c.rolesWith(c.titleWord(i)) {
		r := c.Roles[k]
		name := c.Mentions[r.Person].Name
		if have, ok := last[name]; (!ok || r.Token < i || have < 0) && c.fitsTitle(r, first, i, country) {
			last[name] = k
		}
	}
	if country != "" { // whose office is said to be there goes before whose is not said
		maps.DeleteFunc(last, func(_ string, k int) bool { return c.Roles[k].Of != country && c.heldThere(last, country) })
	}
	best := -1
	for name, k := range last {
		if len(last) == 1 || c.closer(name, c.bestName(best), i) {
			best = k
		}
	}
	return best
}

// bearerNear gives the mention of the one person whom the paragraph of a definite noun that many are called by has
// named with it: "Jane Roe, a lawyer, left. THE LAWYER said"; -1 for none or several.
func (c bearers) bearerNear(i int) int {
	d := c.Doc
	det := d.Child(i, "det")
	if det < 0 || !definiteThe[d.Lower(det)] || d.Tokens[i].Tag != "NN" {
		return -1
	}
	if c.ownedByName(i) || c.firstUnnamed(i) || d.Child(i, "amod", "compound", "prep") >= 0 {
		return -1
	}
	best := -1
	for _, k := range c.rolesWith(c.titleWord(i)) {
		r := c.Roles[k]
		if r.Former || r.Token >= i || d.Paragraph(r.Token) != d.Paragraph(i) {
			continue
		}
		if best >= 0 && c.Mentions[best].Name != c.Mentions[r.Person].Name {
			return -1
		}
		best = r.Person
	}
	return best
}

// heldThere reports whether one of the roles is held in a country.
func (c bearers) heldThere(roles map[string]int, country string) bool {
	for _, k := range roles {
		if c.Roles[k].Of == country {
			return true
		}
	}
	return false
}

// bestName is the name of who has a role, "" for no role.
func (c bearers) bestName(role int) string {
	if role < 0 {
		return ""
	}
	return c.Mentions[c.Roles[role].Person].Name
}

// closer reports whether a person is likelier than another, "" for nobody, to be meant at token i.
func (c bearers) closer(name, other string, i int) bool {
	if other == "" {
		return true
	}
	near, count := c.standingOf(name, i)
	otherNear, others := c.standingOf(other, i)
	switch {
	case near != otherNear:
		return near
	case count != others:
		return count > others
	}
	return name < other
}

// standingOf tells whether the paragraph of token i has named a person before it, and how often the text does.
func (c bearers) standingOf(name string, i int) (near bool, count int) {
	if c.named == nil {
		c.named = map[string]int{}
		for _, m := range c.Mentions {
			c.named[m.Name]++
		}
	}
	for j := i - 1; j >= 0 && j > i-400 && c.Doc.Paragraph(j) == c.Doc.Paragraph(i); j-- {
		if k := c.At[j]; k >= 0 && c.Mentions[k].Name == name {
			return true, c.named[name]
		}
	}
	return false, c.named[name]
}

// fitsTitle reports whether a role may be the one that a title with the head i stands for, in a country or "" for none.
func (c bearers) fitsTitle(r Role, first, i int, country string) bool {
	d := c.Doc
	if !sameTitle(r, c.titleWord(i), d, first, i) || r.Token == i || country != "" && r.Of != "" && r.Of != country {
		return false
	}
	if r.Of != "" && r.OfType == "" && c.ownedByName(i) { // "X's spokesman" is no "rebel spokesman"
		return false
	}
	if country != "" && r.Of == "" && c.elsewhere(r.Person, country) {
		return false
	}
	return r.Former == hasFormer(d.Phrase(first, i+1)) && c.sameField(r, i)
}

// headOf gives the role of the one person whom the text calls the head of a country, for a title at i that says no more
// than that: "the American leader"; -1 for none or several.
func (c bearers) headOf(country string, i int) int {
	if !headTitles[c.titleWord(i)] || c.resolver().openEnded(i) {
		return -1
	}
	best := -1
	for k, r := range c.Roles {
		if r.Of != country || r.Former || !leading[r.Head] || len(r.Modifier) > 0 && under[r.Modifier[0]] {
			continue
		}
		if best >= 0 && c.Mentions[r.Person].Name != c.Mentions[c.Roles[best].Person].Name {
			return -1
		}
		best = k
	}
	return best
}

// elsewhere reports whether the text, or the table of leaders, gives a person an office in another state.
func (c bearers) elsewhere(person int, country string) bool {
	name := c.Mentions[person].Name
	for _, r := range c.Roles {
		if c.Mentions[r.Person].Name == name && r.OfKind == "state" && r.Of != country {
			return true
		}
	}
	for _, office := range headsOfState {
		if state, ok := leaders.Load().State(name, office, ""); ok && state != country {
			return true
		}
	}
	return false
}

// headsOfState are the offices of the table of leaders by which somebody is called a country's.
var headsOfState = []string{leaders.President, leaders.HeadOfState, leaders.HeadOfGovernment}
