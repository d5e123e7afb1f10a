package fetch

import (
	"cmp"
	"context"
	"io"
	"net/http"
	"strconv"
	"time"

	"sayso/internal/kg"
)

// Agent is what this program calls itself: robots.txt may name its first word.
const Agent = "sayso (+reads pages at its user's request)"

// Request asks for a page, or for what has changed of it.
type Request struct {
	Address      string
	Accept       string // media types; those of pages when empty
	ETag         string // validators of the answer before: what has not changed since is answered with 304 and no body
	LastModified string
}

// Answer is what a server says to a request, whatever the status. Body is empty but for 200.
type Answer struct {
	Page
	Status       int
	ETag         string
	LastModified string
	RetryAfter   string // as the server writes it: seconds or a date
}

// Ask sends one request and gives whatever status the server answers with. Errors are those of Get, where there is no
// answer at all.
func (c *Client) Ask(ctx context.Context, r Request) (Answer, error) {
	ctx, cancel := context.WithTimeout(ctx, c.options.Time)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, r.Address, nil)
	if err != nil {
		return Answer{}, kg.Errorf(kg.Invalid, "%q is no address of a page; write one such as https://example.org/article",
			clipped(r.Address))
	}
	if err := c.checkURL(request.URL); err != nil {
		return Answer{}, err
	}
	request.Header.Set("User-Agent", Agent)
	request.Header.Set("Accept", cmp.Or(r.Accept, pageTypes))
	for name, value := range map[string]string{"If-None-Match": r.ETag, "If-Modified-Since": r.LastModified} {
		if value != "" {
			request.Header.Set(name, value)
		}
	}
	response, err := c.http.Do(request)
	if err != nil {
		return Answer{}, c.reason(r.Address, err)
	}
	defer func() { _ = response.Body.Close() }()
	answer := Answer{Status: response.StatusCode, ETag: response.Header.Get("ETag"),
		LastModified: response.Header.Get("Last-Modified"),
		RetryAfter:   response.Header.Get("Retry-After")}
	answer.URL, answer.ContentType = response.Request.URL.String(), response.Header.Get("Content-Type")
	if response.StatusCode == http.StatusOK {
		answer.Body, err = c.body(r.Address, response.Body)
	}
	return answer, err
}

// body reads all of an answer.
func (c *Client) body(address string, from io.Reader) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(from, c.options.Largest+1))
	switch {
	case err != nil:
		return nil, c.reason(address, err)
	case int64(len(body)) > c.options.Largest:
		return nil, kg.Errorf(kg.TooLarge, "%s is longer than %d bytes", clipped(address), c.options.Largest)
	}
	return body, nil
}

// Wait is how long a server asks to be left alone, by its Retry-After header; 0 where it says nothing that can be read.
func (a Answer) Wait(now time.Time) time.Duration {
	if seconds, err := strconv.Atoi(a.RetryAfter); err == nil {
		const most = 1 << 30
		return time.Duration(min(max(seconds, 0), most)) * time.Second
	}
	if at, err := http.ParseTime(a.RetryAfter); err == nil {
		return max(at.Sub(now), 0)
	}
	return 0
}
