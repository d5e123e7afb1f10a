package ask

import (
	"slices"
	"strings"
)

// cutSources takes out "according to Kyiv", "as reported by TASS", "per Reuters", "via Telegram".
func (p *preparation) cutSources(words []token) []token {
	var rest []token
	for i := 0; i < len(words); {
		n := p.cutChannel(words, i)
		if n == 0 {
			n = p.cutSource(words, i)
		}
		if n == 0 {
			rest = append(rest, words[i])
			n = 1
		}
		i += n
	}
	return rest
}

// cutSource notes a source that is named at word i behind what leads to it, and gives how many words that is, 0 for
// none.
func (p *preparation) cutSource(words []token, i int) int {
	skip, channel := p.sourceAt(words, i)
	if skip == 0 {
		return 0
	}
	if n := accordingToWhom.length(words[i:]); n > 0 {
		p.toWhom = true
		return n
	}
	after := words[i+skip:]
	if k := leadingReport(after); k > 0 { // the report by Amnesty
		skip, after = skip+k, after[k:]
	}
	n := p.nameLength(after)
	if n == 0 && i > 0 {
		n = p.plainTail(after, 0) // according to dockers
	}
	if end := comma(after); i == 0 && p.leadsWithSource(after, n, end) {
		n = end + 1 // at the beginning, the comma ends it
	}
	if n == 0 {
		return 0
	}
	name := textOf(trim(after[:n]))
	tail := p.sourceTail(after, n, &name)
	if whole := p.plainTail(after, n); tail == 0 && i > 0 && whole > n {
		name, tail = textOf(trim(after[:whole])), whole-n // the harbour office
	}
	n += tail
	if first, second, two := strings.Cut(name, " and "); two {
		name = first // an answer heeds one source
		p.leftOut = append(p.leftOut, "and "+second)
	}
	if channel {
		p.via = name
	} else {
		p.speaker = name
	}
	return skip + n
}

// cutChannel reads where something was said: "on Telegram" behind a name, "in an interview with Bild", "in a speech at
// the UN", which no answer heeds. It gives how many words that is, 0 for none.
func (p *preparation) cutChannel(words []token, i int) int {
	if i < 2 || words[i].opened > 0 {
		return 0
	}
	if n := channelAt(words[i:]); n > 0 && (words[i-1].name || words[i+n-1].name) && words[i].low == "on" {
		via := words[i+n-1 : i+n]
		if i+n < len(words) && accountWords[words[i+n].low] {
			n++
		}
		p.via = textOf(via)
		return n
	}
	if n := interview(words[i:]); n > 0 {
		if k := p.nameLength(words[i+n:]); k > 0 {
			p.via = textOf(trim(words[i+n : i+n+k]))
			return n + k
		}
	}
	end := p.occasionEnd(words, i)
	if end == 0 {
		return 0
	}
	p.leftOut = append(p.leftOut, textOf(words[i:end]))
	return end - i
}

// occasionEnd gives where "in a speech at the UN", "in his first speech" at word i ends, 0 where none begins.
func (p *preparation) occasionEnd(words []token, i int) int {
	k := i + 1
	for k < len(words) && (articles[words[k].low] || possessives[words[k].low]) {
		k++
	}
	if words[i].low != "in" || k == i+1 {
		return 0
	}
	if k+1 < len(words) && !words[k].name && occasions[words[k+1].low] {
		k++ // his first speech
	}
	if k >= len(words) || !occasions[words[k].low] {
		return 0
	}
	end := k + 1
	if end+1 < len(words) && occasionOf[words[end].low] {
		end += 1 + p.nameLength(words[end+1:])
	}
	return end
}

// leadingReport counts the words of "a report by".
func leadingReport(words []token) int {
	n := 0
	for n < len(words) && articles[words[n].low] {
		n++
	}
	if n+2 < len(words) && reportNouns[words[n].low] && byOfFrom[words[n+1].low] {
		return n + 2
	}
	return 0
}

// sourceAt counts the words that lead to a source at word i, 0 for none, and reports whether it is one that things come
// through.
func (p preparation) sourceAt(words []token, i int) (skip int, channel bool) {
	if words[i].opened > 0 {
		return 0, false
	}
	if n := accordingTo.length(words[i:]); n > 0 {
		return n, false
	}
	if n := reportedBy.length(words[i:]); n > 0 {
		return n, true
	}
	switch {
	case i > 2 && words[i-1].comma && begins(words[i:], saysBehindComma) && i+1+p.nameLength(words[i+1:]) == len(words):
		return 1, false
	case opensWith(words[i:], "through") && i > 2:
		return 1, true
	case opensWith(words[i:], "per") && i+1 < len(words) && (words[i+1].name || articles[words[i+1].low]):
		return 1, false
	}
	return 0, false
}

// sourceTail counts the words behind a source's name that belong to it: "defence ministry" behind "Ukraine's",
// "figures" behind "UN". An adjective becomes its country.
func (p preparation) sourceTail(words []token, n int, name *string) int {
	more := 0
	if words[n-1].owner {
		for k := n; k < len(words) && k < n+3; k++ {
			if bodies[words[k].low] {
				*name = textOf(trim(words[:k+1]))
				return k + 1 - n
			}
		}
	}
	if n < len(words) && reportNouns[words[n].low] && words[n].opened == 0 {
		more = 1
	}
	if country := demonyms[*name]; country != "" && (more > 0 || n < len(words) && bodies[words[n].low]) {
		if more == 0 {
			*name += " " + words[n].text
			return 1
		}
		*name = country
	}
	return more
}

// plainTail gives where a source ends whose name has n words for sure: with the question, where only plain words are
// left that are no verb, as of the harbour office, the UN refugee agency, dockers.
func (p *preparation) plainTail(words []token, n int) int {
	if len(words) > longestName || n > 0 && words[n-1].comma {
		return n
	}
	for k := n; k < len(words); k++ {
		w := words[k]
		ends := w.opened > 0 || w.comma && k+1 < len(words)
		if ends || w.name || asks[w.low] || !telling(w) || len(p.lex.find(words, k)) > 0 {
			return n
		}
	}
	return len(words)
}

// nameLength counts the words of the name at the beginning.
func (g grammar) nameLength(words []token) int {
	for n := 0; n < len(words) && n < longestName; n++ {
		if !g.goesOn(words, n) {
			return n
		}
		if words[n].comma {
			return n + 1
		}
	}
	return min(len(words), longestName)
}

// goesOn reports whether word n belongs to the name that the words begin with.
func (g grammar) goesOn(words []token, n int) bool {
	w := words[n]
	switch {
	case pronouns[w.low] || doForms[w.low] || haveForms[w.low] || beForms[w.low]:
		return false
	case w.name || w.opened > 0 || !g.cased || channels[w.low]:
		return true
	case n == 0:
		return articles[w.low] || possessives[w.low]
	}
	within := inName[w.low] && n+1 < len(words) && words[n+1].name && !onChannel[w.low]
	return within || articles[words[n-1].low]
}

// comma finds the first word with a comma behind it, -1 for none.
func comma(words []token) int { return slices.IndexFunc(words, func(w token) bool { return w.comma }) }

// leadsWithSource reports whether a source at the beginning of a question goes on to the comma at end. n words of it
// are its name for sure.
func (p preparation) leadsWithSource(words []token, n, end int) bool {
	if end < 0 || end >= longestName || n > end || has(words[:end+1], pronouns) {
		return false
	}
	return n > 0 || !p.cased
}
