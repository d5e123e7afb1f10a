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

// sequenceNode is a node of a trie over token texts.
type sequenceNode struct {
	next map[string]*sequenceNode
	end  bool
}

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

func (n *sequenceNode) insert(pieces []piece) {
	for _, p := range pieces {
		if n.next == nil {
			n.next = map[string]*sequenceNode{}
		}
		if n.next[p.text] == nil {
			n.next[p.text] = &sequenceNode{}
		}
		n = n.next[p.text]
	}
	n.end = true
}

// tokenize cuts valid UTF-8 text; no token crosses one of the cuts, which are code points in ascending order.
func (t *tokenizer) tokenize(text string, cuts []int) []Token {
	tokens := make([]Token, 0, len(text)/4+1)
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
	return t.mergeSpecial(tokens)
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

// match is a run of tokens that spells a special word.
type match struct{ start, end int }

// mergeSpecial puts special words together again that the affix rules cut apart, such as emoticons and double
// apostrophes. The longest run wins, then the first.
func (t *tokenizer) mergeSpecial(tokens []Token) []Token {
	var byLength [][]match
	for i := range tokens {
		n := t.sequence.next[tokens[i].Text]
		for end := i + 1; n != nil; end++ {
			if n.end {
				for len(byLength) < end-i {
					byLength = append(byLength, nil)
				}
				byLength[end-i-1] = append(byLength[end-i-1], match{i, end})
			}
			if end == len(tokens) {
				break
			}
			n = n.next[tokens[end].Text]
		}
	}
	if byLength == nil {
		return tokens
	}
	seen := make([]bool, len(tokens))
	chosen := map[int]int{}
	for k := len(byLength) - 1; k >= 0; k-- {
		for _, m := range byLength[k] {
			if !seen[m.start] && !seen[m.end-1] {
				chosen[m.start] = m.end
			}
			for i := m.start; i < m.end; i++ {
				seen[i] = true
			}
		}
	}
	return t.replace(tokens, chosen)
}

// replace swaps each chosen run of tokens, start to end, for the pieces of the special word it spells, if it does spell
// one: with blanks in between it does not.
func (t *tokenizer) replace(tokens []Token, chosen map[int]int) []Token {
	out := make([]Token, 0, len(tokens))
	for i := 0; i < len(tokens); i++ {
		end, ok := chosen[i]
		if !ok {
			out = append(out, tokens[i])
			continue
		}
		special, ok := t.special[joined(tokens[i:end])]
		if !ok {
			out = append(out, tokens[i:end]...)
			i = end - 1
			continue
		}
		at := tokens[i].Start
		for _, p := range special {
			n := utf8.RuneCountInString(p.text)
			out = append(out, Token{Text: p.text, Start: at, End: at + n, Norm: p.norm})
			at += n
		}
		out[len(out)-1].Space = tokens[end-1].Space
		i = end - 1
	}
	return out
}

// joined spells tokens as they stand in the text, the blank after the last one left out.
func joined(tokens []Token) string {
	if len(tokens) == 1 {
		return tokens[0].Text
	}
	var b strings.Builder
	for i, tok := range tokens {
		b.WriteString(tok.Text)
		if tok.Space && i < len(tokens)-1 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}
