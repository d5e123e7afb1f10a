package clause

import (
	"slices"

	"sayso/internal/kg"
	"sayso/internal/read/lang"
	"sayso/internal/read/mention"
	"sayso/internal/read/phrase"
	"sayso/internal/read/syntax"
	"sayso/internal/read/trace"
)

// pairs finds the two whom a phrase sums up: "the two sides", "both regions".
type pairs struct {
	d     *syntax.Document
	cast  *mention.Cast
	ph    *phrase.Names
	rules *trace.Log
}

// pairReach is how many sentences back the two are looked for that "the two sides" sums up.
const pairReach = 10

// pairBefore finds the two whom "the two sides", "both leaders" or "the two" sum up: the last two that were named,
// where nobody else was named beside them. A phrase that says more ("the two sides of the street") sums up nobody.
func (cl *pairs) pairBefore(i int) []int {
	if cl.cast.At[i] >= 0 || !cl.ph.CountsTwo(i) {
		return nil
	}
	w := cl.d.Lemma(i)
	switch {
	case sides[w] && cl.rules.Take("reference.two-sides", i):
		return cl.facing(i)
	case heads[w] && cl.rules.Take("reference.two-heads", i):
		return cl.lastTwo(i, pairReach, func(t int) bool { return cl.headsState(t, w) })
	case twoPeople[w] && cl.rules.Take("reference.two-people", i):
		return cl.lastTwo(i, 1, func(t int) bool { return cl.ph.NounType(t) == kg.Person })
	case twos[w]:
		if two := cl.lastTwo(i, 1, cl.takesPart); len(two) == 2 && cl.ph.NounType(two[0]) == cl.ph.NounType(two[1]) &&
			cl.rules.Take("reference.the-two", i) {
			return two
		}
	}
	return nil
}

// isState reports whether a token is the name of a state, of a land that acts like one or of a force, and no place
// where something happens.
func (cl *pairs) isState(t int) bool {
	m := cl.cast.Mentions[cl.cast.At[t]]
	if m.Kind != "state" && m.Kind != "disputed territory" && m.Kind != "armed force" {
		return false
	}
	if wherePrepositions[cl.d.Lower(cl.d.Tokens[t].Head)] {
		return cl.d.Tokens[t].Dep != "pobj"
	}
	return true
}

// headsState reports whether a token names somebody at the head of a state, or a minister where ministers are meant.
func (cl *pairs) headsState(t int, noun string) bool {
	name := cl.cast.Mentions[cl.cast.At[t]].Name
	for _, r := range cl.cast.Roles {
		if cl.cast.Mentions[r.Person].Name != name || r.Former || r.Class != "office" && r.Class != "leads" {
			continue
		}
		top := topTitles[r.Head] || lang.EndsIn(r.Title, primeMinisters)
		if leaderTitles[noun] && (top || leaderTitles[r.Head] && r.OfKind == "state") || noun == r.Head {
			return true
		}
	}
	return false
}

// takesPart reports whether a token names somebody who does something or to whom it is done.
func (cl *pairs) takesPart(t int) bool {
	d := cl.d
	for n := 0; n < 4 && d.Tokens[t].Dep == "conj" && cl.cast.At[d.Tokens[t].Head] >= 0; n++ {
		t = d.Tokens[t].Head
	}
	switch d.Tokens[t].Dep {
	case "nsubj", "dobj", "nsubjpass", "dative":
		return true
	case "pobj":
		return d.Lower(d.Tokens[t].Head) == "with" || d.Tokens[d.Tokens[t].Head].Dep == "agent"
	}
	return false
}

// lastTwo gives the last two different names before token i that fit, from the sentence that has the second of them
// on; none where those sentences have a third, unless just two of them are joined by "and".
func (cl *pairs) lastTwo(i, reach int, fits func(int) bool) []int {
	d := cl.d
	if d.Sentence[i] < 0 {
		return nil
	}
	var names []string
	var tokens []int
	for n := d.Sentence[i]; n >= 0 && n >= d.Sentence[i]-reach && len(names) < 2; n-- {
		for t := min(i, d.Sentences[n].End) - 1; t >= d.Sentences[n].First; t-- {
			k := cl.cast.At[t]
			if k < 0 || cl.cast.Mentions[k].Head(d) != t || d.Quoted[t] != d.Quoted[i] || !fits(t) {
				continue
			}
			if d.Tokens[t].Head == d.Tokens[i].Head && n == d.Sentence[i] {
				continue
			}
			if name := cl.cast.Mentions[k].Name; !slices.Contains(names, name) {
				names, tokens = append(names, name), append(tokens, t)
			}
		}
	}
	if len(tokens) > 2 {
		tokens = cl.onlyJoined(tokens)
	}
	if len(tokens) != 2 {
		return nil
	}
	slices.Sort(tokens)
	return tokens
}

