package managed

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// These tests run a real Neo4j; the first of them fetches it when the cache is cold.

const helperDirVar = "SAYSO_MANAGED_TEST_HELPER_DIR"

// TestMain lets the test binary stand in for a program that gets killed: with helperDirVar set it starts a server and waits.
func TestMain(m *testing.M) {
	if dir := os.Getenv(helperDirVar); dir != "" {
		s, err := Start(context.Background(), testOptions(dir))
		if err != nil {
			fmt.Println("helper:", err)
			os.Exit(1)
		}
		fmt.Println("ready", s.URI())
		select {}
	}
	os.Exit(m.Run())
}

func testOptions(dir string) Options {
	return Options{DataDir: dir, BoltAddr: "127.0.0.1:0", HTTPAddr: "127.0.0.1:0", HeapMB: 512, PageCacheMB: 64,
		JVMArgs: []string{"-XX:TieredStopAtLevel=1"}, Logger: slog.New(slog.DiscardHandler)}
}

func needRealServer(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("needs a real Neo4j; left out with -short")
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func mustStart(t *testing.T, ctx context.Context, o Options) *Server {
	t.Helper()
	begin := time.Now()
	s, err := Start(ctx, o)
	if err != nil {
		t.Fatalf("Start: %v", err)
	}
	t.Logf("started in %.2f s", time.Since(begin).Seconds())
	t.Cleanup(func() { s.Stop(context.Background()) })
	return s
}

func mustStop(t *testing.T, s *Server) {
	t.Helper()
	begin := time.Now()
	if err := s.Stop(context.Background()); err != nil {
		t.Fatalf("Stop: %v", err)
	}
	t.Logf("stopped in %.2f s", time.Since(begin).Seconds())
	if text, err := os.ReadFile(s.LogFile()); err != nil || !strings.HasSuffix(strings.TrimSpace(string(text)), "Stopped.") {
		t.Errorf("the server did not close its store before it ended; %v, its log:\n%s", err, text)
	}
}

// cypher runs one text and gives the number in its only column, n.
func cypher(ctx context.Context, s *Server, text string) (int64, error) {
	driver, err := neo4j.NewDriverWithContext(s.URI(), neo4j.BasicAuth(s.User(), s.Password(), ""))
	if err != nil {
		return 0, err
	}
	defer driver.Close(ctx)
	res, err := neo4j.ExecuteQuery(ctx, driver, text, nil, neo4j.EagerResultTransformer)
	if err != nil {
		return 0, err
	}
	n, _, err := neo4j.GetRecordValue[int64](res.Records[0], "n")
	return n, err
}

func wantCount(t *testing.T, s *Server, text string, want int64) {
	t.Helper()
	got, err := cypher(context.Background(), s, text)
	if err != nil || got != want {
		t.Fatalf("%s gave %d, %v; want %d", text, got, err, want)
	}
}

func childPID(t *testing.T, home string) int {
	t.Helper()
	text, err := os.ReadFile(layout{home}.pid())
	if err != nil {
		t.Fatal(err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	return pid
}

func eventually(t *testing.T, limit time.Duration, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(limit); ; time.Sleep(50 * time.Millisecond) {
		if ok() {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("not within %v: %s", limit, what)
		}
	}
}

func get(t *testing.T, url string) []byte {
	t.Helper()
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Accept", "application/json, text/html")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusOK {
		t.Fatalf("GET %s: %s, %v", url, res.Status, err)
	}
	return body
}

func TestServerLife(t *testing.T) {
	ctx := needRealServer(t)
	o := testOptions(filepath.Join(t.TempDir(), "folder with spaces"))
	var stages []Stage
	o.Progress = func(p Progress) { stages = append(stages, p.Stage) }
	s := mustStart(t, ctx, o)
	if last := stages[len(stages)-1]; last != StageReady {
		t.Errorf("the last stage reported is %q, want %q", last, StageReady)
	}
	wantCount(t, s, "CREATE (:Kept {text: 'stays'}) RETURN 1 AS n", 1)

	t.Run("the password is private", func(t *testing.T) {
		st, err := os.Stat(filepath.Join(s.Home(), "password"))
		if err != nil {
			t.Fatal(err)
		}
		if mode := st.Mode().Perm(); runtime.GOOS != "windows" && mode != 0o600 {
			t.Errorf("password file has mode %o, want 600", mode)
		}
		wrong := probe{s.probe.addr, "not it"}
		if err := wrong.ask(ctx); !errors.Is(err, errUnauthorized) {
			t.Errorf("a wrong password gave %v, want a refusal", err)
		}
	})
	t.Run("Browser is there and learns where Bolt is", func(t *testing.T) {
		if page := get(t, s.BrowserURL()); !bytes.Contains(page, []byte("<title>Neo4j Browser</title>")) {
			t.Errorf("%s is not Neo4j Browser: %.200s", s.BrowserURL(), page)
		}
		var found struct {
			Direct string `json:"bolt_direct"`
		}
		if err := json.Unmarshal(get(t, strings.TrimSuffix(s.BrowserURL(), "browser/")), &found); err != nil || found.Direct != s.URI() {
			t.Errorf("discovery names %q, %v; want %q", found.Direct, err, s.URI())
		}
	})
	t.Run("a second server is refused", func(t *testing.T) {
		_, err := Start(ctx, o)
		if !errors.Is(err, errLocked) {
			t.Fatalf("got %v, want a refusal", err)
		}
		for _, part := range []string{strconv.Itoa(os.Getpid()), s.probe.addr, "--data"} {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("the error does not name %q: %v", part, err)
			}
		}
	})
	t.Run("it comes back after kill -9", func(t *testing.T) {
		old := childPID(t, s.Home())
		kill(t, old)
		eventually(t, 2*time.Minute, "Neo4j answers again", func() bool {
			if pid, err := os.ReadFile(s.pid()); err != nil || strings.TrimSpace(string(pid)) == strconv.Itoa(old) {
				return false
			}
			return s.probe.ask(ctx) == nil
		})
		wantCount(t, s, "MATCH (k:Kept) RETURN count(k) AS n", 1)
	})
	password := s.Password()
	mustStop(t, s)
	if err, open := <-s.Exited(); open || err != nil {
		t.Errorf("Exited gave %v after a stop, want it closed", err)
	}
	if InUse(o.DataDir) {
		t.Error("the folder is still locked after Stop")
	}
	if _, err := os.Stat(s.pid()); !os.IsNotExist(err) {
		t.Errorf("the pid file is still there after Stop: %v", err)
	}

	s = mustStart(t, ctx, o)
	if s.Password() != password {
		t.Error("the password changed from one start to the next")
	}
	wantCount(t, s, "MATCH (k:Kept) RETURN count(k) AS n", 1)
	if _, err := os.Stat(s.LogFile() + ".1"); err != nil {
		t.Errorf("the last run's console log was not kept: %v", err)
	}
	mustStop(t, s)
	mustStop(t, s)

	t.Run("users can be set back as the error says", func(t *testing.T) { setUsersBack(t, ctx, o) })
}

// setUsersBack follows the advice of the error about a lost password to the letter.
func setUsersBack(t *testing.T, ctx context.Context, o Options) {
	l := layout{filepath.Join(o.DataDir, "neo4j")}
	if err := os.Remove(l.password()); err != nil {
		t.Fatal(err)
	}
	_, err := Start(ctx, o)
	if err == nil || !strings.Contains(err.Error(), l.password()) {
		t.Fatalf("a start without the password file gave %v, want an error that names it", err)
	}
	for _, dir := range []string{"databases", "transactions"} {
		if err := os.RemoveAll(filepath.Join(l.home, "data", dir, "system")); err != nil {
			t.Fatal(err)
		}
	}
	s := mustStart(t, ctx, o)
	wantCount(t, s, "MATCH (k:Kept) RETURN count(k) AS n", 1)
	mustStop(t, s)
}

func TestServerGivesUp(t *testing.T) {
	ctx := needRealServer(t)
	was := defaultRestarts
	defaultRestarts = restartPolicy{most: 1, window: time.Hour, first: time.Millisecond, last: time.Millisecond}
	t.Cleanup(func() { defaultRestarts = was })
	o := testOptions(t.TempDir())
	s := mustStart(t, ctx, o)
	// A configuration it cannot start with makes the one restart fail as well.
	if err := os.WriteFile(s.conf(), []byte("no.such.setting=1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	kill(t, childPID(t, s.Home()))
	select {
	case err := <-s.Exited():
		if err == nil || !strings.Contains(err.Error(), "2 times") || !strings.Contains(err.Error(), "no.such.setting") {
			t.Errorf("got %v, want an error with the count and the server's last words", err)
		}
	case <-ctx.Done():
		t.Fatal("Exited never fired")
	}
	mustStop(t, s)
	if InUse(o.DataDir) {
		t.Error("the folder is still locked")
	}
}

func TestServerDiesWithKilledParent(t *testing.T) {
	if runtime.GOOS != "linux" && runtime.GOOS != "windows" {
		t.Skip("this system cannot tell a child of its parent's death; the next start stops the leftover")
	}
	ctx := needRealServer(t)
	dir := t.TempDir()
	helper := exec.CommandContext(ctx, os.Args[0])
	helper.Env = append(os.Environ(), helperDirVar+"="+dir)
	out, err := helper.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := helper.Start(); err != nil {
		t.Fatal(err)
	}
	line := make([]byte, 256)
	n, _ := out.Read(line)
	if !bytes.HasPrefix(line[:n], []byte("ready")) {
		t.Fatalf("helper said %q", line[:n])
	}
	home := filepath.Join(dir, "neo4j")
	pid := childPID(t, home)
	if err := helper.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	helper.Wait()
	eventually(t, time.Minute, "the orphan ends by itself", func() bool {
		ours, err := runsHome(pid, home)
		return err == nil && !ours
	})
	s := mustStart(t, ctx, testOptions(dir)) // the store was closed well enough to be opened
	mustStop(t, s)
}

func TestServerStopsLeftover(t *testing.T) {
	ctx := needRealServer(t)
	o := testOptions(t.TempDir())
	s := mustStart(t, ctx, o)
	mustStop(t, s)
	// The same program on the same home, with nobody looking after it and bound to no parent.
	left := exec.Command(s.java, s.args()...)
	if err := left.Start(); err != nil {
		t.Fatal(err)
	}
	var ended sync.WaitGroup
	ended.Go(func() { left.Wait() })
	t.Cleanup(func() { left.Process.Kill(); ended.Wait() })
	if err := os.WriteFile(s.pid(), []byte(strconv.Itoa(left.Process.Pid)), 0o600); err != nil {
		t.Fatal(err)
	}
	eventually(t, 2*time.Minute, "the leftover answers", func() bool { return s.probe.ask(ctx) == nil })

	var log bytes.Buffer
	o.Logger = slog.New(slog.NewTextHandler(&log, nil))
	s = mustStart(t, ctx, o)
	if !strings.Contains(log.String(), "earlier run") || !strings.Contains(log.String(), strconv.Itoa(left.Process.Pid)) {
		t.Errorf("the log does not explain what happened to process %d:\n%s", left.Process.Pid, log.String())
	}
	if alive(left.Process.Pid) {
		t.Errorf("process %d still lives", left.Process.Pid)
	}
	mustStop(t, s)
}

func TestServerOnDamagedStore(t *testing.T) {
	ctx := needRealServer(t)
	o := testOptions(t.TempDir())
	s := mustStart(t, ctx, o)
	mustStop(t, s)
	if err := os.WriteFile(filepath.Join(s.Home(), "data", "databases", graphDB, "neostore"), bytes.Repeat([]byte{7}, 8192), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Start(ctx, o)
	if err == nil || !strings.Contains(err.Error(), "The store seems damaged") {
		t.Fatalf("got %v, want an error about the store", err)
	}
	t.Log(err)
	if InUse(o.DataDir) {
		t.Error("the folder is still locked after a failed start")
	}
}

func TestServerWithoutMemory(t *testing.T) {
	ctx := needRealServer(t)
	o := testOptions(t.TempDir())
	o.HeapMB = 64 << 20 // 64 TB
	_, err := Start(ctx, o)
	if err == nil || !strings.Contains(err.Error(), "smaller heap") || !strings.Contains(err.Error(), "console.log") {
		t.Errorf("got %v, want an error about memory with the log's end", err)
	}
}

func TestStartEndsWithItsContext(t *testing.T) {
	ctx := needRealServer(t)
	ctx, cancel := context.WithCancel(ctx)
	o := testOptions(t.TempDir())
	o.Progress = func(p Progress) {
		if p.Stage == StageStart && p.Done >= 1 {
			cancel()
		}
	}
	if _, err := Start(ctx, o); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the context's error", err)
	}
	l := layout{filepath.Join(o.DataDir, "neo4j")}
	if _, err := os.Stat(l.pid()); !os.IsNotExist(err) || InUse(o.DataDir) {
		t.Errorf("something is left of the start: pid file %v, locked %v", err, InUse(o.DataDir))
	}
}

func kill(t *testing.T, pid int) {
	t.Helper()
	p, err := os.FindProcess(pid)
	if err == nil {
		err = p.Kill()
	}
	if err != nil {
		t.Fatal(err)
	}
}
