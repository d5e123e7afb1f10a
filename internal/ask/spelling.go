package ask

import (
	_ "embed"
	"slices"
)

// Spelling is a word of a question that was read as another one, for a typing error.
type Spelling struct{ Written, Read string }

// respelled reads a question that nobody can read as it is written with its typing errors mended, and gives the surest
// way. It gives false where that does not make it sure.
func (a *Asker) respelled(words []token, c clock) (request, []Question, bool) {
	lex := a.wordsNow()
	cased := isCased(words)
	var mended []token
	var spellings []Spelling
	for i, w := range words {
		read := ""
		if w.opened == 0 && !w.owner && (!w.name || i == 0) {
			read = lex.meantBy(w.low)
		}
		if read == "" {
			continue
		}
		if !cased { // any of the words may be a name
			if r, readings, ok := a.mended(respell(words, i, read), []Spelling{{w.text, read}}, c); ok {
				return r, readings, true
			}
			continue
		}
		if mended == nil {
			mended = slices.Clone(words)
		}
		mended[i] = newToken(read)
		spellings = append(spellings, Spelling{w.text, read})
	}
	if mended == nil {
		return request{}, nil, false
	}
	return a.mended(mended, spellings, c)
}

func respell(words []token, i int, read string) []token {
	out := slices.Clone(words)
	out[i] = newToken(read)
	return out
}

// mended reads words after their typing errors were mended.
func (a *Asker) mended(words []token, spellings []Spelling, c clock) (request, []Question, bool) {
	r := prepare(words, a.wordsNow(), c)
	r.spellings = spellings
	readings := r.readings()
	return r, readings, sure(readings)
}

const (
	shortest = 3 // letters of a word that may be mended
	middling = 5 // letters of a word that is mended by no other letter in the place of one
	short    = 4 // letters of a word that may be mended by letters that changed places, or as one that asks
)

// meantBy gives the word that one with a typing error stands for: the nearest of the vocabulary and the lists that
// begins alike. It gives "" for words that are known, and where several with different meanings are as near.
func (l *lexicon) meantBy(low string) string {
	letters := []rune(low)
	if len(letters) < shortest || l.wider.spelled[low] || commonVerbs[stemOf(low)] {
		return ""
	}
	best := ""
	for known := range l.spelled {
		other := []rune(known)
		if other[0] != letters[0] && len(letters) > shortest || len(other) < shortest {
			continue
		}
		if distance(letters, other) != 1 || len(letters) <= short && !transposed(letters, other) && !asks[known] {
			continue
		}
		if len(letters) == len(other) && len(letters) <= middling && !transposed(letters, other) {
			continue // rapid is not raped
		}
		if best != "" && stemOf(known) != stemOf(best) {
			return ""
		}
		if len(known) > len(best) || len(known) == len(best) && known > best { // a letter is left out more often than put in
			best = known
		}
	}
	return best
}

//go:embed data/verbs.txt
var verbsFile string

// commonVerbs are verbs and other words by their stems, none of which is a typing error.
var commonVerbs = func() map[string]bool {
	out := map[string]bool{}
	for _, fields := range linesOf(verbsFile) {
		for _, w := range fields {
			out[stemOf(w)] = true
		}
	}
	return out
}()

// transposed reports whether two words of one length differ by two neighbouring letters that changed places.
func transposed(a, b []rune) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:])
}

// distance is 1 where one letter put in, taken out or changed, or two neighbours that change places, make one word the
// other; 0 for the same word, 2 for all else (Damerau and Levenshtein, as far as it is needed).
func distance(a, b []rune) int {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case i == len(a) && len(a) == len(b):
		return 0
	case len(b) == len(a)+1 && slices.Equal(a[i:], b[i+1:]),
		len(a) == len(b) && (slices.Equal(a[i+1:], b[i+1:]) || transposed(a, b)):
		return 1
	}
	return 2
}
