package trig

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// quoted reads a string with its language or type.
func (p *parser) quoted(mark byte) (Term, error) {
	value, err := p.characters(mark)
	if err != nil {
		return Term{}, err
	}
	out := Term{Kind: Literal, Value: value}
	switch {
	case p.word("^^"):
		t, err := p.node()
		out.Datatype = t.Value
		return out, err
	case p.peek() == '@':
		p.at++
		from := p.at
		for p.at < len(p.text) && (nameRune(rune(p.text[p.at])) || p.text[p.at] == '-') {
			p.at++
		}
		out.Language = p.text[from:p.at]
	}
	return out, nil
}

// characters reads what stands between marks, or between three of them, with escapes undone.
func (p *parser) characters(mark byte) (string, error) {
	start, long := p.at, false
	end := string(mark)
	if three := strings.Repeat(end, 3); strings.HasPrefix(p.text[p.at:], three) {
		end, long = three, true
	}
	p.at += len(end)
	var out strings.Builder
	for p.at < len(p.text) {
		switch c := p.text[p.at]; {
		case strings.HasPrefix(p.text[p.at:], end):
			p.at += len(end)
			return out.String(), nil
		case c == '\\':
			r, err := p.escaped()
			if err != nil {
				return "", err
			}
			out.WriteRune(r)
		case c == '\n' && !long:
			return "", p.errorf("a string goes on to the next line")
		default:
			if c == '\n' {
				p.line++
			}
			out.WriteByte(c)
			p.at++
		}
	}
	p.at = start
	return "", p.errorf("a string does not end")
}

// escapes are the characters that a letter behind a backslash stands for.
var escapes = map[byte]rune{'t': '\t', 'b': '\b', 'n': '\n', 'r': '\r', 'f': '\f', '"': '"', '\'': '\'', '\\': '\\'}

// escaped reads a character behind a backslash: by a letter, or by its code in four or eight digits. Halves of a pair,
// as JSON writes them, are put together.
func (p *parser) escaped() (rune, error) {
	if p.at+1 >= len(p.text) {
		return 0, p.errorf("a backslash ends it")
	}
	c := p.text[p.at+1]
	if r, ok := escapes[c]; ok {
		p.at += 2
		return r, nil
	}
	digits := map[byte]int{'u': 4, 'U': 8}[c]
	code, ok := p.code(p.at+2, digits)
	if !ok {
		return 0, p.errorf("%q is no escape", "\\"+string(rune(c)))
	}
	p.at += 2 + digits
	if code >= 0xD800 && code < 0xDC00 && strings.HasPrefix(p.text[p.at:], `\u`) {
		if low, ok := p.code(p.at+2, 4); ok && low >= 0xDC00 && low < 0xE000 {
			p.at += len(`\u0000`)
			return (code-0xD800)<<10 + (low - 0xDC00) + 0x10000, nil
		}
	}
	if !utf8.ValidRune(code) {
		code = utf8.RuneError
	}
	return code, nil
}

// code reads a number of hexadecimal digits.
func (p *parser) code(at, digits int) (rune, bool) {
	if digits == 0 || at+digits > len(p.text) {
		return 0, false
	}
	n, err := strconv.ParseUint(p.text[at:at+digits], 16, 32)
	return rune(n), err == nil && n <= unicode.MaxRune
}
