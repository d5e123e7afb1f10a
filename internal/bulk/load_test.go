package bulk_test

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/internal/archive"
	"sayso/internal/bulk"
	"sayso/internal/check"
	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo"
	"sayso/internal/neo/managed"
	"sayso/internal/neo/managed/managedtest"
	"sayso/internal/neo/neotest"
)

func TestMain(m *testing.M) { managedtest.Main(m) }

// written is the archive of a graph in which everything happened that one must keep, with a text that CSV would cut.
func written(t *testing.T) string {
	t.Helper()
	return exported(t, neotest.Curated(t,
		kgtest.Record("Arland said \"we recognized Borland\",\nand denied that.\n\nÖ, \\n.", "Odd, \"quoted\"", "2022-08-01",
			kgtest.Said{Sentence: "we recognized Borland", Subject: "Arland", Predicate: "RECOGNIZED", Object: "Borland"})))
}

func exported(t *testing.T, s kg.Archivist) string {
	t.Helper()
	var out bytes.Buffer
	if err := archive.Write(context.Background(), &out, s, archive.Extent{}, nil); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// small is how much a Neo4j of tests may take.
var small = managed.Options{HeapMB: 512, PageCacheMB: 64, JVMArgs: []string{"-XX:TieredStopAtLevel=1"},
	Logger: slog.New(slog.DiscardHandler)}

func load(t *testing.T, data, file string) (bulk.Counts, error) {
	t.Helper()
	return bulk.Load(context.Background(), bulk.Options{Data: data, Archive: strings.NewReader(file), Size: int64(len(file)),
		Neo4j: small, Prove: true, Tell: func(line string) { t.Log(line) }})
}

// TestTheSameGraph: what is loaded at once is, letter by letter, what was exported; it has the constraints and indexes of
// a graph that grew, what always holds of a graph holds, and it is written to as any other. What is no whole archive, or
// meets a graph, changes nothing.
func TestTheSameGraph(t *testing.T) {
	file := written(t)
	data := filepath.Join(t.TempDir(), "data")
	lines := strings.SplitAfter(file, "\n")
	for name, c := range map[string]struct {
		file, want string
		code       kg.Code
	}{
		"cut":              {strings.Join(lines[:len(lines)-3], ""), "not whole", kg.Invalid},
		"another edition":  {`{"saysoArchive":2,"edition":99,"seq":1}` + "\n", "edition 99", kg.Invalid},
		"none":             {lines[0] + "{\"label\":\n" + lines[len(lines)-2], "line 2", kg.Invalid},
		"an edge too many": {lines[0] + `{"label":"Name","key":"x","properties":{"folded":"x"},"edges":[{"type":"X","label":"Name","key":"nowhere"}]}` + "\n" + lines[len(lines)-2], "nowhere", kg.Invalid},
	} {
		_, err := load(t, data, c.file)
		if kg.CodeOf(err) != c.code || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
		if _, err := os.Stat(filepath.Join(data, "bulk.part")); err == nil {
			t.Errorf("%s: something was left", name)
		}
	}

	counts, err := load(t, data, file)
	if err != nil {
		t.Fatal(err)
	}
	if nodes := len(lines) - 3; counts.Nodes["Statement"] == 0 || sum(counts.Nodes) != nodes {
		t.Errorf("%v of %d nodes", counts, nodes)
	}
	if _, err := load(t, data, file); kg.CodeOf(err) != kg.Conflict {
		t.Errorf("once more: %v", err)
	}
	same(t, data, file)
}

func sum(counts map[string]int) (n int) {
	for _, c := range counts {
		n += c
	}
	return n
}

// same opens the graph that was loaded.
func same(t *testing.T, data, file string) {
	t.Helper()
	ctx := context.Background()
	o := small
	o.DataDir, o.BoltAddr, o.HTTPAddr = data, "127.0.0.1:0", "127.0.0.1:0"
	server, err := managed.Start(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = server.Stop(ctx) }()
	if _, err := load(t, data, file); kg.CodeOf(err) != kg.Conflict || !strings.Contains(err.Error(), "in use") {
		t.Errorf("while a server runs: %v", err)
	}
	s, err := neo.Open(ctx, neo.Options{URI: server.URI(), User: server.User(), Password: server.Password()})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close(ctx) }()
	if err := s.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
	if again := exported(t, s); again != file {
		t.Errorf("another graph came out:\n%s", difference(file, again))
	}
	neotest.Fill(t, s, []kg.Record{kgtest.Record("Arland recognized Borland anew.", "New", "2022-08-02",
		kgtest.Said{Sentence: "Arland recognized Borland anew", Subject: "Arland", Predicate: "RECOGNIZED", Object: "Borland"})})
	if err := check.Run(ctx, s, check.Wish{}, func(r check.Report) error {
		if r.Wrong > 0 {
			t.Errorf("%+v", r)
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
}

// difference gives the first lines that are not the same.
func difference(a, b string) string {
	as, bs := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(as), len(bs)) {
		if as[i] != bs[i] {
			return "- " + as[i] + "\n+ " + bs[i]
		}
	}
	return "one is longer"
}
