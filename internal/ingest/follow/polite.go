package follow

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/temoto/robotstxt"

	"sayso/internal/ingest/fetch"
	"sayso/internal/kg"
)

const (
	robotsName   = "sayso" // the group of robots.txt that is heeded
	robotsFor    = 24 * time.Hour
	robotsAgain  = 10 * time.Minute // when robots.txt could not be had
	slowestCrawl = time.Minute      // the longest Crawl-delay that is kept
	longestWait  = 24 * time.Hour   // the longest Retry-After that is kept
)

// hosts knows when each host may be asked again and what it lets be read.
type hosts struct {
	pages   Pages
	between time.Duration
	mu      sync.Mutex
	of      map[string]*host
}

type host struct {
	free    time.Time // not asked before
	robots  *robotstxt.Group
	trouble error // why robots.txt could not be had
	until   time.Time
	asking  sync.Mutex
}

func (h *hosts) host(name string) *host {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.of == nil {
		h.of = map[string]*host{}
	}
	if h.of[name] == nil {
		h.of[name] = &host{}
	}
	return h.of[name]
}

// take reserves one request to the host of an address. Where the host may not be asked yet, it says from when on and
// reserves nothing.
func (h *hosts) take(at *url.URL, now time.Time) (free time.Time, ok bool) {
	host := h.host(at.Host)
	h.mu.Lock()
	defer h.mu.Unlock()
	if host.free.After(now) {
		return host.free, false
	}
	between := h.between
	if host.robots != nil {
		between = max(between, min(host.robots.CrawlDelay, slowestCrawl))
	}
	host.free = now.Add(between)
	return now, true
}

// rest leaves a host alone for as long as it asks for.
func (h *hosts) rest(at *url.URL, now time.Time, wait time.Duration) {
	host := h.host(at.Host)
	h.mu.Lock()
	defer h.mu.Unlock()
	if until := now.Add(min(wait, longestWait)); until.After(host.free) {
		host.free = until
	}
}

// allowed says whether robots.txt lets an address be read: an error with code Invalid where it does not, and with
// Unavailable where that could not be found out, for then nothing is read (RFC 9309).
func (h *hosts) allowed(ctx context.Context, at *url.URL, now time.Time) error {
	host := h.host(at.Host)
	host.asking.Lock()
	defer host.asking.Unlock()
	if !host.until.After(now) {
		group, err := h.robots(ctx, at)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		h.mu.Lock()
		host.robots, host.trouble, host.until = group, err, now.Add(robotsFor)
		if err != nil {
			host.until = now.Add(robotsAgain)
		}
		h.mu.Unlock()
	}
	switch {
	case host.trouble != nil:
		return host.trouble
	case host.robots != nil && !host.robots.Test(at.RequestURI()):
		return kg.Errorf(kg.Invalid, "the robots.txt of %s asks not to read %s", at.Host, at.Path)
	}
	return nil
}

// robots reads the robots.txt of a host; nil where it has none.
func (h *hosts) robots(ctx context.Context, at *url.URL) (*robotstxt.Group, error) {
	answer, err := h.pages.Ask(ctx, fetch.Request{
		Address: fmt.Sprintf("%s://%s/robots.txt", at.Scheme, at.Host), Accept: "text/plain",
	})
	switch {
	case kg.CodeOf(err) == kg.Invalid && err != nil: // an address that is not fetched from
		return nil, err
	case err != nil:
		return nil, kg.Because(err, kg.Unavailable,
			"whether %s lets itself be read cannot be told: its robots.txt cannot be had", at.Host)
	case answer.Status == http.StatusTooManyRequests || answer.Status >= http.StatusInternalServerError:
		return nil, kg.Errorf(kg.Unavailable, "whether %s lets itself be read cannot be told: its robots.txt answers %d",
			at.Host, answer.Status)
	case answer.Status != http.StatusOK:
		return nil, nil //nolint:nilnil // no rules: all may be read
	}
	rules, err := robotstxt.FromBytes(answer.Body)
	if err != nil {
		return nil, nil //nolint:nilnil,nilerr // rules that cannot be read are none (RFC 9309, 2.3.1)
	}
	return rules.FindGroup(robotsName), nil
}
