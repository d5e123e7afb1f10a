package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/mention"
)

// brief is the words of a noun phrase up to its head, with an "of" that follows it.
func (f *finder) brief(i int) string {
	text, d := f.cast.Text(i), f.d
	for _, p := range d.All(i, "prep") {
		if p > i && d.Lower(p) != "of" {
			if cut := strings.Index(text, " "+d.Phrase(p, p+1)+" "); cut > 0 {
				return text[:cut]
			}
		}
	}
	return text
}

// expand turns a plural description into the names given for it: "three countries – X, Y and Z", "states such as X", "the X, the oblasts
// that …".
func (f *finder) expand(i int) []int {
	d := f.d
	if k := f.cast.At[i]; k >= 0 {
		for _, a := range d.All(i, "appos") { // "Ireland, Norway and Spain", parsed as an apposition
			if m := f.cast.At[a]; m >= 0 && !f.opensList(i, a) && f.cast.Mentions[m].Type == f.cast.Mentions[k].Type && d.Child(a, "conj") >= 0 {
				return append([]int{i}, f.names(d.Coordinated(a))...)
			}
		}
	}
	if f.cast.At[i] < 0 {
		if pair := f.namedBefore(i); len(pair) > 0 {
			return pair
		}
		if pair := f.pairBefore(i); len(pair) == 2 {
			return pair
		}
	}
	if n := f.nameAfter(i); n >= 0 {
		return []int{n}
	}
	if of := f.behind(i, "of"); d.Tokens[i].Tag == "CD" && len(of) == 1 && f.cast.At[of[0]] < 0 { // "five of the members – A, B, C, D and E –"
		if all := f.expand(of[0]); len(all) > 1 {
			return all
		}
	}
	if f.cast.At[i] >= 0 || d.Tokens[i].Tag != "NNS" {
		return []int{i}
	}
	if list := f.listBehind(i); len(list) > 0 {
		return list
	}
	if pair := f.namesBefore(i); len(pair) > 1 {
		return pair
	}
	if some := f.amongThem(i); len(some) > 0 {
		return append([]int{i}, some...)
	}
	for _, a := range d.All(i, "appos") {
		if a > i && f.cast.At[a] >= 0 && f.nounType(i) != "" {
			return f.names(d.Coordinated(a))
		}
	}
	if in := f.behind(i, "in"); len(in) > 0 && len(f.names(in)) == len(in) && statelets[d.Lemma(i)] {
		for _, t := range in {
			if m := f.cast.Mentions[f.cast.At[t]]; m.Type != kg.Place || m.Kind == "state" {
				return []int{i}
			}
		}
		return in
	}
	if class := f.cast.Words.Class(d.Lemma(i), d.Lower(i)); class == "settlement" || class == "region" || class == "country" || class == "force" {
		of := f.behind(i, "of")
		if len(of) == 1 {
			of = f.expand(of[0])
		}
		if len(of) > 1 && len(f.names(of)) == len(of) { // "the cities of X and Y", "fighters of X and Y"
			return of
		}
	}
	for _, p := range d.All(i, "prep") {
		w := d.Lower(p)
		if exampleOpeners[w] {
			if o := d.Child(p, "pobj"); o >= 0 && f.cast.At[o] >= 0 {
				return f.names(d.Coordinated(o))
			}
		}
	}
	if d.Tokens[i].Dep == "appos" && d.Left[i] > 1 {
		before := d.Left[i] - 1
		if d.Tokens[before].Text == "," {
			before--
		}
		if k := f.cast.At[before]; k >= 0 {
			top := f.cast.Mentions[k].Head(d)
			for d.Tokens[top].Dep == "conj" && f.cast.At[d.Tokens[top].Head] >= 0 {
				top = d.Tokens[top].Head
			}
			return f.names(d.Coordinated(top))
		}
	}
	return []int{i}
}

// namesBefore gives the places that a plural noun counts together: "the A and B regions", "the A and B people's republics".
func (f *finder) namesBefore(i int) []int {
	class := f.cast.Words.Class(f.d.Lemma(i), "")
	if class != "region" && class != "settlement" {
		return nil
	}
	for _, c := range f.d.All(i, "nmod", "compound", "amod", "poss") {
		all := f.d.Coordinated(c)
		if c > i || len(all) < 2 || len(f.names(all)) != len(all) {
			continue
		}
		for _, t := range all {
			if f.cast.Mentions[f.cast.At[t]].Type != kg.Place {
				return nil
			}
		}
		return all
	}
	return nil
}

