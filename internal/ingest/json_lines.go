package ingest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/transform"

	"sayso/internal/kg"
	"sayso/internal/lines"
)

// jsonArticle is one line of a JSON lines file: an article, and with mentions, statements or claims one that has been
// read already.
type jsonArticle struct {
	kg.Reading
	Text        string   `json:"text"`
	HTML        string   `json:"html"`
	Title       string   `json:"title"`
	URL         string   `json:"url"`
	Publisher   string   `json:"publisher"`
	Authors     []string `json:"authors"`
	Date        jsonDate `json:"date"`
	PublishedAt jsonDate `json:"publishedAt"`
	RetrievedAt jsonDate `json:"retrievedAt"`
	Language    string   `json:"language"`
}

// jsonDate is a date as exports write it: a text, or seconds since 1970 as a number.
type jsonDate string

// UnmarshalJSON implements json.Unmarshaler; what is neither is told as any other value of a wrong kind.
func (d *jsonDate) UnmarshalJSON(data []byte) error {
	var number json.Number
	if json.Unmarshal(data, &number) == nil && data[0] != '"' {
		*d = jsonDate(number)
		return nil
	}
	return json.Unmarshal(data, (*string)(d))
}

// longestLine is how many bytes a line may have: an article with its reading.
const longestLine = 4 * largestText

// readLines hands over what stands in each line. A bad line is handed over with its number and what is wrong with it,
// and those behind it follow.
func readLines(name string, r io.Reader, yield func(Found) error) error {
	in := bufio.NewReaderSize(utf8Stream(r), 64<<10)
	for n := 1; ; n++ {
		line, tooLong, err := lines.Next(in, longestLine)
		last := errors.Is(err, io.EOF)
		if err != nil && !last {
			return kg.Errorf(kg.Invalid, "%s breaks off behind line %d; the lines up to it were taken", name, n-1)
		}
		at := Found{Place: fmt.Sprintf("%s line %d", name, n)}
		switch {
		case tooLong:
			at.Fault = kg.Errorf(kg.TooLarge, "%s is longer than %d bytes; split the article", at.Place, longestLine)
		case len(bytes.TrimSpace(line)) > 0:
			at.Submission, at.Fault = parseLine(at.Place, line)
		case last:
			return nil
		default:
			continue
		}
		if stop := yield(at); stop != nil || last {
			return stop
		}
	}
}

// utf8Stream decodes a stream that begins with the byte order mark of UTF-16 or 32, or is UTF-16 evidently, so that its
// lines can be told.
func utf8Stream(r io.Reader) io.Reader {
	buffered := bufio.NewReaderSize(r, sampleOfBytes)
	head, _ := buffered.Peek(sampleOfBytes)
	e := byMark(head)
	if e == nil {
		e = evidentUTF16(head)
	}
	if e == nil {
		return buffered
	}
	return transform.NewReader(buffered, e.NewDecoder())
}

const lineForm = `write one object a line: {"text": …, "title": …, "url": …, "publisher": …, "publishedAt": …}`

func parseLine(place string, line []byte) (kg.Submission, error) {
	text, err := decode(place, line, "")
	if err != nil {
		return kg.Submission{}, err
	}
	var a jsonArticle
	if err := json.Unmarshal([]byte(text), &a); err != nil {
		return kg.Submission{}, kg.Errorf(kg.Invalid, "%s is not an article: %s; %s", place, kg.JSONFault(err), lineForm)
	}
	s := kg.Submission{
		Text: a.Text, HTML: a.HTML, Title: a.Title, URL: a.URL, Publisher: a.Publisher, Authors: a.Authors,
		Language: a.Language,
	}
	if a.PublishedAt == "" {
		a.PublishedAt = a.Date
	}
	if s.PublishedAt, err = kg.ParseDateAsWritten(string(a.PublishedAt)); err != nil {
		return s, kg.Errorf(kg.Invalid, "%s: publishedAt: %w", place, err)
	}
	if s.RetrievedAt, err = kg.ParseDateAsWritten(string(a.RetrievedAt)); err != nil {
		return s, kg.Errorf(kg.Invalid, "%s: retrievedAt: %w", place, err)
	}
	if strings.TrimSpace(a.Text+a.HTML) == "" {
		return s, kg.Errorf(kg.Invalid, "%s has neither text nor html; %s", place, lineForm)
	}
	if a.Mentions != nil || a.Statements != nil || a.Claims != nil {
		reading := a.Reading
		s.Reading = &reading
	}
	return s, nil
}
