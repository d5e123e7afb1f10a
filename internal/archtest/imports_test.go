// Package archtest checks that the rooms of the project import each other only as ARCHITECTURE.md says. It may not be imported.
package archtest

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// rule says what the packages of a room may import of ours, and which outside packages are theirs alone.
type rule struct {
	room  string   // import path below the module; a trailing /... takes in what is below it
	may   []string // rooms of ours
	never []string // outside packages, by prefix
}

const driver = "github.com/neo4j/neo4j-go-driver"

// pure are the outside packages that computing has no use for.
var pure = []string{driver, "net/http", "os", "context"}

// stages gives what the stage with the number may import: what all have, and the stages before it.
func stages(n int) []string {
	out := []string{"internal/kg", "internal/read/lang/...", "internal/read/syntax", "internal/read/layout", "internal/read/mention",
		"internal/read/attribution", "internal/read/vocabulary", "internal/read/trace",
		"internal/read/calendar", "internal/read/leaders", "internal/read/gazetteer", "internal/read/frame"}
	for _, s := range []string{"dates", "phrase", "clause", "commitment", "framing", "pattern", "match", "relation", "settle"}[:n] {
		out = append(out, "internal/read/"+s)
	}
	return out
}

// rules are looked up in order; the first that fits a package holds.
var rules = []rule{
	{"web/src/queries", nil, pure},
	{"cmd/gqlserver", []string{"web/src/queries", "docs/neo4j-browser", "graph", "graph/operations", "internal/..."}, []string{driver}},
	{"cmd/sayso", []string{"internal/read/gazetteer", "internal/imports", "internal/check", "internal/doctor", "internal/neo", "internal/neo/managed", "graph/operations", "internal/access", "internal/archive", "internal/backup", "internal/backup/bucket", "internal/bulk", "internal/commandline", "internal/evidence", "internal/export", "internal/ingest", "internal/ingest/fetch", "internal/kg", "internal/mcp", "internal/read", "internal/read/openai", "internal/read/score", "internal/read/vocabulary", "internal/read/language", "internal/version"}, []string{driver}},
	{"graph/gen", nil, []string{driver}},
	{"graph/operations", nil, []string{driver}},
	{"graph/hostiletest", nil, []string{driver}},
	{"graph/goldentest", []string{"graph", "internal/ask", "internal/compile", "internal/kg", "internal/kgtest"}, []string{driver}},
	{"graph", []string{"graph/gen", "graph/operations", "internal/access", "internal/kg", "internal/compile", "internal/ask"}, []string{driver}},
	{"internal/access/accesstest", nil, []string{driver, "github.com/99designs/gqlgen"}},
	{"internal/telemetry", []string{"internal/kg"}, []string{driver, "github.com/99designs/gqlgen"}},
	{"internal/access", []string{"internal/kg", "internal/telemetry"}, []string{driver, "github.com/99designs/gqlgen", "github.com/vektah/gqlparser"}},
	{"internal/kg", nil, []string{driver, "github.com/99designs/gqlgen", "github.com/vektah/gqlparser", "net/http", "time/tzdata"}},
	{"internal/dispute", []string{"internal/kg", "internal/read/lang", "internal/read/lang/en"}, []string{driver, "context", "net/http"}},
	{"internal/forget", []string{"internal/kg"}, []string{driver, "context", "net/http", "github.com/99designs/gqlgen"}},
	{"internal/kgtest", []string{"internal/kg", "internal/dispute"}, []string{driver}},
	{"internal/cypher", nil, []string{driver, "context", "net/http"}},
	{"internal/search", []string{"internal/kg"}, []string{driver, "context", "net/http", "github.com/99designs/gqlgen"}},
	{"internal/compile", []string{"internal/kg", "internal/cypher", "internal/search"}, []string{driver, "context", "net/http", "github.com/99designs/gqlgen"}},
	{"internal/neo/managed/...", []string{"internal/neo/managed"}, []string{"github.com/99designs/gqlgen"}},
	{"internal/neo/neotest", []string{"internal/kg", "internal/kgtest", "internal/neo", "internal/neo/managed/..."}, []string{"github.com/99designs/gqlgen"}},
	{"internal/neo", []string{"internal/kg", "internal/cypher", "internal/dispute", "internal/forget"}, []string{"github.com/99designs/gqlgen", "github.com/vektah/gqlparser"}},
	{"internal/nlp/...", []string{"internal/nlp"}, []string{driver, "net/http"}},
	{"internal/read/confidence", []string{"internal/kg", "internal/read", "internal/read/score", "internal/read/settle"}, []string{driver, "net/http"}},
	{"internal/read/lang", nil, []string{driver, "net/http", "context"}},
	{"internal/read/lang/...", []string{"internal/read/lang"}, []string{driver, "net/http", "context"}},
	// The stages of reading claims: each may import only earlier ones.
	{"internal/read/leaders", []string{"internal/kg"}, pure},
	{"internal/read/calendar", []string{"internal/kg", "internal/read/lang/..."}, pure},
	{"internal/read/dates", stages(0), pure},
	{"internal/read/phrase", stages(1), pure},
	{"internal/read/clause", stages(2), pure},
	{"internal/read/commitment", stages(3), pure},
	{"internal/read/framing", stages(4), pure},
	{"internal/read/match", stages(6), pure},
	{"internal/read/relation", stages(7), pure},
	{"internal/read/claim", stages(9), pure},
	// What is the same in all languages: frames and what is behind them.
	{"internal/read/frame", []string{"internal/kg", "internal/read/trace"}, pure},
	{"internal/read/pattern", []string{"internal/kg", "internal/read/trace", "internal/read/vocabulary", "internal/read/frame"}, pure},
	{"internal/read/settle", []string{"internal/kg", "internal/read/trace", "internal/read/frame", "internal/read/pattern"}, pure},
	{"internal/read/trace", nil, pure},
	{"internal/read/stagetest", []string{"internal/kg", "internal/read"}, []string{driver, "net/http"}},
	{"internal/read/openai", []string{"internal/kg", "internal/read", "internal/read/vocabulary"}, []string{driver}},
	{"internal/read/...", []string{"internal/kg", "internal/nlp", "internal/read/..."}, []string{driver, "net/http"}},
	{"internal/ingest/identity", []string{"internal/kg", "internal/search"}, []string{driver, "net/http", "context"}},
	{"internal/ingest/page", []string{"internal/kg"}, []string{driver, "net/http", "context"}},
	{"internal/ingest/fetch", []string{"internal/kg"}, []string{driver}},
	{"internal/ingest/follow", []string{"internal/kg", "internal/ingest", "internal/ingest/fetch"}, []string{driver, "github.com/99designs/gqlgen"}},
	{"internal/ingest", []string{"internal/kg", "internal/lines", "internal/read/...", "internal/ingest/..."}, []string{driver, "github.com/99designs/gqlgen"}},
	{"internal/queue", []string{"internal/kg"}, []string{driver, "net/http", "github.com/99designs/gqlgen"}},
	{"internal/lines", nil, append([]string{"github.com/99designs/gqlgen"}, pure...)},
	{"internal/commandline", nil, append([]string{"github.com/99designs/gqlgen"}, pure...)},
	{"internal/version", nil, append([]string{"github.com/99designs/gqlgen"}, pure...)},
	{"internal/backup/bucket/buckettest", nil, []string{driver}},
	{"internal/backup/bucket", []string{"internal/backup", "internal/kg"}, []string{driver, "github.com/99designs/gqlgen"}},
	{"internal/backup", []string{"internal/archive", "internal/kg", "internal/lines"}, []string{driver, "github.com/99designs/gqlgen", "net/http", "github.com/minio/minio-go/v7"}},
	{"internal/bulk", []string{"internal/archive", "internal/check", "internal/kg", "internal/neo", "internal/neo/managed"}, []string{driver, "github.com/99designs/gqlgen", "net/http"}},
	{"internal/doctor", []string{"internal/access", "internal/backup", "internal/kg", "internal/neo/managed"}, []string{driver, "github.com/99designs/gqlgen"}},
	{"internal/archive", []string{"internal/kg"}, []string{driver, "github.com/99designs/gqlgen"}},
	{"internal/check", []string{"internal/kg"}, []string{driver, "os", "github.com/99designs/gqlgen"}},
	{"internal/export", []string{"internal/kg"}, []string{driver, "os", "github.com/99designs/gqlgen"}},
	{"internal/trig", []string{"internal/kg"}, append([]string{"github.com/99designs/gqlgen"}, pure...)},
	{"internal/imports", []string{"internal/kg", "internal/lines", "internal/read/gazetteer", "internal/trig"}, []string{driver, "os", "net/http", "github.com/99designs/gqlgen"}},
	{"internal/mcp", []string{"internal/kg"}, []string{driver, "net/http", "github.com/99designs/gqlgen"}},
	{"internal/reconcile", []string{"internal/kg", "internal/ingest/identity"}, []string{driver, "github.com/99designs/gqlgen"}},
	{"internal/standing", []string{"internal/kg", "internal/ingest/fetch"}, []string{driver, "github.com/99designs/gqlgen"}},
	{"internal/evidence", []string{"internal/kg"}, append([]string{"github.com/99designs/gqlgen"}, pure...)},
	{"internal/ask", []string{"internal/kg", "internal/read/vocabulary", "internal/read/lang", "internal/search"}, []string{driver, "net/http"}},
	{"internal/explorer", nil, []string{driver}},
	{"internal/archtest", nil, nil},
	{"bench/...", []string{"graph/...", "internal/..."}, nil},
	{"docs/...", nil, []string{driver}},
}

