package clause

import "sayso/internal/kg"

// nameRules find more names behind a name, nounRules the names behind a noun, pluralRules those behind a plural noun;
// in the order in which they are tried.
var nameRules, nounRules, pluralRules []tokensRule[*Reference]

func init() {
	nameRules = []tokensRule[*Reference]{{"reference.names-in-apposition", (*Reference).namesInApposition}}
	nounRules = []tokensRule[*Reference]{
		{"reference.both-lands", func(cl *Reference, i int) []int { return cl.two.namedBefore(i) }},
		{"reference.two", func(cl *Reference, i int) []int { return cl.two.pairBefore(i) }},
		{"reference.name-after-noun", (*Reference).namedByNoun},
		{"reference.number-of", (*Reference).countedOf},
	}
	pluralRules = []tokensRule[*Reference]{
		{"reference.list-behind-colon", (*Reference).listBehind},
		{"reference.names-before-plural", (*Reference).namesBefore},
		{"reference.among-them", (*Reference).withThoseAmong},
		{"reference.included", includedIn},
		{"reference.among-those", (*Reference).amongThose},
		{"reference.apposition-of-plural", (*Reference).appositionOf},
		{"reference.proxies-in", (*Reference).proxiesIn},
		{"reference.cities-of", (*Reference).citiesOf},
		{"reference.examples", (*Reference).examplesOf},
		{"reference.plural-in-apposition", (*Reference).apposedNames},
	}
}

// Expand turns a plural description into the names given for it: "three countries – X, Y and Z", "states such as X",
// "the X, the oblasts that …". Other tokens stay as they are.
func (cl *Reference) Expand(i int) []int {
	if cl.cast.At[i] >= 0 {
		if all := firstOf(cl, cl.rules, nameRules, i); all != nil {
			return all
		}
		return []int{i}
	}
	if all := firstOf(cl, cl.rules, nounRules, i); all != nil {
		return all
	}
	if cl.d.Tokens[i].Tag == "NNS" || pointedAt[cl.d.Lower(i)] {
		if all := firstOf(cl, cl.rules, pluralRules, i); all != nil {
			return all
		}
	}
	return []int{i}
}

// namesInApposition: "Ireland, Norway and Spain", parsed as an apposition.
func (cl *Reference) namesInApposition(i int) []int {
	for _, a := range cl.d.All(i, "appos") {
		m := cl.cast.At[a]
		if m < 0 || cl.ph.OpensList(i, a) || cl.d.Child(a, "conj") < 0 {
			continue
		}
		if cl.cast.Mentions[m].Type == cl.cast.Mentions[cl.cast.At[i]].Type {
			return append([]int{i}, cl.ph.Names(cl.d.Coordinated(a))...)
		}
	}
	return nil
}

// namedByNoun: "the charity X".
func (cl *Reference) namedByNoun(i int) []int {
	if n := cl.nameAfter(i); n >= 0 {
		return []int{n}
	}
	return nil
}

// countedOf: "five of the members – A, B, C, D and E –".
func (cl *Reference) countedOf(i int) []int {
	of := cl.ph.Behind(i, "of")
	if cl.d.Tokens[i].Tag != "CD" || len(of) != 1 || cl.cast.At[of[0]] >= 0 {
		return nil
	}
	if all := cl.Expand(of[0]); len(all) > 1 {
		return all
	}
	return nil
}

// amongThose: "among those arrested were X and Y".
func (cl *Reference) amongThose(i int) []int {
	d := cl.d
	p := d.Tokens[i].Head
	v := d.Tokens[p].Head
	if d.Tokens[i].Dep != "pobj" || !among[d.Lower(p)] || d.Lemma(v) != "be" || d.Child(i, "acl", "relcl") < 0 {
		return nil
	}
	s := d.Child(v, "nsubj", "attr")
	if p > v || s < v || d.Child(v, "neg") >= 0 {
		return nil
	}
	var out []int
	for _, t := range d.Coordinated(s) {
		if cl.cast.At[t] >= 0 {
			out = append(out, t)
		}
	}
	return out
}

// appositionOf: "two countries, X and Y".
func (cl *Reference) appositionOf(i int) []int {
	for _, a := range cl.d.All(i, "appos") {
		if a > i && cl.cast.At[a] >= 0 && cl.ph.NounType(i) != "" {
			return cl.ph.Names(cl.d.Coordinated(a))
		}
	}
	return nil
}

// proxiesIn: "Russia's proxies in X and Y" are X and Y.
func (cl *Reference) proxiesIn(i int) []int {
	in := cl.ph.Behind(i, "in")
	if len(in) == 0 || !statelets[cl.d.Lemma(i)] || len(cl.ph.Names(in)) != len(in) {
		return nil
	}
	for _, t := range in {
		if m := cl.cast.Mentions[cl.cast.At[t]]; m.Type != kg.Place || m.Kind == "state" {
			return []int{i}
		}
	}
	return in
}

// citiesOf: "the cities of X and Y", "fighters of X and Y".
func (cl *Reference) citiesOf(i int) []int {
	switch cl.cast.Words.Class(cl.d.Lemma(i), cl.d.Lower(i)) {
	case "settlement", "region", "country", "force":
	default:
		return nil
	}
	of := cl.ph.Behind(i, "of")
	if len(of) == 1 {
		of = cl.Expand(of[0])
	}
	if len(of) > 1 && len(cl.ph.Names(of)) == len(of) {
		return of
	}
	return nil
}

// examplesOf: "states such as X", "states including X".
func (cl *Reference) examplesOf(i int) []int {
	for _, p := range cl.d.All(i, "prep") {
		if o := cl.d.Child(p, "pobj"); exampleOpeners[cl.d.Lower(p)] && o >= 0 && cl.cast.At[o] >= 0 {
			names := cl.ph.Names(cl.d.Coordinated(o))
			if cl.ph.Number(i) >= 0 && cl.ph.IsPerson(i) && len(names) > 0 { // "four climbers, including X"
				return append([]int{i}, names...)
			}
			return names
		}
	}
	return nil
}

// apposedNames: "X and Y, the two oblasts that …".
func (cl *Reference) apposedNames(i int) []int {
	d := cl.d
	if d.Tokens[i].Dep != "appos" || d.Left[i] < 2 {
		return nil
	}
	before := d.Left[i] - 1
	if d.Tokens[before].Text == "," {
		before--
	}
	k := cl.cast.At[before]
	if k < 0 {
		return nil
	}
	top := cl.cast.Mentions[k].Head(d)
	for d.Tokens[top].Dep == "conj" && cl.cast.At[d.Tokens[top].Head] >= 0 {
		top = d.Tokens[top].Head
	}
	return cl.ph.Names(d.Coordinated(top))
}

// withThoseAmong: "eleven officials, among them X and Y".
func (cl *Reference) withThoseAmong(i int) []int {
	if some := cl.amongThem(i); len(some) > 0 {
		return append([]int{i}, some...)
	}
	return nil
}

// includedIn: "the activists arrested included X and Y".
func includedIn(cl *Reference, i int) []int {
	if cl.ph.NounType(i) != kg.Person {
		return nil
	}
	o := Included(cl.d, i)
	if o < 0 {
		return nil
	}
	var out []int
	for _, t := range cl.d.Coordinated(o) {
		if k := cl.cast.At[t]; k >= 0 && cl.cast.Mentions[k].Type == kg.Person {
			out = append(out, t)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return append([]int{i}, out...)
}
