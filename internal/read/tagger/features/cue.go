package features

import "strings"

// CueFeatures gives the features of each word of sentence k for telling cues.
func (d *Document) CueFeatures(k int) [][]uint32 {
	s := d.sentences[k]
	out := make([][]uint32, 0, s.end-s.first)
	c := cueView{Document: d, sentence: s, none: true, all: true}
	for i := s.first; i < s.end; i++ {
		c.none = c.none && !d.quoted(i)
		c.all = c.all && d.quoted(i)
	}
	b := &bag{hashes: make([]uint32, 0, 100*(s.end-s.first))}
	for i := s.first; i < s.end; i++ {
		from := len(b.hashes)
		c.word(b, i)
		c.neighbours(b, i)
		c.below(b, i)
		c.above(b, i)
		c.quotation(b, i)
		c.place(b, i)
		out = append(out, b.hashes[from:len(b.hashes):len(b.hashes)])
	}
	return out
}

type cueView struct {
	*Document
	sentence  sentence
	none, all bool // quoted words
}

var rootMark = text("ROOT")

func (c *cueView) word(b *bag, i int) {
	w := &c.words[i]
	h := &c.words[w.head]
	hb, cb, headLemma := uint64(w.headRate), uint64(w.cueRate), h.hLemma
	if w.head == i {
		headLemma = rootMark
	}
	b.add("bias")
	b.add("lemma", w.hLemma)
	b.add("word", w.hLow)
	b.add("tag", w.hTag)
	b.add("dep", w.hDep)
	b.add("lemma tag", w.hLemma, w.hTag)
	b.add("tag dep", w.hTag, w.hDep)
	b.add("rate", hb)
	b.add("cue rate", cb)
	b.add("rate dep", hb, w.hDep)
	b.add("cue rate tag", cb, w.hTag)
	b.add("head", headLemma)
	b.add("head dep", headLemma, w.hDep)
	b.add("head rate", uint64(h.headRate), w.hDep)
	b.add("head cue rate", uint64(h.cueRate), w.hDep, flag(i < w.head))
	b.add("head pos", h.hPos, w.hDep)
	b.add("lemma head", w.hLemma, h.hLemma)
	b.add("entity", w.hEnt, hb)
}

func (c *cueView) neighbours(b *bag, i int) {
	w := &c.words[i]
	for o := -3; o <= 3; o++ {
		j := i + o
		if o == 0 {
			continue
		}
		if j < c.sentence.first || j >= c.sentence.end {
			b.add("edge", num(o))
			continue
		}
		n := &c.words[j]
		b.add("near tag", num(o), n.hTag)
		b.add("near rate", num(o), uint64(n.cueRate))
		if o > -3 && o < 3 {
			b.add("near lemma", num(o), n.hLemma)
			b.add("near dep", num(o), n.hDep)
		}
		if o == 1 || o == -1 {
			b.add("pair", num(o), w.hLemma, n.hLemma)
			b.add("pair tag", num(o), w.hTag, n.hTag)
			b.add("pair rate", num(o), uint64(w.headRate), n.hTag)
		}
	}
}

// The children of a word are looked at if it can head a cue.
func (c *cueView) below(b *bag, i int) {
	w := &c.words[i]
	switch w.pos {
	case "VERB", "AUX", "NOUN", "ADJ", "PROPN", "ADP", "SCONJ":
	default:
		if w.headRate < sometimes {
			return
		}
	}
	rate := uint64(w.headRate)
	var core coreSet
	for _, k := range w.children {
		n := &c.words[k]
		if n.dep == "punct" {
			continue
		}
		core.add(n.dep)
		b.add("child", n.hDep, flag(k < i), rate)
		b.add("child lemma", n.hDep, flag(k < i), w.hLemma)
		c.child(b, w, k)
	}
	b.add("core", uint64(core), rate)
	for _, k := range [...]coreSet{coreClause, coreSubject, coreObject, coreOpen, corePrep} {
		if core&k == 0 {
			b.add("lacks", uint64(k), rate)
		}
	}
	c.inherited(b, i)
}

