package follow

import (
	"encoding/xml"
	"net/url"
	"strings"

	"sayso/internal/kg"
)

// sitemapEntry is an entry of a sitemap or of an index of sitemaps, after https://www.sitemaps.org/protocol.html and
// Google's news extension.
type sitemapEntry struct {
	Address  string `xml:"loc"`
	Modified string `xml:"lastmod"`
	News     struct {
		Title       string `xml:"title"`
		Published   string `xml:"publication_date"`
		Publication struct {
			Name string `xml:"name"`
		} `xml:"publication"`
	} `xml:"news"`
}

// parseSitemap reads a sitemap or an index.
func parseSitemap(text string, base *url.URL) (told, error) {
	var file struct {
		URLs     []sitemapEntry `xml:"url"`
		Sitemaps []sitemapEntry `xml:"sitemap"`
	}
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	if err := d.Decode(&file); err != nil {
		return told{}, kg.Because(err, kg.Invalid, "%s is a sitemap that breaks off or is not well formed", base)
	}
	if n := len(file.URLs) + len(file.Sitemaps); n > mostItems {
		return told{}, kg.Errorf(kg.TooLarge, "%s has %d entries; at most %d are taken", base, n, mostItems)
	}
	out := told{kind: kg.SitemapSource}
	for _, e := range file.URLs {
		if address := absolute(base, e.Address); address != "" {
			published, _ := kg.ParseDateAsWritten(firstWord(e.News.Published))
			out.items = append(out.items, kg.SourceItem{Key: addressKey(address), Address: address,
				Title:     strings.TrimSpace(e.News.Title),
				Publisher: strings.TrimSpace(e.News.Publication.Name), Published: published})
		}
	}
	for _, e := range file.Sitemaps {
		if e.Address = absolute(base, e.Address); e.Address != "" {
			out.sitemaps = append(out.sitemaps, e)
		}
	}
	return out, nil
}

// firstWord is the day of a W3C date and time.
func firstWord(at string) string {
	day, _, _ := strings.Cut(strings.TrimSpace(at), "T")
	return day
}

// absolute gives an address on the web, "" for what is none.
func absolute(base *url.URL, written string) string {
	at, err := base.Parse(strings.TrimSpace(written))
	if err != nil || strings.TrimSpace(written) == "" || at.Scheme != "http" && at.Scheme != "https" ||
		at.Hostname() == "" {
		return ""
	}
	return at.String()
}
