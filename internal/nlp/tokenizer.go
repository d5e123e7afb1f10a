package nlp

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

// tokenizer cuts text at white space, then each word at its affixes, with a table of words that are cut in a way of
// their own.
type tokenizer struct {
	affixes  *affixes
	special  map[string][]piece
	longest  int           // bytes of the longest special word
	sequence *sequenceNode // special words that the affix rules cut apart, by the pieces they are cut into
}

// piece is a part of a word; norm is set where the table of special words gives one.
type piece struct{ text, norm string }

type tokenizerFile struct {
	Prefixes   []string                `json:"prefixes"`
	Suffixes   []string                `json:"suffixes"`
	Currencies []string                `json:"currencies"`
	Units      []string                `json:"units"`
	Hyphens    []string                `json:"hyphens"`
	Classes    map[string][][2]rune    `json:"classes"`
	Special    map[string][][2]*string `json:"special"`
}

func newTokenizer(data []byte) (*tokenizer, *charClass, error) {
	var f tokenizerFile
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, nil, fmt.Errorf("nlp: the tokenizer table is not readable: %w", err)
	}
	class := map[string]*charClass{}
	for _, name := range []string{"alpha", "lower", "upper", "quote", "icon", "beforePeriod", "digit"} {
		if len(f.Classes[name]) == 0 {
			return nil, nil, fmt.Errorf("nlp: the tokenizer table lacks the character class %q; convert it again", name)
		}
		class[name] = newCharClass(f.Classes[name])
	}
	t := &tokenizer{special: map[string][]piece{}, sequence: &sequenceNode{}}
	t.affixes = &affixes{
		prefixes: newLiteralSet(f.Prefixes), suffixes: newLiteralSet(f.Suffixes),
		currencies: newLiteralSet(f.Currencies), units: newLiteralSet(f.Units), hyphens: f.Hyphens,
		alpha: class["alpha"], lower: class["lower"], upper: class["upper"],
		quote: class["quote"], icon: class["icon"], beforePeriod: class["beforePeriod"],
	}
	for word, parts := range f.Special {
		for _, p := range parts {
			made := piece{text: *p[0]}
			if p[1] != nil {
				made.norm = *p[1]
			}
			t.special[word] = append(t.special[word], made)
		}
	}
	for word := range t.special {
		t.longest = max(t.longest, len(word))
	}
	for word := range t.special {
		if t.hasAffix(word) {
			t.sequence.insert(t.cut(nil, word, false))
		}
	}
	return t, class["digit"], nil
}

func (t *tokenizer) hasAffix(word string) bool {
	found := t.affixes.prefix(word) > 0 || t.affixes.suffix(word) > 0 || strings.Contains(word, " ")
	t.affixes.infixes(word, func(int, int) { found = true })
	return found
}

// tokenize cuts valid UTF-8 text; no token crosses one of the cuts, which are code points in ascending order.
func (t *tokenizer) tokenize(text string, cuts []int) []Token {
	tokens := make([]Token, 0, len(text)/4+1)
	borders := cuts
	at := 0 // code points before the current stretch
	for len(text) > 0 {
		for len(cuts) > 0 && cuts[0] <= at {
			cuts = cuts[1:]
		}
		limit := -1
		if len(cuts) > 0 {
			limit = cuts[0] - at
		}
		n, chars := stretch(text, limit)
		word := text[:n]
		text = text[n:]
		if first, size := utf8.DecodeRuneInString(word); isSpace(first) {
			// A blank after a word belongs to that word; only what follows it is a token.
			if first == ' ' && len(tokens) > 0 && tokens[len(tokens)-1].End == at && !allSpace(tokens[len(tokens)-1].Text) {
				tokens[len(tokens)-1].Space = true
				word = word[size:]
				at++
				chars--
			}
		}
		if word != "" {
			tokens = t.appendWord(tokens, word, at)
		}
		at += chars
	}
	return t.mergeSpecial(tokens, borders)
}

// stretch returns the length in bytes and code points of the run of white space or of anything else that text begins
// with, at most limit code points when limit is not negative.
func stretch(text string, limit int) (bytes, chars int) {
	first, _ := utf8.DecodeRuneInString(text)
	space := isSpace(first)
	for i, r := range text {
		if isSpace(r) != space || chars == limit {
			return i, chars
		}
		chars++
	}
	return len(text), chars
}

// appendWord appends the tokens of word, which begins at code point at.
func (t *tokenizer) appendWord(tokens []Token, word string, at int) []Token {
	var buffer [8]piece
	for _, p := range t.cut(buffer[:0], word, true) {
		n := utf8.RuneCountInString(p.text)
		tokens = append(tokens, Token{Text: p.text, Start: at, End: at + n, Norm: p.norm})
		at += n
	}
	return tokens
}

// cut appends the pieces of word to out. With useSpecial, special words and what remains of a word after cutting an
// affix are looked up in the table.
func (t *tokenizer) cut(out []piece, word string, useSpecial bool) []piece {
	isSpecial := func(s string) bool {
		if len(s) > t.longest {
			return false // hashing what remains of a very long word for each affix would take quadratic time
		}
		_, ok := t.special[s]
		return useSpecial && ok
	}
	var suffixes []piece
	for before := -1; word != "" && len(word) != before && !isSpecial(word); {
		before = len(word)
		pre := t.affixes.prefix(word)
		if pre > 0 && pre < len(word) && isSpecial(word[pre:]) {
			out = append(out, piece{text: word[:pre]})
			word = word[pre:]
			break
		}
		suf := 0
		if pre < len(word) {
			suf = t.affixes.suffix(word[pre:])
		}
		if suf > 0 && suf < len(word) && isSpecial(word[:len(word)-suf]) {
			suffixes = append(suffixes, piece{text: word[len(word)-suf:]})
			word = word[:len(word)-suf]
			break
		}
		if pre > 0 {
			out = append(out, piece{text: word[:pre]})
		}
		if suf > 0 {
			suffixes = append(suffixes, piece{text: word[len(word)-suf:]})
		}
		word = word[pre : len(word)-suf]
	}
	out = t.cutMiddle(out, word, useSpecial)
	for i := len(suffixes) - 1; i >= 0; i-- {
		out = append(out, suffixes[i])
	}
	return out
}

// cutMiddle appends the pieces of a word without affixes.
func (t *tokenizer) cutMiddle(out []piece, word string, useSpecial bool) []piece {
	if word == "" {
		return out
	}
	if special, ok := t.special[word]; ok && useSpecial {
		return append(out, special...)
	}
	if t.affixes.isURL(word) {
		return append(out, piece{text: word})
	}
	start := 0
	t.affixes.infixes(word, func(from, to int) {
		if from == 0 {
			return
		}
		if from > start {
			out = append(out, piece{text: word[start:from]})
		}
		out = append(out, piece{text: word[from:to]})
		start = to
	})
	if start < len(word) {
		out = append(out, piece{text: word[start:]})
	}
	return out
}
