package identity

import (
	"slices"
)

// agreement is what comparing two names says.
type agreement struct {
	ok      bool     // something speaks for one person, and nothing in the names against it
	bare    bool     // at least one is a surname alone
	shorter int      // which of the two says less: -1 the first, 1 the second, 0 neither
	capped  bool     // too far apart to be joined, whatever else speaks for it
	notes   []weight // what weighs for and against
}

type weight struct {
	logit  float64
	reason string
}

func (a *agreement) note(logit float64, reason string) {
	a.notes = append(a.notes, weight{logit, reason})
}

// givenWeights and surnameWeights say what it weighs that two words are only somewhat alike.
var givenWeights = map[likeness]weight{
	misspelt: {-1.9, "the given names are a letter or two apart"},
	initials: {onlyInitial, "one given name is an initial"},
	alike:    {givenAlike, "the given names only sound alike"},
	related:  {-0.5, "the given names are one in two languages"},
	nickname: {-0.2, "one given name is short for the other"},
	across:   {-0.1, "the given names agree across scripts"},
}

var surnameWeights = map[likeness]weight{
	misspelt: {-1.9, "the surnames are a letter or two apart"},
	alike:    {oddSpelling, "the surnames only sound alike"},
	related:  {-0.25, "the surnames are one in two spellings"},
	across:   {-0.1, "the surnames agree across scripts"},
}

// compareNames compares two parsed names of people part by part. Generations, patronymics and initials that differ tell
// two people apart.
func compareNames(x, y person) agreement {
	if x.generation != "" && y.generation != "" && x.generation != y.generation {
		return agreement{}
	}
	a := compareOne(x, y)
	for _, turned := range [][2]*person{{x.turned, &y}, {&x, y.turned}} {
		if turned[0] != nil && turned[1] != nil && (!a.ok || a.capped) {
			if b := compareOne(*turned[0], *turned[1]); b.ok {
				a = b
			}
		}
	}
	if a.ok && x.generation != y.generation {
		a.note(oneGeneration, "one is called junior, senior or the like")
		a.less(x.generation == "")
	}
	return a
}

func compareOne(x, y person) agreement {
	if x.bare() || y.bare() {
		return compareBare(x, y)
	}
	return compareFull(x, y)
}

// less notes which of the two says less.
func (a *agreement) less(first bool) {
	a.shorter = 1
	if first {
		a.shorter = -1
	}
}

func compareBare(x, y person) agreement {
	if x.bare() != y.bare() && len(x.joined.normal) > 6 {
		if a := compareWhole(x, y); a.ok {
			return a
		}
	}
	a := agreement{bare: true}
	l := compareWords(x.surname, y.surname, tables().surnames)
	switch {
	case l < alike || l == alike && misspelling(x.surname, y.surname) == differ ||
		gendered(x.surname.normal, y.surname.normal):
		return a
	case x.bare() && y.bare():
		a.note(bareAndBare, "both are surnames alone")
	default:
		a.note(bareAndFull, "one is a surname alone")
		a.less(x.bare())
	}
	a.ok = true
	if l == alike {
		a.note(oddSpelling, "the surnames only sound alike")
	}
	return a
}

func compareFull(x, y person) agreement {
	surname, given := compareWords(x.surname, y.surname, tables().surnames), compareGiven(x, y)
	if gendered(x.surname.normal, y.surname.normal) {
		return agreement{}
	}
	if surname <= initials || given == differ || bothOdd(surname, given) {
		if a := compareWhole(x, y); a.ok || surname == differ || given == differ {
			return a
		}
	}
	if surname == differ || surname == initials || given == differ {
		return agreement{}
	}
	a := agreement{ok: true, capped: surname == misspelt || given == misspelt}
	a.note(fullNames, "given name and surname agree")
	if w, ok := givenWeights[given]; ok {
		a.note(w.logit, w.reason)
	}
	if w, ok := surnameWeights[surname]; ok {
		a.note(w.logit, w.reason)
	} else if x.written != y.written && x.surname.script == y.surname.script && x.surname.text != y.surname.text {
		a.note(sameScript, "the surname is spelled in two ways in one script")
	}
	if given == initials {
		a.less(x.given.initial)
	}
	a.middles(x, y)
	return a
}

// bothOdd reports whether one of two parts of a name is misspelt and the other is not beyond doubt.
func bothOdd(surname, given likeness) bool {
	return surname == misspelt && given < related || given == misspelt && surname < related
}

