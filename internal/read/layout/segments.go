package layout

import (
	"regexp"
	"strings"
	"unicode"
)

// Kind tells what a part of an article is.
type Kind int

// The kinds.
const (
	Body     Kind = iota // running text
	Headline             // titles and subheads: no full stop at the end
	Byline               // "By Jane Doe"
	Dateline             // "KYIV, Ukraine (AP) —"
	Credit               // "Contributing: …", "This article originally appeared on …"
	Meta                 // "date 2022-08-17", "10:45 a.m. —", "Updated at 2:15 p.m. EDT"
	Label                // "SMITH:" before a turn of a transcript
	Table                // a cell of a table
)

// Segment is one part of an article, from Start up to End in code points, without blanks around it.
type Segment struct {
	Start, End int
	Kind       Kind
	Paragraph  int // segments of one paragraph share its number
	Bullet     bool
}

var meta = regexp.MustCompile(`^(?i)((date|published|updated|posted)( on)?:?\s+)(\d{4}-\d{2}-\d{2})(T\S*)?[\s,|]*`)

// maxTitle is the length in words up to which a line without a full stop is taken for a title.
const maxTitle = 28

// Segments cuts normalized text. Lines are paragraphs, except that a line broken in mid-sentence goes on in the next;
// the line break inside such a paragraph is replaced by a blank in place, and so is what the page puts before it.
func Segments(text []rune, original []rune) []Segment {
	var out []Segment
	paragraph := 0
	blankOpeners(text)
	lines := paragraphs(text)
	f := newFronts(text, lines)
	for _, p := range lines {
		start, end := trim(text, p[0], p[1])
		if start == end {
			continue
		}
		bullet := p[0] < len(original) && hasBullet(original, p[0], start)
		parts := f.split(original, start, end)
		for i := range parts {
			parts[i].Paragraph, parts[i].Bullet = paragraph, bullet
		}
		out = append(out, parts...)
		paragraph++
	}
	return out
}

// longestPrompt is the length in code points up to which a line may be a prompt to readers.
const longestPrompt = 900

func kindOf(text []rune, start, end int) Kind {
	line := string(text[start:end])
	if end-start > 400 && !(end-start < longestPrompt && isFurniture(line)) {
		return Body
	}
	switch {
	case isCredit(line), isFurniture(line):
		return Credit
	case isByline(line):
		return Byline
	case isStamp(line):
		return Meta
	case len(strings.Fields(line)) <= maxTitle && !endsSentence(line) && !strings.HasPrefix(line, `"`):
		return Headline
	}
	return Body
}

func endsSentence(line string) bool {
	line = strings.TrimRight(line, `"')] `)
	return line == "" || strings.ContainsRune(".!?;", rune(line[len(line)-1]))
}

// paragraphs gives the lines of the text, with lines that only wrap joined (their line break becomes a blank in text).
func paragraphs(text []rune) [][2]int {
	var out [][2]int
	start, line := 0, 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != '\n' {
			continue
		}
		if i < len(text) && wraps(text, line, i) {
			text[i] = ' '
			line = i + 1
			continue
		}
		out = append(out, [2]int{start, i})
		start, line = i+1, i+1
	}
	return out
}

// wraps reports whether the line break at end only wraps the line that began at start: the line is long, ends within a
// sentence, and the next line goes on.
func wraps(text []rune, start, end int) bool {
	last := end - 1
	for last >= start && text[last] == ' ' {
		last--
	}
	next := end + 1
	for next < len(text) && text[next] == ' ' {
		next++
	}
	if last < start || next >= len(text) || text[next] == '\n' || next-end > 3 {
		return false
	}
	length := last - start + 1
	if length < 45 || length > 130 {
		return false
	}
	if unicode.IsLower(text[next]) {
		return true
	}
	ends := strings.ContainsRune(`.!?:"')`, text[last])
	return !ends && length >= 60 && (unicode.IsLetter(text[next]) || unicode.IsDigit(text[next])) && nextIsLong(text, next)
}

func nextIsLong(text []rune, from int) bool {
	end := from
	for end < len(text) && text[end] != '\n' && end-from < 200 {
		end++
	}
	return end-from >= 15 && end-from <= 130
}

func hasBullet(original []rune, from, to int) bool {
	for _, r := range original[from:min(to, len(original))] {
		if strings.ContainsRune(bullets, r) {
			return true
		}
	}
	return false
}

func trim(text []rune, start, end int) (int, int) {
	for start < end && unicode.IsSpace(text[start]) {
		start++
	}
	return start, trimEnd(text, start, end)
}

func trimEnd(text []rune, start, end int) int {
	for end > start && unicode.IsSpace(text[end-1]) {
		end--
	}
	return end
}

// Paragraphs gives where each paragraph of a text begins and ends, in code points.
func Paragraphs(segments []Segment) [][2]int {
	var out [][2]int
	for i, s := range segments {
		if i > 0 && segments[i-1].Paragraph == s.Paragraph {
			out[len(out)-1][1] = s.End
		} else {
			out = append(out, [2]int{s.Start, s.End})
		}
	}
	return out
}

// DateIn gives the date that a Meta segment states, "" when it states none.
func DateIn(text []rune, s Segment) string {
	if s.Kind != Meta {
		return ""
	}
	if m := meta.FindStringSubmatch(string(text[s.Start:s.End])); m != nil {
		return m[4]
	}
	return ""
}
