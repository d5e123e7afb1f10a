package follow

import (
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"sayso/internal/ingest"
	"sayso/internal/kg"
)

// settled is how long a file must have been left alone before it is read: it may still be being written.
const settled = 5 * time.Second

// folder lists the files of a watched folder. A file that was changed is a new item; what of it is known changes
// nothing.
func (f *Follower) folder(s kg.FollowedSource) ([]kg.SourceItem, error) {
	root, err := f.watched(s.Address)
	if err != nil {
		return nil, err
	}
	var out []kg.SourceItem
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !d.Type().IsRegular() || !ingest.Takes(path) {
			return nil // links are not followed: they lead out of the folder
		}
		info, err := d.Info()
		if err != nil || f.options.Now().Sub(info.ModTime()) < settled {
			return nil //nolint:nilerr // gone meanwhile, or being written: seen at the next look
		}
		out = append(out, kg.SourceItem{
			Address: path, Title: "", Key: kg.SourceItemKey(path, strconv.FormatInt(info.Size(), 10),
				info.ModTime().UTC().Format(time.RFC3339Nano)),
		})
		return nil
	})
	if err != nil {
		return nil, kg.Because(err, kg.Unavailable, "the folder %s cannot be read", s.Address)
	}
	return out, nil
}

// within gives the articles of a file of a watched folder.
func (f *Follower) within(s kg.FollowedSource, path string) (ingest.Source, error) {
	root, err := f.watched(s.Address)
	if err != nil {
		return ingest.Source{}, err
	}
	if real, err := filepath.EvalSymlinks(path); err != nil || !inside(root, real) {
		return ingest.Source{}, kg.Errorf(kg.Invalid, "the file is gone, or leads out of its folder; put it back and retry")
	}
	found, err := ingest.Sources(path, nil, nil)
	if err != nil {
		return ingest.Source{}, err
	}
	return found[0], nil
}

// watched gives where a folder really stands. Whoever reaches the API may name folders, so only those below the ones
// that the server was started with are read.
func (f *Follower) watched(folder string) (string, error) {
	if len(f.options.Folders) == 0 {
		return "", kg.Errorf(kg.Invalid, "this server watches no folders; start it with --watch-folders DIR, which allows "+
			"DIR and what is below it")
	}
	real, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return "", kg.Errorf(kg.Invalid, "there is no folder %s on the server's machine, or none that it may watch", folder)
	}
	for _, allowed := range f.options.Folders {
		if root, err := filepath.EvalSymlinks(allowed); err == nil && inside(root, real) {
			if info, err := os.Stat(real); err == nil && info.IsDir() {
				return real, nil
			}
		}
	}
	return "", kg.Errorf(kg.Invalid, "there is no folder %s on the server's machine, or none that it may watch; it "+
		"watches those below %s",
		folder, strings.Join(f.options.Folders, ", "))
}

// inside reports whether a path is a folder or stands below it.
func inside(root, path string) bool {
	relative, err := filepath.Rel(root, path)
	return err == nil && relative != ".." && !strings.HasPrefix(relative, ".."+string(filepath.Separator))
}

func parsed(address string) (*url.URL, error) { return url.Parse(address) }
