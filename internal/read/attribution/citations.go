package attribution

import (
	"slices"

	"sayso/internal/kg"
)

// citations reads "X was quoted as saying by the agency" and "the agency quoted X as saying", with the words behind or
// before, in place of whatever the tagger made of them: the words are X's, via the agency.
func (f *finder) citations() {
	for v := range f.d.Tokens {
		if !citing[f.d.Lemma(v)] || !f.d.Verb(v) || f.d.Quoted[v] >= 0 || !f.readable(v) {
			continue
		}
		saying := f.sayingBehind(v)
		if saying < 0 {
			continue
		}
		s, ok := f.quotations().citation(v, saying)
		if !ok {
			continue
		}
		f.found = slices.DeleteFunc(f.found, func(o Statement) bool {
			return o.CueToken >= v && o.CueToken <= saying || o.Main == v
		})
		f.found = append(f.found, s)
	}
}

// citation reads the statement of verb v, whose "saying" is given; false where the words around it are not plain.
func (f quotations) citation(v, saying int) (Statement, bool) {
	d := f.d
	end, passive := v, d.Lemma(v-1) == "be"
	if passive {
		end = v - 1
	}
	before := f.phraseBefore(end)
	if !f.nounPhrase(before[0], before[1]) {
		return Statement{}, false
	}
	source, outlet, from := before, [2]int{v + 1, saying - 1}, saying+1
	if !passive {
		source, outlet = outlet, before
		if !f.nounPhrase(source[0], source[1]) {
			return Statement{}, false
		}
	} else if d.Lower(saying+1) == "by" && d.Child(saying+1, "pobj") >= 0 {
		outlet = [2]int{saying + 2, max(d.Right[d.Child(saying+1, "pobj")], saying+3)}
		from = outlet[1]
	}
	content, ok := f.citedWords(from, before[0], v)
	if !ok {
		return Statement{}, false
	}
	s := Statement{
		Kind:        kg.Speech,
		Modality:    kg.Asserted,
		CueToken:    v,
		Main:        v,
		Lemma:       d.Lemma(v),
		Confidence:  0.8,
		SourceToken: f.headOf(source),
		Source:      []kg.Span{d.Trimmed(source[0], source[1])},
		Cue:         f.citingCue(end, v, saying),
		Tokens:      [][2]int{content},
	}
	for i := outlet[0]; i < outlet[1]; i++ {
		if name, ok := f.voices().outletOf(i); ok {
			s.addVia(name)
		}
	}
	f.wholeQuotes(&s)
	s.Root = f.root(s)
	return s, true
}

// citingCue is the cue of a citation, in one piece where nothing stands inside: "was quoted as saying".
func (f quotations) citingCue(first, v, saying int) []kg.Span {
	if v+2 == saying {
		return []kg.Span{f.d.Span(first, saying+1)}
	}
	return []kg.Span{f.d.Span(first, v+1), f.d.Span(saying-1, saying+1)}
}

// phraseBefore is what stands before token end, back to a mark or the start of the sentence.
func (f quotations) phraseBefore(end int) [2]int {
	d := f.d
	first, start := end, d.Sentences[d.Sentence[end]].First
	for first > start && d.Ink(first-1) && d.Tokens[first-1].Pos != "PUNCT" && d.Quoted[first-1] < 0 {
		first--
	}
	return [2]int{first, end}
}

// citedWords finds what somebody is quoted with: a clause or a quotation behind token from, else what stands before the
// token first in the sentence of verb v, or the quotation that ends there.
func (f quotations) citedWords(from, first, v int) ([2]int, bool) {
	d := f.d
	sent := d.Sentences[d.Sentence[v]]
	for from < sent.End && (d.Tokens[from].Text == "," || d.Tokens[from].Text == ":" || !d.Ink(from)) {
		from++
	}
	behind := [2]int{from, f.sentenceEnd(sent.End)}
	if behind[0] < behind[1] && (f.asserts(behind) || !f.unquoted(behind[0], behind[1])) {
		return behind, true
	}
	if q := f.quoteBefore(first); q >= 0 && f.quoteTokens(q)[0] <= sent.First {
		return f.quoteTokens(q), true
	}
	for first > sent.First && (!d.Ink(first-1) || d.Tokens[first-1].Text == ",") {
		first--
	}
	before := [2]int{sent.First, first}
	return before, before[0] < before[1] && f.asserts(before)
}

// headOf is the head of the name that a stretch is or ends with before any preposition, or its top where it has none:
// "a source close to X" is not X.
func (f quotations) headOf(r [2]int) int {
	end := r[0]
	for end < r[1] && f.d.Tokens[end].Tag != "IN" && f.d.Tokens[end].Tag != "TO" {
		end++
	}
	for i := end - 1; i >= r[0]; i-- {
		if k := f.cast.At[i]; k >= 0 {
			return f.cast.Mentions[k].Head(f.d)
		}
	}
	return f.top([][2]int{r})
}
