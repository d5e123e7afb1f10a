package syntax

// whichBehindName hangs a relative clause on the name right before its "which", where the parser hung it on a number
// farther off: "half a million in Peru, which has a population of 32 million".
//
// Rare: one article; without it a figure of an example is told of the wrong one.
func (d *repairs) whichBehindName(v int) {
	h := d.Tokens[v].Head
	if d.Tokens[v].Dep != "relcl" || d.Tokens[h].Tag != "CD" {
		return
	}
	for s := h + 3; s < v; s++ {
		if d.Tokens[s].Head == v && d.Tokens[s].Tag == "WDT" && d.Tokens[s-1].Text == "," && d.Tokens[s-2].Tag == "NNP" {
			d.Tokens[v].Head = s - 2
			return
		}
	}
}

// numberBehindSource makes the clause behind a source without a comma the sentence's, where the parser took it for one
// that describes the source: "According to the report 171 people died".
//
// Rare: no article of 964, where a comma stands there; official statements leave it out, and the figure is lost then.
func (d *repairs) numberBehindSource(v int) {
	t := d.Tokens
	up := t[v].Head
	to := t[up].Head
	by := t[to].Head
	if t[v].Dep != "relcl" || t[up].Dep != "pobj" || d.Lower(to) != "to" || !sourcing[d.Lower(by)] || by > to {
		return
	}
	s := d.under(v, "nsubj", "nsubjpass")
	if s <= up || t[up+1].Tag != "CD" || t[up+1].Head != s {
		return
	}
	if t[v].Head, t[v].Dep = t[by].Head, t[by].Dep; t[by].Head == by {
		t[v].Head = v
	}
	for i := v + 1; i < len(t) && d.Sentence[i] == d.Sentence[v]; i++ {
		if t[i].Head == by {
			t[i].Head = v
		}
	}
	t[by].Head, t[by].Dep = v, "prep"
}
