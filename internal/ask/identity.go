package ask

import (
	"slices"
	"strconv"
	"strings"
)

// identityForms are ways to ask who somebody is; the name follows. Those that must be asked for ("tell me about") need
// words before them.
var identityForms = []struct {
	forms      forms
	lead       bool
	confidence float64
}{
	{otherNames, false, 0.92},
	{whatRole, false, 0.92},
	{underOtherName, false, 0.9},
	{underName, false, 0.9},
	{isKnownAbout, false, 0.92},
	{doWeKnow, false, 0.92},
	{whatWeKnow, true, 0.9},
	{elseKnown, false, 0.9},
	{canTellAbout, false, 0.9},
	{canSayAbout, false, 0.85},
	{whatKind, false, 0},
	{knownAbout, true, 0.9},
	{everythingAbout, false, 0.9},
	{detailsOn, false, 0.9},
	{profileOf, false, 0.9},
	{justAbout, true, 0.92},
	{identify, false, 0.85},
	{whoOrWhat, false, 0.92},
}

// whoIs reads "who is Denis Pushilin", "tell me about Gazprom", "what is Dmitry Peskov's role".
func (r request) whoIs() []Question {
	words := r.words
	for len(words) > 1 && r.shorter && articles[words[0].low] {
		words = words[1:]
	}
	n := len(words)
	for _, f := range identityForms {
		if length := f.forms.length(words); length > 0 && n > length && (!f.lead || r.shorter) {
			if f.confidence == 0 { // what kind of company is Lukoil
				if at := slices.IndexFunc(words, func(w token) bool { return beForms[w.low] }); at > 3 {
					return r.identity(words[at+1:], 0.88)
				}
				return nil
			}
			return r.roleOf(words[length:], f.confidence)
		}
	}
	switch {
	case n > 4 && begins(words, whatDoes) && (begins(words[n-2:], standFor) || words[n-1].low == "mean"):
		return r.identity(dropTail(words[2:], roleTail), 0.9) // what does OPCW stand for
	case n > 3 && begins(words, whatDoes) && words[n-1].low == "mean":
		return r.identity(words[2:n-1], 0.85)
	case opensWith(words, "who") && r.shorter && n > 2 && beForms[words[n-1].low]:
		return r.identity(words[1:n-1], 0.9)
	case begins(words, whoOrWhatIs):
		return r.whatIs(words)
	}
	return nil
}

// roleOf reads a name with what follows it in a question for roles and names: "Sommaruga have at the ICRC". Where the
// role was held is left out.
func (r request) roleOf(words []token, confidence float64) []Question {
	at := slices.IndexFunc(words, func(w token) bool { return w.opened == 0 && !w.name && roleVerbs[w.low] })
	if at < 1 || at+2 >= len(words) || !officeAt[words[at+1].low] {
		return r.identity(dropTail(words, roleTail), confidence)
	}
	name, _ := cutAuxiliaries(words[:at])
	out := r.identity(name, confidence)
	for i := range out {
		out[i].LeftOut = append(slices.Clone(out[i].LeftOut), textOf(words[at+1:]))
	}
	return out
}

// identity asks who bears a name.
func (r request) identity(name []token, confidence float64) []Question {
	if len(name) > 0 && noPersonBegins(name[0]) {
		return nil // who was in Minsk, who is winning the war
	}
	name = bareDescription(trim(name))
	if len(name) > 1 && quantities[name[0].low] && name[1].low == "of" {
		return nil // the population of Gaza
	}
	if owner, noun := ownedName(name); noun != "" {
		if !roleNouns[noun] {
			return nil // Putin's chef
		}
		name = owner
	}
	for i := 1; i < len(name); i++ {
		if name[i-1].owner && !name[i].name && name[i].opened == 0 && r.cased {
			return nil // the Kremlin's take on Navalny
		}
	}
	if before, _, joined := strings.Cut(name0(name), "-"); joined && leanings[before] {
		return nil // who is pro-Russian
	}
	p := phraseOf(name, r.cased)
	if !p.named(r.cased) || indexOf(name, "and") > 0 && !r.cased {
		return nil
	}
	if number(name[0].low) && len(tokensOfName(name)) == 0 {
		return nil // what is 12 times 7
	}
	for _, w := range name {
		grammar := sayVerbs[w.low] || isAuxiliary(w.low) || judging[w.low]
		if w.opened == 0 && (grammar || w.low == "of" && !r.cased) {
			return nil
		}
	}
	if !r.cased && len(name) > 1 && r.containsDeed(textOf(name[1:])) {
		return nil // viktor bout charged
	}
	q := r.question(WhoIs, confidence-0.2*float64(p.junk))
	q.Actor = p.text
	return []Question{q}
}

