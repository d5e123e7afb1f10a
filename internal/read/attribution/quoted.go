package attribution

import "sayso/internal/kg"

// quotedBy corrects "X was quoted by the agency as saying that …" and "…, X was quoted as saying by the agency", where
// all of it was taken for what the agency says: the words are X's, via the agency. They stand behind, or before the
// comma or quotation mark that X follows.
func (f quotations) quotedBy(s *Statement) {
	d, v := f.d, s.CueToken
	if !citing[d.Lemma(v)] || d.Child(v, "auxpass") < 0 {
		return
	}
	x, saying := d.Child(v, "nsubjpass", "nsubj"), f.sayingBehind(v)
	if x < 0 || x > v || saying < 0 || !s.Holds(x) {
		return
	}
	sent := d.Sentences[d.Sentence[v]]
	from := saying + 1
	for i := v + 1; i <= saying+1 && i < sent.End; i++ {
		o := d.Child(i, "pobj")
		if d.Lower(i) != "by" || o < 0 {
			continue
		}
		if k := f.cast.At[o]; k >= 0 {
			s.addVia(f.cast.Mentions[k].Name)
		}
		if i == from {
			from = max(d.Right[o], o+1)
		}
	}
	source := [2]int{d.Left[x], min(max(d.Right[x], x+1), v)}
	content := [2]int{from, f.sentenceEnd(sent.End)}
	if f.inked(content[0], content[1]) == 0 {
		end := source[0]
		if end <= sent.First+1 || d.Tokens[end-1].Pos != "PUNCT" {
			return
		}
		if d.Quoted[end-1] < 0 {
			end--
		}
		content = [2]int{sent.First, end}
	}
	s.Tokens, s.SourceToken, s.Source = [][2]int{content}, x, []kg.Span{d.Trimmed(source[0], source[1])}
	s.Cue = []kg.Span{d.Span(d.Child(v, "auxpass"), v+1), d.Span(saying-1, saying+1)}
}

// sayingBehind finds the "saying" of "quoted … as saying" in the sentence of v; -1 for none.
func (f view) sayingBehind(v int) int {
	d := f.d
	for i := v + 1; i < min(v+16, len(d.Tokens)-1); i++ {
		if d.Lower(i) == "as" && asSaying[d.Lower(i+1)] && d.Sentence[i] == d.Sentence[v] {
			return i + 1
		}
	}
	return -1
}
