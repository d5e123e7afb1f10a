package layout

import (
	"regexp"
	"strings"
	"unicode"
)

// farthestLink is how many code points before its end the links behind a name begin.
const farthestLink = 1200

// farthestName is how many code points before the links the name stands that they belong to.
const farthestName = 60

// linkEnd ends the links that a page puts behind a name.
const linkEnd = " MORE"

// openers are what the page puts before a paragraph without a break.
var openers = lists.Of("openers")

// captionEnd is what a gallery of pictures puts between two captions.
var captionEnd = regexp.MustCompile(`Hide Caption \d+ of \d+( Photos:)*`)

// partCaptions makes paragraphs of the captions of a gallery, in place.
func partCaptions(line []rune) {
	text := string(line)
	for _, at := range captionEnd.FindAllStringIndex(text, -1) {
		first := len([]rune(text[:at[0]]))
		part := line[first : first+len([]rune(text[at[0]:at[1]]))]
		blank(part)
		part[0] = '\n'
	}
}

// blankLinks blanks out, in place, the links that a page puts behind a name, with the name told again in full and grown
// into the first of them ("Jane Roe Jane Maria RoeTalks fail in Lima Roe to resign MORE (R-Ohio) said"), and the
// prompts that it puts before a paragraph.
func blankLinks(text []rune) {
	line := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != '\n' {
			continue
		}
		blankOpener(text[line:i])
		partCaptions(text[line:i])
		if strings.Contains(string(text[line:i]), linkEnd) {
			blankIn(text[line:i])
		}
		line = i + 1
	}
}

// blankOpener blanks out what the page puts before a line: a line that goes on with a capital, and one word only in
// capitals, for "Close friends" are none of the page's.
func blankOpener(line []rune) {
	const longest = 40
	head := string(line[:min(len(line), longest)])
	for o := range openers {
		if len(head) < len(o)+2 || !strings.EqualFold(head[:len(o)], o) || head[len(o)] != ' ' {
			continue
		}
		written := head[:len(o)]
		loud := written == strings.ToUpper(written) || strings.Contains(o, " ")
		if loud && unicode.IsUpper([]rune(head[len(o)+1:])[0]) {
			blank(line[:len([]rune(o))])
		}
	}
}

// blankIn blanks out the links of one line.
func blankIn(line []rune) {
	end := []rune(linkEnd)
	for i := 0; i+len(end) <= len(line); i++ {
		after := i + len(end)
		if string(line[i:after]) != linkEnd || after < len(line) && unicode.IsLetter(line[after]) {
			continue
		}
		if start := linksBefore(line, i); start >= 0 {
			blank(line[start:after])
		}
	}
}

// linksBefore finds where the links begin that end at a place: behind the name whose last word is told again, grown
// into the title of a link; -1 where there are none.
func linksBefore(line []rune, end int) int {
	start := -1
	for i := end - 1; i > 2 && i > end-farthestLink; i-- {
		if !unicode.IsUpper(line[i]) || !unicode.IsLower(line[i-1]) {
			continue
		}
		first := i
		for first > 0 && unicode.IsLetter(line[first-1]) {
			first--
		}
		if name := nameBefore(line, first, i); name >= 0 {
			start = name
		} else if start >= 0 {
			break
		}
		if start >= 0 && strings.Contains(string(line[start:i]), linkEnd) {
			break
		}
	}
	return start
}

// nameBefore finds the end of a name shortly before first whose last word is that from first up to end; -1 for none.
func nameBefore(line []rune, first, end int) int {
	word := string(line[first:end])
	if end-first < 3 {
		return -1
	}
	for i := first - 1; i >= 0 && i > first-farthestName; i-- {
		next := i + (end - first)
		whole := next <= first && (i == 0 || line[i-1] == ' ') && (next == len(line) || !unicode.IsLetter(line[next]))
		if whole && string(line[i:next]) == word {
			return next
		}
	}
	return -1
}

func blank(part []rune) {
	for i := range part {
		part[i] = ' '
	}
}
