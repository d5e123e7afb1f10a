package claim

import (
	"slices"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/mention"
)

// roles turns the titles of the cast into standing relations.
func (f *finder) roles(facts []fact) {
	for _, r := range f.cast.Roles {
		if r.Class == "none" || r.Former || !f.readable(r.Token) || f.once(r) {
			continue
		}
		if f.guessed(r) && f.foreign(r, facts) {
			r.Of, r.OfType, r.OfKind = "", "", ""
		}
		a, ok := f.itsState(r)
		if !ok && r.Of == "" {
			a, ok = f.heldIn(r)
		}
		if ok {
			r.Of, r.OfType, r.OfKind = a.name, string(a.typ), a.kind
		}
		if r.Of == "" || f.sentTo(r) {
			continue
		}
		id, ok := f.roleOf(r)
		if !ok {
			continue
		}
		m := f.cast.Mentions[r.Person]
		c := f.emit(id, r.Token, r.Token, argument{m.Name, m.First, m.Type, m.Kind}, argument{name: r.Of, token: -1, typ: kg.EntityType(r.OfType)}, clause{modality: kg.Asserted}, "role")
		if c != nil {
			c.role = r.Title
			c.cites(r.Evidence)
		}
	}
}

// body tells whether words name something that can be led: a body by its last noun, or something written with a capital.
func (f *finder) body(words string) bool {
	if strings.ToLower(words) != words {
		return true
	}
	for _, w := range strings.Fields(words) {
		switch f.cast.Words.Class(strings.TrimSuffix(w, "s"), w) {
		case "organization", "company", "force", "outlet":
			return true
		}
		if fighters[strings.TrimSuffix(w, "s")] {
			return true
		}
	}
	return false
}

// ofState tells whether the words before "leader" leave him the leader of the whole state.
func ofState(modifier []string) bool {
	for _, w := range modifier {
		if !wholeLeader[w] {
			return false
		}
	}
	return true
}

// roleOf chooses the relation: heads of states hold office, heads of anything else lead it.
func (f *finder) roleOf(r mention.Role) (kg.PredicateID, bool) {
	class := r.Class
	if r.Head == "secretary" && slices.Contains(r.Modifier, "press") {
		class = "spokesperson"
	}
	state := r.OfKind == "state" || r.OfType == string(kg.Place)
	switch {
	case class == "leads" && r.OfType != "" && f.underling(r):
		class = "staff"
	case class == "leads" && r.OfKind == "state" && r.Head == "leader" && ofState(r.Modifier):
		class = "office"
	case partyOf(r):
		class = "member"
	case class == "office" && !state && r.OfType == string(kg.Organization) && r.OfKind != "government":
		class = "leads"
		if !bodyHeads[r.Head] {
			class = "staff"
		}
	case class == "office" && r.OfType == "":
		return "", false
	case class == "leads" && r.OfType == "" && !f.body(r.Of):
		return "", false
	case class == "staff" && r.OfType == "", class == "member" && r.OfType != string(kg.Organization), class == "leads" && r.OfType == string(kg.Person):
		return "", false
	}
	if class == "staff" && r.OfKind == "settlement" && written[r.Head] { // a "Washington editor" is an outlet's
		return "", false
	}
	id, ok := f.patterns.titles[class]
	return id, ok
}