func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "sayso/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) < 10 {
		t.Fatalf("only %d packages were listed: %s", len(lines), out)
	}
	for _, line := range lines {
		fields := strings.Fields(line)
		room := strings.TrimPrefix(fields[0], "sayso/")
		r, ok := ruleFor(room)
		if !ok {
			t.Errorf("%s is a room without a rule; add it here and to ARCHITECTURE.md", room)
			continue
		}
		for _, i := range fields[1:] {
			checkImport(t, room, i, r)
		}
	}
}

func checkImport(t *testing.T, room, path string, r rule) {
	t.Helper()
	if ours, ok := strings.CutPrefix(path, "sayso/"); ok {
		for _, may := range r.may {
			if fits(may, ours) {
				return
			}
		}
		t.Errorf("%s imports %s; it may import only %v", room, ours, r.may)
		return
	}
	for _, n := range r.never {
		if path == n || strings.HasPrefix(path, n+"/") {
			t.Errorf("%s imports %s, which it may not", room, path)
		}
	}
}

func ruleFor(room string) (rule, bool) {
	for _, r := range rules {
		if fits(r.room, room) {
			return r, true
		}
	}
	return rule{}, false
}

func fits(pattern, room string) bool {
	if base, ok := strings.CutSuffix(pattern, "/..."); ok {
		return room == base || strings.HasPrefix(room, base+"/")
	}
	return room == pattern
}

