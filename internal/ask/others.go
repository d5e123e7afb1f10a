package ask

import (
	"slices"
)

var (
	positionNouns = set("position positions stance stances attitude attitudes view views policy policies opinion mind line approach posture relations relationship recognition")
	changeVerbs   = set("change changed changes changing evolve evolved evolves develop developed develops shift shifted shifts reverse reversed reverses turn turned vary varied switch switched alter altered")
)

// positions reads "how did A's position on B change", "has Hungary changed its mind about Ukraine", "where does Brazil stand on Venezuela".
func (r request) positions() []Question {
	words := r.words
	if begins(words, "how|has|have|did|when|does|in|what") || begins(words, "timeline|history|trace|evolution|chronology") || begins(words, "where do|does|did") {
		out := append(r.positionOwned(words), r.positionChanged(words)...)
		return append(append(out, r.relations(words)...), r.stands(words)...)
	}
	return nil
}

// history tells whether the question is about change, or simply about a position.
func history(words []token) bool {
	return has(words, changeVerbs) || begins(words, "timeline|history|trace|evolution|chronology|what")
}

// positionOwned reads "Turkey's stance on Sweden", "the policy of the United States toward Cuba".
func (r request) positionOwned(words []token) []Question {
	if !history(words) {
		return nil
	}
	var kept []token
	for i, w := range words {
		grammar := i == 0 || isAuxiliary(w.low) || changeVerbs[w.low] || set("over time history timeline")[w.low]
		if w.opened == 0 && !(w.name && i > 0) && (grammar || len(kept) == 0 && (w.low == "of" || articles[w.low])) {
			continue
		}
		kept = append(kept, w)
	}
	owner, after, found := r.owned(kept, positionNouns)
	target := phraseOf(trim(after), r.cased)
	if !found || owner.bad || target.bad || owner.topic && r.cased || !target.given() || set("in at as within")[after[0].low] {
		return nil
	}
	return r.position(owner, target, 0.95)
}

func (r request) position(actor, target phrase, confidence float64) []Question {
	if actor.bad || target.bad || !actor.given() || !target.given() {
		return nil
	}
	q := r.question(Position, confidence-0.15*float64(actor.junk+target.junk))
	q.Actor, q.Target, q.Topic = actor.text, target.text, target.topic
	if target.topic {
		q.Confidence -= 0.3
	}
	return []Question{q}
}

// positionChanged reads "has Hungary changed its mind about Ukraine", "did Malawi reverse its recognition of Taiwan".
func (r request) positionChanged(words []token) []Question {
	at := slices.IndexFunc(words, func(w token) bool { return w.opened == 0 && changeVerbs[w.low] && !w.name })
	if at < 1 || at+2 >= len(words) || !possessives[words[at+1].low] {
		return nil
	}
	left := words[:at]
	if begins(left, "how|when") {
		left = left[1:]
	}
	name, f := cutAuxiliaries(left)
	noun := words[at+2]
	if f.modal || f.negated || !positionNouns[noun.low] {
		return nil
	}
	out := r.position(phraseOf(name, r.cased), phraseOf(trim(words[at+3:]), r.cased), 0.93)
	for i := range out {
		if ids := r.lex.nouns[noun.low]; len(ids) > 0 {
			out[i].Predicates = slices.Clone(ids[:1])
		}
	}
	return out
}

// relations reads "how did relations between Sudan and Israel develop".
func (r request) relations(words []token) []Question {
	at := indexOf(words, "between")
	and := indexOf(words, "and")
	if at < 1 || and < at || !has(words[:at], set("relations relationship ties")) || !has(words, changeVerbs) {
		return nil
	}
	end := len(words)
	for end > and && (changeVerbs[words[end-1].low] || adverbs[words[end-1].low] || words[end-1].low == "time" || words[end-1].low == "over") {
		end--
	}
	return r.position(phraseOf(words[at+1:and], r.cased), phraseOf(words[and+1:end], r.cased), 0.85)
}

// stands reads "where does Brazil stand on Venezuela".
func (r request) stands(words []token) []Question {
	at := indexOf(words, "stand", "stands", "stood")
	if !begins(words, "where do|does|did|has") || at < 3 || at+2 >= len(words) || !aboutWords[words[at+1].low] {
		return nil
	}
	return r.position(phraseOf(words[2:at], r.cased), phraseOf(words[at+2:], r.cased), 0.9)
}

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

var (
	tieWords = set("connected linked related tied associated")
	tieNouns = set("connection connections link links tie ties relation relations relationship relationships path paths way route")
)

// connections reads "how are A and B connected", "what connects A with B", "the path from A to B".
func (r request) connections() []Question {
	words := r.words
	switch {
	case begins(words, "how|is|are|was|were|in") && has(words, tieWords):
		return r.tied(words)
	case begins(words, "what connects|links|ties|relates|connected|linked|binds"):
		if out := r.pair(words[2:], []string{"with", "to", "and"}, 0.95); out != nil {
			return out
		}
	}
	if at := indexOf(words, "between"); at > 0 && (has(words[:at], tieNouns) || begins(words, "what happened|occurred|passed|is|goes|went")) && !has(words, changeVerbs) && !begins(words, "when|how") {
		return r.pair(words[at+1:], []string{"and"}, 0.93)
	}
	if at := indexOf(words, "from"); at > 0 && has(words[:at], set("path paths way route chain")) {
		return r.pair(words[at+1:], []string{"to"}, 0.93)
	}
	if at := indexOf(words, "each", "another"); at > 0 && begins(words, "what") {
		return r.eachOther(words, at)
	}
	if begins(words, "what|which ties|links|connections|relations|relationship|connection|dealings") || begins(words, "what do|does|did|has|have") {
		return r.haveTies(words)
	}
	return nil
}