// compareGiven compares given names, with nicknames, also those in quotation marks.
func compareGiven(x, y person) likeness {
	l := compareWords(x.given, y.given, tables().given)
	if l > related {
		return l
	}
	if tables().nicknames.share(x.given, y.given) {
		return nickname
	}
	if m, w := tables().genders[x.given.normal],
		tables().genders[y.given.normal]; l != equal && m != "" && w != "" && m != w {
		return differ
	}
	same := func(p part, list []part) bool {
		return slices.ContainsFunc(list, func(n part) bool { return compareWords(p, n, nil) == equal })
	}
	if same(x.given, y.nick) || same(y.given, x.nick) {
		return nickname
	}
	return l
}

// middles compares what stands between given name and surname. Two lists that differ at one place, the one not a letter
// from the other, are of two people.
func (a *agreement) middles(x, y person) {
	short, long := x.middle, y.middle
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) < len(long) {
		a.less(len(x.middle) < len(y.middle))
	}
	if len(short) == 0 && len(long) > 0 {
		a.note(noMiddle, "only one has a middle name")
		return
	}
	at, misspellings := 0, 0
	skip := !slices.ContainsFunc(slices.Concat(short, long), func(p part) bool { return p.initial || patronymic(p) })
	for _, m := range short {
		l := differ
		for at < len(long) {
			l = compareWords(m, long[at], tables().given)
			at++
			if l != differ || !skip {
				break
			}
		}
		switch {
		case l == differ, l == misspelt && patronymic(m):
			a.ok = false
			return
		case l == misspelt:
			misspellings++
		}
	}
	if misspellings > 0 {
		a.capped = true
		a.note(-1.5*float64(misspellings), "the middle names are a letter or two apart")
	}
}

// compareWhole compares names that cannot be matched part by part: with blanks missing or in other places, in another
// order, or one a part of the other.
func compareWhole(x, y person) agreement {
	var a agreement
	short, long := x.all, y.all
	if len(short) > len(long) {
		short, long = long, short
	}
	inOrder, anyOrder := matches(short, long)
	switch {
	case x.joined.normal == y.joined.normal && len(x.joined.normal) > 4:
		a.note(fullNames-0.2, "the names agree but for blanks and hyphens")
	case len(short) > 1 && len(short) == len(long) && anyOrder:
		a.note(fullNames-1.2, "the names agree in another order")
		a.capped = len(short) == 2 && !oneIsSurname(x, y)
	case len(short) > 1 && inOrder:
		a.note(fullNames-1.2, "one name is a part of the other")
		a.less(len(x.all) < len(y.all))
	case len(short) > 2 && anyOrder, len(short) == 2 && anyOrder && endsSwapped(short, long):
		a.note(fullNames-1.6, "one name is a part of the other, in another order")
		a.less(len(x.all) < len(y.all))
		a.capped = true
	case len(short) != len(long) && len(x.joined.latin) > 7 && misspelling(x.joined, y.joined) == misspelt:
		a.note(fullNames-1.9, "the names are a letter or two apart, blanks left out")
		a.capped = true
	default:
		return a
	}
	a.ok = true
	return a
}

// endsSwapped reports whether two words are the last and the first of a longer name.
func endsSwapped(short, long []part) bool {
	first, _ := matches(short[:1], long[len(long)-1:])
	last, _ := matches(short[1:], long[:1])
	return first && last
}

// oneIsSurname reports whether one of two words is a family name that stands first, or one of them a known given name
// and the other none.
func oneIsSurname(x, y person) bool {
	known := func(p part) bool { return len(tables().given.of(p)) > 0 }
	return known(x.given) != known(x.surname) && known(y.given) != known(y.surname)
}

// matches reports whether every word of the shorter list is one of the longer, in its order or in any.
func matches(short, long []part) (inOrder, anyOrder bool) {
	used := make([]bool, len(long))
	at := 0
	inOrder, anyOrder = true, true
	for _, p := range short {
		found := false
		for i, q := range long {
			if l := compareWords(p, q, tables().surnames); !used[i] && l >= across {
				used[i], found = true, true
				inOrder = inOrder && i >= at
				at = i + 1
				break
			}
		}
		if !found {
			return false, false
		}
	}
	return inOrder, anyOrder
}

// gendered reports whether two surnames are those of a man and a woman of one family: Ivanov and Ivanova.
func gendered(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, ends := range [][2]string{{"", "a"}, {"sk", "ska"}, {"sk", "skaa"}, {"ski", "ska"}} {
		if stem, ok := cutEnd(b, ends[1]); ok && stem+ends[0] == a && len(a) > 3 {
			return true
		}
	}
	return false
}

func cutEnd(s, end string) (string, bool) {
	if len(s) > len(end) && s[len(s)-len(end):] == end {
		return s[:len(s)-len(end)], true
	}
	return s, false
}
