package backup

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"sayso/internal/kg"
)

// TestKept: finished backups are listed by their time, and nothing else of the folder.
func TestKept(t *testing.T) {
	dir, at := t.TempDir(), time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	for _, name := range []string{Name(at, time.Time{}, true), Name(at.Add(-time.Hour), time.Time{}, false), Name(at.Add(time.Hour), at, false),
		Name(at, time.Time{}, false) + UnfinishedEnd, "sayso-x.jsonl.zst", "sayso-20260102T030405Z.txt", "other"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("abc"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, Name(at.Add(time.Hour), time.Time{}, false)), 0o700); err != nil {
		t.Fatal(err)
	}
	kept, err := Folder(dir).Kept(context.Background())
	if err != nil || len(kept) != 3 || !kept[0].TakenAt.Equal(at.Add(-time.Hour)) || !kept[0].Whole() || kept[1].Name != Name(at, time.Time{}, true) ||
		!kept[1].Encrypted || kept[1].Bytes != 3 || kept[2].Whole() || !kept[2].On.Equal(at) {
		t.Errorf("%v %v", kept, err)
	}
	if _, err := Folder(filepath.Join(dir, "none")).Kept(context.Background()); kg.CodeOf(err) != kg.Invalid {
		t.Error(err)
	}
}

// TestParseName: only what Name writes is the name of a backup: nothing that leads elsewhere, and no increment on a later one.
func TestParseName(t *testing.T) {
	for _, name := range []string{"", "sayso-", "../sayso-20260102T030405Z.jsonl.zst", "sayso-20260102T030405Z.jsonl.zst/..", "sayso-20260102T030405Z.jsonl.zst\n",
		"sayso-20260102T030405Z.jsonl.zst.age.age", "sayso-20260102T030405Z.jsonl", "20260102T030405Z.jsonl.zst", "sayso-20260102T030405.5Z.jsonl.zst",
		"sayso-20260102T030405Z-on-20260102T030405Z.jsonl.zst", "sayso-20260102T030405Z-on-20270102T030405Z.jsonl.zst", "sayso-20260102T030405Z-on-.jsonl.zst",
		"sayso-20260102T030405Z-on-20250102T030405Z-on-20250102T030405Z.jsonl.zst", "sayso-20261302T030405Z.jsonl.zst"} {
		if f, ok := ParseName(name); ok {
			t.Errorf("%q is read as %+v", name, f)
		}
	}
}

// TestExpired: the newest stay with all that they build on, and whoever stops in between leaves no increment without its base.
func TestExpired(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2026, 1, n, 0, 0, 0, 0, time.UTC) }
	var files []File
	for _, of := range [][2]int{{1, 0}, {2, 1}, {3, 2}, {4, 0}, {5, 4}, {6, 3}, {7, 5}} { // the sixth builds on the third: two were taken at a time
		var on time.Time
		if of[1] > 0 {
			on = day(of[1])
		}
		f, ok := ParseName(Name(day(of[0]), on, of[0]%2 == 0))
		if !ok {
			t.Fatal(of)
		}
		files = append(files, f)
	}
	for keep, want := range map[int]string{0: "", 1: "6 3 2 1", 2: "", 3: "", 7: "", 9: ""} {
		if got := days(Expired(files, keep)); got != want {
			t.Errorf("keep %d: %q goes, want %q", keep, got, want)
		}
	}
	if got := days(Expired(files[:4], 1)); got != "3 2 1" {
		t.Errorf("behind a whole one %q goes", got)
	}
	if got := days(Expired(slices.Delete(slices.Clone(files), 3, 4), 1)); got != "6 3 2 1" { // its base is gone already
		t.Errorf("%q goes", got)
	}
}

// TestBroken: increments are told that cannot be restored, whichever link is missing.
func TestBroken(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2026, 1, n, 0, 0, 0, 0, time.UTC) }
	files := []File{{TakenAt: day(4), On: day(3)}, {TakenAt: day(3), On: day(2)}, {TakenAt: day(2), On: day(1)}, {TakenAt: day(1)}, {TakenAt: day(5)}}
	for missing, want := range map[int]string{0: "", 1: "2 3 4", 2: "3 4", 3: "4", 4: "", 5: ""} {
		left := slices.DeleteFunc(slices.Clone(files), func(f File) bool { return f.TakenAt.Equal(day(missing)) })
		if got := days(Broken(left)); got != want {
			t.Errorf("without the %dth: %q, want %q", missing, got, want)
		}
	}
}

func days(files []File) string {
	var out []string
	for _, f := range files {
		out = append(out, f.TakenAt.Format("2"))
	}
	return strings.Join(out, " ")
}