// facing gives the last two states or forces before token i that one sentence joins by "and" or sets against each
// other as subject and object; none where a third is named after them.
func (cl *pairs) facing(i int) []int {
	d := cl.d
	if d.Sentence[i] < 0 {
		return nil
	}
	var names []string
	for n := d.Sentence[i]; n >= 0 && n >= d.Sentence[i]-pairReach && len(names) <= 2; n-- {
		var two []int
		for t := min(i, d.Sentences[n].End) - 1; t >= d.Sentences[n].First; t-- {
			k := cl.cast.At[t]
			if k < 0 || cl.cast.Mentions[k].Head(d) != t ||
				d.Tokens[t].Head == d.Tokens[i].Head && n == d.Sentence[i] ||
				!cl.isState(t) {
				continue
			}
			if name := cl.cast.Mentions[k].Name; !slices.Contains(names, name) {
				names = append(names, name)
			}
			if pair := cl.opposite(t); two == nil {
				two = pair
			}
		}
		if len(two) == 2 && len(names) == 2 {
			return two
		}
	}
	return nil
}

// opposite gives a name and the one name that is joined to it, or that is the object of the verb whose subject it is.
func (cl *pairs) opposite(t int) []int {
	d := cl.d
	if d.Tokens[t].Dep == "conj" {
		return nil
	}
	all := d.Coordinated(t)
	if v := d.Tokens[t].Head; len(all) == 1 && d.Tokens[t].Dep == "nsubj" {
		if o := d.Child(v, "dobj"); o >= 0 {
			all = append([]int{t}, d.Coordinated(o)...)
		}
	}
	if len(all) != 2 || len(cl.ph.Names(all)) != 2 || !cl.isState(all[1]) ||
		cl.cast.Mentions[cl.cast.At[all[0]]].Name == cl.cast.Mentions[cl.cast.At[all[1]]].Name {
		return nil
	}
	return all
}

// onlyJoined gives those two of some names that are joined to each other and to no other; none where more are.
func (cl *pairs) onlyJoined(tokens []int) []int {
	var out []int
	for _, t := range tokens {
		if all := cl.d.Coordinated(t); cl.d.Tokens[t].Dep != "conj" && len(all) > 1 {
			if len(all) != 2 || out != nil || len(cl.ph.Names(all)) != 2 {
				return nil
			}
			out = all
		}
	}
	return out
}

// Nearby is how many tokens back the places are looked for that "both regions" means.
const Nearby = 600

func (cl *pairs) allPlaces(tokens []int, class string) bool {
	for _, t := range tokens {
		m := cl.cast.Mentions[cl.cast.At[t]]
		if m.Type != kg.Place || (m.Kind == "state") != (class == "country") {
			return false
		}
	}
	return true
}

// namedBefore finds the places that "both regions", "either country" or "the territories" sum up: the last ones that
// were named joined by "and" or "or". A phrase that says more ("the regions along the border") sums up nothing.
func (cl *pairs) namedBefore(i int) []int {
	d := cl.d
	class := cl.cast.Words.Class(d.Lemma(i), "")
	if statelets[d.Lemma(i)] {
		class = "region"
	}
	if class != "region" && class != "country" && class != "settlement" {
		return nil
	}
	two, ok := cl.sumsUp(i)
	if !ok {
		return nil
	}
	for j := i - 1; j >= 0 && j > i-Nearby; j-- {
		if cl.cast.At[j] < 0 || d.Tokens[j].Dep == "conj" || d.Child(j, "conj") < 0 {
			continue
		}
		actor := d.Tokens[j].Dep == "nsubj" && d.Tokens[j].Head == d.Tokens[i].Head
		if actor && d.Sentence[j] == d.Sentence[i] { // what somebody does is not done to himself
			continue
		}
		if all := d.Coordinated(j); len(cl.ph.Names(all)) == len(all) && cl.allPlaces(all, class) {
			if len(all) < 2 || two && len(all) != 2 {
				return nil
			}
			return all
		}
	}
	return nil
}

// sumsUp reports whether a noun phrase is no more than "the" or "both" and its noun, with what land it is held to be;
// two where it says that there are two.
func (cl *pairs) sumsUp(i int) (two, ok bool) {
	d := cl.d
	several := false
	for _, c := range d.Children[i] {
		switch w := d.Lower(c); {
		case twoWords[w]:
			two = true
		case definites[w]:
			several = d.Tokens[i].Tag == "NNS"
		case !cl.leavesPlain(c, i):
			return false, false
		}
	}
	return two, two || several
}

// leavesPlain reports whether a dependent of a noun says no more of it than what land it is held to be:
// "Russian-backed".
func (cl *pairs) leavesPlain(c, i int) bool {
	d := cl.d
	t := d.Tokens[c]
	if c < i {
		hyphen := c > 0 && (d.Tokens[c-1].Tag == "HYPH" || d.Tokens[c-1].Text == "-")
		return mention.Standing(d.Lower(c)) || t.Dep == "amod" && t.Tag == "VBN" && hyphen
	}
	return t.Dep != "relcl" && t.Dep != "acl" && (t.Dep != "prep" || d.Lower(c) != "of")
}
