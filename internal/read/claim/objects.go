package claim

import "sayso/internal/read/vocabulary"

// objects finds what fills the object of a rule, all of it, in the first slot that has something fitting.
func (f *finder) objects(r rule, v, light, inner int) []argument {
	if has(r.Object, "nsubj") {
		return f.fit(r, f.subjectTokens(v))
	}
	for _, slot := range r.Object {
		if out := f.fit(r, f.slot(r, slot, v, light, inner)); len(out) > 0 {
			return out
		}
	}
	if f.patterns.undoes[r.id] != "" && light >= 0 {
		if out := f.fit(r, f.recognizedBefore(light)); len(out) > 0 {
			return out
		}
	}
	return f.objectless(r, v, light)
}

// landBefore finds the territory that "it" means behind a verb of recognition or of ties: the last disputed one that this sentence or the one before names.
// i itself where there is none.
func (f *finder) landBefore(i int) int {
	d := f.d
	if d.Sentence[i] < 0 {
		return i
	}
	from := d.Sentences[max(0, d.Sentence[i]-1)].First
	for j := i - 1; j >= from && d.Quoted[j] == d.Quoted[i]; j-- {
		if d.Tokens[j].Dep == "nsubjpass" && d.Tokens[j].Head != d.Tokens[i].Head { // "It has been recognised by X. Y recognised it"
			if a, ok := f.cast.Who(j); ok && a.Kind == "disputed territory" {
				return j
			}
		}
		if k := f.cast.At[j]; k >= 0 && !f.agent(f.cast.Mentions[k].Head(d)) && f.cast.Mentions[k].Kind == "disputed territory" && d.Tokens[j].Dep != "nsubj" && d.Tokens[j].Dep != "poss" {
			return f.cast.Mentions[k].Head(d)
		}
		if d.Lemma(j) == "republic" && d.Tokens[j].Dep != "nsubj" {
			if _, ok := f.place(j); ok {
				return j
			}
		}
	}
	return i
}

// agent tells whether a name, alone or joined to others, is by whom something was done.
func (f *finder) agent(i int) bool {
	d := f.d
	for n := 0; n < 12 && d.Tokens[i].Dep == "conj"; n++ {
		i = d.Tokens[i].Head
	}
	return d.Tokens[i].Dep == "pobj" && d.Tokens[d.Tokens[i].Head].Dep == "agent"
}

// recognizedBefore finds whose recognition "its recognition" was, where that is not said again: what the text last called recognized.
func (f *finder) recognizedBefore(light int) []int {
	d := f.d
	p := d.Child(light, "poss")
	if det := d.Child(light, "det"); !recognitionNouns[d.Lemma(light)] || (p < 0 || d.Tokens[p].Tag != "PRP$") && (det < 0 || !theWords[d.Lower(det)]) {
		return nil
	}
	for j := light - 1; j >= 0 && j > light-nearby; j-- {
		var of []int
		switch w := d.Lemma(j); {
		case w == "recognition":
			of = f.behind(j, "of")
		case recognizeVerbs[w]:
			if o := d.Child(j, "dobj"); d.Verb(j) && o >= 0 {
				of = d.Coordinated(o)
			}
		}
		if len(of) > 0 {
			return of
		}
	}
	return nil
}

