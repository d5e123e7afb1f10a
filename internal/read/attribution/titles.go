package attribution

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// voice reports whether the tokens name somebody who can be the speaker of a title: a person, a body of state, an
// outlet or a party, or a noun for one; a place before a colon ("Ukraine: …") is what the title is about.
func (f headings) voice(first, end int) (head int, ok bool) {
	d := f.d
	if first >= end || end-first > 6 {
		return -1, false
	}
	for i := first; i < end; i++ {
		switch t := d.Tokens[i]; {
		case strings.HasPrefix(t.Tag, "NN"),
			strings.HasPrefix(t.Tag, "JJ"),
			t.Tag == "POS",
			t.Tag == "DT",
			t.Tag == "HYPH",
			f.cast.At[i] >= 0:
		default:
			return -1, false
		}
	}
	last := end - 1
	if k := f.cast.At[last]; k >= 0 {
		m := f.cast.Mentions[k]
		switch {
		case m.Type == kg.Person:
		case m.Type != kg.Organization:
			return -1, false
		case m.Kind == "company" || m.Kind == "channel" || m.Kind == "":
			return -1, false
		}
		return m.Head(d), true
	}
	lemma, form := d.Lemma(last), d.Lower(last)
	if _, title := f.cast.Words.Titles[lemma]; title || papers[lemma] || papers[form] {
		return last, true
	}
	class := f.cast.Words.Class(lemma, form)
	return last, class == "unnamed" || class == "organization"
}

// titled reads titles that have a speaker and no verb: "Minister: no talks", "No talks – minister", "Deal close:
// Macron".
func (f headings) titled() []Statement {
	var out []Statement
	d := f.d
	for k, seg := range d.Segments {
		if seg.Kind != layout.Headline {
			continue
		}
		first, end := d.TokenAt(seg.Start), d.TokenAt(seg.End-1)+1
		if end > len(d.Tokens) || first >= end || d.Segment[first] != k {
			continue
		}
		for i := first + 1; i < end-1; i++ {
			if d.Tokens[i].Text != ":" && !f.dash(i) {
				continue
			}
			s, ok := f.titleAround(first, i, end)
			if ok {
				out = append(out, s)
			}
			if ok || credits[d.Lower(i-1)] { // "Photograph: X"
				break
			}
		}
	}
	return out
}

// titleAround reads the title from first to end that the mark at i parts: a speaker before a colon, or one behind a
// colon or a dash.
func (f headings) titleAround(first, i, end int) (Statement, bool) {
	d := f.d
	colon := d.Tokens[i].Text == ":"
	if head, ok := f.voice(first, i); colon && ok && i-first <= 6 && f.inked(i+1, end) > 1 {
		return f.voiced(head, i, [2]int{i + 1, end}, [2]int{first, i}), true
	}
	head, ok := f.voice(i+1, end)
	if !ok || credits[d.Lower(i-1)] || f.inked(first, i) <= 1 {
		return Statement{}, false
	}
	if colon && f.cast.At[head] < 0 && f.cast.Words.Class(d.Lemma(head), d.Lower(head)) != "unnamed" {
		return Statement{}, false
	}
	return f.voiced(head, i, [2]int{first, i}, [2]int{i + 1, end}), true
}

// dash reports whether a token is a dash between blanks and no hyphen.
func (f headings) dash(i int) bool {
	d := f.d
	return strings.Contains(dashes, d.Tokens[i].Text) && d.Tokens[i].Start > d.Tokens[i-1].End-1 && f.spaced(i)
}

// spaced reports whether blanks stand on both sides of a dash, so that it is no hyphen.
func (f headings) spaced(i int) bool {
	t := f.d.Tokens[i]
	return t.Start > 0 && f.d.Text[t.Start-1] == ' ' && t.End < len(f.d.Text) && f.d.Text[t.End] == ' '
}

// inked counts the tokens that are words.
func (f view) inked(first, end int) int {
	n := 0
	for i := first; i < end; i++ {
		if f.d.Ink(i) && f.d.Tokens[i].Pos != "PUNCT" {
			n++
		}
	}
	return n
}

func (f headings) voiced(head, mark int, content, source [2]int) Statement {
	t := f.d.Tokens[mark]
	return Statement{
		Kind:        kg.Speech,
		Modality:    kg.Asserted,
		CueToken:    mark,
		Main:        mark,
		SourceToken: head,
		Root:        -1,
		Confidence:  0.7,
		Tokens:      [][2]int{content},
		Cue:         []kg.Span{{t.Start, t.End}},
		Source:      []kg.Span{f.d.Trimmed(source[0], source[1])},
	}
}

// fronted corrects titles whose words stand before a comma: "Keep out, X tells Y", where the content was taken to be Y,
// and "No talks, says X", where source and content were taken for each other.
func (f cueReader) fronted(s *Statement) {
	d := f.d
	if d.Kind(s.CueToken) != layout.Headline || len(s.Tokens) != 1 || s.Tokens[0][0] <= s.CueToken {
		return
	}
	if f.finite(s.Tokens[0]) || s.SourceToken < 0 || s.SourceToken > s.CueToken {
		return
	}
	q, _, known := f.cueOf(s.CueToken)
	if !known || q.kind != kg.Speech {
		return
	}
	start := s.CueToken
	for start > 0 && d.Segment[start-1] == d.Segment[s.CueToken] {
		start--
	}
	source := f.tokens(s.Source)
	first, last := source[0][0], source[len(source)-1][1]
	switch {
	case first > start+1 && d.Tokens[first-1].Text == "," && q.takes("t"):
		s.Tokens = [][2]int{{start, first - 1}}
	case first == start && q.takes("p") && d.Quoted[s.Tokens[0][0]] < 0 && f.commaAt(last-1, last):
		content := s.Tokens[0]
		s.Tokens = [][2]int{{start, last}}
		s.Source = []kg.Span{d.Trimmed(content[0], content[1])}
		s.SourceToken = f.top([][2]int{content})
	}
}

// commaAt reports whether one of the tokens is a comma.
func (f cueReader) commaAt(tokens ...int) bool {
	for _, i := range tokens {
		if i < len(f.d.Tokens) && f.d.Tokens[i].Text == "," {
			return true
		}
	}
	return false
}

// finite reports whether a stretch has a verb that can head a clause.
func (f view) finite(r [2]int) bool {
	for i := r[0]; i < r[1]; i++ {
		if t := f.d.Tokens[i].Tag; t == "VBD" || t == "VBZ" || t == "VBP" || t == "MD" || t == "VB" {
			return true
		}
	}
	return false
}
