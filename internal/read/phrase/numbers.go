package phrase

import (
	"cmp"
	"math"
	"strconv"
	"strings"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/read/dates"
	"sayso/internal/read/lang/en"
)

// Numbers reads counts, sums and their units.
type Numbers struct{ Nouns }

// SumOf is the sum that a noun is said to be of: "a grant of one billion dollars"; -1 for none.
func (ph *Numbers) SumOf(i int) int {
	for _, o := range ph.Behind(i, "of") {
		if ph.cast.At[o] < 0 && ph.Number(o) >= 0 && ph.IsMoney(o) {
			return o
		}
	}
	return -1
}

// IsMoney reports whether a counted noun is a currency.
func (ph *Numbers) IsMoney(i int) bool {
	if i < 0 {
		return false
	}
	n := ph.Number(i)
	return n >= 0 &&
		(ph.Currency(n) != "" || currencies[ph.d.Lemma(i)] || strings.HasSuffix(ph.d.Tokens[n].Ent, "-MONEY"))
}

// numerals are the words for numbers up to ninety, scales those that multiply.
var numerals, scales = en.Numbers("phrase/numerals.tsv"), en.Numbers("phrase/scales.tsv")

// Number gives the token of the number that counts a noun phrase, the noun itself when it is a number; -1 for none.
func (ph *Numbers) Number(i int) int {
	d := ph.d
	if _, ok := ph.value(i); ok && d.Tokens[i].Tag == "CD" && !ph.isYear(i) {
		return i
	}
	for _, c := range d.All(i, "nummod", "nmod", "compound") {
		counts := d.Tokens[c].Dep == "nummod" && d.Lower(c+1) != "another" || dozens[d.Lower(c)] // "one another's goods"
		if _, ok := ph.value(c); ok && counts && c < i && !ph.isYear(c) {
			return ph.withScale(c, i)
		}
	}
	return -1
}

// isYear reports whether a number names a year or a day.
func (ph *Numbers) isYear(i int) bool {
	t := ph.d.Tokens[i]
	if strings.HasSuffix(t.Ent, "-DATE") {
		return true
	}
	one := t.Dep == "nummod" && ph.d.Tokens[t.Head].Tag == "NN" // "the 2016 nomination"
	return (one || strings.HasSuffix(t.Ent, "-EVENT")) && dates.Year.FindString(t.Text) == t.Text
}

// value reads a number: "44,100", "three", "2.5 million".
func (ph *Numbers) value(i int) (float64, bool) {
	d := ph.d
	word := strings.ToLower(strings.ReplaceAll(d.Tokens[i].Text, ",", ""))
	if i >= 2 && d.Tokens[i-1].Text == "-" && numerals[word] > 0 && numerals[word] < 10 &&
		numerals[d.Lower(i-2)] >= 20 { // cut at its hyphen
		return numerals[d.Lower(i-2)] + numerals[word], true
	}
	if s, ok := scales[word]; ok {
		total := s
		for _, c := range d.All(i, "compound", "nummod", "quantmod") {
			if halves[d.Lower(c)] { // "half a million"
				return s / 2, true
			}
			if v, ok := plain(strings.ReplaceAll(d.Lower(c), ",", "")); ok {
				return scaled(v, s), true
			}
		}
		if ph.halfBehind(i) > i {
			return s * 1.5, true
		}
		if i > 0 && d.Tokens[i-1].Tag == "CD" && d.Sentence[i-1] == d.Sentence[i] { // "two dozen protesters"
			if v, ok := plain(strings.ReplaceAll(d.Lower(i-1), ",", "")); ok {
				return scaled(v, s), true
			}
		}
		return total, d.Tokens[i].Tag == "CD" || dozens[word]
	}
	return ph.plainAt(i, word)
}

