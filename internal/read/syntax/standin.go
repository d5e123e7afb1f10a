package syntax

import (
	"regexp"
	"strings"
	"unicode"

	"sayso/internal/nlp"
)

// syllable is one of a Korean or Chinese name as it is written in Latin letters.
const syllable = `(?:[b-df-hj-np-tv-z]{0,3}[aeiouyw]{1,4}(?:ng|n|k|l|m|p|t|h|r)?)`

var (
	hyphenName  = regexp.MustCompile(`(\p{Lu}\p{Ll}+)( )(\p{Lu}\p{Ll}{0,6})(-)(\p{Ll}{2,7})`)
	hyphenGiven = regexp.MustCompile(`(\p{Lu}\p{Ll}{0,6})(-)(\p{Ll}{2,7}) (\p{Lu}\p{Ll}+)`)
	hyphenLinks = regexp.MustCompile(`\p{Lu}\p{Ll}+(?:-(?:ud|ul|ur|us|uz|al|el|ad|e|i))+-\p{L}\p{Ll}+`)
	syllables   = regexp.MustCompile(`(?i)^` + syllable + `$`)
	pinyin      = regexp.MustCompile(
		`(?i)^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|ia|ie|in|iu|ou|ua|ui|un|uo|ue|a|e|i|o|u)){1,2}$`,
	)
	initials   = regexp.MustCompile(`(?:\p{Lu}\. ){2,4}\p{Lu}\p{Ll}{2,}`)
	letters    = regexp.MustCompile(`\p{Lu}(?:-\p{Lu})+ \p{Lu}\p{Ll}`)
	smallFirst = regexp.MustCompile(`(?:^|[^\p{L}\d-])(\p{Ll}{1,3})\p{Lu}\p{L}+`)
	ownName    = regexp.MustCompile(`(\p{L}+ )?(\p{Lu}[\p{L}]*)'s( [\p{L}]+|[,.;!?"]|$)?`)
)

// StandIns gives the text in which names that the model would cut are written as one plain word of the same length,
// so that the parser takes each for a name: "Min-jun", "V. K. Lanzer", "McDonald's", "He Jianguo". No code point
// moves. Firm tells which names with 's are those of firms. Restore gives the tokens their own words again.
func StandIns(text []rune, firm func(string) bool) []rune {
	out := append([]rune(nil), text...)
	small, shown := smallNames(string(text)), shownFirms(string(text))
	known := func(name string) bool { return shown[name] || firm(name) }
	line := 0
	for i := 0; i <= len(text); i++ {
		if i == len(text) || text[i] == '\n' {
			standIn(out[line:i], known, small)
			line = i + 1
		}
	}
	return out
}

// standIn writes the stand-ins of one line in place.
func standIn(line []rune, firm func(string) bool, small map[string]bool) {
	l := bytesOf(line)
	l.smallNames(small)
	if strings.Contains(l.s, "-") {
		l.hyphenNames()
		l.hyphenFirst()
	}
	l.lettersIn()
	l.firmNames(firm)
	l.ranks()
	if !titleCase(l.s) {
		l.signNames()
		l.pronounNames()
	}
}

// plainLine is a line on which stand-ins are written while its own words are searched.
type plainLine struct {
	s    string // the line as it was given
	line []rune // what is written on
	at   []int  // per byte of s where a letter begins, the code point
}

func bytesOf(line []rune) plainLine {
	l := plainLine{s: string(line), line: line}
	l.at = make([]int, len(l.s)+1)
	n := 0
	for b := range l.s {
		l.at[b] = n
		n++
	}
	l.at[len(l.s)] = n
	return l
}

func (l plainLine) hyphenNames() {
	s, line := l.s, l.line
	for from := 0; from < len(s); {
		m := hyphenName.FindStringSubmatchIndex(s[from:])
		if m == nil {
			return
		}
		before, first, second := s[from+m[2]:from+m[3]], s[from+m[6]:from+m[7]], s[from+m[10]:from+m[11]]
		known := family[before]
		if syllables.MatchString(first) && syllables.MatchString(second) &&
			(known && !afterFamily[second] || !afterHyphen[second]) {
			line[l.at[from+m[8]]] = 'a'
		}
		from += m[3] + 1 // the given name may be the family name of the next
	}
}

