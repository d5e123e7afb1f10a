package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// subjects finds who acts, all of them; false where the rule needs somebody and nobody is there.
func (f *finder) subjects(r rule, v int) ([]argument, bool) {
	none := []argument{{token: -1}}
	if r.Who == "none" {
		return none, true
	}
	tokens := f.subjectTokens(v)
	var out []argument
	for _, t := range tokens {
		for _, e := range f.expand(f.meant(t)) {
			if a, ok := f.subject(r, v, e); ok {
				out = append(out, a)
			}
		}
	}
	if len(out) > 0 {
		return out, true
	}
	if len(tokens) == 0 && f.passive(v) && (agentless[r.family] || r.id == "ACCUSED") && !f.hasChild(v, "by") {
		return none, true
	}
	if r.Who == "optional" || r.Who == "any" {
		if len(tokens) == 0 || f.passive(v) || r.Who == "any" {
			return none, true
		}
	}
	if len(tokens) == 1 && f.nobody(tokens[0]) {
		return none, true
	}
	return nil, false
}

// agentless are the families of predicates that say enough in the passive when nobody is named: somebody was freed, a town was bombed.
var agentless = map[string]bool{"force": true, "control": true, "measures": true, "custody": true, "casualties": true, "appointment": true, "forces": true}

// subject names one of those who act: somebody the cast knows, or people and bodies by the words for them.
func (f *finder) subject(r rule, v, e int) (argument, bool) {
	d := f.d
	if a, ok := f.actor(e); ok && f.fitsWho(r, a, e) {
		return a, true
	}
	if r.Who == "any" && !strings.HasPrefix(d.Tokens[e].Tag, "PRP") && !f.nobody(e) {
		return argument{name: f.brief(e), token: e}, true
	}
	if a, ok := f.somebody(e, false); ok && f.fitsWho(r, a, e) {
		return a, true
	}
	if d.Tokens[e].Pos == "PROPN" && f.cast.At[e] < 0 && r.Who == "" && !d.Tokens[e].SentStart {
		return argument{name: f.cast.Text(e), token: e, typ: kg.Organization}, true
	}
	if r.Who == "optional" && d.Noun(e) && (!f.passive(v) || d.Child(e, "det") >= 0 || d.Tokens[e].Tag == "NNS") {
		return argument{name: f.cast.Text(e), token: e}, true
	}
	return argument{}, false
}

// nobody tells whether a token says that there is none: "no one", "nobody", "none".
func (f *finder) nobody(i int) bool {
	w := f.d.Lower(i)
	return w == "nobody" || w == "none" && len(f.behind(i, "of")) == 0 || w == "one" && f.d.Child(i, "det") >= 0 && f.d.Lower(f.d.Child(i, "det")) == "no"
}

func (f *finder) fitsWho(r rule, a argument, token int) bool {
	switch r.Who {
	case "person":
		return f.typeOf(a) == kg.Person
	case "place":
		return a.typ == kg.Place
	case "armed":
		class := f.cast.Words.Class(f.d.Lemma(token), f.d.Lower(token))
		return a.kind == "state" || a.kind == "armed force" || a.kind == "disputed territory" || class == "force"
	}
	return true
}

