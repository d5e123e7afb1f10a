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

	"sayso/internal/backup"
	"sayso/internal/kg"
)

// TestForgetAndBackups: what goes is told, each backup is told by its date, a list is kept beside them, and a restore has those forgotten again.
func TestForgetAndBackups(t *testing.T) {
	past := kg.Forgetting{ID: kg.ForgettingID([]string{"aa"}), Actors: []string{"aa"}, Articles: kg.RedactArticles, Key: "k"}
	var asked []map[string]any
	id, fails := "ent_who", false
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/export/archive.jsonl":
			_, _ = io.WriteString(w, `{"saysoArchive":2,"edition":9,"seq":4}
{"label":"Article","key":"art_1","properties":{"id":"art_1","text":"We do `+id+`."}}
{"saysoArchiveEnd":2,"seq":4}
`)
			return
		case "/import":
			_, _ = io.Copy(io.Discard, r.Body)
			_, _ = io.WriteString(w, `{"nodes":1}`)
			return
		}
		var q struct {
			Query     string
			Variables map[string]any
		}
		_ = json.NewDecoder(r.Body).Decode(&q)
		done := map[string]any{"actors": []string{"ent_who"}, "counts": []any{map[string]any{"of": "names", "count": 2}, map[string]any{"of": "ratings", "count": 0}},
			"remains": []any{map[string]any{"kind": "Entity", "id": "ent_club", "why": "a name stands in name"}}}
		data := map[string]any{}
		for _, of := range restoredCounts {
			data[of.field] = map[string]any{"totalCount": map[string]int{"Article": 1}[of.label]}
		}
		if strings.Contains(q.Query, "forget") {
			data = map[string]any{"forget": done, "forgetAgain": done, "forgettings": []any{past}}
		}
		answer := map[string]any{"data": data}
		if q.Variables != nil {
			asked = append(asked, q.Variables)
			if fails {
				answer = map[string]any{"errors": []any{map[string]any{"message": "another key", "extensions": map[string]any{"code": "UNAVAILABLE"}}}}
			}
		}
		_ = json.NewEncoder(w).Encode(answer)
	}))
	defer server.Close()
	dir := t.TempDir()
	take := func() string {
		t.Helper()
		if code, _, errs := said("backup", "--server", server.URL, "--to", dir); code != 0 {
			t.Fatal(errs)
		}
		kept, err := backup.Folder(dir).Kept(t.Context())
		if err != nil || len(kept) == 0 {
			t.Fatal(kept, err)
		}
		name := filepath.Join(dir, "sayso-20200101T00000"+string(rune('0'+len(kept)))+"Z.jsonl.zst")
		if err := os.Rename(filepath.Join(dir, kept[len(kept)-1].Name), name); err != nil {
			t.Fatal(err)
		}
		return name
	}
	holding := take()
	id = "nobody"
	free := take()
	if err := os.Remove(filepath.Join(dir, backup.ForgottenFile)); err != nil {
		t.Fatal("a backup keeps the list:", err)
	}
	code, out, errs := said("forget", "--server", server.URL, "--dry-run", "--reason", "asked", "--backups", dir, "ent_who")
	for _, want := range []string{"      2 names\n", "would be forgotten", "remains: Entity ent_club", "holds the person; remove it, or let it run out (" + holding + ")",
		"does not hold the person (" + free + ")"} {
		if code != 0 || !strings.Contains(out, want) {
			t.Errorf("no %q: %d %s %s", want, code, out, errs)
		}
	}
	if strings.Contains(out, "ratings") {
		t.Error("what is none is told")
	}
	if list, _ := backup.Forgotten(t.Context(), backup.Folder(dir)); len(list) != 0 {
		t.Error("a dry run wrote a list")
	}
	if code, _, errs := said("forget", "--server", server.URL, "--articles", "delete", "--reason", "asked", "--backups", dir, "ent_who"); code != 0 {
		t.Fatal(errs)
	}
	if last := asked[len(asked)-1]; last["articles"] != "DELETE" || last["dryRun"] != false || last["person"] != "ent_who" {
		t.Errorf("%v", last)
	}
	if list, err := backup.Forgotten(t.Context(), backup.Folder(dir)); err != nil || len(list) != 1 || list[0].ID != past.ID {
		t.Errorf("beside the backups: %v %v", list, err)
	}
	if code, out, errs := said("restore", "--server", server.URL, free); code != 0 || !strings.Contains(out, "1 forgettings carried out anew") {
		t.Errorf("%d %s %s", code, out, errs)
	}
	if again, _ := asked[len(asked)-1]["forgettings"].([]any); len(again) != 1 {
		t.Errorf("%v", asked[len(asked)-1])
	}
	fails = true
	if code, _, errs := said("restore", "--server", server.URL, free); code != 1 || !strings.Contains(errs, "--only-forget") || !strings.Contains(errs, "another key") {
		t.Errorf("%d %s", code, errs)
	}
	fails = false
	if code, out, errs := said("restore", "--server", server.URL, "--only-forget", free); code != 0 || !strings.Contains(out, "1 forgettings") {
		t.Errorf("%d %s %s", code, out, errs)
	}
	for _, args := range [][]string{{"--reason", "asked", "--backups", filepath.Join(dir, "none"), "x"}, {"--reason", "asked", "--backups", holding, "x"}} {
		if code, _, errs := said(append([]string{"forget", "--server", server.URL}, args...)...); code != 1 || !strings.Contains(errs, "--backups") {
			t.Errorf("%v: %d %s", args, code, errs)
		}
	}
	if code, _, _ := said("forget", "--server", server.URL, "ent_who"); code != 80 {
		t.Errorf("without a reason: %d", code)
	}
}
