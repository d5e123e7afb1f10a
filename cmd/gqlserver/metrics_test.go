package main

import (
	"strings"
	"testing"
	"time"
)

func TestMetrics(t *testing.T) {
	m := newMetrics()
	m.observe("query whoDid", 20*time.Millisecond, false)
	m.observe("query whoDid", 2*time.Second, false)
	m.observe("mutation ingest", time.Second, true)
	page := get(m.handler(), "http://localhost/metrics").Body.String()
	for _, line := range []string{
		`sayso_field_seconds_count{field="query whoDid",outcome="ok"} 2`,
		`sayso_field_seconds_bucket{field="query whoDid",outcome="ok",le="0.025"} 1`,
		`sayso_field_seconds_count{field="mutation ingest",outcome="error"} 1`,
		"process_resident_memory_bytes ", "go_goroutines ",
	} {
		if !strings.Contains(page, line) {
			t.Errorf("no line %s in\n%.600s", line, page)
		}
	}
}
