package relation

import (
	"slices"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/mention"
	"sayso/internal/read/phrase"
)

// partyOf reports whether a title is that of somebody who sits for a party: "a councillor of the Green Party" belongs
// to it.
func partyOf(r mention.Role) bool {
	if r.OfType != string(kg.Organization) {
		return false
	}
	words := strings.Fields(strings.ToLower(r.Of))
	ofParty := slices.ContainsFunc(words, func(w string) bool { return partyWords[w] })
	if voted[r.Head] && ofParty { // "GOP Gov. Jane Doe" is no servant of the party
		return true
	}
	if !seated[r.Head] {
		return false
	}
	for _, w := range words {
		if parties[w] {
			return true
		}
	}
	return false
}

// titled reports whether a title right before a name goes with the "of" behind it: "President Jane Doe of X".
func (re *Reader) titled(m mention.Mention) bool {
	for _, r := range re.cast.Roles {
		if re.cast.Mentions[r.Person].First == m.First && r.Class != "none" {
			return true
		}
	}
	return false
}

// apposed reads the title of somebody whose name follows all that it is held in: "the mayor of X, Jane Doe, signed".
func (re *Reader) apposed() {
	d := re.d
	for i := range d.Tokens {
		if !re.ma.Readable(i) || !re.ph.IsTitle(i) || d.Tokens[i].Tag != "NN" || d.Left[i] == i {
			continue
		}
		n := re.cl.NameBehind(i)
		if n < 0 || re.former(i) {
			continue
		}
		m := re.cast.Mentions[re.cast.At[n]]
		place, ok := re.officePlace(i)
		if !ok || re.ph.HasRole(m.Name) {
			continue
		}
		re.rules.Begin()
		if re.rules.Take("office.apposition", i, n) {
			re.states(
				re.officePredicate(place),
				i,
				phrase.NodeOf(m, n),
				place,
				"role",
				re.ph.MeasureName(i),
				d.Trimmed(d.Left[i], m.End),
			)
		}
	}
}

func (re *Reader) former(i int) bool {
	return re.ph.HasChildIn(i, notNow)
}

// isBygone reports whether a title is one that somebody had: "then-President X", "the ousted leader".
func (re *Reader) isBygone(r mention.Role) bool {
	d := re.d
	for _, c := range d.All(r.Token, "amod") {
		if bygone[d.Lower(c)] && re.rules.Take("office.bygone", r.Token) {
			return true
		}
	}
	for i := r.Token - 1; i > 0 && i > r.Token-4 && d.Sentence[i] == d.Sentence[r.Token]; i-- {
		if d.Tokens[i].Text == "-" && re.rules.Take("office.bygone-hyphen", r.Token) {
			w := d.Lower(i - 1)
			return thenWords[w]
		}
	}
	return false
}

// isSubordinate reports whether somebody leads no more than a part of what the title names, or leads it after
// another: "the union's trade chief", "the deputy head of the bank".
func (re *Reader) isSubordinate(r mention.Role) bool {
	for _, w := range r.Modifier {
		if seconds[w] {
			return true
		}
	}
	if det := re.d.Child(r.Token, "det"); det >= 0 && several[r.Head] && indefinite[re.d.Lower(det)] {
		return true // "a research director with X": one of several
	}
	return partHeads[r.Head] && len(r.Modifier) > 0 && portfolios[r.Modifier[len(r.Modifier)-1]]
}

// sentTo reports whether all that is said of an envoy is to whom he was sent: "the ambassador to the United Nations"
// works for another.
func (re *Reader) sentTo(r mention.Role) bool {
	if !envoys[r.Head] {
		return false
	}
	d := re.d
	for _, p := range d.All(r.Token, "prep") {
		if o := d.Child(p, "pobj"); d.Lower(p) == "to" && o >= 0 && re.rules.Take("office.sent-to", r.Token) {
			name, _, _ := re.cast.Object(o)
			return name == r.Of
		}
	}
	return false
}

// itsState gives the state that "its" means in a title beside the one who speaks: "X will break off relations, Jane
// Doe, its foreign minister, said" and "X did nothing. Its ambassador, Jane Doe, said" are both about X.
func (re *Reader) itsState(r mention.Role) (phrase.Node, bool) {
	d := re.d
	p := d.Child(r.Token, "poss")
	if p < 0 || d.Lower(p) != "its" || r.Class != "office" && !stateEnvoys[r.Head] {
		return phrase.Node{}, false
	}
	head := re.cast.Mentions[r.Person].Head(d)
	for _, i := range []int{head, r.Token} {
		v := d.Tokens[i].Head
		if d.Tokens[i].Dep != "nsubj" || !d.Verb(v) || !re.words.Speech(d.Lemma(v)) {
			continue
		}
		for _, c := range d.All(v, "ccomp") {
			if c < p && re.rules.Take("office.its-clause", c) {
				return re.ph.StateSubject(c)
			}
		}
	}
	if n := d.Sentence[p]; d.Sentences[n].First == p && n > 0 {
		for i := d.Sentences[n-1].First; i < d.Sentences[n-1].End; i++ {
			if d.Tokens[i].Head == i && d.Paragraph(i) == d.Paragraph(p) &&
				re.rules.Take("office.its-sentence-before", i) {
				return re.ph.StateSubject(i)
			}
		}
	}
	return phrase.Node{}, false
}

// roles turns the titles of the cast into standing relations.
func (re *Reader) roles() {
	for _, r := range re.cast.Roles {
		re.rules.Begin()
		if r.Class == "none" || r.Former || !re.ma.Readable(r.Token) || re.isBygone(r) {
			continue
		}
		if re.isGuessed(r) && re.rules.Take("office.guessed", r.Token) { // no office by guess
			r.Of, r.OfType, r.OfKind = "", "", ""
		}
		if l, ok := (labels{re}).homeOf(r); ok {
			r.Of, r.OfType, r.OfKind = l.state, string(kg.Place), l.kind
		}
		if r.Of == "" {
			if state, ok := re.knownState(r); ok {
				r.Of, r.OfType, r.OfKind = state, string(kg.Place), "state"
			}
		}
		a, ok := re.itsState(r)
		if !ok && r.Of == "" {
			a, ok = re.heldIn(r)
		}
		if ok {
			r.Of, r.OfType, r.OfKind = a.Name, string(a.Typ), a.Kind
		}
		if r.Of == "" || re.sentTo(r) {
			continue
		}
		id, ok := re.roleOf(r)
		if !ok {
			continue
		}
		m := re.cast.Mentions[r.Person]
		if re.rules.Take("office.title", r.Token) {
			of := phrase.Node{Name: r.Of, Token: -1, Typ: kg.EntityType(r.OfType)}
			soften(re.states(id, r.Token, phrase.NodeOf(m, m.First), of, "role", r.Title, r.Evidence), r)
		}
	}
}

// isBody reports whether words name something that can be led: a body by its last noun, or something written with a
// capital.
func (re *Reader) isBody(words string) bool {
	if strings.ToLower(words) != words {
		return true
	}
	for _, w := range strings.Fields(words) {
		switch re.cast.Words.Class(strings.TrimSuffix(w, "s"), w) {
		case "organization", "company", "force", "outlet":
			return true
		}
		if fighters[strings.TrimSuffix(w, "s")] || sides[w] {
			return true
		}
	}
	return false
}

// ofState reports whether the words before "leader" leave him the leader of the whole state.
func ofState(modifier []string) bool {
	for _, w := range modifier {
		if !wholeLeader[w] {
			return false
		}
	}
	return true
}
