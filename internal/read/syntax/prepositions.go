package syntax

// prepositionToo joins what a repeated preposition leads to with what the first leads to, so that "imposed sanctions on
// X, a firm, and on Y" is read as "on X and Y"; the parser joins the second to whatever stands nearest, a day too.
func (d *repairs) prepositionToo(p int) {
	second := d.under(p, "pobj")
	if second < 0 || p == 0 || d.isEntity(second, "DATE", "TIME") {
		return
	}
	if d.Tokens[p].Dep != "conj" || d.Tokens[p-1].Dep != "cc" {
		return
	}
	if up := d.Tokens[p].Head; d.Tokens[up].Tag == "IN" && d.Lower(up) != d.Lower(p) {
		return // "at odds with X and in step with Y"
	}
	for first := p - 1; first > d.Sentences[d.Sentence[p]].First; first-- {
		if d.Lower(first) != d.Lower(p) || d.Tokens[first].Dep != "prep" && d.Tokens[first].Dep != "conj" {
			continue
		}
		o := d.under(first, "pobj")
		if o < 0 || d.isEntity(o, "DATE", "TIME") || !d.Noun(o) {
			continue
		}
		if d.hang(second, o, "conj") {
			d.hang(p, o, "cc") // no part of what either is called
			d.hang(p-1, o, "cc")
		}
		return
	}
}
