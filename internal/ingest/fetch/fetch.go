// Package fetch gets pages from the web at a user's request. An address that leads to this machine or its own network
// is refused, also when a redirect or a name leads there: whoever may name a page to read would otherwise read what
// only this machine can reach.
package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"sync"
	"syscall"
	"time"

	"sayso/internal/kg"
)

// Options bound what is fetched. The zero value of a field means its default.
type Options struct {
	Private bool          // also fetch from this machine and its own network
	Largest int64         // bytes of a page, unpacked; 16 MiB
	Time    time.Duration // for all of a page, redirects included; 30 s
	// Except tells addresses of this machine and its network that are fetched from all the same; nil for none.
	Except func(netip.AddrPort) bool
}

const (
	mostRedirects = 5
	largestHead   = 64 << 10 // bytes
	pageTypes     = "text/html, application/xhtml+xml, text/plain"
)

// Client fetches pages. It may be used by several goroutines.
type Client struct {
	options Options
	http    *http.Client
	// proxyFor gives the proxy that a request goes through, nil for none: what the environment says, but in tests.
	proxyFor func(*http.Request) (*url.URL, error)
	proxies  sync.Map // the addresses of proxies that requests went through, as they are dialled
}

// Page is what an address gave.
type Page struct {
	URL         string // where it stood in the end, after redirects
	ContentType string // as the server says
	Body        []byte // unpacked, not decoded
}

// New makes a client.
func New(o Options) *Client {
	if o.Largest == 0 {
		o.Largest = 16 << 20
	}
	if o.Time == 0 {
		o.Time = 30 * time.Second
	}
	c := &Client{options: o, proxyFor: http.ProxyFromEnvironment}
	c.http = &http.Client{CheckRedirect: c.checkRedirect, Transport: &http.Transport{
		Proxy: c.proxy, DialContext: c.dial, ForceAttemptHTTP2: true, TLSHandshakeTimeout: 10 * time.Second,
		ResponseHeaderTimeout: 20 * time.Second, MaxResponseHeaderBytes: largestHead, IdleConnTimeout: 30 * time.Second,
		MaxIdleConns: 20,
	}}
	return c
}

// Get fetches the page at an address. Errors have the code [kg.Invalid] where the address cannot be fetched from,
// [kg.TooLarge], or [kg.Unavailable] where its server does not give the page.
func (c *Client) Get(ctx context.Context, address string) (Page, error) {
	answer, err := c.Ask(ctx, Request{Address: address})
	if err == nil && answer.Status != http.StatusOK {
		err = kg.Errorf(kg.Unavailable, "%s answers %d %s", address, answer.Status, http.StatusText(answer.Status))
	}
	return answer.Page, err
}

// checkURL refuses addresses by what they say.
func (c *Client) checkURL(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "":
		return kg.Errorf(kg.Invalid, "%q is no address of a page; write one such as https://example.org/article",
			clipped(u.Redacted()))
	case u.User != nil:
		return kg.Errorf(kg.Invalid, "%s holds a user's name or password; write it without", clipped(u.Redacted()))
	}
	if addr, err := netip.ParseAddr(u.Hostname()); err == nil {
		return c.refusePrivate(netip.AddrPortFrom(addr, portOf(u)))
	}
	return nil
}

func portOf(u *url.URL) uint16 {
	if ap, err := netip.ParseAddrPort("0.0.0.0:" + u.Port()); err == nil {
		return ap.Port()
	}
	if u.Scheme == "https" {
		return 443
	}
	return 80
}

func (c *Client) refusePrivate(a netip.AddrPort) error {
	what := private(a.Addr())
	if what == "" || c.options.Private || c.options.Except != nil && c.options.Except(a) {
		return nil
	}
	return kg.Errorf(kg.Invalid, "pages are not fetched from %s, for it stands for %s; where that is meant, start with "+
		"--private-addresses", a.Addr(), what)
}

// proxied marks the context of a connection to a proxy, which may stand in our own network: whom it connects to is its
// business.
type proxied struct{}

// proxy gives the proxy of one request, and notes its address for dial. Each redirect is asked about anew: one to a
// name that goes past the proxy is dialled, and checked, like any other.
func (c *Client) proxy(r *http.Request) (*url.URL, error) {
	proxy, err := c.proxyFor(r)
	if err != nil {
		return nil, kg.Errorf(kg.Invalid, "the proxy that the environment names is no address")
	}
	if proxy != nil {
		c.proxies.Store(net.JoinHostPort(proxy.Hostname(), strconv.Itoa(int(portOf(proxy)))), true)
	}
	return proxy, nil
}

// dial connects to an address, which is checked unless it is a proxy's.
func (c *Client) dial(ctx context.Context, network, address string) (net.Conn, error) {
	if _, ok := c.proxies.Load(address); ok {
		ctx = context.WithValue(ctx, proxied{}, true)
	}
	dialer := net.Dialer{Timeout: 10 * time.Second, ControlContext: c.checkAddress}
	return dialer.DialContext(ctx, network, address)
}

// checkAddress looks at the address that a name led to, just before it is connected to, so that a name cannot lead
// elsewhere in between.
func (c *Client) checkAddress(ctx context.Context, _, address string, _ syscall.RawConn) error {
	if ctx.Value(proxied{}) != nil {
		return nil
	}
	a, err := netip.ParseAddrPort(address)
	if err != nil {
		return kg.Errorf(kg.Invalid, "%q is no address of the Internet", clipped(address))
	}
	return c.refusePrivate(a)
}

func (c *Client) checkRedirect(next *http.Request, before []*http.Request) error {
	if len(before) > mostRedirects {
		return kg.Errorf(kg.Unavailable, "it leads on more than %d times", mostRedirects)
	}
	return c.checkURL(next.URL)
}

// reason says in plain words why a page was not given.
func (c *Client) reason(address string, err error) error {
	address = clipped(address)
	var own *kg.Error
	var dns *net.DNSError
	var certificate *tls.CertificateVerificationError
	var timeout net.Error
	switch {
	case errors.As(err, &own):
		return kg.Errorf(own.Code, "%s cannot be fetched: %s", address, own.Message)
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return kg.Because(err, kg.Unavailable, "%s cannot be fetched: its server did not give all of it within %s", address,
			c.options.Time)
	case errors.Is(err, context.Canceled):
		return kg.Because(err, kg.Unavailable, "%s was not fetched: the request was cancelled", address)
	case errors.As(err, &dns):
		return kg.Because(err, kg.Unavailable, "%s cannot be fetched: no server of that name was found", address)
	case errors.As(err, &certificate):
		return kg.Because(err, kg.Unavailable, "%s cannot be fetched: its server's certificate is not valid", address)
	case errors.Is(err, syscall.ECONNREFUSED):
		return kg.Because(err, kg.Unavailable, "%s cannot be fetched: nothing answers there", address)
	}
	return kg.Because(err, kg.Unavailable, "%s cannot be fetched: its server broke off or does not speak HTTP", address)
}

// clipped is text that a caller sent, short enough to be shown to it again.
func clipped(s string) string {
	const most = 200
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