// subjectTokens gives the heads of the acting noun phrases.
func (f *finder) subjectTokens(v int) []int {
	d := f.d
	if f.passive(v) {
		if c := d.Child(v, "conj"); d.Child(v, "agent") < 0 && c >= 0 && d.Verb(c) && d.Child(c, "nsubjpass", "nsubj", "dobj") < 0 && d.Child(c, "agent") >= 0 && v+1 < len(d.Tokens) && d.Tokens[v+1].Dep == "cc" {
			v = c
		}
		for _, by := range d.All(v, "agent", "prep") {
			if d.Lower(by) == "by" {
				if o := d.Child(by, "pobj"); o >= 0 && !strings.HasSuffix(d.Tokens[o].Ent, "DATE") && !strings.HasSuffix(d.Tokens[o].Ent, "PERCENT") {
					return d.Coordinated(o)
				}
			}
		}
		for i := v + 1; i < d.Right[v]; i++ { // "offered to the families by X", with "by" hung on the families
			if o := d.Child(i, "pobj"); d.Lower(i) == "by" && o >= 0 && d.Noun(d.Tokens[i].Head) && f.cast.At[o] >= 0 && f.cast.Mentions[f.cast.At[o]].Kind != "settlement" {
				return d.Coordinated(o)
			}
		}
		return nil
	}
	if f.joinedOn(v) {
		return []int{d.Tokens[v].Head}
	}
	if i := v - 1; i >= 0 && f.cast.At[i] >= 0 && d.Child(v, "nsubj") < 0 {
		if head := f.cast.Mentions[f.cast.At[i]].Head(d); f.startsClause(head) {
			return []int{head}
		}
	}
	if s := d.Child(v, "nsubj"); s >= 0 {
		if t := d.Tokens[s].Tag; t == "WP" || t == "WDT" {
			if a := f.antecedent(v); a >= 0 {
				return f.described1(a)
			}
		}
		return f.withOthers(s, v)
	}
	return f.sharedSubject(v, 0)
}

// joinedOn tells whether a verb that the parser hung on the subject is rather its predicate: "The minister, Jane Doe, denied that …".
func (f *finder) joinedOn(v int) bool {
	d := f.d
	up := d.Tokens[v].Head
	return d.Tokens[v].Dep == "acl" && d.Tokens[up].Head == up && v > 0 && d.Tokens[v-1].Text == "," && d.Noun(up) && d.Kind(v) == layout.Body &&
		(d.Tokens[v].Tag == "VBN" || d.Tokens[v].Tag == "VBD") && d.Child(v, "dobj", "ccomp", "xcomp") >= 0 && d.Child(v, "agent") < 0
}

// withOthers adds to a subject those it acts with: "X, along with Y,", "X as well as Y", and a second subject that the parser found apart.
func (f *finder) withOthers(s, v int) []int {
	d := f.d
	out := d.Coordinated(s)
	for _, a := range d.All(s, "appos") { // "the minister, X, and the president, Y" with the president hung on X
		if f.cast.At[a] >= 0 && f.cast.At[s] < 0 {
			out = append(out, d.Coordinated(a)[1:]...)
		}
	}
	if f.cast.At[s] < 0 {
		return out
	}
	have := map[int]bool{}
	for _, t := range out {
		have[t] = true
	}
	for _, c := range append(append([]int{}, d.Children[v]...), d.Children[s]...) {
		add := -1
		switch dep := d.Tokens[c].Dep; {
		case c >= v || c == 0:
		case dep == "nsubj" || dep == "npadvmod":
			if f.cast.At[c] >= 0 && f.joined(c, s) {
				add = c
			}
		case dep == "prep" || dep == "cc" || dep == "advmod":
			if w := d.Lower(c); w == "along" || w == "together" {
				if o := f.behind(c, "with"); len(o) > 0 && o[0] < v {
					add = o[0]
				}
			} else if w == "with" && (d.Lower(c-1) == "along" || d.Lower(c-1) == "together") {
				add = d.Child(c, "pobj")
			}
		}
		if add >= 0 && !have[add] && f.cast.At[add] >= 0 {
			have[add] = true
			out = append(out, add)
		}
	}
	return out
}

// joined tells whether "and" or "as well as" stands between two names of one clause.
func (f *finder) joined(a, b int) bool {
	for i := min(a, b) + 1; i < max(a, b); i++ {
		if w := f.d.Lower(i); f.d.Tokens[i].Dep == "cc" || w == "and" || w == "well" {
			return true
		}
	}
	return false
}

