package neo

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"
)

// lines is a log that a test reads while others write.
type lines struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

// TestSlowStatements: what takes long is logged by name with the sizes of its parameters, never their values, and with its plan once in a while.
func TestSlowStatements(t *testing.T) {
	s := open(t)
	var log lines
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	t.Cleanup(func() { slog.SetDefault(before); s.watcher.Watching = Watching{} })
	var mu sync.Mutex
	seen := map[string]int{}
	s.watcher.Watching = Watching{Slow: time.Nanosecond, Plans: true, Observe: func(name string, took time.Duration, failed bool) {
		mu.Lock()
		defer mu.Unlock()
		if seen[name]++; took <= 0 || failed {
			t.Errorf("%s took %s, failed %v", name, took, failed)
		}
	}}
	for range 3 {
		if _, err := s.Article(context.Background(), "a-secret-id"); err == nil {
			t.Fatal("there is such an article")
		}
	}
	for end := time.Now().Add(20 * time.Second); !strings.Contains(log.String(), "the plan of a slow statement") && time.Now().Before(end); {
		time.Sleep(20 * time.Millisecond)
	}
	text := log.String()
	if strings.Count(text, `msg="a slow statement"`) != 3 || !strings.Contains(text, `parameters="id: 11 bytes"`) || strings.Contains(text, "a-secret-id") {
		t.Errorf("the log:\n%s", text)
	}
	if strings.Count(text, "the plan of") != 1 || !strings.Contains(text, "NodeUniqueIndexSeek") {
		t.Errorf("the plan:\n%s", text)
	}
	if mu.Lock(); seen["get_article"] != 3 {
		t.Errorf("told of %v", seen)
	}
	mu.Unlock()
}
