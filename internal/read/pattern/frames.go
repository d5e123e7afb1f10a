package pattern

import (
	"errors"
	"fmt"
	"reflect"

	"sayso/internal/kg"
	"sayso/internal/read/frame"
	"sayso/internal/read/trace"
	"sayso/internal/read/vocabulary"
)

// Nodes gives whom or what the noun phrase with a head stands for, false for nothing that a claim can have as an end. A
// node without a type has its words for a name.
type Nodes func(token int) (frame.Node, bool)

// Matcher finds the patterns of verbs in frames, whatever language they were built from. English's patterns ask for
// more than frames tell and have a matcher of their own (package match).
type Matcher struct {
	language string // its code, before the ids of its rules
	patterns *Patterns
}

// NewMatcher gives the matcher of a language's patterns; its code stands before their ids ("eo.VISITED#1"). A pattern
// that asks for more than frames tell is an error that names it.
func NewMatcher(language string, p *Patterns) (*Matcher, error) {
	if len(p.Nouns)+len(p.Adjectives)+len(p.Compounds)+len(p.Titles) > 0 {
		return nil, errors.New(
			"pattern: frames are of verbs; take the patterns of nouns, adjectives, compounds and titles out")
	}
	for _, rules := range p.verbs {
		for _, r := range rules {
			told := vocabulary.Pattern{Verb: r.Verb, Object: r.Object, Need: r.Need, Who: r.Who, Passive: r.Passive,
				Mutual: r.Mutual, Swapped: r.Swapped, Also: r.Also, Source: r.Source}
			if !reflect.DeepEqual(told, r.Pattern) {
				return nil, fmt.Errorf("pattern: %s asks for words that frames do not tell; give it no more than verb, object, "+
					"need, who, passive, mutual, swapped and also", r.Name)
			}
			if needs[r.Need] == nil || whos[r.Who] == nil {
				return nil, fmt.Errorf("pattern: %s needs %q and takes %q for a subject, which types and kinds do not tell; "+
					"leave them out", r.Name, r.Need, r.Who)
			}
		}
	}
	return &Matcher{language, p}, nil
}

// anyNode takes every node; typed those of a type.
func anyNode(frame.Node) bool { return true }

func typed(t kg.EntityType) func(frame.Node) bool {
	return func(n frame.Node) bool { return n.Typ == t }
}

func named(n frame.Node) bool { return n.Typ != "" }

// armed reports whether somebody has forces: states, lands that are held to be none, and forces themselves.
func armed(n frame.Node) bool {
	return n.Kind == "state" || n.Kind == "armed force" || n.Kind == "disputed territory"
}

// needs and whos tell by the type and kind of a node whether it is what a pattern needs as its object, and whether it
// takes it for a subject.
var (
	needs = map[string]func(frame.Node) bool{
		"": anyNode, "entity": anyNode, "actor": anyNode, "text": anyNode, "any": anyNode, "none": anyNode, "named": named,
		"person": typed(kg.Person), "named person": typed(kg.Person), "organization": typed(kg.Organization),
		"named organization": typed(kg.Organization), "place": typed(kg.Place),
	}
	whos = map[string]func(frame.Node) bool{
		"": anyNode, "entity": anyNode, "actor": anyNode, "any": anyNode, "optional": anyNode, "none": anyNode,
		"person": typed(kg.Person), "named person": typed(kg.Person), "place": typed(kg.Place), "armed": armed,
	}
)

// Hits gives what the patterns find, in the order of the frames: of a verb's patterns the first that holds. The
// evidence of a hit is up to the language; Needs has the tokens that it must have.
func (m *Matcher) Hits(frames []*frame.Frame, nodes Nodes, rules *trace.Log) []Hit {
	var out []Hit
	for _, f := range frames {
		for _, r := range m.patterns.Of(f.Lemma) {
			rules.Begin()
			if !rules.Try(m.language+"."+r.Name, f.Trigger) {
				continue
			}
			rules.Add(f.Why)
			found := m.pairs(r, f, nodes)
			for i := range found {
				found[i].Why = rules.Since(0)
			}
			if len(found) == 0 {
				continue
			}
			rules.Confirm()
			out = append(out, found...)
			if !r.Also {
				break
			}
		}
	}
	return out
}

