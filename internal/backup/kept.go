package backup

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A backup is named by the moment it was taken; encrypted ones end in encryptedEnd, and those still being written in
// UnfinishedEnd.
const (
	nameForm      = "sayso-%s.jsonl.zst"
	timeForm      = "20060102T150405Z"
	encryptedEnd  = ".age"
	UnfinishedEnd = ".part"
)

// Name gives the name of a backup that is taken at a moment.
func Name(at time.Time, encrypted bool) string {
	name := fmt.Sprintf(nameForm, at.UTC().Format(timeForm))
	if encrypted {
		name += encryptedEnd
	}
	return name
}

// File is a finished backup in a folder.
type File struct {
	Path    string
	TakenAt time.Time // by its name
	Bytes   int64
}

// Kept lists the finished backups of a folder, the oldest first. Other files are passed over.
func Kept(folder string) ([]File, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var out []File
	for _, e := range entries {
		before, after, _ := strings.Cut(nameForm, "%s")
		stamp, ok := strings.CutPrefix(e.Name(), before)
		stamp, whole := strings.CutSuffix(strings.TrimSuffix(stamp, encryptedEnd), after)
		at, err := time.Parse(timeForm, stamp)
		if !ok || !whole || err != nil || !e.Type().IsRegular() {
			continue
		}
		info, err := e.Info()
		if err != nil {
			return nil, err
		}
		out = append(out, File{filepath.Join(folder, e.Name()), at, info.Size()})
	}
	slices.SortFunc(out, func(a, b File) int { return a.TakenAt.Compare(b.TakenAt) })
	return out, nil
}
