package mention

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"sayso/internal/kg"
	"sayso/internal/read/gazetteer"
)

// link gives every mention its canonical name: the gazetteer's, the fullest that the text has for a surname or an acronym, the body of the
// state it belongs to, and for a capital that acts its country.
func (c *Cast) link() {
	c.linkPersons()
	c.linkAcronyms()
	c.linkKnownAs()
	for k := range c.Mentions {
		m := &c.Mentions[k]
		switch {
		case m.Type == kg.Place && m.Kind == "settlement":
			if e, ok := c.Gaz.CapitalOf(m.Name); ok && c.acts(*m) {
				if union, ok := c.seat(m.Name, e.Name); ok {
					m.Type, e = union.Type, union
				}
				entry := e
				m.Name, m.Kind, m.Entry = e.Name, e.Kind, &entry
			}
		case m.Type == kg.Organization && m.Entry == nil:
			if name, kind, ok := c.body(m.First, m.End); ok {
				m.Name, m.Kind = name, kind
			} else if m.End-m.First > 2 {
				if _, place := c.Gaz.Demonym(c.Doc.Tokens[m.First].Text); place {
					if e, ok := c.Gaz.Lookup(c.Doc.Phrase(m.First+1, m.End), kg.Organization); ok {
						entry := e
						m.Name, m.Kind, m.Entry = e.Name, e.Kind, &entry
					}
				}
			}
		}
	}
	c.spreadBodies()
}

// seats are the capitals that stand for a body more often than for their state, where the text names the body and not the state.
var seats = map[string]string{"Brussels": "European Union"}

// seat finds the body that a capital stands for in this text.
func (c *Cast) seat(city, state string) (gazetteer.Entry, bool) {
	body, ok := seats[city]
	if !ok {
		return gazetteer.Entry{}, false
	}
	named := false
	for _, m := range c.Mentions {
		if m.Name == state {
			return gazetteer.Entry{}, false
		}
		named = named || strings.HasPrefix(m.Name, "European ")
	}
	e, ok := c.Gaz.Lookup(body, kg.Organization)
	return e, ok && named
}

func (c *Cast) linkPersons() {
	full := map[string][]int{} // last and first word of a full name -> mentions
	for k, m := range c.Mentions {
		if m.Type == kg.Person && m.End-m.First >= 2 {
			last := c.Doc.Tokens[m.End-1].Text
			full[last] = append(full[last], k)
		}
	}
	firsts := map[string][]int{}
	for k, m := range c.Mentions {
		if m.Type == kg.Person && m.End-m.First >= 2 {
			first := c.Doc.Tokens[m.First].Text
			if len(full[first]) == 0 {
				firsts[first] = append(firsts[first], k)
			}
		}
	}
	c.foldCapitals()
	for k := range c.Mentions {
		m := &c.Mentions[k]
		if m.Type == kg.Person && m.Entry == nil && c.particled(*m) {
			if near := nearest(c.longer(full[c.Doc.Tokens[m.End-1].Text], *m), k); near >= 0 {
				m.Name = c.Mentions[near].Name
			}
			continue
		}
		if m.Type != kg.Person || m.End-m.First != 1 {
			continue
		}
		word := c.Doc.Tokens[m.First].Text
		if near := nearest(c.fitting(full[word], m.First), k); near >= 0 {
			m.Name = c.Mentions[near].Name
		} else if near := nearest(firsts[word], k); near >= 0 {
			m.Name = c.Mentions[near].Name
		}
	}
}

// particles are the small words that belong to surnames.
var particles = map[string]bool{"de": true, "del": true, "della": true, "di": true, "da": true, "dos": true, "du": true, "la": true, "le": true, "van": true, "von": true,
	"der": true, "den": true, "ter": true, "ten": true, "bin": true, "ibn": true, "al": true, "el": true, "af": true, "zu": true,
	"ould": true, "ben": true, "abu": true, "ag": true}

// particled tells whether a name is a surname with its small words and nothing before them: "de Waal".
func (c *Cast) particled(m Mention) bool {
	if m.End-m.First < 2 {
		return false
	}
	for i := m.First; i < m.End-1; i++ {
		if !particles[c.Doc.Lower(i)] {
			return false
		}
	}
	return true
}

