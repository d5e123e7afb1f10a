package match

import (
	"sayso/internal/kg"
	"sayso/internal/read/clause"
)

// owners gives the owners of a noun: "the independence of X and Y", "X's independence".
func (ma *Topics) owners(i int) []int {
	if changes[ma.d.Lemma(i)] {
		return ma.changed(i)
	}
	if out := ma.ph.Behind(i, "of"); len(out) > 0 {
		return out
	}
	if len(ma.ph.Behind(i, "over")) > 0 { // sovereignty over a territory is not statehood
		return nil
	}
	if p := ma.d.Child(i, "poss"); p >= 0 {
		if ma.d.Tokens[p].Tag == "WP$" {
			if a := ma.ph.Antecedent(ma.d.Tokens[i].Head); a >= 0 {
				return ma.d.Coordinated(a)
			}
			return nil
		}
		if s := ma.hoper(i, p); s >= 0 {
			return ma.d.Coordinated(s)
		}
		return ma.d.Coordinated(p)
	}
	return nil
}

// changed gives the territory whose annexation or new status noun i names: "the annexation of X", "X's accession to
// Y", "the region's new status".
func (ma *Topics) changed(i int) []int {
	if statuses[ma.d.Lemma(i)] && !ma.ph.HasChildIn(i, newStatus) {
		return nil
	}
	out := ma.ph.Behind(i, "of")
	if len(out) == 1 && statuses[ma.d.Lemma(out[0])] { // "the change of the status of X"
		out = ma.ph.Behind(out[0], "of")
	}
	if p := ma.d.Child(i, "poss"); len(out) == 0 && p >= 0 && ma.d.Tokens[p].Tag != "PRP$" {
		out = ma.d.Coordinated(p)
	}
	if det := ma.d.Child(i, "det"); len(out) == 0 && det >= 0 && ma.d.Lower(det) == "the" && ma.d.Child(i, "poss") < 0 {
		out = ma.changedBefore(i)
	}
	for _, t := range out {
		for _, e := range ma.cl.Expand(t) {
			if a, ok := ma.ph.Place(e); !ok || a.Kind == "state" || ma.cast.Gaz.AlsoMeans(a.Name) {
				return nil
			}
		}
	}
	return out
}

// changedBefore gives the territory whose annexation the text told before token i: "the annexation" is that one.
func (ma *Topics) changedBefore(i int) []int {
	d := ma.d
	for j := i - 1; j >= 0 && j > i-clause.Nearby; j-- {
		switch {
		case changes[d.Lemma(j)] && !statuses[d.Lemma(j)]:
			if of := ma.ph.Behind(j, "of"); len(of) > 0 {
				return of
			}
		case annexing[d.Lemma(j)] && d.Verb(j):
			if o := d.Child(j, "dobj", "nsubjpass"); o >= 0 {
				return d.Coordinated(o)
			}
		}
	}
	return nil
}

// hoper finds whose independence "its" means in "X hopes that Y will recognise its independence": X's, for Y is not
// asked about its own. -1 for none.
func (ma *Topics) hoper(i, poss int) int {
	d := ma.d
	v := d.Tokens[i].Head
	up := d.Tokens[v].Head
	if d.Tokens[poss].Tag != "PRP$" || d.Tokens[i].Dep != "dobj" || d.Tokens[v].Dep != "ccomp" || !d.Verb(up) ||
		d.Child(v, "nsubj") < 0 {
		return -1
	}
	s := d.Child(up, "nsubj")
	if s < 0 || s > v || ma.cast.At[s] < 0 || ma.cast.Mentions[ma.cast.At[s]].Type == kg.Person {
		return -1
	}
	return s
}

// landBefore finds the territory that "it" means behind a verb of recognition or of ties: the last disputed one that
// this sentence or the one before names. i itself where there is none.
func (ma *Topics) landBefore(i int) int {
	d := ma.d
	if d.Sentence[i] < 0 {
		return i
	}
	from := d.Sentences[max(0, d.Sentence[i]-1)].First
	for j := i - 1; j >= from && d.Quoted[j] == d.Quoted[i]; j-- {
		if d.Tokens[j].Dep == "nsubjpass" &&
			d.Tokens[j].Head != d.Tokens[i].Head { // "It has been recognised by X. Y recognised it"
			if a, ok := ma.cast.Who(j); ok && a.Kind == "disputed territory" {
				return j
			}
		}
		if k := ma.cast.At[j]; k >= 0 && !ma.ph.IsAgent(ma.cast.Mentions[k].Head(d)) &&
			ma.cast.Mentions[k].Kind == "disputed territory" &&
			d.Tokens[j].Dep != "nsubj" &&
			d.Tokens[j].Dep != "poss" {
			return ma.cast.Mentions[k].Head(d)
		}
		if republics[d.Lemma(j)] && d.Tokens[j].Dep != "nsubj" {
			if _, ok := ma.ph.Place(j); ok {
				return j
			}
		}
	}
	return i
}

// recognizedBefore finds whose recognition "its recognition" was, where that is not said again: what the text last
// called recognized.
func (ma *Topics) recognizedBefore(light int) []int {
	d := ma.d
	p := d.Child(light, "poss")
	if det := d.Child(light, "det"); !recognitionNouns[d.Lemma(light)] ||
		(p < 0 || d.Tokens[p].Tag != "PRP$") && (det < 0 || !theWords[d.Lower(det)]) {
		return nil
	}
	for j := light - 1; j >= 0 && j > light-clause.Nearby; j-- {
		var of []int
		switch w := d.Lemma(j); {
		case recognitionNouns[w]:
			of = ma.ph.Behind(j, "of")
		case recognizeVerbs[w]:
			if o := d.Child(j, "dobj"); d.Verb(j) && o >= 0 {
				of = d.Coordinated(o)
			}
		}
		if len(of) > 0 {
			return of
		}
	}
	return nil
}
