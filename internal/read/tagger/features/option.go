package features

import "sayso/internal/read/tagger/crf"

// Trim takes the punctuation off both ends of each run and drops runs of nothing else.
func (d *Document) Trim(runs [][2]int) [][2]int {
	var out [][2]int
	for _, r := range runs {
		a, b := r[0], r[1]
		for a <= b && d.words[a].punct {
			a++
		}
		for b >= a && d.words[b].punct {
			b--
		}
		if a <= b {
			out = append(out, [2]int{a, b})
		}
	}
	return out
}

// optionView looks at one labelling of the surroundings of a cue.
type optionView struct {
	*Document
	valued
	h       int
	head    *word
	parts   Parts
	chances Chances
}

// OptionFeatures describes a labelling as a whole, for choosing among several of one cue: below is by how much its
// score falls short of the best.
func (d *Document) OptionFeatures(h int, p Parts, below float64, rank int, chances Chances) []crf.Feature {
	v := &optionView{Document: d, h: h, head: &d.words[h], parts: p, chances: chances}
	v.value(-below, "o below")
	v.add("o first", flag(rank == 0))
	v.content()
	v.children()
	v.source()
	return v.features
}

// ink finds the next word that is no punctuation from i on in steps of o, within the sentence; -1 for none.
func (v *optionView) ink(i, o int, sentence int) int {
	for ; i >= 0 && i < len(v.words) && v.words[i].sentence == sentence; i += o {
		if !v.words[i].punct {
			return i
		}
	}
	return -1
}

func (v *optionView) role(i int) uint64 {
	switch {
	case i < 0:
		return 1
	case i == v.h:
		return 2
	case within(v.parts.Cue, i):
		return 3
	case within(v.parts.Source, i):
		return 4
	case within(v.parts.Content, i):
		return 5
	}
	return 6
}

// governed tells how word i hangs together with a run: 1 under it, 2 above it, 3 under the cue, 4 otherwise.
func (v *optionView) governed(i int, r [2]int) uint64 {
	g := v.words[i].head
	switch {
	case g != i && r[0] <= g && g <= r[1]:
		return 1
	case g == v.h:
		return 3
	}
	for j := r[0]; j <= r[1]; j++ {
		if v.words[j].head == i && j != i {
			return 2
		}
	}
	return 4
}

func (v *optionView) content() {
	runs := v.Trim(v.parts.Content)
	v.add("o runs", num(min(4, len(runs))))
	cues, sentences, tops := 0, 0, 0
	last := -1
	for k, r := range runs {
		v.run(r, "c", k == 0, k == len(runs)-1)
		for i := r[0]; i <= r[1]; i++ {
			w := &v.words[i]
			if i != v.h && v.chances[i] > rival && w.quotedBy < 0 {
				cues++
			}
			if w.sentence != last {
				sentences, last = sentences+1, w.sentence
			}
			if (w.head == i || !within(v.parts.Content, w.head)) && !w.punct {
				tops++
			}
		}
	}
	v.add("o cues", num(min(3, cues)))
	v.add("o sentences", num(min(4, sentences)))
	v.add("o tops", num(min(5, tops)), num(min(3, len(runs))))
	v.quotations()
	if len(runs) > 0 {
		n := 0
		for _, r := range runs {
			n += r[1] - r[0] + 1
		}
		v.add("o length", num(log2(n, 7)))
		v.add("o order", flag(runs[0][0] < v.h), flag(runs[len(runs)-1][1] > v.h))
	}
}

// run describes the borders of a run and what it cuts.
func (v *optionView) run(r [2]int, name string, first, last bool) {
	role := text(name)
	a, b := &v.words[r[0]], &v.words[r[1]]
	before, after := v.ink(r[0]-1, -1, a.sentence), v.ink(r[1]+1, 1, b.sentence)
	pl, al := v.mark(r[0]-1, a.sentence), v.mark(r[1]+1, b.sentence)
	v.add("o start", role, a.hTag, pl)
	v.add("o start dep", role, a.hDep, pl, flag(first))
	v.add("o start word", role, a.hLow)
	v.add("o end", role, b.hTag, al)
	v.add("o end dep", role, b.hDep, al, flag(last))
	v.add("o end word", role, b.hLow)
	if before >= 0 {
		w := &v.words[before]
		v.add("o before", role, w.hDep, v.governed(before, r), v.role(before))
		v.add("o before word", role, w.hLow, v.role(before))
	} else {
		v.add("o sentence start", role)
	}
	if after >= 0 {
		w := &v.words[after]
		v.add("o after", role, w.hDep, v.governed(after, r), v.role(after))
		v.add("o after word", role, w.hLow, v.role(after))
		v.add("o after mark", role, w.hTag, al, v.governed(after, r))
	} else {
		v.add("o sentence end", role)
	}
	v.cuts(r, role, al)
	v.edge(r, role, after, al)
}

