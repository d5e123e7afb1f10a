package backup_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"sayso/internal/backup"
	"sayso/internal/kg"
)

func forgetting(actor, reason string) kg.Forgetting {
	return kg.Forgetting{ID: kg.ForgettingID([]string{actor}), Actors: []string{actor}, Reason: reason, Articles: kg.RedactArticles}
}

// TestForgottenBesideBackups: the list grows, is never shortened by a graph that knows less, and a damaged one is told.
func TestForgottenBesideBackups(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	if list, err := backup.Forgotten(ctx, backup.Folder(dir)); len(list) != 0 || err != nil {
		t.Fatal(list, err)
	}
	for _, add := range [][]kg.Forgetting{{forgetting("aa", "x")}, {forgetting("bb", "y")}, {forgetting("aa", "later")}, nil} {
		if err := backup.AddForgotten(ctx, backup.Folder(dir), add); err != nil {
			t.Fatal(err)
		}
	}
	list, err := backup.Forgotten(ctx, backup.Folder(dir))
	if err != nil || len(list) != 2 {
		t.Fatal(list, err)
	}
	for _, f := range list {
		if f.Actors[0] == "aa" && f.Reason != "later" {
			t.Errorf("%+v", f)
		}
	}
	path := filepath.Join(dir, backup.ForgottenFile)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, damaged := range []string{string(data[:len(data)-20]), strings.Replace(string(data), `"bb"`, `"cc"`, 1), "{}\n"} {
		if err := os.WriteFile(path, []byte(damaged), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := backup.Forgotten(ctx, backup.Folder(dir)); kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%q is read: %v", damaged, err)
		}
	}
}

// TestWhichBackupsHold: a backup is searched for ids, encrypted or not, and what cannot be read is told apart from what holds none.
func TestWhichBackupsHold(t *testing.T) {
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	file := `{"saysoArchive":2,"edition":9,"seq":4}
{"label":"Article","key":"art_1","properties":{"id":"art_1","text":"` + strings.Repeat("We do. ", 300_000) + `ent_here"}}
{"saysoArchiveEnd":2,"seq":4}
`
	for _, recipients := range [][]age.Recipient{nil, {key.Recipient()}} {
		var out bytes.Buffer
		if _, err := backup.Write(&out, strings.NewReader(file), time.Now(), recipients, ""); err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "b"), out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		identities := []age.Identity{key}
		if holds, err := backup.Holds(context.Background(), backup.Folder(dir), "b", identities, []string{"ent_other", "ent_here"}); !holds || err != nil {
			t.Error(holds, err)
		}
		if holds, err := backup.Holds(context.Background(), backup.Folder(dir), "b", identities, []string{"ent_other"}); holds || err != nil {
			t.Error(holds, err)
		}
		if _, err := backup.Holds(context.Background(), backup.Folder(dir), "b", nil, []string{"ent_here"}); (err != nil) != (recipients != nil) {
			t.Errorf("without a key: %v", err)
		}
	}
}
