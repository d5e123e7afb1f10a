package vocabulary

import (
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"sayso/internal/kg"
)

// Trait is what reading goes by in a predicate beyond its patterns.
type Trait string

// The traits; docs/vocabulary.md says what each does.
const (
	States           Trait = "states"
	Governments      Trait = "governments"
	HeadForState     Trait = "head for state"
	Topic            Trait = "topic"
	TopicObject      Trait = "topic object"
	Agentless        Trait = "agentless"
	Victims          Trait = "victims"
	Fatal            Trait = "fatal"
	Performed        Trait = "performed"
	Given            Trait = "given"
	InWords          Trait = "in words"
	ByWeapons        Trait = "by weapons"
	ByWeaponsOfState Trait = "by weapons of states"
	Followers        Trait = "followers"
	Firms            Trait = "firms"
	SecondOffice     Trait = "second office"
	NoOwner          Trait = "no owner"
	UnderObject      Trait = "under object"
	Amount           Trait = "amount"
	Sum              Trait = "sum"
	Price            Trait = "price"
	OfGames          Trait = "of games"
)

// Traits lists all traits.
func Traits() []Trait {
	return []Trait{States, Governments, HeadForState, Topic, TopicObject, Agentless, Victims, Fatal, Performed, Given,
		InWords, ByWeapons,
		ByWeaponsOfState, Followers, Firms, SecondOffice, NoOwner, UnderObject, Amount, Sum, Price, OfGames}
}

// Conditions are those that a pattern may name in "unless"; internal/read/claim knows what each looks at.
func Conditions() []string {
	return []string{"as", "finite clause", "passive", "thing", "joint act", "open answer",
		"supposed", "reduced", "undone", "so called", "owned",
		"infinitive", "with others", "nobody", "brought down",
		"put up with", "by police", "by policy", "of an employer", "of no employer", "no custody", "stirred up",
		"at the board", "entrusted",
		"hung on", "somewhere",
		"on foot", "in words", "drawn back", "by nature", "by no authority", "with an object", "two objects", "of a place"}
}

// Into is what a claim may turn into.
type Into string

// What a claim may turn into: by being undone or refused, by being a loss of a state's forces, by being a toll of the
// dead.
const (
	Undone  Into = "undone"
	Refused Into = "refused"
	Losses  Into = "losses"
	Toll    Into = "toll"
)

// Relation is what a noun phrase by itself says of the parts of its name.
type Relation string

// The relations: a place in a state, a body of a state, a share of something.
const (
	Located  Relation = "located"
	Part     Relation = "part"
	Measured Relation = "measured"
)

// reading is the part of a record that only reading looks at.
type reading struct {
	Traits   []Trait                 `yaml:"traits"`
	Idioms   []string                `yaml:"idioms"`
	Harms    []string                `yaml:"harms"`
	Becomes  map[Into]kg.PredicateID `yaml:"becomes"`
	Relation Relation                `yaml:"relation"`
}

// checkReading looks at the fields of the record that only reading looks at.
func (r record) checkReading() error {
	for _, t := range r.Traits {
		if !slices.Contains(Traits(), t) {
			return r.from.errorf(r.line("traits"), "traits", "%q is no trait; use some of %s", t, joined(Traits()))
		}
	}
	for into := range r.Becomes {
		if !slices.Contains([]Into{Undone, Refused, Losses, Toll}, into) {
			return r.from.errorf(r.line("becomes"), "becomes", "a claim cannot become %q; use %s", into,
				joined([]Into{Undone, Refused, Losses, Toll}))
		}
	}
	switch r.Relation {
	case "", Located, Part, Measured:
	default:
		return r.from.errorf(r.line("relation"), "relation", "%q is no relation; use %s, %s or %s", r.Relation, Located, Part,
			Measured)
	}
	return nil
}

// checkUnless looks at the named conditions of one pattern.
func (r record) checkUnless(p Pattern, node *yaml.Node) error {
	at := node.Line
	if v := valueOf(node, "unless"); v != nil {
		at = v.Line
	}
	for _, c := range p.Unless {
		if !slices.Contains(Conditions(), c) {
			return r.from.errorf(at, "unless", "%q is no condition; use some of %s", c, strings.Join(Conditions(), ", "))
		}
	}
	for _, w := range p.AsideWho {
		if w != "person" && w != "state" {
			return r.from.errorf(node.Line, "asideWho", "%q is no kind of subject here; use person or state", w)
		}
	}
	return nil
}

func joined[T ~string](list []T) string {
	words := make([]string, len(list))
	for i, w := range list {
		words[i] = string(w)
	}
	return strings.Join(words, ", ")
}

// checkTargets looks whether what claims turn into is there.
func checkTargets(entries []Entry) error {
	for _, e := range entries {
		for _, into := range slices.Sorted(maps.Keys(e.Becomes)) {
			id := e.Becomes[into]
			if !slices.ContainsFunc(entries, func(o Entry) bool { return o.ID == id }) {
				return kg.Errorf(kg.Invalid, "vocabulary: a claim of %s becomes %s (%s), which is no predicate; add it or name "+
					"another", e.ID, id, into)
			}
		}
	}
	return nil
}
