package attribution

import "sayso/internal/read/layout"

// withinPart ends words that are no quotation where the layout parts a paragraph, as behind "$648m.": the tagger knows
// the end of a sentence by a full stop that stands by itself.
func (f edges) withinPart(s *Statement) {
	for k, r := range s.Tokens {
		for i := r[0] + 1; i < r[1]; i++ {
			if f.d.Quoted[i] < 0 && f.opensPart(i) {
				s.Tokens[k][1] = i
				break
			}
		}
	}
}

// opensPart reports whether token i is the first of running text behind other running text of its paragraph.
func (f edges) opensPart(i int) bool {
	d := f.d
	before := i - 1
	for before >= 0 && d.Segment[before] < 0 {
		before--
	}
	if before < 0 || d.Segment[i] < 0 || d.Segment[before] == d.Segment[i] {
		return false
	}
	return d.Paragraph(before) == d.Paragraph(i) && d.Kind(before) == layout.Body && d.Kind(i) == layout.Body
}
