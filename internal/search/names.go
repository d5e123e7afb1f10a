package search

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed titles.txt
var titlesFile string

var titles = func() map[string]bool {
	out := map[string]bool{}
	for _, line := range strings.Split(titlesFile, "\n") {
		if !strings.HasPrefix(line, "#") {
			for _, word := range strings.Fields(line) {
				out[word] = true
			}
		}
	}
	return out
}()

// Title reports whether a word in front of a person's name is no part of it: President, Dr, Sheikh.
func Title(word string) bool { return titles[strings.ToLower(strings.TrimSuffix(word, "."))] }

// Names writes the query in Lucene's syntax for names of actors: apostrophes may be missing or put where there are
// none, a short first part may stand alone (oneill, O Neill), and titles and what is between them and the name may be
// left out (President of the Chamber).
func (q Query) Names() string {
	var parts []string
	optional := q.optional()
	for i := 0; i < len(q.terms); i++ {
		t := q.terms[i]
		sign := "+"
		switch {
		case t.not:
			sign = "-"
		case optional[i]:
			sign = ""
		}
		text := t.plain()
		if !t.not && !t.phrase {
			text = t.spellings()
		}
		if i+1 < len(q.terms) && sign == "+" && t.joins(q.terms[i+1]) {
			next := q.terms[i+1]
			both := next
			both.words = []word{{folded: t.words[0].folded + next.words[0].folded}}
			text = "((+" + text + " +" + next.spellings() + ") OR " + both.spellings() + ")"
			i++
		}
		parts = append(parts, sign+text)
	}
	return strings.Join(parts, " ")
}

// optional marks the titles at the beginning of a query, with "of the" behind them, as long as something else is left.
func (q Query) optional() []bool {
	out := make([]bool, len(q.terms))
	for i, t := range q.terms {
		if t.not || t.phrase || t.prefix || len(t.words) != 1 {
			break
		}
		w := t.words[0].folded
		if !titles[w] && (i == 0 || w != "of" && w != "the") {
			break
		}
		out[i] = true
	}
	if len(out) > 0 && out[len(out)-1] {
		return make([]bool, len(out))
	}
	return out
}

// joins reports whether a word is so short that the next may be written on to it: O Neill, Mc Donald.
func (t term) joins(next term) bool {
	plain := func(t term) bool { return !t.not && !t.phrase && len(t.words) == 1 }
	return plain(t) && !t.prefix && plain(next) && utf8.RuneCountInString(t.words[0].folded) <= 3 &&
		!passedOver[t.words[0].folded]
}

// plain writes the term as it stands.
func (t term) plain() string {
	if t.prefix && len(t.words) == 1 {
		return escape(t.words[0].folded) + "*"
	}
	return quote(t.text)
}

// spellings writes the term with and without apostrophes; as it stands it counts most.
func (t term) spellings() string {
	if len(t.words) != 1 {
		return t.plain()
	}
	w := t.words[0].folded
	bare := []rune(strings.ReplaceAll(w, "'", ""))
	if len(bare) < 4 || passedOver[w] || !alphabetic(bare) {
		return t.plain()
	}
	end := ""
	if t.prefix {
		end = "*"
	}
	list := []string{escape(w) + end + "^4"}
	if string(bare) != w {
		list = append(list, escape(string(bare))+end)
	}
	for at := 1; at < min(len(bare)-1, 8); at++ {
		if with := string(bare[:at]) + "'" + string(bare[at:]); with != w {
			list = append(list, escape(with)+end)
		}
	}
	for at := 1; at <= 3 && !t.prefix; at++ {
		list = append(list, quote(string(bare[:at])+" "+string(bare[at:])))
	}
	return "(" + strings.Join(list, " OR ") + ")"
}

// OtherLetters reports whether the query has letters that are not Latin.
func (q Query) OtherLetters() bool {
	for _, t := range q.terms {
		for _, r := range t.text {
			if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
				return true
			}
		}
	}
	return false
}

func alphabetic(word []rune) bool {
	for _, r := range word {
		if !unicode.In(r, unicode.Latin, unicode.Cyrillic) {
			return false
		}
	}
	return true
}
