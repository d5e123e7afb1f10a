package imports

import (
	"encoding/json"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"sayso/internal/kg"
)

// citronSpan is a stretch of the text in code points, as Python counts, with its words.
type citronSpan struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// citronQuote is one attributed quote.
type citronQuote struct {
	Cue          *citronSpan  `json:"cue"`
	Sources      []citronSpan `json:"sources"`
	Contents     []citronSpan `json:"contents"`
	Coreferences []citronSpan `json:"coreferences"`
	Confidence   float64      `json:"confidence"`
}

// readCitron reads documents of Citron's format: a text and its quotes.
func readCitron(f Reader, name string, r io.Reader, yield func(Item) error) error {
	return eachObject(name, r, func(place string, raw json.RawMessage) error {
		var doc struct {
			Text   string            `json:"text"`
			Title  string            `json:"title"`
			URL    string            `json:"url"`
			Quotes []json.RawMessage `json:"quotes"`
			Groups [][]citronSpan    `json:"coreference_groups"`
		}
		if err := object(raw, &doc); err != nil {
			return yield(fault(place, "%s", err))
		}
		if strings.TrimSpace(doc.Text) == "" {
			return yield(fault(place, "it has no text; a quote without its text proves nothing"))
		}
		text := kg.NewRunes(doc.Text)
		out := Item{Place: place, Submission: kg.Submission{
			Text: doc.Text, Title: doc.Title, URL: doc.URL, Publisher: f.Publisher,
		}}
		reading := kg.Reading{Reader: "citron" + version, Mentions: []kg.ReadMention{}}
		for i, item := range doc.Quotes {
			var q citronQuote
			if err := object(item, &q); err != nil {
				out.leave("quote %d: %s", i, err)
			} else if s, m, what := f.citronStatement(text, q, doc.Groups); what != "" {
				out.leave("quote %d: %s", i, what)
			} else {
				reading.Statements, reading.Mentions = append(reading.Statements, s), append(reading.Mentions, m...)
			}
		}
		out.Submission.Reading = &reading
		return yield(out)
	})
}

// citronStatement makes a statement of a quote, with the mention that names its speaker. what says why a quote is left
// out.
func (f Reader) citronStatement(text kg.Runes, q citronQuote,
	groups [][]citronSpan) (s kg.ReadStatement, m []kg.ReadMention, what string) {
	s = kg.ReadStatement{Kind: kg.Speech, Confidence: min(max(q.Confidence, 0), 1), Modality: kg.Asserted}
	for _, part := range []struct {
		to    *[]kg.Span
		spans []citronSpan
	}{{&s.Content, q.Contents}, {&s.Source, q.Sources}, {&s.Cue, cueOf(q)}} {
		for _, span := range part.spans {
			at, ok := text.Slice(span.Start, span.End)
			if !ok || strings.TrimSpace(at) == "" || span.Text != "" && at != span.Text {
				return s, nil, misplaced(span.Text, span.Start, span.End)
			}
			*part.to = append(*part.to, kg.Span{span.Start, span.End})
		}
	}
	if len(s.Content) == 0 {
		return s, nil, "it has no contents"
	}
	s.Quotes = unmarked(text, s.Content)
	for _, span := range named(q, groups) {
		if words, ok := text.Slice(span.Start, span.End); ok && proper(words) {
			s.Speaker = words
			return s, []kg.ReadMention{{Span: kg.Span{span.Start, span.End}, Type: f.kind(words), Entity: words}}, ""
		}
	}
	return s, nil, ""
}

// misplaced says that words do not stand where they are said to.
func misplaced(words string, start, end int) string {
	if words == "" {
		return sprintf("the text has no words from %d to %d", start, end)
	}
	return "the words " + quoted(words) + " do not stand where it says"
}

func cueOf(q citronQuote) []citronSpan {
	if q.Cue == nil {
		return nil
	}
	return []citronSpan{*q.Cue}
}

// named lists the spans that may name a quote's speaker: its sources, what they refer to, and what else is the same
// person.
func named(q citronQuote, groups [][]citronSpan) []citronSpan {
	out := append(append([]citronSpan{}, q.Sources...), q.Coreferences...)
	for _, g := range groups {
		for _, member := range g {
			for _, s := range q.Sources {
				if member.Start == s.Start && member.End == s.End {
					out = append(out, g...)
				}
			}
		}
	}
	return out
}

// unmarked gives the parts that stand wholly between quotation marks, without the marks.
func unmarked(text kg.Runes, spans []kg.Span) []kg.Span {
	var out []kg.Span
	for _, s := range spans {
		words, _ := text.Slice(s[0], s[1])
		first, n := utf8.DecodeRuneInString(words)
		last, m := utf8.DecodeLastRuneInString(words)
		if len(words) > n+m && strings.TrimSpace(words[n:len(words)-m]) != "" && strings.ContainsRune(`"“„«»”'‘’`, first) &&
			strings.ContainsRune(`"“”«»'’‘`, last) {
			out = append(out, kg.Span{s[0] + 1, s[1] - 1})
		}
	}
	return out
}

// coreToken is a token of CoreNLP. What stands before and behind it gives the text back.
type coreToken struct {
	Original string `json:"originalText"`
	Before   string `json:"before"`
	After    string `json:"after"`
	Begin    int    `json:"characterOffsetBegin"` // in UTF-16 units, as Java counts
	End      int    `json:"characterOffsetEnd"`
}

