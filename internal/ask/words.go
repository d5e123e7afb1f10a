package ask

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is one word of a question.
type token struct {
	text   string // as it is written, without sentence marks
	low    string // lower case, without a possessive 's
	stem   string // see stemOf
	name   bool   // upper case, or inside quotation marks: a part of a name
	owner  bool   // it had a possessive 's
	comma  bool   // a comma follows
	opened int    // the number of the quotation marks that it stands in, 0 for none
}

const (
	openMarks  = `"“„«(`
	closeMarks = `"”“»)`
)

// tokenize cuts a question into words. The first word counts as a name only where it is no word of grammar.
func tokenize(question string) []token {
	var out []token
	quotes, inside := 0, false
	for _, w := range strings.Fields(question) {
		if r, _ := utf8.DecodeRuneInString(w); strings.ContainsRune(openMarks, r) && !inside {
			quotes, inside = quotes+1, true
		}
		bare := strings.TrimFunc(w, func(r rune) bool { return strings.ContainsRune(`?!,;:()[]`+openMarks+closeMarks, r) })
		if cut := strings.TrimSuffix(bare, "."); cut != bare && !strings.Contains(cut, ".") {
			bare = cut // "U.S." keeps its full stop
		}
		if strings.IndexFunc(bare, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
			t := newToken(bare)
			t.comma = strings.HasSuffix(strings.TrimRight(w, closeMarks), ",")
			if inside {
				t.name, t.opened = true, quotes
			}
			out = append(out, t)
		}
		if r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(w, "?!.,;:")); inside && strings.ContainsRune(closeMarks, r) {
			inside = false
		}
	}
	return out
}

func newToken(text string) token {
	t := token{text: text, low: strings.ToLower(text)}
	for _, s := range []string{"'s", "’s"} {
		if cut, ok := strings.CutSuffix(t.low, s); ok && cut != "" {
			t.low, t.owner = cut, true
		}
	}
	if strings.HasSuffix(t.low, "s'") || strings.HasSuffix(t.low, "s’") {
		t.low, t.owner = strings.TrimRight(t.low, "'’"), true
	}
	r, _ := utf8.DecodeRuneInString(text)
	_, joined, _ := strings.Cut(text, "-")
	second, _ := utf8.DecodeRuneInString(joined)
	t.name = unicode.IsUpper(r) || unicode.IsUpper(second) || unicode.IsDigit(r) && strings.IndexFunc(text, unicode.IsLetter) > 0 // al-Assad, 4th
	t.stem = stemOf(t.low)
	return t
}

// textOf writes words as they were asked, without the possessive of the last one.
func textOf(words []token) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.text
		if i == len(words)-1 && w.owner {
			parts[i] = strings.TrimSuffix(strings.TrimSuffix(strings.TrimRight(w.text, "'’"), "'s"), "’s")
		}
	}
	return strings.Join(parts, " ")
}

//go:embed data/irregular.txt
var irregularFile string

// irregular leads from a form of an irregular verb to its base.
var irregular = func() map[string]string {
	out := map[string]string{}
	for _, fields := range linesOf(irregularFile) {
		for _, form := range fields {
			out[form] = fields[0]
		}
	}
	return out
}()

// linesOf reads a data file: the words of each line that is no comment.
func linesOf(file string) [][]string {
	var out [][]string
	for line := range strings.Lines(file) {
		if fields := strings.Fields(line); len(fields) > 0 && fields[0] != "#" {
			out = append(out, fields)
		}
	}
	return out
}

// stemOf brings the inflections of a word together: recognize, recognised, recognizes. It is no word itself, and only compared.
func stemOf(word string) string {
	if base, ok := irregular[word]; ok {
		return base
	}
	w := word
	switch {
	case len(w) > 4 && (strings.HasSuffix(w, "ies") || strings.HasSuffix(w, "ied")):
		w = w[:len(w)-3] + "y"
	case len(w) > 5 && strings.HasSuffix(w, "ing"):
		w = w[:len(w)-3]
	case len(w) > 4 && strings.HasSuffix(w, "ed"):
		w = w[:len(w)-2]
	case len(w) > 4 && strings.HasSuffix(w, "es"):
		w = w[:len(w)-2]
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		w = w[:len(w)-1]
	}
	w = strings.TrimSuffix(w, "e")
	if n := len(w); n > 3 && w[n-1] == w[n-2] {
		w = w[:n-1]
	}
	if n := len(w); n > 5 && (strings.HasSuffix(w, "is") || strings.HasSuffix(w, "ys")) {
		w = w[:n-1] + "z"
	}
	if base, ok := irregular[w]; ok && base != w {
		return base
	}
	return w
}

// participle tells whether a passive may be made with the word.
func participle(low string) bool {
	if base, ok := irregular[low]; ok && !strings.HasSuffix(low, "ing") {
		return base != low || low == "hit" || low == "put" || low == "cut" || low == "shut"
	}
	return strings.HasSuffix(low, "ed")
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// Words of grammar.
var (
	doForms   = set("do does did")
	haveForms = set("has have had having")
	beForms   = set("am is are was were be been being")
	modals    = set("will would shall should can could may might must ought")
	adverbs   = set("ever already officially formally actually reportedly yet so far also just still openly publicly really all then now currently today " +
		"else once even allegedly repeatedly finally apparently diplomatically jointly unilaterally both exactly ago")
	negations = set("not never n't didn't hasn't haven't don't doesn't isn't wasn't aren't weren't hadn't didn’t hasn’t haven’t don’t doesn’t isn’t wasn’t " +
		"didnt hasnt havent dont doesnt isnt wasnt arent werent hadnt")
	articles    = set("the a an")
	possessives = set("its his her their our my your")
	askingNouns = set("countries country states state nations nation governments government people person leaders leader organizations organisations organization organisation " +
		"parties party groups group actors actor others ones one politicians politician ministers minister officials official presidents president companies company firms firm " +
		"men women man woman sources source side sides persons regions region places place cities city towns town territories territory figures bodies body armies army")
	thingNouns = set("things thing deeds actions action steps measures crime crimes offence offences offense offenses accusations accusation allegations charges claims claim")
	pronouns   = set("he she it they him them this that these those i we you me us who whom whose which what when why how where something anything somebody anybody someone " +
		"anyone everybody everyone nobody nothing each there here if because than though although")
	connectors = set("the of with for by against to on at in about over from that as into toward towards upon between")
	inName     = set("of the and for de del la le el al bin ibn von van der den di da dos du & y in on")
	reasons    = set("for over because after during when while amid despite due following regarding concerning about before")
	leadIns    = set("please tell me us show list name give find let know i want to wonder asks say do you can could would like and so kindly mind telling showing i'd i’d need " +
		"wondering i'm i’m am any idea hello hi hey help trying looking out")
)
