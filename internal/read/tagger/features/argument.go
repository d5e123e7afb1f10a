package features

// Chances has, per word, the probability of heading a cue.
type Chances []float64

// rival is the probability from which another word counts as a cue that competes for words.
const rival = .4

// argView is the document as seen from one cue.
type argView struct {
	*Document
	h, first, end    int // the cue's head and the window
	s                sentence
	head             *word
	rate             uint64 // class of the cue
	core             uint64 // functions among the children of the cue
	sides            uint64 // how many quotations the sentence has left and right of the cue
	rule             rule
	ruled            bool
	ruleHash         uint64
	rank             []quoteRank // per quotation of the window
	firstQuote       int
	strong           []int // other cues in the window
	child            []int // per word of the sentence, which child of the cue holds it; -1 for none
	depth            []int // per word of the sentence, how far above the cue it is; -1 if it is not
	chain            []int // the cue and all above it
	lastWord         uint64
	allQuoted, cueIn map[int]bool // per sentence
}

// quoteRank tells on which side of the cue a quotation stands, and how many stand between.
type quoteRank uint64

const noRank quoteRank = 0

// ArgumentFeatures gives the features of each word of the window of a cue, for telling its source, its words and its
// content.
func (d *Document) ArgumentFeatures(head int, chances Chances) (first int, features [][]uint32) {
	v := d.newArgView(head, chances)
	b := &bag{hashes: make([]uint32, 0, 110*(v.end-v.first))}
	for i := v.first; i < v.end; i++ {
		from := len(b.hashes)
		v.word(b, i)
		if d.words[i].sentence == v.head.sentence {
			v.inSentence(b, i)
		} else {
			v.elsewhere(b, i)
		}
		features = append(features, b.hashes[from:len(b.hashes):len(b.hashes)])
	}
	return v.first, features
}

func (d *Document) newArgView(h int, chances Chances) *argView {
	v := &argView{Document: d, h: h, head: &d.words[h], allQuoted: map[int]bool{}, cueIn: map[int]bool{}}
	v.s = d.sentences[v.head.sentence]
	v.first, v.end = d.Window(h)
	v.rate = uint64(v.head.cueRate)
	v.core = uint64(d.functions(h))
	v.rule, v.ruled = d.ruleSource(h)
	v.ruleHash = text(v.rule.how)
	v.rankQuotes()
	for j := v.first; j < v.end; j++ {
		if q := d.words[j].quotedBy; j != h && chances[j] > rival && (q < 0 || q == v.head.quotedBy) {
			v.strong = append(v.strong, j)
			v.cueIn[d.words[j].sentence] = true
		}
	}
	v.mapTree()
	v.lastWord = d.words[v.s.end-1].hLow
	return v
}

// functions is the part of coreSet that matters for the shape of a cue's surroundings.
func (d *Document) functions(h int) coreSet {
	var all coreSet
	for _, k := range d.words[h].children {
		switch d.words[k].dep {
		case "nsubj", "nsubjpass", "csubj", "csubjpass", "expl":
			all |= coreSubject
		case "ccomp", "xcomp", "dobj", "prep":
			all.add(d.words[k].dep)
		}
	}
	return all
}

func (v *argView) rankQuotes() {
	v.firstQuote = -1
	last := -1
	for i := v.first; i < v.end; i++ {
		if q := v.words[i].quotedBy; q >= 0 {
			if v.firstQuote < 0 {
				v.firstQuote = q
			}
			last = q
		}
	}
	if v.firstQuote < 0 {
		v.sides = 1
		return
	}
	v.rank = make([]quoteRank, last-v.firstQuote+1)
	left, right, leftHere, rightHere := 0, 0, 0, 0
	for q := last; q >= v.firstQuote; q-- {
		if v.quotes[q].end <= v.h {
			v.rank[q-v.firstQuote] = quoteRank(10 + min(left, 2))
			left++
			if v.quotes[q].end > v.s.first {
				leftHere++
			}
		}
	}
	for q := v.firstQuote; q <= last; q++ {
		if v.quotes[q].first > v.h {
			v.rank[q-v.firstQuote] = quoteRank(20 + min(right, 2))
			right++
			if v.quotes[q].first < v.s.end {
				rightHere++
			}
		}
	}
	if q := v.head.quotedBy; q >= 0 {
		v.rank[q-v.firstQuote] = 30
	}
	v.sides = uint64(1 + min(2, leftHere) + 3*min(2, rightHere))
}

