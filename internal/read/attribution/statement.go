package attribution

import (
	"slices"
	"sort"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
	"sayso/internal/read/mention"
	"sayso/internal/read/syntax"
)

// Statement is an attributed statement with the tokens it was read from.
type Statement struct {
	Source, Cue, Content []kg.Span
	Quotes               []kg.Span
	Kind                 kg.StatementKind
	Speaker              string
	Via                  []string
	Modality             kg.Modality
	Confidence           float64

	CueToken    int      // the verb or noun that attributes, -1 for a quotation without one
	Main        int      // the verb of the attributing clause, CueToken unless that is a noun
	SourceToken int      // head of the source, -1 for none
	Tokens      [][2]int // the content in tokens
	Root        int      // head of the content's main clause, -1 when it has none
	Lemma       string   // of the cue

	through int // one more than the cue of whoever passes the words on, 0 for nobody
}

// sameAs reports whether two cues of one clause, such as "was quoted" and "saying", brought the same words.
func (s Statement) sameAs(o Statement) bool {
	return s.Main == o.Main && slices.Equal(s.Tokens, o.Tokens)
}

// Result is the statements of a text, in the order of their contents.
type Result struct {
	Cast       *mention.Cast
	Statements []Statement
	Words      *Lexicon

	inner []int // per token, the smallest utterance that covers it, -1 for none
}

// NewResult gives the statements of a text that a language's own rules found, in the order of their contents.
func NewResult(cast *mention.Cast, statements []Statement) *Result {
	r := &Result{Cast: cast, Statements: statements}
	r.index()
	return r
}

// index works out which utterance each token stands in, the innermost where they nest.
func (r *Result) index() {
	r.inner = make([]int, len(r.Cast.Doc.Tokens))
	for i := range r.inner {
		r.inner[i] = -1
	}
	for k, s := range r.Statements {
		if s.Kind != kg.Speech {
			continue
		}
		for _, t := range s.Tokens {
			for i := t[0]; i < t[1]; i++ {
				if have := r.inner[i]; have < 0 || s.size() < r.Statements[have].size() {
					r.inner[i] = k
				}
			}
		}
	}
}

// Read gives the statement as readers print it.
func (s Statement) Read() kg.ReadStatement {
	return kg.ReadStatement{
		Source:     spans(s.Source),
		Cue:        spans(s.Cue),
		Content:    spans(s.Content),
		Quotes:     spans(s.Quotes),
		Kind:       s.Kind,
		Speaker:    s.Speaker,
		Via:        append([]string{}, s.Via...),
		Modality:   s.Modality,
		Claims:     []int{},
		Confidence: s.Confidence,
	}
}

func spans(in []kg.Span) []kg.Span {
	out := []kg.Span{}
	for _, s := range in {
		if s[1] > s[0] {
			out = append(out, s)
		}
	}
	return out
}

// Holds reports whether the content covers token i.
func (s Statement) Holds(i int) bool {
	for _, r := range s.Tokens {
		if i >= r[0] && i < r[1] {
			return true
		}
	}
	return false
}

// Turn reports whether a statement is somebody's turn in a transcript, "Jane Doe: We …", or an answer in an interview.
func (s Statement) Turn(d *syntax.Document) bool {
	if s.CueToken < 0 {
		return s.SourceToken < 0 && s.Speaker != "" && len(s.Quotes) == 0
	}
	return d.Tokens[s.CueToken].Text == ":"
}

func (s Statement) size() int {
	n := 0
	for _, r := range s.Tokens {
		n += r[1] - r[0]
	}
	return n
}

// Innermost gives the index of the smallest statement whose content covers token i, -1 for none. Stances do not hold
// claims.
func (r *Result) Innermost(i int) int { return r.inner[i] }

// Uttered implements settle.Text.
func (r *Result) Uttered(statement int) (root, cue int, m kg.Modality) {
	s := r.Statements[statement]
	return s.Root, s.CueToken, s.Modality
}

// Headline implements settle.Text.
func (r *Result) Headline(token int) bool { return r.Cast.Doc.Kind(token) == layout.Headline }

func (s *Statement) sortTokens() {
	sort.Slice(s.Tokens, func(i, j int) bool { return s.Tokens[i][0] < s.Tokens[j][0] })
	var out [][2]int
	for _, r := range s.Tokens {
		if n := len(out); n > 0 && r[0] <= out[n-1][1] {
			out[n-1][1] = max(out[n-1][1], r[1])
			continue
		}
		out = append(out, r)
	}
	s.Tokens = out
}
