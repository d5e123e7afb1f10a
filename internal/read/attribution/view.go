package attribution

import (
	"sayso/internal/read/mention"
	"sayso/internal/read/syntax"
)

// view is one text with its cast and the words of its language. Nothing changes it: what knows statements is the
// finder.
type view struct {
	d     *syntax.Document
	cast  *mention.Cast
	words *Lexicon
}

// The readers of a view answer questions of one kind each. They hold nothing of their own.
type (
	// sources finds the words that name who speaks: the subject of a verb, what stands before or behind it.
	sources struct{ view }
	// quotations finds the marks beside a verb and what they hold.
	quotations struct{ view }
	// cueReader makes a statement of a cue: what the tagger gave, nouns, passives, how far the speaker commits.
	cueReader struct{ view }
	// transcript reads turns of talk: labels, questions and answers, letters with a signature.
	transcript struct{ view }
	// headings reads what stands before a content: lead-ins with a colon, titles of articles.
	headings struct{ view }
	// clauses finds attributing clauses behind or inside what they attribute.
	clauses struct{ view }
	// voices tells who a source is, and through whom the words came.
	voices struct{ view }
)

func (f view) sources() sources       { return sources{f} }
func (f view) quotations() quotations { return quotations{f} }
func (f view) cues() cueReader        { return cueReader{f} }
func (f view) transcript() transcript { return transcript{f} }
func (f view) headings() headings     { return headings{f} }
func (f view) clauses() clauses       { return clauses{f} }
func (f view) voices() voices         { return voices{f} }
func (f view) owners() owners         { return owners{f} }
func (f view) edges() edges           { return edges{f} }
