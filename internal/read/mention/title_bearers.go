package mention

import (
	"slices"
	"strings"
)

// bearer finds the person with the title that a definite phrase names: "the defense minister", "Ukraine's president".
func (c bearers) bearer(i int) (Actor, bool) {
	d := c.Doc
	det := d.Child(i, "det")
	if det >= 0 && !definiteThe[d.Lower(det)] || d.Tokens[i].Tag == "NNS" || d.Tokens[i].Tag == "NNPS" {
		return Actor{}, false
	}
	if c.onlyOffice(i) || c.firstUnnamed(i) {
		return Actor{}, false
	}
	if p := d.Child(i, "poss"); p >= 0 && d.Tokens[p].Tag == "PRP$" {
		return c.bearerOf(i, p)
	}
	first, country := c.Before(i, i+1), ""
	if a, ok := c.Country(i); ok {
		country = a.Name
	}
	best := c.likeliest(i, first, country)
	if best < 0 {
		best = c.leader(i, first)
	}
	if best < 0 && country != "" {
		best = c.headOf(country, i)
	}
	if best < 0 {
		return Actor{}, false
	}
	return c.actor(c.Roles[best].Person), true
}

// bearerOf finds the one person who has the title i with whom or what a pronoun means: "his spokeswoman", "its
// chairman".
func (c bearers) bearerOf(i, pronoun int) (Actor, bool) {
	owner, ok := c.pronouns().pronoun(pronoun)
	best := -1
	for _, k := range c.rolesWith(c.titleWord(i)) {
		r := c.Roles[k]
		if !ok || r.Former || c.Mentions[r.Person].Name == owner.Name || !endsName(owner.Name, r.Of) || r.Token == i {
			continue
		}
		if best >= 0 && c.Mentions[c.Roles[best].Person].Name != c.Mentions[r.Person].Name {
			return Actor{}, false
		}
		best = k
	}
	if best < 0 {
		return Actor{}, false
	}
	return c.actor(c.Roles[best].Person), true
}

// endsName reports whether a form is a name or its last words.
func endsName(name, form string) bool {
	return form != "" && (name == form || strings.HasSuffix(strings.ToLower(name), " "+strings.ToLower(form)))
}

// ownedByName reports whether a title belongs to somebody by name: "X's spokesman".
func (c bearers) ownedByName(i int) bool {
	p := c.Doc.Child(i, "poss")
	return p >= 0 && c.At[p] >= 0
}

// sameField reports whether what follows a title ("of Internal Affairs") fits a role.
func (c bearers) sameField(r Role, i int) bool {
	d := c.Doc
	for _, p := range d.All(i, "prep") {
		o := d.Child(p, "pobj")
		if !fieldOf[d.Lower(p)] || o < 0 {
			continue
		}
		if k := c.At[o]; k >= 0 && c.Mentions[k].Name == r.Of {
			continue
		}
		if !strings.Contains(" "+r.Title+" "+strings.ToLower(r.Of)+" ", " "+d.Lower(o)+" ") {
			return false
		}
	}
	return true
}

// leader finds the one who leads what the phrase describes in a word of the title: "the head of a separatist group" is
// the "separatist leader" named nearby.
func (c bearers) leader(i, first int) int {
	d := c.Doc
	if c.Words.Titles[c.titleWord(i)] != "leads" {
		return -1
	}
	for k, r := range c.Roles {
		if r.Class != "leads" || r.Former || len(r.Modifier) == 0 || abs(r.Token-i) > 120 {
			continue
		}
		for j := first; j < d.Right[i]; j++ {
			if w := d.Lower(j); j != i && w == r.Modifier[len(r.Modifier)-1] && len(w) > 4 {
				return k
			}
		}
	}
	return -1
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// rolesWith gives the roles whose title has the head noun, all spokespersons alike.
func (c bearers) rolesWith(head string) []int {
	if len(c.byHead) == 0 || c.indexed != len(c.Roles) {
		c.byHead, c.indexed = map[string][]int{}, len(c.Roles)
		for k, r := range c.Roles {
			c.byHead[spoken(r.Head)] = append(c.byHead[spoken(r.Head)], k)
		}
	}
	return c.byHead[spoken(head)]
}

func spoken(head string) string {
	if spokespersons[head] {
		return "spokesperson"
	}
	return head
}

func hasFormer(phrase string) bool {
	p := " " + strings.ToLower(phrase) + " "
	return strings.Contains(p, " former ") || strings.Contains(p, " ex ")
}

func sameTitle(r Role, head string, d interface{ Lower(int) string }, first, i int) bool {
	if r.Head != head && !(spokespersons[r.Head] && spokespersons[head]) {
		return false
	}
	for j := first; j < i; j++ {
		w, found := d.Lower(j), false
		for _, m := range r.Modifier {
			found = found || m == w
		}
		if !found && !onlyRank[w] {
			return false
		}
	}
	for _, m := range r.Modifier { // "the president" is no vice president
		if under[m] && !slices.Contains(words(d, first, i), m) {
			return false
		}
	}
	return true
}

// words gives the tokens of a stretch in small letters.
func words(d interface{ Lower(int) string }, first, end int) []string {
	var out []string
	for j := first; j < end; j++ {
		out = append(out, d.Lower(j))
	}
	return out
}