// pair cuts at one of the words into two names.
func (r request) pair(words []token, at []string, confidence float64) []Question {
	for _, word := range at {
		i := indexOf(words, word)
		if i < 1 {
			continue
		}
		a, b := phraseOf(words[:i], r.cased), phraseOf(words[i+1:], r.cased)
		if a.bad || b.bad || !a.given() || !b.given() || r.cased && (a.topic || b.topic) {
			continue
		}
		q := r.question(Connection, confidence-0.15*float64(a.junk+b.junk))
		q.Actor, q.Target = a.text, b.text
		return []Question{q}
	}
	return nil
}

// tied reads "are Russia and Syria connected", "is Prigozhin connected to the Wagner Group".
func (r request) tied(words []token) []Question {
	at := slices.IndexFunc(words, func(w token) bool { return w.opened == 0 && tieWords[w.low] })
	left := words[:at]
	if begins(left, "in what|which way|ways") {
		left = left[3:]
	} else if left[0].low == "how" || left[0].low == "in" {
		left = left[1:]
	}
	name, f := cutAuxiliaries(left)
	if f.modal || f.negated || !f.be {
		return nil
	}
	right := words[at+1:]
	if len(right) > 0 && set("to with")[right[0].low] {
		joined := append(slices.Clone(name), newToken("to"))
		return r.pair(append(joined, right[1:]...), []string{"to"}, 0.95)
	}
	return r.pair(name, []string{"and"}, 0.95)
}

// eachOther reads "what did Greece and Turkey do to each other".
func (r request) eachOther(words []token, at int) []Question {
	end := indexOf(words, "do", "done", "doing", "say", "said")
	if end > 1 && doForms[words[1].low] && words[end].low == "do" && end == 1 {
		end = -1
	}
	for i := 2; i < at; i++ {
		if set("do done doing say said")[words[i].low] {
			end = i
			break
		}
	}
	if end < 3 || end > at {
		return nil
	}
	return r.pair(words[2:end], []string{"and"}, 0.92)
}

// haveTies reads "what ties does Viktor Orban have to Vladimir Putin", "what does Serbia have to do with Kosovo".
func (r request) haveTies(words []token) []Question {
	have := -1
	for i := 2; i < len(words); i++ {
		if haveForms[words[i].low] && i > 2 {
			have = i
		}
	}
	if have < 0 || have+2 > len(words) {
		return nil
	}
	from := 2
	if !isAuxiliary(words[1].low) {
		from = 3
	}
	right := words[have+1:]
	switch {
	case begins(right, "to do with"):
		right = right[3:]
	case tieNouns[words[1].low] && set("to with")[right[0].low]:
		right = right[1:]
	default:
		return nil
	}
	if from >= have {
		return nil
	}
	joined := append(slices.Clone(words[from:have]), newToken("to"))
	return r.pair(append(joined, right...), []string{"to"}, 0.92)
}

var disputeWords = set("disputed contested controversial contradictory contradicting conflicting disagree disagrees disagreement disagreements contradict contradicts contradictions contradiction " +
	"dispute disputes differ differs conflict conflicts inconsistent controversies controversy")

// disputes reads "what is disputed about Donetsk", "which claims about Crimea are contested", "where do accounts of Mariupol differ".
func (r request) disputes() []Question {
	words := r.words
	opens := begins(words, "what|which|where|are|is|on|how|do|does|contradictions|disputes|contradictory|conflicting|disputed|contested") || r.shorter
	if !opens || !has(words, disputeWords) || has(words, modals) || begins(words, "who") {
		return nil
	}
	kind := ""
	if has(words, set("figures figure numbers number counts count")) {
		kind = "QUANTITY"
	}
	var name []token
	for i, w := range words {
		if w.opened == 0 && !w.name && (w.low == "about" || w.low == "of" || w.low == "on" || w.low == "regarding" || w.low == "concerning" || w.low == "over") && i+1 < len(words) {
			rest := words[i+1:]
			end := len(rest)
			for k, x := range rest {
				if x.opened == 0 && (disputeWords[x.low] && !x.name || isAuxiliary(x.low) || x.low == "each" || x.low == "about") {
					end = k
					break
				}
			}
			if end > 0 && !set("what which each")[rest[0].low] && !(len(rest) > 1 && i == 0) {
				name = rest[:end]
			}
		}
	}
	p := phraseOf(trim(name), r.cased)
	if p.bad || p.topic && r.cased {
		return nil
	}
	for i, w := range words {
		if w.name && w.opened == 0 && i > 0 && !p.given() {
			return nil // a name that the question was not understood to be about
		}
	}
	q := r.question(Disputes, 0.93-0.15*float64(p.junk))
	q.Target, q.Dispute = p.text, kind
	return []Question{q}
}
