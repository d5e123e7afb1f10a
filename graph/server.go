package graph

import (
	"context"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"sayso/graph/gen"
	"sayso/internal/access"
	"sayso/internal/compile"
	"sayso/internal/kg"
)

// Options wire the API up.
type Options struct {
	Store      Store
	Ingester   kg.Ingester
	Curator    kg.Curator   // nil: what people decide is not taken
	Feed       kg.Feed      // nil: there is no change feed
	Forgetter  kg.Forgetter // nil: nobody is forgotten here
	Follower   Follower     // nil: no sources are followed
	Standing   Standing     // nil: no questions stand
	Queue      Queue        // nil: no articles wait to be read
	Asker      Asker
	Vocabulary *kg.Vocabulary
	// the keys under which names of one sound meet; nil: search does not find names across scripts
	Sounds        compile.Sounds
	Limits        Limits
	MaxBody       int64         // bytes of a request; 0 means 32 MiB
	BodyTime      time.Duration // how long a request's body may take to arrive; 0 means a minute
	QueryTimeout  time.Duration // 0 means 30 s
	IngestTimeout time.Duration // 0 means 10 min
	Protected     bool          // callers need the roles that the schema names: access.Of tells who they are
	// KnownOperations, where it is set, are all that callers below an admin may ask.
	KnownOperations *KnownOperations
	Audit           *access.Audit // where mutations and refusals are written, nil for nowhere
	// Observe is told of each root field of a query or mutation: "query whoDid", how long it took, whether it failed. nil:
	// nobody is.
	Observe func(field string, took time.Duration, failed bool)
	// Epoch numbers the states of the graph: another number after each write. With KeptAnswers, the bytes of answers that
	// are kept, it has answers kept until the graph changes. nil, or 0 bytes: each is read anew. Answered is told of each,
	// whether it was kept.
	Epoch       func(ctx context.Context) (uint64, error)
	KeptAnswers int
	Answered    func(kept bool)
	Now         func() time.Time // what relative dates in requests are told from; nil means time.Now
}

// cachedQueries is how many parsed queries are kept.
const cachedQueries = 1000

// initTime is how long a client that opens a WebSocket may take to say what it wants.
const initTime = 10 * time.Second

// keepAlive is how often a subscriber that waits is told that the connection stands.
const keepAlive = 15 * time.Second

// Handler serves GraphQL over HTTP: POST with JSON, and GET for queries, after
// https://graphql.github.io/graphql-over-http/draft/; subscriptions over WebSocket with the protocol
// graphql-transport-ws, or over server-sent events.
func Handler(o Options) (http.Handler, error) {
	limits := o.Limits.withDefaults()
	schema := gen.NewExecutableSchema(gen.Config{
		Schema: nil, Resolvers: resolver{forget: forgets{o.Forgetter},
			ingester: o.Ingester, feed: o.Feed, flow: flow{o.Follower, o.Standing}, queued: queued{o.Queue},
		},
	})
	atlas, err := compile.NewAtlas(schema.Schema(), o.Vocabulary)
	if err != nil {
		return nil, err
	}
	a := &answerer{store: o.Store, atlas: atlas.Hearing(o.Sounds), schema: schema.Schema(), asker: o.Asker, now: o.Now,
		vocabulary: o.Vocabulary, curator: o.Curator, feed: o.Feed, watch: &watch{feed: o.Feed}, planned: newPlanned(),
		described: newDescribed(),
		audit:     o.Audit}
	if a.curator == nil {
		a.curator = noCurator{}
	}
	if a.now == nil {
		a.now = time.Now
	}
	if a.answers, err = newAnswers(o); err != nil {
		return nil, err
	}
	if a.roles, err = rolesOf(schema.Schema()); err != nil {
		return nil, err
	}
	srv := handler.New(schema)
	srv.AddTransport(transport.Options{})
	srv.AddTransport(transport.Websocket{KeepAlivePingInterval: keepAlive, InitTimeout: initTime})
	srv.AddTransport(serverSentEvents{transport.SSE{KeepAlivePingInterval: keepAlive}})
	srv.AddTransport(overHTTP{schema.Schema(), wholeAnswers{a.answers, a}})
	srv.AddTransport(unsupported{})
	srv.SetQueryCache(shortDocuments{lru.New[*ast.QueryDocument](cachedQueries)})
	srv.SetParserTokenLimit(limits.Tokens)
	srv.Use(extension.Introspection{})
	srv.Use(extension.AutomaticPersistedQuery{Cache: shortTexts{lru.New[string](cachedQueries)}})
	srv.Use(newLimiter(limits, schema.Schema()))
	if o.Protected {
		srv.AroundOperations(a.gate)
	}
	if o.KnownOperations != nil {
		srv.AroundOperations(newOnlyKnown(o.KnownOperations, o.Audit).gate)
	}
	srv.AroundOperations(a.subscribe)
	srv.AroundRootFields(o.observed)
	srv.AroundRootFields(a.root)
	srv.AroundResponses(o.deadline)
	srv.SetErrorPresenter(presentError)
	srv.SetRecoverFunc(func(ctx context.Context, err any) error {
		slog.ErrorContext(ctx, "a request made the server panic", "panic", err, "stack", string(debug.Stack()))
		return presentError(ctx, kg.Hidden(gqlerror.Errorf("panic: %v", err)))
	})
	return readsBody(srv, o.MaxBody, o.BodyTime), nil
}

// shortDocuments keeps parsed queries, but for long ones: a thousand of the longest would fill a gigabyte.
type shortDocuments struct {
	graphql.Cache[*ast.QueryDocument]
}

// Add implements graphql.Cache.
func (s shortDocuments) Add(ctx context.Context, query string, doc *ast.QueryDocument) {
	if len(query) <= longestKept {
		s.Cache.Add(ctx, query, doc)
	}
}

// shortTexts keeps the texts of queries that clients name by their hash from then on; a long one they send each time.
type shortTexts struct{ graphql.Cache[string] }

// Add implements graphql.Cache.
func (s shortTexts) Add(ctx context.Context, hash, query string) {
	if len(query) <= longestKept {
		s.Cache.Add(ctx, hash, query)
	}
}

// deadline ends a request's work, also in the graph, when its time is up.
func (o Options) deadline(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	limit := o.QueryTimeout
	if limit == 0 {
		limit = 30 * time.Second
	}
	if !graphql.HasOperationContext(ctx) { // the request could not be read: only its errors are written
		return next(ctx)
	}
	if op := graphql.GetOperationContext(ctx); op.Operation != nil && op.Operation.Operation == ast.Mutation {
		if limit = o.IngestTimeout; limit == 0 {
			limit = 10 * time.Minute
		}
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	return next(ctx)
}
