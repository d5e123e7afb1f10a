package relation

import (
	"slices"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/mention"
	"sayso/internal/read/phrase"
	"sayso/internal/read/syntax"
)

// roleOf chooses the relation: heads of states hold office, heads of anything else lead it.
func (re *Reader) roleOf(r mention.Role) (kg.PredicateID, bool) {
	class := re.classOf(r)
	of := kg.EntityType(r.OfType)
	switch class {
	case "office":
		if of == "" {
			return "", false
		}
	case "leads":
		if of == kg.Person || of == "" && !re.isBody(r.Of) {
			return "", false
		}
	case "member":
		if of != kg.Organization {
			return "", false
		}
	case "adviser":
		if ofField(re, r) {
			return "", false
		}
	case "staff":
		if !serves(re, r) {
			return "", false
		}
	}
	id, ok := re.patterns.Titles[class]
	return id, ok
}

// serves reports whether somebody works for what his title names: a Kenyan historian is no servant of Kenya, and a
// "Washington editor" is an outlet's.
func serves(re *Reader, r mention.Role) bool {
	of := kg.EntityType(r.OfType)
	if of == "" || of == kg.Place && !re.servesPlace(r) {
		return false
	}
	outlet := r.OfKind == "settlement" && written[r.Head]
	return !outlet || !re.rules.Take("office.of-outlet", r.Token)
}

// ofField reports whether all that is said of an adviser is on what he advises, and not whom: "a national security
// adviser", but not "a campaign adviser".
func ofField(re *Reader, r mention.Role) bool {
	all := strings.Fields(r.Of)
	if r.OfType != "" || re.isBody(r.Of) || len(all) == 0 {
		return r.OfType == "" && len(all) == 0
	}
	last := all[len(all)-1]
	return re.cast.Words.Titles[last] == "" && re.cast.Words.Class(last, last) != "unnamed" && !advised[last]
}

// servesPlace reports whether somebody with a title that says no more than where he works serves a place: envoys,
// police chiefs, and those whose title has a capital ("U.S. Attorney Jane Roe").
func (re *Reader) servesPlace(r mention.Role) bool {
	return envoys[r.Head] || chiefs[r.Head] || phrase.StartsUpper(re.d.Tokens[r.Token].Text) && !written[r.Head]
}

// isBody reports whether a title is held in a body that is neither a state nor its government.
func isBody(r mention.Role) bool {
	return kg.EntityType(r.OfType) == kg.Organization && r.OfKind != "government" && r.OfKind != "state"
}

// classOf is the class of a title where it is held: a "leader" of a state holds office, a "president" of a firm leads
// it.
func (re *Reader) classOf(r mention.Role) string {
	class := r.Class
	press := secretaries[r.Head] && slices.ContainsFunc(r.Modifier, func(w string) bool { return pressWords[w] })
	if press && re.rules.Take("office.press-secretary", r.Token) {
		class = "spokesperson"
	}
	switch {
	case class == "leads":
		return leadsIn(re, r)
	case partyOf(r) && re.rules.Take("office.seated-for-party", r.Token):
		return "member"
	case class == "office":
		return re.officeIn(r)
	}
	return class
}

// leadsIn is the class of the title of somebody at the head of something where it is held: the leader of a side of a
// house is one of its members, the director of a region does not lead it, a deputy leads nothing.
func leadsIn(re *Reader, r mention.Role) string {
	of := kg.EntityType(r.OfType)
	leader := r.OfKind == "state" && leaderTitles[r.Head] && ofState(r.Modifier)
	switch {
	case of == kg.Organization && isOfBench(r) && re.rules.Take("office.of-party-in-chamber", r.Token):
		return "member"
	case of == kg.Place && r.OfKind != "" && overWork[r.Head] && re.rules.Take("office.of-work-in-place", r.Token):
		return "none"
	case of != "" && (r.Part || re.isSubordinate(r)) && re.rules.Take("office.subordinate", r.Token):
		return "staff"
	case isOfPeople(r) && re.rules.Take("office.leader-in-land", r.Token):
		return "none"
	case leader && re.rules.Take("office.leader-of-state", r.Token):
		return "office"
	case partyOf(r) && re.rules.Take("office.seated-for-party", r.Token):
		return "member"
	}
	return r.Class
}

