package ask

import "sayso/internal/kg"

// clause is who did what to whom, as a question says it.
type clause struct {
	id         kg.PredicateID
	subj, obj  phrase
	about      string
	negated    bool
	byWhom     bool // it asks who did it: "recognized by whom", "invaded by"
	openAbout  bool // it asks for what: "accused of"
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
		if words[i].opened > 0 || r.cased && words[i].name && i > 0 {
			continue
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
	c.negated = flags.negated
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
	passive = passive && !m.stative
	agent := []token(nil)
	if at := indexOf(right, "by"); at >= 0 && (passive || flags.be || flags.none()) && participle(words[m.start].low) && !c.byWhom {
		agent, right = right[at+1:], right[:at]
		if by, why := withoutReason(agent, reasonOf[m.id], reasonFor[m.id]); len(right) == 0 {
			agent, right = by, why
		}
		passive = true
	}
	if n := len(right); n > 0 && (right[n-1].low == "of" || right[n-1].low == "for") && !r.endsWith(m, right[n-1].low) {
		c.openAbout, right = true, right[:n-1]
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
	}
	if m.inverse {
		subject, object = object, subject
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
	}
	if !r.cased && (r.containsPhrase(c.subj.text) || r.containsPhrase(c.obj.text)) {
		c.confidence -= 0.2
	}
	return c, c.confidence > 0
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
			f.be = f.be || w.low == "isn't" || w.low == "wasn't" || w.low == "aren't" || w.low == "weren't"
		case adverbs[w.low] && (len(rest) == 0 || i == len(words)-1 || !words[i-1].name) || w.low == "first" || w.low == "last":
		default:
			rest = append(rest, w)
		}
	}
	return rest, f
}
