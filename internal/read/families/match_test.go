package families

import (
	"sort"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"sayso/internal/kg"
)

var (
	small    = set("the a an of to that its his her their it he she they had has have been was were any all for in")
	mutual   = set("MET_WITH NEGOTIATED_WITH COOPERATED_WITH AGREED_WITH ALLY_OF ESTABLISHED_TIES_WITH")
	sameName = [][]string{{"us", "u s", "usa", "united states"}, {"uk", "u k", "united kingdom", "britain"}, {"un", "u n", "united nations"},
		{"eu", "european union"}, {"uae", "united arab emirates"}, {"palestine", "state of palestine"}, {"taiwan", "republic of china"},
		{"turkey", "turkiye"}, {"vatican", "vatican city", "holy see"}, {"ecowas", "economic community of west african states"},
		{"ivory coast", "cote d ivoire"}, {"russia", "kremlin", "government of russia"}, {"opec", "organization of the petroleum exporting countries"}}
	sameUnit = []map[string]bool{set("people person dead death killed fatality casualty victim civilian injured wounded"),
		set("troop soldier serviceman servicemen personnel force military men"), set("% percent pct percentage"), set("$ usd dollar us$"),
		set("officer police")}
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// fold is a name without case, accents, a leading "the" and possessive endings, its words joined by one blank.
func fold(name string) string {
	s := strings.NewReplacer("’", "'", "ł", "l", "ø", "o", "đ", "d", "ı", "i").Replace(strings.ToLower(name))
	s = strings.NewReplacer("'s ", " ", "s' ", "s ").Replace(norm.NFKD.String(s) + " ")
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return r
		}
		return ' '
	}, s)
	words := strings.Fields(s)
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

func contains(a, b string) bool { return strings.Contains(" "+a+" ", " "+b+" ") }

// alike reports whether a name read is one of the readings that are right. others are the folded names of the item:
// a name that is wholly another name of the item is never right by containment.
func alike(right []string, got string, others map[string]bool) bool {
	p := fold(got)
	for _, r := range right {
		g := fold(r)
		switch {
		case g == p || g == "" && len(heavy(p)) == 0:
			return true
		case g == "" || p == "":
			continue
		case oneOf(sameName, g, p):
			return true
		case others[p] && others[g]:
			continue
		case contains(g, p) || contains(p, g) || overlap(heavy(g), heavy(p)) >= 0.5:
			return true
		}
	}
	return false
}

func oneOf(groups [][]string, a, b string) bool {
	for _, group := range groups {
		list := "|" + strings.Join(group, "|") + "|"
		if strings.Contains(list, "|"+a+"|") && strings.Contains(list, "|"+b+"|") {
			return true
		}
	}
	return false
}

func heavy(folded string) map[string]bool {
	out := set(folded)
	for w := range out {
		if small[w] {
			delete(out, w)
		}
	}
	return out
}