// longer gives those of the mentions that end as m does and have more before it.
func (c *Cast) longer(list []int, m Mention) []int {
	var out []int
	tail := strings.ToLower(" " + c.Doc.Words(m.Span))
	for _, k := range list {
		if strings.HasSuffix(strings.ToLower(c.Doc.Words(c.Mentions[k].Span)), tail) {
			out = append(out, k)
		}
	}
	return out
}

// foldCapitals gives a person's name that is written all in capitals ("SMITH:", "By JANE ROE") the form that the text has elsewhere: the same
// name, or the full name that it ends.
func (c *Cast) foldCapitals() {
	plain := map[string]string{}
	for _, m := range c.Mentions {
		text := c.Doc.Words(m.Span)
		if m.Type != kg.Person || allCapital(text) {
			continue
		}
		last := strings.ToUpper(c.Doc.Tokens[m.End-1].Text)
		if old := plain[last]; old == "" || len(text) > len(old) && strings.HasSuffix(strings.ToUpper(text), " "+strings.ToUpper(old)) {
			plain[last] = text
		}
		plain[strings.ToUpper(text)] = text
		if m.End-m.First == 1 && plain[last] == text {
			plain[last] = m.Name
		}
	}
	for k := range c.Mentions {
		m := &c.Mentions[k]
		text := c.Doc.Words(m.Span)
		if m.Type == kg.Person && m.Entry == nil && allCapital(text) && len([]rune(text)) > 2 && plain[text] != "" {
			m.Name = plain[text]
		}
	}
}

// fitting leaves out the persons whom the title before a bare surname at token i cannot mean: "Mr. Obama" is not Michelle, and "President
// Obama" is not a woman whom the text never calls president.
func (c *Cast) fitting(list []int, i int) []int {
	d := c.Doc
	if i == 0 || len(list) == 0 {
		return list
	}
	title := d.Lower(i - 1)
	if ranked := c.titled(list, title); len(ranked) > 0 {
		return ranked
	}
	want := map[string]string{"mr.": "m", "mr": "m", "mrs.": "f", "mrs": "f", "ms.": "f", "ms": "f", "president": "president"}[title]
	if want == "" {
		return list
	}
	var out []int
	for _, k := range list {
		m := c.Mentions[k]
		g := firstNames()[d.Tokens[m.First].Text]
		called := m.First > 0 && d.Lower(m.First-1) == "president"
		if want == "president" && (g != "f" || called) || want != "president" && (g == "" || g == want) {
			out = append(out, k)
		}
	}
	return out
}

// titled gives those whose full name follows the title somewhere, where others of the surname have none of it: "Colonel Roe" is "Colonel Jane Roe" and
// not her namesake.
func (c *Cast) titled(list []int, title string) []int {
	if _, ok := c.Words.Titles[title]; !ok {
		return nil
	}
	names := map[string]bool{}
	var out []int
	for _, k := range list {
		names[c.Mentions[k].Name] = true
		if f := c.Mentions[k].First; f > 0 && c.Doc.Lower(f-1) == title {
			out = append(out, k)
		}
	}
	if len(names) < 2 {
		return nil
	}
	return out
}

// nearest gives the last of the mentions before k, or the first after it.
func nearest(list []int, k int) int {
	best := -1
	for _, i := range list {
		if i < k || best < 0 {
			best = i
		}
	}
	return best
}

// linkAcronyms joins "Long Name (LN)": the letters in brackets after a name stand for it in the rest of the text.
func (c *Cast) linkAcronyms() {
	short := map[string]Mention{}
	for _, m := range c.Mentions {
		if m.End+1 >= len(c.Doc.Tokens) || c.Doc.Tokens[m.End].Text != "(" || m.End-m.First < 2 {
			continue
		}
		text := c.Doc.Tokens[m.End+1].Text
		if len(text) >= 2 && len(text) <= 10 && strings.ToUpper(text) == text && startsName(text) && initials(m.Name, text) {
			short[text] = m
		}
	}
	for k := range c.Mentions {
		m := &c.Mentions[k]
		if long, ok := short[c.Doc.Words(m.Span)]; ok && m.Entry == nil {
			m.Name, m.Type, m.Kind, m.Entry = long.Name, long.Type, long.Kind, long.Entry
		}
	}
}

