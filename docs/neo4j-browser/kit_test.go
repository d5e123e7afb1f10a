package neo4jbrowser_test

import (
	"archive/zip"
	"bytes"
	"html"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	neo4jbrowser "sayso/docs/neo4j-browser"
)

func served(t *testing.T, method, path string) *httptest.ResponseRecorder {
	t.Helper()
	kit, err := neo4jbrowser.Handler()
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	kit.ServeHTTP(w, httptest.NewRequest(method, "http://127.0.0.1:8080"+path, nil))
	return w
}

// TestKit: the guide has every saved query once, and names this server; the archive holds every query; Neo4j Browser, another origin, may read all.
func TestKit(t *testing.T) {
	files, err := filepath.Glob("Sayso/*.cypher")
	if err != nil || len(files) != 16 {
		t.Fatalf("%d saved queries, %v", len(files), err)
	}
	guide := html.UnescapeString(served(t, http.MethodGet, neo4jbrowser.GuidePath).Body.String())
	packed := served(t, http.MethodGet, neo4jbrowser.Path+"sayso-queries.zip").Body.Bytes()
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil || len(archive.File) != len(files) {
		t.Fatalf("the archive has %d files, %v", len(archive.File), err)
	}
	for i, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Count(guide, strings.TrimSpace(string(text))) != 1 {
			t.Errorf("%s is not in the guide once", file)
		}
		if archive.File[i].Name != filepath.ToSlash(file) {
			t.Errorf("the archive has %s for %s", archive.File[i].Name, file)
		}
	}
	if !strings.Contains(guide, ":style http://127.0.0.1:8080/browser/sayso.grass") || strings.Count(guide, "<slide") != 5 {
		t.Errorf("the guide: %.600s", guide)
	}
	asked := served(t, http.MethodOptions, neo4jbrowser.GuidePath).Header()
	if asked.Get("Access-Control-Allow-Origin") != "*" || asked.Get("Access-Control-Allow-Headers") != "pragma, cache-control" {
		t.Errorf("another origin is answered with %v", asked)
	}
	if w := served(t, http.MethodGet, neo4jbrowser.Path+"queries_test.go"); w.Code != http.StatusNotFound {
		t.Errorf("something else is served: %d", w.Code)
	}
	if w := served(t, http.MethodPost, neo4jbrowser.GuidePath); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", w.Code)
	}
}
