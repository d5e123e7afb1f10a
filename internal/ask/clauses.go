package ask

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// clause is who did what to whom, as a question says it.
type clause struct {
	id         kg.PredicateID
	verb       string // the stem of the first word of the predicate
	subj, obj  phrase
	about      string
	negated    bool
	byWhom     bool // it asks who did it: "recognized by whom", "invaded by"
	openAbout  bool // it asks for what: "accused of"
	passive    bool
	inverse    bool // the words say it from the other side: includes, for is part of
	finite     bool // "did" or "has" stands before the predicate
	anybody    bool // the subject is "anybody", "any country"
	anything   bool // the object is
	ofWhom     bool // the object is of whom something is demanded: demand from
	wished     bool // it was wanted or planned; left out by [grammar.clauses]
	tail       bool // words follow the predicate that are no name, or none do
	confidence float64
	length     int // words of the predicate
	at         int // where the predicate begins
}

// clauses lists the ways to read words as a clause of what was done, each with a phrase of the vocabulary as its
// predicate.
func (g grammar) clauses(words []token) []clause {
	return slices.DeleteFunc(clausesWithWishes(g, words), func(c clause) bool { return c.wished })
}

// clausesWithWishes are the clauses together with those of what was only wanted or planned.
func clausesWithWishes(g grammar, words []token) []clause {
	out := g.plainClauses(words)
	for _, said := range g.drawnTogether(words) {
		out = append(out, g.plainClauses(said)...)
	}
	said, verb, goods, ok := g.given(words)
	if !ok {
		return out
	}
	for _, c := range g.plainClauses(said) {
		if c.at != verb || slices.ContainsFunc(out, func(have clause) bool { return have.at == verb && have.id == c.id }) {
			continue
		}
		if c.about == "" && !isGoodsWord(goods) {
			c.about = textOf(goods)
		}
		out = append(out, c)
	}
	return out
}

// isGoodsWord reports whether what is given is called by the vocabulary's own word, which narrows nothing down.
func isGoodsWord(goods []token) bool {
	return len(goods) == 1 && givenAs[goods[0].low]
}

