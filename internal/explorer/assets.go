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
	name      string // in from
	zipped    bool   // there is a file name.gz beside it
	immutable bool   // its address changes with its content
}

// assets are the files by their address.
type assets map[string]asset

// gatherAssets finds the files of the build, whose names carry a hash, and adds our own, whose addresses are given one.
func gatherAssets(dist fs.FS) (assets, error) {
	all := assets{}
	err := fs.WalkDir(dist, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || contentTypes[path.Ext(name)] == "" {
			return err
		}
		_, missing := fs.Stat(dist, name+".gz")
		all["/"+name] = asset{from: dist, name: name, zipped: missing == nil, immutable: strings.HasPrefix(name, "assets/")}
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

// serve answers with a file, gzipped where the client takes that.
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
	if f.zipped {
		h.Set("Vary", "Accept-Encoding")
		if takesGzip(r.Header.Get("Accept-Encoding")) {
			h.Set("Content-Encoding", "gzip")
			name += ".gz"
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

// takesGzip reads an Accept-Encoding header. "gzip;q=0" refuses it.
func takesGzip(accepted string) bool {
	for _, one := range strings.Split(accepted, ",") {
		coding, weight, weighted := strings.Cut(strings.ReplaceAll(one, " ", ""), ";")
		if !strings.EqualFold(coding, "gzip") {
			continue
		}
		q, err := strconv.ParseFloat(strings.TrimPrefix(weight, "q="), 64)
		return !weighted || err == nil && q > 0
	}
	return false
}
