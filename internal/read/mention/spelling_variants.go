package mention

import (
	"strings"

	"sayso/internal/kg"
)

// variants makes a title's single word that nobody knows the person in the text whose surname it spells in another way:
// "Kuchma" for Koutchma. Titles and texts are often written by two people.
func (c links) variants() {
	surnames := map[string]int{} // consonants -> mention
	for k, m := range c.Mentions {
		if m.Type == kg.Person && m.End-m.First >= 2 && m.Entry == nil {
			surnames[consonants(c.Doc.Tokens[m.End-1].Text)] = k
		}
	}
	for k := range c.Mentions {
		m := &c.Mentions[k]
		word := c.Doc.Tokens[m.First].Text
		other, ok := surnames[consonants(word)]
		if !ok && m.Type != kg.Place && m.Entry == nil {
			other, ok = c.nearSpelling(surnames, word)
		}
		if !ok || m.End-m.First != 1 || m.Entry != nil || len([]rune(word)) < 5 || strings.Contains(m.Name, " ") {
			continue
		}
		if written := c.Doc.Tokens[c.Mentions[other].End-1].Text; written != word &&
			distance(strings.ToLower(written), strings.ToLower(word)) <= 2 {
			m.Type, m.Name, m.Kind = kg.Person, c.Mentions[other].Name, ""
		}
	}
}

// nearSpelling finds the one person whose long surname begins as the word does and differs from it in two letters at
// most.
func (c links) nearSpelling(surnames map[string]int, word string) (other int, ok bool) {
	if len([]rune(word)) < 9 {
		return 0, false
	}
	for _, k := range surnames {
		written := c.Doc.Tokens[c.Mentions[k].End-1].Text
		if written[0] != word[0] || len([]rune(written)) < 9 ||
			distance(strings.ToLower(written), strings.ToLower(word)) > 2 {
			continue
		}
		if ok && c.Mentions[other].Name != c.Mentions[k].Name {
			return 0, false
		}
		other, ok = k, true
	}
	return other, ok
}

// consonants is a word without the letters that spellings of one name differ in.
func consonants(word string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiouyjhw'’-", r) {
			return -1
		}
		return r
	}, strings.ToLower(word))
}

// distance is how many letters have to be put in, left out or changed to make one word of the other.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		last := row[0]
		row[0] = i + 1
		for j := range y {
			cost := last
			if x[i] != y[j] {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(y)]
}
