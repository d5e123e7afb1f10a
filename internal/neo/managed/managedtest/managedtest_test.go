package managedtest

import (
	"context"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func TestMain(m *testing.M) { Main(m) }

func run(t *testing.T, e Endpoint, text string) *neo4j.EagerResult {
	t.Helper()
	ctx := context.Background()
	driver, err := neo4j.NewDriverWithContext(e.URI, neo4j.BasicAuth(e.User, e.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(ctx)
	res, err := neo4j.ExecuteQuery(ctx, driver, text, nil, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func count(t *testing.T, e Endpoint, text string) int64 {
	t.Helper()
	n, _, err := neo4j.GetRecordValue[int64](run(t, e, text).Records[0], "n")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestStartIsSharedAndWipeEmptiesButKeepsSchema(t *testing.T) {
	e := Start(t)
	if again := Start(t); again != e {
		t.Fatalf("second Start gave %+v, want the same as the first, %+v", again, e)
	}
	Wipe(t, e)
	if n := count(t, e, "UNWIND range(1, 5000) AS i CREATE (:WipeTest {i: i})-[:NEXT]->(:WipeTest) RETURN count(*) AS n"); n != 5000 {
		t.Fatalf("created %d rows, want 5000", n)
	}
	run(t, e, "CREATE INDEX wipe_test IF NOT EXISTS FOR (w:WipeTest) ON (w.i)")
	t.Cleanup(func() { run(t, e, "DROP INDEX wipe_test IF EXISTS") })
	Wipe(t, e)
	if n := count(t, e, "MATCH (x) RETURN count(x) AS n"); n != 0 {
		t.Errorf("%d nodes left after Wipe", n)
	}
	if n := count(t, e, "SHOW INDEXES YIELD name WHERE name = 'wipe_test' RETURN count(*) AS n"); n != 1 {
		t.Error("Wipe dropped an index")
	}
}

func TestEnvironmentNamesAnotherServer(t *testing.T) {
	want := Endpoint{URI: "bolt://db.example:7687", User: "ann", Password: "secret"}
	t.Setenv("SAYSO_TEST_NEO4J_URI", want.URI)
	t.Setenv("SAYSO_TEST_NEO4J_USER", want.User)
	t.Setenv("SAYSO_TEST_NEO4J_PASSWORD", want.Password)
	if got := Start(t); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
