package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/mention"
)

// bodyBefore names the body whose name stands right before the noun for what it is: "the Liberal Union party".
func (f *finder) bodyBefore(i int) (argument, bool) {
	d := f.d
	if f.cast.At[i] >= 0 || i == 0 || !parties[d.Lemma(i)] {
		return argument{}, false
	}
	k := f.cast.At[i-1]
	if k < 0 || f.cast.Mentions[k].Type != kg.Organization || d.Tokens[f.cast.Mentions[k].Head(d)].Head != i {
		return argument{}, false
	}
	m := f.cast.Mentions[k]
	return argument{m.Name, i, m.Type, m.Kind}, true
}

// chamber is the parliament that a noun phrase means: a state's by its own name, else its words. A member "of parliament for X" is one of X.
func (f *finder) chamber(c filler) (argument, bool) {
	d, i := f.d, c.token
	if f.cast.At[i] >= 0 || !parliaments[d.Lemma(i)] || d.Tokens[i].Tag == "NNS" {
		return argument{}, false
	}
	if c.known && c.who.typ == kg.Organization {
		return c.who, true
	}
	if up := d.Tokens[d.Tokens[i].Head].Head; d.Tokens[i].Dep == "pobj" {
		for _, o := range f.behind(up, "for") {
			if a, ok := f.actor(o); ok && a.typ == kg.Organization {
				return a, true
			}
		}
	}
	if _, ok := f.cast.Country(i); !ok {
		return argument{}, false
	}
	t := f.text(i)
	t.typ = kg.Organization
	return t, true
}

// joinsIn tells whether somebody only does something together with others: "joined the union in condemning X" makes nobody a member.
func (f *finder) joinsIn(v int) bool {
	o := f.directObject(v)
	for _, up := range []int{v, o} {
		if up < 0 {
			continue
		}
		for _, p := range f.d.All(up, "prep") {
			if f.d.Lower(p) == "in" && f.d.Child(p, "pcomp") >= 0 {
				return true
			}
		}
	}
	return false
}

// following tells whether people are those who follow somebody together, by what they think or that they fight: "leads the conservatives".
func (f *finder) following(i int) bool {
	w := f.d.Lemma(i)
	return f.cast.At[i] < 0 && (led[w] || f.d.Tokens[i].Tag == "NNS" && (fighters[w] || led[f.d.Lower(i)]))
}

// partyOf tells whether a title is that of somebody who sits for a party: "a councillor of the Green Party" belongs to it.
func partyOf(r mention.Role) bool {
	if !seated[r.Head] || r.OfType != string(kg.Organization) {
		return false
	}
	words := strings.Fields(strings.ToLower(r.Of))
	for _, w := range words {
		if parties[w] {
			return true
		}
	}
	return false
}

// heldIn finds what an office is held in where its title alone does not say: "the enclave's foreign minister", "In X, … Mayor Y".
func (f *finder) heldIn(r mention.Role) (argument, bool) {
	d := f.d
	if p := d.Child(r.Token, "poss"); p >= 0 && f.cast.At[p] < 0 && d.Noun(p) {
		if statelets[d.Lemma(p)] {
			return f.mainLand()
		}
		a, ok := f.place(p)
		return a, ok && a.kind != "disputed territory"
	}
	if !localHeads[r.Head] || d.Child(r.Token, "prep") >= 0 {
		return argument{}, false
	}
	m := f.cast.Mentions[r.Person]
	v := d.Tokens[m.Head(d)].Head
	if d.Tokens[m.Head(d)].Dep != "nsubj" || !d.Verb(v) {
		return argument{}, false
	}
	for _, p := range d.All(v, "prep") {
		o := d.Child(p, "pobj")
		if p > m.First || d.Lower(p) != "in" || o < 0 || f.cast.At[o] < 0 || d.Sentence[p] != d.Sentence[v] || d.Left[p] != d.Sentences[d.Sentence[v]].First {
			continue
		}
		if a, ok := f.place(o); ok && (townHeads[r.Head] && (a.kind == "settlement" || a.kind == "") || regionHeads[r.Head] && a.kind == "region") {
			return a, true
		}
	}
	return argument{}, false
}

// mainLand is the one territory that the text is about.
func (f *finder) mainLand() (argument, bool) {
	if about := f.topics(); len(about) == 1 {
		return f.byName(about[0]), true
	}
	return argument{}, false
}