// edge describes the last constituent that a run takes and the first that it leaves.
func (v *optionView) edge(r [2]int, role uint64, after int, al uint64) {
	x := r[1]
	for v.words[x].head != x && v.words[v.words[x].head].right == r[1] && v.words[v.words[x].head].left > r[0] {
		x = v.words[x].head
	}
	if w := &v.words[x]; w.left > r[0] {
		first := v.ink(w.left, 1, w.sentence)
		pm := v.mark(w.left-1, w.sentence)
		under := v.governed(x, r)
		v.add("o last", role, w.hDep, under, pm)
		v.add("o last next", role, w.hDep, under, al)
		if first >= 0 {
			v.add("o last word", role, w.hDep, v.words[first].hLow, pm)
		}
	}
	if after < 0 {
		return
	}
	x = after
	for v.words[x].head != x && v.words[v.words[x].head].left == after &&
		(v.words[v.words[x].head].right < v.h || v.words[v.words[x].head].left > v.h) {
		x = v.words[x].head
	}
	w := &v.words[x]
	under := v.governed(x, r)
	v.add("o next", role, w.hDep, under, al)
	v.add("o next word", role, w.hDep, v.words[after].hLow, al)
	v.add("o next rate", role, w.hDep, under, uint64(v.head.headRate))
	v.add("o next end", role, w.hDep, under, flag(v.ink(w.right+1, 1, w.sentence) < 0))
}

func (v *optionView) mark(i, sentence int) uint64 {
	if i < 0 || i >= len(v.words) || v.words[i].sentence != sentence {
		return 1
	}
	if w := &v.words[i]; w.punct {
		return w.hLow
	}
	return 2
}

// cuts lists the constituents hanging on a run that it leaves out.
func (v *optionView) cuts(r [2]int, role, al uint64) {
	for i := r[0]; i <= r[1]; i++ {
		for _, k := range v.words[i].children {
			if n := &v.words[k]; (k < r[0] || k > r[1]) && !n.punct {
				v.add("o cuts", role, n.hDep, flag(k < r[0]), v.role(k))
				if k > r[1] {
					v.add("o cuts mark", role, n.hDep, al, flag(n.left == r[1]+1 || n.left == r[1]+2))
				}
			}
		}
	}
}

// quotations tells which quotations nearby the content takes whole, in part or not.
func (v *optionView) quotations() {
	lo, hi := v.Window(v.h)
	left := 0
	for q := range v.quotes {
		k := &v.quotes[q]
		if k.end <= lo || k.first >= hi || k.single {
			continue
		}
		in, all := 0, 0
		for i := max(k.first, lo); i < min(k.end, hi); i++ {
			if v.words[i].punct {
				continue
			}
			all++
			if within(v.parts.Content, i) {
				in++
			}
		}
		same := flag(v.words[k.first].sentence == v.head.sentence || v.words[k.end-1].sentence == v.head.sentence)
		switch {
		case in == 0:
			left++
			v.add("o quote out", same, flag(k.first > v.h), num(min(all, 5)))
		case in < all:
			v.add("o quote cut", same, flag(k.first > v.h))
			v.add("o quote cut cue", flag(k.first <= v.h && v.h < k.end))
		default:
			v.add("o quote in", same, flag(k.first > v.h))
		}
	}
	v.add("o quotes out", num(min(3, left)))
}

// children tells which constituents of the cue go to which role.
func (v *optionView) children() {
	for _, k := range v.head.children {
		n := &v.words[k]
		if n.punct {
			continue
		}
		role := v.role(k)
		v.add("o child", n.hDep, flag(k < v.h), role)
		v.add("o child lemma", n.hDep, v.head.hLemma, role)
		v.add("o child tag", n.hDep, n.hTag, role)
		if n.dep == "prep" || n.dep == "agent" {
			v.add("o child word", n.hLow, role, v.head.hTag)
		}
		whole := uint64(0)
		for i := n.left; i <= n.right; i++ {
			if !v.words[i].punct {
				whole |= 1 << v.role(i)
			}
		}
		v.add("o child whole", n.hDep, whole)
	}
	if g := v.head.head; g != v.h {
		v.add("o above", v.head.hDep, v.role(g))
		v.add("o above lemma", v.head.hDep, v.head.hLemma, v.role(g))
	}
}

func (v *optionView) source() {
	r, ruled := v.ruleSource(v.h)
	how := text(r.how)
	runs := v.Trim(v.parts.Source)
	v.add("o sources", num(len(runs)), v.head.hTag)
	v.add("o sources rule", num(len(runs)), flag(ruled), how)
	v.add("o sources lemma", num(len(runs)), v.head.hLemma)
	if len(runs) == 0 {
		return
	}
	s := runs[0]
	v.run(s, "s", true, true)
	if ruled {
		v.add("o rule", how, flag(s[0] == r.lo), flag(s[1] == r.hi), flag(s[0] <= r.hi && r.lo <= s[1]))
	}
	v.add("o source length", num(log2(s[1]-s[0]+1, 5)))
	v.add("o source side", flag(s[0] < v.h), num(max(-3, min(3, v.words[s[0]].sentence-v.head.sentence))))
	top, n := v.top(flat(runs), runs)
	if top >= 0 {
		t := &v.words[top]
		v.add("o source top", t.hTag, t.hDep)
		v.add("o source top ent", t.hEnt, t.hPos)
		v.add("o source tops", num(min(3, n)))
	}
	if runs := v.Trim(v.parts.Content); len(runs) > 0 {
		v.add("o source order", flag(s[0] < runs[0][0]), flag(s[1] > runs[len(runs)-1][1]), flag(s[0] < v.h))
	}
}
