package mcp

import (
	"context"
	"errors"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"sayso/internal/kg"
)

// Request carries out a GraphQL request and decodes its data into out.
type Request func(ctx context.Context, document string, variables map[string]any, out any) error

// Documents are the GraphQL documents of the tools.
type Documents struct{ Ask, Nearest, WhoDid, Statements, Article, FindQuote string }

// tools are the tools with what they ask by.
type tools struct {
	ask       Request
	documents Documents
}

const instructions = "A graph of who said and did what, read from news. Every fact comes with the quote it rests on: " +
	"cite it. " +
	"What a statement says is its speaker's, not a fact of the graph. Use ask for a question in English, who_did for " +
	"one deed and target, statements for what " +
	"was said, find_quote to check a quote, article for the text around it. Where an answer gives next, call again with " +
	"it as cursor for the rest."

// New gives a server with all tools.
func New(version string, ask Request, documents Documents) *sdk.Server {
	t := tools{ask, documents}
	server := sdk.NewServer(&sdk.Implementation{Name: "sayso", Title: "Sayso", Version: version},
		&sdk.ServerOptions{Instructions: instructions})
	add(server, "ask", "Answer a question in English",
		"Who recognized X, what did X say about Y, how many did X lose, when, what is disputed. "+
			"Look at understood and confidence: below 0.7 the question may have been misread.", t.answer)
	add(server, "who_did", "Who did something to somebody",
		"The actors who did what predicate says (recognized, condemned, met with …) to the target, "+
			"each with its latest position and its quotes.", t.whoDid)
	add(server, "statements", "What was said",
		"Statements by speaker, mentioned actor, words, outlet and day, newest first.", t.statements)
	add(server, "find_quote", "Check where a quote stands",
		"Where words stand in the articles, as they are or nearly so, and what differs.", t.findQuote)
	add(server, "article", "Read an article", "An article's text, from a code point on. The id stands in every citation.",
		t.article)
	return server
}

// add adds a tool that reads and changes nothing.
func add[In, Out any](server *sdk.Server, name, title, description string, do func(context.Context, In) (Out, error)) {
	closed := false
	tool := &sdk.Tool{Name: name, Title: title, Description: description,
		Annotations: &sdk.ToolAnnotations{Title: title, ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &closed}}
	sdk.AddTool(server, tool, func(ctx context.Context, _ *sdk.CallToolRequest, in In) (*sdk.CallToolResult, Out, error) {
		out, err := do(ctx, in)
		return nil, out, told(err)
	})
}

// told is what an agent may see of an error.
func told(err error) error {
	var own *kg.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &own) && own.Code != kg.Internal:
		return errors.New(string(own.Code) + ": " + own.Message)
	}
	return errors.New("the request failed; try again, or ask for less")
}
