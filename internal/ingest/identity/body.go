package identity

import (
	"slices"
	"strings"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/search"
)

// body is the name of an organization or a place in parts.
type body struct {
	core   []part   // its words without the legal form
	legal  []string // the legal forms, each in one way to write it
	joined part     // the core without blanks
	short  string   // the first letters of its words, where it has three or more
}

// parseBody takes the name of an organization apart.
func parseBody(name string) body {
	var b body
	words := b.withoutLegal(wordsOfBody(ownLatin(name)))
	initials := ""
	var joined strings.Builder
	for _, word := range words {
		p := newPart(word)
		b.core = append(b.core, p)
		if !tables().small[word] {
			initials += string(firstRune(inLatin(word)))
		}
		joined.WriteString(word)
	}
	b.joined = newPart(joined.String())
	if len([]rune(initials)) > 2 {
		b.short = initials
	}
	return b
}

// wordsOfBody cuts a name into folded words, & written out; "SiemensAG" is two.
func wordsOfBody(name string) []string {
	t := tables()
	var out []string
	for _, word := range strings.Fields(strings.ReplaceAll(name, "&", " & ")) {
		if stem, form, ok := gluedForm(word); ok {
			out = append(out, stem, form)
			continue
		}
		for _, w := range strings.Fields(fold(word)) {
			if to, ok := t.equal[w]; ok {
				w = to
			}
			out = append(out, w)
		}
	}
	if len(out) > 1 && out[0] == "the" {
		out = out[1:]
	}
	return out
}

// fold is kg.FoldName that keeps & and leaves apostrophes out.
func fold(word string) string {
	if word == "&" {
		return word
	}
	return strings.ReplaceAll(kg.FoldName(strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")), "'", "")
}

// gluedForm splits a legal form in capitals off a word in small letters.
func gluedForm(word string) (stem, form string, ok bool) {
	runes := []rune(word)
	at := len(runes)
	for at > 0 && unicode.IsUpper(runes[at-1]) {
		at--
	}
	if at < 3 || at == len(runes) || !unicode.IsLower(runes[at-1]) {
		return "", "", false
	}
	form = strings.ToLower(string(runes[at:]))
	return fold(string(runes[:at])), form, tables().legal[form] != ""
}

// withoutLegal takes legal forms off both ends, longest first; one word at least stays.
func (b *body) withoutLegal(words []string) []string {
	for found := true; found && len(words) > 1; {
		found = false
		for n := min(5, len(words)-1); n > 0 && !found; n-- {
			for _, at := range []int{len(words) - n, 0} {
				form, ok := tables().legal[strings.Join(words[at:at+n], " ")]
				if !ok || at == 0 && n == 1 && len([]rune(words[0])) < 3 && scriptOf(words[0]) == latinScript {
					continue
				}
				b.legal = append(b.legal, strings.Fields(form)...)
				words = slices.Delete(slices.Clone(words), at, at+n)
				for len(words) > 1 && words[len(words)-1] == "and" { // "& Co."
					words = words[:len(words)-1]
				}
				found = true
				break
			}
		}
	}
	return words
}

// compareBodies compares the names of two organizations.
func compareBodies(x, y body) agreement {
	var a agreement
	switch {
	case numbers(x.core) != numbers(y.core):
		return a
	case x.joined.normal == y.joined.normal && len(x.joined.skeleton) > 1:
		a.note(sameForm, "the names agree across spellings")
	case sameWords(x.core, y.core):
		a.note(sameForm-0.4, "the names agree but for small words")
	case isShort(x, y) || isShort(y, x):
		a.note(0.3, "one is the initials of the other")
	case misspeltBodies(x, y):
		a.capped = true
		a.note(sameForm-2, "the names are a letter or two apart")
	default:
		return a
	}
	a.ok = true
	switch {
	case len(x.legal) == 0 && len(y.legal) == 0:
	case len(x.legal) == 0 || len(y.legal) == 0:
		a.note(-0.5, "only one has a legal form")
	case len(shared(x.legal, y.legal)) == 0:
		a.note(-1.5, "the legal forms differ")
	}
	return a
}

// numbers gives the words of a name that are numbers, Roman ones too: a fund I is no fund II.
func numbers(core []part) string {
	var out []string
	for _, p := range core {
		if strings.ContainsAny(p.text, "0123456789") || len(core) > 1 && strings.Trim(p.text, "ivx") == "" {
			out = append(out, p.text)
		}
	}
	return strings.Join(out, " ")
}

func sameWords(x, y []part) bool {
	list := func(core []part) (out []string) {
		for _, p := range core {
			if !tables().small[p.text] {
				out = append(out, p.normal)
			}
		}
		return out
	}
	a, b := list(x), list(y)
	return len(a) > 0 && slices.Equal(a, b)
}

// isShort reports whether a is one word made of the first letters of b's.
func isShort(a, b body) bool {
	return len(a.core) == 1 && len(a.core[0].text) > 2 && a.core[0].text == b.short
}

// misspeltBodies reports whether the names are a letter or two apart: as a whole, or word by word, one in three at
// most.
func misspeltBodies(x, y body) bool {
	if len(x.core) != len(y.core) {
		return min(len(x.core), len(y.core)) > 1 && misspelling(x.joined, y.joined) == misspelt
	}
	misspellings := 0
	for i := range x.core {
		switch l := compareWords(x.core[i], y.core[i], nil); {
		case l == misspelt || l == alike, l == differ && len(x.joined.latin) > 9 &&
			search.Distance(x.joined.latin, y.joined.latin, 1) == 1:
			misspellings++
		case l < alike:
			return false
		}
	}
	return 3*misspellings <= max(3, len(x.core))
}
