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

// identityReader reads "who is Denis Pushilin", "tell me about Gazprom", "what is Dmitry Peskov's role".
type identityReader struct{ request }

// read lists the ways to understand the question as one of this family.
func (r identityReader) read() []Question {
	words := r.words
	for len(words) > 1 && r.shorter && articles[words[0].low] {
		words = words[1:]
	}
	n := len(words)
	for _, f := range identityForms {
		if length := f.forms.length(words); length > 0 && n > length && (!f.lead || r.shorter) {
			if f.confidence == 0 {
				return r.ofWhatKind(words)
			}
			return r.roleOf(words[length:], f.confidence)
		}
	}
	switch {
	case r.kind == askWhether && n > 3 && beForms[words[0].low]:
		return r.beingSo(words[1:])
	case n > 3 && begins(words, whatDoes):
		return r.meaning(words)
	case opensWith(words, "who") && r.shorter && n > 2 && beForms[words[n-1].low]:
		return r.identity(words[1:n-1], 0.9)
	case begins(words, whoOrWhatIs):
		return r.whatIs(words)
	}
	return nil
}

// beingSo reads "is Robin Vos a Republican", "was Lee the owner of slaves": who that is, from which whoever asks sees
// whether it is so.
func (r identityReader) beingSo(words []token) []Question {
	at := r.nameLength(words)
	if !r.cased || at == 0 || at+1 >= len(words) || !articles[words[at].low] {
		return nil
	}
	out := r.identity(words[:at], Sure-0.1)
	for i := range out {
		out[i].LeftOut = append(slices.Clone(out[i].LeftOut), textOf(words[at:]))
	}
	return out
}

// noName reports whether words behind an article, in lower case, name nobody: a hybrid war.
func noName(first token, bare []token) bool {
	return articles[first.low] && len(bare) > 2 || indefinite[first.low] && len(bare) > 1
}

// ofWhatKind reads "what kind of company is Lukoil".
func (r identityReader) ofWhatKind(words []token) []Question {
	at := slices.IndexFunc(words, func(w token) bool { return beForms[w.low] })
	if at < 4 {
		return nil
	}
	return r.identity(words[at+1:], 0.88)
}

// meaning reads "what does OPCW stand for", "what does OPCW mean".
func (r identityReader) meaning(words []token) []Question {
	n := len(words)
	means := meanWords[words[n-1].low]
	switch {
	case n > 4 && (means || begins(words[n-2:], standFor)):
		return r.identity(dropTail(words[2:], roleTail), 0.9)
	case means && len(tokensOfName(words[2:n-1])) == 0: // what does stagflation mean
		return r.identity(words[2:n-1], Sure-0.1)
	case means:
		return r.identity(words[2:n-1], 0.85)
	}
	return nil
}

// roleOf reads a name with what follows it in a question for roles and names: "Sommaruga have at the ICRC". Where the
// role was held is left out.
func (r identityReader) roleOf(words []token, confidence float64) []Question {
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
func (r identityReader) identity(name []token, confidence float64) []Question {
	if len(name) > 0 && noPersonBegins(name[0]) {
		return nil // who was in Minsk, who is winning the war
	}
	name = bareDescription(trim(name))
	if owner, noun := ownedName(name); roleNouns[noun] {
		name = owner
	} else if noun != "" {
		return nil // Putin's chef
	}
	p := r.phrase(name)
	if !p.named(r.cased) || indexOf(name, "and") > 0 && !r.cased || r.noBearer(name) {
		return nil
	}
	if !r.cased && len(name) > 1 && r.containsDeed(textOf(name[1:])) {
		return nil // viktor bout charged
	}
	q := r.question(WhoIs, confidence-0.2*float64(p.junk))
	q.Actor = p.text
	return []Question{q}
}

// noBearer reports whether words are what no one is called: the population of Gaza, pro-Russian, 12 times 7.
func (r identityReader) noBearer(name []token) bool {
	if len(name) > 1 && quantities[name[0].low] && name[1].low == "of" {
		return true
	}
	if before, _, joined := strings.Cut(name[0].low, "-"); joined && leanings[before] {
		return true // who is pro-Russian
	}
	if number(name[0].low) && len(tokensOfName(name)) == 0 {
		return true // what is 12 times 7
	}
	for i, w := range name {
		if w.opened > 0 {
			continue
		}
		if r.cased && i > 0 && name[i-1].owner && !w.name {
			return true // the Kremlin's take on Navalny
		}
		grammar := sayVerbs[w.low] || isAuxiliary(w.low) || judging[w.low]
		if grammar || w.low == "of" && !r.cased {
			return true
		}
	}
	return false
}

// noPersonBegins reports whether a word begins what somebody does or where somebody is, and no name.
func noPersonBegins(w token) bool {
	if w.name || w.opened > 0 {
		return false
	}
	place := connectors[w.low] && w.low != "the" && !thisThat[w.low]
	return place || strings.HasSuffix(w.low, "ing")
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
		if words[from].low == "of" || inside[words[from].low] {
			return words // the president of Belarus: who that is; the people in the picture: who those are
		}
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

// ownedRole reads "Dmitry Peskov's role in the Kremlin"; it gives false where no such noun stands there.
func (r identityReader) ownedRole(rest []token) ([]Question, bool) {
	n := len(rest)
	for i := 1; i < n; i++ {
		if !roleNouns[rest[i].low] || !rest[i-1].owner || i < n-1 && !withinWords[rest[i+1].low] {
			continue
		}
		out := r.identity(rest[:i], 0.92)
		for k := range out {
			out[k].LeftOut = alsoLeftOut(out[k].LeftOut, textOf(rest[i+1:]))
		}
		return out, true
	}
	return nil, false
}

// endsOpen reports whether words end in a preposition, so that something else is asked for: who was the debate against.
func endsOpen(words []token) bool {
	last := words[len(words)-1]
	return len(words) > 1 && !last.name && connectors[last.low] && !alsoTail[last.low]
}

// doing reports whether a word in lower case is a verb for what goes on: what is Congress considering.
func doing(w token) bool {
	return !w.name && w.opened == 0 && strings.HasSuffix(w.low, "ing") && commonVerbs[w.stem]
}

// whatIs reads what follows "who is" and "what is".
func (r identityReader) whatIs(words []token) []Question {
	if len(words) > 2 && participle(words[2].low) && !words[2].name {
		return nil // who was kidnapped, who was quoted by the Guardian
	}
	rest := words[2:]
	n := len(rest)
	if n == 0 || endsOpen(rest) || r.cased && slices.ContainsFunc(rest[1:], doing) {
		return nil
	}
	if out, ok := r.ownedRole(rest); ok {
		return out
	}
	if owner, after, found := r.owned(rest, roleNouns); found && len(after) == 0 && words[0].low == "what" {
		return r.identity(tokenize(owner.text), 0.9)
	}
	if cut := dropTail(rest, alsoTail); len(cut) < n {
		return r.identity(cut, 0.9)
	}
	if bare := bareDescription(rest); len(tokensOfName(bare)) == 0 && (r.cased || noName(rest[0], trim(bare))) {
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
