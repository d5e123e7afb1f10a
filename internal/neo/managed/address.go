package managed

import (
	"fmt"
	"net"
	"strconv"
)

const (
	boltFlag = "--neo4j-bolt"
	httpFlag = "--neo4j-http"
)

// chooseAddrs makes sure both addresses can be listened on and replaces port 0 by a free port. Both are held at once
// while choosing, so that the two never get the same port.
func chooseAddrs(bolt, http string) (string, string, error) {
	b, err := tryListen(boltFlag, "Bolt", bolt)
	if err != nil {
		return "", "", err
	}
	defer b.Close()
	h, err := tryListen(httpFlag, "HTTP", http)
	if err != nil {
		return "", "", err
	}
	defer h.Close()
	return withPortOf(bolt, b), withPortOf(http, h), nil
}

func tryListen(flag, what, addr string) (net.Listener, error) {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("Neo4j cannot listen for %s on %s; is another Neo4j running there? "+
			"Stop it or choose another address with %s HOST:PORT: %w", what, addr, flag, err)
	}
	return l, nil
}

// withPortOf keeps the host as it was given, since the listener would show a name resolved.
func withPortOf(addr string, l net.Listener) string {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return addr
	}
	return net.JoinHostPort(host, strconv.Itoa(l.Addr().(*net.TCPAddr).Port))
}

// isWildcard reports whether addr listens on every interface, so that it cannot be dialled or advertised as it is.
func isWildcard(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return host == "" || (ip != nil && ip.IsUnspecified())
}

// dialAddr is the address under which this machine itself reaches a listener.
func dialAddr(addr string) string {
	if !isWildcard(addr) {
		return addr
	}
	_, port, _ := net.SplitHostPort(addr)
	return net.JoinHostPort("127.0.0.1", port)
}
