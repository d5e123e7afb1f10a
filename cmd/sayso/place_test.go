package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"github.com/minio/minio-go/v7"

	"sayso/internal/backup"
	"sayso/internal/backup/bucket/buckettest"
	"sayso/internal/kg"
)

// growing is a server whose graph has some articles, and a change for each.
type growing struct {
	address  string
	articles []string
	moving   bool   // the graph changes while its archive is read, unless writers wait
	imported string // what was restored
	still    int    // archives that were taken while writers waited
	list     []kg.Forgetting
}

func newGrowing(t *testing.T) *growing {
	g := &growing{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/export/archive.jsonl":
			still := r.URL.Query().Get("still") == "true"
			if still {
				g.still++
			}
			_, _ = io.WriteString(w, g.archive(g.moving && !still))
		case "/import":
			body, _ := io.ReadAll(r.Body)
			g.imported = string(body)
			_, _ = io.WriteString(w, `{"nodes":1}`)
		default:
			body, _ := io.ReadAll(r.Body)
			data := map[string]any{}
			if strings.Contains(string(body), "forget") {
				data = map[string]any{"forgettings": g.list, "forgetAgain": map[string]any{}}
			}
			for _, of := range restoredCounts {
				data[of.field] = map[string]any{"totalCount": strings.Count(g.imported, `"label":"`+of.label+`"`)}
			}
			_ = json.NewEncoder(w).Encode(map[string]any{"data": data})
		}
	}))
	t.Cleanup(server.Close)
	g.address = server.URL
	return g
}

func (g *growing) archive(moved bool) string {
	var articles, feed strings.Builder
	for n, text := range g.articles {
		fmt.Fprintf(&articles, `{"label":"Article","key":"art_%d","properties":{"id":"art_%d","text":%q}}`+"\n", n, n, text)
		fmt.Fprintf(&feed, `{"label":"Change","key":"ch_%d","properties":{"seq":%d}}`+"\n", n, n)
	}
	last := len(g.articles)
	if moved {
		last++
	}
	return fmt.Sprintf(`{"saysoArchive":2,"edition":9,"seq":%d}`+"\n%s%s"+`{"saysoArchiveEnd":2,"seq":%d}`+"\n", len(g.articles), &articles, &feed, last)
}

// inStore sets what leads to a store in memory.
func inStore(t *testing.T) *buckettest.Server {
	unit, longest := minio.DefaultRetryUnit, minio.DefaultRetryCap
	minio.DefaultRetryUnit, minio.DefaultRetryCap = time.Millisecond, 5*time.Millisecond
	t.Cleanup(func() { minio.DefaultRetryUnit, minio.DefaultRetryCap = unit, longest })
	s := buckettest.New(t)
	for name, value := range map[string]string{"AWS_ACCESS_KEY_ID": buckettest.Key, "AWS_SECRET_ACCESS_KEY": buckettest.Secret, "AWS_SESSION_TOKEN": "",
		"AWS_ENDPOINT_URL": s.Address, "AWS_ENDPOINT_URL_S3": "", "AWS_REGION": "", "AWS_DEFAULT_REGION": ""} {
		t.Setenv(name, value)
	}
	return s
}

// earlier gives a backup of a bucket the name of one that was taken an hour before the oldest.
func earlier(t *testing.T, s *buckettest.Server, hours int) string {
	t.Helper()
	for _, key := range s.Keys() {
		f, ok := backup.ParseName(filepath.Base(key))
		if !ok || time.Since(f.TakenAt) > time.Minute {
			continue
		}
		name := backup.Name(f.TakenAt.Add(-time.Duration(hours)*time.Hour), f.On, f.Encrypted)
		s.Put(filepath.Dir(key)+"/"+name, s.Get(key))
		s.Put(key, nil)
		return "s3://backups/" + filepath.Dir(key) + "/" + name
	}
	t.Fatal("no backup of now in ", s.Keys())
	return ""
}

