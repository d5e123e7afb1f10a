// Package explorer serves the pages for people: the start page, GraphiQL, and the built web app that both need.
// It may not know anything of the graph; whatever its pages show they ask /graphql for.
package explorer

import (
	"net/http"
)

// Links are the addresses that the start page points to and that only the running server knows.
type Links struct {
	// Neo4jBrowser is the address of Neo4j Browser; empty when the graph has none that we know of.
	Neo4jBrowser string
}

// Handler gives the start page at /, GraphiQL at /graphiql and what it needs under /assets/. Everything else is not found.
func Handler(l Links) (http.Handler, error) {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = w.Write([]byte("Sayso: POST GraphQL to /graphql\n" + l.Neo4jBrowser + "\n"))
	})
	return mux, nil
}
