package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"sayso/internal/kg"
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

// TestDashboards: what the dashboard and the alerts ask for is in /metrics, with the labels that they name.
func TestDashboards(t *testing.T) {
	m := newMetrics()
	m.observe("query whoDid", time.Second, true)
	m.ran("get_article", time.Second, false)
	m.answered(true)
	var failing error
	m.health(func(context.Context) error { return failing })
	m.settled("dead")
	m.queue(func(context.Context) (kg.QueueStatus, error) {
		return kg.QueueStatus{Lanes: []kg.LaneStatus{{Lane: kg.PeopleLane, Articles: 3, Oldest: time.Unix(7, 0)}}, DeadLetters: 2}, nil
	})
	page := get(m.handler(), "http://localhost/metrics").Body.String()
	for _, line := range []string{`sayso_queue_articles{lane="people"} 3`, `sayso_queue_oldest_timestamp_seconds{lane="people"} 7`, "sayso_queue_dead_letters 2", `sayso_queue_settled_total{outcome="dead"} 1`} {
		if !strings.Contains(page, line) {
			t.Errorf("no line %s", line)
		}
	}
	failing = errors.New("down")
	if !strings.Contains(page, "sayso_graph_ready 1") || !strings.Contains(get(m.handler(), "http://localhost/metrics").Body.String(), "sayso_graph_ready 0") {
		t.Error("/metrics does not tell whether the graph is ready")
	}
	named := regexp.MustCompile(`\b(?:sayso|go|process)_[a-z_]+`)
	labelled := regexp.MustCompile(`(outcome|from)=\\?"([a-z]+)\\?"`)
	for _, pattern := range []string{"../../deploy/grafana/*.json", "../../deploy/prometheus/alerts.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v %v", pattern, files, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			found := named.FindAllString(string(text), -1)
			if len(found) < 5 {
				t.Errorf("%s asks for %v", file, found)
			}
			for _, name := range found {
				if !strings.Contains(page, "\n"+name+"{") && !strings.Contains(page, "\n"+name+" ") {
					t.Errorf("%s asks for %s, which /metrics does not have", file, name)
				}
			}
			for _, label := range labelled.FindAllStringSubmatch(string(text), -1) {
				if !map[string]bool{"outcome ok": true, "outcome error": true, "from kept": true, "from graph": true}[label[1]+" "+label[2]] {
					t.Errorf("%s asks for %s, which no metric has", file, label[0])
				}
			}
		}
	}
}