// plainClauses reads the words as they stand.
func (g grammar) plainClauses(words []token) []clause {
	var out []clause
	for i := range words {
		title := allCapitals(words[i].text) && i+1 < len(words) && !words[i+1].name // the CEO of
		name := g.cased && words[i].name && i > 0 && !title
		if words[i].opened > 0 || name || i > 0 && g.noVerbBehind(words, i-1) {
			continue
		}
		found := g.lex.find(words, i)
		if len(found) == 0 {
			found = g.lex.findModified(words, i)
		}
		for _, m := range found {
			noun := i > 0 && m.end == i+1 && articles[words[i-1].low] // for the strike
			if noun || m.end > i+1 && words[m.end-1].low == "that" {  // alleged that: a clause follows
				continue
			}
			if c, ok := g.clause(words, m); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// allCapitals reports whether a word is an abbreviation.
func allCapitals(text string) bool { return len(text) > 1 && strings.ToUpper(text) == text }

// noVerbBehind reports whether no verb can stand behind a word, since it is a possessive or an adjective: Navalny's
// aides, Russian losses. But an adjective may end a name: Anglo American.
func (g grammar) noVerbBehind(words []token, at int) bool {
	endsName := g.cased && at > 0 && words[at-1].name && !isAuxiliary(words[at-1].low)
	return words[at].owner || demonyms[words[at].text] != "" && !endsName
}

// parts are the words around a predicate, by what they are.
type parts struct{ left, right, agent, subject, object, reason []token }

// clause reads what stands before and after the predicate.
func (g grammar) clause(words []token, m match) (clause, bool) {
	c := clause{id: m.id, verb: words[m.start].stem, confidence: 0.95, length: m.end - m.start, at: m.start}
	switch {
	case m.unsure:
		c.confidence -= 0.3
	case m.pattern:
		c.confidence -= 0.05
	}
	begin := m.start
	titled := g.lex.is(m.id, kg.Office) && words[m.end-1].low == "of"
	if titled {
		begin = titleBegin(words, m.start)
	}
	left, flags := cutAuxiliaries(words[:begin])
	p := parts{left: left, right: words[m.end:]}
	c.wished, c.inverse = flags.wished || flags.future, m.inverse
	c.negated, c.finite, c.ofWhom = flags.negated, flags.do || flags.have || flags.future, demandedFrom[words[m.end-1].low]
	if anybodyAt(p.left) {
		c.anybody, p.left = true, nil
	}
	if flags.modal && !flags.future || indexIn(p.right, bareNegations) >= 0 || !g.voice(&c, &p, words, m, flags) {
		return c, false
	}
	g.openEnds(&c, &p, m)
	if g.arrange(&c, &p, m, words[m.end-1]); m.pair && (len(p.subject) == 0 || len(p.object) == 0) {
		return c, false
	}
	if anotherVerb(words[m.start:m.end], p.right, g.cased) {
		return c, false
	}
	g.weighObject(&c, p)
	c.subj, c.obj = g.phrase(p.subject), g.phrase(bare(p.object))
	if c.about = textOf(trim(p.reason)); c.about == "" {
		c.about = m.narrowed(words)
	}
	if titled && c.about == "" {
		c.obj, c.about = g.office(p.object, words[begin:m.end])
	}
	c.id = g.lex.meant(c.verb, c.id, slices.Concat(p.object, p.reason))
	return g.judged(c, words[m.start], p.reason)
}

// anotherVerb reports whether what follows a predicate makes another verb of it.
func anotherVerb(predicate, right []token, cased bool) bool {
	switch {
	case len(right) == 0:
		return false
	case right[0].opened == 0 && particles[right[0].low]: // backed out of
		return true
	}
	return len(predicate) == 1 && callingVerbs[predicate[0].low] && called(right, cased) > 0 // called the virus a hoax
}

// openEnds notes that a clause asks for its reason or for any object, and takes the words for that off.
func (g grammar) openEnds(c *clause, p *parts, m match) {
	if n := len(p.right); n > 0 && g.opensReason(m, p.right[n-1].low) {
		c.openAbout, p.right = true, p.right[:n-1]
	}
	if n := len(p.right); n > 2 && anything[p.right[n-1].low] && g.opensReason(m, p.right[n-2].low) {
		p.right = p.right[:n-2] // accused Belarus of anything
	}
	if anybodyAt(trim(p.right)) || len(p.right) == 1 && anything[p.right[0].low] {
		c.anything, p.right = true, nil
	}
	c.tail = len(p.right) == 0
}

// arrange finds subject, object and reason among the words around a predicate, whose last word is last.
func (g grammar) arrange(c *clause, p *parts, m match, last token) {
	switch {
	case c.passive:
		p.subject, p.object, p.reason = p.agent, p.left, p.right
	case g.lex.is(m.id, kg.Alone):
		p.subject, p.reason = p.left, trim(p.right)
	default:
		g.active(c, p, last)
	}
	if m.inverse {
		p.subject, p.object = p.object, p.subject
	}
	and := indexOf(p.subject, "and")
	two := and > 0 && and+1 < len(p.subject)
	if two && len(p.object) == 0 && g.lex.is(m.id, kg.Mutual) && !m.inverse {
		p.subject, p.object = p.subject[:and], p.subject[and+1:] // Russia and Georgia met
	}
}

// weighObject makes a clause less sure where what follows the predicate may be no object.
func (g grammar) weighObject(c *clause, p parts) {
	if opensWith(p.right, "to") && len(p.object) > 0 && !c.passive && !g.lex.is(c.id, kg.Demands) {
		c.confidence -= 0.3 // heads to Paris
	}
	if n := len(p.right); n > 1 && len(p.object) > 0 && !c.passive && connectors[p.right[n-1].low] {
		c.confidence -= 0.3 // took Snowden in: it belongs to the verb
	}
	if !g.cased && len(p.object) < 3 && has(p.right[:min(2, len(p.right))], articles) && !g.lex.deedNoun(p.object) {
		c.confidence -= 0.3 // "the voice": words that may be no name
	}
}

// deedNoun reports whether words are a noun of a deed behind an article: the attack.
func (l *lexicon) deedNoun(words []token) bool {
	n := len(words)
	return n > 1 && articles[words[0].low] && l.containsNoun(words[n-1].low)
}

// opensReason reports whether the last word of a clause asks for the reason: accused of.
func (g grammar) opensReason(m match, last string) bool {
	return (reasonOpeners[last] || g.lex.leads(m.id, last)) && !g.endsWith(m, last)
}

// active finds the object of a clause that is no passive, and the reason behind it. last is the last word of the
// predicate.
func (g grammar) active(c *clause, p *parts, last token) {
	p.subject = p.left
	p.object, p.reason = g.reasonOff(c.id, trim(p.right))
	given, right := len(p.left) > 0, p.right
	first := token{}
	if len(right) > 0 {
		first = right[0]
	}
	if g.cased && g.lex.is(c.id, kg.Result) && len(p.reason) == 0 {
		p.object, p.reason = resultOff(p.object)
	}
	switch {
	case given && len(right) > 1 && g.lex.is(c.id, kg.Matter) && demandedFrom[first.low]:
		p.object, p.reason, c.ofWhom = right[1:], nil, true // what did she demand from them
	case given && len(right) > 1 && g.behindObject(c.id, last, right):
		p.object, p.reason = nil, right[1:]
	}
	if len(p.reason) == 0 {
		if p.object, p.reason = g.apartFrom(c.id, p.object); len(p.reason) == 1 && doForms[p.reason[0].low] {
			p.reason = nil // urged Putin to do what
		}
	}
	if first.low == "that" && first.opened == 0 {
		c.confidence -= 0.4 // a clause of its own
	}
	if infinitive(last, right) && g.cased && !given {
		c.confidence -= 0.3 // threatened to leave
	}
}

// twoPrepositions reports whether a preposition follows that of a predicate, whose object was asked for in front: whom
// did it cooperate with | for years.
func twoPrepositions(last, first token) bool {
	return connectors[last.low] && connectors[first.low] && !articles[first.low] && first.low != "and"
}

// resultOff cuts what somebody was made off the name: Anwar Ibrahim | prime minister.
func resultOff(object []token) (name, result []token) {
	n := 0
	for n < len(object) && object[n].name {
		n++
	}
	if n == 0 || object[n-1].owner || has(object[n:], connectors) || len(tokensOfName(object[n:])) > 0 {
		return object, nil
	}
	return object[:n], object[n:]
}

// behindObject reports whether what follows the predicate is no object, since that is asked for in front, but stands
// behind it: whom did Israel bomb | in Syria.
func (g grammar) behindObject(id kg.PredicateID, last token, right []token) bool {
	first, next := right[0], right[1]
	switch {
	case first.low == "to" && g.lex.is(id, kg.Demands): // whom did the Pope urge to stop
		return len(right) > 2 && g.cased && infinitive(first, right[1:])
	case first.low == "to": // whom did Biden appoint to the court
		return g.cased && !g.lex.toward[id] && !connectors[last.low] && (next.name || articles[next.low])
	case inside[first.low] && (next.name || !g.cased || articles[next.low]):
		return true
	case first.low == "as", plainAbout[first.low], twoPrepositions(last, first): // whom did Lula appoint as ambassador
		return true
	}
	return first.low == "over" || g.lex.leads(id, first.low) && reasonOpeners[first.low] // whom does it blame for Bucha
}

// judged sets how sure a clause is.
func (g grammar) judged(c clause, verb token, reason []token) (clause, bool) {
	if c.subj.bad || c.obj.bad || g.phrase(reason).bad {
		return c, false
	}
	c.confidence -= 0.15*float64(c.subj.junk+c.obj.junk) + 0.05*max(0, float64(len(reason)-3))
	if c.subj.topic && g.cased {
		c.confidence -= 0.4
	}
	if c.wished || c.inverse && c.about != "" { // included them in a list
		c.confidence -= 0.3
	}
	if c.obj.topic {
		c.confidence -= 0.2
		if g.lex.actors[c.id] {
			c.confidence -= 0.1 // received the ballots
		}
		if g.containsDeed(c.obj.text) ||
			g.cased && !g.lex.is(c.id, kg.OfEvents) && len(tokensOfName(tokenize(c.obj.text))) > 0 {
			c.confidence -= 0.1 // "murder of Jamal Khashoggi": words that a claim may not have in this order
		}
	}
	if holdVerbs[verb.stem] && c.obj.topic {
		c.confidence -= 0.2 // held office
	}
	if !g.cased && (g.containsPhrase(c.subj.text) || g.containsPhrase(c.obj.text)) {
		c.confidence -= 0.2
	}
	return c, c.confidence > 0
}
