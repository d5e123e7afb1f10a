package kg

import (
	"strings"
	"unicode/utf8"
)

// Article is one retrieved text. Text is kept whole and never changed.
type Article struct {
	ID          string // ArticleID(Text)
	URL         string
	Title       string
	Language    string   // BCP 47; "en", "und" where it is not known which
	Publisher   string   // the outlet's name; its entity is Record.Publisher
	Authors     []string // who wrote it, as the article or its page says; they are no actors of it
	PublishedAt Date
	RetrievedAt Date
	Text        string
	OriginID    string // copies of each other share it: the id of one of them; set by the store
	Wire        string // the agency that the text credits: Reuters; "" for none
	Reader      string // who read it last, with the version; "" while unread. Set by the pipeline
	Unread      string // why it was stored without being read, for a reader to come; "" for an article that was read
}

// Passage is a stretch of an article's text.
type Passage struct {
	Start, End int
	Text       string
}

// contextLength is how many code points of context a quote keeps on either side, enough to find it again in a changed
// text.
const contextLength = 32

// Quote anchors a statement in its article, as a W3C text-quote selector (exact, prefix, suffix) and a text-position
// selector (start, end) in one. https://www.w3.org/TR/annotation-model/#selectors
type Quote struct {
	Exact, Prefix, Suffix string
	Start, End            int
}

// Runes is a text by code points, so that many passages of it can be taken without counting anew.
type Runes struct {
	text    string
	offsets []int // byte offset of every code point, and the length at the end
}

// NewRunes indexes text.
func NewRunes(text string) Runes {
	offsets := make([]int, 0, len(text)+1)
	for i := range text {
		offsets = append(offsets, i)
	}
	return Runes{text, append(offsets, len(text))}
}

// Len is the number of code points.
func (r Runes) Len() int { return len(r.offsets) - 1 }

// Slice is the text from start to end; ok is false when they are not inside the text or the wrong way round.
func (r Runes) Slice(start, end int) (s string, ok bool) {
	if start < 0 || end < start || end > r.Len() {
		return "", false
	}
	return r.text[r.offsets[start]:r.offsets[end]], true
}

// Passage is the passage from start to end; ok is false when it is empty or not inside the text.
func (r Runes) Passage(start, end int) (Passage, bool) {
	s, ok := r.Slice(start, end)
	return Passage{start, end, s}, ok && s != ""
}

// Quote anchors the passage from start to end; ok as for Passage.
func (r Runes) Quote(start, end int) (Quote, bool) {
	p, ok := r.Passage(start, end)
	if !ok {
		return Quote{}, false
	}
	prefix, _ := r.Slice(max(0, start-contextLength), start)
	suffix, _ := r.Slice(end, min(r.Len(), end+contextLength))
	return Quote{Exact: p.Text, Prefix: prefix, Suffix: suffix, Start: start, End: end}, true
}

// checkQuote is the gate: the exact words must stand at their offsets. The error shows where they stand instead, if
// anywhere.
func (r Runes) checkQuote(q Quote) error {
	at, ok := r.Slice(q.Start, q.End)
	if ok && at == q.Exact && at != "" {
		return nil
	}
	if i := strings.Index(r.text, q.Exact); i >= 0 && q.Exact != "" {
		start := utf8.RuneCountInString(r.text[:i])
		return Errorf(
			QuoteBroken,
			"the quote %q is not at %d–%d of the article but at %d–%d; give these offsets (Unicode code points)",
			shorten(q.Exact),
			q.Start,
			q.End,
			start,
			start+utf8.RuneCountInString(q.Exact),
		)
	}
	return Errorf(
		QuoteBroken,
		"the quote %q is not in the article; the nearest text is %q",
		shorten(q.Exact),
		shorten(r.nearest(q.Exact)),
	)
}

// nearest finds the stretch of the text that shares the longest run of words with exact.
func (r Runes) nearest(exact string) string {
	words := strings.Fields(exact)
	for n := len(words) - 1; n > 0; n-- {
		for i := 0; i+n <= len(words) && i < 64; i++ {
			if at := strings.Index(r.text, strings.Join(words[i:i+n], " ")); at >= 0 {
				end := min(len(r.text), at+len(exact))
				for end < len(r.text) && !utf8.RuneStart(r.text[end]) {
					end++
				}
				return r.text[at:end]
			}
		}
	}
	return ""
}

// shorten keeps error messages readable.
func shorten(s string) string {
	const limit = 120
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	return string([]rune(s)[:limit]) + "…"
}
