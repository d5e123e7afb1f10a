package score

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"sayso/internal/kg"
)

// trivial words count for nothing when free text is compared.
var trivial = wordSet("the a an of to that its his her their it he she they had has have been was were any all for in")

// synonyms are names of one actor that need no evidence.
var synonyms = [][]string{{"us", "u s", "usa", "united states", "united states of america"},
	{"uk", "u k", "united kingdom", "britain", "great britain"},
	{"un", "u n", "united nations"}, {"eu", "european union"}, {"uae", "united arab emirates"}, {"au", "african union"},
	{"china", "people s republic of china", "prc"}, {"taiwan", "republic of china"}, {"myanmar", "burma"},
	{"palestine", "state of palestine"},
	{"dr congo", "drc", "democratic republic of the congo", "democratic republic of congo"},
	{"opec", "organization of the petroleum exporting countries"},
	{"nato", "north atlantic treaty organization"}, {"unicef", "united nations children s fund"}, {"twitter", "x"},
	{"north korea", "dprk", "democratic people s republic of korea"}}

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// fold brings spellings of one name together and gives its words.
func fold(name string) []string {
	var b strings.Builder
	runes := []rune(norm.NFKD.String(name))
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case unicode.Is(unicode.Mn, r):
		case isApostrophe(r) && i > 0 && isAlphanumeric(runes[i-1]) && possessiveEnd(runes[i+1:]):
			if i+1 < len(runes) && runes[i+1] == 's' {
				i++
			}
		case isAlphanumeric(r) || r == '_':
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	if len(words) > 1 && words[0] == "the" {
		return words[1:]
	}
	return words
}

func possessiveEnd(rest []rune) bool {
	if len(rest) > 0 && rest[0] == 's' {
		rest = rest[1:]
	}
	return len(rest) == 0 || !unicode.IsLetter(rest[0]) && !unicode.IsDigit(rest[0])
}

// names is what the gold mentions of one article say about its names.
type names struct {
	entities map[string]bool
	only     map[string]string // form -> the one entity it stands for
}

func newNames(text []rune, mentions []kg.ReadMention) names {
	n := names{entities: map[string]bool{}, only: map[string]string{}}
	several := map[string]bool{}
	for _, m := range mentions {
		entity := strings.Join(fold(m.Entity), " ")
		n.entities[entity] = true
		form := strings.Join(fold(string(text[m.Span[0]:m.Span[1]])), " ")
		if have, ok := n.only[form]; ok && have != entity {
			several[form] = true
		}
		n.only[form] = entity
	}
	for f := range several {
		delete(n.only, f)
	}
	return n
}

// same reports whether two names mean the same actor.
func (n names) same(gold, pred string) bool {
	g, p := strings.Join(fold(gold), " "), strings.Join(fold(pred), " ")
	if g == "" || p == "" {
		return g == p
	}
	if g == p || n.only[p] == g {
		return true
	}
	for _, group := range synonyms {
		if member(group, g) && member(group, p) {
			return true
		}
	}
	if n.entities[g] && n.entities[p] {
		return false
	}
	return strings.Contains(" "+g+" ", " "+p+" ") || strings.Contains(" "+p+" ", " "+g+" ")
}

// canonical reports whether two canonical names are of one actor: the same words, synonyms, or, but for people, the one
// within the other.
func canonical(gold, pred, typ string) bool {
	g, p := strings.Join(fold(gold), " "), strings.Join(fold(pred), " ")
	if g == p {
		return true
	}
	for _, group := range synonyms {
		if member(group, g) && member(group, p) {
			return true
		}
	}
	return typ != "PERSON" && g != "" && p != "" &&
		(strings.Contains(" "+g+" ", " "+p+" ") || strings.Contains(" "+p+" ", " "+g+" "))
}

// matches compares subjects and objects: names as same does, free text by the words it shares.
func (n names) matches(gold, pred string) bool {
	if n.same(gold, pred) {
		return true
	}
	g, p := fold(gold), fold(pred)
	if len(g) == 0 {
		return len(weighty(p, false)) == 0
	}
	if n.entities[strings.Join(g, " ")] {
		return false
	}
	a, b := weighty(g, true), weighty(p, true)
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	return both > 0 && 2*both >= len(a)+len(b)-both
}

func weighty(words []string, all bool) map[string]bool {
	out := map[string]bool{}
	for _, w := range words {
		if !trivial[w] {
			out[w] = true
		}
	}
	if len(out) == 0 && all {
		for _, w := range words {
			out[w] = true
		}
	}
	return out
}

func member(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
