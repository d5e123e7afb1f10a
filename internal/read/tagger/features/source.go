package features

// rule is where grammar alone says the source stands: words lo to hi, both included, and how it was found.
type rule struct {
	lo, hi int
	how    string
}

// ruleSource looks for the source of a cue by its grammar.
func (d *Document) ruleSource(h int) (rule, bool) {
	w := &d.words[h]
	if w.low == "according" || w.low == "per" || w.pos == "ADP" || w.pos == "SCONJ" {
		if r, ok := d.objectOf(h); ok {
			return r, true
		}
	}
	if w.pos == "NOUN" || w.pos == "PROPN" {
		return d.nounSource(h)
	}
	if w.tag == "VBN" || d.passive(h) {
		if r, ok := d.agent(h, "agent"); ok {
			return r, true
		}
	}
	return d.subject(h)
}

func (d *Document) whole(k int, how string) (rule, bool) {
	return rule{d.words[k].left, d.words[k].right, how}, true
}

func (d *Document) passive(h int) bool {
	for _, k := range d.words[h].children {
		if x := d.words[k].dep; x == "nsubjpass" || x == "auxpass" {
			return true
		}
	}
	return false
}

// objectOf finds the object of "according to" and the like.
func (d *Document) objectOf(h int) (rule, bool) {
	for _, k := range d.words[h].children {
		switch d.words[k].dep {
		case "pobj":
			return d.whole(k, "object")
		case "prep", "dep":
			for _, z := range d.words[k].children {
				if d.words[z].dep == "pobj" {
					return d.whole(z, "object")
				}
			}
		}
	}
	return rule{}, false
}

func (d *Document) agent(h int, how string) (rule, bool) {
	for _, k := range d.words[h].children {
		if n := &d.words[k]; n.dep == "agent" || n.dep == "prep" && n.low == "by" {
			for _, z := range n.children {
				if d.words[z].dep == "pobj" {
					return d.whole(z, how)
				}
			}
		}
	}
	return rule{}, false
}

// nounSource finds whose statement a noun like "claim" names.
func (d *Document) nounSource(h int) (rule, bool) {
	w := &d.words[h]
	for _, k := range w.children {
		if d.words[k].dep == "poss" {
			return d.whole(k, "owner")
		}
	}
	if r, ok := d.agent(h, "by"); ok {
		return r, true
	}
	for _, k := range w.children {
		n := &d.words[k]
		if n.dep != "prep" || n.low != "from" && n.low != "of" && n.low != "among" {
			continue
		}
		for _, z := range n.children {
			if d.words[z].dep == "pobj" {
				return d.whole(z, n.low)
			}
		}
	}
	if g := w.head; g != h && (w.dep == "dobj" || w.dep == "attr" || w.dep == "pobj") {
		if d.words[g].pos == "ADP" {
			g = d.words[g].head
		}
		for _, k := range d.words[g].children {
			if d.words[k].dep == "nsubj" {
				return d.whole(k, "subject of its verb")
			}
		}
	}
	return rule{}, false
}

// subject climbs from a verb to the first subject that it shares.
func (d *Document) subject(h int) (rule, bool) {
	v := h
	for n := range 6 {
		for _, k := range d.words[v].children {
			x := d.words[k].dep
			if x == "nsubj" || x == "csubj" || x == "nsubjpass" && n > 0 {
				if n == 0 {
					return d.whole(k, "subject")
				}
				return d.whole(k, "inherited")
			}
		}
		if d.root(v) {
			break
		}
		switch d.words[v].dep {
		case "conj", "xcomp", "advcl", "aux", "ccomp", "pcomp", "prep", "dep", "dobj", "attr", "acomp", "oprd":
			v = d.words[v].head
		case "acl", "relcl", "appos":
			return d.modified(v, h), true
		default:
			return rule{}, false
		}
	}
	return rule{}, false
}

// modified is the noun that the clause of v belongs to, with what stands between the two.
func (d *Document) modified(v, h int) rule {
	hd := d.words[v].head
	w := &d.words[hd]
	hi := hd
	for _, k := range w.children {
		if n := &d.words[k]; k > hd && k != v && n.right < v && n.left > hd {
			hi = max(hi, n.right)
		}
	}
	if w.left <= hi && hi < h {
		return rule{w.left, hi, "modified"}
	}
	return rule{w.left, w.right, "modified around"}
}
