package features

// inSentence describes a word of the cue's own sentence by its place in the tree.
func (v *argView) inSentence(b *bag, i int) {
	w := &v.words[i]
	v.distance(b, i)
	at, lead := v.constituent(i)
	lemma := v.head.hLemma
	b.add("at", at)
	b.add("at lead", at, lead)
	b.add("at lemma", at, lemma)
	b.add("at pos", at, v.head.hPos, v.rate)
	b.add("at core", at, v.core)
	b.add("at core lead", at, v.core, lead, v.rate)
	b.add("at dep", at, v.head.hDep)
	b.add("at dep lead", at, v.head.hDep, v.core, lead)
	b.add("at tag", at, w.hTag)
	b.add("at word", at, w.hLow)
	b.add("at quote", at, v.rankOf(i)<<8|v.place(i))
	b.add("at lead own", at, lead, w.hDep)
	if i > v.s.first {
		b.add("same child", flag(v.child[i-v.s.first] >= 0 && v.child[i-v.s.first] == v.child[i-1-v.s.first]))
	}
	v.path(b, i)
	v.borders(b, i, at)
	v.rivals(b, i, at)
	if v.ruled && v.rule.how == "inherited" {
		b.add("inherited at", at)
	}
}

func (v *argView) distance(b *bag, i int) {
	o := i - v.h
	n := max(o, -o)
	class := n
	if n >= 4 {
		class = min(8, 4+log2(n/4, 4))
	}
	b.add("far", v.side(i), num(class))
	if n < 4 {
		b.add("far word", num(o), v.words[i].hLow)
		b.add("far tag", num(o), v.words[i].hTag)
		b.add("far lemma", num(o), v.head.hLemma)
		b.add("far lemma word", num(o), v.head.hLemma, v.words[i].hLow)
	}
}

// constituent names the part of the sentence that holds the word, as the cue sees it, and whether the word begins, ends
// or heads it.
func (v *argView) constituent(i int) (at, lead uint64) {
	if k := v.child[i-v.s.first]; k >= 0 {
		n := &v.words[k]
		at = join("child", n.hDep, v.side(i))
		if n.dep == "prep" {
			at = join("prep", at, n.hLow)
		}
		return at, edges(i == n.left, i == n.right) | flag(i == k)<<2
	}
	x, below := i, -1
	for v.depth[x-v.s.first] < 0 {
		if v.root(x) {
			return join("other tree", v.side(i)), 0
		}
		below, x = x, v.words[x].head
	}
	m := v.depth[x-v.s.first]
	if m == 0 {
		return join("cue"), 0
	}
	up := v.words[v.chain[m-1]].hDep
	if below < 0 {
		return join("above", num(min(m, 3)), up), 0
	}
	n := &v.words[below]
	return join("beside", num(min(m, 3)), up, n.hDep, flag(i < v.chain[m-1])), edges(i == n.left, i == n.right)
}

func edges(first, last bool) uint64 { return flag(first) | flag(last)<<4 }

// longestPath is how many arcs a path may have to be a feature.
const longestPath = 5

// path spells the arcs from the word up and down to the cue.
func (v *argView) path(b *bag, i int) {
	h, n := join("path"), 0
	x := i
	for v.depth[x-v.s.first] < 0 {
		if v.root(x) || n > longestPath {
			return
		}
		h, n = mix(h*31+v.words[x].hDep), n+1
		x = v.words[x].head
	}
	m := v.depth[x-v.s.first]
	if n+m > longestPath {
		return
	}
	h = mix(h + 1)
	for _, c := range v.chain[:m] {
		h = mix(h*31 + v.words[c].hDep)
	}
	b.add("path", h)
	b.add("path rate", h, v.rate)
	if n+m < 4 {
		b.add("path lemma", h, v.head.hLemma)
	}
}

// borders tells of the largest constituents without the cue that begin at the word or end just before it.
func (v *argView) borders(b *bag, i int, at uint64) {
	without := func(x int) bool { return v.words[x].left > v.h || v.words[x].right < v.h }
	x, top := i, -1
	for v.words[x].left == i && without(x) {
		top = x
		if v.root(x) {
			break
		}
		x = v.words[x].head
	}
	if top >= 0 {
		w := &v.words[top]
		b.add("starts", w.hDep, v.side(i))
		b.add("starts under", w.hDep, v.words[w.head].hDep, flag(w.head == v.h))
		b.add("starts lemma", w.hDep, flag(w.head == v.h), v.head.hLemma)
		b.add("starts at", at, w.hDep)
	}
	p := i - 1
	if p < v.s.first {
		return
	}
	x, top = p, -1
	for v.words[x].right == p && without(x) {
		top = x
		if v.root(x) {
			break
		}
		x = v.words[x].head
	}
	if top >= 0 {
		w := &v.words[top]
		b.add("ended", w.hDep, v.side(i))
		b.add("ended under", w.hDep, v.words[w.head].hDep, flag(w.head == v.h), v.words[i].hTag)
	}
}

// between counts the other cues between the word and the cue.
func (v *argView) between(i int) int {
	n := 0
	for _, j := range v.strong {
		if min(i, v.h) < j && j < max(i, v.h) {
			n++
		}
	}
	return n
}

func (v *argView) isStrong(i int) bool {
	for _, j := range v.strong {
		if j == i {
			return true
		}
	}
	return false
}

// rivals tells of other cues that lie between or govern the word.
func (v *argView) rivals(b *bag, i int, at uint64) {
	n := num(min(2, v.between(i)))
	b.add("between", v.side(i), n)
	b.add("between at", n, at)
	if v.isStrong(i) {
		b.add("other cue", v.side(i), at)
	}
	governor := uint64(1)
	x := i
	for m := 0; !v.root(x) && m < 8; m++ {
		if x = v.words[x].head; x == v.h {
			governor = 2
			break
		}
		if v.isStrong(x) {
			governor = 3 + flag(x < v.h)
			break
		}
	}
	b.add("governed at", governor, at)
	b.add("governed", governor, v.side(i), v.rankOf(i))
}

// elsewhere describes a word of another sentence.
func (v *argView) elsewhere(b *bag, i int) {
	w := &v.words[i]
	ds, rank, place := num(v.offset(i)), v.rankOf(i), v.place(i)
	n := v.between(i)
	all := v.wholly(w.sentence)
	b.add("out", ds, rank, place, v.sides)
	b.add("out lemma", ds, v.head.hLemma)
	b.add("out between", ds, num(min(2, n)), rank)
	b.add("out cue", ds, flag(v.cueIn[w.sentence]))
	b.add("out all", ds, flag(all), flag(n > 0), place)
	b.add("out end", ds, flag(v.head.headline), v.lastWord, flag(all))
	b.add("out next", ds, flag(w.paragraph != v.head.paragraph), rank, v.lastWord)
}

// wholly reports whether all of sentence k is quoted.
func (v *argView) wholly(k int) bool {
	all, known := v.allQuoted[k]
	if !known {
		all = true
		for i := v.sentences[k].first; i < v.sentences[k].end && all; i++ {
			all = v.quoted(i)
		}
		v.allQuoted[k] = all
	}
	return all
}
