package claim

import (
	"slices"
	"sort"

	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
)

// fit keeps what a rule's object may be, and goes through nouns like "independence" to whose it is.
func (f *finder) fit(r rule, tokens []int) []argument {
	var out []argument
	switch r.Need {
	case "figure":
		tokens = f.listed(tokens)
	case "victims": // "six people in X, nine in Y"
		for _, t := range f.listed(tokens) {
			if of := f.behind(t, "of"); len(of) > 0 && f.d.Tokens[of[0]].Tag == "PRP" { // "eight people, two of them children"
				continue
			}
			if f.d.Tokens[t].Tag == "CD" && f.number(t) == t && !slices.Contains(tokens, t) && f.number(tokens[0]) >= 0 {
				tokens = append(tokens, t)
			}
		}
	}
	for n, t := range f.membersOf(tokens) {
		_, _, gap := f.gap(t)
		_, _, two := f.twoPlaces(t)
		if n > 0 && (gap || two || f.verbTaken(t) || f.startsClause(t)) {
			continue
		}
		through := false
		targets := []int{t}
		if has(r.Through, f.d.Lemma(t)) {
			through, targets = true, f.whose(t)
		}
		if r.Need == "through" && !through {
			continue
		}
		if through && len(targets) == 0 && r.is(vocabulary.Topic) && !r.Swapped {
			out = append(out, f.topical(t)...)
		}
		for _, x := range targets {
			all := []int{f.meant(x)}
			if all[0] == x && f.d.Lower(x) == "it" && r.is(vocabulary.States) {
				all[0] = f.landBefore(x)
			}
			if all[0] != x && f.d.Lower(x) == "them" { // "recognized A and B; C refused to recognize them"
				all = f.d.Coordinated(all[0])
			}
			have := len(out)
			for _, m := range all {
				for _, e := range f.expand(m) {
					if a, ok := f.object(r, e); ok {
						out = append(out, a)
					}
				}
			}
			if len(out) == have && r.is(vocabulary.TopicObject) && !r.Swapped {
				out = append(out, f.topical(x)...)
			}
		}
	}
	return out
}

// membersOf goes through "either of the two regions" and "none of them" to what they are chosen from.
func (f *finder) membersOf(tokens []int) []int {
	if len(tokens) != 1 {
		return tokens
	}
	if members[f.d.Lower(tokens[0])] {
		if of := f.behind(tokens[0], "of"); len(of) > 0 {
			return of
		}
	}
	return tokens
}

// verbTaken tells whether the noun t, joined to another by "and", is rather the object of a verb that the parser took for an adjective:
// "condemned the decision and announced sanctions".
func (f *finder) verbTaken(t int) bool {
	d := f.d
	a := d.Child(t, "amod")
	if a < 1 || d.Tokens[t].Dep != "conj" || a != d.Left[t] || d.Tokens[a-1].Dep != "cc" || d.Tokens[a].Tag != "VBN" && d.Tokens[a].Tag != "VBD" || d.Child(d.Tokens[t].Head, "det", "poss", "nummod") < 0 {
		return false
	}
	return f.words.Attributes(d.Lemma(a)) || len(f.patterns.verbs[d.Lemma(a)]) > 0
}

// startsClause tells whether a name joined to an object by "and" is rather the subject of the verb right after it: "… the plan and X voted".
func (f *finder) startsClause(t int) bool {
	d := f.d
	next := t + 1
	if k := f.cast.At[t]; k >= 0 {
		next = f.cast.Mentions[k].End
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

// listed adds the members of a list that the parser hung on as appositions: "1,886 tanks, 4,162 vehicles, 792 drones".
func (f *finder) listed(tokens []int) []int {
	out, seen := append([]int{}, tokens...), map[int]bool{}
	for k := 0; k < len(out) && k < 40; k++ {
		if seen[out[k]] {
			continue
		}
		seen[out[k]] = true
		out = append(out, f.d.All(out[k], "conj", "appos")...)
	}
	kept := out[:0:0]
	for t := range seen {
		kept = append(kept, t)
	}
	sort.Ints(kept)
	return kept
}

// whose gives the owners of a noun: "the independence of X and Y", "X's independence".
func (f *finder) whose(i int) []int {
	if changes[f.d.Lemma(i)] {
		return f.changed(i)
	}
	if out := f.behind(i, "of"); len(out) > 0 {
		return out
	}
	if len(f.behind(i, "over")) > 0 { // sovereignty over a territory is not statehood
		return nil
	}
	if p := f.d.Child(i, "poss"); p >= 0 {
		if f.d.Tokens[p].Tag == "WP$" {
			if a := f.antecedent(f.d.Tokens[i].Head); a >= 0 {
				return f.d.Coordinated(a)
			}
			return nil
		}
		if s := f.hoper(i, p); s >= 0 {
			return f.d.Coordinated(s)
		}
		return f.d.Coordinated(p)
	}
	return nil
}

// changed gives the territory whose annexation or new status noun i names: "the annexation of X", "X's accession to Y", "the region's new status".
func (f *finder) changed(i int) []int {
	if f.d.Lemma(i) == "status" && !f.hasChildIn(i, newStatus) {
		return nil
	}
	out := f.behind(i, "of")
	if len(out) == 1 && f.d.Lemma(out[0]) == "status" { // "the change of the status of X"
		out = f.behind(out[0], "of")
	}
	if p := f.d.Child(i, "poss"); len(out) == 0 && p >= 0 && f.d.Tokens[p].Tag != "PRP$" {
		out = f.d.Coordinated(p)
	}
	if det := f.d.Child(i, "det"); len(out) == 0 && det >= 0 && f.d.Lower(det) == "the" && f.d.Child(i, "poss") < 0 {
		out = f.changedBefore(i)
	}
	for _, t := range out {
		for _, e := range f.expand(t) {
			if a, ok := f.place(e); !ok || a.kind == "state" || f.cast.Gaz.AlsoMeans(a.name) {
				return nil
			}
		}
	}
	return out
}

// changedBefore gives the territory whose annexation the text told before token i: "the annexation" is that one.
func (f *finder) changedBefore(i int) []int {
	d := f.d
	for j := i - 1; j >= 0 && j > i-nearby; j-- {
		switch {
		case changes[d.Lemma(j)] && d.Lemma(j) != "status":
			if of := f.behind(j, "of"); len(of) > 0 {
				return of
			}
		case d.Lemma(j) == "annex" && d.Verb(j):
			if o := d.Child(j, "dobj", "nsubjpass"); o >= 0 {
				return d.Coordinated(o)
			}
		}
	}
	return nil
}

// hoper finds whose independence "its" means in "X hopes that Y will recognise its independence": X's, for Y is not asked about its own. -1 for
// none.
func (f *finder) hoper(i, poss int) int {
	d := f.d
	v := d.Tokens[i].Head
	up := d.Tokens[v].Head
	if d.Tokens[poss].Tag != "PRP$" || d.Tokens[i].Dep != "dobj" || d.Tokens[v].Dep != "ccomp" || !d.Verb(up) || d.Child(v, "nsubj") < 0 {
		return -1
	}
	s := d.Child(up, "nsubj")
	if s < 0 || s > v || f.cast.At[s] < 0 || f.cast.Mentions[f.cast.At[s]].Type == kg.Person {
		return -1
	}
	return s
}