// TestBackupInBucket: a backup goes into a bucket, is listed, checked and restored from there, old ones go, and the list of who was forgotten is beside it.
func TestBackupInBucket(t *testing.T) {
	s, g := inStore(t), newGrowing(t)
	g.articles, g.moving, g.list = []string{"We do.", "We did."}, true, []kg.Forgetting{{ID: kg.ForgettingID([]string{"aa"}), Actors: []string{"aa"}}}
	const to = "s3://backups/nightly"
	if code, out, errs := said("backup", "--list", "--to", to); code != 0 || !strings.Contains(out, "no backup in "+to) {
		t.Fatal(code, out, errs)
	}
	code, out, errs := said("backup", "--server", g.address, "--to", to)
	if code != 0 || !strings.Contains(out, to+"/sayso-") || g.still != 1 {
		t.Fatal(code, out, errs)
	}
	first := earlier(t, s, 5)
	if code, out, errs := said("backup", "--list", "--to", to); code != 0 || !strings.Contains(out, first+" (whole, ") {
		t.Error(code, out, errs)
	}
	if code, out, errs := said("restore", "--dry-run", first); code != 0 || !strings.Contains(out, "is whole") {
		t.Error(code, out, errs)
	}
	if code, out, errs := said("restore", "--server", g.address, first); code != 0 || g.imported != g.archive(false) || !strings.Contains(out, "1 forgettings") {
		t.Error(code, out, errs)
	}
	if code, out, errs := said("restore", "--server", g.address, "--only-forget", first); code != 0 || !strings.Contains(out, "1 forgettings") {
		t.Error(code, out, errs)
	}
	if code, out, errs := said("doctor", "--server", g.address, "--elsewhere", "--only", "backups", "--backups", to); code != 0 || !strings.Contains(out, "1; the newest") {
		t.Error(code, out, errs)
	}
	g.moving = false
	if code, _, errs := said("backup", "--server", g.address, "--to", to, "--keep", "1"); code != 0 {
		t.Error(errs)
	}
	if keys := s.Keys(); len(keys) != 2 || keys[0] != "nightly/"+backup.ForgottenFile || s.Get(strings.TrimPrefix(first, "s3://backups/")) != nil || s.Unfinished() != 0 {
		t.Errorf("one was to stay: %v", keys)
	}
	bucketRefusals(t, s, g)
}

// bucketRefusals: what goes wrong is told without the credentials, and leaves nothing.
func bucketRefusals(t *testing.T, s *buckettest.Server, g *growing) {
	t.Helper()
	had := len(s.Keys())
	credentials := filepath.Join(t.TempDir(), "credentials")
	if err := os.WriteFile(credentials, []byte("[default]\naws_secret_access_key "+buckettest.Secret), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"backup", "--server", g.address, "--to", "s3://nowhere/x"}, "no such bucket"},
		{[]string{"backup", "--server", g.address, "--to", "s3://x:" + buckettest.Secret + "@backups/x"}, "AWS_ACCESS_KEY_ID"},
		{[]string{"backup", "--server", "http://127.0.0.1:1", "--to", "s3://backups/x"}, "no server answers"},
		{[]string{"backup", "--server", g.address, "--to", "s3://backups/x", "--s3-endpoint", "https://u:" + buckettest.Secret + "@x"}, "--s3-endpoint"},
		{[]string{"backup", "--server", g.address, "--to", "s3://backups/x", "--s3-credentials", credentials}, "no credentials"},
		{[]string{"backup", "--server", g.address, "--to", "s3://backups/x", "--s3-credentials", credentials + "x"}, "--s3-credentials"},
		{[]string{"restore", "s3://backups/nightly/" + backup.Name(time.Now().Add(time.Hour), time.Time{}, false)}, "no such file"},
		{[]string{"restore", "s3://backups/nightly/../../etc"}, "no backup in a bucket"},
		{[]string{"restore", "s3://sayso-20260102T030405Z.jsonl.zst"}, "no backup in a bucket"},
		{[]string{"forget", "--server", g.address, "--reason", "asked", "--backups", "s3://nowhere/x", "ent_who"}, "--backups"},
	} {
		if code, out, errs := said(c.args...); code != 1 || !strings.Contains(errs, c.want) || strings.Contains(errs+out, buckettest.Secret) {
			t.Errorf("%v: %d %s", c.args, code, errs)
		}
	}
	if len(s.Keys()) != had || s.Unfinished() != 0 {
		t.Errorf("%v is left", s.Keys())
	}
	good := "[other]\naws_access_key_id = " + buckettest.Key + "\naws_secret_access_key = " + buckettest.Secret + "\n"
	if err := os.WriteFile(credentials, []byte(good), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("AWS_SECRET_ACCESS_KEY", "wrong")
	if code, _, errs := said("backup", "--list", "--to", "s3://backups/x", "--s3-credentials", credentials, "--s3-profile", "other"); code != 0 {
		t.Error(errs)
	}
	if code, _, errs := said("backup", "--list", "--to", "s3://backups/x"); code != 1 || !strings.Contains(errs, "AWS_SECRET_ACCESS_KEY") {
		t.Error(code, errs)
	}
}

