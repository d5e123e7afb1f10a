package fetch

import (
	_ "embed" // special.txt
	"net/netip"
	"strings"
)

//go:embed special.txt
var specialText string

// special are the networks that no page is fetched from, each with what it is.
var special = parseSpecial(specialText)

type network struct {
	prefix netip.Prefix
	what   string
}

func parseSpecial(text string) []network {
	var out []network
	for line := range strings.Lines(text) {
		prefix, what, found := strings.Cut(strings.TrimSpace(line), " ")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		out = append(out, network{netip.MustParsePrefix(prefix), strings.TrimSpace(what)})
	}
	return out
}

// translated is the network whose addresses carry an IPv4 address in their last four bytes. RFC 6052.
var translated = netip.MustParsePrefix("64:ff9b::/96")

// private says what an address stands for that is not on the Internet, "" for one that is.
func private(a netip.Addr) string {
	a = a.Unmap().WithZone("") // ::ffff:127.0.0.1 is 127.0.0.1
	if translated.Contains(a) {
		b := a.As16()
		a = netip.AddrFrom4([4]byte(b[12:]))
	}
	for _, n := range special {
		if n.prefix.Contains(a) {
			return n.what
		}
	}
	return ""
}
