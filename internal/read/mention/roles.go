package mention

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// Role is a title that the text gives a person.
type Role struct {
	Person   int      // index of the mention
	Title    string   // "defense minister", as in the text without capitals
	Head     string   // lemma of its head noun
	Class    string   // office, leads, spokesperson, adviser, member, staff or none
	Of       string   // canonical name of what it is held in or for, or its words; "" when not said
	OfType   string   // entity type of Of, "" for mere words
	OfKind   string   // kind of Of in the gazetteer
	Former   bool     // "former", "late", "then"
	Evidence kg.Span  // title and name
	Modifier []string // words of the title before its head
	Token    int      // the title's head noun
}

// findRoles reads titles before names, after them in apposition, before them in apposition, and with "is".
func (c *Cast) findRoles() {
	d := c.Doc
	for k, m := range c.Mentions {
		if m.Type != kg.Person || !c.inText(m.First) {
			continue
		}
		head := m.Head(d)
		if i := m.First - 1; i >= 0 && d.Sentence[i] == d.Sentence[m.First] && c.titleHead(i) {
			c.addRole(k, i, c.Before(i, m.First), m.End)
			c.shareTitle(i, head)
		}
		for _, a := range d.All(head, "appos") {
			if a > head && c.titleHead(a) && c.At[a] < 0 {
				c.addRole(k, a, c.Before(a, a+1), d.Right[a])
			}
		}
		if up := d.Tokens[head].Head; d.Tokens[head].Dep == "appos" && up != head && c.At[up] < 0 && c.titleHead(up) && up != m.First-1 {
			c.addRole(k, up, c.Before(up, up+1), m.End)
		}
		if v := d.Tokens[head].Head; d.Tokens[head].Dep == "nsubj" && d.Lemma(v) == "be" {
			if a := d.Child(v, "attr"); a > v && c.titleHead(a) && c.At[a] < 0 && d.Child(v, "neg") < 0 && !c.modal(v) {
				c.addRole(k, a, c.Before(a, a+1), d.Right[a])
			}
		}
	}
}

// shareTitle gives a title in the plural ("Presidents X of A and Y of B") to everybody it stands before, in the singular.
func (c *Cast) shareTitle(title, head int) {
	d := c.Doc
	if d.Tokens[title].Tag != "NNS" && d.Tokens[title].Tag != "NNPS" || len(c.Roles) == 0 {
		return
	}
	r := &c.Roles[len(c.Roles)-1]
	r.Title = strings.TrimSuffix(r.Title, strings.ToLower(d.Tokens[title].Text)) + c.titleWord(title)
	shared := *r
	for _, i := range d.Coordinated(head) {
		k := c.At[i]
		if k < 0 || k == shared.Person || c.Mentions[k].Type != kg.Person {
			continue
		}
		other := shared
		other.Person, other.Evidence = k, c.Mentions[k].Span
		for _, p := range d.All(i, "prep") {
			if o := d.Child(p, "pobj"); d.Lower(p) == "of" && o >= 0 {
				other.Of, other.OfType, other.OfKind = c.Object(o)
			}
		}
		c.Roles = append(c.Roles, other)
	}
}

// modal tells whether a verb is only possible or to come: "will be", "could be", "if X is".
func (c *Cast) modal(v int) bool {
	for _, a := range c.Doc.Children[v] {
		if c.Doc.Tokens[a].Tag == "MD" || c.Doc.Tokens[a].Dep == "mark" && c.Doc.Lower(a) == "if" {
			return true
		}
	}
	return false
}

// titleHead tells whether the token is the head noun of a title.
func (c *Cast) titleHead(i int) bool {
	_, ok := c.Words.Titles[c.titleWord(i)]
	return ok && (c.Doc.Noun(i) || startsName(c.Doc.Tokens[i].Text))
}

func (c *Cast) titleWord(i int) string {
	w := c.Doc.Lower(i)
	if w == "general" && i > 0 {
		before := i - 1
		if c.Doc.Tokens[before].Tag == "HYPH" && before > 0 {
			before--
		}
		switch b := c.Doc.Lower(before); b {
		case "secretary", "director", "governor":
			return b
		case "attorney", "prosecutor":
			return "prosecutor"
		}
	}
	if _, ok := c.Words.Titles[w]; ok {
		return w
	}
	return c.Doc.Lemma(i)
}

