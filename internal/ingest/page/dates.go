package page

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"sayso/internal/kg"
)

// dateSources are where pages say when they were published, the surest first. Days in running text, in comments, in
// embedded posts and of later changes are none.
var dateSources = []func(*page) []string{linkedDates, metaDates, timeElements, datedElements}

// published is the day that the page says, in the calendar of who wrote it: of a moment, the day is what its text
// begins with. Where the day that the page's address carries differs by one, the moment was told in another zone and
// the address is right.
func (p *page) published() kg.Date {
	inAddress := dateInAddress(p.address)
	for _, source := range dateSources {
		for _, text := range source(p) {
			d := day(text)
			if d == "" {
				continue
			}
			if isNext(d, inAddress) || isNext(inAddress, d) {
				return inAddress
			}
			return d
		}
	}
	return inAddress
}

func linkedDates(p *page) []string {
	var out []string
	for _, key := range []string{"datePublished", "dateCreated", "uploadDate"} {
		for _, o := range p.linked {
			if o.isArticle() || len(out) == 0 && strings.Contains(strings.Join(texts(o["@type"]), " "), "Page") {
				out = append(out, o.text(key))
			}
		}
	}
	return out
}

// metaNames are the meta tags that outlets keep the day in.
var metaNames = []string{"article:published_time", "og:article:published_time", "article:published",
	"og:published_time", "article:publicationdate",
	"datepublished", "parsely-pub-date", "sailthru.date", "article_date_original", "dc.date.issued", "dcterms.issued",
	"dcterms.date", "dcterms.created", "dc.date",
	"dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "published-date",
	"originalpublicationdate", "citation_publication_date", "cxenseparse:recs:publishtime",
	"ptime", "pdate", "displaydate", "datecreated", "date", "creation_date", "rbpubdate", "bt:pubdate",
	"analyticsattributes.articledate"}

func metaDates(p *page) []string {
	var out []string
	for _, name := range metaNames {
		out = append(out, p.meta[name]...)
	}
	return out
}

// elsewhere are elements in which days of other texts stand.
var elsewhere = []string{"aside", "footer", "nav", "blockquote", "li", "form", "iframe"}

// timeElements gives the <time> elements of the article's head: those that are marked as its day, then those before its
// text begins.
func timeElements(p *page) []string {
	var marked, others []string
	for n := range p.head("time") {
		text := attribute(n, "datetime")
		if text == "" {
			text = visible(n)
		}
		signs := strings.ToLower(attribute(n, "itemprop") + " " + attribute(n, "class"))
		switch {
		case strings.Contains(signs, "modif") || strings.Contains(signs, "updat") || dateLabel(n) == "updated":
		case strings.Contains(signs, "publish") || strings.Contains(signs, "created") || attributePresent(n, "pubdate"):
			marked = append(marked, text)
		default:
			others = append(others, text)
		}
	}
	return append(marked, others...)
}

var (
	dateClass  = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:date|pubdate|published|publish|posted|timestamp|dateline|time)(?:$|[\s_-])|(?:publish|post|article|story|pub)ed?-?_?[Dd]ate|datePublished`)
	dateLabels = regexp.MustCompile(`(?i)^(?:(?:first |originally |last )?(published|posted|updated|created|modified)(?: on| at)?|on|date)\s*:?\s+`)
)

// longestDate is how many characters a text that is only a date may have.
const longestDate = 60

// datedElements gives the texts before the article's own that are marked as a date by their class.
func datedElements(p *page) []string {
	var out []string
	for n := range p.head() {
		if !dateClass.MatchString(attribute(n, "class")+" "+attribute(n, "itemprop")) || n.Data == "time" {
			continue
		}
		for _, text := range []string{attribute(n, "content"), attribute(n, "datetime"), visible(n)} {
			if text != "" && utf8.RuneCountInString(text) <= longestDate {
				out = append(out, text)
			}
		}
	}
	return out
}

// dateLabel is the word before a date: "updated" of "Updated: <time>".
func dateLabel(n *html.Node) string {
	text := visible(n)
	if before := n.PrevSibling; before != nil && before.Type == html.TextNode {
		text = before.Data + " " + text
	}
	if m := dateLabels.FindStringSubmatch(strings.TrimSpace(text)); m != nil {
		return strings.ToLower(m[1])
	}
	return ""
}

func attributePresent(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

var (
	clockTail  = regexp.MustCompile(`(?i)(?:,? (?:at )?|\s*[|/·•-]\s*)\d{1,2}[:.]\d{2}.*$`)
	scriptDate = regexp.MustCompile(`^\w{3} (\w{3} \d{1,2}) (?:\d{2}:\d{2}:\d{2} (?:[A-Z]{2,4} )?)?(\d{4})\b`)
	isoDay     = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})(?:[T ]|$)`)
	digitsDay  = regexp.MustCompile(`^((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{6})?$`)
	anyDay     = regexp.MustCompile(`(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{4}\b`)
)

// earliestDay is the first day that a page can have been published on; earlier ones are placeholders such as year 1.
const earliestDay = "1990"

// day reads the day of a text that is a date, "" for others.
func day(text string) kg.Date {
	text = strings.TrimSpace(text)
	for m := dateLabels.FindString(text); m != ""; m = dateLabels.FindString(text) {
		text = text[len(m):]
	}
	if m := isoDay.FindStringSubmatch(text); m != nil {
		text = m[1]
	} else if m := digitsDay.FindStringSubmatch(text); m != nil {
		text = m[1] + "-" + m[2] + "-" + m[3]
	} else if m := scriptDate.FindStringSubmatch(text); m != nil {
		text = m[1] + " " + m[2]
	} else if m := anyDay.FindString(text); m != "" && utf8.RuneCountInString(text) <= longestDate {
		text = m
	} else {
		text = clockTail.ReplaceAllString(text, "")
	}
	d, err := kg.ParseDateAsWritten(text)
	if err != nil || d < earliestDay || len(d) < len("2006-01-02") {
		return ""
	}
	return d.Day()
}

var addressDay = regexp.MustCompile(`/((?:19|20)\d{2})/(\d{1,2}|[a-z]{3})/(\d{1,2})(?:/|$)|[/_-]((?:19|20)\d{2})-(\d{2})-(\d{2})(?:[/_.-]|$)`)

// dateInAddress is the day in an address such as /2019/11/19/ or /2019/nov/19/.
func dateInAddress(address string) kg.Date {
	m := addressDay.FindStringSubmatch(strings.ToLower(address))
	switch {
	case m == nil:
		return ""
	case m[4] != "":
		return day(m[4] + "-" + m[5] + "-" + m[6])
	case len(m[2]) == 3:
		return day(m[3] + " " + m[2] + " " + m[1])
	}
	d, err := kg.ParseDateAsWritten(m[1] + "-" + m[2] + "-" + m[3])
	if err != nil {
		return ""
	}
	return d
}

// isNext reports whether b is the day after a.
func isNext(a, b kg.Date) bool {
	t, ok := a.Time()
	return ok && b != "" && kg.DateOf(t.AddDate(0, 0, 1)).Day() == b
}