// described1 is who "the only country that" is said of: the subject that a noun describes with "is" or "became", else the noun itself.
func (f *finder) described1(i int) []int {
	d := f.d
	if up := d.Tokens[i].Head; d.Tokens[i].Dep == "attr" && (d.Lemma(up) == "be" || d.Lemma(up) == "become" || d.Lemma(up) == "remain") {
		if s := d.Child(up, "nsubj"); s >= 0 && d.Noun(s) {
			return d.Coordinated(s)
		}
	}
	return []int{i}
}

// sharedSubject climbs to the subject that a verb without one takes over from the verb it hangs on; after "urged Y to", that is Y.
func (f *finder) sharedSubject(v, depth int) []int {
	d := f.d
	up := d.Tokens[v].Head
	if up == v || depth > 4 {
		return nil
	}
	switch d.Tokens[v].Dep {
	case "xcomp", "ccomp":
		if d.Child(v, "nsubj") < 0 && d.Verb(up) {
			if o := d.Child(up, "dobj"); o >= 0 && o < v && f.controls(up, o) {
				return d.Coordinated(o)
			}
			return f.subjectTokensUp(up, depth)
		}
		if !d.Verb(up) && d.Tokens[up].Dep == "acomp" {
			return f.subjectTokensUp(d.Tokens[up].Head, depth)
		}
	case "conj", "advcl", "parataxis":
		if d.Tokens[v].Dep == "advcl" && d.Tokens[v].Tag != "VBG" && d.Tokens[v].Tag != "VB" && d.Tokens[v].Tag != "VBN" {
			return nil
		}
		if d.Verb(up) {
			return f.subjectTokensUp(up, depth)
		}
	case "amod":
		if f.verbTaken(up) {
			for n := 0; n < 4 && !d.Verb(up) && d.Tokens[up].Head != up; n++ {
				up = d.Tokens[up].Head
			}
			return f.subjectTokensUp(up, depth)
		}
	case "compound":
		if d.Tokens[v].Tag == "VBG" && d.Verb(d.Tokens[up].Head) {
			return f.subjectTokensUp(d.Tokens[up].Head, depth)
		}
	case "relcl":
		if d.Tokens[v].Tag == "VB" && f.infinitive(v) { // "the first country to recognise", "X to recognise Y" in a title
			return f.described1(up)
		}
	case "acl":
		if d.Tokens[v].Tag == "VBG" {
			return []int{up}
		}
		if d.Tokens[v].Tag == "VB" && (f.first(up) || d.Tokens[up].Head == up) {
			return f.described1(up)
		}
		if d.Tokens[v].Tag == "VB" { // "Kenya's decision to recognise", "the decision of Kenya to recognise"
			if p := d.Child(up, "poss"); p >= 0 {
				return d.Coordinated(p)
			}
			if of := f.behind(up, "of"); len(of) > 0 {
				return of
			}
		}
		if d.Tokens[v].Tag == "VB" && d.Tokens[up].Dep == "dobj" { // "a decision to invade"
			return f.subjectTokensUp(d.Tokens[up].Head, depth)
		}
	case "pcomp":
		if prep := d.Tokens[v].Head; d.Tokens[prep].Head != prep {
			gov := d.Tokens[prep].Head
			if d.Lower(gov) == "short" {
				gov = d.Tokens[gov].Head
			}
			if o := d.Child(gov, "dobj"); o >= 0 && o < v && d.Lower(prep) == "of" {
				return d.Coordinated(o)
			}
			if d.Tokens[gov].Dep == "dobj" && d.Lower(prep) == "of" { // "accused Y of doing" with "of" under Y
				return []int{gov}
			}
			if d.Verb(gov) {
				return f.subjectTokensUp(gov, depth)
			}
		}
	}
	return nil
}

