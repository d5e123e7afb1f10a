package quotation

import (
	"strings"
	"unicode"
)

// Quote is a quotation. Inner quotations belong to the outermost one.
type Quote struct {
	Start, End           int  // code points, without the marks
	OuterStart, OuterEnd int  // with the marks
	Closed               bool // false: it ran to the end of its paragraph
	Single               bool // in single marks
	Continues            int  // index of the quotation of the paragraph before that it goes on from, -1 for none
	Paragraph            int  // index of the paragraph given to Find
}

// maxSingle is how far a single closing mark may stand from its opening one, in code points.
const maxSingle = 400

// maxOpen is how far a quotation without a closing mark may run, in code points.
const maxOpen = 6000

// Find gives the quotations of each paragraph ([start, end] in code points into text, which is the original, not normalized).
func Find(text []rune, paragraphs [][2]int) []Quote {
	var out []Quote
	for p, span := range paragraphs {
		f := finder{text: text, start: span[0], end: min(span[1], len(text)), paragraph: p, open: -1}
		f.scan()
		if len(out) > 0 && len(f.found) > 0 {
			last, first := out[len(out)-1], &f.found[0]
			if !last.Closed && last.Paragraph == p-1 && first.OuterStart == firstInk(text, span) {
				first.Continues = len(out) - 1
			}
		}
		out = append(out, f.found...)
	}
	return out
}

func firstInk(text []rune, span [2]int) int {
	for i := span[0]; i < span[1]; i++ {
		if !unicode.IsSpace(text[i]) {
			return i
		}
	}
	return span[1]
}

type finder struct {
	text       []rune
	start, end int
	paragraph  int
	open       int  // where the open quotation's mark stands, -1 for none
	width      int  // of that mark
	mark       rune // that mark
	found      []Quote
}

func (f *finder) scan() {
	for i := f.start; i < f.end; i++ {
		width := f.markAt(i)
		if width == 0 {
			if f.open < 0 {
				i = f.single(i)
			}
			continue
		}
		f.double(i, width)
		i += width - 1
	}
	if f.open >= 0 {
		end := min(f.end, f.open+maxOpen)
		f.close(trimBack(f.text, f.open+f.width, end), 0, false)
	}
}

// markAt gives the width of the double quotation mark at i, 0 for none. Two apostrophes in a row are one.
func (f *finder) markAt(i int) int {
	switch f.text[i] {
	case '"', '“', '”', '„', '‟', '«', '»', '＂':
		return 1
	case '\'', '’', '‘', '`':
		if i+1 < f.end && f.text[i+1] == f.text[i] {
			return 2
		}
	}
	return 0
}

func (f *finder) double(i, width int) {
	opens := f.opens(i, width)
	if f.open < 0 {
		if opens {
			f.open, f.width, f.mark = i, width, f.text[i]
		}
		return
	}
	if f.closes(i, width, opens) {
		f.close(i, width, true)
		return
	}
	if f.text[i] == '“' || f.text[i] == '«' || f.text[i] == '"' {
		f.close(trimBack(f.text, f.open+f.width, i), 0, false)
		f.open, f.width, f.mark = i, width, f.text[i]
	}
}

// opens tells whether the mark at i looks like an opening one.
func (f *finder) opens(i, width int) bool {
	before, after := f.at(i-1), f.at(i+width)
	inkAfter := after != 0 && !unicode.IsSpace(after)
	switch f.text[i] {
	case '«':
		return true
	case '“', '„', '‟':
		return inkAfter
	case '”', '»':
		return f.open < 0 && inkAfter && f.startsWord(before) && (unicode.IsLetter(after) || f.text[i] == '»')
	}
	return inkAfter && f.startsWord(before)
}

func (f *finder) startsWord(before rune) bool {
	return before == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{—–-:/►•“‘'\"", before)
}

// closes tells whether the mark at i ends the open quotation.
func (f *finder) closes(i, width int, opens bool) bool {
	switch f.text[i] {
	case '”', '»':
		return true
	case '“':
		return f.mark == '„' || !opens
	case '«':
		return f.mark == '»' || !opens
	case '„', '‟':
		return false
	}
	return !opens || f.at(i-1) == '-' && unicode.IsPunct(f.at(i+width))
}

func (f *finder) close(at, width int, closed bool) {
	start, end := f.open+f.width, trimBack(f.text, f.open+f.width, at)
	for start < end && unicode.IsSpace(f.text[start]) {
		start++
	}
	if end > start {
		f.found = append(f.found, Quote{Start: start, End: end, OuterStart: f.open, OuterEnd: at + width,
			Closed: closed, Continues: -1, Paragraph: f.paragraph})
	}
	f.open = -1
}

// single looks for a quotation in single marks that starts at i and gives the last position it used up.
func (f *finder) single(i int) int {
	r := f.text[i]
	if r != '‘' && r != '\'' && r != '‚' {
		return i
	}
	before, after := f.at(i-1), f.at(i+1)
	if !(before == 0 || unicode.IsSpace(before) || strings.ContainsRune("([—–:", before)) || !unicode.IsLetter(after) {
		return i
	}
	for j, owners := i+2, 0; j < min(f.end, i+maxSingle); j++ {
		if f.markAt(j) > 0 {
			return i
		}
		c := f.text[j]
		if c != '’' && c != '\'' && c != '‘' {
			continue
		}
		next := f.at(j + 1)
		if unicode.IsLetter(next) || unicode.IsDigit(next) {
			continue
		}
		if owners < 3 && f.possessive(j, next) {
			owners++
			continue
		}
		f.found = append(f.found, Quote{Start: i + 1, End: j, OuterStart: i, OuterEnd: j + 1, Closed: true, Single: true, Continues: -1, Paragraph: f.paragraph})
		return j
	}
	return i
}

// possessive tells whether the apostrophe at j is the one of "workers' rights" rather than a closing mark: an s before it, a word after
// it, and another candidate still to come.
func (f *finder) possessive(j int, next rune) bool {
	if f.at(j-1) != 's' || next != ' ' || !unicode.IsLower(f.at(j+2)) {
		return false
	}
	for k := j + 1; k < min(f.end, j+200); k++ {
		if c := f.text[k]; (c == '’' || c == '\'') && !unicode.IsLetter(f.at(k+1)) {
			return true
		}
	}
	return false
}

func (f *finder) at(i int) rune {
	if i < f.start || i >= f.end {
		return 0
	}
	return f.text[i]
}

func trimBack(text []rune, start, end int) int {
	for end > start && unicode.IsSpace(text[end-1]) {
		end--
	}
	return end
}
