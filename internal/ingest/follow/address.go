package follow

import (
	_ "embed" // tracking.txt
	"net/url"
	"slices"
	"strings"

	"sayso/internal/kg"
)

//go:embed tracking.txt
var trackingText string

// tracking are the parameters of an address that say how a reader came there and not what stands there. One that ends
// in * stands for all that begin so.
var tracking = parameters(trackingText)

func parameters(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

// addressKey is the key of the item at an address: the same for addresses that differ only in the fragment, in the
// order of parameters, in what they tell of the reader's way, in capitals of the host or in a port that needs no
// saying.
func addressKey(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return kg.SourceItemKey(address)
	}
	host := strings.ToLower(u.Hostname())
	if port := u.Port(); port != "" && (u.Scheme != "http" || port != "80") && (u.Scheme != "https" || port != "443") {
		host += ":" + port
	}
	query := u.Query()
	for name := range query {
		if isTracking(name) {
			query.Del(name)
		}
	}
	return kg.SourceItemKey(host, strings.TrimSuffix(u.EscapedPath(), "/"), query.Encode())
}

func isTracking(name string) bool {
	return slices.ContainsFunc(tracking, func(pattern string) bool {
		if begin, open := strings.CutSuffix(pattern, "*"); open {
			return strings.HasPrefix(strings.ToLower(name), begin)
		}
		return strings.ToLower(name) == pattern
	})
}
