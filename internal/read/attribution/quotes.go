package attribution

// quoteTokens gives the tokens of a quotation, marks included.
func (f view) quoteTokens(q int) [2]int {
	quote := f.d.Quotes[q]
	first := f.d.TokenAt(quote.OuterStart)
	end := first
	for end < len(f.d.Tokens) && f.d.Tokens[end].Start < quote.OuterEnd {
		end++
	}
	return [2]int{first, end}
}

// quoteBeside reports whether a quotation ends right before the verb or starts right after it.
func (f quotations) quoteBeside(v int) bool {
	return f.quoteBefore(v) >= 0 || f.quoteAfter(v+1) >= 0
}

// quoteBefore gives the quotation that ends right before token i, -1 for none.
func (f quotations) quoteBefore(i int) int {
	d := f.d
	j := i - 1
	for j >= 0 && i-j < 5 && (!d.Ink(j) || d.Quoted[j] < 0 && parting[d.Tokens[j].Text]) {
		j--
	}
	if j >= 0 && d.Quoted[j] >= 0 && d.Paragraph(j) == d.Paragraph(i) {
		return d.Quoted[j]
	}
	return -1
}

// parting are the marks that may stand between a quotation and who said it.
var parting = map[string]bool{",": true, "-": true, "—": true}

// quoteAfter gives the quotation that starts right at or after token i, behind a comma, a colon or "that" at most.
func (f quotations) quoteAfter(i int) int {
	d := f.d
	colon := false
	for n, from := 0, i; n < 4 && i < len(d.Tokens); n++ {
		if d.Quoted[i] >= 0 && d.Ink(i) {
			if !colon && d.Paragraph(i) != d.Paragraph(from-1) {
				return -1
			}
			return d.Quoted[i]
		}
		colon = colon || d.Tokens[i].Text == ":"
		if d.Ink(i) && d.Tokens[i].Text != "," && d.Tokens[i].Text != ":" && d.Lower(i) != "that" {
			return -1
		}
		i++
	}
	return -1
}

// quotedBeside takes the quotation right before or after the attributing words.
func (f quotations) quotedBeside(s *Statement, v int, core [2]int) bool {
	d := f.d
	sent := d.Sentences[d.Sentence[v]]
	if d.Quoted[v] >= 0 {
		return false
	}
	if q := f.quoteBefore(core[0]); q >= 0 && f.closes(q, v, core[0]) {
		r := f.quoteTokens(q)
		if r[0] > sent.First && f.hasVerb(sent.First, r[0]) {
			r[0] = f.left(v, sent.First, sent.First, r[0])[0]
		}
		s.Tokens, s.Confidence = append(s.Tokens, r), 0.95
		return true
	}
	end := f.beforeQuote(v, core[1])
	if q := f.quoteAfter(end); q >= 0 && f.introduces(s.Lemma, end, v) {
		s.Tokens, s.Confidence = append(s.Tokens, f.quoteTokens(q)), 0.95
		return true
	}
	return false
}

// beforeQuote is the end of the attributing words of verb v, at token end or later: addressee, time and manner
// may stand before the quotation.
func (f quotations) beforeQuote(v, end int) int {
	d := f.d
	for _, c := range d.Children[v] {
		if c <= v || d.Right[c] <= end || !besideQuote[d.Tokens[c].Dep] {
			continue
		}
		colon := d.Tokens[c].Dep == "punct" && d.Tokens[c].Text == ":"
		if (colon || d.Quoted[c] < 0) && f.unquoted(end, d.Right[c]) {
			end = d.Right[c]
		}
	}
	return end
}

// besideQuote are the parts of a clause that may stand between its verb and a quotation.
var besideQuote = map[string]bool{
	"dobj": true, "dative": true, "npadvmod": true, "prep": true, "advmod": true, "prt": true, "punct": true,
}

// closes reports whether a quotation before the attributing words belongs to them: it ends in their sentence, or the
// verb has nothing else that was said.
func (f quotations) closes(q, v, core int) bool {
	d := f.d
	r := f.quoteTokens(q)
	if d.Sentence[r[1]-1] == d.Sentence[v] {
		return true
	}
	c, ok := f.words.verbs[d.Lemma(v)]
	if !ok || !c.takes("c") || d.Child(v, "dobj", "ccomp", "xcomp", "attr") >= 0 && !tellAsk[d.Lemma(v)] {
		return false
	}
	after := f.quoteAfter(f.sources().core(v, f.sources().sourceOf(v), -1)[1])
	return after < 0 || after == q
}

func (f sources) sourceOf(v int) int {
	src, _ := f.subject(v)
	return src
}