// Before gives the first token of the title whose head is i: nouns and adjectives before it that are neither names, demonyms nor articles.
func (c *Cast) Before(i, _ int) int {
	d := c.Doc
	first := i
	for first > 0 {
		j := first - 1
		t := d.Tokens[j]
		if d.Sentence[j] != d.Sentence[i] || c.At[j] >= 0 {
			break
		}
		if _, demonym := c.Gaz.Demonym(t.Text); demonym {
			break
		}
		if j > 0 {
			if _, demonym := c.Gaz.Demonym(d.Phrase(j-1, j+1)); demonym {
				break
			}
		}
		if (t.Tag == "NNS" || t.Tag == "NNPS") && c.titleHead(j) { // "candidates Senator X"
			break
		}
		if !strings.HasPrefix(t.Tag, "NN") && !strings.HasPrefix(t.Tag, "JJ") && t.Tag != "HYPH" && !(t.Dep == "amod" && d.Verb(j)) {
			break
		}
		first = j
	}
	return first
}

func (c *Cast) addRole(person, head, first, end int) {
	d := c.Doc
	r := Role{Person: person, Head: c.titleWord(head), Title: strings.ToLower(d.Phrase(first, head+1)), Class: c.Words.Titles[c.titleWord(head)], Token: head}
	if r.Head == "chief" && head+2 < len(d.Tokens) && d.Lower(head+1) == "of" && d.Lower(head+2) == "staff" {
		r.Title, r.Class = r.Title+" of staff", "staff"
	}
	for i := first; i < head; i++ {
		w := d.Lower(i)
		if w == "former" || w == "ex" || w == "late" || w == "then" {
			r.Former = true
		}
		r.Modifier = append(r.Modifier, w)
	}
	for i := first - 1; i >= 0 && i >= first-3 && d.Sentence[i] == d.Sentence[head]; i-- {
		if w := d.Lower(i); w == "former" || w == "ex" || w == "late" {
			r.Former = true
		}
	}
	if long := abbreviated[r.Head]; long != "" {
		r.Title = strings.TrimSuffix(r.Title, r.Head) + long
	}
	var start int
	r.Of, r.OfType, r.OfKind, start = c.roleOf(person, head, first)
	m := c.Mentions[person]
	r.Evidence = d.Span(min(start, m.First), max(m.End, min(end, head+12)))
	r.Evidence = kg.Span{r.Evidence[0], d.Trimmed(min(start, m.First), max(m.End, min(end, d.Sentences[d.Sentence[head]].End)))[1]}
	c.Roles = append(c.Roles, r)
}

// abbreviated are the titles that are written short before a name.
var abbreviated = map[string]string{"sen.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general", "lt.": "lieutenant", "col.": "colonel",
	"capt.": "captain", "sgt.": "sergeant", "pm": "prime minister"}

// ranks are the words before a title that say nothing of what it is held in.
var ranks = map[string]bool{"senior": true, "chief": true, "top": true, "former": true, "longtime": true, "lead": true, "deputy": true, "acting": true, "close": true, "special": true}

// national are the offices that a text about one country leaves without its name.
var national = map[string]bool{"president": true, "minister": true, "premier": true, "chancellor": true, "king": true, "queen": true, "pm": true}

// fillCountry gives offices of state without a country the one that the text is about, where it is about one.
func (c *Cast) fillCountry() {
	home, ok := c.home()
	if !ok {
		return
	}
	told := map[string]bool{}
	for _, r := range c.Roles {
		if r.Of != "" {
			told[c.Mentions[r.Person].Name] = true
		}
	}
	for k := range c.Roles {
		r := &c.Roles[k]
		if r.Of == "" && c.taken(*r, home) {
			continue
		}
		if r.Of == "" && r.Class == "office" && national[r.Head] && !told[c.Mentions[r.Person].Name] && !c.onlyCited(r.Person) && !c.otherState(r.Person, home) {
			r.Of, r.OfType, r.OfKind = home, string(kg.Place), "state"
		}
	}
}

