package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"time"

	"sayso/internal/access"
	"sayso/internal/check"
	"sayso/internal/doctor"
	"sayso/internal/forget"
	"sayso/internal/kg"
	"sayso/internal/neo"
	"sayso/internal/version"
)

// accessFlags say who may use the server.
type accessFlags struct {
	Auth     bool          `help:"Ask for a key on loopback too; on other addresses a key is always asked for."`
	Insecure bool          `help:"Serve other machines without asking for keys: whoever reaches the address may read and change everything."`
	Keys     string        `help:"The file of keys that sayso keys writes; keys.json in the data folder unless you say otherwise." placeholder:"FILE"`
	Head     string        `name:"audit-head" help:"Where the newest hash of the audit log is sent whenever it has moved: an address that takes POST, or a file on another machine's disk. sayso audit verify proves by it that nothing was cut." placeholder:"URL|FILE"`
	HeadEach time.Duration `name:"audit-head-every" help:"How often." default:"5m"`
	Forget   string        `name:"forget-key" help:"The file of the key by which those are known again who were forgotten; forget.key in the data folder unless you say otherwise. Servers and workers on one graph need the same." placeholder:"FILE"`
	Proxies  []string      `name:"trusted-proxy" help:"An address or network of proxies whose X-Forwarded-For and X-Forwarded-Proto count; without any, limits are by the address that connects." placeholder:"ADDR|NETWORK"`
	providerFlags
}

// doorway is the way in: who is let through, and the log of writes and refusals.
type doorway struct {
	gate      *access.Gate
	audit     *access.Audit
	protected bool   // keys are asked for
	exposed   bool   // other machines reach it, and no keys are asked for
	issuer    string // of the provider that vouches for people, "" for none
	proxies   access.Proxies
}

// state tells those who may read which server this is.
func (d doorway) state() http.Handler {
	s := doctor.State{Build: version.Build(), Access: doctor.Open}
	switch {
	case d.exposed:
		s.Access = doctor.Exposed
	case d.issuer != "":
		s.Access = "keys and " + d.issuer
	case d.protected:
		s.Access = "keys"
	}
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, s) })
}

// openDoorway decides by the address whether callers must say who they are. A server that others can reach does not
// start when nobody could.
func openDoorway(s settings, at net.Addr, out io.Writer) (d doorway, err error) {
	local := onLoopback(at)
	if s.Insecure && (s.Auth || s.Issuer != "") {
		return d, kg.Errorf(kg.Invalid, "--insecure asks nobody who they are, --auth and --oidc-issuer ask everybody; give "+
			"one of them")
	}
	d.protected = s.Auth || s.Issuer != "" || (!local && !s.Insecure)
	if len(s.OnlyOperations) > 0 && !d.protected {
		return d, kg.Errorf(kg.Invalid, "--only-operations bounds callers below an admin, and without keys everybody is "+
			"one; give --auth too")
	}
	d.exposed = !local && s.Insecure
	d.issuer = s.Issuer
	provider, err := s.provider(at)
	if err != nil {
		return d, err
	}
	if d.proxies, err = access.ReadProxies(s.Proxies); err != nil {
		return d, err
	}
	var keys *access.Keys
	if d.protected {
		path := s.keysFile()
		keys = access.OpenKeys(path, time.Now)
		if err := someValid(keys, provider, path, s.Listen); err != nil {
			return d, err
		}
	}
	if d.exposed {
		fmt.Fprintf(out, "WARNING: --insecure: whoever reaches %s may read and change everything\n", at)
	}
	if d.audit, err = access.OpenAudit(filepath.Join(s.Data, access.AuditFile), time.Now); err != nil {
		return d, err
	}
	d.gate = access.NewGate(keys, d.audit, access.Pace{}).Trusting(provider)
	return d, nil
}

// sendHeads begins to send the audit log's head away, and gives what ends that and waits for the last one.
func (s settings) sendHeads(ctx context.Context, audit *access.Audit) (end func()) {
	if s.Head == "" {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		audit.SendHeads(ctx, s.Head, s.HeadEach)
	}()
	return func() { cancel(); <-done }
}

// keysFile is where the keys are.
func (s settings) keysFile() string {
	if s.Keys != "" {
		return s.Keys
	}
	return filepath.Join(s.Data, access.File)
}

// forgetKey is where the key of forgettings is.
func (s settings) forgetKey() string {
	if s.Forget != "" {
		return s.Forget
	}
	return filepath.Join(s.Data, forget.KeyFileName)
}

// guard adds what operators ask to the routes, and keeps what an admin alone may see from everybody else.
func (d doorway) guard(routes map[string]http.Handler, measured metrics, store *neo.Store) {
	routes["/metrics"] = measured.handler()
	routes[doctor.StatePath] = d.state()
	routes[check.Path] = check.Handler(store, func(r *http.Request) string {
		return access.Of(r.Context()).By("sayso check")
	})
	// An archive holds the addresses of sources and whom tellings are sent to.
	admins := []string{"/import", "/export/archive.jsonl", check.Path}
	if !d.exposed { // what a process holds, and who did what, is nothing for everybody
		routes["/debug/pprof/"], routes[access.AuditPath] = profiles(), http.HandlerFunc(d.audit.Search)
		routes[access.HeadPath] = http.HandlerFunc(d.audit.ServeHead)
		admins = append(admins, "/debug/pprof/", access.AuditPath, access.HeadPath)
	}
	for _, path := range admins {
		routes[path] = d.gate.Require(access.Admin, routes[path])
	}
}

// someValid gives an error where no key of a file opens the server and no provider vouches for anybody.
func someValid(keys *access.Keys, provider *access.Provider, path, listen string) error {
	all, err := keys.All()
	if err != nil || provider != nil {
		return err
	}
	for _, key := range all {
		if key.State(time.Now()) == "valid" {
			return nil
		}
	}
	return kg.Errorf(kg.Invalid, "a server at %s asks for keys, and none in %s is valid; make one with: sayso keys add "+
		"YOUR-NAME --role admin --file %s "+
		"(or, where everybody who reaches the address may read and change everything, start with --insecure)", listen, path,
		path)
}

// onLoopback reports whether only this machine reaches an address.
func onLoopback(at net.Addr) bool {
	tcp, ok := at.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}