func (c *cueView) child(b *bag, w *word, k int) {
	n := &c.words[k]
	rate := uint64(w.headRate)
	switch n.dep {
	case "prep", "mark", "prt", "neg", "aux", "advmod", "dobj", "attr", "acomp", "agent", "det", "poss", "pcomp", "xcomp",
		"ccomp":
		b.add("child is", n.hDep, n.hLemma)
		b.add("child is lemma", n.hDep, n.hLemma, w.hLemma)
	}
	switch n.dep {
	case "nsubj", "nsubjpass", "poss":
		b.add("subject", n.hDep, c.kindOfSubject(n, n.hLemma, n.hTag), rate)
		b.add("subject lemma", n.hLemma)
		b.add("subject pos", n.hDep, c.kindOfSubject(n, n.hLow, n.hPos))
		b.add("subject rate", uint64(n.headRate))
	case "ccomp", "xcomp", "acl", "advcl", "pcomp":
		marks, taken := uint64(0), 0
		for _, z := range n.children {
			if m := &c.words[z]; (m.dep == "mark" || m.dep == "aux") && taken < 2 {
				marks, taken = join("m", marks, m.hLow), taken+1
			}
		}
		b.add("clause mark", n.hDep, marks, rate)
		b.add("clause tag", n.hDep, n.hTag, rate)
		b.add("clause quoted", n.hDep, flag(n.quotedBy >= 0), rate)
	}
}

// kindOfSubject is the word for pronouns, else the entity type, else the rest.
func (c *cueView) kindOfSubject(n *word, pronoun, rest uint64) uint64 {
	switch {
	case n.pos == "PRON" || n.pos == "DET":
		return pronoun
	case n.ent != "":
		return n.hEnt
	}
	return rest
}

// inherited looks for a subject that the word shares with a verb it hangs on.
func (c *cueView) inherited(b *bag, i int) {
	g, n := i, 0
	for n < 4 && !c.hasSubject(g) && !c.root(g) && inherits(c.words[g].dep) {
		g, n = c.words[g].head, n+1
	}
	if n > 0 {
		b.add("inherits", num(n), c.words[i].hDep, uint64(c.words[g].headRate), uint64(c.words[i].headRate))
		b.add("inherits from", uint64(c.words[g].cueRate), uint64(c.words[i].headRate))
	}
}

func (d *Document) hasSubject(i int) bool {
	for _, k := range d.words[i].children {
		if x := d.words[k].dep; x == "nsubj" || x == "nsubjpass" {
			return true
		}
	}
	return false
}

func inherits(dep string) bool {
	switch dep {
	case "conj", "xcomp", "advcl", "acl", "relcl":
		return true
	}
	return false
}

// above looks for a likely cue among the ancestors.
func (c *cueView) above(b *bag, i int) {
	a := i
	for n := 1; n <= 6 && !c.root(a); n++ {
		below := c.words[a].hDep
		a = c.words[a].head
		if c.words[a].headRate >= oftenHead {
			b.add("under cue", num(min(n, 3)), uint64(c.words[a].headRate), below)
			return
		}
	}
}

func (c *cueView) quotation(b *bag, i int) {
	w := &c.words[i]
	rate := uint64(w.headRate)
	in := flag(c.quoted(i))
	b.add("quote", in, flag(c.none), flag(c.all))
	b.add("quote rate", in, flag(c.none), rate)
	if c.quoted(i) {
		q := c.quotes[w.quotedBy]
		b.add("quote kind", flag(q.single), flag(q.closed))
		b.add("quote length", num(log2(q.end-q.first+1, 6)))
		return
	}
	j := i - 1
	stop := max(c.sentence.first-1, 0)
	for j >= stop && !c.quoted(j) {
		j--
	}
	if j >= stop {
		b.add("quote left", num(min(5, i-j)), rate)
		b.add("quote left lemma", w.hLemma)
	}
	j = i + 1
	for j < c.sentence.end && !c.quoted(j) {
		j++
	}
	if j < c.sentence.end {
		b.add("quote right", num(min(5, j-i)), rate)
		b.add("quote right lemma", w.hLemma)
	}
}

func (c *cueView) place(b *bag, i int) {
	w := &c.words[i]
	rate := uint64(w.headRate)
	if w.headline {
		b.add("title")
		b.add("title rate", rate)
		b.add("title tag", w.hTag)
		b.add("title lemma", w.hLemma)
	}
	b.add("right size", num(log2(1+w.right-i, 5)), rate)
	b.add("left size", num(log2(1+i-w.left, 5)), rate)
	if w.head == i {
		b.add("root rate", rate)
		b.add("root lemma", w.hLemma)
	}
	b.add("place", num(min(4, i-c.sentence.first)), num(min(4, c.sentence.end-1-i)))
}

// coreSet is the set of grammatical functions among the children of a word.
type coreSet uint64

const (
	coreSubject coreSet = 1 << iota
	corePassive
	coreClause
	coreOpen
	coreObject
	coreAgent
	coreACL
	corePrep
	corePoss
	coreAdjective
	coreAttr
)

var coreNames = strings.Fields("nsubj nsubjpass ccomp xcomp dobj agent acl prep poss acomp attr")

func (c *coreSet) add(dep string) {
	for k, name := range coreNames {
		if name == dep {
			*c |= 1 << k
		}
	}
}