// initials tells whether the letters of an acronym are found in order at the starts of the name's words, at least two of three.
func initials(name, acronym string) bool {
	letters, hit := []rune(strings.ToUpper(strings.ReplaceAll(acronym, ".", ""))), 0
	for _, w := range strings.Fields(name) {
		if hit < len(letters) && strings.ToUpper(string([]rune(w)[:1])) == string(letters[hit]) {
			hit++
		}
	}
	return hit*3 >= len(letters)*2 && hit >= 2
}

// acts tells whether a capital stands for its state: it is the subject of something done or said, the agent of a passive, or has
// a government, a policy or a decision.
func (c *Cast) acts(m Mention) bool {
	d, head := c.Doc, m.Head(c.Doc)
	t := d.Tokens[head]
	verb := t.Head
	if t.Dep == "conj" && c.At[t.Head] >= 0 {
		return c.acts(c.Mentions[c.At[t.Head]])
	}
	switch t.Dep {
	case "nsubjpass":
		return d.Child(verb, "xcomp") > verb
	case "nsubj":
		return d.Verb(verb) && d.Lemma(verb) != "be" && d.Lemma(verb) != "have" && d.Lemma(verb) != "lie" && d.Lemma(verb) != "become"
	case "pobj":
		return d.Tokens[verb].Dep == "agent" || d.Lower(verb) == "between" || d.Lower(verb) == "with" || d.Lower(verb) == "from" && d.Lemma(d.Tokens[verb].Head) == "independence"
	case "dobj":
		return actedOn[d.Lemma(verb)]
	case "poss":
		return c.Words.Class(d.Lemma(verb), "") == "force" || possessed[d.Lemma(verb)]
	}
	return false
}

var actedOn = map[string]bool{"accuse": true, "blame": true, "urge": true, "criticize": true, "criticise": true, "condemn": true, "warn": true, "support": true, "sanction": true, "recognize": true, "recognise": true, "back": true,
	"pressure": true, "thank": true, "sue": true, "denounce": true, "praise": true, "arm": true, "threaten": true}

var possessed = map[string]bool{"decision": true, "claim": true, "recognition": true, "invasion": true, "policy": true, "position": true, "ally": true, "allies": true,
	"annexation": true, "refusal": true, "demand": true, "support": true, "stance": true, "war": true, "ambassador": true, "response": true}

// body names an institution that every state has, when the words around it say whose it is.
func (c *Cast) body(first, end int) (name, kind string, ok bool) {
	d := c.Doc
	words := strings.ToLower(d.Phrase(first, end))
	words = strings.TrimPrefix(words, "the ")
	for parts := strings.Fields(words); len(parts) > 0; parts = parts[1:] {
		if e, ok := c.Gaz.Demonym(d.Tokens[end-len(parts)].Text); ok && len(parts) > 1 {
			if inst, ok := c.Words.institutions[strings.Join(parts[1:], " ")]; ok {
				return fmt.Sprintf(inst.form, e.Name), inst.kind, true
			}
		}
		if len(parts) != len(strings.Fields(words)) && !isDemonymBefore(c, first, end, len(parts)) {
			break
		}
		inst, is := c.Words.institutions[strings.Join(parts, " ")]
		if !is {
			inst, is = c.Words.institutions[beforeOf(parts)]
		}
		if is {
			if e, ok := c.owner(first, end); ok {
				return fmt.Sprintf(inst.form, e.Name), inst.kind, true
			}
		}
	}
	return "", "", false
}

func isDemonymBefore(c *Cast, first, end, left int) bool {
	i := end - left - 1
	if i < first {
		return false
	}
	_, ok := c.Gaz.Demonym(c.Doc.Tokens[i].Text)
	return ok
}

// beforeOf cuts "of the Ministry of Defense" off "Main Directorate of Intelligence of the Ministry of Defense".
func beforeOf(parts []string) string {
	for i := len(parts) - 1; i > 0; i-- {
		if parts[i] == "the" && parts[i-1] == "of" {
			return strings.Join(parts[:i-1], " ")
		}
	}
	return ""
}

