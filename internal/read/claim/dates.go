package claim

import (
	"sayso/internal/kg"
	"sayso/internal/read/clause"
	"sayso/internal/read/dates"
)

// dateOf reads the date of a verb, also from "and has done so since" behind it.
func (f *finder) dateOf(v int) kg.Date {
	if date := dates.DateAt(f.d, v, f.published); date != "" {
		return date
	}
	if c := f.d.Child(v, "conj"); c >= 0 && f.d.Lemma(c) == "do" && c+1 < len(f.d.Tokens) && f.d.Lower(c+1) == "so" {
		return dates.DateAt(f.d, c, f.published)
	}
	up := f.d.Tokens[v].Head
	switch f.d.Tokens[v].Dep {
	case "acl", "relcl": // "the decision in 2018 to recognise X"
		if f.d.Noun(up) && f.d.Tokens[v].Tag == "VB" && clause.Operators[f.d.Lemma(up)] == "ASSERTED" {
			return dates.DateAt(f.d, up, f.published)
		}
	case "pcomp": // "followed Y in recognising X, in 2009"
		if gov := f.d.Tokens[up].Head; f.d.Verb(gov) && f.d.Lower(up) == "in" {
			return dates.DateAt(f.d, gov, f.published)
		}
	}
	return ""
}

// dateBehind is the date that follows one of several objects, where each has its own: "visited A in May and B in
// June"; "" elsewhere.
func (f *finder) dateBehind(v, object int) kg.Date {
	if object < 0 {
		return ""
	}
	if own := dates.DateAt(f.d, object, f.published); own != "" && f.d.Tokens[object].Dep == "conj" {
		return own
	}
	var found []kg.Date
	var at []int
	for _, p := range f.d.All(v, "prep") {
		o := f.d.Child(p, "pobj")
		if o < 0 || !datePrepositions[f.d.Lower(p)] {
			continue
		}
		if date := dates.Behind(f.d, o, v, f.published); date != "" {
			found, at = append(found, date), append(at, p)
		}
	}
	if len(found) < 2 {
		return ""
	}
	for i, p := range at {
		if p > object {
			return found[i]
		}
	}
	return ""
}
