package quotation

import "unicode"

const (
	mostLines    = 12   // paragraphs without a mark that a quotation may run through until one closes it
	longestGoing = 1500 // code points of such a paragraph
)

// goOn takes the part of a quotation that the paragraph before left open, where no mark opens it anew, and gives the
// place behind: the next mark, here or in a later paragraph, only closes. ink is where the paragraph's words begin.
func (f *finder) goOn(last Quote, ink int, following [][2]int) int {
	if f.begins(ink, last.Single) {
		return f.start
	}
	at, width := f.firstClosing(ink, last)
	switch {
	case at > ink && (!last.Single || f.oneBreak(ink)):
		f.add(ink, ink, at, at+width, true, last.Single)
		return at + width
	case at != 0 || last.Single && !f.oneBreak(ink):
		return f.start
	}
	for n, span := range following {
		g := finder{text: f.text, start: span[0], end: min(span[1], len(f.text))}
		from := firstInk(f.text, span)
		if n >= mostLines || g.end-g.start > longestGoing || from < g.end && g.begins(from, last.Single) {
			return f.start
		}
		if at, _ := g.firstClosing(from, last); at != 0 {
			if at > 0 {
				f.add(ink, ink, f.end, f.end, false, last.Single)
				return f.end
			}
			return f.start
		}
	}
	return f.start
}

// begins reports whether a paragraph begins with an opening mark, single or double.
func (f *finder) begins(ink int, single bool) bool {
	if single {
		return f.opensSingle(ink)
	}
	m := f.markAt(ink)
	return m.width > 0 && f.opens(ink, m)
}

// oneBreak reports whether nothing but one line break parts a place from the line before.
func (f *finder) oneBreak(i int) bool {
	breaks := 0
	for i--; i >= 0 && unicode.IsSpace(f.text[i]); i-- {
		if f.text[i] == '\n' {
			breaks++
		}
	}
	return breaks <= 1
}

// firstClosing finds the first mark of the paragraph from a place on where it closes a quotation: -1 where it opens
// one, 0 where there is none.
func (f *finder) firstClosing(from int, last Quote) (at, width int) {
	open := mark{straight, '"', 1}
	if !last.Single {
		if o := (&finder{text: f.text, end: len(f.text)}).markAt(last.OuterStart); o.width > 0 {
			open = o
		}
	}
	for i := from; i < f.end; i++ {
		if m := f.markAt(i); m.width > 0 {
			if !last.Single && i > from && !f.opens(i, m) && f.closes(i, m, open, 1) > 0 {
				return i, m.width
			}
			return -1, 0
		}
		if last.Single {
			if f.opensSingle(i) {
				return -1, 0
			}
			if i > from && f.closesSingle(i) && unicode.IsPunct(f.at(i-1)) {
				return i, 1
			}
		}
	}
	return 0, 0
}

// goesOn reports whether a quotation in single marks that its paragraph does not close goes on: the next paragraph
// begins with such a mark again, or it is the next line, and one of them closes it.
func (f *finder) goesOn(i int, following [][2]int) bool {
	if unicode.IsDigit(f.at(i + 1)) {
		return false
	}
	last := Quote{Single: true, OuterStart: i}
	for n, span := range following {
		g := finder{text: f.text, start: span[0], end: min(span[1], len(f.text))}
		ink := firstInk(f.text, span)
		if ink >= g.end {
			continue
		}
		if n >= mostLines || g.end-g.start > longestGoing {
			return false
		}
		if g.opensSingle(ink) && g.text[ink] == f.text[i] {
			if _, ok := g.matchSingle(ink); ok {
				return true
			}
			continue
		}
		if !g.oneBreak(ink) {
			return false
		}
		if at, _ := g.firstClosing(ink, last); at != 0 {
			return at > 0
		}
	}
	return false
}
