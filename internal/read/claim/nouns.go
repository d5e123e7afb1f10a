package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/lang/en"
)

// nounTypes says what kind of actor or place a common noun stands for. A noun in two lists has the type of the first.
var nounTypes = func() map[string]kg.EntityType {
	out := map[string]kg.EntityType{}
	for _, list := range []struct {
		file string
		typ  kg.EntityType
	}{{"people", kg.Person}, {"bodies", kg.Organization}, {"assets", kg.Place}, {"targets", kg.Place}} {
		for _, w := range en.Words("claim/" + list.file + ".txt") {
			if out[w] == "" {
				out[w] = list.typ
			}
		}
	}
	return out
}()

// typeOf is the type of who or what an argument stands for: "a court in Zurich" is an organization though it has no name here, "gunmen" are
// persons. It is "" for other words.
func (f *finder) typeOf(a argument) kg.EntityType {
	if a.typ != "" || a.token < 0 {
		return a.typ
	}
	return f.nounType(a.token)
}

// nounType is the type of what a common noun stands for, "" when it is neither somebody nor a place.
func (f *finder) nounType(i int) kg.EntityType {
	d := f.d
	if f.cast.At[i] >= 0 {
		return f.cast.Mentions[f.cast.At[i]].Type
	}
	if typ := nounTypes[d.Lemma(i)]; typ != "" {
		return typ
	}
	if typ := nounTypes[d.Lower(i)]; typ != "" {
		return typ
	}
	if many[d.Lower(i)] || d.Tokens[i].Tag == "CD" || d.Lemma(i) == "one" || portionPronouns[d.Lower(i)] {
		if of := f.behind(i, "of"); len(of) > 0 {
			return f.nounType(of[0])
		}
	}
	for _, end := range personEndings {
		if w := d.Lower(i); len(w) > len(end)+2 && strings.HasSuffix(w, end) && d.Noun(i) && d.Tokens[i].Pos != "PROPN" {
			return kg.Person
		}
	}
	switch f.cast.Words.Class(d.Lemma(i), d.Lower(i)) {
	case "organization", "company", "outlet", "force":
		return kg.Organization
	case "unnamed":
		return kg.Person
	case "region", "settlement", "country":
		return kg.Place
	}
	if _, title := f.cast.Words.Titles[d.Lemma(i)]; title {
		return kg.Person
	}
	if _, people := f.cast.Gaz.Demonym(d.Tokens[i].Text); people && d.Noun(i) {
		return kg.Person
	}
	return ""
}

// person tells whether a common noun stands for people.
func (f *finder) person(i int) bool { return f.nounType(i) == kg.Person }

// somebody takes a common noun for who or what has no name: people, bodies, and where places is true places.
func (f *finder) somebody(i int, places bool) (argument, bool) {
	d := f.d
	if !d.Noun(i) && d.Tokens[i].Tag != "CD" && !many[d.Lower(i)] && (nounTypes[d.Lower(i)] == "" || d.Tokens[i].Tag != "JJ") {
		return argument{}, false
	}
	typ := f.nounType(i)
	if typ == "" || typ == kg.Place && !places && f.cast.Words.Class(d.Lemma(i), "") != "country" && d.Lower(i) != "states" || d.Tokens[i].Tag == "CD" && len(f.behind(i, "of")) == 0 {
		return argument{}, false
	}
	return argument{name: f.described(i), token: i}, true
}

// described is the words for somebody without a name, from the number on where they are counted.
func (f *finder) described(i int) string {
	d := f.d
	text := f.counted(i)
	if f.nounType(i) == kg.Place && d.Lemma(i) != "border" {
		text = f.brief(i)
	}
	for _, w := range noneOpeners {
		if strings.HasPrefix(strings.ToLower(text), w+" ") {
			return text[len(w)+1:]
		}
	}
	return text
}
