package ask

// didTo reads "what did Russia do to Ukraine", "what actions did Hungary take against Ukraine", "what was done to
// Syria".
func (r deedReader) didTo(kind asked, rest []token) []Question {
	if kind != askWhat {
		return nil
	}
	left, right, found := cutAt(rest, func(i int) int { return doneAt(rest, i) })
	if !found {
		return nil
	}
	name, f := cutAuxiliaries(left)
	subject := r.phrase(name)
	if !subject.given() || subject.bad || f.modal || f.negated || has(right, eachOtherWords) {
		return nil
	}
	object, reason := withoutReason(trim(right), nil)
	if len(reason) == 0 {
		object, reason = r.apartFrom("", object) // to China | in the Spratlys
	}
	target := r.phrase(object)
	q := r.question(WhatDid, 0.95-0.15*float64(subject.junk+target.junk))
	two := indexOf(name, "and") > 0 && !target.given() && !r.cased
	if target.bad || two || subject.topic && r.cased && !body(trim(name)) {
		return nil
	}
	q.Actor, q.Target, q.Topic, q.About = subject.text, target.text, target.topic, textOf(trim(reason))
	if target.topic {
		q.Confidence -= 0.3
	}
	return []Question{q}
}

// doneAt counts the words of "do" or of "take against" at word i, 0 for neither.
func doneAt(words []token, i int) int {
	if i > 0 && (doneForms[words[i].low] && words[i-1].low != "to" || begins(words[i:], takeAgainst)) {
		return 1
	}
	return 0
}

// doneTo reads "what was done to Navalny by Russia".
func (r deedReader) doneTo(kind asked, rest []token) []Question {
	at := indexOf(rest, "by")
	if kind != askWhat || !beForms[rest[0].low] && !haveForms[rest[0].low] || at < 3 {
		return nil
	}
	done := indexOf(rest[:at], "done")
	if done < 1 || !withForms[rest[done+1].low] {
		return nil
	}
	actor, target := r.phrase(rest[at+1:]), r.phrase(rest[done+2:at])
	if !actor.named(r.cased) || !target.named(r.cased) {
		return nil
	}
	q := r.question(WhatDid, 0.93-0.15*float64(actor.junk+target.junk))
	q.Actor, q.Target = actor.text, target.text
	return []Question{q}
}
