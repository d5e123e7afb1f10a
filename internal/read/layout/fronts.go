package layout

import (
	"regexp"
	"strings"
	"unicode"
)

// fronts cuts what stands before the words of a line (dates, datelines, times, labels of speakers) and what stands
// after them (whose picture it is). What a front is depends on the other lines: one "14.20" is a price, two are the
// times of a live blog.
type fronts struct {
	text   []rune
	labels map[string]int // how many lines begin with the label
	turns  int            // lines that begin with the label of a speaker
	timed  int            // lines that begin with a time
	asked  bool           // both "Q:" and "A:" begin lines
	listed int            // lines that begin with a number of a list
	bare   map[int]bool   // starts of lines "Q Why?" and of lines "A Who knows." after them
}

var (
	timeFront = regexp.MustCompile(`^\d{1,2}[:.h]\d{2}( ?[ap]\.?m\.?)?( ?(GMT|UTC|BST|ET|EDT|EST|CT|CDT|CST|MT|MDT|MST|PT|PDT|PST|CET|CEST|EET|MSK|IST|AEST|AEDT|Z))?\b\.?( ?(:|\||—|–|--|-) ?| )`)
	timeMark  = regexp.MustCompile(`(:|\||—|–|--|-) ?$`)
	label     = regexp.MustCompile(`^(\p{Lu}[\p{L}'.-]*( \(?\p{Lu}[\p{L}'.-]*\)?){0,4}(, \(?[\p{Lu}][\p{L}'. -]{1,30}\)?)?)( \([^)\d]{2,40}\))?: +\S`)
	numbered  = regexp.MustCompile(`^(\(\d{1,2}\)|\d{1,2}[.)]) +\p{L}|^(\(\d{1,2}\)|\d{1,2}[.)]) +["“]`)
	bareTurn  = regexp.MustCompile(`^([QA]) +\p{Lu}`)
	question  = regexp.MustCompile(`^([QA])(:|\.|\)| [—–-]) +\S`)
)

// signature is a dash and a name right behind a quotation, which tokens would run together: `“…”—Mayor Ann Lee`.
var signature = regexp.MustCompile(`["'] ?(--?|[—–])\p{Lu}[^.!?"]{1,60}$`)

// longestLabel is how many code points a speaker's label may have.
const longestLabel = 48

func newFronts(text []rune, lines [][2]int) *fronts {
	f := &fronts{text: text, labels: map[string]int{}, bare: map[int]bool{}}
	asked, open := map[string]bool{}, false
	for _, p := range lines {
		start, end := trim(text, p[0], p[1])
		line := string(text[start:min(end, start+120)])
		if start == end {
			continue
		}
		if m := timeFront.FindString(line); m != "" && len(m) < len(line) {
			f.timed++
		}
		if numbered.MatchString(line) {
			f.listed++
		}
		m := bareTurn.FindStringSubmatch(line)
		if f.bare[start] = m != nil && (m[1] == "Q" || open); f.bare[start] {
			open = m[1] == "Q"
			continue
		}
		open = false
		if m := question.FindStringSubmatch(line); m != nil {
			asked[m[1]] = true
		} else if name := f.labelOf(line); name != "" {
			f.labels[name]++
			f.turns++
		}
	}
	f.asked = asked["Q"] && asked["A"]
	return f
}

// labelOf gives the label that a line begins with, "" for none.
func (f *fronts) labelOf(line string) string {
	m := label.FindStringSubmatch(line)
	if m == nil || len([]rune(m[1])) > longestLabel || labelled.MatchString(line) {
		return ""
	}
	return m[1]
}

// turn gives the length in code points of the speaker's label that a line begins with, colon included; 0 for none.
// Labels are written in capitals, or come back: a transcript has many turns of few speakers.
func (f *fronts) turn(line string) int {
	if m := question.FindStringSubmatchIndex(line); m != nil {
		if f.asked {
			return len([]rune(line[:m[5]]))
		}
		return 0
	}
	name := f.labelOf(line)
	if name == "" || name != strings.ToUpper(name) && f.labels[name] < 2 && (f.turns < 4 || len(f.labels) == f.turns) {
		return 0
	}
	return len([]rune(line[:strings.Index(line, ":")+1]))
}