// hyphenFirst writes given names with a hyphen before a family name as words, and such as small words join: "Seo-yeon
// Ahn", "Nur-ud-din Roe".
func (l plainLine) hyphenFirst() {
	s, line := l.s, l.line
	for _, m := range hyphenGiven.FindAllStringSubmatchIndex(s, -1) {
		first, second := s[m[2]:m[3]], s[m[6]:m[7]]
		if family[s[m[8]:m[9]]] && syllables.MatchString(first) && syllables.MatchString(second) && !afterHyphen[second] {
			line[l.at[m[4]]] = 'a'
		}
	}
	for _, m := range hyphenLinks.FindAllStringIndex(s, -1) {
		for i := l.at[m[0]] + 1; i < l.at[m[1]]; i++ {
			if line[i] == '-' {
				line[i] = 'a'
			}
			line[i] = unicode.ToLower(line[i])
		}
	}
}

// lettersIn writes initials, names of single letters and such as begin with a small one as words: "V. K. Lanzer",
// "A-B-C Company", "eBay".
func (l plainLine) lettersIn() {
	s, line := l.s, l.line
	for _, m := range initials.FindAllStringIndex(s, -1) {
		if text := s[m[0]:m[1]]; strings.HasPrefix(text, "U. S.") || strings.HasPrefix(text, "U. N.") ||
			strings.HasPrefix(text, "U. K.") {
			continue
		}
		for i := l.at[m[0]]; i < l.at[m[1]]; i++ {
			if line[i] == '.' {
				line[i] = 'a'
			}
		}
	}
	for _, m := range smallFirst.FindAllStringSubmatchIndex(s, -1) {
		i, capital := l.at[m[2]], l.at[m[3]]
		line[i], line[capital] = unicode.ToUpper(line[i]), unicode.ToLower(line[capital])
	}
	for _, m := range letters.FindAllStringIndex(s, -1) {
		for i := l.at[m[0]] + 1; line[i] != ' '; i++ {
			if line[i] == '-' {
				line[i] = 'a'
			} else {
				line[i] = unicode.ToLower(line[i])
			}
		}
	}
}

// firmNames writes the names of known firms that end in 's as words; where others bear the surname too, only before
// what no owner stands before.
func (l plainLine) firmNames(firm func(string) bool) {
	s, line := l.s, l.line
	for _, m := range ownName.FindAllStringSubmatchIndex(s, -1) {
		name, next := s[m[4]:m[5]]+"'s", ""
		if m[6] >= 0 {
			next = strings.TrimSpace(s[m[6]:m[7]])
		}
		ends := next == "" || !unicode.IsLetter([]rune(next)[0]) || predicates[next]
		after := m[2] >= 0 && unicode.IsUpper([]rune(s[m[2]:m[3]])[0]) && m[2] > 0
		if !firm(name) || surnameFirms[name] && (!ends || after) {
			continue
		}
		i := l.at[m[5]]
		line[i] = 'e'
	}
}

// titleCase reports whether nearly all words of a line begin with a capital.
func titleCase(s string) bool {
	small, large := 0, 0
	for _, w := range strings.Fields(s) {
		if r := []rune(w)[0]; unicode.IsUpper(r) {
			large++
		} else if unicode.IsLower(r) {
			small++
		}
	}
	return large > 2*small
}

// Restore gives tokens their own words in place of the stand-ins.
func Restore(tokens []nlp.Token, text, plain []rune) {
	for i := range tokens {
		t := &tokens[i]
		if own := string(text[t.Start:t.End]); own != string(plain[t.Start:t.End]) {
			t.Text, t.Lemma = own, own
		}
	}
}
