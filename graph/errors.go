package graph

import (
	"context"
	"errors"
	"log/slog"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"sayso/internal/ask"
	"sayso/internal/kg"
)

// presentError gives an error its code, path and a message for the caller. What went wrong inside stays in the log.
func presentError(ctx context.Context, err error) *gqlerror.Error {
	var own *kg.Error
	var parsed *gqlerror.Error
	if !errors.As(err, &own) && errors.As(err, &parsed) && parsed.Err == nil {
		return parsed // from the parser, the validator or a limit: made for the caller
	}
	shown := shownError(ctx, err)
	out := gqlerror.WrapPath(graphql.GetPath(ctx), &gqlerror.Error{Message: shown.Message})
	out.Message = shown.Message
	out.Err = nil
	out.Extensions = map[string]any{"code": string(shown.Code)}
	var unread *ask.Unread
	if errors.As(err, &unread) && unread.Search != "" {
		out.Extensions["search"] = unread.Search // what to search for instead
	}
	return out
}

// shownError is what a caller may see of err; an internal one is logged.
func shownError(ctx context.Context, err error) *kg.Error {
	var own *kg.Error
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return &kg.Error{Code: kg.Timeout, Message: "the request took longer than allowed and was ended; ask for less at " +
			"once, or raise --timeout"}
	case errors.Is(err, context.Canceled):
		return &kg.Error{Code: kg.Timeout, Message: "the request was cancelled"}
	case errors.As(err, &own) && own.Code != kg.Internal:
		if own.Code == kg.Unavailable {
			slog.WarnContext(ctx, "the graph was not available to a request", "err", err, "path", graphql.GetPath(ctx).String())
		}
		return own
	}
	slog.ErrorContext(ctx, "request failed", "err", err, "path", graphql.GetPath(ctx).String())
	return &kg.Error{Code: kg.Internal, Message: "the request failed inside the server; the log has the details"}
}
