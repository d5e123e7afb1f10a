package ingest

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/internal/ingest/page"
	"sayso/internal/kg"
	"sayso/internal/read"
	"sayso/internal/read/language"
)

// Sizes of what is taken.
const (
	largestText = 4 << 20  // bytes of an article's text
	largestHTML = 16 << 20 // bytes of a page
	longestName = 1000     // characters of a title, publisher or URL
)

// Clean makes an article of a submission: text out of HTML, metadata and the language filled in from the page or the
// text, and everything that is no text refused with the reason. The text of a text submission is kept to the letter.
func Clean(s kg.Submission) (kg.Article, error) { return clean(s, read.Registered().Told()) }

// clean is Clean that tells the language among some.
func clean(s kg.Submission, among language.Set) (kg.Article, error) {
	if s.Text != "" && s.HTML != "" {
		return kg.Article{}, kg.Errorf(kg.Invalid, "give the article as text or as html, not both")
	}
	if s.HTML != "" {
		var err error
		if s, err = fromHTML(s, among); err != nil {
			return kg.Article{}, err
		}
	}
	if err := checkText(s.Text); err != nil {
		return kg.Article{}, err
	}
	if err := checkMetadata(s); err != nil {
		return kg.Article{}, err
	}
	a := kg.Article{ID: kg.ArticleID(s.Text), URL: s.URL, Title: strings.TrimSpace(s.Title),
		Language:  among.Choose(s.Language, s.Text),
		Publisher: page.KnownPublisher(strings.TrimSpace(s.Publisher)),
		Authors:   s.Authors, PublishedAt: s.PublishedAt, RetrievedAt: s.RetrievedAt, Text: s.Text,
		OriginID: kg.OriginID(s.Text), Wire: cmp.Or(wireCredit(s.Text), wireCredit(s.Credit))}
	if a.PublishedAt == "" {
		a.PublishedAt = dateInHead(s.Text)
	}
	if a.Title == "" {
		a.Title = titleInHead(s.Text)
	}
	return a, nil
}

// wireLine is how agencies open a text: "KYIV, Aug 17 (Reuters) -". wireEnd is how they are credited behind it:
// "Source: Reuters", "— AFP", "Reporting by Reuters", "The Associated Press contributed to this report".
var (
	wireLine = regexp.MustCompile(`^(?:\p{Lu}{2,}[\p{L}\d .,/'’-]{0,78}|\p{Lu}\p{L}+(?:, [\p{L}\d .]{1,30})?\s*)\(([A-Z][\p{L} .-]{1,30})\)\s*[-–—]`)
	wireEnd  = regexp.MustCompile(`(?m)(?:^\s*(?:[Ss]ource|[Cc]redit|[Aa]gency):\s*|^\s*[–—-]{1,2}\s*|[Rr]eporting by (?:the )?)([A-Z][\p{L}.-]*(?: [A-Z][\p{L}.-]*){0,3})\s*\.?\s*$|\b([A-Z][\p{L}.-]*(?: [A-Z][\p{L}.-]*){0,3}) contributed to this (?:report|story|article)`)
)

// wireCredit finds the agency that a text credits.
func wireCredit(text string) string {
	for _, line := range strings.SplitN(strings.TrimSpace(text), "\n", 6) {
		if m := wireLine.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			return m[1]
		}
	}
	tail := text[max(0, len(text)-tailLength):]
	if m := wireEnd.FindStringSubmatch(tail); m != nil {
		return strings.TrimPrefix(m[1]+m[2], "The ")
	}
	return ""
}

// tailLength is how much of a text's end is searched for a credit, in bytes.
const tailLength = 300

func checkText(text string) error {
	switch {
	case strings.TrimSpace(text) == "":
		return kg.Errorf(kg.Invalid, "the article is empty; give its text")
	case len(text) > largestText:
		return kg.Errorf(kg.TooLarge, "the article has %d bytes, at most %d are taken; split it", len(text), largestText)
	case !utf8.ValidString(text):
		return kg.Errorf(kg.Invalid, "the text is not UTF-8; convert it first (iconv -f WINDOWS-1252 -t UTF-8)")
	}
	odd, all := 0, 0
	for _, r := range text {
		all++
		if r == 0 || r == utf8.RuneError || (unicode.IsControl(r) && !unicode.IsSpace(r)) {
			odd++
		}
	}
	if odd*100 > all || strings.ContainsRune(text, 0) {
		return kg.Errorf(kg.Invalid, "this looks like a binary file, not text; give text, HTML or JSON lines")
	}
	return nil
}

func checkMetadata(s kg.Submission) error {
	for name, value := range map[string]string{"title": s.Title, "url": s.URL, "publisher": s.Publisher} {
		if utf8.RuneCountInString(value) > longestName || !utf8.ValidString(value) || strings.ContainsRune(value, 0) {
			return kg.Errorf(kg.Invalid, "the %s is longer than %d characters or no text", name, longestName)
		}
	}
	for _, d := range []kg.Date{s.PublishedAt, s.RetrievedAt} {
		if _, err := kg.ParseDate(string(d)); err != nil {
			return err
		}
	}
	return nil
}

// headLength is how much of a text is searched for its date and title, in bytes.
const headLength = 400

var dateHead = regexp.MustCompile(`(?i)^\s*(?:date|published|updated)?[:\s]*(\d{4}-\d{2}-\d{2})\b`)

// dateInHead finds a date line that opens a text: "2022-08-17", "date 2022-08-17", "Published: 2022-08-17".
func dateInHead(text string) kg.Date {
	m := dateHead.FindStringSubmatch(text[:min(len(text), headLength)])
	if m == nil {
		return ""
	}
	d, err := kg.ParseDate(m[1])
	if err != nil {
		return ""
	}
	return d
}

// longestTitle is how long a first line may be to be taken for a headline.
const longestTitle = 200

// titleInHead takes a short first line that ends in no full stop for the headline.
func titleInHead(text string) string {
	line, rest, _ := strings.Cut(strings.TrimSpace(text), "\n")
	line = strings.TrimSpace(dateHead.ReplaceAllString(line, ""))
	if rest == "" || utf8.RuneCountInString(line) > longestTitle || strings.HasSuffix(line, ".") {
		return ""
	}
	return line
}
