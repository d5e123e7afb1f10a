package claim

import "sayso/internal/kg"

// particle finds the word that must belong to the verb.
func (f *finder) particle(r rule, v int) int {
	for _, c := range f.d.Children[v] {
		if has(r.Particle, f.d.Lower(c)) {
			return c
		}
		if f.d.Tokens[c].Dep == "prep" {
			if o := f.d.Child(c, "pobj"); o >= 0 && has(r.Particle, f.d.Lower(o)) {
				return o
			}
		}
	}
	return -1
}

// innerVerb finds the verb that must follow: "refused to recognize", "urged Y not to recognize", "warned against recognizing".
func (f *finder) innerVerb(r rule, v int) (int, bool) {
	d := f.d
	if len(r.Against) > 0 {
		for _, p := range d.All(v, "prep") {
			if d.Lower(p) != "against" {
				continue
			}
			if x := d.Child(p, "pcomp", "pobj"); x >= 0 && has(r.Against, d.Lemma(x)) {
				return x, true
			}
		}
		return -1, false
	}
	if len(r.Infinitive) == 0 {
		return -1, true
	}
	ups := []int{v}
	for _, c := range d.Children[v] {
		if dep := d.Tokens[c].Dep; dep == "dobj" || dep == "prep" {
			ups = append(ups, c)
			if o := d.Child(c, "pobj"); o >= 0 {
				ups = append(ups, o)
			}
		}
	}
	for _, up := range ups {
		for _, x := range d.All(up, "xcomp", "ccomp", "advcl", "acl", "relcl") {
			if x < v || !has(r.Infinitive, d.Lemma(x)) {
				continue
			}
			to := d.Child(x, "aux")
			if up != v && (to < 0 || d.Lower(to) != "to") || to >= 0 && d.Tokens[to].Tag == "MD" || to < 0 && d.Tokens[x].Dep == "ccomp" && d.Tokens[x].Tag != "VB" {
				continue
			}
			if has(r.Infinitive, "*") && (to < 0 || d.Lower(to) != "to") {
				continue
			}
			if has(r.Infinitive, "recognize") && d.Child(x, "ccomp") >= 0 { // to see that something is so is to recognize nobody
				continue
			}
			if f.negatedAt(x) == r.Negated || has(r.Infinitive, "*") {
				return x, true
			}
		}
	}
	return -1, false
}

// complement tells whether a word stands as a complement or behind "for" under the verb.
func (f *finder) complement(v int, word string) bool {
	d := f.d
	for _, c := range d.Children[v] {
		if d.Lower(c) == word && c > v {
			return true
		}
		for _, g := range d.Children[c] {
			if d.Lower(g) == word && c > v && (d.Tokens[c].Dep == "prep" || d.Tokens[c].Dep == "ccomp" || d.Tokens[c].Dep == "dobj") {
				return true
			}
			if d.Lower(g) == "for" {
				if o := d.Child(g, "pobj"); o >= 0 && d.Lower(o) == word {
					return true
				}
			}
		}
	}
	return false
}

func (f *finder) preposition(v int, words []string) int {
	for _, p := range f.d.All(v, "prep", "dative", "agent") {
		if has(words, f.d.Lower(p)) {
			return p
		}
	}
	return -1
}

func (f *finder) inNoun(r rule, v int) int {
	for _, p := range f.d.All(v, "prep") {
		if f.d.Lower(p) == "in" {
			if o := f.d.Child(p, "pobj"); o >= 0 && (has(r.In, f.d.Lemma(o)) || has(r.In, f.d.Lower(o))) {
				return o
			}
		}
	}
	return -1
}

// asFits checks "as …": a rule that asks for it needs one of its words there; "recognized X as its capital" is no recognition of a state.
func (f *finder) asFits(r rule, v int) bool {
	if r.AsPartOf {
		return f.asPartOf(v)
	}
	d := f.d
	ups := []int{v}
	if o := f.directObject(v); o >= 0 {
		ups = append(ups, o)
	}
	for _, up := range ups {
		for _, p := range d.All(up, "prep") {
			if d.Lower(p) != "as" || p < v {
				continue
			}
			o := d.Child(p, "pobj", "amod", "acomp", "pcomp")
			if len(r.As) == 0 {
				return !r.unless("as")
			}
			return o >= 0 && (has(r.As, d.Lemma(o)) || has(r.As, d.Lower(o)))
		}
	}
	if len(r.As) == 0 {
		return true
	}
	if x := d.Child(v, "oprd", "xcomp", "ccomp"); x >= 0 {
		return has(r.As, d.Lemma(x))
	}
	return false
}

// asPartOf tells whether "as part of Y", "as Y's territory" or "as" with an adjective of a state follows a verb, where Y is not the state that the object lies
// in: who recognizes a territory as what it is already, recognizes nothing.
func (f *finder) asPartOf(v int) bool {
	o := f.directObject(v)
	if o < 0 {
		return false
	}
	whole, ok := f.place(o)
	if it := f.landBefore(o); !ok && it != o {
		whole, ok = f.place(it)
	}
	if about := f.topical(o); !ok && len(about) == 1 {
		whole, ok = about[0], true
	}
	e, known := f.cast.Gaz.Lookup(whole.name, kg.Place)
	if !ok || !known || e.In == "" || e.Kind != "disputed territory" && e.Kind != "region" {
		return false
	}
	for _, up := range []int{v, o} {
		for _, p := range f.d.All(up, "prep") {
			if x := f.d.Child(p, "pobj", "amod", "acomp"); f.d.Lower(p) == "as" && p > v && x >= 0 {
				if holder := f.holder(x); holder != "" {
					return holder != e.In
				}
			}
		}
	}
	return false
}

// holder is the state that what stands behind "as" belongs to: "part of Y", "Y's territory", "Yish"; "" for none.
func (f *finder) holder(i int) string {
	if e, ok := f.cast.Gaz.Demonym(f.d.Tokens[i].Text); ok && e.Kind == "state" {
		return e.Name
	}
	if !possessions[f.d.Lemma(i)] {
		return ""
	}
	if of := f.behind(i, "of"); len(of) > 0 {
		if a, ok := f.actor(of[0]); ok && a.kind == "state" {
			return a.name
		}
		return ""
	}
	if a, ok := f.cast.Country(i); ok && a.Kind == "state" {
		return a.Name
	}
	return ""
}

func (f *finder) withNoun(r rule, v int) bool {
	d := f.d
	for _, up := range append([]int{v}, d.All(v, "dobj")...) {
		for _, p := range d.All(up, "prep") {
			if d.Lower(p) == "with" {
				if o := d.Child(p, "pobj"); o >= 0 && has(r.WithNoun, d.Lemma(o)) {
					return true
				}
			}
		}
	}
	return false
}
