package clause

import (
	"sayso/internal/read/trace"

	"sayso/internal/read/attribution"
	"sayso/internal/read/layout"
	"sayso/internal/read/mention"
	"sayso/internal/read/phrase"
	"sayso/internal/read/syntax"
)

// Verbs tells what a verb is by itself and by the words right around it.
type Verbs struct {
	d     *syntax.Document
	cast  *mention.Cast
	words *attribution.Lexicon
	known map[string]bool // lemmas of verbs that the vocabulary has patterns for
	ph    *phrase.Names
	rules *trace.Log
}

// shortTitle reports whether a title's verb may be a passive without its auxiliary: "Port attacked".
func (cl *Verbs) shortTitle(v int) bool {
	d := cl.d
	if d.Kind(v) != layout.Headline || d.Tokens[v].Head != v || d.Child(v, "dobj", "ccomp", "xcomp", "aux") >= 0 {
		return false
	}
	return d.Tokens[v].Tag == "VBN" || d.Tokens[v].Tag == "VBD"
}

// Passive reports whether a verb is in the passive, also where a title or a conjunction leaves the auxiliary out.
func (cl *Verbs) Passive(v int) bool {
	d := cl.d
	if d.Child(v, "nsubjpass") >= 0 || d.Child(v, "auxpass") >= 0 {
		return true
	}
	if d.Tokens[v].Dep == "conj" && d.Tokens[v].Tag == "VBN" && d.Child(v, "nsubj") < 0 && d.Child(v, "dobj") < 0 {
		return d.Child(d.Tokens[v].Head, "auxpass") >= 0
	}
	if cl.shortTitle(v) && cl.rules.Take("voice.title", v) {
		return d.Tokens[v].Tag == "VBN" || d.Child(v, "agent") >= 0 || d.Child(v, "prep", "npadvmod") >= 0
	}
	if cl.isSeen(v) && cl.rules.Take("voice.seen", v) {
		return true
	}
	if d.Tokens[v].Tag == "VBD" && d.Tokens[v].Dep == "acl" && d.Child(v, "dobj", "nsubj") < 0 {
		return true
	}
	return d.Tokens[v].Tag == "VBN" &&
		(d.Tokens[v].Dep == "acl" && d.Child(v, "nsubj", "aux") < 0 ||
			d.Tokens[v].Dep == "advcl" && d.Child(v, "nsubj", "aux", "dobj") < 0)
}
