package ask

import (
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
}

// reasonOf and reasonFor are predicates whose reason follows "of", and those whose reason follows "for" even where it is a name.
var (
	reasonOf  = map[kg.PredicateID]bool{"ACCUSED": true, "CONVICTED": true, "WARNED": true, "CHARGED": true}
	reasonFor = map[kg.PredicateID]bool{"ACCUSED": true, "BLAMED": true, "CONDEMNED": true, "PRAISED": true, "SANCTIONED": true, "APOLOGIZED_TO": true,
		"EXPELLED": true, "SUED": true, "CONVICTED": true, "CHARGED": true}
)

// clauses lists the ways to read words as a clause, each with a phrase of the vocabulary as its predicate.
func (r request) clauses(words []token) []clause {
	var out []clause
	for i := range words {
		if words[i].opened > 0 || r.cased && words[i].name && i > 0 || i > 0 && (words[i-1].owner || demonyms[words[i-1].text] != "") {
			continue // behind a possessive or an adjective stands no verb: Navalny's aides, Russian losses
		}
		for _, m := range r.lex.find(words, i) {
			if c, ok := r.clause(words, m); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// clause reads what stands before and after the predicate.
func (r request) clause(words []token, m match) (clause, bool) {
	c := clause{id: m.id, confidence: 0.95, length: m.end - m.start}
	left, flags := cutAuxiliaries(words[:m.start])
	c.negated, c.finite = flags.negated, flags.do || flags.have
	if anybodyAt(left) {
		c.anybody, left = true, nil
	}
	if flags.modal {
		return c, false
	}
	right := words[m.end:]
	if at := indexOf(right, "not", "never"); at >= 0 {
		return c, false
	}
	passive := flags.be && participle(words[m.start].low) && !m.inverse
	if len(right) > 0 && right[len(right)-1].low == "by" && (passive || flags.be) {
		c.byWhom, right = true, right[:len(right)-1]
	}
	passive = passive && !m.stative && !(connectors[words[m.end-1].low] && len(right) > 0 && indexOf(right, "by") < 0 && !c.byWhom) // opposed to Sweden
	if c.anybody && passive {
		return c, false
	}
	agent := []token(nil)
	if at := indexOf(right, "by"); at >= 0 && (passive || flags.be || flags.none()) && participle(words[m.start].low) && !c.byWhom {
		agent, right = right[at+1:], right[:at]
		if by, why := withoutReason(agent, reasonOf[m.id], reasonFor[m.id]); len(right) == 0 {
			agent, right = by, why
		}
		passive = true
		if anybodyAt(agent) {
			c.anybody, agent = true, nil // recognized by anyone
		}
	}
	c.passive = passive
	if passive && len(agent) == 0 && len(left) > 0 && len(right) > 0 && m.id != "APPOINTED" && (right[0].name || articles[right[0].low]) {
		return c, false // a passive has no object
	}
	if n := len(right); n > 0 && (right[n-1].low == "of" || right[n-1].low == "for" || right[n-1].low == "with" && m.id == "CHARGED") && !r.endsWith(m, right[n-1].low) {
		c.openAbout, right = true, right[:n-1]
	}
	if anybodyAt(trim(right)) || len(right) == 1 && anything[right[0].low] {
		c.anything, right = true, nil
	}
	c.tail = len(right) == 0
	var object, reason []token
	subject := left
	if passive {
		subject, object = agent, left
		if len(left) == 0 {
			object = nil
		}
		reason = right
		if len(left) == 0 && len(agent) > 0 && len(right) > 0 && !reasonOf[m.id] && !reasonFor[m.id] {
			object, reason = nil, right
		}
	} else {
		object, reason = withoutReason(trim(right), reasonOf[m.id], reasonFor[m.id])
		if len(right) > 1 && (right[0].low == "for" && reasonFor[m.id] || right[0].low == "of" && reasonOf[m.id]) && len(left) > 0 {
			object, reason = nil, right[1:] // whom does Ukraine blame for Bucha
		}
		if len(left) > 0 && len(right) > 1 && set("in at near inside")[right[0].low] && (right[1].name || !r.cased) {
			object, reason = nil, right[1:] // what did Israel bomb in Syria
		}
		if len(left) > 0 && len(right) > 2 && right[0].low == "to" && demanding[m.id] && infinitive(right[0], right[1:]) && r.cased {
			object, reason = nil, right[1:] // whom did the Pope urge to stop
		}
		if len(reason) == 0 {
			if object, reason = r.apartFrom(m.id, object); len(reason) == 1 && doForms[reason[0].low] {
				reason = nil // urged Putin to do what
			}
		}
		if len(right) > 0 && right[0].low == "that" && right[0].opened == 0 {
			c.confidence -= 0.4 // a clause of its own
		}
		if infinitive(words[m.end-1], right) && r.cased && len(left) == 0 {
			c.confidence -= 0.3 // threatened to leave
		}
	}
	if m.inverse {
		subject, object = object, subject
	}
	if len(object) == 0 && mutual[m.id] && !m.inverse {
		if and := indexOf(subject, "and"); and > 0 && and+1 < len(subject) {
			subject, object = subject[:and], subject[and+1:] // Russia and Georgia met
		}
	}
	c.subj, c.obj = phraseOf(subject, r.cased), phraseOf(bare(object), r.cased)
	if !r.cased && len(object) < 3 && has(right[:min(2, len(right))], articles) {
		c.confidence -= 0.3 // "the voice": words that may be no name
	}
	c.about = textOf(trim(reason))
	if m.id == "HOLDS_OFFICE_IN" && words[m.end-1].low == "of" && c.about == "" {
		c.about = textOf(trim(words[m.start : m.end-1])) // which office: president
	}
	return r.judged(c, words[m.start], reason)
}

// anybodyAt tells whether words mean nobody in particular: anybody, any country.
func anybodyAt(words []token) bool {
	return len(words) > 0 && (set("anyone anybody someone somebody everyone everybody")[words[0].low] && len(words) == 1 || set("any some")[words[0].low] && len(words) > 1 && len(skipNouns(words[1:])) == 0)
}

// mutual are deeds that two do together.
var mutual = map[kg.PredicateID]bool{"MET_WITH": true, "NEGOTIATED_WITH": true, "AGREED_WITH": true, "COOPERATED_WITH": true, "ESTABLISHED_TIES_WITH": true, "BROKE_TIES_WITH": true}

// infinitive tells whether a verb with "to" follows: threatened to leave. before is the last word of the predicate, which may have the "to".
func infinitive(before token, right []token) bool {
	if len(right) > 0 && right[0].low == "to" {
		before, right = right[0], right[1:]
	}
	return before.low == "to" && len(right) > 0 && right[0].opened == 0 && !right[0].name && !articles[right[0].low] && !possessives[right[0].low]
}

// demanding are predicates behind whose object stands what it is to do: urged Israel to stop.
var demanding = map[kg.PredicateID]bool{"URGED": true, "DEMANDED": true, "WARNED": true, "PROMISED": true, "THREATENED": true}

// inNames are words of names that go on with a place: the Organization for Security and Co-operation in Europe, the embassy in Kyiv.
var inNames = set("organization organisation co-operation cooperation mission embassy consulate office council forces force committee church bank command center centre university union party movement " +
	"doctors ambassador government army troops soldiers women friends mothers reporters network congress tribunal court front state republic people rebels separatists")

// apartFrom parts an object from what follows it: where ("Taliban | in Doha"), what it is to do ("Israel | to stop the war"), or, where a thing is given,
// to whom ("Ukraine | weapons").
func (r request) apartFrom(id kg.PredicateID, object []token) (name, about []token) {
	for i := 1; i+1 < len(object); i++ {
		w, next := object[i], object[i+1]
		named := next.name || articles[next.low] && i+2 < len(object) && object[i+2].name
		switch {
		case w.opened > 0 || w.name:
		case w.low == "to" && demanding[id] && !named && !articles[next.low]:
			return object[:i], object[i+1:]
		case !r.cased || !named:
		case set("in at near inside")[w.low] && object[0].name && !has(object[:i], inNames):
			return object[:i], object[i+1:]
		case w.low == "to" && !has(object[:i], articles) && phraseOf(object[:i], true).topic:
			return object[i+1:], object[:i]
		}
	}
	return object, nil
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
		if r.containsDeed(c.obj.text) {
			c.confidence -= 0.1
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

// containsDeed tells whether a verb in the past stands in words that are to be what a deed was done to.
func (r request) containsDeed(text string) bool {
	words := tokenize(text)
	for i, w := range words {
		if !w.name && participle(w.low) && len(r.lex.find(words, i)) > 0 {
			return true
		}
	}
	return false
}

// containsPhrase tells whether a word that is to be a name leads to a predicate itself.
func (r request) containsPhrase(text string) bool {
	words := tokenize(text)
	for i := range words {
		if len(r.lex.find(words, i)) > 0 {
			return true
		}
	}
	return false
}

// endsWith tells whether a phrase of the vocabulary ends with the word.
func (r request) endsWith(m match, low string) bool {
	_, ok := r.lex.phrases[m.key+" "+low]
	return ok
}

// manner tells whether a word says how something was done: firmly, immediately.
func manner(w token) bool {
	return !w.name && len(w.low) > 5 && strings.HasSuffix(w.low, "ly") && !set("family assembly supply sicily anomaly italy likely unlikely hardly barely nearly scarcely")[w.low]
}

// becoming are verbs that stand for a form of "be": got arrested, became a member.
var becoming = set("get gets got getting gotten become becomes became becoming")

// beginning are verbs that say that what follows was done.
var beginning = set("start started starts begin began begun begins continue continued continues manage managed proceed proceeded")

// refusing are verbs that say that what follows was not done.
var refusing = set("refuse refuses refused refusing decline declines declined fail fails failed failing neglected")

// flags are the auxiliaries that were taken off.
type flags struct{ do, have, be, modal, negated bool }

func (f flags) none() bool { return !f.do && !f.have && !f.modal }

// cutAuxiliaries takes auxiliaries, adverbs and negations off the words before a predicate. What is left is a name, or nothing.
func cutAuxiliaries(words []token) ([]token, flags) {
	var f flags
	var rest []token
	for i, w := range words {
		switch {
		case w.opened > 0:
			rest = append(rest, w)
		case w.name && i > 0:
			rest = append(rest, w)
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
			f.be = f.be || set("isn't wasn't aren't weren't isn’t wasn’t isnt wasnt arent werent")[w.low]
		case w.low == "yet" && i+1 < len(words) && words[i+1].low == "to" || refusing[w.low] && i+1 < len(words) && words[i+1].low == "to":
			f.negated = true // yet to recognize, refused to condemn
		case i == len(words)-1 && beginning[w.low] || i == len(words)-2 && (beginning[w.low] && words[i+1].low == "to" || w.low == "ended" && words[i+1].low == "up"):
			f.do = true // started supporting, managed to free
		case w.low == "to" && i > 0 && i == len(words)-1 && beginning[words[i-1].low] || w.low == "up" && i > 0 && words[i-1].low == "ended":
		case w.low == "used" && i+1 < len(words) && words[i+1].low == "to" || w.low == "to" && i > 0 && words[i-1].low == "used":
			f.do = true
		case w.low == "to" && i > 0 && f.negated && (words[i-1].low == "yet" || refusing[words[i-1].low]):
		case becoming[w.low] && (i == len(words)-1 || i == len(words)-2 && articles[words[i+1].low]):
			f.be = true
		case manner(w) && (len(rest) == 0 || i == len(words)-1):
		case adverbs[w.low] && (len(rest) == 0 || i == len(words)-1 || !words[i-1].name || isAuxiliary(words[i+1].low)) || w.low == "first" || w.low == "last":
		default:
			rest = append(rest, w)
		}
	}
	return rest, f
}
