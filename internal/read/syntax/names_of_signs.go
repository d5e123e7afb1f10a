package syntax

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	twoSyllables = regexp.MustCompile(`(?i)^` + syllable + `{2}$`)
	// A pronoun written as a name is, before a given name: "He Jianguo", "You Minseo".
	pronounFirst = regexp.MustCompile(`(?:^|[^\p{L}])(He|She|You|We) (\p{Lu}\p{Ll}+)`)
	// The same behind a given name or a title: "Meilin He", "Professor He".
	pronounLast = regexp.MustCompile(`(?:^|[^\p{L}.'-])(\p{Lu}\p{Ll}+\.?) (He|She|You|We)(?:'s)?(?:[ ,.]|$)`)
	// A single letter or a figure that a hyphen joins to a name: "V-Tel", "9-Mile Energy".
	letterFirst = regexp.MustCompile(`(?:^|[^\p{L}\d-])(\p{Lu}-\p{Lu}\p{Ll}{2,}|\d{1,2}-\p{Lu}\p{Ll}+ \p{Lu})`)
	// A name in 's that no owner is, by what stands behind it: "Brackwell's said", "Brackwell's, the seed merchant,".
	shownFirm = regexp.MustCompile(`(\p{L}+ )?(\p{Lu}\p{Ll}+'s)(?:(?: also)? (\p{Ll}+)|, (?:the|an?) [\p{Ll} -]+,)`)
)

// standsFor gives the ranks that the parser knows by the length of those that it would cut at their full stop.
var standsFor = map[int]string{2: "Dr", 3: "Gen", 4: "Prof"}

// ranks writes short ranks as such that the parser does not cut at their full stop: "Lt. Cmdr. Jane Roe".
func (l plainLine) ranks() {
	for i, r := range l.line {
		if r != '.' || i+2 >= len(l.line) || l.line[i+1] != ' ' || !unicode.IsUpper(l.line[i+2]) {
			continue
		}
		first := i
		for first > 0 && unicode.IsLetter(l.line[first-1]) {
			first--
		}
		word := string(l.line[first:i])
		if plain := standsFor[i-first]; plain != "" && (shortRanks[word] || beforeRanks[word] && l.rankAt(i+2)) {
			copy(l.line[first:], []rune(plain))
		}
	}
}

// rankAt reports whether a short rank with its full stop begins at letter i.
func (l plainLine) rankAt(i int) bool {
	end := i
	for end < len(l.line) && unicode.IsLetter(l.line[end]) {
		end++
	}
	return end < len(l.line) && l.line[end] == '.' && shortRanks[string(l.line[i:end])]
}

// signNames writes names that begin with a letter or a figure and a hyphen as one word: "V-Tel", "9-Mile Energy".
func (l plainLine) signNames() {
	if !strings.Contains(l.s, "-") {
		return
	}
	for _, m := range letterFirst.FindAllStringSubmatchIndex(l.s, -1) {
		first := l.at[m[2]]
		if unicode.IsDigit(l.line[first]) {
			l.line[first] = 'N'
		}
		for i := first + 1; unicode.IsLetter(l.line[i]) || unicode.IsDigit(l.line[i]) || l.line[i] == '-'; i++ {
			if !unicode.IsLetter(l.line[i]) {
				l.line[i] = 'a'
			}
			l.line[i] = unicode.ToLower(l.line[i])
		}
	}
}

// pronounSurnames are surnames that the parser takes for no pronouns, for such as it does.
var pronounSurnames = map[string]string{"He": "Li", "She": "Kim", "You": "Kim", "We": "Wu"}

// pronounNames writes another surname for one that is spelled as a pronoun: "He Jianguo", "Professor She".
func (l plainLine) pronounNames() {
	for _, m := range pronounFirst.FindAllStringSubmatchIndex(l.s, -1) {
		given := l.s[m[4]:m[5]]
		if len(given) > 3 && (pinyin.MatchString(given) || twoSyllables.MatchString(given)) {
			l.surname(m[2], m[3])
		}
	}
	for _, m := range pronounLast.FindAllStringSubmatchIndex(l.s, -1) {
		before, dotted := strings.CutSuffix(l.s[m[2]:m[3]], ".")
		if !dotted || shortRanks[before] || shortTitles[strings.ToLower(before)+"."] {
			l.surname(m[4], m[5])
		}
	}
}

// surname writes another surname for the pronoun between two bytes of the line.
func (l plainLine) surname(first, end int) {
	copy(l.line[l.at[first]:], []rune(pronounSurnames[l.s[first:end]]))
}

// shownFirms finds the names in 's that are those of firms, by what stands behind them somewhere in the text:
// "Brackwell's said", "Brackwell's, the seed merchant,".
func shownFirms(text string) map[string]bool {
	out := map[string]bool{}
	if !strings.Contains(text, "'s") {
		return out
	}
	for _, m := range shownFirm.FindAllStringSubmatch(text, -1) {
		if m[3] != "" && !firmsDo[m[3]] || ownerBefore[strings.TrimSpace(m[1])] || m[3] == "" && m[1] == "" {
			continue
		}
		if before := strings.TrimSpace(m[1]); before == "" || !unicode.IsUpper([]rune(before)[0]) {
			out[m[2]] = true
		}
	}
	return out
}
