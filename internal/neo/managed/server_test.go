package managed

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestChooseMemory(t *testing.T) {
	for _, c := range []struct{ machine, heap, pages int }{
		{0, 1024, 512}, {1024, 512, 128}, {4096, 512, 512}, {16384, 2048, 2048}, {1 << 20, 4096, 4096},
	} {
		if heap, pages := chooseMemory(c.machine); heap != c.heap || pages != c.pages {
			t.Errorf("chooseMemory(%d) = %d, %d; want %d, %d", c.machine, heap, pages, c.heap, c.pages)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		machine := rapid.IntRange(2048, 1<<24).Draw(t, "machine")
		heap, pages := chooseMemory(machine)
		if heap < minHeapMB || pages < minPageCacheMB || heap+pages > machine/2 {
			t.Fatalf("chooseMemory(%d) = %d, %d", machine, heap, pages)
		}
	})
	if mb := machineMemoryMB(); mb < 256 || mb > 1<<26 {
		t.Errorf("this machine is said to have %d MB", mb)
	}
}

func TestOptionsAreChecked(t *testing.T) {
	for name, c := range map[string]struct {
		o    Options
		want string
	}{
		"no folder":      {Options{}, "--data"},
		"no port":        {Options{DataDir: "d", BoltAddr: "localhost"}, "--neo4j-bolt"},
		"port too large": {Options{DataDir: "d", HTTPAddr: "localhost:70000"}, "--neo4j-http"},
		"heap too small": {Options{DataDir: "d", HeapMB: 10}, "too small"},
	} {
		if _, err := c.o.withDefaults(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want an error with %q", name, err, c.want)
		}
	}
	o, err := Options{DataDir: "d"}.withDefaults()
	if err != nil || o.BoltAddr != defaultBolt || o.HTTPAddr != defaultHTTP || !filepath.IsAbs(o.DataDir) || filepath.Base(o.CacheDir) != "sayso" {
		t.Errorf("defaults are %+v, %v", o, err)
	}
}

