package search

import (
	"math"
	"unicode"
)

// longestPassage is how many code points of a text a passage has at most.
const longestPassage = 400

// mostClosing is how many marks that close are looked behind for the end of a sentence.
const mostClosing = 4

// mostPlaces is how many places of the query's words in a text are looked at for a passage.
const mostPlaces = 500

// Passage gives the sentence of a text that has most of the words of the query, the first of several: each different
// word counts once, and the less the more often the text has it. ok is false where none has any. A sentence that is
// longer than 400 code points is cut around the words.
func (q Query) Passage(text string) (passage Span, ok bool) {
	runes := []rune(text)
	places := q.Find(text, false, mostPlaces)
	times := map[string]int{}
	for _, place := range places {
		times[fold(string(runes[place.Start:place.End]))]++
	}
	var at, bestAt Span
	var worth, best float64
	seen := map[string]bool{}
	for _, place := range places {
		if place.Start >= at.End {
			at, worth = sentenceAround(runes, place), 0
			clear(seen)
		}
		if word := fold(string(runes[place.Start:place.End])); !seen[word] {
			seen[word] = true
			worth += 1 / math.Sqrt(float64(times[word]))
		}
		if worth > best {
			best, passage, bestAt = worth, at, place
		}
	}
	return shortened(passage, bestAt), best > 0
}

// sentenceAround gives the sentence that a place stands in, without blanks at its ends.
func sentenceAround(text []rune, place Span) Span {
	start, end := place.Start, place.End
	for start > 0 && text[start-1] != '\n' && !sentenceEnds(text, start-1) {
		start--
	}
	for end < len(text) && text[end] != '\n' {
		end++
		if sentenceEnds(text, end-1) {
			break
		}
	}
	for start < place.Start && unicode.IsSpace(text[start]) {
		start++
	}
	for end > place.End && unicode.IsSpace(text[end-1]) {
		end--
	}
	return Span{start, end}
}

// sentenceEnds reports whether a sentence ends with the rune at i: a full stop or the like, or a mark that closes
// behind one, in front of a blank and no small letter. Behind one letter or a title a full stop ends none: J. Holt,
// Dr. Holt.
func sentenceEnds(text []rune, i int) bool {
	stop := i
	for stop > max(0, i-mostClosing) && closes(text[stop]) {
		stop--
	}
	switch text[stop] {
	case '。', '！', '？':
		return true // no blank follows them
	case '.', '!', '?', '…', '؟', '۔', '।':
	default:
		return false
	}
	next := i + 1
	for next < len(text) && unicode.IsSpace(text[next]) {
		next++
	}
	return next == len(text) || next > i+1 && !unicode.IsLower(text[next]) && !abbreviated(text, stop)
}

// abbreviated reports whether the full stop at i stands behind one letter or a title.
func abbreviated(text []rune, i int) bool {
	start := i
	for start > 0 && unicode.IsLetter(text[start-1]) {
		start--
	}
	word := fold(string(text[start:i]))
	return i-start == 1 || i > start && titles[word]
}

// closes reports whether a mark may stand behind the end of a sentence.
func closes(r rune) bool {
	switch r {
	case '"', '”', '’', '\'', ')', '»', ']', '“':
		return true
	}
	return false
}

// shortened cuts a passage that is too long to what is around a place in it.
func shortened(passage, place Span) Span {
	if passage.End-passage.Start <= longestPassage {
		return passage
	}
	start := max(passage.Start, place.End-longestPassage*3/4)
	return Span{start, min(passage.End, start+longestPassage)}
}
