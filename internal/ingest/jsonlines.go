package ingest

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"

	"sayso/internal/kg"
)

// jsonArticle is one line of a JSON lines file: an article, and with mentions, statements or claims one that has been read already.
type jsonArticle struct {
	kg.Reading
	Text        string `json:"text"`
	HTML        string `json:"html"`
	Title       string `json:"title"`
	URL         string `json:"url"`
	Publisher   string `json:"publisher"`
	Date        string `json:"date"`
	PublishedAt string `json:"publishedAt"`
	RetrievedAt string `json:"retrievedAt"`
	Language    string `json:"language"`
}

// longestLine is how many bytes a line may have: an article with its reading.
const longestLine = 4 * largestText

// readLines hands over one submission a line. A bad line ends the reading with its number; the lines before it have been handed over.
func readLines(name string, r io.Reader, yield func(kg.Submission) error) error {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 64<<10), longestLine)
	for n := 1; scanner.Scan(); n++ {
		if len(scanner.Bytes()) == 0 {
			continue
		}
		s, err := parseLine(scanner.Bytes())
		if err != nil {
			return kg.Errorf(kg.CodeOf(err), "%s line %d: %w", name, n, err)
		}
		if err := yield(s); err != nil {
			return err
		}
	}
	if errors.Is(scanner.Err(), bufio.ErrTooLong) {
		return kg.Errorf(kg.TooLarge, "%s: a line is longer than %d bytes", name, longestLine)
	}
	return scanner.Err()
}

func parseLine(line []byte) (kg.Submission, error) {
	var a jsonArticle
	if err := json.Unmarshal(line, &a); err != nil {
		return kg.Submission{}, kg.Errorf(kg.Invalid, "not a JSON object of an article ({\"text\": …, \"title\": …, \"url\": …, \"publisher\": …, \"publishedAt\": …}): %w", err)
	}
	s := kg.Submission{Text: a.Text, HTML: a.HTML, Title: a.Title, URL: a.URL, Publisher: a.Publisher, Language: a.Language}
	if a.PublishedAt == "" {
		a.PublishedAt = a.Date
	}
	var err error
	if s.PublishedAt, err = kg.ParseDate(a.PublishedAt); err != nil {
		return s, err
	}
	if s.RetrievedAt, err = kg.ParseDate(a.RetrievedAt); err != nil {
		return s, err
	}
	if a.Mentions != nil || a.Statements != nil || a.Claims != nil {
		reading := a.Reading
		s.Reading = &reading
	}
	return s, nil
}
