package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	neo4jbrowser "sayso/docs/neo4j-browser"
	"sayso/internal/explorer"
	"sayso/internal/kg"
)

// site routes requests. Until it is opened every page but /healthz says that the server is starting.
type site struct {
	routes   atomic.Pointer[http.Handler]
	loopback bool // listens on loopback only
	door     doorway
}

func newSite(at net.Addr, door doorway) *site {
	s := &site{loopback: onLoopback(at), door: door}
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", alive)
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "2")
		answer(w, http.StatusServiceUnavailable, map[string]any{"status": "starting",
			"errors": []any{map[string]any{
				"message": "the graph is starting; try again in a moment", "extensions": map[string]any{"code": "UNAVAILABLE"},
			}}})
	})
	s.show(mux)
	return s
}

// show puts pages in place.
func (s *site) show(pages http.Handler) { s.routes.Store(&pages) }

// ServeHTTP implements http.Handler.
func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	if s.loopback && !localHost(r.Host) {
		http.Error(w, "this server listens on loopback and answers to localhost only; to serve other names start it with "+
			"--listen ADDR", http.StatusForbidden)
		return
	}
	(*s.routes.Load()).ServeHTTP(w, r)
}

// localHost tells names that only this machine can have given, so that a web page elsewhere whose name was made to
// point here gets no answer (DNS rebinding).
func localHost(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.Trim(host, "[]")
	ip := net.ParseIP(host)
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || (ip != nil && ip.IsLoopback())
}

// open puts the real pages in place.
func (s *site) open(api http.Handler, routes map[string]http.Handler, h health, browserURL string) error {
	pages, err := explorer.Handler(explorer.Links{
		Neo4jBrowser: browserURL, Exposed: s.door.exposed, SignOut: s.door.protected,
	})
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", alive)
	mux.Handle("/readyz", h)
	mux.Handle("/graphql", compressed(api))
	for pattern, handler := range routes {
		mux.Handle(pattern, handler)
	}
	mux.Handle("/", pages)
	s.show(s.door.gate.Protect(mux, "/healthz", "/readyz", "/favicon.svg", neo4jbrowser.Path))
	return nil
}

// openWorker puts the pages of a worker in place: it answers no questions.
func (s *site) openWorker(ready func(context.Context) error, status func(context.Context) (kg.QueueStatus, error),
	measured metrics) {
	warm := &atomic.Bool{}
	warm.Store(true)
	pages := workerPages(health{graph: ready, warm: warm, queue: status}, measured)
	s.show(s.door.gate.Protect(pages, "/healthz", "/readyz"))
}

// health answers /readyz, and /readyz?warm for balancers that send nobody to a server before its first answers are as
// quick as later ones.
type health struct {
	graph func(context.Context) error // whether the graph can be read and written
	warm  *atomic.Bool                // whether Neo4j has planned what it will be asked
	// whether it still does; not for ever, also where that fails. nil where it does not at all
	warming *atomic.Bool
	// how the queue fares, which readiness does not depend on; nil for none
	queue func(context.Context) (kg.QueueStatus, error)
}

// readyLimit is how long /readyz waits for the graph.
const readyLimit = 5 * time.Second

// ServeHTTP implements http.Handler.
func (h health) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), readyLimit)
	defer cancel()
	if err := h.graph(ctx); err != nil {
		status := "the graph cannot be read and written"
		var own *kg.Error
		if errors.As(err, &own) && own.Code == kg.Unavailable {
			status += ": " + own.Message
		}
		answer(w, http.StatusServiceUnavailable, map[string]any{"status": status})
		return
	}
	if r.URL.Query().Has("warm") && h.warming != nil && h.warming.Load() {
		answer(w, http.StatusServiceUnavailable, map[string]any{
			"status": "ready, but Neo4j still plans what it will be asked; first answers may take seconds", "warm": false})
		return
	}
	told := map[string]any{"status": "ready", "warm": h.warm.Load()}
	if h.queue != nil {
		told["queue"] = h.queueHealth(ctx)
	}
	answer(w, http.StatusOK, told)
}

func alive(w http.ResponseWriter, _ *http.Request) {
	answer(w, http.StatusOK, map[string]any{"status": "alive"})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}

// announce is the line that ends the start.
func (s *site) announce(role, base, browserURL string) string {
	if role == roleWorker {
		return "Sayso reads what waits in the queue; how it fares is told at " + base + "/readyz\n"
	}
	if browserURL != "" {
		browserURL = "  Neo4j Browser " + browserURL + "\n(in Neo4j Browser: :play " + base + neo4jbrowser.GuidePath + ")"
	}
	return fmt.Sprintf("Sayso is ready: GraphQL %s/graphql  GraphiQL %s/graphiql  explorer %s/%s\n", base, base, base,
		browserURL)
}