// TestIncrements: increments go beside what they build on, in a folder and in a bucket, encrypted too; each restores to the archive of its moment, and none is
// left without what it builds on.
func TestIncrements(t *testing.T) {
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	identity := filepath.Join(t.TempDir(), "key.txt")
	if err := os.WriteFile(identity, []byte(key.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	s := inStore(t)
	for _, to := range []string{filepath.Join(t.TempDir(), "plain"), "s3://backups/chain"} {
		g := newGrowing(t)
		args := []string{"backup", "--server", g.address, "--to", to, "--incremental", "--recipient", key.Recipient().String(), "--identity", identity}
		var taken, archives []string
		for n := range 3 {
			g.articles = append(g.articles, fmt.Sprint("The ", n, "th article."))
			g.moving = n == 2
			code, out, errs := said(args...)
			if code != 0 || strings.Contains(errs, "whole one is taken") != (n == 0) || strings.Contains(out, " on sayso-") != (n > 0) {
				t.Fatalf("%d %s %s", code, out, errs)
			}
			name, _, _ := strings.Cut(out, " ")
			taken, archives = append(taken, strings.TrimSuffix(name, ":")), append(archives, g.archive(false))
		}
		for n, name := range taken {
			if code, out, errs := said("restore", "--server", g.address, "--identity", identity, name); code != 0 || g.imported != archives[n] {
				t.Errorf("%s: %d %s %s\n%s", name, code, out, errs, g.imported)
			}
		}
		if code, _, errs := said(append(args, "--keep", "1")...); code != 0 {
			t.Fatal(errs)
		}
		if code, out, _ := said("backup", "--list", "--to", to); code != 0 || strings.Count(out, "encrypted") != 4 {
			t.Errorf("all that the newest builds on was to stay:\n%s", out)
		}
		for _, c := range []struct {
			drop int // of args, from the end
			want string
		}{{2, "--identity"}, {4, "--recipient"}} {
			few := args[:len(args)-c.drop]
			if c.drop == 4 {
				few = append(few[:len(few):len(few)], "--identity", identity)
			}
			if code, _, errs := said(few...); code != 1 || !strings.Contains(errs, c.want) {
				t.Errorf("%v: %d %s", few, code, errs)
			}
		}
		g.articles[1] = "Another graph."
		g.articles = g.articles[:2]
		if code, _, errs := said(args...); code != 1 || !strings.Contains(errs, "without --incremental") {
			t.Errorf("another graph: %d %s", code, errs)
		}
		if code, _, errs := said("backup", "--server", g.address, "--to", to, "--keep", "1"); code != 0 {
			t.Error(errs)
		}
		if code, out, _ := said("backup", "--list", "--to", to); code != 0 || strings.Count(out, "\n") != 1 || !strings.Contains(out, "(whole,") {
			t.Errorf("the whole one was to stay alone:\n%s", out)
		}
	}
	if s.Unfinished() != 0 {
		t.Error("uploads are left")
	}
}
