package quotation

import (
	"strings"
	"unicode"
)

// family is a kind of double quotation marks.
type family int

const (
	none       family = iota
	straight          // "…"
	curly             // “…”, also „…“ and ”…”
	guillemets        // «…» and »…«
	apostrophe        // ``…'' and ''…''
	corner            // 「…」 and 『…』
)

// directed reports whether the opening and the closing mark of a family differ.
func (k family) directed() bool { return k != straight && k != none }

// mark is a double quotation mark.
type mark struct {
	family family
	sign   rune
	width  int // in code points, 0 for none
}

// markAt gives the double quotation mark at i. Two apostrophes in a row are one, unless the second belongs to a word: ”Tis.
func (f *finder) markAt(i int) mark {
	r := f.text[i]
	switch r {
	case '"', '＂':
		return mark{straight, '"', 1}
	case '“', '”', '„', '‟':
		return mark{curly, r, 1}
	case '«', '»':
		return mark{guillemets, r, 1}
	case '「', '『', '」', '』':
		return mark{corner, r, 1}
	case '\'', '’', '‘', '`':
		if f.at(i+1) == r && !f.elided(i+1) {
			return mark{apostrophe, r, 2}
		}
	}
	return mark{}
}

// opens reports whether a mark looks like an opening one.
func (f *finder) opens(i int, m mark) bool {
	before, after := f.at(i-1), f.at(i+m.width)
	inkAfter := after != 0 && !unicode.IsSpace(after)
	switch m.sign {
	case '«', '「', '『':
		return true
	case '」', '』':
		return false
	case '“', '„', '‟':
		return inkAfter
	case '`':
		return true
	case '”', '»':
		return inkAfter && startsWord(before) && (unicode.IsLetter(after) || m.sign == '»')
	}
	return inkAfter && startsWord(before)
}

// startsWord reports whether a quotation may open behind a sign.
func startsWord(before rune) bool {
	return before == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{—–-:/►•“‘'\"«`", before)
}

// spaced reports whether an opening mark stands between blanks, as in tokenized text.
func (f *finder) spaced(i int, m mark) bool {
	before, after := f.at(i-1), f.at(i+m.width)
	return (m.family == straight || m.sign == '“' || m.sign == '„') && (before == 0 || unicode.IsSpace(before)) && unicode.IsSpace(after)
}

// closes gives the width of what closes the quotation of an opening mark at i, 0 where the mark there does not. depth is how many apostrophe marks may
// be open: of a run of more than those all belong to the last one.
func (f *finder) closes(i int, n, open mark, depth int) int {
	opens := f.opens(i, n)
	switch open.family {
	case straight:
		if n.sign == '”' || n.family == straight && (!opens || f.at(i-1) == '-' && unicode.IsPunct(f.at(i+n.width))) || n.family == apostrophe && !opens && n.sign != '`' {
			return n.width
		}
	case curly:
		if n.family == curly && (n.sign == '”' || n.sign == '“' && (open.sign == '„' || !opens)) || (n.family == straight || n.family == apostrophe && n.sign != '`') && !opens {
			return n.width
		}
	case guillemets:
		if n.sign == '»' && open.sign == '«' || n.sign == '«' && (open.sign == '»' || !opens) {
			return n.width
		}
	case corner:
		if n.sign == open.sign+1 {
			return n.width
		}
	case apostrophe:
		if n.sign == '`' || opens && f.at(i-1) != '\'' {
			return 0
		}
		if n.family == apostrophe && depth == 1 {
			return f.runOf(i, n.sign)
		}
		return n.width
	}
	return 0
}

// runOf is how many of the same sign stand in a row, from i on.
func (f *finder) runOf(i int, sign rune) int {
	n := 0
	for f.at(i+n) == sign {
		n++
	}
	return n
}
