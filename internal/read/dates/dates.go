package dates

import (
	"regexp"

	"sayso/internal/kg"
	"sayso/internal/read/calendar"
	"sayso/internal/read/syntax"
)

// Year finds a year between 1500 and 2099.
var Year = regexp.MustCompile(`\b(1[5-9]\d\d|20\d\d)\b`)

// DateAt reads the date of a verb or noun, as precise as it is given. It is "" where there is none, or where it cannot
// be known.
func DateAt(d *syntax.Document, v int, published kg.Date) kg.Date {
	if date := own(d, v, published, true); date != "" {
		return date
	}
	for _, p := range d.All(v, "prep") { // "during a visit in May 2009", "in an interview on Sunday"
		if o := d.Child(p, "pobj"); eventWords[d.Lower(p)] && o >= 0 && within(d, o) < 0 {
			if date := own(d, o, published, false); date != "" {
				return date
			}
		}
	}
	if up := d.Tokens[v].Head; d.Tokens[v].Dep == "advcl" && up < v {
		for _, c := range d.Children[v] {
			if whenWords[d.Lower(c)] {
				return DateAt(d, up, published)
			}
		}
	}
	return shared(d, v, published)
}

// shared is the date that a verb has from the one it is joined to: from a day before both ("on Monday X found Y guilty
// and jailed him"), and from the verb of which it tells the outcome ("opened fire on Monday, killing three").
func shared(d *syntax.Document, v int, published kg.Date) kg.Date {
	up := d.Tokens[v].Head
	switch {
	case up == v:
	case d.Tokens[v].Dep == "conj" && d.Verb(up) && d.Child(v, "nsubj", "nsubjpass", "aux", "auxpass") < 0:
		return before(d, up, published)
	case outcome(d, v, up):
		return own(d, up, published, true)
	}
	return ""
}

// outcome reports whether a participle behind the verb up tells what came of it.
func outcome(d *syntax.Document, v, up int) bool {
	return d.Tokens[v].Dep == "advcl" && d.Tokens[v].Tag == "VBG" && up < v && d.Tokens[up].Tag == "VBD" &&
		d.Child(v, "mark", "nsubj", "aux") < 0
}

// before is the date of a verb that stands before it.
func before(d *syntax.Document, v int, published kg.Date) kg.Date {
	for k, e := range d.Dates {
		at := root(d, e)
		if e.End > v || d.Sentence[e.First] != d.Sentence[v] || owner(d, e) != v || at < 0 {
			continue
		}
		if lower := d.Lower(d.Tokens[at].Head); sharedBy[lower] || d.Tokens[at].Dep != "pobj" {
			return Of(d, k, v, published)
		}
	}
	return ""
}

// Uttered is the day on which words were said whose verb is v: its own, that of a participle before it, "speaking on
// Monday, X said", or that of what was written, "in a letter dated 5 May".
func Uttered(d *syntax.Document, v int, published kg.Date) kg.Date {
	if date := DateAt(d, v, published); date != "" {
		return date
	}
	for _, p := range d.All(v, "advcl", "prep") {
		at := p
		if o := d.Child(p, "pobj"); d.Tokens[p].Dep == "prep" && o >= 0 {
			at = d.Child(o, "acl")
		}
		if at < 0 || at > v || !sayingForms[d.Lower(at)] {
			continue
		}
		if date := own(d, at, published, false); date != "" {
			return date
		}
	}
	return ""
}

// own is the date that belongs to a verb or noun itself, with attributes also one that stands before a noun: "Monday's
// talks".
func own(d *syntax.Document, v int, published kg.Date, attributes bool) kg.Date {
	first := kg.Date("")
	for k, e := range d.Dates {
		if d.Sentence[e.First] != d.Sentence[v] || owner(d, e) != v || !attributes && e.End <= v {
			continue
		}
		date := Of(d, k, v, published)
		if date != "" && (first == "" || led(d, e)) { // "ROME, 3 May – Peru recognized X on 2 May"
			first = date
			if led(d, e) {
				break
			}
		}
	}
	return first
}

