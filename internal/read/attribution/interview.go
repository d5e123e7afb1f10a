package attribution

import (
	"strings"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

const (
	longestQuestion = 60 // words of a paragraph that is only a question
	fewestQuestions = 2
)

// answers takes the paragraphs behind questions that stand by themselves for the words of the one person whom the text
// names before them, where it says that it is an interview. Behind the last question only one paragraph is an answer
// for sure.
func (f *finder) answers() []Statement {
	questions := f.transcript().questions()
	if len(questions) < fewestQuestions {
		return nil
	}
	start := f.d.Segments[questions[0]].Start
	name := f.transcript().interviewed(start)
	if name == "" || !f.transcript().saysInterview(start) && !f.transcript().asksYou(questions) {
		return nil
	}
	var out []Statement
	for n, k := range questions {
		end := min(k+2, len(f.d.Segments))
		if n+1 < len(questions) {
			end = questions[n+1]
		}
		for seg := k + 1; seg < end; seg++ {
			s := f.d.Segments[seg]
			r := [2]int{f.d.TokenAt(s.Start), f.d.TokenAt(s.End-1) + 1}
			if s.Kind != layout.Body && s.Kind != layout.Headline || r[1] > len(f.d.Tokens) || f.cued(r) {
				continue
			}
			out = append(
				out,
				Statement{Kind: kg.Speech, Modality: kg.Asserted, CueToken: -1, Main: -1, SourceToken: -1, Speaker: name, Root: -1,
					Tokens: [][2]int{r}, Confidence: 0.7, Source: []kg.Span{}},
			)
		}
	}
	return out
}

// questions lists the segments that are a paragraph of nothing but a question, with an answer behind them.
func (f transcript) questions() []int {
	var out []int
	for k, s := range f.d.Segments {
		line := strings.Trim(string(f.d.Text[s.Start:s.End]), "*_# ")
		opens := k == 0 || f.d.Segments[k-1].Paragraph != s.Paragraph || f.d.Segments[k-1].Kind == layout.Meta // "1."
		alone := opens && k+1 < len(f.d.Segments) && f.d.Segments[k+1].Paragraph != s.Paragraph
		told := strings.ContainsAny(line, `".!`) && !(addressed(line) && !strings.ContainsAny(line, `"!`))
		if alone && strings.HasSuffix(line, "?") && !told && len(strings.Fields(line)) <= longestQuestion {
			out = append(out, k)
		}
	}
	return out
}

// asksYou reports whether questions are put to somebody: several say "you", or are set off in bold.
func (f transcript) asksYou(questions []int) bool {
	n := 0
	for _, k := range questions {
		s := f.d.Segments[k]
		bold := strings.Contains(string(f.d.Original[max(s.Start-2, 0):s.Start+1]), "*")
		if addressed(string(f.d.Text[s.Start:s.End])) || bold {
			n++
		}
	}
	return n >= fewestQuestions
}

// addressed reports whether a line speaks to somebody.
func addressed(line string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(line), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if you[w] {
			return true
		}
	}
	return false
}

// saysInterview reports whether the text up to a place says that somebody answers questions.
func (f transcript) saysInterview(end int) bool {
	for i, t := range f.d.Tokens {
		if t.Start >= end {
			break
		}
		if interviews[f.d.Lemma(i)] || interviews[f.d.Lower(i)] {
			return true
		}
	}
	return false
}

// cued reports whether a stretch has a cue of somebody's words outside of quotations, and so is no answer.
func (f *finder) cued(r [2]int) bool {
	for _, s := range f.found {
		if s.Kind == kg.Speech && s.CueToken >= r[0] && s.CueToken < r[1] && len(s.Quotes) == 0 && f.hasQuote(s) {
			return true
		}
	}
	return false
}