// TestFramesKnowNoLanguage: what is behind the seam between grammar and meaning reaches no language and no tree, not even
// through what it imports.
func TestFramesKnowNoLanguage(t *testing.T) {
	may := []string{"sayso/internal/kg", "sayso/internal/read/vocabulary", "sayso/internal/read/trace"}
	for _, room := range []string{"frame", "pattern", "settle"} {
		may = append(may, "sayso/internal/read/"+room)
		out, err := exec.Command("go", "list", "-deps", "sayso/internal/read/"+room).Output()
		if err != nil {
			t.Fatal(err)
		}
		for dep := range strings.FieldsSeq(string(out)) {
			if strings.HasPrefix(dep, "sayso/") && !slices.Contains(may, dep) {
				t.Errorf("%s reaches %s; it may reach only %v", room, dep, may)
			}
		}
	}
}

// TestRulesBite shows that a forbidden import is found.
func TestRulesBite(t *testing.T) {
	for room, path := range map[string]string{
		"graph": "sayso/internal/neo", "internal/compile": driver + "/v5/neo4j", "internal/kg": "net/http", "internal/ask": "sayso/internal/neo",
		"internal/read/claim": "sayso/internal/ingest", "internal/read/clause": "sayso/internal/read/match", "internal/read/pattern": "sayso/internal/read/lang/en", "internal/read/phrase": "sayso/internal/read/claim",
		"cmd/sayso": "sayso/internal/compile",
	} {
		r, ok := ruleFor(room)
		probe := &testing.T{}
		if checkImport(probe, room, path, r); !ok || !probe.Failed() {
			t.Errorf("%s may import %s", room, path)
		}
	}
}