// isOfPeople reports whether somebody leads only some of the people of a land: "Iraq's top Shia leader".
func isOfPeople(r mention.Role) bool {
	land := kg.EntityType(r.OfType) == kg.Place && (r.OfKind == "state" || r.OfKind == "region")
	return land && leaderTitles[r.Head] && !ofState(r.Modifier)
}

// isOfBench reports whether somebody leads no more than a party's members of a body: "the Senate majority leader".
func isOfBench(r mention.Role) bool {
	return benchHeads[r.Head] && slices.ContainsFunc(r.Modifier, func(w string) bool { return benches[w] })
}

// officeIn is the class of an office where it is held: the president of a bank leads it, and its secretary works for
// it.
func (re *Reader) officeIn(r mention.Role) string {
	body := isBody(r)
	switch {
	case body && cabinetHeads[r.Head]:
		return "office"
	case r.OfType == "" && presidents[r.Head] && re.isBody(r.Of) && re.rules.Take("office.of-unnamed-body", r.Token):
		return "leads"
	case body && re.isSubordinate(r) && re.rules.Take("office.subordinate", r.Token):
		return "staff"
	case body && bodyHeads[r.Head] && re.rules.Take("office.of-body", r.Token):
		return "leads"
	case body && re.rules.Take("office.of-body", r.Token):
		return "staff"
	}
	return "office"
}

// heldIn finds what an office is held in where its title alone does not say: "the enclave's foreign minister", "In X,
// … Mayor Y".
func (re *Reader) heldIn(r mention.Role) (phrase.Node, bool) {
	d := re.d
	if p := d.Child(r.Token, "poss"); p >= 0 && re.cast.At[p] < 0 && d.Noun(p) {
		if statelets[d.Lemma(p)] && re.rules.Take("office.of-proxy", r.Token, p) {
			return re.ma.MainLand()
		}
		a, ok := re.ph.Place(p)
		return a, ok && a.Kind != "disputed territory"
	}
	if bare[r.Head] && d.Tokens[r.Token].Tag != "NNS" && d.Child(r.Token, "poss", "prep", "amod") < 0 {
		return speaking{re}.body(r)
	}
	if !localHeads[r.Head] || d.Child(r.Token, "prep") >= 0 {
		return phrase.Node{}, false
	}
	return re.heldHere(r)
}

// heldHere finds the place that a local office is held in where it opens the sentence: "In X, … Mayor Y".
func (re *Reader) heldHere(r mention.Role) (phrase.Node, bool) {
	d := re.d
	m := re.cast.Mentions[r.Person]
	v := d.Tokens[m.Head(d)].Head
	if d.Tokens[m.Head(d)].Dep != "nsubj" || !d.Verb(v) {
		return phrase.Node{}, false
	}
	for _, p := range d.All(v, "prep") {
		o := d.Child(p, "pobj")
		if p > m.First || d.Lower(p) != "in" || o < 0 || re.cast.At[o] < 0 || !opensSentence(d, p, v) {
			continue
		}
		if a, ok := re.ph.Place(o); ok && governs(r.Head, a.Kind) &&
			re.rules.Take("office.place-of-sentence", r.Token, o) {
			return a, true
		}
	}
	return phrase.Node{}, false
}

// opensSentence reports whether a phrase opens the sentence of a verb.
func opensSentence(d *syntax.Document, p, v int) bool {
	return d.Sentence[p] == d.Sentence[v] && d.Left[p] == d.Sentences[d.Sentence[v]].First
}

// governs reports whether somebody with a title may govern a place of a kind: mayors towns, governors regions.
func governs(title, kind string) bool {
	return townHeads[title] && (kind == "settlement" || kind == "") || regionHeads[title] && kind == "region"
}
