package nlp

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// sequenceNode is a node of a trie over token texts.
type sequenceNode struct {
	next map[string]*sequenceNode
	end  bool
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

// match is a run of tokens that spells a special word.
type match struct{ start, end int }

// mergeSpecial puts special words together again that the affix rules cut apart, such as emoticons and double
// apostrophes. The longest run wins, then the first; none crosses one of the cuts.
func (t *tokenizer) mergeSpecial(tokens []Token, cuts []int) []Token {
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
			if end == len(tokens) || n.next == nil || isCut(cuts, tokens[end].Start) {
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

func isCut(cuts []int, at int) bool {
	_, found := slices.BinarySearch(cuts, at)
	return found
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
