package access

import (
	"net"
	"net/http"
	"net/netip"
	"strings"

	"sayso/internal/kg"
)

// Proxies are the networks whose word is taken for where a request comes from.
type Proxies []netip.Prefix

// ReadProxies reads addresses and networks: 127.0.0.1, 10.0.0.0/8.
func ReadProxies(texts []string) (Proxies, error) {
	var out Proxies
	for _, text := range texts {
		network, err := netip.ParsePrefix(text)
		if err != nil {
			var single netip.Addr
			if single, err = netip.ParseAddr(text); err == nil {
				network = netip.PrefixFrom(single, single.BitLen())
			}
		}
		if err != nil {
			return nil, kg.Errorf(
				kg.Invalid,
				"--trusted-proxy %q is no address and no network; write one such as 127.0.0.1 or 10.0.0.0/8",
				text,
			)
		}
		out = append(out, network.Masked())
	}
	return out, nil
}

func (p Proxies) trust(a netip.Addr) bool {
	for _, network := range p {
		if network.Contains(a) {
			return true
		}
	}
	return false
}

// Seen has requests of trusted proxies come from where these saw them: limits and the audit log are about callers, not
// about the proxy. What others say of that is dropped. Without proxies nothing is changed.
func (p Proxies) Seen(next http.Handler) http.Handler {
	if len(p) == 0 {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r = r.Clone(r.Context())
		if peer, ok := addressIn(r.RemoteAddr); ok && p.trust(peer) {
			r.RemoteAddr = net.JoinHostPort(p.origin(peer, r.Header.Values("X-Forwarded-For")).String(), "0")
		} else {
			r.Header.Del("X-Forwarded-Proto")
		}
		r.Header.Del("X-Forwarded-For")
		next.ServeHTTP(w, r)
	})
}

// origin goes back along the proxies that are trusted, from the last: what stands before the first that is not can have
// been made up.
func (p Proxies) origin(peer netip.Addr, headers []string) netip.Addr {
	hops := strings.Split(strings.Join(headers, ","), ",")
	for i := len(hops) - 1; i >= 0 && p.trust(peer); i-- {
		hop, ok := addressIn(strings.TrimSpace(hops[i]))
		if !ok {
			break
		}
		peer = hop
	}
	return peer
}

// addressIn reads an address with or without a port; an IPv4 address that is written as IPv6 is the IPv4 address.
func addressIn(text string) (netip.Addr, bool) {
	if at, err := netip.ParseAddrPort(text); err == nil {
		return at.Addr().Unmap().WithZone(""), true
	}
	a, err := netip.ParseAddr(strings.Trim(text, "[]"))
	return a.Unmap().WithZone(""), err == nil
}
