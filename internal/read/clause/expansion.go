package clause

import (
	"sort"

	"sayso/internal/read/mention"
	"sayso/internal/read/trace"

	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/phrase"
)

// Reference tells what pronouns, plural descriptions and sums like "both sides" stand for.
type Reference struct {
	Roles
	two pairs
}

// New gives the clauses of a text. Known are the lemmas of the verbs that the vocabulary has patterns for: a
// participle of one may be a verb that the parser took for an adjective.
func New(said *attribution.Result, phrases *phrase.Names, known map[string]bool, rules *trace.Log) *Reference {
	verbs := Verbs{d: said.Cast.Doc, cast: said.Cast, words: said.Words, known: known, ph: phrases, rules: rules}
	return &Reference{Roles: Roles{objects{verbs}}, two: pairs{verbs.d, verbs.cast, phrases, rules}}
}

// namesBefore gives the places that a plural noun counts together: "the A and B regions", "the A and B people's
// republics".
func (cl *Reference) namesBefore(i int) []int {
	class := cl.cast.Words.Class(cl.d.Lemma(i), "")
	if class != "region" && class != "settlement" {
		return nil
	}
	for _, c := range cl.d.All(i, "nmod", "compound", "amod", "poss") {
		all := cl.d.Coordinated(c)
		if c > i || len(all) < 2 || len(cl.ph.Names(all)) != len(all) {
			continue
		}
		for _, t := range all {
			if cl.cast.Mentions[cl.cast.At[t]].Type != kg.Place {
				return nil
			}
		}
		return all
	}
	return nil
}

// nameAfter finds the name that follows what it is called by: "the charity X", "the former executive Y"; -1 for none.
func (cl *Reference) nameAfter(i int) int {
	d := cl.d
	if cl.cast.At[i] >= 0 || d.Tokens[i].Tag != "NN" {
		return -1
	}
	for _, a := range d.All(i, "appos") {
		k := cl.cast.At[a]
		if d.Left[a] != i+1 || k < 0 && d.Tokens[a].Pos != "PROPN" {
			continue
		}
		typ := cl.ph.NounType(i)
		fits := typ == kg.Organization
		if k >= 0 {
			fits = typ == "" || typ == cl.cast.Mentions[k].Type
		}
		if fits && cl.rules.Take("reference.name-right-after", i, a) {
			return a
		}
	}
	return cl.NameBehind(i)
}

// MembersOf goes through "either of the two regions" and "none of them" to what they are chosen from.
func (cl *Reference) MembersOf(tokens []int) []int {
	if len(tokens) != 1 {
		return tokens
	}
	if members[cl.d.Lower(tokens[0])] {
		if of := cl.ph.Behind(tokens[0], "of"); len(of) > 0 && cl.rules.Take("reference.members-of") {
			return of
		}
	}
	return tokens
}

// Listed adds the members of a list that the parser hung on as appositions: "1,886 tanks, 4,162 vehicles, 792
// drones".
func (cl *Reference) Listed(tokens []int) []int {
	out, seen := append([]int{}, tokens...), map[int]bool{}
	for k := 0; k < len(out) && k < 40; k++ {
		if seen[out[k]] {
			continue
		}
		seen[out[k]] = true
		out = append(out, cl.d.All(out[k], "conj", "appos")...)
	}
	kept := out[:0:0]
	for t := range seen {
		kept = append(kept, t)
	}
	sort.Ints(kept)
	return kept
}

// listBehind finds the names that a colon or a dash further on in the sentence gives for the plural noun i: "four
// countries recognise X: A, B, C and D", "the states that recognise X – A, B and C – …". Nothing but names may stand
// in the list, and no other plural noun between.
func (cl *Reference) listBehind(i int) []int {
	d := cl.d
	end := d.Sentences[d.Sentence[i]].End
	at := i + 1
	for at < end && !cl.ph.ListMark(at) {
		if d.Tokens[at].Tag == "NNS" && cl.cast.At[at] < 0 || d.Quoted[at] != d.Quoted[i] {
			return nil
		}
		at++
	}
	var out []int
	for at++; at < end && !cl.ph.ListMark(at); at++ {
		if k := cl.cast.At[at]; k >= 0 {
			if head := cl.cast.Mentions[k].Head(d); len(out) == 0 || out[len(out)-1] != head {
				out = append(out, head)
			}
			continue
		}
		switch w := d.Lower(at); {
		case w == "," || listWords[w] || !d.Ink(at):
		case at == end-1 || d.Tokens[at].Text == ".":
			at = end
		default:
			return nil
		}
	}
	if len(out) < 2 {
		return nil
	}
	for _, t := range out[1:] {
		if cl.cast.Mentions[cl.cast.At[t]].Type != cl.cast.Mentions[cl.cast.At[out[0]]].Type {
			return nil
		}
	}
	return out
}

