package syntax

import "strings"

// afterDay makes a verb the head of its sentence where the day before it was taken for a part of what it acts on: "the
// president of X on Saturday hosted Y" was read as what "the president" is on.
func (d *repairs) afterDay(v int) {
	t := d.Tokens
	if !d.tagged(v, "VBD", "VBZ", "VBN") || !d.labelled(v, "amod") || v < 3 || !strings.HasSuffix(t[v-1].Ent, "-DATE") {
		return
	}
	object, on := t[v].Head, v-2
	who := t[on].Head
	if object <= v || t[object].Dep != "pobj" || t[object].Head != on || t[on].Dep != "prep" {
		return
	}
	if who > on || t[who].Head != who || t[who].Tag != "NNP" {
		return
	}
	t[v].Head, t[v].Dep = v, "ROOT"
	t[object].Head, t[object].Dep = v, "dobj"
	t[v-1].Head, t[v-1].Dep = on, "pobj"
	for c := v + 1; c < d.Sentences[d.Sentence[v]].End; c++ {
		if t[c].Head == who {
			t[c].Head = v
		}
	}
	t[on].Head = v
	t[who].Head, t[who].Dep = v, "nsubj"
}
