package search

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/internal/kg"
)

// Limits of a query, in code points and in terms.
const (
	longestQuery = 1000
	mostTerms    = 32
)

//go:embed stopwords.txt
var stopwordsFile string

// passedOver are the words that the index leaves out; they are marked inside phrases only.
var passedOver = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(stopwordsFile) {
		out[w] = true
	}
	return out
}()

// Query is what somebody searches for: terms that must all be there, in any order, and terms that must not.
type Query struct{ terms []term }

// term is a word, a phrase in quotation marks, or the beginning of a word.
type term struct {
	text   string
	words  []word
	phrase bool // written in quotation marks
	prefix bool
	not    bool
	or     bool // in the place of the term before, too
}

// either is the word between alternatives; in small letters it is a word as others are.
const either = "OR"

// Parse reads words, "phrases", prefixes*, -exclusions and OR between alternatives. Nothing else has a meaning: all
// other signs only part words. A query in which nothing is left to look for is an error with code INVALID_INPUT.
func Parse(text string) (Query, error) {
	var q Query
	if n := utf8.RuneCountInString(text); n > longestQuery {
		return q, kg.Errorf(kg.Invalid, "query has %d characters, at most %d are taken; findQuote takes longer texts", n,
			longestQuery)
	}
	positive, or := false, false
	for rest := text; ; {
		var t term
		var ok bool
		if t, rest, ok = next(rest); !ok {
			break
		}
		if t.text == either && !t.phrase && len(q.terms) > 0 && !q.terms[len(q.terms)-1].not && begins(rest) {
			or = true
			continue
		}
		if t.words = words(t.text); len(t.words) == 0 {
			continue
		}
		t.or, or = or, false
		positive = positive || !t.not
		q.terms = append(q.terms, t)
	}
	if !positive {
		return q, kg.Errorf(kg.Invalid, "query %q has no word to look for; write words, \"phrases in quotation marks\", "+
			"beginnings* and -words to leave out", text)
	}
	if len(q.terms) > mostTerms {
		return q, kg.Errorf(kg.Invalid, "query has %d words, at most %d are taken; findQuote takes longer texts",
			len(q.terms), mostTerms)
	}
	return q, nil
}

// begins reports whether a text begins with a term that may be an alternative.
func begins(text string) bool {
	t, _, ok := next(text)
	return ok && !t.not && len(words(t.text)) > 0
}

// next cuts the first term off.
func next(text string) (t term, rest string, ok bool) {
	text = strings.TrimLeftFunc(text, unicode.IsSpace)
	if text == "" {
		return t, "", false
	}
	if len(text) > 1 && (text[0] == '-' || text[0] == '+') && !strings.ContainsAny(text[1:2], " -+") {
		t.not, text = text[0] == '-', text[1:]
	}
	for open, shut := range map[string]string{`"`: `"`, "“": "”", "„": "“", "«": "»"} {
		if inside, found := strings.CutPrefix(text, open); found {
			t.phrase = true
			t.text, rest, _ = strings.Cut(inside, shut) // a mark that is never closed runs to the end
			return t, rest, true
		}
	}
	end := strings.IndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`"“„«»`, r) })
	if end < 0 {
		end = len(text)
	}
	if end == 0 { // a closing mark without an opening one
		_, end = utf8.DecodeRuneInString(text)
	}
	t.text, rest = text[:end], text[end:]
	if begun, found := strings.CutSuffix(t.text, "*"); found && begun != "" {
		t.text = begun
		t.prefix = inWord(lastRune(begun))
	}
	return t, rest, true
}

func lastRune(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }

// Lucene writes the query in Lucene's syntax, with nothing of the user's read as syntax.
func (q Query) Lucene() string { return q.lucene(false) }

// Fuzzy writes the query so that words may be misspelled: one letter from four on, two from eight on. It is "" where no
// word may.
func (q Query) Fuzzy() string {
	for _, t := range q.terms {
		if t.edits() > 0 {
			return q.lucene(true)
		}
	}
	return ""
}

