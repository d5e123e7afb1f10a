package match

import (
	"slices"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// Topics tells which land a text is about, where it only says "the enclave" or "recognition".
type Topics struct {
	Typing
	about []string // once they are looked for
}

// MainLand is the one territory that the text is about.
func (ma *Topics) MainLand() (phrase.Node, bool) {
	if about := ma.topics(); len(about) == 1 {
		return ma.ph.ByName(about[0]), true
	}
	return phrase.Node{}, false
}

// recognitionSought are the states that a text has as the object of a recognition: "recognized X", "recognition of
// X", "the statehood of X".
func (ma *Topics) recognitionSought() map[string]bool {
	out := map[string]bool{}
	for _, m := range ma.cast.Mentions {
		if m.Kind != "state" {
			continue
		}
		head := m.Head(ma.d)
		up := ma.d.Tokens[head].Head
		if ma.d.Tokens[head].Dep == "pobj" && ma.d.Lower(up) == "of" {
			up = ma.d.Tokens[up].Head
			if n := ma.d.Lemma(up); statehoods[n] {
				out[m.Name] = true
			}
			if ma.d.Lemma(up) != "state" {
				continue
			}
			head, up = up, ma.d.Tokens[up].Head // "recognized the state of X"
		}
		if l := ma.d.Lemma(up); ma.d.Tokens[head].Dep == "dobj" && recognizeVerbs[l] {
			out[m.Name] = true
		}
	}
	return out
}

// namedTogether reports whether the text joins two names by "and" or "or".
func (ma *Topics) namedTogether(a, b string) bool {
	for i := range ma.d.Tokens {
		k, up := ma.cast.At[i], ma.cast.At[ma.d.Tokens[i].Head]
		if ma.d.Tokens[i].Dep != "conj" || k < 0 || up < 0 {
			continue
		}
		if x, y := ma.cast.Mentions[k].Name, ma.cast.Mentions[up].Name; x == a && y == b || x == b && y == a {
			return true
		}
	}
	return false
}

// topicArguments are the territories that a text is about, as what token i means.
func (ma *Topics) topicArguments(i int) []phrase.Node {
	var out []phrase.Node
	for _, name := range ma.topics() {
		a := ma.ph.ByName(name)
		a.Token = i
		out = append(out, a)
	}
	return out
}

// landNoun reports whether a noun is one for a land.
func (ma *Topics) landNoun(i int) bool {
	class := ma.cast.Words.Class(ma.d.Lemma(i), "")
	return class == "region" || class == "country" || statelets[ma.d.Lemma(i)] ||
		regimes[ma.d.Lemma(i)] && ma.ph.HeldToBe(i)
}

// isPlain reports whether a noun for a land names none itself: what stands before it only tells what it is or was, or
// whose it was.
func (ma *Topics) isPlain(i int) bool {
	for _, c := range ma.d.Children[i] {
		if c > i && ma.narrows(c) || c < i && (ma.d.Lower(c) == "other" || ma.namesLand(c)) {
			return false
		}
	}
	return true
}

// narrows reports whether what stands behind a noun says which one is meant.
func (ma *Topics) narrows(c int) bool {
	switch ma.d.Tokens[c].Dep {
	case "prep":
		return !harmlessPrepositions[ma.d.Lower(c)]
	case "relcl", "acl", "appos", "conj":
		return true
	}
	return false
}

// namesLand reports whether what stands before a noun is the name of a land.
func (ma *Topics) namesLand(c int) bool {
	k := ma.cast.At[c]
	if dep := ma.d.Tokens[c].Dep; dep != "compound" && dep != "nmod" || k < 0 {
		return false
	}
	m := ma.cast.Mentions[k]
	return m.Type == kg.Place && m.Kind != "water" && m.Kind != "area"
}

// others puts the territory that the text is about in the place of an owner that is the subject itself: in "X may
// recognise its independence" "its" is not X's.
func (ma *Topics) others(subjects, objects []phrase.Node) []phrase.Node {
	if len(subjects) != 1 || len(objects) != 1 || objects[0].Token < 0 || ma.d.Tokens[objects[0].Token].Tag != "PRP$" ||
		ma.ph.Capital(subjects[0]).Name != ma.ph.Capital(objects[0]).Name {
		return objects
	}
	if out := ma.topicArguments(objects[0].Token); len(out) == 1 && out[0].Name != subjects[0].Name {
		return out
	}
	return objects
}

// recognitionOf gives the territory that the text is about for "X's recognition", "X, whose recognition came in 2017"
// and "recognition by X", where X is a state.
func (ma *Topics) recognitionOf(n int, subjects []phrase.Node) []phrase.Node {
	p, by := ma.d.Child(n, "poss"), ma.ph.Behind(n, "by")
	others := len(ma.d.All(n, "prep", "agent", "amod", "compound"))
	switch {
	case !recognitionNouns[ma.d.Lemma(n)]:
		return nil
	case p < 0 && len(by) > 0 && others == 1 && ma.d.Tokens[n].Dep == "nsubj":
	case p < 0 || ma.cast.At[p] < 0 && ma.d.Tokens[p].Tag != "WP$" || len(ma.topics()) != 1 || others > 0:
		return nil
	}
	for _, s := range subjects {
		if s.Kind != "state" {
			return nil
		}
	}
	return ma.topicArguments(n)
}

// objectless gives the territories that a text is about for a verb that says no more than that recognition was given,
// refused or taken back: "have withdrawn recognition", "extended recognition in 2016".
func (ma *Topics) objectless(r Rule, v, light int) []phrase.Node {
	if !r.Is(vocabulary.Topic) || light < 0 || !recognitionNouns[ma.d.Lemma(light)] || r.Swapped {
		return nil
	}
	for _, up := range []int{v, light} {
		for _, p := range ma.d.All(up, "prep", "dative", "agent") {
			if ma.d.Child(p, "pobj") == light {
				continue
			}
			if recognitionPrepositions[ma.d.Lower(p)] {
				return nil
			}
		}
	}
	for _, c := range ma.d.Children[light] {
		switch ma.d.Tokens[c].Dep {
		case "amod":
			if !recognizing[ma.d.Lower(c)] {
				return nil
			}
		case "compound", "relcl", "acl", "nmod":
			return nil
		}
	}
	if p := ma.d.Child(light, "poss"); p >= 0 && !strings.HasPrefix(ma.d.Tokens[p].Tag, "PRP") {
		return nil
	}
	return ma.topicArguments(light)
}

// topical gives the territories that a text is about where the noun phrase i can only mean them as what somebody
// recognizes: "the young state", "its former province", "the unilateral declaration of independence", "it". A land of
// another name, or one that is picked out by more words, is none of them.
func (ma *Topics) topical(i int) []phrase.Node {
	about := ma.topics()
	if len(about) == 0 || ma.cast.At[i] >= 0 || ma.d.Sentence[i] < 0 || !ma.pointsTo(i, about) {
		return nil
	}
	return ma.topicArguments(i)
}

// pointsTo reports whether a noun phrase can only mean the territories that a text is about.
func (ma *Topics) pointsTo(i int, about []string) bool {
	w, l := ma.d.Lower(i), ma.d.Lemma(i)
	definite, p := ma.ph.IsDefinite(i), ma.d.Child(i, "poss")
	switch {
	case w == "it":
		return len(about) == 1
	case w == "them" || pairNouns[w] && definite:
		return len(about) > 1
	case parting[l]:
		own := p >= 0 && ma.d.Tokens[p].Tag == "PRP$" || p < 0 && definite
		return own && len(ma.ph.Behind(i, "over")) == 0
	case changes[l]:
		pointed := (definite || ma.d.Child(i, "det") >= 0) && p < 0 && len(ma.ph.Behind(i, "of")) == 0
		return pointed && (!statuses[l] || ma.ph.HasChildIn(i, newStatus)) && !ma.cast.Gaz.AlsoMeans(about[0])
	case ma.landNoun(i):
		one := ma.d.Tokens[i].Tag == "NN"
		return one == (len(about) == 1) && definite && ma.isPlain(i)
	}
	return false
}

// topics are the territories whose recognition a text is about, disputed ones and states that it says are or are not
// recognized: the one it names twice as often as any other, or two that it names together. Where it tells who
// recognizes "the former province" or who withdrew "recognition", it is theirs.
func (ma *Topics) topics() []string {
	if ma.about != nil {
		return ma.about
	}
	ma.about = []string{}
	names, count := ma.landsNamed()
	slices.SortStableFunc(names, func(a, b string) int { return count[b] - count[a] })
	at := func(i int) int {
		if i < len(names) {
			return count[names[i]]
		}
		return 0
	}
	first, second, third := at(0), at(1), at(2)
	switch {
	case first == 0 || first < 2 && second > 0:
	case first >= 2*second:
		ma.about = names[:1]
	case second*3 >= first*2 && second >= 2*third && ma.namedTogether(names[0], names[1]):
		ma.about = names[:2]
	}
	return ma.about
}

// landsNamed counts how often a text names each territory whose recognition it may be about, in the order of the first
// naming.
func (ma *Topics) landsNamed() (names []string, count map[string]int) {
	count = map[string]int{}
	note := func(name string) {
		if count[name]++; count[name] == 1 {
			names = append(names, name)
		}
	}
	asked := ma.recognitionSought()
	for _, m := range ma.cast.Mentions {
		if m.Kind == "disputed territory" || asked[m.Name] {
			note(m.Name)
		}
	}
	for i, t := range ma.d.Tokens { // "the Crimean people"
		if e, ok := ma.cast.Gaz.Demonym(t.Text); ok && e.Kind == "disputed territory" && ma.cast.At[i] < 0 {
			note(e.Name)
		}
	}
	return names, count
}
