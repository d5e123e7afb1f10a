package attribution

import (
	"strings"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// labels takes "NAME: words" at the start of paragraphs, and the turns of transcripts.
func (f transcript) labels() []Statement {
	out := f.turns()
	d := f.d
	for _, sent := range d.Sentences {
		seg := d.Segments[sent.Segment]
		if d.Tokens[sent.First].Start != seg.Start || seg.Kind != layout.Body {
			continue
		}
		colon := -1
		for i := sent.First; i < min(sent.End, sent.First+16); i++ {
			if d.Tokens[i].Text == ":" && (i < sent.First+6 || i+1 < len(d.Quoted) && d.Quoted[i+1] >= 0) {
				colon = i
				break
			}
		}
		if colon <= sent.First || colon+2 >= sent.End {
			continue
		}
		voice := f.labelled(sent.First, colon)
		if voice < 0 {
			continue
		}
		end := colon + 1
		for end < len(d.Tokens) && d.Segment[end] == sent.Segment {
			end++
		}
		if q := d.Quoted[colon+1]; q >= 0 && voice < colon-1 { // what follows the quotation is the article's again
			end = min(end, f.quoteTokens(q)[1])
		}
		out = append(out, Statement{Kind: kg.Speech, Modality: kg.Asserted, CueToken: colon, Main: colon, SourceToken: voice,
			Root: -1, Tokens: [][2]int{{colon + 1, end}}, Confidence: 0.7, Cue: []kg.Span{d.Span(colon, colon+1)}})
	}
	return out
}

// labelled is the person whose words stand behind a colon: the one named right before it, or at the start with a title
// between: "X, the mayor: “…”"; -1 for none.
func (f transcript) labelled(first, colon int) int {
	d := f.d
	if k := f.cast.At[colon-1]; k >= 0 && f.cast.Mentions[k].Type == kg.Person {
		return colon - 1
	}
	for first < colon && (!d.Ink(first) || d.Tokens[first].Tag == "CD") {
		first++
	}
	k := f.cast.At[first]
	if k < 0 && first+1 < colon { // a first name that nothing shows to be one
		k = f.cast.At[first+1]
	}
	if k < 0 || f.cast.Mentions[k].Type != kg.Person || d.Quoted[colon+1] < 0 {
		return -1
	}
	if m := f.cast.Mentions[k]; d.Tokens[m.End].Text == "," && f.nounPhrase(m.End+1, colon) {
		return m.Head(d)
	}
	return -1
}

// turns takes what stands behind the label of a speaker: "SMITH: We will go." An answer ("A: …") is the words of the
// one person whom the text before the first question names; questions of nobody named are left out.
func (f transcript) turns() []Statement {
	var out []Statement
	d := f.d
	asked, known := "", false
	for k := 0; k+1 < len(d.Segments); k++ {
		l, body := d.Segments[k], d.Segments[k+1]
		if l.Kind != layout.Label || body.Paragraph != l.Paragraph || body.Kind != layout.Body {
			continue
		}
		first := d.TokenAt(l.Start)
		colon := d.TokenAt(l.End - 1)
		content := [2]int{d.TokenAt(body.Start), d.TokenAt(body.End-1) + 1}
		if content[1] > len(d.Tokens) || content[0] >= content[1] || !f.worded(content) {
			continue
		}
		s := Statement{Kind: kg.Speech, Modality: kg.Asserted, CueToken: colon, Main: colon, SourceToken: -1, Root: -1,
			Tokens: [][2]int{content}, Confidence: 0.8, Cue: []kg.Span{{l.End - 1, l.End}}}
		end := first
		for i := first; i <= colon && d.Segment[i] == k; i++ {
			at := f.cast.At[i]
			if at < 0 || f.cast.Mentions[at].Type == kg.Place { // "WASHINGTON:" is where from
				continue
			}
			if m := f.cast.Mentions[at]; m.Type == kg.Person || f.finite(content) { // the names of a team are no words of it
				s.SourceToken, end = m.Head(d), m.End
			}
			break
		}
		switch {
		case s.SourceToken >= 0:
			s.Source = []kg.Span{d.Trimmed(first, end)}
		case d.Lower(first) == "a" || d.Lower(first) == "a.":
			if !known {
				asked, known = f.interviewed(l.Start), true
			}
			s.SourceToken, s.Speaker, s.Source = first, asked, []kg.Span{{l.Start, l.Start + 1}}
		default:
			continue
		}
		out = append(out, s)
	}
	return out
}

// worded reports whether a turn has words outside of brackets: "(CROSSTALK)" has none.
func (f transcript) worded(r [2]int) bool {
	deep := 0
	for i := r[0]; i < r[1]; i++ {
		switch t := f.d.Tokens[i]; {
		case t.Text == "(" || t.Text == "[":
			deep++
		case t.Text == ")" || t.Text == "]":
			deep--
		case deep == 0 && strings.IndexFunc(t.Text, unicode.IsLetter) >= 0:
			return true
		}
	}
	return false
}

// dashes lead a signature.
const dashes = "—–-―"

// signed takes quotations with the name of who said them behind a dash, and paragraphs that a line of a dash, a name
// and a handle follows, as tweets are given.
func (f transcript) signed() []Statement {
	var out []Statement
	d := f.d
	for i, t := range d.Tokens {
		if len(t.Text) == 0 || !strings.Contains(dashes, t.Text) && t.Text != "--" || d.Segment[i] < 0 || d.Quoted[i] >= 0 {
			continue
		}
		if s, ok := f.signature(i); ok {
			out = append(out, s)
		}
	}
	return out
}

// signature reads the statement that the dash at i signs.
func (f transcript) signature(i int) (Statement, bool) {
	d := f.d
	first, end := i+1, i+1
	for end < len(d.Tokens) && d.Segment[end] == d.Segment[i] {
		end++
	}
	for first < end && !d.Ink(first) {
		first++
	}
	content, quoted := f.beforeSignature(i)
	if content[1] <= content[0] || first >= end || end-first > 16 || !f.nameless(first, end) {
		return Statement{}, false
	}
	k, handle := f.signer(first, end)
	unnamed := k < 0 && !(quoted && d.Tokens[first].Tag == "NNP")
	if !quoted && !handle || unnamed || k >= 0 && f.cast.Mentions[k].Type == kg.Place {
		return Statement{}, false
	}
	last := first
	for last < end && !strings.ContainsAny(d.Tokens[last].Text, ",(@") {
		last++
	}
	s := Statement{
		Kind:        kg.Speech,
		Modality:    kg.Asserted,
		CueToken:    i,
		Main:        i,
		SourceToken: first,
		Root:        -1,
		Tokens:      [][2]int{content},
		Confidence:  0.8,
		Cue:         []kg.Span{{d.Tokens[i].Start, d.Tokens[i].End}},
		Source:      []kg.Span{d.Trimmed(first, max(last, first+1))},
	}
	if k >= 0 {
		s.SourceToken = f.cast.Mentions[k].Head(d)
	}
	if handle {
		s.Via = []string{f.words.channels["tweet"]}
	}
	return s, true
}

// signer gives the mention that signs between two tokens, behind a title at most, -1 for none, and whether a handle
// stands there.
func (f transcript) signer(first, end int) (k int, handle bool) {
	k = f.cast.At[first]
	for j := first; j < end; j++ {
		if k < 0 && f.cast.At[j] >= 0 && j < first+4 && f.d.Noun(first) { // a title stands before the name
			k = f.cast.At[j]
		}
		handle = handle || strings.HasPrefix(f.d.Tokens[j].Text, "@")
	}
	return k, handle
}

// nameless reports whether no verb stands among the tokens, so that they can be a signature.
func (f transcript) nameless(first, end int) bool {
	for i := first; i < end; i++ {
		if t := f.d.Tokens[i].Tag; t == "VBD" || t == "VBZ" || t == "VBP" || t == "MD" {
			return false
		}
	}
	return true
}

// beforeSignature gives what stands before the dash at i, in its paragraph or, where the dash begins that, in the one
// before; quoted tells whether it is a quotation.
func (f transcript) beforeSignature(i int) (content [2]int, quoted bool) {
	d := f.d
	j := i - 1
	for j >= 0 && !d.Ink(j) {
		j--
	}
	if j < 0 || d.Segment[j] < 0 || d.Paragraph(i)-d.Paragraph(j) > 1 ||
		d.Kind(j) != layout.Body && d.Kind(j) != layout.Headline {
		return content, false
	}
	if q := d.Quoted[j]; q >= 0 && d.Quotes[q].Closed {
		r := f.quoteTokens(q)
		if d.Paragraph(r[0]) == d.Paragraph(j) && (f.startsParagraph(r[0]) || d.Sentence[r[0]] != d.Sentence[i]) ||
			f.startsSegment(r[0]) {
			return r, true
		}
		return content, false
	}
	if d.Paragraph(j) == d.Paragraph(i) {
		return content, false
	}
	first := j
	for first > 0 && d.Segment[first-1] == d.Segment[j] {
		first--
	}
	return [2]int{first, j + 1}, false
}

func (f transcript) startsSegment(i int) bool {
	return i == 0 || f.d.Segment[i-1] != f.d.Segment[i]
}
