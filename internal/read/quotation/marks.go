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

// markAt gives the double quotation mark at i. Two apostrophes in a row are one, unless the second belongs to a word:
// ”Tis.
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
	opening := m.family == straight || m.sign == '“' || m.sign == '„'
	return opening && (before == 0 || unicode.IsSpace(before)) && unicode.IsSpace(after)
}

// closes gives the width of what closes the quotation of an opening mark at i, 0 where the mark there does not. depth
// is how many apostrophe marks may be open: of a run of more than those all belong to the last one.
func (f *finder) closes(i int, n, open mark, depth int) int {
	opens, closes := f.opens(i, n), false
	switch open.family {
	case straight:
		closes = f.closesStraight(i, n, opens)
	case curly:
		closes = closesCurly(n, open, opens)
	case guillemets:
		closes = n.sign == '»' && open.sign == '«' || n.sign == '«' && (open.sign == '»' || !opens)
	case corner:
		closes = n.sign == open.sign+1
	case apostrophe:
		if n.sign == '`' || opens && f.at(i-1) != '\'' {
			return 0
		}
		if n.family == apostrophe && depth == 1 {
			return f.runOf(i, n.sign)
		}
		closes = true
	}
	if !closes {
		return 0
	}
	return n.width
}

// closesStraight reports whether a mark at i, which looks like an opening one or not, closes a straight one.
func (f *finder) closesStraight(i int, n mark, opens bool) bool {
	switch {
	case n.sign == '”':
		return true
	case n.family == straight:
		return !opens || f.at(i-1) == '-' && unicode.IsPunct(f.at(i+n.width))
	}
	return n.family == apostrophe && !opens && n.sign != '`'
}

// closesCurly reports whether a mark, which looks like an opening one or not, closes a curly one.
func closesCurly(n, open mark, opens bool) bool {
	switch n.family {
	case curly:
		return n.sign == '”' || n.sign == '“' && (open.sign == '„' || !opens)
	case straight:
		return !opens
	}
	return n.family == apostrophe && n.sign != '`' && !opens
}

// runOf is how many of the same sign stand in a row, from i on.
func (f *finder) runOf(i int, sign rune) int {
	n := 0
	for f.at(i+n) == sign {
		n++
	}
	return n
}
