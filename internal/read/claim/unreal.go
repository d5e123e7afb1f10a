package claim

import (
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
)

// isUnreal reports whether a claim is none of this world: a story tells it, or it is a game's way of speaking.
func (f *finder) isUnreal(c found) bool {
	s := f.d.Sentence[c.at]
	if s < 0 || c.phrase {
		return false
	}
	u := unreal{f}
	if u.isToldInStory(s, c.verb) || u.isInSetting(s) || u.inWhich(c.verb) {
		return true
	}
	return f.patterns.Is(c.Predicate, vocabulary.OfGames) && (u.isOfGame(s) || u.isAmongGames(s))
}

// unreal tells what stories tell and how games are told of.
type unreal struct{ *finder }

// inWhich reports whether a clause hangs on a work of fiction that it tells of: "a play by X, in which Y attacks Z".
func (f unreal) inWhich(v int) bool {
	d := f.d
	for d.Tokens[v].Dep == "conj" && d.Tokens[v].Head != v {
		v = d.Tokens[v].Head
	}
	if d.Tokens[v].Dep != "relcl" {
		return false
	}
	first := d.Left[v]
	if w := d.Lower(first); !whereWords[w] && !(storyPlaces[w] && first+1 < v && d.Tokens[first+1].Tag == "WDT") {
		return false
	}
	for at, n := d.Tokens[v].Head, 0; n < 4; at, n = d.Tokens[at].Head, n+1 {
		if storyNouns[d.Lemma(at)] && f.cast.At[at] < 0 {
			return f.rules.Take("unreal.in-which", v, at)
		}
		if d.Verb(at) || d.Tokens[at].Head == at {
			return false
		}
	}
	return false
}

// farthestSetting is how many sentences a setting may stand before what it is the setting of.
const farthestSetting = 3

// isInSetting reports whether a sentence before it in its paragraph sets a work of fiction, and nothing since has come
// back to the work: "The game is set in 2040. Norway has occupied Estonia.".
func (f unreal) isInSetting(s int) bool {
	d := f.d
	for before := s - 1; before >= 0 && before >= s-farthestSetting; before-- {
		sent := d.Sentences[before]
		if d.Paragraph(sent.First) != d.Paragraph(d.Sentences[s].First) {
			return false
		}
		if i := f.storyIn(sent.First, sent.End); i >= 0 {
			return f.sets(i)
		}
	}
	return false
}

// storyIn is the first noun for a work of fiction between two tokens; -1 for none.
func (f unreal) storyIn(first, end int) int {
	for i := first; i < end; i++ {
		if storyNouns[f.d.Lemma(i)] && f.cast.At[i] < 0 {
			return i
		}
	}
	return -1
}

// sets reports whether the noun at i for a work of fiction is said to be set somewhere.
func (f unreal) sets(i int) bool {
	v := f.d.Tokens[i].Head
	subject := f.d.Tokens[i].Dep == "nsubj" || f.d.Tokens[i].Dep == "nsubjpass"
	return subject && settings[f.d.Lemma(v)] && f.rules.Take("unreal.setting", i, v)
}

// fewestGameWords is how many words that games have too, with the words of the sentence, show that a paragraph tells of
// one.
const fewestGameWords = 2

// isAmongGames reports whether the paragraph of a sentence tells of a game: it has several different words of games, or
// one that only games have.
func (f unreal) isAmongGames(s int) bool {
	d := f.d
	p := d.Paragraph(d.Sentences[s].First)
	seen := map[string]bool{}
	for k := s; k >= 0 && d.Paragraph(d.Sentences[k].First) == p; k-- {
		f.countGameWords(k, seen)
	}
	for k := s + 1; k < len(d.Sentences) && d.Paragraph(d.Sentences[k].First) == p; k++ {
		f.countGameWords(k, seen)
	}
	return len(seen) >= fewestGameWords && f.rules.Take("unreal.among-games", d.Sentences[s].First)
}

// countGameWords adds the words of a sentence that games have.
func (f unreal) countGameWords(s int, seen map[string]bool) {
	for i := f.d.Sentences[s].First; i < f.d.Sentences[s].End; i++ {
		if w := f.d.Lemma(i); gameWords[w] || playWords[w] {
			seen[w] = true
		}
	}
}

// isToldInStory reports whether a work of fiction tells what a clause says: "In the novel by X, Y invades Z", "The film
// tells how X attacked Y".
func (f unreal) isToldInStory(s, verb int) bool {
	first, end := f.d.Sentences[s].First, f.d.Sentences[s].End
	for i := first; i < end; i++ {
		if !storyNouns[f.d.Lemma(i)] || f.cast.At[i] >= 0 {
			continue
		}
		head := f.d.Tokens[i].Head
		switch f.d.Tokens[i].Dep {
		case "pobj": // "in the novel", before the clause
			if storyPlaces[f.d.Lower(head)] && f.d.Left[head] == first && i < verb && f.rules.Take("unreal.in-story", i) {
				return true
			}
		case "nsubj":
			if storyVerbs[f.d.Lemma(head)] && verb > head && f.rules.Take("unreal.told-by-story", i) {
				return true
			}
		}
	}
	return false
}

// isOfGame reports whether a sentence is about a game: it has a result ("2-0") or words that only games have.
func (f unreal) isOfGame(s int) bool {
	for i := f.d.Sentences[s].First; i < f.d.Sentences[s].End; i++ {
		if gameWords[f.d.Lemma(i)] && f.rules.Take("unreal.game-word", i) ||
			f.isResult(i) && f.rules.Take("unreal.game-result", i) {
			return true
		}
	}
	return false
}

// longestResult is how many figures a side of a result has at most.
const longestResult = 3

// isResult reports whether the result of a game begins at a token, in one word or three, behind a verb of winning or
// losing.
func (f unreal) isResult(i int) bool {
	before := false
	for j := i - 1; j >= 0 && j > i-4 && f.d.Sentence[j] == f.d.Sentence[i]; j-- {
		before = before || outcomes[f.d.Lemma(j)]
	}
	if !before {
		return false
	}
	sides, figures := 1, 0
	text := f.d.Tokens[i].Text
	if i+2 < len(f.d.Tokens) && f.d.Sentence[i+2] == f.d.Sentence[i] &&
		(f.d.Tokens[i+1].Text == "-" || f.d.Tokens[i+1].Text == "–") {
		text += "-" + f.d.Tokens[i+2].Text
	}
	for _, r := range text {
		switch {
		case unicode.IsDigit(r) && figures < longestResult:
			figures++
		case (r == '-' || r == '–') && figures > 0 && sides == 1:
			sides, figures = 2, 0
		default:
			return false
		}
	}
	return sides == 2 && figures > 0
}

// real leaves out what is none of this world.
func (f *finder) real(claims []found) []found {
	out := claims[:0]
	for _, c := range claims {
		if c.Modality == kg.Asserted && f.isUnreal(c) {
			continue
		}
		out = append(out, c)
	}
	return out
}
