package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"sayso/internal/cypher"
)

// TestRememberedReads: what was remembered is read again with the kinds of its numbers; a folder without it gives none,
// a damaged file says so, and what another build wrote is not used.
func TestRememberedReads(t *testing.T) {
	dir := t.TempDir()
	if reads, err := loadReads(dir); err != nil || reads != nil {
		t.Fatalf("an empty folder gives %v, %v", reads, err)
	}
	reads := []cypher.Query{
		{Name: "whoDid", Text: "MATCH (n) RETURN n LIMIT $p0", Params: map[string]any{"p0": int64(1), "p1": 1.5, "p2": nil,
			"p3": []any{int64(1)}, "p4": map[string]any{}, "p5": "none", "p6": true}},
		{Name: "path", Text: "RETURN 1", Params: map[string]any{}},
	}
	keepReads(dir, reads)
	got, err := loadReads(dir)
	if err != nil || !reflect.DeepEqual(got, reads) {
		t.Errorf("%#v came back as %#v, %v", reads, got, err)
	}
	keepReads(dir, nil) // a server that was asked nothing leaves what an earlier one knew
	if got, _ := loadReads(dir); len(got) != 2 {
		t.Errorf("a server that was asked nothing left %v", got)
	}
	path := filepath.Join(dir, readsFile)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	other := strings.Replace(string(text), `"build":"`, `"build":"other `, 1)
	for content, wrong := range map[string]bool{other: false, "{": true} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := loadReads(dir); len(got) > 0 || (err != nil) != wrong {
			t.Errorf("%.40s gives %v, %v", content, got, err)
		}
	}
}
