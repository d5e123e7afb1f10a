package claim

import (
	"sayso/internal/kg"
	"sayso/internal/read/mention"
)

// nearby is how many tokens back the places are looked for that "both regions" means.
const nearby = 600

// namedBefore finds the places that "both regions", "either country" or "the territories" sum up: the last ones that were named joined by
// "and" or "or". A phrase that says more ("the regions along the border") sums up nothing.
func (f *finder) namedBefore(i int) []int {
	d := f.d
	class := f.cast.Words.Class(d.Lemma(i), "")
	if statelets[d.Lemma(i)] {
		class = "region"
	}
	if class != "region" && class != "country" && class != "settlement" {
		return nil
	}
	two, det := false, ""
	for _, c := range d.Children[i] {
		switch w := d.Lower(c); {
		case twoWords[w]:
			two = true
		case definites[w]:
			det = w
		case c < i && mention.Standing(w):
		case c < i && d.Tokens[c].Dep == "amod" && d.Tokens[c].Tag == "VBN" && c > 0 && (d.Tokens[c-1].Tag == "HYPH" || d.Tokens[c-1].Text == "-"): // "Russian-backed"
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
		if d.Sentence[j] == d.Sentence[i] && d.Tokens[j].Dep == "nsubj" && d.Tokens[j].Head == d.Tokens[i].Head { // what somebody does is not done to himself
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

// oneself is who a speaker means by "I"; by "we" whoever holds an office or leads a body means it.
func (f *finder) oneself(speaker string, i int) argument {
	if w := f.d.Lower(i); weWords[w] {
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
	if !resolvable[w] || w == "it" && d.Tokens[i].Dep == "dobj" && d.Lemma(d.Tokens[i].Head) == "deny" { // what is denied is what was said
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
		if s := f.subjectBefore(i); s >= 0 && w == "they" && plural(s) {
			return s
		}
		return i
	}
	if d.Sentence[i] < 0 {
		return i
	}
	if shot := f.shotAt(i); shot >= 0 {
		return shot
	}
	from := d.Sentences[max(0, d.Sentence[i]-1)].First
	for j := i - 1; j >= from; j-- {
		if dep := d.Tokens[j].Dep; (dep == "dobj" || dep == "nsubjpass") && d.Noun(j) && d.Tokens[j].Head != d.Tokens[i].Head {
			if w == "it" && undoings[d.Lemma(d.Tokens[j].Head)] { // what was undone is not there any more: "it" is that it was undone
				return i
			}
			if p := d.Child(j, "poss"); p >= 0 && d.Lower(p) == "their" && w == "them" { // "told X to mend their ways and thanked them"
				continue
			}
			if plural(j) == (w == "them") && (w == "them" || f.nounType(j) != kg.Person) {
				return j
			}
			if w == "it" {
				return i
			}
		}
	}
	return i
}

// shotAt gives what "them" means behind "opened fire on X and": X, where that is plural; -1 elsewhere.
func (f *finder) shotAt(i int) int {
	d := f.d
	v := d.Tokens[i].Head
	up := d.Tokens[v].Head
	if d.Lower(i) != "them" || d.Tokens[i].Dep != "dobj" || d.Tokens[v].Dep != "conj" || !d.Verb(up) {
		return -1
	}
	if o := d.Child(up, "dobj"); o < 0 || d.Tokens[o].Tag != "NN" { // "them" is no mass
		return -1
	}
	for _, at := range []int{up, d.Child(up, "dobj")} {
		for _, p := range shotPrepositions {
			if o := f.behind(at, p); len(o) > 0 && d.Tokens[o[0]].Tag == "NNS" {
				return o[0]
			}
		}
	}
	return -1
}

// subjectBefore gives the subject of the sentence before that of token i, where it is a noun in the same paragraph; -1 for none.
func (f *finder) subjectBefore(i int) int {
	d := f.d
	n := d.Sentence[i] - 1
	if n < 0 {
		return -1
	}
	sent := d.Sentences[n]
	for j := sent.First; j < sent.End; j++ {
		if d.Tokens[j].Head == j && d.Paragraph(j) == d.Paragraph(i) {
			if s := d.Child(j, "nsubj", "nsubjpass"); s >= 0 && d.Noun(s) {
				return s
			}
		}
	}
	return -1
}