type coreDocument struct {
	DocID     string `json:"docId"`
	Sentences []struct {
		Tokens   []coreToken `json:"tokens"`
		Mentions []struct {
			Text  string `json:"text"`
			Kind  string `json:"ner"`
			Begin int    `json:"characterOffsetBegin"`
			End   int    `json:"characterOffsetEnd"`
		} `json:"entitymentions"`
	} `json:"sentences"`
	Quotes []struct {
		Text      string `json:"text"`
		Begin     int    `json:"beginIndex"`
		End       int    `json:"endIndex"`
		Speaker   string `json:"speaker"`
		Canonical string `json:"canonicalSpeaker"`
		From      *int   `json:"mentionBegin"` // tokens of the document
		To        *int   `json:"mentionEnd"`   // inclusive
	} `json:"quotes"`
}

// coreKinds are CoreNLP's types of names that actors have.
var coreKinds = map[string]string{
	"PERSON": "PERSON", "ORGANIZATION": "ORGANIZATION", "COUNTRY": "PLACE", "CITY": "PLACE", "STATE_OR_PROVINCE": "PLACE",
	"LOCATION": "PLACE",
}

// readCoreNLP reads documents as CoreNLP prints them as JSON. The text is put together from the tokens.
func readCoreNLP(f Reader, name string, r io.Reader, yield func(Item) error) error {
	return eachObject(name, r, func(place string, raw json.RawMessage) error {
		var doc coreDocument
		if err := object(raw, &doc); err != nil {
			return yield(fault(place, "%s", err))
		}
		text, tokens, ok := doc.text()
		if !ok {
			return yield(fault(place, "its tokens do not give the text back; have CoreNLP print originalText, before and "+
				"after (tokenize.options invertible=true)"))
		}
		out := Item{Place: place, Submission: kg.Submission{Text: text, Title: doc.DocID, Publisher: f.Publisher}}
		c := coreReading{text: text, runes: kg.NewRunes(text), units: units(text), tokens: tokens}
		c.reading.Reader, c.reading.Mentions = "corenlp"+version, []kg.ReadMention{}
		c.mentions(doc)
		c.quotes(doc, &out)
		out.Submission.Reading = &c.reading
		return yield(out)
	})
}

// text puts the document's text together. ok is false where the tokens do not stand where they say.
func (d coreDocument) text() (text string, tokens []coreToken, ok bool) {
	var b strings.Builder
	at := 0
	for _, s := range d.Sentences {
		for _, t := range s.Tokens {
			if len(tokens) == 0 {
				b.WriteString(t.Before)
				at = len(utf16.Encode([]rune(t.Before)))
			}
			if t.Begin != at || t.Original == "" {
				return "", nil, false
			}
			b.WriteString(t.Original + t.After)
			at += len(utf16.Encode([]rune(t.Original + t.After)))
			tokens = append(tokens, t)
		}
	}
	return b.String(), tokens, len(tokens) > 0
}

// units gives for each UTF-16 unit of a text which code point it belongs to, and one more for its end.
func units(text string) []int {
	var out []int
	n := 0
	for _, r := range text {
		for range utf16.RuneLen(r) {
			out = append(out, n)
		}
		n++
	}
	return append(out, n)
}

// coreReading is the work on one document.
type coreReading struct {
	text    string
	runes   kg.Runes
	units   []int
	tokens  []coreToken
	reading kg.Reading
}

// span turns units into code points; ok is false where there is no such stretch.
func (c *coreReading) span(begin, end int) (kg.Span, bool) {
	if begin < 0 || end <= begin || end >= len(c.units) {
		return kg.Span{}, false
	}
	return kg.Span{c.units[begin], c.units[end]}, true
}

func (c *coreReading) mentions(d coreDocument) {
	for _, s := range d.Sentences {
		for _, m := range s.Mentions {
			at, ok := c.span(m.Begin, m.End)
			words, _ := c.runes.Slice(at[0], at[1])
			if kind := coreKinds[m.Kind]; ok && kind != "" && proper(words) {
				c.reading.Mentions = append(c.reading.Mentions, kg.ReadMention{Span: at, Type: kind, Entity: words})
			}
		}
	}
}

func (c *coreReading) quotes(d coreDocument, out *Item) {
	for i, q := range d.Quotes {
		at, ok := c.span(q.Begin, q.End)
		words, _ := c.runes.Slice(at[0], at[1])
		if !ok || strings.TrimSpace(words) == "" || q.Text != "" && words != q.Text {
			out.leave("quote %d: %s", i, misplaced(q.Text, q.Begin, q.End))
			continue
		}
		s := kg.ReadStatement{
			Kind: kg.Speech, Modality: kg.Asserted, Content: []kg.Span{at}, Quotes: unmarked(c.runes, []kg.Span{at}),
		}
		if q.From != nil && q.To != nil && *q.From >= 0 && *q.From <= *q.To && *q.To < len(c.tokens) {
			source, ok := c.span(c.tokens[*q.From].Begin, c.tokens[*q.To].End)
			if words, _ := c.runes.Slice(source[0], source[1]); ok && strings.TrimSpace(words) != "" {
				s.Source = []kg.Span{source}
			}
		}
		for _, name := range []string{q.Canonical, q.Speaker} {
			if s.Speaker == "" && proper(name) && name != "Unknown" {
				s.Speaker = name
			}
		}
		c.reading.Statements = append(c.reading.Statements, s)
	}
}

// leave notes something that the graph cannot hold.
func (it *Item) leave(format string, args ...any) {
	it.LeftOut = append(it.LeftOut, sprintf(format, args...))
}
