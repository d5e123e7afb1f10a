// Package managedtest gives tests one real Neo4j per test process, or the one that the environment names. It may not be
// imported by anything but tests.
//
// A test package that uses it hands its TestMain over, so that the server is stopped and its folder removed:
//
//	func TestMain(m *testing.M) { managedtest.Main(m) }
package managedtest

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/internal/neo/managed"
)

// Endpoint is where a test finds Neo4j.
type Endpoint struct {
	URI, User, Password string
}

const (
	startLimit = 5 * time.Minute // a cold cache is filled first
	dirPrefix  = "sayso-managedtest-"
)

// shared is the one server of this process.
var shared struct {
	once   sync.Once
	server *managed.Server
	dir    string
	err    error
}

// Start gives a Neo4j to test against. SAYSO_TEST_NEO4J_URI, _USER and _PASSWORD name one that runs already; without
// them the first call starts one in a temporary folder and on free ports, and later calls share it. The test fails when
// there is none to be had. The graph holds what earlier tests left; see [Wipe].
func Start(t testing.TB) Endpoint {
	t.Helper()
	if uri := os.Getenv("SAYSO_TEST_NEO4J_URI"); uri != "" {
		return Endpoint{URI: uri, User: os.Getenv("SAYSO_TEST_NEO4J_USER"), Password: os.Getenv("SAYSO_TEST_NEO4J_PASSWORD")}
	}
	shared.once.Do(func() { shared.server, shared.dir, shared.err = start() })
	if shared.err != nil {
		t.Fatalf("managedtest: %v", shared.err)
	}
	s := shared.server
	return Endpoint{URI: s.URI(), User: s.User(), Password: s.Password()}
}

func start() (*managed.Server, string, error) {
	sweep()
	dir, err := os.MkdirTemp("", dirPrefix)
	if err != nil {
		return nil, "", err
	}
	ctx, cancel := context.WithTimeout(context.Background(), startLimit)
	defer cancel()
	s, err := managed.Start(ctx, managed.Options{
		DataDir: dir, BoltAddr: "127.0.0.1:0", HTTPAddr: "127.0.0.1:0",
		HeapMB: 512, PageCacheMB: 64,
		JVMArgs: []string{"-XX:TieredStopAtLevel=1"}, // tests end before the optimizing compiler pays
		Logger:  slog.New(slog.DiscardHandler),
	})
	if err != nil {
		os.RemoveAll(dir)
		return nil, "", err
	}
	return s, dir, nil
}

// sweep removes the folders of test processes that were killed. The server itself went with them. A folder younger than
// an hour may belong to tests that run beside these.
func sweep() {
	old, _ := filepath.Glob(filepath.Join(os.TempDir(), dirPrefix+"*"))
	for _, dir := range old {
		if st, err := os.Stat(dir); err == nil && time.Since(st.ModTime()) > time.Hour && !managed.InUse(dir) {
			os.RemoveAll(dir)
		}
	}
}

// Main runs the tests, stops the server that they may have started, and ends the process with their result.
func Main(m *testing.M) {
	code := m.Run()
	if err := stop(); err != nil {
		fmt.Fprintln(os.Stderr, "managedtest:", err)
		code = max(code, 1)
	}
	os.Exit(code)
}

func stop() error {
	if shared.server == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	return errors.Join(shared.server.Stop(ctx), os.RemoveAll(shared.dir))
}

// wipeText deletes in batches, for one transaction over everything could exceed the small heap.
const wipeText = "MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS"

// Wipe deletes every node and edge of the graph; indexes and constraints stay. Beware of naming a graph worth keeping
// in SAYSO_TEST_NEO4J_URI.
func Wipe(t testing.TB, e Endpoint) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := wipe(ctx, e); err != nil {
		t.Fatalf("managedtest: empty the graph at %s: %v", e.URI, err)
	}
}

func wipe(ctx context.Context, e Endpoint) error {
	driver, err := neo4j.NewDriverWithContext(e.URI, neo4j.BasicAuth(e.User, e.Password, ""))
	if err != nil {
		return err
	}
	defer driver.Close(ctx)
	s := driver.NewSession(ctx, neo4j.SessionConfig{})
	defer s.Close(ctx)
	res, err := s.Run(ctx, wipeText, nil)
	if err != nil {
		return err
	}
	_, err = res.Consume(ctx)
	return err
}