func (q Query) lucene(fuzzy bool) string {
	var parts []string
	for _, group := range q.groups() {
		var terms []string
		for _, t := range group {
			terms = append(terms, t.lucene(fuzzy))
		}
		text := strings.Join(terms, " ")
		if len(terms) > 1 {
			text = "(" + text + ")"
		}
		parts = append(parts, map[bool]string{true: "-", false: "+"}[group[0].not]+text)
	}
	return strings.Join(parts, " ")
}

// groups gives the terms with their alternatives: of each group one must be there.
func (q Query) groups() (out [][]term) {
	for _, t := range q.terms {
		if t.or {
			out[len(out)-1] = append(out[len(out)-1], t)
		} else {
			out = append(out, []term{t})
		}
	}
	return out
}

func (t term) lucene(fuzzy bool) string {
	last := t.words[len(t.words)-1].folded
	switch {
	case fuzzy && t.edits() > 0:
		return escape(last) + "~" + string(rune('0'+t.edits()))
	case t.prefix && len(t.words) == 1:
		return escape(last) + "*"
	}
	return quote(t.text)
}

// edits is how many letters of the term may be wrong.
func (t term) edits() int {
	if t.not || t.prefix || t.phrase || len(t.words) != 1 {
		return 0
	}
	switch n := utf8.RuneCountInString(t.words[0].folded); {
	case n >= 8:
		return 2
	case n >= 4:
		return 1
	}
	return 0
}

// quote writes a phrase of Lucene's syntax: inside its quotation marks only they and the backslash mean something.
func quote(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// escape takes every sign that is no letter or digit its meaning in Lucene's syntax.
func escape(text string) string {
	var b strings.Builder
	for _, r := range text {
		if !inWord(r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Name gives the query as a name that may be spelled in another script; ok is false where it is more than a few plain
// words.
func (q Query) Name() (name string, ok bool) {
	var parts []string
	for _, t := range q.terms {
		if t.not || t.prefix || t.phrase || t.or {
			return "", false
		}
		parts = append(parts, t.text)
	}
	return strings.Join(parts, " "), len(parts) <= 5
}

// Started gives the same query with its last word as the beginning of one, for what is still being typed.
func (q Query) Started() Query {
	terms := append([]term(nil), q.terms...)
	if last := &terms[len(terms)-1]; !last.not && !last.phrase {
		last.prefix = true
	}
	return Query{terms}
}

// Span is a place in a text, in code points; End is exclusive.
type Span struct{ Start, End int }

// Find gives the places of the query's words in a text in order, at most so many: as they are, or misspelled where
// fuzzy is set.
func (q Query) Find(text string, fuzzy bool, most int) []Span {
	in := words(text)
	var out []Span
	for i := 0; i < len(in) && len(out) < most; {
		n := q.at(in[i:], fuzzy)
		if n > 0 {
			out = append(out, Span{in[i].start, in[i+n-1].end})
		}
		i += max(n, 1)
	}
	return out
}

// at tells how many words a term takes in at the beginning of a text, the longest term's.
func (q Query) at(in []word, fuzzy bool) int {
	longest := 0
	for _, t := range q.terms {
		if !t.not && (t.phrase || t.prefix || !passedOver[t.words[0].folded]) && t.fits(in, fuzzy) {
			longest = max(longest, len(t.words))
		}
	}
	return longest
}

func withoutApostrophes(word string) string { return strings.ReplaceAll(word, "'", "") }

func (t term) fits(in []word, fuzzy bool) bool {
	if len(in) < len(t.words) {
		return false
	}
	for i, w := range t.words {
		have, want := withoutApostrophes(in[i].folded), withoutApostrophes(w.folded)
		switch {
		case have == want:
		case t.prefix && i == len(t.words)-1 && strings.HasPrefix(have, want):
		case fuzzy && t.edits() > 0 && distance([]rune(have), []rune(w.folded), t.edits()) <= t.edits():
		default:
			return false
		}
	}
	return true
}

// In reports whether a text has all the words that must be there, none misspelled.
func (q Query) In(text string) bool {
	in := words(text)
	for _, group := range q.groups() {
		found := false
		for _, t := range group {
			for i := range in {
				found = found || t.fits(in[i:], false)
			}
		}
		if found == group[0].not {
			return false
		}
	}
	return true
}
