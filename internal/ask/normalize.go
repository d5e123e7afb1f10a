package ask

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed data/joined.txt
var joinedFile string

// joined are names that have "and" in them.
var joined = linesOf(joinedFile)

// normal writes words out that are drawn together or put in for emphasis, so that the readers meet one form: "who's
// been" is "who has been", "the us" is a name, "is it true that Syria did" is "did Syria".
func normal(words []token) []token {
	out := make([]token, 0, len(words)+1)
	for i, w := range words {
		if bareContractions[w.low] && i == 0 {
			w = newToken(strings.TrimSuffix(w.low, "s"))
			w.owner = true
		}
		if two := contracted(w, words[i+1:]); two != nil {
			out = append(out, two...)
			continue
		}
		if years := yearRange(words, i); years != nil {
			out = append(out, years...)
			continue
		}
		switch {
		case i > 0 && reWords[w.low] && w.opened == 0:
			w.low, w.stem = "about", "about"
		case i > 0 && usWords[w.low] && words[i-1].low == "the":
			w.low = "u.s." // not the pronoun
			w.stem = w.low
		case i > 0 && w.text == "WHO" && articles[words[i-1].low]:
			w.low = "w.h.o."
			w.stem = w.low
		}
		out = append(out, w)
	}
	return emphasis(join(inHaste(plainly(haveToSay(out)))))
}

// contracted parts "who'd" and "who's" into two words, before the words of rest; nil where a word is one.
func contracted(w token, rest []token) []token {
	base, cut := strings.CutSuffix(strings.ReplaceAll(w.low, "’", "'"), "'d")
	switch {
	case cut && askedBackwards[base]:
		return []token{newToken(base), newToken("did")}
	case w.opened == 0 && w.owner && asks[w.low] && w.low != "whose":
		w.owner = false
		w.text = strings.TrimSuffix(strings.TrimSuffix(w.text, "'s"), "’s")
		return []token{w, drawn(w.low, rest)}
	}
	return nil
}

// yearRange writes "2014-2016" at word i as "in 2014 to 2016"; nil where none stands there.
func yearRange(words []token, i int) []token {
	first, second, dashed := strings.Cut(strings.ReplaceAll(words[i].low, "–", "-"), "-")
	if !dashed || !isYear(first) || !isYear(second) {
		return nil
	}
	var out []token
	if i == 0 || !timeWords[words[i-1].low] && !fromBetween[words[i-1].low] {
		out = append(out, newToken("in"))
	}
	return append(out, newToken(first), newToken("to"), newToken(second))
}

// inHaste writes the auxiliary out that a question in haste leaves out: "anybody met Assad?"
func inHaste(words []token) []token {
	if len(words) > 2 && nobodyInParticular[words[0].low] && !isAuxiliary(words[1].low) && !asks[words[1].low] {
		return append([]token{newToken("has")}, words...)
	}
	return words
}

// haveToSay writes "what did he have to say" as "what did he say".
func haveToSay(words []token) []token {
	for i := 2; i+2 < len(words); i++ {
		if haveForms[words[i].low] && words[i+1].low == "to" && sayVerbs[words[i+2].low] && has(words[:i], doForms) {
			return slices.Delete(slices.Clone(words), i, i+2)
		}
	}
	return words
}

// plainly writes set phrases as the one verb that they mean: "weighed in on" as "commented on", "lost their lives" as
// "died", "claimed the attack" as "claimed responsibility for the attack".
func plainly(words []token) []token {
	for i := 1; i < len(words); i++ {
		if n := spokeOut.length(words[i:]); n > 0 && i+n < len(words) && aboutWords[words[i+n].low] {
			words = oneVerb(words, i, n, toComment)
		} else if n := lostLives.length(words[i:]); n > 0 {
			words = oneVerb(words, i, n, toDie)
		} else if claimForms[words[i].low] && claimsAttack(words[i+1:]) {
			words = slices.Insert(slices.Clone(words), i+1, newToken("responsibility"), newToken("for"))
		}
	}
	return words
}

// claimsAttack reports whether what stands behind "claim" is an attack: the deadly bombings in X.
func claimsAttack(words []token) bool {
	at := indexIn(words, attackNouns)
	return at > 0 && at < 5 && (articles[words[0].low] || possessives[words[0].low]) && !has(words[1:at], connectors)
}

// oneVerb writes a verb in the place of n words from i on: its past form or, behind "did", the base form before that in
// verb.
func oneVerb(words []token, i, n int, verb []string) []token {
	form := verb[1]
	if has(words[:i], doForms) {
		form = verb[0]
	}
	return slices.Replace(slices.Clone(words), i, i+n, newToken(form))
}

// join marks the "and" of names that have one as a part of the name.
func join(words []token) []token {
	for _, name := range joined {
		for i := 0; i+len(name) <= len(words); i++ {
			k := 0
			for k < len(name) && words[i+k].low == name[k] {
				k++
			}
			if k < len(name) {
				continue
			}
			for j := range name {
				if joinedWords[name[j]] {
					words[i+j].low, words[i+j].stem, words[i+j].name = "&", "&", words[i].name
				}
			}
		}
	}
	return words
}

// drawn is the word that the 's of "who's" or "what's" stands for.
func drawn(ask string, rest []token) token {
	for i, w := range rest {
		past := participle(w.low) || haveForms[w.low]
		switch {
		case beForms[w.low]: // who's been
			return newToken("has")
		case i == 0 && past && len(rest) > 1:
			return drawnBefore(w, rest[1])
		case i > 0 && sayVerbs[w.low] && past && !rest[0].owner:
			return newToken("has") // what's Putin said
		case i > 0 && i < 5 && past && perfect(ask, rest, i):
			return newToken("has") // who's Turkey sanctioned, when's Trump met Kim
		case w.owner:
			return newToken("is")
		}
	}
	return newToken("is")
}