func overlap(a, b map[string]bool) float64 {
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

// names are the folded proper names among the subjects and objects of an item.
func (it item) names() map[string]bool {
	out := map[string]bool{}
	for _, w := range it.claims {
		for _, n := range append(append([]string{}, w.subject...), w.object...) {
			if n != "" && unicode.IsUpper([]rune(n)[0]) {
				out[fold(n)] = true
			}
		}
	}
	return out
}

// core reports whether subject, predicate, object and polarity are right.
func (w want) core(c kg.ReadClaim, names map[string]bool) bool {
	if w.predicate != c.Predicate || w.negated != c.Negated {
		return false
	}
	if alike(w.subject, c.Subject, names) && alike(w.object, c.Object, names) {
		return true
	}
	return mutual[string(w.predicate)] && alike(w.subject, c.Object, names) && alike(w.object, c.Subject, names)
}

// voiced reports whether the claim is made in the right voice: the article's own or the statement of the right speaker.
func (w want) voiced(c kg.ReadClaim, r kg.Reading) bool {
	switch {
	case w.anySpeaker:
		return true
	case c.Statement == nil || w.speaker == nil:
		return c.Statement == nil && w.speaker == nil
	}
	return alike(w.speaker, r.Statements[*c.Statement].Speaker, nil)
}

func (w want) moded(c kg.ReadClaim) bool {
	for _, m := range w.modality {
		if m == c.Modality {
			return true
		}
	}
	return false
}

// figured reports whether the figure is right: its value, unit and bound, or its absence.
func (w want) figured(c kg.ReadClaim) bool {
	switch {
	case w.anyFigure:
		return true
	case w.figure == nil || c.Quantity == nil:
		return w.figure == nil && c.Quantity == nil
	}
	f, bound := w.figure, w.figure.anyBound
	for _, b := range f.bound {
		bound = bound || b == c.Quantity.Bound
	}
	value, unit := scaled(c.Quantity.Value, c.Quantity.Unit)
	_, right := scaled(1, f.unit)
	return bound && f.value-value < 1e-6*f.value && value-f.value < 1e-6*f.value && (f.unit == "*" || overlap(right, unit) > 0)
}

// scaled takes "million" and the like out of a unit; its words lose the plural, words that mean the same count as one.
func scaled(value float64, unit string) (float64, map[string]bool) {
	scale := map[string]float64{"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
	words := map[string]bool{}
	for _, w := range strings.Fields(strings.ToLower(unit)) {
		if f, ok := scale[w]; ok {
			value *= f
			continue
		}
		if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
			w = w[:len(w)-1]
		}
		words[w] = true
		for _, group := range sameUnit {
			for other := range group {
				if group[w] {
					words[other] = true
				}
			}
		}
	}
	return value, words
}

// pair joins each gold claim with at most one claim read, the closest pairs first; what is read twice counts once.
func (it item) pair(r kg.Reading) (matched map[int]int, left []int) {
	type edge struct{ rank, want, got int }
	var edges []edge
	names, got := it.names(), distinct(r)
	for i, w := range it.claims {
		for _, j := range got {
			c := r.Claims[j]
			if !w.core(c, names) {
				continue
			}
			rank := 8 * yes(w.voiced(c, r))
			rank += 4*yes(w.figured(c)) + 2*yes(!w.optional) + yes(w.moded(c))
			edges = append(edges, edge{rank, i, j})
		}
	}
	sort.SliceStable(edges, func(a, b int) bool { return edges[a].rank > edges[b].rank })
	matched, taken := map[int]int{}, map[int]bool{}
	for _, e := range edges {
		if _, done := matched[e.want]; !done && !taken[e.got] {
			matched[e.want] = e.got
			taken[e.got] = true
		}
	}
	for _, j := range got {
		if !taken[j] {
			left = append(left, j)
		}
	}
	return matched, left
}

func yes(b bool) int {
	if b {
		return 1
	}
	return 0
}

// distinct gives the claims of a reading without repeats.
func distinct(r kg.Reading) []int {
	type key struct {
		subject, object string
		predicate       kg.PredicateID
		negated         bool
		statement       int
		value           float64
	}
	seen := map[key]bool{}
	var out []int
	for i, c := range r.Claims {
		k := key{fold(c.Subject), fold(c.Object), c.Predicate, c.Negated, -1, -1}
		if c.Statement != nil {
			k.statement = *c.Statement
		}
		if c.Quantity != nil {
			k.value = c.Quantity.Value
		}
		if !seen[k] {
			seen[k] = true
			out = append(out, i)
		}
	}
	return out
}

func TestAlike(t *testing.T) {
	names := map[string]bool{"israel": true, "israel katz": true}
	for _, c := range []struct {
		right []string
		got   string
		want  bool
	}{
		{[]string{"Côte d'Ivoire"}, "Ivory Coast", true}, {[]string{"Israel Katz"}, "Israel", false}, {[]string{"Israel"}, "the Israel", true},
		{[]string{"14 people"}, "at least 14 people", true}, {[]string{""}, "it", true}, {[]string{""}, "tanks", false},
		{[]string{"a village elder"}, "a village church", false}, {[]string{"Syria"}, "Russia", false}, {[]string{"Mali", ""}, "", true},
	} {
		if alike(c.right, c.got, names) != c.want {
			t.Errorf("alike(%q, %q) is not %v", c.right, c.got, c.want)
		}
	}
}