// led reports whether a preposition leads to a date.
func led(d *syntax.Document, e calendar.Expression) bool {
	at := root(d, e)
	return at >= 0 && d.Tokens[at].Dep == "pobj"
}

// Of works out a document's date k as that of a verb or noun.
func Of(d *syntax.Document, k, v int, published kg.Date) kg.Date {
	named := kg.Date("")
	for i := k - 1; i >= 0 && named == ""; i-- {
		named = d.Dates[i].Date(published, "", calendar.Past)
	}
	return d.Dates[k].Date(published, named, direction(d, v))
}

// Behind is the date that a token stands in, with the verb that it is the date of; "" where it stands in none.
func Behind(d *syntax.Document, token, v int, published kg.Date) kg.Date {
	if k := within(d, token); k >= 0 {
		return Of(d, k, v, published)
	}
	return ""
}

// within is the date that a token stands in, -1 for none.
func within(d *syntax.Document, token int) int {
	for k, e := range d.Dates {
		if e.First <= token && token < e.End {
			return k
		}
	}
	return -1
}

// mostSteps bounds the way from a date to what it belongs to.
const mostSteps = 6

// owner is the verb or noun that a date belongs to, -1 for none: what it hangs on, past prepositions that say when, and
// past the names that the parser hangs it on where it belongs to the verb: "recognized Kosovo on 3 May".
func owner(d *syntax.Document, e calendar.Expression) int {
	at := root(d, e)
	if at < 0 || !adverbial(d, at, e) {
		return -1
	}
	for steps := 0; steps < mostSteps; steps++ {
		if d.Tokens[at].Dep == "pobj" {
			at = d.Tokens[at].Head // the preposition
		}
		head := d.Tokens[at].Head
		switch {
		case head == at:
			return -1
		case isName(d, head) || d.Tokens[head].Dep == "prep":
			at = head
		case dayParts[d.Lower(head)] && d.Tokens[head].Dep == "pobj": // "after midnight on Monday"
			at = head
		default:
			return head
		}
	}
	return -1
}

// adverbial reports whether a date says when something was: it is no subject and no object, and no preposition makes it
// an end or a beginning.
func adverbial(d *syntax.Document, at int, e calendar.Expression) bool {
	switch d.Tokens[at].Dep {
	case "pobj":
		prep := d.Tokens[at].Head
		return atWords[d.Lower(prep)] || ofWords[d.Lower(prep)] && d.Noun(d.Tokens[prep].Head)
	case "nsubj", "nsubjpass", "attr", "conj":
		return false
	case "dobj":
		return e.Relative()
	}
	return true
}

// isName reports whether a token is a name that no date belongs to.
func isName(d *syntax.Document, i int) bool { return d.Tokens[i].Pos == "PROPN" && within(d, i) < 0 }

// root is the token of a date that hangs on something outside of it.
func root(d *syntax.Document, e calendar.Expression) int {
	for i := e.First; i < e.End; i++ {
		if h := d.Tokens[i].Head; h < e.First || h >= e.End {
			return i
		}
	}
	return -1
}

// direction tells on which side of the day of telling a verb's deed lies.
func direction(d *syntax.Document, v int) calendar.Direction {
	infinitive := false
	for _, c := range d.Children[v] {
		if d.Tokens[c].Dep != "aux" {
			continue
		}
		if future[d.Lower(c)] {
			return calendar.Future
		}
		infinitive = infinitive || d.Tokens[c].Tag == "TO"
	}
	head := d.Tokens[v].Head
	switch {
	case !infinitive || head == v:
		return calendar.Past
	case planned[d.Lemma(head)] || planned[d.Lower(head)]:
		return calendar.Future
	case urged[d.Lemma(head)]:
		return calendar.Unknown
	}
	return calendar.Past // "the first to recognize Kosovo on Friday"
}