// split takes datelines, dates, times and labels off the front of a paragraph and a picture's credit off its end, and
// names the rest.
func (f *fronts) split(original []rune, start, end int) []Segment {
	if cells := f.cells(original, start, end); cells != nil {
		return cells
	}
	out, start := f.front(start, end)
	if start >= end {
		return out
	}
	last := f.beforePhoto(start, end)
	if at := signature.FindStringSubmatchIndex(string(f.text[start:last])); at != nil && last-start <= longestCredited {
		dash := start + len([]rune(string(f.text[start:last])[:at[2]]))
		out = append(out, Segment{Start: start, End: trimEnd(f.text, start, dash), Kind: Body})
		start = dash
	}
	k := kindOf(f.text, start, last)
	if len(out) > 0 && out[len(out)-1].Kind == Label && (k == Headline || k == Byline || k == Credit) {
		k = Body
	}
	if k == Body {
		for _, at := range sentenceStarts(f.text, start, last) {
			if at > start && at < last {
				out = append(out, Segment{Start: start, End: trimEnd(f.text, start, at), Kind: k})
				start = at
			}
		}
	}
	out = append(out, Segment{Start: start, End: last, Kind: k})
	if last < end {
		last, _ = trim(f.text, last, end)
		out = append(out, Segment{Start: last, End: end, Kind: Credit})
	}
	return out
}

// longestCredited is how many code points a paragraph may have that a picture's credit or a signature ends.
const longestCredited = 1200

// beforePhoto is where a paragraph ends without its picture's credit.
func (f *fronts) beforePhoto(start, end int) int {
	if end-start > longestCredited {
		return end
	}
	text := string(f.text[start:end])
	if at := photo.FindStringIndex(text); at != nil && at[0] > 0 {
		return trimEnd(f.text, start, start+len([]rune(text[:at[0]])))
	}
	return end
}

// front gives the segments that a paragraph begins with before its words, and where these start.
func (f *fronts) front(start, end int) (out []Segment, words int) {
	cut := func(n int, k Kind) {
		out = append(out, Segment{Start: start, End: trimEnd(f.text, start, start+n), Kind: k})
		start, _ = trim(f.text, start+n, end)
	}
	line := func() string { return string(f.text[start:min(end, start+240)]) }
	if f.bare[start] {
		cut(1, Label)
		return append(out, Segment{Start: start, End: end, Kind: Body}), end
	}
	if m := numbered.FindString(line()); m != "" && f.listed > 1 {
		cut(strings.IndexAny(m, " "), Meta)
	}
	if m := meta.FindString(line()); m != "" {
		cut(len([]rune(m)), Meta)
	}
	if m := f.time(line()); m > 0 && start+m < end {
		cut(m, Meta)
	}
	if n := datelineOf(line()); n > 0 {
		cut(n, Dateline)
	} else if n := f.turn(line()); n > 0 && start+n < end {
		cut(n, Label)
	}
	return out, start
}

// time gives the length of the time that a line begins with, 0 for none. Without a mark behind it, it has to be one of
// several.
func (f *fronts) time(line string) int {
	m := timeFront.FindString(line)
	if m == "" || len(m) == len(line) || f.timed < 2 && !timeMark.MatchString(m) {
		return 0
	}
	return len([]rune(m))
}

// cells cuts a row of a table, whose cells tabs or upright strokes part; nil for what is no row.
func (f *fronts) cells(original []rune, start, end int) []Segment {
	if end-start > 600 || end > len(original) {
		return nil
	}
	var out []Segment
	from, seps := start, 0
	add := func(to int) {
		if a, b := trim(f.text, from, to); b > a {
			out = append(out, Segment{Start: a, End: b, Kind: Table})
		}
	}
	for i := start; i < end; i++ {
		if original[i] != '\t' && original[i] != '|' {
			continue
		}
		if original[i] == '|' || i+1 < end && !unicode.IsSpace(original[i+1]) {
			seps++
		}
		add(i)
		from = i + 1
	}
	add(end)
	if seps < 2 || len(out) < 2 && seps < 3 {
		return nil
	}
	for _, c := range out {
		if c.End-c.Start > 120 {
			return nil
		}
	}
	return out
}