// amongThem gives the names that "among them" picks out of the people, bodies or places that a plural noun counts:
// "eleven officials, among them Jane Doe and the minister John Roe".
func (cl *Reference) amongThem(i int) []int {
	d := cl.d
	typ, end := cl.ph.NounType(i), d.Sentences[d.Sentence[i]].End
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
	for at += 2; at < end && !d.Verb(at) && !cl.ph.ListMark(at) && d.Quoted[at] == d.Quoted[i]; at++ {
		k := cl.cast.At[at]
		if k < 0 || cl.cast.Mentions[k].Head(d) != at || d.Tokens[at].Dep == "poss" {
			continue
		}
		if m := cl.cast.Mentions[k]; m.Type == typ {
			out = append(out, at)
		}
	}
	return out
}

// NameBehind finds the name between commas that follows a noun for somebody and what he is to whom: "a spokesman for
// the bank, Jane Doe, said"; -1 for none. Another noun for somebody in between may be the one whom the name is of.
func (cl *Reference) NameBehind(i int) int {
	d := cl.d
	if !cl.mayBeNamed(i) {
		return -1
	}
	end, at := d.Sentences[d.Sentence[i]].End, i+1
	for ; at < end && at < i+9 && d.Tokens[at].Text != ","; at++ {
		if at == i+1 && d.Tokens[at].Dep != "prep" || cl.endsTitle(at) || d.Quoted[at] != d.Quoted[i] {
			return -1
		}
	}
	if at+1 >= end || d.Tokens[at].Text != "," || cl.cast.At[at+1] < 0 {
		return -1
	}
	m := cl.cast.Mentions[cl.cast.At[at+1]]
	if !cl.fitsNoun(i, m) || m.First != at+1 || m.End-m.First < 2 && at > i+1 {
		return -1
	}
	head := m.Head(d)
	if m.End >= end || d.Tokens[m.End].Text != "," || cl.joinsName(head) {
		return -1
	}
	dep := d.Tokens[head].Dep
	return where(dep == "appos" || dep == d.Tokens[i].Dep, head)
}

// joinsName reports whether another name follows one: "X and Y".
func (cl *Reference) joinsName(head int) bool {
	c := cl.d.Child(head, "conj")
	return c >= 0 && !cl.d.Verb(c)
}

// fitsNoun reports whether a noun can stand for what has the name m.
func (cl *Reference) fitsNoun(i int, m mention.Mention) bool {
	return m.Type == cl.ph.NounType(i) || m.Type == kg.Organization && firms[cl.d.Lemma(i)]
}

// mayBeNamed reports whether a noun with an article is one for a person or body whose name may follow.
func (cl *Reference) mayBeNamed(i int) bool {
	tag, det, typ := cl.d.Tokens[i].Tag, cl.d.Child(i, "det", "poss"), cl.ph.NounType(i)
	if cl.cast.At[i] >= 0 || det < 0 || det > i || typ != kg.Person && typ != kg.Organization {
		return false
	}
	return tag == "NN" || tag == "NNP" && cl.ph.TitleWord(i)
}

// endsTitle reports whether a token cannot stand between a noun for somebody and the name: a verb, a conjunction, a
// dash, another person.
func (cl *Reference) endsTitle(at int) bool {
	other := cl.d.Noun(at) && cl.cast.At[at] < 0 && cl.ph.IsPerson(at)
	return other || cl.d.Verb(at) || cl.d.Tokens[at].Dep == "cc" || cl.ph.ListMark(at)
}
