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
	first := words[0].low
	grammar := isAuxiliary(first) || connectors[first] && !articles[first]
	if asks[first] || grammar || askingNouns[first] || everybody[first] || first == "everything" {
		return words
	}
	at := indexIn(words, asksInside)
	last := at == len(words)-1
	switch {
	case at < 2 || connectors[words[at-1].low] && words[at-1].low != "by" || sayNouns[words[0].low]:
		return words
	case words[at].low == "which" && at+2 < len(words) || whenWho[words[at].low] && !last:
		return words
	case words[at-1].low == "by":
		if has(words, beForms) {
			return words
		}
		for i := 1; i < at; i++ {
			if !words[i].name && participle(words[i].low) {
				return slices.Insert(slices.Clone(words), i, newToken("was")) // Russia recognized by whom
			}
		}
		return words
	}
	end := at + 1
	if words[at].low == "which" {
		end = min(at+2, len(words))
	}
	return slices.Concat(words[at:end], words[:at], words[end:])
}

// cutSayer takes out who is said to say so: "how many troops does Ukraine say Russia lost" is "how many troops Russia
// lost", according to Ukraine.
func (r *request) cutSayer(words []token) []token {
	if len(words) == 0 || !asks[words[0].low] || r.speaker != "" {
		return words
	}
	for i := 1; i < len(words); i++ {
		if !doForms[words[i].low] && !haveForms[words[i].low] || words[i].name {
			continue
		}
		for j := i + 2; j < len(words)-1 && j < i+7; j++ {
			if !sayVerbs[words[j].low] && !estimates[words[j].low] || words[j].name {
				continue
			}
			rest := words[j+1:]
			if rest[0].low == "that" && len(rest) > 1 {
				rest = rest[1:]
			}
			who := phraseOf(words[i+1:j], r.cased)
			noClause := connectors[rest[0].low] || anything[rest[0].low] || rest[0].low == "out"
			if !who.named(r.cased) || noClause || !r.hasDeed(rest) {
				return words
			}
			r.speaker = who.text
			if pronouns[rest[0].low] { // how many soldiers does Ukraine say it lost
				rest = slices.Concat(words[i+1:j], rest[1:])
			}
			if len(r.lex.find(rest, 0)) > 0 || r.lex.counting[rest[0].stem] != nil {
				return append(words[:i:i], rest...) // who, does Le Monde say, attacked it
			}
			return slices.Concat(words[:i], []token{newToken("did")}, rest)
		}
		return words
	}
	return words
}

// hasDeed reports whether words hold a verb of the vocabulary.
func (r request) hasDeed(words []token) bool {
	for i, w := range words {
		if w.opened == 0 && !(w.name && r.cased) && (len(r.lex.find(words, i)) > 0 || r.lex.counting[w.stem] != nil) {
			return true
		}
	}
	return false
}

// givenTo puts "gave Ukraine weapons" in the order that the vocabulary knows: "gave weapons to Ukraine". It gives nil
// where there is nothing to order.
func (r request) givenTo(words []token) []token {
	for i, w := range words {
		if !givingStems[w.stem] && r.lex.countingVaguely[w.stem] == nil || w.opened > 0 ||
			w.name && i > 0 {
			continue
		}
		for k := i + 2; k < len(words); k++ {
			if words[k].name && r.cased || connectors[words[k].low] {
				continue
			}
			said := slices.Concat(words[:i+1], words[k:], []token{newToken("to")}, words[i+1:k])
			for _, m := range r.lex.find(said, i) {
				if m.end == i+2+len(words)-k {
					return said
				}
			}
		}
	}
	return nil
}
