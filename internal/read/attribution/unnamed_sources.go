package attribution

import (
	"sayso/internal/kg"
	"sayso/internal/read/mention"
)

// owners finds whose words those of a source without a name are.
type owners struct{ view }

// described names who speaks where the source has no name of its own: whom the words pick out, the state whose arm it
// is, the first of several.
func (f owners) described(i int) (mention.Actor, bool) {
	d := f.d
	if a, ok := f.cast.SpokenOf(i); ok {
		return a, true
	}
	if arms[d.Lower(i)] && d.Noun(i) {
		if a, ok := f.cast.Country(i); ok && a.Kind != "settlement" && f.stateBefore(i) {
			return a, true
		}
	}
	if a, ok := f.namedBehind(i); ok {
		return a, true
	}
	if d.Lower(i) == "they" && d.Tokens[i].Dep == "nsubj" {
		return f.firstOf(i)
	}
	return mention.Actor{}, false
}

// namedBehind finds the name that a person's description has behind its comma, wherever the parser hung it: "a
// colleague of X at the museum, Y, said".
func (f owners) namedBehind(i int) (mention.Actor, bool) {
	d := f.d
	if !people[d.Lemma(i)] || d.Tokens[i].Tag != "NN" || d.Sentence[i] < 0 {
		return mention.Actor{}, false
	}
	end := min(d.Sentences[d.Sentence[i]].End, i+20)
	for j := i + 1; j < end && !d.Verb(j) && d.Quoted[j] == d.Quoted[i]; j++ {
		k := f.cast.At[j]
		if k < 0 || d.Tokens[j-1].Text != "," {
			continue
		}
		m := f.cast.Mentions[k]
		if m.Type == kg.Person && m.First == j && m.End < end && (d.Tokens[m.End].Text == "," || d.Verb(m.End)) {
			return f.cast.Who(m.Head(d))
		}
	}
	return mention.Actor{}, false
}

// stateBefore reports whether a noun has no town's name before it, whose arm it would be: "London police".
func (f owners) stateBefore(i int) bool {
	for _, c := range f.d.All(i, "amod", "compound", "nmod", "poss") {
		if k := f.cast.At[c]; k >= 0 && f.cast.Mentions[k].Kind != "state" &&
			f.cast.Mentions[k].Kind != "disputed territory" {
			return false
		}
	}
	return true
}

// firstOf finds whom "they" at the head of a sentence means where the sentence before has two named ones for its
// subject: the first of them.
func (f owners) firstOf(i int) (mention.Actor, bool) {
	d := f.d
	n := d.Sentence[i] - 1
	if n < 0 || d.Quoted[i] >= 0 || d.Paragraph(d.Sentences[n].First) != d.Paragraph(i) {
		return mention.Actor{}, false
	}
	for j := d.Sentences[n].First; j < d.Sentences[n].End; j++ {
		if d.Tokens[j].Head != j || d.Tokens[j].Dep != "ROOT" {
			continue
		}
		s := d.Child(j, "nsubj", "nsubjpass")
		if s < 0 || d.Quoted[s] >= 0 {
			break
		}
		names := d.Coordinated(s)
		if len(names) < 2 || len(d.All(j, "conj")) > 0 {
			break
		}
		for _, x := range names {
			if f.cast.At[x] < 0 {
				return mention.Actor{}, false
			}
		}
		return f.cast.Who(names[0])
	}
	return mention.Actor{}, false
}

func (f voices) isMessage(i int) bool {
	return f.cast.At[i] < 0 && f.cast.Words.Class(f.d.Lemma(i), f.d.Lower(i)) == "message"
}

// messageOwner names whose message it is: "X's statement", "a statement from X", "the ministry statement", "a statement
// issued by X".
func (f owners) messageOwner(i, depth int) (string, bool) {
	d := f.d
	if p := d.Child(i, "poss"); p >= 0 {
		return f.voices().speaker(p, depth+1)
	}
	for _, o := range f.givers(i) {
		if name, ok := f.voices().speaker(o, depth+1); ok {
			return name, true
		}
	}
	for _, c := range d.All(i, "compound", "amod", "nmod") {
		told := reports[d.Lemma(i)] || articles[d.Lemma(i)]
		a, ok := f.cast.Who(c)
		if ok && a.Type == kg.Place && a.Kind != "state" { // what happened there, as in "the Bhopal report"
			return "", false
		}
		if ok && a.Kind != "channel" && (a.Kind != "outlet" || told) {
			return a.Name, true
		}
	}
	return f.bodyInside(i)
}

// bodyInside names the one body within the words before a message: "a NATO training mission statement".
func (f owners) bodyInside(i int) (string, bool) {
	name := ""
	for j := f.d.Left[i]; j < i; j++ {
		k := f.cast.At[j]
		if k < 0 {
			continue
		}
		m := f.cast.Mentions[k]
		if m.Type != kg.Organization || m.Kind == "outlet" || m.Kind == "channel" || name != "" && name != m.Name {
			return "", false
		}
		name = m.Name
	}
	return name, name != ""
}

// givers are the heads of those from whom a message is, or who gave it out.
func (f owners) givers(i int) []int {
	d := f.d
	var out []int
	participles := d.All(i, "acl")
	for _, p := range d.All(i, "prep", "agent") {
		if o := d.Child(p, "pobj"); ofBy[d.Lower(p)] && o >= 0 {
			out = append(out, o)
			participles = append(participles, d.All(o, "acl")...) // "an account of the talks published by X"
		}
	}
	for _, v := range participles {
		if by := d.Child(v, "agent"); by >= 0 && d.Child(by, "pobj") >= 0 && issuing[d.Lemma(v)] {
			out = append(out, d.Child(by, "pobj"))
		}
	}
	return out
}

// goesBack reports whether a message without an owner may be that of who spoke last: "the statement", and not "reports"
// or "an account of the talks".
func (f voices) goesBack(i int) bool {
	found := articles[f.d.Lemma(i)] || findings[f.d.Lemma(i)]
	return f.isMessage(i) && !found && f.d.Tokens[i].Tag != "NNS" && len(f.d.All(i, "prep", "acl")) == 0
}
