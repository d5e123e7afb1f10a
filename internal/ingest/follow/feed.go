package follow

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"io"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"sayso/internal/ingest"
	"sayso/internal/ingest/fetch"
	"sayso/internal/kg"
)

// told is what one feed or sitemap tells of.
type told struct {
	kind     kg.SourceKind
	items    []kg.SourceItem
	sitemaps []sitemapEntry // of an index
}

const (
	mostItems      = 50_000   // of one feed or sitemap; the rest is a fault, not a loss in silence
	largestUnpackd = 64 << 20 // bytes of a sitemap that comes as a gzip file
)

// declaration is what tells the encoding of XML; what is parsed here is UTF-8 already.
var declaration = regexp.MustCompile(`^\s*<\?xml[^>]*\?>`)

// parse reads a feed or a sitemap. Its errors say what the answer is instead.
func parse(page fetch.Page, now time.Time) (told, error) {
	body, err := unpacked(page.Body)
	if err != nil {
		return told{}, err
	}
	text := declaration.ReplaceAllString(ingest.DecodeMarkup(page.URL, body, page.ContentType), "")
	base, err := url.Parse(page.URL)
	if err != nil {
		return told{}, kg.Errorf(kg.Invalid, "%q is no address", page.URL)
	}
	switch rootElement(text) {
	case "urlset", "sitemapindex":
		return parseSitemap(text, base)
	case "html":
		return told{}, kg.Errorf(kg.Invalid, "%s is a page and no feed; give the address of its feed, which its head names",
			page.URL)
	}
	if gofeed.DetectFeedType(strings.NewReader(text)) == gofeed.FeedTypeUnknown {
		return told{}, kg.Errorf(kg.Invalid, "%s is neither a feed (RSS, Atom, JSON Feed) nor a sitemap", page.URL)
	}
	feed, err := gofeed.NewParser().Parse(strings.NewReader(text))
	if err != nil {
		return told{}, kg.Because(err, kg.Invalid, "%s is a feed that breaks off or is not well formed", page.URL)
	}
	if len(feed.Items) > mostItems {
		return told{}, kg.Errorf(kg.TooLarge, "%s has %d items; at most %d are taken", page.URL, len(feed.Items), mostItems)
	}
	return told{kind: kg.FeedSource, items: feedItems(feed, base, now)}, nil
}

// unpacked gives what a gzip file holds, and anything else as it is.
func unpacked(body []byte) ([]byte, error) {
	if !bytes.HasPrefix(body, []byte{0x1F, 0x8B}) {
		return body, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, kg.Because(err, kg.Invalid, "it is no whole gzip file")
	}
	out, err := io.ReadAll(io.LimitReader(z, largestUnpackd+1))
	switch {
	case err != nil:
		return nil, kg.Because(err, kg.Invalid, "it is no whole gzip file")
	case len(out) > largestUnpackd:
		return nil, kg.Errorf(kg.TooLarge, "unpacked it is longer than %d bytes", largestUnpackd)
	}
	return out, nil
}

// rootElement is the name of the outermost element, "" where there is none.
func rootElement(text string) string {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	for {
		token, err := d.Token()
		if err != nil {
			return ""
		}
		if start, ok := token.(xml.StartElement); ok {
			return strings.ToLower(start.Name.Local)
		}
	}
}

// feedItems gives the items of a feed. One that has neither an address nor a text tells nothing and is left out.
func feedItems(feed *gofeed.Feed, base *url.URL, now time.Time) []kg.SourceItem {
	var out []kg.SourceItem
	for _, entry := range feed.Items {
		item := kg.SourceItem{
			Address: addressOf(entry, base), Title: strings.TrimSpace(entry.Title), Published: publishedOn(entry, now),
		}
		switch body := longer(entry.Content, entry.Description); {
		case item.Address != "":
			item.Key = addressKey(item.Address)
		case strings.TrimSpace(body) != "":
			item.Body, item.Publisher = body, strings.TrimSpace(feed.Title)
			item.Key = kg.SourceItemKey(base.String(), body)
		default:
			continue
		}
		out = append(out, item)
	}
	return out
}

func longer(a, b string) string {
	if len(a) >= len(b) {
		return a
	}
	return b
}

// addressOf gives the address of an item. A guid that is an address stands for a missing link; guids are else not
// trusted: feeds give several articles the same, and one article several.
func addressOf(entry *gofeed.Item, base *url.URL) string {
	for _, written := range append([]string{entry.Link, entry.GUID}, entry.Links...) {
		written = strings.TrimSpace(written)
		if written == "" || written == entry.GUID && !strings.HasPrefix(written, "http") {
			continue
		}
		if at, err := base.Parse(written); err == nil && (at.Scheme == "http" || at.Scheme == "https") &&
			at.Hostname() != "" {
			return at.String()
		}
	}
	return ""
}

// publishedOn gives an item's day. A day that is to come is a mistake, and so is one before the web: the page then
// tells its own.
func publishedOn(entry *gofeed.Item, now time.Time) kg.Date {
	at := entry.PublishedParsed
	if at == nil {
		at = entry.UpdatedParsed
	}
	if at == nil || at.After(now.Add(24*time.Hour)) || at.Year() < 1990 {
		return ""
	}
	return kg.DateOf(*at)
}
