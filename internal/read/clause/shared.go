package clause

// sharedSubject climbs to the subject that a verb without one takes over from the verb it hangs on; after "urged Y
// to", that is Y.
func (cl *Roles) sharedSubject(v, depth int) []int {
	d := cl.d
	up := d.Tokens[v].Head
	if up == v || depth > 4 {
		return nil
	}
	switch d.Tokens[v].Dep {
	case "xcomp", "ccomp":
		return cl.subjectOfComplement(v, up, depth)
	case "conj", "advcl", "parataxis":
		return cl.subjectOfJoined(v, up, depth)
	case "amod":
		if cl.VerbTaken(up) && cl.rules.Take("subject.verb-taken-for-adjective", v, up) {
			return cl.SubjectTokensUp(cl.verbAbove(up), depth)
		}
	case "compound":
		if d.Tokens[v].Tag == "VBG" && d.Verb(d.Tokens[up].Head) && cl.rules.Take("subject.gerund-as-compound", v, up) {
			return cl.SubjectTokensUp(d.Tokens[up].Head, depth)
		}
	case "relcl": // "the first country to recognise", "X to recognise Y" in a title
		if d.Tokens[v].Tag == "VB" && cl.ph.Infinitive(v) && cl.rules.Take("subject.described-by-infinitive", v, up) {
			return cl.describedSubject(up)
		}
	case "acl":
		return cl.subjectFromNoun(v, up, depth)
	case "pcomp":
		return cl.subjectFromPreposition(v, up, depth)
	}
	return nil
}

// verbAbove climbs a few tokens to a verb, or as far as that goes.
func (cl *Roles) verbAbove(i int) int {
	for n := 0; n < 4 && !cl.d.Verb(i) && cl.d.Tokens[i].Head != i; n++ {
		i = cl.d.Tokens[i].Head
	}
	return i
}

// subjectOfComplement finds the subject of a verb that another governs: "urged Y to", "demanded that Y free X", "is
// ready to".
func (cl *Roles) subjectOfComplement(v, up, depth int) []int {
	d := cl.d
	if s := d.Child(v, "npadvmod"); d.Child(v, "mark") >= 0 && s >= 0 && s < v && cl.cast.At[s] >= 0 &&
		cl.rules.Take("subject.demanded-that", v, s) {
		return d.Coordinated(s)
	}
	if !d.Verb(up) {
		if d.Tokens[up].Dep == "acomp" && cl.rules.Take("subject.of-adjective", v, up) {
			return cl.SubjectTokensUp(d.Tokens[up].Head, depth)
		}
		return nil
	}
	if d.Child(v, "nsubj") >= 0 {
		return nil
	}
	if n := cl.AskedByOthers(v, up); n >= 0 && cl.rules.Take("subject.asked-by-others", v, n) {
		return nil
	}
	if o := d.Child(up, "dobj"); o >= 0 && o < v && cl.objectControls(up, o) &&
		cl.rules.Take("subject.object-control", v, o) {
		return d.Coordinated(o)
	}
	if o := cl.appealedTo(up); o >= 0 && o < v && d.Tokens[v].Tag == "VB" &&
		cl.rules.Take("subject.appealed-to", v, o) {
		return d.Coordinated(o)
	}
	return cl.SubjectTokensUp(up, depth)
}

// subjectOfJoined finds the subject of a verb that is joined to another or tells when, why or how it happened.
func (cl *Roles) subjectOfJoined(v, up, depth int) []int {
	d := cl.d
	if tag := d.Tokens[v].Tag; d.Tokens[v].Dep == "advcl" && tag != "VBG" && tag != "VB" && tag != "VBN" {
		return nil
	}
	if n := cl.AskedByOthers(v, up); n >= 0 && cl.rules.Take("subject.asked-by-others", v, n) {
		return nil
	}
	if o := cl.AskedToAct(up, v); o >= 0 && cl.rules.Take("subject.asked-for-purpose", v, o) {
		return d.Coordinated(o)
	}
	if d.Verb(up) && cl.rules.Take("subject.of-joined-verb", v, up) {
		return cl.SubjectTokensUp(up, depth)
	}
	return nil
}