func (f quotations) unquoted(first, end int) bool {
	for i := first; i < end; i++ {
		if f.d.Quoted[i] >= 0 {
			return false
		}
	}
	return true
}

// introduces reports whether a comma, a colon or the verb itself stands before a quotation, so that it is what was said
// and no mere part of the sentence.
func (f quotations) introduces(lemma string, end, v int) bool {
	d := f.d
	if end < len(d.Tokens) &&
		(d.Tokens[end].Text == "," || d.Tokens[end].Text == ":" || d.Tokens[end-1].Text == ":" ||
			d.Tokens[end-1].Text == ",") {
		return true
	}
	q, ok := f.words.verbs[lemma]
	return ok && q.takes("c") && (end >= len(d.Tokens) || d.Sentence[end] == d.Sentence[v] && d.Tokens[end-1].Text != ".")
}

// clauseBefore stretches a content that is a quotation right before its source over the clause that the quotation ends:
// "They spoke by phone, “to end the crisis,” an official said".
func (f quotations) clauseBefore(s *Statement) {
	d := f.d
	if len(s.Tokens) == 0 || s.CueToken < 0 || s.Tokens[0][1] > s.CueToken || d.Sentence[s.CueToken] < 0 {
		return
	}
	r := &s.Tokens[0]
	first := d.Sentences[d.Sentence[s.CueToken]].First
	q := d.Quoted[r[0]]
	if q < 0 || d.Sentence[r[0]] != d.Sentence[s.CueToken] || r[0]-f.quoteTokens(q)[0] > 1 || r[0] <= first+1 {
		return
	}
	if f.inked(r[1], s.CueToken) > 0 && !(s.SourceToken >= r[1] && s.SourceToken < s.CueToken) {
		return
	}
	if f.unquoted(first, f.quoteTokens(q)[0]) && f.hasVerb(first, r[0]) && !f.says(first, r[0]) {
		r[0] = first
	}
}

// says reports whether a stretch has a verb of saying.
func (f quotations) says(first, end int) bool {
	for i := first; i < end; i++ {
		if f.d.Verb(i) && f.words.Speech(f.d.Lemma(i)) {
			return true
		}
	}
	return false
}

// otherSide adds a quotation on the other side of the attributing words: "A," X said, "B."
func (f quotations) otherSide(s *Statement, v int, core [2]int) {
	d := f.d
	sent := d.Sentences[d.Sentence[v]]
	if d.Quoted[v] >= 0 || len(s.Tokens) == 0 {
		return
	}
	if s.Tokens[0][0] < core[0] {
		end := min(d.Right[v], sent.End)
		for i := core[1]; i < end; i++ {
			if q := d.Quoted[i]; q >= 0 && !s.Holds(i) && i > core[1]-1 && d.Tokens[i].Start <= d.Quotes[q].Start &&
				f.afterComma(i) {
				s.Tokens = append(s.Tokens, f.quoteTokens(q))
				return
			}
		}
		return
	}
	if q := f.quoteBefore(core[0]); q >= 0 && d.Quotes[q].Closed {
		r := f.quoteTokens(q)
		if r[0] < len(d.Tokens) && !s.Holds(r[0]) && d.Sentence[r[1]-1] >= d.Sentence[v]-1 {
			s.Tokens = append(s.Tokens, r)
		}
	}
}

func (f quotations) afterComma(i int) bool {
	for j := i; j > i-3 && j >= 0; j-- {
		if f.d.Tokens[j].Text == "," || f.d.Tokens[j].Text == ":" || f.d.Tokens[j].Text == "." {
			return true
		}
	}
	return false
}

// wholeQuotes stretches contents to the ends of quotations that they begin or end in.
func (f quotations) wholeQuotes(s *Statement) {
	d := f.d
	for k, r := range s.Tokens {
		if r[1] <= r[0] {
			continue
		}
		last := r[1] - 1
		for last > r[0] && !d.Ink(last) {
			last--
		}
		if q := d.Quoted[last]; q >= 0 && d.Quoted[s.CueToken] != q {
			s.Tokens[k][1] = max(r[1], f.quoteTokens(q)[1])
		}
		first := r[0]
		for first < last && !d.Ink(first) {
			first++
		}
		if q := d.Quoted[first]; q >= 0 && d.Quoted[s.CueToken] != q {
			s.Tokens[k][0] = min(r[0], f.quoteTokens(q)[0])
		}
	}
}

func (f view) startsParagraph(i int) bool {
	return i == 0 || f.d.Paragraph(i-1) != f.d.Paragraph(i)
}

func (f view) hasQuote(s Statement) bool {
	for _, r := range s.Tokens {
		if len(quotesIn(f.d, r)) > 0 {
			return true
		}
	}
	return false
}
