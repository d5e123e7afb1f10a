// Package nlp reads English: it cuts text into tokens and gives each its norm, tag, part of speech, lemma, place in a
// dependency tree and entity label, with the weights of a published pipeline embedded in the program. It may not know
// about actors, claims, files or the network, and it imports nothing else of this project.
package nlp

// Span is a stretch of text: code points from Start up to, not including, End.
type Span struct{ Start, End int }

// Token is one token of a Doc.
type Token struct {
	Text       string // the characters themselves
	Start, End int    // code points into Doc.Text, end-exclusive
	Space      bool   // a single blank follows and belongs to no token
	Norm       string // spelling normalised: lower case, contractions written out, one quotation mark
	Tag        string // Penn Treebank tag, "_SP" for white space
	Pos        string // Universal part of speech
	Lemma      string // dictionary form
	Dep        string // label of the arc from Head, "ROOT" for a root
	Head       int    // index of the head in Doc.Tokens; the token itself for a root
	SentStart  bool   // first token of a sentence
	Ent        string // "B-PERSON", "I-GPE" and so on; "O" outside of entities
}

// Doc is an analysed text.
type Doc struct {
	// Text is the text that was analysed; bytes that were not valid UTF-8 are replaced, one U+FFFD each.
	Text   string
	Tokens []Token
}