func plain(word string) (float64, bool) {
	if v, ok := numerals[word]; ok {
		return v, true
	}
	if tens, ones, ok := strings.Cut(word, "-"); ok && numerals[tens] >= 20 && numerals[ones] > 0 &&
		numerals[ones] < 10 {
		return numerals[tens] + numerals[ones], true
	}
	scale := 1.0
	if at := strings.IndexFunc(word, unicode.IsLetter); at > 0 && word[0] >= '0' && word[0] <= '9' { // "14bn"
		s, ok := shortScales[word[at:]]
		if !ok {
			return 0, false
		}
		word, scale = word[:at], s
	}
	v, err := strconv.ParseFloat(word, 64)
	if scale > 1 {
		v = scaled(v, scale)
	}
	return v, err == nil && v == v && v < 1e15 && v > -1e15
}

// scaled multiplies without the dust of binary fractions: 4.1 and a million million make 4100000000000.
func scaled(v, s float64) float64 { return math.Round(v*s*1e3) / 1e3 }

// shortScales are the letters behind a number that multiply it: "14bn".
var shortScales = en.Numbers("phrase/short_scales.tsv")

// bounds are the words before a number that make it a bound.
var bounds = func() map[string]kg.Bound {
	out := map[string]kg.Bound{}
	for _, row := range en.Table("phrase/bounds.tsv") {
		out[row.Word] = kg.Bound(row.Value)
	}
	return out
}()

// pronounUnits are what pronouns behind a number are counted in: people, of "12 others".
var pronounUnits = func() map[string]string {
	out := map[string]string{}
	for _, row := range en.Table("phrase/pronoun_units.tsv") {
		out[row.Word] = row.Value
	}
	return out
}()

// bound reads "at least", "about", "no fewer than" before a number: the longest words that are known.
func (ph *Numbers) bound(i int) kg.Bound {
	for n := min(3, i); n > 0; n-- {
		words := make([]string, n)
		for k := range words {
			words[k] = ph.d.Lower(i - n + k)
		}
		if b, ok := bounds[strings.Join(words, " ")]; ok {
			return b
		}
	}
	return kg.Exactly
}

// Quantity counts a noun phrase.
func (ph *Numbers) Quantity(i int) *kg.ReadQuantity {
	n := ph.Number(i)
	if n < 0 {
		return nil
	}
	unit := "people"
	if symbol := ph.Currency(n); symbol != "" {
		unit = symbol
	} else if n != i {
		first := ph.behindNumber(n)
		for first < i {
			if _, demonym := ph.cast.Gaz.Demonym(ph.d.Tokens[first].Text); !demonym && !idle[ph.d.Lower(first)] {
				break
			}
			first++
		}
		unit = strings.Trim(strings.ToLower(ph.d.Phrase(first, i+1)), "\"' ")
		unit = cmp.Or(pronounUnits[unit], unit)
	} else if of := ph.Behind(i, "of"); len(of) > 0 && ph.d.Noun(of[0]) {
		unit = ph.d.Lower(of[0])
	}
	low := ph.lowerOf(n)
	v, ok := ph.value(low)
	if !ok {
		return nil
	}
	q := &kg.ReadQuantity{Value: v, Unit: unit, Bound: ph.bound(ph.firstOfNumber(low))}
	if ph.upperOf(low) > low {
		q.Bound = kg.AtLeast
	}
	return q
}

// opening is the first token of a number with what belongs to it: "between", "a" before "dozen".
func (ph *Numbers) opening(n int) int {
	first := ph.firstOfNumber(ph.lowerOf(n))
	if first > 0 && (rangeOpeners[ph.d.Lower(first-1)] && ph.upperOf(ph.lowerOf(n)) > 0) {
		return first - 1
	}
	return first
}

// Currency is the sign of money that stands with a number, "" for none.
func (ph *Numbers) Currency(n int) string {
	for _, c := range ph.d.Children[n] {
		if t := ph.d.Tokens[c]; t.Tag == "$" || strings.ContainsAny(t.Text, "$€£¥") {
			return t.Text
		}
	}
	if first := ph.firstOfNumber(n); first > 0 && strings.ContainsAny(ph.d.Tokens[first-1].Text, "$€£¥") {
		return ph.d.Tokens[first-1].Text
	}
	return ""
}

func (ph *Numbers) firstOfNumber(n int) int {
	for n > 0 && ph.d.Tokens[n-1].Tag == "CD" {
		n--
	}
	return n
}