// slot gives the heads of the noun phrases in one place under a verb.
func (f *finder) slot(r rule, slot string, v, light, inner int) []int {
	d := f.d
	switch slot {
	case "dobj":
		if o := f.directObject(v); o >= 0 {
			if c := d.Child(o, "nmod", "compound"); c >= 0 && f.number(o) > c && (f.cast.At[c] >= 0 || f.nounType(c) != "") { // "fined X 1.2 billion euros"
				return []int{c}
			}
			return append(d.Coordinated(o), f.secondAs(r, v)...)
		}
	case "attr":
		if a := d.Child(v, "attr"); a > v {
			return []int{a}
		}
	case "inner":
		if inner >= 0 {
			if d.Noun(inner) {
				return f.behind(inner, "of")
			}
			if o := f.directObject(inner); o >= 0 {
				return d.Coordinated(o)
			}
		}
	case "inner-with":
		if inner >= 0 {
			return f.behind(inner, "with")
		}
	case "poss":
		if light >= 0 {
			if p := d.Child(light, "poss"); p >= 0 {
				return []int{p}
			}
		}
	case "dative":
		if o := d.Child(v, "dative"); o >= 0 && d.Tokens[o].Tag != "IN" {
			return d.Coordinated(o)
		}
		if d.Child(v, "dobj") >= 0 && light >= 0 && f.passive(v) {
			return nil
		}
	case "thatsubject":
		if c := d.Child(v, "ccomp"); c > v {
			if s := d.Child(c, "nsubj", "nsubjpass"); s >= 0 {
				return d.Coordinated(s)
			}
		}
	case "clause":
		for _, c := range d.All(v, "ccomp", "xcomp") {
			if c > v {
				return []int{c}
			}
		}
	case "npadvmod":
		if o := d.Child(v, "npadvmod"); o > v {
			return []int{o}
		}
	case "none", "nsubj":
		return nil
	default:
		return f.behindAny(r, slot, v, light)
	}
	return nil
}

// behindAny looks for a preposition under the verb, its object, its particle or its light noun.
func (f *finder) behindAny(r rule, slot string, v, light int) []int {
	d := f.d
	if light >= 0 {
		if out := f.behind(light, slot); len(out) > 0 {
			return out
		}
		for _, t := range r.Through {
			for _, o := range f.behind(light, "of") {
				if d.Lemma(o) == t {
					return f.behind(o, "of")
				}
			}
		}
	}
	if out := f.behind(v, slot); len(out) > 0 {
		return append(out, f.secondPair(v, slot)...)
	}
	for _, via := range r.Via { // "agreed to a settlement with X"
		for _, o := range f.behind(v, via) {
			if out := f.behind(o, slot); len(out) > 0 {
				return out
			}
		}
	}
	if p := f.particle(r, v); len(r.Particle) > 0 && p >= 0 {
		if out := f.behind(p, slot); len(out) > 0 {
			return out
		}
	}
	if o := d.Child(v, "dobj", "nsubjpass"); o >= 0 && (len(r.Light) > 0 || r.DobjAny || r.is(vocabulary.UnderObject)) {
		for n := 0; n < 3 && o >= 0; n++ {
			if out := f.behind(o, slot); len(out) > 0 {
				return out
			}
			of := f.behind(o, "of")
			if len(of) == 0 {
				break
			}
			o = of[0]
		}
	}
	if favours[slot] {
		for _, o := range f.behind(v, "in") {
			if d.Lower(o) == slot {
				return f.behind(o, "of")
			}
		}
	}
	return nil
}

// secondPair gives the goal of a second thing under one verb: "supplied missiles to X and drones to Y".
func (f *finder) secondPair(v int, preposition string) []int {
	d := f.d
	var out []int
	for n, p := range d.All(v, "prep", "dative") {
		if o := d.Child(p, "pobj"); n > 0 && o >= 0 && d.Lower(p) == preposition && d.Tokens[p-1].Dep == "conj" && f.cast.At[p-1] < 0 {
			out = append(out, d.Coordinated(o)...)
		}
	}
	return out
}

// behind gives the coordinated objects of a preposition under i; "of" under a particle counts ("out of").
func (f *finder) behind(i int, preposition string) []int {
	d := f.d
	for _, p := range d.All(i, "prep", "dative", "agent") {
		if d.Lower(p) == preposition {
			o := d.Child(p, "pobj")
			if o >= 0 && d.Tokens[o].Tag == "WDT" && d.Verb(i) { // "X, with which Y cut ties"
				if a := f.antecedent(i); a >= 0 {
					return d.Coordinated(a)
				}
			}
			if o >= 0 && !f.when(o) {
				return d.Coordinated(o)
			}
		}
		for _, q := range d.All(p, "prep") {
			if d.Lower(q) == preposition {
				if o := d.Child(q, "pobj"); o >= 0 {
					return d.Coordinated(o)
				}
			}
		}
	}
	return nil
}
