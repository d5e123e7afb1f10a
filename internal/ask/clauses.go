package ask

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// clause is who did what to whom, as a question says it.
type clause struct {
	id         kg.PredicateID
	subj, obj  phrase
	about      string
	negated    bool
	byWhom     bool // it asks who did it: "recognized by whom", "invaded by"
	openAbout  bool // it asks for what: "accused of"
	passive    bool
	finite     bool // "did" or "has" stands before the predicate
	anybody    bool // the subject is "anybody", "any country"
	anything   bool // the object is
	tail       bool // words follow the predicate that are no name, or none do
	confidence float64
	length     int // words of the predicate
	at         int // where the predicate begins
}

// clauses lists the ways to read words as a clause, each with a phrase of the vocabulary as its predicate.
func (r request) clauses(words []token) []clause {
	out := r.plainClauses(words)
	for _, said := range r.drawnTogether(words) {
		out = append(out, r.plainClauses(said)...)
	}
	said, verb, goods, ok := r.given(words)
	if !ok {
		return out
	}
	for _, c := range r.plainClauses(said) {
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
func (r request) plainClauses(words []token) []clause {
	var out []clause
	for i := range words {
		title := allCapitals(words[i].text) && i+1 < len(words) && !words[i+1].name // the CEO of
		name := r.cased && words[i].name && i > 0 && !title
		if words[i].opened > 0 || name || i > 0 && r.noVerbBehind(words, i-1) {
			continue
		}
		for _, m := range r.lex.find(words, i) {
			noun := i > 0 && m.end == i+1 && articles[words[i-1].low] // for the strike
			if noun || m.end > i+1 && words[m.end-1].low == "that" {  // alleged that: a clause follows
				continue
			}
			if c, ok := r.clause(words, m); ok {
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
func (r request) noVerbBehind(words []token, at int) bool {
	endsName := r.cased && at > 0 && words[at-1].name && !isAuxiliary(words[at-1].low)
	return words[at].owner || demonyms[words[at].text] != "" && !endsName
}

// parts are the words around a predicate, by what they are.
type parts struct{ left, right, agent, subject, object, reason []token }

// clause reads what stands before and after the predicate.
func (r request) clause(words []token, m match) (clause, bool) {
	c := clause{id: m.id, confidence: 0.95, length: m.end - m.start, at: m.start}
	begin := m.start
	if r.lex.is(m.id, kg.Office) && words[m.end-1].low == "of" {
		begin = titleBegin(words, m.start)
	}
	left, flags := cutAuxiliaries(words[:begin])
	p := parts{left: left, right: words[m.end:]}
	c.negated, c.finite = flags.negated, flags.do || flags.have
	if anybodyAt(p.left) {
		c.anybody, p.left = true, nil
	}
	if flags.modal || indexIn(p.right, bareNegations) >= 0 || !r.voice(&c, &p, words, m, flags) {
		return c, false
	}
	if n := len(p.right); n > 0 && r.opensReason(m, p.right[n-1].low) {
		c.openAbout, p.right = true, p.right[:n-1]
	}
	if anybodyAt(trim(p.right)) || len(p.right) == 1 && anything[p.right[0].low] {
		c.anything, p.right = true, nil
	}
	c.tail = len(p.right) == 0
	if c.passive {
		p.subject, p.object, p.reason = p.agent, p.left, p.right
	} else {
		r.active(&c, &p, words[m.end-1])
	}
	if m.inverse {
		p.subject, p.object = p.object, p.subject
	}
	if and := indexOf(
		p.subject,
		"and",
	); len(p.object) == 0 && r.lex.is(m.id, kg.Mutual) && !m.inverse && and > 0 &&
		and+1 < len(p.subject) {
		p.subject, p.object = p.subject[:and], p.subject[and+1:] // Russia and Georgia met
	}
	if len(p.right) > 0 && p.right[0].opened == 0 && particles[p.right[0].low] {
		return c, false // backed out of: another verb
	}
	if len(p.right) > 0 && opensWith(p.right, "to") && !c.passive && !r.lex.is(m.id, kg.Demands) {
		c.confidence -= 0.3 // heads to Paris
	}
	c.subj, c.obj = phraseOf(p.subject, r.cased), phraseOf(bare(p.object), r.cased)
	if !r.cased && len(p.object) < 3 && has(p.right[:min(2, len(p.right))], articles) {
		c.confidence -= 0.3 // "the voice": words that may be no name
	}
	c.about = textOf(trim(p.reason))
	if r.lex.is(m.id, kg.Office) && words[m.end-1].low == "of" && c.about == "" {
		c.obj, c.about = r.office(p.object, words[begin:m.end])
	}
	return r.judged(c, words[m.start], p.reason)
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
	grammar := articles[w.low] || isAuxiliary(w.low) || asks[w.low]
	return !w.name && w.opened == 0 && !grammar && !judging[w.low]
}

// office parts what stands behind "minister of" where that goes on with the state: minister of defence | of Peru.
func (r request) office(object, title []token) (of phrase, office string) {
	object = bare(object)
	if at := indexOf(object, "of"); at > 0 && at+1 < len(object) && !(r.cased && object[0].name) {
		return phraseOf(object[at+1:], r.cased), textOf(trim(title[:len(title)-1])) + " of " + textOf(object[:at])
	}
	return phraseOf(object, r.cased), textOf(trim(title[:len(title)-1])) // which office: president
}

// opensReason reports whether the last word of a clause asks for the reason: accused of.
func (r request) opensReason(m match, last string) bool {
	return (reasonOpeners[last] || r.lex.leads(m.id, last)) && !r.endsWith(m, last)
}

// voice finds whether the clause is a passive, and by whom. It gives false where the words cannot be a clause.
func (r request) voice(c *clause, p *parts, words []token, m match, f flags) bool {
	verb := participle(words[m.start].low)
	passive := f.be && verb && !m.inverse
	if n := len(p.right); n > 0 && p.right[n-1].low == "by" && f.be {
		c.byWhom, p.right = true, p.right[:n-1]
	}
	opposedTo := connectors[words[m.end-1].low] && len(p.right) > 0 && indexOf(p.right, "by") < 0 && !c.byWhom
	passive = passive && !m.stative && !opposedTo
	if c.anybody && passive {
		return false
	}
	if at := indexOf(p.right, "by"); at >= 0 && (f.be || f.none()) && verb && !c.byWhom {
		p.agent, p.right = p.right[at+1:], p.right[:at]
		of := r.lex.leads(m.id, "of") && !r.nameGoesOn(p.agent)
		if by, why := withoutReason(p.agent, of, r.lex.leads(m.id, "for")); len(p.right) == 0 {
			p.agent, p.right = by, why
		}
		passive = true
		if anybodyAt(p.agent) {
			c.anybody, p.agent = true, nil // recognized by anyone
		}
	}
	c.passive = passive
	bareObject := len(p.right) > 0 && (p.right[0].name || articles[p.right[0].low])
	objectBehind := passive && len(p.agent) == 0 && len(p.left) > 0 && bareObject
	return !objectBehind || r.lex.is(m.id, kg.Result) // a passive has no object
}

// nameGoesOn reports whether "of" in a name leads to another name: the prosecutors of Turin.
func (r request) nameGoesOn(words []token) bool {
	of := indexOf(words, "of")
	return r.cased && of > 0 && nameAhead(words[of+1:])
}

// active finds the object of a clause that is no passive, and the reason behind it. last is the last word of the
// predicate.
func (r request) active(c *clause, p *parts, last token) {
	p.subject = p.left
	p.object, p.reason = r.reasonOff(c.id, trim(p.right))
	given, right := len(p.left) > 0, p.right
	first := token{}
	if len(right) > 0 {
		first = right[0]
	}
	if given && len(right) > 1 && r.behindObject(c.id, right) {
		p.object, p.reason = nil, right[1:]
	}
	if len(p.reason) == 0 {
		if p.object, p.reason = r.apartFrom(c.id, p.object); len(p.reason) == 1 && doForms[p.reason[0].low] {
			p.reason = nil // urged Putin to do what
		}
	}
	if first.low == "that" && first.opened == 0 {
		c.confidence -= 0.4 // a clause of its own
	}
	if infinitive(last, right) && r.cased && !given {
		c.confidence -= 0.3 // threatened to leave
	}
}

// behindObject reports whether what follows the predicate is no object, since that is asked for in front, but stands
// behind it: whom did Israel bomb | in Syria.
func (r request) behindObject(id kg.PredicateID, right []token) bool {
	first, next := right[0], right[1]
	switch {
	case first.low == "to": // whom did the Pope urge to stop
		return len(right) > 2 && r.cased && r.lex.is(id, kg.Demands) && infinitive(first, right[1:])
	case inside[first.low] && (next.name || !r.cased || articles[next.low]):
		return true
	case first.low == "as", plainAbout[first.low]: // whom did Lula appoint as ambassador
		return true
	}
	return r.lex.leads(id, first.low) && reasonOpeners[first.low] // whom does Ukraine blame for Bucha
}

// judged sets how sure a clause is.
func (r request) judged(c clause, verb token, reason []token) (clause, bool) {
	if c.subj.bad || c.obj.bad || phraseOf(reason, r.cased).bad {
		return c, false
	}
	c.confidence -= 0.15*float64(c.subj.junk+c.obj.junk) + 0.05*max(0, float64(len(reason)-3))
	if c.subj.topic && r.cased {
		c.confidence -= 0.4
	}
	if c.obj.topic {
		c.confidence -= 0.2
		if r.containsDeed(c.obj.text) ||
			r.cased && !r.lex.is(c.id, kg.OfEvents) && len(tokensOfName(tokenize(c.obj.text))) > 0 {
			c.confidence -= 0.1 // "murder of Jamal Khashoggi": words that a claim may not have in this order
		}
	}
	if verb.stem == "hold" && c.obj.topic {
		c.confidence -= 0.2 // held office
	}
	if !r.cased && (r.containsPhrase(c.subj.text) || r.containsPhrase(c.obj.text)) {
		c.confidence -= 0.2
	}
	return c, c.confidence > 0
}

// containsDeed reports whether a verb in the past stands in words that are to be what a deed was done to.
func (r request) containsDeed(text string) bool {
	words := tokenize(text)
	for i, w := range words {
		if !w.name && participle(w.low) && len(r.lex.find(words, i)) > 0 {
			return true
		}
	}
	return false
}

// containsPhrase reports whether a word that is to be a name leads to a predicate itself.
func (r request) containsPhrase(text string) bool {
	words := tokenize(text)
	for i := range words {
		if len(r.lex.find(words, i)) > 0 {
			return true
		}
	}
	return false
}

// endsWith reports whether a phrase of the vocabulary ends with the word.
func (r request) endsWith(m match, low string) bool {
	_, ok := r.lex.phrases[m.key+" "+low]
	return ok
}

// manner reports whether a word says how something was done: firmly, immediately.
func manner(w token) bool {
	return !w.name && len(w.low) > 5 && strings.HasSuffix(w.low, "ly") && !notManner[w.low]
}

// flags are the auxiliaries that were taken off.
type flags struct{ do, have, be, modal, negated bool }

func (f flags) none() bool { return !f.do && !f.have && !f.modal }

// cutAuxiliaries takes auxiliaries, adverbs and negations off the words before a predicate. What is left is a name, or
// nothing.
func cutAuxiliaries(words []token) ([]token, flags) {
	var f flags
	var rest []token
	for i := 0; i < len(words); {
		n := 0
		if words[i].opened == 0 && !(words[i].name && i > 0) {
			n = f.take(words, i, len(rest) == 0)
		}
		if n == 0 {
			rest = append(rest, words[i])
		}
		i += max(n, 1)
	}
	return rest, f
}

// take notes what stands at word i and gives how many words that takes, 0 where it is a part of a name. first tells
// that no name was met yet.
func (f *flags) take(words []token, i int, first bool) int {
	w, left := words[i], len(words)-i
	refused, used, begun := refusingTo.length(words[i:]), usedTo.length(words[i:]), begunForms.length(words[i:])
	switch {
	case f.auxiliary(w):
		return 1
	case refused > 0:
		f.negated = true // yet to recognize, refused to condemn
		return refused
	case used > 0:
		f.do = true
		return used
	case begun > 0 && begun == left:
		f.do = true // started supporting, managed to free
		return begun
	case becoming[w.low] && (left == 1 || left == 2 && articles[words[i+1].low]):
		f.be = true
		return 1
	case manner(w) && (first || left == 1), firstLast[w.low]:
		return 1
	case adverbs[w.low] && (first || left == 1 || !words[i-1].name || isAuxiliary(words[i+1].low)):
		return 1
	}
	return 0
}

// auxiliary notes an auxiliary or a negation, and reports whether the word is one.
func (f *flags) auxiliary(w token) bool {
	switch {
	case doForms[w.low]:
		f.do = true
	case haveForms[w.low]:
		f.have = true
	case beForms[w.low]:
		f.be = true
	case modals[w.low]:
		f.modal = true
	case negations[w.low]:
		f.negated = true
		f.do = f.do || w.low[0] == 'd'
		f.have = f.have || w.low[0] == 'h'
		f.be = f.be || negatedBe[w.low]
	default:
		return false
	}
	return true
}
