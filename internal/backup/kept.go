package backup

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// A backup is named by the moment it was taken, an increment also by that of the backup it builds on; encrypted ones
// end in encryptedEnd, and those still being written to a folder in UnfinishedEnd.
const (
	nameStart     = "sayso-"
	nameEnd       = ".jsonl.zst"
	onMark        = "-on-"
	timeForm      = "20060102T150405Z"
	encryptedEnd  = ".age"
	UnfinishedEnd = ".part"
)

// File is a finished backup.
type File struct {
	Name      string
	TakenAt   time.Time // by its name, in seconds
	On        time.Time // when that was taken which this increment builds on; zero for a whole backup
	Encrypted bool
	Bytes     int64
}

// Whole reports whether a backup builds on no other one.
func (f File) Whole() bool { return f.On.IsZero() }

// Name gives the name of a backup that is taken at a moment, on is zero for a whole one.
func Name(at, on time.Time, encrypted bool) string {
	name := nameStart + at.UTC().Format(timeForm)
	if !on.IsZero() {
		name += onMark + on.UTC().Format(timeForm)
	}
	name += nameEnd
	if encrypted {
		name += encryptedEnd
	}
	return name
}

// ParseName reads the name of a backup; ok is false where it is none, as with whatever else lies in a place.
func ParseName(name string) (f File, ok bool) {
	stamps, encrypted := strings.CutSuffix(name, encryptedEnd)
	f.Name, f.Encrypted = name, encrypted
	at, on, builds := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(stamps, nameStart), nameEnd), onMark)
	var err error
	if f.TakenAt, err = time.Parse(timeForm, at); err != nil {
		return File{}, false
	}
	if builds {
		if f.On, err = time.Parse(timeForm, on); err != nil || !f.On.Before(f.TakenAt) {
			return File{}, false
		}
	}
	if Name(f.TakenAt, f.On, encrypted) != name {
		return File{}, false
	}
	return f, true
}

// Sorted puts backups in order, the oldest first.
func Sorted(files []File) []File {
	slices.SortFunc(files, func(a, b File) int {
		if by := a.TakenAt.Compare(b.TakenAt); by != 0 {
			return by
		}
		return strings.Compare(a.Name, b.Name)
	})
	return files
}

// Broken gives those of some backups that cannot be restored, since what they build on is not there.
func Broken(files []File) []File {
	var out []File
	restorable := map[time.Time]bool{}
	for _, f := range Sorted(slices.Clone(files)) { // what is built on is older
		if f.Whole() || restorable[f.On] {
			restorable[f.TakenAt] = true
		} else {
			out = append(out, f)
		}
	}
	return out
}

// Expired gives those of some backups, the oldest first, that go where the newest keep of them stay, with all that
// these build on. The newest come first: whoever stops in between leaves no increment without what it builds on.
func Expired(files []File, keep int) []File {
	if keep <= 0 || len(files) <= keep {
		return nil
	}
	needed := map[time.Time]bool{}
	var out []File
	for i := len(files) - 1; i >= 0; i-- { // what is built on is older
		f := files[i]
		if i < len(files)-keep && !needed[f.TakenAt] {
			out = append(out, f)
			continue
		}
		if !f.Whole() {
			needed[f.On] = true
		}
	}
	return out
}

// Described says what kind of backup a file is, in a few words.
func (f File) Described() string {
	kind := "whole"
	if !f.Whole() {
		kind = "on that of " + f.On.Format(time.RFC3339)
	}
	if f.Encrypted {
		kind += ", encrypted"
	}
	return fmt.Sprintf("%s, %.1f MB", kind, float64(f.Bytes)/1e6)
}
