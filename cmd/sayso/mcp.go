package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"sayso/graph/operations"
	"sayso/internal/kg"
	"sayso/internal/mcp"
	"sayso/internal/version"
)

type mcpCommand struct {
	serverFlag
	Listen  string        `help:"Serve the protocol over HTTP at this address, under /mcp, and not over standard input and output." placeholder:"ADDR"`
	Timeout time.Duration `help:"Longest time to wait for an answer." default:"60s"`
}

// Run serves until the client goes.
func (c *mcpCommand) Run(t terminal) error {
	documents, err := agentDocuments()
	if err != nil {
		return err
	}
	ask := func(ctx context.Context, document string, variables map[string]any, out any) error {
		return c.query(ctx, c.Timeout, document, variables, out)
	}
	server := mcp.New(version.Number(), ask, documents)
	if c.Listen == "" {
		return server.Run(t.ctx, &sdk.StdioTransport{})
	}
	mux := http.NewServeMux()
	mux.Handle("/mcp", sdk.NewStreamableHTTPHandler(func(*http.Request) *sdk.Server { return server }, nil))
	at, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return kg.Errorf(kg.Invalid, "cannot listen on %s; choose another address with --listen: %w", c.Listen, err)
	}
	listening := &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second}
	stop := context.AfterFunc(t.ctx, func() { _ = listening.Close() })
	defer stop()
	fmt.Fprintf(t.err, "MCP at http://%s/mcp\n", at.Addr())
	if err := listening.Serve(at); t.ctx.Err() == nil {
		return kg.Errorf(kg.Unavailable, "serving on %s ended: %w", at.Addr(), err)
	}
	return nil
}

// agentDocuments are the documents of the tools.
func agentDocuments() (mcp.Documents, error) {
	out := mcp.Documents{Ask: operations.Ask, Nearest: operations.Nearest}
	for name, to := range map[string]*string{
		"who_did": &out.WhoDid, "statements": &out.Statements, "article": &out.Article, "find_quote": &out.FindQuote,
	} {
		text, err := operations.Of("agent/" + name)
		if err != nil {
			return out, err
		}
		*to = text
	}
	return out, nil
}