// nameAfter finds the name that follows what it is called by: "the charity X", "the former executive Y"; -1 for none.
func (f *finder) nameAfter(i int) int {
	d := f.d
	if f.cast.At[i] >= 0 || d.Tokens[i].Tag != "NN" {
		return -1
	}
	for _, a := range d.All(i, "appos") {
		k := f.cast.At[a]
		if d.Left[a] != i+1 || k < 0 && d.Tokens[a].Pos != "PROPN" {
			continue
		}
		if typ := f.nounType(i); k < 0 && typ == kg.Organization || k >= 0 && (typ == "" || typ == f.cast.Mentions[k].Type) {
			return a
		}
	}
	return f.nameBehind(i)
}

func (f *finder) names(tokens []int) []int {
	var out []int
	for _, t := range tokens {
		if f.cast.At[t] >= 0 {
			out = append(out, t)
		}
	}
	return out
}

// actor names who a noun phrase is: somebody the cast knows, the speaker behind "I", or the forces of a region by their own words.
func (f *finder) actor(i int) (argument, bool) {
	if w := f.d.Lower(i); firstPersons[w] {
		if s := f.said.Innermost(i); s >= 0 && (f.d.Quoted[i] >= 0 || f.turn(s)) && f.said.Statements[s].Speaker != "" {
			return f.oneself(f.said.Statements[s].Speaker, i), true
		}
		return argument{}, false
	}
	if p := f.d.Child(i, "poss"); f.d.Lemma(i) == "country" && p >= 0 && f.d.Tokens[p].Tag == "PRP$" {
		if a, ok := f.cast.Country(i); ok {
			return argument{a.Name, i, a.Type, a.Kind}, true
		}
	}
	if administrations[f.d.Lemma(i)] {
		if in := f.behind(i, "in"); len(in) == 1 && f.cast.At[in[0]] >= 0 && f.cast.Mentions[f.cast.At[in[0]]].Kind == "state" { // "the X regime in Y"
			m := f.cast.Mentions[f.cast.At[in[0]]]
			return argument{m.Name, i, m.Type, m.Kind}, true
		}
		if p := f.d.Child(i, "poss", "compound"); p >= 0 && f.cast.At[p] >= 0 {
			if a, ok := f.officeOf(f.cast.Mentions[f.cast.At[p]].Name); ok {
				a.token = i
				return a, true
			}
		}
	}
	if a, ok := f.landOf(i); ok {
		return a, true
	}
	if f.d.Lemma(i) == "state" && f.adjective(i) {
		if a, ok := f.cast.Country(i); ok && a.Kind == "state" { // "the Angolan state"
			return argument{a.Name, i, a.Type, a.Kind}, true
		}
	}
	if f.d.Lemma(i) == "police" {
		if a, ok := f.cast.Country(i); ok && a.Kind == "state" {
			return argument{a.Name, i, a.Type, a.Kind}, true
		}
	}
	if f.model(i) {
		return argument{}, false
	}
	a, ok := f.cast.Who(i)
	if ok && (a.Kind == "state" || a.Kind == "disputed territory" || f.cast.At[i] >= 0 || a.Type != kg.Place || f.d.Tokens[i].Tag == "PRP") {
		return argument{a.Name, i, a.Type, a.Kind}, true
	}
	if class := f.cast.Words.Class(f.d.Lemma(i), f.d.Lower(i)); ok && class == "force" {
		return argument{f.cast.Text(i), i, kg.Organization, "armed force"}, true
	}
	return argument{}, false
}

// bySea is the land that a noun means whose water or part of the world is told: "the Black Sea peninsula".
func (f *finder) bySea(i int) (argument, bool) {
	for _, c := range f.d.All(i, "compound", "nmod", "amod") {
		if k := f.cast.At[c]; k >= 0 && (f.cast.Mentions[k].Kind == "water" || f.cast.Mentions[k].Kind == "area") {
			a, ok := f.cast.Who(i)
			return argument{a.Name, i, a.Type, a.Kind}, ok && a.Type == kg.Place
		}
	}
	return argument{}, false
}

