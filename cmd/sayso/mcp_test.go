package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// TestAgentOverHTTP: a client of the official SDK finds the tools at the address that is told, and a fact comes with its citation.
func TestAgentOverHTTP(t *testing.T) {
	api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = fmt.Fprint(w, `{"data":{"whoDid":{"predicates":[{"id":"BANNED"}],"rows":[{"actor":{"name":"Arnfeld"},"target":{"name":"Norlin"},
			"status":"BANNED","evidence":[{"quote":{"exact":"has banned Norlin","start":4,"end":21},"article":{"id":"art_1","title":"Ferry"}}]}]}}}`)
	}))
	defer api.Close()
	ctx, stop := context.WithCancel(t.Context())
	told, tell := io.Pipe()
	ended := make(chan int)
	go func() {
		ended <- run([]string{"mcp", "--server", api.URL, "--listen", "127.0.0.1:0"}, terminal{ctx, strings.NewReader(""), io.Discard, tell})
	}()
	var address string
	if _, err := fmt.Fscanf(told, "MCP at %s\n", &address); err != nil {
		t.Fatal(err)
	}
	session, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(ctx, &sdk.StreamableClientTransport{Endpoint: address}, nil)
	if err != nil {
		t.Fatal(err)
	}
	result, err := session.CallTool(ctx, &sdk.CallToolParams{Name: "who_did", Arguments: map[string]any{"predicate": "banned", "target": "Norlin"}})
	if err != nil || result.IsError {
		t.Fatal(result, err)
	}
	text, err := json.Marshal(result.StructuredContent)
	if err != nil || !strings.Contains(string(text), `"quote":"has banned Norlin"`) || !strings.Contains(string(text), `"article_id":"art_1"`) {
		t.Errorf("%s %v", text, err)
	}
	_ = session.Close()
	stop()
	if code := <-ended; code != 0 {
		t.Errorf("ended with %d", code)
	}
}
