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
	if name == "" {
		if name = f.transcript().opening(); name == "" || !f.transcript().answeredBySelf(questions) {
			return nil
		}
	}
	if !f.transcript().saysInterview(start) && !f.transcript().asksYou(questions) {
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
			if seg > k+1 && seg+1 < end && f.transcript().prompt(seg) {
				continue
			}
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

// interviewed is the one person whom titles and text before a position name, "" where they name none or several.
func (f transcript) interviewed(before int) string {
	name := ""
	for _, m := range f.cast.Mentions {
		if m.Span[0] >= before {
			break
		}
		if k := f.d.Kind(m.First); m.Type != kg.Person || k != layout.Body && k != layout.Headline {
			continue
		}
		if name != "" && m.Name != name {
			return ""
		}
		name = m.Name
	}
	return name
}

// answeredBySelf reports whether questions are put to somebody ("you"), and whoever answers speaks of himself behind
// most of them.
func (f transcript) answeredBySelf(questions []int) bool {
	n := 0
	for _, k := range questions {
		if k+1 < len(f.d.Segments) && f.speaksOfSelf(k+1) {
			n++
		}
	}
	return f.asksYou(questions) && 2*n > len(questions)
}

// opening names the person whose name is the subject of the first sentence of the running text and stands at its
// beginning, "" for none: "Jane Roe, 46, taught … She spoke to John Doe."
func (f transcript) opening() string {
	for i := range f.d.Tokens {
		if f.d.Kind(i) != layout.Body || f.d.Segment[i] < 0 {
			continue
		}
		k := f.cast.At[i]
		if k < 0 || f.cast.Mentions[k].Type != kg.Person || f.d.Tokens[f.cast.Mentions[k].Head(f.d)].Dep != "nsubj" {
			return ""
		}
		return f.cast.Mentions[k].Name
	}
	return ""
}

// prompt reports whether a paragraph between two others of an answer is what the interviewer puts in: one sentence that
// says nothing of who speaks, while the next one does.
func (f transcript) prompt(seg int) bool {
	s := f.d.Segments[seg]
	if f.speaksOfSelf(seg) || !f.speaksOfSelf(seg+1) || f.d.Segments[seg+1].Paragraph == s.Paragraph {
		return false
	}
	first, last := f.d.TokenAt(s.Start), f.d.TokenAt(s.End-1)
	return last < len(f.d.Tokens) && f.d.Sentence[first] >= 0 && f.d.Sentence[first] == f.d.Sentence[last]
}

// speaksOfSelf reports whether somebody speaks of himself, or of himself and others, in a segment.
func (f transcript) speaksOfSelf(seg int) bool {
	s := f.d.Segments[seg]
	for i := f.d.TokenAt(s.Start); i < len(f.d.Tokens) && f.d.Tokens[i].Start < s.End; i++ {
		if selves[f.d.Lower(i)] {
			return true
		}
	}
	return false
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

// inTurns gives what "I" and "we" say within a turn to the one whose turn it is: "I told him that …" in an answer.
func (f *finder) inTurns() {
	for k := range f.found {
		s := &f.found[k]
		if s.Speaker != "" || s.SourceToken < 0 || !selves[f.d.Lower(s.SourceToken)] || f.d.Quoted[s.SourceToken] >= 0 {
			continue
		}
		for _, turn := range f.found {
			if turn.Turn(f.d) && turn.Speaker != "" && turn.Holds(s.SourceToken) {
				s.Speaker = turn.Speaker
				break
			}
		}
	}
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
