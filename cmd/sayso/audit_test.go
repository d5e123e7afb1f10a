package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sayso/internal/access"
)

// TestAuditVerify: a log and the head of it that was kept elsewhere fit; a log that was cut fails, and files that are none are told.
func TestAuditVerify(t *testing.T) {
	dir := t.TempDir()
	log, heads := filepath.Join(dir, "audit.jsonl"), filepath.Join(dir, "heads.jsonl")
	audit, err := access.OpenAudit(log, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		audit.Write(t.Context(), access.Entry{What: "mutation review"})
	}
	ended, end := context.WithCancel(t.Context())
	end() // what is sent when a server stops
	audit.SendHeads(ended, heads, time.Hour)
	_ = audit.Close()
	if code, out, errs := said("audit", "verify", log, "--head", heads); code != 0 || !strings.Contains(out, "3 entries") || !strings.Contains(out, "1 heads") {
		t.Fatalf("%d %s %s", code, out, errs)
	}
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	cut := strings.SplitAfter(string(text), "\n")[0]
	if err := os.WriteFile(log, []byte(cut), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := said("audit", "verify", log, "--head", heads); code != 1 || !strings.Contains(errs, "was cut or altered") {
		t.Errorf("%d %s", code, errs)
	}
	if code, out, _ := said("audit", "verify", log); code != 0 || !strings.Contains(out, "without --head nobody knows") {
		t.Errorf("%d %s", code, out)
	}
	empty := filepath.Join(dir, "empty")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(dir, "other")
	if err := os.WriteFile(other, []byte("root:x:0:0\n{\"what\":\"sign in\"}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, no := range []string{empty, other} {
		if code, out, errs := said("audit", "verify", no); code != 1 || !strings.Contains(errs, "nothing can be proved") {
			t.Errorf("%s is a log: %d %s%s", no, code, out, errs)
		}
	}
	for _, head := range []string{empty, filepath.Join(dir, "none"), log} {
		if code, _, errs := said("audit", "verify", log, "--head", head); code != 1 {
			t.Errorf("%s is a head: %d %s", head, code, errs)
		}
	}
}