// landOf is the place behind "of" that a noun for a place only introduces: "the Australian state of New South Wales" is New South Wales.
func (f *finder) landOf(i int) (argument, bool) {
	if class := f.cast.Words.Class(f.d.Lemma(i), ""); f.cast.At[i] >= 0 || f.d.Tokens[i].Tag == "NNS" || class != "region" && class != "settlement" && !mention.Realm(f.d.Lower(i)) {
		return argument{}, false
	}
	of := f.behind(i, "of")
	if len(of) != 1 || f.cast.At[of[0]] < 0 || f.cast.Mentions[f.cast.At[of[0]]].Type != kg.Place {
		return argument{}, false
	}
	m := f.cast.Mentions[f.cast.At[of[0]]]
	return argument{m.Name, of[0], m.Type, m.Kind}, true
}

// turn tells whether a statement is somebody's turn in a transcript or an interview: "Jane Doe: We …".
func (f *finder) turn(s int) bool {
	cue := f.said.Statements[s].CueToken
	return cue >= 0 && f.d.Tokens[cue].Text == ":"
}

// model tells whether the name of a firm only begins that of something it makes: "a Boeing 757".
func (f *finder) model(i int) bool {
	k := f.cast.At[i]
	if k < 0 || f.cast.Mentions[k].Type != kg.Organization || f.cast.Mentions[k].End >= len(f.d.Tokens) {
		return false
	}
	next := f.cast.Mentions[k].End
	t := f.d.Tokens[next]
	return t.Tag == "CD" && f.d.Sentence[next] == f.d.Sentence[i] && strings.IndexFunc(t.Text, func(r rune) bool { return r < '0' || r > '9' }) < 0 &&
		(t.Head == i || f.d.Tokens[i].Head == next) && !strings.HasSuffix(t.Ent, "-DATE")
}

// officeOf finds the state that somebody governs: "the X administration" is that state.
func (f *finder) officeOf(name string) (argument, bool) {
	for _, r := range f.cast.Roles {
		if f.cast.Mentions[r.Person].Name == name && r.OfKind == "state" && r.Class == "office" && governing[r.Head] {
			return argument{name: r.Of, typ: kg.Place, kind: r.OfKind}, true
		}
	}
	return argument{}, false
}

// place names the place that a noun phrase is: a name, "the X region", "the city of X", "the Crimean peninsula".
func (f *finder) place(i int) (argument, bool) {
	d := f.d
	if whole := f.portionOf(i); whole != i {
		return f.place(whole)
	}
	if k := f.cast.At[i]; k >= 0 {
		if m := f.cast.Mentions[k]; m.Type == kg.Place {
			return argument{m.Name, i, m.Type, m.Kind}, true
		}
		return argument{}, false
	}
	if a, ok := f.governmentOf(i); ok {
		return a, true
	}
	class := f.cast.Words.Class(d.Lemma(i), "")
	if class == "country" {
		if a, ok := f.cast.Who(i); ok {
			return argument{a.Name, i, a.Type, a.Kind}, true
		}
	}
	if class != "settlement" && class != "region" {
		return argument{}, false
	}
	if d.Lemma(i) == "republic" && i > 0 { // "the Sahrawi republic" has an entry of its own beside its land
		if e, ok := f.cast.Gaz.Lookup(d.Tokens[i-1].Text+" Republic", kg.Place); ok && d.Tokens[i-1].Head == i {
			return argument{e.Name, i, e.Type, e.Kind}, true
		}
	}
	if a, ok := f.cast.Country(i); ok && d.Lemma(i) == "state" && a.Kind == "state" { // "a Palestinian state"
		return argument{a.Name, i, a.Type, a.Kind}, true
	}
	if a, ok := f.bySea(i); ok {
		return a, true
	}
	for _, c := range d.All(i, "compound", "nmod", "appos", "amod") {
		if k := f.cast.At[c]; k >= 0 && f.cast.Mentions[k].Type == kg.Place {
			m := f.cast.Mentions[k]
			return argument{m.Name, c, m.Type, m.Kind}, true
		}
		if e, ok := f.cast.Gaz.Demonym(d.Tokens[c].Text); ok && e.Kind != "state" && e.Kind != "area" {
			return argument{e.Name, c, e.Type, e.Kind}, true
		}
	}
	for _, p := range d.All(i, "prep") {
		if o := d.Child(p, "pobj"); d.Lower(p) == "of" && o >= 0 && f.cast.At[o] >= 0 && f.cast.Mentions[f.cast.At[o]].Type == kg.Place {
			m := f.cast.Mentions[f.cast.At[o]]
			return argument{m.Name, o, m.Type, m.Kind}, true
		}
	}
	if a, ok := f.cast.Who(i); ok && a.Type == kg.Place { // "the territory"
		return argument{a.Name, i, a.Type, a.Kind}, true
	}
	return argument{}, false
}