// taken tells whether somebody else holds the office in the state already: a second "president" is another country's.
func (c *Cast) taken(r Role, home string) bool {
	for _, o := range c.Roles {
		if o.Of == home && o.Title == r.Title && !o.Former && !r.Former && c.Mentions[o.Person].Name != c.Mentions[r.Person].Name {
			return true
		}
	}
	return false
}

// onlyCited tells whether a person is no more than somebody whom another names as a source or speaks to: what the sentence is about is then
// hardly that person's country.
func (c *Cast) onlyCited(k int) bool {
	d := c.Doc
	head := c.Mentions[k].Head(d)
	up := d.Tokens[head].Head
	switch d.Tokens[head].Dep {
	case "dobj", "dative":
		switch d.Lemma(up) {
		case "cite", "quote", "tell", "inform", "ask", "meet", "telephone", "call":
			return true
		}
	case "pobj":
		switch by := d.Tokens[up].Head; d.Lower(up) {
		case "to":
			return d.Lower(by) == "according" && d.Verb(d.Tokens[by].Head) && c.outletSays(d.Tokens[by].Head)
		case "with":
			return d.Lemma(by) == "meet" || d.Lemma(by) == "talk" || d.Lemma(by) == "speak"
		}
	}
	return false
}

// otherState tells whether a state other than home acts in the sentence that names a person.
func (c *Cast) otherState(person int, home string) bool {
	n := c.Doc.Sentence[c.Mentions[person].First]
	for _, m := range c.Mentions {
		if c.Doc.Sentence[m.First] == n && (m.Kind == "state" || m.Kind == "disputed territory") && m.Name != home && c.clauseSubject(m) {
			return true
		}
	}
	return false
}

// outletSays tells whether the subject of a verb is an outlet.
func (c *Cast) outletSays(v int) bool {
	s := c.Doc.Child(v, "nsubj")
	return s >= 0 && (c.At[s] >= 0 && c.Mentions[c.At[s]].Kind == "outlet" || c.Words.Class(c.Doc.Lemma(s), "") == "outlet")
}

// home is the state that a text is about: it has most of the mentions of states, demonyms and capitals included.
func (c *Cast) home() (string, bool) {
	count, total, best := map[string]int{}, 0, ""
	for i, t := range c.Doc.Tokens {
		name := ""
		if k := c.At[i]; k >= 0 {
			if m := c.Mentions[k]; m.First == i && m.Type == kg.Place {
				if a := c.stateOf(c.actor(k)); a.Kind == "state" {
					name = a.Name
				}
			}
		} else if e, ok := c.Gaz.Demonym(t.Text); ok && e.Kind == "state" {
			name = e.Name
		}
		if name == "" {
			continue
		}
		total++
		if count[name]++; best == "" || count[name] > count[best] {
			best = name
		}
	}
	if count[best] >= 3 && count[best]*10 >= total*6 {
		return best, true
	}
	return c.opening()
}

// opening is the one state that a text's titles, dateline and first paragraph name, demonyms and the dateline's capital included.
func (c *Cast) opening() (string, bool) {
	d, found := c.Doc, ""
	first := -1
	for i, t := range d.Tokens {
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
		name := ""
		if k := c.At[i]; k >= 0 {
			if m := c.Mentions[k]; m.First == i && m.Type == kg.Place {
				if a := c.stateOf(c.actor(k)); a.Kind == "state" && (m.Kind == "state" || d.Kind(i) == layout.Dateline) || m.Kind == "disputed territory" && c.clauseSubject(m) {
					name = a.Name
				}
			}
		} else if e, ok := c.Gaz.Demonym(t.Text); ok && e.Kind == "state" {
			if name = e.Name; c.Words.Class(d.Lemma(t.Head), "") == "outlet" { // whose paper it is says nothing of whom it is about
				return "", false
			}
		}
		if name != "" && d.Kind(i) == layout.Body && c.actedUpon(i) {
			return "", false
		}
		if name != "" && found != "" && name != found {
			return "", false
		}
		if name != "" {
			found = name
		}
	}
	e, known := c.Gaz.Lookup(found, kg.Place)
	return found, found != "" && (!known || e.Kind == "state")
}

