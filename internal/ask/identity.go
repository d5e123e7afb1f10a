package ask

import (
	"slices"
	"strconv"
	"strings"
)

var roleNouns = set("role roles position positions post posts title titles job jobs office offices function functions occupation profession rank alias aliases nickname names name")

// identityForms are ways to ask who somebody is, with where the name begins. Those that must be asked for ("tell me about") need words before them.
var identityForms = []struct {
	form       string
	lead       bool
	confidence float64
}{
	{"what|which other names|roles|offices|positions|posts|titles|jobs|functions|name|role|office|position|post|title|job|aliases|alias does|do|did|has|have|had|is|was|are", false, 0.92},
	{"what|which names|roles|offices|office|positions|posts|titles|role|position|post|title|job|jobs|functions|function|duties|aliases|alias does|do|did|has|have|had", false, 0.92},
	{"under|by what|which other|different names|name|aliases is|was|are|were|does|do|did|has", false, 0.9},
	{"under|by what|which names|name|aliases|alias is|was|are|were|does|do|did|has", false, 0.9},
	{"what is|was|are|were known about", false, 0.92},
	{"what do|does|did we|you|one|anybody know about|of", false, 0.92},
	{"what you|we know about|of", true, 0.9},
	{"what else is|was known about", false, 0.9},
	{"what can|could you tell|say me|us about", false, 0.9},
	{"what can|could you say about", false, 0.85},
	{"what kind|sort|type of", false, 0},
	{"information|something|everything|all|more|anything known|available about|on", true, 0.9},
	{"information|something|everything|all|more about", false, 0.9},
	{"information|info|details|background|facts|profile|biography|bio about|on|of|for", false, 0.9},
	{"profile|portrait|biography of", false, 0.9},
	{"about", true, 0.92},
	{"identify|describe|introduce", false, 0.85},
	{"who or what is|was|are|were", false, 0.92},
}

// roleTail are words that end a question for roles and names.
const roleTail = "hold held holds have had has go by under use used uses goes called known please stand for mean play plays played ever"

// whoIs reads "who is Denis Pushilin", "tell me about Gazprom", "what is Dmitry Peskov's role".
func (r request) whoIs() []Question {
	words := r.words
	for len(words) > 1 && r.shorter && articles[words[0].low] {
		words = words[1:]
	}
	n := len(words)
	for _, f := range identityForms {
		if length := len(strings.Fields(f.form)); n > length && begins(words, f.form) && (!f.lead || r.shorter) {
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
	case n > 4 && begins(words, "what does|do|did") && (begins(words[n-2:], "stand for") || words[n-1].low == "mean"):
		return r.identity(dropTail(words[2:], roleTail), 0.9) // what does OPCW stand for
	case n > 3 && begins(words, "what does|do|did") && words[n-1].low == "mean":
		return r.identity(words[2:n-1], 0.85)
	case begins(words, "who") && r.shorter && n > 2 && beForms[words[n-1].low]:
		return r.identity(words[1:n-1], 0.9)
	case begins(words, "who|what is|was|are|were"):
		return r.whatIs(words)
	}
	return nil
}

// roleOf reads a name with what follows it in a question for roles and names: "Sommaruga have at the ICRC". Where the role was held is left out.
func (r request) roleOf(words []token, confidence float64) []Question {
	verbs := set("hold held holds have had has play plays played")
	at := slices.IndexFunc(words, func(w token) bool { return w.opened == 0 && !w.name && verbs[w.low] })
	if at < 1 || at+2 >= len(words) || !set("in at within for with on")[words[at+1].low] {
		return r.identity(dropTail(words, roleTail), confidence)
	}
	name, _ := cutAuxiliaries(words[:at])
	out := r.identity(name, confidence)
	for i := range out {
		out[i].LeftOut = append(slices.Clone(out[i].LeftOut), textOf(words[at+1:]))
	}
	return out
}

// judging are words that ask for an opinion of somebody, not for who that is.
var judging = set("best worst right wrong good bad better worse greatest strongest weakest happy true real most least more sane mad evil blame responsible going")

// identity asks who bears a name.
func (r request) identity(name []token, confidence float64) []Question {
	name = bareDescription(trim(name))
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
	p := phraseOf(name, r.cased)
	if p.bad || !p.given() || p.topic && r.cased || indexOf(name, "and") > 0 && !r.cased {
		return nil
	}
	if number(name[0].low) && len(tokensOfName(name)) == 0 {
		return nil // what is 12 times 7
	}
	for _, w := range name {
		if w.opened == 0 && (sayVerbs[w.low] || w.low == "of" && !r.cased || isAuxiliary(w.low) || judging[w.low]) {
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

func number(low string) bool {
	if set("twice thrice half double triple dozen square")[low] {
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

// beings are words for somebody whose name follows: the man called Igor Strelkov, that politician Orban.
var beings = set("man woman person guy politician oligarch businessman businesswoman group company organisation organization man's general official minister journalist figure actor " +
	"separatist spy militia agency entity movement party")

// bareDescription takes off "the man called", "that guy", "the meaning of".
func bareDescription(words []token) []token {
	from := 0
	for from < len(words) && (articles[words[from].low] || words[from].low == "that" || words[from].low == "this") && words[from].opened == 0 {
		from++
	}
	switch {
	case from > 0 && from < len(words) && words[from].name && (words[from-1].low == "this" || words[from-1].low == "that"):
		return trim(words[from:])
	case begins(words[from:], "meaning|identity|role|name|background|story of") && len(words) > from+2:
		return trim(words[from+2:])
	case from < len(words)-1 && (beings[words[from].low] || askingNouns[words[from].low]) && !words[from].name:
		from++
		for from < len(words)-1 && set("called named known as who that is was behind")[words[from].low] && words[from].low != "behind" {
			from++
		}
		return trim(words[from:])
	}
	return words
}

func dropTail(words []token, tail string) []token {
	drop := set(tail)
	for len(words) > 1 && words[len(words)-1].opened == 0 && drop[words[len(words)-1].low] {
		words = words[:len(words)-1]
	}
	return words
}

// whatIs reads what follows "who is" and "what is".
func (r request) whatIs(words []token) []Question {
	if len(words) > 2 && participle(words[2].low) && !words[2].name && len(r.lex.find(words, 2)) > 0 {
		return nil // who was kidnapped, who was detained at the border
	}
	rest := words[2:]
	n := len(rest)
	if n == 0 {
		return nil
	}
	for i := 1; i < n; i++ {
		if roleNouns[rest[i].low] && rest[i-1].owner && (i == n-1 || set("in at within")[rest[i+1].low]) {
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
	if cut := dropTail(rest, "also known as called otherwise"); len(cut) < n {
		return r.identity(cut, 0.9)
	}
	if bare := bareDescription(rest); len(tokensOfName(bare)) == 0 && (r.cased || len(trim(bare)) > 2 && articles[rest[0].low]) {
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
