package match

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/frame"
)

// senses tells by the words beside a verb in which sense it is used.
type senses struct{ *Matcher }

// inCustody reports whether "held" and the like speak of people in custody: "is being held", "held in a cell", "held on
// suspicion of murder".
func (ma senses) inCustody(fr *frame.Frame) bool {
	d, v := ma.d, fr.Trigger
	if o := fr.Object(); o >= 0 && ma.cast.At[o] < 0 && ma.ph.IsPerson(o) {
		return true // "two men held since May"
	}
	is := d.Child(v, "auxpass")
	plain := is >= 0 && !shortForms[d.Lower(is)] // "the position he's held" is none
	if ma.ph.HasChild(v, "being") || plain && d.Child(v, "agent") >= 0 {
		return true
	}
	for _, p := range d.All(v, "prep", "agent") {
		o := d.Child(p, "pobj")
		if o < 0 {
			continue
		}
		named := ma.cast.At[o] >= 0 && custodyAt[d.Lower(p)] && !strings.HasSuffix(d.Tokens[o].Ent, "-DATE")
		if custody[d.Lemma(o)] || named && plain {
			return true
		}
	}
	return imprisoning[d.Lemma(v)]
}

// diesByNature reports whether one person dies, and nothing says of what violence or in what disaster: "her father died
// at 93".
func (ma senses) diesByNature(v int) bool {
	d := ma.d
	who := d.Child(v, "nsubj")
	if who < 0 || d.Tokens[who].Tag != "NN" && d.Tokens[who].Tag != "NNP" || ma.ph.Quantity(who) != nil {
		return false
	}
	among := perishing[d.Lemma(who)] || ma.ph.HasChildIn(who, oneMore) || len(d.Coordinated(who)) > 1
	if among || d.Child(v, "advcl", "xcomp") >= 0 {
		return false
	}
	for _, p := range d.All(v, "prep") {
		if o := d.Child(p, "pobj", "pcomp"); o >= 0 && (deadly[d.Lemma(o)] || d.Child(p, "pcomp") >= 0) {
			return false
		}
	}
	return true
}

// entrusted reports whether "charged with" gives somebody a duty: "charged with protecting the lake".
func (ma senses) entrusted(v int) bool {
	d := ma.d
	for _, p := range d.All(v, "prep") {
		if d.Lower(p) != "with" {
			continue
		}
		for _, o := range d.All(p, "pcomp", "pobj") {
			if duties[d.Lemma(o)] {
				return true
			}
		}
	}
	return false
}

// standsSomewhere reports whether somebody only stands in a place, or watch: "stood on stage with X", "stood vigil by
// X".
func (ma senses) standsSomewhere(fr *frame.Frame) bool {
	d := ma.d
	if fr.Object() >= 0 {
		return true
	}
	for _, p := range d.All(fr.Trigger, "prep", "advmod") {
		o := d.Child(p, "pobj")
		if standing[d.Lower(p)] || o >= 0 && besideNouns[d.Lemma(o)] {
			return true
		}
		if o >= 0 && ma.nextTo(o) {
			return true
		}
	}
	return false
}

// nextTo reports whether a noun phrase says where it stands: "his daughter outside the house".
func (ma senses) nextTo(i int) bool {
	for _, p := range ma.d.All(i, "prep") {
		if standing[ma.d.Lower(p)] {
			return true
		}
	}
	return false
}

// inWords reports whether a blow or a dismissal is one in words, or no blow at all: "attacked for his remarks",
// "shelled with criticism", "hit with a virus", "dismissed X in a tweet".
func (ma senses) inWords(fr *frame.Frame) bool {
	switch w := ma.d.Lemma(fr.Trigger); {
	case dismissing[w]:
		return ma.dismissedAs(fr) || ma.behind(fr, "in", messages) || ma.behind(fr, "on", messages)
	case raids[w] && ma.ph.HasChild(fr.Trigger, "for"):
		return true // "attacked X for his absence"
	case hits[w] && fr.Passive && len(fr.Agents()) == 0 && !ma.withArms(fr):
		return true // "was hit hard", by what nobody says
	}
	return ma.behind(fr, "with", unarmed)
}

// dismissedAs reports whether "as" behind a verb leads to what something is called, and to no post: "dismissed the
// report as false", "dismissed him as a weak leader", but not "dismissed Jane Roe as director".
func (ma senses) dismissedAs(fr *frame.Frame) bool {
	for _, o := range fr.Behind("as") {
		if det := ma.d.Child(o, "det"); !ma.ph.IsTitle(o) || det >= 0 && !ma.ph.IsDefinite(o) {
			return true
		}
	}
	return false
}

// behind reports whether one of some nouns stands behind a verb's preposition.
func (ma senses) behind(fr *frame.Frame, preposition string, nouns map[string]bool) bool {
	for _, o := range fr.Behind(preposition) {
		if nouns[ma.d.Lemma(o)] {
			return true
		}
	}
	return false
}

// withArms reports whether what stands behind a verb is a weapon or a blow: "was hit in an air raid".
func (ma senses) withArms(fr *frame.Frame) bool {
	for _, p := range ma.d.All(fr.Trigger, "prep", "agent") {
		if o := ma.d.Child(p, "pobj"); o >= 0 {
			if w := ma.d.Lemma(o); weapons[w] || blows[w] || platforms[w] {
				return true
			}
		}
	}
	return false
}

// byNoAuthority reports whether those who charge somebody with something cannot bring a charge before a court: "critics
// charged her with hypocrisy", "the bank charged them with a fee".
func (ma senses) byNoAuthority(fr *frame.Frame) bool {
	agents := fr.Agents()
	if len(agents) == 0 {
		return false
	}
	a := agents[0]
	k := ma.cast.At[a]
	if k < 0 {
		w := ma.d.Lemma(a)
		return ma.d.Noun(a) && !authorities[w] && !police[w] && ma.cast.Words.Class(w, ma.d.Lower(a)) != "force"
	}
	m := ma.cast.Mentions[k]
	if m.Type != kg.Person {
		return m.Kind == "company" || m.Kind == "outlet" || isParty(m.Name)
	}
	for _, r := range ma.cast.Roles {
		if ma.cast.Mentions[r.Person].Name == m.Name && authorities[r.Head] {
			return false
		}
	}
	return true
}

// isParty reports whether a name is that of a party.
func isParty(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	return partisans[words[len(words)-1]]
}

// supposed reports whether what must be in a clause is supposed or to be done by others, and not demanded of its
// subject, or of whom is not said: "said X must have known", "said X must be impeached", "said we must".
func (ma senses) supposed(v int) bool {
	d := ma.d
	for _, c := range d.All(v, "ccomp") {
		who := d.Child(c, "nsubj")
		if who >= 0 && strings.HasPrefix(d.Tokens[who].Tag, "PRP") || d.Child(c, "attr", "acomp", "auxpass") >= 0 ||
			len(d.All(c, "aux")) > 1 {
			return true
		}
	}
	return false
}

// atBoard reports whether a sentence is about a game at a board: "resigned in a lost endgame".
func (ma senses) atBoard(i int) bool {
	s := ma.d.Sentences[max(ma.d.Sentence[i], 0)]
	for j := s.First; j < s.End; j++ {
		if boardWords[ma.d.Lemma(j)] {
			return true
		}
	}
	return false
}
