package explorer

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

// contentTypes of all that is served, for what the operating system knows about endings differs.
var contentTypes = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".md":  "text/markdown; charset=utf-8",
	".svg": "image/svg+xml",
	".ttf": "font/ttf", ".woff": "font/woff", ".woff2": "font/woff2",
}

// asset is one file that is served as it is.
type asset struct {
	from      fs.FS
	name      string     // in from
	twins     []encoding // those in which there is a file beside it, the shortest first
	immutable bool       // its address changes with its content
}

// encoding is a way in which files lie compressed beside the plain ones.
type encoding struct{ coding, ending string }

// encodings are those that the build writes, the shortest first.
var encodings = []encoding{{"br", ".br"}, {"gzip", ".gz"}}

// assets are the files by their address.
type assets map[string]asset

// gatherAssets finds the files of the build, whose names carry a hash, and adds our own, whose addresses are given one.
func gatherAssets(dist fs.FS) (assets, error) {
	all := assets{}
	err := fs.WalkDir(dist, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || contentTypes[path.Ext(name)] == "" {
			return err
		}
		f := asset{from: dist, name: name, immutable: strings.HasPrefix(name, "assets/")}
		for _, e := range encodings {
			if _, missing := fs.Stat(dist, name+e.ending); missing == nil {
				f.twins = append(f.twins, e)
			}
		}
		all["/"+name] = f
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list the built web pages: %w", err)
	}
	all["/favicon.svg"] = asset{from: own, name: "pages/favicon.svg"}
	return all, nil
}

// addOwn serves a file of pages under an address that changes with its content, and gives the address.
func (a assets) addOwn(name string) (string, error) {
	content, err := own.ReadFile("pages/" + name)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(content)
	ending := path.Ext(name)
	address := "/assets/" + strings.TrimSuffix(name, ending) + "-" + hex.EncodeToString(sum[:6]) + ending
	a[address] = asset{from: own, name: "pages/" + name, immutable: true}
	return address, nil
}

// serve answers with a file, compressed where the client takes that.
func (a assets) serve(w http.ResponseWriter, r *http.Request) {
	f, ok := a[r.URL.Path]
	if !ok {
		http.Error(w, "There is no page here. The start page, /, lists where everything is.", http.StatusNotFound)
		return
	}
	name := f.name
	h := w.Header()
	h.Set("Content-Type", contentTypes[path.Ext(name)])
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
	h.Set("Cache-Control", "no-cache")
	if f.immutable {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if len(f.twins) > 0 {
		h.Set("Vary", "Accept-Encoding")
	}
	for _, e := range f.twins {
		if takes(r.Header.Get("Accept-Encoding"), e.coding) {
			h.Set("Content-Encoding", e.coding)
			name += e.ending
			break
		}
	}
	file, err := f.from.Open(name)
	if err != nil {
		http.Error(w, "The file cannot be read.", http.StatusInternalServerError)
		return
	}
	defer file.Close()
	http.ServeContent(w, r, "", time.Time{}, file.(io.ReadSeeker))
}

// takes reports whether an Accept-Encoding header takes a coding. "gzip;q=0" refuses it.
func takes(accepted, want string) bool {
	for _, one := range strings.Split(accepted, ",") {
		coding, weight, weighted := strings.Cut(strings.ReplaceAll(one, " ", ""), ";")
		if !strings.EqualFold(coding, want) {
			continue
		}
		q, err := strconv.ParseFloat(strings.TrimPrefix(weight, "q="), 64)
		return !weighted || err == nil && q > 0
	}
	return false
}