// controls tells whether the object o of a verb is who does what the infinitive after it says: "forced X to", not "promised X to".
func (f *finder) controls(verb, o int) bool {
	switch f.d.Lemma(verb) {
	case "promise", "threaten", "vow", "use":
		return false
	}
	if f.patterns.governors[f.d.Lemma(verb)] == "ORDERED" {
		return true
	}
	_, known := f.actor(o)
	return known || f.nounType(o) == kg.Person || f.nounType(o) == kg.Organization
}

func (f *finder) subjectTokensUp(up, depth int) []int {
	d := f.d
	if s := d.Child(up, "nsubj", "nsubjpass"); s >= 0 {
		if t := d.Tokens[s].Tag; t == "WP" || t == "WDT" {
			if a := f.antecedent(up); a >= 0 {
				return []int{a}
			}
		}
		return d.Coordinated(s)
	}
	return f.sharedSubject(up, depth+1)
}

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
			if m := f.cast.At[a]; m >= 0 && f.cast.Mentions[m].Type == f.cast.Mentions[k].Type && d.Child(a, "conj") >= 0 {
				return append([]int{i}, f.names(d.Coordinated(a))...)
			}
		}
	}
	if f.cast.At[i] < 0 {
		if pair := f.namedBefore(i); len(pair) > 0 {
			return pair
		}
	}
	if f.cast.At[i] >= 0 || d.Tokens[i].Tag != "NNS" {
		return []int{i}
	}
	for _, a := range d.All(i, "appos") {
		if a > i && f.cast.At[a] >= 0 {
			return f.names(d.Coordinated(a))
		}
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
		if w == "including" || w == "like" || w == "as" {
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

// nearby is how many tokens back the places are looked for that "both regions" means.
const nearby = 250

// namedBefore finds the places that "both regions", "either country" or "the territories" sum up: the last ones that were named joined by
// "and" or "or". A phrase that says more ("the regions along the border") sums up nothing.
func (f *finder) namedBefore(i int) []int {
	d := f.d
	class := f.cast.Words.Class(d.Lemma(i), "")
	if class != "region" && class != "country" && class != "settlement" {
		return nil
	}
	two, det := false, ""
	for _, c := range d.Children[i] {
		switch w := d.Lower(c); {
		case w == "either" || w == "neither" || w == "both" || w == "two":
			two = true
		case w == "the" || w == "these" || w == "those":
			det = w
		case c > i && d.Tokens[c].Dep != "relcl" && d.Tokens[c].Dep != "acl" && (d.Tokens[c].Dep != "prep" || d.Lower(c) != "of"):
		default:
			return nil
		}
	}
	if !two && (det == "" || d.Tokens[i].Tag != "NNS") {
		return nil
	}
	for j := i - 1; j >= 0 && j > i-nearby; j-- {
		k := f.cast.At[j]
		if k < 0 || d.Tokens[j].Dep == "conj" || d.Child(j, "conj") < 0 {
			continue
		}
		if all := f.names(d.Coordinated(j)); len(all) == len(d.Coordinated(j)) && f.allPlaces(all, class) {
			if len(all) < 2 || two && len(all) != 2 {
				return nil
			}
			return all
		}
	}
	return nil
}

func (f *finder) allPlaces(tokens []int, class string) bool {
	for _, t := range tokens {
		m := f.cast.Mentions[f.cast.At[t]]
		if m.Type != kg.Place || (m.Kind == "state") != (class == "country") {
			return false
		}
	}
	return true
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
	if w := f.d.Lower(i); w == "i" || w == "me" || w == "we" || w == "us" {
		if s := f.said.Innermost(i); s >= 0 && f.d.Quoted[i] >= 0 && f.said.Statements[s].Speaker != "" {
			return f.oneself(f.said.Statements[s].Speaker, i), true
		}
		return argument{}, false
	}
	if p := f.d.Child(i, "poss"); f.d.Lemma(i) == "country" && p >= 0 && f.d.Tokens[p].Tag == "PRP$" {
		if a, ok := f.cast.Country(i); ok {
			return argument{a.Name, i, a.Type, a.Kind}, true
		}
	}
	if f.d.Lemma(i) == "police" {
		if a, ok := f.cast.Country(i); ok && a.Kind == "state" {
			return argument{a.Name, i, a.Type, a.Kind}, true
		}
	}
	a, ok := f.cast.Who(i)
	if ok && (a.Kind == "state" || a.Kind == "disputed territory" || f.cast.At[i] >= 0 || a.Type != kg.Place) {
		return argument{a.Name, i, a.Type, a.Kind}, true
	}
	if class := f.cast.Words.Class(f.d.Lemma(i), f.d.Lower(i)); ok && class == "force" {
		return argument{f.cast.Text(i), i, kg.Organization, "armed force"}, true
	}
	return argument{}, false
}

// oneself is who a speaker means by "I"; by "we" whoever holds an office or leads a body means it.
func (f *finder) oneself(speaker string, i int) argument {
	if w := f.d.Lower(i); w == "we" || w == "us" {
		for _, r := range f.cast.Roles {
			if f.cast.Mentions[r.Person].Name == speaker && !r.Former && (r.OfType == string(kg.Place) || r.OfType == string(kg.Organization)) &&
				(r.Class == "office" || r.Class == "leads" || r.Class == "spokesperson") {
				return argument{r.Of, i, kg.EntityType(r.OfType), r.OfKind}
			}
		}
	}
	typ := kg.Person
	for _, m := range f.cast.Mentions {
		if m.Name == speaker {
			typ = m.Type
		}
	}
	return argument{speaker, i, typ, ""}
}

// meant resolves a pronoun that the cast does not: "they" and "it" in what somebody says or does further on is that somebody, "it" and "them"
// as an object what the clause before acted on. Other tokens stay as they are.
func (f *finder) meant(i int) int {
	d := f.d
	w := d.Lower(i)
	if w != "they" && w != "it" && w != "them" {
		return i
	}
	if _, known := f.cast.Who(i); known {
		return i
	}
	plural := func(t int) bool {
		return d.Tokens[t].Tag == "NNS" || d.Tokens[t].Tag == "NNPS" || d.Child(t, "conj") >= 0 || d.Lemma(t) == "police"
	}
	if w != "them" && (d.Tokens[i].Dep == "nsubj" || d.Tokens[i].Dep == "nsubjpass") {
		for at, n := d.Tokens[i].Head, 0; n < 5 && d.Tokens[at].Head != at; n++ {
			at = d.Tokens[at].Head
			if s := d.Child(at, "nsubj"); s >= 0 && s < i && d.Noun(s) && d.Verb(at) {
				if plural(s) == (w == "they") && (w == "they" || f.nounType(s) != kg.Person) {
					return s
				}
				return i
			}
		}
		return i
	}
	if d.Sentence[i] < 0 {
		return i
	}
	from := d.Sentences[max(0, d.Sentence[i]-1)].First
	for j := i - 1; j >= from; j-- {
		if dep := d.Tokens[j].Dep; (dep == "dobj" || dep == "nsubjpass") && d.Noun(j) && d.Tokens[j].Head != d.Tokens[i].Head {
			if plural(j) == (w == "them") && (w == "them" || f.nounType(j) != kg.Person) {
				return j
			}
			return i
		}
	}
	return i
}

// place names the place that a noun phrase is: a name, "the X region", "the city of X", "the Crimean peninsula".
func (f *finder) place(i int) (argument, bool) {
	d := f.d
	if k := f.cast.At[i]; k >= 0 {
		if m := f.cast.Mentions[k]; m.Type == kg.Place {
			return argument{m.Name, i, m.Type, m.Kind}, true
		}
		return argument{}, false
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
	if a, ok := f.cast.Country(i); ok && d.Lemma(i) == "state" && a.Kind == "state" { // "a Palestinian state"
		return argument{a.Name, i, a.Type, a.Kind}, true
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
