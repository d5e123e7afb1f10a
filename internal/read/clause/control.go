package clause

// subjectFromNoun finds the subject of a verb that explains the noun before it: "signed a decree recognizing X",
// "Kenya's decision to recognise".
func (cl *Roles) subjectFromNoun(v, up, depth int) []int {
	d := cl.d
	if d.Tokens[v].Tag == "VBG" {
		return cl.subjectOfGerund(v, up)
	}
	if (d.Tokens[v].Tag == "VB" && (cl.ph.IsRanked(up) || d.Tokens[up].Head == up)) &&
		cl.rules.Take("subject.ranked-noun", v, up) {
		return cl.describedSubject(up)
	}
	if d.Tokens[v].Tag == "VB" { // "Kenya's decision to recognise", "the decision of Kenya to recognise"
		if p := d.Child(up, "poss"); p >= 0 && cl.rules.Take("subject.owner-of-decision", v, p) {
			return d.Coordinated(p)
		}
		if of := cl.ph.Behind(up, "of"); len(of) > 0 && cl.rules.Take("subject.of-decision", v) {
			return of
		}
	}
	if d.Tokens[v].Tag == "VB" && d.Tokens[up].Dep == "dobj" {
		if who := cl.deciding(v, up, depth); who != nil {
			return who
		}
	}
	if prep := d.Tokens[up].Head; d.Tokens[v].Tag == "VB" && d.Tokens[up].Dep == "pobj" &&
		d.Lemma(d.Tokens[prep].Head) == "be" && cl.rules.Take("subject.in-talks-to", v, prep) { // "is in talks to buy"
		return cl.SubjectTokensUp(d.Tokens[prep].Head, depth)
	}
	return nil
}

// deciding finds who does what an infinitive says that explains the object up of a verb: "made a decision to invade",
// "gave X the power to ban Y".
func (cl *Roles) deciding(v, up, depth int) []int {
	d := cl.d
	if o := d.Child(d.Tokens[up].Head, "dative"); o >= 0 && o < up && cl.rules.Take("subject.given-power", v, o) {
		return d.Coordinated(o)
	}
	if (callings[d.Lemma(up)] || taking[d.Lemma(d.Tokens[up].Head)]) && cl.rules.Take("subject.asked-by-others", v, up) {
		return nil
	}
	if cl.rules.Take("subject.of-verb-of-decision", v, up) {
		return cl.SubjectTokensUp(d.Tokens[up].Head, depth)
	}
	return nil
}

// subjectOfGerund finds who does what an -ing form says that explains the noun before it.
func (cl *Roles) subjectOfGerund(v, up int) []int {
	if by := cl.Enactor(up); by >= 0 &&
		cl.rules.Take("subject.of-enactment", v, by) { // "signed a decree recognizing X"
		return cl.SubjectTokens(by)
	}
	if by := cl.utterer(up); by >= 0 && cl.rules.Take("subject.of-utterance", v, by) { // "issued a statement urging X"
		return cl.SubjectTokens(by)
	}
	return []int{up}
}

// subjectFromPreposition finds the subject of a verb behind a preposition: "accused Y of doing", "has no intention of
// doing", "kept Y from doing".
func (cl *Roles) subjectFromPreposition(v, prep, depth int) []int {
	d := cl.d
	if d.Tokens[prep].Head == prep {
		return nil
	}
	gov := d.Tokens[prep].Head
	if cl.hindersNobody(gov, prep) {
		return nil
	}
	if cl.chargedWith(gov, prep) {
		return nil
	}
	if shortOf[d.Lower(gov)] {
		gov = d.Tokens[gov].Head
	}
	if o := cl.patient(gov); o >= 0 && o < v && cl.objectActs(gov, d.Lower(prep)) &&
		cl.rules.Take("subject.object-before-preposition", v, o) {
		return d.Coordinated(o)
	}
	if d.Tokens[gov].Dep == "dobj" && aims[d.Lemma(gov)] &&
		cl.rules.Take("subject.intention-of", v, gov) { // "has no intention of doing"
		return cl.SubjectTokensUp(d.Tokens[gov].Head, depth)
	}
	if d.Tokens[gov].Dep == "dobj" && d.Lower(prep) == "of" &&
		cl.rules.Take("subject.noun-before-of", v, gov) { // "accused Y of doing" with "of" under Y
		return []int{gov}
	}
	if reasons[d.Lower(prep)] {
		if be := cl.stateOf(gov); be >= 0 && cl.rules.Take("subject.of-state-before", v, be) {
			return cl.SubjectTokensUp(be, depth)
		}
	}
	if d.Verb(gov) && cl.rules.Take("subject.of-governing-verb", v, gov) {
		return cl.SubjectTokensUp(gov, depth)
	}
	return nil
}

// chargedWith reports whether a preposition leads to what the accused are said to have done or planned.
func (cl *Roles) chargedWith(gov, prep int) bool {
	return charging[cl.d.Lemma(gov)] && cl.d.Lower(prep) == "with"
}

// stateOf is the verb of which a word tells the state: of "furious", the "is" of "is furious after being fined"; -1 for
// none.
func (cl *Roles) stateOf(word int) int {
	up := cl.d.Tokens[word].Head
	return where(cl.d.Tokens[word].Dep == "acomp" && cl.d.Verb(up), up)
}

// patient is whom a verb acts on before a preposition; not the sum in "was fined $500 for doing".
func (cl *Roles) patient(gov int) int {
	if s := cl.suffered(gov); s >= 0 {
		return s
	}
	return cl.d.Child(gov, "dobj")
}

// SubjectTokensUp gives the subject of a verb, or the one that it takes over from the verb it hangs on.
func (cl *Roles) SubjectTokensUp(up, depth int) []int {
	d := cl.d
	if s := d.Child(up, "nsubj", "nsubjpass"); s >= 0 {
		if t := d.Tokens[s].Tag; t == "WP" || t == "WDT" {
			if a := cl.ph.Antecedent(up); a >= 0 && cl.rules.Take("subject.relative-above", up, a) {
				return []int{a}
			}
		}
		return d.Coordinated(s)
	}
	return cl.sharedSubject(up, depth+1)
}
