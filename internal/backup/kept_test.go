package backup

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestKept: finished backups are listed by their time, and nothing else of the folder.
func TestKept(t *testing.T) {
	dir, at := t.TempDir(), time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	for _, name := range []string{Name(at, true), Name(at.Add(-time.Hour), false), Name(at, false) + UnfinishedEnd, "sayso-x.jsonl.zst", "sayso-20260102T030405Z.txt", "other"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("abc"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, Name(at.Add(time.Hour), false)), 0o700); err != nil {
		t.Fatal(err)
	}
	kept, err := Kept(dir)
	if err != nil || len(kept) != 2 || !kept[0].TakenAt.Equal(at.Add(-time.Hour)) || kept[1].Path != filepath.Join(dir, Name(at, true)) || kept[1].Bytes != 3 {
		t.Errorf("%v %v", kept, err)
	}
}
