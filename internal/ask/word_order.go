package ask

import (
	"slices"
)

// inFront puts the words that ask in front, where the readers look for them: "Putin met whom" is "whom Putin met", "to
// whom did Germany supply weapons" is "whom did Germany supply weapons to".
func inFront(words []token) []token {
	if len(words) < 3 {
		return words
	}
	if leadingTo[words[0].low] && asksWhom[words[1].low] {
		return slices.Concat(words[1:], []token{newToken(words[0].low)})
	}
	if noun := nounInFront(words); noun != nil {
		return noun
	}
	at := indexIn(words, asksInside)
	if at < 2 || asksInFront(words[0]) || !asksThere(words, at) {
		return words
	}
	if words[at-1].low == "by" {
		return passiveByWhom(words, at)
	}
	end := at + 1
	if words[at].low == "which" {
		end = min(at+2, len(words))
	}
	return slices.Concat(words[at:end], words[:at], words[end:])
}

// mostAskedWords is how many words name a thing that is asked for: which eastern European country.
const mostAskedWords = 4

// mostWordsBefore is how many words may stand before it; what is longer has clauses of its own.
const mostWordsBefore = 8

// nounInFront puts a thing that is asked for late in a statement in front: "Germany sent tanks to which country" is
// "which country Germany sent tanks to", "Putin met which leader in Sochi" is "which leader Putin met in Sochi". It
// gives nil where there is none.
func nounInFront(words []token) []token {
	at := indexIn(words, lateNouns)
	if at < 2 || at > mostWordsBefore || asksInFront(words[0]) {
		return nil
	}
	if last := words[at-1]; last.comma || last.low == "by" {
		return nil
	}
	end := at + 1
	for end < len(words) && !connectors[words[end].low] {
		if !nounWord(words[end]) {
			return nil
		}
		end++
	}
	if end == at+1 || end > at+mostAskedWords || words[end-1].name {
		return nil
	}
	before, behind := words[:at], words[end:]
	if connectors[before[at-1].low] {
		before, behind = words[:at-1], append(slices.Clone(behind), before[at-1])
	}
	return slices.Concat(words[at:end], direct(before), behind)
}

// nounWord reports whether a word may stand in what names a thing that is asked for: no verb, no pronoun.
func nounWord(w token) bool {
	verb := isAuxiliary(w.low) || participle(w.low) || sayVerbs[w.low] && !askingNouns[w.low]
	return !verb && !pronouns[w.low] && w.opened == 0
}

// asksInFront reports whether a first word asks itself, or begins no name.
func asksInFront(first token) bool {
	low := first.low
	if isAuxiliary(low) || connectors[low] && !articles[low] || everythingWords[low] {
		return true
	}
	return asks[low] || askingNouns[low] || everybody[low] || sayNouns[low]
}

// asksThere reports whether the word at asks for a part of the clause, and begins no clause of its own.
func asksThere(words []token, at int) bool {
	if connectors[words[at-1].low] && words[at-1].low != "by" {
		return false
	}
	last := at == len(words)-1
	return !(words[at].low == "which" && at+2 < len(words)) && (last || !whenWho[words[at].low])
}

// passiveByWhom writes "Russia recognized by whom" as "Russia was recognized by whom".
func passiveByWhom(words []token, at int) []token {
	if has(words, beForms) {
		return words
	}
	for i := 1; i < at; i++ {
		if !words[i].name && participle(words[i].low) {
			return slices.Insert(slices.Clone(words), i, newToken("was"))
		}
	}
	return words
}

// cutSayer takes out who is said to say so: "how many troops does Ukraine say Russia lost" is "how many troops Russia
// lost", according to Ukraine.
func (p *preparation) cutSayer(words []token) []token {
	if len(words) == 0 || !asks[words[0].low] || p.speaker != "" {
		return words
	}
	i, j := sayerAt(words)
	if i == 0 {
		return words
	}
	rest := words[j+1:]
	if rest[0].low == "that" && len(rest) > 1 {
		rest = rest[1:]
	}
	who := p.phrase(words[i+1 : j])
	n := p.nameLength(rest)
	noClause := connectors[rest[0].low] || anything[rest[0].low] || rest[0].low == "out" ||
		n < len(rest) && aboutWords[rest[n].low] // tell Reuters about deaths
	if !who.named(p.cased) || noClause || !p.hasDeed(rest) {
		return words
	}
	p.speaker = who.text
	if pronouns[rest[0].low] { // how many soldiers does Ukraine say it lost
		rest = slices.Concat(words[i+1:j], rest[1:])
	}
	if len(p.lex.find(rest, 0)) > 0 || p.lex.counting[rest[0].stem] != nil {
		return append(words[:i:i], rest...) // who, does Le Monde say, attacked it
	}
	return slices.Concat(words[:i], []token{newToken("did")}, rest)
}

// sayerAt finds "does Ukraine say" inside a question: where the auxiliary and the verb of saying stand, 0 for none.
func sayerAt(words []token) (auxiliary, verb int) {
	i := 1
	for i < len(words) && (words[i].name || !doForms[words[i].low] && !haveForms[words[i].low]) {
		i++
	}
	for j := i + 2; j < len(words)-1 && j < i+7; j++ {
		if !words[j].name && (sayVerbs[words[j].low] || estimates[words[j].low]) {
			return i, j
		}
	}
	return 0, 0
}

// givenTo puts "gave Ukraine weapons" in the order that the vocabulary knows: "gave weapons to Ukraine". It gives nil
// where there is nothing to order.
func (g grammar) givenTo(words []token) []token {
	for i, w := range words {
		if !givingStems[w.stem] && g.lex.countingVaguely[w.stem] == nil || w.opened > 0 ||
			w.name && i > 0 {
			continue
		}
		for k := i + 2; k < len(words); k++ {
			if words[k].name && g.cased || connectors[words[k].low] {
				continue
			}
			said := slices.Concat(words[:i+1], words[k:], []token{newToken("to")}, words[i+1:k])
			for _, m := range g.lex.find(said, i) {
				if m.end == i+2+len(words)-k {
					return said
				}
			}
		}
	}
	return nil
}