// drawnBefore is the word that the 's of "who's" stands for right before a participle, next is the word behind that.
func drawnBefore(past, next token) token {
	told := sayVerbs[past.low] && plainAbout[next.low] // who's talked about it
	if passiveAfter[next.low] && !denialVerbs[past.low] && !told || disputeWords[past.low] {
		return newToken("is") // who's accused of
	}
	return newToken("has") // who's denied it
}

// perfect reports whether a participle at word i goes with "has", since an object follows it or was asked for.
func perfect(ask string, rest []token, i int) bool {
	if rest[i].name || stateWord(rest[i].low) {
		return false
	}
	if i == len(rest)-1 {
		return !whenHow[ask]
	}
	return rest[i+1].name || articles[rest[i+1].low]
}

// emphasis takes off words that only lend weight to a question.
func emphasis(words []token) []token {
	return reworded(thatSaid(saidOf(firstTime(gotten(unstressed(words))))))
}

// gotten writes "did he get arrested" and "got arrested" as "was he arrested" and "was arrested".
func gotten(words []token) []token {
	for i := 1; i+1 < len(words); i++ {
		if !getForms[words[i].low] || words[i].name || words[i+1].name || !participle(words[i+1].low) {
			continue
		}
		did := slices.IndexFunc(words[:i], func(w token) bool { return doForms[w.low] && !w.name })
		out := slices.Clone(words)
		if did < 0 {
			out[i] = newToken("was")
			return out
		}
		out[did] = newToken("was")
		return slices.Delete(out, i, i+1)
	}
	return words
}

// unstressed takes off words behind the asking word, and anywhere, that lend weight.
func unstressed(words []token) []token {
	for len(words) > 0 && asks[words[0].low] {
		n := emphasisAfterAsking.length(words[1:])
		if n == 0 || len(words) <= n+1 {
			break
		}
		words = append(words[:1:1], words[1+n:]...)
	}
	for i := 1; i < len(words); i++ {
		if n := emphasisAnywhere.length(words[i:]); n > 0 {
			words = append(words[:i:i], words[i+n:]...)
		} else if n := whenItComesTo.length(words[i:]); n > 0 {
			words = slices.Concat(words[:i], []token{newToken("about")}, words[i+n:])
		}
	}
	return words
}

// firstTime writes "for the first time" as "first".
func firstTime(words []token) []token {
	for i := 1; i+3 < len(words); i++ {
		if begins(words[i:], firstLastTime) {
			return slices.Concat(words[:i], words[i+2:i+3], words[i+4:])
		}
	}
	return words
}

// saidOf writes "was quoted as saying", "used the words" and "spread the claim" as "said", and "is said to have" as
// "has".
func saidOf(words []token) []token {
	for i := 1; i < len(words); i++ {
		switch {
		case begins(words[i:], quotedAsSaying):
			from := i
			for from > 1 && (beForms[words[from-1].low] || haveForms[words[from-1].low]) {
				from--
			}
			if from == i && beForms[words[1].low] { // what was Jane Roe | quoted as saying
				words = slices.Concat(words[:1], []token{newToken("did")}, words[2:i], []token{newToken("say")}, words[i+3:])
				continue
			}
			words = slices.Concat(words[:from], []token{newToken("said")}, words[i+3:])
		case begins(words[i:], usedWords):
			n := usedWords.length(words[i:])
			words = slices.Concat(words[:i], []token{newToken("said")}, words[i+min(n, 3):])
		case beForms[words[i].low] && begins(words[i+1:], saidToHave):
			words = slices.Concat(words[:i], []token{newToken("has")}, words[i+4:])
		}
	}
	return words
}

// thatSaid writes "warned that" as "said that", and "warned Poland that" as "told Poland that".
func thatSaid(words []token) []token {
	at := indexOf(words, "that")
	for i := 1; i < at; i++ {
		if !thatVerbs[words[i].low] || words[i].name || i < at-1 && !nameAhead(words[i+1:at]) {
			continue
		}
		out := slices.Clone(words)
		if out[i] = newToken("said"); i < at-1 {
			out[i] = newToken("told")
		}
		return out
	}
	return words
}

// rewording is a way to ask that stands for shorter words.
type rewording struct {
	forms forms
	short string
}

// rewordings are tried one after the other, each on what those before made of the question.
var rewordings = []rewording{
	{itWasSaid, "who said"}, // by whom was it said that
	{forWhat, "for what"},   // on what charges was he jailed
	{whoIsAgainst, "who opposed"},
	{whoIsFor, "who supported"},
	{isItTrue, "did"},
	{isThereAnybody, "who"},
	{whoseWordsAre, "who said"},
	{inWhatPlace, "where"},
	{howOften, "how many times"},
	{getsBlame, "who is blamed"},
}

// reworded puts ways to ask in the words of others.
func reworded(words []token) []token {
	if len(words) > 1 && asks[words[0].low] {
		if n := itWas.length(words[1:]); n > 0 && len(words) > n+1 {
			words = append(words[:1:1], words[1+n:]...) // who was it that expelled
		}
	}
	for _, r := range rewordings {
		if n := r.forms.length(words); n > 0 && len(words) > n+1 {
			words = append(tokenize(r.short), words[n:]...)
		}
	}
	return words
}

// stateWord reports whether a participle tells a state and no deed: disputed, connected.
func stateWord(low string) bool { return disputeWords[low] || tieWords[low] || adverbs[low] }
