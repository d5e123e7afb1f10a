package claim

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// pairReach is how many sentences back the two are looked for that "the two sides" sums up.
const pairReach = 10

// pairBefore finds the two whom "the two sides", "both leaders" or "the two" sum up: the last two that were named, where nobody else was named beside
// them. A phrase that says more ("the two sides of the street") sums up nobody.
func (f *finder) pairBefore(i int) []int {
	if f.cast.At[i] >= 0 || !f.countsTwo(i) {
		return nil
	}
	w := f.d.Lemma(i)
	switch {
	case sides[w]:
		return f.facing(i)
	case heads[w]:
		return f.lastTwo(i, pairReach, func(t int) bool { return f.holds(t, w) })
	case people2[w]:
		return f.lastTwo(i, 1, func(t int) bool { return f.nounType(t) == kg.Person })
	case twos[w]:
		if two := f.lastTwo(i, 1, f.takesPart); len(two) == 2 && f.nounType(two[0]) == f.nounType(two[1]) {
			return two
		}
	}
	return nil
}

// countsTwo tells whether a noun phrase is "both" or "the two" and its noun, and nothing else.
func (f *finder) countsTwo(i int) bool {
	d := f.d
	two, the := twoNouns[d.Lower(i)], d.Lower(i) == "both"
	if the && d.Tokens[i].Dep != "nsubj" {
		return false
	}
	for _, c := range d.Children[i] {
		switch w := d.Lower(c); {
		case w == "both" && c < i:
			two, the = true, true
		case w == "two":
			two = true
		case theseWords[w]:
			the = true
		case c > i && (d.Tokens[c].Dep == "punct" || d.Tokens[c].Tag == "POS"):
		default:
			return false
		}
	}
	return two && the
}

// state tells whether a token is the name of a state, of a land that acts like one or of a force, and no place where something happens.
func (f *finder) state(t int) bool {
	m := f.cast.Mentions[f.cast.At[t]]
	if m.Kind != "state" && m.Kind != "disputed territory" && m.Kind != "armed force" {
		return false
	}
	if wherePrepositions[f.d.Lower(f.d.Tokens[t].Head)] {
		return f.d.Tokens[t].Dep != "pobj"
	}
	return true
}

// holds tells whether a token names somebody at the head of a state, or a minister where ministers are meant.
func (f *finder) holds(t int, noun string) bool {
	name := f.cast.Mentions[f.cast.At[t]].Name
	for _, r := range f.cast.Roles {
		if f.cast.Mentions[r.Person].Name != name || r.Former || r.Class != "office" && r.Class != "leads" {
			continue
		}
		top := topTitles[r.Head] || strings.HasSuffix(r.Title, "prime minister")
		if noun == "leader" && (top || r.Head == "leader" && r.OfKind == "state") || noun == r.Head {
			return true
		}
	}
	return false
}

// takesPart tells whether a token names somebody who does something or to whom it is done.
func (f *finder) takesPart(t int) bool {
	d := f.d
	for n := 0; n < 4 && d.Tokens[t].Dep == "conj" && f.cast.At[d.Tokens[t].Head] >= 0; n++ {
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

// lastTwo gives the last two different names before token i that fit, from the sentence that has the second of them on; none where those sentences
// have a third, unless just two of them are joined by "and".
func (f *finder) lastTwo(i, reach int, fits func(int) bool) []int {
	d := f.d
	if d.Sentence[i] < 0 {
		return nil
	}
	var names []string
	var tokens []int
	for n := d.Sentence[i]; n >= 0 && n >= d.Sentence[i]-reach && len(names) < 2; n-- {
		for t := min(i, d.Sentences[n].End) - 1; t >= d.Sentences[n].First; t-- {
			k := f.cast.At[t]
			if k < 0 || f.cast.Mentions[k].Head(d) != t || d.Tokens[t].Head == d.Tokens[i].Head && n == d.Sentence[i] || d.Quoted[t] != d.Quoted[i] || !fits(t) {
				continue
			}
			if name := f.cast.Mentions[k].Name; !slices.Contains(names, name) {
				names, tokens = append(names, name), append(tokens, t)
			}
		}
	}
	if len(tokens) > 2 {
		tokens = f.onlyJoined(tokens)
	}
	if len(tokens) != 2 {
		return nil
	}
	slices.Sort(tokens)
	return tokens
}

// facing gives the last two states or forces before token i that one sentence joins by "and" or sets against each other as subject and object;
// none where a third is named after them.
func (f *finder) facing(i int) []int {
	d := f.d
	if d.Sentence[i] < 0 {
		return nil
	}
	var names []string
	for n := d.Sentence[i]; n >= 0 && n >= d.Sentence[i]-pairReach && len(names) <= 2; n-- {
		var two []int
		for t := min(i, d.Sentences[n].End) - 1; t >= d.Sentences[n].First; t-- {
			k := f.cast.At[t]
			if k < 0 || f.cast.Mentions[k].Head(d) != t || d.Tokens[t].Head == d.Tokens[i].Head && n == d.Sentence[i] || !f.state(t) {
				continue
			}
			if name := f.cast.Mentions[k].Name; !slices.Contains(names, name) {
				names = append(names, name)
			}
			if pair := f.opposite(t); two == nil {
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
func (f *finder) opposite(t int) []int {
	d := f.d
	if d.Tokens[t].Dep == "conj" {
		return nil
	}
	all := d.Coordinated(t)
	if v := d.Tokens[t].Head; len(all) == 1 && d.Tokens[t].Dep == "nsubj" {
		if o := d.Child(v, "dobj"); o >= 0 {
			all = append([]int{t}, d.Coordinated(o)...)
		}
	}
	if len(all) != 2 || len(f.names(all)) != 2 || !f.state(all[1]) || f.cast.Mentions[f.cast.At[all[0]]].Name == f.cast.Mentions[f.cast.At[all[1]]].Name {
		return nil
	}
	return all
}

// onlyJoined gives those two of some names that are joined to each other and to no other; none where more are.
func (f *finder) onlyJoined(tokens []int) []int {
	var out []int
	for _, t := range tokens {
		if all := f.d.Coordinated(t); f.d.Tokens[t].Dep != "conj" && len(all) > 1 {
			if len(all) != 2 || out != nil || len(f.names(all)) != 2 {
				return nil
			}
			out = all
		}
	}
	return out
}

// amongThem gives the names that "among them" picks out of the people, bodies or places that a plural noun counts: "eleven officials, among them
// Jane Doe and the minister John Roe".
func (f *finder) amongThem(i int) []int {
	d := f.d
	typ, end := f.nounType(i), d.Sentences[d.Sentence[i]].End
	at := i + 1
	for at < end && at < i+12 && !(d.Lower(at) == "among" && at+1 < end && d.Lower(at+1) == "them") {
		if d.Tokens[at].Tag == "NNS" || d.Verb(at) {
			return nil
		}
		at++
	}
	if at >= end || d.Lower(at) != "among" || typ == "" {
		return nil
	}
	var out []int
	for at += 2; at < end && !d.Verb(at) && !f.listMark(at) && d.Quoted[at] == d.Quoted[i]; at++ {
		k := f.cast.At[at]
		if k < 0 || f.cast.Mentions[k].Head(d) != at || d.Tokens[at].Dep == "poss" {
			continue
		}
		if m := f.cast.Mentions[k]; m.Type == typ {
			out = append(out, at)
		}
	}
	return out
}
