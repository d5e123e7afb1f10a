package commitment

// UntilThen reports whether a clause says how it was before what the text tells of, which is no denial of it: "had
// never recognised X before".
func (co *Reader) UntilThen(v int) bool {
	if !co.ph.HasChild(v, "had") || !co.ph.HasChildIn(v, nots) {
		return false
	}
	for _, c := range co.d.All(v, "advmod", "prep") {
		switch w := co.d.Lower(c); {
		case untilNow[w]:
			if (w != "before" || len(co.d.Children[c]) == 0) && co.rules.Take("polarity.not-before", v) {
				return true
			}
		}
	}
	return false
}

// NoIntention reports whether somebody has no mind to do what a verb says, or rules it out: "has no intention of
// recognising X", "does not plan to".
func (co *Reader) NoIntention(v int) bool {
	d := co.d
	up := d.Tokens[v].Head
	if intentionLinks[d.Lower(up)] {
		up = d.Tokens[up].Head
	}
	switch w := d.Lemma(up); {
	case intentions[w]:
		if d.Noun(up) {
			return co.ph.IsNone(up) || d.Tokens[up].Dep == "dobj" && co.NegatedAt(d.Tokens[up].Head)
		}
		return d.Verb(up) && co.NegatedAt(up)
	case intending[w]:
		return co.NegatedAt(up)
	case excluding[w]:
		return d.Verb(up) && co.ph.HasChild(up, "out") && !co.NegatedAt(up)
	}
	return false
}

// ReversedBy finds the word by which the decision that a verb stands under is undone or thought over: "reversed its
// decision to recognise X", "changed its mind about recognising X"; -1 for none.
func (co *Reader) ReversedBy(v int) int {
	d := co.d
	for at, depth := v, 0; depth < 4; depth++ {
		up := d.Tokens[at].Head
		if up == at || d.Tokens[at].Dep == "conj" || d.Tokens[at].Dep == "ccomp" || d.Tokens[at].Dep == "advcl" ||
			d.Tokens[at].Dep == "nsubj" {
			return -1
		}
		if undoings[d.Lemma(up)] && at != v {
			if d.Noun(at) && yetToCome[d.Lemma(at)] {
				return at
			}
			return up
		}
		if o := d.Child(up, "dobj"); changing[d.Lemma(up)] && o >= 0 && minds[d.Lemma(o)] {
			return o
		}
		at = up
	}
	return -1
}

// IsUndone reports whether what a noun names is taken back or put in doubt by the words that it stands under: "takes
// back its recognition of X". Of what somebody does with what is its own only those verbs are sure that let it be.
func (co *Reader) IsUndone(n int) bool {
	d := co.d
	own := false
	if p := d.Child(n, "poss"); p >= 0 {
		own = d.Tokens[p].Tag == "PRP$"
	}
	for at, depth := n, 0; depth < 4; depth++ {
		up := d.Tokens[at].Head
		if up == at {
			return false
		}
		if undoings[d.Lemma(up)] {
			return true
		}
		if d.Verb(up) {
			return own && d.Tokens[at].Dep != "nsubj" && !lasting[d.Lemma(up)]
		}
		at = up
	}
	return false
}
