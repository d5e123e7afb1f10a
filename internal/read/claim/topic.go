package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/mention"
	"sayso/internal/read/vocabulary"
)

// topics are the territories whose recognition a text is about, disputed ones and states that it says are or are not recognized: the one it names twice as often as any other, or two that it names together. Where it tells who recognizes "the former province" or who withdrew "recognition", it is theirs.
func (f *finder) topics() []string {
	if f.about != nil {
		return f.about
	}
	f.about = []string{}
	count := map[string]int{}
	var order []string
	note := func(name string) {
		if count[name]++; count[name] == 1 {
			order = append(order, name)
		}
	}
	asked := f.recognitionSought()
	for _, m := range f.cast.Mentions {
		if m.Kind == "disputed territory" || asked[m.Name] {
			note(m.Name)
		}
	}
	for i, t := range f.d.Tokens { // "the Crimean people"
		if e, ok := f.cast.Gaz.Demonym(t.Text); ok && e.Kind == "disputed territory" && f.cast.At[i] < 0 {
			note(e.Name)
		}
	}
	first, second, third := "", "", ""
	for _, n := range order {
		switch {
		case first == "" || count[n] > count[first]:
			first, second, third = n, first, second
		case second == "" || count[n] > count[second]:
			second, third = n, second
		case third == "" || count[n] > count[third]:
			third = n
		}
	}
	switch {
	case first == "" || count[first] < 2 && second != "":
	case count[first] >= 2*count[second]:
		f.about = []string{first}
	case count[second]*3 >= count[first]*2 && count[second] >= 2*count[third] && f.namedTogether(first, second):
		f.about = []string{first, second}
	}
	return f.about
}

// recognitionSought are the states that a text has as the object of a recognition: "recognized X", "recognition of X", "the statehood of X".
func (f *finder) recognitionSought() map[string]bool {
	out := map[string]bool{}
	for _, m := range f.cast.Mentions {
		if m.Kind != "state" {
			continue
		}
		head := m.Head(f.d)
		up := f.d.Tokens[head].Head
		if f.d.Tokens[head].Dep == "pobj" && f.d.Lower(up) == "of" {
			up = f.d.Tokens[up].Head
			if n := f.d.Lemma(up); statehoods[n] {
				out[m.Name] = true
			}
			if f.d.Lemma(up) != "state" {
				continue
			}
			head, up = up, f.d.Tokens[up].Head // "recognized the state of X"
		}
		if l := f.d.Lemma(up); f.d.Tokens[head].Dep == "dobj" && recognizeVerbs[l] {
			out[m.Name] = true
		}
	}
	return out
}

// namedTogether tells whether the text joins two names by "and" or "or".
func (f *finder) namedTogether(a, b string) bool {
	for i := range f.d.Tokens {
		k, up := f.cast.At[i], f.cast.At[f.d.Tokens[i].Head]
		if f.d.Tokens[i].Dep != "conj" || k < 0 || up < 0 {
			continue
		}
		if x, y := f.cast.Mentions[k].Name, f.cast.Mentions[up].Name; x == a && y == b || x == b && y == a {
			return true
		}
	}
	return false
}

// topical gives the territories that a text is about where the noun phrase i can only mean them as what somebody recognizes: "the young state", "its
// former province", "the unilateral declaration of independence", "it". A land of another name, or one that is picked out by more words, is none of them.
func (f *finder) topical(i int) []argument {
	about := f.topics()
	if len(about) == 0 || f.cast.At[i] >= 0 || f.d.Sentence[i] < 0 {
		return nil
	}
	w, one := f.d.Lower(i), f.d.Tokens[i].Tag == "NN"
	switch {
	case w == "it":
		if len(about) > 1 {
			return nil
		}
	case pairPronouns[w] && f.definite(i):
		if len(about) < 2 {
			return nil
		}
	case parting[f.d.Lemma(i)]:
		if p := f.d.Child(i, "poss"); len(f.behind(i, "over")) > 0 || p >= 0 && f.d.Tokens[p].Tag != "PRP$" || p < 0 && !f.definite(i) {
			return nil
		}
	case changes[f.d.Lemma(i)]:
		if !f.definite(i) && f.d.Child(i, "det") < 0 || f.d.Child(i, "poss") >= 0 || f.d.Lemma(i) == "status" && !f.hasChild(i, "new") || len(f.behind(i, "of")) > 0 || f.cast.Gaz.AlsoMeans(about[0]) {
			return nil
		}
	case f.landNoun(i):
		if one != (len(about) == 1) || !f.definite(i) || !f.plainly(i) {
			return nil
		}
	default:
		return nil
	}
	return f.topicArguments(i)
}