// noPersonBegins reports whether a word begins what somebody does or where somebody is, and no name.
func noPersonBegins(w token) bool {
	if w.name || w.opened > 0 {
		return false
	}
	place := connectors[w.low] && w.low != "the" && !thisThat[w.low]
	return place || strings.HasSuffix(w.low, "ing")
}

// name0 gives the first word, "" where there is none.
func name0(words []token) string {
	if len(words) == 0 {
		return ""
	}
	return words[0].low
}

func number(low string) bool {
	if multiples[low] {
		return true
	}
	_, err := strconv.ParseFloat(numberWord(low), 64)
	return err == nil
}

// ownedName cuts "Igor Girkin's real name" into the name and the noun that ends it, "" where there is none.
func ownedName(words []token) ([]token, string) {
	n := len(words)
	if n < 2 || words[n-1].name || words[n-1].opened > 0 {
		return words, ""
	}
	for i := n - 2; i >= 0 && i > n-4; i-- {
		if words[i].owner {
			return words[:i+1], words[n-1].low
		}
	}
	return words, ""
}

// bareDescription takes off "the man called", "that guy", "the meaning of".
func bareDescription(words []token) []token {
	from := 0
	for from < len(words) && (articles[words[from].low] || thisThat[words[from].low]) && words[from].opened == 0 {
		from++
	}
	switch {
	case from > 0 && from < len(words) && words[from].name && thisThat[words[from-1].low]:
		return trim(words[from:])
	case begins(words[from:], meaningOf) && len(words) > from+2:
		return trim(words[from+2:])
	case from < len(words)-1 && (beings[words[from].low] || askingNouns[words[from].low]) && !words[from].name:
		from++
		for from < len(words)-1 && calledWords[words[from].low] {
			from++
		}
		return trim(words[from:])
	}
	return words
}

func dropTail(words []token, drop map[string]bool) []token {
	for len(words) > 1 && words[len(words)-1].opened == 0 && drop[words[len(words)-1].low] {
		words = words[:len(words)-1]
	}
	return words
}

// whatIs reads what follows "who is" and "what is".
func (r request) whatIs(words []token) []Question {
	if len(words) > 2 && participle(words[2].low) && !words[2].name {
		return nil // who was kidnapped, who was quoted by the Guardian
	}
	rest := words[2:]
	n := len(rest)
	if n == 0 {
		return nil
	}
	for i := 1; i < n; i++ {
		if roleNouns[rest[i].low] && rest[i-1].owner && (i == n-1 || withinWords[rest[i+1].low]) {
			out := r.identity(rest[:i], 0.92)
			for k := range out {
				if i < n-1 {
					out[k].LeftOut = append(slices.Clone(out[k].LeftOut), textOf(rest[i+1:]))
				}
			}
			return out
		}
	}
	if owner, after, found := r.owned(rest, roleNouns); found && len(after) == 0 && words[0].low == "what" {
		return r.identity(tokenize(owner.text), 0.9)
	}
	if cut := dropTail(rest, alsoTail); len(cut) < n {
		return r.identity(cut, 0.9)
	}
	if bare := bareDescription(
		rest,
	); len(tokensOfName(bare)) == 0 &&
		(r.cased || len(trim(bare)) > 2 && articles[rest[0].low]) {
		return nil
	}
	return r.identity(rest, 0.92)
}

func tokensOfName(words []token) []token {
	var out []token
	for _, w := range words {
		if w.name {
			out = append(out, w)
		}
	}
	return out
}
