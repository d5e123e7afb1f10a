package commitment

// supposed reads clauses that only suppose what they say, without "if".
type supposed struct{ *Reader }

// holds reports whether the clause of verb v only supposes what it says.
func (co supposed) holds(v int) bool {
	return co.theMore(v) || co.ofAnybody(v) || co.wereTo(v) || co.pictured(v)
}

// theMore reports whether a verb says what goes along with something else, whenever it happens: "the more X attacks Y,
// the more it loses".
func (co supposed) theMore(v int) bool {
	d := co.d
	s := d.Child(v, "nsubj", "nsubjpass")
	if s < 0 || d.Lower(d.Left[v]) != "the" || !comparing[d.Lower(d.Left[v]+1)] {
		return false
	}
	for i := v + 1; i+1 < d.Sentences[d.Sentence[v]].End; i++ {
		if d.Tokens[i-1].Text == "," && d.Lower(i) == "the" && comparing[d.Lower(i+1)] {
			return true
		}
	}
	return false
}

// ofAnybody reports whether a relative clause says of whom a rule holds: "anybody who attacks X will pay", "a person
// who killed a child would be jailed".
func (co supposed) ofAnybody(v int) bool {
	d := co.d
	who := d.Tokens[v].Head
	if d.Tokens[v].Dep != "relcl" || d.Tokens[who].Dep != "nsubj" && d.Tokens[who].Dep != "nsubjpass" ||
		co.cast.At[who] >= 0 {
		return false
	}
	det := d.Child(who, "det")
	if !anybody[d.Lower(who)] && (det < 0 || !anyWords[d.Lower(det)]) {
		return false
	}
	return co.ph.HasChildIn(d.Tokens[who].Head, ruling)
}

// wereTo reports whether "were" before its subject makes a condition of an infinitive: "Were X to attack Y, it would".
func (co supposed) wereTo(v int) bool {
	d := co.d
	for d.Tokens[v].Dep == "conj" && d.Child(v, "nsubj") < 0 { // "were X to defy Y and attack Z"
		v = d.Tokens[v].Head
	}
	up := d.Tokens[v].Head
	if up == v || d.Lower(up) != "were" || !co.ph.Infinitive(v) || co.question(up) {
		return false
	}
	s := d.Child(up, "nsubj")
	return s > up && s < v
}

// pictured reports whether what a verb says is only what is hard to see: "it is hard to see X winning".
func (co supposed) pictured(v int) bool {
	d := co.d
	see := d.Tokens[v].Head
	if d.Tokens[v].Dep != "ccomp" || d.Tokens[v].Tag != "VBG" || !seeing[d.Lemma(see)] {
		return false
	}
	up := d.Tokens[see].Head
	a := d.Child(up, "acomp")
	return pictured[d.Lower(up)] || a >= 0 && pictured[d.Lower(a)]
}
