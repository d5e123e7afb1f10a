package ask

var roleNouns = set("role roles position positions post posts title titles job jobs office offices function functions occupation profession rank alias aliases nickname names name")

// whoIs reads "who is Denis Pushilin", "tell me about Gazprom", "what is Dmitry Peskov's role".
func (r request) whoIs() []Question {
	words := r.words
	one := func(name []token, confidence float64) []Question {
		p := phraseOf(trim(name), r.cased)
		if p.bad || !p.given() || p.topic && r.cased || indexOf(name, "and") > 0 && !r.cased {
			return nil
		}
		for _, w := range name {
			if w.opened == 0 && (sayVerbs[w.low] || w.low == "of" && !r.cased || isAuxiliary(w.low)) {
				return nil
			}
		}
		q := r.question(WhoIs, confidence-0.2*float64(p.junk))
		q.Actor = p.text
		return []Question{q}
	}
	switch n := len(words); {
	case begins(words, "what|which other names|roles|offices|positions|posts|titles|jobs|functions|name|role|office|position|post|title|job|aliases|alias does|do|did|has|have|is|was|are") && n > 4:
		from := 3
		if words[1].low == "other" {
			from = 4
		}
		return one(dropTail(words[from:], "hold held holds have had has go by under use goes called known"), 0.92)
	case begins(words, "what|which names|roles|offices|office|positions|posts|titles|role|position|post|title|job|aliases|alias does|do|did|has|have") && n > 3:
		return one(dropTail(words[3:], "hold held holds have had has go by under use goes called known"), 0.92)
	case begins(words, "what other names|name does|do|did|has") && n > 4:
		return one(dropTail(words[4:], "hold held holds have had has go by under use goes called known"), 0.92)
	case begins(words, "what is|was|are|were known|said|reported about") && words[2].low == "known":
		return one(words[4:], 0.92)
	case begins(words, "what do|does|did we|you|one|anybody know about|of"):
		return one(words[5:], 0.92)
	case begins(words, "information|something|everything|all|more about") && r.shorter:
		return one(words[2:], 0.9)
	case begins(words, "about") && r.shorter:
		return one(words[1:], 0.92)
	case begins(words, "who") && r.shorter && n > 2 && beForms[words[n-1].low]:
		return one(words[1:n-1], 0.9)
	case begins(words, "describe|introduce"):
		return one(words[1:], 0.85)
	case begins(words, "who|what is|was|are|were|exactly"):
		return r.whatIs(words, one)
	case begins(words, "who's|what's") || begins(words, "who") && words[0].owner || begins(words, "what") && words[0].owner:
		return one(words[1:], 0.92)
	}
	return nil
}

func dropTail(words []token, tail string) []token {
	drop := set(tail)
	for len(words) > 1 && words[len(words)-1].opened == 0 && drop[words[len(words)-1].low] {
		words = words[:len(words)-1]
	}
	return words
}

// whatIs reads what follows "who is" and "what is".
func (r request) whatIs(words []token, one func([]token, float64) []Question) []Question {
	rest := words[2:]
	n := len(rest)
	if n == 0 {
		return nil
	}
	for i := 1; i < n; i++ {
		if roleNouns[rest[i].low] && rest[i-1].owner && (i == n-1 || set("in at within")[rest[i+1].low]) {
			return one(rest[:i], 0.92)
		}
	}
	if owner, after, found := r.owned(rest, roleNouns); found && len(after) == 0 && words[0].low == "what" {
		return one(tokenize(owner.text), 0.9)
	}
	if cut := dropTail(rest, "also known as called otherwise"); len(cut) < n {
		return one(cut, 0.9)
	}
	if len(tokensOfName(rest)) == 0 && (r.cased || len(trim(rest)) > 2 && articles[rest[0].low]) {
		return nil
	}
	return one(rest, 0.92)
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
