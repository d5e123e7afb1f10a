package quotation

import (
	"slices"
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

// maxOpen is how far a quotation without a closing mark may run, in code points.
const maxOpen = 6000

// Find gives the quotations of each paragraph ([start, end] in code points into text, which is the original, not
// normalized). A quotation that is not closed in its paragraph goes on in the next one where that begins with a mark
// again, or where the next mark only closes.
func Find(text []rune, paragraphs [][2]int) []Quote {
	var out []Quote
	before := -1 // the last paragraph with words
	for p, span := range paragraphs {
		f := finder{text: text, start: span[0], end: min(span[1], len(text)), paragraph: p}
		ink := firstInk(text, span)
		if ink >= f.end {
			continue
		}
		at := f.start
		if len(out) > 0 && before >= 0 {
			if last := out[len(out)-1]; !last.Closed && last.Paragraph == before {
				at = f.goOn(last, ink, paragraphs[p+1:])
			}
		}
		f.scan(at, paragraphs[p+1:])
		if len(out) > 0 && len(f.found) > 0 {
			last, first := out[len(out)-1], &f.found[0]
			if !last.Closed && last.Paragraph == before && first.OuterStart == ink && last.Single == first.Single {
				first.Continues = len(out) - 1
			}
		}
		out, before = append(out, f.found...), p
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

// finder goes through one paragraph.
type finder struct {
	text       []rune
	start, end int
	paragraph  int
	steps      int // looked at while matching nested marks, so that odd text takes no more than its length allows
	found      []Quote
}

// scan finds the outermost quotations from a place on. following are the paragraphs behind.
func (f *finder) scan(from int, following [][2]int) {
	for i := from; i < f.end; {
		m := f.markAt(i)
		switch {
		case m.width == 0:
			i = f.single(i, following)
		case f.opens(i, m):
			i = f.outermost(i, m)
		case f.spaced(i, m):
			i = f.matched(i, m)
		default:
			i += m.width
		}
	}
}

// outermost takes the quotation that opens at i, or what is left of the paragraph, up to the next opening mark, where
// nothing closes it.
func (f *finder) outermost(i int, m mark) int {
	if next := f.matched(i, m); next > i+m.width {
		return next
	}
	if m.family == corner {
		return i + m.width // of other scripts: only what they close counts
	}
	end := min(f.end, i+maxOpen)
	for j := i + m.width; j < end; j++ {
		if n := f.markAt(j); n.width > 0 && n.family == m.family && f.opens(j, n) {
			end = j
		}
	}
	f.add(i, i+m.width, end, end, false, false)
	return max(end, i+m.width)
}

// matched takes the quotation that opens at i where a mark closes it, and gives the place behind.
func (f *finder) matched(i int, m mark) int {
	f.steps = 0
	at, width, ok := f.match(i, m, nil)
	if !ok {
		return i + m.width
	}
	f.add(i, i+m.width, at, at+width, true, false)
	return at + width
}

// deepest is how many quotations may stand inside each other, and mostSteps how many places are looked at for one
// outermost.
const (
	deepest   = 5
	mostSteps = 16 * maxOpen
)

// match finds the mark that closes the one at i, past the quotations inside. It fails at a mark of the same kind that
// opens and has no end of its own, and at one that closes an outer quotation.
func (f *finder) match(i int, m mark, outer []mark) (at, width int, ok bool) {
	within := append(slices.Clone(outer), m)
	for j := i + m.width; j < min(f.end, i+maxOpen) && f.steps < mostSteps; f.steps++ {
		n := f.markAt(j)
		if n.width == 0 {
			j++
			continue
		}
		if width := f.closes(j, n, m, len(within)); width > 0 {
			return j, width, true
		}
		if slices.ContainsFunc(outer, func(o mark) bool {
			return o.family != m.family && o.family.directed() && f.closes(j, n, o, 0) > 0
		}) {
			return 0, 0, false
		}
		if !f.opens(j, n) {
			j += n.width
			continue
		}
		if len(within) < deepest && (n.family != m.family || m.family.directed()) {
			if end, width, closed := f.match(j, n, within); closed {
				j = end + width
				continue
			}
		}
		if n.family == m.family {
			return 0, 0, false
		}
		j += n.width
	}
	return 0, 0, false
}

// add takes a quotation in, without the blanks inside its marks.
func (f *finder) add(outerStart, start, end, outerEnd int, closed, single bool) {
	for end > start && unicode.IsSpace(f.text[end-1]) {
		end--
	}
	if !closed {
		outerEnd = end
	}
	for start < end && unicode.IsSpace(f.text[start]) {
		start++
	}
	if end > start {
		f.found = append(f.found, Quote{Start: start, End: end, OuterStart: outerStart, OuterEnd: outerEnd, Closed: closed,
			Single:    single,
			Continues: -1, Paragraph: f.paragraph})
	}
}

func (f *finder) at(i int) rune {
	if i < f.start || i >= f.end {
		return 0
	}
	return f.text[i]
}
