package ask

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is one word of a question.
type token struct {
	text   string // as it is written, without sentence marks
	low    string // lower case, without a possessive 's
	stem   string // see stemOf
	name   bool   // upper case, or inside quotation marks: a part of a name
	owner  bool   // it had a possessive 's
	comma  bool   // a comma follows
	opened int    // the number of the quotation marks that it stands in, 0 for none
}

const (
	openMarks  = `"“„«(`
	closeMarks = `"”“»)`
)

// tokenize cuts a question into words. The first word counts as a name only where it is no word of grammar.
func tokenize(question string) []token {
	var out []token
	quotes, inside := 0, false
	for _, w := range strings.Fields(question) {
		if r, _ := utf8.DecodeRuneInString(w); strings.ContainsRune(openMarks, r) && !inside {
			quotes, inside = quotes+1, true
		}
		bare := strings.TrimFunc(w, func(r rune) bool { return strings.ContainsRune(`?!,;:()[]`+openMarks+closeMarks, r) })
		if cut := strings.TrimSuffix(bare, "."); cut != bare && !strings.Contains(cut, ".") {
			bare = cut // "U.S." keeps its full stop
		}
		if strings.IndexFunc(bare, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
			t := newToken(bare)
			t.comma = strings.HasSuffix(strings.TrimRight(w, closeMarks), ",")
			if inside {
				t.name, t.opened = true, quotes
			}
			out = append(out, t)
		}
		if r, _ := utf8.DecodeLastRuneInString(
			strings.TrimRight(w, "?!.,;:"),
		); inside &&
			strings.ContainsRune(closeMarks, r) {
			inside = false
		}
	}
	return out
}

func newToken(text string) token {
	t := token{text: text, low: strings.ToLower(text)}
	for _, s := range []string{"'s", "’s"} {
		if cut, ok := strings.CutSuffix(t.low, s); ok && cut != "" {
			t.low, t.owner = cut, true
		}
	}
	if strings.HasSuffix(t.low, "s'") || strings.HasSuffix(t.low, "s’") {
		t.low, t.owner = strings.TrimRight(t.low, "'’"), true
	}
	r, _ := utf8.DecodeRuneInString(text)
	_, joined, _ := strings.Cut(text, "-")
	second, _ := utf8.DecodeRuneInString(joined)
	t.name = unicode.IsUpper(r) || unicode.IsUpper(second) ||
		unicode.IsDigit(r) && strings.IndexFunc(text, unicode.IsLetter) > 0 // al-Assad, 4th
	t.stem = stemOf(t.low)
	return t
}

// textOf writes words as they were asked, without the possessive of the last one.
func textOf(words []token) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.text
		if i == len(words)-1 && w.owner {
			parts[i] = strings.TrimSuffix(strings.TrimSuffix(strings.TrimRight(w.text, "'’"), "'s"), "’s")
		}
	}
	return strings.Join(parts, " ")
}

// ContentStems gives the words of a text that are no grammar, in lower case and without their endings, such that each
// is the beginning of the word as it is written: "hid the defects" has "hid" and "defect".
func ContentStems(text string) []string { return contentStems(tokenize(text)) }

// SomeElse gives the words that stand for somebody who was named before, as a query of the search.
func SomeElse() string { return strings.Join(entriesOf("someElse"), " OR ") }

// HeadStems gives the same in two parts: the words up to the first preposition behind one of them, which say what a
// phrase is about ("arrests", of "the arrests in Lipova"), and those behind it.
func HeadStems(text string) (head, rest []string) {
	words := tokenize(text)
	for i, w := range words {
		if connectors[w.low] && len(contentStems(words[:i])) > 0 {
			return contentStems(words[:i]), contentStems(words[i:])
		}
	}
	return contentStems(words), nil
}

func contentStems(words []token) []string {
	var out []string
	for _, w := range words {
		if !telling(w) {
			continue
		}
		if strings.HasPrefix(w.low, w.stem) {
			out = append(out, w.stem)
		} else {
			out = append(out, w.low)
		}
	}
	return out
}

// contentOf gives the words of a text that are no grammar, as they are written.
func contentOf(words []token) []string {
	var out []string
	for _, w := range words {
		if w.name || content(w) {
			out = append(out, w.text)
		}
	}
	return out
}

// telling reports whether a word is no grammar.
func telling(w token) bool {
	return !isAuxiliary(w.low) && !articles[w.low] && !possessives[w.low] && !pronouns[w.low] && !connectors[w.low]
}

//go:embed data/irregular.txt
var irregularFile string

// irregular leads from a form of an irregular verb to its base.
var irregular = func() map[string]string {
	out := map[string]string{}
	for _, fields := range linesOf(irregularFile) {
		for _, form := range fields {
			out[form] = fields[0]
		}
	}
	return out
}()

// linesOf reads a data file: the words of each line that is no comment.
func linesOf(file string) [][]string {
	var out [][]string
	for line := range strings.Lines(file) {
		if fields := strings.Fields(line); len(fields) > 0 && fields[0] != "#" {
			out = append(out, fields)
		}
	}
	return out
}

// stemOf brings the inflections of a word together: recognize, recognised, recognizes. It is no word itself, and only
// compared.
func stemOf(word string) string {
	if base, ok := irregular[word]; ok {
		return base
	}
	w := uninflected(word)
	for _, base := range []string{w, w + "e"} {
		if irregular[base] == base {
			return base // sells, gives
		}
	}
	w = strings.TrimSuffix(w, "e")
	if n := len(w); n > 3 && w[n-1] == w[n-2] {
		w = w[:n-1]
	}
	if n := len(w); n > 5 && (strings.HasSuffix(w, "is") || strings.HasSuffix(w, "ys")) {
		w = w[:n-1] + "z"
	}
	if base, ok := irregular[w]; ok && base != w {
		return base
	}
	return w
}

// uninflected takes a regular ending off a word.
func uninflected(w string) string {
	n := len(w)
	switch {
	case n > 4 && (strings.HasSuffix(w, "ies") || strings.HasSuffix(w, "ied")):
		return w[:n-3] + "y"
	case n > 5 && strings.HasSuffix(w, "ing"):
		return w[:n-3]
	case n > 4 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "es")):
		return w[:n-2]
	case n > 3 && strings.HasSuffix(w, "s") && !strings.ContainsRune("sui", rune(w[n-2])):
		return w[:n-1]
	}
	return w
}

// participle reports whether a passive may be made with the word.
func participle(low string) bool {
	if base, ok := irregular[low]; ok && !strings.HasSuffix(low, "ing") {
		return base != low || sameParticiples[low]
	}
	return strings.HasSuffix(low, "ed") || sameParticiples[low]
}

// stemsOf gives the words of a list by their stems.
func stemsOf(list map[string]bool) map[string]bool {
	out := map[string]bool{}
	for w := range list {
		out[stemOf(w)] = true
	}
	return out
}
