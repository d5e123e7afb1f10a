package mention

import (
	"strings"
	"sync"

	"sayso/internal/kg"
	"sayso/internal/read/lang/en"
)

func (c persons) linkPersons() {
	c.sameInitials()
	s := c.surnamesOf()
	firsts := map[string][]int{}
	for k, m := range c.Mentions {
		if m.Type == kg.Person && m.End-m.First >= 2 {
			first := c.Doc.Tokens[m.First].Text
			if len(s.full[first]) == 0 {
				firsts[first] = append(firsts[first], k)
			}
		}
	}
	c.foldCapitals()
	for k := range c.Mentions {
		m := &c.Mentions[k]
		if m.Type == kg.Person && m.Entry == nil && (c.particled(*m) || c.hyphened(*m)) {
			if near := nearest(c.longer(s.full[c.Doc.Tokens[m.End-1].Text], *m), k); near >= 0 {
				m.Name = c.Mentions[near].Name
			}
			continue
		}
		if m.Type == kg.Person && m.End-m.First > 1 {
			m.Name = s.withFirstName(*m)
		}
		if m.Type != kg.Person || m.End-m.First != 1 {
			continue
		}
		word := c.Doc.Tokens[m.First].Text
		if bearer := s.bearer(k); bearer >= 0 {
			m.Name = c.Mentions[bearer].Name
		} else if near := nearest(firsts[word], k); near >= 0 {
			m.Name = c.Mentions[near].Name
		}
	}
}

// particled reports whether a name is a surname with its small words and nothing before them: "de Waal".
func (c persons) particled(m Mention) bool {
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

// hyphened reports whether a name is nothing but a surname with a hyphen: "Ruiz-Allende", in three tokens.
func (c persons) hyphened(m Mention) bool {
	return m.End-m.First == 3 && c.Doc.Tokens[m.First+1].Tag == "HYPH"
}

// doubleSurnames makes persons of the double surnames of persons named in full, whatever the model took them for.
func (c persons) doubleSurnames() {
	full := map[string]bool{}
	for _, m := range c.Mentions {
		if m.Type == kg.Person && m.End-m.First > 3 && c.Doc.Tokens[m.End-2].Tag == "HYPH" {
			full[c.Doc.Phrase(m.End-3, m.End)] = true
		}
	}
	for k := range c.Mentions {
		if m := &c.Mentions[k]; m.Entry == nil && c.hyphened(*m) && full[c.Doc.Phrase(m.First, m.End)] {
			m.Type, m.Kind = kg.Person, ""
		}
	}
}

// longer gives those of the mentions that end as m does and have more before it.
func (c persons) longer(list []int, m Mention) []int {
	var out []int
	tail := strings.ToLower(" " + c.Doc.Words(m.Span))
	for _, k := range list {
		if strings.HasSuffix(strings.ToLower(c.Doc.Words(c.Mentions[k].Span)), tail) {
			out = append(out, k)
		}
	}
	return out
}

// fitting leaves out the persons whom the title before a bare surname at token i cannot mean: "Mr. Obama" is not
// Michelle, and "President Obama" is not a woman whom the text never calls president.
func (c persons) fitting(list []int, i int) []int {
	d := c.Doc
	if i == 0 || len(list) == 0 {
		return list
	}
	title := d.Lower(i - 1)
	if ranked := c.titled(list, title); len(ranked) > 0 {
		return ranked
	}
	want := ""
	switch {
	case title == president:
		want = president
	case menOnly[title]:
		want = man
	case womenOnly[title]:
		want = woman
	default:
		return list
	}
	var out []int
	for _, k := range list {
		m := c.Mentions[k]
		g := firstNames()[d.Tokens[m.First].Text]
		fits := g == "" || g == want
		if want == president {
			fits = g != woman || m.First > 0 && d.Lower(m.First-1) == president
		}
		if fits {
			out = append(out, k)
		}
	}
	return out
}

// titled gives those whose full name follows the title somewhere, where others of the surname have none of it: "Colonel
// Roe" is "Colonel Jane Roe" and not her namesake.
func (c persons) titled(list []int, title string) []int {
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

var firstNames = sync.OnceValue(func() map[string]string {
	by := map[string]string{}
	for _, row := range cells(en.Text("mention/firstnames.tsv")) {
		for _, n := range strings.Fields(row[1]) {
			if by[n] == "" {
				by[n] = row[0]
			}
		}
	}
	return by
})

// man and woman are what the text shows a person to be; president is the title that, before a surname alone, means whom
// the text calls so.
const (
	man       = "m"
	woman     = "f"
	president = "president"
)
