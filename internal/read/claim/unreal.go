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
	return f.isToldInStory(s, c.verb) || f.patterns.Is(c.Predicate, vocabulary.OfGames) && f.isOfGame(s)
}

// isToldInStory reports whether a work of fiction tells what a clause says: "In the novel by X, Y invades Z", "The film
// tells how X attacked Y".
func (f *finder) isToldInStory(s, verb int) bool {
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
func (f *finder) isOfGame(s int) bool {
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
func (f *finder) isResult(i int) bool {
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
