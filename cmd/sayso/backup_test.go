package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"
)

// backed is a server whose graph changes while its archive is read, unless writers wait.
type backed struct {
	address  string
	still    int    // archives that were taken while writers waited
	imported string // what was restored
	articles int    // how many articles it says it has
}

func newBacked(t *testing.T) *backed {
	t.Helper()
	b := &backed{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/export/archive.jsonl":
			end := `{"saysoArchiveEnd":2,"seq":5}`
			if r.URL.Query().Get("still") == "true" {
				end = `{"saysoArchiveEnd":2,"seq":4}`
				b.still++
			}
			_, _ = io.WriteString(w, `{"saysoArchive":2,"edition":9,"seq":4}
{"label":"Article","key":"art_1","properties":{"id":"art_1","text":"We do."}}
`+end+"\n")
		case "/import":
			body, _ := io.ReadAll(r.Body)
			b.imported = string(body)
			_, _ = io.WriteString(w, `{"nodes":1}`)
		default:
			counts := map[string]any{}
			for _, of := range restoredCounts {
				counts[of.field] = map[string]any{"totalCount": 0}
			}
			counts["articles"] = map[string]any{"totalCount": b.articles}
			_ = json.NewEncoder(w).Encode(map[string]any{"data": counts})
		}
	}))
	t.Cleanup(server.Close)
	b.address = server.URL
	return b
}

// TestBackupAndRestore: a backup is taken again while writers wait where the graph changed; a restore checks it first and counts afterwards; old ones go.
func TestBackupAndRestore(t *testing.T) {
	b, dir := newBacked(t), filepath.Join(t.TempDir(), "backups")
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	identity := filepath.Join(t.TempDir(), "key.txt")
	if err := os.WriteFile(identity, []byte(key.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, errs := said("backup", "--server", b.address, "--to", dir, "--recipient", key.Recipient().String())
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	if code != 0 || b.still != 1 || len(files) != 1 || !strings.HasSuffix(files[0], ".jsonl.zst.age") || !strings.Contains(out, "1 articles") ||
		!strings.Contains(errs, "writers wait") {
		t.Fatalf("%d %q %q: %v, still %d", code, out, errs, files, b.still)
	}
	if code, _, errs := said("restore", "--server", b.address, files[0]); code != 1 || !strings.Contains(errs, "--identity") || b.imported != "" {
		t.Errorf("without the key: %d %s", code, errs)
	}
	if code, out, errs := said("restore", "--dry-run", "--identity", identity, files[0]); code != 0 || !strings.Contains(out, "is whole") || b.imported != "" {
		t.Errorf("a dry run: %d %s %s", code, out, errs)
	}
	if code, _, errs := said("restore", "--server", b.address, "--identity", identity, files[0]); code != 1 || !strings.Contains(errs, "the server has 0 articles") {
		t.Errorf("where articles are missing: %d %s", code, errs)
	}
	b.articles = 1
	if code, _, errs := said("restore", "--server", b.address, "--identity", identity, files[0]); code != 0 || !strings.Contains(b.imported, `"art_1"`) ||
		strings.Contains(b.imported, "saysoSeal") {
		t.Errorf("restored: %d %s\n%s", code, errs, b.imported)
	}
	retires(t, b, dir)
}

// retires: only a whole new backup removes an old one, and nothing else in the folder is touched.
func retires(t *testing.T, b *backed, dir string) {
	t.Helper()
	for _, name := range []string{"sayso-20200101T000000Z.jsonl.zst", "sayso-20200102T000000Z.jsonl.zst.age", "notes.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"--server", "http://127.0.0.1:1"}, "no server answers"},
		{[]string{"--recipient", "ssh-rsa nonsense"}, "age-keygen"},
		{[]string{"--keep=-1"}, "--keep is -1"},
		{[]string{"--to", filepath.Join(dir, "notes.txt", "x")}, "--to"},
	} {
		args := append([]string{"backup", "--server", b.address, "--to", dir, "--keep", "1"}, c.args...)
		if code, _, errs := said(args...); code != 1 || !strings.Contains(errs, c.want) {
			t.Errorf("%v: %d %s", c.args, code, errs)
		}
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*")); len(files) != 4 {
		t.Errorf("after backups that failed: %v", files)
	}
	if code, _, errs := said("backup", "--server", b.address, "--to", dir, "--keep", "2"); code != 0 {
		t.Fatal(errs)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	if len(files) != 3 || strings.Contains(strings.Join(files, " "), "-2020") {
		t.Errorf("two were to stay: %v", files)
	}
}
