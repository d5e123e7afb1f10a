package claim

import (
	"strconv"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/lang/en"
	"sayso/internal/read/vocabulary"
)

// numerals are the words for numbers up to ninety, scales those that multiply.
var numerals, scales = numbersIn("claim/numerals.tsv"), numbersIn("claim/scales.tsv")

func numbersIn(file string) map[string]float64 {
	out := map[string]float64{}
	for _, row := range en.Table(file) {
		v, err := strconv.ParseFloat(row.Value, 64)
		if err != nil {
			panic("claim: " + file + ": " + err.Error())
		}
		out[row.Word] = v
	}
	return out
}

// number gives the token of the number that counts a noun phrase, the noun itself when it is a number; -1 for none.
func (f *finder) number(i int) int {
	d := f.d
	if _, ok := f.value(i); ok && d.Tokens[i].Tag == "CD" && !f.year(i) {
		return i
	}
	for _, c := range d.All(i, "nummod", "nmod", "compound") {
		if _, ok := f.value(c); ok && c < i && !f.year(c) && (d.Tokens[c].Dep == "nummod" || d.Lower(c) == "dozen") {
			return c
		}
	}
	return -1
}

// year tells whether a number names a year or a day.
func (f *finder) year(i int) bool {
	t := f.d.Tokens[i]
	return strings.HasSuffix(t.Ent, "-DATE") || year.FindString(t.Text) == t.Text && strings.HasSuffix(t.Ent, "-EVENT")
}

// value reads a number: "44,100", "three", "2.5 million".
func (f *finder) value(i int) (float64, bool) {
	d := f.d
	word := strings.ToLower(strings.ReplaceAll(d.Tokens[i].Text, ",", ""))
	if i >= 2 && d.Tokens[i-1].Text == "-" && numerals[word] > 0 && numerals[word] < 10 && numerals[d.Lower(i-2)] >= 20 { // cut at its hyphen
		return numerals[d.Lower(i-2)] + numerals[word], true
	}
	if s, ok := scales[word]; ok {
		total := s
		for _, c := range d.All(i, "compound", "nummod", "quantmod") {
			if v, ok := plain(strings.ReplaceAll(d.Lower(c), ",", "")); ok {
				return v * s, true
			}
		}
		return total, d.Tokens[i].Tag == "CD" || word == "dozen"
	}
	return plain(word)
}

func plain(word string) (float64, bool) {
	if v, ok := numerals[word]; ok {
		return v, true
	}
	if tens, ones, ok := strings.Cut(word, "-"); ok && numerals[tens] >= 20 && numerals[ones] > 0 && numerals[ones] < 10 {
		return numerals[tens] + numerals[ones], true
	}
	v, err := strconv.ParseFloat(word, 64)
	return v, err == nil && v == v && v < 1e15 && v > -1e15
}

// bounds are the words before a number that make it a bound.
var bounds = func() map[string]kg.Bound {
	out := map[string]kg.Bound{}
	for _, row := range en.Table("claim/bounds.tsv") {
		out[row.Word] = kg.Bound(row.Value)
	}
	return out
}()

// bound reads "at least", "about", "no fewer than" before a number: the longest words that are known.
func (f *finder) bound(i int) kg.Bound {
	for n := min(3, i); n > 0; n-- {
		words := make([]string, n)
		for k := range words {
			words[k] = f.d.Lower(i - n + k)
		}
		if b, ok := bounds[strings.Join(words, " ")]; ok {
			return b
		}
	}
	return kg.Exactly
}

// quantity counts a noun phrase.
func (f *finder) quantity(i int) *kg.ReadQuantity {
	n := f.number(i)
	if n < 0 {
		return nil
	}
	v, ok := f.value(n)
	if !ok {
		return nil
	}
	unit := "people"
	if symbol := f.currency(n); symbol != "" {
		unit = symbol
	} else if n != i {
		first := n + 1
		for first < i {
			if _, demonym := f.cast.Gaz.Demonym(f.d.Tokens[first].Text); !demonym && !idle[f.d.Lower(first)] {
				break
			}
			first++
		}
		if unit = strings.Trim(strings.ToLower(f.d.Phrase(first, i+1)), "\"' "); unit == "others" {
			unit = "people"
		}
	} else if of := f.behind(i, "of"); len(of) > 0 && f.d.Noun(of[0]) {
		unit = f.d.Lower(of[0])
	}
	return &kg.ReadQuantity{Value: v, Unit: unit, Bound: f.bound(f.firstOfNumber(n))}
}

// currency is the sign of money that stands with a number, "" for none.
func (f *finder) currency(n int) string {
	for _, c := range f.d.Children[n] {
		if t := f.d.Tokens[c]; t.Tag == "$" || strings.ContainsAny(t.Text, "$€£¥") {
			return t.Text
		}
	}
	if first := f.firstOfNumber(n); first > 0 && strings.ContainsAny(f.d.Tokens[first-1].Text, "$€£¥") {
		return f.d.Tokens[first-1].Text
	}
	return ""
}

func (f *finder) firstOfNumber(n int) int {
	for n > 0 && f.d.Tokens[n-1].Tag == "CD" {
		n--
	}
	return n
}

// figure gives a claim its quantity: that of its object, or of what the verb gives or sends where the object is who or where to. Forces of
// a state that died are its losses; losses say what in the unit.
func (f *finder) figure(r rule, claim *hit, s, o, thing argument) {
	if thing.token >= 0 && f.cast.At[thing.token] < 0 {
		claim.quantity = f.quantity(thing.token)
	} else if o.token >= 0 && f.cast.At[o.token] < 0 && !(f.d.Lower(o.token) == "one" && len(f.behind(o.token, "of")) > 0) {
		claim.quantity = f.quantity(o.token)
	}
	losses := f.patterns.becomes(claim.id, vocabulary.Losses)
	if losses == "" || s.token >= 0 || claim.quantity == nil {
		return
	}
	class := f.cast.Words.Class(f.d.Lemma(o.token), f.d.Lower(o.token))
	if a, ok := f.cast.Country(o.token); ok && class == "force" && a.Kind == "state" {
		claim.id, claim.subject.name, claim.object.name = losses, a.Name, ""
	}
}

// things gives what a verb sends or gives, where the rule's object is somebody or some place else.
func (f *finder) things(r rule, v, light int) []argument {
	if light < 0 && !r.DobjAny && !r.is(vocabulary.Amount) && !(r.is(vocabulary.Sum) && f.money(f.directObject(v))) && !(r.is(vocabulary.Price) && f.price(v) >= 0) {
		return []argument{{token: -1}}
	}
	if r.is(vocabulary.Price) && light < 0 {
		return []argument{{token: f.price(v)}}
	}
	o := f.directObject(v)
	if o < 0 {
		return []argument{{token: -1}}
	}
	var out []argument
	for _, t := range f.d.Coordinated(o) {
		if f.cast.At[t] < 0 && f.number(t) >= 0 && !(light >= 0 && t != light && f.person(t) && !f.person(light)) {
			out = append(out, argument{token: t})
		}
	}
	if sum := f.sumOf(o); len(out) == 0 && light >= 0 && sum >= 0 {
		out = []argument{{token: sum}}
	}
	if len(out) == 0 {
		return []argument{{token: -1}}
	}
	return out
}
