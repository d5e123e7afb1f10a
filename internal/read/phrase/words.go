package phrase

import (
	"strings"

	"sayso/internal/kg"
)

// Brief is the words of a noun phrase up to its head, with an "of" that follows it.
func (ph *Names) Brief(i int) string {
	text, d := ph.cast.Text(i), ph.d
	for _, p := range d.All(i, "prep") {
		if p > i && d.Lower(p) != "of" {
			if cut := strings.Index(text, " "+d.Phrase(p, p+1)+" "); cut > 0 {
				return text[:cut]
			}
		}
	}
	return text
}

// BodyBefore names the body whose name stands right before the noun for what it is: "the Liberal Union party".
func (ph *Names) BodyBefore(i int) (Node, bool) {
	d := ph.d
	if ph.cast.At[i] >= 0 || i == 0 || !parties[d.Lemma(i)] {
		return Node{}, false
	}
	k := ph.cast.At[i-1]
	if k < 0 || ph.cast.Mentions[k].Type != kg.Organization || d.Tokens[ph.cast.Mentions[k].Head(d)].Head != i {
		return Node{}, false
	}
	m := ph.cast.Mentions[k]
	return Node{Name: m.Name, Token: i, Typ: m.Type, Kind: m.Kind}, true
}

// MeasureName is the words of a measure without its owner.
func (ph *Names) MeasureName(t int) string {
	first := t
	for first > ph.d.Left[t] {
		c := first - 1
		if dep := ph.d.Tokens[c].Dep; dep != "compound" && dep != "amod" || ph.cast.At[c] >= 0 {
			break
		}
		if _, demonym := ph.cast.Gaz.Demonym(ph.d.Tokens[c].Text); demonym {
			break
		}
		first = c
	}
	return ph.d.Phrase(first, t+1)
}

// Counted is the words of a counted noun phrase from the number on: "12 people" of "at least 12 people".
func (ph *Names) Counted(i int) string {
	text := ph.cast.Text(i)
	n := ph.Number(i)
	if n < 0 {
		return text
	}
	from := ph.d.Phrase(ph.opening(n), ph.opening(n)+1)
	if at := strings.Index(text, from); at > 0 {
		return text[at:]
	}
	return text
}

// Somebody takes a common noun for who or what has no name: people, bodies, and where places is true places.
func (ph *Names) Somebody(i int, places bool) (Node, bool) {
	d := ph.d
	if !d.Noun(i) && d.Tokens[i].Tag != "CD" && !many[d.Lower(i)] &&
		(nounTypes[d.Lower(i)] == "" || d.Tokens[i].Tag != "JJ") {
		return Node{}, false
	}
	typ := ph.NounType(i)
	if typ == "" || d.Tokens[i].Tag == "CD" && len(ph.Behind(i, "of")) == 0 {
		return Node{}, false
	}
	if typ == kg.Place && !places && ph.cast.Words.Class(d.Lemma(i), "") != "country" && !severalStates[d.Lower(i)] {
		return Node{}, false
	}
	return Node{Name: ph.described(i), Token: i}, true
}

// described is the words for somebody without a name, from the number on where they are counted.
func (ph *Names) described(i int) string {
	d := ph.d
	text := ph.Counted(i)
	if ph.NounType(i) == kg.Place && !borders[d.Lemma(i)] {
		text = ph.Brief(i)
	}
	for _, w := range noneOpeners {
		if strings.HasPrefix(strings.ToLower(text), w+" ") {
			return text[len(w)+1:]
		}
	}
	return text
}

// Text is the words of a noun phrase or clause as an end of a claim; pronouns that only point to something have none.
func (ph *Names) Text(i int) Node {
	if wordless[ph.d.Lower(i)] {
		return Node{Token: i}
	}
	if owner := ph.d.Child(i, "poss"); owner >= 0 && owner == ph.d.Left[i] && ph.d.Tokens[owner].Tag == "WP$" {
		return Node{Name: ph.d.Phrase(owner+1, i+1), Token: i} // "X, whose trip was condemned": the trip
	}
	if dep := ph.d.Tokens[i].Dep; dep == "ccomp" || dep == "xcomp" {
		first := ph.d.Left[i]
		if ph.d.Lower(first) == "that" {
			first++
		}
		end := ph.d.Right[i]
		if c := ph.d.Child(i, "conj"); c > i && ph.d.Verb(c) && ph.words.Speech(ph.d.Lemma(c)) &&
			ph.d.Child(c, "nsubj") < 0 { // "denied that X and said that Y"
			end = ph.d.Left[c]
			for end > i+1 && (ph.d.Tokens[end-1].Dep == "cc" || ph.d.Tokens[end-1].Text == ",") {
				end--
			}
		}
		return Node{Name: ph.d.Phrase(first, end), Token: i}
	}
	return Node{Name: ph.cast.Text(i), Token: i}
}

// Unnamed takes a common noun for somebody or some place, or a name that the cast does not know.
func (ph *Names) Unnamed(i int, places bool) (Node, bool) {
	if ph.d.Tokens[i].Pos == "PROPN" && ph.cast.At[i] < 0 && StartsUpper(ph.d.Tokens[i].Text) {
		if t := ph.Text(i); t.Name != "" {
			t.Typ = kg.Organization
			return t, true
		}
	}
	return ph.Somebody(i, places)
}
