package access

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"
)

// How often a provider's pages are fetched, whatever callers send: a token may name a key that nobody has, and so may
// the next.
const (
	fetchEvery   = 30 * time.Second
	staleFor     = time.Hour // how long an answer does where the provider no longer answers
	longestPage  = 1 << 20   // bytes
	fetchingKeys = "fetching keys"
)

// restrained fetches each page by GET once in fetchEvery, and gives the earlier answer in between. Other requests go
// through.
type restrained struct {
	next http.RoundTripper
	now  func() time.Time

	mu    sync.Mutex
	pages map[string]*fetched // by address: those of one provider's description and keys
}

// fetched is the last answer of an address.
type fetched struct {
	mu      sync.Mutex // held while it is fetched: others wait for the answer
	tried   time.Time
	good    time.Time // when body was fetched; zero where it never was
	body    []byte
	header  http.Header
	failure error // of the last try
}

func newRestrained(next http.RoundTripper, now func() time.Time) *restrained {
	return &restrained{next: next, now: now, pages: map[string]*fetched{}}
}

// RoundTrip implements http.RoundTripper.
func (r *restrained) RoundTrip(request *http.Request) (*http.Response, error) {
	if request.Method != http.MethodGet {
		return r.next.RoundTrip(request)
	}
	r.mu.Lock()
	page := r.pages[request.URL.String()]
	if page == nil {
		page = &fetched{}
		r.pages[request.URL.String()] = page
	}
	r.mu.Unlock()
	page.mu.Lock()
	defer page.mu.Unlock()
	if now := r.now(); page.tried.IsZero() || now.Sub(page.tried) >= fetchEvery {
		page.tried = now
		page.failure = page.fetch(r.next, request, now)
	}
	if page.failure != nil && (page.good.IsZero() || r.now().Sub(page.good) > staleFor) {
		return nil, page.failure
	}
	return &http.Response{StatusCode: http.StatusOK, Status: "200 OK", Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: page.header.Clone(), Body: io.NopCloser(bytes.NewReader(page.body)), ContentLength: int64(len(page.body)),
		Request: request}, nil
}

func (p *fetched) fetch(next http.RoundTripper, request *http.Request, now time.Time) error {
	response, err := next.RoundTrip(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(io.LimitReader(response.Body, longestPage+1))
	switch {
	case err != nil:
		return err
	case response.StatusCode != http.StatusOK:
		return fmt.Errorf("%s answers %s", request.URL, response.Status)
	case len(body) > longestPage:
		return fmt.Errorf("%s answers more than %d bytes", request.URL, longestPage)
	}
	p.good, p.body, p.header = now, body, response.Header
	return nil
}
