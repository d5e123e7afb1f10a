package clause

// VerbTaken reports whether the noun t, joined to another by "and", is rather the object of a verb that the parser
// took for an adjective: "condemned the decision and announced sanctions".
func (cl *Verbs) VerbTaken(t int) bool {
	d := cl.d
	a := d.Child(t, "amod")
	if a < 1 || d.Tokens[t].Dep != "conj" || a != d.Left[t] || d.Tokens[a-1].Dep != "cc" {
		return false
	}
	if tag := d.Tokens[a].Tag; tag != "VBN" && tag != "VBD" || d.Child(d.Tokens[t].Head, "det", "poss", "nummod") < 0 {
		return false
	}
	return cl.words.Attributes(d.Lemma(a)) || cl.known[d.Lemma(a)]
}

// StartsClause reports whether a name joined to an object by "and" is rather the subject of the verb right after it:
// "… the plan and X voted".
func (cl *Verbs) StartsClause(t int) bool {
	d := cl.d
	next := t + 1
	if k := cl.cast.At[t]; k >= 0 {
		next = cl.cast.Mentions[k].End
	}
	if next >= len(d.Tokens) || d.Tokens[t].Dep != "conj" || d.Sentence[next] != d.Sentence[t] {
		return false
	}
	if s := d.Child(next, "nsubj"); s >= 0 && s < t { // the verb has a subject further up
		return false
	}
	tag := d.Tokens[next].Tag
	return (tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD") && d.Tokens[next].Head != t
}
