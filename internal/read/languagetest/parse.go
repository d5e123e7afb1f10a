package languagetest

import (
	"strings"
	"unicode"

	"sayso/internal/nlp"
	"sayso/internal/read/layout"
)

var (
	articles      = lists.Of("articles")
	prepositions  = lists.Of("prepositions")
	joining       = lists.Of("joining")
	subordinating = lists.Of("subordinating")
	denying       = lists.Of("denying")
	saying        = lists.Of("saying")
	endings       = table("endings.tsv")
)

// parse stands in for a parser: it cuts a text into tokens, tags them by their endings and hangs each on the verb of
// its clause, with labels of Universal Dependencies.
func parse(text []rune, segments []layout.Segment) []nlp.Token {
	var tokens []nlp.Token
	for _, s := range segments {
		from := len(tokens)
		tokens = append(tokens, cut(text, s.Start, s.End)...)
		for i := from; i < len(tokens); i++ {
			tokens[i].SentStart = i == from || tokens[i-1].Text == "."
		}
		for first := from; first < len(tokens); {
			end := first + 1
			for end < len(tokens) && !tokens[end].SentStart {
				end++
			}
			hang(tokens, first, end)
			first = end
		}
	}
	return tokens
}

// cut gives the words and marks of a part of a text.
func cut(text []rune, start, end int) []nlp.Token {
	var out []nlp.Token
	for i := start; i < end; {
		if unicode.IsSpace(text[i]) {
			i++
			continue
		}
		j := i + 1
		for unicode.IsLetter(text[i]) && j < end && unicode.IsLetter(text[j]) {
			j++
		}
		word := string(text[i:j])
		pos, lemma := tag(word)
		out = append(out, nlp.Token{Text: word, Start: i, End: j, Pos: pos, Lemma: lemma, Dep: "dep",
			Space: j < end && unicode.IsSpace(text[j])})
		i = j
	}
	return out
}

// tag gives the universal part of speech of a word and its stem.
func tag(word string) (pos, stem string) {
	lower := strings.ToLower(word)
	for pos, list := range map[string]map[string]bool{"DET": articles, "ADP": prepositions, "CCONJ": joining,
		"SCONJ": subordinating, "PART": denying} {
		if list[lower] {
			return pos, lower
		}
	}
	if !unicode.IsLetter([]rune(word)[0]) {
		return "PUNCT", word
	}
	noun := strings.TrimSuffix(lower, "n")
	if strings.HasSuffix(strings.TrimSuffix(noun, "j"), "o") {
		return "NOUN", noun
	}
	for ending := range endings {
		if stem, ok := strings.CutSuffix(lower, ending); ok && stem != "" {
			return "VERB", stem
		}
	}
	return "X", lower
}

// hang gives the tokens of one sentence their heads. A comma parts clauses: the verb of the first is the root, one that
// opens with a subordinating word is what the verb before it says, any other is joined to that. What is no verb hangs
// on the verb of its clause.
func hang(tokens []nlp.Token, first, end int) {
	before := -1 // the verb of the clause before
	for start := first; start < end; {
		stop := start + 1
		for stop < end && (tokens[stop].Text != "," || verbIn(tokens, stop, end) < 0) {
			stop++
		}
		verb := verbIn(tokens, start, stop)
		if verb < 0 {
			verb = start
		}
		tokens[verb].Head, tokens[verb].Dep = verb, "root"
		if before >= 0 {
			tokens[verb].Head, tokens[verb].Dep = before, "conj"
			if tokens[start+1].Pos == "SCONJ" {
				tokens[verb].Dep = "ccomp"
			}
		}
		for i := start; i < stop; i++ {
			if i != verb {
				tokens[i].Head, tokens[i].Dep = verb, label(tokens, start, i, verb)
			}
		}
		before, start = verb, stop
	}
}

// verbIn is the first verb between two tokens, -1 for none.
func verbIn(tokens []nlp.Token, first, end int) int {
	for i := first; i < end; i++ {
		if tokens[i].Pos == "VERB" {
			return i
		}
	}
	return -1
}

// label is the label of a token under the verb v.
func label(tokens []nlp.Token, first, i, v int) string {
	switch t := tokens[i]; t.Pos {
	case "NOUN":
		for j := i - 1; j >= first && tokens[j].Pos != "NOUN" && tokens[j].Pos != "VERB"; j-- {
			if tokens[j].Pos == "ADP" {
				return "obl"
			}
		}
		if strings.HasSuffix(t.Text, "n") {
			return "obj"
		}
		if i < v {
			return "nsubj"
		}
		return "obl"
	case "PART":
		return "advmod"
	case "ADP":
		return "case"
	case "SCONJ":
		return "mark"
	case "CCONJ":
		return "cc"
	case "DET":
		return "det"
	default:
		return "punct"
	}
}