func (v *argView) rankOf(i int) uint64 {
	if q := v.words[i].quotedBy; q >= 0 {
		return uint64(v.rank[q-v.firstQuote])
	}
	return uint64(noRank)
}

func (v *argView) mapTree() {
	n := v.s.end - v.s.first
	v.child, v.depth = make([]int, n), make([]int, n)
	for i := range n {
		v.child[i], v.depth[i] = -1, -1
	}
	for _, k := range v.head.children {
		for j := v.words[k].left; j <= v.words[k].right; j++ {
			v.child[j-v.s.first] = k
		}
	}
	for x := v.h; ; x = v.words[x].head {
		v.depth[x-v.s.first] = len(v.chain)
		v.chain = append(v.chain, x)
		if v.root(x) {
			return
		}
	}
}

// side is 1 left of the cue, 2 right of it, 3 on it.
func (v *argView) side(i int) uint64 {
	switch {
	case i < v.h:
		return 1
	case i > v.h:
		return 2
	}
	return 3
}

func (v *argView) offset(i int) int {
	return max(-3, min(3, v.words[i].sentence-v.head.sentence))
}

// place in a quotation
const (
	placeNone = iota
	placeMark
	placeFirst
	placeClosing
	placeOpenEnd
	placeLast
	placeInner
)

func (v *argView) place(i int) uint64 {
	q := v.words[i].quotedBy
	if q < 0 {
		return placeNone
	}
	switch k := v.quotes[q]; i {
	case k.first:
		return placeMark
	case k.first + 1:
		return placeFirst
	case k.end - 1:
		if k.closed {
			return placeClosing
		}
		return placeOpenEnd
	case k.end - 2:
		return placeLast
	}
	return placeInner
}

func (v *argView) word(b *bag, i int) {
	w := &v.words[i]
	side, ds, rank := v.side(i), num(v.offset(i)), v.rankOf(i)
	b.add("bias")
	b.add("tag", w.hTag)
	b.add("word", w.hLow)
	b.add("dep", w.hDep)
	b.add("side", side)
	b.add("side word", side, w.hLow)
	if q := w.quotedBy; q >= 0 {
		b.add("single", flag(v.quotes[q].single), flag(v.quotes[q].continues))
	}
	qp := rank<<8 | v.place(i)
	b.add("quote", qp)
	b.add("quote offset", qp, ds)
	b.add("quote sides", qp, v.sides)
	b.add("quote core", qp, v.rate, v.core)
	b.add("quote lemma", qp, v.head.hLemma)
	b.add("quote in", qp, flag(v.head.quotedBy >= 0))
	b.add("offset", ds)
	b.add("offset quote", ds, rank, v.rate)
	v.neighbour(b, i, -1)
	v.neighbour(b, i, 1)
	if w.punct {
		b.add("mark", w.hLow, side, rank)
	}
	v.bySource(b, i)
	if i == v.h {
		b.add("cue")
		b.add("cue lemma", w.hLemma)
	}
}

func (v *argView) neighbour(b *bag, i, o int) {
	j := i + o
	if j < v.first || j >= v.end {
		b.add("edge", num(o))
		return
	}
	b.add("near word", num(o), v.words[j].hLow)
	b.add("near tag", num(o), v.words[j].hTag)
	b.add("near quote", num(o), v.rankOf(j))
}

// bySource tells how the word lies to the source that grammar names.
func (v *argView) bySource(b *bag, i int) {
	w := &v.words[i]
	if !v.ruled {
		b.add("no rule")
		b.add("no rule dep", w.hDep, v.side(i))
		return
	}
	r := &v.rule
	at := uint64(1)
	switch {
	case i == r.lo:
		at = 2
	case i == r.hi && i != v.h:
		at = 3
	case r.lo < i && i < r.hi:
		at = 4
	case i == r.hi+1:
		at = 5
	}
	b.add("rule", at, v.ruleHash)
	b.add("rule tag", at, v.ruleHash, w.hTag)
	b.add("rule lemma", at, v.head.hLemma)
	b.add("rule rate", at, v.ruleHash, v.head.hPos, v.rate)
	from := uint64(3)
	if r.hi < i {
		from = 1
	} else if r.lo > i {
		from = 2
	}
	b.add("rule side", from, v.side(i), flag(r.hi < v.h), v.rankOf(i))
}
