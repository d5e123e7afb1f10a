package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/internal/neo/managed/managedtest"
)

// addClaimsText adds claims whose ids and days follow from their numbers.
const addClaimsText = `UNWIND range($from, $to - 1) AS i
CREATE (:Claim {id: $prefix + right('000000' + toString((i * 7919) % 1000003), 7) + '_' + toString(i), text: 'claim ' + toString(i), predicate: 'SUPPORTED', negated: false,
  firstOn: toString(date('2000-01-01') + duration({days: (i * 31) % 9000})), lastOn: '', origins: 1, statements: 1})`

// TestPagingWhileWriting: while others add claims before and behind the reader, pages of 500 give each claim that was there when reading began once,
// and none twice, forwards and backwards. 5,000 claims, or 100,000 with SAYSO_SLOW_TESTS=1.
func TestPagingWhileWriting(t *testing.T) {
	n := 5_000
	if os.Getenv("SAYSO_SLOW_TESTS") == "1" {
		n = 100_000
	}
	h := newHandler(t, openGraph(t))
	at := managedtest.Start(t)
	driver, err := neo4j.NewDriverWithContext(at.URI, neo4j.BasicAuth(at.User, at.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { managedtest.Wipe(t, at); _ = driver.Close(context.Background()) })
	add := func(prefix string, from, to int) error {
		_, err := neo4j.ExecuteQuery(context.Background(), driver, addClaimsText, map[string]any{"prefix": prefix, "from": from, "to": to}, neo4j.EagerResultTransformer)
		return err
	}
	for from := 0; from < n; from += 5_000 {
		if err := add("cl_old", from, min(from+5_000, n)); err != nil {
			t.Fatal(err)
		}
	}
	for _, direction := range []string{"forwards", "backwards"} {
		t.Run(direction, func(t *testing.T) { readWhileWriting(t, h, direction, n, add) })
	}
}

func readWhileWriting(t *testing.T, h http.Handler, direction string, n int, add func(prefix string, from, to int) error) {
	done := make(chan struct{})
	var added atomic.Int64
	var writers sync.WaitGroup
	for w := range 2 {
		writers.Add(1)
		go func() {
			defer writers.Done()
			for i := 0; i < n/10; i += 20 { // no more, or they outrun the reader
				select {
				case <-done:
					return
				case <-time.After(5 * time.Millisecond):
				}
				if err := add(fmt.Sprintf("cl_%s%d", direction, w), i, i+20); err != nil {
					t.Error(err)
					return
				}
				added.Add(20)
			}
		}()
	}
	seen := readAll(t, h, direction == "backwards")
	close(done)
	writers.Wait()
	old := 0
	for id, times := range seen {
		if times != 1 {
			t.Errorf("%s came %d times", id, times)
		}
		if len(id) > 6 && id[:6] == "cl_old" {
			old++
		}
	}
	if old != n {
		t.Errorf("%d of %d claims came", old, n)
	}
	if added.Load() == 0 {
		t.Error("nothing was written meanwhile")
	}
	t.Logf("%d claims, %d added meanwhile, %d read", n, added.Load(), len(seen))
}

// readAll counts how often each claim comes in pages of 500.
func readAll(t *testing.T, h http.Handler, back bool) map[string]int {
	t.Helper()
	query := `query($c: String) { claims(where: {predicate: {eq: SUPPORTED}}, first: 500, after: $c) { nodes { id } pageInfo { more: hasNextPage cursor: endCursor } } }`
	if back {
		query = `query($c: String) { claims(where: {predicate: {eq: SUPPORTED}}, last: 500, before: $c) { nodes { id } pageInfo { more: hasPreviousPage cursor: startCursor } } }`
	}
	seen := map[string]int{}
	var cursor *string
	for range 5_000 {
		variables, _ := json.Marshal(map[string]any{"c": cursor})
		_, text := post(h, query, variables)
		var answer struct {
			Data struct {
				Claims struct {
					Nodes    []struct{ ID string }
					PageInfo struct {
						More   bool
						Cursor *string
					}
				}
			}
			Errors []struct{ Message string }
		}
		if err := json.Unmarshal([]byte(text), &answer); err != nil || len(answer.Errors) > 0 {
			t.Fatalf("%v: %.300s", err, text)
		}
		for _, c := range answer.Data.Claims.Nodes {
			seen[c.ID]++
		}
		if cursor = answer.Data.Claims.PageInfo.Cursor; !answer.Data.Claims.PageInfo.More {
			return seen
		}
	}
	t.Fatal("the list never ends")
	return nil
}
