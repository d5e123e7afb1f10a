package page

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed outlets.tsv
var outletsData string

// outlets are known publishers: by the hosts of their pages, and by the folded spellings of their names.
var outlets = func() (o struct{ byHost, byName map[string]string }) {
	o.byHost, o.byName = map[string]string{}, map[string]string{}
	for line := range strings.Lines(outletsData) {
		name, rest, found := strings.Cut(strings.TrimSpace(line), "\t")
		if !found || strings.HasPrefix(name, "#") {
			continue
		}
		hosts, others, _ := strings.Cut(rest, "\t")
		for _, host := range strings.Fields(hosts) {
			o.byHost[host] = name
			o.byName[squash(host)] = name
		}
		for _, spelling := range append(strings.Split(others, "; "), name) {
			if spelling != "" {
				o.byName[squash(spelling)] = name
			}
		}
	}
	return o
}()

// KnownPublisher gives the one name of an outlet that is spelt in several ways: "NYTimes" and "nytimes.com" are The New
// York Times. Others stay.
func KnownPublisher(name string) string {
	if known := outlets.byName[squash(name)]; known != "" {
		return known
	}
	if known := outlets.byName[strings.TrimPrefix(squash(name), "the")]; known != "" {
		return known
	}
	return name
}

// publisherOfHost is the known outlet whose pages a host serves, also below it: edition.cnn.com.
func publisherOfHost(host string) string {
	for host != "" {
		if name := outlets.byHost[host]; name != "" {
			return name
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return ""
}

// publisherSources are where pages name their outlet, the surest first.
var publisherSources = []func(*page) []string{
	func(p *page) []string { return []string{publisherOfHost(p.host())} },
	func(p *page) []string { return p.ofThisHost(p.siteNames()) },
	linkedPublishers,
	(*page).titleTails,
}

// publisher is the outlet's name; addresses, handles and sections are none.
func (p *page) publisher() string {
	for _, source := range publisherSources {
		for _, name := range source(p) {
			if name = spelled(name); isPublisher(name) {
				return KnownPublisher(name)
			}
		}
	}
	return ""
}

// linkedPublishers are those of JSON-LD. A known outlet with another host is the agency that wrote the story, and comes
// behind the site's own names.
func linkedPublishers(p *page) []string {
	var own, agencies []string
	for _, o := range p.linked {
		if !o.isArticle() {
			continue
		}
		if name := p.named(o, "publisher"); outlets.byName[squash(name)] != "" && p.host() != "" {
			agencies = append(agencies, name)
		} else {
			own = append(own, name)
		}
	}
	return append(append(own, p.siteNames()...), agencies...)
}

// siteNames are the names that a page gives its site in its head. One that is also the headline is none; one that is a
// heading above the article may be.
func (p *page) siteNames() []string {
	var out []string
	headlines := p.headingTexts()
	if p.headingIsSure() {
		headlines = headlines[:1]
	}
	for _, name := range []string{
		"og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher", "cre",
		"article:publisher",
	} {
		for _, content := range p.meta[name] {
			if content != p.first("og:title") && !slices.Contains(headlines, content) {
				out = append(out, content)
			}
		}
	}
	return out
}

// ofThisHost keeps the names that the host is made of: an agency or a company may publish at another's.
func (p *page) ofThisHost(names []string) []string {
	host, _, _ := strings.Cut(p.host(), ".")
	whole := squash(p.host())
	var out []string
	for _, name := range names {
		s := strings.TrimPrefix(squash(name), "the")
		if utf8.RuneCountInString(s) > 2 && host != "" &&
			(strings.Contains(whole, s) || s == strings.TrimPrefix(host, "the")) {
			out = append(out, name)
		}
	}
	return out
}

// titleTails are the last parts of the page's titles that its host is made of.
func (p *page) titleTails() []string {
	var out []string
	for _, title := range []string{p.titleElement(), p.first("og:title"), p.first("twitter:title")} {
		if parts := titleParts(title); len(parts) > 1 {
			out = append(out, parts[len(parts)-1], parts[0])
		}
	}
	return p.ofThisHost(out)
}

// bareHandle is a single word or a domain in small letters: a handle or an address.
var bareHandle = regexp.MustCompile(`^[a-z0-9]+(?:[.-][a-z0-9-]+)*$`)

// addressLike are addresses, handles and numbers.
var addressLike = regexp.MustCompile(`(?i)^(?:https?:)?//|^www\.|^@|^\d+$|/`)

//go:embed sections.txt
var sectionsData string

// sections are names that parts of outlets have, squashed.
var sections = func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(sectionsData) {
		out[squash(line)] = true
	}
	return out
}()

// longestPublisher is how many characters a publisher's name may have; longer ones are slogans.
const longestPublisher = 60

// isPublisher reports whether a name can be an outlet's.
func isPublisher(name string) bool {
	if bareHandle.MatchString(name) && outlets.byName[squash(name)] == "" {
		return false
	}
	if name == "" || utf8.RuneCountInString(name) > longestPublisher || addressLike.MatchString(name) ||
		sections[squash(name)] {
		return false
	}
	return strings.ContainsFunc(name, unicode.IsLetter)
}

// spelled brings a name to the form that people write: a domain loses nothing but its www, a name all in small letters
// or a slogan behind it is cut.
func spelled(name string) string {
	name = fold(name)
	if known := outlets.byName[squash(name)]; known != "" {
		return known
	}
	if parts := titleParts(name); len(parts) > 1 {
		name = parts[0]
	}
	return strings.TrimPrefix(name, "www.")
}