// pairs gives the hits of one pattern in one frame.
func (m *Matcher) pairs(r Rule, f *frame.Frame, nodes Nodes) []Hit {
	if r.Passive && !f.Passive {
		return nil
	}
	nobody := []frame.Node{{Token: -1}}
	subjects, objects := fitting(f.Agents(), nodes, whos[r.Who]), m.objects(r, f, nodes)
	if r.Who == "none" || len(subjects) == 0 && (r.Who == "any" || r.Who == "optional") {
		subjects = nobody
	}
	if len(objects) == 0 && r.Mutual && len(subjects) > 1 { // "X and Y met"
		subjects, objects = subjects[:1], subjects[1:]
	}
	if len(objects) == 0 && r.Need == "none" {
		objects = nobody
	}
	if r.Swapped {
		subjects, objects = objects, subjects
	}
	var out []Hit
	for _, s := range subjects {
		for _, o := range objects {
			if h, ok := m.hit(r, f, s, o); ok {
				out = append(out, h)
			}
		}
	}
	return out
}

// objects gives what fills the first of a pattern's places that has something fitting.
func (m *Matcher) objects(r Rule, f *frame.Frame, nodes Nodes) []frame.Node {
	for _, place := range r.Object {
		role := frame.Role(place)
		switch place {
		case "dobj":
			role = frame.Object
		case "nsubj":
			role = frame.Agent
		}
		if out := fitting(f.Roles[role], nodes, needs[r.Need]); len(out) > 0 {
			return out
		}
	}
	return nil
}

func fitting(tokens []int, nodes Nodes, fits func(frame.Node) bool) []frame.Node {
	var out []frame.Node
	for _, t := range tokens {
		if n, ok := nodes(t); ok && fits(n) {
			out = append(out, n)
		}
	}
	return out
}

// hit is what a pattern says of two ends; false where they are not what its predicate may have.
func (m *Matcher) hit(r Rule, f *frame.Frame, s, o frame.Node) (Hit, bool) {
	if s.Name != "" && s.Name == o.Name || !m.patterns.Permits(r.ID, s, o) {
		return Hit{}, false
	}
	id, c := r.ID, f.Commitment
	switch refused := m.patterns.Becomes(id, vocabulary.Refused); {
	case refused != "" && (c.Refused || c.WillNever):
		id, c.Negated, c.Modality = refused, false, kg.Asserted
	case c.Refused:
		c.Negated = true
	}
	reach := Reach{f.Trigger, f.Trigger + 1}
	for _, n := range []frame.Node{s, o} {
		if n.Token >= 0 {
			reach = reach.With(n.Token, n.Token+1)
		}
	}
	return Hit{ID: id, Base: r.ID, At: f.Trigger, Verb: f.Trigger, Doer: s.Token, Subject: s, Object: o, Commitment: c,
		Rule: "verb", Needs: reach, Signs: signs(s, o, c)}, true
}

// signs are what the ends and the commitment of a hit say of how surely it was read.
func signs(s, o frame.Node, c frame.Commitment) []string {
	out := []string{"verb"}
	if s.Name == "" {
		out = append(out, "nobody")
	}
	return append(out, Signs(o, c)...)
}

// Signs are what the object and the commitment of a hit in any language say of how surely it was read.
func Signs(object frame.Node, c frame.Commitment) []string {
	var out []string
	if object.Token >= 0 && object.Typ == "" {
		out = append(out, "unnamed object")
	}
	if c.Negated {
		out = append(out, "negated")
	}
	if c.Modality != kg.Asserted {
		out = append(out, "not asserted")
	}
	return out
}