// actedUpon tells whether a name is only what a clause does something to or about: "imposed sanctions on X".
func (c *Cast) actedUpon(i int) bool {
	d := c.Doc
	k := c.At[i]
	if k < 0 {
		return false
	}
	t := d.Tokens[c.Mentions[k].Head(d)]
	if t.Dep == "dobj" {
		return true
	}
	switch w := d.Lower(t.Head); w {
	case "on", "against", "with", "about", "to", "toward", "towards":
		return t.Dep == "pobj"
	}
	return false
}

// clauseSubject tells whether a name is the subject of a verb.
func (c *Cast) clauseSubject(m Mention) bool {
	t := c.Doc.Tokens[m.Head(c.Doc)]
	return t.Dep == "nsubj" && c.Doc.Verb(t.Head)
}

// roleOf finds what a title is held in: a name or demonym before it, "of" or "for" or "at" after it or after the person's name.
func (c *Cast) roleOf(person, head, first int) (of, typ, kind string, start int) {
	d := c.Doc
	i := first - 1
	if d.Tokens[first].Tag == "HYPH" { // "the Florida-based president"
		i = -1
	}
	if i >= 0 && d.Tokens[i].Tag == "POS" {
		i--
	}
	if i >= 0 && d.Sentence[i] == d.Sentence[head] {
		if d.Tokens[i].Tag == "PRP$" {
			a, ok := c.Who(i)
			if ok && a.Type == kg.Person && c.Words.Titles[c.titleWord(head)] == "office" { // "his finance minister" is his country's
				a, ok = c.countryOfPerson(i)
			}
			if ok {
				return a.Name, string(a.Type), a.Kind, i
			}
		}
		if k := c.At[i]; k >= 0 && c.Mentions[k].Type != kg.Person {
			m := c.Mentions[k]
			if w := c.titleWord(head); c.Words.Titles[w] == "office" && w != "mayor" && w != "governor" && w != "councillor" && w != "councilor" {
				a := c.stateOf(c.actor(k))
				return a.Name, string(a.Type), a.Kind, m.First
			}
			return m.Name, string(m.Type), m.Kind, m.First
		}
		for _, from := range []int{i - 1, i} {
			if from < 0 || !d.Ink(from) {
				continue
			}
			if e, ok := c.Gaz.Demonym(d.Phrase(from, i+1)); ok {
				return e.Name, string(e.Type), e.Kind, from
			}
		}
	}
	for _, up := range []int{head, c.Mentions[person].Head(d)} {
		for _, p := range d.All(up, "prep") {
			w := d.Lower(p)
			if w != "of" && w != "for" && w != "at" && w != "to" && w != "in" && w != "with" {
				continue
			}
			if o := d.Child(p, "pobj"); o >= 0 && p > head {
				name, typ, kind := c.Object(o)
				if up != head && typ == string(kg.Place) && c.Words.Titles[c.titleWord(head)] == "leads" {
					continue // "Chairwoman X of Florida" does not chair Florida
				}
				if typ == "" && name == "staff" || up != head && (w != "of" || typ == "") || typ == "" && (w == "in" || w == "with" || w == "to" && c.Words.Titles[d.Lower(head)] != "adviser") {
					continue
				}
				return name, typ, kind, first
			}
		}
	}
	if class := c.Words.Titles[c.titleWord(head)]; first < head && (class == "spokesperson" || class == "adviser") && !ranks[d.Lower(head-1)] {
		return strings.ToLower(d.Phrase(first, head)), "", "", first
	}
	return "", "", "", first
}

// Object names what a noun phrase with head i stands for: its mention, the body of a state, or its words.
func (c *Cast) Object(i int) (name, typ, kind string) {
	if a, ok := c.Who(i); ok {
		return a.Name, string(a.Type), a.Kind
	}
	return c.Text(i), "", ""
}
