package main

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestCompressed: long answers are compressed for who takes it, short ones and events of a subscription are not.
func TestCompressed(t *testing.T) {
	long := `{"data":"` + strings.Repeat("so ", leastCompressed) + `"}`
	for name, c := range map[string]struct {
		media, body, accept string
		packed              bool
	}{
		"long":         {"application/json; charset=utf-8", long, "gzip", true},
		"long of 2022": {"application/graphql-response+json; charset=utf-8", long, "br;q=1, gzip;q=0.5", true},
		"not taken":    {"application/json", long, "identity", false},
		"short":        {"application/json", `{"data":{}}`, "gzip", false},
		"events":       {"text/event-stream", long, "gzip", false},
	} {
		h := compressed(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", c.media)
			_, _ = io.WriteString(w, c.body)
		}))
		r := httptest.NewRequest(http.MethodPost, "/graphql", nil)
		r.Header.Set("Accept-Encoding", c.accept)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		text, packed := w.Body.String(), w.Header().Get("Content-Encoding") == "gzip"
		if packed {
			unpack, err := gzip.NewReader(w.Body)
			if err != nil {
				t.Fatal(err)
			}
			all, _ := io.ReadAll(unpack)
			text = string(all)
		}
		if packed != c.packed || text != c.body {
			t.Errorf("%s: compressed %v, %d bytes of %d", name, packed, len(text), len(c.body))
		}
	}
}
