package kg

import (
	"slices"
	"strings"
)

// links are words behind which a noun phrase only goes on, and noise those that name no matter.
var (
	links = strings.Fields("in on at near of from to with by for outside inside around behind that which who where as after before during over under along between")
	noise = strings.Fields("that this with from were been have being when while which where they their them there than then into over under after before during about " +
		"said says told according people person persons nobody none anyone killed killing kill dead died deaths injured injuring wounded hurt lost losing loss losses lives life " +
		"casualties attack attacked attacks strike struck deny denied denying denies claim claimed responsibility blame blamed blames blaming accuse accused least most more " +
		"monday tuesday wednesday thursday friday saturday sunday morning evening night afternoon overnight week month year today yesterday " +
		"january february april june july august september october november december three four five seven eight nine twelve dozen dozens hundred hundreds")
	// wide are things that a side has many of, or that take in much.
	wide = strings.Fields("city town village area district region territory country border position target troop force army military infrastructure")
)

// headOf gives the noun that a phrase turns on: "prison" of "the prison in Yasynuvata".
func headOf(phrase string) string {
	words := strings.Fields(FoldName(phrase))
	for i, w := range words {
		if i > 0 && slices.Contains(links, w) {
			words = words[:i]
			break
		}
	}
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// Titled lists the predicates whose objects are ships, posts and people that one text gives with a title and another by their name alone.
func Titled() []PredicateID {
	return []PredicateID{"ATTACKED", "SEIZED", "DETAINED", "RELEASED", "KIDNAPPED", "OCCUPIED"}
}

// sameThing tells whether the objects of two claims are one thing in other words: the same noun, or a name with words before it.
func sameThing(a, b Position) bool {
	switch {
	case a.ObjectID != "" && b.ObjectID != "":
		return sameObject(a, b)
	case a.ObjectID == "" && b.ObjectID == "":
		head := headOf(a.ObjectText)
		return head != "" && head == headOf(b.ObjectText) && !slices.Contains(wide, head) && !otherKind(a, b)
	case !slices.Contains(Titled(), a.Predicate):
		return false
	case a.ObjectID == "":
		a, b = b, a
	}
	return namedBy(b.ObjectText, a.Object)
}

// namedBy tells whether a phrase is a name with a title: "Norwegian tanker Front Alder with mines".
func namedBy(phrase, name string) bool {
	words := strings.Fields(FoldName(phrase))
	for i, w := range words {
		if slices.Contains(links, w) {
			words = words[:i]
			break
		}
	}
	name = FoldName(name)
	return name != "" && strings.HasSuffix(" "+strings.Join(words, " "), " "+name)
}

// otherKind tells whether both phrases qualify their noun, and with no word in common: "the state hospital" and "a children's hospital".
func otherKind(a, b Position) bool {
	before := func(phrase string) []string {
		words := strings.Fields(FoldName(phrase))
		return words[:max(0, slices.Index(words, headOf(phrase)))]
	}
	x, y := before(a.ObjectText), before(b.ObjectText)
	return len(x) > 0 && len(y) > 0 && !share(x, y)
}

// matter lists the words of a statement that tell what it is about, cut to six letters: none of its names, days, numbers, or words for the deed.
func matter(p Position, s Saying) []string {
	names := strings.Fields(FoldName(strings.Join(append([]string{p.Subject, p.Object}, s.Places...), " ")))
	var out []string
	for _, w := range strings.Fields(FoldName(strings.ReplaceAll(s.Words, "March", ""))) { // the month, not what people do
		w = strings.TrimSuffix(w, "'s")
		if len(w) < 4 || w[0] < 'a' || slices.Contains(noise, w) || slices.Contains(names, w) {
			continue
		}
		out = append(out, w[:min(6, len(w))])
	}
	return out
}
