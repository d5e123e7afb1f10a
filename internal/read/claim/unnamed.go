package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
)

func (f *finder) text(i int) argument {
	if wordless[f.d.Lower(i)] {
		return argument{token: i}
	}
	if dep := f.d.Tokens[i].Dep; dep == "ccomp" || dep == "xcomp" {
		first := f.d.Left[i]
		if f.d.Lower(first) == "that" {
			first++
		}
		end := f.d.Right[i]
		if c := f.d.Child(i, "conj"); c > i && f.d.Verb(c) && f.words.Speech(f.d.Lemma(c)) && f.d.Child(c, "nsubj") < 0 { // "denied that X and said that Y"
			end = f.d.Left[c]
			for end > i+1 && (f.d.Tokens[end-1].Dep == "cc" || f.d.Tokens[end-1].Text == ",") {
				end--
			}
		}
		return argument{name: f.d.Phrase(first, end), token: i}
	}
	return argument{name: f.cast.Text(i), token: i}
}

// toldTo tells whether an infinitive says what the noun i, the object of a verb of urging, is to do.
func (f *finder) toldTo(i int) bool {
	d := f.d
	up := d.Tokens[i].Head
	for _, v := range []int{up, i} {
		for _, x := range d.All(v, "xcomp", "ccomp", "acl", "advcl") {
			if x > i && d.Tokens[x].Tag == "VB" && f.hasChild(x, "to") {
				return true
			}
		}
		if d.Tokens[v].Dep == "nsubj" && d.Tokens[d.Tokens[v].Head].Tag == "VB" && f.hasChild(d.Tokens[v].Head, "to") {
			return true
		}
	}
	return false
}

// oneWord tells whether the name at token i is a single word.
func (f *finder) oneWord(i int) bool {
	m := f.cast.Mentions[f.cast.At[i]]
	return m.End-m.First == 1 && m.Entry == nil && !strings.Contains(m.Name, " ")
}

// unnamed takes a common noun for somebody or some place, or a name that the cast does not know.
func (f *finder) unnamed(i int, places bool) (argument, bool) {
	if f.d.Tokens[i].Pos == "PROPN" && f.cast.At[i] < 0 && startsUpper(f.d.Tokens[i].Text) {
		if t := f.text(i); t.name != "" {
			t.typ = kg.Organization
			return t, true
		}
	}
	return f.somebody(i, places)
}

func startsUpper(s string) bool { return s != "" && strings.ToUpper(s[:1]) == s[:1] }

// whoever tells whether a token is "anyone", of whom something may be denied.
func (f *finder) whoever(i int) bool {
	w := f.d.Lower(i)
	return whoevers[w]
}

// victims takes persons and groups of people.
func (f *finder) victims(r rule, i int, a argument, known bool) (argument, bool) {
	d := f.d
	if f.nobody(i) || f.whoever(i) {
		return argument{token: i}, true
	}
	if known && a.typ == kg.Person {
		if strings.HasPrefix(d.Tokens[i].Tag, "PRP") && r.is(vocabulary.Fatal) && f.speaksAbove(i, a.name) {
			return argument{}, false
		}
		return a, !has(r.Verb, "die") // a named person who died was not killed
	}
	if known && f.cast.At[i] >= 0 && a.typ == kg.Place || strings.HasPrefix(d.Tokens[i].Tag, "PRP") {
		return argument{}, false
	}
	if many[d.Lower(i)] {
		of := f.behind(i, "of")
		return f.text(i), len(of) == 0 || f.person(of[0])
	}
	_, people := f.cast.Gaz.Demonym(d.Tokens[i].Text)
	if people || f.person(i) || d.Tokens[i].Tag == "CD" || f.number(i) >= 0 && d.Tokens[i].Tag == "NNS" && f.cast.Words.Class(d.Lemma(i), "") != "settlement" && !f.patterns.targets[d.Lemma(i)] {
		return argument{name: f.counted(i), token: i}, true
	}
	return argument{}, false
}

// speaksAbove tells whether somebody is the subject of a verb above token i: who accuses others of killing "him" was not killed.
func (f *finder) speaksAbove(i int, name string) bool {
	for n := 0; n < 8 && f.d.Tokens[i].Head != i; n++ {
		i = f.d.Tokens[i].Head
		if s := f.d.Child(i, "nsubj"); s >= 0 && f.d.Verb(i) && f.cast.At[s] >= 0 && f.cast.Mentions[f.cast.At[s]].Name == name {
			return true
		}
	}
	return false
}
