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