func TestChooseAddrs(t *testing.T) {
	bolt, http, err := chooseAddrs("127.0.0.1:0", "127.0.0.1:0")
	if err != nil || bolt == http || strings.HasSuffix(bolt, ":0") || strings.HasSuffix(http, ":0") {
		t.Fatalf("got %s and %s, %v; want two free ports", bolt, http, err)
	}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	addr := taken.Addr().String()
	if _, _, err := chooseAddrs(addr, "127.0.0.1:0"); err == nil || !strings.Contains(err.Error(), "--neo4j-bolt") || !strings.Contains(err.Error(), addr) {
		t.Errorf("a taken Bolt port gave %v, want the flag and the address", err)
	}
	if _, _, err := chooseAddrs("127.0.0.1:0", addr); err == nil || !strings.Contains(err.Error(), "--neo4j-http") {
		t.Errorf("a taken HTTP port gave %v, want the flag", err)
	}
	for in, want := range map[string]string{"0.0.0.0:7687": "127.0.0.1:7687", ":7687": "127.0.0.1:7687", "[::]:1": "127.0.0.1:1", "10.0.0.1:2": "10.0.0.1:2"} {
		if got := dialAddr(in); got != want {
			t.Errorf("dialAddr(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestHomeLock(t *testing.T) {
	l := newLayout(t)
	lock, err := lockHome(l.home)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lockHome(l.home); !errors.Is(err, errLocked) {
		t.Errorf("before the owner is written: %v, want a refusal", err)
	}
	if err := lock.write(owner{PID: 4711, Bolt: "127.0.0.1:17687", HTTP: "127.0.0.1:17474", StartedAt: time.Now()}); err != nil {
		t.Fatal(err)
	}
	_, err = lockHome(l.home)
	if !errors.Is(err, errLocked) || !strings.Contains(err.Error(), "process 4711") || !strings.Contains(err.Error(), "127.0.0.1:17687") {
		t.Errorf("got %v, want a refusal that names process and address", err)
	}
	if err := lock.release(); err != nil {
		t.Fatal(err)
	}
	again, err := lockHome(l.home)
	if err != nil {
		t.Fatalf("after the release: %v", err)
	}
	again.release()
}

func TestRestartPolicy(t *testing.T) {
	p := restartPolicy{most: 3, window: time.Minute, first: time.Second, last: 3 * time.Second}
	begin := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	at := func(seconds ...int) (out []time.Time) {
		for _, s := range seconds {
			out = append(out, begin.Add(time.Duration(s)*time.Second))
		}
		return out
	}
	type answer struct {
		Pause time.Duration
		Again bool
	}
	for _, c := range []struct {
		deaths []time.Time
		want   answer
	}{
		{at(0), answer{time.Second, true}},
		{at(0, 1), answer{2 * time.Second, true}},
		{at(0, 1, 2), answer{3 * time.Second, true}},
		{at(0, 1, 2, 3), answer{0, false}},
		{at(0, 1, 2, 100), answer{time.Second, true}},
	} {
		pause, again := p.next(c.deaths)
		if d := cmp.Diff(c.want, answer{pause, again}); d != "" {
			t.Errorf("after %d deaths (-want +got):\n%s", len(c.deaths), d)
		}
	}
}

func TestAdvice(t *testing.T) {
	for said, want := range map[string]string{
		"org.neo4j.configuration.helpers.PortBindException: Address 127.0.0.1:7687 is already in use":                                  "--neo4j-bolt",
		"Error occurred during initialization of VM\nCould not reserve enough space for 67108864KB object heap":                        "smaller heap",
		"Terminating due to java.lang.OutOfMemoryError: Java heap space":                                                               "larger heap",
		"org.neo4j.io.locker.FileLockException: Lock file has been locked by another process":                                          "--data",
		"java.io.IOException: No space left on device":                                                                                 "disk is full",
		"java.nio.file.AccessDeniedException: /data/neo4j/data":                                                                        "may not write",
		"java.lang.UnsupportedClassVersionError: class file version 61.0":                                                              "JAVA_HOME",
		"Caused by: org.neo4j.exceptions.UnderlyingStorageException: the store is corrupt":                                             "damaged",
		"Unrecognized VM option 'UseMagic'\nError: Could not create the Java Virtual Machine.\nError: A fatal exception has occurred.": "refuses the options",
	} {
		if got := adviceFor(said); !strings.Contains(got, want) {
			t.Errorf("for %q the advice is %q, want one with %q", said, got, want)
		}
	}
	if got := adviceFor("2026-01-01 INFO Started."); got != "" {
		t.Errorf("advice without trouble: %q", got)
	}
}

func TestStartErrorShowsTheLogsEnd(t *testing.T) {
	l := launch{layout: newLayout(t)}
	text := strings.Repeat("early line\n", 5000) + "Exception in thread main: no such setting\n\tat a.b.C\n\tat a.b.D\nthe last line\n"
	if err := os.WriteFile(l.console(), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	c := &child{gone: make(chan struct{}), err: errors.New("exit status 1")}
	close(c.gone)
	got := l.startError(c, errChildGone).Error()
	for _, part := range []string{"exit status 1", l.console(), "no such setting", "the last line"} {
		if !strings.Contains(got, part) {
			t.Errorf("the error does not say %q:\n%s", part, got)
		}
	}
	if strings.Contains(got, "a.b.C") || strings.Count(got, "\n") > consoleLines+1 {
		t.Errorf("the error is too long:\n%s", got)
	}
}

func TestLeftoverPIDOfAStranger(t *testing.T) {
	needShell(t)
	l := newLayout(t)
	stranger := exec.Command("sleep", "60")
	if err := stranger.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { stranger.Wait(); close(ended) }()
	defer func() { stranger.Process.Kill(); <-ended }()
	for _, text := range []string{strconv.Itoa(stranger.Process.Pid), "not a number", "-1", "0", "1"} {
		if err := os.WriteFile(l.pid(), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := l.stopLeftover(context.Background(), slog.New(slog.DiscardHandler)); err != nil {
			t.Errorf("pid file %q: %v", text, err)
		}
		if _, err := os.Stat(l.pid()); !os.IsNotExist(err) {
			t.Errorf("pid file %q is still there", text)
		}
	}
	select {
	case <-ended:
		t.Error("a stranger's process was stopped")
	case <-time.After(100 * time.Millisecond):
	}
}
