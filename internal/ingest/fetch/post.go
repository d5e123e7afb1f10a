package fetch

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/url"

	"sayso/internal/kg"
)

// Check refuses an address that nothing is fetched from or sent to, as far as that can be told without asking for its
// name.
func (c *Client) Check(address string) error {
	u, err := url.Parse(address)
	if err != nil {
		return kg.Errorf(kg.Invalid, "%q is no address of the web; write one such as https://example.org/hook",
			clipped(address))
	}
	return c.checkURL(u)
}

// largestReply is how much of an answer to a POST is read, so that the connection can be used again; bytes.
const largestReply = 64 << 10

// Post sends a body to an address and gives the status of the answer. Addresses are refused as for Get; redirects are
// not followed, for a body that was meant for one receiver is none for another.
func (c *Client) Post(ctx context.Context, address string, header map[string]string, body []byte) (Answer, error) {
	ctx, cancel := context.WithTimeout(ctx, c.options.Time)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return Answer{}, kg.Errorf(kg.Invalid, "%q is no address of the web; write one such as https://example.org/hook",
			clipped(address))
	}
	if err := c.checkURL(request.URL); err != nil {
		return Answer{}, err
	}
	request.Header.Set("User-Agent", Agent)
	for name, value := range header {
		request.Header.Set(name, value)
	}
	straight := *c.http
	straight.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	response, err := straight.Do(request)
	if err != nil {
		return Answer{}, c.reason(address, err)
	}
	defer func() { _ = response.Body.Close() }()
	_, _ = io.Copy(io.Discard, io.LimitReader(response.Body, largestReply))
	return Answer{Status: response.StatusCode, RetryAfter: response.Header.Get("Retry-After")}, nil
}
