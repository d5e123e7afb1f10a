package claim

import (
	"sayso/internal/kg"
	"sayso/internal/read/attribution"
)

// clause is how far a clause commits to what it says.
type clause struct {
	negated   bool
	modality  kg.Modality
	refused   bool // "refused to", "declined to"
	willNever bool // "will never", "will not", "would not"
	purpose   bool // "sent forces to support X": what something that was done was done for
}

// clauseOf reads polarity and modality of a verb from its own words and from the verbs it hangs on.
func (f *finder) clauseOf(v int) clause {
	d := f.d
	c := clause{negated: f.negatedAt(v), modality: attribution.ClauseModality(d, f.words, v)}
	if c.negated && f.hasChild(v, "will", "would", "'ll", "wo") {
		c.willNever = true
	}
	if f.hasChild(v, "if", "unless") {
		c.modality = kg.Hypothetical
	}
	for at, depth := v, 0; depth < 4; depth++ {
		up, dep := d.Tokens[at].Head, d.Tokens[at].Dep
		if up == at {
			break
		}
		if dep == "conj" {
			if d.Child(at, "nsubj", "aux", "nsubjpass") >= 0 || !d.Verb(up) {
				break
			}
			if u := attribution.ClauseModality(d, f.words, up); c.modality == kg.Asserted {
				c.modality = u
			}
			at = up
			continue
		}
		infinitive := dep == "xcomp" || dep == "pcomp" || dep == "ccomp" && d.Child(at, "aux") >= 0 && d.Lower(d.Child(at, "aux")) == "to" || dep == "acl" && d.Tokens[at].Tag == "VB" || dep == "prep"
		if !infinitive {
			if dep == "advcl" && d.Tokens[at].Tag == "VB" && f.hasChild(at, "to") && c.modality == kg.Asserted {
				c.modality, c.purpose = kg.Future, f.done(up)
			}
			break
		}
		f.governed(&c, at, up)
		at = up
	}
	if f.question(v) && (c.modality == kg.Asserted || d.Tokens[v].Head == v) {
		c.modality = kg.Questioned
	}
	return c
}

// done tells whether a verb says that something happened.
func (f *finder) done(v int) bool {
	return (f.d.Tokens[v].Tag == "VBD" || f.hasChild(v, "has", "have", "had")) && !f.negatedAt(v) && attribution.ClauseModality(f.d, f.words, v) == kg.Asserted
}

// governed applies what a governing word makes of the verb under it.
func (f *finder) governed(c *clause, at, up int) {
	d := f.d
	effect := f.patterns.governors[d.Lemma(up)]
	switch {
	case d.Lemma(up) == "have" && f.hasChild(at, "yet") || f.hasChild(up, "yet") && d.Lemma(up) == "have":
		c.negated, c.modality = true, kg.Asserted
		return
	case d.Lemma(up) == "refuse" || d.Lemma(up) == "decline":
		c.refused = true
	case effect == "NEGATED":
		c.negated = !c.negated
	case effect != "" && effect != "ASSERTED" && (c.modality == kg.Asserted || c.modality == ""):
		c.modality = kg.Modality(effect)
	}
	if f.negatedAt(up) {
		if c.refused {
			c.refused = false
		} else {
			c.negated = !c.negated
		}
	}
	if m := attribution.ClauseModality(d, f.words, up); c.modality == kg.Asserted && m != kg.Asserted {
		c.modality = m
	}
}

// negatedAt tells whether a verb has a negation of its own, or "no" before its subject.
func (f *finder) negatedAt(v int) bool {
	d := f.d
	for _, c := range d.Children[v] {
		w := d.Lower(c)
		if d.Tokens[c].Dep == "neg" || w == "never" || w == "not" && c < v {
			return true
		}
		if (d.Tokens[c].Dep == "nsubj" || d.Tokens[c].Dep == "nsubjpass" || d.Tokens[c].Dep == "dobj") && c != v {
			if det := d.Child(c, "det", "neg"); det >= 0 && (d.Lower(det) == "no" || d.Lower(det) == "neither") {
				return true
			}
		}
	}
	return false
}

func (f *finder) hasChild(v int, words ...string) bool {
	for _, c := range f.d.Children[v] {
		for _, w := range words {
			if f.d.Lower(c) == w {
				return true
			}
		}
	}
	return false
}

func (f *finder) question(v int) bool {
	s := f.d.Sentences[f.d.Sentence[v]]
	for i := s.End - 1; i > s.First && i > s.End-4; i-- {
		if f.d.Tokens[i].Text == "?" {
			return true
		}
	}
	return false
}