// owner finds the state that the words before or after a name give it: "Ukraine's X", "the Ukrainian X", "X of Ukraine".
func (c *Cast) owner(first, end int) (gazetteer.Entry, bool) {
	d := c.Doc
	i := first - 1
	for i >= 0 && (d.Tokens[i].Tag == "JJ" && !startsName(d.Tokens[i].Text) || d.Lower(i) == "national") {
		i--
	}
	if i >= 0 && d.Tokens[i].Tag == "POS" {
		i--
	}
	if i >= 0 {
		if e, ok := c.Gaz.Demonym(d.Tokens[i].Text); ok {
			return e, true
		}
		if i > 0 {
			if e, ok := c.Gaz.Demonym(d.Phrase(i-1, i+1)); ok {
				return e, true
			}
		}
		if k := c.At[i]; k >= 0 && c.Mentions[k].Type == kg.Place {
			return c.place1(c.Mentions[k]), true
		}
	}
	if end+1 < len(d.Tokens) && d.Lower(end) == "of" {
		if k := c.At[end+1]; k >= 0 && c.Mentions[k].Type == kg.Place {
			return c.place1(c.Mentions[k]), true
		}
	}
	if e, ok := c.capitalBefore(first); ok {
		return e, true
	}
	if end+1 < len(d.Tokens) && d.Lower(end) == "in" && c.At[end+1] >= 0 { // "the foreign ministry in Rome"
		if e, ok := c.Gaz.CapitalOf(c.Mentions[c.At[end+1]].Name); ok {
			return e, true
		}
	}
	return gazetteer.Entry{}, false
}

// capitalBefore finds the state whose capital a sentence opens with, right before the body at token first: "In Rome, the foreign ministry said".
func (c *Cast) capitalBefore(first int) (gazetteer.Entry, bool) {
	d := c.Doc
	i := first - 1
	if i >= 0 && d.Lower(i) == "the" {
		i--
	}
	if i < 2 || d.Tokens[i].Text != "," || d.Sentence[i] != d.Sentence[first] || c.At[i-1] < 0 {
		return gazetteer.Entry{}, false
	}
	m := c.Mentions[c.At[i-1]]
	in := m.First - 1
	if in < 0 || d.Lower(in) != "in" || d.Sentence[in] != d.Sentence[first] || d.Sentences[d.Sentence[in]].First != in && d.Ink(in-1) {
		return gazetteer.Entry{}, false
	}
	return c.Gaz.CapitalOf(c.Doc.Words(m.Span))
}

func (c *Cast) place1(m Mention) gazetteer.Entry {
	if m.Entry != nil {
		return *m.Entry
	}
	return gazetteer.Entry{Name: m.Name, Type: kg.Place, Kind: m.Kind}
}

// spreadBodies gives later bare mentions of an institution ("the Defense Ministry") the state that an earlier one had.
func (c *Cast) spreadBodies() {
	seen := map[string]Mention{}
	for k := range c.Mentions {
		m := &c.Mentions[k]
		if m.Type != kg.Organization || m.Entry != nil {
			continue
		}
		words := strings.ToLower(c.Doc.Words(m.Span))
		if _, inst := c.Words.institutions[words]; !inst {
			continue
		}
		if m.Name != c.Doc.Words(m.Span) {
			seen[words] = *m
		} else if s, ok := seen[words]; ok {
			m.Name, m.Kind = s.Name, s.Kind
		}
	}
}

//go:embed data/firstnames.tsv
var firstNamesData string

var firstNames = sync.OnceValue(func() map[string]string {
	by := map[string]string{}
	for _, row := range cells(firstNamesData) {
		for _, n := range strings.Fields(row[1]) {
			if by[n] == "" {
				by[n] = row[0]
			}
		}
	}
	return by
})

// findGender notes whom the text or the first name shows to be a man or a woman.
func (c *Cast) findGender() {
	by := firstNames()
	titles := map[string]string{"mr": "m", "mr.": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "king": "m", "queen": "f", "prince": "m",
		"princess": "f", "spokesman": "m", "spokeswoman": "f", "chairwoman": "f", "congresswoman": "f", "congressman": "m", "sir": "m"}
	for _, m := range c.Mentions {
		if m.Type != kg.Person {
			continue
		}
		if g := by[strings.Fields(m.Name)[0]]; g != "" && strings.Contains(m.Name, " ") && c.gender[m.Name] == "" {
			c.gender[m.Name] = g
		}
		if m.First > 0 {
			if g := titles[c.Doc.Lower(m.First-1)]; g != "" {
				c.gender[m.Name] = g
			}
		}
	}
}

// inText tells whether a token stands in running text or a title, where the rules for sentences hold.
func (c *Cast) inText(i int) bool {
	return c.Doc.Readable(i)
}
