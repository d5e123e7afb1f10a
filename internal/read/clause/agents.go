package clause

import (
	"strings"

	"sayso/internal/kg"
)

// Roles tells who stands in which place of a verb.
type Roles struct{ objects }

// subjectRules find who acts where the verb is not in the passive, in the order in which they are tried.
var subjectRules []tokensRule[*Roles]

func init() {
	subjectRules = []tokensRule[*Roles]{
		{"subject.starts-clause", (*Roles).nameBefore},
		{"subject.ranked-after", (*Roles).rankedSubject},
		{"subject.relative", (*Roles).relativeSubject},
		{"subject.of-which", (*Roles).ofWhich},
		{"subject.direct", (*Roles).ownSubject},
	}
}

// SubjectTokens gives the heads of the acting noun phrases.
func (cl *Roles) SubjectTokens(v int) []int {
	if cl.Passive(v) {
		return cl.passiveAgents(v)
	}
	if all := firstOf(cl, cl.rules, subjectRules, v); all != nil || cl.d.Child(v, "nsubj") >= 0 {
		return all
	}
	return cl.sharedSubject(v, 0)
}

// passiveAgents gives the agents of a verb in the passive.
func (cl *Roles) passiveAgents(v int) []int {
	d := cl.d
	if c := cl.agentVerb(v); c >= 0 && cl.rules.Take("agent.of-second-verb", v, c) {
		v = c
	}
	for _, by := range d.All(v, "agent", "prep") {
		o := d.Child(by, "pobj")
		if d.Lower(by) != "by" || o < 0 || strings.HasSuffix(d.Tokens[o].Ent, "DATE") ||
			strings.HasSuffix(d.Tokens[o].Ent, "PERCENT") {
			continue
		}
		if cl.rules.Take("agent.by", v, by, o) {
			return cl.agents(by, o)
		}
	}
	for i := v + 1; i < d.Right[v]; i++ { // "offered to the families by X", with "by" hung on the families
		o := d.Child(i, "pobj")
		if d.Lower(i) != "by" || o < 0 || !d.Noun(d.Tokens[i].Head) || cl.cast.At[o] < 0 {
			continue
		}
		if cl.cast.Mentions[cl.cast.At[o]].Kind != "settlement" && cl.rules.Take("agent.by-under-noun", v, o) {
			return d.Coordinated(o)
		}
	}
	return nil
}

// agentVerb is the verb joined to another that has the agent of both: "was attacked and seized by X"; -1 for none.
func (cl *Roles) agentVerb(v int) int {
	d := cl.d
	c := d.Child(v, "conj")
	if c < 0 || !d.Verb(c) || d.Child(v, "agent") >= 0 || d.Child(c, "agent") < 0 || v+1 >= len(d.Tokens) {
		return -1
	}
	return where(d.Tokens[v+1].Dep == "cc" && d.Child(c, "nsubjpass", "nsubj", "dobj") < 0, c)
}

// nameBefore: "… the plan and X voted", with X joined to the plan.
func (cl *Roles) nameBefore(v int) []int {
	i := v - 1
	if i < 0 || cl.cast.At[i] < 0 || cl.d.Child(v, "nsubj") >= 0 {
		return nil
	}
	head := cl.cast.Mentions[cl.cast.At[i]].Head(cl.d)
	if !cl.StartsClause(head) {
		return nil
	}
	return []int{head}
}

// rankedSubject: "becoming the second country after X to do": both of them did.
func (cl *Roles) rankedSubject(v int) []int {
	s, by := cl.d.Child(v, "nsubj"), cl.RankedAfter(v)
	if s < 0 || by < 0 {
		return nil
	}
	all := append([]int{}, cl.SubjectTokensUp(by, 0)...)
	if k := cl.cast.At[s]; k >= 0 && cl.cast.Mentions[k].Type == kg.Place {
		all = append(all, cl.d.Coordinated(s)...)
	}
	return all
}

// relativeSubject: "Peru, which attacked the port".
func (cl *Roles) relativeSubject(v int) []int {
	s := cl.d.Child(v, "nsubj")
	if s < 0 || cl.d.Tokens[s].Tag != "WP" && cl.d.Tokens[s].Tag != "WDT" {
		return nil
	}
	if a := cl.ph.Antecedent(v); a >= 0 {
		return cl.whichAct(v, a)
	}
	return nil
}

// ownSubject is the subject of a verb with those it acts with: "X, along with Y,", "X as well as Y", and a second
// subject that the parser found apart.
func (cl *Roles) ownSubject(v int) []int {
	d := cl.d
	s := d.Child(v, "nsubj")
	if s < 0 {
		return nil
	}
	out := d.Coordinated(s)
	if cl.cast.At[s] < 0 {
		for _, a := range d.All(s, "appos") { // "the minister, X, and the president, Y" with the president hung on X
			if cl.cast.At[a] >= 0 && cl.rules.Take("subject.title-and-apposition", s, a) {
				out = append(out, d.Coordinated(a)[1:]...)
			}
		}
		return out
	}
	have := map[int]bool{}
	for _, t := range out {
		have[t] = true
	}
	for _, c := range append(append([]int{}, d.Children[v]...), d.Children[s]...) {
		if add := cl.besides(c, s, v); add >= 0 && !have[add] && cl.cast.At[add] >= 0 {
			for _, t := range cl.ph.Names(d.Coordinated(add)) {
				have[t] = true
				out = append(out, t)
			}
		}
	}
	return out
}

// besides is who token c adds to the subject s of verb v; -1 for nobody.
func (cl *Roles) besides(c, s, v int) int {
	d := cl.d
	if c >= v || c == 0 {
		return -1
	}
	switch d.Tokens[c].Dep {
	case "nsubj", "npadvmod":
		if cl.cast.At[c] >= 0 && cl.ph.AreJoined(c, s) && cl.rules.Take("subject.second-subject", s, c) {
			return c
		}
	case "prep", "cc", "advmod":
		if togetherWords[d.Lower(c)] {
			if o := cl.ph.Behind(c, "with"); len(o) > 0 && o[0] < v && cl.rules.Take("subject.along-with", s, o[0]) {
				return o[0]
			}
		} else if d.Lower(c) == "with" && togetherWords[d.Lower(c-1)] && cl.rules.Take("subject.with-behind-along", s, c) {
			return d.Child(c, "pobj")
		}
	}
	return -1
}
