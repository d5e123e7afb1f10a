package ask

// grammar reads stretches of words with a vocabulary: names, clauses, who owns what. It knows nothing of the question
// that they stand in but whether that writes names with upper-case letters.
type grammar struct {
	lex   *lexicon
	cased bool // see isCased
}

// phrase reads what is left between words of grammar.
func (g grammar) phrase(words []token) phrase { return phraseOf(words, g.cased) }