// affiliations reads whom somebody belongs to by "of" behind the name: "Jane Doe of the University of X".
func (f *finder) affiliations() {
	d := f.d
	for _, m := range f.cast.Mentions {
		if m.Type != kg.Person || m.End-m.First < 2 || m.End >= len(d.Tokens) || d.Lower(m.End) != "of" || !f.readable(m.First) || d.Sentence[m.First] != d.Sentence[m.End] {
			continue
		}
		o := d.Child(m.End, "pobj")
		if o < 0 || f.cast.At[o] < 0 || d.Tokens[m.End].Head != m.Head(d) && d.Tokens[m.End].Dep != "prep" || f.titled(m) {
			continue
		}
		of := f.cast.Mentions[f.cast.At[o]]
		if of.Type != kg.Organization || of.First > m.End+2 || of.First == m.End+2 && d.Lower(m.End+1) != "the" {
			continue
		}
		id := f.patterns.titles["staff"]
		for _, w := range strings.Fields(strings.ToLower(of.Name)) {
			if parties[w] {
				id = f.patterns.titles["member"]
			}
		}
		c := f.emit(id, m.First, m.First, argument{m.Name, m.First, m.Type, m.Kind}, argument{of.Name, o, of.Type, of.Kind}, clause{modality: kg.Asserted}, "role")
		if c != nil {
			c.cites(d.Trimmed(m.First, of.End))
		}
	}
}

// titled tells whether a title right before a name goes with the "of" behind it: "President Jane Doe of X".
func (f *finder) titled(m mention.Mention) bool {
	for _, r := range f.cast.Roles {
		if f.cast.Mentions[r.Person].First == m.First && r.Class != "none" {
			return true
		}
	}
	return false
}

// apposed reads the title of somebody whose name follows all that it is held in: "the mayor of X, Jane Doe, signed".
func (f *finder) apposed() {
	d := f.d
	for i := range d.Tokens {
		if !f.readable(i) || !f.title(i) || d.Tokens[i].Tag != "NN" || d.Left[i] == i {
			continue
		}
		n := f.nameBehind(i)
		if n < 0 || f.former(i) {
			continue
		}
		m := f.cast.Mentions[f.cast.At[n]]
		place, ok := f.officePlace(i)
		if !ok || f.hasRole(m.Name) {
			continue
		}
		c := f.emit(f.officePredicate(place), i, i, argument{m.Name, n, m.Type, m.Kind}, place, clause{modality: kg.Asserted}, "role")
		if c != nil {
			c.role = f.measureName(i)
			c.cites(d.Trimmed(d.Left[i], m.End))
		}
	}
}

// hasRole tells whether the text gives somebody a title of its own.
func (f *finder) hasRole(name string) bool {
	for _, r := range f.cast.Roles {
		if f.cast.Mentions[r.Person].Name == name && r.Class != "none" {
			return true
		}
	}
	return false
}

func (f *finder) former(i int) bool {
	return f.hasChildIn(i, notNow)
}

func (f *finder) titleWord(i int) bool { return f.cast.Words.Titles[f.d.Lower(i)] != "" }

// nameBehind finds the name between commas that follows a noun for somebody and what he is to whom: "a spokesman for the bank, Jane Doe, said";
// -1 for none. Another noun for somebody in between may be the one whom the name is of.
func (f *finder) nameBehind(i int) int {
	d := f.d
	det, typ := d.Child(i, "det", "poss"), f.nounType(i)
	if f.cast.At[i] >= 0 || d.Tokens[i].Tag != "NN" && (d.Tokens[i].Tag != "NNP" || !f.titleWord(i)) || det < 0 || det > i || typ != kg.Person && typ != kg.Organization {
		return -1
	}
	end := d.Sentences[d.Sentence[i]].End
	at := i + 1
	for ; at < end && at < i+9 && d.Tokens[at].Text != ","; at++ {
		t := d.Tokens[at]
		if at == i+1 && t.Dep != "prep" || d.Verb(at) || t.Dep == "cc" || d.Noun(at) && f.cast.At[at] < 0 && f.person(at) || d.Quoted[at] != d.Quoted[i] || f.listMark(at) {
			return -1
		}
	}
	if at+1 >= end || d.Tokens[at].Text != "," || f.cast.At[at+1] < 0 {
		return -1
	}
	m := f.cast.Mentions[f.cast.At[at+1]]
	head := m.Head(d)
	if m.Type != typ && !(firms[d.Lemma(i)] && m.Type == kg.Organization) || m.First != at+1 || m.End-m.First < 2 && at > i+1 || m.End >= end || d.Tokens[m.End].Text != "," {
		return -1
	}
	if c := d.Child(head, "conj"); c >= 0 && !d.Verb(c) {
		return -1
	}
	if dep := d.Tokens[head].Dep; dep != "appos" && dep != d.Tokens[i].Dep {
		return -1
	}
	return head
}
