package queue

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sayso/internal/kg"
)

// childFolder, when it is set, has the test program be a server that is killed: it takes articles into the queue of that folder, prints each that was
// accepted, and reads some.
const childFolder = "SAYSO_QUEUE_TEST_CHILD"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childFolder); dir != "" {
		child(dir, os.Getenv(childFolder+"_ROUND"))
	}
	os.Exit(m.Run())
}

// child hands in articles side by side until it is killed, and stores each that it reads as a line of a file.
func child(dir, round string) {
	stored, err := os.OpenFile(filepath.Join(dir, "stored"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		panic(err)
	}
	d := &desk{fault: func(s kg.Submission, _ int) error { _, err := fmt.Fprintln(stored, s.Text); return err }}
	q, err := Open(context.Background(), Options{Dir: filepath.Join(dir, "queue"), Intake: d, Workers: 1, Log: quiet()})
	if err != nil {
		fmt.Println("no start:", err)
		os.Exit(1)
	}
	for w := range 3 {
		go func() {
			for i := 0; ; i++ {
				lane := []kg.Lane{kg.PeopleLane, kg.FeedsLane}[i%2]
				var batch []kg.Submission
				for k := range 1 + i%4 {
					batch = append(batch, kg.Submission{Text: fmt.Sprintf("r%s-w%d-%d-%d", round, w, i, k), Title: strings.Repeat("x", 50*k)})
				}
				for k, e := range q.Enqueue(context.Background(), lane, batch...) {
					if e.Err == nil {
						_, _ = os.Stdout.WriteString("accepted " + batch[k].Text + "\n")
					}
				}
			}
		}()
	}
	select {}
}

// TestKilled: a process that takes in articles is killed without warning again and again; whatever it said it had accepted is stored afterwards, and
// each start finds the queue whole.
func TestKilled(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var accepted []string
	for round := range 4 {
		accepted = append(accepted, killedAfter(t, dir, round, time.Duration(50+rand.IntN(400))*time.Millisecond)...)
	}
	d := &desk{}
	var log bytes.Buffer
	q := opened(t, filepath.Join(dir, "queue"), d, func(o *Options) {
		o.Workers, o.Log = 4, slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelWarn}))
	})
	until(t, "all is read", func() bool {
		s, err := q.Status(t.Context())
		return err == nil && s.Lanes[0].Articles+s.Lanes[1].Articles == 0
	})
	s, err := q.Status(t.Context())
	if err != nil || s.DeadLetters != 0 || len(s.Damaged) != 0 || strings.Contains(log.String(), "level=ERROR") {
		t.Errorf("%+v %v %s", s, err, log.String())
	}
	q.Close()
	file, err := os.ReadFile(filepath.Join(dir, "stored"))
	if err != nil {
		t.Fatal(err)
	}
	stored := map[string]bool{}
	for _, line := range append(d.all(), strings.Fields(string(file))...) {
		stored[line] = true
	}
	lost := 0
	for _, a := range accepted {
		if !stored[a] {
			lost++
		}
	}
	if lost > 0 || len(accepted) < 20 {
		t.Errorf("%d of %d accepted articles were lost", lost, len(accepted))
	}
	t.Logf("%d articles were accepted in 4 lives, %d lost", len(accepted), lost)
}

// killedAfter runs the child for a while and gives what it said it had accepted.
func killedAfter(t *testing.T, dir string, round int, life time.Duration) (accepted []string) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), childFolder+"="+dir, fmt.Sprintf("%s_ROUND=%d", childFolder, round))
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	c.Stderr = os.Stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		text, ok := strings.CutPrefix(lines.Text(), "accepted ")
		if !ok {
			t.Fatalf("the child says %q", lines.Text())
		}
		if accepted = append(accepted, text); len(accepted) == 1 {
			time.AfterFunc(life, func() { _ = c.Process.Kill() })
		}
	}
	_ = c.Wait()
	return accepted
}

// filled is the folder of a queue that was closed with so many articles in it.
func filled(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	q := opened(t, dir, &desk{}, nil)
	for i := range n {
		accepted(t, q, kg.PeopleLane, text(i))
	}
	q.Close()
	return dir
}

// TestDamaged: whatever is damaged of the files, the queue starts, says so, reads what is whole, and takes more.
func TestDamaged(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		files  string
		damage func(data []byte) []byte
		least  int // that are read all the same
		told   func(kg.QueueStatus) bool
	}{
		"bytes of a message":  {"msgs/1.blk", func(b []byte) []byte { copy(b[len(b)/2:], "XXXXXXXXXXXXXXXX"); return b }, 0, lostSome},
		"the end is cut off":  {"msgs/1.blk", func(b []byte) []byte { return b[:len(b)-40] }, 0, lostSome},
		"all of the messages": {"msgs/1.blk", func(b []byte) []byte { return bytes.Repeat([]byte("x"), len(b)) }, 0, lostSome},
		"the stream's own":    {"meta.inf", func([]byte) []byte { return []byte("{") }, 0, func(s kg.QueueStatus) bool { return len(s.Damaged) == 2 }},
		"its checksum":        {"meta.sum", func([]byte) []byte { return []byte("no") }, 0, func(s kg.QueueStatus) bool { return len(s.Damaged) == 2 }},
		"the index":           {"msgs/index.db", func(b []byte) []byte { return b[:len(b)/2] }, 20, nil},
		"the consumer's":      {"obs/workers/meta.inf", func([]byte) []byte { return []byte("{") }, 20, nil},
		"the consumer's o":    {"obs/workers/o.dat", func(b []byte) []byte { return b[:len(b)/2] }, 20, nil},
	} {
		dir := filled(t, 20)
		path := filepath.Join(dir, streamsBelow, "SAYSO_PEOPLE", c.files)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Logf("%s: %v", name, err)
			continue
		}
		if err := os.WriteFile(path, c.damage(data), 0o600); err != nil {
			t.Fatal(err)
		}
		d := &desk{}
		var log bytes.Buffer
		q, err := Open(t.Context(), Options{Dir: dir, Intake: d, Workers: 1, Log: slog.New(slog.NewTextHandler(&log, nil))})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		s, err := q.Status(t.Context())
		e := accepted(t, q, kg.PeopleLane, text(1000))[0]
		until(t, "a new one is read", func() bool { return q.stateOf(t, e.Ticket.ID).State == kg.TicketStored })
		q.Close()
		t.Logf("%s: %d read, %+v %v\n%s", name, len(d.all()), s, err, log.String())
		if len(d.all()) < c.least+1 || c.told != nil && !c.told(s) {
			t.Errorf("%s: %d read, and the status says %+v", name, len(d.all()), s)
		}
	}
}

// lostSome reports whether a status tells of messages that are gone.
func lostSome(s kg.QueueStatus) bool {
	return len(s.Damaged) == 1 && strings.Contains(s.Damaged[0], "SAYSO_PEOPLE-lost-")
}
