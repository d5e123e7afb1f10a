package access

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"sayso/internal/kg"
)

// TestNothingIsCut: a log that was written holds; whatever is changed in it does not, and what a forger with all hashes at hand could do is seen by a head
// that was kept elsewhere.
func TestNothingIsCut(t *testing.T) {
	audit := logged(t, 20)
	middle := audit.Head().Head
	for range 20 {
		audit.Write(context.Background(), Entry{What: "mutation judge", About: `with "quotes", ,"chain":"` + strings.Repeat("0", 64) + `"}`})
	}
	heads := []Head{{}, middle, audit.Head().Head}
	text, err := os.ReadFile(audit.file.Name())
	if err != nil {
		t.Fatal(err)
	}
	v, err := Verify(bytes.NewReader(text), heads)
	if err != nil || v.Entries != 40 || v.Unchained != 0 || v.Heads != 3 || v.Head != heads[2] || v.Head.Bytes != int64(len(text)) {
		t.Fatalf("%+v %v", v, err)
	}
	lines := bytes.SplitAfter(text, []byte("\n"))
	lines = lines[:40]
	join := func(parts ...[][]byte) []byte { return bytes.Join(slices.Concat(parts...), nil) }
	other := logged(t, 40)
	remade, err := os.ReadFile(other.file.Name())
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		log       []byte
		withHeads bool // only the heads tell
	}{
		"a name is altered":            {bytes.Replace(text, []byte(`"who":"Ada"`), []byte(`"who":"Bob"`), 1), false},
		"a line is cut out":            {join(lines[:7], lines[8:]), false},
		"two lines change places":      {join(lines[:7], lines[8:9], lines[7:8], lines[9:]), false},
		"a line stands twice":          {join(lines[:8], lines[7:]), false},
		"something is written in":      {join(lines[:7], [][]byte{[]byte("nothing\n")}, lines[7:]), false},
		"the beginning is cut":         {join(lines[1:]), false},
		"a hash is taken away":         {bytes.Replace(text, []byte(`,"chain":"`+chainAt(t, lines[5])+`"`), nil, 1), false},
		"the end is cut":               {join(lines[:30]), true},
		"the end is cut within":        {text[:len(text)-9], true},
		"the whole log is made anew":   {remade, true},
		"all of it is gone":            {nil, true},
		"from a head on it was remade": {remadeFrom(t, lines[:10]), true},
	} {
		if _, err := Verify(bytes.NewReader(c.log), heads); kg.CodeOf(err) != kg.Conflict {
			t.Errorf("%s, and the heads do not tell: %v", name, err)
		}
		if _, err := Verify(bytes.NewReader(c.log), nil); (err == nil) != c.withHeads {
			t.Errorf("%s, without heads: %v", name, err)
		}
	}
}

func chainAt(t *testing.T, line []byte) string {
	t.Helper()
	_, chain, ok := cutChain(line)
	if !ok {
		t.Fatalf("%s has no hash", line)
	}
	return chain
}

// remadeFrom goes on behind some lines as a forger would.
func remadeFrom(t *testing.T, lines [][]byte) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), AuditFile)
	if err := os.WriteFile(path, bytes.Join(lines, nil), 0o600); err != nil {
		t.Fatal(err)
	}
	audit, err := OpenAudit(path, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	for range 40 {
		audit.Write(context.Background(), Entry{What: "nothing happened"})
	}
	_ = audit.Close()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestLogsGoOn: the chain goes on over restarts, behind what a crash left of a line, and behind a log that had no hashes; what stood there counts too.
func TestLogsGoOn(t *testing.T) {
	path := filepath.Join(t.TempDir(), AuditFile)
	old := `{"at":"2026-11-29T00:00:00Z","what":"mutation review"}` + "\n" + `{"at":"2026-11-29T00:00:00Z","wh`
	if err := os.WriteFile(path, []byte(old), 0o600); err != nil {
		t.Fatal(err)
	}
	var heads []Head
	for i := range 3 {
		audit, err := OpenAudit(path, time.Now)
		if err != nil {
			t.Fatal(err)
		}
		audit.Write(context.Background(), Entry{What: fmt.Sprint("start ", i)})
		heads = append(heads, audit.Head().Head)
		_ = audit.Close()
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if v, err := Verify(bytes.NewReader(text), heads); err != nil || v.Entries != 3 || v.Unchained != 2 || v.Heads != 3 {
		t.Errorf("%+v %v", v, err)
	}
	if _, err := Verify(strings.NewReader(strings.Replace(string(text), "review", "delete", 1)), nil); kg.CodeOf(err) != kg.Conflict {
		t.Errorf("what had no hash was altered: %v", err)
	}
	found, err := Search(path, Sought{})
	if err != nil || len(found.Entries) != 4 || found.Damaged != 1 {
		t.Errorf("%+v %v", found, err)
	}
}

// TestHeadsAreSent: to an address and to a file, when the log has moved and at the end; one that failed is sent again.
func TestHeadsAreSent(t *testing.T) {
	got, refuse := make(chan string, 100), true
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if refuse {
			refuse = false
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		got <- string(body)
	}))
	defer server.Close()
	audit := logged(t, 3)
	file := filepath.Join(t.TempDir(), "heads.jsonl")
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{}, 2)
	for _, to := range []string{server.URL, file} {
		go func() { audit.SendHeads(ctx, to, time.Millisecond); done <- struct{}{} }()
	}
	var sent SentHead
	if err := json.Unmarshal([]byte(<-got), &sent); err != nil || sent.Head != audit.Head().Head {
		t.Fatal(sent, err)
	}
	cancel()
	<-done
	<-done
	kept, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	heads, err := ReadHeads(kept)
	if err != nil || len(heads) != 1 || heads[0] != sent.Head {
		t.Errorf("a log that stands still is told once: %v %v", heads, err)
	}
	for _, none := range []string{"x", `{"bytes":3}`, `{"at":"2026-11-29T00:00:00Z","bytes":3}`} {
		if _, err := ReadHeads(strings.NewReader(none)); kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%s is a head: %v", none, err)
		}
	}
}
