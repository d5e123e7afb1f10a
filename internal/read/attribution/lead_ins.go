package attribution

import (
	"slices"
	"strings"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/nlp"
	"sayso/internal/read/layout"
)

// lead is a sentence that ends its paragraph with a colon, with what stands in the paragraphs behind.
type lead struct {
	first, colon int      // tokens of the sentence
	content      [][2]int // the next paragraph, or every entry of the list that follows
	quoted       bool     // the next paragraph begins with a quotation
}

// leads lists the sentences that lead to the next paragraph: "She said:", "And from the chairwoman:".
func (f headings) leads() []lead {
	var out []lead
	d := f.d
	for _, sent := range d.Sentences {
		last := sent.End - 1
		for last > sent.First && !d.Ink(last) {
			last--
		}
		if d.Tokens[last].Text != ":" || d.Quoted[last] >= 0 || sent.Segment+1 >= len(d.Segments) ||
			d.Segments[sent.Segment+1].Paragraph == d.Segments[sent.Segment].Paragraph {
			continue
		}
		l := lead{first: sent.First, colon: last}
		if l.content = f.led(sent.Segment + 1); len(l.content) > 0 {
			l.quoted = d.Quoted[l.content[0][0]] >= 0
			out = append(out, l)
		}
	}
	return out
}

// led gives the words of the paragraph that begins at a segment, and of the entries behind it where it is one of a
// list.
func (f headings) led(segment int) [][2]int {
	var out [][2]int
	d := f.d
	for k := segment; k < len(d.Segments); k++ {
		seg := d.Segments[k]
		if seg.Kind == layout.Meta && k+1 < len(d.Segments) && d.Segments[k+1].Paragraph == seg.Paragraph { // "1."
			continue
		}
		item := seg.Bullet || f.dashed(seg) ||
			k > 0 && d.Segments[k-1].Kind == layout.Meta && d.Segments[k-1].Paragraph == seg.Paragraph
		if seg.Kind != layout.Body && seg.Kind != layout.Headline || len(out) > 0 && !item {
			break
		}
		r := [2]int{d.TokenAt(seg.Start), d.TokenAt(seg.End-1) + 1}
		for r[0] < r[1] && (!d.Ink(r[0]) || strings.Contains(dashes, d.Tokens[r[0]].Text)) {
			r[0]++
		}
		if r[1] > len(d.Tokens) || !f.transcript().worded(r) {
			break
		}
		if out = append(out, r); !item {
			break
		}
	}
	return out
}

// dashed reports whether a line begins with a dash and a blank, as the entries of lists do.
func (f headings) dashed(s layout.Segment) bool {
	return s.End-s.Start > 2 && strings.ContainsRune(dashes, f.d.Text[s.Start]) && unicode.IsSpace(f.d.Text[s.Start+1])
}

// leadIns gives what stands behind a colon and a new line to the verb of saying before the colon, in the place of what
// was taken for its content.
func (f *finder) leadIns() {
	for _, l := range f.headings().leads() {
		if l.quoted {
			continue
		}
		v, src := f.headings().leadVerb(l)
		if v < 0 && len(l.content) > 1 {
			v, src = f.headings().leadPoints(l)
		}
		if v < 0 {
			continue
		}
		k := slices.IndexFunc(f.found, func(s Statement) bool { return s.CueToken == v || s.Main == v })
		if k < 0 {
			q, extra, _ := f.cueOf(v)
			s := Statement{
				Kind:        kg.Speech,
				Modality:    q.modality,
				CueToken:    v,
				Main:        v,
				SourceToken: src,
				Lemma:       f.d.Lemma(v),
				Root:        -1,
				Confidence:  0.7,
			}
			f.setCue(&s, v, extra)
			f.found, k = append(f.found, s), len(f.found)
		}
		f.found[k].Tokens = l.content
		f.found = slices.DeleteFunc(
			f.found,
			func(s Statement) bool { // "Asked whether …, X replied:" has the question before it
				return s.CueToken >= l.first && s.CueToken < v && f.d.Tokens[s.CueToken].Tag == "VBN" && s.SourceToken == src
			},
		)
	}
}

// leadVerb is the last verb of saying of a lead whose subject is somebody, -1 for none.
func (f headings) leadVerb(l lead) (v, source int) {
	for v := l.colon - 1; v >= l.first; v-- {
		if !f.d.Verb(v) || f.d.Quoted[v] >= 0 {
			continue
		}
		q, _, ok := f.cueOf(v)
		if !ok || q.kind != kg.Speech || !q.takes("q") {
			continue
		}
		if src, passive := f.sources().subject(v); src >= 0 && !passive {
			return v, src
		}
	}
	return -1, -1
}

// leadPoints is the verb of a lead to a list that names its entries as somebody's points, or "according", and
// whose they are: "The minister gave three reasons:", "According to X:"; -1 for none.
func (f headings) leadPoints(l lead) (v, source int) {
	d := f.d
	for v := l.colon - 1; v >= l.first; v-- {
		if accordingTo[d.Lower(v)] {
			to := d.Child(v, "prep")
			return v, d.Child(max(to, v), "pobj")
		}
		o := d.Child(v, "dobj")
		if o < v || !d.Verb(v) || !setsOut[d.Lemma(v)] || !points[d.Lemma(o)] || d.Quoted[v] >= 0 {
			continue
		}
		if src, passive := f.sources().subject(v); src >= 0 && !passive {
			return v, src
		}
	}
	return -1, -1
}

// ledQuotes takes the quotation behind a lead without a verb for the words of whom it ends with: "And from Chairwoman
// Rosa Delgado:".
func (f headings) ledQuotes() []Statement {
	var out []Statement
	d := f.d
	for _, l := range f.leads() {
		k := f.cast.At[max(0, l.colon-1)]
		fromDesk := slices.ContainsFunc(
			d.Tokens[l.first:l.colon],
			func(t nlp.Token) bool { return desks[strings.ToLower(t.Text)] },
		)
		if !l.quoted && !fromDesk || l.colon-l.first > 14 {
			continue
		}
		if k < 0 || f.cast.Mentions[k].Type == kg.Place || f.finite([2]int{l.first, l.colon}) {
			continue
		}
		first := f.cast.Mentions[k].First
		for first > l.first && f.d.Noun(first-1) {
			first--
		}
		content := l.content[0]
		if l.quoted {
			content = f.quoteTokens(d.Quoted[content[0]])
		}
		out = append(out, f.voiced(f.cast.Mentions[k].Head(d), l.colon, content, [2]int{first, l.colon}))
	}
	return out
}
