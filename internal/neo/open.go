package neo

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"sayso/internal/kg"
)

// Options say where the graph is.
type Options struct {
	URI      string // bolt://, bolt+s://, bolt+ssc://, neo4j://, neo4j+s://, neo4j+ssc://
	User     string
	Password string
	Database string // "" for the server's default
	Now      func() time.Time
	// Trouble, when set, says why the graph cannot be written or read just now, in words for callers; nil when nothing is
	// known to be wrong. It is asked before each write and after each failure.
	Trouble func() error
	// AtOnce bounds how many reads run at a time; others wait, and what is cheap overtakes what is dear. 0: no bound.
	AtOnce   int
	Watching Watching
}

// Store is a kg.Store in Neo4j, safe for concurrent use.
type Store struct {
	driver   neo4j.DriverWithContext
	database string
	now      func() time.Time
	trouble  func() error
	turn     chan struct{} // holds the write whose turn it is
	savings  savings       // the records that wait for a turn
	planning *planning     // texts that Neo4j plans
	writes   atomic.Uint64 // how many writes have ended
	watcher  *watcher

	admission  admission   // lets reads in
	remembered *remembered // reads that users sent
}

var _ kg.Store = (*Store)(nil)

var schemes = []string{"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"}

// Open connects and checks that the address and the credentials are right. It changes nothing; call Migrate before use.
func Open(ctx context.Context, o Options) (*Store, error) {
	scheme, _, found := strings.Cut(o.URI, "://")
	if !found || !contains(schemes, scheme) {
		return nil, kg.Errorf(kg.Invalid, "%q is no address of a Neo4j; write one such as bolt://localhost:7687 or "+
			"neo4j+s://host (schemes: %s)",
			o.URI, strings.Join(schemes, ", "))
	}
	auth := neo4j.NoAuth()
	if o.User != "" || o.Password != "" {
		auth = neo4j.BasicAuth(o.User, o.Password, "")
	}
	driver, err := neo4j.NewDriverWithContext(o.URI, auth, func(c *config.Config) {
		c.MaxTransactionRetryTime = time.Minute // the wait for a turn counts
		c.ConnectionAcquisitionTimeout = 30 * time.Second
		c.UserAgent = "sayso"
		c.ReadBufferSize = 64 << 10                              // a page of claims comes with one read
		c.TelemetryDisabled = true                               // a message less with each query
		c.NotificationsMinSeverity = notifications.DisabledLevel // nobody reads them
	})
	if err != nil {
		return nil, kg.Because(err, kg.Invalid, "the address %q is not understood; write one such as bolt://localhost:7687",
			o.URI)
	}
	if err := driver.VerifyConnectivity(ctx); err != nil {
		_ = driver.Close(ctx)
		return nil, explainConnect(o.URI, err)
	}
	s := &Store{driver: driver, database: o.Database, now: o.Now, trouble: o.Trouble, turn: make(chan struct{}, 1),
		planning: newPlanning(), admission: admitting(o.AtOnce), remembered: newRemembered()}
	if s.now == nil {
		s.now = time.Now
	}
	s.savings.store = s
	s.watcher = &watcher{Watching: o.Watching, now: s.now, explain: explaining(driver, o.Database)}
	if s.trouble == nil {
		s.trouble = func() error { return nil }
	}
	return s, nil
}

func explainConnect(uri string, err error) error {
	var server *neo4j.Neo4jError
	if asNeo4j(err, &server) && strings.HasPrefix(server.Code, "Neo.ClientError.Security") {
		return kg.Because(err, kg.Unavailable,
			"Neo4j at %s refused the user or password; set --neo4j-user and SAYSO_NEO4J_PASSWORD", uri)
	}
	return kg.Because(err, kg.Unavailable, "no Neo4j answers at %s; start it, or leave out --neo4j-uri to have one "+
		"started for you", uri)
}

// Close gives back all connections.
func (s *Store) Close(ctx context.Context) error { return s.driver.Close(ctx) }

// Ready checks that the graph can be read and written. It waits for no turn: a long write is no sign that the graph is
// ill.
func (s *Store) Ready(ctx context.Context) error {
	return s.writeBeside(ctx, func(tx transaction) error { _, err := tx.run("check_write", nil); return err })
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// fault turns an error of the driver into one of ours, once. name is the query's; its text never leaves this package.
func (s *Store) fault(ctx context.Context, name string, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return fmt.Errorf("neo: %s: %w", name, ctx.Err())
	}
	if trouble := s.trouble(); trouble != nil {
		return kg.Because(err, kg.Unavailable, "%s", trouble.Error())
	}
	var server *neo4j.Neo4jError
	var tired *neo4j.TransactionExecutionLimit
	switch {
	case errors.As(err, &tired):
		return kg.Because(err, kg.Unavailable,
			"the graph took no change for a minute; nothing was written, so try again later")
	case neo4j.IsConnectivityError(err):
		return kg.Because(err, kg.Unavailable, "the graph cannot be reached just now; try again in a moment")
	case asNeo4j(err, &server) && strings.Contains(server.Code, "TransactionTimedOut"):
		return fmt.Errorf("neo: %s: %w", name, context.DeadlineExceeded)
	case asNeo4j(err, &server) && strings.HasSuffix(server.Code, ".TransactionStartFailed"):
		return kg.Because(err, kg.Unavailable, "the graph's database has stopped; try again in a minute")
	case asNeo4j(err, &server) && strings.HasPrefix(server.Code, "Neo.TransientError"):
		return kg.Because(err, kg.Unavailable, "the graph is busy; try again in a moment")
	}
	return kg.Hidden(fmt.Errorf("neo: %s: %w", name, err))
}