// topicArguments are the territories that a text is about, as what token i means.
func (f *finder) topicArguments(i int) []argument {
	var out []argument
	for _, name := range f.topics() {
		a := f.byName(name)
		a.token = i
		out = append(out, a)
	}
	return out
}

// landNoun tells whether a noun is one for a land.
func (f *finder) landNoun(i int) bool {
	class := f.cast.Words.Class(f.d.Lemma(i), "")
	return class == "region" || class == "country" || statelets[f.d.Lemma(i)] || f.d.Lemma(i) == "regime" && f.heldToBe(i)
}

// heldToBe tells whether a word before a noun says what a territory is held to be: "the separatist regime".
func (f *finder) heldToBe(i int) bool {
	for _, c := range f.d.Children[i] {
		if c < i && mention.Standing(f.d.Lower(c)) {
			return true
		}
	}
	return false
}

// definite tells whether a noun has "the", "this", "that" or an owner before it.
func (f *finder) definite(i int) bool {
	for _, c := range f.d.Children[i] {
		if definiteWords[f.d.Lower(c)] {
			if c < i {
				return true
			}
		}
	}
	p := f.d.Child(i, "poss")
	return p >= 0 && f.cast.At[p] >= 0
}

// plainly tells whether a noun for a land names none itself: what stands before it only tells what it is or was, or whose it was.
func (f *finder) plainly(i int) bool {
	for _, c := range f.d.Children[i] {
		k := f.cast.At[c]
		switch dep := f.d.Tokens[c].Dep; {
		case c > i && (dep == "prep" && !harmlessPrepositions[f.d.Lower(c)] || dep == "relcl" || dep == "acl" || dep == "appos" || dep == "conj"):
			return false
		case c < i && (dep == "compound" || dep == "nmod") && k >= 0 && f.cast.Mentions[k].Type == kg.Place && f.cast.Mentions[k].Kind != "water" && f.cast.Mentions[k].Kind != "area":
			return false
		case c < i && f.d.Lower(c) == "other":
			return false
		}
	}
	return true
}

// others puts the territory that the text is about in the place of an owner that is the subject itself: in "X may recognise its independence" "its" is not
// X's.
func (f *finder) others(subjects, objects []argument) []argument {
	if len(subjects) != 1 || len(objects) != 1 || objects[0].token < 0 || f.d.Tokens[objects[0].token].Tag != "PRP$" || f.capital(subjects[0]).name != f.capital(objects[0]).name {
		return objects
	}
	if out := f.topicArguments(objects[0].token); len(out) == 1 && out[0].name != subjects[0].name {
		return out
	}
	return objects
}

// recognitionOf gives the territory that the text is about for "X's recognition", "X, whose recognition came in 2017" and "recognition by X", where X is a state.
func (f *finder) recognitionOf(n int, subjects []argument) []argument {
	p, by := f.d.Child(n, "poss"), f.behind(n, "by")
	others := len(f.d.All(n, "prep", "agent", "amod", "compound"))
	switch {
	case !recognitionNouns[f.d.Lemma(n)]:
		return nil
	case p < 0 && len(by) > 0 && others == 1 && f.d.Tokens[n].Dep == "nsubj":
	case p < 0 || f.cast.At[p] < 0 && f.d.Tokens[p].Tag != "WP$" || len(f.topics()) != 1 || others > 0:
		return nil
	}
	for _, s := range subjects {
		if s.kind != "state" {
			return nil
		}
	}
	return f.topicArguments(n)
}

// objectless gives the territories that a text is about for a verb that says no more than that recognition was given, refused or taken back: "have withdrawn
// recognition", "extended recognition in 2016".
func (f *finder) objectless(r rule, v, light int) []argument {
	if !r.is(vocabulary.Topic) || light < 0 || !recognitionNouns[f.d.Lemma(light)] || r.Swapped {
		return nil
	}
	for _, up := range []int{v, light} {
		for _, p := range f.d.All(up, "prep", "dative", "agent") {
			if f.d.Child(p, "pobj") == light {
				continue
			}
			if recognitionPrepositions[f.d.Lower(p)] {
				return nil
			}
		}
	}
	for _, c := range f.d.Children[light] {
		if dep := f.d.Tokens[c].Dep; dep == "amod" && !recognizing[f.d.Lower(c)] || dep == "compound" || dep == "relcl" || dep == "acl" || dep == "nmod" {
			return nil
		}
	}
	if p := f.d.Child(light, "poss"); p >= 0 && !strings.HasPrefix(f.d.Tokens[p].Tag, "PRP") {
		return nil
	}
	return f.topicArguments(light)
}
