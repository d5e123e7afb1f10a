package graph_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/graph"
	"sayso/graph/goldentest"
	"sayso/internal/access"
	"sayso/internal/kg"
	"sayso/web/src/queries"
)

// TestKnownOperations: what is known passes however it is laid out; what says anything else does not, by whatever way it comes.
func TestKnownOperations(t *testing.T) {
	var known graph.KnownOperations
	err := known.Add("test", `query Titles($n: Int = 1) { articles(first: $n) { nodes { ...Title } } }`, `fragment Title on Article { title }`,
		`subscription Feed { changes { kind } }`)
	if err != nil || known.Count() != 2 {
		t.Fatalf("%d operations, %v", known.Count(), err)
	}
	log := filepath.Join(t.TempDir(), access.AuditFile)
	audit, err := access.OpenAudit(log, testNow)
	if err != nil {
		t.Fatal(err)
	}
	h, err := goldentest.HandlerWith(closed{}, func(o *graph.Options) { o.Protected, o.KnownOperations, o.Audit = true, &known, audit })
	if err != nil {
		t.Fatal(err)
	}
	reader, admin := access.Principal{Name: "Rea", Key: "r", Role: access.Reader}, access.Principal{Name: "Ada", Key: "a", Role: access.Admin}
	const refused = "known operations only"
	for range 2 { // also when it was seen before
		for query, want := range map[string]string{
			`query Titles($n: Int = 1) { articles(first: $n) { nodes { ...Title } } } fragment Title on Article { title }`:                             "UNAVAILABLE",
			"fragment Title on Article {\n  title # a comment\n}\nquery Titles($n: Int=1){articles(first:$n){nodes{...Title}}}":                        "UNAVAILABLE",
			`query Titles($n: Int = 1) { articles(first: $n) { nodes { ...Title } } } fragment Title on Article { title text }`:                        refused,
			`query Titles($n: Int = 2) { articles(first: $n) { nodes { ...Title } } } fragment Title on Article { title }`:                             refused,
			`query Other($n: Int = 1) { articles(first: $n) { nodes { ...Title } } } fragment Title on Article { title }`:                              refused,
			`query Titles($n: Int = 1) { articles(first: $n) { nodes { ...Title } } __schema { types { name } } } fragment Title on Article { title }`: refused,
			`query Titles($n: Int = 1) { articles(first: $n) { nodes { ...Title } } b: articles { totalCount } } fragment Title on Article { title }`:  refused,
			`{ __schema { queryType { name } } }`:          refused,
			`{ __typename }`:                               refused,
			`subscription Feed { changes { kind after } }`: refused,
			`mutation { deleteArticle(article: "x", reason: "r", by: "y") { __typename } }`: "FORBIDDEN",
		} {
			if body := as(h, reader, query); !strings.Contains(body, want) {
				t.Errorf("%s: %s", query, body)
			}
		}
	}
	if body := as(h, admin, `{ articles { totalCount } }`); !strings.Contains(body, "UNAVAILABLE") {
		t.Errorf("an admin: %s", body)
	}
	if err := audit.Close(); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(log); err != nil || !strings.Contains(string(data), `"what":"unknown operation Other"`) {
		t.Errorf("%v: the log:\n%s", err, data)
	}
	if err := known.Add("broken.graphql", "query {"); kg.CodeOf(err) != kg.Invalid || !strings.Contains(err.Error(), "broken.graphql") {
		t.Errorf("a broken document: %v", err)
	}
}

// TestExplorerIsKnown: the documents as the built pages send them are those of their sources.
func TestExplorerIsKnown(t *testing.T) {
	built, err := os.ReadFile("../web/src/gql/graphql.ts")
	if err != nil {
		t.Skip("SKIPPED: the pages were not built; run make web")
	}
	var known graph.KnownOperations
	texts, err := queries.All()
	if err != nil || known.Add("explorer", texts...) != nil {
		t.Fatal(err)
	}
	h, err := goldentest.HandlerWith(closed{}, func(o *graph.Options) { o.Protected, o.KnownOperations = true, &known })
	if err != nil {
		t.Fatal(err)
	}
	sent := 0
	for _, part := range strings.Split(string(built), "new TypedDocumentString(`")[1:] {
		text, _, _ := strings.Cut(part, "`")
		sent++
		if body := as(h, access.Principal{Name: "c", Key: "c", Role: access.Curator}, text); strings.Contains(body, "known operations only") {
			t.Errorf("%.200s: %s", text, body)
		}
	}
	if files, err := fs.Glob(os.DirFS("../web/src/queries"), "*.graphql"); err != nil || sent < len(files) {
		t.Errorf("%d documents were sent for %d files", sent, len(files))
	}
}
