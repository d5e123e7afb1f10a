package phrase

import "strings"

// withScale is the word behind a number that multiplies it, where it stands before the noun i: dozen, of "two dozen
// protesters"; else the number itself.
func (ph *Numbers) withScale(n, i int) int {
	if _, ok := scales[ph.d.Lower(n+1)]; ok && n+1 < i && ph.d.Sentence[n+1] == ph.d.Sentence[n] {
		return n + 1
	}
	return n
}

// halfBehind is the last token of "and a half" behind a number that it makes half as big again: "a dozen and a half
// soldiers"; the number itself where none stands there.
func (ph *Numbers) halfBehind(n int) int {
	d := ph.d
	if n+3 < len(d.Tokens) && andWords[d.Lower(n+1)] && halfArticles[d.Lower(n+2)] && halves[d.Lower(n+3)] {
		return n + 3
	}
	return n
}

// upperOf is the upper number of a range that begins with the number n: 30, of "between 20 and 30 people"; -1 where n
// begins none.
func (ph *Numbers) upperOf(n int) int {
	d := ph.d
	first := ph.firstOfNumber(n)
	up := n + 2
	if first == 0 && !rangeTo[d.Lower(n+1)] || up >= len(d.Tokens) || d.Tokens[up].Tag != "CD" || d.Tokens[n].Tag != "CD" {
		return -1
	}
	if first > 0 && rangeOpeners[d.Lower(first-1)] && rangeJoins[d.Lower(n+1)] {
		return up
	}
	if !rangeTo[d.Lower(n+1)] || !ph.rises(n, up) || ph.isChange(first, up) {
		return -1
	}
	return up
}

// rises reports whether the parser takes two numbers for one, and the second is the greater.
func (ph *Numbers) rises(n, up int) bool {
	low, ok := plain(strings.ReplaceAll(ph.d.Lower(n), ",", ""))
	high, also := plain(strings.ReplaceAll(ph.d.Lower(up), ",", ""))
	return ok && also && low < high && ph.d.Tokens[n].Head == up && ph.d.Tokens[n].Dep == "quantmod"
}

// isChange reports whether the number that begins at first is by how much something changed, and the number up to what:
// "fell by 26,000 to 255,000".
func (ph *Numbers) isChange(first, up int) bool {
	counted := up
	if ph.d.Tokens[up].Dep == "nummod" {
		counted = ph.d.Tokens[up].Head
	}
	return first > 0 && changesBy[ph.d.Lower(first-1)] && ph.d.Tokens[counted].Dep == "pobj"
}

// IsUpper reports whether a number is only the upper one of a range, whose lower one counts.
func (ph *Numbers) IsUpper(n int) bool { return n >= 0 && ph.lowerOf(n) != n }

// lowerOf is the lower number of the range that a number ends: 10, of "10 to 15 people"; the number itself where it
// ends none.
func (ph *Numbers) lowerOf(n int) int {
	first := ph.firstOfNumber(n)
	if ph.d.Tokens[n].Tag == "CD" && first >= 2 && ph.d.Tokens[first-2].Tag == "CD" && ph.upperOf(first-2) == first {
		return first - 2
	}
	return n
}

// scaleOfRange is what multiplies the lower number of a range that only the upper one has words for: million, of
// "between two and three million people"; 0 for none.
func (ph *Numbers) scaleOfRange(n int) float64 {
	up := ph.upperOf(n)
	if up < 0 || up+1 >= len(ph.d.Tokens) {
		return 0
	}
	return scales[ph.d.Lower(up+1)]
}

// behindNumber is the first token behind a number and what belongs to it: "and a half", the rest of a range.
func (ph *Numbers) behindNumber(n int) int {
	if half := ph.halfBehind(n); half > n {
		if half+1 < len(ph.d.Tokens) && scales[ph.d.Lower(half+1)] > 0 {
			half++
		}
		return half + 1
	}
	up := ph.upperOf(n)
	if up < 0 {
		return n + 1
	}
	if scales[ph.d.Lower(up+1)] > 0 {
		up++
	}
	return up + 1
}

// plainAt reads a number of one word with what belongs to it: half of it more, or what multiplies its range.
func (ph *Numbers) plainAt(i int, word string) (float64, bool) {
	v, ok := plain(word)
	if half := ph.halfBehind(i); ok && half > i {
		v += .5
		if s := scales[ph.d.Lower(min(half+1, len(ph.d.Tokens)-1))]; s > 0 { // "two and a half million"
			v = scaled(v, s)
		}
	} else if s := ph.scaleOfRange(i); ok && s > 0 {
		v = scaled(v, s)
	} else if s := ph.letterBehind(i); ok && s > 0 {
		v = scaled(v, s)
	}
	return v, ok
}

// letterBehind is what a letter multiplies an amount of money by from which the tokenizer cut it, taking it for a
// unit: "£106m"; 0 for none.
func (ph *Numbers) letterBehind(i int) float64 {
	t := ph.d.Tokens
	if i+1 >= len(t) || t[i].End != t[i+1].Start || ph.Currency(i) == "" {
		return 0
	}
	return shortScales[strings.TrimSuffix(ph.d.Lower(i+1), ".")]
}
