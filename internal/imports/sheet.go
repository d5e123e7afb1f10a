package imports

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/internal/kg"
)

// sheet is a text that is put together from the pieces of a record, and the reading that refers to them.
type sheet struct {
	text    strings.Builder
	length  int // in code points
	reading kg.Reading
}

// line adds a piece on a line of its own and says where it stands.
func (s *sheet) line(words string) kg.Span {
	if s.length > 0 {
		s.text.WriteByte('\n')
		s.length++
	}
	start := s.length
	s.text.WriteString(words)
	s.length += utf8.RuneCountInString(words)
	return kg.Span{start, s.length}
}

// mention notes where words stand inside a span of the text, as a name of somebody; ok is false where they do not stand
// there.
func (s *sheet) mention(f Reader, within kg.Span, words, kind string) (ok bool) {
	at, ok := find(s.text.String(), within, words)
	if !ok {
		return false
	}
	s.named(f, at, words, kind)
	return true
}

// named notes that the words of a span name somebody; kind may be "".
func (s *sheet) named(f Reader, at kg.Span, name, kind string) {
	if kind == "" {
		kind = f.kind(name)
	}
	m := kg.ReadMention{Span: at, Type: kind, Entity: name}
	if !slices.Contains(s.reading.Mentions, m) {
		s.reading.Mentions = append(s.reading.Mentions, m)
	}
}

// find says where words stand inside a span of a text, in code points, as words of their own.
func find(text string, within kg.Span, words string) (kg.Span, bool) {
	if words == "" {
		return kg.Span{}, false
	}
	part, ok := kg.NewRunes(text).Slice(within[0], within[1])
	if !ok {
		return kg.Span{}, false
	}
	for from := 0; ; {
		i := strings.Index(part[from:], words)
		if i < 0 {
			return kg.Span{}, false
		}
		begin, end := from+i, from+i+len(words)
		before, _ := utf8.DecodeLastRuneInString(part[:begin])
		after, _ := utf8.DecodeRuneInString(part[end:])
		if !letter(before) && !letter(after) {
			start := within[0] + utf8.RuneCountInString(part[:begin])
			return kg.Span{start, start + utf8.RuneCountInString(words)}, true
		}
		from = end
	}
}

func letter(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

//go:embed data/bodies.txt
var bodyWords string

// bodies are words that tell the name of a body from that of a person.
var bodies = wordsOf(bodyWords)

// kind is the type of somebody of whom a form tells the name only: what is known of the name, else a person where it
// looks like one's.
func (f Reader) kind(name string) string {
	if e, ok := f.Known.Lookup(name, ""); ok {
		return strings.ToUpper(string(e.Type))
	}
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 4 || strings.ContainsAny(name, "()/&0123456789") {
		return "ORGANIZATION"
	}
	for _, w := range words {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) || bodies[strings.ToLower(strings.Trim(w, ".,"))] {
			return "ORGANIZATION"
		}
	}
	return "PERSON"
}

// proper reports whether words are a name and no description: "the minister", "he".
func proper(words string) bool {
	fields := strings.Fields(words)
	if kg.FoldName(words) == "" {
		return false
	}
	for _, w := range []string{fields[0], fields[len(fields)-1]} {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && unicode.IsLetter(r) && strings.ToLower(w) != w ||
			unicode.IsLower(r) {
			return false
		}
	}
	return !pronouns[strings.ToLower(words)]
}

//go:embed data/pronouns.txt
var pronounWords string

var pronouns = wordsOf(pronounWords)

// wordsOf reads a file of words, parted by blanks and line ends, without lines that begin with #.
func wordsOf(data string) map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(data) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(line) {
			out[w] = true
		}
	}
	return out
}
