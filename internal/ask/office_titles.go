package ask

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// addPosts notes what a post may be called ("prosecutor of") where the vocabulary does not have it.
func (l *lexicon) addPosts(all []kg.Predicate) {
	for _, p := range all {
		if p.Asking.Has(kg.Post) {
			l.posts = append(l.posts, p.ID)
		}
		for _, noun := range entriesOf("postNouns") {
			if p.Asking.Has(kg.Office) && len(l.phrases[keyOf(append(strings.Fields(noun), "of"))]) == 0 {
				l.add(noun+" of", sense{id: p.ID})
			}
		}
	}
}

// anyPost gives the predicates of a question for an office together with the others that somebody may hold a post by:
// the president of Peru holds office there, and the president of Harvard leads it.
func (l *lexicon) anyPost(q Question) []kg.PredicateID {
	if len(q.Predicates) != 1 || !l.is(q.Predicates[0], kg.Office) || q.About == "" {
		return q.Predicates
	}
	out := slices.Clone(q.Predicates)
	for _, id := range l.posts {
		if id != out[0] {
			out = append(out, id)
		}
	}
	return out
}

// longestTitle is how many words a title has at most: deputy foreign minister.
const longestTitle = 3

// officeFirst puts "who is the Australian Prime Minister", "who was Labour leader" and "who is the Prime Minister of
// Peru" as "who is prime minister of" with whose office it is. A title before a name is a part of that: Prime Minister
// Modi.
func (l *lexicon) officeFirst(words []token) []token {
	if been := slices.IndexFunc(words, func(w token) bool { return w.low == "been" }); been > 0 {
		words = slices.Concat(words[:been+1], l.titleOf(words[been+1:])) // has she ever been Chairman of
	}
	if len(words) < 4 || words[0].low != "who" || !beForms[words[1].low] && !becameForms[words[1].low] {
		return words
	}
	rest := trim(words[2:])
	if titled := l.titleOf(rest); len(rest) > 0 && titled[0].text != rest[0].text {
		return slices.Concat(words[:2], titled)
	}
	for n := min(longestTitle, len(rest)-1); n > 0; n-- {
		title := rest[len(rest)-n:]
		if !l.isTitle(title) || endsName(words[2:], title) {
			continue
		}
		if which, whose := holder(rest[:len(rest)-n]); whose != nil {
			office := slices.Concat([]token{newToken("the")}, lowered(which), lowered(title), []token{newToken("of")})
			return slices.Concat(words[:2], office, whose)
		}
	}
	return words
}

// endsName reports whether a title is as likely the surname of somebody as an office: Julie Bishop, but not the
// Catholic Bishop or Sydney's bishop.
func endsName(words, title []token) bool {
	before := words[:len(words)-len(title)]
	if len(before) == 0 || !title[0].name || !surnamesToo[title[0].low] {
		return false
	}
	last := before[len(before)-1]
	return !articles[before[0].low] && !last.owner && demonyms[last.text] == ""
}

// titleOf writes the title in lower case with which words begin, before "of".
func (l *lexicon) titleOf(words []token) []token {
	for n := min(longestTitle, len(words)-2); n > 0; n-- {
		if words[n].low == "of" && l.isTitle(words[:n]) {
			return slices.Concat(lowered(words[:n]), words[n:])
		}
	}
	return words
}

// isTitle reports whether words are what somebody is of something: prime minister, boss.
func (l *lexicon) isTitle(words []token) bool {
	if slices.ContainsFunc(words, func(w token) bool { return w.opened > 0 || w.owner }) {
		return false
	}
	return len(l.phrases[keyOf(append(strings.Fields(lowerText(words)), "of"))]) > 0
}

// holder parts the words before a title into those that say which it is and those that say whose: Russia's Foreign |
// Minister. whose is nil where they do not say.
func holder(words []token) (which, whose []token) {
	n := len(words)
	for n > 0 && portfolios[words[n-1].low] && !words[n-1].owner && !(n > 1 && begins(words[n-2:n], officeSeats)) {
		n--
	}
	which, whose = words[n:], slices.Clone(words[:n])
	if n == 0 || slices.ContainsFunc(whose, func(w token) bool { return !w.name }) {
		return nil, nil
	}
	if state := demonyms[whose[0].text]; state != "" && n == 1 {
		return which, tokenize(state)
	}
	whose[n-1].text, whose[n-1].owner = textOf(whose[n-1:]), false
	return which, whose
}

// lowered writes words in lower case, so that they are no names.
func lowered(words []token) []token {
	out := make([]token, len(words))
	for i, w := range words {
		out[i] = newToken(w.low)
	}
	return out
}

// titleBegin gives where the words for an office begin that go on at word end: "interior" in "the interior minister of
// France".
func titleBegin(words []token, end int) int {
	at := end
	for at > 0 && qualifies(words[at-1]) {
		at--
	}
	if at > 0 && (articles[words[at-1].low] || beForms[words[at-1].low]) {
		return at
	}
	return end
}

// qualifies reports whether a word may say which office is meant.
func qualifies(w token) bool {
	grammar := articles[w.low] || isAuxiliary(w.low) || asks[w.low] || becoming[w.low]
	return !w.name && w.opened == 0 && !grammar && !judging[w.low]
}

// office parts what stands behind "minister of" where that goes on with the state: minister of defence | of Peru.
func (g grammar) office(object, title []token) (of phrase, office string) {
	object = bare(object)
	if at := indexOf(object, "of"); at > 0 && at+1 < len(object) && !(g.cased && object[0].name) {
		return g.phrase(object[at+1:]), textOf(trim(title[:len(title)-1])) + " of " + textOf(object[:at])
	}
	return g.phrase(object), textOf(trim(title[:len(title)-1])) // which office: president
}

// officeOf puts "is Putin's spokesman" as "is spokesman of Putin", which the vocabulary knows; nil where nobody is
// owned.
func officeOf(rest []token) []token {
	if len(rest) < 3 || !beForms[rest[0].low] {
		return nil
	}
	at := slices.IndexFunc(rest, func(w token) bool { return w.owner })
	if at < 1 || at+1 >= len(rest) || has(rest[1:], connectors) {
		return nil
	}
	owner := slices.Clone(rest[1 : at+1])
	owner[at-1].text, owner[at-1].owner = textOf(rest[at:at+1]), false
	return slices.Concat(rest[:1], rest[at+1:], []token{newToken("of")}, owner)
}
