package dispute

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// headOf gives the noun that a phrase turns on: "prison" of "the prison in Yasynuvata".
func headOf(phrase string) string {
	words := strings.Fields(kg.FoldName(phrase))
	for i, w := range words {
		if i > 0 && links[w] {
			words = words[:i]
			break
		}
	}
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// sameThing reports whether the objects of two claims are one thing in other words: the same noun, or a name with words
// before it.
func sameThing(a, b kg.Position) bool {
	switch {
	case a.ObjectID != "" && b.ObjectID != "":
		return sameObject(a, b)
	case a.ObjectID == "" && b.ObjectID == "":
		head := headOf(a.ObjectText)
		return head != "" && head == headOf(b.ObjectText) && !wide[head] && !otherKind(a, b)
	case !has("titled", a.Predicate):
		return false
	case a.ObjectID == "":
		a, b = b, a
	}
	return namedBy(b.ObjectText, a.Object)
}

// namedBy reports whether a phrase is a name with a title: "Norwegian tanker Front Alder with mines".
func namedBy(phrase, name string) bool {
	words := strings.Fields(kg.FoldName(phrase))
	for i, w := range words {
		if links[w] {
			words = words[:i]
			break
		}
	}
	name = kg.FoldName(name)
	return name != "" && strings.HasSuffix(" "+strings.Join(words, " "), " "+name)
}

// otherKind reports whether both phrases qualify their noun, and with no word in common: "the state hospital" and "a
// children's hospital".
func otherKind(a, b kg.Position) bool {
	before := func(phrase string) []string {
		words := strings.Fields(kg.FoldName(phrase))
		return words[:max(0, slices.Index(words, headOf(phrase)))]
	}
	x, y := before(a.ObjectText), before(b.ObjectText)
	return len(x) > 0 && len(y) > 0 && !share(x, y)
}

// matter lists the words of a statement that tell what it is about, cut to six letters: none of its names, days,
// numbers, or words for the deed.
func matter(p kg.Position, s kg.Saying) []string {
	names := strings.Fields(kg.FoldName(strings.Join(append([]string{p.Subject, p.Object}, s.Places...), " ")))
	var out []string
	said := strings.ReplaceAll(s.Words, "March", "") // the month, not what people do
	for _, w := range strings.Fields(kg.FoldName(said)) {
		w = strings.TrimSuffix(w, "'s")
		if len(w) < 4 || w[0] < 'a' || noise[w] || slices.Contains(names, w) {
			continue
		}
		out = append(out, w[:min(6, len(w))])
	}
	return out
}
