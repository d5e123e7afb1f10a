package ask

import "slices"

// paraphrased puts a question in words that are read: what it leaves out is put in, and what it says in a roundabout
// way is said straight.
func (p *preparation) paraphrased(words []token) []token {
	return p.withRelative(p.successorOf(refusing(words)))
}

// refusing puts "won't" as refusing to: who won't | recognise Kosovo.
func refusing(words []token) []token {
	for i := 1; i+1 < len(words); i++ {
		if !unwilling[words[i].low] || words[i].opened > 0 {
			continue
		}
		return slices.Concat(words[:i], []token{newToken("refused"), newToken("to")}, words[i+1:])
	}
	return words
}

// successorOf puts who came to an office after somebody as who succeeded him: who became energy minister after Jane
// Roe.
func (p *preparation) successorOf(words []token) []token {
	n := comesToOffice.length(words)
	after := indexOf(words, "after")
	if n == 0 || after <= n || after+1 >= len(words) {
		return words
	}
	office, before := words[n:after], words[after+1:]
	if !p.phrase(before).named(p.cased) || p.cased && !nameAhead(before) {
		return words
	}
	return slices.Concat([]token{words[0], newToken("succeeded")}, before, []token{newToken("as")}, trim(office))
}

// withRelative puts in what a question for those to whom somebody did something leaves out: the ministers | Liz Truss
// sacked, which diplomats | the Netherlands threw out, number of pupils | Boko Haram abducted.
func (p *preparation) withRelative(words []token) []token {
	noun, asking := 0, []token{newToken("which")}
	switch {
	case begins(words, numberOf):
		noun, asking = 2, []token{newToken("how"), newToken("many")}
	case begins(words, whichOrWhat), opensWith(words, "the"):
		noun = 1
	case !p.shorter:
		return words
	}
	name := noun
	for name < len(words) && name-noun < 4 && !words[name].name && !grammatical(words[name].low) {
		name++
	}
	verb := p.nameEnds(words, name)
	if name == noun || verb == name || verb >= len(words) || len(p.lex.find(words, verb)) == 0 {
		return words
	}
	return slices.Concat(asking, words[noun:name], []token{newToken("did")}, words[name:])
}

// nameEnds is where the name ends that begins at a word, behind an article or not: as it begins where none does. In
// lower-case letters it is one word behind an article.
func (p *preparation) nameEnds(words []token, at int) int {
	end := at
	if end < len(words) && articles[words[end].low] {
		end++
		if !p.cased {
			return end + 1
		}
	}
	for end < len(words) && words[end].name {
		end++
	}
	if end > at && (words[end-1].owner || !words[end-1].name) {
		return at
	}
	return end
}

// grammatical reports whether a word stands in no row of nouns.
func grammatical(low string) bool {
	for _, list := range []map[string]bool{relatives, connectors, comparing, articles, asks} {
		if list[low] {
			return true
		}
	}
	return isAuxiliary(low)
}
