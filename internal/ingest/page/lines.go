package page

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shortLine is how many characters a line may have to be foreign because of some words in it.
const shortLine = 240

// firstLines is how many lines at the beginning may be the title once more.
const firstLines = 4

// ownLines keeps the lines that are the article's: not the titles once more, not the prompts.
func ownLines(lines, titles []string) []string {
	var out []string
	for i, line := range lines {
		if i < firstLines && slices.ContainsFunc(titles, func(t string) bool {
			return squash(t) == squash(line)
		}) || isForeignLine(line) {
			continue
		}
		out = append(out, line)
	}
	return out
}

func isForeignLine(line string) bool {
	low := strings.ToLower(strings.NewReplacer("’", "'", "‘", "'").Replace(line))
	plain := strings.TrimRight(strings.TrimSpace(low), ".:!>» ")
	switch {
	case oneOf(plain, phrases[wholeLine]), oneOf(low, phrases[wholeLine]):
		return true
	case beginsWith(low, phrases[opening]), bareAddress.MatchString(low):
		return true
	case utf8.RuneCountInString(line) <= longestHeading && beginsWith(low, phrases[heading]) && !isSentence(line):
		return true
	}
	if utf8.RuneCountInString(line) > shortLine {
		return false
	}
	for _, phrase := range phrases[inside] {
		if strings.Contains(low, phrase) {
			return true
		}
	}
	return onlyDate(line) || countLine.MatchString(low)
}

// bareAddress is a line that is only an address of a page or of mail.
var bareAddress = regexp.MustCompile(`^(?:(?:https?://|www\.)\S+|\S+@\S+\.\S+)$`)

// countLine is a count of comments or shares, a place in a gallery, or a time that reading takes.
var countLine = regexp.MustCompile(`^(?:\d[\d,.]* (?:comments?|shares?|views?|likes?)|\d+ ?(?:/|of) ?\d+|\d+ min(?:ute)?s? (?:read|ago)|\d+ hours? ago)$`)

// onlyDate reports whether a line is nothing but when the article was published.
func onlyDate(line string) bool {
	return utf8.RuneCountInString(line) <= longestDate && dateLine.MatchString(strings.TrimSpace(line))
}

var dateLine = regexp.MustCompile(`(?i)^(?:(?:first |originally |last )?(?:published|posted|updated|created|modified)(?: on| at)?:? *)?(?:\w{3,9}\.?,? )?(?:\w{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? \w{3,9}\.?,? \d{4})(?:[,|]? *(?:at )?\d{1,2}[:.]\d{2}.{0,12})?$`)

// beginsWith reports whether a line begins with one of some phrases, at a word's end.
func beginsWith(line string, list []string) bool {
	line = strings.TrimLeft(line, "•*-–—►▶»>[( ")
	for _, phrase := range list {
		if rest, ok := strings.CutPrefix(line, phrase); ok {
			if r, _ := utf8.DecodeRuneInString(rest); rest == "" || !unicode.IsLetter(r) {
				return true
			}
		}
	}
	return false
}

// cutCredits parts the lines that say who reported, wrote and edited from the text's own.
func cutCredits(lines []string) (own, credits []string) {
	for _, line := range lines {
		if isCredit(line) {
			credits = append(credits, line)
		} else {
			own = append(own, line)
		}
	}
	return own, credits
}

func isCredit(line string) bool {
	low := strings.ToLower(strings.Trim(line, "() "))
	n := utf8.RuneCountInString(line)
	if n <= longestDate && beginsWith(low, phrases[sourceLine]) && !strings.HasSuffix(low, ".") {
		return true
	}
	if n > 2*shortLine {
		return false
	}
	if beginsWith(low, phrases[creditOpening]) {
		return true
	}
	for _, phrase := range phrases[creditEnd] {
		if strings.Contains(low, phrase) && sentenceEnds.FindAllStringIndex(low, 2) == nil {
			return true
		}
	}
	return false
}

// sentenceEnds are full stops inside a line, behind words of more than a letter.
var sentenceEnds = regexp.MustCompile(`\pL{4,}\. `)
