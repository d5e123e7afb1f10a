package main

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// moody answers with an outage first and takes the article afterwards.
type moody struct{ outages, asked int }

func (m *moody) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	m.asked++
	if m.asked <= m.outages {
		fmt.Fprint(w, `{"data": {"ingest": {"results": [{"error": {"code": "UNAVAILABLE", "message": "the disk is nearly full"}}]}}}`)
		return
	}
	fmt.Fprint(w, `{"data": {"ingest": {"results": [{"isNew": true, "article": {"id": "art_1"}, "added": {"articles": 1}}]}}}`)
}

// ingestThrough sends one article to a server and gives what was printed.
func ingestThrough(t *testing.T, url string, patience time.Duration) (out, told string, err error) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	c := ingestCommand{serverFlag: serverFlag{Server: url}, Sources: []string{"-"}, Timeout: time.Minute, Patience: patience}
	err = c.Run(terminal{ctx: context.Background(), in: strings.NewReader("Arland said no."), out: &stdout, err: &stderr})
	return stdout.String(), stderr.String(), err
}

// TestPatience: an article that the graph cannot take just now is sent again until the patience is over, then refused.
func TestPatience(t *testing.T) {
	short := &moody{outages: 1}
	server := httptest.NewServer(short)
	defer server.Close()
	out, told, err := ingestThrough(t, server.URL, time.Minute)
	if err != nil || short.asked != 2 || !strings.Contains(out, "1 new, 0 known, 0 refused") || !strings.Contains(told, "nearly full; sent again in") {
		t.Errorf("after a short outage: %d tries, %q, %q, %v", short.asked, out, told, err)
	}
	for _, patience := range []time.Duration{0, 10 * time.Millisecond} {
		endless := &moody{outages: 1 << 30}
		lasting := httptest.NewServer(endless)
		out, told, err = ingestThrough(t, lasting.URL, patience)
		lasting.Close()
		if err == nil || !strings.Contains(out, "0 new, 0 known, 1 refused") || !strings.Contains(told, "nearly full") || endless.asked > 2 {
			t.Errorf("with a patience of %v: %d tries, %q, %q, %v", patience, endless.asked, out, told, err)
		}
	}
	begin := time.Now()
	if _, _, err := ingestThrough(t, "http://127.0.0.1:1", time.Hour); err == nil || time.Since(begin) > 10*time.Second {
		t.Errorf("a server that never answered was waited for %v: %v", time.Since(begin), err)
	}
}
