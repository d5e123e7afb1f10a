package graph

import (
	"context"
	"encoding/json"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"sayso/internal/compile"
	"sayso/internal/kg"
)

// lookEvery is how often the graph is asked for new changes while somebody waits for them. Any server on the graph can
// serve the feed.
const lookEvery = 100 * time.Millisecond

// changesAtOnce is how many changes are read in one go.
const changesAtOnce = 200

// subscribe answers a subscription: each change that fits becomes one response, made from the same plan as a query of
// changes.
func (a *answerer) subscribe(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx)
	if op.Operation.Operation != ast.Subscription {
		return next(ctx)
	}
	fields := graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Subscription"})
	if len(fields) != 1 || fields[0].Name != "changes" || a.feed == nil {
		return graphql.OneShot(graphql.ErrorResponse(ctx, "a subscription asks for changes and nothing else"))
	}
	s := &subscription{answerer: a, selection: selector{op, a.schema}.selection(fields[0])}
	if err := s.start(ctx); err != nil {
		return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{presentError(ctx, err)}})
	}
	return s.next
}

// subscription is one subscriber's place in the feed.
type subscription struct {
	*answerer
	selection compile.Selection
	since     int // the last change that was looked at
	waiting   []event
	ended     bool
}

type event struct {
	Seq  int             `json:"seq"`
	Node json.RawMessage `json:"node"`
}

func (s *subscription) start(ctx context.Context) error {
	var err error
	if since := s.selection.Args["since"]; since != nil {
		if s.since, err = graphql.UnmarshalInt(since); err != nil || s.since < 0 {
			return kg.Errorf(kg.Invalid, "since is %v; give the seq of the last change you saw, or 0 for all", since)
		}
		return nil
	}
	s.since, err = s.feed.LastChange(ctx)
	return err
}

// next waits for the next change that fits. nil ends the subscription. An error ends it too: the subscriber knows how
// far it came.
func (s *subscription) next(ctx context.Context) *graphql.Response {
	for len(s.waiting) == 0 && !s.ended {
		last, err := s.watch.beyond(ctx, s.since)
		if err == nil {
			s.waiting, err = s.read(ctx, last)
		}
		if err != nil && ctx.Err() == nil {
			s.ended = true
			return &graphql.Response{Errors: gqlerror.List{presentError(ctx, err)}}
		}
		s.ended = err != nil
	}
	if s.ended {
		return nil
	}
	e := s.waiting[0]
	s.waiting = s.waiting[1:]
	key, err := json.Marshal(s.selection.Alias)
	if err != nil {
		return nil
	}
	return &graphql.Response{Data: append(append(append([]byte("{"), key...), ':'), append(e.Node, '}')...)}
}

// read gives the changes behind since that fit, at most changesAtOnce, and moves on to the last of them, or to last
// when there are no more.
func (s *subscription) read(ctx context.Context, last int) ([]event, error) {
	where := map[string]any{"and": []any{map[string]any{"seq": map[string]any{"gt": int64(s.since), "lte": int64(last)}}}}
	if given := s.selection.Args["where"]; given != nil {
		where["and"] = append(where["and"].([]any), given)
	}
	node := s.selection
	node.Name, node.Alias, node.Args = "node", "node", nil
	seq := compile.Selection{Name: "seq", Alias: "seq"}
	list := compile.Selection{Name: "changes", Alias: "changes", Type: "ChangeConnection",
		Args: map[string]any{"where": where, "orderBy": []any{map[string]any{"seq": "ASC"}}, "first": int64(changesAtOnce)},
		Fields: map[string][]compile.Selection{"ChangeConnection": {{Name: "edges", Alias: "edges", Type: "ChangeEdge",
			Fields: map[string][]compile.Selection{
				"ChangeEdge": {node, {Name: "node", Alias: "numbered", Type: "Change",
					Fields: map[string][]compile.Selection{"Change": {seq}}}}}}}}}
	data, err := s.answer(ctx, list)
	if err != nil {
		return nil, err
	}
	var found struct {
		Edges []struct {
			Node     json.RawMessage
			Numbered struct{ Seq int }
		}
	}
	if err := json.Unmarshal(data, &found); err != nil {
		return nil, kg.Hidden(err)
	}
	var out []event
	for _, e := range found.Edges {
		out = append(out, event{e.Numbered.Seq, e.Node})
	}
	s.since = last
	if len(out) == changesAtOnce {
		s.since = out[len(out)-1].Seq
	}
	return out, nil
}

// watch asks the graph for the number of the last change, once for everybody who waits.
type watch struct {
	feed kg.Feed
	mu   sync.Mutex
	seen time.Time
	last int
}

// beyond waits until there is a change behind since, and gives the number of the last one.
func (w *watch) beyond(ctx context.Context, since int) (int, error) {
	for {
		last, err := w.look(ctx)
		if err != nil || last > since {
			return last, err
		}
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-time.After(lookEvery):
		}
	}
}

func (w *watch) look(ctx context.Context) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if time.Since(w.seen) < lookEvery {
		return w.last, nil
	}
	last, err := w.feed.LastChange(ctx)
	if err == nil {
		w.last, w.seen = last, time.Now()
	}
	return w.last, err
}
