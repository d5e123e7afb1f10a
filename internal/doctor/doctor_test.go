package doctor

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sayso/internal/access"
	"sayso/internal/backup"
	"sayso/internal/kg"
	"sayso/internal/neo/managed"
)

var noon = time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)

// world is a server that fares well on a machine that does, for a test to break.
type world struct {
	Setup
	survey          managed.Survey
	health          string
	readyCode       int
	state           any
	stateCode       int
	date            time.Time
	sources, stands string // answers of GraphQL
	queue           string
}

func well(t *testing.T) *world {
	t.Helper()
	w := &world{health: `{"status":"alive"}`, readyCode: 200, state: State{"v1 (commit a)", "keys"}, stateCode: 200, date: noon,
		survey:  managed.Survey{Java: "Java 21, /java", Maven: "/mvn", JarsHere: true, JarsDir: "/jars", FreeMB: 9000, ReserveMB: 256, MemoryMB: 8000, NeedMB: 2000},
		sources: `{"followedSources": [{"address": "https://a.example/feed", "waiting": 3}]}`, stands: `{"standingQuestions": []}`,
		queue: `{"queue": {"lanes": [{"lane": "PEOPLE", "articles": 2, "oldestAt": "2026-11-29T11:59:00Z", "hasRoom": true}]}}`}
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(rw http.ResponseWriter, _ *http.Request) {
		rw.Header().Set("Date", w.date.Format(http.TimeFormat))
		fmt.Fprint(rw, w.health)
	})
	mux.HandleFunc("/readyz", func(rw http.ResponseWriter, _ *http.Request) {
		rw.WriteHeader(w.readyCode)
		fmt.Fprint(rw, `{"status": "the disk is full"}`)
	})
	mux.HandleFunc(StatePath, func(rw http.ResponseWriter, _ *http.Request) {
		rw.WriteHeader(w.stateCode)
		_ = json.NewEncoder(rw).Encode(w.state)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	data, backups := t.TempDir(), t.TempDir()
	keys := access.OpenKeys(filepath.Join(data, access.File), func() time.Time { return noon })
	if _, _, err := keys.Add("Ada", access.Admin, 0); err != nil {
		t.Fatal(err)
	}
	if err := WriteEdition(data, GraphEdition{11, "v1"}); err != nil {
		t.Fatal(err)
	}
	keep(t, backups, noon.Add(-time.Hour), "x")
	w.Setup = Setup{Settings: map[string]any{"data": data, "listen": "127.0.0.1:0", "auth": true}, Program: "gqlserver v1 (commit a), go1.26",
		Build: "v1 (commit a)", Edition: 11, Server: server.URL, Client: server.Client(), Backups: backup.Folder(backups), BackupAge: 26 * time.Hour,
		Now:  func() time.Time { return noon },
		Look: func(context.Context, managed.Options) (managed.Survey, error) { return w.survey, nil },
		Ask: func(_ context.Context, query string, out any) error {
			if strings.Contains(query, "followedSources") {
				return json.Unmarshal([]byte(w.sources), out)
			}
			if strings.Contains(query, "queue {") {
				return json.Unmarshal([]byte(w.queue), out)
			}
			return json.Unmarshal([]byte(w.stands), out)
		}}
	return w
}

func keep(t *testing.T, folder string, at time.Time, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, backup.Name(at, time.Time{}, true)), []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func (w *world) file(t *testing.T, name, content string, mode os.FileMode) {
	t.Helper()
	path := filepath.Join(w.text("data"), name)
	if err := os.WriteFile(path, []byte(content), mode); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}

// TestWell: a set-up that fares well has nothing but ok.
func TestWell(t *testing.T) {
	found := Examine(t.Context(), well(t).Setup)
	for _, f := range found {
		if f.Level != OK || f.Mend != "" || f.What == "" {
			if f.About != "open files" { // this machine's
				t.Errorf("%+v", f)
			}
		}
	}
	if len(found) < 17 {
		t.Errorf("only %d things were looked at", len(found))
	}
}

// TestBroken: each broken set-up is found, with its level, its figures and what mends it.
func TestBroken(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = taken.Close() }()
	for name, c := range map[string]struct {
		about      string
		level      Level
		what, mend string
		broken     func(*testing.T, *world)
	}{
		"no java": {"java", Problem, "no Java of version 17", "apt-get install openjdk", func(_ *testing.T, w *world) { w.survey.Java = "" }},
		"an old java": {"java", Problem, "/usr/bin/java is Java 11", "apt-get", func(_ *testing.T, w *world) {
			w.survey.Java, w.survey.JavaRejected = "", []string{"/usr/bin/java is Java 11"}
		}},
		"no jars, no maven":      {"neo4j", Problem, "Maven", "maven", func(_ *testing.T, w *world) { w.survey.JarsHere, w.survey.Maven = false, "" }},
		"no jars yet":            {"neo4j", Warning, "fetches", "network", func(_ *testing.T, w *world) { w.survey.JarsHere = false }},
		"the password is lost":   {"neo4j", Problem, "is missing", "password", func(_ *testing.T, w *world) { w.survey.NoPassword = errors.New("their password is missing") }},
		"a full disk":            {"disk", Problem, "100 MB are free", "make room", func(_ *testing.T, w *world) { w.survey.FreeMB = 100 }},
		"a disk soon full":       {"disk", Warning, "900 MB are free", "soon", func(_ *testing.T, w *world) { w.survey.FreeMB = 900 }},
		"little memory":          {"memory", Warning, "1000 MB", "2 GB", func(_ *testing.T, w *world) { w.survey.MemoryMB = 1000 }},
		"the port is taken":      {"ports", Problem, taken.Addr().String(), "--listen", func(_ *testing.T, w *world) { w.health = "nginx"; w.Settings["listen"] = taken.Addr().String() }},
		"neo4j's port is taken":  {"ports", Problem, "cannot listen for Bolt", "--neo4j-bolt", func(_ *testing.T, w *world) { w.survey.Bolt = errors.New("Neo4j cannot listen for Bolt") }},
		"another holds the data": {"ports", Problem, "in use by process 7", "--data", func(_ *testing.T, w *world) { w.health = ""; w.survey.InUse = "in use by process 7" }},
		"data is a file":         {"data folder", Problem, "is a file", "--data", func(t *testing.T, w *world) { w.Settings["data"] = filepath.Join(w.text("data"), access.File) }},
		"bad options": {"java", Problem, "not a number", "gqlserver --help", func(_ *testing.T, w *world) {
			w.Look = func(context.Context, managed.Options) (managed.Survey, error) {
				return managed.Survey{}, errors.New("port is not a number")
			}
		}},
		"settings refused":   {"settings", Problem, "refuses", "--print-config", func(_ *testing.T, w *world) { w.Settings, w.NoSettings = nil, "gqlserver refuses its settings" }},
		"other versions":     {"program", Warning, "v0", "release", func(_ *testing.T, w *world) { w.Program = "gqlserver v0, go1" }},
		"open secrets":       {"secret files", Problem, access.AuditFile, "chmod 600", func(t *testing.T, w *world) { w.file(t, access.AuditFile, "", 0o644) }},
		"damaged keys":       {"keys", Problem, "damaged", "restore", func(t *testing.T, w *world) { w.file(t, access.File, "{", 0o600) }},
		"no key":             {"keys", Problem, "none of the 0", "sayso keys add", func(t *testing.T, w *world) { w.file(t, access.File, "[]", 0o600) }},
		"a newer graph":      {"graph edition", Problem, "edition 12 by v9; this program knows 11", "newer Sayso", func(t *testing.T, w *world) { w.file(t, EditionFile, `{"migrations": 12, "by": "v9"}`, 0o600) }},
		"an unreadable note": {"graph edition", Warning, "cannot be read", "rm", func(t *testing.T, w *world) { w.file(t, EditionFile, `12`, 0o600) }},
		"nobody answers":     {"server", Problem, "connection refused", "gqlserver --listen", func(_ *testing.T, w *world) { w.Server = "http://127.0.0.1:1" }},
		"another program":    {"server", Problem, "another program answers", "--server", func(_ *testing.T, w *world) { w.health = "nginx" }},
		"not ready":          {"graph", Problem, "the disk is full", "log", func(_ *testing.T, w *world) { w.readyCode = 503 }},
		"no key sent": {"access", Problem, "a key is needed", "SAYSO_KEY", func(_ *testing.T, w *world) {
			w.stateCode, w.state = 401, json.RawMessage(`{"errors": [{"message": "a key is needed"}]}`)
		}},
		"exposed":              {"access", Problem, "--insecure", "sayso keys add", func(_ *testing.T, w *world) { w.state = State{"v1 (commit a)", Exposed} }},
		"an older server":      {"version", Warning, "older than sayso", "release", func(_ *testing.T, w *world) { w.stateCode = 404 }},
		"another server":       {"version", Warning, "v2", "release", func(_ *testing.T, w *world) { w.state = State{"v2", "keys"} }},
		"clocks apart":         {"clock", Warning, "2m0s apart", "timedatectl", func(_ *testing.T, w *world) { w.date = noon.Add(-2 * time.Minute) }},
		"a clock that is back": {"clock", Problem, "before this program was made", "timedatectl", func(_ *testing.T, w *world) { w.Built = noon.AddDate(1, 0, 0) }},
		"a feed fails": {"sources", Warning, "failed 4 times in a row: 404", "sayso sources retry https://b.example", func(_ *testing.T, w *world) {
			w.sources = `{"followedSources": [{"address": "https://b.example", "failures": 4, "fault": "404"}]}`
		}},
		"articles fail": {"sources", Warning, "2 articles", "retry", func(_ *testing.T, w *world) {
			w.sources = `{"followedSources": [{"address": "https://b.example", "failed": 2}]}`
		}},
		"nobody is told": {"standing questions", Warning, "3 times in a row: timeout", "tried again", func(_ *testing.T, w *world) {
			w.stands = `{"standingQuestions": [{"id": "q", "question": "who?", "channels": [{"address": "https://hook.example", "failures": 3, "fault": "timeout"}]}]}`
		}},
		"dead letters": {"queue", Warning, "3 articles", "sayso queue list", func(_ *testing.T, w *world) { w.queue = `{"queue": {"deadLetters": 3}}` }},
		"a full queue": {"queue", Warning, "lane of feeds is full", "--workers", func(_ *testing.T, w *world) {
			w.queue = `{"queue": {"lanes": [{"lane": "FEEDS", "articles": 9}]}}`
		}},
		"nobody reads": {"queue", Warning, "waited since 2026-11-28", "--workers", func(_ *testing.T, w *world) {
			w.queue = `{"queue": {"lanes": [{"lane": "PEOPLE", "articles": 9, "oldestAt": "2026-11-28T11:00:00Z", "hasRoom": true}]}}`
		}},
		"a queue in trouble": {"queue", Problem, "the graph is not available", "doctor", func(_ *testing.T, w *world) {
			w.queue = `{"queue": {"trouble": "the graph is not available"}}`
		}},
		"a damaged queue": {"queue", Problem, "/data/queue/damaged/x", "rm -r /data/queue/damaged/x", func(_ *testing.T, w *world) {
			w.queue = `{"queue": {"damaged": ["/data/queue/damaged/x"]}}`
		}},
		"may not ask": {"sources", Unknown, "needs the role", "", func(_ *testing.T, w *world) {
			w.Ask = func(context.Context, string, any) error { return kg.Errorf(kg.Forbidden, "needs the role reader") }
		}},
		"no backup":      {"backups", Problem, "there is none", "sayso backup --to", func(t *testing.T, w *world) { w.Backups = backup.Folder(t.TempDir()) }},
		"no such folder": {"backups", Problem, "cannot be read", "sayso backup --to", func(_ *testing.T, w *world) { w.Backups = backup.Folder("/nowhere") }},
		"an old backup": {"backups", Warning, "48 hours old", "cron", func(t *testing.T, w *world) {
			w.Backups = backup.Folder(t.TempDir())
			keep(t, w.Backups.String(), noon.Add(-48*time.Hour), "x")
		}},
		"a broken chain": {"backups", Problem, "not there", "sayso backup --to", func(t *testing.T, w *world) {
			name := backup.Name(noon, noon.Add(-2*time.Hour), false)
			if err := os.WriteFile(filepath.Join(w.Backups.String(), name), []byte("x"), 0o600); err != nil {
				t.Fatal(err)
			}
		}},
		"an empty backup": {"backups", Problem, "is empty", "sayso backup", func(t *testing.T, w *world) { keep(t, w.Backups.String(), noon, "") }},
		"a future backup": {"backups", Warning, "to come", "timedatectl", func(t *testing.T, w *world) { keep(t, w.Backups.String(), noon.Add(48*time.Hour), "x") }},
	} {
		w := well(t)
		c.broken(t, w)
		hit := false
		for _, f := range Examine(t.Context(), w.Setup) {
			hit = hit || (f.About == c.about && f.Level == c.level && strings.Contains(f.What, c.what) && strings.Contains(f.Mend, c.mend))
		}
		if !hit {
			t.Errorf("%s was not found: %+v", name, Examine(t.Context(), w.Setup))
		}
	}
}

// TestKeysAboutToExpire tells of keys while there is time.
func TestKeysAboutToExpire(t *testing.T) {
	w := well(t)
	keys := access.OpenKeys(filepath.Join(w.text("data"), access.File), w.Now)
	if _, _, err := keys.Add("Bo", access.Reader, 24*time.Hour); err != nil {
		t.Fatal(err)
	}
	if f := keyFile(t.Context(), &w.Setup); f[0].Level != Warning || !strings.Contains(f[0].What, "Bo (") || !strings.Contains(f[0].What, "2026-11-30") {
		t.Errorf("%+v", f)
	}
}
